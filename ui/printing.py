"""Printing a PDF: its pages as pictures of a high resolution, painted upon the printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.errors import Cancelled, StorageUnavailable
from ui.operations import Progress
from ui.widgets.paged_paper import as_qimage

if TYPE_CHECKING:
    from nastavnik_desktop.documents.preview import PageImage

PRINT_DPI = 300
"""Letters of 12 points are clean at this; more only makes the printer slower."""

MakePage = Callable[[int, float], "PageImage"]


def choose_printer(parent: QWidget | None, title: str, pages: int) -> QPrinter | None:
    """The system's print dialog for a paper of so many pages; None when it was closed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFromTo(1, pages)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"Печать: {title}")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=pages > 1)
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() else None


def print_pages(printer: QPrinter, make_page: MakePage, pages: int, progress: Progress) -> None:
    """Print the chosen pages; runs on the worker. Raises StorageUnavailable, Cancelled.

    Margins belong to the paper itself, so a page fills the sheet and is never enlarged.
    """
    chosen = chosen_pages(printer, pages)
    painter = QPainter()
    try:
        for done, index in enumerate(chosen):
            progress.step(done, len(chosen))
            _add_page(painter, printer, as_qimage(make_page(index, PRINT_DPI)))
        progress.step(len(chosen), len(chosen))
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()


def chosen_pages(printer: QPrinter, pages: int) -> list[int]:
    """Pages that the user asked for, counted from 0."""
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return list(range(pages))
    first, last = printer.fromPage() or 1, printer.toPage() or pages
    return [index for index in range(pages) if first <= index + 1 <= last]


def _add_page(painter: QPainter, printer: QPrinter, image: QImage) -> None:
    ways = QPageLayout.Orientation
    is_wide = image.width() > image.height()
    printer.setPageOrientation(ways.Landscape if is_wide else ways.Portrait)
    is_accepted = printer.newPage() if painter.isActive() else painter.begin(printer)
    if not is_accepted:
        raise _refused(printer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    _paint(painter, printer, image)


def _paint(painter: QPainter, printer: QPrinter, image: QImage) -> None:
    """In its own size, from the corner of the sheet, smaller when the sheet is smaller."""
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel).size()
    own = QSizeF(image.size()) * (printer.resolution() / PRINT_DPI)
    ratio = min(sheet.width() / own.width(), sheet.height() / own.height(), 1.0)
    painter.drawImage(QRectF(0, 0, own.width() * ratio, own.height() * ratio), image)


def _refused(printer: QPrinter) -> StorageUnavailable:
    name = printer.printerName() or "принтер"
    return StorageUnavailable(
        f"Печать не началась: «{name}» не принимает задание.",
        "Проверьте, включён ли принтер и есть ли бумага, или сохраните PDF.",
    )
