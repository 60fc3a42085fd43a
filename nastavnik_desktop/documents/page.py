"""PaperFormat, margins and text sizes of printed documents (ГОСТ Р 7.0.97-2025, own presets)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

FRAME_INSET_MM = 9.0
"""From the edge of the paper to the line around a framed page."""

A4_SHORT_MM = 210.0
A4_LONG_MM = 297.0
A3_LONG_MM = 420.0


class PaperFormat(StrEnum):
    """The format of the sheet."""

    A4 = "A4"
    A3 = "A3"

    @property
    def sides_mm(self) -> tuple[float, float]:
        """The short and the long side."""
        return (A4_SHORT_MM, A4_LONG_MM) if self is PaperFormat.A4 else (A4_LONG_MM, A3_LONG_MM)


class PageNumbering(StrEnum):
    """Whether annexes continue the page numbers of the document or count their own."""

    CONTINUED = "continued"
    OWN = "own"


@dataclass(frozen=True)
class PageSetup:
    """A page of one section, A4 unless said, with margins; a framed one has a double line around.

    Page numbers stand in the middle of the top margin from the second page of a numbering on.
    """

    landscape: bool = False
    left_mm: float = 30.0
    right_mm: float = 10.0
    top_mm: float = 20.0
    bottom_mm: float = 20.0
    restarts_numbering: bool = False
    shows_numbers: bool = True
    is_framed: bool = False
    paper: PaperFormat = PaperFormat.A4

    @property
    def width_mm(self) -> float:
        """Width of the paper."""
        return self.paper.sides_mm[self.landscape]

    @property
    def height_mm(self) -> float:
        """Height of the paper."""
        return self.paper.sides_mm[not self.landscape]

    @property
    def text_width_mm(self) -> float:
        """Width between the margins."""
        return self.width_mm - self.left_mm - self.right_mm

    @property
    def text_height_mm(self) -> float:
        """Height between the margins."""
        return self.height_mm - self.top_mm - self.bottom_mm

    def turned(self) -> PageSetup:
        """The landscape page that is filed by the same edge: the left margin becomes the top."""
        return replace(
            self,
            landscape=True,
            left_mm=self.bottom_mm,
            right_mm=self.top_mm,
            top_mm=self.left_mm,
            bottom_mm=self.right_mm,
        )


@dataclass(frozen=True)
class TextSetup:
    """Sizes of the text: points for letters, millimetres for the first-line indent.

    ``line_spacing`` is a multiple of the font's own line height, as in a word processor.
    """

    size_pt: float = 14.0
    table_size_pt: float = 12.0
    note_size_pt: float = 10.0
    line_spacing: float = 1.0
    first_line_mm: float = 12.5


class RequisitePlacement(StrEnum):
    """Where the requisites of the blank stand: over the whole width, or in the left corner."""

    CENTERED = "centered"
    ANGLED = "angled"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return "продольное" if self is RequisitePlacement.CENTERED else "угловое"


@dataclass(frozen=True)
class PagePreset:
    """A named choice of page and text that the user picks in the settings.

    ``angled_line_mm`` is the longest line of angled requisites (75 in the standard of 2016, 80 in
    that of 2025); the emblem, if there is one, stands above the requisites.
    """

    code: str
    title: str
    page: PageSetup = PageSetup()
    text: TextSetup = TextSetup()
    annex_numbering: PageNumbering = PageNumbering.CONTINUED
    requisites: RequisitePlacement = RequisitePlacement.CENTERED
    angled_line_mm: float = 80.0
    shows_executor: bool = True
    emblem_height_mm: float = 18.0


PRESETS = (
    PagePreset("gost-2025", "ГОСТ Р 7.0.97-2025, шрифт 14"),
    PagePreset(
        "gost-2025-13",
        "ГОСТ Р 7.0.97-2025, шрифт 13",
        text=TextSetup(size_pt=13.0, table_size_pt=11.0),
    ),
    PagePreset(
        "gost-2025-12",
        "ГОСТ Р 7.0.97-2025, шрифт 12",
        text=TextSetup(size_pt=12.0, table_size_pt=10.0, note_size_pt=9.0),
    ),
    PagePreset(
        "gost-2016",
        "ГОСТ Р 7.0.97-2016, шрифт 14",
        requisites=RequisitePlacement.ANGLED,
        angled_line_mm=75.0,
    ),
    PagePreset(
        "wide-right",
        "Правое поле 15 мм",
        page=PageSetup(right_mm=15.0),
    ),
)
DEFAULT_PRESET = PRESETS[0]


def preset_by_code(code: str) -> PagePreset:
    """The preset with this code; the default one when the code is not known."""
    return next((preset for preset in PRESETS if preset.code == code), DEFAULT_PRESET)


LEAST_MARGINS_MM = {"left_mm": 20.0, "right_mm": 10.0, "top_mm": 20.0, "bottom_mm": 20.0}
"""ГОСТ Р 7.0.97-2025, 3.4: the least margins of a document."""
