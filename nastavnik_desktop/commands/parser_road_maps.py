"""Arguments of the commands about road maps: their files, and the language of plans."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from nastavnik_desktop.commands.usage import number

AddCommand = Callable[[Any, str, str, str, Callable[[argparse.Namespace], int | None]], Any]
_ROAD_MAP = "дорожная карта: .docx, .odt, .xlsx, .csv, .txt или .pdf с текстом"
_BASE = "файл базы или адрес PostgreSQL"
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

        lint_roadmap(options.file, options.year, options.school_year, options.base)

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
        if handler is lint:
            parser.add_argument(
                "--base", help=f"{_BASE}: сверить с людьми и рабочим календарём школы"
            )


def add_kept_road_maps(commands: Any, command: AddCommand) -> None:  # noqa: ANN401
    """Add export-roadmap and roadmap-report; ``command`` makes one parser."""

    def export(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.kept_road_maps import export_road_map

        export_road_map(options.id, options.base, options.out, options.layout)

    def report(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.kept_road_maps import road_map_report

        road_map_report(options.base, options.period, options.out, options.id)

    example = "export-roadmap 1 --base school.nastavnik --out plan.docx"
    parser = command(commands, "export-roadmap", "записать дорожную карту базы", example, export)
    parser.add_argument("id", type=number, help="номер дорожной карты в базе")
    parser.add_argument("--base", required=True, help=_BASE)
    parser.add_argument(
        "--out", type=Path, required=True, help="файл .docx, .pdf, .xlsx, .csv или .ics"
    )
    parser.add_argument(
        "--layout", choices=("own", "A", "B", "C", "D"), default="own", help="графы таблицы"
    )
    example = "roadmap-report --base school.nastavnik --period 2026Q1 --out report.docx"
    parser = command(
        commands, "roadmap-report", "отчёт о выполнении дорожной карты", example, report
    )
    parser.add_argument("--base", required=True, help=_BASE)
    parser.add_argument("--period", required=True, help="2026Q1, 2026H1, 2026 или 2025/26")
    parser.add_argument("--out", type=Path, required=True, help="файл .docx, .pdf или .xlsx")
    parser.add_argument("--id", type=number, help="номер дорожной карты, если их несколько")


def _year(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"год «{text}» не понят, нужно четыре цифры")
    return int(text)
