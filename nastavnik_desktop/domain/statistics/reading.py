"""Reading a form's definition from its data; every name in it is checked at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.statistics.form import (
    ControlRule,
    FormColumn,
    FormRow,
    Relation,
    StatisticsForm,
    TitlePage,
)
from nastavnik_desktop.domain.statistics.groupings import group
from nastavnik_desktop.domain.statistics.indicators import indicator


def read_form(content: Mapping[str, Any]) -> StatisticsForm:
    """The form of a parsed definition.

    Raises UnreadableFile with a sentence when a part is missing, of a wrong kind, or names an
    indicator, a group, a row or a column that does not exist.
    """
    try:
        return _form(content)
    except (KeyError, TypeError, ValueError) as fault:
        raise UnreadableFile(f"Описание формы составлено с ошибкой: {fault}.") from fault


def _form(content: Mapping[str, Any]) -> StatisticsForm:
    columns = tuple(_column(part) for part in content["columns"])
    rows = tuple(_row(part) for part in content["rows"])
    _refuse_repeats([column.number for column in columns], "графа")
    _refuse_repeats([row.code for row in rows], "строка")
    return StatisticsForm(
        code=content["code"],
        title=content["title"],
        short_title=content["short_title"],
        units=content["units"],
        title_page=_title_page(content["title_page"]),
        columns=columns,
        rows=rows,
        rules=tuple(_rule(part, columns, rows) for part in content["rules"]),
    )


def _title_page(part: Mapping[str, Any]) -> TitlePage:
    return TitlePage(
        banner=part["banner"],
        warnings=tuple(part["warnings"]),
        respondents=part["respondents"],
        due=part["due"],
        edition=tuple(part["edition"]),
        periodicity=part["periodicity"],
        okud=part["okud"],
    )


def _column(part: Mapping[str, Any]) -> FormColumn:
    column = FormColumn(
        number=int(part["number"]),
        heading=tuple(part["heading"]),
        indicator=part.get("indicator", ""),
        where=dict(part.get("where", {})),
    )
    if column.indicator:
        indicator(column.indicator)
    _check_groups(column.where)
    return column


def _row(part: Mapping[str, Any]) -> FormRow:
    row = FormRow(
        code=part["code"],
        title=part["title"],
        where=dict(part.get("where", {})),
        crossed=frozenset(part.get("crossed", ())),
        level=int(part.get("level", 0)),
    )
    _check_groups(row.where)
    return row


def _check_groups(where: Mapping[str, str]) -> None:
    for grouping, value in where.items():
        group(grouping, value)


def _rule(
    part: Mapping[str, Any], columns: tuple[FormColumn, ...], rows: tuple[FormRow, ...]
) -> ControlRule:
    numbers = [column.number for column in columns if column.indicator]
    codes = [row.code for row in rows]
    rule = ControlRule(
        text=part["text"],
        relation=Relation(part["relation"]),
        left=tuple(part["left"]),
        right=tuple(part["right"]),
        rows=tuple(part.get("rows", codes)),
        columns=tuple(part.get("columns", numbers)),
        level=Level(part.get("level", Level.ERROR)),
    )
    named = {*rule.left, *rule.right, *rule.rows, *rule.columns}
    if not named <= {*codes, *numbers}:
        raise ValueError(f"контроль «{rule.text}» ссылается на то, чего в форме нет")
    return rule


def _refuse_repeats(names: list[Any], what: str) -> None:
    repeated = {name for name in names if names.count(name) > 1}
    if repeated:
        raise ValueError(f"{what} {min(repeated)} названа дважды")
