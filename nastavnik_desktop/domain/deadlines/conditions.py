"""Parsers of what is no day: always, on demand, by a schedule, after an event, done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nastavnik_desktop.domain.deadlines.tokens import Tokens

_STOPS = frozenset(("comma", "semicolon", "open", "close", "line", "further", "end", "slash", "by"))
_FREQUENCIES = frozenset(
    ("yearly", "half_yearly", "quarterly", "monthly", "weekly", "daily", "within", "every")
)
_UNITS = frozenset(("days", "month_word", "week", "quarter", "half", "term", "trimester", "hours"))
_NEEDS = frozenset((("upto", "need"), ("upto", "measure"), ("in", "case")))
_ACTIONS = ("ния", "тия", "ции", "чи")
_LENGTHS = ("дневный", "недельный", "месячный")
_EVENTS = ("окончани", "завершени", "итог", "результат", "истечени", "прошестви")


class Condition(StrEnum):
    """What a phrase says instead of a day, or besides it."""

    ALWAYS = "always"
    NEED = "need"
    SCHEDULE = "schedule"
    CIRCUMSTANCE = "circumstance"
    RELATIVE = "relative"
    CAMPAIGN = "campaign"
    PAPER = "paper"
    DONE = "done"
    FURTHER = "further"
    CLOCK = "clock"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Said:
    """A condition, and the place after its words."""

    condition: Condition
    end: int


def condition(tokens: Tokens, at: int) -> Said | None:
    """A condition that begins here."""
    kind = tokens[at].kind
    if kind == "further":
        return Said(Condition.FURTHER, _after_further(tokens, at + 1))
    if kind in {"paper", "done"}:
        return _paper(tokens, at)
    if kind == "always":
        return Said(Condition.ALWAYS, at + 1)
    if kind == "at_once":
        return Said(Condition.RELATIVE, at + 1)
    return (
        _length_of_term(tokens, at)
        or _relative(tokens, at)
        or _need(tokens, at)
        or _schedule(tokens, at)
        or _campaign(tokens, at)
    )


def after_words(tokens: Tokens, at: int) -> int:
    """The place before the next sign or word that begins something of its own."""
    while tokens[at].kind not in _STOPS and not _begins_time(tokens, at):
        if tokens[at].kind == "and" and tokens[at].text in {"или", "либо", "но"}:
            break
        at += 1
    return at


def _begins_time(tokens: Tokens, at: int) -> bool:
    """Whether a stretch or a frequency begins here: «по запросу в течение года»."""
    kind, after = tokens[at].kind, tokens[at + 1].kind
    if kind in _FREQUENCIES:
        return True
    if kind == "in":
        return after in {"within", "month"}
    return kind == "since" and after in {"num", "month"}


def _after_further(tokens: Tokens, at: int) -> int:
    while tokens[at].kind in {"dash", "comma", "colon"}:
        at += 1
    return at


def _paper(tokens: Tokens, at: int) -> Said | None:
    """An order that is referred to, or a mark that it is done: nothing after it is a due day."""
    before = tokens[at - 1].kind
    if before in {"by", "in", "upto", "not"} or tokens[at].text.endswith(("ении", "ению", "ения")):
        return None
    is_paper = tokens[at].kind == "paper"
    return Said(Condition.PAPER if is_paper else Condition.DONE, after_words(tokens, at))


def _relative(tokens: Tokens, at: int) -> Said | None:
    """A term counted from an event: «в течение 5 дней после …», «не позднее чем за 3 дня …»."""
    kind = tokens[at].kind
    place = _after_relative_opener(tokens, at)
    if place is None:
        return None
    if kind in {"after", "upto", "since", "by"}:
        is_event = kind == "after" or _is_event(tokens, place, kind)
        return Said(Condition.RELATIVE, _after_event(tokens, place)) if is_event else None
    number = tokens[place].kind in {"num", "count", "roman"}
    place += number
    if tokens[place].kind == "open" and tokens[place + 2].kind == "close":
        place += 3
    while tokens[place].kind in {"working", "dash"} or tokens[place].text in {"х", "ти", "и"}:
        place += 1
    if tokens[place].kind not in _UNITS or not (number or kind in {"before", "within", "in"}):
        return None
    if kind == "in" and not number:
        return None
    return Said(Condition.RELATIVE, _after_event(tokens, place + 1))


def _length_of_term(tokens: Tokens, at: int) -> Said | None:
    """«в 10-дневный срок», «в двухнедельный срок», «в месячный срок»."""
    place = at
    while tokens[place].kind in {"in", "num", "dash"} and place < at + 3:
        place += 1
    is_length = tokens[place].text.endswith(_LENGTHS) and tokens[place + 1].kind == "deadline"
    return Said(Condition.RELATIVE, _after_event(tokens, place + 2)) if is_length else None


def _is_event(tokens: Tokens, at: int, kind: str) -> bool:
    """Whether an event follows «по …» or «с …»: «по завершении …», «со дня …»."""
    if kind == "by":
        is_action = tokens[at].kind == "word" and tokens[at].text.endswith(_ACTIONS)
        return is_action or tokens[at].kind in {"finish", "programme", "start"}
    if kind == "upto":
        return tokens[at].kind == "finish" or tokens[at].text.startswith(_EVENTS)
    return tokens[at].text in {"момента", "даты", "дня"}


def _after_relative_opener(tokens: Tokens, at: int) -> int | None:
    kind = tokens[at].kind
    if kind in {"after", "before", "upto", "since", "by"}:
        return at + 1
    if kind == "in" and tokens[at + 1].kind == "within":
        return at + 2
    if kind in {"within", "in"}:
        return at + 1
    if tokens.kinds(at, "not", "later"):
        end = at + 2
        end += tokens[end].text == "чем"
        return end + (tokens[end].kind in {"before", "after", "upto"})
    return None


def _after_event(tokens: Tokens, at: int) -> int:
    """A term counted from an event takes in everything that tells of the event."""
    while tokens[at].kind not in {"semicolon", "line", "end", "further", "close", "open", "comma"}:
        at += 1
    return at


def _need(tokens: Tokens, at: int) -> Said | None:
    """«по запросу …», «по мере …», «при необходимости», «в случае …»."""
    first, second = tokens[at].kind, tokens[at + 1].kind
    if first == "need" or (first, second) in _NEEDS:
        return Said(Condition.NEED, after_words(tokens, at + 1))
    if first == "under":
        words = range(at + 1, after_words(tokens, at + 1))
        is_need = any(tokens[place].kind == "need" for place in words)
        is_other = second == "condition" and not is_need
        said = Condition.CIRCUMSTANCE if is_other else Condition.NEED
        return Said(said, after_words(tokens, at + 1))
    if "condition" in {first, second} and first in {"upto", "condition"}:
        return Said(Condition.CIRCUMSTANCE, after_words(tokens, at + 1))
    return None


def _schedule(tokens: Tokens, at: int) -> Said | None:
    """«по отдельному графику», «в соответствии с планом …», «по согласованию»."""
    place = at
    while tokens[place].kind in {"in", "upto", "word", "deadline", "working"} and place < at + 4:
        if tokens[place].kind == "word" and place == at:
            return None
        place += 1
    is_by_order = place > at and tokens[place].kind == "paper"
    if tokens[place].kind != "schedule" and not is_by_order:
        return None
    end = place + 1
    eaten = {"word", "programme", "deadline", "schedule", "stretch", "working", "all", "campaign",
             "since", "need", "this", "sign", "dot", "mark", "paper", "lesson"}  # fmt: skip
    while tokens[end].kind in eaten:
        if tokens[end].kind == "since" and tokens[end + 1].kind in {"num", "month"}:
            break
        if tokens[end].kind == "stretch" and tokens[end + 1].kind in {"since", "month"}:
            break
        end += 1
    if tokens[end].kind in {"school", "year", "month_word"}:
        end += 1 + (tokens[end + 1].kind == "year")
    return Said(Condition.SCHEDULE, end)


def _campaign(tokens: Tokens, at: int) -> Said | None:
    """«в течение месяца», «осенние каникулы»: days that stand only in the plan."""
    place = at
    while tokens[place].kind in {"in", "within", "all", "this", "stretch"}:
        place += 1
    is_period = place > at and tokens[place - 1].kind == "stretch" and tokens[place].kind == "word"
    is_named = is_period or (place > at and tokens[place].kind in _UNITS)
    words = place
    while tokens[words].kind == "word" and words < place + 3:
        words += 1
    if is_named or tokens[words].kind == "campaign":
        return Said(Condition.CAMPAIGN, after_words(tokens, max(place, words) + 1))
    number = tokens[at].kind in {"num", "roman", "ordinal"}
    if number and tokens[at + 1].kind in {"term", "trimester"}:
        return Said(Condition.CAMPAIGN, at + 2)
    return None
