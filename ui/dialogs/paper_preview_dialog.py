"""A paper in a window of its own: look, zoom, print, save."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets.buttons import button, icon_button
from ui.widgets.labels import ElidedLabel, text_label
from ui.widgets.paged_paper import PagedPaper
from ui.widgets.paper_preview import PaperPreview

_WIDTH, _HEIGHT = 860, 720
_SHARE_OF_SCREEN = 0.9


class PaperPreviewDialog(QDialog):
    """Stands beside the window and stops nothing; Esc closes it.

    ``on_save`` gives the ways to save by their words, for example «PDF…».
    """

    def __init__(
        self,
        title: str,
        paper: PagedPaper,
        on_print: Callable[[], object],
        on_save: Mapping[str, Callable[[], object]],
    ) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview = PaperPreview(title)
        self.page_words = text_label("", "quiet")
        self.zoom_words = text_label("", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_head(title, on_print, on_save))
        layout.addWidget(self.preview, 1)
        self.preview.page_changed.connect(self._on_page_changed)
        self.preview.zoom_changed.connect(self._on_zoom_changed)
        self._add_keys(on_print, on_save)
        room = self.screen().availableSize() * _SHARE_OF_SCREEN
        self.resize(min(scaled(_WIDTH), room.width()), min(scaled(_HEIGHT), room.height()))
        self.preview.show_paper(paper)
        self.preview.setFocus()

    def _make_head(
        self,
        title: str,
        on_print: Callable[[], object],
        on_save: Mapping[str, Callable[[], object]],
    ) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(scaled(24), scaled(10), scaled(24), scaled(10))
        row.setSpacing(scaled(8))
        row.addWidget(ElidedLabel(title, "section"), 1)
        for part in (self.page_words, *self._zoom_parts()):
            row.addWidget(part)
        row.addSpacing(scaled(8))
        row.addWidget(_save_button(on_save))
        row.addWidget(button("Печать…", "primary", "printer", on_print))
        return head

    def _zoom_parts(self) -> tuple[QWidget, ...]:
        return (
            icon_button("zoom-out", "Мельче (Ctrl+−)", self.preview.zoom_out),
            self.zoom_words,
            icon_button("zoom-in", "Крупнее (Ctrl++)", self.preview.zoom_in),
            icon_button("move-horizontal", "По ширине (Ctrl+0)", self.preview.fit_width),
        )

    def _add_keys(
        self, on_print: Callable[[], object], on_save: Mapping[str, Callable[[], object]]
    ) -> None:
        QShortcut(QKeySequence.StandardKey.Print, self, on_print)
        for save in list(on_save.values())[:1]:
            QShortcut(QKeySequence.StandardKey.Save, self, save)

    def _on_page_changed(self, page: int, pages: int) -> None:
        self.page_words.setText(f"Страница {page} из {pages}")

    def _on_zoom_changed(self, percent: int) -> None:
        self.zoom_words.setText(f"{percent}\u00a0%")


def _save_button(on_save: Mapping[str, Callable[[], object]]) -> QPushButton:
    made = button("Сохранить", icon_name="download")
    menu = QMenu(made)
    for words, save in on_save.items():
        menu.addAction(words, save)
    made.setMenu(menu)
    made.setVisible(bool(on_save))
    return made
