"""The parts of the preview of a new school year: students, and what stays behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

from PySide6.QtCore import Signal

from nastavnik_desktop.domain.new_year import Fate, NotCarried, StudentMove
from nastavnik_desktop.domain.search import search_key
from ui.item_models.column import Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.tokens import Tone
from ui.user_settings import UserSettings
from ui.widgets.fields import ChoiceField
from ui.widgets.filter_bar import ChipFacts, FilterBar
from ui.widgets.form import Form
from ui.widgets.records_table import RecordsTable

TABLE_HEIGHT = 252
_VIEWS: dict[str, tuple[str, Callable[[StudentMove], bool]]] = {
    "graduating": ("После 9 и 11 класса", lambda move: move.is_graduating),
    "moving": ("Переходят", lambda move: move.fate is Fate.MOVES),
    "repeating": ("На второй год", lambda move: move.fate is Fate.REPEATS),
    "leaving": ("Выбывают", lambda move: move.fate is Fate.LEAVES),
    "all": ("Все", lambda _move: True),
}
_TONES = {Fate.MOVES: Tone.GOOD, Fate.REPEATS: Tone.WARNING, Fate.LEAVES: Tone.NEUTRAL}


class StudentsPart(Form):
    """Who moves where; the fate of the selected is chosen below. ``changed`` when it was."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._moves: tuple[StudentMove, ...] = ()
        self._model: RowsModel[StudentMove] = RowsModel(_columns(), attrgetter("person_id"))
        self.filters = FilterBar()
        self.table = RecordsTable("new_year", "Ученики", self._model, UserSettings())
        self.table.setFixedHeight(scaled(TABLE_HEIGHT))
        self.add_wide(self.filters)
        self.add_wide(self.table)
        fates = [(fate, fate.label) for fate in Fate]
        self.fate = self.add("fate", "Что будет с выбранными учениками", ChoiceField(fates))
        self.fate.set_value(None)
        self.fate.setEnabled(False)
        self.filters.changed.connect(self._on_filter_changed)
        self.table.picked.connect(self._on_picked)
        self.fate.activated.connect(self._on_fate_chosen)

    @property
    def fates(self) -> dict[int, Fate]:
        """The fate of each student by the id."""
        return {move.person_id: move.fate for move in self._moves}

    def show_moves(self, moves: Sequence[StudentMove]) -> None:
        """Show the students, those whose fate must be chosen first."""
        self._moves = tuple(moves)
        counts = {key: sum(map(holds, moves)) for key, (_words, holds) in _VIEWS.items()}
        self.filters.show_chips(
            [
                ChipFacts(key, words, counts[key])
                for key, (words, _holds) in _VIEWS.items()
                if counts[key] or key == "all"
            ]
        )
        self._on_filter_changed()
        self._model.set_rows(self._moves)

    def set_fate(self, moves: Sequence[StudentMove], fate: Fate) -> None:
        """Choose one fate for several students."""
        chosen = {move.person_id for move in moves}
        self.show_moves(
            [
                StudentMove(move.person_id, move.name, move.from_class, fate)
                if move.person_id in chosen
                else move
                for move in self._moves
            ]
        )
        self.changed.emit()

    def _on_filter_changed(self) -> None:
        self._model.set_predicate(_VIEWS[self.filters.chosen][1])

    def _on_picked(self, moves: list[StudentMove]) -> None:
        self.fate.setEnabled(bool(moves))
        fates = {move.fate for move in moves}
        self.fate.set_value(fates.pop() if len(fates) == 1 else None)

    def _on_fate_chosen(self) -> None:
        fate = self.fate.value
        if isinstance(fate, Fate):
            self.set_fate(self.table.picked_rows(), fate)


class StayingPart(Form):
    """What is not carried over, each with the reason."""

    def __init__(self, staying: Sequence[NotCarried]) -> None:
        super().__init__()
        columns: list[Column[NotCarried]] = [
            Column("Кто, что", lambda one: one.title, width=300, stretches=True),
            Column("Почему остаётся как есть", lambda one: one.reason, width=300, stretches=True),
        ]
        model: RowsModel[NotCarried] = RowsModel(columns, id)
        model.set_rows(staying)
        table = RecordsTable("new_year_staying", "Не переносится", model, UserSettings())
        table.setFixedHeight(scaled(TABLE_HEIGHT))
        self.add_wide(table)


def fate_words(move: StudentMove) -> str:
    """«перейдёт в 6А», «останется в 5А», «выбывает в архив»."""
    if move.fate is Fate.LEAVES:
        return move.fate.label
    verb = "перейдёт" if move.fate is Fate.MOVES else "останется"
    return f"{verb} в {move.to_class}"


def _columns() -> list[Column[StudentMove]]:
    return [
        Column("ФИО", lambda m: m.name.full, lambda m: m.name.key, width=280, stretches=True),
        Column("Класс", lambda move: move.from_class, _class_key, width=80),
        Column(
            "В новом году",
            fate_words,
            lambda move: (list(Fate).index(move.fate), *_class_key(move)),
            width=200,
            tone=lambda move: _TONES[move.fate],
        ),
    ]


def _class_key(move: StudentMove) -> tuple[int, str]:
    """5А stands before 10А."""
    return len(move.from_class), search_key(move.from_class)
