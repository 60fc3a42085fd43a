"""Answers «no» to whatever the system's own windows would ask: for the tour of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class SilentPrompts:
    """Questions that nobody answers."""

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        """Nothing is typed."""

    def ask_choice(self, title: str, label: str, choices: Sequence[str]) -> int | None:
        """Nothing is chosen."""

    def choose_file_to_open(
        self, title: str, kinds: str, folder: Path | None = None
    ) -> Path | None:
        """The system's own windows are not drawn."""

    def choose_files_to_open(self, title: str, kinds: str) -> list[Path]:
        """The system's own windows are not drawn."""
        del title, kinds
        return []

    def choose_file_to_save(self, title: str, kinds: str, proposed: Path) -> Path | None:
        """The system's own windows are not drawn."""

    def choose_folder(self, title: str, folder: Path | None = None) -> Path | None:
        """The system's own windows are not drawn."""

    def choose_printer(self, title: str, pages: int) -> QPrinter | None:
        """Nothing is printed."""

    def open_in_system(self, path: Path) -> bool:
        """Nothing is opened."""
        return path.exists()

    def open_address(self, address: str) -> bool:
        """Nothing is opened."""
        return address == ""
