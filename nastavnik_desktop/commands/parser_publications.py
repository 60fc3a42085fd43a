"""Arguments of the commands ``summary`` and ``site``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

Add = Callable[..., Any]
_BASE = "файл базы или адрес PostgreSQL"


def add_publications(commands: Any, command: Add, day: Callable[[str], date]) -> None:  # noqa: ANN401
    """Add both commands; ``command`` makes one, ``day`` reads a date."""
    _add_summary(commands, command, day)
    _add_site(commands, command, day)


def _add_summary(commands: Any, command: Add, day: Callable[[str], date]) -> None:  # noqa: ANN401
    def handler(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.publications import summary

        summary(options.base, options.as_of, options.out)

    parser = command(
        commands,
        "summary",
        "записать справку для педсовета на одной странице",
        "summary --base school.nastavnik --as-of 2026-12-12 --out summary.pdf",
        handler,
    )
    parser.add_argument("--base", required=True, help=_BASE)
    parser.add_argument("--as-of", type=day, required=True, help="дата ГГГГ-ММ-ДД")
    parser.add_argument("--out", type=Path, required=True, help="файл .pdf, .docx или .xlsx")


def _add_site(commands: Any, command: Add, day: Callable[[str], date]) -> None:  # noqa: ANN401
    def handler(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.publications import site

        site(options.base, options.as_of, options.out)

    parser = command(
        commands,
        "site",
        "записать раздел для сайта школы без персональных данных",
        "site --base school.nastavnik --out site",
        handler,
    )
    parser.add_argument("--base", required=True, help=_BASE)
    parser.add_argument("--out", type=Path, required=True, help="папка для раздела")
    parser.add_argument("--as-of", type=day, help="дата ГГГГ-ММ-ДД; без неё – сегодня")
