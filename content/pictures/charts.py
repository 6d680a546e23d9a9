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

if __name__ == '__main__':
    cries()
    walk()
