"""The month's calendar: days, what is due on them, months by the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.widgets.dated_mark import DatedMark
from ui.widgets.month_grid import MonthGrid

TODAY = date(2026, 9, 12)
MARKS = (
    DatedMark(1, "Обновить базу", date(2026, 9, 1), date(2026, 9, 15), state="осталось 3 дня"),
    DatedMark(2, "Согласовать", date(2026, 9, 15), date(2026, 9, 15)),
    DatedMark(3, "Отчёт", date(2026, 10, 1), date(2026, 10, 1)),
)


@pytest.fixture
def grid(qtbot):
    made = MonthGrid("Календарь")
    qtbot.addWidget(made)
    made.resize(840, 600)
    made.show_marks(MARKS, TODAY)
    made.show_day(TODAY)
    made.show()
    return made


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2026, 9, 11)),
        (Qt.Key.Key_Right, date(2026, 9, 13)),
        (Qt.Key.Key_Up, date(2026, 9, 5)),
        (Qt.Key.Key_Down, date(2026, 9, 19)),
        (Qt.Key.Key_PageUp, date(2026, 8, 12)),
        (Qt.Key.Key_PageDown, date(2026, 10, 12)),
    ],
)
def test_keys_go_by_days_weeks_and_months(grid, key, day):
    QTest.keyClick(grid, key)
    assert grid.day == day


def test_a_shorter_month_has_its_last_day(grid):
    grid.show_day(date(2027, 1, 31))
    grid.turn(1)
    assert grid.day == date(2027, 2, 28)


def test_another_month_is_told(grid, qtbot):
    with qtbot.waitSignal(grid.month_changed) as told:
        grid.show_day(date(2026, 10, 5))
    assert told.args == [date(2026, 10, 1)]


def test_a_screen_reader_hears_what_is_due_on_the_day(grid):
    grid.show_day(date(2026, 9, 15))
    said = grid.accessibleDescription().replace("\u00a0", " ").splitlines()
    assert said == [
        "вторник, 15 сентября 2026 г.: 2 срока",
        "Обновить базу. осталось 3 дня",
        "Согласовать",
    ]
    grid.show_day(date(2026, 9, 16))
    assert "сроков нет" in grid.accessibleDescription()


def test_every_day_of_the_month_can_be_clicked(grid, qtbot):
    step = grid.width() // 14
    days = {
        grid.day_at(QPoint(x, y))
        for x in range(step, grid.width(), step)
        for y in range(step, grid.height(), step // 2)
    }
    assert {date(2026, 9, day) for day in range(1, 31)} <= days


def test_enter_opens_the_first_thing_of_the_day(grid, qtbot):
    grid.show_day(date(2026, 9, 15))
    with qtbot.waitSignal(grid.opened) as told:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert told.args == [1]


def test_a_double_click_opens_the_thing_under_it(grid, qtbot):
    """The fifteenth is a Tuesday of the third week; its second line is the second thing."""
    cell = QPoint(grid.width() // 7 + 20, 0)
    cell.setY(next(y for y in range(600) if grid.day_at(QPoint(cell.x(), y)) == date(2026, 9, 15)))
    keys = []
    grid.opened.connect(keys.append)
    for y in range(24, 70, 4):
        spot = cell + QPoint(0, y)
        qtbot.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=spot)
    assert sorted(set(keys)) == [1, 2]


def test_a_day_off_has_another_ground(grid):
    corner = QPoint(grid.width() * 9 // 14, 26 + 6)
    day = grid.day_at(corner)
    before = grid.grab().toImage().pixelColor(corner)
    grid.shade(frozenset({day}))
    assert grid.grab().toImage().pixelColor(corner) != before
