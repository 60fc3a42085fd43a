"""Matching over a real base: whose pool it is, what is kept, pairs made in one step."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.employment import Absence, AbsenceKind
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.matching.assignment import Goal
from nastavnik_desktop.domain.matching.settings import Criterion, MatchSettings
from nastavnik_desktop.domain.pairings import EndKind
from nastavnik_desktop.domain.people import PoolSide
from nastavnik_desktop.services.matching import MatchRequest
from tests.factory import (
    TODAY,
    YEAR,
    make_mentee,
    make_mentor,
    make_pairing,
    make_person,
    make_student,
    pairing_draft,
    teacher_draft,
)

ALL = MatchRequest(YEAR)


def pool_mentor(services, last_name="Крутикова", capacity=2, **fields):
    side = PoolSide(joined_on=TODAY, strengths=("классное руководство",), capacity=capacity)
    fields = {"months": 240, **fields}
    return make_person(services, last_name, mentor_side=side, **fields)


def couples(board):
    return [one.couple for one in board.proposals]


def left(board):
    return {one.mentee.person_id: one.reasons for one in board.unmatched}


def change_card(services, person_id, **fields):
    draft = services.people.draft(person_id, YEAR)
    services.people.save(replace(draft, **fields), YEAR)


def test_young_teachers_and_the_pool_are_matched_with_the_mentors_of_the_year(services):
    mentor = pool_mentor(services)
    young = make_mentee(services)
    asking = make_person(
        services, "Яшина", months=200,
        mentee_side=PoolSide(joined_on=TODAY, needs=("классное руководство",)),
    )  # fmt: skip
    make_mentor(services, "Посторонняя")
    board = services.matching.board(ALL)
    assert sorted(couples(board)) == sorted([(mentor, young), (mentor, asking)])
    by_mentee = {one.mentee.person_id: one for one in board.proposals}
    assert "тот же предмет: физика" in by_mentee[young].reasons
    assert "запрос «классное руководство»" in by_mentee[asking].reasons
    assert board.shortage.words == "Без наставника 2, свободных мест 2 у 1\u00a0наставника"


def test_who_has_a_mentor_is_left_in_peace_and_takes_a_place(services):
    mentor = pool_mentor(services, capacity=1)
    make_pairing(services, mentor, make_mentee(services))
    waiting = make_mentee(services, "Новиков")
    board = services.matching.board(ALL)
    assert couples(board) == []
    assert left(board)[waiting] == ("нет свободных мест: Крутикова\u00a0А.\u00a0П.",)


def test_a_pair_that_ended_early_is_not_proposed_again_but_frees_the_mentee(services):
    mentor, mentee = pool_mentor(services), make_mentee(services)
    pairing_id = make_pairing(services, mentor, mentee)
    services.pairings.finish([pairing_id], TODAY, EndKind.EARLY, "заявление наставника")
    assert left(services.matching.board(ALL))[mentee] == (
        "такая пара была прекращена досрочно: Крутикова\u00a0А.\u00a0П.",
    )


def test_a_pair_of_last_year_is_continued(services):
    mentee = make_mentee(services)
    former, other = pool_mentor(services, "Яковлева"), pool_mentor(services, "Абрамова")
    last_year = replace(
        pairing_draft(former, mentee),
        year=type(YEAR)(YEAR.start - 1), starts_on=date(2025, 9, 8), ends_on=date(2026, 5, 28),
    )  # fmt: skip
    services.pairings.save(last_year)
    (proposal,) = services.matching.board(ALL).proposals
    assert proposal.mentor.person_id == former
    assert "продолжение прошлогодней пары" in proposal.reasons
    assert [one.mentor.person_id for one in proposal.alternatives] == [other]


def test_people_who_are_away_take_no_part(services):
    away = Absence(AbsenceKind.MATERNITY, TODAY, None)
    work = replace(teacher_draft().employment, absences=(away,))
    pool_mentor(services, employment=work)
    mentee = make_mentee(services)
    assert left(services.matching.board(ALL))[mentee] == (
        "сейчас не может: Крутикова\u00a0А.\u00a0П.",
    )
    change_card(
        services, mentee,
        employment=replace(services.people.draft(mentee, YEAR).employment, absences=(away,)),
    )  # fmt: skip
    assert left(services.matching.board(ALL))[mentee] == ("декретный отпуск с 08.09.2026",)


def test_those_of_the_archive_and_those_who_left_are_nobody(services):
    gone, dismissed = pool_mentor(services, "Уехавшая"), pool_mentor(services, "Уволенная")
    services.people.archive([gone])
    work = services.people.draft(dismissed, YEAR).employment
    change_card(services, dismissed, employment=replace(work, left_on=date(2026, 9, 1)))
    make_mentee(services)
    board = services.matching.board(ALL)
    assert [one.person_id for one in board.mentors] == [dismissed]
    assert board.mentors[0].obstacle == "не работает с 01.09.2026"


def test_pupils_are_matched_with_older_pupils(services):
    def offered(**fields):
        return {"mentor_side": PoolSide(joined_on=TODAY, **fields)}

    older = make_student(services, "Рогов", school_class="10А", **offered(capacity=1))
    make_student(services, "Малышев", school_class="4А", **offered(capacity=1))
    pupil = make_student(services, "Юный", school_class="6А", mentee_side=PoolSide(joined_on=TODAY))
    pool_mentor(services)
    assert couples(services.matching.board(ALL)) == [(older, pupil)]
    teachers = replace(ALL, form_code="educator-educator")
    assert services.matching.board(teachers).proposals == ()


def test_only_chosen_mentees_are_matched_and_fixed_pairs_stay(services):
    first, second = pool_mentor(services, "Абрамова"), pool_mentor(services, "Яковлева")
    mentee, _other = make_mentee(services), make_mentee(services, "Новиков")
    for fixed in ((first, mentee), (second, mentee)):
        request = MatchRequest(YEAR, mentee_ids=(mentee,), fixed=(fixed,))
        (proposal,) = services.matching.board(request).proposals
        assert (proposal.couple, proposal.is_fixed) == (fixed, True)


def test_a_chosen_mentee_who_has_a_mentor_by_now_is_left_in_peace(services):
    pool_mentor(services)
    mentee = make_mentee(services)
    make_pairing(services, make_mentor(services), mentee)
    board = services.matching.board(MatchRequest(YEAR, mentee_ids=(mentee,)))
    assert (board.proposals, board.unmatched) == ((), ())


def test_a_ban_is_kept_undone_and_lifted(services):
    mentor, mentee = pool_mentor(services), make_mentee(services)
    saved = services.matching.ban((mentor, mentee))
    assert saved.message == "Не назначать: Крутикова\u00a0А.\u00a0П. → Петров\u00a0И.\u00a0И."
    services.matching.ban((mentor, mentee))
    (ban,) = services.matching.bans()
    assert (ban.mentor.last_name, ban.mentee.last_name) == ("Крутикова", "Петров")
    assert couples(services.matching.board(ALL)) == []
    services.matching.lift_bans([(mentor, mentee)])
    assert couples(services.matching.board(ALL)) == [(mentor, mentee)]
    services.history.undo()
    assert couples(services.matching.board(ALL)) == []


def test_a_ban_goes_over_to_the_card_that_is_kept(services):
    mentor, mentee = pool_mentor(services), make_mentee(services)
    double = make_mentee(services, "Петровв")
    for one in (mentee, double):
        services.matching.ban((mentor, one))
    services.duplicates.merge(services.duplicates.preview(mentee, double))
    assert [one.mentee_id for one in services.matching.bans()] == [mentee]


def test_who_is_forgotten_stands_in_no_ban(services):
    mentor, mentee = pool_mentor(services), make_mentee(services)
    services.matching.ban((mentor, mentee))
    services.forgetting.forget(mentee)
    assert services.matching.bans() == []


def test_settings_are_kept_in_the_base_with_undo(services):
    assert services.matching.settings() == MatchSettings()
    weights = {**MatchSettings().weights, Criterion.SUBJECT: 60}
    wanted = MatchSettings(weights, 25, Goal.SUM, is_subject_required=True)
    services.matching.save_settings(wanted)
    assert services.matching.settings() == wanted
    services.history.undo()
    assert services.matching.settings() == MatchSettings()
    with pytest.raises(RuleViolation, match="порог") as refused:
        services.matching.save_settings(MatchSettings(threshold=-1))
    assert refused.value.field == "threshold"


def test_accepted_couples_become_pairs_in_one_step(services):
    mentor = pool_mentor(services)
    mentees = [make_mentee(services), make_mentee(services, "Новиков")]
    saved = services.matching.accept(YEAR, [(mentor, one) for one in mentees])
    assert saved.message == "Создано по подбору: 2\u00a0пары"
    assert saved.changes == Changes.PAIRINGS | Changes.PEOPLE
    rows = services.pairings.rows(YEAR)
    assert [row.mentees[0].person_id for row in rows] == mentees
    assert {row.form.code for row in rows} == {"educator-educator"}
    assert {row.role_model for row in rows} == {"опытный педагог – молодой специалист"}
    assert {row.starts_on for row in rows} == {TODAY}
    services.history.undo()
    assert services.pairings.rows(YEAR) == []


@pytest.mark.parametrize("spoil", ["capacity", "mentored", "twice", "away", "nobody"])
def test_couples_that_cannot_be_any_more_are_refused_all_together(services, spoil):
    mentor = pool_mentor(services, capacity=1 if spoil == "capacity" else 3)
    first, second = make_mentee(services), make_mentee(services, "Новиков")
    wanted = [(mentor, first), (mentor, first if spoil == "twice" else second)]
    if spoil == "mentored":
        make_pairing(services, make_mentor(services), second)
    if spoil == "away":
        work = services.people.draft(mentor, YEAR).employment
        away = (Absence(AbsenceKind.SICK, TODAY),)
        change_card(services, mentor, employment=replace(work, absences=away))
    if spoil == "nobody":
        services.people.archive([second])
    before = len(services.pairings.rows(YEAR))
    with pytest.raises(RuleViolation, match="одберите ещё раз"):
        services.matching.accept(YEAR, wanted)
    assert len(services.pairings.rows(YEAR)) == before


def test_nothing_to_accept_is_said(services):
    with pytest.raises(RuleViolation, match="нечего"):
        services.matching.accept(YEAR, [])


def test_the_pool_is_read_by_few_selects(services, base):
    from sqlalchemy import event

    for number in range(8):
        make_mentee(services, f"Молодой{'абвгдежз'[number]}")
        pool_mentor(services, f"Опытная{'абвгдежз'[number]}")
    seen = []

    def count(_connection, _cursor, statement, *_rest):
        if statement.lstrip().startswith("SELECT"):
            seen.append(statement)

    event.listen(base.engine, "before_cursor_execute", count)
    services.matching.board(ALL)
    event.remove(base.engine, "before_cursor_execute", count)
    assert 0 < len(seen) <= 12
