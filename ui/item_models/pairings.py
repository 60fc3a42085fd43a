"""What the table of pairs and groups shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.pairings import ENDED_STATES, PairingRow, PairingState
from nastavnik_desktop.domain.search import search_key
from ui.item_models.column import Column
from ui.item_models.orders import number_place
from ui.item_models.rows_model import RowsModel
from ui.tokens import Tone

STATE_TONES = {
    PairingState.DRAFT: Tone.NEUTRAL,
    PairingState.NO_CONSENT: Tone.WARNING,
    PairingState.NO_AGREEMENT: Tone.WARNING,
    PairingState.READY: Tone.ACCENT,
    PairingState.ORDERED: Tone.GOOD,
    PairingState.ACTIVE: Tone.GOOD,
    PairingState.PAUSED: Tone.WARNING,
    PairingState.OVERDUE: Tone.DANGER,
    PairingState.COMPLETED: Tone.NEUTRAL,
    PairingState.ENDED_EARLY: Tone.NEUTRAL,
    PairingState.MENTOR_REPLACED: Tone.NEUTRAL,
}


@dataclass(frozen=True)
class PairingLine:
    """A pairing with its state of the day on which the list was read."""

    row: PairingRow
    state: PairingState

    @staticmethod
    def on(row: PairingRow, today: date) -> PairingLine:
        """The line of a pairing on a day."""
        return PairingLine(row, row.state_on(today))

    @property
    def pairing_id(self) -> int:
        """By it a selection survives a reload."""
        return self.row.pairing_id

    @property
    def mentees(self) -> str:
        """«Петров И. И. + 2»."""
        names = self.row.mentees
        more = f" +\u00a0{len(names) - 1}" if len(names) > 1 else ""
        return f"{names[0].name.short}{more}" if names else "нет"

    @property
    def all_mentees(self) -> str:
        """Every mentee with post or class, a line each."""
        return "\n".join(f"{p.name.full}, {p.occupation}" for p in self.row.mentees)

    @property
    def is_free_of_orders(self) -> bool:
        """Whether it runs and no issued order holds it."""
        is_held = self.row.order is not None and self.row.order.is_issued
        return not is_held and self.state not in ENDED_STATES


def make_pairings_model() -> RowsModel[PairingLine]:
    """The model of the page «Пары и группы»."""
    return RowsModel(_COLUMNS, lambda line: line.pairing_id, _search_text)


def _search_text(line: PairingLine) -> str:
    row = line.row
    people = " ".join(f"{person.name.full} {person.occupation}" for person in row.participants)
    order = row.order.number if row.order else ""
    return search_key(
        f"{people} {row.form.title} {row.role_model} {row.topic} {order} {line.state.label}"
    )


def _order_number(line: PairingLine) -> str:
    """A draft has no number of its own yet."""
    order = line.row.order
    if order is None:
        return ""
    return order.number if order.is_issued else "проект"


def _order_title(line: PairingLine) -> str:
    order = line.row.order
    if order is None:
        return ""
    kind = "Приказ" if order.is_issued else "Проект приказа"
    return f"{kind} №\u00a0{order.number} от {short_date(order.order_date)}"


def _order_place(line: PairingLine) -> tuple[int, str] | None:
    return number_place(line.row.order.number) if line.row.order else None


def _short_term(line: PairingLine) -> str:
    """«08.09 – 28.05.2027»: the years of a term are those of the school year."""
    last = line.row.ended_on or line.row.ends_on
    return f"{line.row.starts_on:%d.%m}\u00a0–\u00a0{short_date(last)}"


_COLUMNS: tuple[Column[PairingLine], ...] = (
    Column(
        "Наставник",
        lambda line: line.row.mentor.name.short,
        sort_key=lambda line: line.row.mentor.name.key,
        width=176,
        least_width=140,
        tooltip=lambda line: f"{line.row.mentor.name.full}, {line.row.mentor.occupation}",
        stretches=True,
    ),
    Column(
        "Наставляемые",
        lambda line: line.mentees,
        width=192,
        least_width=150,
        tooltip=lambda line: line.all_mentees,
        stretches=True,
    ),
    Column("Форма", lambda line: line.row.form.title, width=200, least_width=78, stretches=True),
    Column(
        "Срок",
        _short_term,
        sort_key=lambda line: (line.row.starts_on, line.row.ended_on or line.row.ends_on),
        width=144,
        tooltip=lambda line: line.row.term,
    ),
    Column(
        "Состояние",
        lambda line: line.state.label,
        width=140,
        tone=lambda line: STATE_TONES[line.state],
    ),
    Column("Приказ", _order_number, _order_place, width=80, tooltip=_order_title),
    Column("Вид", lambda line: line.row.kind.label, width=80, is_hidden=True),
    Column("Ролевая модель", lambda line: line.row.role_model, width=200, is_hidden=True),
    Column("Школа-партнёр", lambda line: line.row.partner_school, width=180, is_hidden=True),
    Column("Тема", lambda line: line.row.topic, width=200, is_hidden=True),
)
