"""Arguments of the command match."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from nastavnik_desktop.commands.usage import UsageError

_POOL = """\
Файл --pool (JSON в UTF-8), пары, которых в нём нет, запрещены:
 {"mentors": [{"id": "m1", "capacity": 2}],
  "scores": [{"mentor": "m1", "mentee": "n1", "score": 80}]}"""


def add_matching(commands: Any) -> None:  # noqa: ANN401
    """Add the command to those of the program."""
    what = "подобрать наставников"
    parser = commands.add_parser("match", help=what, description=what)
    parser.epilog = (
        "Пример: python main.py match --base school.nastavnik --year 2026/27 --goal coverage\n\n"
        f"{_POOL}"
    )
    parser.set_defaults(handler=_match)
    parser.add_argument("--base", help="файл базы или адрес PostgreSQL")
    parser.add_argument("--year", help="учебный год, например 2026/27")
    parser.add_argument("--pool", type=Path, help="файл с наставниками и баллами вместо базы")
    parser.add_argument(
        "--goal",
        choices=("sum", "coverage"),
        help="sum – лучшая сумма баллов, coverage – меньше всего без наставника",
    )


def _match(options: argparse.Namespace) -> None:
    from nastavnik_desktop.commands.matching import match, match_file
    from nastavnik_desktop.domain.matching.assignment import Goal
    from nastavnik_desktop.domain.school_year import SchoolYear

    goal = Goal(options.goal) if options.goal else None
    year = SchoolYear.parse(options.year) if options.year else None
    if options.pool is not None and not options.base:
        match_file(options.pool, goal or Goal.SUM, year)
    elif options.base and year and options.pool is None:
        match(options.base, year, goal)
    else:
        raise UsageError("Укажите --base и --year или один --pool. Пример: match --help")
