"""Two people change one record: the second learns of it and chooses; nothing is lost silently."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from db.engine import open_base
from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.domain.consolidation.schools import BaseLevel, MunicipalSchool
from nastavnik_desktop.domain.errors import ChangedMeanwhile
from nastavnik_desktop.domain.local_acts import LocalAct
from tests import factory
from tests.factory import YEAR


@pytest.fixture
def colleagues(postgres_base):
    """Two programs over one base on a real server."""
    factory.seed_reference_lists(postgres_base)
    first = Services(postgres_base)
    factory.make_school(first)
    url = postgres_base.location.url.render_as_string(hide_password=False)
    with open_base(url) as other:
        yield first, Services(other)


def test_the_second_writer_of_a_card_is_told_and_may_write_over(colleagues):
    first, second = colleagues
    key = factory.make_person(first)
    mine, theirs = first.people.draft(key, YEAR), second.people.draft(key, YEAR)
    second.people.save(replace(theirs, notes="от коллеги"), YEAR, theirs)
    typed = replace(mine, phone="+7 900 000-00-01")
    with pytest.raises(ChangedMeanwhile, match="изменил кто-то другой"):
        first.people.save(typed, YEAR, mine)
    assert first.people.draft(key, YEAR).notes == "от коллеги"
    first.people.save(typed, YEAR)
    assert first.people.draft(key, YEAR).phone == typed.phone
    before = [line for entry in first.history.of("person", key) for line in entry.lines]
    assert any("от коллеги" in " ".join(line) for line in before)


def test_whoever_opens_the_card_anew_adds_to_the_other_change(colleagues):
    first, second = colleagues
    key = factory.make_person(first)
    second_opened = second.people.draft(key, YEAR)
    second.people.save(replace(second_opened, notes="от коллеги"), YEAR, second_opened)
    fresh = first.people.draft(key, YEAR)
    first.people.save(replace(fresh, phone="+7 900 000-00-01"), YEAR, fresh)
    kept = second.people.draft(key, YEAR)
    assert (kept.notes, kept.phone) == ("от коллеги", fresh.phone or kept.phone)


def test_a_pairing_and_a_school_of_the_list_are_guarded_alike(colleagues):
    first, second = colleagues
    pairing_id = factory.make_pairing(first)
    mine, theirs = first.pairings.draft(pairing_id), second.pairings.draft(pairing_id)
    second.pairings.save(replace(theirs, topic="Тема коллеги"), theirs)
    with pytest.raises(ChangedMeanwhile):
        first.pairings.save(replace(mine, note="моё"), mine)
    assert first.pairings.draft(pairing_id).topic == "Тема коллеги"

    municipal, other = first.exchange.municipal, second.exchange.municipal
    key = municipal.save_school(MunicipalSchool("Школа № 1")).record_id
    (seen,) = [row.school for row in first.exchange.consolidation.rows(YEAR)]
    assert seen.school_id == key
    other.save_school(replace(seen, inn="7700000001"), seen)
    with pytest.raises(ChangedMeanwhile):
        municipal.save_school(replace(seen, team_role="наставники"), seen)


def test_the_school_and_its_documents_are_guarded_alike(colleagues):
    first, second = colleagues
    mine, theirs = first.school.get(), second.school.get()
    second.school.save(replace(theirs, phone="8 (000) 000-00-01"), theirs)
    with pytest.raises(ChangedMeanwhile, match="Сведения о школе"):
        first.school.save(replace(mine, okpo="12345678"), mine)
    assert first.school.get().phone == "8 (000) 000-00-01"
    first.school.save(replace(mine, okpo="12345678"))
    assert (second.school.get().okpo, second.school.get().phone) == ("12345678", mine.phone)

    first.local_acts.save(LocalAct(number="12-од"))
    (act,) = first.local_acts.rows()
    second.local_acts.save(replace(act, title="Положение"), act)
    with pytest.raises(ChangedMeanwhile):
        first.local_acts.save(replace(act, link="https://school.example/doc"), act)
    (kept,) = first.local_acts.rows()
    assert (kept.title, kept.link) == ("Положение", "")


def test_a_school_that_was_never_set_up_is_saved_for_the_first_time(new_services):
    new_services.exchange.municipal.save_level(BaseLevel.MUNICIPALITY)
    seen = new_services.school.get()
    new_services.school.save(replace(seen, short_name="Управление образования"), seen)
    kept = new_services.school.get()
    assert (kept.short_name, kept.level) == ("Управление образования", BaseLevel.MUNICIPALITY)


def test_of_two_who_save_at_once_one_is_told(colleagues):
    first, second = colleagues
    key = factory.make_person(first)
    opened = first.people.draft(key, YEAR)

    def save(services, words):
        try:
            services.people.save(replace(opened, notes=words), YEAR, opened)
        except ChangedMeanwhile:
            return None
        return words

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(save, (first, second), ("первый", "второй")))
    (kept,) = [words for words in answers if words is not None]
    assert second.people.draft(key, YEAR).notes == kept


def test_a_card_saved_untouched_by_others_is_just_saved(services):
    key = factory.make_person(services)
    opened = services.people.draft(key, YEAR)
    services.people.save(replace(opened, notes="раз"), YEAR, opened)
    again = services.people.draft(key, YEAR)
    services.people.save(replace(again, notes="два"), YEAR, again)
    assert services.people.draft(key, YEAR).notes == "два"
