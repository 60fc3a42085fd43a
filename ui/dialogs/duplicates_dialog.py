"""Cards that may be of one person, in a window of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from nastavnik_desktop.domain.duplicates import DuplicateCard, DuplicatePair
from nastavnik_desktop.domain.plurals import counted
from ui.item_models.column import Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.tokens import Tone
from ui.user_settings import UserSettings
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import text_label
from ui.widgets.records_table import RecordsTable

_NOTE = (
    "Карточки похожи именем. Сравните их и решите, один ли это человек; тёзки с разными годами "
    "рождения сюда не попадают."
)
_NONE = "Опечаток, ё и е, переставленных букв и инициалов среди карточек не нашлось."


class DuplicatesDialog(QDialog):
    """Stands over the window; ``compared`` carries the pair to look at.

    ``told_apart`` carries a pair that is of two people; ``marked_asked`` asks for all of those.
    """

    compared = Signal(object)
    told_apart = Signal(object)
    marked_asked = Signal()

    def __init__(self, settings: UserSettings) -> None:
        super().__init__()
        self.setWindowTitle("Повторы среди карточек")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(1040), scaled(540))
        self._model: RowsModel[DuplicatePair] = RowsModel(_columns(), _key)
        self.title = text_label("Повторы среди карточек", "title")
        self.note = text_label(_NOTE, "quiet", wraps=True)
        self.table = RecordsTable("duplicates", "Повторы", self._model, settings)
        self.none = EmptyState("circle-check", "Повторов нет", _NONE)
        self.compare = button("Сравнить…", "primary", "merge", self._on_compare_clicked)
        self.differ = button("Это разные люди", icon_name="users", on_click=self._on_differ_clicked)
        self.marked = button("", "link", on_click=self.marked_asked.emit)
        self.table.opened.connect(self.compared)
        self.table.picked.connect(self._on_picked)
        self._lay_out()

    def show_pairs(self, pairs: Sequence[DuplicatePair], marked_count: int = 0) -> None:
        """Show what was found; the first is selected. So many pairs were told apart before."""
        self.marked.setText(f"Отмечены как разные люди: {marked_count}")
        self.marked.setVisible(bool(marked_count))
        self._model.set_rows(pairs)
        found = counted(len(pairs), "похожая пара", "похожие пары", "похожих пар")
        self.title.setText(f"Повторы среди карточек: {found}" if pairs else self.windowTitle())
        for part in (self.table, self.note, self.compare, self.differ):
            part.setVisible(bool(pairs))
        self.none.setVisible(not pairs)
        self.table.selectRow(0)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.marked)
        foot.addStretch()
        foot.addWidget(button("Закрыть", on_click=self.close))
        foot.addWidget(self.differ)
        foot.addWidget(self.compare)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        layout.setSpacing(scaled(12))
        for part in (self.title, self.note):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.none, 1)
        layout.addStretch()
        layout.addLayout(foot)

    def _on_picked(self, rows: list[DuplicatePair]) -> None:
        for part in (self.compare, self.differ):
            part.setEnabled(len(rows) == 1)

    def _on_differ_clicked(self) -> None:
        for pair in self.table.picked_rows()[:1]:
            self.told_apart.emit(pair)

    def _on_compare_clicked(self) -> None:
        for pair in self.table.picked_rows()[:1]:
            self.compared.emit(pair)


def _key(pair: DuplicatePair) -> tuple[int, int]:
    return pair.first.person_id, pair.second.person_id


def _columns() -> list[Column[DuplicatePair]]:
    return [
        Column("Первая карточка", lambda pair: card_words(pair.first), width=250, stretches=True),
        Column("Вторая карточка", lambda pair: card_words(pair.second), width=250, stretches=True),
        Column("Почему похожи", lambda pair: "; ".join(pair.reasons), width=190, stretches=True),
        Column(
            "Один человек?",
            lambda pair: "почти наверняка" if pair.is_strong else "возможно",
            lambda pair: not pair.is_strong,
            width=150,
            tone=lambda pair: Tone.WARNING if pair.is_strong else Tone.NEUTRAL,
        ),
    ]


def card_words(card: DuplicateCard) -> str:
    """«Петров Иван Ильич, учитель физики, 1995 г. р., в архиве»."""
    born = f"{card.year} г.\u00a0р." if card.year else ""
    archive = "в архиве" if card.is_archived else ""
    return ", ".join(filter(None, (card.name.full, card.occupation, born, archive)))
