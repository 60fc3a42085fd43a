"""Charts drawn with ReportLab: as a flowable of a page, and as a picture for word processors."""

from __future__ import annotations

import io
import math

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, Polygon, PolyLine, Rect, String
from reportlab.lib.colors import Color, HexColor

from nastavnik_desktop.documents.pdf_text import BOLD, FONT, register_fonts
from nastavnik_desktop.domain.charts import (
    Box,
    Chart,
    Mark,
    Shape,
    Stroke,
    Tone,
    Words,
    height_of,
    shapes,
)

PICTURE_DPI = 300
_CIRCLE_CORNERS = 24
PAPER_COLOURS = {
    Tone.TEXT: "#000000",
    Tone.QUIET: "#555555",
    Tone.GROUND: "#E6E8EB",
    Tone.FIRST: "#1F4E9E",
    Tone.SECOND: "#A65300",
    Tone.THIRD: "#3B6E3B",
}
"""Dark enough for a printer without colours; dashes and marks tell the lines apart."""


def drawing(chart: Chart, width: float) -> Drawing:
    """The chart as wide as asked, in points."""
    height = height_of(chart)
    made = Drawing(width, height)
    for shape in shapes(chart, width):
        made.add(_drawn(shape, height))
    return made


def picture(chart: Chart, width: float) -> bytes:
    """The chart as a PNG for a document that takes no drawings."""
    from nastavnik_desktop.documents.png import png
    from nastavnik_desktop.documents.preview import render_page

    register_fonts()
    drawn = io.BytesIO()
    renderPDF.drawToFile(drawing(chart, width), drawn)
    return png(render_page(drawn.getvalue(), 0, PICTURE_DPI), PICTURE_DPI)


def _drawn(shape: Shape, height: float) -> Rect | PolyLine | Polygon | String:
    """A shape in ReportLab's own coordinates, which grow upwards."""
    colour = HexColor(PAPER_COLOURS[shape.tone])
    match shape:
        case Box():
            bottom = height - shape.y - shape.height
            box = Rect(shape.x, bottom, shape.width, shape.height)
            box.fillColor, box.strokeColor = colour, None
            return box
        case Stroke():
            points = [number for x, y in shape.points for number in (x, height - y)]
            line = PolyLine(points, strokeColor=colour, strokeWidth=shape.width)
            if shape.dash:
                line.strokeDashArray = shape.dash
            return line
        case Mark():
            return _mark(shape, height, colour)
        case Words():
            return String(
                shape.x,
                height - shape.y,
                shape.text,
                fontName=BOLD if shape.is_bold else FONT,
                fontSize=shape.size,
                fillColor=colour,
                textAnchor=shape.anchor.value,
            )


def _mark(mark: Mark, height: float, colour: Color) -> Polygon:
    points = [number for x, y in corners_of(mark) for number in (x, height - y)]
    return Polygon(points, fillColor=colour, strokeColor=None)


def corners_of(mark: Mark) -> list[tuple[float, float]]:
    """The corners of a mark; a disc has many."""
    count = mark.corners or _CIRCLE_CORNERS
    turn = math.pi / 4 if count == 4 else math.pi / 2
    return [
        (
            mark.x + mark.radius * math.cos(turn + 2 * math.pi * at / count),
            mark.y - mark.radius * math.sin(turn + 2 * math.pi * at / count),
        )
        for at in range(count)
    ]
