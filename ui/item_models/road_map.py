"""What the table of a road map shows."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.road_maps.kept import KeptItem, OccurrenceState
from nastavnik_desktop.domain.road_maps.standing import Standing
from nastavnik_desktop.domain.road_maps.ties import TiedItem
from nastavnik_desktop.domain.search import search_key
from ui.item_models.column import Column
from ui.item_models.orders import number_place
from ui.item_models.rows_model import RowsModel
from ui.tokens import Tone
from ui.widgets.dated_mark import DatedMark

_TONES = {
    OccurrenceState.DONE: Tone.GOOD,
    OccurrenceState.NOT_DONE: Tone.DANGER,
    OccurrenceState.OVERDUE: Tone.DANGER,
    OccurrenceState.DUE: Tone.ACCENT,
    OccurrenceState.UNDATED: Tone.NEUTRAL,
}


@dataclass(frozen=True)
class PlanLine:
    """An item as it stands today: ``notes`` are remarks, ``marks`` its bars in the year.

    ``fulfils`` is the item of a higher road map, ``fulfilled_by`` are those of lower ones;
    ``is_mine``: the coordinator of the programme answers for it.
    """

    item: KeptItem
    standing: Standing
    notes: tuple[str, ...] = ()
    marks: tuple[DatedMark, ...] = ()
    fulfils: TiedItem | None = None
    fulfilled_by: tuple[TiedItem, ...] = ()
    is_mine: bool = False

    @property
    def title(self) -> str:
        """«3.2 Обновить базу наставляемых»."""
        return f"{self.item.number} {self.item.event}".strip()

    @property
    def section(self) -> str:
        """The innermost section."""
        return self.item.sections[-1] if self.item.sections else ""

    @property
    def tone(self) -> Tone:
        """The tone of its state."""
        return tone_of(self.standing.state, is_soon=self.standing.is_soon)


def tone_of(state: OccurrenceState, *, is_soon: bool = False) -> Tone:
    """How a state is coloured; what is due soon stands out."""
    return Tone.WARNING if is_soon else _TONES[state]


def make_road_map_model() -> RowsModel[PlanLine]:
    """The model of the page «Дорожная карта»."""
    return RowsModel(_COLUMNS, _identify, _search_text)


def _identify(line: PlanLine) -> Hashable:
    return line.item.item_id


def _search_text(line: PlanLine) -> str:
    item = line.item
    return search_key(
        f"{item.number} {item.event} {item.deadline} {item.responsible} {item.result} "
        f"{line.standing.words} {' '.join(item.sections)}"
    )


def _number_key(line: PlanLine) -> tuple[tuple[int, str], ...]:
    return tuple(number_place(part) for part in line.item.number.split("."))


def _due_key(line: PlanLine) -> date | None:
    occurrence = line.standing.occurrence
    return occurrence.due_on if occurrence else None


def _one_line(text: str) -> str:
    return " ".join(text.split())


_COLUMNS: tuple[Column[PlanLine], ...] = (
    Column("№", lambda line: line.item.number, sort_key=_number_key, width=60),
    Column(
        "Мероприятие",
        lambda line: _one_line(line.item.event),
        width=300,
        least_width=150,
        tooltip=lambda line: line.item.event,
        stretches=True,
    ),
    Column(
        "Срок, как в документе",
        lambda line: _one_line(line.item.deadline),
        sort_key=_due_key,
        width=176,
        least_width=160,
        tooltip=lambda line: line.item.deadline_words,
        stretches=True,
    ),
    Column(
        "Ответственные",
        lambda line: _one_line(line.item.responsible),
        width=176,
        least_width=96,
        stretches=True,
    ),
    Column(
        "Состояние",
        lambda line: line.standing.words,
        sort_key=_due_key,
        width=190,
        tone=lambda line: line.tone,
    ),
    Column(
        "Замечания",
        lambda line: "; ".join(line.notes),
        width=200,
        tooltip=lambda line: "\n".join(line.notes),
        is_hidden=True,
    ),
    Column("Раздел", lambda line: line.section, width=200, is_hidden=True),
    Column("Результат", lambda line: _one_line(line.item.result), width=200, is_hidden=True),
)
