"""Phrases that come back: the rule from the frequency, its days, and from when to when it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from nastavnik_desktop.domain.deadlines.conditions import Condition
from nastavnik_desktop.domain.deadlines.gathered import Gathered
from nastavnik_desktop.domain.deadlines.lists import due_rule, simplified, year_day
from nastavnik_desktop.domain.deadlines.named_spans import Mode, Unit, When, day, placed
from nastavnik_desktop.domain.deadlines.reading import DeadlineReading
from nastavnik_desktop.domain.deadlines.records import Frequency, Kind, Recurrence, Span
from nastavnik_desktop.domain.deadlines.repeats import Repeat
from nastavnik_desktop.domain.deadlines.years import ReadingYear

TWO_FREQUENCIES = "названы две разные частоты: прочитана более частая"
DAY_WITHOUT_MONTH = "число названо без месяца: не прочитано"
OR_ON_DEMAND = "и повторяется, и по запросу"
LAST_TIME_OR_EACH_MONTH = (
    "каждый год к этому дню или каждый год в первый названный срок до этого дня"
)
DAY_OF_WHICH_MONTH = "число квартала: последнего его месяца или следующего за ним"
_PER_YEAR = {
    Frequency.N_PER_YEAR: 1,
    Frequency.YEARLY: 1,
    Frequency.HALF_YEARLY: 2,
    Frequency.QUARTERLY: 4,
    Frequency.MONTHLY: 12,
    Frequency.WEEKLY: 52,
    Frequency.DAILY: 365,
}
_MONTHS_OF_QUARTERS = [3, 6, 9, 12]
_SEVERAL_IN_YEAR = frozenset((Frequency.YEARLY, Frequency.N_PER_YEAR, Frequency.HALF_YEARLY))


def reading(gathered: Gathered, year: ReadingYear) -> DeadlineReading:
    """The reading of a phrase with a frequency or a day of each month."""
    rule, doubts = _rule(gathered)
    whens = simplified(gathered.whens)
    rule, limits = _with_days(rule, whens, year, is_repeat_first=gathered.is_repeat_first)
    found = DeadlineReading(
        Kind.RECURRING,
        year,
        limits[0],
        limits[1],
        rule,
        doubts=tuple(doubts),
        has_written_year=any(when.has_year for when in whens),
    )
    return _with_doubts(found, gathered)


def tail_reading(tail: Gathered, first: Span, year: ReadingYear) -> DeadlineReading:
    """What is read of «…, далее – ежегодно до 1 февраля 2024 года» after its first span."""
    found = reading(tail, year)
    found = replace(found, start=first.first_day, first=first)
    rule = found.recurrence
    if rule and rule.month and found.end and rule.frequency is Frequency.YEARLY:
        each = replace(
            rule,
            day=None,
            day_from=None,
            month=first.end.month,
            month_from=None if first.first_day.month == first.end.month else first.first_day.month,
        )
        other = replace(found, recurrence=each, doubts=(), others=())
        found = replace(
            found,
            doubts=(*found.doubts, LAST_TIME_OR_EACH_MONTH),
            others=(*found.others, other),
        )
    if Condition.NEED in tail.conditions and not _is_floor(tail.repeats):
        other = DeadlineReading(Kind.ON_DEMAND, year, first.first_day, None, first=first)
        found = replace(found, others=(*found.others, other))
    return found


def _is_floor(repeats: Sequence[Repeat]) -> bool:
    return any(repeat.is_at_least for repeat in repeats)


def _with_doubts(found: DeadlineReading, gathered: Gathered) -> DeadlineReading:
    rule = found.recurrence
    if rule is None:
        return found
    if Condition.NEED in gathered.conditions:
        rule = replace(rule, is_also_on_demand=True)
        doubts = found.doubts
        others = found.others
        if not _is_floor(gathered.repeats):
            doubts = (*doubts, OR_ON_DEMAND)
            others = (*others, DeadlineReading(Kind.ON_DEMAND, found.year))
        found = replace(found, recurrence=rule, doubts=doubts, others=others)
    if _is_quarter_day_open(rule, gathered):
        after = replace(found, recurrence=replace(rule, is_month_after=True), others=())
        found = replace(
            found,
            doubts=(*found.doubts, DAY_OF_WHICH_MONTH),
            others=(*found.others, after),
        )
    return found


def _is_quarter_day_open(rule: Recurrence, gathered: Gathered) -> bool:
    is_quarterly = rule.frequency is Frequency.QUARTERLY and rule.day is not None
    return is_quarterly and any(
        nth.unit is None and not nth.is_month_after for nth in gathered.nth_days
    )


def _rule(gathered: Gathered) -> tuple[Recurrence, list[str]]:
    """The rule without named days: the floor where two bounds are given."""
    repeats = gathered.repeats
    doubts: list[str] = []
    if not repeats:
        nth = gathered.nth_days[0]
        rule = Recurrence(nth.unit or Frequency.MONTHLY)
    else:
        floors = [repeat for repeat in repeats if repeat.is_at_least]
        chosen = floors[0] if floors else max(_said_in_full(repeats), key=_telling)
        weekday = next((one.weekday for one in repeats if one.weekday), None)
        frequencies = {one.frequency for one in repeats} - {Frequency.YEARLY}
        if len(frequencies) > 1 and not floors and weekday is None:
            doubts.append(TWO_FREQUENCIES)
        rule = _of_repeat(chosen, bool(floors), weekday)
        weekdays = {one.weekday for one in repeats if one.weekday}
        if len(weekdays) > 1 and rule.frequency is Frequency.WEEKLY:
            rule = replace(rule, times=len(weekdays), day=None)
    for nth in gathered.nth_days[:1]:
        if rule.frequency not in {Frequency.MONTHLY, Frequency.QUARTERLY}:
            doubts.append(DAY_WITHOUT_MONTH)
            continue
        is_month_after = nth.is_month_after and nth.day is not None
        rule = replace(rule, day=nth.day, day_from=nth.day_from, is_month_after=is_month_after)
    return rule, doubts


def _said_in_full(repeats: Sequence[Repeat]) -> Sequence[Repeat]:
    """Without a bare day of the week where a frequency stands beside it."""
    full = [one for one in repeats if one.weekday is None or one.which is not None]
    return full or repeats


def _telling(repeat: Repeat) -> tuple[int, bool]:
    """The oftener one; of two alike that which names its day: «ежемесячно (последняя пятница)»."""
    return _times_a_year(repeat), repeat.which is not None


def _times_a_year(repeat: Repeat) -> int:
    """How often a frequency comes: «ежегодно, 1 раз в полугодие» is the latter."""
    return _PER_YEAR[repeat.frequency] * (repeat.times or 0)


def _of_repeat(repeat: Repeat, is_floor: bool, weekday: int | None) -> Recurrence:
    rule = Recurrence(repeat.frequency, repeat.times, every=repeat.every, is_at_least=is_floor)
    if repeat.which is not None and repeat.weekday is not None:
        return replace(rule, weekday=(repeat.which, repeat.weekday))
    if weekday is not None and repeat.frequency is Frequency.WEEKLY:
        return replace(rule, day=weekday)
    return rule


def _with_days(
    rule: Recurrence, whens: Sequence[When], year: ReadingYear, *, is_repeat_first: bool
) -> tuple[Recurrence, tuple[date | None, date | None]]:
    """The rule with the days that are named, and from when to when it holds."""
    start: date | None = None
    end: date | None = None
    named: list[When] = []
    for when in whens:
        if when.mode is Mode.BEFORE and when.is_year:
            named.append(_day_before(when, year))
        elif _is_limit(rule, when, whens):
            start, end = _limits(rule, when, year, start, end)
        else:
            named.append(when)
            if when.years:
                start, end = _first_and_last(when, year)
            elif when.has_year and when.mode is Mode.BY and is_repeat_first:
                end = placed(when, year).end
            elif when.has_year:
                start = start or placed(when, year).start
    return _with_named(rule, named), (start, end)


def _first_and_last(when: When, year: ReadingYear) -> tuple[date, date]:
    """«ежегодно до 1 октября 2023, 2024 гг.»: from the first of the years to the last."""
    first = replace(when, years=())
    place = placed(first, year)
    start = place.end if when.mode is Mode.BY else place.start
    return start, placed(replace(first, year=when.years[-1]), year).end


def _day_before(when: When, year: ReadingYear) -> When:
    """«ежегодно до начала учебного года»: due on the day before its first day."""
    first = placed(when, year).start
    before = first - timedelta(days=1)
    return day(before.month, before.day)


def _is_limit(rule: Recurrence, when: When, whens: Sequence[When]) -> bool:
    """Whether a stretch says from when to when the repeating holds, and not when it is due."""
    if when.mode is Mode.SINCE or when.is_year or when.is_frame:
        return True
    if rule.frequency is Frequency.YEARLY:
        others = [other for other in whens if other is not when and not other.is_year]
        return bool(when.has_year and when.unit is Unit.RANGE and others)
    if rule.frequency in _SEVERAL_IN_YEAR:
        is_alone = sum(not other.is_year for other in whens) == 1
        return (is_alone and when.unit is Unit.RANGE and (rule.times or 2) > 1) or _is_half(
            rule, whens
        )
    if rule.frequency is Frequency.QUARTERLY:
        return not _are_ends_of_quarters(whens)
    return True


def _is_half(rule: Recurrence, whens: Sequence[When]) -> bool:
    return rule.frequency is Frequency.HALF_YEARLY and len(whens) == 1


def _are_ends_of_quarters(whens: Sequence[When]) -> bool:
    inner = [when.last[0] for when in whens if not when.is_year]
    return sorted(inner) == _MONTHS_OF_QUARTERS


def _limits(
    rule: Recurrence, when: When, year: ReadingYear, start: date | None, end: date | None
) -> tuple[date | None, date | None]:
    if when.unit is Unit.PROGRAMME or (
        when.unit is Unit.WHOLE_YEAR and rule.frequency in {Frequency.YEARLY}
    ):
        return start, end
    place = placed(when, year)
    if when.mode is not Mode.BY:
        start = place.start
    if when.mode is not Mode.SINCE:
        end = place.end
    return start, end


def _with_named(rule: Recurrence, named: Sequence[When]) -> Recurrence:
    if not named:
        return rule
    if rule.frequency is Frequency.YEARLY and len(named) == 1:
        days = due_rule(named[0])
        return replace(
            rule,
            day=days.day,
            month=days.month,
            day_from=days.day_from,
            month_from=days.month_from,
        )
    due = tuple(year_day(when) for when in named)
    if rule.frequency is Frequency.YEARLY:
        return replace(rule, frequency=Frequency.N_PER_YEAR, times=len(due), due=due)
    days_of_month = {day.day for day in due}
    if rule.frequency is Frequency.QUARTERLY and len(days_of_month) == 1:
        return replace(rule, day=due[0].day)
    return replace(rule, due=due)
