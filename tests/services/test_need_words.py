"""The list of needs: the program's at first, then the school's own; cards keep what they have."""

import pytest

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.need_words import NeedAudience, NeedWord, proposed
from nastavnik_desktop.domain.people import PoolSide
from tests.factory import YEAR, make_person, make_student

EDUCATOR, STUDENT = NeedAudience.EDUCATOR, NeedAudience.STUDENT


def titles(services, audience=EDUCATOR):
    return list(proposed(services.need_words.words(), audience))


def word(services, title):
    return next(one for one in services.need_words.words() if one.title == title)


def test_a_new_base_proposes_needs_of_both_kinds(services):
    assert "дисциплина и внимание на уроке" in titles(services)
    assert "трудности по предмету" in titles(services, STUDENT)
    every = [one.key for one in services.need_words.words()]
    assert len(every) == len(set(every)) > 20


def test_a_word_is_added_at_the_end_of_its_list(services):
    before = titles(services)
    services.need_words.add("  работа   с хором ", EDUCATOR)
    assert titles(services) == [*before, "работа с хором"]


def test_the_first_change_makes_the_list_the_schools_own_and_can_be_undone(services):
    before = services.need_words.words()
    services.need_words.add("работа с хором", EDUCATOR)
    services.history.undo()
    assert services.need_words.words() == before


@pytest.mark.parametrize("title", ["", "   "])
def test_a_blank_word_is_refused(services, title):
    with pytest.raises(RuleViolation, match="пустая строка") as refused:
        services.need_words.add(title, EDUCATOR)
    assert refused.value.field == "educator"


def test_one_word_stands_in_a_list_once(services):
    with pytest.raises(RuleViolation, match="дважды"):
        services.need_words.add("Дисциплина и внимание на УРОКЕ", EDUCATOR)
    services.need_words.add("Дисциплина и внимание на уроке", STUDENT)


def test_words_are_moved_within_their_list(services):
    first, second, *rest = titles(services)
    students = titles(services, STUDENT)
    services.need_words.move(word(services, second), -1)
    assert titles(services) == [second, first, *rest]
    services.need_words.move(word(services, second), -1)
    assert titles(services) == [second, first, *rest]
    assert titles(services, STUDENT) == students


def test_a_word_in_the_archive_is_not_proposed_and_can_come_back(services):
    first, *rest = titles(services)
    services.need_words.set_archived([word(services, first)], is_archived=True)
    assert titles(services) == rest
    services.need_words.set_archived([word(services, first)], is_archived=False)
    assert titles(services) == [first, *rest]


def test_a_removed_word_stays_in_the_cards(services):
    first, *rest = titles(services)
    person_id = make_person(services, mentee_side=PoolSide(needs=(first,)))
    services.need_words.remove([word(services, first)])
    assert titles(services) == rest
    assert services.people.draft(person_id, YEAR).mentee_side.needs == (first,)


def test_without_words_the_programs_list_is_proposed_again(services):
    every = services.need_words.words()
    services.need_words.remove(every)
    assert [one.key for one in services.need_words.words()] == [one.key for one in every]


def cards_of(services):
    """A teacher who needs the first word and a student who can help with it."""
    first = titles(services)[0]
    teacher = make_person(services, mentee_side=PoolSide(needs=("хор", first.upper())))
    student = make_student(services, mentor_side=PoolSide(strengths=(first,)))
    return first, teacher, student


def test_renaming_leaves_the_cards_unless_wanted(services):
    first, teacher, student = cards_of(services)
    assert services.need_words.cards_with(word(services, first)) == 2
    services.need_words.rename(word(services, first), "методика", in_cards=False)
    assert titles(services)[0] == "методика"
    assert services.people.draft(teacher, YEAR).mentee_side.needs == ("хор", first.upper())
    assert services.people.draft(student, YEAR).mentor_side.strengths == (first,)


def test_renaming_in_the_cards_keeps_both_sides_comparable_and_is_one_step(services):
    first, teacher, student = cards_of(services)
    services.need_words.rename(word(services, first), "методика", in_cards=True)
    assert services.people.draft(teacher, YEAR).mentee_side.needs == ("хор", "методика")
    assert services.people.draft(student, YEAR).mentor_side.strengths == ("методика",)
    services.history.undo()
    assert services.people.draft(student, YEAR).mentor_side.strengths == (first,)


def test_a_word_that_is_gone_is_told(services):
    with pytest.raises(RuleViolation, match="больше нет в списке"):
        services.need_words.rename(NeedWord("нет такого", EDUCATOR), "новое", in_cards=False)
    with pytest.raises(RuleViolation, match="больше нет в списке"):
        services.need_words.move(NeedWord("нет такого", EDUCATOR), 1)
