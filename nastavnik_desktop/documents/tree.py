"""The tree of a document: what is printed, told without any word about the format.

Facts become a tree, a tree becomes PDF, DOCX or XLSX. Everything is a frozen dataclass, so that
a tree can be compared, stored with an issued order and printed again years later.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.domain.charts import BarChart, TrendChart


class Alignment(StrEnum):
    """Where the lines of a paragraph or a cell stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Role(StrEnum):
    """What a paragraph is; its look belongs to ``styles``."""

    TEXT = "text"
    PLAIN = "plain"
    REQUISITE = "requisite"
    DOCUMENT_NAME = "document_name"
    HEADING = "heading"
    TITLE = "title"
    SUBTITLE = "subtitle"
    NOTE = "note"
    AWARD = "award"
    AWARDED = "awarded"


class Vertical(StrEnum):
    """Where the text stands in the height of its cell; above a line to write on, at the bottom."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Border(StrEnum):
    """Lines around a cell: all four, none, or only the line to write on."""

    ALL = "all"
    NONE = "none"
    BOTTOM = "bottom"


@dataclass(frozen=True)
class Run:
    """A piece of text of one look; a line break is a line feed."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``alignment`` overrides that of the role, ``keep_with_next`` adds to it."""

    runs: tuple[Run, ...]
    role: Role = Role.TEXT
    alignment: Alignment | None = None
    keep_with_next: bool = False
    space_before_pt: float | None = None

    @staticmethod
    def of(text: str, role: Role = Role.TEXT, *, keep_with_next: bool = False) -> Paragraph:
        """A paragraph of one run."""
        return Paragraph((Run(text),), role, keep_with_next=keep_with_next)


@dataclass(frozen=True)
class LeftRight:
    """One line with a text at the left margin and another at the right one (date and number)."""

    left: str
    right: str
    space_before_pt: float = 0.0
    space_after_pt: float = 0.0


@dataclass(frozen=True)
class Clause:
    """One numbered item; level 1 is «1.», level 2 is «1.1.»."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class NumberedClauses:
    """Items numbered anew; ``keeps_last_with_next`` holds the last one by what follows.

    A list that ``starts_at`` more than 1 goes on with the list before it behind a table.
    """

    clauses: tuple[Clause, ...]
    keeps_last_with_next: bool = False
    starts_at: int = 1


@dataclass(frozen=True)
class SignatureLine:
    """Post at the left, name at the right on the level of the post's last line."""

    post: str
    name: str
    space_before_pt: float = 30.0


@dataclass(frozen=True)
class PageFoot:
    """Small lines at the bottom left of the page on which they come (the executor)."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class AnnexMark:
    """Lines of the mark in the upper right corner: «Приложение № 1», «к приказу …»."""

    lines: tuple[str, ...]
    block_mm: float = 80.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    A turned text reads upwards; its row needs a least height, which is the room for its lines.
    ``indent`` moves the text from the left by so many steps, as sub-rows of a form are.
    ``value`` is the number behind the text. ``formula`` is a spreadsheet formula in which
    ``{row:column}`` (from zero, the table's own rows) stands for the address of a cell.
    """

    text: str = ""
    alignment: Alignment = Alignment.LEFT
    bold: bool = False
    vertical: Vertical = Vertical.TOP
    is_turned: bool = False
    colspan: int = 1
    rowspan: int = 1
    border: Border = Border.ALL
    size_pt: float | None = None
    indent: int = 0
    value: float | None = None
    formula: str = ""
    number_format: str = ""

    @property
    def place(self) -> Vertical:
        """Where the text stands: a text on a line to write on always stands upon the line."""
        return Vertical.BOTTOM if self.border is Border.BOTTOM else self.vertical


@dataclass(frozen=True)
class Row:
    """Cells from left to right; those covered by a span of another cell are left out."""

    cells: tuple[Cell, ...]
    least_height_mm: float = 0.0


@dataclass(frozen=True)
class Table:
    """A table; widths are shares of the text width, header rows are repeated on every page."""

    widths_mm: tuple[float, ...]
    rows: tuple[Row, ...]
    header_rows: int = 0
    size_pt: float | None = None

    @property
    def has_lines(self) -> bool:
        """Whether any cell is framed; a table without lines only places its texts."""
        return any(cell.border is not Border.NONE for row in self.rows for cell in row.cells)


@dataclass(frozen=True)
class Spacer:
    """Empty height."""

    height_pt: float


@dataclass(frozen=True)
class Picture:
    """A picture in the middle of the line (an emblem); ``data`` is a PNG or JPEG in base64."""

    data: str
    height_mm: float


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class Section:
    """What follows begins on a new page of another setup; in a workbook, on a new sheet."""

    page: PageSetup
    name: str = ""


# A chart takes the whole width; its title is a paragraph before it, its table stands beside it.
Block = (
    Paragraph
    | LeftRight
    | NumberedClauses
    | SignatureLine
    | PageFoot
    | AnnexMark
    | Table
    | Spacer
    | Picture
    | BarChart
    | TrendChart
    | PageBreak
    | Section
)


@dataclass(frozen=True)
class Document:
    """A whole document; ``title`` and ``author`` go into the properties of the file."""

    title: str
    blocks: tuple[Block, ...]
    author: str = ""
    page: PageSetup = field(default_factory=PageSetup)
    text: TextSetup = field(default_factory=TextSetup)
    sheet_name: str = ""
