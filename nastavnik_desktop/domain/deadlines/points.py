"""Small parsers of named days and stretches: «1 сентября», «III квартал», «2 декада мая»."""

from __future__ import annotations

from dataclasses import replace

from nastavnik_desktop.domain.deadlines.named_spans import (
    Mode,
    Unit,
    day,
    months,
    part_of_month,
)
from nastavnik_desktop.domain.deadlines.numeric_dates import numeric_day, numeric_month
from nastavnik_desktop.domain.deadlines.occurrences import weekday_in_month
from nastavnik_desktop.domain.deadlines.parsing import Found, either, numeral, skip
from nastavnik_desktop.domain.deadlines.tokens import Tokens
from nastavnik_desktop.domain.deadlines.written_years import bare_year, with_year
from nastavnik_desktop.domain.deadlines.years import last_day_of

FIRST_WEEK = "неделя месяца прочитана как семь его дней"
OLD_SEASON = "время года прочитано как три месяца"
_THIRDS = {1: (1, 10), 2: (11, 20), 3: (21, 31), -1: (21, 31)}
_WEEKS = {1: (1, 7), 2: (8, 14), 3: (15, 21), 4: (22, 28), -1: (25, 31)}
_HALVES = {1: (1, 15), 2: (16, 31), -1: (16, 31)}


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
    found = with_year(Found(months(value, value), skip(tokens, end, "month_word")), tokens)
    return _part_after(found, tokens) or _last_day_after(found, tokens) or found


def _part_after(found: Found, tokens: Tokens) -> Found | None:
    """«октябрь (2 неделя)», «сентябрь, 1 декада»: the part stands behind its month."""
    at = skip(tokens, found.end, "comma", "open")
    for kind, parts in (("decade", _THIRDS), ("halves", _HALVES), ("week", _WEEKS)):
        numbered = _numbered(tokens, at, kind)
        if numbered and numbered[0] in parts and numbered[1] in parts:
            if tokens[numbered[2]].kind == "month":
                return None
            days = parts[numbered[0]][0], parts[numbered[1]][1]
            month_of = found.when.last[0]
            named = part_of_month(month_of, *days)
            doubts = (*found.when.doubts, FIRST_WEEK) if kind == "week" else found.when.doubts
            when = replace(
                found.when,
                unit=Unit.RANGE,
                first=named.first,
                last=named.last,
                ends_month=named.ends_month,
                doubts=doubts,
            )
            return Found(when, skip(tokens, numbered[2], "close"))
    return None


def _last_day_after(found: Found, tokens: Tokens) -> Found | None:
    """«сентябрь (до 15)», «сентябрь, не позднее 10 числа»."""
    at = skip(tokens, found.end, "comma", "open")
    if tokens[at].kind == "by":
        at += 1
    elif tokens.kinds(at, "not", "later"):
        at += 2
    else:
        return None
    number = tokens[at]
    end = skip(tokens, at + 1, "nth_day")
    is_day = number.kind == "num" and 1 <= number.value <= 31
    if not is_day or tokens[end].kind in {"month", "dot", "slash", "dash", "times"}:
        return None
    month_day = (found.when.last[0], number.value)
    when = replace(
        found.when,
        unit=Unit.DAY,
        mode=Mode.BY,
        first=month_day,
        last=month_day,
        ends_month=False,
    )
    return Found(when, skip(tokens, end, "close"))


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
    """«I полугодие»: of a school year, or of a calendar year where the plan or words name one."""
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
    bare_year,
)
