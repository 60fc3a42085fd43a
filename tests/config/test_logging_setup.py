"""The log goes to a file that stays small; without a file the program works on."""

import logging

import pytest

from nastavnik_desktop import __version__
from nastavnik_desktop.config import logging_setup
from nastavnik_desktop.config.logging_setup import start_logging


@pytest.fixture
def root_logger():
    """The root logger, left as it was."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield root
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.mark.usefixtures("root_logger")
def test_the_version_and_every_message_reach_the_file(tmp_path):
    start_logging(tmp_path / "logs")
    logging.getLogger("test").info("person %d opened", 17)
    text = (tmp_path / "logs" / "nastavnik.log").read_text("utf-8")
    assert f"Nastavnik {__version__}, Python 3." in text
    assert "INFO    test: person 17 opened" in text


@pytest.mark.usefixtures("root_logger")
def test_old_messages_move_to_older_files_and_then_away(tmp_path, monkeypatch):
    monkeypatch.setattr(logging_setup, "MAX_BYTES", 500)
    start_logging(tmp_path)
    for number in range(100):
        logging.getLogger("test").info("row %d", number)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["nastavnik.log", *(f"nastavnik.log.{n}" for n in range(1, 5))]
    assert "row 99" in (tmp_path / "nastavnik.log").read_text("utf-8")


@pytest.mark.usefixtures("root_logger")
@pytest.mark.logs("no log file")
def test_without_a_folder_messages_go_to_standard_error(tmp_path, capsys):
    in_the_way = tmp_path / "файл"
    in_the_way.touch()
    start_logging(in_the_way)
    assert "no log file" in capsys.readouterr().err
