"""The elements of a phrase put together into one reading, by the conventions of plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from nastavnik_desktop.domain.deadlines import lists, recurring
from nastavnik_desktop.domain.deadlines.conditions import Condition
from nastavnik_desktop.domain.deadlines.gathered import Gathered
from nastavnik_desktop.domain.deadlines.named_spans import Mode, Placed, Unit, When, placed
from nastavnik_desktop.domain.deadlines.reading import DeadlineReading
from nastavnik_desktop.domain.deadlines.records import Kind, Span
from nastavnik_desktop.domain.deadlines.years import ReadingYear

A_SLIP_OF_THE_YEAR = "год не тот, что у плана: возможно, описка"
AUGUST_BEFORE = "август перед началом года или в его конце"
NEEDED_IN_A_SPAN = "и промежуток, и условие: делается, когда понадобится"
SPAN_BY_SCHEDULE = "точные дни – в отдельном графике, известен только промежуток"
SPAN_IF_POSSIBLE = "промежуток с оговоркой"
A_PAPER_NOT_A_DAY = "назван документ или отметка об исполнении, а не срок"
DAYS_STAND_IN_THE_PLAN = "дни названы в самом плане, а не в этой фразе"
ONLY_THE_HOUR = "назван только час, день стоит в другом месте"
KEPT_UP = "начато в названном месяце и ведётся до конца года"
_UNDEFINED = (Condition.SCHEDULE, Condition.RELATIVE, Condition.NOTHING)
_DOUBTED = {
    Condition.CAMPAIGN: DAYS_STAND_IN_THE_PLAN,
    Condition.CLOCK: ONLY_THE_HOUR,
    Condition.PAPER: A_PAPER_NOT_A_DAY,
    Condition.DONE: A_PAPER_NOT_A_DAY,
}


def meaning_of(gathered: Gathered, year: ReadingYear) -> DeadlineReading:
    """The reading of one phrase, without what was not understood."""
    if gathered.tail is not None:
        return _with_tail(gathered, gathered.tail, year)
    if gathered.nth_days or (gathered.repeats and not _is_only_a_ceiling(gathered)):
        return recurring.reading(gathered, year)
    for said in (Condition.PAPER, Condition.DONE):
        if said in gathered.conditions:
            return _undefined(gathered, year, _DOUBTED[said])
    if Condition.RELATIVE in gathered.conditions:
        return _undefined(gathered, year)
    return _of_stretches(gathered, year)


def _is_only_a_ceiling(gathered: Gathered) -> bool:
    """«при необходимости, но не чаще раза в год» comes back for no other reason than the need."""
    is_ceiling = all(one.is_at_most for one in gathered.repeats)
    return is_ceiling and Condition.NEED in gathered.conditions


def _of_stretches(gathered: Gathered, year: ReadingYear) -> DeadlineReading:
    whens = lists.simplified(gathered.whens)
    if Condition.ALWAYS in gathered.conditions:
        return _held(Kind.ONGOING, whens, year)
    if Condition.NEED in gathered.conditions:
        return _on_demand(whens, year)
    if not whens:
        return _without_days(gathered, year)
    found = lists.reading(whens, year) if len(whens) > 1 else single(whens[0], year)
    if Condition.SCHEDULE in gathered.conditions:
        other = DeadlineReading(Kind.UNDEFINED, year)
        return _doubted(found, SPAN_BY_SCHEDULE, other)
    if Condition.CIRCUMSTANCE in gathered.conditions:
        other = replace(found, kind=Kind.ON_DEMAND, recurrence=None, others=())
        return _doubted(found, SPAN_IF_POSSIBLE, other)
    return found


def _without_days(gathered: Gathered, year: ReadingYear) -> DeadlineReading:
    if Condition.CIRCUMSTANCE in gathered.conditions:
        return DeadlineReading(Kind.ON_DEMAND, year, doubts=(SPAN_IF_POSSIBLE,))
    doubt = next((_DOUBTED[said] for said in gathered.conditions if said in _DOUBTED), "")
    return _undefined(gathered, year, doubt)


def single(when: When, year: ReadingYear) -> DeadlineReading:
    """One day or stretch."""
    if when.years:
        return lists.reading((when,), year)
    place = placed(when, year)
    found = _simple(when, place, year)
    if when.is_year and when.year is not None and len(place.doubts) and when.mode is Mode.AT:
        found = replace(found, others=_as_school_year(found))
    if when.unit is Unit.MONTH and not when.has_year and year.is_school and when.first[0] == 8:
        found = _doubted(found, AUGUST_BEFORE, _moved(found, -1))
    elif when.has_year and when.unit is not Unit.YEAR and not _is_near(place, year):
        found = _doubted(found, A_SLIP_OF_THE_YEAR, *_corrected(when, year))
    return found


def _simple(when: When, place: Placed, year: ReadingYear) -> DeadlineReading:
    start: date | None = place.start
    end: date | None = place.end
    if when.mode is Mode.SINCE:
        kind, end = Kind.ONGOING, None
    elif when.mode is Mode.BY:
        kind, start = Kind.DEADLINE, None
    elif when.mode is Mode.BEFORE:
        kind, start, end = Kind.DEADLINE, None, place.start - timedelta(days=1)
    elif when.is_day:
        kind = Kind.DATE
    else:
        kind = Kind.PERIOD
    others: tuple[DeadlineReading, ...] = ()
    if kind is Kind.DEADLINE and place.doubts and not when.is_day:
        opposite = place.end if when.mode is Mode.BEFORE else place.start - timedelta(days=1)
        others = (DeadlineReading(kind, year, None, opposite, has_written_year=when.has_year),)
    return DeadlineReading(
        kind, year, start, end, doubts=place.doubts, others=others, has_written_year=when.has_year
    )


def _as_school_year(found: DeadlineReading) -> tuple[DeadlineReading, ...]:
    if found.start is None:
        return ()
    school = ReadingYear(found.start.year)
    return (replace(found, start=school.first_day, end=school.last_day, doubts=(), others=()),)


def _is_near(place: Placed, year: ReadingYear) -> bool:
    """Inside the year, or in the summer of preparation before a school year, or running on."""
    if place.end in year or place.start in year:
        return place.end.year - place.start.year < 2
    if year.is_school:
        return date(year.start, 6, 1) <= place.end < year.first_day
    return False


def _corrected(when: When, year: ReadingYear) -> tuple[DeadlineReading, ...]:
    """The same without the year that is probably wrong."""
    bare = replace(when, year=None, year_from=None, school=None, doubts=())
    return (replace(_simple(bare, placed(bare, year), year), has_written_year=True),)


def _moved(found: DeadlineReading, years: int) -> DeadlineReading:
    return replace(found.shifted(years), year=found.year, doubts=(), others=())


def _doubted(found: DeadlineReading, doubt: str, *others: DeadlineReading) -> DeadlineReading:
    return replace(found, doubts=(*found.doubts, doubt), others=(*found.others, *others))


def _undefined(gathered: Gathered, year: ReadingYear, doubt: str = "") -> DeadlineReading:
    doubts = (doubt,) if doubt else ()
    others = tuple(single(when, year) for when in gathered.whens[:1])
    if Condition.PAPER not in gathered.conditions and Condition.DONE not in gathered.conditions:
        others = ()
    return DeadlineReading(Kind.UNDEFINED, year, doubts=doubts, others=others)


def _held(kind: Kind, whens: tuple[When, ...], year: ReadingYear) -> DeadlineReading:
    """Something without a due day that holds from the first named day to the last."""
    if not whens:
        return DeadlineReading(kind, year)
    places = [placed(when, year) for when in whens]
    starts = [p.start for p, when in zip(places, whens, strict=True) if when.mode is not Mode.BY]
    ends = [p.end for p, when in zip(places, whens, strict=True) if when.mode is not Mode.SINCE]
    return DeadlineReading(
        kind,
        year,
        min(starts, default=None),
        max(ends, default=None),
        has_written_year=any(when.has_year for when in whens),
    )


def _on_demand(whens: tuple[When, ...], year: ReadingYear) -> DeadlineReading:
    found = _held(Kind.ON_DEMAND, whens, year)
    if not whens:
        return found
    return _doubted(found, NEEDED_IN_A_SPAN, replace(found, kind=Kind.PERIOD))


def _with_tail(head: Gathered, tail: Gathered, year: ReadingYear) -> DeadlineReading:
    """«Сентябрь 2021 г., далее – …»: a first span, then what follows."""
    whens = lists.simplified(head.whens)
    if not whens:
        return meaning_of(replace(tail, tail=None), year)
    places = [placed(when, year) for when in whens]
    starts_by_day = all(when.mode is Mode.BY for when in whens)
    first_day = min(place.start for place in places)
    last_day = max(place.end for place in places)
    first = Span(None if starts_by_day else first_day, last_day)
    has_year = any(when.has_year for when in whens)
    if tail.repeats or tail.nth_days:
        found = recurring.tail_reading(tail, first, year)
        return replace(found, has_written_year=has_year)
    if tail.whens and not tail.conditions:
        return _kept_up(first, tail, year, has_year=has_year)
    kind = Kind.ON_DEMAND if Condition.NEED in tail.conditions else Kind.ONGOING
    return DeadlineReading(
        kind, year, first.first_day, None, first=first, has_written_year=has_year
    )


def _kept_up(first: Span, tail: Gathered, year: ReadingYear, *, has_year: bool) -> DeadlineReading:
    end = max(first.end, *(placed(when, year).end for when in tail.whens))
    kind = Kind.DATE if first.first_day == end else Kind.PERIOD
    found = DeadlineReading(kind, year, first.first_day, end, has_written_year=has_year)
    other = DeadlineReading(Kind.ONGOING, year, first.first_day, end, first=first)
    return _doubted(found, KEPT_UP, other)
