"""The program as it starts, over real bases, with prompts that follow a script."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from tests import factory
from tests.ui.school_window import PromptsOfPapers, button_in, texts_in


class Program:
    """The window with its controller, as the program starts it."""

    def __init__(self, settings_file):
        from ui.controllers.window import WindowController
        from ui.furnish import PAGES
        from ui.main_window import MainWindow
        from ui.user_settings import UserSettings

        self.prompts = PromptsOfPapers()
        self.settings = UserSettings(settings_file)
        self.window = MainWindow(self.settings, PAGES)
        self.window.show()
        self.controller = WindowController(self.window, self.settings, self.prompts, PAGES)

    def start(self, file=None):
        self.controller.start(file)
        self.settle()
        return self

    def settle(self):
        for _ in range(3):
            self.controller.operations.drain()
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def click(self, words, within=None):
        button_in(within or self.window, words).click()
        self.settle()

    def act(self, action_id):
        self.window.actions_by_id[action_id].trigger()
        self.settle()

    @property
    def bases(self):
        return self.controller.bases

    @property
    def services(self):
        return self.bases.shell.services

    @property
    def said(self):
        return [text.replace("\u00a0", " ") for text in texts_in(self.window)]


@pytest.fixture
def programs(qtbot, tmp_path):
    """Starts programs; the settings of all of them are in one file."""
    started = []

    def begin():
        program = Program(tmp_path / "settings.json")
        started.append(program)
        return program

    yield begin
    for program in started:
        program.window.close()
        program.prompts.assert_all_asked()


@pytest.fixture
def program(programs):
    """One program, not started yet."""
    return programs()


@pytest.fixture
def school_file(tmp_path):
    """A base of a school in a file that nobody has open."""
    from nastavnik_desktop.bootstrap import build_services
    from nastavnik_desktop.config.app_settings import AppSettings

    path = tmp_path / "школа 17.nastavnik"
    services = build_services(path, AppSettings(), create=True)
    factory.make_school(services)
    services.close()
    return path


@pytest.fixture(scope="session")
def training_file(tmp_path_factory):
    """The training school, made once for all tests."""
    from nastavnik_desktop.demo.school import build_demo

    path = tmp_path_factory.mktemp("training") / "school.nastavnik"
    build_demo(path)
    return path


@pytest.fixture
def training_school(training_file):
    """The training school lies where the program keeps it."""
    from ui.controllers import base_opening

    place = base_opening.training_school()
    place.parent.mkdir(parents=True)
    return Path(shutil.copyfile(training_file, place))
