"""The program as its user has it: the real window, opened on a real file, answered by hand."""

from collections import deque
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent

from nastavnik_desktop.domain.school import School
from tests.factory import TODAY
from tests.ui.school_window import button_in, texts_in
from ui.controllers.window import WindowController
from ui.furnish import PAGES
from ui.main_window import MainWindow
from ui.prompts import QtPrompts, words_of
from ui.user_settings import UserSettings


def plain_texts_in(widget):
    """Every text that a user could read in a widget, blanks of all kinds alike."""
    return [words.replace("\u00a0", " ") for words in texts_in(widget)]


class PlannedFiles(QtPrompts):
    """Real dialogs; only what the system would ask is planned: files, and what it opens.

    A new school stands on a day that is fixed, so that the tests never age.
    """

    def __init__(self):
        super().__init__()
        self.files = deque()
        self.opened = []
        self.errors = []
        self.shown = []

    def stand_over(self, window):
        self._parent = window

    def ask_draft(self, make_dialog, draft, problems=()):
        if isinstance(draft, School):
            draft = replace(draft, fixed_today=TODAY)
        return super().ask_draft(make_dialog, draft, problems)

    def choose_file_to_open(self, title, kinds, folder=None):
        return self.files.popleft()

    def choose_file_to_save(self, title, kinds, proposed):
        return self.files.popleft()

    def open_in_system(self, path):
        self.opened.append(path)
        return True

    def show_error(self, title, error):
        self.errors.append(words_of(error))

    def show_dialog(self, dialog):
        self.shown.append(dialog)
        super().show_dialog(dialog)


class Program:
    """A run of the program from its start to its end."""

    def __init__(self, settings_path, file=None):
        self.prompts = PlannedFiles()
        self.settings = UserSettings(settings_path)
        self.window = MainWindow(self.settings, PAGES)
        self.prompts.stand_over(self.window)
        self.window.show()
        self.controller = WindowController(self.window, self.settings, self.prompts, PAGES)
        self.controller.start(file)
        self.settle()

    # What a test needs to see

    @property
    def services(self):
        return self.controller.bases.shell.services

    @property
    def page(self):
        return self.window.pages.front

    @property
    def notice(self):
        """Everything that the notice bar says, its buttons too."""
        return plain_texts_in(self.window.status.notices)

    @property
    def pane(self):
        """Everything that the details pane says."""
        return plain_texts_in(self.window.details)

    @property
    def names(self):
        """The first column of the table in front."""
        return [row[0] for row in self.rows()]

    def rows(self):
        """What the table in front shows, as texts."""
        return [list(row) for row in self.page.records.table.shown_table().rows]

    # What a person does

    def open(self, page):
        self.do(f"page_{page}")

    def do(self, action_id):
        """An action by its menu, its keys or the palette: all of them trigger the same."""
        action = self.window.actions_by_id[action_id]
        assert action.isEnabled(), f"«{action.text()}» is not offered"
        action.trigger()
        self.settle()

    def click(self, words, within=None):
        button_in(within or self.window, words).click()
        self.settle()

    def pick(self, *names):
        """Select the rows of the table in front whose text holds one of the names."""
        table, model = self.page.records.table, self.page.model
        positions = [
            at
            for at, row in enumerate(table.shown_table().rows)
            if any(name in " ".join(row) for name in names)
        ]
        assert len(positions) == len(names), f"{names} among {self.rows()}"
        table.pick({model.id_at(at) for at in positions})
        self.settle()

    def choose(self, words):
        """The entry of the table's menu with these words, for the picked rows."""
        menu = self.page.records.table.make_menu()
        found = {action.text(): action for action in menu.actions()}
        assert words in found, f"no «{words}» among {list(found)}"
        found[words].trigger()
        self.settle()

    def settle(self):
        """Wait until everything that was begun is done and shown."""
        for _ in range(4):
            if self.controller.operations.is_busy:
                self.controller.operations.drain()
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def leave(self):
        """Close the window as its user does, and keep what the settings hold."""
        self.window.close()
        self.settings.save_if_possible()
        QCoreApplication.processEvents()
