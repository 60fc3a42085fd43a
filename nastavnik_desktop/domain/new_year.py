"""«Начать новый учебный год»: who moves to which class, who leaves, what is carried over.

The plan is worked out from what the base holds of both years, so that a year begun twice, or
begun by hand before, is completed and never doubled.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.pairings import EndKind, PairingRow
from nastavnik_desktop.domain.people import grade_of
from nastavnik_desktop.domain.school_year import SchoolYear

BASIC_FINAL_GRADE, FINAL_GRADE = 9, 11
_FIRST_MONTH_OF_CHANGE = 5
_LAST_LESSON_DAY = (5, 31)


class Fate(StrEnum):
    """What becomes of a student at the end of the year."""

    MOVES = "moves"
    REPEATS = "repeats"
    LEAVES = "leaves"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _FATE_LABELS[self]


_FATE_LABELS = {
    Fate.MOVES: "переходит",
    Fate.REPEATS: "остаётся на второй год",
    Fate.LEAVES: "выбывает в архив",
}


@dataclass(frozen=True)
class StudentFacts:
    """A student of the ending year; ``next_class`` is the class of the new year if there is one."""

    person_id: int
    name: FullName
    school_class: str
    next_class: str = ""
    left_on: date | None = None
    is_archived: bool = False


@dataclass(frozen=True)
class PoolFacts:
    """A side («mentor», «mentee») of the ending year's pool."""

    person_id: int
    name: FullName
    side: str
    left_on: date | None = None
    left_school_on: date | None = None
    is_archived: bool = False


@dataclass(frozen=True)
class YearFacts:
    """What the base holds of the ending year and already holds of the new one.

    ``next_sides`` are (person, side) of the new year's pool, ``next_pairings`` are (mentor,
    mentees) of its pairs and groups.
    """

    students: tuple[StudentFacts, ...] = ()
    pools: tuple[PoolFacts, ...] = ()
    pairings: tuple[PairingRow, ...] = ()
    next_sides: frozenset[tuple[int, str]] = frozenset()
    next_pairings: frozenset[tuple[int, frozenset[int]]] = frozenset()


@dataclass(frozen=True)
class StudentMove:
    """A student with the fate that is proposed or chosen."""

    person_id: int
    name: FullName
    from_class: str
    fate: Fate = Fate.MOVES

    @property
    def to_class(self) -> str:
        """The class of the new year; empty for who leaves."""
        if self.fate is Fate.LEAVES:
            return ""
        return next_class(self.from_class) if self.fate is Fate.MOVES else self.from_class

    @property
    def is_graduating(self) -> bool:
        """Whether the fate must be chosen: after the 9th and the 11th class."""
        grade = grade_of(self.from_class) or 0
        return grade == BASIC_FINAL_GRADE or grade >= FINAL_GRADE


@dataclass(frozen=True)
class PoolOffer:
    """A side of the pool that may be carried over."""

    person_id: int
    name: FullName
    side: str
    is_chosen: bool = True


@dataclass(frozen=True)
class PairingContinuation:
    """A pair or group that may go on in the new year."""

    pairing_id: int
    title: str
    form_title: str
    mentor_id: int
    mentee_ids: tuple[int, ...]
    is_chosen: bool = True


@dataclass(frozen=True)
class NotCarried:
    """A student, a side of the pool or a pair that stays behind, and why."""

    title: str
    reason: str


@dataclass(frozen=True)
class NewYearPlan:
    """The preview: what is proposed (to be changed by the user) and what stays, with reasons."""

    from_year: SchoolYear
    moves: tuple[StudentMove, ...] = ()
    pools: tuple[PoolOffer, ...] = ()
    pairings: tuple[PairingContinuation, ...] = ()
    staying: tuple[NotCarried, ...] = ()
    warning: str = ""

    @property
    def to_year(self) -> SchoolYear:
        """The year that begins."""
        return self.from_year.next

    @property
    def graduating(self) -> tuple[StudentMove, ...]:
        """Students after the 9th and the 11th class: their fates are a choice."""
        return tuple(move for move in self.moves if move.is_graduating)

    @property
    def leaver_ids(self) -> frozenset[int]:
        """Students who leave by this plan."""
        return frozenset(move.person_id for move in self.moves if move.fate is Fate.LEAVES)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.moves or self.chosen_pools or self.chosen_pairings)

    @property
    def chosen_pools(self) -> tuple[PoolOffer, ...]:
        """Sides to carry over; those of leavers stay behind."""
        leavers = self.leaver_ids
        return tuple(one for one in self.pools if one.is_chosen and one.person_id not in leavers)

    @property
    def chosen_pairings(self) -> tuple[PairingContinuation, ...]:
        """Pairs to go on, without mentees who leave; none whose mentor or all mentees leave."""
        leavers = self.leaver_ids
        remaining = (_without(pairing, leavers) for pairing in self.pairings)
        return tuple(
            one
            for one in remaining
            if one.is_chosen and one.mentee_ids and one.mentor_id not in leavers
        )

    def with_fates(self, fates: dict[int, Fate]) -> NewYearPlan:
        """The plan with fates chosen by person."""
        moves = (replace(one, fate=fates.get(one.person_id, one.fate)) for one in self.moves)
        return replace(self, moves=tuple(moves))

    def with_choices(
        self, sides: Collection[tuple[int, str]], pairing_ids: Collection[int]
    ) -> NewYearPlan:
        """The plan with exactly these sides (person, side) and pairs chosen."""
        pools = (replace(o, is_chosen=(o.person_id, o.side) in sides) for o in self.pools)
        pairings = (replace(o, is_chosen=o.pairing_id in pairing_ids) for o in self.pairings)
        return replace(self, pools=tuple(pools), pairings=tuple(pairings))

    def limited_to(self, fresh: NewYearPlan) -> NewYearPlan:
        """The choices of this plan as far as they still fit what the base holds now."""
        fates = {one.person_id: one.fate for one in self.moves}
        moves = tuple(one for one in fresh.moves if one.person_id in fates)
        chosen = replace(fresh, moves=moves).with_fates(fates)
        return chosen.with_choices(
            {(one.person_id, one.side) for one in self.pools if one.is_chosen},
            {one.pairing_id for one in self.pairings if one.is_chosen},
        )


def _without(pairing: PairingContinuation, leavers: Collection[int]) -> PairingContinuation:
    kept = tuple(person_id for person_id in pairing.mentee_ids if person_id not in leavers)
    return replace(pairing, mentee_ids=kept)


def next_class(school_class: str) -> str:
    """«5А» -> «6А», «10 «Б»» -> «11 «Б»»; a class without a number stays as it is."""
    return re.sub(r"\d{1,2}", lambda found: str(int(found[0]) + 1), school_class, count=1)


def ending_year(today: date) -> SchoolYear:
    """The year after which a new one is begun on a day: in May to August the present one."""
    present = SchoolYear.of(today)
    is_summer = _FIRST_MONTH_OF_CHANGE <= today.month <= 8
    return present if is_summer else SchoolYear(present.start - 1)


def term_of(year: SchoolYear) -> tuple[date, date]:
    """First and last day of a pairing that goes on for the whole year."""
    return year.first_day, date(year.start + 1, *_LAST_LESSON_DAY)


def plan(facts: YearFacts, from_year: SchoolYear, today: date) -> NewYearPlan:
    """What is proposed for the year after ``from_year``."""
    staying: list[NotCarried] = []
    moves = tuple(_moves(facts.students, staying))
    return NewYearPlan(
        from_year=from_year,
        moves=moves,
        pools=tuple(_pools(facts, from_year.next, staying)),
        pairings=tuple(_continuations(facts, staying)),
        staying=tuple(staying),
        warning=_warning(from_year.next, today),
    )


def _warning(to_year: SchoolYear, today: date) -> str:
    earliest = date(to_year.start, _FIRST_MONTH_OF_CHANGE, 1)
    if today >= earliest:
        return ""
    return (
        f"До {to_year} учебного года далеко: сегодня {short_date(today)}. "
        "Обычно его начинают после окончания уроков, в мае – сентябре."
    )


def _moves(students: Iterable[StudentFacts], staying: list[NotCarried]) -> Iterable[StudentMove]:
    known = tuple(students)
    grades = {grade_of(student.school_class) or 0 for student in known}
    has_seniors = any(grade > BASIC_FINAL_GRADE for grade in grades)
    for student in known:
        reason = _why_not_moving(student)
        if reason:
            title = f"{student.name.short}, {student.school_class}".removesuffix(", ")
            staying.append(NotCarried(title, reason))
        else:
            fate = _proposed_fate(grade_of(student.school_class) or 0, has_seniors=has_seniors)
            yield StudentMove(student.person_id, student.name, student.school_class, fate)


def _proposed_fate(grade: int, *, has_seniors: bool) -> Fate:
    is_over = grade >= FINAL_GRADE or (grade == BASIC_FINAL_GRADE and not has_seniors)
    return Fate.LEAVES if is_over else Fate.MOVES


def _why_not_moving(student: StudentFacts) -> str:
    if student.next_class:
        return f"уже записан в {student.next_class}"
    if student.is_archived:
        return "в архиве"
    if not student.school_class:
        return "класс не указан: заполните карточку"
    if student.left_on is not None:
        return f"выбыл {short_date(student.left_on)}"
    if grade_of(student.school_class) is None:
        return "в названии класса нет номера: переведите в карточке"
    return ""


def _pools(facts: YearFacts, to_year: SchoolYear, staying: list[NotCarried]) -> Iterable[PoolOffer]:
    done = {
        mentee.person_id
        for row in facts.pairings
        if row.end_kind is EndKind.COMPLETED
        for mentee in row.mentees
    }
    for side in facts.pools:
        reason = _why_not_in_pool(side, to_year, facts.next_sides)
        if reason:
            staying.append(NotCarried(f"{side.name.short}, {_SIDE_WORDS[side.side]}", reason))
        else:
            is_chosen = side.side == "mentor" or side.person_id not in done
            yield PoolOffer(side.person_id, side.name, side.side, is_chosen)


_SIDE_WORDS = {"mentor": "база наставников", "mentee": "база наставляемых"}


def _why_not_in_pool(
    side: PoolFacts, to_year: SchoolYear, present: Collection[tuple[int, str]]
) -> str:
    if (side.person_id, side.side) in present:
        return "уже в базе нового года"
    if side.is_archived:
        return "в архиве"
    if side.left_school_on is not None and side.left_school_on <= to_year.first_day:
        return f"не работает с {short_date(side.left_school_on)}"
    if side.left_on is not None:
        return f"вышел из базы {short_date(side.left_on)}"
    return ""


def _continuations(facts: YearFacts, staying: list[NotCarried]) -> Iterable[PairingContinuation]:
    for row in facts.pairings:
        mentee_ids = tuple(mentee.person_id for mentee in row.mentees if not mentee.is_archived)
        reason = _why_not_going_on(row, mentee_ids, facts.next_pairings)
        if reason:
            staying.append(NotCarried(row.title, reason))
        else:
            yield PairingContinuation(
                pairing_id=row.pairing_id,
                title=row.title,
                form_title=row.form.title,
                mentor_id=row.mentor.person_id,
                mentee_ids=mentee_ids,
                is_chosen=row.end_kind is None,
            )


def _why_not_going_on(
    row: PairingRow,
    mentee_ids: tuple[int, ...],
    present: Collection[tuple[int, frozenset[int]]],
) -> str:
    if any(
        mentor_id == row.mentor.person_id and set(mentee_ids) & known
        for mentor_id, known in present
    ):
        return "уже продолжена в новом году"
    if row.end_kind in {EndKind.EARLY, EndKind.REPLACED}:
        return row.end_kind.label
    if row.mentor.is_archived:
        return f"{row.mentor.name.short} в архиве"
    return "" if mentee_ids else "наставляемые в архиве"
