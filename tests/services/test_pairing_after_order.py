"""A pairing after its order: breaks, a new mentor, mentors beside, own dates, notices, undo."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairing_life import MentorReplacement
from nastavnik_desktop.domain.pairing_parts import MentorRole, MentorSpan, Partnership, Pause
from nastavnik_desktop.domain.pairings import EndKind, MemberDraft, PairingState
from nastavnik_desktop.domain.people import PersonKind
from tests.factory import (
    TODAY,
    YEAR,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
    make_person,
    make_school,
    pairing_draft,
)

CHANGED_ON = date(2027, 1, 12)
REFUSAL = "отказ наставника от выполнения работы (ст. 351.8 ТК РФ)"


@pytest.fixture
def ordered(services):
    """A pair of teachers in an order of TODAY."""
    make_school(services)
    pairing_id = make_pairing(services)
    make_order(services, pairing_id)
    return pairing_id


@pytest.fixture
def successor(services):
    """Another experienced teacher."""
    return make_mentor(services, "Юсупова")


def replaced(services, pairing_id, mentor_id, **changes):
    new = MentorReplacement(pairing_id, mentor_id, CHANGED_ON, REFUSAL, date(2026, 12, 29))
    return services.pairing_life.replace_mentor(replace(new, **changes))


def figure(services, column, on):
    computed = services.statistics.report("participants", on)
    return computed.cells["11", column].value


def test_a_pause_rests_the_pair_and_resuming_ends_it(services, ordered):
    services.pairing_life.pause(ordered, Pause(date(2026, 10, 5), None, "болезнь наставника"))
    row = services.pairings.row(ordered)
    assert row.state_on(date(2026, 10, 4)) is PairingState.ACTIVE
    assert row.state_on(date(2026, 10, 20)) is PairingState.PAUSED
    services.pairing_life.resume(ordered, date(2026, 10, 19))
    row = services.pairings.row(ordered)
    assert row.pauses[0].to_on == date(2026, 10, 18)
    assert row.state_on(date(2026, 10, 18)) is PairingState.PAUSED
    assert row.state_on(date(2026, 10, 19)) is PairingState.ACTIVE


def test_resuming_before_the_pause_began_takes_it_away(services, ordered):
    services.pairing_life.pause(ordered, Pause(date(2026, 10, 5), None, "болезнь"))
    services.pairing_life.resume(ordered, date(2026, 10, 5))
    assert services.pairings.row(ordered).pauses == ()
    with pytest.raises(RuleViolation, match="не приостановлена"):
        services.pairing_life.resume(ordered, date(2026, 10, 6))


def test_a_pause_is_undone_as_one_step(services, ordered):
    services.pairing_life.pause(ordered, Pause(date(2026, 10, 5), None, "болезнь"))
    services.history.undo()
    assert services.pairings.row(ordered).pauses == ()
    services.history.redo()
    assert services.pairings.row(ordered).pauses[0].reason == "болезнь"


def test_a_paused_pair_counts_in_statistics(services, ordered):
    services.pairing_life.pause(ordered, Pause(date(2026, 10, 5), None, "болезнь"))
    assert figure(services, 3, date(2026, 10, 20)) == 1


def test_a_new_mentor_makes_a_new_pairing_that_names_the_former(services, ordered, successor):
    saved = replaced(services, ordered, successor)
    former, new = services.pairings.row(ordered), services.pairings.row(saved.record_id)
    assert (former.ended_on, former.end_kind) == (CHANGED_ON, EndKind.REPLACED)
    assert former.end_reason == REFUSAL
    assert former.noticed_on == date(2026, 12, 29)
    assert former.replaced_by_id == new.pairing_id
    assert former.state_on(CHANGED_ON) is PairingState.MENTOR_REPLACED
    assert new.replaces_id == ordered
    assert (new.starts_on, new.ends_on) == (CHANGED_ON, former.ends_on)
    assert [one.person_id for one in new.mentees] == [one.person_id for one in former.mentees]
    assert new.mentor.person_id == successor
    assert new.state_on(TODAY) is PairingState.NO_CONSENT


def test_a_replacement_is_undone_as_one_step(services, ordered, successor):
    replaced(services, ordered, successor)
    services.history.undo()
    (row,) = services.pairings.rows(YEAR)
    assert (row.ended_on, row.replaced_by_id) == (None, None)


def test_a_notice_of_less_than_three_working_days_is_refused(services, ordered, successor):
    with pytest.raises(RuleViolation, match=r"Раньше 12\.01\.2027 нельзя"):
        replaced(services, ordered, successor, on=date(2027, 1, 11))
    services.school.save(replace(services.school.get(), is_six_day_week=True))
    replaced(services, ordered, successor, on=date(2027, 1, 11))


def test_a_replaced_mentor_is_no_departure_of_the_mentee(services, ordered, successor):
    saved = replaced(services, ordered, successor)
    assert figure(services, 3, date(2027, 1, 11)) == 1
    assert figure(services, 3, CHANGED_ON) == 0
    assert figure(services, 17, CHANGED_ON) == 0
    assert figure(services, 16, CHANGED_ON) == 0
    assert services.pairings.row(saved.record_id).order is None


def test_a_pair_without_an_order_is_simply_changed(services, successor):
    pairing_id = make_pairing(services)
    with pytest.raises(RuleViolation, match="просто измените"):
        replaced(services, pairing_id, successor)


def test_the_former_pairing_does_not_return_while_another_goes_on(services, ordered, successor):
    saved = replaced(services, ordered, successor)
    with pytest.raises(RuleViolation, match="продолжает пара с новым наставником"):
        services.pairings.reopen([ordered])
    services.pairings.delete([saved.record_id])
    services.pairings.reopen([ordered])
    assert services.pairings.row(ordered).noticed_on is None


def test_mentees_who_left_do_not_go_over_to_the_new_mentor(services, successor):
    make_school(services)
    mentees = [make_mentee(services), make_mentee(services, "Лис")]
    group = make_pairing(services, make_mentor(services), *mentees)
    make_order(services, group)
    left = (MemberDraft(mentees[0]), MemberDraft(mentees[1], left_on=date(2026, 11, 1)))
    services.pairing_life.set_member_dates(group, left)
    new = services.pairings.row(replaced(services, group, successor).record_id)
    assert [one.person_id for one in new.mentees] == mentees[:1]


def test_own_dates_out_of_the_term_are_refused(services, ordered):
    (mentee,) = services.pairings.row(ordered).mentees
    with pytest.raises(RuleViolation, match="вне срока"):
        services.pairing_life.set_member_dates(
            ordered, (MemberDraft(mentee.person_id, date(2026, 9, 1)),)
        )


def test_a_substitute_is_added_changed_and_taken_out(services, ordered, successor):
    life = services.pairing_life
    life.put_mentor(ordered, MentorSpan(successor, MentorRole.SUBSTITUTE, date(2026, 12, 7)))
    (beside,) = services.pairings.row(ordered).further_mentors
    assert (beside.person.person_id, beside.role) == (successor, MentorRole.SUBSTITUTE)
    life.put_mentor(ordered, replace(beside.span, until_on=date(2026, 12, 20)))
    (beside,) = services.pairings.row(ordered).further_mentors
    assert beside.span.until_on == date(2026, 12, 20)
    assert figure(services, 5, date(2026, 12, 10)) == 2
    assert figure(services, 5, date(2026, 12, 21)) == 1
    life.remove_mentor(beside.span.span_id)
    assert services.pairings.row(ordered).further_mentors == ()


def test_the_pairs_of_a_substitute_stand_on_his_card(services, ordered, successor):
    services.pairing_life.put_mentor(ordered, MentorSpan(successor))
    details = services.people.details(successor, YEAR)
    assert [row.pairing_id for row in details.pairings] == [ordered]


def test_a_substitute_who_leaves_the_school_ends_only_his_part(services, ordered, successor):
    services.pairing_life.put_mentor(ordered, MentorSpan(successor))
    leaving = services.leaving.new_draft(successor)
    services.leaving.leave(replace(leaving, on=date(2026, 12, 1)))
    row = services.pairings.row(ordered)
    assert row.ended_on is None
    assert row.further_mentors[0].span.until_on == date(2026, 12, 1)


def test_an_early_end_after_a_notice_keeps_the_day_of_the_notice(services, ordered):
    noticed_on = date(2026, 12, 29)
    with pytest.raises(RuleViolation, match=r"12\.01\.2027"):
        services.pairings.finish([ordered], date(2026, 12, 31), EndKind.EARLY, REFUSAL, noticed_on)
    services.pairings.finish([ordered], CHANGED_ON, EndKind.EARLY, REFUSAL, noticed_on)
    assert services.pairings.row(ordered).noticed_on == noticed_on


def test_an_ended_pair_neither_rests_nor_gets_mentors(services, ordered, successor):
    services.pairings.finish([ordered], TODAY, EndKind.COMPLETED)
    for act in (
        lambda: services.pairing_life.pause(ordered, Pause(TODAY, None, "отпуск")),
        lambda: services.pairing_life.put_mentor(ordered, MentorSpan(successor)),
        lambda: replaced(services, ordered, successor),
    ):
        with pytest.raises(RuleViolation, match="сначала верните"):
            act()


def test_a_pair_between_schools_names_the_other_school(services):
    outside = make_person(
        services, "Гость", kind=PersonKind.OUTSIDE, organisation="МБОУ «СОШ № 5»", employment=None
    )
    draft = pairing_draft(
        make_mentor(services),
        outside,
        partnership=Partnership.RESILIENT_SCHOOL,
        partner_school="МБОУ «СОШ № 5»",
    )
    pairing_id = services.pairings.save(draft).record_id
    row = services.pairings.row(pairing_id)
    assert row.partnership is Partnership.RESILIENT_SCHOOL
    assert services.pairings.draft(pairing_id).partner_school == "МБОУ «СОШ № 5»"
    assert row.blockers(TODAY) == []


def test_what_is_gone_is_said(services, ordered):
    life = services.pairing_life
    for act in (
        lambda: life.offer(404),
        lambda: life.pause(404, Pause(TODAY, None, "отпуск")),
        lambda: life.remove_mentor(404),
        lambda: life.pause(ordered, Pause(TODAY, None, "отпуск", pause_id=404)),
        lambda: life.put_mentor(ordered, MentorSpan(404)),
        lambda: replaced(services, ordered, 404),
    ):
        with pytest.raises(RuleViolation):
            act()
