"""The counted cells of a blank as a statistical form, so that one engine fills both."""

from __future__ import annotations

from collections.abc import Iterable

from nastavnik_desktop.domain.blanks import CellPlace
from nastavnik_desktop.domain.filling.mapping import MappedCell
from nastavnik_desktop.domain.filling.sources import Counted
from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.figures import address_of_figure, form_of_figures
from nastavnik_desktop.domain.statistics.form import StatisticsForm


def counting_form(title: str, cells: Iterable[MappedCell]) -> StatisticsForm:
    """A form with a row for every counted cell; its code is the place of the cell."""
    figures = {
        _name(cell.place): (cell.source.indicator, dict(cell.source.where))
        for cell in cells
        if isinstance(cell.source, Counted)
    }
    return form_of_figures(title, figures)


def address_of(place: CellPlace, source: Counted) -> Address:
    """Where the form of ``counting_form`` holds a cell."""
    return address_of_figure(_name(place), source.indicator)


def _name(place: CellPlace) -> str:
    return f"{place.sheet}!{place.address}"
