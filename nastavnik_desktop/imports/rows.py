"""Rows of a table -> typed records with problems that carry the address of their cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any

from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.imports.cell_readers import read_cell
from nastavnik_desktop.imports.column_meaning import NAME_MEANINGS, Role
from nastavnik_desktop.imports.facts import Facts, Finding
from nastavnik_desktop.imports.grid import CellValue, as_text, column_letter
from nastavnik_desktop.imports.kinds import Column, Kind
from nastavnik_desktop.imports.names_in_rows import (
    RowValues,
    columns_of,
    mentioned_people,
    mentor_in_section,
    put_first_person,
    values_of_each_person,
)
from nastavnik_desktop.imports.records import (
    MentionedPerson,
    ReadPair,
    ReadPerson,
    ReadRow,
    RowProblem,
    SkippedRow,
)
from nastavnik_desktop.imports.row_kinds import (
    ClassifiedRow,
    RowClassifier,
    RowKind,
    is_repetition,
)
from nastavnik_desktop.imports.scope import Scope
from nastavnik_desktop.imports.table import Table
from nastavnik_desktop.imports.values.classes import find_class
from nastavnik_desktop.imports.values.lists import are_same_forms, is_form, read_form
from nastavnik_desktop.imports.values.posts import Post
from nastavnik_desktop.imports.values.text import is_sheet_error, one_line

_NEVER_REPEATED = frozenset(("phone", "email", "contacts", "birth_date", "birth_year", "number"))
_PERSON_FIELDS = frozenset(one.name for one in fields(ReadPerson))
_PAIR_FIELDS = frozenset(one.name for one in fields(ReadPair))
_PEOPLE_BLOCKS = (RowKind.DATA, RowKind.CONTINUATION)


@dataclass
class TableRows:
    """What the rows of one table gave."""

    rows: list[ReadRow] = field(default_factory=list)
    skipped: list[SkippedRow] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)


@dataclass(frozen=True)
class _Section:
    title: str = ""
    form: str = ""
    mentor: MentionedPerson | None = None


class TableReader:
    """Reads the body of one table; keeps the section and the cells above while it goes down."""

    def __init__(self, table: Table, columns: tuple[Column, ...], scope: Scope) -> None:
        self._table = table
        self._columns = columns
        self._scope = scope
        self._section = _Section()
        self._above: dict[int, CellValue] = {}
        self._first_side = Role.MENTOR if scope.kind is Kind.PAIRS else Role.NOBODY
        self._letters = {column.meaning: column_letter(column.index) for column in columns}
        self._by_index = [(column.index, column) for column in columns]
        self._own_names = [
            column
            for column in columns
            if column.side is Role.NOBODY
            and column.base in NAME_MEANINGS
            and column.meaning != "ignored"
        ]
        self._of_mentor = columns_of(columns, Role.MENTOR)
        self._of_mentee = columns_of(columns, Role.MENTEE)
        self._own_columns = [column for column in columns if _is_read_by_itself(column)]
        self._result = TableRows()

    def read(self) -> TableRows:
        """All rows of the table."""
        for block in _blocks(RowClassifier(self._table, self._columns).classify()):
            head = block[0]
            if head.kind in _PEOPLE_BLOCKS:
                self._read_block(block)
            elif head.kind is not RowKind.EMPTY:
                self._skip(head)
        return self._result

    def _skip(self, row: ClassifiedRow) -> None:
        self._result.skipped.append(SkippedRow(row.row + 1, row.reason, self._table.grid.name))
        if row.kind is RowKind.SECTION:
            self._enter_section(row.text)
        if row.kind is RowKind.VACANCY:
            finding = Finding("vacancy", "вакансия: в строке нет человека", Level.INFO)
            self._add_problems(row.row, [finding])

    def _enter_section(self, text: str) -> None:
        school_class = find_class(text)
        mentor = mentor_in_section(text) if self._scope.kind is Kind.MENTEES else None
        if mentor is not None:
            self._section = replace(self._section, mentor=mentor)
        elif is_form(text) and self._scope.kind is not Kind.STAFF:
            self._section = _Section(form=read_form(text))
        elif school_class and self._scope.kind is Kind.STUDENTS:
            self._scope = replace(self._scope, sheet_class=school_class)
        else:
            self._section = _Section(title=one_line(text).strip(" :."), form=self._section.form)

    def _read_block(self, block: list[ClassifiedRow]) -> None:
        row = block[0].row
        if self._scope.kind is Kind.PAIRS:
            facts = Facts()
            self._read_pairs(row, [self._values(one.row, facts) for one in block], facts)
        else:
            self._read_person(row, block)

    def _read_person(self, row: int, block: list[ClassifiedRow]) -> None:
        facts = Facts()
        for values in values_of_each_person(self._own_names, self._values(row, facts)):
            self._read_one_person(row, block, values, facts)
            facts = Facts()

    def _read_one_person(
        self, row: int, block: list[ClassifiedRow], values: RowValues, facts: Facts
    ) -> None:
        self._read_columns(facts, values)
        if not put_first_person(facts, self._own_names, values):
            self._no_name(row, values)
            return
        self._put_mentioned(facts, values)
        for one in block[1:]:
            self._continue_person(facts, one.row)
        self._put_context(facts)
        self._add(
            row,
            ReadPerson(
                row + 1,
                self._table.grid.name,
                **_known(facts, _PERSON_FIELDS),
                kind=self._scope.kind,
            ),
            facts,
        )

    def _put_mentioned(self, facts: Facts, values: RowValues) -> None:
        mentor_columns, mentee_columns = self._of_mentor, self._of_mentee
        if not (mentor_columns or mentee_columns):
            return
        mentor = mentioned_people(mentor_columns, values, self._scope, facts)
        mentees = mentioned_people(mentee_columns, values, self._scope, facts)
        facts.put("mentor", mentor[0] if mentor else None)
        facts.put("mentees", tuple(mentees))
        mentions = ("initials_only", "name_parts")
        names = ("mentor", "mentees")
        facts.findings[:] = [
            one for one in facts.findings if not (one.code in mentions and one.field in names)
        ]

    def _continue_person(self, facts: Facts, row: int) -> None:
        """A lower row of the same person: another post, more mentees, values not said above."""
        own = Facts()
        values = self._values(row, own)
        self._read_columns(own, values)
        self._put_mentioned(own, values)
        _add_post(facts.values, own.values)
        mentees = (*facts.values.get("mentees", ()), *own.values.get("mentees", ()))
        facts.values["mentees"] = tuple(dict.fromkeys(mentees))
        for name, value in own.values.items():
            facts.put(name, value)

    def _put_context(self, facts: Facts) -> None:
        if self._scope.sheet_class and self._scope.kind is Kind.STUDENTS:
            facts.put("school_class", self._scope.sheet_class.name)
        if self._scope.kind in (Kind.MENTORS, Kind.MENTEES):
            workplace_class = find_class(facts.values.get("workplace", ""))
            if workplace_class:
                facts.put("school_class", workplace_class.name)
        self._put_section_form(facts)
        facts.put("mentor", self._section.mentor)
        facts.put("section", self._section.title)
        grade, letter = facts.values.pop("grade", ""), facts.values.pop("letter", "")
        if letter and not grade:
            grade = str(self._scope.sheet_grade or "")
        facts.put("school_class", f"{grade}{letter}")

    def _put_section_form(self, facts: Facts) -> None:
        """The form of the section, unless the row names its own; two forms are told."""
        own, section = facts.values.get("form"), self._section.form
        facts.put("form", section)
        if own and section and not are_same_forms(own, section):
            message = f"в строке форма «{own}», а раздел – «{section}»"
            facts.warn("form_conflict", message, "form")

    def _read_pairs(self, row: int, blocks: list[dict[int, CellValue]], facts: Facts) -> None:
        mentors = mentioned_people(self._of_mentor, blocks[0], self._scope, facts)
        mentees: list[MentionedPerson] = []
        for values in blocks:
            self._read_columns(facts, values)
            mentees.extend(mentioned_people(self._of_mentee, values, self._scope, facts))
        self._put_section_form(facts)
        facts.put("group", self._section.title)
        _one_finding_a_row(facts)
        self._tell_missing(facts, mentors, mentees)
        known = _known(facts, _PAIR_FIELDS)
        for mentor in (*mentors,) or (None,):
            pair = ReadPair(
                row + 1, self._table.grid.name, mentor, tuple(dict.fromkeys(mentees)), **known
            )
            self._add(row, pair, facts)
            facts = Facts()

    def _tell_missing(
        self, facts: Facts, mentors: list[MentionedPerson], mentees: list[MentionedPerson]
    ) -> None:
        for people, name, title in (
            (mentors, "mentor", "наставника"),
            (mentees, "mentee", "наставляемого"),
        ):
            if not people:
                field_name = "mentor" if name == "mentor" else "mentees"
                message = f"в строке нет {title}"
                facts.findings.append(Finding(f"{name}_missing", message, Level.ERROR, field_name))

    def _read_columns(self, facts: Facts, values: RowValues) -> None:
        for column in self._own_columns:
            value = values.get(column.index)
            if value is not None:
                read_cell(facts, value, column, self._scope)

    def _values(self, row: int, facts: Facts) -> dict[int, CellValue]:
        """Values of a row by column; signs of repetition replaced by the value above."""
        cells = self._table.grid.filled_row(row)
        values: dict[int, CellValue] = {}
        for index, column in self._by_index:
            value = cells[index]
            if isinstance(value, str):
                if is_repetition(value):
                    value = self._repeated(column, facts)
                elif value.startswith("#") and is_sheet_error(value):
                    facts.warn("unusual", f"в ячейке ошибка «{value}»", column.meaning)
                    continue
            if value is not None:
                values[index] = value
        self._above = values
        return values

    def _repeated(self, column: Column, facts: Facts) -> CellValue:
        """What a sign of repetition stands for; contacts of another person are never copied."""
        above = self._above.get(column.index)
        is_personal = column.base in _NEVER_REPEATED or column.side is Role.PARENT
        if column.meaning == "ignored":
            return None
        if is_personal or above is None:
            facts.tell("ditto", "знак повтора вместо значения: оставлено пустым", column.meaning)
            return None
        shown = one_line(as_text(above))
        facts.tell("ditto", f"знак повтора: взято значение сверху – «{shown}»", column.meaning)
        return above

    def _no_name(self, row: int, values: RowValues) -> None:
        shown = " ".join(one_line(as_text(values.get(c.index))) for c in self._own_names).strip()
        message = (
            f"фамилия и имя не распознаны: «{shown}»" if shown else "в строке нет фамилии и имени"
        )
        field_name = next((c.meaning for c in self._own_names), "")
        self._add_problems(row, [Finding("name_parts", message, Level.ERROR, field_name)])
        self._result.skipped.append(SkippedRow(row + 1, "строка без имени", self._table.grid.name))

    def _add(self, row: int, record: ReadRow, facts: Facts) -> None:
        self._result.rows.append(record)
        self._add_problems(row, facts.findings)

    def _add_problems(self, row: int, findings: list[Finding]) -> None:
        whole = self._letters.get("full_name", "")
        for one in findings:
            column = self._letters.get(one.field) or (whole if one.field in NAME_MEANINGS else "")
            self._result.problems.append(
                RowProblem(
                    row + 1,
                    one.code,
                    one.message,
                    one.level,
                    one.field,
                    self._table.grid.name,
                    column,
                )
            )


def _blocks(rows: list[ClassifiedRow]) -> Iterator[list[ClassifiedRow]]:
    """Rows that belong together: a person and the lower rows that the name covers."""
    block: list[ClassifiedRow] = []
    for row in rows:
        if row.kind is RowKind.CONTINUATION and block and block[0].kind in _PEOPLE_BLOCKS:
            block.append(row)
            continue
        if block:
            yield block
        block = [row]
    if block:
        yield block


def _is_read_by_itself(column: Column) -> bool:
    """Whether a cell says something of the row itself; names and other people are read apart."""
    is_own = column.side in (Role.NOBODY, Role.PARENT) or column.base == "workplace"
    is_name = column.base in NAME_MEANINGS and column.side is not Role.PARENT
    return is_own and not is_name and column.meaning not in ("ignored", "number")


def _known(facts: Facts, names: frozenset[str]) -> dict[str, Any]:
    return {name: value for name, value in facts.values.items() if name in names}


def _add_post(values: dict[str, Any], more: dict[str, Any]) -> None:
    """Add a post to those of a person, when it is not among them already."""
    known = values.get("positions") or (
        Post(values.get("position", ""), values.get("subject", "")),
    )
    new = Post(more.get("position", ""), more.get("subject", ""))
    if new.position and new not in known:
        values["positions"] = (*known, new)


def _one_finding_a_row(facts: Facts) -> None:
    """Initials of a mentor and of a mentee in one row are one thing to say."""
    codes = [one.code for one in facts.findings]
    if codes.count("initials_only") > 1:
        last = max(n for n, code in enumerate(codes) if code == "initials_only")
        facts.findings[:] = [
            one for n, one in enumerate(facts.findings) if one.code != "initials_only" or n == last
        ]
