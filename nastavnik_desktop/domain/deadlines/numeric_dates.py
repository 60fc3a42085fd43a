"""Parsers of days in figures: «15.10.2023», «15.10.23», «15/10/2023», «2023-10-15», «10.2023»."""

from __future__ import annotations

from nastavnik_desktop.domain.deadlines.named_spans import day, months
from nastavnik_desktop.domain.deadlines.parsing import Found, either
from nastavnik_desktop.domain.deadlines.tokens import Tokens
from nastavnik_desktop.domain.deadlines.written_years import after_year_word, year_number

MOST_DAYS = 39
"""A day of the month that is misprinted may look like this; it is read as the last of its month."""


def _separated_day(tokens: Tokens, at: int) -> Found | None:
    """«15.10.2023», «15.10», «15.102023»."""
    number, sign, month = tokens[at], tokens[at + 1], tokens[at + 2]
    is_day = number.kind == "num" and 1 <= number.value <= MOST_DAYS and len(number.text) < 3
    if not is_day or sign.kind not in {"dot", "slash", "comma", "dash"} or month.kind != "num":
        return None
    glued = _glued_month_and_year(tokens, at + 2) if sign.kind == "dot" else None
    if glued is not None:
        return Found(day(glued[0], number.value, glued[1]), after_year_word(tokens, at + 3))
    if not 1 <= month.value <= 12 or len(month.text) > 2:
        return None
    return _numeric_day_and_year(tokens, at, sign.kind)


def _glued_day_and_month(tokens: Tokens, at: int) -> Found | None:
    """«1510.2023»: the first dot is lost."""
    text, year = tokens[at].text, year_number(tokens, at + 2)
    if year is None or len(text) != 4 or tokens[at].kind != "num" or tokens[at + 1].kind != "dot":
        return None
    number, month_of = int(text[:2]), int(text[2:])
    if not (1 <= number <= 31 and 1 <= month_of <= 12):
        return None
    return Found(day(month_of, number, year), after_year_word(tokens, at + 3))


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


def _blank_day(tokens: Tokens, at: int) -> Found | None:
    """«10 09 2026», «31 12.2026»: blanks in place of dots; only with the year behind."""
    number, month = tokens[at], tokens[at + 1]
    if not tokens.kinds(at, "num", "num") or len(month.text) > 2 or len(number.text) > 2:
        return None
    place = at + 2 + (tokens[at + 2].kind == "dot")
    year = year_number(tokens, place)
    if year is None or not (1 <= month.value <= 12 and 1 <= number.value <= 31):
        return None
    return Found(day(month.value, number.value, year), after_year_word(tokens, place + 1))


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
    is_pair = tokens.kinds(at, "num", "dot", "num") or tokens.kinds(at, "num", "slash", "num")
    if not is_pair or not 1 <= tokens[at].value <= 12:
        return None
    year = year_number(tokens, at + 2)
    if year is None:
        return None
    month = tokens[at].value
    return Found(months(month, month, year), after_year_word(tokens, at + 3))


numeric_day = either(_iso_day, _glued_day_and_month, _blank_day, _separated_day)
"""A day in figures, also with a lost dot."""
