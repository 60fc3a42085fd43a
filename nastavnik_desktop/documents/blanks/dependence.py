"""Sheets whose formulas depend on others: what they show must be calculated anew.

Excel calculates a whole workbook when it is asked to; LibreOffice believes every result that the
file keeps. So the kept results of a sheet go as soon as one of its formulas may look at a sheet
that was written to, directly or through other sheets and defined names. A sheet of which this
cannot be so stays byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from nastavnik_desktop.documents.blanks.package import part_of
from nastavnik_desktop.documents.blanks.sheet_cells import SheetCells
from nastavnik_desktop.documents.blanks.workbook_parts import defined_names, sheet_parts

_FORMULA = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?f[\s/>]")
_REFERENCE = re.compile(r"'((?:[^']|'')+)'!|([^\s'!(),;+\-*/^&=<>\"{}%]+)!")
_ANYWHERE = re.compile(r"\bINDIRECT\s*\(|\[(?!\d+\])", re.IGNORECASE)
"""An address made of text, or a table by its name: such a formula may look at any sheet."""
_WORD = re.compile(r"[^\W\d][\w.]*")


@dataclass(frozen=True)
class _Looks:
    """What the formulas of a sheet, or a defined name, look at; all names casefolded."""

    sheets: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    is_anywhere: bool = False

    def reaches(self, sheets: Set[str], names: Set[str]) -> bool:
        """Whether it may look at one of these sheets or of these names."""
        return self.is_anywhere or bool(self.sheets & sheets) or bool(self.words & names)


@dataclass
class _Found:
    parts: dict[str, SheetCells] = field(default_factory=dict)
    looks: dict[str, _Looks] = field(default_factory=dict)


def dependent_sheets(content: bytes, written: Set[str]) -> dict[str, SheetCells]:
    """Sheets beside the written ones whose results may be old, by the names of their parts."""
    found = _sheets_with_formulas(content, written)
    if not found.parts:
        return {}
    names = {key: _looks([text]) for key, text in _names(content).items()}
    parts = sheet_parts(content)
    stale = _stale({one.casefold() for one in written}, found.looks, names)
    return {parts[name]: cells for name, cells in found.parts.items() if name.casefold() in stale}


def _sheets_with_formulas(content: bytes, written: Set[str]) -> _Found:
    found = _Found()
    for name, part in sheet_parts(content).items():
        xml = part_of(content, part) if name not in written else b""
        if _FORMULA.search(xml):
            cells = SheetCells(xml)
            if cells.formulas:
                found.parts[name] = cells
                found.looks[name.casefold()] = _looks(cells.formulas)
    return found


def _names(content: bytes) -> dict[str, str]:
    return {name.casefold(): text for name, text in defined_names(content)}


def _stale(stale: set[str], sheets: Mapping[str, _Looks], names: Mapping[str, _Looks]) -> set[str]:
    """Everything that the stale sheets reach, step by step until nothing new is found."""
    stale_names: set[str] = set()
    while True:
        more = {key for key, one in sheets.items() if one.reaches(stale, stale_names)}
        named = {key for key, one in names.items() if one.reaches(stale, stale_names)}
        if more <= stale and named <= stale_names:
            return stale
        stale, stale_names = stale | more, stale_names | named


def _looks(formulas: Iterable[str]) -> _Looks:
    sheets, words, is_anywhere = set[str](), set[str](), False
    for text in formulas:
        is_anywhere = is_anywhere or _ANYWHERE.search(text) is not None
        words.update(word.casefold() for word in _WORD.findall(text))
        for quoted, plain in _REFERENCE.findall(text):
            name = (quoted.replace("''", "'") or plain).casefold()
            is_anywhere = is_anywhere or ":" in name
            sheets.add(name)
    return _Looks(frozenset(sheets), frozenset(words), is_anywhere)
