"""The upper part of an order: from the founder's name to the heading (ГОСТ Р 7.0.97-2025)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.documents.page import DEFAULT_PRESET, PagePreset, RequisitePlacement
from nastavnik_desktop.documents.tree import (
    Alignment,
    AnnexMark,
    Block,
    Border,
    Cell,
    LeftRight,
    Paragraph,
    Picture,
    Role,
    Row,
    Table,
)
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.language.typography import tidy

_BLANK_DATE = "____.____.20____"
_LONGEST_LINE = 60
_BLANK_NUMBER = "________"


@dataclass(frozen=True)
class Letterhead:
    """The school as the blank names it; the founder, the place, the emblem may be left out."""

    full_name: str
    short_name: str
    founder: str = ""
    place: str = ""
    emblem: str = ""


@dataclass(frozen=True)
class OrderMark:
    """Date and number of an order; a draft may lack either."""

    issued_on: date | None
    number: str

    @property
    def day(self) -> str:
        """«08.09.2026» or a blank to fill by hand."""
        return short_date(self.issued_on) or _BLANK_DATE

    @property
    def numbered(self) -> str:
        """«№ 130-од» or a blank to fill by hand."""
        number = self.number.strip() or _BLANK_NUMBER
        return f"№{NBSP}{number.replace(' ', NBSP)}"

    @property
    def reference(self) -> str:
        """«от 08.09.2026 № 130-од»."""
        return f"от{NBSP}{self.day} {self.numbered}"


def letterhead(
    school: Letterhead,
    mark: OrderMark,
    document_name: str = "ПРИКАЗ",
    preset: PagePreset = DEFAULT_PRESET,
) -> list[Block]:
    """Emblem, founder, names of the school, the word «ПРИКАЗ», date and number, place."""
    emblem = [Picture(school.emblem, preset.emblem_height_mm)] if school.emblem else []
    if preset.requisites is RequisitePlacement.ANGLED:
        return [*emblem, _angled(school, mark, document_name, preset)]
    return [
        *emblem,
        *(Paragraph.of(text, Role.REQUISITE) for text in _names(school)),
        Paragraph.of(document_name, Role.DOCUMENT_NAME),
        LeftRight(mark.day, mark.numbered, space_after_pt=8),
        *([Paragraph.of(tidy(school.place), Role.REQUISITE)] if school.place else []),
    ]


def _angled(school: Letterhead, mark: OrderMark, document_name: str, preset: PagePreset) -> Table:
    """The requisites in the left upper corner, lines no longer than the standard allows."""
    width = preset.angled_line_mm
    size = preset.text.size_pt
    texts = [(text.replace("\n", " "), False) for text in _names(school)] + [
        (document_name, True),
        (f"{mark.day}{NBSP * 4}{mark.numbered}", False),
        *([(tidy(school.place), False)] if school.place else []),
    ]
    rows = tuple(
        Row((
            Cell(text, Alignment.CENTER, bold=is_bold, border=Border.NONE, size_pt=size),
            Cell(border=Border.NONE),
        ))
        for text, is_bold in texts
    )  # fmt: skip
    return Table((width, preset.page.text_width_mm - width), rows)


def annex_mark(
    school: Letterhead, mark: OrderMark, number: int, total: int, to_what: str = "к приказу"
) -> AnnexMark:
    """«Приложение № 1 / к приказу МБОУ «СОШ № 17» / от … № …»; an only annex has no number."""
    title = "Приложение" if total == 1 else f"Приложение №{NBSP}{number}"
    return AnnexMark((title, f"{to_what} {tidy(school.short_name)}", mark.reference))


def _in_two_lines(full_name: str) -> str:
    """A long name of one line goes on below with its proper name in quotes."""
    if len(full_name) <= _LONGEST_LINE or "\n" in full_name:
        return full_name
    return full_name.replace(" «", "\n«", 1)


def _names(school: Letterhead) -> Iterator[str]:
    if school.founder:
        yield tidy(school.founder)
    yield _in_two_lines(tidy(school.full_name))
    if school.short_name and school.short_name != school.full_name:
        yield f"({tidy(school.short_name)})"
