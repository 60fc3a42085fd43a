"""What the lists of a consolidation show: schools, totals by type, people in two schools."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.consolidation.duplicates import Repeated
from nastavnik_desktop.domain.consolidation.received import SchoolRow, Standing
from nastavnik_desktop.domain.consolidation.shares import ShareOfSchools
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.search import search_key
from ui.item_models.column import Align, Column
from ui.item_models.rows_model import RowsModel
from ui.tokens import Tone

if TYPE_CHECKING:
    from nastavnik_desktop.services.consolidation import TotalsOfKind

_TONES = {
    Standing.MISSING: Tone.WARNING,
    Standing.WAITING: Tone.ACCENT,
    Standing.ACCEPTED: Tone.GOOD,
    Standing.RETURNED: Tone.DANGER,
}


def make_schools_model() -> RowsModel[SchoolRow]:
    """The model of the page «Свод»."""
    columns = (
        Column[SchoolRow](
            "Школа", lambda row: row.school.name, width=240, least_width=160, stretches=True
        ),
        Column[SchoolRow]("Тип", lambda row: row.school.kind.short, width=110),
        Column[SchoolRow](
            "Посылка",
            lambda row: row.standing.label,
            sort_key=lambda row: list(Standing).index(row.standing),
            width=130,
            tone=lambda row: _TONES[row.standing],
        ),
        Column[SchoolRow](
            "На дату",
            lambda row: short_date(row.package.as_of) if row.package else "",
            sort_key=lambda row: row.package.as_of if row.package else None,
            width=100,
        ),
        Column[SchoolRow](
            "Ошибки",
            lambda row: str(len(row.package.errors)) if row.package else "",
            sort_key=lambda row: len(row.package.errors) if row.package else None,
            align=Align.RIGHT,
            width=80,
            least_width=72,
        ),
        Column[SchoolRow](
            "Люди",
            lambda row: str(row.package.people or "") if row.package else "",
            sort_key=lambda row: row.package.people if row.package else None,
            align=Align.RIGHT,
            width=80,
            least_width=64,
        ),
        Column[SchoolRow](
            "Модель", lambda row: row.school.mentoring_model, width=160, stretches=True
        ),
    )
    return RowsModel(columns, lambda row: row.school_id, _search_text)


def _search_text(row: SchoolRow) -> str:
    school = row.school
    return search_key(f"{school.name} {school.kind.short} {school.inn} {school.mentoring_model}")


def make_duplicates_model() -> RowsModel[Repeated]:
    """People who stand in the packages of two schools."""
    columns = (
        Column[Repeated]("Человек", lambda one: one.title, width=250, stretches=True),
        Column[Repeated](
            "Школы",
            lambda one: "; ".join(place.school for place in one.places),
            width=300,
            stretches=True,
        ),
        Column[Repeated](
            "Совпадение",
            lambda one: "ФИО и дата рождения" if one.is_sure else "только ФИО",
            width=180,
            tone=lambda one: Tone.WARNING if one.is_sure else None,
        ),
        Column[Repeated](
            "Учтён дважды", lambda one: "да" if one.is_counted_twice else "нет", width=120
        ),
    )
    return RowsModel(columns, lambda one: one.places)


def make_kinds_model() -> RowsModel[TotalsOfKind]:
    """Totals by type of school: the figures of the form «Участники» that are asked for most."""
    columns = (
        Column("Тип школ", lambda one: one.title, width=230, stretches=True),
        _count("В перечне", lambda one: str(one.schools)),
        _count("Прислали", lambda one: str(one.sent)),
        *(_count(title, partial(_figure, place=place)) for title, place in _FIGURES),
    )
    return RowsModel(columns, lambda one: one.title)


_FIGURES = (("Пар", 0), ("Групп", 1), ("Наставников", 2), ("Наставляемых", 7), ("Завершили", 13))
"""Places of these figures among the columns of the form «Участники», from zero."""


def _count(title: str, text: Callable[[TotalsOfKind], str]) -> Column[TotalsOfKind]:
    return Column(
        title,
        text,
        sort_key=lambda one: int(text(one)) if text(one).isdigit() else None,
        align=Align.RIGHT,
        width=116,
        least_width=100,
    )


def _figure(one: TotalsOfKind, place: int) -> str:
    return one.figures[place] if place < len(one.figures) else ""


def make_shares_model() -> RowsModel[ShareOfSchools]:
    """The share of schools by year, with the plan."""
    columns = (
        Column[ShareOfSchools](
            "Учебный год", lambda one: SchoolYear(one.year).label, width=108, stretches=True
        ),
        Column[ShareOfSchools](
            "Участвуют",
            lambda one: "" if one.taking_part is None else f"{one.taking_part} из {one.schools}",
            sort_key=lambda one: one.taking_part,
            align=Align.RIGHT,
            width=100,
        ),
        Column[ShareOfSchools](
            "Факт, %",
            lambda one: _decimal(one.percent),
            align=Align.RIGHT,
            width=78,
            least_width=72,
        ),
        Column[ShareOfSchools](
            "План, %",
            lambda one: "" if one.plan is None else str(one.plan),
            align=Align.RIGHT,
            width=78,
            least_width=72,
        ),
        Column[ShareOfSchools](
            "Отклонение",
            lambda one: _decimal(one.deviation),
            sort_key=lambda one: one.deviation,
            align=Align.RIGHT,
            width=104,
        ),
    )
    return RowsModel(columns, lambda one: one.year)


def _decimal(value: Decimal | None) -> str:
    return "" if value is None else f"{value:.1f}".replace(".", ",").replace("-", "–")
