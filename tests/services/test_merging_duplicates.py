"""Two cards become one: values, ties, the journal, undo, and orders that stay as printed."""

from datetime import date

import pytest

from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.pairings import PairingKind
from nastavnik_desktop.domain.people import Mark, MarkKind, PoolSide
from tests.factory import (
    TODAY,
    YEAR,
    consent,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
    make_person,
    make_student,
    teacher_draft,
)

PUPIL = PoolSide(joined_on=TODAY, needs=("дисциплина",))


@pytest.fixture
def doubled(services):
    """One teacher entered twice, with a slip; answers the ids of both cards."""
    kept = make_person(services, "Иванова", phone="+79000000001", birth_year=1980)
    gone = make_person(services, "Иваонва", email="iv@school.example", birth_date=date(1980, 5, 17))
    return kept, gone


def merged(services, kept, gone, *taken):
    preview = services.duplicates.preview(kept, gone)
    return services.duplicates.merge(preview.choosing(taken) if taken else preview)


def everything(services):
    """All that the pages show of people, pairs and consents."""
    people = [*services.people.rows(YEAR), *services.people.rows(YEAR, archived=True)]
    details = [services.people.details(row.person_id, YEAR) for row in people]
    return people, details, services.pairings.rows(YEAR)


def test_a_double_is_found_in_the_base(services, doubled):
    (pair,) = services.duplicates.find()

    assert {pair.first.person_id, pair.second.person_id} == set(doubled)
    assert pair.reasons == ("опечатка в фамилии",)


def test_the_preview_shows_what_differs_and_proposes(services, doubled):
    fields = {field.label: field for field in services.duplicates.preview(*doubled).fields}

    assert set(fields) == {"фамилия", "дата рождения", "телефон", "почта"}
    assert (fields["фамилия"].kept, fields["фамилия"].other) == ("Иванова", "Иваонва")
    assert not fields["фамилия"].takes_other
    assert fields["почта"].takes_other
    assert fields["дата рождения"].other == "17.05.1980"


def test_blanks_are_filled_and_nothing_is_lost(services, doubled):
    kept, gone = doubled
    merged(services, kept, gone)

    draft = services.people.draft(kept, YEAR)
    assert draft.name.last_name == "Иванова"
    assert (draft.phone, draft.email) == ("+79000000001", "iv@school.example")
    assert (draft.birth_date, draft.birth_year) == (date(1980, 5, 17), None)
    with pytest.raises(RuleViolation, match="больше нет"):
        services.people.draft(gone, YEAR)


def test_a_chosen_value_is_taken_and_the_search_finds_it(services, doubled):
    kept, gone = doubled
    merged(services, kept, gone, "last_name")

    assert services.people.draft(kept, YEAR).name.last_name == "Иваонва"
    assert [found.record_id for found in services.search.find("иваонва", YEAR)] == [kept]
    assert services.search.find("иванова", YEAR) == []


def test_the_lost_surname_becomes_the_former_one(services):
    kept = make_person(services, "Серова", birth_date=date(1980, 5, 17))
    gone = make_person(services, "Белова", birth_date=date(1980, 5, 17))
    merged(services, kept, gone)

    assert services.people.draft(kept, YEAR).former_last_name == "Белова"


def test_pairs_and_consents_of_both_are_kept(services, doubled):
    kept, gone = doubled
    as_mentor = make_pairing(services, gone, make_mentee(services))
    as_mentee = make_pairing(services, make_mentor(services), gone)
    own = make_pairing(services, kept, make_mentee(services, "Лис"))
    consent(services, gone, kind=ConsentKind.PUBLICATION)
    assert services.duplicates.preview(kept, gone).moving == (
        "1\u00a0пара наставника",
        "1\u00a0пара наставляемого",
        "1\u00a0соглашение",
        "3\u00a0согласия",
    )
    merged(services, kept, gone)

    details = services.people.details(kept, YEAR)
    assert {row.pairing_id for row in details.pairings} == {as_mentor, as_mentee, own}
    assert {one.kind for one in details.consents} == {
        ConsentKind.PARTICIPATION,
        ConsentKind.PUBLICATION,
    }


def test_pools_of_one_year_are_joined_and_others_move(services):
    kept = make_student(services, mentee_side=PUPIL)
    gone = make_student(services, mentee_side=PoolSide(needs=("русский язык",), reason="болел"))
    services.people.set_pool([gone], "mentor", YEAR, is_in=True)
    merged(services, kept, gone)

    draft = services.people.draft(kept, YEAR)
    assert draft.mentee_side == PoolSide(
        joined_on=TODAY, needs=("дисциплина", "русский язык"), reason="болел"
    )
    assert draft.mentor_side is not None


def test_marks_are_not_doubled(services):
    mark = Mark(MarkKind.GIFTED, date(2026, 9, 1))
    other = Mark(MarkKind.HARDSHIP)
    kept = make_student(services, marks=(mark,))
    gone = make_student(services, marks=(mark, other))
    merged(services, kept, gone)

    assert set(services.people.draft(kept, YEAR).marks) == {mark, other}


def test_classes_of_both_are_kept_by_year(services):
    kept, gone = make_student(services), make_student(services, year=YEAR.next, school_class="10А")
    merged(services, kept, gone)

    assert services.people.draft(kept, YEAR).school_class == "9А"
    assert services.people.draft(kept, YEAR.next).school_class == "10А"


def test_one_mentee_twice_in_a_group_stands_there_once(services, doubled):
    kept, gone = doubled
    make_pairing(services, make_mentor(services), kept, gone, kind=PairingKind.GROUP)
    merged(services, kept, gone)

    (row,) = services.pairings.rows(YEAR)
    assert [mentee.person_id for mentee in row.mentees] == [kept]


def test_mentor_and_mentee_of_one_pair_are_two_people(services, doubled):
    make_pairing(services, *doubled)
    before = everything(services)

    assert "это разные люди" in services.duplicates.preview(*doubled).refusal
    with pytest.raises(RuleViolation, match="наставник и наставляемый одной пары"):
        merged(services, *doubled)
    assert everything(services) == before


def test_one_card_is_not_merged_with_itself(services, doubled):
    with pytest.raises(RuleViolation, match="две разные карточки"):
        services.duplicates.preview(doubled[0], doubled[0])


def test_a_post_moves_to_a_card_without_one(services):
    kept = make_person(services, "Иванова", employment=None)
    gone = services.people.save(teacher_draft("Иванова", months=30), YEAR).record_id
    merged(services, kept, gone)

    work = services.people.draft(kept, YEAR).employment
    assert (work.position_title, work.subject) == ("учитель", "физика")
    assert work.teaching_service.months == 30
    assert [row.person_id for row in services.people.rows(YEAR)] == [kept]


def test_who_is_in_use_on_one_card_is_not_in_the_archive(services, doubled):
    kept, gone = doubled
    services.people.archive([kept])
    merged(services, kept, gone)

    assert not services.people.details(kept, YEAR).is_archived


def test_notes_of_both_are_kept(services):
    kept = make_person(services, "Иванова", notes="звонить после 15")
    gone = make_person(services, "Иванова", notes="классный руководитель")
    merged(services, kept, gone)

    notes = services.people.draft(kept, YEAR).notes
    assert notes.splitlines() == ["звонить после 15", "классный руководитель"]


def test_issued_orders_stay_as_they_were_printed(services, doubled):
    kept, gone = doubled
    order = make_order(services, make_pairing(services, gone, make_mentee(services)))
    printed = {kind: services.orders.file(order, kind) for kind in ("pdf", "docx")}
    merged(services, kept, gone)

    assert {kind: services.orders.file(order, kind) for kind in printed} == printed
    assert [row.order_id for row in services.people.details(kept, YEAR).orders] == [order]


def test_merging_is_one_step_that_can_be_undone_and_redone(services, doubled):
    kept, gone = doubled
    make_pairing(services, gone, make_mentee(services))
    services.people.set_pool([kept, gone], "mentor", YEAR, is_in=True)
    before = everything(services)
    merged(services, kept, gone)
    after = everything(services)

    services.history.undo()
    assert everything(services) == before
    services.history.redo()
    assert everything(services) == after
    assert services.bases.check() == []


def test_the_history_of_the_card_goes_on(services, doubled):
    kept, gone = doubled
    merged(services, kept, gone)

    newest = services.history.of("person", kept)[0]
    assert newest.operation == "Объединены карточки: Иванова Анна Петровна"
    assert ("почта", "–", "iv@school.example") in newest.lines
    assert FullName("Иванова", "Анна", "Петровна") == services.people.draft(kept, YEAR).name
