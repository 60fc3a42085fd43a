"""A personal list by any chip, filter and query is saved with exactly the rows that are shown."""

import pytest
from openpyxl import load_workbook

from nastavnik_desktop.documents.preview import page_texts
from tests import factory
from tests.factory import TODAY, YEAR


@pytest.fixture
def seen(open_window, services):
    """A school of teachers and pupils, one pair of which is in an order."""
    factory.make_order(services)
    for name, subject_class in (("Соколов", "9А"), ("Синицын", "9А"), ("Воронов", "5Б")):
        factory.make_student(services, name, school_class=subject_class)
    factory.make_person(services, "Юдина", months=6)
    return open_window("people", "pairings", "summary")


def saved_rows(seen, path):
    """What the menu of the table saves, heading first."""
    seen.prompts.answer("choose_file_to_save", path)
    menu = seen.page.records.table.make_menu()
    next(each for each in menu.actions() if each.text() == "Сохранить в Excel…").trigger()
    seen.settle()
    sheet = load_workbook(path).active
    return [
        tuple(str(value).replace("\u00a0", " ") for value in row if value is not None)
        for row in sheet.iter_rows(values_only=True)
    ]


def last_names(rows):
    known = ("Соколов", "Синицын", "Воронов", "Юдина", "Крутикова", "Петров")
    return {name for name in known if any(name in " ".join(row) for row in rows)}


@pytest.mark.parametrize(
    ("chip", "filters", "query", "expected"),
    [
        ("early_career", {}, "", {"Юдина", "Петров"}),
        ("students", {}, "", {"Соколов", "Синицын", "Воронов"}),
        ("students", {"school_class": "9А"}, "", {"Соколов", "Синицын"}),
        ("students", {"school_class": "9А"}, "синиц", {"Синицын"}),
        ("all", {}, "", {"Соколов", "Синицын", "Воронов", "Юдина", "Крутикова", "Петров"}),
    ],
)
def test_people_of_a_filter_are_the_people_of_the_list(
    seen, tmp_path, chip, filters, query, expected
):
    view = seen.page.records
    view.filters.choose(chip)
    for key, value in filters.items():
        view.filters.set_filter(key, value)
    view.search.setText(query)
    seen.settle()
    assert {row.name.last_name for row in seen.page.model.shown_rows()} == expected
    assert last_names(saved_rows(seen, tmp_path / "люди.xlsx")) == expected


def test_the_summary_of_the_window_is_one_page_with_the_figures_of_the_list(seen, services):
    seen.window.open_page("summary", None)
    seen.settle()
    seen.page.view.look.click()
    seen.settle()
    assert seen.prompts.shown[-1].preview.pages == 1
    (page,) = page_texts(services.summaries.render(TODAY, "pdf"))
    assert len([row for row in services.pairings.rows(YEAR) if row.order]) == 1
    words = " ".join(page.replace("\u00a0", " ").split())
    assert "Наставнических пар 1" in words
    assert "СПРАВКА" in words
