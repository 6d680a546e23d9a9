#!/usr/bin/env python3
# Writes the drawing for the opinion pages: two tones and a line, as the portraits are drawn.
INK, PAPER, TONE, WARM, LIGHT, RED = '#22303c', '#f4efe4', '#9db0b8', '#e3bfa0', '#fbf7ee', '#b3392f'

def path(d, fill='none', w=6, stroke=INK):
    return f'<path d="{d}" fill="{fill}" stroke="{stroke}" stroke-width="{w}" stroke-linejoin="round" stroke-linecap="round"/>'

def text(x, y, s, size, anchor='middle', rest=''):
    return f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" fill="{INK}" font-family="Noto Serif" {rest}>{s}</text>'

def head(x, y, r, hair, look=1):
    face = f'<ellipse cx="{x}" cy="{y}" rx="{r*.82}" ry="{r}" fill="{WARM}" stroke="{INK}" stroke-width="6"/>'
    face += path(f'M{x+look*r*.3} {y-r*.1}l{look*r*.42} {r*.28}l{-look*r*.3} {r*.1}', w=5) + f'<circle cx="{x+look*r*.22}" cy="{y-r*.22}" r="5" fill="{INK}"/>'
    face += path(f'M{x+look*r*.12} {y+r*.52}q{look*r*.24} {r*.1} {look*r*.4} {-r*.04}', w=5)
    return face + path(hair, INK, 3)

def visitor(x, y, coat, hat):
    body = path(f'M{x-70} {y+330}C{x-84} {y+180} {x-66} {y+96} {x-26} {y+84}H{x+24}C{x+66} {y+96} {x+84} {y+180} {x+74} {y+330}Z', coat)
    body += head(x + 4, y + 30, 54, f'M{x-46} {y+22}C{x-50} {y-40} {x+44} {y-46} {x+46} {y+2}C{x+10} {y-14} {x-20} {y-8} {x-30} {y+44}Z')
    if hat:
        body += path(f'M{x-110} {y+6}L{x+4} {y-70}L{x+118} {y+6}C{x+50} {y+24} {x-50} {y+24} {x-110} {y+6}Z', '#dcc890') + path(f'M{x-52} {y+12}L{x+4} {y-66}L{x+56} {y+12}', w=3)
    body += path(f'M{x+60} {y+150}C{x+96} {y+190} {x+120} {y+180} {x+128} {y+150}', w=6) + path(f'M{x+106} {y+90}h64v84h-64Z', LIGHT) + path(f'M{x+118} {y+112}h40M{x+118} {y+130}h40M{x+118} {y+148}h24', w=4)
    return body

w, h = 1800, 1060
b = f'<rect width="{w}" height="{h}" fill="{PAPER}"/><rect y="760" width="{w}" height="300" fill="{TONE}" opacity=".35"/>'
# the window, the pond, the man who ought to sign
b += path('M900 90H1700V640H900Z', '#dfe8ea', 10) + path('M906 400C1100 370 1400 380 1694 396V634H906Z', TONE, 0, 'none')
for y in (452, 500, 556, 604): b += path(f'M{960+(y%70)*3} {y}q60 -14 120 0M{1300+(y%50)*4} {y+14}q60 -14 120 0', w=4, stroke=LIGHT)
b += path('M906 398C980 350 1060 352 1120 386M1500 388C1560 340 1640 342 1694 372', w=5)
b += path('M1490 470H1660L1630 520H1520Z', '#8a5a44') + path('M1548 470C1540 410 1552 372 1576 366H1600C1628 374 1634 420 1628 470Z', LIGHT) + path('M1582 372l8 70l10 -70', RED, 3)
b += head(1584, 330, 38, 'M1556 312C1560 290 1612 290 1618 318C1612 306 1600 300 1590 304Z', -1) + path('M1520 300C1540 270 1626 268 1650 300C1610 312 1560 312 1520 300Z', '#dcc890')
b += path('M1556 410C1520 420 1490 420 1470 400', w=8) + path('M1470 402L1190 196', w=7) + path('M1190 196C1150 380 1010 560 840 640', w=3)
b += path('M1300 90V640', w=8)
# the counter with its two windows; the stamp on the hook
b += path('M470 640H1240V960H470Z', '#c9a77d', 8) + path('M440 610H1270V650H440Z', '#a9865c', 8)
b += path('M520 150H840V230H520Z', LIGHT) + text(680, 206, 'FIRST SIGNATURE', 32, rest='font-weight="700"') + path('M980 680H1210V760H980Z', LIGHT) + text(1095, 714, 'SECOND SIGNATURE', 21, rest='font-weight="700"') + text(1095, 744, 'back at the weekend', 21, rest='font-style="italic"')
b += path('M560 230V610M800 230V610', w=6)
b += path('M610 610C604 520 616 470 650 462H704C744 470 756 520 752 610Z', INK) + head(678, 400, 56, 'M624 398C614 322 742 320 732 388C704 358 660 362 644 408Z', -1) + path('M700 480C770 470 800 520 806 590', w=8)
b += path('M840 636l-8 14', w=4) + f'<g transform="translate(838 672) rotate(14)">' + path('M-14 -30h28v34h18l10 26h-84l10 -26h18Z', RED) + '</g>'
# who waits
b += visitor(330, 632, '#6f8791', True) + visitor(120, 632, '#8d6a5b', False)
b += path('M0 960H1800', w=6) + path('M1500 960V800M1460 800H1640M1620 800V960M1470 800V700H1480', w=7)
b += path('M1500 790h110v-14h-110ZM1508 776h96v-14h-96ZM1500 762h110v-14h-110ZM1506 748h98v-14h-98ZM1500 734h108v-14h-108Z', LIGHT, 4)
open('cartoon.svg', 'w').write(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}">{b}</svg>\n')
