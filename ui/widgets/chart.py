"""A chart of the program drawn in the window, with the geometry of its paper."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nastavnik_desktop.domain.charts import (
    Anchor,
    BarChart,
    Box,
    Chart,
    Mark,
    Shape,
    Stroke,
    Tone,
    Words,
    height_of,
    shapes,
    told,
)
from ui.theme import scaled, text_font, tokens_now
from ui.tokens import Tokens

_PIXELS_PER_POINT = 1.45
_NARROWEST = 320


class ChartView(QWidget):
    """As wide as there is room; whoever does not see it hears its figures."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._chart: Chart = BarChart(name, ())
        self.setAccessibleName(f"{name}, диаграмма")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Chart) -> None:
        """Draw a chart; the table beside says the same in figures."""
        self._chart = chart
        self.setAccessibleName(f"{chart.title}, диаграмма")
        self.setAccessibleDescription(told(chart))
        self.setFixedHeight(round(height_of(chart) * self._scale) + 2)
        self.update()

    @property
    def _scale(self) -> float:
        return scaled(100) / 100 * _PIXELS_PER_POINT

    def sizeHint(self) -> QSize:
        """Its height is that of the chart."""
        return QSize(scaled(_NARROWEST * 2), self.height())

    def minimumSizeHint(self) -> QSize:
        """Narrower the names would be cut."""
        return QSize(scaled(_NARROWEST), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Everything in the order of the chart."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        tokens = tokens_now()
        for shape in shapes(self._chart, self.width() / self._scale):
            _draw(painter, shape, tokens)


def _colour(tone: Tone, tokens: Tokens) -> QColor:
    colours = {
        Tone.TEXT: tokens.text,
        Tone.QUIET: tokens.quiet,
        Tone.GROUND: tokens.line,
        Tone.FIRST: tokens.accent,
        Tone.SECOND: tokens.warning,
        Tone.THIRD: tokens.good,
    }
    return QColor(colours[tone])


def _draw(painter: QPainter, shape: Shape, tokens: Tokens) -> None:
    colour = _colour(shape.tone, tokens)
    match shape:
        case Box():
            painter.fillRect(QRectF(shape.x, shape.y, shape.width, shape.height), colour)
        case Stroke():
            painter.setPen(_pen(shape, colour))
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in shape.points]))
        case Mark():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            _draw_mark(painter, shape)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        case Words():
            _write(painter, shape, colour)


def _pen(stroke: Stroke, colour: QColor) -> QPen:
    pen = QPen(colour, stroke.width)
    if stroke.dash:
        pen.setDashPattern([length / stroke.width for length in stroke.dash])
    return pen


def _draw_mark(painter: QPainter, mark: Mark) -> None:
    radius = mark.radius
    if not mark.corners:
        painter.drawEllipse(QPointF(mark.x, mark.y), radius, radius)
    elif mark.corners == 4:
        side = radius * 0.9
        painter.drawRect(QRectF(mark.x - side, mark.y - side, 2 * side, 2 * side))
    else:
        corners = ((0, -radius), (radius, radius * 0.8), (-radius, radius * 0.8))
        painter.drawPolygon(QPolygonF([QPointF(mark.x + x, mark.y + y) for x, y in corners]))


def _write(painter: QPainter, words: Words, colour: QColor) -> None:
    weight = QFont.Weight.DemiBold if words.is_bold else QFont.Weight.Normal
    font = text_font("small", weight)
    font.setPixelSize(round(words.size))
    painter.setFont(font)
    painter.setPen(colour)
    width = QFontMetricsF(font).horizontalAdvance(words.text)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[words.anchor]
    painter.drawText(QPointF(words.x - shift, words.y), words.text)
