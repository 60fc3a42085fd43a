"""Everything that the base holds as one Excel workbook: a school is never locked in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from db.engine import Base
from db.models import (
    ConsentModel,
    EmploymentModel,
    EnrollmentModel,
    MentorTrainingModel,
    PersonModel,
    PoolEntryModel,
)
from db.queries.everything import (
    consents,
    enrollments,
    everybody,
    pool_entries,
    trainings,
    years_of_pairings,
)
from db.queries.orders import order_rows
from db.queries.pairings import pairing_rows_of_year
from nastavnik_desktop.documents.workbook import Sheet, SheetValue, render_workbook
from nastavnik_desktop.domain.employment import Absence, FurtherPost, rate_words
from nastavnik_desktop.domain.orders import OrderRow
from nastavnik_desktop.domain.pairings import PairingRow, Participant
from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.domain.school_year import SchoolYear

Record = TypeVar("Record")
Columns = tuple[tuple[str, Callable[[Record], SheetValue]], ...]
_SIDES = {"mentor": "наставник", "mentee": "наставляемый"}


class EverythingService:
    """People, classes, pools, pairs and the register of orders, of all years."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def workbook(self) -> bytes:
        """The whole base as an .xlsx file, a sheet for each kind of record."""
        today = self._today()
        with self._base.reading() as session:
            people = everybody(session)
            by_id = {person.person_id: person for person in people}
            grown_ups = [one for one in people if one.kind is not PersonKind.STUDENT]
            students = [one for one in people if one.kind is PersonKind.STUDENT]
            sheets = [
                _sheet("Люди", _NAME + _WORK + _CONTACTS, grown_ups),
                _sheet("Ученики", _NAME + _PARENTS + _CONTACTS, students),
                _sheet("Классы", _of_person(_CLASSES, by_id), enrollments(session)),
                _sheet("Базы года", _of_person(_POOLS, by_id), pool_entries(session)),
                _sheet("Обучение наставников", _of_person(_TRAININGS, by_id), trainings(session)),
                _sheet("Согласия", _of_person(_CONSENTS, by_id), consents(session)),
                _sheet("Пары и группы", _pairing_columns(today), _couples(session, today)),
                _sheet("Журнал приказов", _ORDERS, order_rows(session)),
            ]
        return render_workbook(sheets)


def _sheet(title: str, columns: Columns[Record], records: Iterable[Record]) -> Sheet:
    rows = [[value(record) for _title, value in columns] for record in records]
    return Sheet(title, tuple(name for name, _value in columns), rows)


def _main(person: PersonModel) -> EmploymentModel:
    """The main post; an empty one for those who have none."""
    return person.employments[0] if person.employments else EmploymentModel(position_title="")


def _further(person: PersonModel) -> str:
    posts = person.employments[1:]
    return "; ".join(
        str(FurtherPost(post.position_title, post.subject, post.rate_hundredths)) for post in posts
    )


def _absences(person: PersonModel) -> str:
    return "; ".join(str(Absence(row.kind, row.since_on, row.until_on)) for row in person.absences)


_NAME: Columns[PersonModel] = (
    ("Фамилия", lambda one: one.last_name),
    ("Имя", lambda one: one.first_name),
    ("Отчество", lambda one: one.patronymic),
    ("Прежняя фамилия", lambda one: one.former_last_name),
    ("Кто это", lambda one: one.kind.label),
    ("Пол", lambda one: {"f": "женский", "m": "мужской"}.get(one.sex or "", "")),
    ("Дата рождения", lambda one: one.birth_date),
    ("Год рождения", lambda one: one.birth_year),
)
_WORK: Columns[PersonModel] = (
    ("Должность", lambda one: _main(one).position_title),
    ("Предмет", lambda one: _main(one).subject),
    ("Ставка", lambda one: rate_words(_main(one).rate_hundredths)),
    ("Другие должности", _further),
    ("Методобъединение", lambda one: _main(one).department),
    ("Категория", lambda one: category.label if (category := _main(one).category) else ""),
    ("Дата категории", lambda one: _main(one).category_on),
    ("Год категории", lambda one: _main(one).category_year),
    ("Педагог-наставник", lambda one: _main(one).is_educator_mentor),
    ("Педагог-методист", lambda one: _main(one).is_educator_methodist),
    ("Образование", lambda one: _main(one).education),
    ("Уровень", lambda one: level.label if (level := _main(one).education_level) else ""),
    ("Педагогическое", lambda one: _main(one).is_educational),
    ("Учёная степень", lambda one: _main(one).degree),
    ("Учёное звание", lambda one: _main(one).academic_title),
    ("Принят", lambda one: _main(one).hired_on),
    ("Выбыл", lambda one: _main(one).left_on),
    ("Внешний совместитель", lambda one: _main(one).is_external_part_timer),
    ("Общий стаж, мес.", lambda one: _main(one).total_service_months),
    ("на дату", lambda one: _main(one).total_service_as_of),
    ("Педагогический стаж, мес.", lambda one: _main(one).teaching_service_months),
    ("на дату", lambda one: _main(one).teaching_service_as_of),
    ("Отсутствие", _absences),
    ("Организация", lambda one: one.organisation),
)
_PARENTS: Columns[PersonModel] = (
    ("Представитель", lambda one: one.representative_name),
    ("Кем приходится", lambda one: one.representative_relation),
    ("Телефон представителя", lambda one: one.representative_phone),
)
_CONTACTS: Columns[PersonModel] = (
    ("Телефон", lambda one: one.phone),
    ("Почта", lambda one: one.email),
    ("Адрес", lambda one: one.address),
    ("Заметки", lambda one: one.notes),
    ("В архиве с", lambda one: one.archived_on),
)
_CLASSES: Columns[EnrollmentModel] = (
    ("Учебный год", lambda row: SchoolYear(row.school_year).label),
    ("Класс", lambda row: row.school_class),
    ("Выбыл", lambda row: row.left_on),
)
_POOLS: Columns[PoolEntryModel] = (
    ("Учебный год", lambda row: SchoolYear(row.school_year).label),
    ("Сторона", lambda row: _SIDES[row.side]),
    ("С", lambda row: row.joined_on),
    ("По", lambda row: row.left_on),
    ("Компетенции", lambda row: "; ".join(row.strengths)),
    ("Достижения", lambda row: row.achievements),
    ("Интересы", lambda row: row.interests),
    ("Желаемый возраст", lambda row: row.desired_age),
    ("Ресурс времени", lambda row: row.time_resource),
    ("Сколько наставляемых", lambda row: row.capacity),
    ("Запросы", lambda row: "; ".join(row.needs)),
    ("Почему нужен наставник", lambda row: row.reason),
    ("Результаты", lambda row: row.results),
    ("Ссылка", lambda row: row.link),
)
_TRAININGS: Columns[MentorTrainingModel] = (
    ("Чему", lambda row: row.title),
    ("Где", lambda row: row.place),
    ("С", lambda row: row.since_on),
    ("По", lambda row: row.until_on),
    ("Часов", lambda row: row.hours),
    ("Документ", lambda row: row.document),
)
_CONSENTS: Columns[ConsentModel] = (
    ("Согласие", lambda row: row.kind.label),
    ("Подписано", lambda row: row.signed_on),
    ("Действует по", lambda row: row.until_on),
    ("Отозвано", lambda row: row.withdrawn_on),
    ("Подписал представитель", lambda row: row.is_by_representative),
)
_ORDERS: Columns[OrderRow] = (
    ("Журнал", lambda row: row.register_title),
    ("Номер", lambda row: row.number),
    ("Дата", lambda row: row.order_date),
    ("Заголовок", lambda row: row.heading),
    ("Состояние", lambda row: row.state.label),
    ("Подписан", lambda row: row.signed_on),
    ("Отменён", lambda row: row.withdrawn_on),
    ("Причина отмены", lambda row: row.withdrawal_reason),
    ("Учебный год", lambda row: row.year.label),
    ("Пар", lambda row: row.pairings_count),
    ("Исполнитель", lambda row: row.executor),
    ("Примечание", lambda row: row.note),
)

Couple = tuple[PairingRow, Participant]
Part = TypeVar("Part", EnrollmentModel, PoolEntryModel, MentorTrainingModel, ConsentModel)


def _of_person(columns: Columns[Part], by_id: dict[int, PersonModel]) -> Columns[Part]:
    """The columns of a part of a card behind the name of its person."""
    name: Columns[Part] = (
        ("Фамилия", lambda row: by_id[row.person_id].last_name),
        ("Имя", lambda row: by_id[row.person_id].first_name),
        ("Отчество", lambda row: by_id[row.person_id].patronymic),
    )
    return name + columns


def _couples(session: Session, today: date) -> list[Couple]:
    """A row for each mentee of each pairing, the latest school year first."""
    return [
        (row, mentee)
        for year in years_of_pairings(session)
        for row in pairing_rows_of_year(session, year, today)
        for mentee in row.mentees
    ]


def _pairing_columns(today: date) -> Columns[Couple]:
    return (
        ("Учебный год", lambda couple: couple[0].year.label),
        ("Форма", lambda couple: couple[0].form.title),
        ("Ролевая модель", lambda couple: couple[0].role_model),
        ("Виды", lambda couple: "; ".join(couple[0].modes)),
        ("Наставник", lambda couple: couple[0].mentor.name.full),
        ("Должность наставника", lambda couple: couple[0].mentor.occupation),
        ("Наставляемый", lambda couple: couple[1].name.full),
        ("Должность, класс", lambda couple: couple[1].occupation),
        ("С", lambda couple: couple[0].starts_on),
        ("По", lambda couple: couple[0].ends_on),
        ("Завершена", lambda couple: couple[0].ended_on),
        ("Причина", lambda couple: couple[0].end_reason),
        ("Состояние", lambda couple: couple[0].state_on(today).label),
        ("Тема", lambda couple: couple[0].topic),
        ("Приказ", lambda couple: order.number if (order := couple[0].order) else ""),
        ("Дата приказа", lambda couple: order.order_date if (order := couple[0].order) else None),
        ("Примечание", lambda couple: couple[0].note),
    )
