"""``pack`` and ``consolidate`` without a window."""

import shutil

import pytest
from openpyxl import load_workbook

AS_OF = ("--as-of", "2026-12-12")


@pytest.fixture
def base(demo_base, tmp_path):
    """The training school, to be written to."""
    return shutil.copy(demo_base, tmp_path / "школа.nastavnik")


@pytest.fixture
def password_file(tmp_path):
    path = tmp_path / "пароль.txt"
    path.write_text("пароль-управления\n", "utf-8")
    return path


def test_a_package_goes_from_the_school_to_the_consolidation(
    base, tmp_path, password_file, run_here
):
    out, book = tmp_path / "17.posylka", tmp_path / "свод.xlsx"
    sent = run_here("pack", "--base", base, "--out", out, *AS_OF).json
    assert (sent["people"], sent["encrypted"]) == (0, False)
    city = tmp_path / "город.nastavnik"
    found = run_here("consolidate", out, "--base", city, "--out", book).json
    assert [(one["arrival"], one["taken"]) for one in found["packages"]] == [("new", True)]
    assert [one["form"] for one in found["forms"]] == sent["forms"]
    own = run_here("statistics", "participants", "--base", base, *AS_OF).json["cells"]
    assert [one["value"] for one in found["forms"][0]["cells"]] == [one["value"] for one in own]
    assert "Участники" in load_workbook(book).sheetnames

    again = run_here("consolidate", out, "--base", city, "--out", book).json
    assert [(one["arrival"], one["taken"]) for one in again["packages"]] == [("same", False)]


def test_a_newer_package_replaces_only_when_it_is_told_to(base, tmp_path, password_file, run_here):
    first, second = tmp_path / "1.posylka", tmp_path / "2.posylka"
    city, book = tmp_path / "город.nastavnik", tmp_path / "свод.pdf"
    one = ("--forms", "pupils")
    run_here("pack", "--base", base, "--out", first, *AS_OF, *one)
    run_here("consolidate", first, "--base", city, "--out", book)
    made = run_here(
        "pack", "--base", base, "--out", second, *AS_OF, *one, "--password-file", password_file
    ).json
    assert made["encrypted"]
    assert made["people"] > 100
    closed = run_here("consolidate", second, "--base", city, "--out", book)
    assert closed.code == 2
    assert "закрыта паролем" in closed.said
    key = ("--password-file", password_file)
    waiting = run_here("consolidate", second, "--base", city, "--out", book, *key).json
    kinds = [(one["arrival"], one["taken"]) for one in waiting["packages"]]
    assert kinds in ([("newer", False)], [("older", False)])  # made within one second
    told = run_here("consolidate", second, "--base", city, "--out", book, *key, "--replace").json
    assert told["packages"][0]["taken"] is (kinds[0][0] == "newer")


def test_a_password_may_protect_figures_alone(base, tmp_path, password_file, run_here):
    out = tmp_path / "17.posylka"
    made = run_here(
        "pack", "--base", base, "--out", out, *AS_OF, "--password-file", password_file,
        "--without-people", "--forms", "pupils",
    ).json  # fmt: skip
    assert (made["people"], made["encrypted"], made["forms"]) == (0, True, ["pupils"])


def test_what_cannot_be_packed_is_told(base, tmp_path, run_here):
    out = tmp_path / "17.posylka"
    unknown = run_here("pack", "--base", base, "--out", out, "--forms", "weather", *AS_OF)
    assert unknown.is_refused(2, "«weather» нет")
    missing = ("--password-file", tmp_path / "нет.txt")
    assert run_here("pack", "--base", base, "--out", out, *missing).is_refused(2, "не читается")
    empty = tmp_path / "пусто.txt"
    empty.write_text("\n")
    refused = run_here("pack", "--base", base, "--out", out, "--password-file", empty)
    assert refused.is_refused(2, "нет пароля")
    assert not out.exists()
