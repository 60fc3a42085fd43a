"""Papers are kept for decades: PDF/A-2b (ISO 19005-2), told clause by clause."""

import io
import re
from struct import unpack_from
from xml.etree import ElementTree

import pikepdf
import pytest

from nastavnik_desktop.documents.order_templates import shipped_template
from nastavnik_desktop.documents.orders import order_document
from nastavnik_desktop.documents.render import render_pdf
from nastavnik_desktop.documents.tree import Document, Paragraph
from tests.documents import sample_order

NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}


@pytest.fixture(scope="module")
def content():
    return render_pdf(order_document(sample_order.facts(), shipped_template("pairs")))


@pytest.fixture
def pdf(content):
    with pikepdf.open(io.BytesIO(content)) as opened:
        yield opened


def xmp_of(pdf):
    return ElementTree.fromstring(pdf.Root.Metadata.read_bytes())


def said(packet, name):
    """The text of an element of the packet, or of the only item of its list."""
    element = packet.find(f".//{name}", NAMES)
    item = element.find(".//rdf:li", NAMES)
    return (element if item is None else item).text


def fonts_of(pdf):
    return {str(font.BaseFont): font for page in pdf.pages for font in page.Resources.Font.values()}


def test_the_file_says_which_standard_it_keeps(pdf):
    packet = xmp_of(pdf)
    assert (said(packet, "pdfaid:part"), said(packet, "pdfaid:conformance")) == ("2", "B")
    assert "/Filter" not in pdf.Root.Metadata  # 6.6.2.1: read without unpacking


def test_metadata_and_properties_agree(pdf):
    packet, properties = xmp_of(pdf), pdf.docinfo
    assert said(packet, "dc:title") == str(properties.Title)
    assert "О закреплении наставнических пар" in said(packet, "dc:title")
    assert said(packet, "dc:creator") == str(properties.Author)
    assert said(packet, "dc:description") == str(properties.Subject)
    assert said(packet, "pdf:Producer") == str(properties.Producer) == "Наставник"
    assert said(packet, "xmp:CreatorTool") == str(properties.Creator)
    assert set(properties.keys()) == {"/Title", "/Author", "/Subject", "/Producer", "/Creator"}


def test_signs_of_xml_in_a_title_do_no_harm():
    content = render_pdf(Document('Приказ <О «5» & "6">', (Paragraph.of("Текст."),), "МБОУ"))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert said(xmp_of(pdf), "dc:title") == 'Приказ <О «5» & "6">'


def test_colours_have_a_profile(pdf):
    (intent,) = pdf.Root.OutputIntents
    profile = intent.DestOutputProfile
    assert (str(intent.S), int(profile.N)) == ("/GTS_PDFA1", 3)
    assert profile.read_bytes()[16:20] == b"RGB "
    assert profile.read_bytes()[36:40] == b"acsp"


def test_no_paint_needs_another_space_of_colours(pdf):
    operators = {
        str(operator) for page in pdf.pages for _, operator in pikepdf.parse_content_stream(page)
    }
    assert operators & {"k", "K", "cs", "CS", "sh"} == set()


def test_every_font_is_embedded_as_a_symbolic_subset(pdf):
    fonts = fonts_of(pdf)
    assert {name[8:] for name in fonts} == {"Tinos-Regular", "Tinos-Bold"}
    for font in fonts.values():
        descriptor = font.FontDescriptor
        assert len(descriptor.FontFile2.read_bytes()) == descriptor.FontFile2.Length1
        assert int(descriptor.Flags) & 4
        assert "/Encoding" not in font  # 6.2.11.6: a symbolic font has none
        assert "/ToUnicode" in font


def test_widths_are_those_of_the_embedded_font(pdf):
    for font in fonts_of(pdf).values():
        advances, glyphs = _metrics(font.FontDescriptor.FontFile2.read_bytes())
        widths = [float(width) for width in font.Widths]
        assert all(
            abs(widths[code] - advances[glyph]) < 1
            for code, glyph in glyphs.items()
            if code < len(widths)
        )
        assert len(glyphs) > 20


def _metrics(font):
    """Widths of the glyphs in thousandths, and the glyph of each code by the only cmap (6)."""
    count = unpack_from(">H", font, 4)[0]
    entries = (unpack_from(">4sLLL", font, 12 + 16 * index) for index in range(count))
    at = {tag: offset for tag, _, offset, _ in entries}
    units = unpack_from(">H", font, at[b"head"] + 18)[0]
    metrics = unpack_from(">H", font, at[b"hhea"] + 34)[0]
    advances = [
        unpack_from(">H", font, at[b"hmtx"] + 4 * index)[0] * 1000 / units
        for index in range(metrics)
    ]
    tables, platform, encoding, offset = unpack_from(">HHHL", font, at[b"cmap"] + 2)
    assert (tables, platform, encoding) == (1, 1, 0)
    start = at[b"cmap"] + offset
    kind, _, _, first, codes = unpack_from(">5H", font, start)
    assert kind == 6
    return advances, {
        first + index: unpack_from(">H", font, start + 10 + 2 * index)[0] for index in range(codes)
    }


def test_the_file_is_written_as_the_standard_wants(content):
    assert content.startswith(b"%PDF-1.")
    assert all(sign > 127 for sign in content.split(b"\n")[1][1:5])  # 6.1.2: a binary comment
    assert len(re.findall(rb"(?<!\n)endstream", content)) == 0  # 6.1.7.1
    assert b"/Encrypt" not in content
    assert re.search(rb"/ID \[ *<[0-9a-f]{32}><[0-9a-f]{32}> *\]", content)


def test_nothing_in_it_moves_or_leads_outside(pdf):
    assert {"/OpenAction", "/AA", "/JavaScript", "/AcroForm", "/Names"} & set(
        pdf.Root.keys()
    ) == set()
    assert all("/Annots" not in page for page in pdf.pages)


def test_equal_papers_have_equal_bytes(content):
    assert content == render_pdf(order_document(sample_order.facts(), shipped_template("pairs")))
