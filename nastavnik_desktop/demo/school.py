"""Builds the training school through the services, as a user would have done in a year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from nastavnik_desktop.bootstrap import Services, build_services
from nastavnik_desktop.config.app_settings import AppSettings
from nastavnik_desktop.demo import pairings
from nastavnik_desktop.demo.pairings import Plan
from nastavnik_desktop.demo.people import (
    DEMO_TODAY,
    DEMO_YEAR,
    Inventor,
    outside,
    staff,
    students,
)
from nastavnik_desktop.demo.road_map import make_road_map
from nastavnik_desktop.demo.statistics import keep_documents, send_report
from nastavnik_desktop.domain.addenda import AddendumBasis
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.pairing_parts import MentorRole, MentorSpan, Pause
from nastavnik_desktop.domain.pairings import EndKind, MemberDraft, PairingDraft, PairingKind
from nastavnik_desktop.domain.people import PersonDraft
from nastavnik_desktop.domain.school import Head, School

_LAST_DAY = date(2027, 5, 28)
_STUDENT_PAIRS = 10
_AGREED_ON = date(2026, 9, 4)
_ONE_TO_ONE = ("традиционная форма наставничества («один на один»)",)
_SUBSTITUTE = 14
"""The place of a substitute mentor in the list of staff."""
_BY_HEAD = 9
"""The place of the head's group among the pairs of the first order."""


def build_demo(path: Path) -> None:
    """Make the training school at ``path``; the file must not exist yet."""
    services = build_services(path, AppSettings(), create=True)
    try:
        _Builder(services).build()
    finally:
        services.close()


class _Builder:
    def __init__(self, services: Services) -> None:
        self._services = services
        self._inventor = Inventor()

    def build(self) -> None:
        employees = list(staff(self._inventor))
        self._set_up(employees)
        self._staff_ids = self._add(employees, "Загружен список сотрудников")
        pupils = list(students(self._inventor))
        pupil_ids = self._add(pupils, "Загружены списки классов")
        self._add(list(outside(self._inventor)), "Добавлены наставники не из школы")
        self._consents()
        self._register_earlier_order()
        self._teachers()
        self._pupils(pupils, pupil_ids)
        keep_documents(self._services)
        send_report(self._services)
        self._december()
        make_road_map(self._services, self._staff_ids[1])

    def _set_up(self, employees: Sequence[PersonDraft]) -> None:
        director, deputy = employees[0], employees[1]
        school = School(
            **self._inventor.content["school"],
            executor_name=deputy.name.full,
            executor_phone="8 (000) 000-17-18",
            coordinator_name=deputy.name.full,
            coordinator_title=deputy.employment.position_title if deputy.employment else "",
            fixed_today=DEMO_TODAY,
            heads=(Head(director.name, since_on=date(2019, 8, 26)),),
        )
        self._services.school.set_up(school)

    def _add(self, drafts: Sequence[PersonDraft], title: str) -> list[int]:
        return self._services.people.add_all(drafts, DEMO_YEAR, title)

    def _consents(self) -> None:
        unsigned = {plan.mentor for plan in pairings.WITHOUT_CONSENT}
        everybody = {
            place
            for plan in _all_plans()
            for place in (plan.mentor, *plan.mentees)
            if place not in unsigned
        } | {_SUBSTITUTE}
        ids = [self._staff_ids[place] for place in sorted(everybody)]
        self._services.consents.record(ids, date(2026, 9, 4), ConsentKind.PARTICIPATION)

    def _register_earlier_order(self) -> None:
        self._services.orders.register_external(
            "97-од", date(2025, 9, 10), "О закреплении наставнических пар на 2025/26 учебный год"
        )

    def _teachers(self) -> None:
        first = self._make(pairings.FIRST_ORDER)
        ready = self._make(pairings.READY)
        self._put_into_duties(first[_BY_HEAD])
        self._agreements((*first, *ready))
        withdrawn = self._order("128-од", date(2026, 9, 7), ready)
        self._services.orders.withdraw(withdrawn, date(2026, 9, 8), "ошибка в сроке программы")
        order_id = self._order("130-од", date(2026, 9, 8), first)
        self._services.orders.mark_signed(order_id, date(2026, 9, 8))
        self._live(first)

    def _live(self, first: Sequence[int]) -> None:
        """A pair that rested for two weeks, one that rests now, and a substitute mentor."""
        life = self._services.pairing_life
        life.pause(
            first[0],
            Pause(date(2026, 10, 12), date(2026, 10, 25), "курсы повышения квалификации"),
        )
        life.pause(first[5], Pause(date(2026, 12, 7), reason="длительная болезнь наставника"))
        substitute = MentorSpan(
            self._staff_ids[_SUBSTITUTE], MentorRole.SUBSTITUTE, date(2026, 12, 7)
        )
        life.put_mentor(first[5], substitute)
        self._agreements(first[5:6])

    def _december(self) -> None:
        self._make(pairings.WITHOUT_CONSENT)
        self._make(pairings.WITHOUT_AGREEMENT)
        december = self._make(pairings.DECEMBER_ORDER)
        self._agreements(december)
        self._order("187-од", date(2026, 12, 10), december)

    def _agreements(self, pairing_ids: Sequence[int]) -> None:
        """Agreements of all mentors who lack one."""
        self._services.addenda.record(pairing_ids, _AGREED_ON, "{n}/26")

    def _put_into_duties(self, pairing_id: int) -> None:
        """The head of the school mentors within the duties of his post."""
        row = self._services.pairings.row(pairing_id)
        offer = self._services.addenda.offer(pairing_id, row.mentor.person_id)
        duties = replace(
            offer.draft,
            basis=AddendumBasis.DUTIES,
            duties_reason="п. 2.14 должностной инструкции директора: методическая помощь педагогам",
        )
        self._services.addenda.save(duties)

    def _make(self, plans: Iterable[Plan]) -> list[int]:
        return [
            self._pairing(
                self._staff_ids[plan.mentor],
                [self._staff_ids[place] for place in plan.mentees],
                plan,
            )
            for plan in plans
        ]

    def _pairing(self, mentor_id: int, mentee_ids: Sequence[int], plan: Plan) -> int:
        draft = PairingDraft(
            year=DEMO_YEAR,
            form_code=plan.form_code,
            role_model=plan.role_model,
            modes=_ONE_TO_ONE if len(mentee_ids) == 1 else (),
            mentor_id=mentor_id,
            members=tuple(MemberDraft(person_id) for person_id in mentee_ids),
            starts_on=plan.starts_on,
            ends_on=_LAST_DAY,
            topic=plan.topic,
            kind=PairingKind.PAIR if len(mentee_ids) == 1 else PairingKind.GROUP,
        )
        return _id_of(self._services.pairings.save(draft).record_id)

    def _pupils(self, pupils: Sequence[PersonDraft], ids: Sequence[int]) -> None:
        mentors = [key for draft, key in zip(pupils, ids, strict=True) if draft.mentor_side]
        mentees = [key for draft, key in zip(pupils, ids, strict=True) if draft.mentee_side]
        chosen = list(zip(mentors, mentees, strict=False))[:_STUDENT_PAIRS]
        signed = [key for pair in chosen for key in pair]
        self._services.consents.record(signed, date(2026, 9, 11), ConsentKind.PARTICIPATION)
        plan = Plan(0, (), "лидер – пассивный", "student-student", date(2026, 9, 15))
        made = [self._pairing(mentor, [mentee], plan) for mentor, mentee in chosen]
        order_id = self._order("141-од", date(2026, 9, 15), made)
        self._services.orders.mark_signed(order_id, date(2026, 9, 16))
        finish = self._services.pairings.finish
        finish(made[-1:], date(2026, 11, 20), EndKind.EARLY, "переезд наставляемого")
        finish(made[-2:-1], date(2026, 11, 30), EndKind.COMPLETED)

    def _order(self, number: str, day: date, pairing_ids: Sequence[int]) -> int:
        offer = self._services.orders.new_draft(DEMO_YEAR, pairing_ids)
        draft = replace(
            offer.draft,
            number=number,
            order_date=day,
            pairing_ids=tuple(pairing_ids),
            programs_due_on=day + timedelta(days=14),
        )
        return _id_of(self._services.orders.issue(draft).record_id)


def _all_plans() -> tuple[Plan, ...]:
    return (
        *pairings.FIRST_ORDER,
        *pairings.DECEMBER_ORDER,
        *pairings.READY,
        *pairings.WITHOUT_CONSENT,
        *pairings.WITHOUT_AGREEMENT,
    )


def _id_of(record_id: int | None) -> int:
    assert record_id is not None
    return record_id
