"""Arguments of the commands about orders."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nastavnik_desktop.commands.usage import day
from nastavnik_desktop.domain.errors import NastavnikError
from nastavnik_desktop.domain.orders import OrderKind
from nastavnik_desktop.domain.school_year import SchoolYear

if TYPE_CHECKING:
    from nastavnik_desktop.commands.orders import Request

_KINDS = (
    OrderKind.WORKING_GROUP,
    OrderKind.ROAD_MAP,
    OrderKind.PAIRS,
    OrderKind.RESULTS,
    OrderKind.REWARD,
)
_COMMON = "--base school.nastavnik --year 2026/27 --date {day} --number {number} --out orders"


def add_orders(commands: Any) -> None:  # noqa: ANN401
    """Add issue-order, amend-order, terminate-order and order-text."""
    _add_issue(commands)
    _add_amend(commands)
    _add_terminate(commands)
    _add_text(commands)


def _add_issue(commands: Any) -> None:  # noqa: ANN401
    def handler(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.orders import issue_order

        issue_order(_request(options), OrderKind(options.kind.replace("-", "_")))

    example = f"issue-order pairs {_COMMON.format(day='2026-09-08', number='130-од')}"
    parser = _command(commands, "issue-order", "создать приказ", example, handler)
    names = [kind.value.replace("_", "-") for kind in _KINDS]
    parser.add_argument("kind", choices=names, help=f"вид приказа: {', '.join(names)}")
    _add_request(parser)


def _add_amend(commands: Any) -> None:  # noqa: ANN401
    def handler(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.orders import amend_order

        amend_order(_request(options), options.order)

    example = f"amend-order 130-од {_COMMON.format(day='2027-01-13', number='4-од')}"
    what = "внести изменения в приказ: что изменилось в его парах"
    parser = _command(commands, "amend-order", what, example, handler)
    parser.add_argument("order", help="номер приказа, который меняется")
    _add_request(parser)


def _add_terminate(commands: Any) -> None:  # noqa: ANN401
    def handler(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.orders import terminate_order

        terminate_order(_request(options), options.order, options.reason, options.ended_on)

    example = f"terminate-order 130-од {_COMMON.format(day='2027-01-13', number='5-од')}"
    what = "прекратить досрочно пары приказа: с отмеченным окончанием или все"
    parser = _command(commands, "terminate-order", what, example, handler)
    parser.add_argument("order", help="номер приказа, пары которого прекращаются")
    _add_request(parser)
    parser.add_argument("--reason", default="", help="причина, если она не записана у пары")
    parser.add_argument(
        "--ended-on",
        type=day,
        help="последний день ГГГГ-ММ-ДД; без него – третий рабочий день после даты приказа "
        "(ст. 351.8 ТК РФ), у пар с учениками – дата приказа",
    )


def _add_text(commands: Any) -> None:  # noqa: ANN401
    def handler(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.orders import order_text

        order_text(options.base, options.year, options.order)

    example = "order-text 130-од --base school.nastavnik --year 2026/27"
    parser = _command(commands, "order-text", "напечатать текст приказа", example, handler)
    parser.add_argument("order", help="номер приказа")
    _add_base_and_year(parser)


def _command(
    commands: Any,  # noqa: ANN401
    name: str,
    what: str,
    example: str,
    handler: Callable[[argparse.Namespace], None],
) -> Any:  # noqa: ANN401
    epilog = f"Пример: python main.py {example}"
    parser = commands.add_parser(name, help=what, description=what, epilog=epilog)
    parser.set_defaults(handler=handler)
    return parser


def _add_base_and_year(parser: Any) -> None:  # noqa: ANN401
    parser.add_argument("--base", required=True, help="файл базы или адрес PostgreSQL")
    parser.add_argument("--year", required=True, type=_year, help="учебный год, например 2026/27")


def _add_request(parser: Any) -> None:  # noqa: ANN401
    _add_base_and_year(parser)
    parser.add_argument("--date", required=True, type=day, help="дата приказа ГГГГ-ММ-ДД")
    parser.add_argument("--number", required=True, help="номер нового приказа, например 130-од")
    parser.add_argument("--out", required=True, type=Path, help="папка для файлов PDF и Word")


def _request(options: argparse.Namespace) -> Request:
    from nastavnik_desktop.commands.orders import Request

    return Request(options.base, options.year, options.date, options.number, options.out)


def _year(text: str) -> SchoolYear:
    try:
        return SchoolYear.parse(text)
    except (ValueError, NastavnikError) as error:
        sentence = f"учебный год «{text}» не понят, нужно так: 2026/27"
        raise argparse.ArgumentTypeError(sentence) from error
