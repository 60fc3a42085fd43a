"""Charts as facts, and where their boxes, lines and words stand; drawn by window, PDF and page.

Lengths are in points, y grows downwards. A chart must be read in black and white too: every bar
has its figure beside it, every line of a trend its own marks, strokes and name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_SIZE, _ROW, _BAR, _GAP = 9.0, 19.0, 10.0, 6.0
_LABEL_SHARE, _FIGURE_ROOM, _LETTER = 0.42, 44.0, 0.52
_TREND_HEIGHT, _TREND_FOOT, _TREND_HEAD = 120.0, 28.0, 16.0
_TREND_NAMES_SHARE, _TREND_LEFT = 0.3, 28.0
_NAME_GAP = 11.0


@dataclass(frozen=True)
class Bar:
    """A bar with its name and its figure as text; the length goes by ``value``."""

    label: str
    value: float
    shown: str


@dataclass(frozen=True)
class BarChart:
    """Bars one below another; ``whole`` is what a full bar means (the longest where it is 0)."""

    title: str
    bars: tuple[Bar, ...]
    whole: float = 0.0


@dataclass(frozen=True)
class Series:
    """A line of a trend: a value for every label, None where nothing is known."""

    title: str
    values: tuple[int | None, ...]


@dataclass(frozen=True)
class TrendChart:
    """What changed over years; at most three series, so that each has its own stroke."""

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]


Chart = BarChart | TrendChart


class Tone(StrEnum):
    """What a shape is; its colour belongs to who draws."""

    TEXT = "text"
    QUIET = "quiet"
    GROUND = "ground"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"


class Anchor(StrEnum):
    """Which point of a text stands at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone


@dataclass(frozen=True)
class Stroke:
    """A line from point to point; ``dash`` are lengths of strokes and gaps."""

    points: tuple[tuple[float, float], ...]
    tone: Tone
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Mark:
    """A sign on a line: a square, a disc or a triangle by its ``corners`` (4, 0, 3)."""

    x: float
    y: float
    tone: Tone
    corners: int
    radius: float = 3.2


@dataclass(frozen=True)
class Words:
    """A text on its base line."""

    x: float
    y: float
    text: str
    anchor: Anchor = Anchor.START
    tone: Tone = Tone.TEXT
    is_bold: bool = False
    size: float = _SIZE


Shape = Box | Stroke | Mark | Words
_TONES = (Tone.FIRST, Tone.SECOND, Tone.THIRD)
_DASHES = ((), (6.0, 3.0), (2.0, 2.0))
_CORNERS = (0, 4, 3)


def height_of(chart: Chart) -> float:
    """How high a chart is, its title not counted."""
    return len(chart.bars) * _ROW if isinstance(chart, BarChart) else _TREND_HEIGHT


def told(chart: Chart) -> str:
    """The chart in words, for whoever does not see it."""
    if isinstance(chart, BarChart):
        return "; ".join(f"{bar.label}: {bar.shown}" for bar in chart.bars)
    return "; ".join(
        f"{line.title}: {', '.join(map(_pair, chart.labels, line.values))}" for line in chart.series
    )


def shapes(chart: Chart, width: float) -> list[Shape]:
    """Everything to draw in the order of drawing, within ``width`` and ``height_of``."""
    if isinstance(chart, BarChart):
        return list(_bars(chart, width))
    return list(_trend(chart, width))


def _pair(label: str, value: int | None) -> str:
    return f"{label} – {'нет данных' if value is None else value}"


# Bars


def _bars(chart: BarChart, width: float) -> Iterator[Shape]:
    start = width * _LABEL_SHARE
    room = max(width - start - _FIGURE_ROOM, 1.0)
    whole = chart.whole or max((bar.value for bar in chart.bars), default=0) or 1
    for at, bar in enumerate(chart.bars):
        top = at * _ROW + (_ROW - _BAR) / 2
        lines = _lines(bar.label, start - _GAP)
        first = at * _ROW + _ROW / 2 + _SIZE * (0.35 - (len(lines) - 1) * 0.5)
        for number, line in enumerate(lines):
            yield Words(start - _GAP, first + number * _SIZE, line, Anchor.END)
        yield Box(start, top, room, _BAR, Tone.GROUND)
        length = room * min(bar.value / whole, 1.0)
        if length > 0:
            yield Box(start, top, length, _BAR, Tone.FIRST)
        figure = Words(start + room + _GAP, top + _BAR - 1.8, bar.shown, is_bold=True)
        yield figure


def _lines(text: str, room: float) -> list[str]:
    """A label in at most two lines; what is longer ends with an ellipsis."""
    most = max(int(room / (_SIZE * _LETTER)), 4)
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= most or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = [_cut(line, most) for line in lines[:2]]
    if len(lines) > 2:
        kept[1] = _cut(f"{kept[1]} {lines[2]}", most)
    return kept


def _cut(line: str, most: int) -> str:
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


# Trends


def _trend(chart: TrendChart, width: float) -> Iterator[Shape]:
    right = width * (1 - _TREND_NAMES_SHARE)
    bottom = _TREND_HEIGHT - _TREND_FOOT
    values = [value for line in chart.series for value in line.values if value is not None]
    top = _round_up(max(values, default=0))
    steps = (0, top // 2, top) if top > 1 else (0, top)
    for value in steps:
        y = bottom - value / top * (bottom - _TREND_HEAD)
        yield Stroke(((_TREND_LEFT, y), (right, y)), Tone.GROUND)
        yield Words(_TREND_LEFT - _GAP, y + 3, str(value), Anchor.END, Tone.QUIET)
    places = _places(len(chart.labels), right)
    for x, label in zip(places, chart.labels, strict=True):
        yield Words(x, _TREND_HEIGHT - 4, label, Anchor.MIDDLE, Tone.QUIET)
    names: list[float] = []
    for at, line in enumerate(chart.series[: len(_TONES)]):
        points = [
            (x, bottom - value / top * (bottom - _TREND_HEAD))
            for x, value in zip(places, line.values, strict=True)
            if value is not None
        ]
        if points:
            yield from _line(chart, at, points, names, right)


def _line(
    chart: TrendChart,
    at: int,
    points: list[tuple[float, float]],
    names: list[float],
    right: float,
) -> Iterator[Shape]:
    line = chart.series[at]
    tone = _TONES[at]
    if len(points) > 1:
        yield Stroke(tuple(points), tone, 1.8, _DASHES[at])
    known = [(place, value) for place, value in enumerate(line.values) if value is not None]
    for (x, y), (place, value) in zip(points, known, strict=True):
        yield Mark(x, y, tone, _CORNERS[at])
        beside = y - 6 if _is_highest(chart, at, place) else y + 12
        yield Words(x, beside, str(value), Anchor.MIDDLE, tone, is_bold=True, size=8.0)
    y = _free_line(points[-1][1] + 3, names)
    names.append(y)
    yield Mark(right + _GAP + 4, y - 3, tone, _CORNERS[at])
    yield Words(right + _GAP + 12, y, line.title, Anchor.START, tone)


def _is_highest(chart: TrendChart, at: int, place: int) -> bool:
    """Whether a line runs above the others: its figures then stand above it, theirs below."""
    values = [(line.values[place] or 0, -number) for number, line in enumerate(chart.series)]
    return values[at] == max(values)


def _free_line(wanted: float, taken: list[float]) -> float:
    """A place for a name near its line that no other name has."""
    while any(abs(wanted - other) < _NAME_GAP for other in taken):
        wanted += _NAME_GAP
    return wanted


def _places(count: int, right: float) -> list[float]:
    if count == 1:
        return [(_TREND_LEFT + right) / 2]
    left, end = _TREND_LEFT + 16, right - 16
    return [left + (end - left) * at / (count - 1) for at in range(count)]


def _round_up(value: int) -> int:
    """The least even number of two significant figures that is not below."""
    step: int = 10 ** max(len(str(value)) - 2, 0) * 2
    return max(-(-value // step) * step, 2)
