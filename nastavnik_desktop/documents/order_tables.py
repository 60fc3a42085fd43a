"""Tables of orders: the list of pairs with groups merged, the acquaintance sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from nastavnik_desktop.documents.order_facts import (
    Acquainted,
    AnnexFacts,
    Member,
    PairingFacts,
    Participant,
)
from nastavnik_desktop.documents.tree import Alignment, Cell, Row, Table, Vertical
from nastavnik_desktop.documents.widths import with_whole_words
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.domain.orders import TableLayout
from nastavnik_desktop.language.typography import tidy

_SIGNATURE_ROW_MM = 9.0
_LONGEST_MERGED_GROUP = 6
_WIDE_ABOUT_MM = 48.0
_NARROW_ABOUT_MM = 28.0
_LONGEST_NARROW_ABOUT = 20
_WIDE = (TableLayout.CONSENTS, TableLayout.ORGANISATION)
_WIDE_SIZE_PT = 10.0
"""Layouts of more than seven columns are set smaller, so that names keep whole."""
_NUMBER, _NUMBER_MM = "№\nп/п", 11.0


@dataclass(frozen=True)
class _Column:
    """A column of the list of pairs.

    ``text`` makes a cell of a pairing and one of its members; cells of a column ``of_pairing``
    are one for all members, ``merges_equal`` makes them one when all say the same.
    """

    title: str
    width_mm: float
    text: Callable[[PairingFacts, Member], str]
    alignment: Alignment = Alignment.LEFT
    of_pairing: bool = False
    merges_equal: bool = False


def _term(_pairing: PairingFacts, member: Member) -> str:
    return f"{short_date(member.starts_on)}{NBSP}–\n{short_date(member.ends_on)}"


_TERM = _Column("Срок реализации программы", 30, _term, Alignment.CENTER, merges_equal=True)


def pairs_table(annex: AnnexFacts, width_mm: float, size_pt: float) -> Table:
    """The annex's table in its layout; the mentor's cells cover the rows of his group."""
    columns = _columns(annex)
    table = Table(
        widths_mm=(_NUMBER_MM, *(column.width_mm for column in columns)),
        rows=(
            Row(tuple(header_cell(title) for title in (_NUMBER, *(one.title for one in columns)))),
            *_pairing_rows(annex, columns),
        ),
        header_rows=1,
        size_pt=_WIDE_SIZE_PT if annex.layout in _WIDE else None,
    )
    return with_whole_words(table, width_mm, table.size_pt or size_pt)


def _columns(annex: AnnexFacts) -> tuple[_Column, ...]:
    makers: dict[TableLayout, Callable[[AnnexFacts], tuple[_Column, ...]]] = {
        TableLayout.SHORT: _short,
        TableLayout.FULL: _full,
        TableLayout.CONSENTS: _with_consents,
        TableLayout.PUPILS: _pupils,
        TableLayout.GROUPS: _groups,
        TableLayout.ORGANISATION: _with_organisation,
        TableLayout.LIST: _full,
    }
    return makers[annex.layout](annex)


def _short(_annex: AnnexFacts) -> tuple[_Column, ...]:
    """T1: № | mentor, post | mentee, post."""
    return (
        _Column("Ф. И. О. наставника, должность", 120, lambda p, _m: _with_about(p.mentor),
                of_pairing=True),
        _Column("Ф. И. О. наставляемого, должность", 116, lambda _p, m: _with_about(m.person)),
    )  # fmt: skip


def _people(annex: AnnexFacts) -> tuple[_Column, ...]:
    mentor = _about_width(pairing.mentor.about for pairing in annex.pairings)
    mentee = _about_width(
        member.person.about for pairing in annex.pairings for member in pairing.members
    )
    return (
        _Column("Наставник", 40, lambda p, _m: p.mentor.name, of_pairing=True),
        _Column(annex.mentor_about_title, mentor, lambda p, _m: tidy(p.mentor.about),
                of_pairing=True),
        _Column("Наставляемый", 40, lambda _p, m: m.person.name),
        _Column(annex.mentee_about_title, mentee, lambda _p, m: tidy(m.person.about)),
    )  # fmt: skip


def _full(annex: AnnexFacts) -> tuple[_Column, ...]:
    """T2: № | mentor | about | mentee | about | role model, where told | term."""
    models: tuple[_Column, ...] = ()
    if any(pairing.role_model for pairing in annex.pairings):
        models = (_Column("Ролевая модель", 50, lambda p, _m: tidy(p.role_model), of_pairing=True),)
    return (*_people(annex), *models, _TERM)


def _with_consents(annex: AnnexFacts) -> tuple[_Column, ...]:
    """T3: T2 with the papers of the mentor and room for the signature of acquaintance."""
    return (
        *_full(annex),
        _Column("Согласие, дополнительное соглашение", 42, lambda p, _m: tidy(p.consents),
                of_pairing=True),
        _Column("С приказом ознакомлен (подпись, дата)", 30, lambda _p, _m: "", of_pairing=True),
    )  # fmt: skip


def _pupils(annex: AnnexFacts) -> tuple[_Column, ...]:
    """T4: № | mentor | class | mentee | class | direction | class teacher or curator.

    The base knows no class teachers: their cells wait for the pen, one for each mentee.
    """
    return (
        *_people(annex),
        _Column("Направление (запрос)", 50, lambda p, _m: tidy(p.topic), of_pairing=True),
        _Column("Классный руководитель, куратор пары", 40, lambda _p, _m: ""),
    )


def _groups(_annex: AnnexFacts) -> tuple[_Column, ...]:
    """T5: № of the group | mentor | members | how many | theme | term."""
    return (
        _Column("Наставник", 55, lambda p, _m: _with_about(p.mentor), of_pairing=True),
        _Column("Состав группы", 75, lambda _p, m: _with_about(m.person)),
        _Column("Кол-во", 16, lambda p, _m: str(len(p.members)), Alignment.CENTER,
                of_pairing=True),
        _Column("Тема, направление", 50, lambda p, _m: tidy(p.topic or p.role_model),
                of_pairing=True),
        _TERM,
    )  # fmt: skip


def _with_organisation(annex: AnnexFacts) -> tuple[_Column, ...]:
    """T6: T2 with the mentor's firm or school behind him."""
    number_of_mentor_columns = 2
    columns = _full(annex)
    organisation = _Column(
        "Организация, учебное заведение", 45, lambda p, _m: tidy(p.mentor.organisation),
        of_pairing=True,
    )  # fmt: skip
    return (
        *columns[:number_of_mentor_columns],
        organisation,
        *columns[number_of_mentor_columns:],
    )


def _with_about(person: Participant) -> str:
    return tidy(", ".join(filter(None, (person.name, person.about))))


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


def _about_width(texts: Iterable[str]) -> float:
    """«About» of a class is narrow."""
    longest = max((len(text) for text in texts), default=0)
    return _NARROW_ABOUT_MM if longest <= _LONGEST_NARROW_ABOUT else _WIDE_ABOUT_MM


def _pairing_rows(annex: AnnexFacts, columns: tuple[_Column, ...]) -> Iterator[Row]:
    for place, pairing in enumerate(annex.pairings, start=1):
        number = pairing.number or place
        for start in range(0, len(pairing.members), _LONGEST_MERGED_GROUP):
            part = pairing.members[start : start + _LONGEST_MERGED_GROUP]
            yield from _part_rows(number, pairing, part, columns)


def _part_rows(
    number: int, pairing: PairingFacts, members: tuple[Member, ...], columns: tuple[_Column, ...]
) -> Iterator[Row]:
    """Rows of a group; a very long one is cut into parts, each of which names the mentor."""
    height = len(members)
    merged = [column.of_pairing or _says_the_same(column, pairing, members) for column in columns]
    for index, member in enumerate(members):
        cells = [Cell(f"{number}.", Alignment.CENTER, rowspan=height)] if index == 0 else []
        for column, is_merged in zip(columns, merged, strict=True):
            if is_merged and index > 0:
                continue
            text = column.text(pairing, member)
            cells.append(Cell(text, column.alignment, rowspan=height if is_merged else 1))
        yield Row(tuple(cells))


def _says_the_same(column: _Column, pairing: PairingFacts, members: tuple[Member, ...]) -> bool:
    return column.merges_equal and len({column.text(pairing, one) for one in members}) == 1


def _acquainted_row(index: int, person: Acquainted) -> Row:
    cells = (
        Cell(f"{index}.", Alignment.CENTER, vertical=Vertical.MIDDLE),
        Cell(person.name, vertical=Vertical.MIDDLE),
        Cell(tidy(person.post), vertical=Vertical.MIDDLE),
        Cell(),
        Cell(),
    )
    return Row(cells, least_height_mm=_SIGNATURE_ROW_MM)
