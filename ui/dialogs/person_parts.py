"""Part of a person's card: who it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import PersonDraft, PersonKind, Sex
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
            birth_year=year_beside(
                day, draft.birth_date, draft.birth_year, self._birth_year.number
            ),
            phone=text_of(self._phone),
            email=text_of(self._email),
            address=text_of(self._address),
        )


def year_beside(
    day: date | None, day_before: date | None, year_before: int | None, typed: int | None
) -> int | None:
    """The year kept beside a date: the one typed without a date, the old one with the old date."""
    if day is None:
        return typed
    return year_before if day == day_before else None
