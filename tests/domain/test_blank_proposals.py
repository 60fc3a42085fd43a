"""What the program reads in the headings of blanks, and what it leaves to the user."""

import json
from pathlib import Path

import pytest

from nastavnik_desktop.documents.blanks.docx_blank import read_docx
from nastavnik_desktop.documents.blanks.xlsx_blank import read_xlsx
from nastavnik_desktop.domain.filling.known_texts import KnownText
from nastavnik_desktop.domain.filling.proposals import proposals
from nastavnik_desktop.domain.filling.sources import Counted, Known, in_words
from tests.blank_samples import list_workbook, quarter_document, quarter_workbook

_REFERENCE = Path(__file__).resolve().parents[2] / "resources" / "reference"
FORMS = {
    form["code"]: form["title"]
    for form in json.loads((_REFERENCE / "mentoring_forms.json").read_text("utf-8"))["forms"]
}


def read(blank, names=()):
    return {cell.place.address: cell.source for cell in proposals(blank, FORMS, names)}


def read_rows(*titles):
    """What is proposed for each of these rows of a list of indicators."""
    found = read(read_xlsx(list_workbook(*titles)))
    return [found.get(f"B{row}") for row in range(2, len(titles) + 2)]


def counted(indicator, **where):
    return Counted(indicator, tuple(where.items()))


def test_a_table_of_forms_is_read_by_its_rows_and_columns():
    found = read(read_xlsx(quarter_workbook()))
    pupils = {"mentoring_form": "student-student"}
    assert found["B7"] == counted("pairings", pairing_kind="pair", **pupils)
    assert found["C7"] == counted("pairings", pairing_kind="group", **pupils)
    assert found["D7"] == counted("mentors", **pupils)
    assert found["E8"] == counted(
        "mentors", mentoring_form="educator-educator", occupation="educator"
    )
    assert found["G8"] == counted(
        "mentees", mentoring_form="educator-educator", mentee="early_career"
    )
    assert found["F9"] == counted("mentees")
    assert found["B2"] == Known(KnownText.SCHOOL_SHORT_NAME)
    assert found["B3"] == Known(KnownText.RESPONSIBLE_PHONE)
    assert not {"C3", "D3"} & found.keys()


def test_formulas_numbers_of_columns_and_words_are_left_alone():
    found = read(read_xlsx(quarter_workbook()))
    assert not {"H7", "H8", "H9", "A6", "B6", "A7", "A1", "J2"} & found.keys()


def test_a_table_of_word_is_read_too():
    assert read(read_docx(quarter_document())) == {
        "B2": Known(KnownText.SCHOOL_SHORT_NAME),
        "B3": counted("mentors"),
        "B4": counted("mentors", occupation="educator"),
        "B5": counted("mentees"),
    }


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Количество наставнических пар", counted("pairings", pairing_kind="pair")),
        ("Количество наставнических пар (групп)", counted("pairings")),
        ("Количество пар/групп", counted("pairings")),
        ("Наставников-педагогов", counted("mentors", occupation="educator")),
        ("наставляемх с ОВЗ", counted("mentees", mentee="disability")),
        ("НАСТАВЛЯЕМЫЕ – ДЕТИ ГРУППЫ РИСКА", counted("mentees", mentee="hardship")),
        ("Обучающиеся 10 – 19 лет, наставляемые", counted("mentees", pupil_age="10_19")),
        ("Завершили программу наставничества", counted("completed")),
        ("Досрочно выбыли", counted("left_early")),
        ("Численность педагогических работников", counted("educators")),
        ("Число обучающихся 5–9 классов", counted("pupils", grade="5-9")),
        ("Количество молодых педагогов – наставляемых", counted("mentees", mentee="early_career")),
        ("Контактный телефон", Known(KnownText.RESPONSIBLE_PHONE)),
        ("По состоянию на", Known(KnownText.AS_OF)),
        ("ФИО директора", Known(KnownText.HEAD)),
    ],
)
def test_wordings_of_authorities_are_understood(heading, expected):
    assert read_rows(heading) == [expected]


@pytest.mark.parametrize(
    "heading",
    [
        "Доля наставников, %",
        "План: количество наставников",
        "Наставничество в школе",
        "Слобода Северная",
        "Количество мероприятий",
    ],
)
def test_what_is_no_count_or_is_not_understood_is_left_to_the_user(heading):
    assert read_rows(heading) == [None]


def test_parts_of_a_row_are_counted_within_it():
    found = read_rows(
        "Количество наставников, всего",
        "из них: педагогические работники",
        "обучающиеся",
        "Количество наставляемых",
        "в том числе молодые педагоги",
        "Численность педагогических работников",
        "в том числе женщин",
        "Обучающиеся",
    )
    assert found == [
        counted("mentors"),
        counted("mentors", occupation="educator"),
        counted("mentors", occupation="pupil"),
        counted("mentees"),
        counted("mentees", mentee="early_career"),
        counted("educators"),
        counted("educators", sex="f"),
        counted("pupils"),
    ]


def test_a_row_that_is_not_understood_is_no_total():
    blank = read_xlsx(quarter_workbook(forms=("Слобода Северная", "Итого", "МБОУ «СОШ № 17»")))
    assert {address[1:] for address in read(blank) if int(address[1:]) > 6} == {"8"}
    with_school = read(blank, names=("МБОУ «СОШ № 17»",))
    assert {address[1:] for address in with_school if int(address[1:]) > 6} == {"8", "9"}


def test_a_proposal_is_told_in_words_of_the_user():
    found = read(read_xlsx(quarter_workbook()))
    assert in_words(found["E8"], FORMS) == (
        "Наставники: форма «педагог – педагог»; педагогические работники"
    )
