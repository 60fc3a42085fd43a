"""The window: navigation, top bar, the page in front, its details pane and the status bar."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.icons import application_icon
from ui.page_stack import PageStack
from ui.theme import scaled
from ui.user_settings import UserSettings
from ui.widgets.banner import Banner
from ui.widgets.navigation import NavigationColumn
from ui.widgets.status_bar import StatusBar
from ui.widgets.top_bar import TopBar

if TYPE_CHECKING:  # what the first paint does not need is loaded when it is used
    from ui.actions import ActionFacts
    from ui.operations import Operations
    from ui.page_entry import PageEntry
    from ui.shell import Shell
    from ui.widgets.details_pane import DetailsPane
    from ui.widgets.notice_bar import Notice

_FIRST_SIZE = QSize(1366, 768)
_SMALLEST_SIZE = QSize(960, 560)
_GEOMETRY = "main"


class MainWindow(QWidget):
    """Puts the parts together; what they do is decided by controllers.

    Shown before any base is opened; ``connect_to`` brings it to life. ``closing`` is emitted
    when the user closes the window, before it goes.
    """

    closing = Signal()

    def __init__(self, settings: UserSettings, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.setObjectName("shell")
        self.setWindowTitle("Наставник")
        self.setWindowIcon(application_icon())
        self._settings = settings
        self._entries = tuple(entries)
        self.actions_by_id: dict[str, QAction] = {}
        self.navigation = NavigationColumn()
        self.top_bar = TopBar()
        self.banner = Banner()
        self.pages = PageStack()
        self._details: DetailsPane | None = None
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.timeout.connect(self._show_details)
        self.status = StatusBar()
        self._lay_out()
        self._restore_geometry()
        for entry in [entry for entry in entries if not entry.within]:
            self.navigation.add_page(entry.name, entry.title, entry.icon)
        self.navigation.setEnabled(False)
        self.navigation.chosen.connect(self.open_page)
        self.pages.opened.connect(self._on_page_opened)
        self.pages.details_changed.connect(self._on_details_changed)

    @property
    def details(self) -> DetailsPane:
        """The pane beside the page, made when there is something to show."""
        if self._details is None:
            from ui.widgets.details_pane import DetailsPane

            self._details = DetailsPane()
            self._details.closed.connect(self._on_details_closed)
            self._details.set_room(self.width())
            self._beside.addWidget(self._details)
        return self._details

    def connect_to(self, shell: Shell) -> None:
        """Show the data of a base: the pages begin anew, the first of them opens."""
        self.pages.connect_to(shell, self._entries)
        self.navigation.setEnabled(True)
        if self._entries:
            self.open_page(self._entries[0].name)

    def open_page(self, name: str, key: Hashable = None) -> None:
        """Bring a page to the front and, with a key, a record of it."""
        self.pages.open(name, key)

    def notify(self, notice: Notice | None) -> None:
        """Say quietly what was done."""
        self.status.notices.show_notice(notice)

    def set_actions(self, facts: Sequence[ActionFacts], in_help_menu: Sequence[str]) -> None:
        """Take the declared actions; «undo», «redo» and «search» have their places in the bar."""
        from ui.actions import make_actions

        self.actions_by_id = make_actions(self, facts)
        help_menu = QMenu(self)
        help_menu.addActions([self.actions_by_id[action_id] for action_id in in_help_menu])
        self.top_bar.attach(self.actions_by_id["undo"], self.actions_by_id["redo"], help_menu)
        self.top_bar.search_asked.connect(self.actions_by_id["search"].trigger)

    def show_steps(self, undo: str, redo: str) -> None:
        """Name the steps that can be undone and done again; an empty name means there is none."""
        for action_id, words, step in (("undo", "Отменить", undo), ("redo", "Вернуть", redo)):
            action = self.actions_by_id[action_id]
            action.setText(f"{words}: {step}" if step else words)
            action.setEnabled(bool(step))

    def follow(self, operations: Operations) -> None:
        """Show the long work of the worker in the status bar."""
        title = ""

        def show(shown: str, _can_cancel: bool) -> None:
            nonlocal title
            title = shown
            self.status.show_work(title)

        operations.shown.connect(show)
        operations.progressed.connect(lambda done, total: self.status.show_work(title, done, total))
        operations.idle.connect(self.status.hide_work)
        self.status.cancel_asked.connect(operations.cancel)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember place and size, then let the controllers finish."""
        if not self.pages.may_leave():
            event.ignore()
            return
        saved = bytes(self.saveGeometry().toBase64().data())
        self._settings.keep_geometry(_GEOMETRY, saved)
        self.closing.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the page enough room beside the details."""
        super().resizeEvent(event)
        if self._details is not None:
            self._details.set_room(self.width())

    def _restore_geometry(self) -> None:
        self.setMinimumSize(_SMALLEST_SIZE.boundedTo(self.screen().availableSize()))
        saved = QByteArray.fromBase64(QByteArray(self._settings.geometry(_GEOMETRY)))
        if not self.restoreGeometry(saved):
            self.resize(_FIRST_SIZE.boundedTo(self.screen().availableSize()))

    def _lay_out(self) -> None:
        self._beside = _row(self.pages)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.top_bar)
        middle.addWidget(self.banner)
        middle.addLayout(self._beside, 1)
        middle.addWidget(self.status)
        window = _row(self.navigation)
        window.addLayout(middle, 1)
        self.setLayout(window)
        self.pages.setMinimumWidth(scaled(360))

    def _on_page_opened(self, name: str) -> None:
        within = {entry.name: entry.within for entry in self._entries}
        self.navigation.mark(within[name] or name)

    def _on_details_changed(self) -> None:
        """The pane opens when no second click can follow: its coming moves what is clicked."""
        is_open = self._details is not None and self._details.isVisible()
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton and not is_open:
            self._opening.start(QGuiApplication.styleHints().mouseDoubleClickInterval())
        if not self._opening.isActive():
            self._show_details()

    def _show_details(self) -> None:
        page = self.pages.front
        details = page.details if page is not None else None
        if details is not None or self._details is not None:
            self.details.show_details(details)

    def _on_details_closed(self) -> None:
        if (page := self.pages.front) is not None:
            page.put_away_details()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for widget in widgets:
        row.addWidget(widget)
    return row
