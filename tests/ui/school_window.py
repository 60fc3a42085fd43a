"""The real window over the real services of a school that a test fills."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent

from tests.factory import YEAR
from tests.ui.scripted_prompts import ScriptedPrompts
from ui.change_bus import ChangeBus
from ui.furnish import PAGES
from ui.main_window import MainWindow
from ui.operations import Operations
from ui.shell import Shell
from ui.user_settings import UserSettings


class PromptsOfPapers(ScriptedPrompts):
    """Keeps the windows that were shown, the files that were opened, and a printer to give."""

    def __init__(self):
        super().__init__()
        self.shown = []
        self.opened = []

    def show_dialog(self, dialog):
        self.shown.append(dialog)

    def choose_printer(self, title, pages):
        return self._next("choose_printer", f"{title}: {pages}")

    def open_in_system(self, path):
        self.opened.append(path)
        return True

    def open_address(self, address):
        self.opened.append(address)
        return True


@dataclass
class SchoolWindow:
    """What a test needs of the window; ``shell`` holds services, prompts and worker."""

    window: MainWindow
    shell: Shell
    prompts: Any
    operations: Operations

    @staticmethod
    def over(services, operations, prompts, *names):
        """A window with the named pages, the first of them in front."""
        entries = [entry for name in names for entry in PAGES if entry.name == name]
        settings = UserSettings()
        window = MainWindow(settings, entries)
        shell = Shell(
            services,
            operations,
            prompts,
            ChangeBus(),
            settings,
            window.notify,
            window.open_page,
            lambda: YEAR,
        )
        made = SchoolWindow(window, shell, prompts, operations)
        window.show()
        window.connect_to(shell)
        made.settle()
        return made

    @property
    def page(self):
        """The page in front."""
        return self.window.pages.front

    @property
    def notice(self):
        """Everything that the notice bar says, its buttons too."""
        return texts_in(self.window.status.notices)

    def settle(self):
        """Wait until everything that was begun is done and shown."""
        for _ in range(3):
            self.operations.drain()
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def click(self, words, within=None):
        """Press the button of these words and wait."""
        button_in(within or self.window, words).click()
        self.settle()

    def rows(self):
        """What the table shows, as texts."""
        return [list(row) for row in self.page.records.table.shown_table().rows]


def texts_in(widget):
    """Every text that a user could read in a widget."""
    from PySide6.QtWidgets import QLabel, QPushButton

    parts = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return [part.text() for part in parts if part.text() and not part.isHidden()]


def button_in(widget, words):
    """The only visible button with these words."""
    from PySide6.QtWidgets import QPushButton

    found = [
        made
        for made in widget.findChildren(QPushButton)
        if made.text() == words and not made.isHidden()
    ]
    assert found, f"no button «{words}» among {texts_in(widget)}"
    return found[0]
