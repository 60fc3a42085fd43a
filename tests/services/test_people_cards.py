"""Use cases of the page «Люди»: cards, archive, pools of the year, what is tied to a person."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    Mark,
    MarkKind,
    OutsideKind,
    PersonDraft,
    PersonKind,
    PoolSide,
    QualificationCategory,
    Representative,
    ServiceLength,
    Sex,
)
from nastavnik_desktop.domain.school_year import SchoolYear
from tests.factory import (
    CONSENTED_ON,
    TODAY,
    YEAR,
    consent,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
    make_person,
    make_student,
    student_draft,
    teacher_draft,
)

FULL_CARD = PersonDraft(
    name=FullName("Щёголева", "Анна-Мария", "Кан-ооловна"),
    former_last_name="Ёжикова",
    sex=Sex.FEMALE,
    birth_date=date(1990, 2, 28),
    phone="+79000000001",
    email="shch@school17.example",
    address="г. Заречный, ул. Мира, 1",
    notes="заметка",
    employment=EmploymentDraft(
        position_title="учитель",
        subject="физика",
        department="естественные науки",
        category=QualificationCategory.HIGHEST,
        category_on=date(2024, 3, 1),
        education="педагогический университет, 2012",
        hired_on=date(2013, 9, 2),
        is_external_part_timer=True,
        total_service=ServiceLength(150, date(2026, 9, 1)),
        teaching_service=ServiceLength(144, date(2026, 9, 1)),
    ),
    mentor_side=PoolSide(
        joined_on=date(2026, 9, 2),
        strengths=("проекты", "ЕГЭ"),
        achievements="Учитель года",
        interests="шахматы",
        desired_age="до 35",
        time_resource="2 часа в неделю",
        capacity=2,
        results="план",
        link="https://school17.example/case",
    ),
    mentee_side=PoolSide(
        joined_on=date(2026, 9, 3), needs=("классное руководство",), reason="нова"
    ),
    case_forms={"genitive": "Щёголевой Анны-Марии Кан-ооловны"},
)
STUDENT_CARD = PersonDraft(
    name=FullName("Соколов", "Лев"),
    kind=PersonKind.STUDENT,
    sex=Sex.MALE,
    birth_year=2012,
    representative=Representative("Соколова Инна", "мать", "+79000000003"),
    school_class="9А",
    marks=(Mark(MarkKind.GIFTED, date(2026, 9, 1), date(2027, 5, 31)),),
)
OUTSIDE_CARD = PersonDraft(
    name=FullName("Морозов", "Олег", "Юрьевич"),
    kind=PersonKind.OUTSIDE,
    sex=Sex.MALE,
    organisation="АО «Завод», инженер",
    outside_kind=OutsideKind.ORGANISATION,
)


@pytest.mark.parametrize("card", [FULL_CARD, STUDENT_CARD, OUTSIDE_CARD])
def test_a_card_is_read_back_as_it_was_written(services, card):
    saved = services.people.save(card, YEAR)
    assert saved.message == f"Добавлен человек: {card.name.short}"
    assert saved.changes == Changes.PEOPLE | Changes.POOLS
    assert services.people.draft(saved.record_id, YEAR) == replace(card, person_id=saved.record_id)


def test_a_changed_card_replaces_every_part(services):
    person_id = services.people.save(FULL_CARD, YEAR).record_id
    bare = PersonDraft(
        person_id=person_id, name=FullName("Новикова"), employment=EmploymentDraft("методист")
    )
    assert services.people.save(bare, YEAR).message == "Изменена карточка: Новикова"
    assert services.people.draft(person_id, YEAR) == bare


def test_blanks_around_a_name_are_not_kept(services):
    person_id = make_person(services, "  Ёлкина ", first_name=" Анна", patronymic="Петровна ")
    assert services.people.draft(person_id, YEAR).name == FullName("Ёлкина", "Анна", "Петровна")


def test_an_empty_card_has_a_place_for_work_only_where_there_is_work(services):
    assert services.people.new_draft(PersonKind.STAFF).employment == EmploymentDraft()
    assert services.people.new_draft(PersonKind.STUDENT).employment is None


def test_a_card_with_errors_is_refused_and_nothing_is_written(services):
    for card, field in (
        (teacher_draft(""), "last_name"),
        (teacher_draft(birth_date=date(1825, 12, 14)), "birth_date"),
        (teacher_draft("Ёлкина2"), "last_name"),
    ):
        with pytest.raises(RuleViolation) as refused:
            services.people.save(card, YEAR)
        assert refused.value.field == field
    assert services.people.rows(YEAR) == []


def test_two_people_of_one_name_are_two_cards(services):
    first, second = make_person(services), make_person(services)
    assert [row.person_id for row in services.people.rows(YEAR)] == [first, second]


def test_the_list_goes_by_name_with_yo_among_ye(services):
    for last_name in ("Жукова", "Ёлкина", "Еремина", "Абрамова", "Ежова"):
        make_person(services, last_name)
    listed = [row.name.last_name for row in services.people.rows(YEAR)]
    assert listed == ["Абрамова", "Ежова", "Ёлкина", "Еремина", "Жукова"]


def test_a_row_tells_what_the_list_shows(services):
    services.people.save(FULL_CARD, YEAR)
    (row,) = services.people.rows(YEAR)
    assert (row.occupation, row.category, row.phone) == (
        "учитель, физика",
        QualificationCategory.HIGHEST,
        "+79000000001",
    )
    assert row.teaching_service == ServiceLength(144, date(2026, 9, 1))
    assert (row.is_mentor, row.is_mentee, row.pairings_count) == (True, True, 0)


def test_class_and_pools_are_of_one_school_year(services):
    person_id = make_student(services, mentor_side=PoolSide(joined_on=TODAY))
    (next_year,) = services.people.rows(YEAR.next)
    assert (next_year.school_class, next_year.is_mentor) == ("", False)
    moved = replace(services.people.draft(person_id, YEAR.next), school_class="10А")
    services.people.save(moved, YEAR.next)
    assert services.people.draft(person_id, YEAR).school_class == "9А"
    assert services.people.draft(person_id, YEAR.next).school_class == "10А"


def test_archived_people_leave_the_list_and_can_come_back(services):
    kept, gone = make_person(services, "Абрамова"), make_person(services, "Белова")
    assert services.people.archive([gone]).message == "В архив: 1\u00a0человек"
    assert [row.person_id for row in services.people.rows(YEAR)] == [kept]
    (archived,) = services.people.rows(YEAR, archived=True)
    assert (archived.person_id, archived.is_archived) == (gone, True)
    assert services.people.details(gone, YEAR).is_archived
    assert services.people.unarchive([gone]).message == "Из архива: 1\u00a0человек"
    assert services.people.rows(YEAR, archived=True) == []


def test_people_are_marked_as_mentors_of_the_year_in_one_step(services):
    ids = [make_person(services, last_name) for last_name in ("Абрамова", "Белова")]
    marked = services.people.set_pool(ids, "mentor", YEAR, is_in=True)
    assert marked.message == "Отмечено на 2026/27: 2\u00a0наставника"
    assert all(row.is_mentor for row in services.people.rows(YEAR))
    assert services.people.draft(ids[0], YEAR).mentor_side.joined_on == TODAY
    services.history.undo()
    assert not any(row.is_mentor for row in services.people.rows(YEAR))


def test_a_mark_set_again_keeps_what_the_card_says_of_the_side(services):
    person_id = services.people.save(FULL_CARD, YEAR).record_id
    services.people.set_pool([person_id], "mentor", YEAR, is_in=True)
    assert services.people.draft(person_id, YEAR).mentor_side == FULL_CARD.mentor_side


def test_a_mark_taken_away_leaves_the_other_side(services):
    person_id = services.people.save(FULL_CARD, YEAR).record_id
    taken = services.people.set_pool([person_id], "mentor", YEAR, is_in=False)
    assert taken.message == "Снята отметка: 1\u00a0наставник"
    (row,) = services.people.rows(YEAR)
    assert (row.is_mentor, row.is_mentee) == (False, True)


def test_many_cards_are_one_step(services):
    drafts = [teacher_draft(last_name) for last_name in ("Абрамова", "Белова", "Ванина")]
    ids = services.people.add_all(drafts, YEAR, "Загружен список")
    assert [services.people.draft(key, YEAR).name.last_name for key in ids] == [
        "Абрамова",
        "Белова",
        "Ванина",
    ]
    assert services.history.undo().message == "Отменено: Загружен список"
    assert services.people.rows(YEAR) == []


def test_of_many_cards_none_is_written_when_one_is_refused(services):
    with pytest.raises(RuleViolation, match="Укажите фамилию"):
        services.people.add_all([teacher_draft(), teacher_draft(" ")], YEAR, "Загружен список")
    assert services.people.rows(YEAR) == []


def test_everything_tied_to_a_person_is_one_step_away(services):
    mentor, mentee = make_mentor(services), make_mentee(services)
    pairing_id = make_pairing(services, mentor, mentee)
    order_id = make_order(services, pairing_id)
    for person_id in (mentor, mentee):
        details = services.people.details(person_id, YEAR)
        assert [row.pairing_id for row in details.pairings] == [pairing_id]
        assert [row.order_id for row in details.orders] == [order_id]
        assert [record.signed_on for record in details.consents] == [CONSENTED_ON]
    assert {row.pairings_count for row in services.people.rows(YEAR)} == {1}


def test_cases_are_guessed_and_corrections_win(services):
    card = teacher_draft("Щёголева", case_forms={"dative": "Щёголевой Анне (так)"})
    guesses = services.people.case_guesses(card)
    assert guesses[Case.GENITIVE] == "Щёголевой Анны Петровны"
    assert guesses[Case.DATIVE] == "Щёголевой Анне (так)"
    person_id = services.people.save(card, YEAR).record_id
    assert services.people.details(person_id, YEAR).case_guesses == guesses


def test_a_student_marked_as_staff_keeps_no_class(services):
    person_id = make_student(services)
    card = services.people.draft(person_id, YEAR)
    grown = replace(card, kind=PersonKind.STAFF, employment=EmploymentDraft("лаборант"))
    services.people.save(grown, YEAR)
    again = services.people.draft(person_id, YEAR)
    assert (again.school_class, again.employment.position_title) == ("", "лаборант")


def test_work_that_is_over_leaves_the_card(services):
    person_id = make_person(services)
    card = replace(services.people.draft(person_id, YEAR), kind=PersonKind.OUTSIDE, employment=None)
    services.people.save(card, YEAR)
    assert services.people.draft(person_id, YEAR).employment is None


def test_marks_are_changed_and_taken_away(services):
    person_id = services.people.save(STUDENT_CARD, YEAR).record_id
    changed = (Mark(MarkKind.GIFTED, date(2026, 10, 1)), Mark(MarkKind.HARDSHIP))
    services.people.save(replace(STUDENT_CARD, person_id=person_id, marks=changed), YEAR)
    assert services.people.draft(person_id, YEAR).marks == changed
    services.people.save(replace(STUDENT_CARD, person_id=person_id, marks=changed[1:]), YEAR)
    assert services.people.draft(person_id, YEAR).marks == changed[1:]


def test_a_person_who_is_gone_is_told(services):
    for ask in (
        lambda: services.people.draft(404, YEAR),
        lambda: services.people.details(404, YEAR),
        lambda: services.people.save(teacher_draft(person_id=404), YEAR),
    ):
        with pytest.raises(RuleViolation, match="больше нет в базе"):
            ask()


def test_years_with_data_and_the_present_one_can_be_chosen(services):
    services.people.save(student_draft(), SchoolYear(2023))
    consent(services, make_person(services))
    assert services.school.years() == [YEAR, SchoolYear(2023)]
