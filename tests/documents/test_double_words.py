"""Double surnames in narrow cells go on below after their hyphen, as in a word processor."""

import pytest

from nastavnik_desktop.documents.pdf_text import plain, register_fonts
from nastavnik_desktop.documents.tree import Alignment

_PT_PER_MM = 72 / 25.4


@pytest.mark.parametrize("width_mm", [20, 24, 26])
@pytest.mark.parametrize("word", ["Воробьёва-Лунёва", "Воробьева-Лунева", "Ёлкина-Ёжикова"])
def test_a_double_word_is_broken_at_its_hyphen(word, width_mm):
    register_fonts()
    text = plain(f"{word} Анна", 10, Alignment.LEFT)
    text.wrap(width_mm * _PT_PER_MM, 1000)
    first = " ".join(text.blPara.lines[0][1])
    assert first in (word.split("-")[0] + "-", word)
