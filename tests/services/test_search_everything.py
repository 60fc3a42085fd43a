"""One search field for people, pairs and orders: ё, word order, a wrong layout forgiven."""

import pytest

from nastavnik_desktop.domain.school_year import SchoolYear
from tests.factory import YEAR, make_mentee, make_mentor, make_order, make_pairing, make_person


@pytest.fixture
def found(services):
    """A search that answers kinds and titles, in a school with a pair and its order."""
    make_person(services, "Ёлкина", first_name="Алёна")
    make_order(services, make_pairing(services, make_mentor(services), make_mentee(services)))

    def find(query, year=YEAR):
        return [(one.kind, one.title) for one in services.search.find(query, year)]

    return find


ELKINA = [("person", "Ёлкина Алёна Петровна")]
PAIR = ("pairing", "Крутикова\u00a0О.\u00a0Н. → Петров\u00a0И.\u00a0И.")
ORDER = ("order", "Приказ №\u00a01-од от 08.09.2026")


@pytest.mark.parametrize(
    "query", ["ёлкина", "Елкина", "ЁЛКИНА", "алена елкина", "елк ален", "  петр   ёлк ", "tkrbyf"]
)
def test_a_person_is_found_however_she_is_typed(found, query):
    assert found(query) == ELKINA


def test_a_pair_is_found_by_either_of_its_people(found):
    assert found("крутикова") == [("person", "Крутикова Ольга Николаевна"), PAIR]
    assert found("петров крутикова") == [PAIR]
    assert found("крутикова", SchoolYear(2025)) == [("person", "Крутикова Ольга Николаевна")]


@pytest.mark.parametrize("query", ["приказ 1-од", "1-од", "закреплении пар", "08.09.2026"])
def test_an_order_is_found_by_number_heading_and_date(found, query):
    assert found(query) == [ORDER]


@pytest.mark.parametrize("query", ["", "   ", "нет такого", "%", "_", "\\"])
def test_nothing_is_found_by_nothing(found, query):
    assert found(query) == []


def test_what_is_found_is_told_apart(services):
    make_person(services)
    (one,) = services.search.find("ёлкина", YEAR)
    assert one.subtitle == "учитель, физика"


def test_at_most_so_many_of_each_kind_and_the_archived_last(services):
    ids = [make_person(services, f"Ёлкина{letter}") for letter in "абвг"]
    services.people.archive(ids[:1])
    titles = [one.record_id for one in services.search.find("елкина", YEAR, limit=3)]
    assert titles == ids[1:]
    assert [one.record_id for one in services.search.find("елкина", YEAR)] == [*ids[1:], ids[0]]
