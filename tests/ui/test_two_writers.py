"""The record was changed by somebody else while its dialog was open: the user chooses."""

from dataclasses import replace

import pytest

from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from tests import factory
from tests.factory import YEAR


@pytest.fixture
def people(open_window, services):
    factory.make_person(services)
    made = open_window("people")
    made.settle()
    return made


def as_a_colleague(services, typed):
    """What a dialog answers while somebody else writes the same card."""

    def answer(draft):
        present = services.people.draft(draft.person_id, YEAR)
        services.people.save(replace(present, notes="от коллеги"), YEAR)
        return replace(draft, notes=typed)

    return answer


@pytest.mark.parametrize(("is_own", "kept"), [(True, "моё"), (False, "от коллеги")])
def test_a_card_is_written_over_or_opened_anew(people, services, is_own, kept):
    (row,) = people.page.model.shown_rows()
    people.prompts.answer("ask_draft", as_a_colleague(services, "моё"))
    people.prompts.answer("ask_yes_no", is_own)
    if not is_own:
        people.prompts.answer("ask_draft", None)
    people.page.open(row)
    people.settle()
    assert services.people.draft(row.person_id, YEAR).notes == kept
    asked = [words for method, words in people.prompts.asked if method == "ask_yes_no"]
    assert "изменил кто-то другой" in asked[0]


@pytest.mark.parametrize(("is_own", "kept"), [(True, "моё"), (False, "коллега")])
def test_a_pairing_is_guarded_alike(open_window, services, is_own, kept):
    pairing_id = factory.make_pairing(services)
    seen = open_window("pairings")
    seen.settle()

    def answer(draft):
        present = services.pairings.draft(pairing_id)
        services.pairings.save(replace(present, note="коллега"))
        return replace(draft, note="моё")

    seen.prompts.answer("ask_draft", answer)
    seen.prompts.answer("ask_yes_no", is_own)
    if not is_own:
        seen.prompts.answer("ask_draft", None)
    seen.page._open_stored(pairing_id)
    seen.settle()
    assert services.pairings.draft(pairing_id).note == kept


@pytest.mark.parametrize(("is_own", "kept"), [(True, ""), (False, "7700000001")])
def test_a_school_of_the_list_is_guarded_alike(open_window, services, is_own, kept):
    municipal = services.exchange.municipal
    municipal.save_level(BaseLevel.MUNICIPALITY)
    municipal.add_schools(municipal.schools_in("МБОУ «СОШ № 1»"))
    seen = open_window("consolidation")
    seen.settle()
    (row,) = seen.page.model.shown_rows()

    def answer(draft):
        municipal.save_school(replace(row.school, inn="7700000001"))
        return replace(draft, team_role="Не участвует")

    seen.prompts.answer("ask_draft", answer)
    seen.prompts.answer("ask_yes_no", is_own)
    seen.page.open(row)
    seen.settle()
    (stored,) = services.exchange.consolidation.rows(YEAR)
    assert stored.school.inn == kept
