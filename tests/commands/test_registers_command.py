"""``registers``: both bases of a school as files, told in JSON."""

import json

import pytest

from nastavnik_desktop.bootstrap import build_services
from nastavnik_desktop.commands.run import run
from nastavnik_desktop.config.app_settings import AppSettings
from tests.factory import make_pairing, make_school


@pytest.fixture
def school_base(tmp_path):
    """A base in a file with one pair; nobody has it open."""
    path = tmp_path / "школа.nastavnik"
    services = build_services(path, AppSettings(), create=True)
    make_school(services)
    make_pairing(services)
    services.close()
    return path


def registers(base, out, *more):
    return run(["registers", "--base", str(base), "--out", str(out), *more], draw_pictures=None)


def test_files_and_rows_are_told(school_base, tmp_path, capsys):
    out = tmp_path / "базы"
    assert registers(school_base, out) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["school_year"] == "2026/27"
    assert {file["rows"] for file in told["files"]} == {1}
    assert sorted(file["file"] for file in told["files"]) == sorted(map(str, out.iterdir()))
    assert sum(file["for_publication"] for file in told["files"]) == 6


def test_another_year_can_be_asked_for(school_base, tmp_path, capsys):
    assert registers(school_base, tmp_path / "базы", "--year", "2025/26") == 0

    assert {file["rows"] for file in json.loads(capsys.readouterr().out)["files"]} == {0}


def test_a_year_that_is_none_is_refused(school_base, tmp_path, capsys):
    assert registers(school_base, tmp_path / "базы", "--year", "когда-нибудь") == 2
    assert "не понят" in capsys.readouterr().err
