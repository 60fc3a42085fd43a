"""A reading written out in Russian words that can be read back the same."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.dates import MONTHS_GENITIVE, short_date
from nastavnik_desktop.domain.deadlines.records import (
    Frequency,
    Kind,
    Recurrence,
    Span,
    YearDay,
)
from nastavnik_desktop.domain.plurals import counted, plural

if TYPE_CHECKING:
    from nastavnik_desktop.domain.deadlines.reading import DeadlineReading

THIS_YEAR = "; в этом году – "
MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_MONTHS_PREPOSITIONAL = (
    "январе", "феврале", "марте", "апреле", "мае", "июне",
    "июле", "августе", "сентябре", "октябре", "ноябре", "декабре",
)  # fmt: skip
_WEEKDAYS_ACCUSATIVE = (
    "каждый понедельник", "каждый вторник", "каждую среду", "каждый четверг",
    "каждую пятницу", "каждую субботу", "каждое воскресенье",
)  # fmt: skip
_WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
_WHICH = {
    1: ("первый", "первая", "первое"),
    2: ("второй", "вторая", "второе"),
    3: ("третий", "третья", "третье"),
    4: ("четвёртый", "четвёртая", "четвёртое"),
    5: ("пятый", "пятая", "пятое"),
    -1: ("последний", "последняя", "последнее"),
}
_EVERY = {
    Frequency.YEARLY: "каждый год",
    Frequency.HALF_YEARLY: "каждое полугодие",
    Frequency.QUARTERLY: "каждый квартал",
    Frequency.MONTHLY: "каждый месяц",
    Frequency.WEEKLY: "каждую неделю",
    Frequency.DAILY: "каждый день",
}
_IN_A = {
    Frequency.YEARLY: "в год",
    Frequency.N_PER_YEAR: "в год",
    Frequency.HALF_YEARLY: "в полугодие",
    Frequency.QUARTERLY: "в квартал",
    Frequency.MONTHLY: "в месяц",
    Frequency.WEEKLY: "в неделю",
    Frequency.DAILY: "в день",
}
_BARE = {
    Kind.ONGOING: "постоянно",
    Kind.ON_DEMAND: "по мере необходимости",
    Kind.UNDEFINED: "срок не назван",
}
_MOST_DAYS_SHOWN = 4


def in_words(reading: DeadlineReading) -> str:
    """The phrase, and what it means for the year of reading."""
    return f"{written_out(reading)}{_this_year(reading)}"


def written_out(reading: DeadlineReading) -> str:
    """The phrase alone: «каждый год с 1 по 15 сентября»."""
    if reading.kind is Kind.DATE and reading.end:
        return _day(reading.end)
    if reading.kind is Kind.DEADLINE and reading.end:
        return f"до {_day(reading.end)}"
    if reading.kind is Kind.PERIOD and reading.end:
        return _span(Span(reading.start, reading.end))
    rule = reading.recurrence
    if rule is not None and rule.dated:
        return _listed(rule.dated)
    said = _rule(rule) if rule is not None else _BARE[reading.kind]
    if reading.first is not None:
        said = f"{said}{_held(None, reading.end)}"
        firsts = (reading.first, *reading.more_firsts)
        return "; ".join(f"{_span(first)}, далее – {said}" for first in firsts)
    return f"{said}{_held(reading.start, reading.end)}"


def _this_year(reading: DeadlineReading) -> str:
    if reading.kind is not Kind.RECURRING:
        return ""
    days = reading.occurrences
    if days is None:
        return ""
    if not days:
        return f"{THIS_YEAR}срока нет"
    if len(days) > _MOST_DAYS_SHOWN:
        number = counted(len(days), "срок", "срока", "сроков")
        return f"{THIS_YEAR}{number}: с {short_date(days[0])} по {short_date(days[-1])}"
    return THIS_YEAR + ", ".join(f"до {short_date(day)}" for day in days)


def _day(day: date) -> str:
    return f"{day.day} {MONTHS_GENITIVE[day.month - 1]} {day.year} г."


def _listed(spans: Sequence[Span]) -> str:
    has_years_only = all(map(_is_calendar_year, spans))
    return "; ".join(
        f"{span.end.year} г." if has_years_only else _span(span, is_alone=False) for span in spans
    )


def _is_calendar_year(span: Span) -> bool:
    year = span.end.year
    return span.start == date(year, 1, 1) and span.end == date(year, 12, 31)


def _span(span: Span, *, is_alone: bool = True) -> str:
    """«сентябрь 2026 г.», «с 1 по 15 сентября 2026 г.», «до 1 февраля 2026 г.», «2026 г.»."""
    start, end = span.start, span.end
    if start is None:
        return f"до {_day(end)}"
    if start == end:
        return _day(end)
    if is_alone and _is_calendar_year(span):
        return f"{end.year} г."
    is_one_month = (start.year, start.month) == (end.year, end.month)
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        last = f"{MONTHS[end.month - 1]} {end.year} г."
        return last if is_one_month else f"{_first_month(start, end)} – {last}"
    return f"с {start.day if is_one_month else _day(start)} по {_day(end)}"


def _first_month(start: date, end: date) -> str:
    month = MONTHS[start.month - 1]
    return month if start.year == end.year else f"{month} {start.year} г."


def _held(start: date | None, end: date | None) -> str:
    if start and end:
        return f", действует с {_day(start)} по {_day(end)}"
    if start:
        return f", действует с {_day(start)}"
    return f", действует по {_day(end)}" if end else ""


def _rule(rule: Recurrence) -> str:
    said = f"{_frequency(rule)}{_days(rule)}"
    return f"{said} или по запросу" if rule.is_also_on_demand else said


def _frequency(rule: Recurrence) -> str:
    if rule.weekday is not None:
        return _weekday(*rule.weekday)
    if rule.frequency is Frequency.WEEKLY and rule.day is not None:
        return _WEEKDAYS_ACCUSATIVE[rule.day - 1]
    if rule.every:
        return f"{'не реже ' if rule.is_at_least else ''}{rule.every}"
    if rule.times == 1 and rule.frequency is not Frequency.N_PER_YEAR and not rule.is_at_least:
        return _EVERY[rule.frequency]
    least = "не реже " if rule.is_at_least else ""
    number = rule.times or 1
    times = plural(number, "раза" if least else "раз", "раз" if least else "раза", "раз")
    return f"{least}{number} {times} {_IN_A[rule.frequency]}"


def _weekday(which: int, weekday: int) -> str:
    gender = 2 if weekday == 7 else int(weekday in {3, 5, 6})
    return f"{_WHICH[which][gender]} {_WEEKDAYS[weekday - 1]} каждого месяца"


def _days(rule: Recurrence) -> str:
    if rule.due:
        return ": " + ", ".join(map(_year_day, rule.due))
    if rule.month is not None:
        return f" {_yearly(rule)}"
    if rule.day is None or rule.frequency is Frequency.WEEKLY:
        return ""
    first = f"с {rule.day_from} по {rule.day} число" if rule.day_from else f"до {rule.day} числа"
    if rule.frequency is Frequency.QUARTERLY:
        which = "следующего месяца" if rule.is_month_after else "последнего месяца квартала"
        return f" {first} {which}"
    return f" {first} месяца"


def _yearly(rule: Recurrence) -> str:
    """«в сентябре», «до 15 октября», «с 1 по 15 сентября», «с августа по октябрь»."""
    month = rule.month or 1
    if rule.month_from is None:
        if rule.day is None:
            return f"в {_MONTHS_PREPOSITIONAL[month - 1]}"
        return f"до {rule.day} {MONTHS_GENITIVE[month - 1]}"
    starts = MONTHS_GENITIVE[rule.month_from - 1]
    last = MONTHS[month - 1] if rule.day is None else f"{rule.day} {MONTHS_GENITIVE[month - 1]}"
    if rule.day_from is None:
        return f"с {starts} по {last}"
    is_one_month = rule.month_from == month and rule.day is not None
    first = str(rule.day_from) if is_one_month else f"{rule.day_from} {starts}"
    return f"с {first} по {last}"


def _year_day(day: YearDay) -> str:
    if day.day is None:
        return MONTHS[day.month - 1]
    return f"до {day.day} {MONTHS_GENITIVE[day.month - 1]}"
