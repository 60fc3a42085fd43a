"""The summary of the programme on one page: figures, charts, years; for the pedagogical council."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.tree import (
    Alignment,
    Block,
    Border,
    Cell,
    Document,
    LeftRight,
    Paragraph,
    Role,
    Row,
    Run,
    SignatureLine,
    Spacer,
    Table,
    Vertical,
)
from nastavnik_desktop.domain.dates import long_date
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.overview import Overview
from nastavnik_desktop.language.typography import tidy

_PAGE = PageSetup(left_mm=20, right_mm=12, top_mm=14, bottom_mm=12, shows_numbers=False)
_TEXT = TextSetup(size_pt=11.0, table_size_pt=10.0, note_size_pt=8.5)
_GAP_PT = 4.0
_MOST_LINES_WITH_TABLES = 10
"""Bars and years with which tables beside all charts still fit the page."""


@dataclass(frozen=True)
class SummaryFacts:
    """What the page says beside the figures; without a name there is no line of signature.

    ``goals`` are sentences on the road map or on what stands before the school.
    """

    school: str
    overview: Overview
    signed_post: str = ""
    signed_name: str = ""
    executor: str = ""


def summary_document(facts: SummaryFacts) -> Document:
    """A4 upright, one page for any school: forms that have no pair take no room."""
    seen = facts.overview
    year = SchoolYear.of(seen.as_of)
    title = f"Наставничество в {year.label} учебном году"
    return Document(
        title=f"{title}: справка на {long_date(seen.as_of)}".replace(NBSP, " "),
        author=facts.school,
        page=_PAGE,
        text=_TEXT,
        sheet_name="Справка",
        blocks=(
            Paragraph((Run(tidy(facts.school)),), Role.NOTE, Alignment.CENTER),
            Paragraph.of("СПРАВКА", Role.TITLE),
            Paragraph((Run(tidy(title)),), Role.SUBTITLE, Alignment.CENTER),
            LeftRight("", f"по состоянию на {long_date(seen.as_of)}"),
            Spacer(4),
            *_content(seen),
            *_signature(facts),
        ),
    )


def _content(seen: Overview) -> Iterator[Block]:
    if seen.is_empty:
        yield Paragraph.of("На эту дату пар и групп в изданных приказах нет.", Role.PLAIN)
        return
    yield _figures(seen)
    share = seen.share_of_educators
    if share is not None:
        words = (
            f"В программе участвуют {seen.educators_taking_part} из {seen.educators} педагогов "
            f"школы ({percent(share)})."
        )
        yield Paragraph((Run(tidy(words)),), Role.PLAIN, space_before_pt=6)
    yield from _charts(seen)


def _figures(seen: Overview) -> Table:
    """Two columns of figures: what is going on at the left, who and how it ended at the right."""
    half = (len(seen.figures) + 1) // 2
    rows = zip(seen.figures[:half], seen.figures[half:], strict=False)
    made = (Row((*_figure(*left), *_figure(*right))) for left, right in rows)
    return Table((0.36, 0.09, 0.46, 0.09), tuple(made))


def _figure(words: str, value: int) -> tuple[Cell, Cell]:
    number = Cell(str(value), Alignment.RIGHT, bold=True, value=value, number_format="0")
    return Cell(tidy(words), indent=int(words.startswith("из них"))), number


def _charts(seen: Overview) -> Iterator[Block]:
    """Each chart with its table; many forms keep to one page by the figures at their bars."""
    forms, mentors = seen.chart_of_forms(), seen.chart_of_mentors()
    lines = len(forms.bars) + len(mentors.bars) + len(seen.years)
    has_tables = lines <= _MOST_LINES_WITH_TABLES
    yield _heading(forms.title)
    yield forms
    yield Spacer(_GAP_PT)
    if has_tables:
        yield _table(("Форма", "Пар и групп", "Наставляемых"), seen.by_form)
    if mentors.bars:
        yield _heading(mentors.title)
        yield mentors
        yield Spacer(_GAP_PT)
        kinds = [(words, count) for words, count in seen.mentors_by_kind if count]
        if has_tables:
            yield _table(("Наставники", "Человек"), kinds)
    if len(seen.years) > 1:
        years = seen.chart_of_years()
        yield _heading(years.title)
        yield years
        yield Spacer(_GAP_PT)
        rows = [(one.year.label, one.pairings, one.mentors, one.mentees) for one in seen.years]
        yield _table(("Учебный год", "Пар и групп", "Наставников", "Наставляемых"), rows)


def _heading(words: str) -> Paragraph:
    return Paragraph((Run(tidy(words), bold=True),), Role.PLAIN, keep_with_next=True,
                     space_before_pt=9)  # fmt: skip


def _table(heads: Sequence[str], rows: Sequence[Sequence[str | int]]) -> Table:
    width = 1 / (len(heads) + 1)
    made = [
        Row(
            tuple(
                Cell(head, Alignment.CENTER, bold=True, vertical=Vertical.MIDDLE) for head in heads
            )
        ),
        *(Row(tuple(map(_cell, row))) for row in rows),
    ]
    return Table((width * 2, *[width] * (len(heads) - 1)), tuple(made), 1, size_pt=9.5)


def _cell(value: str | int) -> Cell:
    if isinstance(value, int):
        return Cell(str(value), Alignment.RIGHT, value=value, number_format="0")
    return Cell(tidy(value))


def _signature(facts: SummaryFacts) -> Iterator[Block]:
    if facts.signed_name:
        yield SignatureLine(tidy(capital(facts.signed_post)), facts.signed_name, space_before_pt=18)
    if facts.executor:
        cell = Cell(tidy(facts.executor), border=Border.NONE, size_pt=8.5)
        yield Table((1.0,), (Row((cell,)),))


def capital(words: str) -> str:
    """A post at the beginning of a line."""
    return words[:1].upper() + words[1:]


def percent(share: float) -> str:
    """«37,5 %»; whole shares without a comma."""
    return f"{share:.1f}".rstrip("0").rstrip(".").replace(".", ",") + f"{NBSP}%"
