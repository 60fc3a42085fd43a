"""School tables with noise, each with the reading that it must give.

``school_table(kind, number)`` makes the same table for the same number: titles above, a header in
one of its wordings, rows of people written in every manner, and rows that are no people.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.imports import noise
from tests.imports.generated_columns import Draft, KindColumns
from tests.imports.noise import Cell, Somebody

SCHOOLS = ("МБОУ «СОШ № 5»", "МАОУ «Лицей № 3»", "МКОУ СОШ № 8 с. Ключи", 'МОУ "Гимназия № 2"')
MOST_PEOPLE = 14


@dataclass
class SchoolTable:
    """A sheet and its expected reading; rows are numbered from 1."""

    kind: str
    name: str
    cells: list[list[object]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    header_rows: list[int] = field(default_factory=list)
    meanings: list[str] = field(default_factory=list)
    rows: list[dict[str, object]] = field(default_factory=list)
    skipped: set[int] = field(default_factory=set)
    problems: set[tuple[int, str]] = field(default_factory=set)
    facts: dict[str, object] = field(default_factory=dict)

    @property
    def next_row(self) -> int:
        return len(self.cells) + 1

    def add(self, *cells: object) -> None:
        self.cells.append([None if cell == "" else cell for cell in cells])

    def skip(self, *cells: object) -> None:
        self.skipped.add(self.next_row)
        self.add(*cells)


class Writer:
    """Writes one table; all its chances come from the number of the table."""

    def __init__(self, kind: str, number: int) -> None:
        self.chance = Random(f"{kind} {number}")
        self.table = SchoolTable(kind, self.chance.choice(("Лист1", "Список", "Кадры", "База")))
        self.columns = KindColumns(self.chance)

    def write(self) -> SchoolTable:
        drafts, titles = getattr(self.columns, self.table.kind)()
        self._titles(titles)
        self._header(drafts)
        self._body(drafts)
        self._below(len(drafts))
        return self.table

    def _titles(self, titles: tuple[str, ...]) -> None:
        school = self.chance.choice(SCHOOLS)
        if self.chance.random() < 0.4:
            self.table.add("", "", "УТВЕРЖДАЮ")
        if self.chance.random() < 0.8:
            self.table.add(self.chance.choice((f"Директор {school} ________ И.И. Котов", school)))
            self.table.facts["organisation"] = school
        title = self.chance.choice(titles)
        if self.chance.random() < 0.7:
            title = f"{title} на 2024{self.chance.choice(('-2025', '/2025', '/25'))} учебный год"
            self.table.facts["school_year"] = "2024-2025"
        self.table.add(title)
        for _ in range(self.chance.randrange(3)):
            self.table.add()

    def _header(self, drafts: list[Draft]) -> None:
        is_two_level = any(draft.upper for draft in drafts)
        top = len(self.table.cells)
        self.table.header_rows.append(self.table.next_row)
        lower = [self._wording(draft) for draft in drafts]
        if is_two_level:
            self.table.add(*(d.upper or text for d, text in zip(drafts, lower, strict=True)))
            self.table.header_rows.append(self.table.next_row)
            self.table.add(*(t if d.upper else "" for d, t in zip(drafts, lower, strict=True)))
            self._join_header(drafts, top)
        else:
            self.table.add(*lower)
        self.table.meanings = [draft.meaning for draft in drafts]
        if self.chance.random() < 0.4:
            self.table.skip(*range(1, len(drafts) + 1))

    def _join_header(self, drafts: list[Draft], top: int) -> None:
        first = next(n for n, draft in enumerate(drafts) if draft.upper)
        last = max(n for n, draft in enumerate(drafts) if draft.upper)
        self.table.merges.append((top, first, top, last))
        self.table.merges.extend(
            (top, n, top + 1, n) for n, draft in enumerate(drafts) if not draft.upper
        )
        for column in range(first + 1, last + 1):
            self.table.cells[top][column] = None

    def _wording(self, draft: Draft) -> str:
        text = self.chance.choice(draft.wordings)
        shape = self.chance.randrange(8)
        if shape == 0:
            return text.upper()
        if shape == 1:
            return text.replace(" ", "\n", 1)
        return f" {text} " if shape == 2 else text

    def _body(self, drafts: list[Draft]) -> None:
        people = noise.crowd(self.chance, self.chance.randrange(4, MOST_PEOPLE))
        for number, who in enumerate(people, 1):
            self._between(drafts, number)
            self._person(drafts, number, who)

    def _between(self, drafts: list[Draft], number: int) -> None:
        """Now and then a row that is no person stands before the next one."""
        shape = self.chance.randrange(16)
        if shape == 0:
            self.table.add()
        elif shape == 1 and number > 2 and len(self.table.header_rows) == 1:
            self.table.skip(*self.table.cells[self.table.header_rows[0] - 1])
        elif shape == 2 and self.table.kind == "staff":
            self.table.problems.add((self.table.next_row, "vacancy"))
            name_place = [""] * (drafts[0].meaning == "number")
            self.table.skip(*name_place, self.chance.choice(("ВАКАНСИЯ", "вакансия", "Вакантно")))
        elif shape == 3 and self.table.kind == "staff":
            section = self.chance.choice(("Администрация", "Специалисты", "Начальная школа"))
            self.table.skip(section)
            self.table.facts["section"] = section

    def _person(self, drafts: list[Draft], number: int, who: Somebody) -> None:
        row: dict[str, object] = {"row": self.table.next_row}
        written: list[object] = []
        for draft in drafts:
            cell = draft.make(who) if draft.make else Cell("")
            written.append(number if draft.meaning == "number" else cell.written)
            row.update({key: value for key, value in cell.meant.items() if key not in row})
            self.table.problems.update((self.table.next_row, code) for code in cell.codes)
        if "section" in self.table.facts:
            row["section"] = self.table.facts["section"]
        self.table.rows.append(row)
        self.table.add(*written)

    def _below(self, width: int) -> None:
        if self.chance.random() < 0.4:
            self.table.add()
        if self.chance.random() < 0.5:
            self.table.skip("", self.chance.choice(("Итого: 12 человек", "ВСЕГО", "Всего: 3")))
        if self.chance.random() < 0.6:
            self.table.add()
            signatures = (
                ("", "Директор школы", "__________", "Котов И.И."),
                ("", "Зам. директора по УВР ____________ О.П. Котова"),
                ("Исполнитель: Котова О.П.",),
                ("Директор:", "", "", "Котов И.И.")[: max(4, width)],
            )
            self.table.skip(*self.chance.choice(signatures))


def school_table(kind: str, number: int) -> SchoolTable:
    """The table of a kind with this number; always the same."""
    return Writer(kind, number).write()
