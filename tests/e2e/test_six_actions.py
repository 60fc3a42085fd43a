"""From an empty base to all people of a list: how many actions of the user it takes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.school_window import button_in
from ui.dialogs.import_dialog import ImportDialog

STAFF = Path(__file__).parents[1] / "data" / "tables" / "01-staff-school17.xlsx"
PEOPLE = 32
MOST_ACTIONS = 6


class Counter(QObject):
    """Counts presses of buttons in all windows; a file chosen or typed is counted by its asker."""

    def __init__(self):
        super().__init__()
        self.actions = []
        self._watched = set()
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QPushButton):
            self.watch(watched)
        return False

    def watch(self, button):
        if id(button) not in self._watched:
            self._watched.add(id(button))
            button.pressed.connect(lambda: self.actions.append(button.text()))

    def rest(self):
        QApplication.instance().removeEventFilter(self)


@pytest.fixture
def counted(qapp):
    counter = Counter()
    yield counter
    counter.rest()


@pytest.fixture
def empty_school(open_services):
    """The file of a school that is set up and has nobody yet."""
    from tests.factory import school_draft

    with open_services() as (services, path):
        services.school.set_up(school_draft())
    return path


def test_the_people_of_a_list_take_at_most_six_actions(start, hand, counted, empty_school):
    program = start(empty_school)
    choose = program.prompts.choose_file_to_open

    def choose_and_count(*asked):
        counted.actions.append("выбор файла")
        return choose(*asked)

    program.prompts.choose_file_to_open = choose_and_count
    program.prompts.files.append(STAFF)
    hand.when(ImportDialog, lambda dialog: dialog.saving.click())
    counted.actions.append("раздел «Люди»")
    program.open("people")
    button_in(program.page.view, "Загрузить список…").click()
    program.settle()
    assert len(program.services.people.rows(program.page.shell.year())) == PEOPLE
    assert counted.actions == [
        "раздел «Люди»",
        "Загрузить список…",
        "выбор файла",
        "Загрузить 32\u00a0человека",
    ]
    assert len(counted.actions) <= MOST_ACTIONS
