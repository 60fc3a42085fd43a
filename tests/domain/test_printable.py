"""Pasted texts: whatever comes, the base and the paper can hold what is kept of it."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.domain.orders import FreeDetails, OrderKind
from nastavnik_desktop.domain.printable import printable, with_printable_texts

ANY = st.text(st.characters(codec=None, min_codepoint=0, max_codepoint=0x10FFFF), max_size=40)


@given(ANY)
def test_every_text_becomes_one_that_xml_holds(text):
    kept = printable(text)
    element = ElementTree.fromstring(f"<t>{kept.replace('&', '').replace('<', '')}</t>")
    assert "\x00" not in kept
    assert element.tag == "t"
    assert printable(kept) == kept


@given(st.text("абвАБВёЁ 0129«»–№.,\n\t"))
def test_ordinary_texts_stay(text):
    assert printable(text) == text


def test_line_breaks_of_a_word_processor_stay_line_breaks():
    details = with_printable_texts(FreeDetails("В целях\x0bразвития", "Первый\x0bВторой"))
    assert details == FreeDetails("В целях\nразвития", "Первый\nВторой")


def test_names_of_kinds_are_no_texts():
    assert with_printable_texts((OrderKind.PAIRS, 1, None)) == (OrderKind.PAIRS, 1, None)
