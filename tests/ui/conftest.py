"""A window without a screen: the program's look, the worker, prompts that follow a script."""

import pytest

from tests.ui.order_desk import desk, files  # noqa: F401 - fixtures of this room
from tests.ui.program import (  # noqa: F401 - fixtures of this room
    program,
    programs,
    school_file,
    training_file,
    training_school,
)
from tests.ui.sample_school import ENTRIES, make_shell
from tests.ui.scripted_prompts import ScriptedPrompts


@pytest.fixture(scope="session")
def qapp():
    from ui.application import make_application

    return make_application("light")


@pytest.fixture
def prompts():
    scripted = ScriptedPrompts()
    yield scripted
    scripted.assert_all_asked()


@pytest.fixture
def failures():
    """What the operations without an own handler reported, as (title, error)."""
    return []


@pytest.fixture
def operations(qapp, failures):
    from ui.operations import Operations

    made = Operations(lambda title, error: failures.append((title, error)))
    yield made
    made.drain()
    made.close()


@pytest.fixture
def window(qtbot):
    from ui.main_window import MainWindow
    from ui.user_settings import UserSettings

    made = MainWindow(UserSettings(), ENTRIES)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def shell(window, operations, prompts):
    made = make_shell(window, operations, prompts)
    window.connect_to(made)
    return made


@pytest.fixture
def services(sqlite_base):
    """The real services over a base in a file, its school set up."""
    from nastavnik_desktop.bootstrap import Services
    from tests.factory import make_school, seed_reference_lists

    seed_reference_lists(sqlite_base)
    joined = Services(sqlite_base)
    make_school(joined)
    return joined


@pytest.fixture
def open_window(qtbot, services, operations):
    """Opens the real window over the school of ``services`` with the named pages."""
    from tests.ui.school_window import PromptsOfPapers, SchoolWindow

    prompts = PromptsOfPapers()
    opened = []

    def open_with(*names):
        made = SchoolWindow.over(services, operations, prompts, *names)
        qtbot.addWidget(made.window)
        opened.append(made)
        return made

    yield open_with
    for made in opened:
        made.settle()
    prompts.assert_all_asked()


@pytest.fixture
def open_real_window(qtbot, services, operations):
    """Opens the real window with the real prompts over it: its dialogs wait for ``hand``."""
    from tests.ui.school_window import SchoolWindow
    from ui.prompts import QtPrompts

    opened = []

    def open_with(*names):
        prompts = QtPrompts()
        made = SchoolWindow.over(services, operations, prompts, *names)
        prompts._parent = made.window
        qtbot.addWidget(made.window)
        opened.append(made)
        return made

    yield open_with
    for made in opened:
        made.settle()


@pytest.fixture
def hand(qapp):
    """Answers the program's own windows as they come to the front."""
    from tests.ui.hand import Hand

    made = Hand()
    yield made
    made.rest()
