"""Items of road maps as monitoring counts them: those due in a span of days, each in one state.

An item with several days in the span counts once; the worst of its days decides. The past can be
asked: what was done after the day of asking is not done yet on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.road_maps.kept import (
    KeptItem,
    KeptRoadMap,
    MarkStatus,
    Occurrence,
)
from nastavnik_desktop.domain.road_maps.records import RoadMapLevel


class MonitoredState(StrEnum):
    """How an item stands: each is in one of these states, the worst first."""

    OVERDUE = "overdue"
    NOT_DONE = "not_done"
    MOVED = "moved"
    DUE = "due"
    LATE = "late"
    ON_TIME = "on_time"

    @property
    def is_done(self) -> bool:
        """Whether all that was due is done."""
        return self in {MonitoredState.LATE, MonitoredState.ON_TIME}


_WORDS = {
    MonitoredState.OVERDUE: "просрочено",
    MonitoredState.NOT_DONE: "не выполнено",
    MonitoredState.MOVED: "перенесено",
    MonitoredState.DUE: "срок не наступил",
    MonitoredState.LATE: "выполнено с опозданием",
    MonitoredState.ON_TIME: "выполнено в срок",
}


@dataclass(frozen=True)
class MonitoredItem:
    """An item that is due in a span; ``reason`` says how it stands and what was written of it."""

    item_id: int
    title: str
    level: RoadMapLevel
    state: MonitoredState
    reason: str
    has_evidence: bool = False


def monitored(
    plans: Iterable[KeptRoadMap], first_day: date, last_day: date, as_of: date
) -> Iterator[MonitoredItem]:
    """Items with a day between the two, both included, as they stood on ``as_of``.

    A day that was moved counts where it was planned. What has no day is not monitored.
    """
    for plan in plans:
        for item in plan.items:
            due = [
                one
                for one in item.occurrences
                if one.key.due_on is not None and first_day <= one.key.due_on <= last_day
            ]
            if due:
                yield _item(item, plan.head.level, due, last_day, as_of)


def title_of(item: KeptItem) -> str:
    """«1.2. Назначить куратора»."""
    number = item.number.strip().rstrip(".")
    event = " ".join(item.event.split())
    return f"{number}. {event}" if number else event


def _item(
    item: KeptItem, level: RoadMapLevel, due: list[Occurrence], last_day: date, as_of: date
) -> MonitoredItem:
    order = list(MonitoredState)
    found = [(_state(one, last_day, as_of), one) for one in due]
    worst, decisive = min(found, key=lambda pair: order.index(pair[0]))
    return MonitoredItem(
        item_id=item.item_id,
        title=title_of(item),
        level=level,
        state=worst,
        reason=_reason(worst, decisive, len(due)),
        has_evidence=worst.is_done and all(one.mark and one.mark.evidence for one in due),
    )


def _state(one: Occurrence, last_day: date, as_of: date) -> MonitoredState:
    mark = one.mark
    if mark is not None and mark.status is MarkStatus.NOT_DONE:
        return MonitoredState.NOT_DONE
    if mark is not None and mark.done_on is not None and mark.done_on <= as_of:
        is_late = one.key.due_on is not None and mark.done_on > one.key.due_on
        return MonitoredState.LATE if is_late else MonitoredState.ON_TIME
    if one.due_on is not None and one.due_on < as_of:
        return MonitoredState.OVERDUE
    is_moved_away = one.due_on is not None and one.due_on > last_day
    return MonitoredState.MOVED if is_moved_away else MonitoredState.DUE


def _reason(state: MonitoredState, one: Occurrence, days: int) -> str:
    mark = one.mark
    planned = f"срок {short_date(one.key.due_on)}" if one.key.due_on else ""
    words = _WORDS[state]
    if state.is_done and mark is not None and mark.done_on is not None:
        words = f"{words} {short_date(mark.done_on)}"
    if state is MonitoredState.MOVED and mark is not None and mark.moved_to is not None:
        words = f"{words} на {short_date(mark.moved_to)}"
    why = mark.reason.strip() if mark is not None and not state.is_done else ""
    several = f"сроков в периоде {days}" if days > 1 else ""
    return ", ".join(filter(None, (planned, words, why, several)))
