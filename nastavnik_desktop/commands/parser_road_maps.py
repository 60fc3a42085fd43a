"""Arguments of the commands about road maps: the language that plans are written in."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

AddCommand = Callable[[Any, str, str, str, Callable[[argparse.Namespace], int | None]], Any]
_LINES = "файл JSON Lines в UTF-8: в каждой строке объект"


def add_language_of_plans(commands: Any, command: AddCommand) -> None:  # noqa: ANN401
    """Add read-deadlines, read-headers and read-responsible; ``command`` makes one parser."""

    def deadlines(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.language_of_plans import read_deadlines

        read_deadlines(options.file)

    def headers(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.language_of_plans import read_headers

        read_headers(options.file)

    def responsibles(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.language_of_plans import read_responsibles

        read_responsibles(options.file)

    for name, what, fields, handler in (
        (
            "read-deadlines",
            "понять сроки дорожной карты",
            "phrase и school_year или year",
            deadlines,
        ),
        ("read-headers", "понять заголовки граф плана", "header", headers),
        ("read-responsible", "понять графу «ответственный»", "text", responsibles),
    ):
        parser = command(commands, name, what, f"{name} lines.jsonl", handler)
        parser.add_argument("file", type=Path, help=f"{_LINES} с полями {fields}")
