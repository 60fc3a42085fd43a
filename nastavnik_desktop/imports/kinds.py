"""What a table is a list of, and what its columns feed once that is known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from nastavnik_desktop.imports.column_meaning import NAME_MEANINGS, HeaderMeaning, Role
from nastavnik_desktop.imports.table import HeaderColumn, Table
from nastavnik_desktop.imports.values.categories import is_for_one_category
from nastavnik_desktop.imports.values.text import folded


class Kind(StrEnum):
    """Kinds of tables."""

    STAFF = "staff"
    MENTORS = "mentors"
    MENTEES = "mentees"
    PAIRS = "pairs"
    STUDENTS = "students"


@dataclass(frozen=True)
class Column:
    """A column that is read: its header, the field it feeds, and whose it is.

    ``meaning`` is the field («mentor_workplace»), ``base`` the kind of values («workplace»);
    ``side`` is the person of the row to whom a value belongs when that is not the first one.
    """

    source: HeaderColumn
    meaning: str
    base: str
    side: Role = Role.NOBODY

    @property
    def index(self) -> int:
        """The number of the column in the grid."""
        return self.source.index


_MENTOR_OFFERS = frozenset(
    ("competences", "mentee_age", "time_resource", "capacity", "achievements")
)
_MENTEE_ASKS = frozenset(("requests", "completed"))
_PERSONAL = frozenset(
    ("position", "subject", "workplace", "category", "category_date", "experience_years",
     "experience_total_years", "class", "grade", "letter", "phone", "email", "contacts",
     "birth_date", "birth_year", "status", "age")
)  # fmt: skip
_ONLY_OF_STAFF = frozenset(("position", "category", "experience_years", "experience_total_years"))
_ONLY_OF_STUDENTS = frozenset(("class", "grade", "letter", "parent_relation"))
_NEVER_OF_STAFF = frozenset(("class", "grade", "letter", "period"))
"""In a list of staff: the class that a teacher leads, the time for which a category is given."""
_IMPORTED_BESIDES = frozenset(("sex", "education", "address", "age", "hired"))
_SIDES = (Role.MENTOR, Role.MENTEE)
_PARENT_FIELDS = {
    "full_name": "parent_name",
    "phone": "parent_phone",
    "parent_relation": "parent_relation",
}
_MENTOR_LIST = re.compile(
    r"(?:баз\w|банк\w*|спис\w+|реестр\w*|сведения о|перечень)\s+(?:\w+[- ]){0,2}наставник"
)
_MENTEE_LIST = re.compile(
    r"(?:баз\w|банк\w*|спис\w+|реестр\w*|сведения о|перечень)\s+(?:\w+[- ]){0,2}наставляем"
)
_BARE_TITLES = {
    "наставники": Kind.MENTORS, "педагоги-наставники": Kind.MENTORS, "наставляемые": Kind.MENTEES,
    "молодые специалисты": Kind.MENTEES, "молодые педагоги": Kind.MENTEES,
}  # fmt: skip
_OF_A_CONTEST = re.compile(
    r"диплом(?!у|н)|грамот|олимпиад|конкурс|призер|победител|лауреат|участник|^место$|балл"
)
_PAIR_LIST = re.compile(r"\bпар(?:ы|ах)?\b|групп\w* наставничеств|закреплени")
_STUDENT_LIST = re.compile(r"учащ[а-я]*ся|обучающ|учеников|воспитанник|класса\b|контингент")


def recognise_kind(table: Table, titles: str, has_class: bool) -> Kind:
    """Tell the kind by roles of the name columns, other columns, and words above the table."""
    roles = [column.meaning.role for column in table.columns if _holds_people(column)]
    bases = {column.meaning.base for column in table.columns}
    words = folded(titles)
    if Role.MENTOR in roles and Role.MENTEE in roles:
        return _of_two_sides(roles, bases, words)
    titled = None if {Role.MENTOR, Role.MENTEE} & {*roles} else _of_bare_title(titles)
    if titled is not None:
        return titled
    if Role.MENTOR in roles or Role.MENTEE in roles:
        return _of_named_side(table, roles, bases, words, has_class=has_class)
    return _of_one_side(roles, bases, words, has_class)


def _of_bare_title(titles: str) -> Kind | None:
    """What a title or the name of a sheet says with one word: «Наставники», «Наставляемые»."""
    for title in reversed(titles.split("\n")):
        kind = _BARE_TITLES.get(folded(title).strip(" .:"))
        if kind is not None:
            return kind
    return None


def without_coaches(table: Table) -> Table:
    """The table of a contest without its column «Наставник»: who prepared a winner is no pair."""
    roles = {column.meaning.role for column in table.columns if _holds_people(column)}
    is_contest = any(_OF_A_CONTEST.search(folded(column.header)) for column in table.columns)
    if not is_contest or Role.MENTOR not in roles or Role.MENTEE in roles:
        return table
    return replace(
        table,
        columns=tuple(
            replace(one, meaning=HeaderMeaning("ignored"))
            if one.meaning.role is Role.MENTOR
            else one
            for one in table.columns
        ),
    )


def assign_columns(table: Table, kind: Kind) -> tuple[Column, ...]:
    """The field that every column feeds in a table of this kind."""
    columns: list[Column] = []
    current = _primary_side(kind)
    taken: set[tuple[Role, str]] = set()
    for source in sorted(table.columns, key=lambda one: one.index in table.grid.hidden_columns):
        columns.append(_assigned(source, kind, current, taken))
        if _holds_people(source):
            current = _side_of(source, kind)
    return tuple(sorted(columns, key=lambda column: column.index))


def _holds_people(column: HeaderColumn) -> bool:
    return column.meaning.is_name and column.meaning.role is not Role.PARENT


def _of_two_sides(roles: list[Role], bases: set[str], words: str) -> Kind:
    if _MENTOR_LIST.search(words):
        return Kind.MENTORS
    if _MENTEE_LIST.search(words):
        return Kind.MENTEES
    if _PAIR_LIST.search(words):
        return Kind.PAIRS
    is_mentor_first = next(r for r in roles if r in (Role.MENTOR, Role.MENTEE)) is Role.MENTOR
    if is_mentor_first and len(bases & _MENTOR_OFFERS) > 1:
        return Kind.MENTORS
    if not is_mentor_first and bases & {*_MENTEE_ASKS, "birth_year", "birth_date", "contacts"}:
        return Kind.MENTEES
    return Kind.PAIRS


def _of_named_side(
    table: Table, roles: list[Role], bases: set[str], words: str, *, has_class: bool
) -> Kind:
    """Mentors or mentees alone, or beside people of whom the header does not say what they are.

    «ФИО», «Класс», «Наставник» is a list of mentees; a list of staff in which few have a mentor
    stays one of staff.
    """
    named, other = (
        (Kind.MENTORS, Kind.MENTEES) if Role.MENTOR in roles else (Kind.MENTEES, Kind.MENTORS)
    )
    if len(set(roles)) == 1:
        return named
    if _PAIR_LIST.search(words):
        return Kind.PAIRS
    is_said = _MENTOR_LIST.search(words) or _MENTEE_LIST.search(words) or bases & _MENTEE_ASKS
    if is_said or _are_mostly_filled(table):
        return other
    return _of_one_side([one for one in roles if one not in _SIDES], bases, words, has_class)


def _are_mostly_filled(table: Table) -> bool:
    """Whether at least half of the people of a table have a mentor or a mentee in their row."""
    own, others = (
        [c.index for c in table.columns if _holds_people(c) and (c.meaning.role in _SIDES) is side]
        for side in (False, True)
    )
    rows = [row for row in table.body if any(table.grid.value(row, n) is not None for n in own)]
    filled = [row for row in rows if any(table.grid.value(row, n) is not None for n in others)]
    return len(filled) * 2 >= len(rows)


def _of_one_side(roles: list[Role], bases: set[str], words: str, has_class: bool) -> Kind:
    if len(bases & _MENTOR_OFFERS - {"achievements"}) > 1 or _MENTOR_LIST.search(words):
        return Kind.MENTORS
    if "requests" in bases or _MENTEE_LIST.search(words):
        return Kind.MENTEES
    is_of_students = Role.STUDENT in roles and Role.STAFF not in roles
    is_of_staff = bool(roles) and roles[0] is Role.STAFF
    if not is_of_students and (is_of_staff or bases & _ONLY_OF_STAFF):
        return Kind.STAFF
    if is_of_students or has_class or bases & _ONLY_OF_STUDENTS:
        return Kind.STUDENTS
    return Kind.STUDENTS if _STUDENT_LIST.search(words) else Kind.STAFF


def _primary_side(kind: Kind) -> Role:
    return {Kind.MENTEES: Role.MENTEE, Kind.MENTORS: Role.MENTOR, Kind.PAIRS: Role.MENTOR}.get(
        kind, Role.NOBODY
    )


def _side_of(source: HeaderColumn, kind: Kind) -> Role:
    role = source.meaning.role
    return role if role in (Role.MENTOR, Role.MENTEE) else _primary_side(kind)


def _assigned(
    source: HeaderColumn, kind: Kind, current: Role, taken: set[tuple[Role, str]]
) -> Column:
    base, role = source.meaning.base, source.meaning.role
    if base == "unknown" or role is Role.COORDINATOR or base == "ignored":
        return Column(source, "ignored", base)
    if kind is Kind.STAFF and base in _NEVER_OF_STAFF:
        return Column(source, "ignored", "ignored")
    if role is Role.PARENT and base != "contacts":
        return _parents(source, base, taken)
    side = role if role in (Role.MENTOR, Role.MENTEE) else _primary_side(kind)
    is_bare = role not in (Role.MENTOR, Role.MENTEE)
    if is_bare and base in _PERSONAL and _follows_other_person(kind, current, base, taken):
        side = current
    return _of_side(source, kind, side, taken)


def _follows_other_person(
    kind: Kind, current: Role, base: str, taken: set[tuple[Role, str]]
) -> bool:
    """A bare «Класс» after a name belongs to that name, in bases once the first person has one."""
    return (
        kind is Kind.PAIRS
        or (_primary_side(kind), base) in taken
        or (current is not _primary_side(kind) and base in ("class", "position"))
    )


def _of_side(source: HeaderColumn, kind: Kind, side: Role, taken: set[tuple[Role, str]]) -> Column:
    base = source.meaning.base
    is_shared = base not in _PERSONAL and base not in NAME_MEANINGS
    is_other = kind is Kind.PAIRS or side is not _primary_side(kind)
    is_mark = base == "category" and is_for_one_category(source.header)
    if (side, base) in taken and not (is_mark or (is_shared and base in ("note", "interests"))):
        return Column(source, "ignored", base)
    taken.add((side, base))
    if base == "about":
        return Column(source, "note", base)
    if base in _IMPORTED_BESIDES or (base == "consent" and kind is Kind.PAIRS):
        return Column(source, f"_{base}", base)
    if is_shared and kind is Kind.PAIRS and base in _MENTOR_OFFERS:
        return Column(source, "ignored", base)
    if is_shared or not is_other:
        return Column(source, base, base)
    return Column(source, _other_meaning(base, side), base, side)


def _other_meaning(base: str, side: Role) -> str:
    if base == "full_name":
        return "mentor" if side is Role.MENTOR else "mentees"
    return f"{side.value}_{base}"


def _parents(source: HeaderColumn, base: str, taken: set[tuple[Role, str]]) -> Column:
    meaning = _PARENT_FIELDS.get(base, "ignored")
    if (Role.PARENT, meaning) in taken and meaning in ("parent_name", "parent_phone"):
        return Column(source, "_other_parent", "other_parent", Role.PARENT)
    if (Role.PARENT, meaning) in taken:
        meaning = "ignored"
    taken.add((Role.PARENT, meaning))
    return Column(source, meaning, base, Role.PARENT)


def shown_meaning(column: Column) -> str:
    """The meaning as the preview names it; what is imported besides is not one of its fields."""
    return "ignored" if column.meaning.startswith("_") else column.meaning
