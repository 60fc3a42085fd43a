"""Where the user's things stand: installed, portable, or where the environment says."""

import sys
from pathlib import Path

import pytest

from nastavnik_desktop.config import paths
from nastavnik_desktop.domain.errors import StorageUnavailable


@pytest.fixture
def installed(monkeypatch):
    monkeypatch.delenv("NASTAVNIK_HOME")


@pytest.fixture
def program(monkeypatch, tmp_path):
    """A copy of the program's folder that may be marked portable."""
    monkeypatch.setattr(paths, "program_dir", lambda: tmp_path)
    return tmp_path


def test_the_named_folder_comes_first(monkeypatch, tmp_path, program):
    (program / "portable.txt").touch()
    monkeypatch.setenv("NASTAVNIK_HOME", str(tmp_path / "моё"))
    assert paths.data_home() == tmp_path / "моё"
    assert paths.documents_dir() == tmp_path / "моё" / "documents"


@pytest.mark.usefixtures("installed")
def test_a_portable_program_keeps_everything_beside_itself(program):
    (program / "portable.txt").touch()
    assert paths.bases_dir() == program / "data" / "bases"
    assert paths.documents_dir() == program / "data" / "documents"


@pytest.mark.usefixtures("installed")
def test_an_installed_program_uses_the_users_folder_of_the_system(program):
    assert paths.data_home().name == "Nastavnik"
    assert not paths.data_home().is_relative_to(program)
    assert paths.documents_dir().is_absolute()


@pytest.mark.usefixtures("installed")
def test_a_package_keeps_its_data_beside_what_is_started(monkeypatch, tmp_path):
    (tmp_path / "portable.txt").touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nastavnik"))
    assert paths.data_home() == tmp_path / "data"
    assert paths.resource_path("fonts", "inter").is_dir()


def test_a_package_has_a_page_of_licences_and_a_checkout_has_none(program):
    assert paths.licences_page() is None
    (program / "licences.html").write_text("<h1>Лицензии</h1>", encoding="utf-8")
    assert paths.licences_page() == program / "licences.html"


def test_every_place_lies_in_the_home_and_none_is_made_by_asking(data_home):
    places = [paths.bases_dir(), paths.logs_dir(), paths.settings_file()]
    assert {place.parent for place in places} == {data_home}
    assert len(set(places)) == len(places)
    assert not data_home.exists()


def test_resources_are_found():
    assert paths.resource_path("fonts", "inter").is_dir()


def test_a_folder_is_made_with_those_above_it(data_home):
    assert paths.made_folder(data_home / "а" / "б").is_dir()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    in_the_way = tmp_path / "файл"
    in_the_way.touch()
    with pytest.raises(StorageUnavailable, match=r"Не удалось создать папку «.*файл"):
        paths.made_folder(Path(in_the_way / "внутри"))
