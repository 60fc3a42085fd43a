"""A statistical form on the screen: headings of several levels, arrows move over the figures."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.report import FormReport
from ui.item_models.form_sheet import FormSheetModel, Index, Look, SheetCell
from ui.theme import scaled, text_font
from ui.widgets.form_sheet_delegate import INDENT, PADDING, FormSheetDelegate

_CODE_WIDTH = 46
_TITLE_NARROWEST, _TITLE_WIDEST = 176, 300
_FIGURE_NARROWEST, _FIGURE_WIDEST, _FIGURE_OF_FEW = 33, 64, 116
_FEW_COLUMNS, _FIGURE_GAP = 8, 12
_TIGHTEST, _TIGHT_GAP, _TITLE_TIGHTEST = 25, 9, 140
_LONG_HEADING = 150
_SIDE_COLUMNS = 2
_ROW, _HEAD, _NUMBER = 25, 24, 20
_TURNED_LEAST, _TURNED_MOST, _TURNED_GAP = 64, 200, 14
_ROOM = 10_000


class FormSheet(QTableView):
    """Signals: ``picked`` with the address of the figure that was chosen, ``opened`` by Enter.

    ``refitted`` with its address when the sheet took another width: its rows have moved.
    """

    picked = Signal(object)
    opened = Signal(object)
    refitted = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._sheet = FormSheetModel()
        self.setAccessibleName(name)
        self.setModel(self._sheet)
        self.setItemDelegate(FormSheetDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setShowGrid(False)
        self.setProperty("kind", "sheet")
        self.setTabKeyNavigation(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._on_double_clicked)

    def show_report(
        self, report: FormReport, table: int = 0, changed: Mapping[Address, str] | None = None
    ) -> None:
        """Show a table of a form; the chosen figure stays chosen.

        ``changed`` tells what the figures were that differ from another report.
        """
        kept = self.address
        self.clearSpans()
        self._sheet.show_report(report, table, changed)
        for cell in self._sheet.cells:
            if cell.rows > 1 or cell.columns > 1:
                self.setSpan(cell.row, cell.column, cell.rows, cell.columns)
        self._fit()
        if kept is not None:
            self.pick(kept)

    @property
    def address(self) -> Address | None:
        """The figure that is chosen: row code and column number."""
        chosen = self.selectionModel().selectedIndexes()
        cell = self._sheet.cell(chosen[0]) if chosen else None
        return cell.address if cell is not None else None

    def pick(self, address: Address) -> None:
        """Choose a figure."""
        place = self._sheet.place_of(address)
        if place.isValid():
            self.setCurrentIndex(place)

    def place(self, address: Address) -> QRect:
        """Where a figure stands in the viewport."""
        return self.visualRect(self._sheet.place_of(address))

    # Qt's overrides

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which figure is chosen now."""
        super().currentChanged(current, previous)
        cell = self._sheet.cell(current) if current.isValid() else None
        if cell is not None and cell.address is not None:
            self.picked.emit(cell.address)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what is behind the figure; arrows move."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.address is not None:
                self.opened.emit(self.address)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._refit)

    def minimumSizeHint(self) -> QSize:
        """Narrower than its columns it scrolls sideways."""
        return QSize(scaled(360), self.height())

    # Sizes

    def _refit(self) -> None:
        self._fit()
        if self.address is not None:
            self.refitted.emit(self.address)

    def _fit(self) -> None:
        columns = self._sheet.columnCount()
        if not columns:
            return
        room = self.viewport().width() - scaled(_CODE_WIDTH)
        words = {cell.column for cell in self._sheet.cells if cell.look is Look.TEXT}
        for column, width in enumerate(_widths(columns, words, room, self._longest_figures())):
            self.setColumnWidth(column, width)
        self._fit_rows()
        if self.address is not None:
            self._show_sideways(self.columnViewportPosition(self.currentIndex().column()))

    def _show_sideways(self, left: int) -> None:
        """Keep the chosen figure in sight when the room for the sheet changes."""
        right = left + self.columnWidth(self.currentIndex().column())
        bar = self.horizontalScrollBar()
        if right > self.viewport().width():
            bar.setValue(bar.value() + right - self.viewport().width())
        elif left < 0:
            bar.setValue(bar.value() + left)

    def _longest_figures(self) -> list[int]:
        """Room for the longest figure of each column, and for its headings.

        A long turned heading has two lines; a lying one shows its longest word whole.
        """
        metrics = QFontMetrics(text_font("body", QFont.Weight.DemiBold))
        longest = [0] * self._sheet.columnCount()
        for cell in self._sheet.cells:
            width = metrics.horizontalAdvance(cell.text)
            if cell.look is Look.FIGURE:
                longest[cell.column] = max(longest[cell.column], width)
            elif cell.look is Look.TURNED and width > scaled(_LONG_HEADING):
                two_lines = scaled(_FIGURE_NARROWEST - _TIGHT_GAP)
                longest[cell.column] = max(longest[cell.column], two_lines)
            elif cell.look is Look.HEAD and cell.column >= _SIDE_COLUMNS:
                share = _longest_word(cell.text) // cell.columns - scaled(_TIGHT_GAP) + 1
                for column in range(cell.column, cell.column + cell.columns):
                    longest[column] = max(longest[column], share)
        return longest[_SIDE_COLUMNS:]

    def _fit_rows(self) -> None:
        heights = [scaled(_ROW)] * self._sheet.rowCount()
        for cell in self._sheet.cells:
            if cell.look is Look.HEAD and cell.column > 1:
                lowest = cell.row + cell.rows - 1
                heights[lowest] = max(self._head_height(cell), heights[lowest] if cell.row else 0)
            elif cell.look is Look.NUMBER:
                heights[cell.row] = scaled(_NUMBER)
            elif cell.look in {Look.TITLE, Look.TEXT}:
                heights[cell.row] = max(heights[cell.row], self._height_of(cell))
        turned = [cell for cell in self._sheet.cells if cell.look is Look.TURNED]
        if turned:
            lowest = max(cell.row + cell.rows for cell in turned) - 1
            heights[lowest] = max(self._turned_height(cell, heights, lowest) for cell in turned)
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)
        is_wider = self.horizontalHeader().length() > self.viewport().width()
        extra = self.horizontalScrollBar().sizeHint().height() if is_wider else 0
        self.setFixedHeight(sum(heights) + 2 + extra)

    def _head_height(self, cell: SheetCell) -> int:
        """Height of a heading that lies, over all its columns."""
        columns = range(cell.column, cell.column + cell.columns)
        width = sum(self.columnWidth(column) for column in columns) - scaled(4)
        return max(scaled(_HEAD), self._wrapped(cell.text, width).height() + scaled(8))

    def _height_of(self, cell: SheetCell) -> int:
        """Height of a title that breaks into lines."""
        indent = cell.level * scaled(INDENT)
        width = self.columnWidth(cell.column) - 2 * scaled(PADDING) - indent
        return self._wrapped(cell.text, width).height() + scaled(8)

    def _turned_height(self, cell: SheetCell, heights: list[int], lowest: int) -> int:
        """The least height of the lowest row of headings in which a turned text fits."""
        above = sum(heights[cell.row : lowest])
        width = self.columnWidth(cell.column) - scaled(2)
        for height in range(scaled(_TURNED_LEAST), scaled(_TURNED_MOST), scaled(4)):
            length = above + height - scaled(_TURNED_GAP)
            taken = self._wrapped(cell.text, length)
            if taken.height() <= width and taken.width() <= length:
                return height
        return scaled(_TURNED_MOST)

    def _wrapped(self, text: str, width: int) -> QRect:
        metrics = QFontMetrics(text_font("small"))
        flags = Qt.TextFlag.TextWordWrap
        return metrics.boundingRect(QRect(0, 0, width, _ROOM), flags, text)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        cell = self._sheet.cell(index)
        if cell is not None and cell.address is not None:
            self.opened.emit(cell.address)


def _longest_word(text: str) -> int:
    metrics = QFontMetrics(text_font("small"))
    return max(map(metrics.horizontalAdvance, text.split()), default=0) + scaled(6)


def _widths(columns: int, words: set[int], room: int, longest: list[int]) -> list[int]:
    """Title and code, then figures alike; columns of words share what figures leave.

    ``longest`` are the widths of the longest figures. Where all columns alike would not fit,
    each is as narrow as its own figures allow, and so is the title.
    """
    figures = columns - 2 - len(words)
    if words:
        figure = scaled(_FIGURE_WIDEST)
        title = min(scaled(_TITLE_WIDEST), room // 3)
        text = max(scaled(_TITLE_NARROWEST), (room - title - figure * figures) // len(words))
        others = [text if place in words else figure for place in range(2, columns)]
        return [title, scaled(_CODE_WIDTH), *others]
    widest = scaled(_FIGURE_OF_FEW if figures <= _FEW_COLUMNS else _FIGURE_WIDEST)
    least = max(scaled(_FIGURE_NARROWEST), max(longest, default=0) + scaled(_FIGURE_GAP))
    figure = max(least, min((room - scaled(_TITLE_WIDEST)) // figures, widest))
    title = room - figure * figures
    if title >= scaled(_TITLE_NARROWEST):
        return [title, scaled(_CODE_WIDTH), *([figure] * figures)]
    return _tight_widths(room, longest)


def _tight_widths(room: int, longest: list[int]) -> list[int]:
    """The narrowest columns, with what is left shared by figures and title."""
    least = [max(scaled(_TIGHTEST), width + scaled(_TIGHT_GAP)) for width in longest]
    spare = max(room - scaled(_TITLE_TIGHTEST) - sum(least), 0)
    more = spare // (2 * len(least))
    widths = [width + more for width in least]
    title = max(scaled(_TITLE_TIGHTEST), room - sum(widths))
    return [title, scaled(_CODE_WIDTH), *widths]
