"""The title page of a statistical form, in the order of forms of the Rosstat type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nastavnik_desktop.documents.tree import (
    Alignment,
    Block,
    Border,
    Cell,
    Row,
    Spacer,
    Table,
    Vertical,
)
from nastavnik_desktop.language.typography import tidy

CONFIDENTIALITY = "КОНФИДЕНЦИАЛЬНОСТЬ ГАРАНТИРУЕТСЯ ПОЛУЧАТЕЛЕМ ИНФОРМАЦИИ"
ELECTRONIC = "ВОЗМОЖНО ПРЕДОСТАВЛЕНИЕ В ЭЛЕКТРОННОМ ВИДЕ"
_GAP_PT = 9.0
_BOX_SHARES = (40.0, 187.0, 40.0)


@dataclass(frozen=True)
class TitlePage:
    """Facts of the title page; whatever is empty is left out or left blank to write in.

    ``banner`` is the top line, ``warnings`` are boxes below it, ``submitters`` are pairs of
    «Предоставляют» and «Сроки предоставления», ``approved_by`` are the lines under the number
    of the form, ``codes`` are pairs of a caption and a value of the code table.
    """

    form_name: str
    period: str
    organisation: str
    banner: str = "ВЕДОМСТВЕННОЕ СТАТИСТИЧЕСКОЕ НАБЛЮДЕНИЕ"
    warnings: tuple[str, ...] = (CONFIDENTIALITY, ELECTRONIC)
    submitters: tuple[tuple[str, str], ...] = ()
    form_number: str = ""
    approved_by: tuple[str, ...] = ()
    periodicity: str = ""
    address: str = ""
    codes: tuple[tuple[str, str], ...] = (
        ("Код формы по ОКУД", ""),
        ("Код организации по ОКПО", ""),
    )


def title_blocks(title: TitlePage) -> Iterator[Block]:
    """The boxes of the title page from top to bottom."""
    yield _box(title.banner, bold=True)
    for warning in title.warnings:
        yield Spacer(_GAP_PT)
        yield _box(warning)
    yield Spacer(_GAP_PT)
    name = tidy(f"{title.form_name.upper()}\n{title.period}")
    yield _box(name, bold=True, size_pt=12.0, height_mm=18.0)
    yield Spacer(_GAP_PT * 2)
    yield _submission(title)
    yield Spacer(_GAP_PT * 2)
    yield _organisation(title)


def _box(text: str, *, bold: bool = False, size_pt: float = 10.0, height_mm: float = 9.0) -> Table:
    """A box in the middle of the page."""
    side = Cell(border=Border.NONE)
    content = Cell(text, Alignment.CENTER, bold=bold, vertical=Vertical.MIDDLE, size_pt=size_pt)
    return Table(_BOX_SHARES, (Row((side, content, side), least_height_mm=height_mm),))


def _submission(title: TitlePage) -> Table:
    """Who gives the form and when, at the left; its number and approval at the right."""
    submitters = title.submitters or (("", ""),)
    head = Row(
        (
            Cell("Предоставляют:", Alignment.CENTER, vertical=Vertical.MIDDLE),
            Cell("Сроки предоставления", Alignment.CENTER, vertical=Vertical.MIDDLE),
            Cell(border=Border.NONE, rowspan=len(submitters) + 1),
            Cell(
                _approval(title),
                Alignment.CENTER,
                rowspan=len(submitters) + 1,
                vertical=Vertical.MIDDLE,
            ),
        ),
        least_height_mm=8.0,
    )
    rows = (Row((Cell(tidy(who)), Cell(tidy(when)))) for who, when in submitters)
    return Table((110.0, 60.0, 12.0, 85.0), (head, *rows), size_pt=10.0)


def _approval(title: TitlePage) -> str:
    number = f"Форма № {title.form_number}" if title.form_number else ""
    lines = (number, *title.approved_by, title.periodicity)
    return tidy("\n".join(line for line in lines if line))


def _organisation(title: TitlePage) -> Table:
    """Name, address and codes of the reporting organisation in one ruled table."""
    codes = title.codes
    width = len(codes)
    return Table(
        (1.0,) * width,
        (
            _wide("Наименование отчитывающейся организации", title.organisation, width),
            _wide("Почтовый адрес", title.address, width),
            Row(
                tuple(
                    Cell(tidy(caption), Alignment.CENTER, vertical=Vertical.MIDDLE)
                    for caption, _ in codes
                )
            ),
            Row(tuple(Cell(str(number), Alignment.CENTER) for number in range(1, width + 1))),
            Row(
                tuple(
                    Cell(value, Alignment.CENTER, vertical=Vertical.MIDDLE) for _, value in codes
                ),
                least_height_mm=8.0,
            ),
        ),
        size_pt=10.0,
    )


def _wide(caption: str, value: str, columns: int) -> Row:
    return Row(
        (Cell(tidy(f"{caption}: {value}"), vertical=Vertical.MIDDLE, colspan=columns),),
        least_height_mm=9.0,
    )
