"""The lists on a screen of 1366 × 768, with the details pane open: what must be readable is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests import factory
from tests.documents.readers import opened_xlsx
from ui.pictures import SCREEN


@pytest.fixture
def program(start, open_services):
    with open_services() as (services, path):
        factory.make_school(services)
        mentor = factory.make_mentor(services, "Третьякова", "Жанна", "Александровна")
        mentee = factory.make_mentee(services, "Римский", "Денис", "Юрьевич")
        pairing = factory.make_pairing(services, mentor, mentee)
        factory.make_order(services, pairing, number="130-од")
    made = start(path)
    made.window.resize(SCREEN)
    return made


def cut_columns(table):
    """Titles of shown columns in which a text is wider than its column."""
    model = table.model()
    wanted = {at: table.sizeHintForColumn(at) for at in table.look.shown_columns()}
    return {
        model.columns[at].title
        for at, width in wanted.items()
        if width - 10 > table.columnWidth(at)
    }


@pytest.mark.parametrize(
    ("page", "may_be_cut"),
    [
        ("people", {"Должность, класс"}),
        ("pairings", {"Форма"}),
        ("orders", {"Заголовок", "Журнал"}),
    ],
)
def test_names_and_numbers_are_whole_beside_the_open_pane(program, page, may_be_cut):
    program.open(page)
    table = program.page.records.table
    table.selectRow(0)
    program.settle()
    assert program.window.details.isVisible()
    assert cut_columns(table) <= may_be_cut
    assert not table.horizontalScrollBar().isVisible()
    assert table.height() <= table.sizeHint().height()


def test_orders_of_pairs_are_sorted_as_numbers(program):
    services = program.services
    for number, name in (("9-од", "Ильина"), ("12-од", "Орлова")):
        mentee = factory.make_mentee(services, name, "Анна", "Львовна")
        mentor = factory.make_mentor(services, f"{name}-Старшая")
        factory.make_order(services, factory.make_pairing(services, mentor, mentee), number=number)
    program.open("pairings")
    model = program.page.model
    model.sort([column.title for column in model.columns].index("Приказ"))
    assert [row[-1] for row in program.rows()] == ["9-од", "12-од", "130-од"]


def test_a_list_is_saved_as_it_is_shown(program, tmp_path):
    path = tmp_path / "пары.xlsx"
    program.open("pairings")
    program.prompts.files.append(path)
    program.choose("Сохранить в Excel…")
    texts = {str(cell.value) for row in opened_xlsx(path.read_bytes()).active for cell in row}
    assert {"Третьякова Ж. А.", "Римский Д. Ю.", "130-од"} <= {
        text.replace("\u00a0", " ") for text in texts
    }


def test_a_list_stands_still_under_a_double_click(program, qtbot):
    """The pane that comes with the first click moves the rows: the second would miss its row."""
    program.open("people")
    table = program.page.records.table
    row = table.visualRect(table.model().index(0, 0)).center()
    place = table.viewport().mapTo(program.window, row)
    QTest.mouseClick(program.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    program.settle()
    assert len(table.picked_rows()) == 1
    assert not program.window.details.isVisible()
    qtbot.waitUntil(program.window.details.isVisible)
