"""Control rules: what the figures of a filled form must satisfy, and the words when they do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nastavnik_desktop.domain.statistics.form import Address, ControlLine, ControlRule, Relation
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.report import Cell, ReportProblem

_Cells = Mapping[Address, Cell]


def broken_rule(rule: ControlRule, cells: _Cells) -> ReportProblem | None:
    """What is wrong by a rule, with the records that make the difference; None when it holds."""
    broken = [line for line in rule.lines() if not _holds(rule, line, cells)]
    if not broken:
        return None
    counts = cells[broken[0].left[0]].counts
    places = "; ".join(_told(rule, line, cells) for line in broken)
    ids = {record_id for line in broken for record_id in _difference(rule, line, cells, counts)}
    message = f"Контроль: {rule.text}. Сейчас: {places}."
    return ReportProblem(message, rule.level, counts, tuple(sorted(ids)))


def _holds(rule: ControlRule, line: ControlLine, cells: _Cells) -> bool:
    left, right = _sides(rule, line, cells)
    if rule.relation is Relation.EQUAL:
        return left == right
    if rule.relation is Relation.COVERED:
        return left == 0
    return left <= right if rule.relation is Relation.AT_MOST else left >= right


def _sides(rule: ControlRule, line: ControlLine, cells: _Cells) -> tuple[int, int]:
    """Figures of both sides; for COVERED how many of the left side the right one lacks."""
    if rule.relation is Relation.COVERED:
        counts = cells[line.left[0]].counts
        return len(_difference(rule, line, cells, counts)), 0
    left = sum(cells[address].value or 0 for address in line.left)
    parts = [cells[address].value or 0 for address in line.right]
    return left, max(parts) if rule.relation is Relation.AT_LEAST_EACH else sum(parts)


def _told(rule: ControlRule, line: ControlLine, cells: _Cells) -> str:
    left, right = _sides(rule, line, cells)
    if rule.relation is Relation.COVERED:
        return f"{line.place} – не отнесены: {left}"
    return f"{line.place} – {left} и {right}"


def _difference(rule: ControlRule, line: ControlLine, cells: _Cells, counts: Counts) -> set[int]:
    left, right = _ids(line.left, cells, counts), _ids(line.right, cells, counts)
    return left - right if rule.relation is Relation.COVERED else left ^ right


def _ids(addresses: Iterable[Address], cells: _Cells, counts: Counts) -> set[int]:
    alike = (cells[address] for address in addresses if cells[address].counts is counts)
    return {record_id for cell in alike for record_id in cell.ids}
