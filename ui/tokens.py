"""The words of the design: colours of the light and the dark theme, sizes of the grid.

Every pair of a text and the ground it stands on has a contrast of at least 4.5 : 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

GRID = 8
ROW_HEIGHT = 34
NAVIGATION_WIDTH = 208
DETAILS_WIDTH = 360
BAR_HEIGHT = 54
STATUS_HEIGHT = 36
DIALOG_WIDTH = 520


class Tone(StrEnum):
    """What a coloured sign says; the words beside it say the same."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    GOOD = "good"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, eq=False, repr=False)
class Tokens:
    """Colours of one theme as «#RRGGBB»; ``*_soft`` are grounds for a text of the same name."""

    name: str
    ground: str
    surface: str
    field: str
    hover: str
    line: str
    outline: str
    text: str
    quiet: str
    disabled: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    neutral_soft: str
    tooltip: str
    on_tooltip: str

    def text_of(self, tone: Tone) -> str:
        """Colour of a text or an icon of this tone."""
        return {
            Tone.NEUTRAL: self.quiet,
            Tone.ACCENT: self.accent_text,
            Tone.GOOD: self.good,
            Tone.WARNING: self.warning,
            Tone.DANGER: self.danger,
        }[tone]

    def soft_of(self, tone: Tone) -> str:
        """Colour of the ground under a text of this tone."""
        return {
            Tone.NEUTRAL: self.neutral_soft,
            Tone.ACCENT: self.accent_soft,
            Tone.GOOD: self.good_soft,
            Tone.WARNING: self.warning_soft,
            Tone.DANGER: self.danger_soft,
        }[tone]


LIGHT = Tokens(
    name="light",
    ground="#F6F7F9",
    surface="#FFFFFF",
    field="#FFFFFF",
    hover="#F1F3F6",
    line="#E3E7EC",
    outline="#CDD4DC",
    text="#1B1F24",
    quiet="#5B6570",
    disabled="#8A939D",
    accent="#2F6FDE",
    accent_hover="#2861C9",
    accent_text="#2460C8",
    accent_soft="#E8EFFC",
    on_accent="#FFFFFF",
    good="#276B2B",
    good_soft="#E5F4E6",
    warning="#8F5300",
    warning_soft="#FDF0DC",
    danger="#B3201F",
    danger_soft="#FCE7E7",
    neutral_soft="#EDF0F3",
    tooltip="#262A30",
    on_tooltip="#F3F5F7",
)

DARK = Tokens(
    name="dark",
    ground="#1E2126",
    surface="#262A30",
    field="#1F2328",
    hover="#2E333A",
    line="#343A42",
    outline="#4A525C",
    text="#E6E8EB",
    quiet="#9AA4AF",
    disabled="#717B86",
    accent="#6EA1FF",
    accent_hover="#8AB3FF",
    accent_text="#82AEFF",
    accent_soft="#22324F",
    on_accent="#12161C",
    good="#7CCB80",
    good_soft="#1E3A22",
    warning="#F0B45A",
    warning_soft="#40310F",
    danger="#FF9A92",
    danger_soft="#4A2325",
    neutral_soft="#343A42",
    tooltip="#E6E8EB",
    on_tooltip="#1B1F24",
)

THEMES = {tokens.name: tokens for tokens in (LIGHT, DARK)}
