"""The view of all tables: selection, keyboard, look, clipboard, menu."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.ui.sample_school import PAIRS, pair_columns
from ui.item_models.rows_model import RowsModel
from ui.user_settings import UserSettings
from ui.widgets.records_table import RecordsTable


@pytest.fixture
def settings():
    return UserSettings()


@pytest.fixture
def table(qtbot, settings):
    return show_table(qtbot, settings)


def show_table(qtbot, settings):
    model = RowsModel(pair_columns())
    model.set_rows(PAIRS)
    made = RecordsTable("pairs", "Пары и группы", model, settings)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def press(widget, key, text="", modifiers=Qt.KeyboardModifier.NoModifier):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


def heard(signal):
    said = []
    signal.connect(said.append)
    return said


def test_picked_records_stay_picked_when_the_list_is_read_again(table):
    table.pick({2, 5})
    table.model().set_rows(list(reversed(PAIRS)))
    assert {row.id for row in table.picked_rows()} == {2, 5}


def test_picked_records_stay_picked_while_the_filter_narrows(table):
    table.pick({2, 5})
    table.model().set_query("соколова")
    assert [row.id for row in table.picked_rows()] == [2]


def test_whoever_shows_details_hears_that_the_picked_record_is_gone(table):
    table.pick({2})
    said = heard(table.picked)
    table.model().set_rows([pair for pair in PAIRS if pair.id != 2])
    assert said[-1] == []


def test_enter_opens_the_current_record(table):
    said = heard(table.opened)
    table.pick({3})
    press(table, Qt.Key.Key_Return)
    assert [row.id for row in said] == [3]


def test_letters_go_to_the_filter_and_commands_do_not(table):
    said = heard(table.typed)
    press(table, Qt.Key.Key_A, "ф")
    press(table, Qt.Key.Key_F, "f", Qt.KeyboardModifier.ControlModifier)
    press(table, Qt.Key.Key_Down)
    assert said == ["ф"]


def test_picked_rows_are_copied_as_a_table(table):
    table.pick({2, 4})
    press(table, Qt.Key.Key_C, modifiers=Qt.KeyboardModifier.ControlModifier)
    content = QGuiApplication.clipboard().mimeData()
    lines = content.text().split("\n")
    assert lines[0].split("\t")[:2] == ["Наставник", "Наставляемые"]
    assert [line.split("\t")[0] for line in lines[1:]] == ["Соколова М. В.", "Крутикова О. Н."]
    assert "<th>Наставник</th>" in content.html()


def test_the_chosen_look_comes_back_with_the_next_window(qtbot, settings, table):
    header = table.horizontalHeader()
    table.look.show_column(6, is_shown=True)
    table.look.show_column(2, is_shown=False)
    header.moveSection(header.visualIndex(5), 0)
    header.resizeSection(0, 210)
    header.setSortIndicator(6, Qt.SortOrder.DescendingOrder)

    again = show_table(qtbot, settings)
    titles = [pair_columns()[at].title for at in again.look.shown_columns()]
    assert titles == ["Приказ", "Наставник", "Наставляемые", "Срок", "Состояние", "Встреч"]
    assert again.horizontalHeader().sectionSize(0) == 210
    assert again.model().shown_rows()[0].meetings == 12


def test_the_look_can_be_put_back(settings, table):
    table.look.show_column(2, is_shown=False)
    table.look.reset()
    assert table.look.shown_columns() == [0, 1, 2, 3, 4, 5]
    assert settings.table_layout("pairs").columns == ()


def test_the_last_column_cannot_be_hidden(table):
    for column in range(7):
        table.look.show_column(column, is_shown=False)
    assert len(table.look.shown_columns()) == 1


def test_columns_fill_the_width_until_the_user_sets_them(qtbot, table):
    header = table.horizontalHeader()
    shown = sum(header.sectionSize(at) for at in table.look.shown_columns())
    qtbot.waitUntil(
        lambda: (
            abs(
                sum(header.sectionSize(at) for at in table.look.shown_columns())
                - table.viewport().width()
            )
            <= 5
        )
    )
    assert shown > 0


def test_the_menu_offers_what_the_page_can_do_with_the_picked_rows(table):
    printed = []
    table.outputs["Печать…"] = printed.append
    table.fill_menu = lambda menu, rows: menu.addAction(f"Создать приказ ({len(rows)})")
    table.pick({1, 3})
    words = [action.text() for action in table.make_menu().actions() if action.text()]
    assert words == ["Создать приказ (2)", "Копировать строки", "Печать…", "Столбцы"]


def test_export_gets_what_is_shown(table):
    exported = []
    table.outputs["Сохранить в Excel…"] = exported.append
    table.model().set_query("ученик")
    next(a for a in table.make_menu().actions() if a.text() == "Сохранить в Excel…").trigger()
    assert exported[0].title == "Пары и группы"
    assert len(exported[0].rows) == table.model().rowCount()


def test_a_short_list_ends_where_its_last_row_ends(table):
    full = table.sizeHint().height()
    table.model().set_rows(PAIRS[:5])
    row_height = table.verticalHeader().defaultSectionSize()
    assert full - table.sizeHint().height() == 2 * row_height
