"""The engine: a form's definition and the facts of a base give the filled form of a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from nastavnik_desktop.domain.statistics import gaps
from nastavnik_desktop.domain.statistics.control import broken_rule
from nastavnik_desktop.domain.statistics.facts import PairingRecord, StatisticsFacts
from nastavnik_desktop.domain.statistics.form import Address, FormColumn, FormRow, StatisticsForm
from nastavnik_desktop.domain.statistics.groupings import group
from nastavnik_desktop.domain.statistics.indicators import indicator
from nastavnik_desktop.domain.statistics.observations import (
    Counts,
    Included,
    Observation,
    Unknown,
    Verdict,
)
from nastavnik_desktop.domain.statistics.report import Cell, FormReport, ReportProblem


@dataclass(frozen=True)
class _Placed:
    """An observation with the rows to which it belongs."""

    observed: Observation
    rows: tuple[FormRow, ...]


@dataclass(frozen=True)
class _Column:
    """What a column gathered: reasons by record for each row, and those it could not judge."""

    column: FormColumn
    counts: Counts
    reasons: Mapping[str, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    unknown: Mapping[str, set[int]] = field(default_factory=lambda: defaultdict(set))


def compute(form: StatisticsForm, facts: StatisticsFacts, as_of: date) -> FormReport:
    """Fill a form by the state of a date; the same facts always give the same report."""
    columns = _gathered(form, facts, as_of)
    cells = {
        (row.code, filled.column.number): _cell(row, filled)
        for filled in columns
        for row in form.rows
    }
    broken = [problem for rule in form.rules if (problem := broken_rule(rule, cells))]
    problems = [
        *broken,
        *gaps.uncounted_pairings(facts, as_of),
        *_gaps(form, columns),
    ]
    return FormReport(
        form=form,
        as_of=as_of,
        cells=cells,
        problems=tuple(problems),
        rules_kept=len(form.rules) - len(broken),
        people={person_id: person.name.full for person_id, person in facts.people.items()},
        pairings={pairing.pairing_id: _title(pairing, facts) for pairing in facts.pairings},
    )


def definition(form: StatisticsForm, address: Address) -> str:
    """What a cell counts, in the words of its indicator and its groups."""
    row, column = form.row(address[0]), form.column(address[1])
    words = [indicator(column.indicator).definition]
    words += [group(*pair).definition for pair in column.where.items()]
    words += [group(*pair).definition for pair in row.where.items()]
    return " ".join(words)


def _gathered(form: StatisticsForm, facts: StatisticsFacts, as_of: date) -> list[_Column]:
    """Every observation is placed into rows once, and judged once for each column."""
    placed: dict[str, list[_Placed]] = {}
    columns = []
    for column in form.counted_columns:
        if column.indicator not in placed:
            observations = indicator(column.indicator).observe(facts, as_of)
            placed[column.indicator] = list(_placed(form, observations, as_of))
        columns.append(_gather(column, placed[column.indicator], as_of))
    return columns


def _placed(
    form: StatisticsForm, observations: Iterator[Observation], as_of: date
) -> Iterator[_Placed]:
    for observed in observations:
        rows = [
            row for row in form.rows if isinstance(_verdict(row.where, observed, as_of), Included)
        ]
        yield _Placed(observed, tuple(rows))


def _gather(column: FormColumn, placed: list[_Placed], as_of: date) -> _Column:
    filled = _Column(column, indicator(column.indicator).counts)
    for place in placed:
        verdict = _verdict(column.where, place.observed, as_of)
        record_id = place.observed.subject_id
        if isinstance(verdict, Unknown):
            filled.unknown[verdict.missing].add(record_id)
        elif verdict is not None:
            reason = ", ".join(filter(None, (place.observed.reason, verdict.reason)))
            for row in place.rows:
                filled.reasons[row.code].setdefault(record_id, reason)
    return filled


def _verdict(where: Mapping[str, str], observed: Observation, as_of: date) -> Verdict:
    """Whether an observation belongs to all groups; the first that says otherwise decides."""
    reasons = []
    for grouping, value in where.items():
        verdict = group(grouping, value).judge(observed, as_of)
        if not isinstance(verdict, Included):
            return verdict
        reasons.append(verdict.reason)
    return Included(", ".join(filter(None, reasons)))


def _cell(row: FormRow, filled: _Column) -> Cell:
    if filled.column.number in row.crossed:
        return Cell(None, filled.counts)
    reasons = filled.reasons.get(row.code, {})
    return Cell(len(reasons), filled.counts, tuple(sorted(reasons)), reasons)


def _gaps(form: StatisticsForm, columns: list[_Column]) -> list[ReportProblem]:
    found = []
    for filled in columns:
        number = filled.column.number
        found += [gaps.missing_facts(number, *missing) for missing in filled.unknown.items()]
        for row in form.rows:
            hidden = filled.reasons.get(row.code)
            if number in row.crossed and hidden:
                found.append(gaps.hidden_by_cross(row.code, number, filled.counts, hidden))
    lonely = _only_in_total(form, columns)
    return [*found, gaps.only_in_total(lonely)] if lonely else found


def _only_in_total(form: StatisticsForm, columns: list[_Column]) -> set[int]:
    lonely: set[int] = set()
    for filled in columns:
        if filled.counts is Counts.PAIRINGS:
            lonely |= _ids(filled, [row for row in form.rows if row.is_total])
            lonely -= _ids(filled, [row for row in form.rows if not row.is_total])
    return lonely


def _ids(filled: _Column, rows: list[FormRow]) -> set[int]:
    return {record_id for row in rows for record_id in filled.reasons.get(row.code, {})}


def _title(pairing: PairingRecord, facts: StatisticsFacts) -> str:
    """«Иванова А. П. → Петров И. И. + 2»."""
    mentor = facts.people[pairing.mentor_id].name.short
    names = [facts.people[member.person_id].name.short for member in pairing.members]
    more = f" +\u00a0{len(names) - 1}" if len(names) > 1 else ""
    return f"{mentor} → {names[0] if names else 'без наставляемых'}{more}"
