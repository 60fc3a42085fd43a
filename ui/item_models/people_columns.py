"""Columns and views of the list of people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.people import (
    PersonKind,
    PersonRow,
    QualificationCategory,
    is_early_career,
)
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.search import search_key
from ui.item_models.column import Align, Column
from ui.tokens import Tone

WANTING = "needs_mentor"
REASONS = "Почему нужен наставник"
_CATEGORY_ORDER = {category: place for place, category in enumerate(QualificationCategory)}


@dataclass(frozen=True)
class PeopleChip:
    """One view of the list: which people it holds on a day; a rare one is often empty."""

    key: str
    text: str
    holds: Callable[[PersonRow, date], bool]
    is_archive: bool = False
    is_rare: bool = False

    def condition(self, today: date) -> Callable[[PersonRow], bool]:
        """Whether a person stands in this view; the archive has a view of its own."""
        holds, is_archive = self.holds, self.is_archive
        return lambda row: row.is_archived is is_archive and holds(row, today)


def _is_early(row: PersonRow, today: date) -> bool:
    is_staff = row.kind is PersonKind.STAFF
    return is_staff and is_early_career(
        row.position_title, row.subject, row.teaching_service, today
    )


CHIPS: tuple[PeopleChip, ...] = (
    PeopleChip("all", "Все", lambda _row, _today: True),
    PeopleChip("staff", "Сотрудники", lambda row, _today: row.kind is PersonKind.STAFF),
    PeopleChip("students", "Ученики", lambda row, _today: row.kind is PersonKind.STUDENT),
    PeopleChip("outside", "Не из школы", lambda row, _today: row.kind is PersonKind.OUTSIDE),
    PeopleChip("mentors", "Наставники", lambda row, _today: row.is_mentor),
    PeopleChip("mentees", "Наставляемые", lambda row, _today: row.is_mentee),
    PeopleChip("early_career", "Молодые специалисты", _is_early),
    PeopleChip(WANTING, "Кому нужен наставник", lambda _row, _today: True, is_rare=True),
    PeopleChip("archive", "Архив", lambda _row, _today: True, is_archive=True, is_rare=True),
)
CHIP_OF = {chip.key: chip for chip in CHIPS}


def counts_of(rows: Iterable[PersonRow], today: date, wanting: Collection[int]) -> dict[str, int]:
    """How many people stand in each view; ``wanting`` are the ids of who needs a mentor."""
    people = list(rows)
    counts = {chip.key: sum(map(chip.condition(today), people)) for chip in CHIPS}
    return counts | {WANTING: sum(row.person_id in wanting for row in people)}


def people_columns(
    today: Callable[[], date],
    place: Callable[[PersonRow], int],
    reasons: Callable[[PersonRow], str],
) -> list[Column[PersonRow]]:
    """Columns of the list; ``today`` is the day on which length of service is shown.

    ``place`` is the place of a person by name, as the list came; ``reasons`` tell why a person
    needs a mentor.
    """
    return [
        Column(
            "ФИО",
            lambda row: row.name.full,
            sort_key=place,
            width=280,
            least_width=258,
            stretches=True,
        ),
        Column(
            "Должность, класс",
            lambda row: row.occupation,
            width=210,
            least_width=124,
            stretches=True,
        ),
        Column("Категория", _category, _category_rank, width=112),
        Column(
            "Стаж",
            lambda row: _service_years(row, today()),
            lambda row: row.teaching_service and row.teaching_service.months_on(today()),
            Align.RIGHT,
            width=56,
            tooltip=lambda row: _service_words(row, today()),
        ),
        Column("Роль в году", role_words, width=132, tone=role_tone),
        Column(
            "Пар",
            lambda row: str(row.pairings_count or ""),
            lambda row: row.pairings_count,
            Align.RIGHT,
            width=48,
        ),
        Column(REASONS, reasons, width=300, stretches=True, tooltip=reasons, is_hidden=True),
        Column("Дата рождения", _birth, _birth_key, width=122, is_hidden=True),
        Column("Телефон", lambda row: row.phone, width=150, is_hidden=True),
        Column("Почта", lambda row: row.email, width=170, is_hidden=True),
    ]


def person_search_text(row: PersonRow) -> str:
    """What the search of the list looks in."""
    words = (row.name.full, row.occupation, row.organisation, row.phone, row.email)
    return search_key(" ".join(words))


def role_words(row: PersonRow) -> str:
    """«наставник», «наставляемый» or both."""
    if row.is_mentor and row.is_mentee:
        return "обе роли"
    return "наставник" if row.is_mentor else "наставляемый" if row.is_mentee else ""


def role_tone(row: PersonRow) -> Tone | None:
    """The colour that helps to tell mentors from mentees."""
    if row.is_mentor:
        return Tone.ACCENT
    return Tone.GOOD if row.is_mentee else None


def _category(row: PersonRow) -> str:
    is_none = row.category in {None, QualificationCategory.NONE}
    return "" if is_none or row.category is None else row.category.label


def _category_rank(row: PersonRow) -> int | None:
    return _CATEGORY_ORDER.get(row.category) if row.category else None


def _service_years(row: PersonRow, today: date) -> str:
    return str(row.teaching_service.years_on(today)) if row.teaching_service else ""


def _service_words(row: PersonRow, today: date) -> str:
    if row.teaching_service is None:
        return ""
    return f"Педагогический стаж: {months_words(row.teaching_service.months_on(today))}"


def months_words(months: int) -> str:
    """«12 лет 5 мес.», «5 мес.», «менее месяца»."""
    years, rest = divmod(months, 12)
    words = [counted(years, "год", "года", "лет")] if years else []
    words += [f"{rest}\u00a0мес."] if rest else []
    return " ".join(words) or "менее месяца"


def _birth(row: PersonRow) -> str:
    return short_date(row.birth_date) or str(row.birth_year or "")


def _birth_key(row: PersonRow) -> date | None:
    if row.birth_date is not None:
        return row.birth_date
    return date(row.birth_year, 1, 1) if row.birth_year else None
