"""Papers: an order to PDF, its preview, a name in a case, a large table to Excel."""

import io
from itertools import count, islice

from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.services.lists import ListService
from tests.benchmarks.measures import Measure, milliseconds
from tests.factory import make_order, make_pairing, make_school, order_draft

DPI = 96


def measures(services, rows=10_000, rounds=5):
    """Papers of a school with one issued order."""
    make_school(services)
    order_id = make_order(services)
    pdf = services.orders.file(order_id, "pdf")
    yield from _orders(services, pdf, rounds)
    yield _name_in_a_case(rounds)
    yield _table_to_excel(rows, rounds)


def _orders(services, pdf, rounds):
    import pypdfium2

    draft = order_draft(services, make_pairing(services))
    ours = milliseconds(lambda: services.orders.preview(draft), rounds)
    lines = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    bare = milliseconds(lambda: drawn_by_hand(lines), rounds)
    yield Measure("an order to PDF, warm", ours, bare, "the lines on a bare canvas", "<= 25 ms")
    shown = milliseconds(lambda: services.orders.page_image(pdf, 0, DPI), rounds)
    rendered = milliseconds(
        lambda: pypdfium2.PdfDocument(pdf)[0].render(scale=DPI / 72).close(), rounds
    )
    yield Measure("preview of a page", shown, rendered, "bare PDFium", "<= 30 ms")


def drawn_by_hand(pages):
    """The same lines of text drawn one under another, without any layout."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfgen.canvas import Canvas

    fonts = [name for name in pdfmetrics.getRegisteredFontNames() if name.startswith("Tinos")]
    out = io.BytesIO()
    canvas = Canvas(out, A4, initialFontName=fonts[0])
    for page in pages:
        canvas.setFont(fonts[0], 12)
        for place, line in enumerate(page.splitlines()):
            canvas.drawString(60, 800 - 14 * place, line)
        canvas.showPage()
    canvas.save()


def _name_in_a_case(rounds, times=1000):
    from pytrovich.enums import Case as BareCase
    from pytrovich.enums import Gender, NamePart
    from pytrovich.maker import PetrovichDeclinationMaker

    from nastavnik_desktop.language.names import decline

    maker = PetrovichDeclinationMaker()
    parts = (NamePart.LASTNAME, NamePart.FIRSTNAME, NamePart.MIDDLENAME)
    # Every name is a new one: what was declined once is remembered.
    fresh = (FullName(f"Ё{_letters(number)}ова", "Анна", "Петровна") for number in count())

    def bare():
        for name in islice(fresh, times):
            for part, word in zip(parts, name.full.split(), strict=True):
                maker.make(part, Gender.FEMALE, BareCase.DATIVE, word)

    def ours():
        for name in islice(fresh, times):
            decline(name, Case.DATIVE, "f")

    time, limit = milliseconds(ours, rounds) / times, milliseconds(bare, rounds) / times
    return Measure("a name in a case", time, limit, "the bare rules", "< 1 ms")


def _letters(number):
    """A number in Cyrillic letters."""
    return "".join("абвгдежзик"[int(digit)] for digit in str(number))


def _table_to_excel(rows, rounds):
    import xlsxwriter

    columns = [f"Графа {number}" for number in range(15)]
    content = [[f"значение {row} {column}" for column in range(15)] for row in range(rows)]

    def bare():
        book = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
        sheet = book.add_worksheet()
        for place, row in enumerate([columns, *content]):
            sheet.write_row(place, 0, row)
        book.close()

    ours = milliseconds(lambda: ListService().render("Список", columns, content, "xlsx"), 1)
    what = f"{rows:,} x 15 cells to XLSX"
    return Measure(what, ours, milliseconds(bare, 1), "bare XlsxWriter", "<= 2 s")
