"""The elements of a phrase sorted by what they are, and the part after «далее» apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nastavnik_desktop.domain.deadlines.conditions import Condition
from nastavnik_desktop.domain.deadlines.named_spans import Mode, When
from nastavnik_desktop.domain.deadlines.repeats import NthDay, Repeat
from nastavnik_desktop.domain.deadlines.scanning import Item


@dataclass(frozen=True, slots=True)
class Gathered:
    """What one phrase holds, in its order.

    ``tail`` is what stands after «далее»; ``is_repeat_first``: «ежегодно до 1 февраля 2024» and not
    «до 1 февраля 2024, ежегодно».
    """

    whens: tuple[When, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    nth_days: tuple[NthDay, ...] = ()
    conditions: tuple[Condition, ...] = ()
    tail: Gathered | None = None
    is_repeat_first: bool = True


def phrases_of(items: Sequence[Item]) -> list[list[Item]]:
    """The items of each phrase of a cell: a span that follows a tail begins the next phrase.

    «Август 2021 г., далее – ежегодно ⏎ Октябрь 2021 г., далее – по запросу» are two phrases.
    """
    tails = [at for at, item in enumerate(items) if item.element is Condition.FURTHER]
    phrases: list[list[Item]] = []
    start = 0
    for before, following in pairwise(tails):
        cut = _head_of(items, before + 1, following)
        if cut > before + 1:
            phrases.append(list(items[start:cut]))
            start = cut
    phrases.append(list(items[start:]))
    return phrases


def _head_of(items: Sequence[Item], first: int, further: int) -> int:
    """Where the span before a «далее» begins: at its line, or with the named span itself."""
    for at in range(further - 1, first - 1, -1):
        if items[at].is_first_in_line:
            return at
    at = further - 1
    return at if at >= first and isinstance(items[at].element, When) else 0


def gathered(items: Sequence[Item]) -> Gathered:
    """The items sorted; what only says «и далее» after «с …» is no tail."""
    elements = [item.element for item in items]
    if Condition.FURTHER in elements:
        at = elements.index(Condition.FURTHER)
        head, tail = elements[:at], elements[at + 1 :]
        is_open = any(isinstance(one, When) and one.mode is Mode.SINCE for one in head)
        if not is_open and any(isinstance(one, When) for one in head):
            return _sorted(head, _sorted(tail))
        elements = [*head, *tail]
    return _sorted(elements)


def _sorted(elements: Sequence[object], tail: Gathered | None = None) -> Gathered:
    """By sort; a day of the week beside a date only explains it: «10 октября (вторник)»."""
    whens = tuple(element for element in elements if isinstance(element, When))
    has_day = any(when.is_day for when in whens)
    return Gathered(
        whens,
        tuple(
            element
            for element in elements
            if isinstance(element, Repeat) and not (has_day and element.is_bare_weekday)
        ),
        tuple(element for element in elements if isinstance(element, NthDay)),
        tuple(element for element in elements if isinstance(element, Condition)),
        tail,
        is_repeat_first=not elements or not isinstance(elements[0], When),
    )
