"""The school's heads, school years, dates, names, search keys and plurals."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.domain.bases import Holder
from nastavnik_desktop.domain.consents import ConsentKind, ConsentRecord, problems_in_signing
from nastavnik_desktop.domain.dates import full_months, full_years, long_date, short_date, time_ago
from nastavnik_desktop.domain.errors import Cancelled, RuleViolation, StorageUnavailable
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.plurals import counted, plural
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.school import Head, School, problems_in
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.search import matches, query_words, search_key

TODAY = date(2026, 9, 8)
DIRECTOR = Head(FullName("Заболотная", "Лариса"), since_on=date(2019, 8, 26))
SCHOOL = School(full_name="Школа № 17", short_name="СОШ № 17", heads=(DIRECTOR,))


def acting(title="и. о. директора", since=TODAY, until=TODAY):
    return Head(FullName("Орлова", "Алла"), title, since, until)


@pytest.mark.parametrize(
    ("heads", "day", "last_name"),
    [
        ((DIRECTOR,), TODAY, "Заболотная"),
        ((DIRECTOR,), date(2019, 8, 26), "Заболотная"),
        ((DIRECTOR,), date(2019, 8, 25), None),
        ((), TODAY, None),
        ((DIRECTOR, acting()), TODAY, "Орлова"),
        ((acting(), DIRECTOR), TODAY, "Орлова"),
        ((DIRECTOR, acting()), date(2026, 9, 9), "Заболотная"),
        ((DIRECTOR, acting()), date(2026, 9, 7), "Заболотная"),
        ((DIRECTOR, acting("И.о. директора")), TODAY, "Орлова"),
        ((DIRECTOR, acting("врио директора")), TODAY, "Орлова"),
        ((DIRECTOR, acting("директор", until=None)), TODAY, "Орлова"),
        ((acting("директор", until=None), DIRECTOR), TODAY, "Орлова"),
        ((acting("директор", since=None, until=None), DIRECTOR), TODAY, "Заболотная"),
    ],
)
def test_who_signs_on_a_day(heads, day, last_name):
    """An acting head before the director; of two directors the one who came later."""
    head = replace(SCHOOL, heads=heads).head_on(day)
    assert (head.name.last_name if head else None) == last_name


def test_a_whole_school_has_no_problems_and_an_empty_one_is_told():
    assert problems_in(SCHOOL) == []
    empty = {(one.field, one.level) for one in problems_in(School())}
    assert empty == {
        ("short_name", Level.ERROR),
        ("full_name", Level.WARNING),
        ("heads", Level.WARNING),
    }


@pytest.mark.parametrize(("inn", "is_odd"), [("6600000017", False), ("", False), ("123", True)])
def test_an_odd_inn_is_only_warned_about(inn, is_odd):
    warned = [one.field for one in problems_in(replace(SCHOOL, inn=inn))]
    assert warned == (["inn"] if is_odd else [])


@pytest.mark.parametrize(("limit", "is_wrong"), [(0, True), (1, False), (30, False), (31, True)])
def test_the_limit_of_mentees(limit, is_wrong):
    assert bool(problems_in(replace(SCHOOL, mentee_limit=limit))) is is_wrong


def test_a_school_year_runs_from_september_to_august():
    year = SchoolYear(2026)
    assert (str(year), year.next.label) == ("2026/27", "2027/28")
    assert SchoolYear(2099).label == "2099/00"
    inside = [date(2026, 9, 1), date(2027, 1, 1), date(2027, 8, 31)]
    assert [day in year for day in inside] == [True] * 3
    assert [day in year for day in (date(2026, 8, 31), date(2027, 9, 1))] == [False] * 2
    assert {SchoolYear.of(day) for day in inside} == {year}
    assert SchoolYear(2025) < year


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_lies_in_its_school_year(day):
    assert day in SchoolYear.of(day)


@pytest.mark.parametrize(
    ("day", "start"),
    [
        (date(2026, 6, 30), 2025),
        (date(2026, 7, 1), 2026),
        (date(2026, 8, 31), 2026),
        (date(2026, 9, 1), 2026),
    ],
)
def test_in_summer_papers_are_made_for_the_coming_year(day, start):
    assert SchoolYear.worked_on(day) == SchoolYear(start)


@pytest.mark.parametrize(
    "text",
    ["2026/27", "2026-2027", "2026/2027 учебный год", "на 2026 – 2027 уч. г.", "2026—27"],
)
def test_a_school_year_as_it_is_written(text):
    assert SchoolYear.parse(text) == SchoolYear(2026)


@pytest.mark.parametrize("text", ["", "2026", "2026/28", "2026/2026", "27/28", "1999/2000"])
def test_what_is_no_school_year_is_told(text):
    with pytest.raises(RuleViolation, match="напишите его так: 2026/27") as refused:
        SchoolYear.parse(text)
    assert refused.value.field == "year"


@pytest.mark.parametrize(
    ("since", "on", "years", "months"),
    [
        (date(2000, 9, 8), TODAY, 26, 312),
        (date(2000, 9, 9), TODAY, 25, 311),
        (date(2008, 2, 29), date(2026, 2, 28), 17, 215),
        (date(2008, 2, 29), date(2026, 3, 1), 18, 216),
        (TODAY, TODAY, 0, 0),
        (date(2026, 10, 8), TODAY, -1, -1),
    ],
)
def test_full_years_and_months(since, on, years, months):
    assert (full_years(since, on), full_months(since, on)) == (years, months)


def test_dates_as_papers_write_them():
    assert short_date(TODAY) == "08.09.2026"
    assert short_date(None) == ""
    assert long_date(date(2026, 5, 1)) == "1\u00a0мая 2026\u00a0г."


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(seconds=-5), "только что"),
        (timedelta(seconds=59), "только что"),
        (timedelta(minutes=1), "1\u00a0минуту назад"),
        (timedelta(minutes=59, seconds=59), "59\u00a0минут назад"),
        (timedelta(hours=3), "3\u00a0часа назад"),
        (timedelta(hours=13), "вчера"),
        (timedelta(days=2), "06.09.2026"),
    ],
)
def test_how_long_ago(before, words):
    noon = datetime(2026, 9, 8, 12)
    assert time_ago(noon - before, noon) == words


@pytest.mark.parametrize(
    ("name", "short", "signature"),
    [
        (FullName("Ёлкина", "Анна", "Петровна"), "Ёлкина А. П.", "А. П. Ёлкина"),
        (FullName("Ёлкина", "Анна"), "Ёлкина А.", "А. Ёлкина"),
        (FullName("Ёлкина"), "Ёлкина", "Ёлкина"),
        (FullName("Щёголева", "анна-мария", "Львовна"), "Щёголева А.-М. Л.", "А.-М. Л. Щёголева"),
        (FullName("Мамедов", "Эльчин", "Рашид оглы"), "Мамедов Э. Р.", "Э. Р. Мамедов"),
        (FullName("Ёлкина", "А.", "П."), "Ёлкина А. П.", "А. П. Ёлкина"),
    ],
)
def test_a_name_in_its_short_forms(name, short, signature):
    assert name.short.replace("\u00a0", " ") == short
    assert name.signature.replace("\u00a0", " ") == signature
    assert " " not in name.short


def test_a_name_is_compared_by_its_key():
    assert FullName("Ёлкина ", "АННА").key == FullName("елкина", "анна").key == "елкина анна"
    assert str(FullName("Ёлкина", "", "Петровна")) == "Ёлкина Петровна"


TEXT = search_key("Ёлкина Анна-Мария  Петровна учитель физики")


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("ёлк", True),
        ("ЕЛКИНА", True),
        ("петровна елкина", True),
        ("физики  анна", True),
        ("tkrbyf", True),
        ("Tkrbyf gtnhjdyf", True),
        ("", True),
        ("иванова", False),
        ("елкина иванова", False),
        ("bdfyjdf", False),
    ],
)
def test_words_are_found_in_any_order_and_layout(query, is_found):
    assert matches(TEXT, query_words(query)) is is_found


def test_a_latin_word_is_found_as_it_is_typed():
    assert matches(search_key("ivanova@school17.example"), query_words("IVANOVA@"))


@given(st.text())
def test_a_key_of_a_key_is_the_key(text):
    assert search_key(search_key(text)) == search_key(text)


@pytest.mark.parametrize(
    ("number", "form"),
    [(1, "пара"), (2, "пары"), (4, "пары"), (5, "пар"), (11, "пар"), (12, "пар"), (21, "пара"),
     (22, "пары"), (111, "пар"), (0, "пар"), (101, "пара"), (114, "пар")],
)  # fmt: skip
def test_a_noun_agrees_with_its_number(number, form):
    assert plural(number, "пара", "пары", "пар") == form
    assert counted(number, "пара", "пары", "пар") == f"{number}\u00a0{form}"


SIGNED = ConsentRecord(1, 7, ConsentKind.PARTICIPATION, date(2026, 9, 4))


@pytest.mark.parametrize(
    ("fields", "day", "holds"),
    [
        ({}, date(2026, 9, 3), False),
        ({}, date(2026, 9, 4), True),
        ({"until_on": TODAY}, TODAY, True),
        ({"until_on": TODAY}, date(2026, 9, 9), False),
        ({"withdrawn_on": TODAY}, date(2026, 9, 7), True),
        ({"withdrawn_on": TODAY}, TODAY, False),
    ],
)
def test_a_consent_holds_between_its_days(fields, day, holds):
    assert replace(SIGNED, **fields).holds_on(day) is holds


@pytest.mark.parametrize(
    ("people", "day", "field"),
    [
        ([], TODAY, "person_ids"),
        ([7], date(2026, 9, 9), "signed_on"),
        ([7], date(1999, 12, 31), "signed_on"),
    ],
)
def test_consents_that_cannot_be_entered(people, day, field):
    assert [one.field for one in problems_in_signing(people, day, TODAY)] == [field]
    assert problems_in_signing([7], TODAY, TODAY) == []


def test_kinds_of_consents_have_russian_names():
    assert all(kind.label.startswith("согласие на ") for kind in ConsentKind)


def test_who_holds_a_base_is_told_as_far_as_it_is_known():
    since = datetime(2026, 9, 5, 10, 15)
    assert Holder("KAB-12", "ivanova", 7, since).description == (
        "пользователь ivanova на компьютере KAB-12 с 05.09.2026 10:15"
    )
    assert Holder("KAB-12").description == "KAB-12"
    assert Holder().description == "другой пользователь или другое окно"


def test_errors_speak_to_the_user():
    assert str(StorageUnavailable("Нет места.", "Освободите место.")) == (
        "Нет места. Освободите место."
    )
    assert str(Cancelled()) == "Операция отменена, ничего не изменено."
    assert str(RuleViolation("Укажите фамилию.", "last_name")) == "Укажите фамилию."
