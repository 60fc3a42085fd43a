"""The user's settings while the program runs: read once, changed in memory, saved on purpose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from nastavnik_desktop.config import app_settings
from nastavnik_desktop.config.app_settings import AppSettings
from nastavnik_desktop.config.table_layout import TableLayout
from nastavnik_desktop.domain.errors import StorageUnavailable


class UserSettings:
    """Holds the current ``AppSettings``; without a path nothing is read or written.

    ``notice`` is a sentence when the file was damaged, else empty.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        loaded = app_settings.load(path) if path else app_settings.LoadedSettings(AppSettings())
        self.current = loaded.settings
        self.notice = loaded.notice

    def change(self, settings: AppSettings) -> None:
        """Take other settings (``dataclasses.replace``); they are written by ``save``."""
        self.current = settings

    def save(self) -> None:
        """Write the file; raises StorageUnavailable."""
        if self._path is not None:
            app_settings.save(self.current, self._path)

    def save_if_possible(self) -> None:
        """Write the file at the end of the program, when nobody can act upon a failure."""
        try:
            self.save()
        except StorageUnavailable:
            self.notice = "Вид окна не сохранён."

    def table_layout(self, name: str) -> TableLayout:
        """How the user arranged a table; the default layout when she did not."""
        return self.current.table_layouts.get(name, TableLayout())

    def keep_table_layout(self, name: str, layout: TableLayout) -> None:
        """Remember how a table is arranged."""
        layouts = {**self.current.table_layouts, name: layout}
        self.change(replace(self.current, table_layouts=layouts))

    def geometry(self, window: str) -> bytes:
        """Place and size of a window as Qt saved it; empty when unknown."""
        return self.current.window_geometries.get(window, "").encode("ascii")

    def keep_geometry(self, window: str, saved: bytes) -> None:
        """Remember place and size of a window: bytes of base64 text."""
        kept = {**self.current.window_geometries, window: saved.decode("ascii")}
        self.change(replace(self.current, window_geometries=kept))
