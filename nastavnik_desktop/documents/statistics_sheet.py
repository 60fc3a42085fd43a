"""A statistical form as a document: title page of the Rosstat type, tables, signature block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nastavnik_desktop.documents.measure import lines_needed
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.statistics_title import TitlePage, title_blocks
from nastavnik_desktop.documents.tree import (
    Alignment,
    Block,
    Border,
    Cell,
    Document,
    Paragraph,
    Role,
    Row,
    Run,
    Section,
    Spacer,
    Table,
    Vertical,
)
from nastavnik_desktop.documents.widths import CELL_PADDING_MM
from nastavnik_desktop.language.typography import tidy

CROSS = "х"
"""Mark of a cell that is not filled."""

_PAGE = PageSetup(landscape=True, left_mm=20, right_mm=10, top_mm=15, bottom_mm=12)
_TABLE_PT = 9.0
_TITLE_MM, _LONG_TITLE_MM, _CODE_MM = 58.0, 76.0, 12.0
_MOST_LINES = 3
_TITLE_OF_WORDS_MM, _FIGURE_MM, _WIDEST_FIGURE_MM = 85.0, 24.0, 30.0
_TURNED_FROM_COLUMNS = 9
_TURNED_HEIGHT_MM, _TURNED_LEAST_MM, _LETTER_MM = 39.0, 20.0, 1.7
_BLANK_DAY = "«____» ____________ 20____ г."
_REFERENCE = re.compile(r"\{(\d+):(\d+)\}")


@dataclass(frozen=True)
class HeadNode:
    """A heading; with children it stands above them, without it heads one column of figures."""

    title: str
    children: tuple[HeadNode, ...] = ()

    @property
    def leaves(self) -> int:
        """How many columns the heading covers."""
        return sum(child.leaves for child in self.children) or 1

    @property
    def depth(self) -> int:
        """How many levels of headings it needs."""
        return 1 + max((child.depth for child in self.children), default=0)


@dataclass(frozen=True)
class Figure:
    """A figure of the table; a crossed one prints «х», one without a value its ``text``.

    ``formula`` is for workbooks: ``{row:column}`` from zero, counted over the table's figures
    (row 0 is the first row of figures, column 0 the first column of figures). ``mark`` stands
    behind the figure and points to a note under the table.
    """

    value: float | None = None
    is_crossed: bool = False
    formula: str = ""
    decimals: int = 0
    text: str = ""
    mark: str = ""


@dataclass(frozen=True)
class FigureRow:
    """A row: its name, its code («01») and its figures; ``level`` indents parts of a sum."""

    title: str
    code: str
    figures: tuple[Figure, ...]
    level: int = 0
    is_total: bool = False


@dataclass(frozen=True)
class FigureTable:
    """A section of the form; ``unit_note`` is such as «Код по ОКЕИ: человек – 792».

    ``text_columns`` are places, from zero, of columns in which words stand; ``notes`` are lines
    under the table.
    """

    title: str
    heads: tuple[HeadNode, ...]
    rows: tuple[FigureRow, ...]
    unit_note: str = ""
    rows_title: str = "Наименование показателя"
    sheet_name: str = ""
    text_columns: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Responsible:
    """Who answers for the figures; empty parts are left as lines to write on.

    ``title`` replaces the usual words beside the line; with ``has_head`` the head signs too.
    """

    post: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""
    day: str = ""
    title: str = ""
    has_head: bool = False
    head: str = ""
    head_post: str = ""


def statistics_document(
    title: TitlePage, tables: tuple[FigureTable, ...], responsible: Responsible
) -> Document:
    """The whole form, A4 landscape: title page, every table on a page of its own, signature."""
    return Document(
        title=tidy(f"{title.form_name} {title.period}"),
        author=title.organisation,
        page=_PAGE,
        text=TextSetup(size_pt=11.0, table_size_pt=_TABLE_PT, note_size_pt=8.0),
        sheet_name="Титульный лист",
        blocks=(*title_blocks(title), *table_sections(tables), *_responsible(responsible)),
    )


def table_sections(tables: tuple[FigureTable, ...]) -> Iterator[Block]:
    """Tables of figures, each on a page or a sheet of its own."""
    for index, table in enumerate(tables, start=1):
        yield Section(_PAGE, table.sheet_name or f"Раздел {index}")
        yield Paragraph.of(tidy(table.title), Role.TITLE)
        if table.unit_note:
            note = (Run(tidy(table.unit_note)),)
            yield Paragraph(note, Role.NOTE, Alignment.RIGHT, keep_with_next=True)
        yield _table(table)
        for number, words in enumerate(table.notes):
            space = None if number else 4.0
            yield Paragraph((Run(tidy(words)),), Role.NOTE, space_before_pt=space)


def _table(table: FigureTable) -> Table:
    heads = _head_rows(table)
    width = sum(head.leaves for head in table.heads)
    return Table(
        widths_mm=_widths(table, width),
        rows=(*heads, _number_row(width + 2), *_figure_rows(table, len(heads) + 1)),
        header_rows=len(heads) + 1,
    )


def _widths(table: FigureTable, width: int) -> tuple[float, ...]:
    """Columns of figures are alike and no wider than they need; words share what is left."""
    room = _PAGE.text_width_mm - _CODE_MM
    if not table.text_columns:
        title = _LONG_TITLE_MM if _has_long_titles(table) else _TITLE_MM
        figure = min((room - title) / width, _WIDEST_FIGURE_MM)
        return (room - figure * width, _CODE_MM, *(figure for _ in range(width)))
    words = len(table.text_columns)
    left = room - _TITLE_OF_WORDS_MM - _FIGURE_MM * (width - words)
    shares = (left / words if place in table.text_columns else _FIGURE_MM for place in range(width))
    return (_TITLE_OF_WORDS_MM, _CODE_MM, *shares)


def _has_long_titles(table: FigureTable) -> bool:
    """Whether some row would be higher than three lines."""
    room = _TITLE_MM - CELL_PADDING_MM
    return any(lines_needed(row.title, room, _TABLE_PT) > _MOST_LINES for row in table.rows)


def _head_rows(table: FigureTable) -> list[Row]:
    """Headings level by level; a leaf reaches down to the lowest level."""
    depth = max(head.depth for head in table.heads)
    is_turned = sum(head.leaves for head in table.heads) >= _TURNED_FROM_COLUMNS
    levels: list[list[Cell]] = [[] for _ in range(depth)]
    levels[0] += [_side_head(table.rows_title, depth), _side_head("№\nстроки", depth)]
    for head in table.heads:
        _add_head(levels, head, 0, is_turned=is_turned)
    lowest = _turned_mm(table.heads) if is_turned else 0.0
    return [
        Row(tuple(cells), lowest if level == depth - 1 else 0.0)
        for level, cells in enumerate(levels)
    ]


def _turned_mm(heads: tuple[HeadNode, ...]) -> float:
    """Room for the longest turned heading, which may break into lines."""
    longest = max(len(title) for title in _leaf_titles(heads))
    return min(_TURNED_HEIGHT_MM, max(_TURNED_LEAST_MM, longest * _LETTER_MM + 3))


def _leaf_titles(heads: tuple[HeadNode, ...]) -> Iterator[str]:
    for head in heads:
        yield from _leaf_titles(head.children) if head.children else (head.title,)


def _side_head(title: str, depth: int) -> Cell:
    return Cell(title, Alignment.CENTER, vertical=Vertical.MIDDLE, rowspan=depth)


def _add_head(levels: list[list[Cell]], head: HeadNode, level: int, *, is_turned: bool) -> None:
    is_leaf = not head.children
    levels[level].append(
        Cell(
            tidy(head.title),
            Alignment.CENTER,
            vertical=Vertical.MIDDLE,
            is_turned=is_leaf and is_turned,
            colspan=head.leaves,
            rowspan=len(levels) - level if is_leaf else 1,
        )
    )
    for child in head.children:
        _add_head(levels, child, level + 1, is_turned=is_turned)


def _number_row(columns: int) -> Row:
    return Row(tuple(Cell(str(number), Alignment.CENTER) for number in range(1, columns + 1)))


def _figure_rows(table: FigureTable, rows_above: int) -> Iterator[Row]:
    for row in table.rows:
        yield Row(
            (
                Cell(
                    tidy(row.title),
                    indent=row.level,
                    bold=row.is_total,
                    vertical=Vertical.MIDDLE,
                ),
                Cell(row.code, Alignment.CENTER, bold=row.is_total, vertical=Vertical.MIDDLE),
                *(_figure_cell(figure, rows_above, bold=row.is_total) for figure in row.figures),
            )
        )


def _figure_cell(figure: Figure, rows_above: int, *, bold: bool) -> Cell:
    if figure.is_crossed:
        return Cell(CROSS, Alignment.CENTER, bold=bold, vertical=Vertical.MIDDLE)
    if figure.value is None and not figure.formula and len(figure.text) > 1:
        return Cell(tidy(figure.text), vertical=Vertical.MIDDLE)
    number_format = "0" + ("." + "0" * figure.decimals if figure.decimals else "")
    return Cell(
        _figure_text(figure),
        Alignment.RIGHT,
        bold=bold,
        vertical=Vertical.MIDDLE,
        value=figure.value,
        formula=_shifted(figure.formula, rows_above),
        number_format=f'{number_format}"{figure.mark}"' if figure.mark else number_format,
    )


def _figure_text(figure: Figure) -> str:
    if figure.value is None or figure.text:
        return figure.text + figure.mark
    return f"{figure.value:.{figure.decimals}f}".replace(".", ",") + figure.mark


def _shifted(formula: str, rows_above: int) -> str:
    """References among figures as references among all cells of the table."""
    return _REFERENCE.sub(
        lambda found: f"{{{int(found[1]) + rows_above}:{int(found[2]) + 2}}}", formula
    )


def _responsible(person: Responsible) -> Iterator[Block]:
    title = person.title or (
        "Должностное лицо, ответственное за предоставление первичных статистических данных "
        "(лицо, уполномоченное предоставлять первичные статистические данные от имени "
        "юридического лица)"
    )
    hints = _hints("(должность)", "", "(Ф. И. О.)", "", "(подпись)")
    head = (tidy(person.head_post), "", person.head, "", "")
    contact = (person.phone, "", _email(person), "", person.day or _BLANK_DAY)
    yield Spacer(10)
    yield Table(
        (92.0, 50.0, 5.0, 62.0, 5.0, 53.0),
        (
            *(_under("Руководитель организации", head, hints, 10.0) if person.has_head else ()),
            *_under(
                tidy(title),
                (tidy(person.post), "", person.name, "", ""),
                hints,
                18.0,
                _written(contact, 10.0),
                _hints("(номер контактного телефона)", "", "", "", "(дата составления документа)"),
            ),
        ),
    )


def _email(person: Responsible) -> str:
    return f"E-mail: {person.email}"


def _under(
    caption: str, texts: tuple[str, ...], hints: Row, height_mm: float, *rest: Row
) -> Iterator[Row]:
    """A signature beside its caption, which reaches over all its rows: no page parts them."""
    first = _written(texts, height_mm)
    beside = Cell(caption, border=Border.NONE, rowspan=2 + len(rest))
    yield Row((beside, *first.cells), height_mm)
    yield from (hints, *rest)


def _written(texts: tuple[str, ...], height_mm: float) -> Row:
    """Texts on lines; every other column is a gap without a line."""
    return Row(
        tuple(
            Cell(text, border=Border.NONE if index % 2 else Border.BOTTOM)
            for index, text in enumerate(texts)
        ),
        height_mm,
    )


def _hints(*texts: str) -> Row:
    return Row(
        tuple(Cell(text, Alignment.CENTER, border=Border.NONE, size_pt=8.0) for text in texts)
    )
