"""After an unexpected error: a report without people, a window, the program goes on."""

import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication

from ui.crash import CrashHook, report_of
from ui.dialogs.crash_dialog import CrashDialog

pytestmark = pytest.mark.logs("unexpected error")


def broken(person):
    try:
        return {}[person]
    except KeyError as error:
        raise ValueError(f"нет такого человека: {person}") from error


def caught():
    with pytest.raises(ValueError, match="нет такого") as found:
        broken("Петров Иван Ильич")
    return found.value


def test_the_report_tells_the_way_of_the_error_and_nobodys_name():
    report = report_of(caught())
    assert "builtins.ValueError" in report
    assert "builtins.KeyError" in report
    assert "tests/ui/test_crash.py" in report
    assert "broken" in report
    assert "Петров" not in report
    assert "нет такого" not in report


def test_the_report_holds_no_path_of_a_home_folder(tmp_path):
    code = compile("raise RuntimeError('секрет')", str(tmp_path / "Иванова" / "script.py"), "exec")
    with pytest.raises(RuntimeError) as found:
        exec(code)
    report = report_of(found.value)
    assert "script.py:1" in report
    assert "Иванова" not in report
    assert "секрет" not in report


@pytest.fixture
def shown(monkeypatch):
    reports = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    CrashHook(reports.append).install()
    return reports


def test_errors_of_the_window_are_shown(shown):
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    assert len(shown) == 1


def test_errors_of_threads_are_shown(shown):
    thread = threading.Thread(target=broken, args=("Петров",))
    thread.start()
    thread.join()
    assert len(shown) == 1


def test_an_error_while_a_report_is_shown_does_not_show_another():
    shown = []

    def show(report):
        shown.append(report)
        hook.take(RuntimeError())

    hook = CrashHook(show)
    hook.take(caught())
    hook.take(caught())
    assert len(shown) == 2


def test_the_report_can_be_copied_and_saved(qtbot, tmp_path):
    dialog = CrashDialog(None, "отчёт")
    qtbot.addWidget(dialog)
    dialog.copy_report()
    assert QGuiApplication.clipboard().text() == "отчёт"
    dialog.save_report(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "отчёт"
    dialog.save_report(tmp_path / "no" / "report.txt")
    assert "другую папку" in dialog._said.text()
