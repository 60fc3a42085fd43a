"""Finding and ordering rows in plain Python: prepared keys, a narrowing filter, cached orders.

50,000 rows answer a typed letter within one frame, because a longer query is looked for only
among the rows that the shorter one left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from nastavnik_desktop.domain.search import query_words

Row = TypeVar("Row")
Readings = tuple[tuple[str, ...], tuple[str, ...]]

NO_QUERY: Readings = ((), ())


class RowOrder(Generic[Row]):
    """Which rows are visible, in which order; rows are known by their place in the list."""

    def __init__(self, search_text: Callable[[Row], str]) -> None:
        self._search_text = search_text
        self._rows: Sequence[Row] = ()
        self._texts: list[str] = []
        self._order: list[int] = []
        self._sort_key: Callable[[Row], Any] | None = None
        self._is_descending = False
        self._query = NO_QUERY
        self._predicate: Callable[[Row], bool] | None = None
        self.visible: list[int] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Take other rows; query, predicate and order stay as they are."""
        self._rows = rows
        self._texts = []
        self._sort()
        self._filter(self._order)

    def set_query(self, query: str) -> None:
        """Show the rows that hold all words of the query, in any order, in either layout."""
        readings = query_words(query)
        is_narrower = _narrows(readings, self._query)
        self._query = readings
        if is_narrower:
            self.visible = self._found_in(self.visible)
        else:
            self._filter(self._order)

    def set_predicate(self, predicate: Callable[[Row], bool] | None) -> None:
        """Show only rows that a condition accepts, besides the query."""
        self._predicate = predicate
        self._filter(self._order)

    def sort(self, sort_key: Callable[[Row], Any] | None, *, is_descending: bool = False) -> None:
        """Order by a key (None: as the rows came); rows whose key is None go last."""
        self._sort_key = sort_key
        self._is_descending = is_descending
        self._sort()
        if len(self.visible) == len(self._rows):
            self.visible = self._order
        else:
            shown = set(self.visible)
            self.visible = [place for place in self._order if place in shown]

    def prepare(self, count: int) -> bool:
        """Prepare search texts of a few more rows; False when all of them are ready."""
        start = len(self._texts)
        self._texts.extend(map(self._search_text, self._rows[start : start + count]))
        return len(self._texts) < len(self._rows)

    def _sort(self) -> None:
        places = list(range(len(self._rows)))
        if self._sort_key is not None:
            keys = list(map(self._sort_key, self._rows))
            blanks = [place for place in places if keys[place] is None]
            filled = [place for place in places if keys[place] is not None] if blanks else places
            filled.sort(key=keys.__getitem__, reverse=self._is_descending)
            places = filled + blanks
        self._order = places

    def _filter(self, places: list[int]) -> None:
        if self._predicate is not None:
            accepts, rows = self._predicate, self._rows
            places = [place for place in places if accepts(rows[place])]
        self.visible = self._found_in(places)

    def _found_in(self, places: list[int]) -> list[int]:
        typed, as_cyrillic = self._query
        if not typed:
            return places
        self.prepare(len(self._rows))
        found = self._holding(typed, places)
        if as_cyrillic == typed:
            return found
        both = set(found)
        both.update(self._holding(as_cyrillic, places))
        return [place for place in places if place in both] if len(both) > len(found) else found

    def _holding(self, words: tuple[str, ...], places: list[int]) -> list[int]:
        texts = self._texts
        for word in words:
            places = [place for place in places if word in texts[place]]
        return places


def _narrows(readings: Readings, before: Readings) -> bool:
    """Whether what the query finds must be among what the earlier one found."""
    return all(
        old and all(any(word in longer for longer in new) for word in old)
        for new, old in zip(readings, before, strict=True)
    )
