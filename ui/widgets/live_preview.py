"""A paper while it is being written: follows what is typed after a short rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from nastavnik_desktop.domain.errors import NastavnikError
from ui.theme import scaled
from ui.widgets.buttons import icon_button
from ui.widgets.labels import ElidedLabel, text_label
from ui.widgets.paged_paper import PagedPaper
from ui.widgets.paper_preview import PaperPreview

REST_MS = 500

Written = TypeVar("Written")
_Rendered_contra = TypeVar("_Rendered_contra", contravariant=True)


class Render(Protocol[_Rendered_contra]):
    """Renders away from the window and gives the paper or the error later."""

    def __call__(
        self,
        written: _Rendered_contra,
        on_loaded: Callable[[PagedPaper], object],
        on_error: Callable[[BaseException], None],
        /,
    ) -> object:
        """Begin to render."""


class LivePreview(QWidget, Generic[Written]):
    """One rendering at a time; what changed meanwhile is rendered after it."""

    def __init__(self, render: Render[Written], name: str, waiting: str) -> None:
        super().__init__()
        self._render = render
        self._next: Written | None = None
        self._is_rendering = False
        self.preview = PaperPreview(name)
        self._pages = text_label("", "quiet")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._start)
        self.preview.page_changed.connect(self._on_page_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._make_head())
        layout.addWidget(self.preview, 1)
        self.preview.show_message(waiting)

    def refusal(self, written: Written) -> str:
        """Why there is nothing to render yet; empty when there is."""
        del written
        return ""

    def follow(self, written: Written) -> None:
        """Show this when the typing rests; what nobody sees is not rendered."""
        self._next = written
        if self.isVisible():
            self._rest.start()

    def say(self, message: str) -> None:
        """Say why there is nothing to look at; what waited to be rendered is forgotten."""
        self._next = None
        self._pages.clear()
        self.preview.show_message(message)

    def showEvent(self, event: QShowEvent) -> None:
        """Render what was given meanwhile."""
        super().showEvent(event)
        self._rest.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing any more."""
        super().hideEvent(event)
        self._rest.stop()

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(scaled(16), scaled(12), scaled(8), scaled(8))
        head.setSpacing(scaled(4))
        head.addWidget(ElidedLabel("Как будет напечатано", "section"), 1)
        head.addWidget(self._pages)
        head.addWidget(icon_button("zoom-out", "Мельче", self.preview.zoom_out))
        head.addWidget(icon_button("zoom-in", "Крупнее", self.preview.zoom_in))
        head.addWidget(icon_button("move-horizontal", "По ширине", self.preview.fit_width))
        return head

    def _start(self) -> None:
        if self._is_rendering or self._next is None:
            return
        written, self._next = self._next, None
        if refusal := self.refusal(written):
            self.say(refusal)
            return
        self._is_rendering = True
        self._render(written, self._on_loaded, self._on_failed)

    def _on_loaded(self, paper: PagedPaper) -> None:
        if isValid(self):
            self._is_rendering = False
            self.preview.show_paper(paper)
            self._start()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, NastavnikError):
            raise error
        if isValid(self):
            self._is_rendering = False
            self._pages.clear()
            self.preview.show_message(str(error))
            self._start()

    def _on_page_changed(self, page: int, pages: int) -> None:
        self._pages.setText(f"{page} из {pages}")
