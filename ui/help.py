"""Pages to read: the help, opened at the place that the user looks at, and the licences."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from nastavnik_desktop.config.paths import resource_path
from ui.theme import scaled, tokens_now

_WIDTH, _HEIGHT = 720, 680
_STYLE = "a { color: %s; } h1, h2, b { font-weight: 600; } kbd { font-family: Inter; }"


class HelpWindow(QWidget):
    """A window of its own that may stay open beside the program; Esc closes it.

    ``page`` is an HTML file; without it, that of the help.
    """

    def __init__(self, title: str = "Справка", page: Path | None = None) -> None:
        super().__init__()
        self._page = page or resource_path("help", "index.html")
        self.setObjectName("help")
        self.setWindowTitle(f"{title} – Наставник")
        self.resize(scaled(_WIDTH), scaled(_HEIGHT))
        self.text = QTextBrowser()
        self.text.setProperty("kind", "help")
        self.text.setAccessibleName(title)
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._on_link_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        QShortcut(QKeySequence("Esc"), self, self.close)

    def open_at(self, anchor: str = "") -> None:
        """Show the page in the colours of the theme, at an anchor such as «people» or its start."""
        document = self.text.document()
        document.setDefaultStyleSheet(_STYLE % tokens_now().accent_text)
        document.setDocumentMargin(scaled(24))
        self.text.setHtml(self._page.read_text(encoding="utf-8"))
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.scrollToAnchor(anchor)

    def _on_link_clicked(self, address: QUrl) -> None:
        if address.isRelative():
            self.text.scrollToAnchor(address.fragment())
        else:
            QDesktopServices.openUrl(address)
