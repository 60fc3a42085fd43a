"""Tables of orders: the list of pairs with groups merged, the acquaintance sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nastavnik_desktop.documents.order_facts import (
    Acquainted,
    AnnexFacts,
    Member,
    PairingFacts,
)
from nastavnik_desktop.documents.tree import Alignment, Cell, Row, Table, Vertical
from nastavnik_desktop.documents.widths import with_whole_words
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.language.typography import tidy

_SIGNATURE_ROW_MM = 9.0
_LONGEST_MERGED_GROUP = 6
_WIDE_ABOUT_MM = 48.0
_NARROW_ABOUT_MM = 28.0
_LONGEST_NARROW_ABOUT = 20


def pairs_table(annex: AnnexFacts, width_mm: float, size_pt: float) -> Table:
    """The annex's table; the mentor's cells cover the rows of his group."""
    has_models = any(pairing.role_model for pairing in annex.pairings)
    table = Table(
        widths_mm=_widths(annex, has_models=has_models),
        rows=(_header(annex, has_models=has_models), *_pairing_rows(annex, has_models=has_models)),
        header_rows=1,
    )
    return with_whole_words(table, width_mm, size_pt)


def acquaintance_table(people: tuple[Acquainted, ...]) -> Table:
    """Numbered people with room for a date and a signature."""
    header = Row(tuple(header_cell(title) for title in (
        "№\nп/п", "Ф. И. О.", "Должность", "Дата", "Подпись"
    )))  # fmt: skip
    return Table(
        widths_mm=(11, 45, 71, 21, 22),
        rows=(
            header,
            *(_acquainted_row(index, person) for index, person in enumerate(people, start=1)),
        ),
        header_rows=1,
    )


def header_cell(title: str, *, colspan: int = 1, rowspan: int = 1) -> Cell:
    """A centred cell of a table's heading."""
    return Cell(title, Alignment.CENTER, vertical=Vertical.MIDDLE, colspan=colspan, rowspan=rowspan)


def _widths(annex: AnnexFacts, *, has_models: bool) -> tuple[float, ...]:
    """Number, mentor, about, mentee, about, (role model), term; «about» of a class is narrow."""
    mentor = _about_width(pairing.mentor.about for pairing in annex.pairings)
    mentee = _about_width(
        member.person.about for pairing in annex.pairings for member in pairing.members
    )
    return (11, 40, mentor, 40, mentee, *((50,) if has_models else ()), 26)


def _about_width(texts: Iterable[str]) -> float:
    longest = max((len(text) for text in texts), default=0)
    return _NARROW_ABOUT_MM if longest <= _LONGEST_NARROW_ABOUT else _WIDE_ABOUT_MM


def _header(annex: AnnexFacts, *, has_models: bool) -> Row:
    titles = (
        "№\nп/п",
        "Наставник",
        annex.mentor_about_title,
        "Наставляемый",
        annex.mentee_about_title,
        *(("Ролевая модель",) if has_models else ()),
        "Срок реализации программы",
    )
    return Row(tuple(header_cell(title) for title in titles))


def _pairing_rows(annex: AnnexFacts, *, has_models: bool) -> Iterator[Row]:
    for number, pairing in enumerate(annex.pairings, start=1):
        for start in range(0, len(pairing.members), _LONGEST_MERGED_GROUP):
            part = pairing.members[start : start + _LONGEST_MERGED_GROUP]
            yield from _part_rows(number, pairing, part, has_models=has_models)


def _part_rows(
    number: int, pairing: PairingFacts, members: tuple[Member, ...], *, has_models: bool
) -> Iterator[Row]:
    """Rows of a group; a very long one is cut into parts, each of which names the mentor."""
    height = len(members)
    model = (Cell(tidy(pairing.role_model), rowspan=height),) if has_models else ()
    has_one_term = len({_term(member) for member in members}) == 1
    for index, member in enumerate(members):
        is_first = index == 0
        yield Row(
            (
                *(_mentor_cells(number, pairing, height) if is_first else ()),
                Cell(member.person.name),
                Cell(tidy(member.person.about)),
                *(model if is_first else ()),
                *_term_cells(member, height, is_first=is_first, is_common=has_one_term),
            )
        )


def _mentor_cells(number: int, pairing: PairingFacts, height: int) -> tuple[Cell, ...]:
    return (
        Cell(f"{number}.", Alignment.CENTER, rowspan=height),
        Cell(pairing.mentor.name, rowspan=height),
        Cell(tidy(pairing.mentor.about), rowspan=height),
    )


def _term_cells(
    member: Member, height: int, *, is_first: bool, is_common: bool
) -> tuple[Cell, ...]:
    """The term of each member, or one merged cell when all have the same."""
    if not is_common:
        return (Cell(_term(member), Alignment.CENTER),)
    return (Cell(_term(member), Alignment.CENTER, rowspan=height),) if is_first else ()


def _term(member: Member) -> str:
    return f"{short_date(member.starts_on)}{NBSP}–\n{short_date(member.ends_on)}"


def _acquainted_row(index: int, person: Acquainted) -> Row:
    cells = (
        Cell(f"{index}.", Alignment.CENTER, vertical=Vertical.MIDDLE),
        Cell(person.name, vertical=Vertical.MIDDLE),
        Cell(tidy(person.post), vertical=Vertical.MIDDLE),
        Cell(),
        Cell(),
    )
    return Row(cells, least_height_mm=_SIGNATURE_ROW_MM)
