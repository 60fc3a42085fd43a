"""The part of the picture tour that shows the summary and blanks of authorities."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from nastavnik_desktop.demo.blanks import write_blank
from nastavnik_desktop.domain.blanks import CellPlace

Sight = tuple[str, Callable[[], object]]
_CELL = CellPlace.parse("Сведения", "G9")


def report_sights(
    home: Path, shoot_page: Callable[..., object], page: Callable[[], Any]
) -> Iterator[Sight]:
    """The page of blanks: empty, with a blank, with a cell, and the dialog of a cell."""
    yield "summary", partial(shoot_page, "summary")
    yield "summary-paper", lambda: _look(page())
    yield "blanks", partial(shoot_page, "blanks")
    blank = write_blank(home / "Сведения за IV квартал.xlsx")
    yield "blanks-filled", partial(shoot_page, "blanks", blank)
    yield "blanks-cell", lambda: _shoot_cell(shoot_page, page())
    yield "blank-cell-dialog", lambda: page().choose(_CELL)


def _look(page: Any) -> None:  # noqa: ANN401
    page.view.look.click()


def _shoot_cell(shoot_page: Callable[..., object], page: Any) -> None:  # noqa: ANN401
    page.view.sheet.pick(_CELL)
    shoot_page("blanks")
