"""The part of a pairing's pane that tells its life and offers what can happen next."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Protocol

from nastavnik_desktop.domain.pairings import FurtherMentor, PairingRow, PairingState
from ui.controllers.pairing_desks import LifeDesk
from ui.item_models.pairings import PairingLine
from ui.widgets.details import Fact, LinkRow

_IN_ORDER = (PairingState.ACTIVE, PairingState.PAUSED, PairingState.ORDERED, PairingState.OVERDUE)


class LifeActions(Protocol):
    """What this part of the pane lets the user do."""

    @property
    def life(self) -> LifeDesk:
        """Breaks, another mentor, a mentor beside."""

    def open_pairing(self, pairing_id: int) -> None:
        """Go to another pairing."""


def life_of(line: PairingLine, actions: LifeActions) -> Iterator[Fact | LinkRow]:
    """What happened, with dates and reasons; then what can be done, while the pairing runs."""
    row = line.row
    yield from _past(row, actions)
    if row.ended_on is not None:
        return
    for beside in row.further_mentors:
        yield _beside(row, beside, actions)
    if line.state is PairingState.PAUSED:
        yield LinkRow("Возобновить…", partial(actions.life.resume, row), "redo-2")
    elif line.state in _IN_ORDER:
        yield LinkRow("Приостановить…", partial(actions.life.pause, row), "calendar-clock")
    if line.state in _IN_ORDER:
        replace = partial(actions.life.replace_mentor, row)
        yield LinkRow("Заменить наставника…", replace, "users")
    if len(row.mentees) > 1:
        yield LinkRow("Сроки участников…", partial(actions.life.set_member_dates, row), "calendar")
    yield LinkRow("Второй наставник…", partial(actions.life.add_mentor, row), "user-plus")


def _past(row: PairingRow, actions: LifeActions) -> Iterator[Fact | LinkRow]:
    if row.replaces_id is not None:
        show = partial(actions.open_pairing, row.replaces_id)
        yield LinkRow("Прежняя пара, до замены наставника", show, "history")
    for pause in row.pauses:
        yield Fact(f"Приостановлена {pause.title}", pause.reason)
    if row.replaced_by_id is not None:
        show = partial(actions.open_pairing, row.replaced_by_id)
        yield LinkRow("Продолжает пара с новым наставником", show, "link")


def _beside(row: PairingRow, beside: FurtherMentor, actions: LifeActions) -> LinkRow:
    change = partial(actions.life.change_mentor, row, beside.span)
    return LinkRow(f"Сроки: {beside.person.name.short}", change, "pencil", beside.span.term)
