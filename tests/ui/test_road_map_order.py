"""The order of items by the mouse, their sections, their numbers, in the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

PLAN = (
    "Дорожная карта на 2026/27 учебный год\n"
    "№;Мероприятие;Срок;Ответственный;Результат\n"
    "Подготовка;;;;\n"
    "1.1;Издать приказ;до 1 октября 2026 г.;Куратор;Приказ\n"
    "1.2;Обновить базу;до 2 октября 2026 г.;Куратор;База\n"
    "Работа;;;;\n"
    "2.1;Встретиться;до 3 октября 2026 г.;Куратор;Журнал\n"
    "2.2;Собрать отчёты;до 4 октября 2026 г.;Куратор;Отчёт\n"
)


@pytest.fixture
def road_map(services, tmp_path):
    path = tmp_path / "план.csv"
    path.write_text(PLAN, "utf-8")
    return services.road_maps.commit(services.road_maps.preview(path)).record_id


@pytest.fixture
def seen(open_window, road_map):
    return open_window("road_map")


def order(seen):
    return [(line.item.number, line.section) for line in seen.page._rows]


def numbers(seen):
    return [number for number, _section in order(seen)]


def middle(table, row, *, below=0):
    return QPoint(40, table.rowViewportPosition(row) + table.rowHeight(row) // 2 + below)


def drag(seen, row, to, *, until_released=True):
    """Drag a row so that it shall stand before another one (the count of rows: to the end)."""
    table = seen.page.records.table
    shown = table.viewport()
    count = table.model().rowCount()
    target = middle(table, min(to, count - 1), below=8 if to == count else -8)
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, pos=middle(table, row))
    QTest.mouseMove(shown, middle(table, row, below=20))
    QTest.mouseMove(shown, target)
    if until_released:
        QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=target)
        seen.settle()


def tool(seen, words):
    seen.page.records.table.tools[words]()
    seen.settle()


def pick(seen, *wanted):
    ids = {line.item.item_id for line in seen.page._rows if line.item.number in wanted}
    seen.page.records.table.pick(ids)
    seen.settle()


def test_a_row_is_dragged_within_its_section_and_taken_back(seen):
    drag(seen, 1, 0)
    assert order(seen) == [
        ("1.2", "Подготовка"),
        ("1.1", "Подготовка"),
        ("2.1", "Работа"),
        ("2.2", "Работа"),
    ]
    seen.click("Отменить", seen.window.status)
    assert numbers(seen) == ["1.1", "1.2", "2.1", "2.2"]


def test_a_row_that_comes_into_another_section_belongs_to_it(seen):
    drag(seen, 0, 4)
    assert order(seen)[-2:] == [("2.2", "Работа"), ("1.1", "Работа")]


def test_at_the_border_of_its_section_a_row_keeps_it(seen):
    drag(seen, 0, 2)
    assert order(seen)[:2] == [("1.2", "Подготовка"), ("1.1", "Подготовка")]


def test_a_selected_row_is_dragged_with_the_selection(seen):
    pick(seen, "1.1", "2.2")
    drag(seen, 3, 2)
    assert numbers(seen) == ["1.2", "1.1", "2.2", "2.1"]


def test_a_click_on_a_row_of_a_selection_selects_it_alone(seen):
    pick(seen, "1.1", "2.2")
    table = seen.page.records.table
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 3))
    assert [line.item.number for line in seen.page.picked()] == ["2.2"]


def test_a_line_shows_where_the_row_will_stand_and_esc_gives_the_drag_up(seen):
    drag(seen, 0, 3, until_released=False)
    dragging, table = seen.page._dragging, seen.page.records.table
    assert dragging.place == 3
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert dragging.place is None
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 3))
    seen.settle()
    assert numbers(seen) == ["1.1", "1.2", "2.1", "2.2"]


def test_a_row_dropped_at_its_own_place_changes_nothing(seen):
    drag(seen, 1, 1)
    drag(seen, 1, 2)
    assert numbers(seen) == ["1.1", "1.2", "2.1", "2.2"]
    assert not any("Порядок" in words for words in seen.notice)


def test_a_sorted_table_says_how_to_return_to_the_order_of_the_document(seen):
    seen.page.records.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    drag(seen, 0, 3)
    assert any("порядок документа" in words for words in seen.notice)
    assert numbers(seen) == ["1.1", "1.2", "2.1", "2.2"]


def test_below_the_last_shown_row_comes_what_a_filter_hides(seen):
    seen.page.records.filters.set_filter("section", "Подготовка")
    drag(seen, 0, 2)
    seen.page.show_all()
    assert numbers(seen) == ["1.2", "1.1", "2.1", "2.2"]


def test_by_the_keyboard_a_row_comes_into_the_next_section_too(seen):
    pick(seen, "1.2")
    seen.page.shift(seen.page.picked()[0], 1)
    seen.settle()
    assert order(seen)[2] == ("1.2", "Работа")


def test_a_section_gets_another_name(seen):
    pick(seen, "2.1")
    seen.prompts.answer("ask_text", "Основной этап")
    rows = [row for section in seen.page.details.sections for row in section.items]
    next(row for row in rows if getattr(row, "text", "") == "Переименовать раздел…").run()
    seen.settle()
    assert [section for _number, section in order(seen)][2:] == ["Основной этап"] * 2


def test_a_new_section_begins_with_its_first_item(seen):
    from dataclasses import replace

    seen.prompts.answer("ask_text", "Итоги")
    seen.prompts.answer("ask_draft", lambda item: replace(item, event="Подвести итоги"))
    tool(seen, "Новый раздел…")
    assert order(seen)[-1] == ("", "Итоги")


def test_numbers_follow_the_order_until_she_wants_them_as_written(seen, services, road_map):
    tool(seen, "Нумеровать автоматически")
    drag(seen, 0, 4)
    assert numbers(seen) == ["1.1", "2.1", "2.2", "2.3"]
    pick(seen, "2.2")
    seen.page.delete(seen.page.picked())
    seen.settle()
    assert numbers(seen) == ["1.1", "2.1", "2.2"]
    tool(seen, "Оставлять номера, как написаны")
    drag(seen, 2, 1)
    assert numbers(seen) == ["1.1", "2.2", "2.1"]


def test_the_number_is_not_asked_where_the_program_gives_it(seen, qtbot):
    from ui.dialogs.road_map_dialogs import ItemDialog

    dialog = ItemDialog(None, seen.page._rows[0].item, is_self_numbered=True)
    qtbot.addWidget(dialog)
    assert not dialog.number.isEnabled()
