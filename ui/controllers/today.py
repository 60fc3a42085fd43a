"""The page «Сегодня»: reads the day and sends each task to the page that does it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.dates import WEEKDAYS, long_date
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.today import Task, TaskAction, TodaySummary
from ui.page import Page
from ui.requests import (
    ImportList,
    ListSchools,
    MatchMentees,
    NewOrder,
    NewPairing,
    PickRecords,
    RecordAgreements,
    RecordConsents,
    ShowPeople,
    ShowRoadMapItems,
    StartNewYear,
    TakePackages,
)
from ui.tokens import Tone
from ui.views.today import TodayView
from ui.widgets.cards import TaskFacts

_TONES = {Level.ERROR: Tone.DANGER, Level.WARNING: Tone.WARNING, Level.INFO: Tone.ACCENT}


@dataclass(frozen=True)
class _Day:
    """What the page shows, read at once on the worker."""

    summary: TodaySummary
    today: date
    is_training: bool


class TodayPage(Page):
    """Figures and tasks of the chosen year."""

    _read_on: date | None = None

    def build(self) -> QWidget:
        """Make the view and tie its buttons."""
        self._shown = TodayView()
        self._shown.load.clicked.connect(lambda _checked: self._go("people", ImportList()))
        self._shown.create_order.clicked.connect(lambda _checked: self._go("orders", NewOrder()))
        self._shown.take.clicked.connect(lambda _checked: self._go("consolidation", TakePackages()))
        return self._shown

    def reload(self) -> None:
        """Read the day again."""
        self._read_on = date.today()
        read = partial(self._read, self.shell.year())
        self.shell.operations.run("Чтение дня", read, self._show)

    def on_shown(self) -> None:
        """A page left open over night shows the new day when one returns to it."""
        if self._read_on != date.today():
            self.reload()

    def _read(self, year: SchoolYear) -> _Day:
        services = self.shell.services
        return _Day(
            summary=services.today.summary(year),
            today=services.school.today(),
            is_training=services.school.get().fixed_today is not None,
        )

    def _show(self, day: _Day) -> None:
        view, summary = self._shown, day.summary
        view.header.show_subtitle(_date_line(day))
        view.show_level(summary.level)
        has_begun = any(not figure.value.startswith("0") for figure in summary.figures)
        view.show_figures(summary.figures if has_begun else (), self._open)
        view.steps.show_tasks(_step_facts(summary.first_steps, self))
        view.tasks.show_tasks(
            [self._facts(task, is_first=at == 0) for at, task in enumerate(summary.tasks)]
        )
        view.calm.setVisible(not summary.tasks and not summary.first_steps)

    def _facts(self, task: Task, *, is_first: bool) -> TaskFacts:
        return TaskFacts(
            title=task.title,
            note=task.detail,
            action=task.button,
            run=partial(self.do, task),
            icon=task.icon,
            tone=_TONES[task.level],
            is_primary=is_first,
        )

    def do(self, task: Task) -> None:
        """Open the page that does the task, at the records it speaks of."""
        page, key = _destination(task)
        self._go(page, key)

    def _go(self, page: str, key: Hashable) -> None:
        self.shell.open_page(page, key)

    def _open(self, page: str) -> None:
        self._go(page, None)


def _date_line(day: _Day) -> str:
    if day.is_training:
        return f"Учебная школа, {long_date(day.today)}"
    return f"{WEEKDAYS[day.today.weekday()]}, {long_date(day.today)}"


def _step_facts(steps: tuple[Task, ...], page: TodayPage) -> list[TaskFacts]:
    """Steps with their check marks; before anybody is in the base only the next one can be done."""
    open_steps = [step for step in steps if step.button]
    lacks_people = any(step.action is TaskAction.IMPORT_STAFF for step in open_steps)
    offered = _next_of(open_steps) if lacks_people else open_steps
    return [
        TaskFacts(
            title=step.title,
            note=step.detail,
            action=step.button if step in offered else "",
            run=partial(page.do, step),
            icon="circle" if step.button else "circle-check",
            tone=Tone.NEUTRAL if step.button else Tone.GOOD,
            is_primary=step in _next_of(open_steps)[-1:],
        )
        for step in steps
    ]


def _next_of(steps: list[Task]) -> list[Task]:
    """The step whose turn it is, after the choice of the level, which waits for nobody."""
    choices = [step for step in steps if step.action is TaskAction.CHOOSE_LEVEL]
    return [*choices, *[step for step in steps if step not in choices][:1]]


def _destination(task: Task) -> tuple[str, Hashable]:
    """The page and what it is asked for; a pair is begun for one mentee at a time."""
    ids = task.target_ids
    first = ids[0] if ids else None
    destinations: dict[TaskAction, tuple[str, Hashable]] = {
        TaskAction.SET_UP_SCHOOL: ("settings", "school"),
        TaskAction.OPEN_SETTINGS: ("settings", "heads"),
        TaskAction.IMPORT_STAFF: ("people", ImportList()),
        TaskAction.MARK_POOLS: ("people", ShowPeople("staff")),
        TaskAction.CREATE_PAIRING: ("pairings", NewPairing(ids[:1])),
        TaskAction.MATCH_MENTEES: ("matching", MatchMentees(ids)),
        TaskAction.RECORD_CONSENTS: ("people", RecordConsents(ids)),
        TaskAction.RECORD_AGREEMENTS: ("pairings", RecordAgreements(ids)),
        TaskAction.CREATE_ORDER: ("orders", NewOrder(ids)),
        TaskAction.OPEN_ORDER: ("orders", first),
        TaskAction.FINISH_PAIRINGS: ("pairings", PickRecords(ids)),
        TaskAction.OPEN_PEOPLE: ("people", PickRecords(ids)),
        TaskAction.START_NEW_YEAR: ("people", StartNewYear()),
        TaskAction.OPEN_ROAD_MAPS: ("road_map", ShowRoadMapItems(ids)),
        TaskAction.CHOOSE_LEVEL: ("settings", "level"),
        TaskAction.LIST_SCHOOLS: ("consolidation", ListSchools()),
        TaskAction.TAKE_PACKAGES: ("consolidation", TakePackages()),
        TaskAction.SHOW_SCHOOLS: ("consolidation", PickRecords(ids) if ids else None),
    }
    return destinations[task.action]
