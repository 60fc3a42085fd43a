"""What is told at log-on: the deadlines of road maps, without names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from db.engine import Base
from nastavnik_desktop.domain.today import Task
from nastavnik_desktop.services.road_map_tasks import road_map_due, road_map_tasks


class ReminderService:
    """Use cases of the reminder."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def lines(self) -> tuple[str, ...]:
        """What is overdue, what comes soon, the control of the quarter; nothing when all is well.

        Only counts and days are told: others may see the screen.
        """
        today = self._today()
        with self._base.reading() as session:
            tasks: list[Task] = list(road_map_tasks(road_map_due(session, today), today))
        return tuple(task.title for task in tasks)
