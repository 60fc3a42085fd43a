"""Charts of a workbook as the spreadsheet's own, so that its user may restyle or copy them.

What they show stands on a sheet of its own at the end of the workbook: the numbers of a chart
can be read, checked and corrected there, and the chart follows. A chart has no title of its own:
the document writes one above it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.charts import BarChart, Chart, TrendChart, told

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart as SheetChart
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

DATA_SHEET = "Данные диаграмм"
ROW_PIXELS = 20
_COLOURS = ("#1F4E9E", "#A65300", "#3B6E3B")
_GROUND = "#D9DEE4"
_DASHES = ("solid", "dash", "round_dot")
_MARKS = ("circle", "square", "triangle")
_BAR_PIXELS, _FOOT_PIXELS, _TREND_PIXELS = 22, 20, 260
_LABELS_WIDTH, _NUMBERS_WIDTH = 48, 16


class ChartWriter:
    """Makes the charts of one workbook; ``write_data`` fills the last sheet when all are made."""

    def __init__(self, book: Workbook, font: str) -> None:
        self._book = book
        self._font = font
        self._tables: list[tuple[int, Chart]] = []
        self._row = 0

    def insert(self, sheet: Worksheet, row: int, chart: Chart, width_pixels: int) -> int:
        """Put a chart at the left edge of a row; answers how many rows it covers."""
        made = self._bars(chart) if isinstance(chart, BarChart) else self._trend(chart)
        made.set_title({"none": True})
        made.set_chartarea({"border": {"none": True}})
        height = _height(chart)
        made.set_size({"width": width_pixels, "height": height})
        sheet.insert_chart(row, 0, made, {"object_position": 1, "description": told(chart)})
        self._tables.append((self._row, chart))
        self._row += len(_lines(chart)) + 2
        return -(-height // ROW_PIXELS)

    def write_data(self) -> None:
        """The sheet with the numbers, if there is any chart."""
        if not self._tables:
            return
        sheet = self._book.add_worksheet(DATA_SHEET)
        bold = self._book.add_format({"bold": True, "font_name": self._font})
        sheet.set_column(0, 0, _LABELS_WIDTH)
        sheet.set_column(1, 3, _NUMBERS_WIDTH)
        for first, chart in self._tables:
            sheet.write_string(first, 0, chart.title, bold)
            for column, title in enumerate(_titles(chart), start=1):
                sheet.write_string(first, column, title, bold)
            for row, (label, *values) in enumerate(_lines(chart), start=first + 1):
                sheet.write_string(row, 0, label)
                for column, value in enumerate(values, start=1):
                    if value is not None:
                        sheet.write_number(row, column, value)

    def _bars(self, chart: BarChart) -> SheetChart:
        made = self._book.add_chart({"type": "bar"})
        shown = [
            None if bar.shown == f"{bar.value:g}" else {"value": bar.shown} for bar in chart.bars
        ]
        series = self._series(chart, 0, {"fill": {"color": _COLOURS[0]}, "gap": 60})
        labels = {"value": True, "font": {"name": self._font, "bold": True}, "custom": shown}
        made.add_series({**series, "data_labels": labels})
        made.set_legend({"none": True})
        font = {"name": self._font, "size": 10}
        made.set_y_axis({"reverse": True, "num_font": font, "major_tick_mark": "none"})
        whole = {"max": chart.whole} if chart.whole else {}
        no_grid = {"major_gridlines": {"visible": False}}
        made.set_x_axis({"min": 0, **whole, **no_grid, "visible": False})
        return made

    def _trend(self, chart: TrendChart) -> SheetChart:
        made = self._book.add_chart({"type": "line"})
        for at, _line in enumerate(chart.series[: len(_COLOURS)]):
            colour = {"color": _COLOURS[at]}
            look = {
                "line": {**colour, "width": 2.25, "dash_type": _DASHES[at]},
                "marker": {"type": _MARKS[at], "size": 7, "fill": colour, "border": colour},
                "data_labels": {"value": True, "position": "above",
                                "font": {"name": self._font, **colour}},
            }  # fmt: skip
            made.add_series(self._series(chart, at, look))
        font = {"name": self._font, "size": 10}
        made.set_legend({"position": "bottom", "font": font})
        made.set_x_axis({"num_font": font})
        grid = {"visible": True, "line": {"color": _GROUND}}
        made.set_y_axis({"min": 0, "num_font": font, "major_gridlines": grid})
        made.show_blanks_as("gap")
        return made

    def _series(self, chart: Chart, at: int, look: Mapping[str, object]) -> dict[str, object]:
        first, last = self._row + 1, self._row + len(_lines(chart))
        return {
            "name": [DATA_SHEET, self._row, at + 1],
            "categories": [DATA_SHEET, first, 0, last, 0],
            "values": [DATA_SHEET, first, at + 1, last, at + 1],
            **look,
        }


def _titles(chart: Chart) -> list[str]:
    if isinstance(chart, BarChart):
        return ["Значение"]
    return [line.title for line in chart.series[: len(_COLOURS)]]


def _lines(chart: Chart) -> list[tuple[str, *tuple[float | None, ...]]]:
    if isinstance(chart, BarChart):
        return [(bar.label, bar.value) for bar in chart.bars]
    columns = [line.values for line in chart.series[: len(_COLOURS)]]
    return [
        (label, *(values[place] for values in columns)) for place, label in enumerate(chart.labels)
    ]


def _height(chart: Chart) -> int:
    if isinstance(chart, BarChart):
        return _FOOT_PIXELS + _BAR_PIXELS * len(chart.bars)
    return _TREND_PIXELS
