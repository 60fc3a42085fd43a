"""The command line's own words: help and complaints of the standard parser, in Russian."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from datetime import date
from typing import Any, NoReturn

_COMPLAINTS = (
    (r"the following arguments are required: (.+)", r"не указано: \1"),
    (r"unrecognized arguments: (.+)", r"лишнее: \1"),
    (r"argument (.+): expected one argument", r"после \1 нужно значение"),
    (r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", r"\1: \2 не подходит, можно \3"),
    (r"argument (.+): not allowed with argument (.+)", r"\1 не указывают вместе с \2"),
    (r"argument (.+?): (.+)", r"\1: \2"),
)


_YEARS = range(2000, 2100)
"""The years that school years are read in (``SchoolYear.parse``)."""


class UsageError(Exception):
    """The command line itself is wrong; the text is the Russian sentence for the user."""


class _RussianHelp(argparse.RawDescriptionHelpFormatter):
    """Help whose usage line begins with a Russian word."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Команда: " if prefix is None else prefix)


class RussianParser(argparse.ArgumentParser):
    """Says in Russian what it takes and what is wrong with the command line."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        super().__init__(**options, add_help=False, formatter_class=_RussianHelp)
        self._positionals.title = "что указать"
        self._optionals.title = "параметры"
        self.add_argument("-h", "--help", action="help", help="показать эту справку")

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with the complaint and the way to the help."""
        raise UsageError(f"Команда не понята: {_in_russian(message)}. Справка: {self.prog} --help")


def _in_russian(message: str) -> str:
    for pattern, words in _COMPLAINTS:
        if found := re.fullmatch(pattern, message):
            return found.expand(words)
    return message


def day(text: str) -> date:
    """The type of an argument that is a day; raises ArgumentTypeError with a Russian sentence."""
    try:
        read = date.fromisoformat(text)
    except ValueError as error:
        sentence = f"дата «{text}» не понята, нужно ГГГГ-ММ-ДД"
        raise argparse.ArgumentTypeError(sentence) from error
    if read.year not in _YEARS:
        sentence = f"дата «{text}» не подходит: годы – с {_YEARS[0]} по {_YEARS[-1]}"
        raise argparse.ArgumentTypeError(sentence)
    return read


def number(text: str) -> int:
    """The type of an argument that is the number of a record, as bases keep it."""
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(f"номер «{text}» не понят, нужно целое число")
    return int(text)
