"""A date is typed as people type it; an empty field is a good answer."""

from datetime import date

import pytest

from ui.widgets.date_edit import DateEdit
from ui.widgets.typed_date import read_typed_date

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "typed",
    ["05.09.2026", "5.9.26", "5/9/2026", "5-9-26", "5 9 2026", "050926", "05092026", "2026-09-05",
     " 05.09.2026 г.", "5,9,26"],
)  # fmt: skip
def test_a_date_is_understood(typed):
    assert read_typed_date(typed, TODAY) == date(2026, 9, 5)


@pytest.mark.parametrize("typed", ["", "31.02.2026", "5.9", "сентябрь", "5.13.2026", "05.09.20261"])
def test_what_is_no_date_is_not_guessed(typed):
    assert read_typed_date(typed, TODAY) is None


@pytest.mark.parametrize(("typed", "year"), [("1.1.56", 2056), ("1.1.57", 1957), ("1.1.99", 1999)])
def test_a_year_of_two_digits_is_the_one_that_is_near(typed, year):
    assert read_typed_date(typed, TODAY) == date(year, 1, 1)


@pytest.fixture
def field(qtbot):
    made = DateEdit("Дата приказа", TODAY)
    qtbot.addWidget(made)
    return made


def test_the_field_writes_the_date_out(field):
    field.setText("5.9.26")
    field.editingFinished.emit()
    assert field.text() == "05.09.2026"
    assert field.day == date(2026, 9, 5)


def test_an_empty_field_is_no_date_and_no_mistake(field):
    field.set_day(date(2026, 9, 5))
    field.set_day(None)
    assert field.day is None
    assert field.is_understood


def test_a_wrong_text_stays_to_be_corrected(field):
    field.setText("32.09.2026")
    field.editingFinished.emit()
    assert field.text() == "32.09.2026"
    assert not field.is_understood


def test_a_day_can_be_chosen_in_the_calendar(qtbot, field):
    field.show()
    field.set_day(date(2026, 9, 5))
    field.open_calendar()
    calendar = field.findChild(type(field._calendar))
    chosen = calendar.selectedDate().addDays(2)
    with qtbot.waitSignal(field.day_changed):
        calendar.clicked.emit(chosen)
    assert field.day == date(2026, 9, 7)
    assert not calendar.isVisible()
