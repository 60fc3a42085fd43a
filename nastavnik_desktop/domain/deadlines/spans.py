"""Parsers of stretches with their prepositions: «до …», «с … по …», «в течение года»."""

from __future__ import annotations

from dataclasses import replace

from nastavnik_desktop.domain.deadlines.named_spans import Mode, Unit, When, day, joined, months
from nastavnik_desktop.domain.deadlines.parsing import Found, either, numeral, skip
from nastavnik_desktop.domain.deadlines.points import point
from nastavnik_desktop.domain.deadlines.tokens import Tokens
from nastavnik_desktop.domain.deadlines.written_years import bare_year, written_year

EDGE_WITHOUT_DAYS = "начало и конец без чисел: прочитаны по обычаю"
PROGRAMME_MAY_BE_LONGER = (
    "срок программы не назван: прочитан год плана, программа может быть дольше"
)
BY_A_MONTH = "«до» и «к» с целым месяцем или годом: до его начала или до его конца"
_MOST_NUMBERS = 16
_EDGES = frozenset(("start", "middle", "finish"))
_JOINERS = frozenset(("dash", "upto"))
_LEADING = frozenset(("in", "within", "stretch", "all", "this", "colon"))


def stretch(tokens: Tokens, at: int) -> Found | None:
    """A day or a stretch together with the words that say how it is meant."""
    if tokens[at].kind == "frame":
        held = stretch(tokens, at + 1)
        return Found(replace(held.when, is_frame=True), held.end) if held else None
    if (titled := _titled(tokens, at)) is not None:
        return titled
    start = _after_leading_words(tokens, at)
    return (
        _limit(tokens, start) or _range(tokens, start) or _edge(tokens, start) or _year(tokens, at)
    )


def _titled(tokens: Tokens, at: int) -> Found | None:
    """«Срок: 15 октября», «Срок исполнения – 1 ноября»: a day under this title is a last day."""
    if tokens[at].kind != "deadline":
        return None
    place = at + 1
    while tokens[place].kind in {"done", "programme", "word"} and place < at + 4:
        place += 1
    place = skip(tokens, place, "colon", "dash")
    found = stretch(tokens, place) if place > at + 1 else None
    if found is None or not found.when.is_day or found.when.mode is not Mode.AT:
        return found
    return Found(replace(found.when, mode=Mode.BY), found.end)


def _after_leading_words(tokens: Tokens, at: int) -> int:
    while tokens[at].kind in _LEADING or tokens[at].kind == "deadline":
        at += 1
    return at


def _limit(tokens: Tokens, at: int) -> Found | None:
    """«до …», «не позднее …», «к …», «по …»: a last day."""
    after = _after_limit_word(tokens, at)
    if after is None:
        return None
    after = _after_leading_words(tokens, after)
    edge = _edge_of(tokens, after)
    if edge is not None:
        return edge
    found = point(tokens, after) or (_named_year(tokens, after) if after > at else None)
    if found is None:
        return None
    when = replace(found.when, mode=Mode.BY)
    is_whole = not when.is_day and tokens[at].kind in {"by", "towards"}
    if is_whole and tokens[at].kind == "towards":
        when = replace(when, mode=Mode.BEFORE)
    if is_whole and not (when.unit is Unit.RANGE and when.first[0] == when.last[0]):
        when = replace(when, doubts=(*when.doubts, BY_A_MONTH))
    return Found(when, _after_inclusive(tokens, found.end))


def _after_limit_word(tokens: Tokens, at: int) -> int | None:
    if tokens[at].kind in {"by", "towards", "upto"}:
        return at + 1
    if tokens.kinds(at, "not", "later"):
        end = at + 2
        return skip(tokens, end, "by")
    return None


def _after_inclusive(tokens: Tokens, at: int) -> int:
    if tokens[at].kind == "also":
        return at + 1
    if tokens[at].kind in {"open", "comma"} and tokens[at + 1].kind == "also":
        return skip(tokens, at + 2, "close")
    return at


def _edge_of(tokens: Tokens, at: int) -> Found | None:
    """After «до», «к»: the beginning or the end of a stretch."""
    if tokens[at].kind == "middle":
        return _middle_of(tokens, at)
    if tokens[at].kind not in {"start", "finish"}:
        return None
    is_start = tokens[at].kind == "start"
    found = point(tokens, at + 1) or _named_year(tokens, at + 1)
    if found is None:
        return None
    when = found.when
    if not is_start and when.unit is Unit.WHOLE_YEAR and _is_school_word(tokens, at, found.end):
        ends_in_may = replace(months(5, 5), mode=Mode.BY, doubts=(EDGE_WITHOUT_DAYS,))
        return Found(ends_in_may, found.end)
    if not is_start and when.school is not None and when.is_year:
        when = replace(months(5, 5), school=when.school, doubts=(EDGE_WITHOUT_DAYS,))
    return Found(replace(when, mode=Mode.BEFORE if is_start else Mode.BY), found.end)


def _middle_of(tokens: Tokens, at: int) -> Found | None:
    """«до середины октября»: by the 15th, and doubted."""
    found = point(tokens, at + 1)
    if found is None or found.when.unit is not Unit.MONTH:
        return None
    day_of = (found.when.last[0], 15)
    doubts = (*found.when.doubts, EDGE_WITHOUT_DAYS)
    when = replace(found.when, unit=Unit.DAY, first=day_of, last=day_of, ends_month=False)
    return Found(replace(when, mode=Mode.BY, doubts=doubts), found.end)


def _is_school_word(tokens: Tokens, at: int, end: int) -> bool:
    return any(tokens[place].kind == "school" for place in range(at, end))


def _range(tokens: Tokens, at: int) -> Found | None:
    """«с … по …», «… – …», «с … до …», one point, or «с …» alone."""
    start = at
    while tokens[at].kind == "since" or tokens.kinds(at, "not", "earlier"):
        at += 1 + (tokens[at].kind == "not")
    has_since = at > start
    at = _after_leading_words(tokens, at) if has_since else at
    left = _left(tokens, at)
    if left is None:
        return None
    found = left
    is_edge = tokens[at].kind in _EDGES
    while (right := _next_end(tokens, found, has_since=has_since)) is not None:
        found = Found(joined(found.when, right.when), right.end)
    if is_edge and found is left and not has_since:
        return None
    if has_since and found is left:
        return Found(replace(found.when, mode=Mode.SINCE), found.end)
    return Found(found.when, _after_inclusive(tokens, found.end))


def _next_end(tokens: Tokens, found: Found, *, has_since: bool) -> Found | None:
    return _right(tokens, found.end, has_since=has_since, is_day=found.when.is_day)


def _left(tokens: Tokens, at: int) -> Found | None:
    """The first end of a range: a point, or a bare number whose month stands at the second end."""
    bare = _bare_day(tokens, at)
    if bare is not None:
        return bare
    return either(_start_of, point)(tokens, at)


def _bare_day(tokens: Tokens, at: int) -> Found | None:
    number = tokens[at]
    if number.kind != "num" or not 1 <= number.value <= 31 or len(number.text) > 2:
        return None
    end = skip(tokens, at + 1, "dot")
    if tokens[end].kind not in {"dash", "upto", "by"}:
        return None
    right = point(tokens, end + 1)
    if right is None or not right.when.is_day:
        return None
    return Found(day(right.when.last[0], number.value, right.when.year), end)


def _start_of(tokens: Tokens, at: int) -> Found | None:
    """«начала сентября», «конец сентября» as the first end of a range."""
    if tokens[at].kind not in _EDGES:
        return None
    found = point(tokens, at + 1) or _named_year(tokens, at + 1)
    if found is None or (found.when.is_year and tokens[at - 1].kind != "since"):
        return None
    return found if tokens[at].kind == "start" else _edge(tokens, at)


def _right(tokens: Tokens, at: int, *, has_since: bool, is_day: bool) -> Found | None:
    kind = tokens[at].kind
    end = at
    if has_since and kind == "and" and tokens[at + 1].kind in {"by", "upto"}:
        end, kind = at + 1, tokens[at + 1].kind
    if kind == "dash" and tokens[at + 1].kind == "upto":
        end += 1
    if kind not in _JOINERS and not (kind == "by" and (has_since or is_day)):
        return None
    end = _after_leading_words(tokens, end + 1)
    if tokens[end].kind in {"start", "middle"}:
        return _edge(tokens, end)
    return point(tokens, skip(tokens, end, "finish"))


def _edge(tokens: Tokens, at: int) -> Found | None:
    """«начало октября», «в конце учебного года», «середина мая»: by custom, and doubted."""
    if tokens[at].kind not in _EDGES:
        return None
    found = point(tokens, at + 1) or _named_year(tokens, at + 1)
    return Found(_edged(tokens[at].kind, found.when, tokens), found.end) if found else None


def _edged(edge: str, when: When, tokens: Tokens) -> When:
    """The beginning, the middle or the end of a stretch."""
    doubts = (*when.doubts, EDGE_WITHOUT_DAYS)
    if when.unit is Unit.MONTH:
        first, last = {"start": (1, 10), "middle": (11, 20), "finish": (21, 31)}[edge]
        month = when.first[0]
        when = replace(when, unit=Unit.RANGE, first=(month, first), last=(month, last))
        return replace(when, ends_month=last == 31, doubts=doubts)
    if when.is_year:
        month = _edge_month(edge, when, tokens)
    else:
        month = when.first[0] if edge == "start" else when.last[0]
    return replace(months(month, month, when.year), school=when.school, doubts=doubts)


def shared_edges(tokens: Tokens, at: int) -> tuple[list[When], int] | None:
    """«в начале и в конце учебного года»: two edges of one stretch."""
    at = skip(tokens, at, "in")
    if tokens[at].kind not in _EDGES or tokens[at + 1].kind not in {"and", "comma"}:
        return None
    second = skip(tokens, at + 2, "in")
    if tokens[second].kind not in _EDGES:
        return None
    found = point(tokens, second + 1) or _named_year(tokens, second + 1)
    if found is None:
        return None
    edges = (tokens[at].kind, tokens[second].kind)
    return [_edged(edge, found.when, tokens) for edge in edges], found.end


def _edge_month(edge: str, when: When, tokens: Tokens) -> int:
    is_school = when.school is not None or (tokens.year.is_school and when.year is None)
    if edge == "middle":
        return 1 if is_school else 6
    if edge == "start":
        return 9 if is_school else 1
    return 5 if is_school else 12


def _year(tokens: Tokens, at: int) -> Found | None:
    """«в течение года», «весь учебный год», «в течение всего периода реализации …»."""
    start = at
    while tokens[at].kind in _LEADING and tokens[at].kind != "stretch":
        at += 1
    found = _named_year(tokens, at)
    if found is not None:
        is_bare = at == start and tokens[at].kind == "year"
        return None if is_bare and len(tokens) > 1 else found
    return _programme(tokens, start)


def _named_year(tokens: Tokens, at: int) -> Found | None:
    """«года», «этого учебного года», «календарного года», «2023 года»."""
    while tokens[at].kind in {"this", "all"} or tokens[at].text.startswith("календарн"):
        at += 1
    if found := bare_year(tokens, at):
        return found
    end = skip(tokens, at, "school")
    end = skip(tokens, end, "dot") if end > at else end
    if tokens[end].kind != "year":
        return None
    end = skip(tokens, end + 1, "dot")
    return written_year(tokens, end) or Found(When(Unit.WHOLE_YEAR), end)


def _programme(tokens: Tokens, at: int) -> Found | None:
    """«в течение всего периода внедрения ЦМН»: the year of the plan, and doubted."""
    start = at
    while tokens[at].kind in {"in", "within", "all", "upto"}:
        at += 1
    is_named = tokens[at].kind in {"stretch", "deadline"} or (
        at > start and tokens[at].kind == "programme"
    )
    if not is_named or (tokens[at].kind == "deadline" and tokens[at + 1].kind != "programme"):
        return None
    if tokens[at].kind == "stretch" and at == start:
        return None
    end = at + 1
    has_all = any(tokens[place].kind in {"all", "within"} for place in range(start, at))
    if tokens[at].kind == "stretch" and not has_all and tokens[end].kind != "programme":
        return None
    while tokens[end].kind in {"programme", "word", "condition", "mark"}:
        end += 1
    return Found(When(Unit.PROGRAMME, doubts=(PROGRAMME_MAY_BE_LONGER,)), end)


def shared_list(tokens: Tokens, at: int) -> tuple[list[When], int] | None:
    """«5, 12 и 19 октября», «I, III кварталы»: several numbers before one word."""
    numbers: list[int] = []
    place = at
    while (
        len(numbers) < _MOST_NUMBERS
        and (found := numeral(tokens, place) or _number(tokens, place)) is not None
    ):
        numbers.append(found[0])
        place = found[1]
        if tokens[place].kind not in {"comma", "and", "slash"}:
            break
        place += 1
    if len(numbers) < 2:
        return None
    last = point(tokens, _last_number(tokens, place))
    if last is None or last.when.is_year or last.end <= place:
        return None
    whens = [_like(number, last.when, tokens) for number in numbers]
    return ([when for when in whens if when], last.end) if all(whens) else None


def _number(tokens: Tokens, at: int) -> tuple[int, int] | None:
    token = tokens[at]
    is_day = token.kind == "num" and 1 <= token.value <= 31 and len(token.text) < 3
    return (token.value, skip(tokens, at + 1, "dot")) if is_day else None


def _last_number(tokens: Tokens, at: int) -> int:
    place = at - 1
    return place - 1 if tokens[place].kind == "dot" else place


def _like(number: int, when: When, tokens: Tokens) -> When | None:
    """The same sort of stretch with another number before it."""
    if when.is_day:
        day_of = (when.last[0], number)
        return replace(when, first=day_of, last=day_of) if number > 0 else None
    width = (when.last[0] - when.first[0]) % 12 + 1
    if width == 3 and number <= 4:
        return replace(when, first=(number * 3 - 2, 1), last=(number * 3, 31))
    if width in {4, 5, 6} and number <= 2:
        halves = tokens.year.halves
        start, end = halves[number - 1]
        return replace(when, first=(start.month, 1), last=(end.month, 31))
    return None
