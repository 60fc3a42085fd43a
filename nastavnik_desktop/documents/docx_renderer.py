"""Tree -> DOCX with python-docx: real styles, lists, repeated headers, sections and fields."""

from __future__ import annotations

import io
from base64 import b64decode
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from nastavnik_desktop.documents import tree
from nastavnik_desktop.documents.docx_styles import (
    ALIGNMENTS,
    CLAUSE_STYLE,
    LANGUAGE,
    MARK_STYLE,
    add_clause_list,
    add_page_number,
    add_styles,
    new_clause_numbering,
    new_document,
    set_clause_number,
    set_first_page_number,
)
from nastavnik_desktop.documents.docx_tables import table_xml
from nastavnik_desktop.documents.justified import loosened
from nastavnik_desktop.documents.page import FRAME_INSET_MM, PageSetup
from nastavnik_desktop.documents.styles import LOOKS, alignment_of
from nastavnik_desktop.documents.tree import Alignment, Border, Cell, Document, Role, Row, Table
from nastavnik_desktop.domain.charts import BarChart, Chart, TrendChart, told

if TYPE_CHECKING:
    from docx.section import Section as WordSection
    from docx.text.paragraph import Paragraph as WordParagraph

PRODUCER = "Наставник"
_NUMBER_ABOVE_TEXT_MM = 10.0
_LONGEST_PROPERTY = 255
_POINTS_PER_MM = 72 / 25.4
_SIGNATURE_SHARES = (58.0, 12.0, 30.0)


def render(document: Document) -> bytes:
    """The document as DOCX bytes."""
    target = io.BytesIO()
    _Writer(document).write().save(target)
    return target.getvalue()


class _Writer:
    """Writes the blocks one after another, remembering the page of the current section."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._page = document.page
        self._is_page_top = True
        self._list_id: int | None = None
        self._word = new_document()
        self._writers: dict[type, Callable[..., None]] = {
            tree.Paragraph: self._paragraph,
            tree.LeftRight: self._left_right,
            tree.NumberedClauses: self._clauses,
            tree.SignatureLine: self._signature,
            tree.PageFoot: self._page_foot,
            tree.AnnexMark: self._annex_mark,
            tree.Table: self._table,
            tree.Spacer: self._spacer,
            tree.Picture: self._picture,
            BarChart: self._chart,
            TrendChart: self._chart,
            tree.PageBreak: self._page_break,
            tree.Section: self._section,
        }

    def write(self) -> docx.document.Document:
        """The whole document."""
        self._set_properties()
        add_styles(self._word, self._document.text)
        add_clause_list(self._word, self._document.text)
        section = self._word.sections[0]
        _set_page(section, self._page)
        if self._page.shows_numbers:
            add_page_number(section)
        for block in self._document.blocks:
            self._writers[type(block)](block)
            self._is_page_top = isinstance(block, (tree.Section, tree.PageBreak))
        if self._document.blocks and isinstance(self._document.blocks[-1], Table):
            _make_tiny(self._word.add_paragraph())
        return self._word

    def _set_properties(self) -> None:
        properties = self._word.core_properties
        properties.title = self._document.title[:_LONGEST_PROPERTY]
        properties.subject = self._document.title[:_LONGEST_PROPERTY]
        properties.author = self._document.author[:_LONGEST_PROPERTY]
        properties.last_modified_by = PRODUCER
        properties.comments = ""
        properties.keywords = ""
        properties.language = LANGUAGE
        properties.created = properties.modified = datetime.now(UTC)

    def _paragraph(self, block: tree.Paragraph) -> None:
        paragraph = self._word.add_paragraph(style=LOOKS[block.role].title)
        is_justified = alignment_of(block) is Alignment.JUSTIFY
        for run in block.runs:
            added = paragraph.add_run(loosened(run.text) if is_justified else run.text)
            added.bold = run.bold or None
            added.italic = run.italic or None
        if block.alignment:
            paragraph.alignment = ALIGNMENTS[alignment_of(block)]
        if block.keep_with_next:
            paragraph.paragraph_format.keep_with_next = True
        if self._is_page_top:
            paragraph.paragraph_format.space_before = Pt(0)
        elif block.space_before_pt is not None:
            paragraph.paragraph_format.space_before = Pt(block.space_before_pt)

    def _left_right(self, block: tree.LeftRight) -> None:
        paragraph = self._word.add_paragraph(f"{block.left}\t{block.right}")
        layout = paragraph.paragraph_format
        layout.tab_stops.add_tab_stop(Mm(self._page.text_width_mm), WD_TAB_ALIGNMENT.RIGHT)
        layout.space_before = Pt(block.space_before_pt)
        layout.space_after = Pt(block.space_after_pt)
        layout.keep_with_next = True

    def _clauses(self, block: tree.NumberedClauses) -> None:
        if block.starts_at == 1 or self._list_id is None:
            self._list_id = new_clause_numbering(self._word)
        number_id = self._list_id
        last = len(block.clauses) - 1
        for index, clause in enumerate(block.clauses):
            paragraph = self._word.add_paragraph(loosened(clause.text), style=CLAUSE_STYLE)
            set_clause_number(paragraph, number_id, clause.level)
            if block.keeps_last_with_next and index == last:
                paragraph.paragraph_format.keep_with_next = True

    def _signature(self, block: tree.SignatureLine) -> None:
        """A table without lines: the name stays level with the last line of a long post."""
        spacer = self._word.add_paragraph()
        spacer.paragraph_format.line_spacing = Pt(block.space_before_pt)
        spacer.paragraph_format.keep_with_next = True
        size = self._document.text.size_pt
        post, gap, name = (
            Cell(text, alignment, border=Border.NONE, size_pt=size)
            for text, alignment in (
                (block.post, Alignment.LEFT),
                ("", Alignment.LEFT),
                (block.name, Alignment.RIGHT),
            )
        )
        self._table(Table(_SIGNATURE_SHARES, (Row((post, gap, name)),)))

    def _page_foot(self, block: tree.PageFoot) -> None:
        """A frame at the bottom margin of the page on which it is anchored."""
        paragraph = self._word.add_paragraph("\n".join(block.lines), LOOKS[Role.NOTE].title)
        paragraph._p.get_or_add_pPr().insert(  # noqa: SLF001
            1,
            parse_xml(
                f'<w:framePr {nsdecls("w")} w:wrap="around" w:hAnchor="margin" w:vAnchor="margin"'
                ' w:xAlign="left" w:yAlign="bottom"/>'
            ),
        )

    def _annex_mark(self, block: tree.AnnexMark) -> None:
        paragraph = self._word.add_paragraph("\n".join(block.lines), style=MARK_STYLE)
        paragraph.paragraph_format.left_indent = Mm(self._page.text_width_mm - block.block_mm)

    def _table(self, block: Table) -> None:
        element = parse_xml(table_xml(block, self._page, self._document.text))
        self._word.element.body.insert_element_before(element, "w:sectPr")

    def _spacer(self, block: tree.Spacer) -> None:
        self._word.add_paragraph().paragraph_format.line_spacing = Pt(block.height_pt)

    def _picture(self, block: tree.Picture) -> None:
        paragraph = self._word.add_paragraph(style=LOOKS[Role.REQUISITE].title)
        shape = paragraph.add_run().add_picture(
            io.BytesIO(b64decode(block.data)), height=Mm(block.height_mm)
        )
        widest = Mm(self._page.text_width_mm)
        if shape.width > widest:
            shape.height = Mm(block.height_mm * widest / shape.width)
            shape.width = widest

    def _chart(self, block: Chart) -> None:
        """A picture that says in words what it shows."""
        from nastavnik_desktop.documents.pdf_charts import picture

        width_mm = self._page.text_width_mm
        data = io.BytesIO(picture(block, width_mm * _POINTS_PER_MM))
        paragraph = self._word.add_paragraph(style=LOOKS[Role.REQUISITE].title)
        shape = paragraph.add_run().add_picture(data, width=Mm(width_mm))
        properties = shape._inline.docPr  # noqa: SLF001
        properties.set("title", block.title)
        properties.set("descr", told(block))

    def _page_break(self, _block: tree.PageBreak) -> None:
        paragraph = self._word.add_paragraph()
        paragraph.paragraph_format.page_break_before = True
        _make_tiny(paragraph)

    def _section(self, block: tree.Section) -> None:
        section = self._word.add_section(WD_SECTION.NEW_PAGE)
        _make_tiny(self._word.paragraphs[-1])
        self._page = block.page
        _set_page(section, block.page)
        section.different_first_page_header_footer = block.page.restarts_numbering
        if not block.page.shows_numbers:
            section.header.is_linked_to_previous = False


def _set_page(section: WordSection, page: PageSetup) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if page.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(page.width_mm), Mm(page.height_mm)
    section.left_margin, section.right_margin = Mm(page.left_mm), Mm(page.right_mm)
    section.top_margin, section.bottom_margin = Mm(page.top_mm), Mm(page.bottom_mm)
    section.header_distance = Mm(max(page.top_mm - _NUMBER_ABOVE_TEXT_MM, 5))
    section.footer_distance = Mm(max(page.bottom_mm - _NUMBER_ABOVE_TEXT_MM, 5))
    set_first_page_number(section, 1 if page.restarts_numbering else None)
    if page.is_framed:
        _set_frame(section)


def _set_frame(section: WordSection) -> None:
    """A thick and a thin line around the page; ``w:pgBorders`` follows the margins."""
    points = round(FRAME_INSET_MM / 25.4 * 72)
    line = f'w:val="thickThinSmallGap" w:sz="18" w:space="{points}" w:color="auto"'
    sides = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right"))
    borders = parse_xml(f'<w:pgBorders {nsdecls("w")} w:offsetFrom="page">{sides}</w:pgBorders>')
    margins = section._sectPr.find(qn("w:pgMar"))  # noqa: SLF001
    if margins is not None:
        margins.addnext(borders)


def _make_tiny(paragraph: WordParagraph) -> None:
    """A paragraph that the format demands takes no room of its own."""
    paragraph.paragraph_format.line_spacing = Pt(1)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    mark = parse_xml(f'<w:rPr {nsdecls("w")}><w:sz w:val="2"/></w:rPr>')
    section = properties.find(qn("w:sectPr"))
    if section is None:
        properties.append(mark)
    else:
        section.addprevious(mark)
