"""Parsers of what comes back: «ежегодно», «не реже 2 раз в год», «до 10 числа каждого месяца»."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nastavnik_desktop.domain.deadlines.parsing import numeral, skip
from nastavnik_desktop.domain.deadlines.records import Frequency
from nastavnik_desktop.domain.deadlines.tokens import Tokens

_WORDS = {
    "yearly": Frequency.YEARLY,
    "half_yearly": Frequency.HALF_YEARLY,
    "quarterly": Frequency.QUARTERLY,
    "monthly": Frequency.MONTHLY,
    "weekly": Frequency.WEEKLY,
    "daily": Frequency.DAILY,
}
_UNITS = {
    "year": Frequency.YEARLY,
    "half": Frequency.HALF_YEARLY,
    "half_year": Frequency.HALF_YEARLY,
    "quarter": Frequency.QUARTERLY,
    "month_word": Frequency.MONTHLY,
    "week": Frequency.WEEKLY,
    "days": Frequency.DAILY,
}
_PARTS_OF_SCHOOL_YEAR = {"term": 4, "trimester": 3}
_SCHOOL_PARTS = {"term": "четверть", "trimester": "триместр"}
_SEVERAL = {
    Frequency.YEARLY: "года",
    Frequency.HALF_YEARLY: "полугодия",
    Frequency.QUARTERLY: "квартала",
    Frequency.MONTHLY: "месяца",
    Frequency.WEEKLY: "недели",
    Frequency.DAILY: "дней",
}
_PER_YEAR = {Frequency.HALF_YEARLY: 2, Frequency.QUARTERLY: 4, Frequency.MONTHLY: 12}
_BY_NUMBER = {1: Frequency.YEARLY, 2: Frequency.HALF_YEARLY, 4: Frequency.QUARTERLY}


@dataclass(frozen=True, slots=True)
class Repeat:
    """A frequency as written; ``every`` is the unit in words where the number does not say it."""

    frequency: Frequency
    times: int | None = 1
    every: str = ""
    is_at_least: bool = False
    is_at_most: bool = False
    weekday: int | None = None
    which: int | None = None
    is_bare_weekday: bool = False


@dataclass(frozen=True, slots=True)
class NthDay:
    """A day of the month that comes back: «до 25 числа последнего месяца квартала».

    ``day`` None is the last day of the month. ``is_month_after``: of the month after the period
    that is reported on; ``unit`` is the frequency that the words themselves imply.
    """

    day: int | None
    day_from: int | None = None
    is_month_after: bool = False
    unit: Frequency | None = None


def repeat(tokens: Tokens, at: int) -> tuple[Repeat, int] | None:
    """A frequency that begins here."""
    kind = tokens[at].kind
    if kind in _WORDS:
        return Repeat(_WORDS[kind]), at + 1
    if kind == "every":
        return _every(tokens, at)
    if kind in {"upto", "weekday"}:
        return _by_units(tokens, at)
    return _weekday_of_each_month(tokens, at) or _times(tokens, at) or _at_ends(tokens, at)


def _every(tokens: Tokens, at: int) -> tuple[Repeat, int] | None:
    """«каждый год», «каждые 2 месяца», «каждую среду», «каждый первый вторник месяца»."""
    place = skip(tokens, at + 1, "school")
    if tokens[place].kind == "month":
        return Repeat(Frequency.YEARLY), place
    if monthly := _weekday_of_each_month(tokens, place):
        return monthly
    if tokens[place].kind == "weekday":
        return Repeat(Frequency.WEEKLY, weekday=tokens[place].value), place + 1
    number = _count(tokens, place)
    amount, place = number or (1, place)
    place = skip(tokens, place, "working", "school")
    return _per_unit(tokens, place, 1, amount)


def _by_units(tokens: Tokens, at: int) -> tuple[Repeat, int] | None:
    """«по пятницам», «по полугодиям», «по итогам каждого квартала», «вторник»."""
    if tokens[at].kind == "weekday":
        return Repeat(Frequency.WEEKLY, weekday=tokens[at].value, is_bare_weekday=True), at + 1
    unit = tokens[at + 1]
    if unit.kind == "weekday":
        return Repeat(Frequency.WEEKLY, weekday=unit.value), at + 2
    if unit.kind == "finish":
        return _at_unit_end(tokens, at + 2)
    if unit.text.endswith(("ам", "ям")):
        return _per_unit(tokens, at + 1, 1, 1)
    return None


def _at_ends(tokens: Tokens, at: int) -> tuple[Repeat, int] | None:
    """«в конце каждого квартала», «в конце четверти»."""
    place = skip(tokens, at, "in")
    return _at_unit_end(tokens, place + 1) if tokens[place].kind == "finish" else None


def _at_unit_end(tokens: Tokens, at: int) -> tuple[Repeat, int] | None:
    place = skip(tokens, at, "every")
    if tokens[place].kind in {"year", "school"} and place == at:
        return None
    return _per_unit(tokens, skip(tokens, place, "school"), 1, 1)


def _weekday_of_each_month(tokens: Tokens, at: int) -> tuple[Repeat, int] | None:
    """«последняя пятница месяца», «2-й вторник каждого месяца»."""
    which = numeral(tokens, at)
    if which is None or tokens[which[1]].kind != "weekday":
        return None
    place = skip(tokens, which[1] + 1, "every")
    is_said = tokens[at - 1].kind == "every" or _is_after_monthly(tokens, at)
    if tokens[place].kind != "month_word" and not is_said:
        return None
    weekday = tokens[which[1]].value
    end = skip(tokens, place, "month_word")
    return Repeat(Frequency.MONTHLY, weekday=weekday, which=which[0]), end


def _is_after_monthly(tokens: Tokens, at: int) -> bool:
    """«ежемесячно (последняя пятница)»."""
    place = at - 1
    while tokens[place].kind in {"open", "comma", "colon", "dash", "in"}:
        place -= 1
    return tokens[place].kind == "monthly"


def _count(tokens: Tokens, at: int) -> tuple[int, int] | None:
    token = tokens[at]
    if token.kind in {"num", "count", "roman"} and 0 < token.value < 400:
        return token.value, at + 1
    return None


def _times(tokens: Tokens, at: int) -> tuple[Repeat, int] | None:
    """«не реже чем 2 раза в год», «1-2 раза в квартал», «раз в три года», «дважды в год»."""
    place, is_at_least, is_at_most = _bound(tokens, at)
    times, place = _number_of_times(tokens, place)
    if times is None:
        return None
    while tokens[place].kind in {"in", "slash", "before", "within", "every", "school"}:
        place += 1
    found = _per_amount(tokens, place, times)
    if found is None:
        return None
    rule, end = found
    return replace(rule, is_at_least=is_at_least, is_at_most=is_at_most), end


def _bound(tokens: Tokens, at: int) -> tuple[int, bool, bool]:
    """The place after «не реже чем», «не чаще», and which of them it was."""
    if not (tokens[at].kind == "not" and tokens[at + 1].kind in {"rarer", "oftener"}):
        return at, False, False
    is_at_least = tokens[at + 1].kind == "rarer"
    end = at + 2
    end = skip(tokens, end, "comma")
    end += tokens[end].text == "чем"
    return end, is_at_least, not is_at_least


def _number_of_times(tokens: Tokens, at: int) -> tuple[int | None, int]:
    if tokens[at].kind == "times":
        return 1, skip(tokens, at + 1, "dot")
    if tokens[at].kind == "numbered":
        return tokens[at].value, at + 1
    number = _count(tokens, at)
    if number is None:
        return None, at
    times, end = number
    if tokens[end].kind == "dash" and (second := _count(tokens, end + 1)):
        times, end = second
    if tokens[end].kind != "times":
        return None, at
    return times, skip(tokens, end + 1, "dot")


def _per_amount(tokens: Tokens, at: int, times: int) -> tuple[Repeat, int] | None:
    """«… в год», «… в два года», «… в учебный год»."""
    number = _count(tokens, at)
    amount, place = number or (1, at)
    place = skip(tokens, place, "school", "working")
    return _per_unit(tokens, place, times, amount)


def _per_unit(tokens: Tokens, at: int, times: int, amount: int) -> tuple[Repeat, int] | None:
    kind = tokens[at].kind
    end = skip(tokens, at + 1, "dot")
    if kind in _PARTS_OF_SCHOOL_YEAR:
        number = times * _PARTS_OF_SCHOOL_YEAR[kind]
        return Repeat(Frequency.N_PER_YEAR, number, f"{times} раз в {_SCHOOL_PARTS[kind]}"), end
    unit = _UNITS.get(kind)
    if unit is None:
        return None
    if amount == 1:
        is_several = unit is Frequency.YEARLY and times > 1
        return Repeat(Frequency.N_PER_YEAR if is_several else unit, times), end
    whole = _PER_YEAR.get(unit, 0) * times
    if whole and whole % amount == 0:
        number = whole // amount
        if number in _BY_NUMBER:
            return Repeat(_BY_NUMBER[number]), end
        return Repeat(Frequency.N_PER_YEAR, number), end
    return Repeat(Frequency.N_PER_YEAR, None, f"{times} раз в {amount} {_SEVERAL[unit]}"), end


def nth_day(tokens: Tokens, at: int) -> tuple[NthDay, int] | None:
    """A day of the month without the name of a month."""
    place = at
    while tokens[place].kind in {"by", "in", "deadline", "towards"}:
        place += 1
    if tokens.kinds(place, "not", "later"):
        place += 2
    return _last_day(tokens, place) or _week_of_each(tokens, place) or _numbered_day(tokens, place)


def _week_of_each(tokens: Tokens, at: int) -> tuple[NthDay, int] | None:
    """«первая неделя каждого месяца»: due on its last day."""
    which = numeral(tokens, at)
    if which is None or tokens[which[1]].kind != "week":
        return None
    end = skip(tokens, which[1] + 1, "every")
    if tokens[end].kind != "month_word":
        return None
    number = None if which[0] < 0 or which[0] > 4 else 7 * which[0]
    return NthDay(number, unit=Frequency.MONTHLY), end + 1


def _last_day(tokens: Tokens, at: int) -> tuple[NthDay, int] | None:
    """«последний рабочий день месяца»."""
    if tokens[at].kind != "ordinal" or tokens[at].value != -1:
        return None
    place = skip(tokens, at + 1, "working")
    if tokens[place].kind not in {"days", "nth_day"}:
        return None
    end = skip(tokens, place + 1, "every")
    unit = _UNITS.get(tokens[end].kind)
    if unit not in {Frequency.MONTHLY, Frequency.QUARTERLY}:
        return None
    return NthDay(None, unit=unit), end + 1


def _numbered_day(tokens: Tokens, at: int) -> tuple[NthDay, int] | None:
    place, day_from = at, None
    if tokens.kinds(at, "since", "num") and tokens[at + 2].kind in {"upto", "dash", "by"}:
        day_from, place = tokens[at + 1].value, at + 3
    elif tokens.kinds(at, "num", "dash", "num"):
        day_from, place = tokens[at].value, at + 2
    token = tokens[place]
    place = skip(tokens, place, "every")
    if place > at:
        token = tokens[place]
    is_day = token.kind in {"num", "ordinal"} and 1 <= token.value <= 31
    if not is_day or len(token.text) == 4:
        return None
    end = skip(tokens, place + 1, "nth_day")
    has_word = end > place + 1
    if tokens[end].kind == "month":
        return None
    rest = _which_month(tokens, end)
    if rest is None:
        has_word = has_word or _is_ordinal_alone(tokens, place)
        return (NthDay(token.value, day_from), end) if has_word else None
    named, end = rest
    if not has_word and tokens[place + 1].kind not in {"every", "ordinal"}:
        return None
    return replace(named, day=token.value, day_from=day_from), end


def _is_ordinal_alone(tokens: Tokens, at: int) -> bool:
    """«ежемесячно, до 25-го»: nothing follows that would say of what."""
    is_limit = tokens[at - 1].kind in {"by", "towards", "later"}
    closed = tokens[at + 1].kind in {"end", "comma", "close", "semicolon", "line"}
    return tokens[at].is_ordinal and is_limit and closed


def _which_month(tokens: Tokens, at: int) -> tuple[NthDay, int] | None:
    """«каждого месяца», «последнего месяца квартала», «месяца, следующего за отчетным»."""
    place = skip(tokens, at, "every")
    if tokens[place].kind == "ordinal" and tokens[place + 1].kind == "month_word":
        end = skip(tokens, place + 2, "every", "comma")
        if tokens[end].kind == "next":
            return _after_reported(tokens, end + 1)
        end = skip(tokens, end, "quarter")
        is_first = tokens[place].value == 1
        return NthDay(None, is_month_after=is_first, unit=Frequency.QUARTERLY), end
    if tokens[place].kind == "next":
        return _after_reported(tokens, place + 1)
    if tokens[place].kind != "month_word":
        return None
    end = skip(tokens, place + 1, "comma")
    if tokens[end].kind != "next":
        return NthDay(None, unit=Frequency.MONTHLY), place + 1
    return _after_reported(tokens, end + 1)


def _after_reported(tokens: Tokens, at: int) -> tuple[NthDay, int]:
    end = at
    unit: Frequency | None = None
    while tokens[end].kind in {"before", "reporting", "stretch", "quarter", "month_word", "word"}:
        if tokens[end].kind in {"quarter", "month_word"}:
            unit = _UNITS[tokens[end].kind]
        end += 1
    return NthDay(None, is_month_after=True, unit=unit), end
