"""Small parsers of named days and stretches: «15.10.2023», «1 сентября», «III квартал», «2 декада мая».

A parser takes the tokens and a place and answers what it found and the place after it, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from nastavnik_desktop.domain.deadlines.named_spans import (
    Unit,
    When,
    calendar_years,
    day,
    months,
    part_of_month,
    school_year,
)
from nastavnik_desktop.domain.deadlines.occurrences import weekday_in_month
from nastavnik_desktop.domain.deadlines.tokens import Tokens

FIRST_YEAR, LAST_YEAR = 1950, 2100
LOOKS_LIKE_SCHOOL_YEAR = "два календарных года или один учебный год"
FIRST_WEEK = "неделя месяца прочитана как семь его дней"
EDGE_WITHOUT_DAYS = "начало и конец без чисел: прочитаны по обычаю"
OLD_SEASON = "время года прочитано как три месяца"
_THIRDS = {1: (1, 10), 2: (11, 20), 3: (21, 31), -1: (21, 31)}
_HALVES = {1: (1, 15), 2: (16, 31), -1: (16, 31)}
_MISREAD_NUMERALS = {"п": 2, "ш": 3}


@dataclass(frozen=True, slots=True)
class Found:
    """What a parser found, and the place of the first token after it."""

    when: When
    end: int


Parser = Callable[[Tokens, int], Found | None]


def either(*parsers: Parser) -> Parser:
    """The first parser that finds something."""

    def parse(tokens: Tokens, at: int) -> Found | None:
        for parser in parsers:
            found = parser(tokens, at)
            if found is not None:
                return found
        return None

    return parse


def skip(tokens: Tokens, at: int, *kinds: str) -> int:
    """The place after one token of these kinds, or the same place."""
    return at + 1 if tokens[at].kind in kinds else at


def numeral(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A small number that counts off parts: «1», «2-й», «III», «первый», «последней»."""
    token = tokens[at]
    if token.kind in {"num", "roman", "ordinal", "count"} and token.value <= 5:
        end = skip(tokens, at + 1, "dot") if token.kind in {"num", "roman"} else at + 1
        return token.value, end
    if token.kind == "term" and token.text.endswith(("ый", "ая", "ой", "ую", "ого", "ом")):
        return 4, at + 1
    if token.text in _MISREAD_NUMERALS and tokens[at + 1].kind in {"quarter", "half", "term"}:
        return _MISREAD_NUMERALS[token.text], at + 1
    return None


def year_number(tokens: Tokens, at: int) -> int | None:
    """A year of four digits."""
    token = tokens[at]
    is_year = token.kind == "num" and len(token.text) == 4
    return token.value if is_year and FIRST_YEAR <= token.value <= LAST_YEAR else None


def after_year_word(tokens: Tokens, at: int) -> int:
    """The place after «г.», «года», «гг.», «г.г.»."""
    while tokens[at].kind == "year":
        at = skip(tokens, at + 1, "dot")
    return at


def _after_school_year_word(tokens: Tokens, at: int) -> int | None:
    """The place after «учебного года», «уч. г.»; None when it does not stand here."""
    if tokens[at].kind != "school":
        return None
    at = skip(tokens, at + 1, "dot")
    at = skip(tokens, at, "dash", "slash")
    return after_year_word(tokens, at)


def written_year(tokens: Tokens, at: int) -> Found | None:
    """«2023 года», «2023-2024 гг.», «2023/24 учебного года», «23 г.»."""
    first = year_number(tokens, at)
    if first is None:
        return _short_year(tokens, at)
    end = after_year_word(tokens, at + 1)
    second = _second_year(tokens, end, first)
    if second is None:
        school_end = _after_school_year_word(tokens, end)
        if school_end is not None:
            return Found(school_year(first), school_end)
        return Found(calendar_years(first, first), end)
    last, after, is_slashed = second
    school_end = _after_school_year_word(tokens, after)
    if last == first + 1 and (school_end is not None or is_slashed):
        return Found(school_year(first), school_end or after_year_word(tokens, after))
    when = calendar_years(first, last)
    if last == first + 1:
        when = replace(when, doubts=(LOOKS_LIKE_SCHOOL_YEAR,))
    return Found(when, school_end or after)


def _second_year(tokens: Tokens, at: int, first: int) -> tuple[int, int, bool] | None:
    """The year after a dash or a slash, the place after it, and whether a slash stood there."""
    if tokens[at].kind not in {"dash", "slash"} or tokens[at + 1].kind != "num":
        return None
    number = tokens[at + 1]
    last = year_number(tokens, at + 1)
    if last is None:
        last = first - first % 100 + number.value if len(number.text) == 2 else 0
    if last <= first or tokens[at + 2].kind in {"month", "quarter"}:
        return None
    if tokens.kinds(at + 2, "dot", "num"):
        return None
    is_slashed = tokens[at].kind == "slash"
    return last, after_year_word(tokens, at + 2), is_slashed


def _short_year(tokens: Tokens, at: int) -> Found | None:
    """«23 г.», «23/24 уч. год»."""
    token = tokens[at]
    if token.kind != "num" or len(token.text) != 2:
        return None
    if tokens[at + 1].kind in {"slash", "dash"} and tokens[at + 2].value == token.value + 1:
        end = _after_school_year_word(tokens, at + 3)
        if end is not None:
            return Found(school_year(2000 + token.value), end)
    if tokens[at + 1].kind == "year" and tokens[at + 1].text[0] == "г" and token.value > 9:
        return Found(
            calendar_years(2000 + token.value, 2000 + token.value),
            at + 2 + (tokens[at + 2].kind == "dot"),
        )
    return None


def with_year(found: Found, tokens: Tokens) -> Found:
    """What was found together with the year that is written after it, if one is."""
    at = skip(tokens, found.end, "dot")
    at = skip(tokens, at, "in") if tokens[at + 1].kind == "num" else at
    if tokens[at].kind == "comma" and year_number(tokens, at + 1) and tokens[at + 2].kind != "dot":
        at += 1
    year = written_year(tokens, at)
    if year is None:
        return replace(
            found,
            end=after_year_word(tokens, _after_school_year_word(tokens, found.end) or found.end),
        )
    when = year.when
    if when.school is not None:
        return Found(replace(found.when, school=when.school), year.end)
    first, last = when.year_from or 0, when.year or 0
    years = tuple(range(first + 1, last + 1))
    return Found(replace(found.when, year=first, years=years, doubts=when.doubts), year.end)


def numeric_day(tokens: Tokens, at: int) -> Found | None:
    """«15.10.2023», «15.10.23», «15.10», «15/10/2023», «2023-10-15», «15.102023»."""
    if iso := _iso_day(tokens, at):
        return iso
    number, sign, month = tokens[at], tokens[at + 1], tokens[at + 2]
    if number.kind != "num" or not 1 <= number.value <= 31 or len(number.text) > 2:
        return None
    if sign.kind not in {"dot", "slash", "comma", "dash"} or month.kind != "num":
        return None
    glued = _glued_month_and_year(tokens, at + 2) if sign.kind == "dot" else None
    if glued is not None:
        return Found(day(glued[0], number.value, glued[1]), after_year_word(tokens, at + 3))
    if not 1 <= month.value <= 12 or len(month.text) > 2:
        return None
    return _numeric_day_and_year(tokens, at, sign.kind)


def _glued_month_and_year(tokens: Tokens, at: int) -> tuple[int, int] | None:
    text = tokens[at].text
    if len(text) != 6 or not 1 <= int(text[:2]) <= 12 or not text[2:].startswith(("19", "20")):
        return None
    return int(text[:2]), int(text[2:])


def _numeric_day_and_year(tokens: Tokens, at: int, sign: str) -> Found | None:
    number, month = tokens[at].value, tokens[at + 2].value
    dot = at + 3
    has_sign = tokens[dot].kind == sign or tokens[dot].kind == "dot"
    place = dot + has_sign
    year = year_number(tokens, place)
    if year is not None and (has_sign or sign == "dot"):
        return Found(day(month, number, year), after_year_word(tokens, place + 1))
    if sign != "dot" and not (has_sign and tokens[dot].kind == sign):
        return None
    short = tokens[place]
    is_glued = has_sign and not short.is_spaced and short.kind == "num" and len(short.text) == 2
    if is_glued and tokens[place + 1].kind not in {"colon"} and not _is_day_after(tokens, place):
        return Found(day(month, number, 2000 + short.value), after_year_word(tokens, place + 1))
    if sign != "dot":
        return None
    return Found(day(month, number), place)


def _is_day_after(tokens: Tokens, at: int) -> bool:
    """Whether a day of its own begins here: the second one of «13.10.15.10.2014»."""
    return tokens.kinds(at, "num", "dot", "num") and not tokens[at + 1].is_spaced


def _iso_day(tokens: Tokens, at: int) -> Found | None:
    if not tokens.kinds(at, "num", "dash", "num", "dash", "num"):
        return None
    year, month, number = year_number(tokens, at), tokens[at + 2].value, tokens[at + 4].value
    if year is None or not (1 <= month <= 12 and 1 <= number <= 31):
        return None
    if tokens[at + 1].is_spaced or tokens[at + 3].is_spaced:
        return None
    return Found(day(month, number, year), at + 5)


def numeric_month(tokens: Tokens, at: int) -> Found | None:
    """«10.2023»: the second of two numbers is a year."""
    if not tokens.kinds(at, "num", "dot", "num") or not 1 <= tokens[at].value <= 12:
        return None
    year = year_number(tokens, at + 2)
    if year is None:
        return None
    month = tokens[at].value
    return Found(months(month, month, year), after_year_word(tokens, at + 3))


def day_and_month(tokens: Tokens, at: int) -> Found | None:
    """«1 сентября 2023 года», «1-го сентября», «первое сентября», «15-е октября»."""
    token, month = tokens[at], tokens[at + 1]
    if token.kind not in {"num", "ordinal"} or not 1 <= token.value <= 31 or len(token.text) == 4:
        return None
    end = at + 1
    if month.kind == "dot" and tokens[at + 2].kind == "month":
        end, month = at + 2, tokens[at + 2]
    if month.kind == "nth_day" and tokens[at + 2].kind == "month":
        end, month = at + 2, tokens[at + 2]
    if month.kind != "month":
        return None
    return with_year(Found(day(month.value, token.value), end + 1), tokens)


def month(tokens: Tokens, at: int) -> Found | None:
    """«сентябрь 2023 г.», «сент.», «сентябрь месяц»."""
    if tokens[at].kind != "month":
        return None
    value = tokens[at].value
    end = skip(tokens, at + 1, "dot")
    return with_year(Found(months(value, value), skip(tokens, end, "month_word")), tokens)


def quarter(tokens: Tokens, at: int) -> Found | None:
    """«III квартал 2023 года», «2 кв.», «4-й квартал», «I-II квартал»."""
    found = _numbered(tokens, at, "quarter")
    if found is None:
        return None
    first, last, end = found
    if not 1 <= first <= last <= 4:
        return None
    return with_year(Found(months(first * 3 - 2, last * 3), end), tokens)


def half(tokens: Tokens, at: int) -> Found | None:
    """«I полугодие»: of a school year, or of a calendar year where the plan or the words name one."""
    found = _numbered(tokens, at, "half")
    if found is None or not (1 <= found[0] <= 2 or found[0] == -1):
        return None
    dated = with_year(Found(months(1, 12), found[2]), tokens)
    is_school = dated.when.school is not None or (tokens.year.is_school and not dated.when.has_year)
    is_first = found[0] == 1
    if found[1] != found[0]:
        ends = (9, 5) if is_school else (1, 12)
    elif is_school:
        ends = (9, 12) if is_first else (1, 5)
    else:
        ends = (1, 6) if is_first else (7, 12)
    named = months(*ends)
    return replace(dated, when=replace(dated.when, first=named.first, last=named.last))


def _numbered(tokens: Tokens, at: int, kind: str) -> tuple[int, int, int] | None:
    """The numbers of «1 квартал», «1-2 кварталы», and the place after the word."""
    first = numeral(tokens, at)
    if first is None:
        return None
    number, end = first
    last = number
    if tokens[end].kind == "dash":
        second = numeral(tokens, end + 1)
        if second is not None and tokens[second[1]].kind == kind:
            last, end = second
    if tokens[end].kind != kind:
        return None
    return number, last, skip(tokens, end + 1, "dot")


def part(tokens: Tokens, at: int) -> Found | None:
    """«2 декада мая», «первая половина сентября», «последняя неделя августа»."""
    for kind, parts in (("decade", _THIRDS), ("halves", _HALVES)):
        found = _numbered(tokens, at, kind)
        if found and found[0] in parts and found[1] in parts:
            days = parts[found[0]][0], parts[found[1]][1]
            return _inside_month(tokens, found[2], days, ())
    found = _numbered(tokens, at, "week")
    if found is None:
        return None
    return _week_of_month(tokens, *found)


def _week_of_month(tokens: Tokens, first: int, last: int, end: int) -> Found | None:
    if first == 0:
        return None
    days = (25, 31) if first < 0 else (7 * first - 6, min(7 * last, 31))
    found = _inside_month(tokens, end, days, (FIRST_WEEK,))
    if found is not None and first < 0:
        from nastavnik_desktop.domain.deadlines.years import last_day_of

        month_of = found.when.last[0]
        year = found.when.year or tokens.year.year_of(month_of)
        last_day = last_day_of(year, month_of).day
        when = replace(found.when, first=(month_of, last_day - 6), last=(month_of, last_day))
        return Found(when, found.end)
    return found


def _inside_month(
    tokens: Tokens, at: int, days: tuple[int, int], doubts: tuple[str, ...]
) -> Found | None:
    if tokens[at].kind != "month":
        return None
    end = skip(tokens, at + 1, "dot")
    when = replace(part_of_month(tokens[at].value, *days), doubts=doubts)
    found = with_year(Found(when, skip(tokens, end, "month_word")), tokens)
    return Found(replace(found.when, doubts=(*doubts, *found.when.doubts)), found.end)


def weekday_of_month(tokens: Tokens, at: int) -> Found | None:
    """«вторая среда октября»: one day."""
    which = numeral(tokens, at)
    if which is None or not tokens.kinds(which[1], "weekday", "month"):
        return None
    weekday, month_at = tokens[which[1]].value, which[1] + 1
    found = month(tokens, month_at)
    if found is None:
        return None
    number = found.when.first[0]
    year = found.when.year or tokens.year.year_of(number)
    named = weekday_in_month(year, number, which[0], weekday)
    return None if named is None else Found(day(number, named.day, found.when.year), found.end)


def season(tokens: Tokens, at: int) -> Found | None:
    """«весна 2024», «осенью»: three months."""
    if tokens[at].kind != "season":
        return None
    first = tokens[at].value
    last = (first + 1) % 12 + 1
    found = with_year(Found(months(first, last), at + 1), tokens)
    return Found(replace(found.when, unit=Unit.RANGE, doubts=(OLD_SEASON,)), found.end)


point = either(
    numeric_day,
    day_and_month,
    numeric_month,
    month,
    quarter,
    half,
    part,
    weekday_of_month,
    season,
    written_year,
)
