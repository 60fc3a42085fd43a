"""Arguments of the headless commands, with an example in every help."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from nastavnik_desktop import __version__
from nastavnik_desktop.commands.parser_blanks import add_blanks
from nastavnik_desktop.commands.parser_matching import add_matching
from nastavnik_desktop.commands.parser_orders import add_orders
from nastavnik_desktop.commands.parser_packages import add_packages
from nastavnik_desktop.commands.parser_publications import add_publications
from nastavnik_desktop.commands.parser_road_maps import (
    add_kept_road_maps,
    add_language_of_plans,
    add_road_maps,
)
from nastavnik_desktop.commands.parser_statistics import add_statistics
from nastavnik_desktop.commands.usage import RussianParser, day

Handler = Callable[[argparse.Namespace], int | None]
_TABLE = "таблица: .xlsx, .xls, .ods, .csv или .docx"
_DECISIONS = """\
Файл решений --decisions (JSON в UTF-8):
 {"lines": [{"address": "Кадры, строка 8", "decision": "fill", "person_id": 12}]}
 address   адрес строки, как его называет отчёт (поле address)
 decision  create – завести карточку, fill – дополнить имеющуюся, skip – не загружать
 person_id чью карточку дополнить; без него – лучшую из подходящих
 person    ФИО, если в строке несколько человек"""


def build_parser(draw_pictures: Callable[[Path, str, float], None]) -> argparse.ArgumentParser:
    """The parser of all commands; ``draw_pictures`` is the window's part, handed in."""
    parser = RussianParser(
        prog="main.py",
        description="Наставник: команды без окна. Без команды открывается окно программы.",
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"Наставник {__version__}",
        help="показать версию программы",
    )
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="команда", title="команды"
    )
    _add_demo(commands)
    _add_tables(commands)
    add_statistics(commands, _command, day)
    add_blanks(commands, _command, day)
    add_publications(commands, _command, day)
    add_packages(commands, _command, day)
    _add_names(commands)
    _add_registers(commands)
    add_matching(commands)
    add_orders(commands)
    _add_base_care(commands)
    add_language_of_plans(commands, _command)
    add_road_maps(commands, _command)
    add_kept_road_maps(commands, _command)
    _add_pictures(commands, draw_pictures)
    return parser


def _command(commands: Any, name: str, what: str, example: str, handler: Handler) -> Any:  # noqa: ANN401
    parser = commands.add_parser(
        name,
        help=what,
        description=what,
        epilog=f"Пример: python main.py {example}",
    )
    parser.set_defaults(handler=handler)
    return parser


def _add_base(parser: Any, *, required: bool = True) -> None:  # noqa: ANN401
    parser.add_argument("--base", required=required, help="файл базы или адрес PostgreSQL")


def _add_demo(commands: Any) -> None:  # noqa: ANN401
    def handler(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.demo import demo

        demo(options.folder)

    parser = _command(
        commands, "demo", "создать учебную школу с образцами документов", "demo school", handler
    )
    parser.add_argument("folder", type=Path, help="новая или пустая папка")


def _add_tables(commands: Any) -> None:  # noqa: ANN401
    def read(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.tables import read_table

        read_table(options.file, options.base)

    def load(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.tables import import_table

        import_table(
            options.file, options.base, dry_run=options.dry_run, decisions=options.decisions
        )

    parser = _command(
        commands,
        "read-table",
        "показать, что программа поняла в таблице",
        "read-table staff.xlsx",
        read,
    )
    parser.add_argument("file", type=Path, help=_TABLE)
    _add_base(parser, required=False)
    parser = _command(
        commands,
        "import",
        "загрузить таблицу в базу",
        "import staff.xlsx --base school.nastavnik",
        load,
    )
    parser.add_argument("file", type=Path, help=_TABLE)
    _add_base(parser)
    parser.add_argument("--dry-run", action="store_true", help="только показать, что изменится")
    parser.add_argument("--decisions", type=Path, help="файл с решениями по строкам, см. ниже")
    parser.epilog = f"{parser.epilog}\n\n{_DECISIONS}"


def _add_names(commands: Any) -> None:  # noqa: ANN401
    def handler(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.decline import decline

        decline(options.file)

    parser = _command(
        commands, "decline", "просклонять имена из файла JSON Lines", "decline names.jsonl", handler
    )
    parser.add_argument("file", type=Path, help="строки с полями last_name, …, sex, case")


def _add_registers(commands: Any) -> None:  # noqa: ANN401
    def handler(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.registers import registers
        from nastavnik_desktop.domain.school_year import SchoolYear

        registers(
            options.base, options.out, SchoolYear.parse(options.year) if options.year else None
        )

    parser = _command(
        commands,
        "registers",
        "записать базы наставников и наставляемых",
        "registers --base school.nastavnik --out bases",
        handler,
    )
    _add_base(parser)
    parser.add_argument("--out", type=Path, required=True, help="папка для файлов")
    parser.add_argument("--year", help="учебный год, например 2026/27; без него – текущий")


def _add_base_care(commands: Any) -> None:  # noqa: ANN401
    def check_base(options: argparse.Namespace) -> int:
        from nastavnik_desktop.commands.base_care import check

        return check(options.base)

    def back_up(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.base_care import backup

        backup(options.base, options.out)

    def bring_back(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.base_care import restore

        restore(options.file, options.base)

    parser = _command(
        commands, "check", "проверить целость базы", "check --base school.nastavnik", check_base
    )
    _add_base(parser)
    parser = _command(
        commands,
        "backup",
        "сделать резервную копию базы",
        "backup --base school.nastavnik --out copy.nastavnik",
        back_up,
    )
    _add_base(parser)
    parser.add_argument("--out", type=Path, required=True, help="файл копии")
    parser = _command(
        commands,
        "restore",
        "восстановить базу из копии",
        "restore copy.nastavnik --base school.nastavnik",
        bring_back,
    )
    parser.add_argument("file", type=Path, help="файл копии")
    _add_base(parser)


def _add_pictures(commands: Any, draw_pictures: Callable[[Path, str, float], None]) -> None:  # noqa: ANN401
    def handler(options: argparse.Namespace) -> None:
        draw_pictures(options.folder, options.theme, float(options.scale))

    parser = _command(
        commands,
        "pictures",
        "нарисовать все страницы и окна с учебной школой",
        "pictures shots --theme dark --scale 2",
        handler,
    )
    parser.add_argument("folder", type=Path, help="папка для картинок PNG")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--scale", choices=("1", "1.5", "2"), default="1")
