"""Rules about pairs and groups: states, what keeps them out of an order, checks of the form."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.addenda import AddendumBasis, ContractAddendum
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.pairing_checks import PairingFacts, PairingOffer, problems_in
from nastavnik_desktop.domain.pairing_life import PairingEnd, problems_in_end
from nastavnik_desktop.domain.pairing_parts import MentorRole, MentorSpan, Pause
from nastavnik_desktop.domain.pairings import (
    MENTORING_AT_WORK_SINCE,
    EndKind,
    FurtherMentor,
    MemberDraft,
    MentoringForm,
    MentoringModel,
    OrderLink,
    PairingDraft,
    PairingKind,
    PairingRow,
    PairingState,
    Participant,
)
from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.domain.problems import Level, errors_of
from nastavnik_desktop.domain.school_year import SchoolYear

TODAY = date(2026, 9, 8)
SIGNED = date(2026, 9, 4)
YEAR = SchoolYear(2026)
STAFF, STUDENT, OUTSIDE = PersonKind.STAFF, PersonKind.STUDENT, PersonKind.OUTSIDE


def who(person_id, last_name, kind=STAFF, **fields):
    return Participant(person_id, FullName(last_name, "Анна", "Петровна"), kind, "", **fields)


MENTOR = who(1, "Крутикова", consented_on=SIGNED)
MENTEE = who(2, "Ёлкина")
AGREEMENT = ContractAddendum(1, (1,), number="4", signed_on=date(2025, 2, 20))


def row(mentor=MENTOR, *mentees, **fields):
    return replace(
        PairingRow(
            pairing_id=1,
            kind=PairingKind.PAIR,
            year=YEAR,
            form=MentoringForm("educator-educator", "педагог – педагог", MentoringModel.TEACHERS),
            role_model="",
            modes=(),
            mentor=mentor,
            mentees=mentees or (MENTEE,),
            starts_on=TODAY,
            ends_on=date(2027, 5, 28),
            ended_on=None,
            end_kind=None,
            end_reason="",
            topic="",
            note="",
            order=None,
            addenda=(AGREEMENT,),
        ),
        **fields,
    )


ISSUED = OrderLink(5, "12-од", TODAY, is_issued=True)
DRAFT = replace(ISSUED, is_issued=False)


@pytest.mark.parametrize(
    ("fields", "on", "state"),
    [
        ({}, TODAY, PairingState.READY),
        ({"mentor": replace(MENTOR, consented_on=None)}, TODAY, PairingState.NO_CONSENT),
        ({"addenda": ()}, TODAY, PairingState.NO_AGREEMENT),
        ({"mentees": (replace(MENTEE, is_archived=True),)}, TODAY, PairingState.DRAFT),
        ({"order": DRAFT}, TODAY, PairingState.READY),
        ({"order": ISSUED, "pauses": (Pause(TODAY, TODAY),)}, TODAY, PairingState.PAUSED),
        ({"order": ISSUED, "pauses": (Pause(TODAY),)}, date(2026, 10, 1), PairingState.PAUSED),
        (
            {"order": ISSUED, "pauses": (Pause(TODAY, TODAY),)},
            date(2026, 9, 9),
            PairingState.ACTIVE,
        ),
        (
            {"order": ISSUED, "ended_on": TODAY, "end_kind": EndKind.REPLACED},
            TODAY,
            PairingState.MENTOR_REPLACED,
        ),
        ({"order": ISSUED}, date(2026, 9, 7), PairingState.ORDERED),
        ({"order": ISSUED}, TODAY, PairingState.ACTIVE),
        ({"order": ISSUED}, date(2027, 5, 28), PairingState.ACTIVE),
        ({"order": ISSUED}, date(2027, 5, 29), PairingState.OVERDUE),
        (
            {"order": ISSUED, "ended_on": TODAY, "end_kind": EndKind.COMPLETED},
            TODAY,
            PairingState.COMPLETED,
        ),
        (
            {"order": ISSUED, "ended_on": TODAY, "end_kind": EndKind.EARLY},
            TODAY,
            PairingState.ENDED_EARLY,
        ),
        (
            {"order": ISSUED, "ended_on": date(2026, 9, 9), "end_kind": EndKind.EARLY},
            TODAY,
            PairingState.ACTIVE,
        ),
    ],
)
def test_the_state_follows_from_dates_consents_and_orders(fields, on, state):
    assert row(**fields).state_on(on) is state


def test_a_mentor_of_a_colleague_needs_a_consent_since_march_2025():
    unsigned = row(replace(MENTOR, consented_on=None))
    assert date(2025, 3, 1) == MENTORING_AT_WORK_SINCE
    assert unsigned.blockers(date(2025, 2, 28)) == []
    assert unsigned.blockers(date(2025, 3, 1)) == [
        "нет письменного согласия наставника: Крутикова\u00a0А.\u00a0П."
    ]


@pytest.mark.parametrize(
    ("mentor", "mentee"),
    [(STAFF, STUDENT), (STAFF, OUTSIDE), (OUTSIDE, STAFF), (OUTSIDE, OUTSIDE)],
)
def test_the_labour_code_speaks_of_employees_only(mentor, mentee):
    pairing = row(who(1, "Крутикова", mentor), who(2, "Ёлкина", mentee))
    assert not pairing.is_between_employees
    assert pairing.blockers(TODAY) == []


def test_a_consent_signed_after_the_day_of_the_order_does_not_count():
    pairing = row(replace(MENTOR, consented_on=date(2026, 9, 9)))
    assert pairing.blockers(date(2026, 9, 9)) == []
    (blocker,) = pairing.blockers(TODAY)
    assert blocker.startswith("согласие позже даты приказа (09.09.2026)")


def test_a_mentor_of_a_colleague_needs_an_agreement_since_march_2025():
    bare = row(addenda=())
    assert bare.blockers(date(2026, 9, 8)) == [
        "нет дополнительного соглашения: Крутикова\u00a0А.\u00a0П."
    ]
    assert bare.without_agreement(TODAY) == [MENTOR]
    assert bare.without_agreement(date(2025, 2, 28)) == []
    of_another = row(addenda=(replace(AGREEMENT, person_id=9),))
    assert of_another.without_agreement(TODAY) == [MENTOR]


def test_an_agreement_signed_after_the_order_does_not_count():
    late = row(addenda=(replace(AGREEMENT, signed_on=date(2026, 9, 9)),))
    assert late.blockers(date(2026, 9, 9)) == []
    (blocker,) = late.blockers(TODAY)
    assert blocker.startswith("соглашение позже даты приказа (09.09.2026)")


def test_duties_of_the_post_stand_for_an_agreement():
    duties = ContractAddendum(1, (1,), AddendumBasis.DUTIES, duties_reason="п. 2.14 инструкции")
    assert row(addenda=(duties,)).blockers(TODAY) == []


def test_a_second_mentor_needs_the_same_papers_until_the_part_is_over():
    other = who(3, "Рогова")
    beside = FurtherMentor(other, MentorSpan(3, MentorRole.SECOND, until_on=date(2026, 9, 10)))
    pairing = row(further_mentors=(beside,))
    assert pairing.without_consent(TODAY) == [other]
    assert pairing.without_agreement(TODAY) == [other]
    assert pairing.blockers(date(2026, 9, 11)) == []


def test_an_outside_mentor_needs_no_agreement_with_the_school():
    pairing = row(who(1, "Крутикова", OUTSIDE), addenda=())
    assert pairing.blockers(TODAY) == []


def test_a_minor_needs_the_consent_of_a_representative():
    child = who(2, "Ёлкина", STUDENT, is_minor=True)
    assert row(MENTOR, child).blockers(TODAY) == [
        "нет согласия законного представителя: Ёлкина\u00a0А.\u00a0П."
    ]
    own = replace(child, consented_on=SIGNED)
    assert row(MENTOR, own).blockers(TODAY) == [
        "согласие подписал не представитель: Ёлкина\u00a0А.\u00a0П."
    ]
    signed = replace(own, is_consent_by_representative=True)
    assert row(MENTOR, signed).blockers(TODAY) == []
    late = replace(signed, consented_on=date(2026, 9, 9))
    assert row(MENTOR, late).blockers(TODAY)[0].startswith("согласие позже")


def test_every_participant_who_lacks_a_consent_is_named():
    child = who(2, "Ёлкина", STUDENT, is_minor=True)
    other = who(3, "Щукина", STUDENT, is_minor=True)
    mentor = who(1, "Рогова", STUDENT, is_minor=True)
    pairing = row(mentor, child, other)
    assert pairing.without_consent(TODAY) == [mentor, child, other]
    assert len(pairing.blockers(TODAY)) == 3


def test_an_archived_participant_keeps_the_pair_out():
    pairing = row(MENTOR, replace(MENTEE, is_archived=True))
    assert pairing.blockers(TODAY) == ["Ёлкина\u00a0А.\u00a0П. в архиве"]
    assert pairing.without_consent(TODAY) == []


def test_how_a_pair_is_written():
    assert row().title == "Крутикова\u00a0А.\u00a0П. → Ёлкина\u00a0А.\u00a0П."
    assert row().term == "08.09.2026\u00a0– 28.05.2027"
    assert row(ended_on=date(2027, 1, 15)).term.endswith("15.01.2027")
    assert replace(row(), mentees=()).title.endswith("без наставляемых")


GOOD = PairingDraft(
    year=YEAR,
    form_code="educator-educator",
    mentor_id=1,
    members=(MemberDraft(2),),
    starts_on=TODAY,
    ends_on=date(2027, 5, 28),
)
FACTS = PairingFacts({1: "Крутикова А. П."})


def errors(**changes):
    found = errors_of(problems_in(replace(GOOD, **changes), FACTS))
    return [(problem.field, problem.message) for problem in found]


def test_a_good_draft_has_no_problems():
    assert problems_in(GOOD, FACTS) == []


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"form_code": ""}, "form_code", "Выберите форму"),
        ({"mentor_id": None}, "mentor_id", "Выберите наставника"),
        ({"members": ()}, "members", "хотя бы одного"),
        ({"members": (MemberDraft(1),)}, "members", "самому себе"),
        (
            {"members": (MemberDraft(2), MemberDraft(2)), "kind": PairingKind.GROUP},
            "members",
            "указан дважды",
        ),
        ({"members": (MemberDraft(2), MemberDraft(3))}, "members", "выберите «группа»"),
        ({"starts_on": None}, "starts_on", "укажите дату"),
        ({"ends_on": None}, "ends_on", "укажите дату"),
        ({"starts_on": date(2026, 8, 31)}, "starts_on", "вне 2026/27 учебного года"),
        ({"ends_on": date(2027, 9, 1)}, "ends_on", "вне 2026/27 учебного года"),
        ({"starts_on": date(2027, 5, 29)}, "ends_on", "Окончание раньше начала"),
    ],
)
def test_a_wrong_draft_is_told_beside_its_field(changes, field, words):
    ((found, message),) = errors(**changes)
    assert found == field
    assert words in message


@pytest.mark.parametrize(
    "changes",
    [
        {"starts_on": date(2026, 9, 1)},
        {"ends_on": date(2027, 8, 31)},
        {"starts_on": TODAY, "ends_on": TODAY},
        {"members": (MemberDraft(2), MemberDraft(3)), "kind": PairingKind.GROUP},
        {"kind": PairingKind.GROUP},
    ],
)
def test_the_borders_of_a_draft_are_allowed(changes):
    assert errors(**changes) == []


@pytest.mark.parametrize(
    ("facts", "limit"),
    [
        ({"mentor_load": 2}, None),
        ({"mentor_load": 3}, 3),
        ({"mentor_load": 3, "mentee_limit": 4}, None),
        ({"mentor_load": 1, "mentor_capacity": 1}, 1),
        ({"mentor_load": 0, "mentor_capacity": 0}, 0),
        ({"mentor_load": 5, "mentor_capacity": 6}, None),
    ],
)
def test_a_load_above_the_limit_is_a_warning(facts, limit):
    found = problems_in(GOOD, replace(FACTS, **facts))
    if limit is None:
        assert found == []
    else:
        (warning,) = found
        assert (warning.field, warning.level) == ("mentor_id", Level.WARNING)
        assert warning.message.endswith(f"станет {facts['mentor_load'] + 1}, а предел – {limit}.")


def test_the_offer_gives_the_check_its_facts():
    offer = PairingOffer(GOOD, (), (), (), mentee_limit=4, loads={1: 3}, capacities={1: 2, 7: 5})
    assert [offer.free_places(person) for person in (1, 7, 8)] == [-1, 5, 4]
    facts = offer.facts(GOOD)
    assert (facts.mentor_load, facts.mentee_limit, facts.mentor_capacity) == (3, 4, 2)
    assert offer.facts(replace(GOOD, mentor_id=None)).mentor_load == 0


def test_an_end_is_checked_for_every_pair():
    later = row(starts_on=date(2026, 10, 1))
    assert problems_in_end(PairingEnd(TODAY), (row(),)) == []
    fields = [one.field for one in problems_in_end(PairingEnd(TODAY), (row(), later))]
    assert fields == ["ended_on"]
    assert [one.field for one in problems_in_end(PairingEnd(None), (row(),))] == ["ended_on"]
    early = PairingEnd(TODAY, EndKind.EARLY)
    assert [one.field for one in problems_in_end(early, (row(),))] == ["reason"]
    assert problems_in_end(replace(early, reason="увольнение"), (row(),)) == []


@pytest.mark.parametrize("choices", [PairingKind, EndKind, PairingState])
def test_every_choice_of_a_pair_has_a_russian_name(choices):
    labels = {one.label for one in choices}
    assert len(labels) == len(choices)
