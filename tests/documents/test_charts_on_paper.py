"""Charts in documents: a drawing of the page in PDF, a picture with its words in Word."""

import io

from docx import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from nastavnik_desktop.documents.outline import plain_text
from nastavnik_desktop.documents.pdf_charts import picture
from nastavnik_desktop.documents.png import png
from nastavnik_desktop.documents.preview import PageImage, page_texts
from nastavnik_desktop.documents.render import render_docx, render_pdf
from nastavnik_desktop.documents.snapshot import from_json, to_json
from nastavnik_desktop.documents.tree import Document
from nastavnik_desktop.domain.charts import Bar, BarChart, Series, TrendChart

BARS = BarChart("Кто наставники", (Bar("педагоги", 10, "10"), Bar("обучающиеся", 8, "8")))
YEARS = TrendChart(
    "По годам",
    ("2025/26", "2026/27"),
    (Series("наставляемые", (13, 22)), Series("наставники", (None, 18))),
)
MENTEES = "наставляемые: 2025/26 – 13, 2026/27 – 22"
PAPER = Document("Диаграммы", (BARS, YEARS))


def test_names_and_figures_are_text_of_the_page():
    (text,) = page_texts(render_pdf(PAPER))
    for words in ("педагоги", "10", "обучающиеся", "2026/27", "наставляемые", "22"):
        assert words in text
    assert render_pdf(PAPER) == render_pdf(PAPER)


def test_a_picture_in_word_says_what_it_shows():
    document = WordDocument(io.BytesIO(render_docx(PAPER)))
    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert told == [
        "педагоги: 10; обучающиеся: 8",
        "наставляемые: 2025/26 – 13, 2026/27 – 22; наставники: 2025/26 – нет данных, 2026/27 – 18",
    ]
    page = document.sections[0]
    room = page.page_width - page.left_margin - page.right_margin
    assert all(shape.width <= room for shape in document.inline_shapes)


def test_a_chart_is_kept_in_a_snapshot_and_told_in_plain_text():
    assert from_json(to_json(PAPER)) == PAPER
    assert "педагоги: 10" in plain_text(PAPER)


def test_a_picture_is_sharp_enough_for_a_printer():
    image = Image.open(io.BytesIO(picture(BARS, 360)))
    assert image.size[0] == 360 / 72 * 300
    assert round(image.info["dpi"][0]) == 300
    assert len(set(image.convert("L").tobytes())) > 2


@settings(max_examples=30)
@given(st.integers(1, 7), st.integers(1, 7), st.integers(0, 3), st.randoms(use_true_random=False))
def test_every_pixel_is_written(width, height, spare, chance):
    stride = width * 3 + spare
    rgb = bytes(chance.randrange(256) for _ in range(stride * height))
    image = Image.open(io.BytesIO(png(PageImage(width, height, stride, rgb), 72)))
    lines = (rgb[row * stride : row * stride + 3 * width] for row in range(height))
    assert image.convert("RGB").tobytes() == b"".join(lines)
