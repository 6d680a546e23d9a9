#!/usr/bin/env python3
# Writes the charts and maps of the supplement and the paper from the numbers below: one grey, one blue, one red.
INK, GREY, BLUE, RED, WATER, LAND, GREEN = '#1c2228', '#8a9298', '#2c5a78', '#b3261e', '#c9dde6', '#f4f0e6', '#cfdcc0'
SANS = 'font-family="Noto Sans"'

def text(x, y, s, size=22, anchor='start', weight=400, fill=INK, more=''):
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}" fill="{fill}" {SANS} {more}>{s}</text>'

def save(name, w, h, body, back='#ffffff'):
    with open(name, 'w') as f:
        f.write(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}"><rect width="{w}" height="{h}" fill="{back}"/>{body}</svg>\n')

# ---------- cries of the street by hour: 1,204 in all
CRIES = {5: 88, 6: 142, 7: 118, 8: 74, 9: 81, 10: 66, 11: 52, 12: 34, 13: 21, 14: 38, 15: 79, 16: 72, 17: 58, 18: 41, 19: 39, 20: 52, 21: 36, 22: 96, 23: 17}
assert sum(CRIES.values()) == 1204
def cries():
    w, h, left, foot, top = 1200, 720, 60, 640, 96
    step = (w - left - 20) / len(CRIES)
    scale = (foot - top) / 150
    b = ''
    for v in (50, 100, 150):
        y = foot - v * scale
        b += f'<path d="M{left} {y:.1f}H{w-20}" stroke="#d5d8da" stroke-width="2"/>' + text(left - 10, y + 9, v, 26, 'end', fill=GREY)
    for i, (hour, n) in enumerate(CRIES.items()):
        x = left + i * step
        colour = RED if hour in (6, 22) else BLUE
        b += f'<rect x="{x+5:.1f}" y="{foot-n*scale:.1f}" width="{step-10:.1f}" height="{n*scale:.1f}" fill="{colour}"/>'
        if hour in (6, 13, 22):
            b += text(x + step / 2, foot - n * scale - 12, n, 30, 'middle', 700, colour)
        if hour % 2 == 0 or hour == 5:
            b += text(x + step / 2, foot + 36, hour, 26, 'middle')
    b += f'<path d="M{left} {foot}H{w-20}" stroke="{INK}" stroke-width="4"/>'
    b += text(left, 44, 'Thành phố hát theo giờ', 36, weight=700) + text(left, 78, '1.204 tiếng rao, 40 góc phố; giờ trong ngày', 26, fill=GREY)
    b += text(left + 2.15 * step, foot - 132 * scale, 'xôi, bánh mì', 26, fill=RED) + text(left + 16.85 * step, foot - 90 * scale, 'bánh khúc', 26, 'end', fill=RED)
    b += text(w - 20, foot + 72, 'Nguồn: nhóm Tiếng Rao', 22, 'end', fill=GREY)
    save('tieng-rao.svg', w, h, b)

# ---------- the walk round Trúc Bạch, a sketch
def walk():
    w, h = 1200, 1000
    b = f'<path d="M0 0H380C350 90 392 170 372 270C350 390 306 470 262 560C220 650 250 760 196 1000H0Z" fill="{WATER}"/>'
    lake = 'M470 150C540 96 700 110 812 150C884 176 894 250 850 300C812 344 742 352 738 400C734 452 800 470 842 520C880 570 850 660 776 694C690 736 600 752 520 770C440 790 356 800 330 752C306 706 352 620 384 540C412 470 432 400 444 320C452 256 420 190 470 150Z'
    b += f'<path d="{lake}" fill="{WATER}"/>'
    b += f'<path d="M738 400C700 380 640 372 604 404C572 436 580 506 622 534C668 560 740 560 790 536L830 470Z" fill="{LAND}"/>'
    b += '<g fill="none" stroke="#ffffff" stroke-width="26" stroke-linecap="round" stroke-linejoin="round"><path d="M420 60C414 160 426 230 408 300C386 400 344 480 312 560C284 640 300 720 268 840"/><path d="M268 840C420 846 640 812 800 756C900 716 930 640 906 560C880 480 800 440 850 380C920 320 960 220 880 130C780 70 560 40 420 60"/><path d="M268 840L140 1000M268 840C420 900 700 900 1200 880M906 560L1200 540M940 250L1200 200M420 60L380 0"/></g>'
    b += f'<g fill="none" stroke="{RED}" stroke-width="9" stroke-dasharray="4 17" stroke-linecap="round"><path d="M268 840C284 700 280 650 312 560C344 480 386 400 408 300C426 230 414 160 420 60C560 40 780 70 880 130C960 220 920 320 850 380C800 440 860 470 820 500C760 548 690 550 640 520C600 490 600 430 650 404C720 390 800 450 880 500C930 600 900 716 800 756C640 812 420 846 268 840"/></g>'
    for x, y in ((120, 190), (150, 200), (176, 186), (140, 170)): b += f'<circle cx="{x+60}" cy="{y+70}" r="26" fill="{GREEN}"/>'
    for i in range(13): b += f'<circle cx="{436-8*i if i<5 else 404-12*(i-4)}" cy="{110+i*52}" r="9" fill="#a9c095"/>'
    b += text(60, 560, 'HỒ TÂY', 44, weight=700, fill='#5f8ca0', more='letter-spacing="8"') + text(520, 250, 'HỒ TRÚC BẠCH', 34, weight=700, fill='#5f8ca0', more='letter-spacing="5"')
    stops = [(268, 840, 'Đền Quán Thánh', 30, 72, 'start'), (560, 806, 'Phố Trấn Vũ', 0, 62, 'middle'), (690, 470, 'Ngũ Xã', 40, 10, 'start'), (936, 250, 'Phố Trúc Bạch', 26, -44, 'start'), (196, 262, 'Chùa Trấn Quốc', -6, -60, 'middle'), (336, 500, 'Ghế đá thứ tư', 40, 10, 'start')]
    for i, (x, y, s, dx, dy, a) in enumerate(stops, 1):
        b += f'<circle cx="{x}" cy="{y}" r="29" fill="{RED}" stroke="#fff" stroke-width="5"/>' + text(x, y + 12, i, 34, 'middle', 700, '#fff')
        b += text(x + dx, y + dy, s, 32, a, 600, more='stroke="#fffdf6" stroke-width="7" paint-order="stroke"')
    b += text(318, 640, 'Đường Thanh Niên', 26, 'middle', 400, '#5c6266', 'transform="rotate(-72 318 640) translate(14 46)"')
    b += f'<g transform="translate(1120 90)"><path d="M0 -46L16 24L0 12L-16 24Z" fill="{INK}"/>{text(0, 58, "B", 30, "middle", 700)}</g>'
    save('truc-bach-map.svg', w, h, b, LAND)

# ---------- the crossing to Cát Bà: old and new, a sketch
def crossing():
    w, h = 1200, 760
    b = f'<rect width="{w}" height="{h}" fill="{WATER}"/>'
    b += f'<path d="M0 0H470C520 60 470 120 410 150C350 180 380 250 330 300C270 350 180 330 120 390C80 430 40 420 0 450Z" fill="{LAND}"/>'
    b += f'<path d="M330 356C400 330 470 352 520 330C560 312 600 330 596 372C590 420 540 440 480 446C410 452 340 470 300 440C272 418 290 372 330 356Z" fill="{LAND}"/>'
    b += f'<path d="M820 150C880 90 1000 70 1080 110C1150 140 1200 190 1200 190V700C1140 720 1080 690 1040 640C990 590 920 600 872 540C836 496 850 440 806 400C776 372 790 320 826 290C850 268 780 200 820 150Z" fill="{GREEN}"/>'
    for x, y, r in ((760, 580, 26), (720, 640, 16), (800, 660, 20), (850, 620, 14), (900, 690, 22), (700, 560, 12), (980, 720, 16), (640, 620, 10), (770, 700, 12), (690, 190, 12), (730, 150, 16), (760, 90, 11)):
        b += f'<ellipse cx="{x}" cy="{y}" rx="{r*1.2}" ry="{r}" fill="{GREEN}"/>'
    b += f'<path d="M0 250C120 250 220 270 330 372L500 396" fill="none" stroke="#fff" stroke-width="12"/><path d="M806 372C900 400 960 430 1040 520L1070 600" fill="none" stroke="#fff" stroke-width="12"/>'
    b += f'<path d="M548 330C640 250 720 260 806 330" fill="none" stroke="{GREY}" stroke-width="7" stroke-dasharray="3 16" stroke-linecap="round"/>'
    b += f'<path d="M586 384C660 400 730 396 806 372" fill="none" stroke="{RED}" stroke-width="9"/>'
    halo = 'stroke="#fff" stroke-width="7" paint-order="stroke" stroke-linejoin="round"'
    for x, y, c in ((548, 330, GREY), (586, 384, RED), (806, 330, GREY), (806, 372, RED)): b += f'<circle cx="{x}" cy="{y}" r="13" fill="{c}" stroke="#fff" stroke-width="4"/>'
    b += text(530, 312, 'Gót', 32, 'end', 400, '#5c6266', halo) + text(560, 492, 'Đồng Bài', 36, 'end', 700, INK, halo) + text(832, 376, 'Cái Viềng', 36, 'start', 700, INK, halo)
    b += text(704, 456, 'Phà mới: 20 phút', 34, 'middle', 700, RED, halo) + text(676, 236, 'Bến cũ: 45 phút', 30, 'middle', 400, '#5c6266', halo)
    b += text(60, 170, 'HẢI PHÒNG', 38, weight=700, more='letter-spacing="3"') + text(400, 386, 'Cát Hải', 30, 'middle', fill='#5c6266') + text(1010, 250, 'CÁT BÀ', 40, 'middle', 700, '#4d6b45', 'letter-spacing="4"') + text(440, 640, 'Vịnh Bắc Bộ', 34, 'middle', fill='#5f8ca0', more='font-style="italic"')
    b += f'<circle cx="1070" cy="604" r="11" fill="{INK}"/>' + text(1052, 612, 'Thị trấn', 30, 'end', 400, INK) + f'<g transform="translate(60 660)"><path d="M0 -40L14 20L0 10L-14 20Z" fill="{INK}"/>{text(0, 52, "B", 28, "middle", 700)}</g>'
    save('cat-ba-map.svg', w, h, b)

# ---------- robusta at Buôn Ma Thuột, thousand đồng a kilo, week by week
COFFEE = [88.0, 89.5, 91.2, 90.4, 92.8, 95.1, 97.6, 96.2, 98.9, 101.4, 103.0, 101.8, 99.5, 97.1, 98.4, 100.2, 102.7, 104.9, 103.6, 101.0, 99.2, 97.8, 96.0, 94.7, 95.9, 97.3, 98.8, 97.4, 95.6, 93.8, 92.5, 94.1, 96.4, 98.0, 99.7, 101.1, 100.3, 98.6, 97.2, 98.3, 99.9, 101.6, 103.4, 102.2, 100.8, 101.9, 103.1, 104.4, 105.2, 104.1, 105.8, 112.4]
def coffee():
    w, h, left, right, foot, top, low, high = 480, 460, 58, 480, 410, 104, 80, 120
    x = lambda i: left + i * (right - left - 40) / (len(COFFEE) - 1)
    y = lambda v: foot - (v - low) / (high - low) * (foot - top)
    b = ''.join(f'<path d="M{left} {y(v):.1f}H{right}" stroke="#d5d8da" stroke-width="2"/>' + text(left - 8, y(v) + 9, v, 25, 'end', fill=GREY) for v in (80, 90, 100, 110, 120))
    b += f'<path d="M{left} {foot}H{right}" stroke="{INK}" stroke-width="4"/>'
    points = ' '.join(f'{x(i):.1f},{y(v):.1f}' for i, v in enumerate(COFFEE))
    b += f'<polyline points="{points}" fill="none" stroke="{BLUE}" stroke-width="5" stroke-linejoin="round"/><circle cx="{x(51):.1f}" cy="{y(COFFEE[-1]):.1f}" r="8" fill="{RED}"/>'
    b += text(x(51) - 16, y(COFFEE[-1]) - 14, '112.4', 30, 'end', 700, RED)
    for i, month in ((0, 'Nov'), (13, 'Feb'), (26, 'May'), (39, 'Aug'), (51, 'Nov')): b += text(x(i), foot + 34, month, 25, 'middle')
    b += text(0, 30, 'Worth waiting for', 31, weight=700) + text(0, 66, 'Robusta, thousand đồng a kilo', 25, fill=GREY)
    save('coffee-price.svg', w, h, b)

# ---------- the lower Mekong: kilometres from the sea, metres above it, gauges by country
GAUGES = [('Chiang Saen', 2364, 358), ('Luang Prabang', 2010, 267), ('Vientiane', 1580, 158), ('Nakhon Phanom', 1217, 131), ('Pakse', 869, 86), ('Stung Treng', 668, 37), ('Kratie', 545, 10), ('Phnom Penh', 332, 3), ('Tân Châu', 220, 1)]
def mekong():
    w, h, left, right, foot, top = 1200, 560, 60, 1180, 470, 110
    x = lambda km: left + (2400 - km) / 2400 * (right - left)
    y = lambda m: foot - m / 400 * (foot - top)
    line = ' '.join(f'L{x(km):.1f} {y(m):.1f}' for _, km, m in GAUGES)
    b = ''.join(f'<path d="M{left} {y(m):.1f}H{right}" stroke="#d5d8da" stroke-width="2"/>' + text(left - 8, y(m) + 9, m, 26, 'end', fill=GREY) for m in (100, 200, 300, 400))
    b += f'<path d="M{x(2364):.1f} {foot}{line}L{x(0):.1f} {foot}Z" fill="{WATER}"/><path d="M{x(2364):.1f} {y(358):.1f}{line}L{x(0):.1f} {foot}" fill="none" stroke="{BLUE}" stroke-width="6" stroke-linejoin="round"/><path d="M{left} {foot}H{right}" stroke="{INK}" stroke-width="4"/>'
    for i, (name, km, m) in enumerate(GAUGES):
        b += f'<circle cx="{x(km):.1f}" cy="{y(m):.1f}" r="9" fill="{RED}" stroke="#fff" stroke-width="3"/>'
        if name in ('Kratie', 'Tân Châu'): continue
        b += text(x(km) + 14 if km > 400 else w - 4, y(m) - 16, name, 27, 'start' if km > 400 else 'end', 700 if name in ('Vientiane', 'Phnom Penh') else 400)
    for km in (2000, 1500, 1000, 500, 0): b += text(x(km), foot + 38, f'{km:,}', 26, 'middle' if km else 'end')
    b += text(0, 40, 'Downhill all the way', 36, weight=700) + text(0, 76, 'Metres above the sea, by kilometres from it; nine of the 54 gauges', 26, fill=GREY) + text(right, foot + 78, 'kilometres from the sea', 24, 'end', fill=GREY)
    save('mekong-profile.svg', w, h, b)

# ---------- what an empty fifth costs, against a night's flood and a fine: VNĐ billion
LOST_POWER = 310e6 * 1200 / 1e9
SUMS = [('The empty fifth of 52 lakes, a year', LOST_POWER, BLUE), ('1,900 flooded houses, one night', 1900 * 85e6 / 1e9, GREY), ('The fine for one full lake', 1.4, RED)]
def fifth():
    w, h, top, deep, gap = 1200, 600, 122, 66, 148
    scale = (w - 190) / LOST_POWER
    b = text(0, 40, 'Cheaper to be caught', 40, weight=700) + text(0, 82, 'VNĐ billion', 30, fill=GREY)
    for i, (name, sum_of, colour) in enumerate(SUMS):
        y = top + i * gap
        figure = f'{sum_of:.3g}' if sum_of < 100 else f'{sum_of:.0f}'
        b += text(0, y + 36, name, 34) + f'<rect x="0" y="{y+54}" width="{max(sum_of * scale, 5):.1f}" height="{deep}" fill="{colour}"/>'
        b += text(sum_of * scale + 18, y + 54 + deep / 2 + 17, figure, 48, weight=700, fill=colour if colour != GREY else INK)
    b += text(w, h - 8, 'Source: the author’s sums from the rule and the commune’s count', 26, 'end', fill=GREY)
    save('reservoir-fifth.svg', w, h, b)

if __name__ == '__main__':
    for chart in (cries, walk, crossing, coffee, mekong, fifth):
        chart()
