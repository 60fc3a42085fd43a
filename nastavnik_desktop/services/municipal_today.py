"""The first page of a municipality: who has sent, what waits for an answer, the road map."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from db.queries import consolidation as queries
from db.queries.school import school
from nastavnik_desktop.domain.consolidation.package import Verdict
from nastavnik_desktop.domain.consolidation.received import SchoolRow, Standing, expected_and_sent
from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.domain.consolidation.shares import (
    ShareOfSchools,
    first_plan,
    shares_by_year,
)
from nastavnik_desktop.domain.plurals import counted, plural
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.report import figure_text
from nastavnik_desktop.domain.today import Figure, Task, TaskAction, TodaySummary
from nastavnik_desktop.services.road_map_tasks import road_map_due, road_map_tasks

_NAMES_SHOWN = 3


@dataclass(frozen=True)
class _Way:
    """The way in of a municipality: each step, its button and what the button does."""

    title: str
    detail: str
    button: str
    action: TaskAction


_STEPS = (
    _Way(
        "Сведения об управлении",
        "название стоит в своде и в замечаниях школам",
        "Заполнить",
        TaskAction.SET_UP_SCHOOL,
    ),
    _Way(
        "Перечень школ",
        "из Excel, из дорожной карты или по одной: тогда видно, кто ещё не прислал",
        "Составить перечень",
        TaskAction.LIST_SCHOOLS,
    ),
    _Way(
        "Первая посылка",
        "школа делает её сама: «Статистика», «Отправлено», «Отправить в управление…»",
        "Принять посылки",
        TaskAction.TAKE_PACKAGES,
    ),
    _Way(
        "Ответ школе",
        "примите посылку или верните её с замечаниями",
        "Проверить",
        TaskAction.SHOW_SCHOOLS,
    ),
)


def municipal_summary(session: Session, year: SchoolYear, today: date) -> TodaySummary:
    """Figures of the packages of a year, tasks in order of urgency, steps of the way in."""
    rows = queries.school_rows(session, year.start)
    due = road_map_due(session, today)
    return TodaySummary(
        figures=tuple(_figures(rows, _share(session, year))) if rows else (),
        tasks=(*_tasks(rows), *road_map_tasks(due, today)),
        first_steps=tuple(_steps(rows, has_name=school(session) is not None)),
        level=BaseLevel.MUNICIPALITY,
    )


def _share(session: Session, year: SchoolYear) -> ShareOfSchools | None:
    expected = sum(one.is_expected for one in queries.schools(session))
    plan = queries.share_plan(session)
    found = shares_by_year(
        expected, queries.taking_part(session), plan if plan.percents else first_plan(year.start)
    )
    return next((one for one in found if one.year == year.start), None)


def _figures(rows: Sequence[SchoolRow], share: ShareOfSchools | None) -> Iterator[Figure]:
    expected, sent = expected_and_sent(rows)
    schools = plural(sent, "школа прислала", "школы прислали", "школ прислали")
    yield Figure(f"{sent} из {expected}", schools, "посылки за учебный год", "consolidation")
    standings = [row.standing for row in rows]
    accepted = standings.count(Standing.ACCEPTED)
    returned = standings.count(Standing.RETURNED)
    words = plural(accepted, "посылка принята", "посылки приняты", "посылок принято")
    yield Figure(str(accepted), words, f"возвращено {returned}", "consolidation")
    if share is not None and share.percent is not None:
        plan = "плана нет" if share.plan is None else f"по плану {share.plan}\u00a0%"
        value = f"{figure_text(share.percent, 1).removesuffix(',0')}\u00a0%"
        yield Figure(value, "школ участвуют", plan, "totals")


def _tasks(rows: Sequence[SchoolRow]) -> Iterator[Task]:
    faulty = _of(rows, lambda row: bool(row.package and _is_open(row) and row.package.errors))
    if faulty:
        schools = counted(len(faulty), "школы", "школ", "школ")
        yield _task(f"В посылках {schools} есть ошибки проверок", faulty, "Проверить", Level.ERROR)
    waiting = _of(rows, lambda row: _is_open(row) and row not in faulty)
    if waiting:
        packages = counted(
            len(waiting), "посылка ждёт ответа", "посылки ждут ответа", "посылок ждут ответа"
        )
        yield _task(packages, waiting, "Проверить", Level.WARNING)
    missing = _of(rows, lambda row: row.school.is_expected and row.package is None)
    if missing:
        schools = counted(
            len(missing), "школа не прислала", "школы не прислали", "школ не прислали"
        )
        yield _task(f"{schools} посылку", missing, "Показать", Level.WARNING)
    returned = _of(rows, lambda row: row.standing is Standing.RETURNED)
    if returned:
        schools = counted(len(returned), "школы", "школ", "школ")
        title = f"Ждём исправленную посылку от {schools}"
        yield _task(title, returned, "Показать", Level.INFO)


def _is_open(row: SchoolRow) -> bool:
    return row.package is not None and row.package.verdict is Verdict.WAITING


def _of(rows: Sequence[SchoolRow], holds: Callable[[SchoolRow], bool]) -> list[SchoolRow]:
    return [row for row in rows if holds(row)]


def _task(title: str, rows: Sequence[SchoolRow], button: str, level: Level) -> Task:
    names = ", ".join(row.school.name for row in rows[:_NAMES_SHOWN])
    rest = f" и ещё {len(rows) - _NAMES_SHOWN}" if len(rows) > _NAMES_SHOWN else ""
    ids = tuple(row.school.school_id or 0 for row in rows)
    return Task(title, f"{names}{rest}", button, TaskAction.SHOW_SCHOOLS, level, ids, "school")


def _steps(rows: Sequence[SchoolRow], *, has_name: bool) -> Iterator[Task]:
    packages = [row.package for row in rows if row.package is not None]
    is_answered = any(one.verdict is not Verdict.WAITING for one in packages)
    are_done = (has_name, bool(rows), bool(packages), is_answered)
    if all(are_done):
        return
    for is_done, way in zip(are_done, _STEPS, strict=True):
        if is_done:
            yield Task(way.title, "готово", "", way.action, Level.INFO)
        elif way.action is not TaskAction.SHOW_SCHOOLS or packages:
            yield Task(way.title, way.detail, way.button, way.action, Level.WARNING)
