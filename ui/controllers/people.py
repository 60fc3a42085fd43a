"""The page «Люди»: the list, the card, marks of the year, loading of lists."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.name_cases import NameRules
from nastavnik_desktop.domain.need_words import NeedWord
from nastavnik_desktop.domain.people import PersonKind, PersonRow
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school_year import SchoolYear
from ui.controllers.duplicates import DuplicateDesk
from ui.controllers.everything import EXPORT_WORDS, export_everything
from ui.controllers.importing import ListImport
from ui.controllers.new_year import NewYearDesk
from ui.controllers.people_actions import PeopleActions
from ui.controllers.people_details import PersonLinks, details_of
from ui.controllers.person_cards import PersonCards
from ui.controllers.records_page import RecordsPage
from ui.dialogs.person_part import CardContext
from ui.icons import icon
from ui.item_models.people_columns import (
    CHIP_OF,
    CHIPS,
    REASONS,
    WANTING,
    counts_of,
    people_columns,
    person_search_text,
)
from ui.item_models.rows_model import RowsModel
from ui.requests import ImportList, RecordConsents, ShowPeople, StartNewYear
from ui.shell import Shell
from ui.table_outputs import table_outputs
from ui.views.people import PeopleView
from ui.widgets.details import Details, LinkRow, Section
from ui.widgets.filter_bar import ChipFacts, FilterFacts

if TYPE_CHECKING:
    from nastavnik_desktop.services.people import PersonDetails

_NEW = (
    (PersonKind.STAFF, "Сотрудник"),
    (PersonKind.STUDENT, "Ученик"),
    (PersonKind.OUTSIDE, "Не из школы"),
)


class PeoplePage(RecordsPage[PersonRow]):
    """Decides what the list shows and what its buttons do."""

    kind = "person"
    watches = Changes.PEOPLE | Changes.POOLS | Changes.CONSENTS | Changes.PAIRINGS | Changes.ORDERS

    def __init__(self, shell: Shell) -> None:
        columns = people_columns(lambda: self._today, self._place_of, self._reasons_of)
        model = RowsModel(columns, attrgetter("person_id"), person_search_text)
        super().__init__(shell, model)
        self._today = date.today()
        self._needs: tuple[NeedWord, ...] = ()
        self._name_rules: NameRules = {}
        self._wanting: dict[int, tuple[str, ...]] = {}
        self._counts: dict[str, int] = {}
        self._places: dict[int, int] = {}
        self._has_offered_cards = False
        self.cards = PersonCards(shell, self._card_context)
        self.actions = PeopleActions(shell)
        self.importing = ListImport(shell)
        self.new_year = NewYearDesk(shell)
        self.duplicates = DuplicateDesk(shell)

    def make_view(self) -> PeopleView:
        """The view with its menus."""
        view = PeopleView(self.model, self.shell.settings)
        for kind, words in _NEW:
            view.add_menu.addAction(words, partial(self.cards.add, kind))
        view.consents.clicked.connect(
            partial(self.shell.open_page, "consents", ShowPeople("lacking"))
        )
        view.load.clicked.connect(self.importing.choose)
        view.empty.add_action("Загрузить список…", self.importing.choose, "primary")
        view.empty.add_action("Добавить сотрудника", partial(self.cards.add, PersonKind.STAFF))
        view.table.fill_menu = self._fill_menu
        view.table.tools = {
            "Править таблицей всё, что показано…": self._edit_shown,
            "Найти повторы…": self.duplicates.find,
        }
        self.importing.serve(view.table)
        view.table.outputs = {
            **table_outputs(self.shell, self.desk),
            EXPORT_WORDS: lambda _table: export_everything(self.shell),
        }
        return view

    def read(self, year: SchoolYear) -> Sequence[PersonRow]:
        """Everybody by name, those of the archive last; here the chips are counted too."""
        people = self.shell.services.people
        rows = [*people.rows(year), *people.rows(year, archived=True)]
        self._today = self.shell.services.school.today()
        self._needs = self.shell.services.need_words.words()
        self._name_rules = self.shell.services.name_rules.rules()
        self._wanting = people.who_needs_mentor(year)
        self._counts = counts_of(rows, self._today, self._wanting)
        self._places = {row.person_id: place for place, row in enumerate(rows)}
        return rows

    def chips(self, rows: Sequence[PersonRow]) -> list[ChipFacts]:
        """Views of the list; the rare ones are offered when somebody is in them."""
        counts = self._counts
        shown = [chip for chip in CHIPS if not chip.is_rare or counts.get(chip.key)]
        return [ChipFacts(chip.key, chip.text, counts.get(chip.key, len(rows))) for chip in shown]

    def offers(self, rows: Sequence[PersonRow]) -> list[FilterFacts]:
        """Classes and subjects that occur."""
        classes = {row.school_class for row in rows if row.school_class}
        subjects = {row.subject for row in rows if row.subject}
        ordered = sorted(classes, key=lambda name: (len(name), name))
        return [
            FilterFacts("school_class", "Класс", [(name, name) for name in ordered]),
            FilterFacts("subject", "Предмет", [(name, name) for name in sorted(subjects)]),
        ]

    def condition(self, chip: str, filters: dict[str, str]) -> Callable[[PersonRow], bool]:
        """What the chosen chip and filters let through, quick enough for every key typed."""
        in_view = self._view_of(chip)
        if not filters:
            return in_view
        return lambda row: (
            in_view(row) and all(getattr(row, field) == value for field, value in filters.items())
        )

    def _view_of(self, chip: str) -> Callable[[PersonRow], bool]:
        """The view of a chip; of those who need a mentor the reasons are shown meanwhile."""
        is_of_wanting = chip == WANTING
        self.records.table.look.show_meanwhile(REASONS, is_shown=is_of_wanting)
        if is_of_wanting:
            wanting = self._wanting
            return lambda row: row.person_id in wanting
        return CHIP_OF[chip].condition(self._today)

    def describe(self, rows: list[PersonRow]) -> Details | None:
        """Many: what can be done with them. One: what is known now, all the rest is read."""
        if len(rows) > 1:
            return self._describe_many(rows)
        (row,) = rows
        self._read_details(row.person_id)
        if self.details is not None and self.details.title == row.name.full:
            return self.details
        return Details(row.name.full, row.occupation)

    def open(self, row: PersonRow) -> None:
        """Open the card."""
        self.cards.edit(row.person_id)

    def on_shown(self) -> None:
        """At first offer the cards that were open when the program ended."""
        if not self._has_offered_cards:
            self._has_offered_cards = True
            self.cards.offer_unsaved()

    def open_record(self, key: Hashable) -> None:
        """Go to a person, or begin what another page asks for."""
        match key:
            case ShowPeople(chip):
                self.records.filters.choose(chip)
            case ImportList(path) if path is not None:
                self.importing.load(path)
            case ImportList():
                self.importing.choose()
            case StartNewYear():
                self.new_year.begin()
            case RecordConsents(person_ids):
                self.actions.consents.enter(person_ids)
            case _:
                super().open_record(key)

    def _reasons_of(self, row: PersonRow) -> str:
        return "; ".join(self._wanting.get(row.person_id, ()))

    def _place_of(self, row: PersonRow) -> int:
        return self._places.get(row.person_id, 0)

    def _describe_many(self, rows: list[PersonRow]) -> Details:
        links = [
            LinkRow(action.text, action.run, action.icon) for action in self.actions.for_rows(rows)
        ]
        people = counted(len(rows), "человек", "человека", "человек")
        return Details(f"Выбрано: {people}", "", (Section("", tuple(links)),))

    def _read_details(self, person_id: int) -> None:
        read = partial(self.shell.services.people.details, person_id, self.shell.year())
        self.shell.operations.run("Сведения о человеке", read, self._on_details_read)

    def _on_details_read(self, known: PersonDetails) -> None:
        picked = self.picked()
        if len(picked) == 1 and picked[0].person_id == known.draft.person_id:
            self.show_details(details_of(known, self._today, self._links(picked[0])))

    def _links(self, row: PersonRow) -> PersonLinks:
        person_id = row.person_id
        return PersonLinks(
            edit=partial(self.cards.edit, person_id),
            correct_cases=partial(self.cards.edit, person_id, opens_cases=True),
            record_consent=partial(self.actions.consents.enter, [person_id]),
            print_consent=partial(self.actions.consents.print_blanks, [person_id]),
            withdraw_consent=partial(self.actions.consents.withdraw, self._today),
            change_consent=self.actions.consents.change,
            set_pool=partial(self.actions.set_pool, [person_id]),
            open_pairing=partial(self.shell.open_page, "pairings"),
            open_order=partial(self.shell.open_page, "orders"),
            create_pairing=partial(self.actions.create_pairing, [row]),
            set_archived=partial(self.actions.set_archived, [person_id]),
            show_history=partial(self.show_history, row.name.full, person_id),
            leave=partial(self.actions.leaving.begin, person_id),
            forget=partial(self.actions.forgetting.begin, person_id),
            show_record=partial(self.actions.awards.show_record, person_id, row.name.short),
            show_award=lambda award: self.actions.awards.show([award]),
            remove_award=self.actions.awards.remove,
        )

    def _edit_shown(self) -> None:
        self.actions.bulk.edit_grid([row for row in self.model.shown_rows() if not row.is_archived])

    def _fill_menu(self, menu: QMenu, rows: list[PersonRow]) -> None:
        if len(rows) == 1:
            menu.addAction(icon("pencil"), "Открыть карточку", partial(self.open, rows[0]))
        for action in self.actions.for_rows(rows):
            menu.addAction(icon(action.icon), action.text, action.run)

    def _card_context(self, year: SchoolYear) -> CardContext:
        rows = self._rows
        return CardContext(
            year,
            self._today,
            tuple({row.position_title for row in rows if row.position_title}),
            tuple({row.subject for row in rows if row.subject}),
            guess_post=self.shell.services.people.post_guesses,
            needs=self._needs,
            name_rules=self._name_rules,
        )
