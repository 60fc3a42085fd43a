"""Several days or spans in one cell: each gives its own due day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from nastavnik_desktop.domain.deadlines.named_spans import (
    Mode,
    Placed,
    Unit,
    When,
    joined,
    placed,
    school_year,
)
from nastavnik_desktop.domain.deadlines.reading import DeadlineReading
from nastavnik_desktop.domain.deadlines.records import Frequency, Kind, Recurrence, Span, YearDay
from nastavnik_desktop.domain.deadlines.years import ReadingYear

KEPT_UP = "начато в названном месяце и ведётся до конца года, или срок и там и тут"
LIMITS_A_MONTH = "каждый год названного промежутка или один раз в нём"


def simplified(whens: Sequence[When]) -> tuple[When, ...]:
    """Years of a list given to the day or span before them; the same stretch twice is one."""
    kept: list[When] = []
    for when in whens:
        last = kept[-1] if kept else None
        if last is not None and _is_bare_year(last) and len(kept) == 1 and not when.has_year:
            kept[-1] = when if when.is_year else replace(when, year=last.year)
        elif last is not None and last.mode is Mode.SINCE and when.mode is Mode.BY:
            kept[-1] = replace(joined(last, when), mode=Mode.AT)
        elif last is not None and _is_edge_named(last, when):
            kept[-1] = when
        elif last is not None and _is_day_inside(last, when):
            kept[-1] = replace(when, year=when.year or last.year, school=when.school or last.school)
        elif last is not None and _is_bare_year(when) and not last.is_year and last.school is None:
            kept[-1] = _in_year_too(last, when)
        elif when not in kept:
            kept.append(when)
    years = [when for when in kept if _is_bare_year(when)]
    if len(years) == len(kept) > 1:
        return (replace(kept[0], years=tuple(when.year or 0 for when in kept[1:])),)
    return tuple(kept)


def _is_day_inside(month: When, when: When) -> bool:
    """«сентябрь (до 15.09)»: the day tells more than its month."""
    is_month = month.unit is Unit.MONTH and month.mode is Mode.AT
    is_due = when.is_day and when.mode in {Mode.AT, Mode.BY} and not when.is_frame
    return is_month and is_due and when.last[0] == month.last[0]


def _is_edge_named(edge: When, when: When) -> bool:
    """«по итогам учебного года (май)»: the month tells what the edge only supposed."""
    is_edge = edge.unit is Unit.MONTH and bool(edge.doubts)
    is_month = when.unit is Unit.MONTH and when.mode is Mode.AT and not when.doubts
    return is_edge and is_month and when.last[0] == edge.last[0]


def _is_bare_year(when: When) -> bool:
    is_one = when.unit is Unit.YEAR and when.year is not None and when.year == when.year_from
    return is_one and when.mode is Mode.AT


def _in_year_too(last: When, when: When) -> When:
    if last.year is None:
        return replace(last, year=when.year)
    return replace(last, years=(*last.years, when.year or 0))


def reading(whens: Sequence[When], year: ReadingYear) -> DeadlineReading:
    """A list of stretches, or a stretch with whole years around it."""
    inner = [when for when in whens if not when.is_year]
    around = [when for when in whens if when.is_year]
    if len(whens) == 1:
        return _dated(_each_year(whens[0]), year)
    if not inner and all(when.has_year and when.mode is Mode.AT for when in around):
        return _dated(_as_school_years(around), year)
    if not inner:
        return _whole(around, year)
    if around:
        return _with_years(inner, around, whens[0] in inner, year)
    expanded = list(dict.fromkeys(each for when in inner for each in _each_year(when)))
    if any(when.has_year or when.is_day or _is_dated_span(when) for when in expanded):
        return _dated(_with_common_year(expanded), year)
    return _bare(expanded, year)


def _is_dated_span(when: When) -> bool:
    """Whether days are named, and not only months."""
    return when.unit is Unit.RANGE and not (when.first[1] == 1 and when.ends_month)


def _each_year(when: When) -> list[When]:
    if not when.years:
        return [when]
    if when.unit is Unit.YEAR:
        numbers = (when.year or 0, *when.years)
        return [replace(when, year=one, year_from=one, years=()) for one in numbers]
    first = when.year or 0
    numbers = (first, *when.years)
    return [
        replace(
            when,
            year=one,
            year_from=None if when.year_from is None else when.year_from + one - first,
            years=(),
        )
        for one in numbers
    ]


def _with_common_year(whens: list[When]) -> list[When]:
    """«15 сентября, 20 октября 2023»: the year at the end is that of the days before it too."""
    last = whens[-1]
    if last.year is None or any(when.has_year for when in whens[:-1]):
        return whens
    shared: list[When] = [last]
    for when in reversed(whens[:-1]):
        following = shared[0]
        number = following.year or last.year
        shared.insert(0, replace(when, year=number - (when.last > following.last)))
    return shared


def _dated(whens: Sequence[When], year: ReadingYear) -> DeadlineReading:
    places = [placed(when, year) for when in whens]
    pairs = zip(whens, places, strict=True)
    spans = tuple(dict.fromkeys(_span(when, place) for when, place in pairs))
    if len(spans) == 1:
        return _only(whens[0], spans[0], year)
    same = {(when.first, when.last) for when in whens}
    years = {place.end.year for place in places}
    is_yearly = len(same) == 1 and len(years) == len(spans)
    rule = _yearly(whens[0], spans) if is_yearly else _several(spans)
    doubts = tuple(dict.fromkeys(doubt for place in places for doubt in place.doubts))
    return DeadlineReading(
        Kind.RECURRING,
        year,
        min(span.first_day for span in spans),
        max(span.end for span in spans),
        rule,
        doubts=doubts,
        has_written_year=any(when.has_year for when in whens),
    )


def _only(when: When, span: Span, year: ReadingYear) -> DeadlineReading:
    """A list whose items are all the same day or stretch."""
    kind = Kind.DATE if span.start == span.end else Kind.PERIOD
    if span.start is None:
        kind = Kind.DEADLINE
    return DeadlineReading(kind, year, span.start, span.end, has_written_year=when.has_year)


def _span(when: When, place: Placed) -> Span:
    return Span(None if when.mode is Mode.BY else place.start, place.end)


def _yearly(when: When, spans: tuple[Span, ...]) -> Recurrence:
    return replace(due_rule(when), dated=spans)


def _several(spans: tuple[Span, ...]) -> Recurrence:
    return Recurrence(Frequency.N_PER_YEAR, len(spans), dated=spans)


def due_rule(when: When) -> Recurrence:
    """The yearly rule of a stretch without its year."""
    if when.is_year:
        return Recurrence(Frequency.YEARLY)
    month, number = when.last
    last_number = None if when.ends_month else number
    is_span = when.mode is Mode.AT and when.first != when.last and when.unit is Unit.RANGE
    month_from = when.first[0] if is_span else None
    is_from_first = when.first[1] == 1 and when.ends_month
    day_from = when.first[1] if is_span and not is_from_first else None
    return Recurrence(Frequency.YEARLY, 1, last_number, month, day_from, month_from)


def _bare(whens: Sequence[When], year: ReadingYear) -> DeadlineReading:
    """Months, quarters, halves without a year: they come back every year."""
    due = tuple(year_day(when) for when in whens)
    return DeadlineReading(
        Kind.RECURRING, year, recurrence=Recurrence(Frequency.N_PER_YEAR, len(due), due=due)
    )


def year_day(when: When) -> YearDay:
    """The due day of a stretch without its year."""
    month, number = when.last
    return YearDay(month, None if when.ends_month else number)


def _as_school_years(around: Sequence[When]) -> list[When]:
    """«2023-2024, 2024-2025 учебные годы»: the word stands behind the last one only."""
    if around[-1].school is None:
        return list(around)
    return [
        school_year(when.year_from) if when.school is None and when.year_from else when
        for when in around
    ]


def _whole(around: Sequence[When], year: ReadingYear) -> DeadlineReading:
    places = [placed(when, year) for when in around]
    start, end = min(place.start for place in places), max(place.end for place in places)
    doubts = tuple(dict.fromkeys(doubt for place in places for doubt in place.doubts))
    return DeadlineReading(Kind.PERIOD, year, start, end, doubts=doubts)


def _with_years(
    inner: list[When], around: list[When], is_inner_first: bool, year: ReadingYear
) -> DeadlineReading:
    """«октябрь, в течение года», «в течение года с сентября по май», «май в период с … по …»."""
    is_plain_year = all(when.unit in {Unit.WHOLE_YEAR, Unit.PROGRAMME} for when in around)
    limits = [placed(when, year) for when in around]
    start, end = min(place.start for place in limits), max(place.end for place in limits)
    if not is_plain_year:
        return _in_limits(inner, start, end, year)
    if len(inner) > 1:
        return reading(inner, year)
    place = placed(inner[0], year)
    found = DeadlineReading(
        Kind.PERIOD, year, place.start, place.end, has_written_year=inner[0].has_year
    )
    if inner[0].mode is Mode.BY:
        return replace(found, kind=Kind.DEADLINE, start=None)
    if not is_inner_first or inner[0].unit is Unit.RANGE:
        return replace(found, kind=Kind.DATE if inner[0].is_day else Kind.PERIOD)
    rule = Recurrence(Frequency.N_PER_YEAR, 2, dated=(place.span, Span(None, end)))
    other = DeadlineReading(Kind.RECURRING, year, place.start, end, rule)
    return replace(found, end=end, doubts=(KEPT_UP,), others=(other,))


def _in_limits(inner: list[When], start: date, end: date, year: ReadingYear) -> DeadlineReading:
    if len(inner) == 1:
        rule = due_rule(inner[0])
        place = placed(inner[0], year)
        other = DeadlineReading(Kind.PERIOD, year, place.start, place.end)
        found = DeadlineReading(Kind.RECURRING, year, start, end, rule, has_written_year=True)
        return replace(found, doubts=(LIMITS_A_MONTH,), others=(other,))
    due = tuple(year_day(when) for when in inner)
    rule = Recurrence(Frequency.N_PER_YEAR, len(due), due=due)
    return DeadlineReading(Kind.RECURRING, year, start, end, rule, has_written_year=True)
