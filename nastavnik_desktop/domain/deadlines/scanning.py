"""A phrase as a row of elements: stretches, repeats, conditions, and words of no time between."""

from __future__ import annotations

from dataclasses import dataclass

from nastavnik_desktop.domain.deadlines.conditions import Condition, Said, condition
from nastavnik_desktop.domain.deadlines.named_spans import When
from nastavnik_desktop.domain.deadlines.noise import without_noise
from nastavnik_desktop.domain.deadlines.repeats import NthDay, Repeat, nth_day, repeat
from nastavnik_desktop.domain.deadlines.spans import shared_edges, shared_list, stretch
from nastavnik_desktop.domain.deadlines.tokens import Tokens, tokens_of
from nastavnik_desktop.domain.deadlines.years import ReadingYear

_SEPARATORS = frozenset(("comma", "semicolon", "line", "open", "close", "slash", "dash", "dot",
                         "colon", "mark", "sign"))  # fmt: skip
_IDLE = frozenset(("and", "in", "upto", "deadline", "stretch", "also", "working", "not", "within",
                   "all", "this", "year", "times", "since", "by", "towards"))  # fmt: skip
_WEAK = frozenset(("days", "term", "half_year", "month_word", "half", "next"))
_TIMES = frozenset(("count", "times"))
_LENGTH = frozenset(("num", "working", "days", "week", "hours"))
_NUMBERS = frozenset(("num", "roman"))
_OF_TIME = frozenset(
    (
        *("month", "quarter", "half", "term", "decade", "halves", "week", "days"),
        *("month_word", "nth_day", "later", "rarer", "oftener", "every", "next", "half_year"),
    )
)
_ONCE = ("однократно", "единовременно", "единоразово", "разово")
_SAYS_NOTHING = frozenset(
    ("нет", "не", "указан", "указано", "установлен", "определен", "срок", "основе", *_ONCE)
)

Element = When | Repeat | NthDay | Condition


@dataclass(frozen=True, slots=True)
class Item:
    """An element, whether a line begins with it, and the words before it that speak of no time."""

    element: Element
    is_first_in_line: bool = False
    starts_list: bool = False


@dataclass(frozen=True, slots=True)
class Scanned:
    """All that was found in a phrase."""

    items: tuple[Item, ...]
    not_understood: tuple[str, ...]
    remarks: tuple[str, ...]


def scan(phrase: str, year: ReadingYear) -> Scanned:
    """Cut a phrase into its elements; never fails."""
    tokens, has_clock = without_noise(tokens_of(phrase, year))
    return _Scanner(tokens).run(has_clock=has_clock)


class _Scanner:
    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._items: list[Item] = []
        self._loose: list[tuple[int, int]] = []
        self._is_new_line = True

    def run(self, *, has_clock: bool) -> Scanned:
        at = 0
        while at < len(self._tokens):
            at = self._step(at)
        if has_clock and not self._items:
            self._items.append(Item(Condition.CLOCK))
        unread, remarks = self._words()
        return Scanned(tuple(self._items), unread, remarks)

    def _step(self, at: int) -> int:
        kind = self._tokens[at].kind
        if kind == "line":
            self._is_new_line = True
            return at + 1
        if kind in _SEPARATORS:
            return at + 1
        found = _element(self._tokens, at)
        if found is None:
            self._loose.append((at, at + 1))
            return at + 1
        elements, end = found
        for element in elements:
            self._items.append(Item(element, self._is_new_line))
            self._is_new_line = False
        return max(end, at + 1)

    def _words(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        unread: list[str] = []
        remarks: list[str] = []
        for start, end in _runs(self._loose):
            run = [self._tokens[at] for at in range(start, end)]
            kinds = {token.kind for token in run if token.text not in _SAYS_NOTHING}
            is_number = bool(kinds & _NUMBERS) and kinds <= _NUMBERS | _IDLE
            is_length = kinds <= _LENGTH and not kinds <= _NUMBERS and self._items
            if kinds <= _IDLE or kinds <= _TIMES or is_length:
                continue
            telling = _OF_TIME - _WEAK if "word" in kinds else _OF_TIME
            is_of_time = bool(kinds & telling) or is_number or not self._items
            (unread if is_of_time else remarks).append(self._tokens.written(start, end))
        return tuple(unread), tuple(remarks)


def _runs(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbouring places put together."""
    runs: list[tuple[int, int]] = []
    for start, end in places:
        if runs and runs[-1][1] == start:
            runs[-1] = runs[-1][0], end
        else:
            runs.append((start, end))
    return runs


def _element(tokens: Tokens, at: int) -> tuple[tuple[Element, ...], int] | None:
    """What begins at a place, the most telling first."""
    if tokens[at].kind == "word" and tokens[at].text not in _SAYS_NOTHING:
        said = condition(tokens, at)
        return ((said.condition,), said.end) if said else None
    if repeats := repeat(tokens, at):
        return (repeats[0],), repeats[1]
    if monthly := nth_day(tokens, at):
        return (monthly[0],), monthly[1]
    if shared := shared_edges(tokens, at) or shared_list(tokens, at):
        return tuple(shared[0]), shared[1]
    if found := stretch(tokens, at):
        return (found.when,), found.end
    said = condition(tokens, at)
    return ((said.condition,), said.end) if isinstance(said, Said) else None
