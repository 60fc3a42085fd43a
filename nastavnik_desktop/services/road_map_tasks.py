"""Tasks of «Сегодня» that come from road maps: overdue, due soon, control of the quarter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.road_maps.execution import quarter_control_day
from nastavnik_desktop.domain.road_maps.kept import Occurrence
from nastavnik_desktop.domain.today import Task, TaskAction
from nastavnik_desktop.services.road_map_marks import Due, due_of

_STEPS = (7, 14, 30)
_SHOWN = 3
_CONTROL_DAYS = timedelta(days=7)


def road_map_due(session: Session, today: date) -> Due:
    """What the page needs, read with its other facts."""
    return due_of(session, today, _STEPS[-1])


def road_map_tasks(due: Due, today: date) -> Iterator[Task]:
    """Overdue first, then what falls into the nearest of 7, 14 and 30 days, then the control."""
    if due.overdue:
        count = counted(len(due.overdue), "мероприятие", "мероприятия", "мероприятий")
        yield _task(f"Просрочено по дорожной карте: {count}", due.overdue, Level.ERROR)
    for days in _STEPS:
        last_day = today + timedelta(days=days)
        soon = [one for one in due.soon if one.due_on and one.due_on <= last_day]
        if soon:
            count = counted(len(soon), "мероприятие", "мероприятия", "мероприятий")
            title = f"В ближайшие {days}\u00a0дней по дорожной карте: {count}"
            yield _task(title, soon, Level.WARNING)
            break
    yield from _control(due, today)


def _control(due: Due, today: date) -> Iterator[Task]:
    """A week before the 25th of the quarter's last month, where road maps are at work at all."""
    day = quarter_control_day(today)
    if day - today <= _CONTROL_DAYS and (due.overdue or due.soon):
        yield Task(
            f"Квартальный контроль дорожной карты – до {short_date(day)}",
            "отметьте выполненное и сформируйте отчёт за квартал",
            "Открыть",
            TaskAction.OPEN_ROAD_MAPS,
            Level.INFO,
            (),
            "calendar-clock",
        )


def _task(title: str, occurrences: Sequence[Occurrence], level: Level) -> Task:
    shown = "; ".join(f"{short_date(one.due_on)} – {one.event}" for one in occurrences[:_SHOWN])
    more = len(occurrences) - _SHOWN
    return Task(
        title,
        shown + (f" и ещё {more}" if more > 0 else ""),
        "Открыть",
        TaskAction.OPEN_ROAD_MAPS,
        level,
        tuple(dict.fromkeys(one.key.item_id for one in occurrences)),
        "calendar-clock",
    )
