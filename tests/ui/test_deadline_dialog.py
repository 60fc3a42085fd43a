"""«Исправить прочтение»: the phrase stays, its meaning is chosen or put together."""

from datetime import date

import pytest

from nastavnik_desktop.domain.deadlines import Kind, ReadingYear, read_deadline
from nastavnik_desktop.domain.deadlines.correction import Way
from ui.dialogs.deadline_dialog import DeadlineDialog

YEAR = ReadingYear(2026)
OWN = -1


@pytest.fixture
def open_dialog(qtbot):
    def open_for(phrase):
        reading = read_deadline(phrase, YEAR)
        dialog = DeadlineDialog(None, phrase, reading)
        qtbot.addWidget(dialog)
        dialog.begin(reading)
        return dialog, reading

    return open_for


def test_untouched_it_gives_the_reading_back(open_dialog):
    dialog, reading = open_dialog("с 1 по 15 сентября ежегодно")
    assert dialog.draft() == reading
    assert not dialog.is_changed()


def test_words_and_next_days_stand_below(open_dialog):
    dialog, _reading = open_dialog("с 1 по 15 сентября ежегодно")
    assert dialog.words.text().startswith("каждый год с 1 по 15 сентября")
    assert dialog.next_days.text() == "2026/27: 15.09.2026\n2027/28: 15.09.2027"


def test_a_reading_of_her_own_begins_with_what_the_program_read(open_dialog):
    dialog, _reading = open_dialog("с 1 по 15 сентября ежегодно")
    dialog.chosen.set_value(OWN)
    dialog.day.set_value(20)
    assert dialog.draft().occurrences == (date(2026, 9, 20),)
    assert "по 20 сентября" in dialog.words.text()


def test_only_fields_that_count_are_shown(open_dialog):
    dialog, _reading = open_dialog("осенью")
    assert dialog.way.isHidden()
    dialog.chosen.set_value(OWN)
    dialog.way.set_value(Way.QUARTERLY)
    assert not dialog.day.isHidden()
    assert dialog.month.isHidden()
    assert dialog.days.isHidden()


def test_a_phrase_that_was_not_understood_gets_its_day(open_dialog):
    dialog, _reading = open_dialog("после педсовета")
    dialog.chosen.set_value(OWN)
    dialog.way.set_value(Way.UNTIL_DAY)
    dialog.accept()
    assert dialog.form.message_of("end") == "Укажите день."
    assert dialog.result() == 0
    dialog.form.field("end").set_day(date(2026, 10, 30))
    dialog.accept()
    assert dialog.draft().kind is Kind.DEADLINE
    assert dialog.draft().end == date(2026, 10, 30)
    assert dialog.result() == 1


def test_a_date_that_is_none_is_told(open_dialog):
    dialog, _reading = open_dialog("постоянно")
    dialog.chosen.set_value(OWN)
    dialog.form.field("holds_from").setText("когда-нибудь")
    dialog.accept()
    assert dialog.form.message_of("holds_from").startswith("Дата не понята")


def test_other_readings_of_a_doubtful_phrase_can_be_chosen(open_dialog):
    dialog, reading = open_dialog("1 раз в квартал")
    others = reading.others
    for at, other in enumerate(others, 1):
        dialog.chosen.set_value(at)
        assert dialog.draft() == other
    assert dialog.chosen.count() == len(others) + 2
