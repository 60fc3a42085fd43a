"""A mapping as JSON: for the base, for files, for the headless command.

    {"title": "…", "shape": "…", "cells": [
        {"sheet": "Сведения", "cell": "B3", "indicator": "mentors",
         "where": {"occupation": "educator"}},
        {"cell": "C3", "form": "participants", "row": "11", "column": 5},
        {"cell": "A3", "text": "school_short_name"},
        {"cell": "D3", "value": "нет"}]}

``sheet`` may be left out for the first visible sheet, or stand before the cell as in
«Сведения!B3»; tables of a document are «Таблица 1» …,
and ``cell`` counts the columns of the table's grid from A. ``headings`` and ``proposed`` are
written by the program.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from nastavnik_desktop.domain.blanks import CellPlace
from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.domain.filling.headings import NO_HEADINGS, Headings
from nastavnik_desktop.domain.filling.known_texts import KnownText
from nastavnik_desktop.domain.filling.mapping import BlankMapping, MappedCell
from nastavnik_desktop.domain.filling.sources import Counted, FormCell, Known, Source, Written

_KINDS = ("indicator", "form", "text", "value")


def mapping_json(mapping: BlankMapping) -> dict[str, Any]:
    """The mapping as plain data."""
    return {
        "title": mapping.title,
        "shape": mapping.shape,
        "cells": [_cell_json(cell) for cell in mapping.cells],
    }


def read_mapping(content: object) -> BlankMapping:
    """The mapping of plain data; raises UnreadableFile that names the cell with the mistake."""
    if not isinstance(content, Mapping) or not isinstance(content.get("cells"), list):
        raise UnreadableFile('В разметке бланка нужен список ячеек: {"cells": […]}.')
    cells = [_cell(one) for one in content["cells"]]
    places = [cell.place for cell in cells]
    for place in places:
        if places.count(place) > 1:
            raise _fault(place.address, "она названа дважды")
    mapping = BlankMapping(str(content.get("title", "")), str(content.get("shape", "")))
    return mapping.having(*cells)


def _cell_json(cell: MappedCell) -> dict[str, Any]:
    made: dict[str, Any] = {"sheet": cell.place.sheet, "cell": cell.place.address}
    made |= _source_json(cell.source)
    if cell.headings != NO_HEADINGS:
        made["headings"] = {"row": list(cell.headings.row), "column": list(cell.headings.column)}
    if cell.is_proposed:
        made["proposed"] = True
    return made


def _source_json(source: Source) -> dict[str, Any]:
    match source:
        case Counted():
            where = {"where": dict(source.where)} if source.where else {}
            return {"indicator": source.indicator, **where}
        case FormCell():
            return {"form": source.form, "row": source.row, "column": source.column}
        case Known():
            return {"text": source.text.value}
        case Written():
            return {"value": source.text}


def _cell(part: object) -> MappedCell:
    if not isinstance(part, Mapping):
        raise UnreadableFile("В разметке бланка каждая ячейка – объект JSON.")
    sheet, _, address = str(part.get("cell", "")).rpartition("!")
    try:
        place = CellPlace.parse(str(part.get("sheet", sheet.strip("'"))), address)
        headings = part.get("headings", {})
        known = Headings(tuple(headings.get("row", ())), tuple(headings.get("column", ())))
        return MappedCell(place, _source(part), known, is_proposed=bool(part.get("proposed")))
    except UnreadableFile as error:
        raise _fault(address, error.message) from error
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise _fault(address, "не понято, что в ней стоит и где она") from error


def _source(part: Mapping[str, Any]) -> Source:
    kinds = [kind for kind in _KINDS if kind in part]
    if len(kinds) != 1:
        raise UnreadableFile("нужно одно из полей indicator, form, text, value")
    if kinds == ["indicator"]:
        where = part.get("where", {})
        counted = Counted(str(part["indicator"]), tuple((str(a), str(b)) for a, b in where.items()))
        counted.check()
        return counted
    if kinds == ["form"]:
        return FormCell(str(part["form"]), str(part["row"]), int(part["column"]))
    if kinds == ["text"]:
        return _known(str(part["text"]))
    return Written(_as_words(part["value"]))


def _known(name: str) -> Known:
    if name not in list(KnownText):
        known = ", ".join(KnownText)
        raise UnreadableFile(f"текста «{name}» нет. Есть такие: {known}")
    return Known(KnownText(name))


def _as_words(value: object) -> str:
    if _is_number(value):
        return str(value).replace(".", ",")
    return "" if value is None else str(value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _fault(address: str, what: str) -> UnreadableFile:
    place = f"ячейка {address or 'без адреса'}"
    return UnreadableFile(f"Разметка бланка, {place}: {what.rstrip('.')}.", place)


def with_identity(mapping: BlankMapping, mapping_id: int) -> BlankMapping:
    """The mapping as a record of the base."""
    return replace(mapping, mapping_id=mapping_id)
