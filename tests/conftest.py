"""What holds for every test: no screen, no file of the user, no warning that nobody expected."""

import logging
import os
import re
import sys

import pytest

# Fixtures that several rooms share.
pytest_plugins = ["tests.fixtures.bases"]

# Before Qt is imported anywhere.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"


@pytest.fixture(autouse=True, scope="session")
def _home_of_its_own(tmp_path_factory):
    """Nothing of the user's folders is read or written."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(variable, str(home))
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(variable, str(home / variable.lower()))
        yield


@pytest.fixture(autouse=True)
def data_home(tmp_path, monkeypatch):
    """The program's data folder of this test alone."""
    folder = tmp_path / "data_home"
    monkeypatch.setenv("NASTAVNIK_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _no_unexpected_warning_in_the_log(request, caplog):
    """A warning in the log fails the test unless its marker ``logs`` has a fitting pattern."""
    yield
    expected = [re.compile(mark.args[0]) for mark in request.node.iter_markers("logs")]
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    surprises = [
        f"{record.name}: {record.getMessage()}"
        for record in records
        if record.levelno >= logging.WARNING
        and not any(pattern.search(record.getMessage()) for pattern in expected)
    ]
    assert not surprises, "unexpected in the log: " + "; ".join(surprises)


@pytest.fixture(autouse=True)
def no_button_stays_pressed():
    """A double click of a test ends pressed: the next test begins with a free mouse."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    if QGuiApplication.instance() and QGuiApplication.mouseButtons():
        anywhere = QWidget()
        QTest.mouseRelease(anywhere, Qt.MouseButton.LeftButton)
        anywhere.deleteLater()
        assert not QGuiApplication.mouseButtons()
