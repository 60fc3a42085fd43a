"""Arguments of the commands ``pack`` and ``consolidate``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

Add = Callable[..., Any]


def add_packages(commands: Any, command: Add, day: Callable[[str], date]) -> None:  # noqa: ANN401
    """Add both commands; ``command`` makes one, ``day`` reads a date."""
    _add_pack(commands, command, day)
    _add_consolidate(commands, command)


def _add_pack(commands: Any, command: Add, day: Callable[[str], date]) -> None:  # noqa: ANN401
    def handler(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.packages import pack

        pack(
            options.base,
            options.out,
            options.as_of,
            tuple(options.forms or ()),
            options.password_file,
            without_people=options.without_people,
        )

    parser = command(
        commands,
        "pack",
        "собрать посылку школы в управление",
        "pack --base school.nastavnik --out school.posylka",
        handler,
    )
    parser.add_argument("--base", required=True, help="файл базы или адрес PostgreSQL")
    parser.add_argument("--out", type=Path, required=True, help="файл посылки")
    parser.add_argument("--as-of", type=day, help="дата показателей ГГГГ-ММ-ДД; без неё – сегодня")
    parser.add_argument("--forms", nargs="+", metavar="КОД", help="коды форм; без них – все")
    parser.add_argument(
        "--password-file",
        type=Path,
        help="файл с паролем: посылка шифруется и несёт сведения о людях",
    )
    parser.add_argument(
        "--without-people", action="store_true", help="с паролем, но без сведений о людях"
    )


def _add_consolidate(commands: Any, command: Add) -> None:  # noqa: ANN401
    def handler(options: argparse.Namespace) -> int:
        from nastavnik_desktop.commands.packages import consolidate

        return consolidate(
            options.files,
            options.base,
            options.out,
            options.password_file,
            replace_older=options.replace,
        )

    parser = command(
        commands,
        "consolidate",
        "принять посылки школ и записать свод",
        "consolidate school1.posylka school2.posylka --base city.nastavnik --out svod.xlsx",
        handler,
    )
    parser.add_argument("files", type=Path, nargs="+", help="посылки школ")
    help_text = "база муниципалитета; если файла нет, он создаётся"
    parser.add_argument("--base", required=True, help=help_text)
    parser.add_argument("--out", type=Path, required=True, help="файл свода .xlsx или .pdf")
    parser.add_argument(
        "--password-file", type=Path, help="файл с паролями посылок, по одному в строке"
    )
    parser.add_argument(
        "--replace", action="store_true", help="заменять посылки, которые уже есть, более новыми"
    )
