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


def area(points):
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1]))


class Layer:
    """One compound path in one colour."""

    def __init__(self, colour, rule="nonzero"):
        self.colour = colour
        self.rule = rule
        self.parts = []

    def polygon(self, points, inward=False):
        """A closed outline; outlines turn one way, holes the other, whatever mirrored them."""
        if (area(points) < 0) != inward:
            points = points[::-1]
        self.parts.append("M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points) + "Z")
        return self

    def rectangle(self, x, y, w, h, inward=False):
        p = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
        return self.polygon(p, inward)

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

    def dot(self, x, y, r):
        """A circle so small that an octagon will do."""
        return self.polygon([(x + r * math.cos(a * math.pi / 4), y + r * math.sin(a * math.pi / 4))
                             for a in range(8)])

    def ring(self, x, y, outer, inner):
        return self.circle(x, y, outer).circle(x, y, inner, inward=True)

    def shape(self, place, commands):
        """Curves: [("M", [p]), ("C", [p, p, p]), ("L", [p]), ("Z", [])], placed."""
        steps = [(op, [place(p) for p in pts]) for op, pts in commands if op != "Z"]
        if area([p for _, pts in steps for p in pts]) < 0:
            ends = [pts[-1] for _, pts in steps]
            back = [("M", [ends[-1]])]
            for i in range(len(steps) - 1, 0, -1):
                op, pts = steps[i]
                back.append((op, pts[-2::-1] + [ends[i - 1]]))
            steps = back
        return self.raw("".join(op + " ".join(f"{x:.2f} {y:.2f}" for x, y in pts)
                                for op, pts in steps) + "Z")

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

def rosette(layer, place, petals, r0, r1, width):
    for i in range(petals):
        a = 2 * math.pi * i / petals
        pts = [(op, [(x * math.cos(a) - (y - r0) * math.sin(a),
                      x * math.sin(a) + (y - r0) * math.cos(a)) for x, y in p])
               for op, p in petal(r1 - r0, width)]
        layer.shape(place, pts)


def turned(commands, x, y, a, flip=1):
    """Commands turned by a and moved to x, y; flip mirrors them first."""
    c, s = math.cos(a), math.sin(a)
    return [(op, [(x + px * c - py * flip * s, y + px * s + py * flip * c) for px, py in pts])
            for op, pts in commands]


def scroll_cell(vine, flower, centre, place, pitch, half, up):
    """One coil: the vine's arc over or under the centre, and a branch that winds back into it and
    carries a lotus, with leaves on both sides."""
    s = -1 if up else 1
    rx, ry = pitch / 2, half
    arc = []
    for i in range(19):
        a = math.pi * (1 - i / 18)
        arc.append((rx * math.cos(a), s * ry * math.sin(a)))
    vine.polygon([place(p) for p in ribbon(arc, [0.62] * 19)])
    branch, n = [], 27
    for i in range(n + 1):
        t = i / n
        a = -t * 1.2 * math.pi
        fx = rx * (1 - t) + 2.3 * t
        fy = ry * (1 - t * t) + 2.3 * t * t
        branch.append((fx * math.cos(a), s * fy * math.sin(a)))
    vine.polygon([place(p) for p in ribbon(branch, [0.62 - 0.16 * i / n - 0.34 * max(0, i / n - 0.8) / 0.2
                                                    for i in range(n + 1)])])
    # leaves: outwards into the corner that the coils leave, and inwards beside the lotus
    for index, length, width, turn, side in ((6, 2.0, 1.05, 0.7, 1), (10, 1.8, 0.95, 0.5, 1),
                                             (16, 1.75, 0.85, 0.75, 1), (21, 1.5, 0.8, 0.8, 1)):
        x, y = branch[index]
        x1, y1 = branch[index + 1]
        a = math.atan2(y1 - y, x1 - x) + turn * s * side
        vine.shape(place, turned(leaf(length, width), x, y, a, s))
    for index, turn in ((3, -0.8), (8, -0.55), (13, -0.7)):
        x, y = arc[index]
        x1, y1 = arc[index + 1]
        a = math.atan2(y1 - y, x1 - x) - turn * s
        vine.shape(place, turned(leaf(1.4, 0.72), x, y, a, -s))
    rosette(flower, Moved(place, 0, 0), 10, 0.75, 2.15, 0.92)
    centre.polygon([place((0.55 * math.cos(2 * math.pi * i / 20),
                           0.55 * math.sin(2 * math.pi * i / 20))) for i in range(20)])
    # a bud in the corner between this coil and the next
    x, y = rx, -s * (half - 0.2)
    for turn, length in ((0, 1.9), (-0.75, 1.4), (0.75, 1.4)):
        a = turn + (math.pi if up else 0)
        flower.shape(place, turned(petal(length, 0.7), x, y * 1.0, a + math.pi))


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

# A Lạc bird in profile: long bill, crest, one wing raised, fanned tail, trailing feet.
BIRD = [("M", [(-9.6, -0.9)]), ("L", [(-5.9, -1.95)]),
        ("C", [(-5.3, -2.75), (-4.3, -2.9), (-3.6, -2.5)]),
        ("L", [(-0.9, -4.3)]), ("L", [(-2.9, -1.75)]),
        ("C", [(-2.3, -0.9), (-1.2, -0.85), (-0.2, -1.0)]),
        ("C", [(0.2, -3.2), (1.4, -5.2), (3.7, -6.6)]),
        ("C", [(3.5, -5.7), (3.6, -5.1), (4.2, -4.9)]),
        ("C", [(3.7, -4.3), (3.8, -3.6), (4.4, -3.3)]),
        ("C", [(3.8, -2.7), (3.9, -2.0), (4.4, -1.7)]),
        ("C", [(3.7, -1.3), (3.4, -1.0), (3.5, -0.7)]),
        ("L", [(9.4, -2.1)]), ("L", [(8.7, -1.0)]), ("L", [(9.7, -0.5)]), ("L", [(8.6, 0.1)]),
        ("L", [(4.6, 0.55)]), ("L", [(7.6, 1.75)]), ("L", [(2.4, 1.25)]),
        ("C", [(0.4, 1.75), (-2.1, 1.35), (-3.6, 0.1)]),
        ("C", [(-4.2, -0.4), (-4.6, -0.8), (-5.3, -0.95)]), ("Z", [])]


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
        layer.dot(cx, cy, size * 0.22)
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
    for i in range(12):
        a = 2 * math.pi * i / 12
        p = Place(x + 36.7 * k * math.cos(a), y + 36.7 * k * math.sin(a), a + math.pi / 2,
                  0.82 * k)
        layer.shape(p, BIRD)
    tangent_circles(layer, x, y, 46.9 * k, 84, 1.2 * k)
    comb(layer, x, y, 50.5 * k, 53.0 * k, 260)


# ── The border ──────────────────────────────────────────────────────────────────────────────

def corner(layers, x, y, size):
    ground, gold, red, pale, mark = layers
    h = size / 2
    cx, cy = x + h, y + h
    ground.rectangle(x, y, size, size)
    gold.rectangle(x + 0.95, y + 0.95, size - 1.9, size - 1.9)
    gold.rectangle(x + 1.3, y + 1.3, size - 2.6, size - 2.6, inward=True)
    gold.ring(cx, cy, h - 1.6, h - 1.9)
    rosette(gold, Place(cx, cy), 12, 2.6, h - 2.2, 2.15)
    rosette(red, Place(cx, cy, math.pi / 12), 12, 2.4, h - 3.3, 1.3)
    pale.circle(cx, cy, 2.6)
    star(mark, cx, cy, 12, 2.25, 0.95)
    for sx in (-1, 1):
        for sy in (-1, 1):
            for turn, length in ((0, 1.9), (-0.7, 1.4), (0.7, 1.4)):
                a = math.atan2(-sy, -sx) + math.pi / 2 + turn
                p = Place(cx + sx * (h - 1.75), cy + sy * (h - 1.75), a)
                gold.shape(p, petal(length, 0.8))


def arc_points(x, y, r, a0, a1, n=60):
    return [(x + r * math.cos(a0 + (a1 - a0) * i / n), y + r * math.sin(a0 + (a1 - a0) * i / n))
            for i in range(n + 1)]


def frame():
    ivory, tint, pale = Layer(IVORY), Layer(TINT), Layer(GOLD_PALE)
    deep, red, fringe = Layer(GOLD_DEEP), Layer(RED), Layer(GOLD)
    vine, flower, centre = Layer(RED), Layer(RED), Layer(GOLD)
    arch, arch_line, arch_gold = Layer(IVORY), Layer(RED), Layer(GOLD_DEEP)

    w, h = 297.0, 210.0
    edge, outer, inner, size = 5.4, 7.7, 17.7, 14.6
    ivory.rectangle(edge, edge, w - 2 * edge, h - 2 * edge)
    drum(tint, w / 2, 110.0, 1.0)
    pale.rule_frame(outer, inner - outer)
    red.rule_frame(edge, 0.95)
    deep.rule_frame(6.85, 0.26)
    deep.rule_frame(outer, 0.26)
    deep.rule_frame(inner - 0.26, 0.26)
    red.rule_frame(inner + 0.75, 0.38)

    half, mid, start = 4.05, (outer + inner) / 2, edge + size
    band(vine, flower, centre, w - 2 * start, lambda t: Place(start + t, mid), half)
    band(vine, flower, centre, w - 2 * start, lambda t: Place(w - start - t, h - mid, math.pi),
         half)
    band(vine, flower, centre, h - 2 * start, lambda t: Place(w - mid, start + t, math.pi / 2),
         half)
    band(vine, flower, centre, h - 2 * start, lambda t: Place(mid, h - start - t, -math.pi / 2),
         half)

    # lotus petals in a row inside the inner rule
    line = inner + 1.55
    across, upright = w - 2 * start, h - 2 * start
    for count, place in ((112, lambda t: Place(start + t * across, line, math.pi)),
                         (112, lambda t: Place(start + t * across, h - line, 0)),
                         (74, lambda t: Place(line, start + t * upright, math.pi / 2)),
                         (74, lambda t: Place(w - line, start + t * upright, -math.pi / 2))):
        for i in range(count):
            fringe.shape(place((i + 0.5) / count), petal(1.4, 1.0))
        for i in range(1, count):
            fringe.dot(*place(i / count)((0, -0.25)), 0.22)

    layers = [Layer(RED), Layer(GOLD), Layer(RED_DEEP), Layer(GOLD_PALE), Layer(RED)]
    for cx in (edge, w - edge - size):
        for cy in (edge, h - edge - size):
            corner(layers, cx, cy, size)

    # the inner rule rises as an arch over the emblem
    ax, ay, r, foot = w / 2, 22.3, 15.2, inner + 0.94
    a = math.asin((foot - ay) / r)
    low = math.sqrt(r * r - (21.2 - ay) ** 2)
    arch.polygon(arc_points(ax, ay, r, math.pi - a, 2 * math.pi + a)
                 + [(ax + low, 21.2), (ax - low, 21.2)])
    arch_line.polygon(ribbon(arc_points(ax, ay, r, math.pi - a - 0.012, 2 * math.pi + a + 0.012),
                             [0.38] * 61))
    arch_gold.polygon(ribbon(arc_points(ax, ay, r - 0.7, math.pi - a, 2 * math.pi + a),
                             [0.22] * 61))
    return svg(w, h, [ivory, tint, pale, deep, red, fringe, vine, flower, centre] + layers
               + [arch, arch_line, arch_gold])


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
    a = math.pi / 2 + side * (0.30 + t * 2.66)
    return 50 + radius * math.cos(a), 49.5 + radius * math.sin(a), a


def ears(dark, light):
    """Two ears of ripe rice: each three rows of grains on one stalk."""
    n = 24
    grains = []
    for side in (-1, 1):
        stalk = [ear_point(i / 40 * 0.99, side, 41.3 + 0.6 * math.sin(i / 40 * math.pi))[:2]
                 for i in range(41)]
        dark.polygon(ribbon(stalk, [2.2 - 1.6 * i / 40 for i in range(41)]))
        for i in range(n):
            t = 0.02 + i / n * 0.97
            k = 1.0 - 0.2 * t
            for radius, lean, length, width, dt in ((40.2, -0.6, 6.6, 3.3, 0.0),
                                                    (42.2, 0.52, 7.6, 3.5, 0.01),
                                                    (41.3, 0.0, 6.6, 3.2, 0.02)):
                x, y, a = ear_point(t + dt, side, radius)
                grains.append((i * 3 + dt, Place(x, y, a + (math.pi if side > 0 else 0)
                                                 + side * lean * -1, k), length, width))
    for _, p, length, width in sorted(grains, key=lambda g: g[0]):
        dark.shape(p, grain(length, width))
        light.shape(p, turned(grain(length - 1.0, width - 1.05), 0, -0.45, 0))


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
    letters(words, font, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 50, 92.3, 4.55, 50)
    letters(words, font, "VIỆT NAM", 50, 97.6, 4.55, 50)

    layers = [disc_edge, disc, star_layer, star_dark, dark, light, wheel_dark, wheel, wheel_red,
              fold_edge, fold, tie_edge, tie, words]
    return svg(100, 102, layers).replace('width="100mm" height="102mm"',
                                         'width="30mm" height="30.6mm"')


if __name__ == "__main__":
    for name, text in (("khung-hoa-sen.svg", frame()), ("bieu-trung.svg", emblem())):
        with open(os.path.join(HERE, name), "w", encoding="utf-8") as f:
            f.write(text)
        print(name, len(text.encode()) // 1024, "kB")
