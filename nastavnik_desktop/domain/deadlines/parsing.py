"""What parsers answer, and the few ways in which they are put together.

A parser takes the tokens and a place and answers what it found and the place after it, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nastavnik_desktop.domain.deadlines.named_spans import When
from nastavnik_desktop.domain.deadlines.tokens import Tokens


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
    if token.kind in {"num", "roman", "ordinal", "count"} and token.value <= 5 and token.value:
        end = skip(tokens, at + 1, "dot") if token.kind in {"num", "roman"} else at + 1
        return token.value, end
    if token.kind == "term" and token.text.endswith(("ый", "ая", "ой", "ую", "ого", "ом")):
        return 4, at + 1
    return None
