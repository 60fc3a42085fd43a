"""Emblems of orders: what is let in can be printed, and never wider than the text."""

import io
from base64 import b64encode
from dataclasses import replace

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.units import mm

from nastavnik_desktop.documents.page import PRESETS
from nastavnik_desktop.documents.pictures import problem_of_picture
from nastavnik_desktop.documents.render import render_docx, render_pdf
from nastavnik_desktop.documents.tree import Document, Picture
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.services.page_presets import PresetDraft
from tests.documents.readers import opened_docx


def picture_of(width, height, kind="PNG", mode="L"):
    made = io.BytesIO()
    Image.new(mode, (width, height)).save(made, kind)
    return made.getvalue()


def in_base64(content):
    return b64encode(content).decode("ascii")


def without_its_first_segment(jpeg):
    """A JPEG that begins neither as JFIF nor as Exif: no program that writes Word knows it."""
    length = int.from_bytes(jpeg[4:6], "big")
    return jpeg[:2] + jpeg[4 + length :]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (picture_of(30, 30)[:8], "повреждена"),
        (picture_of(30, 30)[:45], "повреждена"),
        (picture_of(600, 600, "JPEG", "RGB")[:900], "повреждена"),
        (picture_of(5000, 5000, mode="1"), "20 миллионов точек"),
        (picture_of(20_000, 10_000, mode="1"), "20 миллионов точек"),
        (
            without_its_first_segment(picture_of(40, 40, "JPEG", "RGB")),
            "необычного вида",
        ),
    ],
    ids=["only a head", "cut", "a cut photograph", "large", "very large", "unknown to Word"],
)
def test_an_emblem_that_no_order_could_be_printed_with_is_refused(
    services, tmp_path, content, words
):
    path = tmp_path / "герб.png"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=words):
        services.page_presets.read_emblem(path)
    with pytest.raises(RuleViolation, match=words) as refused:
        services.page_presets.save(PresetDraft(replace(PRESETS[0], title="С гербом"), content))
    assert refused.value.field == "emblem"


@settings(deadline=None, max_examples=200)
@given(st.binary(min_size=1, max_size=6), st.integers(8, 700), st.sampled_from(["PNG", "JPEG"]))
def test_whatever_picture_is_let_in_can_be_printed(noise, place, kind):
    content = picture_of(30, 30, kind, "RGB")
    spoiled = content[:place] + noise + content[place + len(noise) :]
    if not problem_of_picture(spoiled):
        paper = Document("Проба", (Picture(in_base64(spoiled), 18),))
        assert render_pdf(paper)
        assert render_docx(paper)


def test_a_wide_emblem_is_no_wider_than_the_text():
    made = Document("Проба", (Picture(in_base64(picture_of(5000, 20)), 18),))
    widest = made.page.text_width_mm
    (shape,) = opened_docx(render_docx(made)).inline_shapes
    assert shape.width.mm == pytest.approx(widest, abs=0.1)
    assert shape.width / shape.height == pytest.approx(250, rel=0.01)
    with pdfplumber.open(io.BytesIO(render_pdf(made))) as pdf:
        (image,) = pdf.pages[0].images
    assert image["width"] / mm == pytest.approx(widest, abs=0.1)
