"""A small invented school and a page that shows its pairs with the real parts of the window."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from types import SimpleNamespace

from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.changes import Changes
from ui.change_bus import ChangeBus
from ui.item_models.column import Align, Column
from ui.item_models.rows_model import RowsModel
from ui.operations import Operations
from ui.page import Page, PageView
from ui.page_entry import PageEntry
from ui.shell import Shell
from ui.tokens import Tone
from ui.user_settings import UserSettings
from ui.widgets.buttons import button
from ui.widgets.details import (
    CheckRow,
    CheckState,
    Details,
    Fact,
    LinkRow,
    Note,
    PaneButton,
    Section,
)
from ui.widgets.filter_bar import ChipFacts, FilterBar, FilterFacts
from ui.widgets.records_table import RecordsTable


@dataclass(frozen=True)
class PairRow:
    id: int
    mentor: str
    mentees: str
    form: str
    term: str
    state: str
    order: str
    meetings: int = 0


TONES = {
    "нет согласия": Tone.WARNING,
    "действует": Tone.GOOD,
    "готова к приказу": Tone.ACCENT,
    "прекращена": Tone.DANGER,
    "черновик": Tone.NEUTRAL,
}

PEER = "ученик – ученик"
TEACHERS = "педагог – педагог"
YEAR = "08.09.2026 – 28.05.2027"

PAIRS = [
    PairRow(1, "Иванова А. П.", "Петров И. И.", TEACHERS, YEAR, "нет согласия", ""),
    PairRow(2, "Соколова М. В.", "Юсупов Р. Т.", TEACHERS, YEAR, "действует", "124-од", 12),
    PairRow(3, "Абдулов Р. Ф.", "Гаврилова С. Ю.", TEACHERS, YEAR, "готова к приказу", "", 3),
    PairRow(4, "Крутикова О. Н.", "Заболотный Л. О.", TEACHERS, YEAR, "действует", "119-од", 9),
    PairRow(5, "Мельник А., 10А", "Сафин Т., 6Б + 1", PEER, YEAR, "действует", "125-од", 4),
    PairRow(6, "Белова Д., 11А", "Рогов Пётр, 8В", PEER, YEAR, "прекращена", "131-од", 2),
    PairRow(7, "Чернов К. Л.", "9А, 9 учеников", "работодатель – ученик", YEAR, "черновик", ""),
]


def pair_columns() -> list[Column[PairRow]]:
    return [
        Column("Наставник", lambda row: row.mentor, width=150, stretches=True),
        Column("Наставляемые", lambda row: row.mentees, width=150, stretches=True),
        Column("Форма", lambda row: row.form, width=120, stretches=True),
        Column("Срок", lambda row: row.term, width=180, stretches=True),
        Column("Состояние", lambda row: row.state, width=140, tone=lambda row: TONES[row.state]),
        Column("Приказ", lambda row: row.order, width=80, sort_key=lambda row: row.order or None),
        Column(
            "Встреч",
            lambda row: str(row.meetings),
            width=80,
            sort_key=lambda row: row.meetings,
            align=Align.RIGHT,
            is_hidden=True,
        ),
    ]


def details_of(pair: PairRow) -> Details:
    return Details(
        f"{pair.mentor} → {pair.mentees}",
        f"{pair.form} · опытный педагог – молодой специалист",
        (
            Section(
                "",
                (
                    CheckRow("Заявление-согласие наставляемого", CheckState.DONE),
                    CheckRow("Согласие наставника", CheckState.MISSING, "Напечатать", lambda: None),
                    CheckRow("Приказ о закреплении", CheckState.OPEN, "Создать", lambda: None),
                ),
            ),
            Section(
                "Почему эта пара",
                (
                    Note(
                        "Тот же предмет (физика), запрос «подготовка к ГИА» совпадает с "
                        "компетенцией, у наставника свободно 1 место из 2, стаж 24 года."
                    ),
                ),
            ),
            Section(
                "Сведения",
                (
                    Fact("Срок", pair.term),
                    Fact("Вид", "традиционное"),
                    Fact("Куратор", "Крутикова О. Н., заместитель директора по УВР"),
                ),
            ),
            Section(
                "Связано",
                (
                    LinkRow("Приказы", lambda: None, "file-text", count="1"),
                    LinkRow("История", lambda: None, "history", "изменено 12.09.2026"),
                ),
            ),
        ),
        (
            PaneButton("Напечатать комплект", lambda: None, "printer", is_primary=True),
            PaneButton("История", lambda: None, "history"),
        ),
    )


class PairsPage(Page):
    """Shows the pairs of a plain list; counts how often it was reloaded."""

    watches = Changes.PAIRINGS

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.reloads = 0
        self.model = RowsModel(pair_columns())
        self.filters = FilterBar()
        self.table = RecordsTable("pairs", "Пары и группы", self.model, shell.settings)
        self.table.picked.connect(self._on_picked)

    def build(self) -> QWidget:
        view = PageView("Пары и группы")
        view.header.add(button("Подобрать…", icon_name="sparkles"))
        view.header.add(button("Новая пара", "primary", "plus"))
        view.body.addWidget(self.filters)
        view.add_table(self.table)
        return view

    def reload(self) -> None:
        self.reloads += 1
        rows = self.shell.services.pairs()
        self.model.set_rows(rows)
        self.filters.show_chips(
            [ChipFacts("all", "Все", len(rows)), ChipFacts("no_order", "Без приказа", 3)],
            [FilterFacts("form", "Форма", (("peer", "ученик – ученик"),))],
        )
        self.filters.show_shown(self.model.rowCount(), self.model.total)

    def open_record(self, key: Hashable) -> None:
        self.table.pick({key})

    def _on_picked(self, rows: list[PairRow]) -> None:
        self.show_details(details_of(rows[0]) if rows else None)


ENTRIES = [
    PageEntry("pairings", "Пары и группы", "handshake", PairsPage),
    PageEntry("again", "Дорожная карта", "map", PairsPage),
]


def make_shell(
    window, operations: Operations, prompts, pairs: list[PairRow] | None = None
) -> Shell:
    return Shell(
        SimpleNamespace(pairs=lambda: PAIRS if pairs is None else pairs),
        operations,
        prompts,
        ChangeBus(),
        UserSettings(),
        window.notify,
        window.open_page,
    )
