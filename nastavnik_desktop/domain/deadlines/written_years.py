"""Parsers of years: «2023 года», «2023-2024 гг.», «2023/24 учебного года», «23 г.»."""

from __future__ import annotations

from dataclasses import replace

from nastavnik_desktop.domain.deadlines.named_spans import calendar_years, school_year
from nastavnik_desktop.domain.deadlines.parsing import Found, skip
from nastavnik_desktop.domain.deadlines.tokens import Tokens

FIRST_YEAR, LAST_YEAR = 1950, 2100
LOOKS_LIKE_SCHOOL_YEAR = "два календарных года или один учебный год"


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
    if tokens[at].kind == "dash" and _is_lone_year(tokens, at + 1):
        at += 1
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


def _is_lone_year(tokens: Tokens, at: int) -> bool:
    """The year of «октябрь – 2023», which is not the end of a range."""
    follows = tokens[after_year_word(tokens, at + 1)].kind
    return year_number(tokens, at) is not None and follows not in {"dash", "slash", "month"}


def bare_year(tokens: Tokens, at: int) -> Found | None:
    """A year that is not the end of a date that cannot be: «15.13.2023»."""
    is_rest_of_date = tokens[at - 1].kind == "dot" and tokens[at - 2].kind == "num"
    return None if is_rest_of_date else written_year(tokens, at)
