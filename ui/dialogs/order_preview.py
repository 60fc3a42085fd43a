"""The paper of an order while it is being written: follows the form after a short rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from nastavnik_desktop.domain.errors import NastavnikError
from nastavnik_desktop.domain.orders import OrderDraft
from nastavnik_desktop.domain.problems import Problem
from ui.theme import scaled
from ui.widgets.buttons import icon_button
from ui.widgets.labels import ElidedLabel, text_label
from ui.widgets.paged_paper import PagedPaper
from ui.widgets.paper_preview import PaperPreview

REST_MS = 500

_NO_PAIRINGS = "Отметьте хотя бы одну пару – и здесь появится приказ таким, каким он будет."
_WAITING = "Приказ готовится…"


class RenderDraft(Protocol):
    """Renders a draft away from the window; gives the paper with its problems, or the error."""

    def __call__(
        self,
        draft: OrderDraft,
        on_loaded: Callable[[PagedPaper, Sequence[Problem]], object],
        on_error: Callable[[BaseException], None],
    ) -> object:
        """Begin to render."""


class OrderPreview(QWidget):
    """One rendering at a time; what changed meanwhile is rendered after it.

    ``checked`` carries what the check of the finished text found.
    """

    checked = Signal(object)

    def __init__(self, render: RenderDraft) -> None:
        super().__init__()
        self._render = render
        self._next: OrderDraft | None = None
        self._is_rendering = False
        self.preview = PaperPreview("Приказ, как он будет напечатан")
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
        self.preview.show_message(_WAITING)

    def follow(self, draft: OrderDraft) -> None:
        """Show this draft when the typing rests; what nobody sees is not rendered."""
        self._next = draft
        if self.isVisible():
            self._rest.start()

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
        draft, self._next = self._next, None
        if draft.kind.names_pairings and not draft.pairing_ids:
            self._pages.clear()
            self.preview.show_message(_NO_PAIRINGS)
            return
        self._is_rendering = True
        self._render(draft, self._on_loaded, self._on_failed)

    def _on_loaded(self, paper: PagedPaper, problems: Sequence[Problem]) -> None:
        if isValid(self):
            self._is_rendering = False
            self.preview.show_paper(paper)
            self.checked.emit(problems)
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
