"""Libraries of the system that Qt needs: only the missing ones are asked for."""

import sys

import pytest

from installer import system_libraries
from installer.reporting import SetupFailed

ABSENT = {"libnastavnik-absent.so.9": "libnastavnik-absent9"}


@pytest.fixture
def commands(monkeypatch):
    """Commands that would be run as the administrator; every one of them fails."""
    run = []

    def _fails(command):
        run.append(command)
        return False

    monkeypatch.setattr(system_libraries, "IS_LINUX", True)
    monkeypatch.setattr(system_libraries, "_runs", _fails)
    return run


@pytest.fixture
def debian(monkeypatch, tmp_path):
    mark = tmp_path / "debian_version"
    mark.touch()
    monkeypatch.setattr(system_libraries, "_DEBIAN_MARK", mark)
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: f"/usr/bin/{name}")


def test_a_window_needs_all_that_a_picture_needs():
    assert system_libraries.OFFSCREEN.items() < system_libraries.WINDOW.items()


def test_a_library_in_the_loaders_list_is_there(monkeypatch, tmp_path):
    cache = tmp_path / "ld.so.cache"
    cache.write_bytes(b"\0libnastavnik-absent.so.9\0/usr/lib/libnastavnik-absent.so.9\0")
    monkeypatch.setattr(system_libraries, "_LOADER_CACHE", cache)
    assert system_libraries.missing(ABSENT) == []


def test_a_library_that_nothing_can_load_is_missing(monkeypatch, tmp_path):
    monkeypatch.setattr(system_libraries, "_LOADER_CACHE", tmp_path / "none")
    assert system_libraries.missing(ABSENT) == list(ABSENT)


def test_root_installs_only_what_is_missing(commands, debian, monkeypatch):
    monkeypatch.setattr(system_libraries, "_prefix_of_administrator", list)
    with pytest.raises(SetupFailed, match="apt-get install libnastavnik-absent9"):
        system_libraries.ensure(ABSENT)
    install = ["apt-get", "install", "-y", "--no-install-recommends", "libnastavnik-absent9"]
    assert commands == [install, ["apt-get", "update"]]


def test_without_rights_the_exact_line_is_said(commands, debian, monkeypatch):
    monkeypatch.setattr(system_libraries, "_prefix_of_administrator", lambda: None)
    with pytest.raises(SetupFailed, match=r"Наберите: .*apt-get install libnastavnik-absent9$"):
        system_libraries.ensure(ABSENT)
    assert commands == []


def test_elsewhere_than_on_debian_the_libraries_are_named(commands, monkeypatch, tmp_path):
    monkeypatch.setattr(system_libraries, "_DEBIAN_MARK", tmp_path / "none")
    with pytest.raises(SetupFailed, match=r"libnastavnik-absent\.so\.9"):
        system_libraries.ensure(ABSENT)


def test_windows_needs_none(monkeypatch):
    monkeypatch.setattr(system_libraries, "IS_LINUX", False)
    system_libraries.ensure(ABSENT)
    assert system_libraries._runs([sys.executable, "-c", ""])
