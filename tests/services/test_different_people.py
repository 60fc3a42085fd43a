"""«Это разные люди»: a similar pair is offered no more, until the mark is taken back."""

import pytest

from nastavnik_desktop.domain.duplicates import find_duplicates
from tests.factory import TODAY, make_mentee, make_order, make_pairing, make_person


@pytest.fixture
def pair(services):
    """Two namesakes."""
    make_person(services, "Иванова", phone="+79000000001")
    make_person(services, "Иванова", phone="+79000000002")
    (found,) = services.duplicates.find()
    return found


def test_a_pair_that_was_told_apart_is_not_offered_again(services, pair):
    saved = services.duplicates.tell_apart(pair)
    assert saved.message.startswith("Разные люди: Иванова")
    assert services.duplicates.find() == []
    services.duplicates.tell_apart(pair)
    (told,) = services.duplicates.told_apart()
    assert told.marked_on == TODAY
    assert {told.first.person_id, told.second.person_id} == {
        pair.first.person_id,
        pair.second.person_id,
    }


def test_other_namesakes_are_still_offered(services, pair):
    services.duplicates.tell_apart(pair)
    third = make_person(services, "Иванова")
    found = services.duplicates.find()
    assert len(found) == 2
    assert all(third in (one.first.person_id, one.second.person_id) for one in found)


def test_the_mark_can_be_undone_and_taken_back(services, pair):
    services.duplicates.tell_apart(pair)
    services.history.undo()
    assert services.duplicates.find() == [pair]
    services.history.redo()
    services.duplicates.compare_again(services.duplicates.told_apart())
    assert services.duplicates.find() == [pair]


def test_a_merged_card_hands_its_mark_over(services, pair):
    services.duplicates.tell_apart(pair)
    kept = make_person(services, "Иваонва")
    services.duplicates.merge(services.duplicates.preview(kept, pair.first.person_id))

    (told,) = services.duplicates.told_apart()
    assert {told.first.person_id, told.second.person_id} == {kept, pair.second.person_id}
    services.history.undo()
    (told,) = services.duplicates.told_apart()
    assert pair.first.person_id in (told.first.person_id, told.second.person_id)


def test_marked_cards_may_be_merged_after_all(services, pair):
    services.duplicates.tell_apart(pair)
    ids = (pair.first.person_id, pair.second.person_id)
    services.duplicates.merge(services.duplicates.preview(*ids))
    assert services.duplicates.told_apart() == []
    services.history.undo()
    assert len(services.duplicates.told_apart()) == 1
    assert services.bases.check() == []


@pytest.mark.parametrize("is_in_order", [True, False])
def test_deletion_on_demand_takes_the_mark_along(services, pair, is_in_order):
    services.duplicates.tell_apart(pair)
    if is_in_order:
        make_order(services, make_pairing(services, pair.first.person_id, make_mentee(services)))
    services.forgetting.forget(pair.first.person_id)
    assert services.duplicates.told_apart() == []


def test_keys_are_told_apart_in_either_order(pair):
    cards = (pair.second, pair.first)
    key = tuple(sorted(card.person_id for card in cards))
    assert len(find_duplicates(cards)) == 1
    assert find_duplicates(cards, {key}) == []
