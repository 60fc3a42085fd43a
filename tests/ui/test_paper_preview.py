"""A paper on the screen and on the printer: places of pages, zoom, sharpness, copies of files."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from nastavnik_desktop.documents.preview import PageImage
from nastavnik_desktop.domain.errors import Cancelled
from nastavnik_desktop.services.copies import keep_copy, safe_name
from tests import factory
from ui.operations import Progress
from ui.printing import chosen_pages, print_pages
from ui.widgets.page_places import place_pages, zoom_to_width
from ui.widgets.paged_paper import SMALL_DPI, PagedPaper, SharpPages
from ui.widgets.paper_preview import PaperPreview

A4 = (595.0, 842.0)
WIDE = (842.0, 595.0)


def white(width, height):
    """A blank page as the service gives it."""
    return PageImage(width, height, width * 3, b"\xff" * (width * height * 3))


class Asked:
    """A paper that remembers which pages were asked for and gives them at once."""

    def __init__(self):
        self.pages = []

    def __call__(self, index, dpi, take):
        self.pages.append((index, dpi))
        take(white(round(A4[0] * dpi / 72), round(A4[1] * dpi / 72)))


@pytest.fixture
def preview(qtbot):
    made = PaperPreview()
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.show()
    return made


def paper(pages, render):
    small = QImage(round(A4[0] / 2), round(A4[1] / 2), QImage.Format.Format_RGB888)
    assert SMALL_DPI == 36
    return PagedPaper((small,) * pages, render)


def test_pages_lie_below_each_other_in_the_middle_of_the_widest():
    placed = place_pages([A4, WIDE], [1.0, 1.0], room=400, gap=16)
    upright, across = placed.places
    assert across.y == upright.bottom + 16
    assert upright.x + upright.width // 2 == pytest.approx(across.x + across.width // 2, abs=1)
    assert placed.width == across.width + 32


def test_only_pages_inside_the_view_are_seen():
    placed = place_pages([A4] * 5, [0.5] * 5, room=400, gap=16)
    third = placed.places[2]
    assert [p.index for p in placed.seen_between(third.y + 1, third.bottom - 1)] == [2]
    assert placed.page_at(third.y - 1) == 2
    assert placed.page_at(10**6) == 4


def test_upright_and_wide_pages_fill_the_same_room():
    zooms = [zoom_to_width(width, room=1000, gap=20) for width, _height in (A4, WIDE)]
    placed = place_pages([A4, WIDE], zooms, room=1000, gap=20)
    assert [place.width for place in placed.places] == [960, 960]


def test_a_new_paper_begins_at_its_top_and_only_seen_pages_are_made(preview, qtbot):
    asked = Asked()
    preview.show_paper(paper(20, asked))
    assert (preview.page, preview.pages) == (1, 20)
    qtbot.waitUntil(lambda: preview.is_sharp)
    assert len({index for index, _dpi in asked.pages}) < 4


def test_keys_move_and_zoom(preview, qtbot):
    preview.show_paper(paper(5, Asked()))
    fitting = preview.zoom
    qtbot.keyClick(preview, Qt.Key.Key_End)
    assert preview.page == 5
    qtbot.keyClick(preview, Qt.Key.Key_Home)
    assert preview.page == 1
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.verticalScrollBar().value() > 0
    qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom > fitting
    qtbot.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom == pytest.approx(fitting)


def test_a_zoomed_page_is_made_anew_with_more_dots(preview, qtbot):
    asked = Asked()
    preview.show_paper(paper(1, asked))
    qtbot.waitUntil(lambda: preview.is_sharp)
    preview.set_zoom(2.0)
    assert not preview.is_sharp
    qtbot.waitUntil(lambda: preview.is_sharp)
    assert asked.pages[-1] == (0, 192.0)


def test_a_picture_of_an_earlier_paper_is_forgotten(preview, qtbot):
    late = []
    preview.show_paper(paper(1, lambda *call: late.append(call)))
    qtbot.waitUntil(lambda: bool(late))
    preview.show_message("Отметьте хотя бы одну пару.")
    preview.show_paper(paper(1, Asked()))
    _index, dpi, take = late[0]
    take(white(10, 10))
    assert preview._sharp.dpi_of(0) == 0.0 or dpi == preview._sharp.dpi_of(0)
    assert (10, 10) not in [(i.width(), i.height()) for _d, i in preview._sharp.images.values()]


def test_few_sharp_pages_are_kept():
    sharp = SharpPages()
    for index in range(40):
        sharp.keep(index, 96.0, QImage())
    assert len(sharp.images) < 10
    assert sharp.lacks(0, 96.0)
    assert not sharp.lacks(39, 96.0)


@pytest.fixture
def order_pdf(services):
    return services.orders.file(factory.make_order(services), "pdf")


@pytest.fixture
def printer(tmp_path):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setFullPage(True)
    return made


def test_an_order_is_printed_page_by_page_upright_and_across(
    qapp, services, order_pdf, printer, tmp_path
):
    pages = services.orders.page_count(order_pdf)
    steps = []
    progress = Progress(lambda done, total: steps.append((done, total)))

    def make_page(index, dpi):
        return services.orders.page_image(order_pdf, index, dpi / 4)

    print_pages(printer, make_page, pages, progress)
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert services.orders.page_count(printed) == pages
    before = [image.width > image.height for image in services.orders.page_images(order_pdf, 20)]
    after = [image.width > image.height for image in services.orders.page_images(printed, 20)]
    assert after == before
    assert steps[-1] == (pages, pages)


def test_printing_stops_when_it_is_cancelled(qapp, printer):
    progress = Progress(lambda done, total: None)

    def make_page(index, dpi):
        progress.cancel()
        return white(100, 140)

    with pytest.raises(Cancelled):
        print_pages(printer, make_page, 3, progress)


def test_only_the_chosen_pages_are_printed(qapp, printer):
    assert chosen_pages(printer, 4) == [0, 1, 2, 3]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert chosen_pages(printer, 4) == [1, 2]


def test_a_copy_never_replaces_one_that_the_user_changed(tmp_path):
    first = keep_copy(tmp_path / "Документы", "Приказ.docx", b"text")
    assert keep_copy(tmp_path / "Документы", "Приказ.docx", b"text") == first
    first.write_bytes(b"her own words")
    second = keep_copy(tmp_path / "Документы", "Приказ.docx", b"text")
    assert second.name == "Приказ (2).docx"
    assert first.read_bytes() == b"her own words"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Приказ №\u00a0181/1 от 08.09.2026", "Приказ № 181-1 от 08.09.2026"),
        ('01-03\\482: "список"?', "01-03-482- -список-"),
        (" ... ", "Документ"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title, name):
    assert safe_name(title) == name
