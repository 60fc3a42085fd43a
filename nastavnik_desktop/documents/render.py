"""One door to the renderers; the libraries are imported when the first document is made."""

from __future__ import annotations

from nastavnik_desktop.documents.tree import Document


def render_pdf(document: Document) -> bytes:
    """The document as PDF: fonts embedded, equal bytes for equal documents."""
    from nastavnik_desktop.documents import pdf_renderer

    return pdf_renderer.render(document)


def render_docx(document: Document) -> bytes:
    """The document as a file for a word processor."""
    from nastavnik_desktop.documents import docx_renderer

    return docx_renderer.render(document)


def render_xlsx(document: Document) -> bytes:
    """The document as a workbook: a sheet per section, numbers and formulas kept as such."""
    from nastavnik_desktop.documents import xlsx_renderer

    return xlsx_renderer.render(document)
