"""The section about the program: version, licence, where things stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from nastavnik_desktop import __version__
from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.cards import clear_layout
from ui.widgets.labels import ElidedLabel, text_label

_WHAT = (
    "Программа помогает завучу вести наставничество в школе: от списка сотрудников до приказа и "
    "таблицы для отчёта. Она работает без интернета и никуда не отправляет данные."
)
_LICENCES = (
    "Лицензия MIT. Внутри: Python, Qt и PySide (LGPL), SQLAlchemy, ReportLab, python-docx, "
    "openpyxl, pymorphy3, pytrovich; шрифты Inter и Tinos, значки Lucide."
)


@dataclass(frozen=True)
class Place:
    """Where something stands."""

    title: str
    path: Path


class AboutSection(QWidget):
    """``open_folder`` shows the folder of a place in the system.

    ``show_licences`` opens the page of licences; without it there is no such page.
    """

    def __init__(
        self,
        open_folder: Callable[[Path], object],
        show_licences: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._open_folder = open_folder
        self._places = QGridLayout()
        self._places.setHorizontalSpacing(scaled(16))
        self._places.setVerticalSpacing(scaled(6))
        self._places.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(10))
        layout.addWidget(text_label(f"Наставник {__version__}", "strong"))
        layout.addWidget(text_label(_WHAT, wraps=True))
        layout.addWidget(text_label(_LICENCES, "quiet", wraps=True))
        if show_licences is not None:
            opener = button("Лицензии всех частей", "link", on_click=show_licences)
            layout.addWidget(opener, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(scaled(8))
        layout.addWidget(text_label("Где лежат файлы", "section"))
        layout.addLayout(self._places)
        layout.addStretch()

    def show_places(self, places: Sequence[Place]) -> None:
        """Replace the list of places."""
        clear_layout(self._places)
        for row, place in enumerate(places):
            opener = button("Открыть папку", "link", on_click=partial(self._open, place.path))
            opener.setAccessibleName(f"Открыть папку: {place.title}")
            path = ElidedLabel(str(place.path))
            path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._places.addWidget(text_label(place.title, "quiet"), row, 0)
            self._places.addWidget(path, row, 1)
            self._places.addWidget(opener, row, 2)

    def _open(self, path: Path) -> None:
        self._open_folder(path if path.is_dir() else path.parent)
