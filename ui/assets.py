"""Where the window finds its data: fonts, icons and styles."""

from __future__ import annotations

from nastavnik_desktop.config.paths import resource_path

FONTS = resource_path("fonts", "inter")
ICONS = resource_path("icons")
STYLES = resource_path("styles")
