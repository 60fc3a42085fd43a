"""Arguments of the commands about road maps: their files, and the language of plans."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

AddCommand = Callable[[Any, str, str, str, Callable[[argparse.Namespace], int | None]], Any]
_ROAD_MAP = "дорожная карта: .docx, .odt, .xlsx, .csv, .txt или .pdf с текстом"
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


def add_road_maps(commands: Any, command: AddCommand) -> None:  # noqa: ANN401
    """Add read-roadmap and lint-roadmap; ``command`` makes one parser."""

    def read(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.road_maps import read_roadmap

        read_roadmap(options.file, options.year, options.school_year)

    def lint(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.road_maps import lint_roadmap

        lint_roadmap(options.file, options.year, options.school_year)

    for name, what, handler in (
        ("read-roadmap", "показать, что программа поняла в дорожной карте", read),
        ("lint-roadmap", "показать, что в дорожной карте сомнительно, с причинами", lint),
    ):
        example = f"{name} plan.docx --school-year 2026/27"
        parser = command(commands, name, what, example, handler)
        parser.add_argument("file", type=Path, help=_ROAD_MAP)
        years = parser.add_mutually_exclusive_group()
        years.add_argument("--year", type=_year, help="календарный год плана; иначе – из файла")
        years.add_argument("--school-year", help="учебный год плана, например 2026/27")


def _year(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"год «{text}» не понят, нужно четыре цифры")
    return int(text)
