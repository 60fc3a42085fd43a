"""Fonts and paragraph styles of the PDF renderer; fonts are parsed once in a process."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import Literal

from reportlab import rl_config
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph as ParagraphFlowable
from reportlab.platypus import paragraph as line_breaking

from nastavnik_desktop.documents.justified import loosened
from nastavnik_desktop.documents.page import TextSetup
from nastavnik_desktop.documents.styles import FONT_LINE_HEIGHT, INDENT_STEP_PT, LOOKS, alignment_of
from nastavnik_desktop.documents.tree import Alignment, Paragraph, Role, Run

FONT = "Tinos"
BOLD = "Tinos-Bold"
LONGEST_KEPT_TEXT = 700
"""A longer text is not held together with what follows: the two might not fit one page."""
_BREAKS_AT_HYPHENS = 2
"""Double words go on below after their hyphen, as in a word processor; ReportLab's number."""
_DOUBLE_WORD = re.compile("^[-\u00adA-Za-z\u00c0-\u024fА-Яа-яЁё]+$")
"""ReportLab's own pattern knows no «ё»: «Воробьёва-Лунёва» would be broken anywhere."""
_FONT_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "tinos"
_FONT_FILES = {
    FONT: "Tinos_400Regular.ttf",
    BOLD: "Tinos_700Bold.ttf",
    "Tinos-Italic": "Tinos_400Regular_Italic.ttf",
    "Tinos-BoldItalic": "Tinos_700Bold_Italic.ttf",
}
# The numbers of reportlab.lib.enums: TA_LEFT, TA_CENTER, TA_RIGHT, TA_JUSTIFY.
_ALIGNMENTS: dict[Alignment, Literal[0, 1, 2, 4]] = {
    Alignment.LEFT: 0,
    Alignment.CENTER: 1,
    Alignment.RIGHT: 2,
    Alignment.JUSTIFY: 4,
}


class TextFlowable(ParagraphFlowable):
    """A paragraph that breaks its lines once for a width; a table asks for its height thrice."""

    _broken_for_pt: float | None = None

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Width and height of the broken lines; the height that is left does not matter."""
        if self._broken_for_pt != availWidth or not hasattr(self, "blPara"):
            super().wrap(availWidth, availHeight)
            self._broken_for_pt = availWidth
        return self.width, self.height


@cache
def register_fonts() -> None:
    """Make the four faces of Tinos known to ReportLab; they are embedded as subsets."""
    line_breaking._hy_shy_letters_pat = _DOUBLE_WORD  # type: ignore[attr-defined]  # noqa: SLF001
    rl_config.useA85 = 0  # text encoding of streams would cost a tenth of the time and the size
    for name, file_name in _FONT_FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(_FONT_FOLDER / file_name)))
    pdfmetrics.registerFontFamily(FONT, *_FONT_FILES)


def leading(size_pt: float, spacing: float = 1.0) -> float:
    """Distance between base lines as a word processor sets it."""
    return size_pt * FONT_LINE_HEIGHT * spacing


def paragraph(block: Paragraph, text: TextSetup) -> TextFlowable:
    """A paragraph of the tree as a flowable."""
    alignment = alignment_of(block)
    content = "".join(_markup(run) for run in block.runs)
    if alignment is Alignment.JUSTIFY:
        content = loosened(content)
    flowable = TextFlowable(content, _role_style(block.role, alignment, text))
    is_short = sum(len(run.text) for run in block.runs) <= LONGEST_KEPT_TEXT
    flowable.keepWithNext = is_short and (block.keep_with_next or LOOKS[block.role].keep_with_next)
    if block.space_before_pt is not None:
        flowable.spaceBefore = block.space_before_pt
    return flowable


def plain(
    content: str,
    size_pt: float,
    alignment: Alignment = Alignment.LEFT,
    *,
    bold: bool = False,
    indent: int = 0,
) -> TextFlowable:
    """A text of one look: a cell, a mark, a signature."""
    style = _plain_style(size_pt, alignment, bold=bold, indent=indent)
    return TextFlowable(_lines(content), style)


def _markup(run: Run) -> str:
    text = _lines(run.text)
    if run.italic:
        text = f"<i>{text}</i>"
    return f"<b>{text}</b>" if run.bold else text


def _lines(content: str) -> str:
    return escape(content, quote=False).replace("\n", "<br/>")


@lru_cache(maxsize=256)
def _role_style(role: Role, alignment: Alignment, text: TextSetup) -> ParagraphStyle:
    look = LOOKS[role]
    size = look.size_pt(text)
    return ParagraphStyle(
        look.title,
        fontName=BOLD if look.bold else FONT,
        fontSize=size,
        leading=leading(size, look.line_spacing(text)),
        alignment=_ALIGNMENTS[alignment],
        firstLineIndent=text.first_line_mm * mm if look.is_indented else 0,
        spaceBefore=look.space_before_pt,
        spaceAfter=look.space_after_pt,
        allowWidows=0,
        allowOrphans=0,
        embeddedHyphenation=_BREAKS_AT_HYPHENS,
    )


@lru_cache(maxsize=256)
def _plain_style(
    size_pt: float, alignment: Alignment, *, bold: bool, indent: int
) -> ParagraphStyle:
    return ParagraphStyle(
        "plain",
        leftIndent=indent * INDENT_STEP_PT,
        fontName=BOLD if bold else FONT,
        fontSize=size_pt,
        leading=leading(size_pt),
        alignment=_ALIGNMENTS[alignment],
        embeddedHyphenation=_BREAKS_AT_HYPHENS,
    )
