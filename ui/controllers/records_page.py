"""What pages with one table have in common: reading, finding, choosing, going to a record."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtWidgets import QMenu, QWidget

from nastavnik_desktop.domain.school_year import SchoolYear
from ui.dialogs.history_dialog import HistoryDialog
from ui.item_models.rows_model import RowsModel
from ui.page import Page
from ui.papers import PaperDesk
from ui.requests import PickRecords
from ui.shell import Shell
from ui.table_outputs import table_outputs
from ui.views.records_view import RecordsView
from ui.widgets.details import Details
from ui.widgets.filter_bar import ChipFacts, FilterFacts
from ui.writes import Writes

Row = TypeVar("Row")


class RecordsPage(Page, Generic[Row]):
    """A subclass gives the model and the view, and answers the questions of the first part.

    The buttons of the details pane stand in the context menu of the table too.
    """

    kind = ""
    """How the history calls these records: person, pairing or order."""

    def __init__(self, shell: Shell, model: RowsModel[Row]) -> None:
        super().__init__(shell)
        self.model = model
        self.writes = Writes(shell)
        self.desk = PaperDesk(shell)
        self._rows: Sequence[Row] = ()
        self._wanted: Hashable = None
        self._is_read = False

    # Answers of the subclass

    def make_view(self) -> RecordsView[Row]:
        """The layout."""
        raise NotImplementedError

    def read(self, year: SchoolYear) -> Sequence[Row]:
        """The records of a school year; runs on the worker."""
        raise NotImplementedError

    def chips(self, rows: Sequence[Row]) -> list[ChipFacts]:
        """The views of the list with their counts."""
        raise NotImplementedError

    def offers(self, rows: Sequence[Row]) -> list[FilterFacts]:
        """Further filters."""
        raise NotImplementedError

    def accepts(self, row: Row, chip: str, filters: dict[str, str]) -> bool:
        """Whether the chosen chip and filters let a record through."""
        raise NotImplementedError

    def condition(self, chip: str, filters: dict[str, str]) -> Callable[[Row], bool]:
        """``accepts`` as one condition; a long list may answer with a quicker one."""
        return partial(self.accepts, chip=chip, filters=filters)

    def describe(self, rows: list[Row]) -> Details | None:
        """What the details pane says about the selected records."""
        raise NotImplementedError

    def open(self, row: Row) -> None:
        """Enter or a double click."""
        raise NotImplementedError

    def explain_missing(self, key: Hashable) -> None:
        """A record that was asked for is not in this school year: say where it is."""

    # The page

    @property
    def records(self) -> RecordsView[Row]:
        """The view, by its own type."""
        view = self.view
        if not isinstance(view, RecordsView):
            raise TypeError("a page of records has a view of records")
        return view

    def build(self) -> QWidget:
        """Make the view and listen to it."""
        view = self.make_view()
        view.filters.changed.connect(self._on_filter_changed)
        view.search.textChanged.connect(self._on_query_changed)
        view.table.picked.connect(self._on_picked)
        view.table.opened.connect(self.open)
        view.table.typed.connect(self._on_typed)
        view.table.fill_menu = view.table.fill_menu or self._fill_menu
        view.table.outputs = view.table.outputs or table_outputs(self.shell, self.desk)
        view.more.clicked.connect(self._on_more_clicked)
        view.nothing.add_action("Показать все", self.show_all)
        return view

    def reload(self) -> None:
        """Read the records of the chosen year again."""
        call = partial(self.read, self.shell.year())
        self.shell.operations.run(f"Чтение: {self.records.table.title}", call, self._on_read)

    def open_record(self, key: Hashable) -> None:
        """Select a record, or several by ``PickRecords``, as soon as they are read."""
        self._wanted = key
        if self._is_read:
            self._pick_wanted()

    def pick_when_read(self, key: Hashable) -> None:
        """Select a record that the next reading brings: it was just made."""
        self._wanted = key

    def put_away_details(self) -> None:
        """Closing the pane takes the selection away."""
        self.records.table.clearSelection()
        self.show_details(None)

    def show_all(self) -> None:
        """Take query and filters away."""
        view = self.records
        view.search.clear()
        view.filters.filters.clear()
        view.filters.choose(self.chips(self._rows)[0].key)

    def picked(self) -> list[Row]:
        """The selected records."""
        return self.records.table.picked_rows()

    def show_history(self, title: str, record_id: int) -> None:
        """Open the history of a record."""
        self.shell.operations.run(
            "Чтение истории",
            partial(self.shell.services.history.of, self.kind, record_id),
            lambda lines: self.shell.prompts.show_dialog(HistoryDialog(title, lines)),
        )

    def refresh_details(self) -> None:
        """Describe the selected records again."""
        self._on_picked(self.picked())

    def _on_read(self, rows: Sequence[Row]) -> None:
        self._rows, self._is_read = rows, True
        view = self.records
        view.filters.show_chips(self.chips(rows), self.offers(rows))
        self._apply_filters()
        self.model.set_rows(rows)
        self._show_counts()
        self._pick_wanted()
        self.refresh_details()

    def _apply_filters(self) -> None:
        filters = self.records.filters
        self.model.set_predicate(self.condition(filters.chosen, filters.filters))

    def _pick_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        ids: set[Hashable] = set(wanted.ids) if isinstance(wanted, PickRecords) else {wanted}
        if len(self.model.positions_of(ids)) < len(ids):
            self.show_all()
        if self.model.positions_of(ids):
            self.records.table.pick(ids)
            self.records.table.setFocus()
        else:
            self.explain_missing(wanted)

    def _show_counts(self) -> None:
        self.records.show_counts(self.model.rowCount(), self.model.total)

    def _on_filter_changed(self) -> None:
        self._apply_filters()
        self._show_counts()

    def _on_query_changed(self, query: str) -> None:
        self.model.set_query(query)
        self._show_counts()

    def _on_typed(self, letter: str) -> None:
        self.records.search.setFocus()
        self.records.search.insert(letter)

    def _on_picked(self, rows: list[Row]) -> None:
        self.show_details(self.describe(rows) if rows else None)

    def _on_more_clicked(self) -> None:
        more = self.records.more
        self.records.table.make_menu().popup(more.mapToGlobal(more.rect().bottomLeft()))

    def _fill_menu(self, menu: QMenu, rows: list[Row]) -> None:
        details = self.describe(rows)
        for facts in details.buttons if details else ():
            menu.addAction(facts.text, facts.run)
