"""The command line itself: help with examples, complaints in Russian, UTF-8 whatever the system."""

import re
import subprocess
import sys

import pytest

from nastavnik_desktop import __version__
from nastavnik_desktop.commands.names import COMMANDS, is_command
from nastavnik_desktop.commands.run import run
from tests.commands.conftest import ROOT, TABLES, run_main

POOR_LOCALE = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command, capsys):
    with pytest.raises(SystemExit) as ended:
        run([command, "--help"], draw_pictures=None)
    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert f"Пример: python main.py {command}" in shown
    assert shown.startswith(f"Команда: main.py {command} ")
    for english in ("usage:", "options:", "positional", "show this"):
        assert english not in shown


def test_the_help_lists_the_commands_that_are_known_by_name():
    """A command the parser knows and the names do not would open the window."""
    answer = run_main("--help")
    assert answer.code == 0
    assert set(re.findall(r"^ {4}([a-z][a-z-]+)", answer.out, re.MULTILINE)) == set(COMMANDS)


def test_the_version_is_told():
    answer = run_main("--version")
    assert (answer.code, answer.out) == (0, f"Наставник {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["demo"], "не указано: folder"),
        (["import", "a.xlsx"], "не указано: --base"),
        (["check", "--base"], "после --base нужно значение"),
        (["check", "--base", "a", "--слово"], "лишнее: --слово"),
        (["statistics", "participants", "--as-of", "31.12.2026"], "дата «31.12.2026» не понята"),
        (["statistics", "participants", "--as-of", "0001-01-01"], "дата «0001-01-01» не подходит"),
        (["summary", "--as-of", "9999-12-31"], "годы – с 2000 по 2099"),
        (["issue-order", "pairs", "--date", "9999-12-31"], "дата «9999-12-31» не подходит"),
        (["check", "--base", "postgresql://school:порт/base"], "Адрес сервера не понят"),
        (["check", "--base", "postgresql://school"], "Адрес сервера не понят"),
        (
            ["compare", "participants", "--report", "9" * 20],
            "--report: номер «99999999999999999999»",
        ),
        (["export-roadmap", "первая"], "id: номер «первая» не понят"),
        (["statistics", "participants"], "Укажите код формы, --base и --as-of"),
        (["pictures", "shots", "--theme", "зелёная"], "'зелёная' не подходит"),
    ],
)
def test_a_wrong_command_line_gets_a_sentence_and_2(arguments, words, capsys):
    code = run(arguments, draw_pictures=None)
    said = capsys.readouterr()
    assert (code, said.out) == (2, "")
    assert words in said.err
    assert said.err.count("\n") == 1


def test_a_reader_who_has_heard_enough_ends_the_command_quietly():
    forms = TABLES.parent / "deadlines" / "deadlines-dev.jsonl"
    command = [sys.executable, str(ROOT / "main.py"), "read-deadlines", str(forms)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_pictures_are_drawn_by_the_window(tmp_path):
    asked = []
    arguments = ["pictures", str(tmp_path), "--theme", "dark", "--scale", "1.5"]
    assert run(arguments, draw_pictures=lambda *told: asked.append(told)) == 0
    assert asked == [(tmp_path, "dark", 1.5)]


def test_words_that_are_no_command_are_left_to_the_window():
    assert not is_command("школа.nastavnik")
    assert is_command("check")
    assert is_command("--help")


def test_output_is_utf8_under_a_poor_locale():
    answer = run_main("read-table", TABLES / "01-staff-school17.xlsx", **POOR_LOCALE)
    assert "Алёшина" in answer.out
    assert answer.code == 0
    refused = run_main("read-table", TABLES / "08-broken-copy.xlsx", **POOR_LOCALE)
    assert refused.is_refused(2, "повреждён")
