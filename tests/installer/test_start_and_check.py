"""The two commands of the README: what they start and what they return."""

import sys

import pytest

from installer import checks, launch
from installer.environment import Environment
from installer.reporting import SetupFailed


@pytest.fixture
def prepared(monkeypatch):
    """A machine on which everything is in place: this Python stands for the environment's."""
    monkeypatch.setattr(Environment, "prepare", lambda self, lock: None)
    monkeypatch.setattr(Environment, "python", sys.executable)
    monkeypatch.setattr(launch.system_libraries, "missing", lambda needed: [])


@pytest.mark.parametrize(
    ("arguments", "window"),
    [([], True), (["школа.nastavnik"], True), (["demo", "папка"], False), (["--help"], False)],
)
def test_a_window_opens_without_a_command(arguments, window):
    assert launch.opens_window(arguments) is window


def test_arguments_reach_the_program_and_its_code_comes_back(prepared, monkeypatch, tmp_path):
    (tmp_path / "main.py").write_text(
        "import sys; sys.exit(2 if sys.argv[1:] == ['demo', 'моя папка'] else 1)", "utf-8"
    )
    monkeypatch.setattr(launch, "IS_WINDOWS", True)
    assert launch.start_program(tmp_path, ["demo", "моя папка"]) == 2


def test_a_machine_that_is_not_ready_ends_with_3(prepared, monkeypatch, tmp_path, capsys):
    def _fails(self, lock):
        raise SetupFailed("Нет связи.")

    monkeypatch.setattr(Environment, "prepare", _fails)
    assert launch.start_program(tmp_path, ["demo"]) == 3
    assert checks.run(tmp_path, []) == 3
    assert capsys.readouterr().err == "Нет связи.\nНет связи.\n"


def test_missing_libraries_stop_the_window_but_no_command(prepared, monkeypatch, tmp_path, capsys):
    def _fails(needed):
        raise SetupFailed("Не хватает библиотек.")

    (tmp_path / "main.py").write_text("", "utf-8")
    monkeypatch.setattr(launch.system_libraries, "ensure", _fails)
    monkeypatch.setattr(launch, "IS_WINDOWS", True)
    assert launch.start_program(tmp_path, []) == 3
    assert launch.start_program(tmp_path, ["demo"]) == 0
    assert capsys.readouterr().err == "Не хватает библиотек.\n" * 2


def test_all_checks_run_even_after_one_failed(prepared, monkeypatch, tmp_path, capfd):
    steps = tuple(
        checks.Check(name, name, ("-c", f"print('{name} ran'); raise SystemExit({code})"))
        for name, code in (("lint", 0), ("types", 1), ("tests", 0))
    )
    monkeypatch.setattr(checks, "CHECKS", steps)
    assert checks.run(tmp_path, []) == 1
    out, err = capfd.readouterr()
    assert out == "lint ran\ntypes ran\ntests ran\n"
    assert err.endswith("── tests ──\nНе пройдено: types.\n")


def test_one_check_can_be_chosen(prepared, monkeypatch, tmp_path, capfd):
    steps = (checks.Check("lint", "lint", ("-c", "raise SystemExit(1)")),)
    monkeypatch.setattr(checks, "CHECKS", (*steps, checks.Check("tests", "tests", ("-c", ""))))
    assert checks.run(tmp_path, ["--only", "tests"]) == 0
    assert checks.run(tmp_path, ["--only", "lint"]) == 1
    assert "── lint ──" in capfd.readouterr().err
