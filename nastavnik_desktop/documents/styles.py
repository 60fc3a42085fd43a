"""The look of paragraphs by their role; both text renderers follow it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nastavnik_desktop.documents.page import TextSetup
from nastavnik_desktop.documents.tree import Alignment, Paragraph, Role

FONT_LINE_HEIGHT = 1.149
"""Line height of Times New Roman and Tinos as a multiple of the size."""

INDENT_STEP_PT = 9.0
"""One step of the indent of a cell."""


@dataclass(frozen=True)
class ParagraphLook:
    """How paragraphs of a role look; ``title`` names the style in a word processor.

    ``enlarged`` is the size of the letters as a multiple of the text's.

    Paragraphs with an ``outline_level`` (from 0) are headings of its navigation pane.
    """

    title: str
    alignment: Alignment = Alignment.LEFT
    bold: bool = False
    italic: bool = False
    is_indented: bool = False
    is_spaced: bool = False
    is_note: bool = False
    enlarged: float = 1.0
    space_before_pt: float = 0.0
    space_after_pt: float = 0.0
    keep_with_next: bool = False
    outline_level: int | None = None

    def size_pt(self, text: TextSetup) -> float:
        """Size of the letters."""
        return text.note_size_pt if self.is_note else text.size_pt * self.enlarged

    def line_spacing(self, text: TextSetup) -> float:
        """Multiple of the font's line height; requisites are set solid."""
        return text.line_spacing if self.is_spaced else 1.0


LOOKS: Mapping[Role, ParagraphLook] = {
    Role.TEXT: ParagraphLook(
        "Текст документа", Alignment.JUSTIFY, is_indented=True, is_spaced=True
    ),
    Role.PLAIN: ParagraphLook("Текст без отступа", is_spaced=True, space_after_pt=4),
    Role.REQUISITE: ParagraphLook("Реквизит бланка", Alignment.CENTER, keep_with_next=True),
    Role.DOCUMENT_NAME: ParagraphLook(
        "Вид документа", Alignment.CENTER, bold=True, space_before_pt=12, space_after_pt=10,
        keep_with_next=True,
    ),
    Role.HEADING: ParagraphLook(
        "Заголовок к тексту", Alignment.LEFT, space_before_pt=12, space_after_pt=14,
        keep_with_next=True, outline_level=0,
    ),
    Role.TITLE: ParagraphLook(
        "Название приложения", Alignment.CENTER, bold=True, space_before_pt=14, space_after_pt=10,
        keep_with_next=True, outline_level=0,
    ),
    Role.SUBTITLE: ParagraphLook(
        "Подзаголовок", Alignment.CENTER, space_after_pt=8, keep_with_next=True
    ),
    Role.NOTE: ParagraphLook("Примечание", is_note=True, space_before_pt=4, space_after_pt=2),
    Role.AWARD: ParagraphLook(
        "Название награды", Alignment.CENTER, bold=True, enlarged=2.2, space_before_pt=90,
        space_after_pt=36, keep_with_next=True,
    ),
    Role.AWARDED: ParagraphLook(
        "Кто награждён", Alignment.CENTER, bold=True, enlarged=1.5, space_before_pt=18,
        space_after_pt=12, keep_with_next=True,
    ),
}  # fmt: skip
CLAUSE_LOOK_ROLE = Role.TEXT


def alignment_of(paragraph: Paragraph) -> Alignment:
    """The paragraph's own alignment or that of its role."""
    return paragraph.alignment or LOOKS[paragraph.role].alignment
