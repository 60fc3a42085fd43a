"""The bar below the page: notice, work in progress with its cancel, state of the backup."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from ui.theme import scaled
from ui.tokens import STATUS_HEIGHT, Tone
from ui.widgets.buttons import button
from ui.widgets.cards import icon_label
from ui.widgets.labels import ElidedLabel, text_label
from ui.widgets.notice_bar import NoticeBar


class StatusBar(QFrame):
    """Signals: ``cancel_asked`` for the work shown, ``backup_asked``: the state was clicked."""

    cancel_asked = Signal()
    backup_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self.setMinimumHeight(scaled(STATUS_HEIGHT))
        self.notices = NoticeBar()
        self._work = _WorkSign()
        self._work.cancel.clicked.connect(self.cancel_asked)
        self._backup = button("", "quiet", "database-backup", self.backup_asked.emit)
        self._backup.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(scaled(24), 0, scaled(12), 0)
        layout.setSpacing(scaled(16))
        layout.addWidget(self.notices, 1)
        layout.addWidget(self._work)
        layout.addWidget(self._backup)

    def show_backup(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """«Копия: 12 минут назад»; a warning tone puts a sign before it."""
        self._backup.setText(text if tone is Tone.NEUTRAL else f"⚠ {text}")
        self._backup.setVisible(bool(text))

    def show_work(self, title: str, done: int = 0, total: int = 0) -> None:
        """Say what is being done and how far it is; a total of 0 means «not known»."""
        self._work.show_work(title, done, total)

    def hide_work(self) -> None:
        """The work ended."""
        self._work.hide()


class _WorkSign(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.cancel = button("Прервать", "link")
        self._title = ElidedLabel()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(scaled(120))
        self._bar.setAccessibleName("Ход работы")
        self._percent = text_label("", "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(icon_label("loader-circle", Tone.ACCENT))
        for part in (self._title, self._bar, self._percent, self.cancel):
            layout.addWidget(part)
        self.hide()

    def show_work(self, title: str, done: int, total: int) -> None:
        self._title.setText(title)
        self._title.setMinimumWidth(min(self._title.sizeHint().width(), scaled(280)))
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._percent.setText(f"{done} из {total}" if total else "")
        self.show()
