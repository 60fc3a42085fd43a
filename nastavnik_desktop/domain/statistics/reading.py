"""Reading a form's definition from its data; every name in it is checked at once."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.statistics.control_rules import ControlRule, Relation
from nastavnik_desktop.domain.statistics.form import (
    FormColumn,
    FormRow,
    FormTable,
    Selector,
    Signature,
    StatisticsForm,
    TitlePage,
)
from nastavnik_desktop.domain.statistics.formula import Formula
from nastavnik_desktop.domain.statistics.groupings import group
from nastavnik_desktop.domain.statistics.indicators import indicator

_SHOWN = ("requisites", "link")
_CODE_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-")


def read_form(content: Mapping[str, Any]) -> StatisticsForm:
    """The form of a parsed definition.

    A form of one table may hold its columns and rows itself. Raises UnreadableFile with a
    sentence when a part is missing, of a wrong kind, or names an indicator, a group, a row or a
    column that does not exist.
    """
    try:
        return _form(content)
    except KeyError as fault:
        raise UnreadableFile(f"В описании формы не хватает части {fault}.") from fault
    except (TypeError, ValueError, AttributeError, IndexError, InvalidOperation) as fault:
        raise UnreadableFile(f"Описание формы составлено с ошибкой: {fault}.") from fault


def _form(content: Mapping[str, Any]) -> StatisticsForm:
    parts = content.get("tables") or [content]
    tables = tuple(_table(part, content) for part in parts)
    rules = [
        _rule(rule, tables, table)
        for part, table in zip(parts, tables, strict=True)
        if part is not content
        for rule in part.get("rules", ())
    ]
    own = tables[0] if len(tables) == 1 else None
    rules += [_rule(rule, tables, own) for rule in content.get("rules", ())]
    form = StatisticsForm(
        code=_code(content["code"]),
        title=content["title"],
        short_title=content["short_title"],
        title_page=_title_page(content["title_page"]),
        tables=tables,
        rules=tuple(rules),
        signature=Signature(**content.get("signature", {})),
        given=content.get("given", {}),
        note=content.get("note", ""),
    )
    _check(form)
    return form


def _code(code: str) -> str:
    if not code or not set(code) <= _CODE_SIGNS:
        raise ValueError(f"код «{code}» – не латинские строчные буквы, цифры, точка и дефис")
    return code


def _table(part: Mapping[str, Any], content: Mapping[str, Any]) -> FormTable:
    return FormTable(
        title=part.get("title", content["title"]),
        short_title=part.get("short_title", content["short_title"]),
        units=part.get("units", content.get("units", "")),
        columns=tuple(_column(one) for one in part["columns"]),
        rows=tuple(_row(one) for one in part["rows"]),
    )


def _title_page(part: Mapping[str, Any]) -> TitlePage:
    return TitlePage(
        banner=part["banner"],
        warnings=tuple(part["warnings"]),
        respondents=part["respondents"],
        due=part["due"],
        edition=tuple(part["edition"]),
        periodicity=part["periodicity"],
        okud=part.get("okud", ""),
        form_number=part.get("form_number", ""),
    )


def _column(part: Mapping[str, Any]) -> FormColumn:
    return FormColumn(
        number=int(part["number"]),
        heading=tuple(part["heading"]),
        selector=_selector(part),
        part=part.get("part", ""),
        years_back=int(part.get("years_back", 0)),
        decimals=int(part.get("decimals", 0)),
    )


def _row(part: Mapping[str, Any]) -> FormRow:
    row = FormRow(
        code=part["code"],
        title=part["title"],
        where=dict(part.get("where", {})),
        crossed=frozenset(part.get("crossed", ())),
        level=int(part.get("level", 0)),
        number=part.get("number", ""),
        parts={name: _asked(one) for name, one in part.get("parts", {}).items()},
    )
    _check_groups(row.where)
    return row


def _asked(part: Mapping[str, Any]) -> Selector:
    selector = _selector(part)
    if selector is None:
        raise ValueError("часть строки не говорит, что в ней стоит")
    return selector


def _selector(part: Mapping[str, Any]) -> Selector | None:
    if not any(part.get(name) for name in ("indicator", "formula", "given")):
        return None
    selector = Selector(
        indicator=part.get("indicator", ""),
        where=dict(part.get("where", {})),
        formula=Formula(part["formula"]) if part.get("formula") else None,
        given=part.get("given", ""),
        shows=part.get("shows", ""),
    )
    if selector.indicator:
        indicator(selector.indicator)
    if selector.formula is not None:
        selector.formula.check()
    if selector.shows and selector.shows not in _SHOWN:
        raise ValueError(f"показать можно {' или '.join(_SHOWN)}, а не «{selector.shows}»")
    _check_groups(selector.where)
    return selector


def _check_groups(where: Mapping[str, str]) -> None:
    for grouping, value in where.items():
        group(grouping, value)


def _rule(
    part: Mapping[str, Any], tables: tuple[FormTable, ...], table: FormTable | None
) -> ControlRule:
    over = (table,) if table is not None else tables
    numbers = [column.number for one in over for column in one.counted_columns]
    codes = [row.code for one in over for row in one.rows]
    rule = ControlRule(
        text=part["text"],
        relation=Relation(part["relation"]),
        left=tuple(part["left"]),
        right=tuple(part.get("right", part["left"])),
        rows=tuple(part.get("rows", codes)),
        columns=tuple(part.get("columns", numbers)),
        level=Level(part.get("level", Level.ERROR)),
        limit_percent=int(part.get("limit_percent", 0)),
        form=part.get("form", ""),
        other_cells=tuple((row, int(number)) for row, number in part.get("other_cells", ())),
    )
    named = {*rule.left, *rule.right, *rule.rows, *rule.columns}
    if not named <= {*codes, *numbers}:
        raise ValueError(f"контроль «{rule.text}» ссылается на то, чего в форме нет")
    return rule


def _check(form: StatisticsForm) -> None:
    _refuse_repeats([row.code for row in form.rows], "строка")
    for table in form.tables:
        _refuse_repeats([column.number for column in table.columns], "графа")
        if len(table.columns) < 3 or any(one.has_figures for one in table.columns[:2]):
            raise ValueError("первые две графы – название и номер строки, за ними числа")
        table.headings()
    cells = {(row.code, column.number) for row, column in form.cells()}
    for rule in form.rules:
        for line in rule.lines():
            right = () if rule.form else line.right
            _refuse_strangers(f"контроль «{rule.text}»", {*line.left, *right} - cells)
    _check_formulas(form, cells)
    form.formulas()
    for rows in form.given.values():
        for years in rows.values():
            for written in years.values():
                Decimal(written)


def _check_formulas(form: StatisticsForm, cells: set[tuple[str, int]]) -> None:
    for row in form.rows:
        table = form.table_of(row.code)
        found = [*row.parts.values(), *(one.selector for one in table.columns if one.selector)]
        for formula in (one.formula for one in found if one.formula is not None):
            named = {(one.row or row.code, one.number) for one in formula.references}
            _refuse_strangers(f"формула «{formula.text}»", named - cells)


def _refuse_strangers(what: str, strangers: set[tuple[str, int]]) -> None:
    if strangers:
        code, number = min(strangers)
        raise ValueError(f"{what} ссылается на строку {code}, графу {number}: такой в форме нет")


def _refuse_repeats(names: list[Any], what: str) -> None:
    repeated = {name for name in names if names.count(name) > 1}
    if repeated:
        raise ValueError(f"{what} {min(repeated)} названа дважды")
