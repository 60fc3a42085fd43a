"""The page «Базы»: both bases of the year, on the screen, on paper and as files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from nastavnik_desktop.domain.base_registers import (
    UNNAMED,
    RegisterColumn,
    RegisterKind,
    RegisterRow,
)
from nastavnik_desktop.domain.changes import Changes
from ui.item_models.registers import cell_text
from ui.page import Page
from ui.papers import Paper, PaperDesk
from ui.requests import ShowPeople
from ui.shell import Shell
from ui.views.registers import RegistersView, RegisterTable
from ui.widgets.details import Details, Fact, LinkRow, Note, PaneButton, Section
from ui.widgets.filter_bar import ChipFacts

if TYPE_CHECKING:
    from nastavnik_desktop.services.registers import RegisterContent

_FORMATS = {"xlsx": "Excel…", "docx": "Word…", "pdf": "PDF…"}
_SHORT_LABELS = {
    "contacts": "Контакты",
    "place": "Место работы, учёбы",
    "birth_year": "Год рождения",
    "strengths": "Компетенции",
    "achievements": "Достижения",
    "interests": "Интересы",
    "desired_age": "Возраст",
    "time": "Ресурс времени",
    "needs": "Запрос",
    "joined_on": "В программе с",
    "form": "Форма",
    "ends_on": "Завершение",
    "results": "Результаты",
    "link": "Кейс, отзыв",
    "completion": "Программа",
}
_PERSONAL = (
    "В этой таблице есть телефоны, годы рождения и запросы людей. Храните файл так же бережно, "
    "как саму базу; для сайта сохраните таблицу с отметкой «Для публикации»."
)
_PARTNERS = {RegisterKind.MENTORS: "Наставляемые", RegisterKind.MENTEES: "Наставник"}


class RegistersPage(Page):
    """Decides which base is shown and what leaves it."""

    watches = Changes.PEOPLE | Changes.POOLS | Changes.CONSENTS | Changes.PAIRINGS | Changes.SCHOOL

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._desk = PaperDesk(shell)
        self._content: dict[RegisterKind, RegisterContent] = {}

    @property
    def registers(self) -> RegistersView:
        """The view, by its own type."""
        view = self.view
        if not isinstance(view, RegistersView):
            raise TypeError("the page of bases has a view of bases")
        return view

    @property
    def kind(self) -> RegisterKind:
        """The base that is shown."""
        return RegisterKind(self.registers.kinds.chosen or RegisterKind.MENTORS)

    @property
    def table(self) -> RegisterTable:
        """The table that is shown."""
        return self.registers.tables[self.kind, self.registers.public.isChecked()]

    def build(self) -> QWidget:
        """Make the view and listen to it."""
        view = RegistersView(self.shell.settings)
        view.kinds.changed.connect(self._show)
        view.public.toggled.connect(lambda _is_on: self.reload())
        view.search.textChanged.connect(lambda _query: self._show())
        view.look_at.clicked.connect(lambda _checked: self.look_at())
        view.more.clicked.connect(lambda _checked: self._open_menu())
        view.empty.add_action("Выбрать на странице «Люди»", self._go_to_people, "primary")
        view.nothing.add_action("Показать всех", view.search.clear)
        for file_format, words in _FORMATS.items():
            view.save_menu.addAction(words, partial(self.save, file_format))
        for table in view.tables.values():
            table.picked.connect(self._on_picked)
            table.opened.connect(self._go_to_person)
            table.typed.connect(self._on_typed)
            table.fill_menu = self._fill_menu
        return view

    def reload(self) -> None:
        """Read both bases of the chosen year."""
        is_public = self.registers.public.isChecked()
        read = partial(_read, self.shell, is_public=is_public)
        self.shell.operations.run("Чтение баз", read, self._on_read)

    def put_away_details(self) -> None:
        """Closing the pane takes the selection away."""
        self.table.clearSelection()
        self.show_details(None)

    def look_at(self) -> None:
        """Open the preview, from which the paper is printed or saved."""
        self._desk.show(self._paper())

    def save(self, file_format: str) -> None:
        """Save what is shown; before personal data leave the base this is said."""
        self._desk.save(self._paper(), file_format)

    def _paper(self) -> Paper:
        from nastavnik_desktop.services.registers import RegisterRequest

        is_public = self.registers.public.isChecked()
        request = RegisterRequest(
            self.kind, self.shell.year(), self.table.shown_codes, is_public=is_public
        )
        render = self.shell.services.registers.render
        makers = {name: partial(render, request, name) for name in ("pdf", "docx", "xlsx")}
        return Paper(request.file_stem, makers, "" if is_public else _PERSONAL)

    def _on_read(self, content: dict[RegisterKind, RegisterContent]) -> None:
        self._content = content
        chips = [ChipFacts(kind, kind.label, len(content[kind].rows)) for kind in RegisterKind]
        self.registers.kinds.show_chips(chips)
        self._show()

    def _show(self) -> None:
        model, view = self.table.rows_model, self.registers
        model.set_query(view.search.text())
        model.set_rows(self._content[self.kind].rows)
        view.show_counts(self.table, model.rowCount(), model.total)
        self._on_picked(self.table.picked_rows())

    def _on_picked(self, rows: list[RegisterRow]) -> None:
        self.show_details(self._describe(rows[0]) if len(rows) == 1 else None)

    def _describe(self, row: RegisterRow) -> Details:
        sections = (
            Section("", tuple(_facts(self.table.register_columns, row))),
            Section(_PARTNERS[self.kind], tuple(self._partners(row))),
        )
        filled = tuple(section for section in sections if section.items)
        is_named = row.person.name.last_name != UNNAMED
        go = PaneButton("Открыть на странице «Люди»", partial(self._go_to_person, row), "users")
        return Details(
            row.person.name.full if is_named else "Имя не публикуется", "", filled, (go,)
        )

    def _partners(self, row: RegisterRow) -> Iterator[LinkRow | Note]:
        for partner in row.partners:
            go = partial(self.shell.open_page, "people", partner.person_id)
            yield LinkRow(partner.name.full, go, "user", partner.place)
        if not row.partners:
            yield Note("Пары в этом году ещё нет", is_quiet=True)

    def _fill_menu(self, menu: QMenu, rows: list[RegisterRow]) -> None:
        menu.addAction("Открыть на странице «Люди»", partial(self._go_to_person, rows[0]))

    def _go_to_person(self, row: RegisterRow) -> None:
        self.shell.open_page("people", row.person.person_id)

    def _go_to_people(self) -> None:
        self.shell.open_page("people", ShowPeople("staff"))

    def _open_menu(self) -> None:
        more = self.registers.more
        self.table.make_menu().popup(more.mapToGlobal(more.rect().bottomLeft()))

    def _on_typed(self, letter: str) -> None:
        self.registers.search.setFocus()
        self.registers.search.insert(letter)


def _read(shell: Shell, *, is_public: bool) -> dict[RegisterKind, RegisterContent]:
    from nastavnik_desktop.services.registers import RegisterRequest

    year, content = shell.year(), shell.services.registers.content
    return {
        kind: content(RegisterRequest(kind, year, is_public=is_public)) for kind in RegisterKind
    }


def _facts(columns: list[RegisterColumn], row: RegisterRow) -> Iterator[Fact]:
    for column in columns:
        text = cell_text(column, row)
        if text and column.code in _SHORT_LABELS:
            yield Fact(_SHORT_LABELS[column.code], text)
