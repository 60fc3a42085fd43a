"""Proposes what stands in the cells of a blank, read from the headings beside and above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from nastavnik_desktop.domain.blanks import Blank, BlankCell, BlankSheet
from nastavnik_desktop.domain.filling.headings import Headings, headings_of
from nastavnik_desktop.domain.filling.known_texts import KnownText
from nastavnik_desktop.domain.filling.mapping import MappedCell
from nastavnik_desktop.domain.filling.sources import Counted, Known, Source
from nastavnik_desktop.domain.filling.words import (
    GROUPS,
    PAIRING_KINDS,
    PARTS,
    STRONG,
    TEXTS,
    UNCOUNTED,
    WEAK,
    WHOLES,
    form_in,
    is_neutral,
    meaning_in,
    plain,
)
from nastavnik_desktop.domain.statistics.group_titles import groupings_of
from nastavnik_desktop.domain.statistics.groupings import BY_FORM

_POPULATION = {"educators": "educator", "pupils": "pupil"}
"""Indicators of whole groups, and the group that they are beside another indicator."""


@dataclass
class _Reading:
    """What headings say together; an inner heading overrides an outer one."""

    strong: str | None = None
    weak: str | None = None
    where: dict[str, str] = field(default_factory=dict)

    def add(self, heading: str, forms: Mapping[str, str]) -> bool:
        """Take in a heading that stands further inwards; answers whether it says anything."""
        words = plain(heading)
        named = form_in(forms, words)
        if named is not None:
            self.where[BY_FORM], words = named
        strong, weak, text = (meaning_in(rules, words) for rules in (STRONG, WEAK, TEXTS))
        if strong is not None:
            self._begin(strong, words)
        self.weak = weak or self.weak
        groups = {name: meaning_in(rules, words) for name, rules in GROUPS.items()}
        said = {name: value for name, value in groups.items() if value is not None}
        self.where |= said
        return bool(named or strong or weak or text or said)

    def _begin(self, strong: str, words: str) -> None:
        self.strong = strong
        if strong == "pairings":
            kind = meaning_in(PAIRING_KINDS, words)
            if kind:
                self.where["pairing_kind"] = kind

    def under(self, parent: _Reading) -> _Reading:
        """The reading of a part whose whole stands in a row above."""
        return _Reading(parent.strong, self.weak or parent.weak, {**parent.where, **self.where})

    def source(self) -> Source | None:
        """What is counted, or which fact is asked for; None when the headings do not tell."""
        code = self.strong or self.weak
        if code is None:
            return None
        allowed = groupings_of(code)
        where = {name: value for name, value in self._where(code).items() if name in allowed}
        return Counted(code, tuple(sorted(where.items(), key=lambda one: allowed.index(one[0]))))

    def _where(self, code: str) -> dict[str, str]:
        """The groups, without what the indicator itself says and what says the same twice."""
        where = dict(self.where)
        if where.get("mentee") == "early_career":
            for said_twice in ("occupation", "teaching_service"):
                where.pop(said_twice, None)
        if where.get("mentee") in {"disability", "gifted", "hardship"} or "pupil_age" in where:
            where.pop("occupation", None)
        if _POPULATION.get(code) == where.get("occupation"):
            where.pop("occupation", None)
        if code in {"pairings", "orders"}:
            where = {name: where[name] for name in where if name in {BY_FORM, "pairing_kind"}}
        return where


def proposals(
    blank: Blank, forms: Mapping[str, str], names: Iterable[str] = ()
) -> list[MappedCell]:
    """What the program reads in a blank.

    ``forms`` are titles of forms of mentoring by code, ``names`` those of the school, which may
    head a row. Cells that hold words or formulas are left alone, and so is what stands outside of
    tables, what is headed by words that are not understood, shares and plans.
    """
    known = frozenset(plain(name) for name in names if name.strip())
    return [
        cell
        for sheet in blank.sheets
        if not sheet.is_hidden
        for cell in _Proposing(sheet, forms, known).found()
    ]


@dataclass
class _Proposing:
    sheet: BlankSheet
    forms: Mapping[str, str]
    names: frozenset[str]

    def found(self) -> Iterator[MappedCell]:
        for cell in self.sheet.cells:
            if cell.is_ruled and _is_free(cell):
                headings = headings_of(self.sheet, cell.row, cell.column)
                is_number_of_column = bool(cell.text.strip(" _.…-–")) and not headings.row
                source = None if is_number_of_column else self._source(cell, headings)
                if source is not None:
                    place = self.sheet.place(cell.row, cell.column)
                    yield MappedCell(place, source, headings, is_proposed=True)

    def _source(self, cell: BlankCell, headings: Headings) -> Source | None:
        if headings.row and not headings.column and not self._is_beside_words(cell):
            return None
        reading = self._reading(cell.row, cell.column, headings)
        if reading.strong is None:
            fact = _fact(headings)
            if fact is not None or not headings.row:
                return fact
        innermost = (*headings.row[-1:], *headings.column[-1:])
        if not all(map(self._is_understood, innermost)):
            return None
        return reading.source()

    def _is_beside_words(self, cell: BlankCell) -> bool:
        """Of several cells without headings above them the first one is meant."""
        return bool(self.sheet.cell_at(cell.row, cell.column - 1).text.strip())

    def _is_understood(self, heading: str) -> bool:
        words = plain(heading)
        if UNCOUNTED.is_in(words):
            return False
        is_said = _Reading().add(heading, self.forms)
        return is_said or is_neutral(words) or words in self.names

    def _reading(self, row: int, column: int, headings: Headings) -> _Reading:
        reading = _read((*headings.column, *headings.row), self.forms)
        if reading.strong is None and headings.row:
            whole = self._whole(row, column, headings.row[-1])
            if whole is not None:
                return reading.under(self._reading(whole, column, self._headings(whole, column)))
        return reading

    def _headings(self, row: int, column: int) -> Headings:
        return headings_of(self.sheet, row, column)

    def _whole(self, row: int, column: int, title: str) -> int | None:
        """The row that a row is a part of: «из них» belongs to the nearest row of an indicator.

        Rows that follow «из них» without a beginning of their own are parts of the same whole.
        """
        is_part = _begins(title, PARTS)
        if not is_part and _begins(title, WHOLES):
            return None
        for above in range(row - 1, 0, -1):
            titles = self._headings(above, column).row
            if not titles:
                continue
            reading = _read(titles, self.forms)
            if is_part and (reading.strong or reading.weak):
                return above
            if not is_part and _begins(titles[-1], PARTS):
                return self._whole(above, column, titles[-1])
            if reading.strong or _begins(titles[-1], WHOLES):
                return None
        return None


def _fact(headings: Headings) -> Known | None:
    """A fact that the words right beside the cell name, or else those above it."""
    for words in (headings.row[-1:], () if headings.row else headings.column[-1:]):
        found = meaning_in(TEXTS, plain(words[0])) if words else None
        if found is not None:
            return Known(KnownText(found))
    return None


def _read(headings: Iterable[str], forms: Mapping[str, str]) -> _Reading:
    reading = _Reading()
    for heading in headings:
        reading.add(heading, forms)
    return reading


def _begins(title: str, beginnings: tuple[str, ...]) -> bool:
    return plain(title).lstrip("- ").startswith(beginnings)


def _is_free(cell: BlankCell) -> bool:
    """Whether a value may be put there: nothing, a number of a former time, dots to write on."""
    return not cell.is_formula and not cell.text.strip(" _.…-–0123456789,")
