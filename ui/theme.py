"""The look of the whole program: font, palette and style sheet, made from the tokens.

The theme follows the system's light or dark setting and the system's text size. Sizes in the
code are given for a text of 9.75 pt (13 px at 96 dpi); ``scaled`` turns them into pixels of the
text size that is set.
"""

from __future__ import annotations

from functools import lru_cache
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ui.assets import FONTS, STYLES
from ui.tokens import DARK, LIGHT, THEMES, Tokens

ARGUMENTS = ("nastavnik", "-style", "fusion")
SMALLEST_TEXT_PT = 9.75
_FONT_FILES = ("Inter_400Regular.ttf", "Inter_500Medium.ttf", "Inter_600SemiBold.ttf")
_TEXT_STEPS = {"small": 0.92, "body": 1.0, "section": 1.15, "title": 1.7, "figure": 2.0}


def tokens_now() -> Tokens:
    """Tokens of the theme that is shown, told by the palette of the application."""
    ground = QApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if ground.lightness() < 128 else LIGHT


def scaled(pixels: int) -> int:
    """A size of the design in pixels of the current text size."""
    return round(pixels * QApplication.font().pointSizeF() / SMALLEST_TEXT_PT)


def text_font(step: str = "body", weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Font of a step of the type scale: small, body, section, title, figure."""
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * _TEXT_STEPS[step])
    font.setWeight(weight)
    return font


class Theme(QObject):
    """Applies the design to the application and follows the system's setting.

    The base is Fusion, which the application gets as an argument (``ARGUMENTS``): asking Qt for
    a style object costs six milliseconds of the start. ``name`` fixes «light» or «dark»; without
    it the system decides. ``text_scale_percent`` enlarges the text of the system's setting.
    """

    changed = Signal()

    def __init__(
        self, application: QApplication, name: str | None = None, text_scale_percent: int = 100
    ) -> None:
        super().__init__(application)
        self._application = application
        self._name = name
        application.setFont(_interface_font(application, text_scale_percent / 100))
        application.styleHints().colorSchemeChanged.connect(self._on_system_theme_changed)
        self.show_theme(name)

    def show_theme(self, name: str | None) -> None:
        """Switch to «light», «dark», or to what the system says (None)."""
        self._name = name
        tokens = THEMES[name or self._system_theme()]
        self._application.setPalette(palette_of(tokens))
        self._application.setStyleSheet(style_sheet(tokens, self._application.font().pointSizeF()))
        self.changed.emit()

    def _system_theme(self) -> str:
        is_dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if is_dark else "light"

    def _on_system_theme_changed(self) -> None:
        self.show_theme(self._name)


def _interface_font(application: QApplication, factor: float) -> QFont:
    for file_name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(FONTS / file_name))
    system = application.font()
    font = QFont(["Inter", *system.families()])
    font.setPointSizeF(max(system.pointSizeF(), SMALLEST_TEXT_PT) * factor)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font


def palette_of(tokens: Tokens) -> QPalette:
    """The palette that Fusion and our own painting draw with."""
    palette = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.ground,
        role.WindowText: tokens.text,
        role.Base: tokens.field,
        role.AlternateBase: tokens.hover,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.quiet,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.ToolTipBase: tokens.tooltip,
        role.ToolTipText: tokens.on_tooltip,
        role.Link: tokens.accent_text,
        role.LinkVisited: tokens.accent_text,
        role.Accent: tokens.accent,
    }
    for colour_role, colour in colours.items():
        palette.setColor(colour_role, QColor(colour))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(tokens.disabled))
    return palette


@lru_cache(maxsize=4)
def style_sheet(tokens: Tokens, text_pt: float) -> str:
    """The style sheet of a theme for a text size in points."""
    words = dict(vars(tokens))
    words["signs"] = (STYLES / tokens.name).as_posix()
    for step, factor in _TEXT_STEPS.items():
        words[f"{step}_pt"] = f"{text_pt * factor:.2f}pt"
    ratio = text_pt / SMALLEST_TEXT_PT
    words["chip_radius"] = f"{(round(24 * ratio) + 2) // 2}px"
    words["pill_radius"] = f"{round(20 * ratio) // 2}px"
    for pixels in (4, 5, 6, 7, 8, 10, 11, 12, 14, 16, 20, 24, 30, 36):
        words[f"px{pixels}"] = f"{round(pixels * ratio)}px"
    return Template((STYLES / "window.qss").read_text(encoding="utf-8")).substitute(words)
