"""Pages of a PDF as pictures for the preview inside the program."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.errors import UnreadableFile

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_POINTS_PER_INCH = 72
_one_at_a_time = threading.Lock()
"""PDFium may not be called from two threads at once."""


@dataclass(frozen=True)
class PageImage:
    """A page as raw pixels: three bytes (red, green, blue) each, ``stride`` bytes a row."""

    width: int
    height: int
    stride: int
    rgb: bytes


def page_count(pdf: bytes) -> int:
    """How many pages the PDF has. Raises UnreadableFile when it is no PDF."""
    with _opened(pdf) as document:
        return len(document)


def render_page(pdf: bytes, index: int, dpi: float) -> PageImage:
    """One page, counted from 0. Raises UnreadableFile when the PDF or the page is missing."""
    with _opened(pdf) as document:
        if not 0 <= index < len(document):
            raise UnreadableFile(f"В документе нет страницы {index + 1}.")
        return _image(document, index, dpi)


def render_pages(pdf: bytes, dpi: float) -> list[PageImage]:
    """All pages in their order. Raises UnreadableFile when it is no PDF."""
    with _opened(pdf) as document:
        return [_image(document, index, dpi) for index in range(len(document))]


def _image(document: PdfDocument, index: int, dpi: float) -> PageImage:
    page = document[index]
    bitmap = page.render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True)
    image = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    bitmap.close()
    page.close()
    return image


@contextmanager
def _opened(pdf: bytes) -> Iterator[PdfDocument]:
    import pypdfium2

    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise UnreadableFile("Файл PDF повреждён: показать его нельзя.") from error
        try:
            yield document
        finally:
            document.close()


def page_texts(pdf: bytes) -> list[str]:
    """The text of every page. Raises UnreadableFile when it is no PDF."""
    with _opened(pdf) as document:
        return [_text(document, index) for index in range(len(document))]


def _text(document: PdfDocument, index: int) -> str:
    page = document[index]
    layer = page.get_textpage()
    text = str(layer.get_text_range())
    layer.close()
    page.close()
    return text
