"""Parts of a person's card: who it is, and the work of an employee."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    PersonDraft,
    PersonKind,
    QualificationCategory,
    Sex,
)
from ui.dialogs.person_part import CardContext, CardPart, text_of
from ui.widgets.fields import ChoiceField

KIND_CHOICES = (
    (PersonKind.STAFF, "сотрудник школы"),
    (PersonKind.STUDENT, "ученик школы"),
    (PersonKind.OUTSIDE, "не из школы"),
)
_SEX_CHOICES = ((None, "по имени"), (Sex.FEMALE, "женский"), (Sex.MALE, "мужской"))


class MainPart(CardPart):
    """Name, sex, birth, contacts."""

    def __init__(self, context: CardContext) -> None:
        super().__init__()
        self.kind = self.add("kind", "Кто это", ChoiceField(KIND_CHOICES))
        self.begin_row()
        self._last_name = self.add_line("last_name", "Фамилия", is_required=True)
        self._first_name = self.add_line("first_name", "Имя")
        self.begin_row()
        self._patronymic = self.add_line("patronymic", "Отчество")
        self._former = self.add_line("former_last_name", "Прежняя фамилия")
        self.begin_row()
        self._sex = self.add("sex", "Пол", ChoiceField(_SEX_CHOICES))
        self._birth_date = self.add_date("birth_date", "Дата рождения", context.today)
        self._birth_year = self.add_number("birth_year", "или только год", "ГГГГ")
        self.begin_row()
        self._phone = self.add_line("phone", "Телефон")
        self._email = self.add_line("email", "Почта")
        self.end_row()
        self._address = self.add_line("address", "Адрес")

    @property
    def name(self) -> FullName:
        """The name as it stands."""
        return FullName(
            text_of(self._last_name), text_of(self._first_name), text_of(self._patronymic)
        )

    def fill(self, draft: PersonDraft) -> None:
        """Show who it is."""
        self.kind.set_value(draft.kind)
        self._last_name.setText(draft.name.last_name)
        self._first_name.setText(draft.name.first_name)
        self._patronymic.setText(draft.name.patronymic)
        self._former.setText(draft.former_last_name)
        self._sex.set_value(draft.sex)
        self._birth_date.set_day(draft.birth_date)
        self._birth_year.set_number(None if draft.birth_date else draft.birth_year)
        self._phone.setText(draft.phone)
        self._email.setText(draft.email)
        self._address.setText(draft.address)

    def applied(self, draft: PersonDraft) -> PersonDraft:
        """The draft with who it is."""
        kind, sex, day = self.kind.value, self._sex.value, self._birth_date.day
        return replace(
            draft,
            kind=kind if isinstance(kind, PersonKind) else draft.kind,
            name=self.name,
            former_last_name=text_of(self._former),
            sex=sex if isinstance(sex, Sex) else None,
            birth_date=day,
            birth_year=_year_beside(
                day, draft.birth_date, draft.birth_year, self._birth_year.number
            ),
            phone=text_of(self._phone),
            email=text_of(self._email),
            address=text_of(self._address),
        )


class WorkPart(CardPart):
    """Post, category, service, dates of an employee."""

    def __init__(self, context: CardContext) -> None:
        super().__init__()
        today = context.today
        self.begin_row()
        self._post = self.add_line("position_title", "Должность", context.posts)
        self._subject = self.add_line("subject", "Предмет", context.subjects)
        self.begin_row()
        self._department = self.add_line("department", "Методобъединение", context.departments)
        self._education = self.add_line("education", "Образование")
        self.begin_row()
        self._category = self.add("category", "Категория", ChoiceField(_category_choices()))
        self._category_on = self.add_date("category_on", "Дата присвоения", today)
        self._category_year = self.add_number("category_year", "или только год", "ГГГГ")
        self.end_row()
        self._teaching = self.add_service("teaching_service", "Педагогический стаж", today)
        self._total = self.add_service("total_service", "Общий стаж", today)
        self.begin_row()
        self._hired = self.add_date("hired_on", "Принят", today)
        self._left = self.add_date("left_on", "Выбыл", today)
        self.end_row()
        self._is_part_timer = QCheckBox("Внешний совместитель")
        self.add_wide(self._is_part_timer)

    def fill(self, draft: PersonDraft) -> None:
        """Show the work; an empty one for those who do not work at the school."""
        work = draft.employment or EmploymentDraft()
        self._post.setText(work.position_title)
        self._subject.setText(work.subject)
        self._department.setText(work.department)
        self._education.setText(work.education)
        self._category.set_value(work.category)
        self._category_on.set_day(work.category_on)
        self._category_year.set_number(None if work.category_on else work.category_year)
        self._teaching.set_length(work.teaching_service)
        self._total.set_length(work.total_service)
        self._hired.set_day(work.hired_on)
        self._left.set_day(work.left_on)
        self._is_part_timer.setChecked(work.is_external_part_timer)

    def applied(self, draft: PersonDraft) -> PersonDraft:
        """The draft with the work as it stands."""
        category, category_on = self._category.value, self._category_on.day
        before = draft.employment or EmploymentDraft()
        work = EmploymentDraft(
            position_title=text_of(self._post),
            subject=text_of(self._subject),
            department=text_of(self._department),
            category=category if isinstance(category, QualificationCategory) else None,
            category_on=category_on,
            category_year=_year_beside(
                category_on, before.category_on, before.category_year, self._category_year.number
            ),
            education=text_of(self._education),
            hired_on=self._hired.day,
            left_on=self._left.day,
            is_external_part_timer=self._is_part_timer.isChecked(),
            total_service=self._total.length,
            teaching_service=self._teaching.length,
        )
        return replace(draft, employment=work)


def _category_choices() -> list[tuple[QualificationCategory | None, str]]:
    return [(None, "не указана"), *((each, each.label) for each in QualificationCategory)]


def _year_beside(
    day: date | None, day_before: date | None, year_before: int | None, typed: int | None
) -> int | None:
    """The year kept beside a date: the one typed without a date, the old one with the old date."""
    if day is None:
        return typed
    return year_before if day == day_before else None
