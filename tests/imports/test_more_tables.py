"""The command that reads more generated tables than the suite does."""

import sys

import pytest

from tests.imports import __main__ as more
from tests.imports.test_generated_tables import KINDS


def test_other_tables_are_read_and_counted(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["more", "1", "--first", "40"])
    assert more.main() == 0
    assert capsys.readouterr().out == f"{len(KINDS)} tables, 0 read otherwise\n"


def test_a_difference_is_told_with_the_table_that_has_it(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["more", "1"])
    monkeypatch.setattr(more, "differences", lambda *_: ["row 5 phone: 1 read as 2"])
    assert more.main() == 1
    assert "staff 1000" in capsys.readouterr().out


def test_the_command_says_how_it_is_used(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["more", "--help"])
    with pytest.raises(SystemExit):
        more.main()
    assert "tables of each kind" in capsys.readouterr().out
