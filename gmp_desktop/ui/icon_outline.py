"""An icon's file as paths to be stroked: the shapes and path commands Lucide draws with, nothing else of SVG.

Qt's own SVG library takes longer to load than all icons of the first window take to draw.
"""

import math
import re
from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

SIDE, STROKE = 24.0, 1.75
"""Every icon's view box and line, see resources/icons."""
_SHAPE = re.compile(r"<(path|circle|rect|line) ([^>]*)/>")
_GIVEN = re.compile(r'([\w-]+)="([^"]*)"')
_STEP = re.compile(r"([MmLlHhVvCcQqAaZz])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_ARC = re.compile(
    "[ ,]*".join(f"({part})" for part in [_NUMBER.pattern] * 3 + ["[01]"] * 2 + [_NUMBER.pattern] * 2)
)
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "q": 4, "z": 0}


def outlines(source: str) -> Iterator[QPainterPath]:
    for shape, words in _SHAPE.findall(source):
        given, drawn = dict(_GIVEN.findall(words)), QPainterPath()
        if shape == "path":
            _draw_path(drawn, given["d"])
            yield drawn
            continue
        at = {name: float(value) for name, value in given.items()}
        if shape == "circle":
            r = at["r"]
            drawn.addEllipse(QRectF(at["cx"] - r, at["cy"] - r, 2 * r, 2 * r))
        elif shape == "rect":
            place = QRectF(at["x"], at["y"], at["width"], at["height"])
            drawn.addRoundedRect(place, at.get("rx", 0), at.get("ry", at.get("rx", 0)))
        else:
            drawn.moveTo(at["x1"], at["y1"])
            drawn.lineTo(at["x2"], at["y2"])
        yield drawn


def _draw_path(drawn: QPainterPath, steps: str) -> None:
    x = y = left = top = 0.0
    for name, n in _steps(steps):
        kind = name.lower()
        from_x, from_y = (x, y) if name == kind else (0.0, 0.0)
        if kind == "z":
            drawn.closeSubpath()
            x, y = left, top
        elif kind == "h":
            x = from_x + n[0]
            drawn.lineTo(x, y)
        elif kind == "v":
            y = from_y + n[0]
            drawn.lineTo(x, y)
        elif kind == "a":
            was, x, y = (x, y), from_x + n[5], from_y + n[6]
            _draw_arc(drawn, was, (x, y), n)
        else:
            points = [(from_x + n[i], from_y + n[i + 1]) for i in range(0, len(n), 2)]
            x, y = points[-1]
            numbers = [number for point in points for number in point]
            if kind == "m":
                left, top = x, y
                drawn.moveTo(x, y)
            elif kind == "l":
                drawn.lineTo(x, y)
            elif kind == "q":
                drawn.quadTo(*numbers)
            else:
                drawn.cubicTo(*numbers)


def _steps(text: str) -> Iterator[tuple[str, list[float]]]:
    """One command each time, the letter repeated where the file leaves it out."""
    for name, rest in _STEP.findall(text):
        if name in "Aa":
            for numbers in _ARC.findall(rest):
                yield name, [float(number) for number in numbers]
            continue
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        takes = _TAKES[name.lower()]
        yield name, numbers[:takes]
        for at in range(takes, len(numbers), takes or 1):
            yield {"m": "l", "M": "L"}.get(name, name), numbers[at : at + takes]


def _draw_arc(
    drawn: QPainterPath, start: tuple[float, float], end: tuple[float, float], n: list[float]
) -> None:
    """From start to end on a circle, as SVG 1.1 says in F.6.5; Lucide's arcs are never of tilted ellipses."""
    r, large, sweep = n[0], n[3], n[4]
    half = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    reach = math.hypot(*half)
    if not reach:
        return
    r = max(r, reach)
    away = math.sqrt(max(r * r - reach * reach, 0.0)) / reach * (-1 if large == sweep else 1)
    x = (start[0] + end[0]) / 2 + away * half[1]
    y = (start[1] + end[1]) / 2 - away * half[0]
    first, last = math.atan2(start[1] - y, start[0] - x), math.atan2(end[1] - y, end[0] - x)
    turn = (last - first) % math.tau - (0 if sweep else math.tau)
    pieces = math.ceil(abs(turn) / (math.pi / 2 + 0.001))
    part = turn / pieces
    reach = r * 8 / 3 * math.sin(part / 4) ** 2 / math.sin(part / 2)
    for at in range(pieces):
        here, there = first + at * part, first + (at + 1) * part
        drawn.cubicTo(
            x + r * math.cos(here) - reach * math.sin(here),
            y + r * math.sin(here) + reach * math.cos(here),
            x + r * math.cos(there) + reach * math.sin(there),
            y + r * math.sin(there) - reach * math.cos(there),
            x + r * math.cos(there),
            y + r * math.sin(there),
        )
