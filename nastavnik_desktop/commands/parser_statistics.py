"""Arguments of the commands ``statistics``, ``freeze`` and ``compare``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from nastavnik_desktop.commands.usage import UsageError, number

Add = Callable[..., Any]
_CODE = "код формы, например participants"


def add_statistics(commands: Any, command: Add, day: Callable[[str], date]) -> None:  # noqa: ANN401
    """Add the three commands; ``command`` makes one, ``day`` reads a date."""
    _add_form(commands, command, day)
    _add_freeze(commands, command, day)
    _add_compare(commands, command, day)


def _add_form(commands: Any, command: Add, day: Callable[[str], date]) -> None:  # noqa: ANN401
    def handler(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.statistics import list_forms, statistics

        if options.list:
            list_forms()
        elif not (options.code and options.base and options.as_of):
            raise UsageError("Укажите код формы, --base и --as-of. Пример: statistics --help")
        else:
            statistics(options.code, options.base, options.as_of, options.out)

    parser = command(
        commands,
        "statistics",
        "посчитать статистическую форму на дату",
        "statistics participants --base school.nastavnik --as-of 2026-12-12 --out form.xlsx",
        handler,
    )
    parser.add_argument("code", nargs="?", help=_CODE)
    parser.add_argument("--list", action="store_true", help="показать коды и названия форм")
    _add_base(parser, required=False)
    parser.add_argument("--as-of", type=day, help="дата ГГГГ-ММ-ДД")
    parser.add_argument("--out", type=Path, help="файл .xlsx, .pdf, .docx или .csv")


def _add_freeze(commands: Any, command: Add, day: Callable[[str], date]) -> None:  # noqa: ANN401
    def handler(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.statistics import freeze

        freeze(
            options.code,
            options.base,
            options.as_of,
            options.to,
            options.sent_on,
            options.signed_by,
        )

    parser = command(
        commands,
        "freeze",
        "сохранить копию отправленной формы",
        'freeze participants --base school.nastavnik --as-of 2026-12-12 --to "Управление"',
        handler,
    )
    parser.add_argument("code", help=_CODE)
    _add_base(parser)
    parser.add_argument("--as-of", type=day, required=True, help="дата формы ГГГГ-ММ-ДД")
    parser.add_argument("--to", required=True, help="кому отправлено")
    parser.add_argument("--sent-on", type=day, help="дата отправки; без неё – сегодня")
    parser.add_argument("--signed-by", help="кто подписал; без этого – руководитель")


def _add_compare(commands: Any, command: Add, day: Callable[[str], date]) -> None:  # noqa: ANN401
    def handler(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.statistics import compare

        if options.since and not options.as_of:
            raise UsageError("Вместе с --since укажите --as-of. Пример: compare --help")
        compare(options.code, options.base, options.as_of, options.since, options.report)

    parser = command(
        commands,
        "compare",
        "сравнить форму на две даты или с отправленной копией",
        "compare participants --base school.nastavnik --since 2026-09-20 --as-of 2026-12-12",
        handler,
    )
    parser.add_argument("code", help=_CODE)
    _add_base(parser)
    parser.add_argument("--as-of", type=day, help="дата; без неё – дата отправленной копии")
    parser.add_argument("--since", type=day, help="с какой датой сравнить; без неё – с копией")
    parser.add_argument("--report", type=number, help="номер копии; без него – последняя")


def _add_base(parser: Any, *, required: bool = True) -> None:  # noqa: ANN401
    parser.add_argument("--base", required=required, help="файл базы или адрес PostgreSQL")
