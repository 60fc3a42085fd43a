"""The first page: what must be done now, with the figures of the year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from db.engine import Base
from db.queries.consolidation import level_of
from db.queries.orders import order_rows_of_year
from db.queries.pairings import pairing_rows_of_year
from db.queries.people import pool_mentees, staff_rows
from db.queries.school import has_people, school, years_with_data
from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.orders import OrderRow, OrderState
from nastavnik_desktop.domain.pairings import PairingKind, PairingRow, PairingState, mentored_ids
from nastavnik_desktop.domain.people import (
    PersonKind,
    PersonRow,
    is_early_career,
    is_educator,
)
from nastavnik_desktop.domain.plurals import counted, plural
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.today import Figure, Task, TaskAction, TodaySummary
from nastavnik_desktop.services.first_steps import first_steps, level_step, new_year_task
from nastavnik_desktop.services.municipal_today import municipal_summary
from nastavnik_desktop.services.pairing_tasks import without_agreement
from nastavnik_desktop.services.road_map_marks import Due
from nastavnik_desktop.services.road_map_tasks import road_map_due, road_map_tasks

_NAMES_SHOWN = 3


@dataclass(frozen=True)
class _Year:
    """What the page is made of, read once."""

    today: date
    year: SchoolYear
    school: School | None
    pairings: list[PairingRow]
    orders: list[OrderRow]
    staff: list[PersonRow]
    mentees: list[PersonRow]
    has_people: bool
    years: frozenset[int]
    road_maps: Due

    def in_state(self, *states: PairingState) -> list[PairingRow]:
        return [row for row in self.pairings if row.state_on(self.today) in states]

    @property
    def mentored_ids(self) -> set[int]:
        return mentored_ids(self.pairings, self.today)

    @property
    def early_career(self) -> list[PersonRow]:
        return [
            row
            for row in self.staff
            if is_early_career(row.position_title, row.subject, row.teaching_service, self.today)
        ]


class TodayService:
    """Use cases of the page «Сегодня»."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def summary(self, year: SchoolYear) -> TodaySummary:
        """Figures of the year and tasks in order of urgency, of a school or a municipality."""
        with self._base.reading() as session:
            if level_of(session) is BaseLevel.MUNICIPALITY:
                return municipal_summary(session, year, self._today())
            facts = _read(session, year, self._today())
        return TodaySummary(
            figures=tuple(_figures(facts)),
            tasks=tuple(_tasks(facts)),
            first_steps=tuple(_first_steps(facts)),
        )


def _read(session: Session, year: SchoolYear, today: date) -> _Year:
    return _Year(
        today=today,
        year=year,
        school=school(session),
        pairings=pairing_rows_of_year(session, year.start, today),
        orders=order_rows_of_year(session, year.start),
        staff=staff_rows(session, year.start),
        mentees=pool_mentees(session, year.start),
        has_people=has_people(session),
        years=frozenset(years_with_data(session)),
        road_maps=road_map_due(session, today),
    )


def _figures(facts: _Year) -> Iterator[Figure]:
    running = facts.in_state(PairingState.ACTIVE, PairingState.PAUSED)
    pairs = sum(row.kind is PairingKind.PAIR for row in running)
    groups = len(running) - pairs
    yield Figure(
        str(len(running)),
        "пар и групп",
        f"{counted(pairs, 'пара', 'пары', 'пар')}, {counted(groups, 'группа', 'группы', 'групп')}",
        "pairings",
    )
    early = facts.early_career
    with_mentor = sum(row.person_id in facts.mentored_ids for row in early)
    share = f"с наставником · {with_mentor * 100 // len(early)}\u00a0%" if early else "нет в школе"
    words = plural(
        len(early), "молодого специалиста", "молодых специалистов", "молодых специалистов"
    )
    yield Figure(f"{with_mentor} из {len(early)}", words, share, "people")
    yield _mentee_figure(running)
    signed = sum(row.state is OrderState.SIGNED for row in facts.orders)
    yield Figure(
        str(len(facts.orders)),
        plural(len(facts.orders), "приказ", "приказа", "приказов"),
        f"подписано {signed}",
        "orders",
    )


def _mentee_figure(running: list[PairingRow]) -> Figure:
    mentees = {person.person_id: person for row in running for person in row.mentees}
    staff = sum(person.kind is PersonKind.STAFF for person in mentees.values())
    students = sum(person.kind is PersonKind.STUDENT for person in mentees.values())
    detail = (
        f"{counted(staff, 'педагог', 'педагога', 'педагогов')}, "
        f"{counted(students, 'ученик', 'ученика', 'учеников')}"
    )
    words = plural(len(mentees), "наставляемый", "наставляемых", "наставляемых")
    return Figure(str(len(mentees)), words, detail, "pairings")


def _tasks(facts: _Year) -> Iterator[Task]:
    if facts.has_people:
        yield from _school_tasks(facts)
    yield from road_map_tasks(facts.road_maps, facts.today)


def _school_tasks(facts: _Year) -> Iterator[Task]:
    yield from new_year_task(facts.today, facts.years)
    yield from _without_mentor(facts)
    yield from _without_consent(facts)
    yield from without_agreement(facts.pairings, facts.today)
    yield from _order_tasks(facts)
    yield from _overdue(facts)
    yield from _gaps(facts)


def _without_mentor(facts: _Year) -> Iterator[Task]:
    early = [row for row in facts.early_career if row.person_id not in facts.mentored_ids]
    if early:
        who = counted(
            len(early), "молодой специалист", "молодых специалиста", "молодых специалистов"
        )
        yield Task(
            f"{who} без наставника",
            f"{_names(early)} · стаж до 3\u00a0лет",
            "Подобрать",
            TaskAction.MATCH_MENTEES,
            Level.ERROR,
            _ids(early),
            "user-x",
        )
    early_ids = set(_ids(early))
    others = [
        row
        for row in facts.mentees
        if row.person_id not in facts.mentored_ids and row.person_id not in early_ids
    ]
    if others:
        who = counted(len(others), "наставляемый", "наставляемых", "наставляемых")
        yield Task(
            f"{who} без наставника",
            _names(others),
            "Подобрать",
            TaskAction.MATCH_MENTEES,
            Level.WARNING,
            _ids(others),
            "user-x",
        )


def _without_consent(facts: _Year) -> Iterator[Task]:
    rows = facts.in_state(PairingState.NO_CONSENT)
    if rows:
        pairs = counted(len(rows), "пара ждёт", "пары ждут", "пар ждут")
        people = (person for row in rows for person in row.without_consent(facts.today))
        yield Task(
            f"{pairs} письменного согласия",
            "без согласия пару нельзя включить в приказ (ст.\u00a0351.8 ТК РФ, 273-ФЗ)",
            "Внести согласия",
            TaskAction.RECORD_CONSENTS,
            Level.WARNING,
            tuple(dict.fromkeys(person.person_id for person in people)),
            "file-pen",
        )


def _order_tasks(facts: _Year) -> Iterator[Task]:
    ready = [row for row in facts.in_state(PairingState.READY) if row.order is None]
    if ready:
        pairs = counted(len(ready), "пара готова", "пары готовы", "пар готовы")
        yield Task(
            f"{pairs} к приказу",
            "; ".join(row.title for row in ready[:_NAMES_SHOWN]) + _and_more(len(ready)),
            "Создать приказ",
            TaskAction.CREATE_ORDER,
            Level.WARNING,
            tuple(row.pairing_id for row in ready),
            "file-plus",
        )
    for row in facts.orders:
        if row.state in {OrderState.DRAFT, OrderState.ISSUED}:
            yield _open_order(row)


def _open_order(row: OrderRow) -> Task:
    is_draft = row.state is OrderState.DRAFT
    number = f"№\u00a0{row.number}"
    title = f"Проект приказа {number} не выпущен" if is_draft else f"Приказ {number} ждёт подписи"
    pairs = counted(row.pairings_count, "пара или группа", "пары и группы", "пар и групп")
    return Task(
        title,
        f"{pairs} · от {short_date(row.order_date)}",
        "Открыть проект" if is_draft else "Открыть",
        TaskAction.OPEN_ORDER,
        Level.WARNING,
        (row.order_id,),
        "file-text",
    )


def _overdue(facts: _Year) -> Iterator[Task]:
    rows = facts.in_state(PairingState.OVERDUE)
    if rows:
        pairs = counted(len(rows), "пары", "пар", "пар")
        yield Task(
            f"Срок {pairs} истёк",
            "отметьте, завершена ли программа, или укажите причину досрочного окончания",
            "Завершить",
            TaskAction.FINISH_PAIRINGS,
            Level.WARNING,
            tuple(row.pairing_id for row in rows),
            "calendar-clock",
        )


def _gaps(facts: _Year) -> Iterator[Task]:
    if facts.school is None or facts.school.head_on(facts.today) is None:
        yield Task(
            "Не указан директор",
            "он подписывает приказы",
            "Открыть настройки",
            TaskAction.OPEN_SETTINGS,
            Level.WARNING,
            (),
            "settings",
        )
    unknown = [
        row
        for row in facts.staff
        if row.teaching_service is None and is_educator(row.position_title, row.subject)
    ]
    if unknown:
        who = counted(len(unknown), "педагога", "педагогов", "педагогов")
        yield Task(
            f"У {who} не указан стаж",
            f"{_names(unknown)} · без стажа не видно молодых специалистов",
            "Показать",
            TaskAction.OPEN_PEOPLE,
            Level.INFO,
            _ids(unknown),
            "circle-alert",
        )


def _first_steps(facts: _Year) -> Iterator[Task]:
    if facts.school is None and not facts.has_people:
        yield level_step()
    yield from first_steps(
        facts.school is not None,
        facts.has_people,
        any(row.is_mentor for row in facts.staff),
        bool(facts.pairings),
        bool(facts.orders),
    )


def _names(rows: list[PersonRow]) -> str:
    return ", ".join(row.name.short for row in rows[:_NAMES_SHOWN]) + _and_more(len(rows))


def _and_more(count: int) -> str:
    return f" и ещё {count - _NAMES_SHOWN}" if count > _NAMES_SHOWN else ""


def _ids(rows: Iterable[PersonRow]) -> tuple[int, ...]:
    return tuple(row.person_id for row in rows)
