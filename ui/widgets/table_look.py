"""The look of a table that its user chose: columns, their order and widths, the sorting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu

from nastavnik_desktop.config.table_layout import TableLayout
from ui.theme import scaled
from ui.user_settings import UserSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QTableView

    from ui.item_models.column import Column
    from ui.item_models.rows_model import RowsModel

_NARROWEST = 48


class TableLook(QObject):
    """Keeps the look under the table's name; columns are known by their titles."""

    def __init__(
        self, table: QTableView, model: RowsModel[Any], name: str, settings: UserSettings
    ) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._name = name
        self._settings = settings
        self._meanwhile: set[int] = set()
        self._is_arranging = True
        self._header = table.horizontalHeader()
        self._set_manners()
        self._restore(settings.table_layout(name))
        self._is_arranging = False
        self._header.sectionResized.connect(self._on_resized)
        self._header.sectionMoved.connect(self._on_moved)
        self._header.sortIndicatorChanged.connect(self._on_sorting_changed)

    def _set_manners(self) -> None:
        header = self._header
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(scaled(_NARROWEST))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_menu_requested)

    def shown_columns(self) -> list[int]:
        """Columns that are shown, from left to right."""
        places = range(self._header.count())
        columns = (self._header.logicalIndex(place) for place in places)
        return [column for column in columns if not self._header.isSectionHidden(column)]

    def show_column(self, column: int, *, is_shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        if is_shown or len(self.shown_columns()) > 1:
            self._header.setSectionHidden(column, not is_shown)
            self.fit()
            self._on_changed()

    def show_meanwhile(self, title: str, *, is_shown: bool) -> None:
        """Show a column for a time, whatever the user chose; her choice is kept as it is."""
        layout, columns = self._settings.table_layout(self._name), self._model.columns
        at = next(place for place, column in enumerate(columns) if column.title == title)
        is_chosen = title in layout.columns if layout.columns else not columns[at].is_hidden
        self._meanwhile = {at} if is_shown and not is_chosen else set()
        self._is_arranging = True
        self._header.setSectionHidden(at, not (is_shown or is_chosen))
        self.fit()
        self._is_arranging = False

    def reset(self) -> None:
        """Back to the look of the design."""
        self._is_arranging = True
        for column in range(self._header.count()):
            self._header.moveSection(self._header.visualIndex(column), column)
        self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._restore(TableLayout())
        self._is_arranging = False
        self._settings.keep_table_layout(self._name, TableLayout())

    def fit(self) -> None:
        """Give columns that stretch what the others leave, none less than its least width."""
        shown = self.shown_columns()
        elastic = [at for at in shown if self._model.columns[at].stretches]
        if not elastic or self._has_own_widths():
            return
        taken = sum(self._header.sectionSize(at) for at in shown if at not in elastic)
        widths = _shares(
            [self._model.columns[at] for at in elastic], self._table.viewport().width() - taken
        )
        was_arranging, self._is_arranging = self._is_arranging, True
        for at, width in zip(elastic, widths, strict=True):
            self._header.resizeSection(at, width)
        self._is_arranging = was_arranging

    def make_columns_menu(self, parent: QMenu | None = None) -> QMenu:
        """The choice of columns."""
        menu = QMenu("Столбцы", parent)
        for column, facts in enumerate(self._model.columns):
            action = QAction(facts.title, menu)
            action.setCheckable(True)
            action.setChecked(not self._header.isSectionHidden(column))
            action.toggled.connect(
                lambda is_on, column=column: self.show_column(column, is_shown=is_on)
            )
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction("Вернуть исходный вид", self.reset)
        return menu

    def _has_own_widths(self) -> bool:
        return bool(self._settings.table_layout(self._name).widths_px)

    def _restore(self, layout: TableLayout) -> None:
        titles = [column.title for column in self._model.columns]
        for at, column in enumerate(self._model.columns):
            width = layout.widths_px.get(column.title, column.width)
            self._header.resizeSection(at, scaled(width))
            is_shown = column.title in layout.columns if layout.columns else not column.is_hidden
            self._header.setSectionHidden(at, not is_shown)
        known = [title for title in layout.columns if title in titles]
        for place, title in enumerate(known):
            self._header.moveSection(self._header.visualIndex(titles.index(title)), place)
        if layout.sorted_by in titles:
            self._sort(titles.index(layout.sorted_by), is_descending=layout.is_descending)
        self.fit()

    def _sort(self, column: int, *, is_descending: bool) -> None:
        order = Qt.SortOrder.DescendingOrder if is_descending else Qt.SortOrder.AscendingOrder
        self._header.setSortIndicator(column, order)
        self._model.sort(column, order)

    def _on_sorting_changed(self, column: int, order: Qt.SortOrder) -> None:
        self._model.sort(column, order)
        self._on_changed()

    def _on_resized(self) -> None:
        self._on_changed(has_own_widths=True)

    def _on_moved(self) -> None:
        self._on_changed()

    def _on_changed(self, *, has_own_widths: bool = False) -> None:
        if not self._is_arranging:
            layout = self._describe(has_own_widths or self._has_own_widths())
            self._settings.keep_table_layout(self._name, layout)

    def _describe(self, has_own_widths: bool) -> TableLayout:
        columns, header = self._model.columns, self._header
        shown = self.shown_columns()
        widths = {columns[at].title: header.sectionSize(at) * 100 // scaled(100) for at in shown}
        sorted_by = header.sortIndicatorSection()
        return TableLayout(
            columns=tuple(columns[at].title for at in shown if at not in self._meanwhile),
            widths_px=widths if has_own_widths else {},
            sorted_by=columns[sorted_by].title if 0 <= sorted_by < len(columns) else "",
            is_descending=header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
        )

    def _on_menu_requested(self, place: QPoint) -> None:
        menu = self.make_columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._header.mapToGlobal(place))


def _shares(columns: Sequence[Column[Any]], room: int) -> list[int]:
    """Much room is shared by the widths of the design; what little room lacks, by their give."""
    widths = [scaled(column.width) for column in columns]
    leasts = [min(scaled(column.least_width), scaled(column.width)) for column in columns]
    wanted, give = sum(widths), sum(widths) - sum(leasts)
    if room >= wanted or not give:
        return [max(room, wanted) * width // wanted for width in widths]
    lacking = min(wanted - room, give)
    return [
        width - -(-lacking * (width - least) // give)
        for width, least in zip(widths, leasts, strict=True)
    ]
