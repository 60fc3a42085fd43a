"""The record was changed by somebody else while its dialog was open: the user chooses."""

from dataclasses import replace

import pytest

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.domain.local_acts import LocalAct
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


@pytest.mark.parametrize(("is_own", "kept"), [(True, ""), (False, "Положение коллеги")])
def test_a_document_is_guarded_alike(open_window, services, is_own, kept):
    services.local_acts.save(LocalAct(number="12-од"))
    seen = open_window("acts")
    seen.settle()
    (row,) = seen.page.model.shown_rows()

    def answer(draft):
        services.local_acts.save(replace(row, title="Положение коллеги"))
        return replace(draft, number="13-од")

    seen.prompts.answer("ask_draft", answer)
    seen.prompts.answer("ask_yes_no", is_own)
    if not is_own:
        seen.prompts.answer("ask_draft", None)
    seen.page.open(row)
    seen.settle()
    (act,) = services.local_acts.rows()
    assert (act.title, act.number) == (kept, "13-од" if is_own else "12-од")
    assert seen.page.model.shown_rows() == [act]


@pytest.fixture
def settings(open_window):
    return open_window("settings")


def of(seen, name):
    return seen.page.section("school").field(name)


@pytest.mark.parametrize(("is_own", "kept"), [(True, "г. Мой"), (False, "г. Коллегин")])
def test_the_settings_of_the_school_are_guarded_alike(settings, services, is_own, kept):
    of(settings, "place").setText("г. Мой")
    services.school.save(replace(services.school.get(), place="г. Коллегин"))
    settings.prompts.answer("ask_yes_no", is_own)
    settings.click("Сохранить")
    assert services.school.get().place == kept
    assert of(settings, "place").text() == kept
    assert not settings.page.view.save.isEnabled()


def test_what_was_typed_stays_over_another_field_of_a_colleague(settings, services):
    of(settings, "okpo").setText("12345678")
    services.school.save(replace(services.school.get(), phone="8 (000) 000-00-01"))
    settings.shell.changes.publish(Changes.SCHOOL)
    settings.settle()
    assert of(settings, "phone").text() == "8 (000) 000-00-01"
    settings.click("Сохранить")
    school = services.school.get()
    assert (school.okpo, school.phone) == ("12345678", "8 (000) 000-00-01")


def test_a_field_that_both_changed_is_asked_about_even_after_a_reading(settings, services):
    of(settings, "place").setText("г. Мой")
    services.school.save(replace(services.school.get(), place="г. Коллегин"))
    settings.shell.changes.publish(Changes.SCHOOL)
    settings.settle()
    settings.prompts.answer("ask_yes_no", False)
    settings.click("Сохранить")
    assert of(settings, "place").text() == "г. Коллегин"
