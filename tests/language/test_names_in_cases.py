"""Names in cases against a list of invented people whose forms were checked by hand."""

import json
from pathlib import Path

import pytest

from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.language.names import decline, guess_sex

DATA = Path(__file__).parents[1] / "data" / "language"
PEOPLE, RARE = (
    [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]
    for name in ("names.jsonl", "rare_names.jsonl")
)


def named(person):
    return FullName(person["last_name"], person["first_name"], person["patronymic"])


@pytest.mark.parametrize("person", [*PEOPLE, *RARE], ids=lambda person: str(named(person)))
def test_all_five_cases_of_a_person(person):
    forms = {case: decline(named(person), case, person["sex"]).full for case in Case}

    assert forms == {case: person[case.value] for case in Case}


def test_accuracy_over_all_forms_is_printed(capsys):
    checked = [
        decline(named(person), case, person["sex"]).full == person[case.value]
        for person in [*PEOPLE, *RARE]
        for case in Case
    ]

    with capsys.disabled():
        print(f"\nnames: {sum(checked)} of {len(checked)} forms right")
    assert len(checked) >= 1200


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: str(named(person)))
def test_sex_is_told_by_the_name(person):
    assert guess_sex(named(person)) == person["sex"]


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        (FullName("Гудзенко", "Семён"), "m"),
        (FullName("Турсунбек уулу", "Азамат"), "m"),
        (FullName("Эркинбек кызы", "Айпери"), "f"),
        (FullName("Шевчук", "Елена"), "f"),
        (FullName("Ким", "Нино"), "f"),
        (FullName("Петров", "И.", "И."), "m"),
        (FullName("Петрова", "И.", "И."), "f"),
        (FullName("Ким", "И.", "И."), None),
        (FullName("Пак", "Саша"), None),
        (FullName("", "Катя"), "f"),
        (FullName("Ким", "Настя"), "f"),
        (FullName("Ким", "Илья"), "m"),
        (FullName("", "Добрыня"), "m"),
        (FullName("", "Айгуль"), "f"),
        (FullName("", "Наиль"), "m"),
    ],
)
def test_sex_without_patronymic(name, sex):
    assert guess_sex(name) == sex


def test_initials_stay_and_the_surname_changes():
    assert decline(FullName("Петров", "И.", "И."), Case.DATIVE).full == "Петрову И. И."


def test_a_name_of_unknown_sex_is_left_as_it_is():
    name = FullName("Пак", "Саша")

    assert decline(name, Case.DATIVE) == name


def test_a_name_of_unknown_sex_changes_where_both_change_alike():
    assert decline(FullName("Сорока", "И.", "И."), Case.DATIVE).full == "Сороке И. И."


@pytest.mark.parametrize("text", ["-", "Иванов-", "--", "Ц", "123", "'", "О'Нил", "И о а"])
def test_no_text_is_too_strange(text):
    for case in Case:
        for sex in ("m", "f"):
            assert decline(FullName(text, text, text), case, sex).full


def test_capitals_stay_capitals():
    assert decline(FullName("ПЕТРОВ", "ИВАН", "ИЛЬИЧ"), Case.DATIVE).full == "ПЕТРОВУ ИВАНУ ИЛЬИЧУ"


def test_given_sex_wins_over_the_guess():
    assert decline(FullName("Ким", "Саша"), Case.GENITIVE, "m").full == "Кима Саши"
    assert decline(FullName("Ким", "Саша"), Case.GENITIVE, "f").full == "Ким Саши"
