"""Blocks of the tree as ReportLab flowables."""

from __future__ import annotations

import io
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, Image, NextPageTemplate
from reportlab.platypus import PageBreak as PageBreakFlowable
from reportlab.platypus import Spacer as SpacerFlowable
from reportlab.platypus import Table as TableFlowable

from nastavnik_desktop.documents.numbering import numbered
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.pdf_charts import drawing
from nastavnik_desktop.documents.pdf_tables import table
from nastavnik_desktop.documents.pdf_text import FONT, LONGEST_KEPT_TEXT, leading, paragraph, plain
from nastavnik_desktop.documents.styles import CLAUSE_LOOK_ROLE
from nastavnik_desktop.documents.tree import (
    Alignment,
    AnnexMark,
    Block,
    Document,
    LeftRight,
    NumberedClauses,
    PageBreak,
    PageFoot,
    Paragraph,
    Picture,
    Section,
    SignatureLine,
    Spacer,
    Table,
)
from nastavnik_desktop.domain.charts import BarChart, Chart, TrendChart

_LEAST_TABLE_START_MM = 60.0
_POST_SHARE = 0.58
_MOST_RIGHT_SHARE = 0.5
_BARE = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
    ("FONTNAME", (0, 0), (-1, -1), FONT),
]


class FootFlowable(Flowable):
    """Small lines that sink to the bottom of the page on which they come."""

    _ENDLESS_PT = 10_000

    def __init__(self, lines: tuple[str, ...], size_pt: float) -> None:
        super().__init__()
        self._lines = lines
        self._size_pt = size_pt

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """All the height that is left; the least height when asked without a page."""
        needed = len(self._lines) * leading(self._size_pt) + leading(self._size_pt)
        self.width, self.height = aW, aH if needed < aH < self._ENDLESS_PT else needed
        return self.width, self.height

    def draw(self) -> None:
        """Write the lines above the bottom margin."""
        self.canv.setFont(FONT, self._size_pt)
        for below, line in zip(reversed(range(len(self._lines))), self._lines, strict=True):
            self.canv.drawString(0, below * leading(self._size_pt) + 2, line)


class BlockBuilder:
    """Makes flowables of the blocks, remembering the page of the current section."""

    def __init__(self, document: Document) -> None:
        self._text: TextSetup = document.text
        self._page: PageSetup = document.page
        self._sections = 0
        self._makers: dict[type, Callable[..., Iterable[Flowable]]] = {
            Paragraph: self._paragraph,
            NumberedClauses: self._clauses,
            LeftRight: self._left_right,
            SignatureLine: self._signature,
            PageFoot: self._page_foot,
            AnnexMark: self._annex_mark,
            Table: self._table,
            Spacer: self._spacer,
            Picture: self._picture,
            BarChart: self._chart,
            TrendChart: self._chart,
            PageBreak: self._page_break,
            Section: self._section,
        }

    def flowables(self, blocks: tuple[Block, ...]) -> Iterator[Flowable]:
        """All blocks in their order."""
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            yield from self._makers[type(block)](block, following)

    def _paragraph(self, block: Paragraph, following: Block | None) -> Iterator[Flowable]:
        """A heading before a table asks for room instead of being glued to the whole table."""
        flowable = paragraph(block, self._text)
        if isinstance(following, Table) and flowable.keepWithNext:
            flowable.keepWithNext = False
            yield CondPageBreak(_LEAST_TABLE_START_MM * mm)
        yield flowable

    def _clauses(self, block: NumberedClauses, _following: Block | None) -> Iterator[Flowable]:
        last = len(block.clauses) - 1
        for index, (number, clause) in enumerate(numbered(block)):
            flowable = paragraph(
                Paragraph.of(f"{number} {clause.text}", CLAUSE_LOOK_ROLE), self._text
            )
            flowable.keepWithNext = block.keeps_last_with_next and index == last
            yield flowable

    def _left_right(self, block: LeftRight, _following: Block | None) -> Iterator[Flowable]:
        yield from self._two_texts(
            block.left,
            block.right,
            left_share=1.0,
            space_before_pt=block.space_before_pt,
            space_after_pt=block.space_after_pt,
            keep_with_next=True,
        )

    def _signature(self, block: SignatureLine, following: Block | None) -> Iterator[Flowable]:
        yield from self._two_texts(
            block.post,
            block.name,
            left_share=_POST_SHARE,
            space_before_pt=block.space_before_pt,
            keep_with_next=isinstance(following, PageFoot),
        )

    def _two_texts(
        self,
        left: str,
        right: str,
        *,
        left_share: float,
        space_before_pt: float,
        space_after_pt: float = 0.0,
        keep_with_next: bool,
    ) -> Iterator[Flowable]:
        """Two texts at the margins, level with each other's last line; long ones one by one."""
        size, width = self._text.size_pt, self._page.text_width_mm * mm
        if len(left) + len(right) > LONGEST_KEPT_TEXT:
            yield from (plain(left, size), plain(right, size, Alignment.RIGHT))
            return
        right_width = min(stringWidth(right, FONT, size) + 2, width * _MOST_RIGHT_SHARE)
        left_width = min(width * left_share, width - right_width)
        flowable = TableFlowable(
            [[plain(left, size), "", plain(right, size, Alignment.RIGHT)]],
            colWidths=[left_width, width - left_width - right_width, right_width],
            style=_BARE,
            spaceBefore=space_before_pt,
            spaceAfter=space_after_pt,
        )
        flowable.keepWithNext = keep_with_next
        yield flowable

    def _annex_mark(self, block: AnnexMark, _following: Block | None) -> Iterator[Flowable]:
        width, mark = self._page.text_width_mm * mm, block.block_mm * mm
        text = plain("\n".join(block.lines), self._text.table_size_pt)
        if sum(map(len, block.lines)) > LONGEST_KEPT_TEXT:
            yield text
            return
        flowable = TableFlowable(
            [["", text]],
            colWidths=[width - mark, mark],
            style=_BARE,
        )
        flowable.keepWithNext = True
        yield flowable

    def _page_foot(self, block: PageFoot, _following: Block | None) -> Iterator[Flowable]:
        yield FootFlowable(block.lines, self._text.note_size_pt)

    def _table(self, block: Table, _following: Block | None) -> Iterator[Flowable]:
        yield table(block, self._page, self._text)

    def _spacer(self, block: Spacer, _following: Block | None) -> Iterator[Flowable]:
        yield SpacerFlowable(1, block.height_pt)

    def _picture(self, block: Picture, _following: Block | None) -> Iterator[Flowable]:
        picture = Image(io.BytesIO(b64decode(block.data)))
        scale = min(
            block.height_mm * mm / picture.imageHeight,
            self._page.text_width_mm * mm / picture.imageWidth,
        )
        picture.drawWidth = picture.imageWidth * scale
        picture.drawHeight = picture.imageHeight * scale
        picture.hAlign = "CENTER"
        picture.keepWithNext = True
        yield picture

    def _chart(self, block: Chart, _following: Block | None) -> Iterator[Flowable]:
        yield drawing(block, self._page.text_width_mm * mm)

    def _page_break(self, _block: PageBreak, _following: Block | None) -> Iterator[Flowable]:
        yield PageBreakFlowable()

    def _section(self, block: Section, _following: Block | None) -> Iterator[Flowable]:
        self._sections += 1
        self._page = block.page
        yield NextPageTemplate(section_id(self._sections))
        yield PageBreakFlowable()


def section_id(index: int) -> str:
    """Name of the page template of a section; the document itself is section 0."""
    return f"section-{index}"
