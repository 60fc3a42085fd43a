"""The design: contrast, style sheet, icons, signs."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette

from ui.assets import ICONS, STYLES
from ui.icons import application_icon, icon
from ui.theme import Theme, palette_of, scaled, style_sheet
from ui.tokens import DARK, LIGHT, THEMES, Tone

READ_ON = {
    "text": ("ground", "surface", "field", "hover", "accent_soft"),
    "quiet": ("ground", "surface", "field", "hover", "neutral_soft", "accent_soft"),
    "accent_text": ("ground", "surface", "accent_soft"),
    "on_accent": ("accent", "accent_hover"),
    "good": ("ground", "surface", "good_soft", "accent_soft"),
    "warning": ("ground", "surface", "warning_soft", "accent_soft"),
    "danger": ("ground", "surface", "danger_soft", "accent_soft"),
    "on_tooltip": ("tooltip",),
}


def luminance(colour):
    parts = [channel / 255 for channel in QColor(colour).getRgb()[:3]]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_every_text_can_be_read_on_every_ground_it_stands_on(tokens):
    weak = {
        (text, ground): round(contrast(getattr(tokens, text), getattr(tokens, ground)), 2)
        for text, grounds in READ_ON.items()
        for ground in grounds
        if contrast(getattr(tokens, text), getattr(tokens, ground)) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_signs_of_state_can_be_read(tokens, tone):
    assert contrast(tokens.text_of(tone), tokens.soft_of(tone)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_the_style_sheet_has_no_word_left_and_names_only_files_that_exist(tokens):
    sheet = style_sheet(tokens, 9.75)
    assert "$" not in sheet
    signs = re.findall(r"url\(([^)]+)\)", sheet)
    assert signs
    assert [
        sign for sign in signs if not (STYLES / tokens.name / sign.rsplit("/", 1)[1]).exists()
    ] == []


def test_a_larger_text_makes_larger_parts():
    small, large = style_sheet(LIGHT, 9.75), style_sheet(LIGHT, 19.5)
    assert "min-height: 30px" in small
    assert "min-height: 60px" in large


@pytest.mark.parametrize("name", ["light", "dark"])
def test_signs_of_the_style_sheet_are_drawn_in_colours_of_the_theme(name):
    colours = {value for value in vars(THEMES[name]).values() if value.startswith("#")}
    for sign in (STYLES / name).glob("*.svg"):
        used = set(re.findall(r"#[0-9A-Fa-f]{6}", sign.read_text(encoding="utf-8")))
        assert used
        assert used <= colours, sign.name


def test_the_palette_is_made_of_the_tokens():
    palette = palette_of(DARK)
    assert palette.color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    assert palette.color(QPalette.ColorRole.PlaceholderText) == QColor(DARK.quiet)


def test_an_icon_takes_the_colour_of_the_theme_that_is_shown(qapp):
    made = icon("plus", "accent")
    theme = Theme(qapp, "light")
    assert _colours_in(made) == {QColor(LIGHT.accent).name()}
    theme.show_theme("dark")
    assert _colours_in(made) == {QColor(DARK.accent).name()}
    theme.show_theme("light")


def test_a_checked_icon_and_a_disabled_icon_have_their_own_colours(qapp):
    made = icon("plus", "quiet", "accent_text")
    assert _colours_in(made, state=QIcon.State.On) == {QColor(LIGHT.accent_text).name()}
    assert _colours_in(made, mode=QIcon.Mode.Disabled) == {QColor(LIGHT.disabled).name()}


def test_an_icon_is_sharp_at_two_hundred_percent(qapp):
    pixels = icon("house").pixmap(QSize(16, 16), 2.0)
    assert pixels.size() == QSize(32, 32)
    assert pixels.devicePixelRatio() == 2.0


def test_every_icon_of_the_family_can_be_tinted():
    untinted = [
        path.name
        for path in ICONS.glob("*.svg")
        if path.stem != "nastavnik" and "currentColor" not in path.read_text(encoding="utf-8")
    ]
    assert untinted == []


def test_the_program_has_its_own_icon(qapp):
    assert not application_icon().pixmap(64, 64).isNull()


def test_sizes_follow_the_text_of_the_system(qapp):
    font = qapp.font()
    before = scaled(100)
    larger = qapp.font()
    larger.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(larger)
    try:
        assert scaled(100) == 2 * before
    finally:
        qapp.setFont(font)


def _colours_in(made, mode=QIcon.Mode.Normal, state=QIcon.State.Off):
    image = made.pixmap(QSize(48, 48), 1.0, mode, state).toImage()
    points = ((x, y) for x in range(48) for y in range(48))
    colours = (image.pixelColor(x, y) for x, y in points)
    return {colour.name() for colour in colours if colour.alpha() == 255}
