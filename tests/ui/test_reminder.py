"""The reminder at log-on: what it tells, when it keeps silent, what a click does."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from nastavnik_desktop.bootstrap import build_services
from nastavnik_desktop.config.app_settings import AppSettings
from nastavnik_desktop.config.paths import program_command
from tests import factory
from ui import reminder
from ui.icons import application_icon

PLAN = """Дорожная карта на 2026/27 учебный год
№;Мероприятие;Срок;Ответственный;Результат
1;Издать приказ с Ивановой А. П.;до 5 сентября 2026 г.;Куратор;Приказ
2;Провести встречу;до 12 сентября 2026 г.;Куратор;Отчёт
"""


@pytest.fixture
def settings(tmp_path):
    """Settings of somebody who wants the reminder; today is 8 September 2026 in the base."""
    path = tmp_path / "школа.nastavnik"
    services = build_services(path, AppSettings(), create=True)
    factory.make_school(services, fixed_today=date(2026, 9, 8))
    plan = tmp_path / "план.csv"
    plan.write_text(PLAN, "utf-8")
    services.road_maps.commit(services.road_maps.preview(plan))
    services.close()
    return AppSettings(remind_at_login=True, last_base=str(path))


def test_counts_are_told_and_nobody_is_named(settings):
    lines = [line.replace("\u00a0", " ") for line in reminder.what_to_tell(settings)]
    assert lines == [
        "Просрочено по дорожной карте: 1 мероприятие",
        "В ближайшие 7 дней по дорожной карте: 1 мероприятие",
    ]


def test_a_base_in_use_is_read_and_not_kept_from_others(settings):
    at_work = build_services(settings.last_base, AppSettings())
    assert reminder.what_to_tell(settings)
    at_work.close()
    build_services(settings.last_base, AppSettings()).close()


@pytest.mark.parametrize(
    "changes",
    [
        {"remind_at_login": False},
        {"last_base": ""},
        {"last_base": "/нет/такой.nastavnik"},
        {"last_base": "postgresql://school@server/base"},
    ],
)
def test_it_keeps_silent_where_there_is_nothing_to_say(settings, changes):
    assert reminder.what_to_tell(replace(settings, **changes)) == ()


def test_a_file_that_is_no_base_keeps_it_silent(settings, tmp_path):
    foreign = tmp_path / "чужой.nastavnik"
    foreign.write_text("не база")
    assert reminder.what_to_tell(replace(settings, last_base=str(foreign))) == ()


@pytest.fixture
def told(qapp, monkeypatch):
    """A reminder with what it did to the system written down."""
    done = []
    monkeypatch.setattr(QApplication, "quit", lambda: done.append("ended"))
    monkeypatch.setattr(QProcess, "startDetached", lambda *words: done.append(words))
    made = reminder.Reminder(("Просрочено: 1",), application_icon())
    made.done = done
    yield made
    made.tray.hide()


def test_the_message_holds_its_lines(told, monkeypatch):
    shown = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _tray: None)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _tray, *words: shown.append(words))
    told.tell()
    assert shown[0][:2] == ("Наставник: сроки дорожной карты", "Просрочено: 1")
    assert told.done == []


def test_a_click_starts_the_program_and_ends_the_reminder(told):
    told.tray.messageClicked.emit()
    program, *words = program_command()
    assert told.done == [(program, words), "ended"]


def test_without_a_place_for_icons_it_waits_a_minute_and_goes(told, monkeypatch):
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    monkeypatch.setattr(reminder.QTimer, "singleShot", lambda _pause, call: call())
    told.tell()
    assert told.done == ["ended"]


def test_whoever_does_not_want_it_is_not_kept_waiting():
    assert reminder.remind() == 0
