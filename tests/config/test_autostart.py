"""The reminder is told to the system for this user, and nothing of it is left when taken back."""

import configparser
import re
import sys
from pathlib import Path

import pytest

from nastavnik_desktop.config import autostart, paths
from nastavnik_desktop.domain.errors import StorageUnavailable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there it is a key, not a file")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "autostart"


def command(folder):
    """The words of the file's command, read as the desktop reads them."""
    read = configparser.RawConfigParser()
    read.optionxform = str
    read.read(folder / "nastavnik-remind.desktop", encoding="utf-8")
    value = read["Desktop Entry"]["Exec"].replace("\\\\", "\\")
    words = re.findall(r'"((?:\\.|[^"\\])*)"', value)
    return [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in words]


def test_the_system_starts_the_reminder_with_the_program(folder):
    autostart.start_at_login(wanted=True)
    assert command(folder) == [*paths.program_command(), "--remind"]


def test_a_path_of_odd_signs_is_written_so_that_it_is_read_back(folder, monkeypatch):
    odd = ('/srv/Анна Петровна/100 % «$школа\\" `17`/nastavnik',)
    monkeypatch.setattr(autostart, "program_command", lambda: odd)
    autostart.start_at_login(wanted=True)
    assert command(folder) == [*odd, "--remind"]


def test_taken_back_it_leaves_nothing_and_may_be_taken_back_twice(folder):
    autostart.start_at_login(wanted=True)
    autostart.start_at_login(wanted=False)
    autostart.start_at_login(wanted=False)
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said_in_words(folder):
    folder.parent.mkdir()
    folder.write_text("")
    with pytest.raises(StorageUnavailable, match="Напоминание при входе не настроено"):
        autostart.start_at_login(wanted=True)


def test_a_package_starts_by_its_own_file_and_a_checkout_by_python(monkeypatch):
    assert paths.program_command()[-1].endswith("main.py")
    monkeypatch.setattr(sys, "executable", "/opt/nastavnik/nastavnik")
    assert paths.program_command() == ("/opt/nastavnik/nastavnik",)
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3")
    assert Path(paths.program_command()[0]) == Path("/usr/bin/python3")
