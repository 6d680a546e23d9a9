#!/usr/bin/env python3
# Writes the advertisements of firms that do not exist: a timetable, a bank, a theatre.
SERIF, SANS = 'font-family="Noto Serif Display"', 'font-family="Noto Sans"'

def text(x, y, s, size, face=SANS, anchor='start', weight=400, fill='#1c2228', more=''):
    return f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}" fill="{fill}" {face} {more}>{s}</text>'

def save(name, w, h, body):
    with open(name, 'w') as f:
        f.write(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}">{body}</svg>\n')

def waves(w, y, count, colour, step=26):
    lines = ''
    for k in range(count):
        d = f'M0 {y+k*step}' + ''.join(f'q{w/24:.1f} {-16 if i % 2 else 16} {w/12:.1f} 0' for i in range(12))
        lines += f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="5" opacity="{1-k/(count+1):.2f}"/>'
    return lines

# ---------- Bến Sóng Ferry: the new timetable, half a page
def ferry():
    w, h, blue, sand, red = 2400, 1560, '#12405a', '#f3ead9', '#c2352b'
    b = f'<rect width="{w}" height="{h}" fill="{blue}"/>' + waves(w, 1180, 9, '#2f6d8c', 42)
    b += '<g transform="translate(1420 470) scale(1.1)"><path d="M0 300L70 400H730L800 270H640V210H560V150H240V210H150V300Z" fill="#f8f5ee"/><path d="M70 400H730L744 374H52Z" fill="#c2352b"/>'
    b += ''.join(f'<rect x="{270+i*46}" y="166" width="28" height="28" fill="{blue}"/>' for i in range(6)) + ''.join(f'<rect x="{180+i*52}" y="236" width="34" height="34" fill="{blue}"/>' for i in range(9))
    b += f'<rect x="330" y="70" width="60" height="82" fill="{blue}" stroke="#f8f5ee" stroke-width="8"/><rect x="430" y="70" width="60" height="82" fill="{blue}" stroke="#f8f5ee" stroke-width="8"/><path d="M0 300L-70 250L-50 240L20 292Z" fill="#f8f5ee"/></g>'
    b += text(140, 300, 'Twenty minutes.', 190, SERIF, fill=sand, weight=600) + text(140, 500, 'Bring a book', 150, SERIF, fill=sand, more='font-style="italic"') + text(140, 660, 'of short stories.', 150, SERIF, fill=sand, more='font-style="italic"')
    rows = [('Đồng Bài – Cái Viềng', 'every 20 minutes'), ('First and last boat', '5.30am and 10.30pm'), ('On foot', 'VNĐ15,000'), ('With a motorbike', 'VNĐ45,000'), ('With a car', 'VNĐ220,000')]
    for i, (a, c) in enumerate(rows):
        y = 830 + i * 78
        b += text(140, y, a, 50, fill=sand) + text(1240, y, c, 50, anchor='end', fill=sand, weight=600) + f'<path d="M140 {y+24}H1240" stroke="{sand}" stroke-width="2" opacity=".5"/>'
    b += f'<rect y="1330" width="{w}" height="230" fill="{sand}"/>' + text(140, 1476, 'Bến Sóng Ferry Company', 84, SERIF, weight=700, fill=blue) + text(2260, 1470, 'example.org/ben-song', 56, anchor='end', fill=blue)
    save('ben-song.svg', w, h, b)

# ---------- Bạch Mã Bank: two columns
def bank():
    w, h, green, paper = 1000, 1230, '#1d4a3c', '#f6f1e4'
    b = f'<rect width="{w}" height="{h}" fill="{paper}"/><rect x="24" y="24" width="{w-48}" height="{h-48}" fill="none" stroke="{green}" stroke-width="6"/>'
    b += f'<path d="M70 820C240 560 300 700 420 480C480 380 560 420 610 500C700 640 760 540 930 820Z" fill="{green}"/><path d="M70 820C260 690 420 760 560 690C700 640 820 740 930 820Z" fill="#3c7a62"/><circle cx="800" cy="500" r="64" fill="#d9a441"/>'
    b += text(500, 190, 'Slow money.', 120, SERIF, 'middle', 700, green) + text(500, 290, 'Twelve months at 5.4 per cent,', 48, SANS, 'middle', 400, green) + text(500, 350, 'from VNĐ1 million.', 48, SANS, 'middle', 400, green)
    b += text(500, 960, 'Bạch Mã Bank', 100, SERIF, 'middle', 700, green) + text(500, 1040, 'As old as the mountain road.', 46, SERIF, 'middle', 400, green, 'font-style="italic"') + text(500, 1150, 'example.org/bach-ma', 38, SANS, 'middle', 400, green)
    save('bach-ma.svg', w, h, b)

# ---------- the August Hall: silent films, three columns
def hall():
    w, h = 1500, 960
    b = f'<rect width="{w}" height="{h}" fill="#17130f"/><path d="M1500 150L330 470L1500 860Z" fill="#f2dfae" opacity=".22"/><path d="M1500 260L330 480L1500 740Z" fill="#f2dfae" opacity=".3"/>'
    b += '<g transform="translate(170 480)" fill="#d8c9a3"><rect x="-90" y="-70" width="230" height="150" rx="10"/><circle cx="-50" cy="-130" r="78" fill="none" stroke="#d8c9a3" stroke-width="20"/><circle cx="100" cy="-150" r="62" fill="none" stroke="#d8c9a3" stroke-width="20"/><path d="M140 -30L190 -50V50L140 34Z"/><path d="M-40 80L-90 330H-60L0 80ZM70 80L130 330H100L30 80Z"/></g>'
    b += text(1430, 380, 'A goose on a tram', 118, SERIF, 'end', 700, '#f6ecd2') + text(1430, 480, 'and seven nights that say nothing', 64, SERIF, 'end', 400, '#f6ecd2', 'font-style="italic"')
    b += text(1430, 640, 'Silent films with an orchestra of eight', 48, SANS, 'end', 400, '#f6ecd2') + text(1430, 710, '25 November to 2 December, 8pm', 48, SANS, 'end', 600, '#f6ecd2') + text(1430, 880, 'THE AUGUST HALL · HÀ NỘI · VNĐ60,000', 40, SANS, 'end', 600, '#d9a441', 'letter-spacing="3"')
    save('august-hall.svg', w, h, b)

if __name__ == '__main__':
    for advertisement in (ferry, bank, hall):
        advertisement()
