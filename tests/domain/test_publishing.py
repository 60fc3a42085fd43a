"""The search for people in a text that is to be published."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.domain.dates import long_date, short_date
from nastavnik_desktop.domain.publishing import (
    Allowed,
    LeakKind,
    LeakSearch,
    PersonalFacts,
    dates_in,
)

PETROV = PersonalFacts(
    1,
    "Петров И. И.",
    frozenset(("петров", "петрова", "петрову", "петровым", "петрове")),
    frozenset(("иван", "ивана")),
    ("+7 (900) 123-45-67",),
    ("petrov@mail.example",),
    date(2009, 9, 5),
    "ул. Садовая, д. 5, кв. 7",
)
MIR = PersonalFacts(2, "Мир А. А.", frozenset(("мир", "мира")), frozenset(("анна",)))


def kinds_in(text, *people, **allowed):
    return [one.kind for one in LeakSearch(people or (PETROV,), Allowed(**allowed)).leaks_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Наставник: Петров Иван Ильич",
        "И. И. Петров",
        "программа Петрова Ивана",
        "ПЕТРОВЫМ И.И.",
        "Иван Ильич Петров,",
        "<td>Петров</td>",
        'title="Петров И.&nbsp;И."',
    ],
)
def test_a_name_is_found_in_any_case_and_order(text):
    assert kinds_in(text) == [LeakKind.NAME]


@pytest.mark.parametrize("text", ["Петровка", "улица", "Иван Ильич Сидоров", "петрович"])
def test_other_words_are_no_names(text):
    assert kinds_in(text) == []


def test_a_surname_that_is_a_word_is_told_by_what_stands_beside_it():
    words = {"words": frozenset(("мир",))}
    assert kinds_in("Программа «Мир профессий»", MIR, **words) == []
    assert kinds_in("Мир Анна Андреевна", MIR, **words) == [LeakKind.NAME]
    assert kinds_in("весь мир", MIR) == []
    assert kinds_in("Мир", MIR) == [LeakKind.NAME]


@pytest.mark.parametrize(
    "text", ["8 900 123-45-67", "тел.: +7(900)1234567", "89001234567", "900 123 45 67"]
)
def test_a_phone_is_found_in_any_spelling(text):
    assert kinds_in(text) == [LeakKind.PHONE]


@pytest.mark.parametrize(
    "text",
    ["05.09.2009", "р. 5.9.2009 г.", "2009-09-05", "родился 5 сентября 2009\u00a0г.", "05.09.09"],
)
def test_a_birth_date_is_found_in_any_spelling(text):
    assert kinds_in(text) == [LeakKind.BIRTH_DATE]


@pytest.mark.parametrize("text", ["15.09.2009", "05.09.2019", "1905.09.2009", "105.09.20091"])
def test_other_dates_are_no_birth_dates(text):
    assert kinds_in(text) == []


def test_mails_and_addresses_are_found():
    assert kinds_in("Пишите: PETROV@mail.example.") == [LeakKind.MAIL]
    assert kinds_in("живёт: ул. Садовая, д. 5, кв. 7, Зареченск") == [LeakKind.ADDRESS]


def test_what_is_allowed_is_no_leak():
    school = ("Школа имени Ивана Петрова", "8 (900) 123-45-67")
    assert kinds_in("Школа имени Ивана Петрова, 89001234567", phrases=school) == []
    assert kinds_in("Школа имени Ивана Петрова: Петров И. И.", phrases=school) == [LeakKind.NAME]
    assert kinds_in("приказ от 05.09.2009", dates=frozenset((date(2009, 9, 5),))) == []


def test_who_agreed_may_be_named_but_not_more():
    agreed = PersonalFacts(
        3, "Сомова А. А.", frozenset(("сомова", "сомовой")), phones=("89001112233",),
        may_be_named=True,
    )  # fmt: skip
    somov = PersonalFacts(4, "Сомов П. П.", frozenset(("сомов", "сомова", "сомову")))
    phrases = {"phrases": ("Сомова Анна Андреевна",)}
    assert kinds_in("Сомова Анна Андреевна", agreed, somov, **phrases) == []
    assert kinds_in("Сомова Анна Андреевна, 8 900 111-22-33", agreed, somov, **phrases) == [
        LeakKind.PHONE
    ]
    assert kinds_in("работа Сомова", agreed, somov, **phrases) == [LeakKind.NAME]


@given(st.dates(date(1940, 1, 1), date(2020, 12, 31)))
def test_every_date_is_read_as_it_is_written(day):
    brief = f"{day.day}.{day.month}.{day.year}"
    for text in (short_date(day), day.isoformat(), long_date(day), brief):
        assert set(dates_in(f"дата: {text}")) == {day}


@given(st.text(max_size=60))
def test_whatever_the_text_the_search_ends_in_an_answer(text):
    LeakSearch((PETROV, MIR)).leaks_in(text)
