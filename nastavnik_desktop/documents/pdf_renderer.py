"""Tree -> PDF with ReportLab: fonts embedded, equal bytes for equal trees, fit for archives."""

from __future__ import annotations

import io
from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from nastavnik_desktop.documents.page import FRAME_INSET_MM, PageSetup
from nastavnik_desktop.documents.pdf_archive import archived
from nastavnik_desktop.documents.pdf_blocks import BlockBuilder, section_id
from nastavnik_desktop.documents.pdf_text import FONT, register_fonts
from nastavnik_desktop.documents.tree import Document, Section
from nastavnik_desktop.domain.errors import RuleViolation

LANGUAGE = "ru-RU"
PRODUCER = "Наставник"
_NUMBER_ABOVE_TEXT_MM = 7.0
_FRAME_LINES = ((2.25, 0.0), (0.75, 1.6))


def render(document: Document) -> bytes:
    """The document as PDF/A-2b bytes.

    Raises RuleViolation when a text is too long for the place where it stands.
    """
    register_fonts()
    target = io.BytesIO()
    template = _Template(target, document)
    try:
        template.build(list(BlockBuilder(document).flowables(document.blocks)))
    except LayoutError as error:
        raise RuleViolation(
            f"Документ «{document.title}» не помещается на страницу: сократите самый длинный "
            "текст в таблице."
        ) from error
    return archived(target.getvalue())


class _Template(BaseDocTemplate):
    """A document whose page templates are its sections."""

    numbered_from = 1
    """The page with which the current numbering began, counted from the first sheet."""

    def __init__(self, target: io.BytesIO, document: Document) -> None:
        super().__init__(
            target,
            title=document.title,
            author=document.author,
            subject=document.title,
            creator=PRODUCER,
            producer=PRODUCER,
            lang=LANGUAGE,
            invariant=1,
            initialFontName=FONT,
            displayDocTitle=1,
            pageTemplates=[
                _SectionTemplate(section_id(index), page, document.text.table_size_pt)
                for index, page in enumerate(_pages(document))
            ],
        )


class _SectionTemplate(PageTemplate):
    """A page of one section with its number in the top margin."""

    def __init__(self, name: str, page: PageSetup, number_size_pt: float) -> None:
        frame = Frame(
            page.left_mm * mm,
            page.bottom_mm * mm,
            page.text_width_mm * mm,
            page.text_height_mm * mm,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        super().__init__(
            id=name, frames=[frame], pagesize=(page.width_mm * mm, page.height_mm * mm)
        )
        self._page = page
        self._number_size_pt = number_size_pt
        self._is_begun = False

    def beforeDrawPage(self, canv: Canvas, doc: BaseDocTemplate) -> None:
        """Write the page number; the first page of a numbering carries none."""
        if not isinstance(doc, _Template):
            raise TypeError("a section belongs to a document of this renderer")
        if self._page.restarts_numbering and not self._is_begun:
            doc.numbered_from = doc.page
        self._is_begun = True
        if self._page.is_framed:
            _draw_frame(canv, self._page)
        number = doc.page - doc.numbered_from + 1
        if number == 1 or not self._page.shows_numbers:
            return
        canv.saveState()
        canv.setFont(FONT, self._number_size_pt)
        canv.drawCentredString(
            (self._page.left_mm + self._page.text_width_mm / 2) * mm,
            (self._page.height_mm - self._page.top_mm + _NUMBER_ABOVE_TEXT_MM) * mm,
            str(number),
        )
        canv.restoreState()


def _draw_frame(canv: Canvas, page: PageSetup) -> None:
    """A thick and a thin line around the page, as on a certificate."""
    canv.saveState()
    for width_pt, inset_mm in _FRAME_LINES:
        inset = (FRAME_INSET_MM + inset_mm) * mm
        canv.setLineWidth(width_pt)
        canv.rect(inset, inset, page.width_mm * mm - 2 * inset, page.height_mm * mm - 2 * inset)
    canv.restoreState()


def _pages(document: Document) -> Iterator[PageSetup]:
    yield document.page
    for block in document.blocks:
        if isinstance(block, Section):
            yield block.page
