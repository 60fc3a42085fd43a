"""Papers in batches: five hundred one-page orders in one PDF and as files for Word."""

import io
from dataclasses import replace
from itertools import islice
from time import perf_counter

import pypdfium2

from nastavnik_desktop.documents.order_templates import shipped_template
from nastavnik_desktop.documents.orders import order_document
from nastavnik_desktop.documents.render import render_docx, render_pdf
from nastavnik_desktop.documents.tree import PageBreak
from tests.benchmarks.measures import Measure
from tests.benchmarks.papers import drawn_by_hand
from tests.documents import sample_order


def measures(orders=500):
    """Orders of one page: our renderers beside the bare libraries."""
    facts = sample_order.facts(annexes=(), acquainted=())
    order = order_document(facts, shipped_template("pairs"))
    lines = _lines(render_pdf(order))
    bound = replace(order, blocks=tuple(_repeated(order.blocks, orders)))
    yield Measure(
        f"{orders} one-page orders, one PDF",
        _once(lambda: render_pdf(bound)),
        _once(lambda: drawn_by_hand([lines] * orders)),
        "the lines on a bare canvas",
        "<= 6 s",
    )
    render_docx(order)
    yield Measure(
        f"{orders} one-page orders, Word files",
        _once(lambda: [render_docx(order) for _ in range(orders)]),
        _once(lambda: [_written_by_hand(lines) for _ in range(orders)]),
        "the lines by bare python-docx",
        "<= 25 s",
    )


def _once(work):
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1000


def _lines(pdf):
    return pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()


def _repeated(blocks, times):
    """The same order on a page of its own each time."""
    endless = (PageBreak(), *blocks) * times
    return islice(endless, 1, None)


def _written_by_hand(lines):
    import docx

    word = docx.Document()
    for line in lines.splitlines():
        word.add_paragraph(line)
    word.save(io.BytesIO())
