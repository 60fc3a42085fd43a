"""Texts that every blank asks for and the base knows: the school, the date, who is responsible."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.school_year import SchoolYear


class KnownText(StrEnum):
    """What a text is, in the order in which the window offers it."""

    SCHOOL_SHORT_NAME = "school_short_name"
    SCHOOL_FULL_NAME = "school_full_name"
    PLACE = "place"
    FOUNDER = "founder"
    ADDRESS = "address"
    SITE = "site"
    EMAIL = "email"
    SCHOOL_PHONE = "school_phone"
    INN = "inn"
    OGRN = "ogrn"
    OKPO = "okpo"
    HEAD = "head"
    HEAD_TITLE = "head_title"
    RESPONSIBLE = "responsible"
    RESPONSIBLE_TITLE = "responsible_title"
    RESPONSIBLE_PHONE = "responsible_phone"
    AS_OF = "as_of"
    QUARTER = "quarter"
    YEAR = "year"
    SCHOOL_YEAR = "school_year"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _LABELS[self]


_LABELS = {
    KnownText.SCHOOL_SHORT_NAME: "Краткое название школы",
    KnownText.SCHOOL_FULL_NAME: "Полное название школы",
    KnownText.PLACE: "Населённый пункт",
    KnownText.FOUNDER: "Учредитель",
    KnownText.ADDRESS: "Адрес школы",
    KnownText.SITE: "Сайт школы",
    KnownText.EMAIL: "Электронная почта школы",
    KnownText.SCHOOL_PHONE: "Телефон школы",
    KnownText.INN: "ИНН",
    KnownText.OGRN: "ОГРН",
    KnownText.OKPO: "ОКПО",
    KnownText.HEAD: "Руководитель: фамилия и инициалы",
    KnownText.HEAD_TITLE: "Должность руководителя",
    KnownText.RESPONSIBLE: "Ответственный (куратор): фамилия и инициалы",
    KnownText.RESPONSIBLE_TITLE: "Должность ответственного",
    KnownText.RESPONSIBLE_PHONE: "Телефон ответственного",
    KnownText.AS_OF: "Дата отчёта",
    KnownText.QUARTER: "Квартал отчёта",
    KnownText.YEAR: "Календарный год отчёта",
    KnownText.SCHOOL_YEAR: "Учебный год отчёта",
}


def text_of(known: KnownText, school: School, as_of: date) -> str:
    """The text on a date; empty where the base does not know it."""
    if known in _BY_DATE:
        return _BY_DATE[known](as_of)
    if known in {KnownText.HEAD, KnownText.HEAD_TITLE}:
        head = school.head_on(as_of)
        if head is None:
            return ""
        return head.name.short if known is KnownText.HEAD else head.title
    return _OF_SCHOOL[known](school).strip()


_BY_DATE: Mapping[KnownText, Callable[[date], str]] = {
    KnownText.AS_OF: short_date,
    KnownText.QUARTER: lambda day: f"{(day.month + 2) // 3} квартал {day.year} года",
    KnownText.YEAR: lambda day: str(day.year),
    KnownText.SCHOOL_YEAR: lambda day: SchoolYear.of(day).label,
}
_OF_SCHOOL: Mapping[KnownText, Callable[[School], str]] = {
    KnownText.SCHOOL_SHORT_NAME: lambda school: school.short_name,
    KnownText.SCHOOL_FULL_NAME: lambda school: " ".join(school.full_name.split()),
    KnownText.PLACE: lambda school: school.place,
    KnownText.FOUNDER: lambda school: school.founder,
    KnownText.ADDRESS: lambda school: school.address,
    KnownText.SITE: lambda school: school.site,
    KnownText.EMAIL: lambda school: school.email,
    KnownText.SCHOOL_PHONE: lambda school: school.phone,
    KnownText.INN: lambda school: school.inn,
    KnownText.OGRN: lambda school: school.ogrn,
    KnownText.OKPO: lambda school: school.okpo,
    KnownText.RESPONSIBLE: lambda school: school.coordinator_name or school.executor_name,
    KnownText.RESPONSIBLE_TITLE: lambda school: school.coordinator_title,
    KnownText.RESPONSIBLE_PHONE: lambda school: school.executor_phone or school.phone,
}
