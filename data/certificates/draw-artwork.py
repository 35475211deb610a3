#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the border (khung-hoa-sen.svg) and the emblem (bieu-trung.svg) of the certificates.

Everything is a filled outline, one path for each colour and layer: the PDF then holds the whole
border as a few large paths, and cairo has little to look at again for each page. Units are mm.

    python3 draw-artwork.py            (needs fontTools for the lettering on the emblem's ribbon)
"""
import math
import os

HERE = os.path.dirname(os.path.abspath(__file__))

RED = "#b3131f"
RED_DEEP = "#8e0d18"
GOLD = "#e2b04a"
GOLD_DEEP = "#b8862b"
GOLD_PALE = "#f7e3ae"
IVORY = "#fffcf4"
TINT = "#fbf3dc"


class Layer:
    """One compound path in one colour."""

    def __init__(self, colour, rule="nonzero"):
        self.colour = colour
        self.rule = rule
        self.parts = []

    def polygon(self, points):
        self.parts.append("M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points) + "Z")
        return self

    def rectangle(self, x, y, w, h, inward=False):
        p = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
        return self.polygon(p[::-1] if inward else p)

    def rule_frame(self, inset, width, w=297.0, h=210.0):
        """A rectangular rule as outer and inner outline."""
        self.rectangle(inset, inset, w - 2 * inset, h - 2 * inset)
        i = inset + width
        return self.rectangle(i, i, w - 2 * i, h - 2 * i, inward=True)

    def circle(self, x, y, r, inward=False):
        s = 0 if inward else 1
        self.parts.append(f"M{x - r:.2f} {y:.2f}A{r:.2f} {r:.2f} 0 1 {s} {x + r:.2f} {y:.2f}"
                          f"A{r:.2f} {r:.2f} 0 1 {s} {x - r:.2f} {y:.2f}Z")
        return self

    def ring(self, x, y, outer, inner):
        return self.circle(x, y, outer).circle(x, y, inner, inward=True)

    def raw(self, d):
        self.parts.append(d)
        return self

    def svg(self):
        fill_rule = ' fill-rule="evenodd"' if self.rule == "evenodd" else ""
        return f'<path fill="{self.colour}"{fill_rule} d="{"".join(self.parts)}"/>'


class Place:
    """A placing of local shapes: turned by an angle, enlarged, moved."""

    def __init__(self, x=0.0, y=0.0, angle=0.0, k=1.0, flip=False):
        self.x, self.y, self.k, self.flip = x, y, k, flip
        self.c, self.s = math.cos(angle), math.sin(angle)

    def __call__(self, p):
        x, y = p
        if self.flip:
            y = -y
        return (self.x + self.k * (x * self.c - y * self.s),
                self.y + self.k * (x * self.s + y * self.c))

    def path(self, commands):
        """commands: [("M", [(x, y)]), ("C", [3 points]), ("L", [...]), ("Z", [])]"""
        out = []
        for op, points in commands:
            out.append(op + " ".join(f"{a:.2f} {b:.2f}" for a, b in map(self, points)))
        return "".join(out)


def ribbon(points, widths):
    """A stroke of changing width, as a polygon."""
    left, right = [], []
    n = len(points)
    for i, (x, y) in enumerate(points):
        x0, y0 = points[max(0, i - 1)]
        x1, y1 = points[min(n - 1, i + 1)]
        d = math.hypot(x1 - x0, y1 - y0) or 1.0
        nx, ny = -(y1 - y0) / d, (x1 - x0) / d
        w = widths[i] / 2
        left.append((x + nx * w, y + ny * w))
        right.append((x - nx * w, y - ny * w))
    return left + right[::-1]


def petal(length, width, tip=0.15):
    """A pointed petal from the origin upwards (towards -y)."""
    w = width / 2
    return [("M", [(0, 0)]),
            ("C", [(-w * 1.15, -length * 0.18), (-w * 1.2, -length * 0.62), (0, -length)]),
            ("C", [(w * 1.2, -length * 0.62), (w * 1.15, -length * 0.18), (0, 0)]),
            ("Z", [])]


def leaf(length, width):
    """A leaf with one straighter side, along +x from the origin."""
    return [("M", [(0, 0)]),
            ("C", [(length * 0.2, -width * 0.95), (length * 0.7, -width * 0.75), (length, 0)]),
            ("C", [(length * 0.62, width * 0.22), (length * 0.22, width * 0.3), (0, 0)]),
            ("Z", [])]


# ── The scroll of lotus along the band ──────────────────────────────────────────────────────

def lotus_side(layer, place, k=1.0):
    """A lotus seen from the side, petals apart, standing on the origin."""
    for angle, length, width in ((-1.15, 2.3, 0.95), (-0.62, 2.75, 1.05), (0.0, 3.0, 1.15),
                                 (0.62, 2.75, 1.05), (1.15, 2.3, 0.95)):
        local = [(op, [(x * math.cos(angle) - y * math.sin(angle),
                        x * math.sin(angle) + y * math.cos(angle)) for x, y in
                       [(px * k, py * k) for px, py in pts]])
                 for op, pts in petal(length, width)]
        layer.raw(place.path(local))


def rosette(layer, place, petals, r0, r1, width):
    for i in range(petals):
        a = 2 * math.pi * i / petals
        pts = [(op, [(x * math.cos(a) - (y - r0) * math.sin(a),
                      x * math.sin(a) + (y - r0) * math.cos(a)) for x, y in p])
               for op, p in petal(r1 - r0, width)]
        layer.raw(place.path(pts))


def scroll_cell(vine, flower, centre, place, pitch, half, up):
    """One coil: the vine's arc over or under the centre, then a spiral into it with a flower."""
    s = -1 if up else 1
    rx, ry = pitch / 2, half
    pts, widths = [], []
    for i in range(25):                                   # the arc
        a = math.pi * (1 - i / 24)
        pts.append((rx * math.cos(a), s * ry * math.sin(a)))
        widths.append(0.52)
    n = 44
    for i in range(1, n + 1):                             # the spiral
        t = i / n
        a = -t * 1.55 * math.pi
        fx = rx * 0.97 * (1 - t) ** 1.0 + 2.25 * t
        fy = ry * (1 - t) ** 0.9 + 2.25 * t
        pts.append((fx * math.cos(a), s * fy * math.sin(a)))
        widths.append(0.52 - 0.22 * t)
    arc, spiral = pts[:25], pts[24:]
    vine.polygon([place(p) for p in ribbon(arc, widths[:25])])
    vine.polygon([place(p) for p in ribbon(spiral, widths[24:])])
    # leaves along the spiral, outwards and forwards
    for index, length, width, turn in ((8, 2.1, 0.95, 0.75), (17, 1.9, 0.9, 0.8),
                                       (27, 1.5, 0.7, 0.85)):
        x, y = spiral[index]
        x1, y1 = spiral[index + 1]
        a = math.atan2(y1 - y, x1 - x) - turn * s * 1.0
        local = [(op, [(x + px * math.cos(a) - (py * s) * math.sin(a),
                        y + px * math.sin(a) + (py * s) * math.cos(a)) for px, py in p])
                 for op, p in leaf(length, width)]
        vine.raw(place.path(local))
    # the blossom in the coil
    rosette(flower, Moved(place, 0, 0), 8, 0.62, 1.85, 0.92)
    ring = [(0.42 * math.cos(2 * math.pi * i / 20), 0.42 * math.sin(2 * math.pi * i / 20))
            for i in range(20)]
    centre.polygon([place(p) for p in ring])
    # buds in the corners that the coils leave
    for sx in (-1, 1):
        b = (sx * rx, -s * (half - 0.35))
        for turn, length in ((0, 1.7), (-0.8, 1.25), (0.8, 1.25)):
            a = turn + (0 if s < 0 else math.pi)
            local = [(op, [(b[0] + px * math.cos(a) - py * math.sin(a),
                            b[1] + px * math.sin(a) + py * math.cos(a)) for px, py in p])
                     for op, p in petal(length, 0.62)]
            if sx > 0:
                flower.raw(place.path(local))


class Moved(Place):
    """A place inside another one."""

    def __init__(self, outer, x, y):
        self.outer, self.dx, self.dy = outer, x, y

    def __call__(self, p):
        return self.outer((p[0] + self.dx, p[1] + self.dy))


def band(vine, flower, centre, length, place_at, half):
    """Coils along a side, an odd number so that both ends are alike."""
    n = max(3, round(length / 11.6))
    n += 1 - n % 2
    pitch = length / n
    for i in range(n):
        scroll_cell(vine, flower, centre, place_at((i + 0.5) * pitch), pitch, half, i % 2 == 0)


# ── The drum of Đông Sơn as a tint under the text ───────────────────────────────────────────

BIRD = [("M", [(-8.2, 0.4)]), ("L", [(-4.6, -0.55)]),
        ("C", [(-4.3, -1.25), (-3.3, -1.5), (-2.6, -1.0)]),
        ("L", [(-0.9, -2.1)]), ("L", [(-2.1, -0.75)]),
        ("C", [(-1.2, -0.9), (-0.4, -0.95), (0.5, -0.85)]),
        ("L", [(2.2, -3.4)]), ("L", [(5.2, -3.9)]), ("L", [(3.1, -0.9)]),
        ("L", [(8.4, -1.5)]), ("L", [(7.6, -0.4)]), ("L", [(8.6, 0.3)]), ("L", [(3.0, 0.75)]),
        ("L", [(4.4, 3.2)]), ("L", [(1.6, 2.9)]), ("L", [(0.2, 0.95)]),
        ("C", [(-1.2, 1.05), (-2.4, 0.8), (-3.4, 0.35)]),
        ("L", [(-4.5, 0.2)]), ("Z", [])]


def star(layer, x, y, rays, outer, inner, turn=0.0):
    pts = []
    for i in range(rays * 2):
        a = turn - math.pi / 2 + math.pi * i / rays
        r = outer if i % 2 == 0 else inner
        pts.append((x + r * math.cos(a), y + r * math.sin(a)))
    layer.polygon(pts)


def comb(layer, x, y, r0, r1, n, share=0.5):
    for i in range(n):
        a0 = 2 * math.pi * i / n
        a1 = a0 + 2 * math.pi / n * share
        layer.polygon([(x + r0 * math.cos(a0), y + r0 * math.sin(a0)),
                       (x + r1 * math.cos(a0), y + r1 * math.sin(a0)),
                       (x + r1 * math.cos(a1), y + r1 * math.sin(a1)),
                       (x + r0 * math.cos(a1), y + r0 * math.sin(a1))])


def teeth(layer, x, y, r0, r1, n):
    for i in range(n):
        a0, a1 = 2 * math.pi * i / n, 2 * math.pi * (i + 1) / n
        am = (a0 + a1) / 2
        layer.polygon([(x + r0 * math.cos(a0), y + r0 * math.sin(a0)),
                       (x + r1 * math.cos(am), y + r1 * math.sin(am)),
                       (x + r0 * math.cos(a1), y + r0 * math.sin(a1))])


def tangent_circles(layer, x, y, r, n, size):
    """Circles with a dot, joined by slanting tangents: the drum's own running motive."""
    step = 2 * math.pi / n
    for i in range(n):
        a = step * i
        cx, cy = x + r * math.cos(a), y + r * math.sin(a)
        layer.ring(cx, cy, size, size - 0.28)
        layer.ring(cx, cy, size * 0.55, size * 0.55 - 0.24)
        layer.circle(cx, cy, size * 0.2)
        b = step * (i + 1)
        r0, r1 = r + size * 0.9, r - size * 0.9
        p0 = (x + r0 * math.cos(a + step * 0.12), y + r0 * math.sin(a + step * 0.12))
        p1 = (x + r1 * math.cos(b - step * 0.12), y + r1 * math.sin(b - step * 0.12))
        layer.polygon(ribbon([p0, p1], [0.28, 0.28]))


def drum(layer, x, y, k):
    star(layer, x, y, 14, 15.5 * k, 5.2 * k)
    for r in (17.2, 18.0, 23.6, 24.4, 28.9, 29.7, 43.8, 44.6, 49.1, 49.9, 53.6, 54.6):
        layer.ring(x, y, r * k + 0.17, r * k - 0.17)
    comb(layer, x, y, 18.6 * k, 20.4 * k, 120)
    tangent_circles(layer, x, y, 22.0 * k, 40, 1.12 * k)
    teeth(layer, x, y, 25.0 * k, 28.3 * k, 72)
    for i in range(16):
        a = 2 * math.pi * i / 16
        p = Place(x + 36.7 * k * math.cos(a), y + 36.7 * k * math.sin(a), a + math.pi / 2,
                  0.78 * k)
        layer.raw(p.path(BIRD))
    tangent_circles(layer, x, y, 46.9 * k, 84, 1.2 * k)
    comb(layer, x, y, 50.5 * k, 53.0 * k, 260)


# ── The border ──────────────────────────────────────────────────────────────────────────────

def corner(layers, x, y, size):
    ground, line, gold, red, pale = layers
    h = size / 2
    cx, cy = x + h, y + h
    ground.rectangle(x, y, size, size)
    line.rectangle(x + 0.55, y + 0.55, size - 1.1, size - 1.1)
    line.rectangle(x + 0.95, y + 0.95, size - 1.9, size - 1.9, inward=True)
    line.ring(cx, cy, h - 1.35, h - 1.7)
    rosette(gold, Place(cx, cy), 12, 3.0, h - 2.0, 2.15)
    rosette(red, Place(cx, cy, math.pi / 12), 12, 2.6, h - 3.4, 1.15)
    pale.circle(cx, cy, 2.75)
    star(red, cx, cy, 12, 2.35, 1.0)
    for sx in (-1, 1):
        for sy in (-1, 1):
            for turn, length in ((0, 1.9), (-0.7, 1.5), (0.7, 1.5)):
                a = math.atan2(-sy, -sx) + math.pi / 2 + turn
                p = Place(cx + sx * (h - 1.45), cy + sy * (h - 1.45), a)
                gold.raw(p.path(petal(length, 0.8)))


def frame():
    ivory = Layer(IVORY)
    tint = Layer(TINT)
    gold = Layer(GOLD)
    pale = Layer(GOLD_PALE)
    deep = Layer(GOLD_DEEP)
    red = Layer(RED)
    vine = Layer(RED)
    flower = Layer(RED)
    centre = Layer(GOLD_DEEP)

    w, h = 297.0, 210.0
    ivory.rectangle(5.4, 5.4, w - 10.8, h - 10.8)
    drum(tint, w / 2, 112.0, 0.98)

    outer, inner = 8.0, 18.0
    pale.rule_frame(outer, inner - outer)
    red.rule_frame(5.4, 0.95)
    deep.rule_frame(6.95, 0.3)
    deep.rule_frame(outer, 0.28)
    deep.rule_frame(inner - 0.28, 0.28)
    red.rule_frame(inner + 0.75, 0.38)

    size = 14.6
    x0 = outer - (size - (inner - outer)) / 2
    half = 3.95
    mid = (outer + inner) / 2
    start = x0 + size
    along, down = w - 2 * start, h - 2 * start
    band(vine, flower, centre, along, lambda t: Place(start + t, mid), half)
    band(vine, flower, centre, along, lambda t: Place(w - start - t, h - mid, math.pi), half)
    band(vine, flower, centre, down, lambda t: Place(w - mid, start + t, math.pi / 2), half)
    band(vine, flower, centre, down, lambda t: Place(mid, h - start - t, -math.pi / 2), half)

    # small teeth of lotus petals inside the inner rule
    n = 124
    fringe = Layer(GOLD)
    edge = inner + 1.5
    for count, place in ((n, lambda t: Place(edge + t * (w - 2 * edge), edge, math.pi)),
                         (n, lambda t: Place(edge + t * (w - 2 * edge), h - edge, 0)),
                         (86, lambda t: Place(edge, edge + t * (h - 2 * edge), math.pi / 2)),
                         (86, lambda t: Place(w - edge, edge + t * (h - 2 * edge), -math.pi / 2))):
        for i in range(count):
            fringe.raw(place((i + 0.5) / count).path(petal(1.35, 0.95)))

    c_ground, c_line, c_gold = Layer(RED), Layer(GOLD), Layer(GOLD)
    c_red, c_pale = Layer(RED_DEEP), Layer(GOLD_PALE)
    for cx in (x0, w - x0 - size):
        for cy in (x0, h - x0 - size):
            corner((c_ground, c_line, c_gold, c_red, c_pale), cx, cy, size)

    # the place of the emblem: the band opens around it
    arch, arch_line = Layer(IVORY), Layer(RED)
    arch.circle(w / 2, 21.5, 17.2)
    layers = [ivory, tint, pale, deep, red, fringe, vine, flower, centre, c_ground, c_line, c_gold,
              c_red, c_pale, arch, arch_line]
    return svg(w, h, layers)


def svg(w, h, layers):
    body = "\n".join(layer.svg() for layer in layers if layer.parts)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{w:g}mm" height="{h:g}mm" '
            f'viewBox="0 0 {w:g} {h:g}">\n{body}\n</svg>\n')


# ── The emblem ──────────────────────────────────────────────────────────────────────────────

def grain(length, width):
    """A grain of rice along -y from the origin."""
    w = width / 2
    return [("M", [(0, 0)]),
            ("C", [(-w * 1.3, -length * 0.15), (-w * 1.15, -length * 0.7), (0, -length)]),
            ("C", [(w * 1.15, -length * 0.7), (w * 1.3, -length * 0.15), (0, 0)]),
            ("Z", [])]


def ear_point(t, side, radius):
    """Along an ear of rice: t from 0 (foot, bottom) to 1 (tip, top)."""
    a = math.pi / 2 + side * (0.36 + t * 2.56)
    return 50 + radius * math.cos(a), 49.5 + radius * 1.02 * math.sin(a), a


def ears(dark, light):
    for side in (-1, 1):
        for row, (radius, lean, length, width, first) in enumerate(
                ((36.2, -0.36, 6.6, 3.0, 0.02), (44.6, 0.62, 6.8, 3.0, 0.0),
                 (40.4, 0.12, 7.4, 3.3, 0.035))):
            n = 22
            for i in range(n):
                t = first + i / n * 0.985
                if t > 1.0:
                    continue
                x, y, a = ear_point(t, side, radius - (0.6 if row == 1 else 0) * t)
                shrink = 1.0 - 0.22 * t
                angle = a + math.pi / 2 + side * math.pi / 2 - side * lean + math.pi / 2
                # along the tangent towards the tip, leaning out or in
                p = Place(x, y, angle - math.pi / 2 if side > 0 else angle - math.pi / 2, shrink)
                dark.raw(p.path(grain(length, width)))
                q = Place(*p((0, -0.35)), angle - math.pi / 2, shrink)
                light.raw(q.path(grain(length - 0.9, width - 1.1)))


def cogwheel(layer, cx, cy, r, teeth_n, depth):
    pts = []
    for i in range(teeth_n):
        a = 2 * math.pi * i / teeth_n
        step = 2 * math.pi / teeth_n
        for da, rr in ((-0.30, r), (-0.20, r + depth), (0.20, r + depth), (0.30, r)):
            pts.append((cx + rr * math.cos(a + da * step), cy + rr * math.sin(a + da * step)))
    layer.polygon(pts)


def letters(layer, font, text, cx, cy, size, bend):
    """Lettering on a bow that sags by the curvature 1/bend below (cx, cy)."""
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen
    glyphs, cmap = font.getGlyphSet(), font.getBestCmap()
    em = font["head"].unitsPerEm
    k = size / em
    track = 0.03 * size
    total = sum(glyphs[cmap[ord(c)]].width * k + track for c in text) - track
    at = -total / 2
    for c in text:
        g = glyphs[cmap[ord(c)]]
        wide = g.width * k
        a = -(at + wide / 2) / bend
        ox = cx + bend * math.sin(-a) - 0
        oy = cy + bend * (math.cos(a) - 1)
        ca, sa = math.cos(a), math.sin(a)
        pen = SVGPathPen(glyphs, lambda v: f"{v:.2f}")
        t = (k * ca, k * sa, k * sa, -k * ca,
             ox - wide / 2 * ca, oy - wide / 2 * sa)
        g.draw(TransformPen(pen, t))
        layer.raw(pen.getCommands())
        at += wide + track


def bow(x0, x1, y, sag, height, n=24):
    """A band that hangs between x0 and x1: its outline."""
    top, low = [], []
    for i in range(n + 1):
        u = i / n * 2 - 1
        x = x0 + (x1 - x0) * i / n
        d = sag * (1 - u * u)
        top.append((x, y + d))
        low.append((x, y + d + height))
    return top + low[::-1]


def emblem():
    from fontTools.ttLib import TTFont
    font = TTFont(os.path.join(HERE, "..", "fonts", "LiberationSans-Bold.ttf"))
    disc_edge, disc = Layer(GOLD_DEEP), Layer("#c8141f")
    dark, light = Layer("#a8711a"), Layer("#f4c443")
    wheel_dark, wheel, wheel_red = Layer("#a8711a"), Layer("#f4c443"), Layer("#c8141f")
    star_layer = Layer("#ffd54a")
    star_dark = Layer("#e0a526")
    tie_edge, tie = Layer("#f4c443"), Layer("#b3131f")
    fold_edge, fold = Layer("#d9a53a"), Layer("#8e0d18")
    words = Layer("#ffe08a")

    disc.circle(50, 49.5, 38.5)
    disc_edge.circle(50, 49.5, 39.2)
    ears(dark, light)

    # the star, each ray halved in light and shade
    cx, cy, r = 50, 40.5, 18.5
    q = r * math.sin(math.pi / 10) / math.sin(7 * math.pi / 10)
    star(star_layer, cx, cy, 5, r, q)
    for i in range(5):
        a = -math.pi / 2 + 2 * math.pi * i / 5
        b = a + math.pi / 5
        star_dark.polygon([(cx, cy), (cx + r * math.cos(a), cy + r * math.sin(a)),
                           (cx + q * math.cos(b), cy + q * math.sin(b))])

    cogwheel(wheel_dark, 50, 77.5, 12.9, 16, 3.6)
    cogwheel(wheel, 50, 77.5, 12.3, 16, 3.5)
    wheel_red.ring(50, 77.5, 9.6, 6.6)
    for i in range(8):
        a = 2 * math.pi * (i + 0.5) / 8
        wheel.polygon(ribbon([(50 + 6 * math.cos(a), 77.5 + 6 * math.sin(a)),
                              (50 + 10 * math.cos(a), 77.5 + 10 * math.sin(a))], [1.7, 1.7]))
    wheel_red.circle(50, 77.5, 2.6)

    # ribbon: ends folded behind, the bow with the words in front
    for s in (-1, 1):
        def m(p, s=s):
            return (50 + s * (p[0] - 50), p[1])
        end = [(81.5, 66.5), (94.5, 60.5), (98.2, 66.4), (92.6, 67.9), (93.4, 74.0), (80.0, 79.5)]
        fold_edge.polygon([m(p) for p in end])
        inside = [(82.4, 67.4), (93.9, 62.0), (96.0, 65.8), (91.2, 67.2), (92.1, 73.1), (81.0, 77.9)]
        fold.polygon([m(p) for p in inside])
    tie_edge.polygon(bow(14.6, 85.4, 71.8, 14.6, 13.6))
    tie.polygon(bow(15.4, 84.6, 72.7, 14.5, 11.9))
    letters(words, font, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 50, 92.2, 4.35, 41)
    letters(words, font, "VIỆT NAM", 50, 97.4, 4.35, 41)

    layers = [disc_edge, disc, star_layer, star_dark, dark, light, wheel_dark, wheel, wheel_red,
              fold_edge, fold, tie_edge, tie, words]
    return svg(100, 102, layers).replace('width="100mm" height="102mm"',
                                         'width="30mm" height="30.6mm"')


if __name__ == "__main__":
    for name, text in (("khung-hoa-sen.svg", frame()), ("bieu-trung.svg", emblem())):
        with open(os.path.join(HERE, name), "w", encoding="utf-8") as f:
            f.write(text)
        print(name, len(text.encode()) // 1024, "kB")
