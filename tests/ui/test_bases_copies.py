"""Copies that make themselves: at the end of the program, at the interval, and what is said."""

from datetime import datetime, timedelta

import pytest

from nastavnik_desktop.bootstrap import build_services
from nastavnik_desktop.config.app_settings import AppSettings
from nastavnik_desktop.domain.dates import time_ago
from tests import factory


def test_closing_makes_a_copy_of_what_was_written(program, school_file):
    program.start(school_file)
    factory.make_person(program.services)
    program.window.close()
    (copy,) = (school_file.parent / "Резервные копии").glob("*.nastavnik")
    services = build_services(copy, AppSettings(), writable=False)
    assert len(services.people.rows(factory.YEAR)) == 1
    services.close()


def test_closing_without_a_change_makes_no_copy(program, school_file):
    program.start(school_file)
    program.window.close()
    assert not (school_file.parent / "Резервные копии").exists()


def test_a_copy_that_cannot_be_made_at_the_end_is_said(program, school_file, tmp_path):
    program.start(school_file)
    factory.make_person(program.services)
    (tmp_path / "файл").write_text("")
    program.services.bases.keep_copies_in(tmp_path / "файл" / "копии")
    program.prompts.answer("show_error", None)
    program.window.close()
    assert program.prompts.asked[-1][0] == "show_error"


def test_the_interval_makes_a_copy_only_after_a_change(program, school_file):
    program.start(school_file)
    keeper = program.bases._keeper
    keeper.copy_if_changed()
    program.settle()
    assert program.services.bases.backups() == []
    factory.make_person(program.services)
    keeper.copy_if_changed()
    program.settle()
    assert len(program.services.bases.backups()) == 1
    assert "Копия: только что" in program.said


@pytest.mark.logs("automatic backup failed")
def test_an_automatic_copy_that_fails_disturbs_nobody(program, school_file, tmp_path):
    program.start(school_file)
    factory.make_person(program.services)
    (tmp_path / "файл").write_text("")
    program.services.bases.keep_copies_in(tmp_path / "файл" / "копии")
    program.bases._keeper.copy_if_changed()
    program.settle()
    assert "⚠ Копия не сделана" in program.said
    program.services.bases.keep_copies_in(None)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "только что"),
        (1, "1 минуту назад"),
        (12, "12 минут назад"),
        (125, "2 часа назад"),
        (15 * 60, "вчера"),
        (5 * 24 * 60, "25.11.2026"),
    ],
)
def test_the_age_of_a_copy_in_words(minutes, words):
    now = datetime(2026, 11, 30, 14, 0)
    assert time_ago(now - timedelta(minutes=minutes), now).replace("\u00a0", " ") == words


def test_the_list_of_copies_opens_from_the_status_bar(program, school_file):
    program.start(school_file)
    program.window.status.backup_asked.emit()
    program.settle()
    (dialog,) = program.prompts.shown
    assert dialog.windowTitle() == "Резервные копии"
    dialog.close()
