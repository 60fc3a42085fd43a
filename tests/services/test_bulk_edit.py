"""One value for many people and cells of a grid: the preview, the step, what is refused."""

from datetime import date

import pytest

from nastavnik_desktop.domain.bulk_edit import BulkEdit, BulkField, CellEdit, typed
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.people import PoolSide, QualificationCategory
from tests.factory import TODAY, YEAR, consent, make_person, make_student

MENTOR = PoolSide(strengths=("Методика",))


@pytest.fixture
def people(services):
    """A mentor, a teacher and a student; answers the ids."""
    return (
        make_person(services, "Белова", mentor_side=MENTOR),
        make_person(services, "Серова"),
        make_student(services),
    )


def done(services, ids, edit):
    preview = services.bulk_edit.preview(ids, edit, YEAR)
    services.bulk_edit.commit(preview, YEAR)
    return preview


def works(services, ids):
    return [services.people.draft(person_id, YEAR).employment for person_id in ids]


def edit(field, text):
    return BulkEdit.of_text(field, text)


def test_the_preview_shows_before_and_after_and_who_is_left_out(services, people):
    preview = services.bulk_edit.preview(people, edit(BulkField.SUBJECT, "химия"), YEAR)

    assert [
        (line.name.last_name, line.before, line.after, line.refusal) for line in preview.lines
    ] == [
        ("Белова", "физика", "химия", ""),
        ("Серова", "физика", "химия", ""),
        ("Соколов", "–", "–", "не сотрудник школы"),
    ]
    assert len(preview.changing) == 2
    assert [work.subject for work in works(services, people[:2])] == ["физика", "физика"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (BulkField.POSITION_TITLE, "учитель-логопед"),
        (BulkField.SUBJECT, "химия"),
        (BulkField.DEPARTMENT, "естественных наук"),
    ],
)
def test_a_text_of_the_post_is_set(services, people, field, value):
    done(services, people, edit(field, value))

    assert [getattr(work, field.value) for work in works(services, people[:2])] == [value, value]


def test_a_category_comes_with_its_day_and_loses_the_former_one(services, people):
    first = BulkEdit(BulkField.CATEGORY, QualificationCategory.FIRST, date(2020, 3, 1))
    done(services, people, first)
    done(services, people[:1], edit(BulkField.CATEGORY, "высшая категория"))

    assert [(work.category, work.category_on) for work in works(services, people[:2])] == [
        (QualificationCategory.HIGHEST, None),
        (QualificationCategory.FIRST, date(2020, 3, 1)),
    ]


def test_a_class_is_set_for_students_alone(services, people):
    preview = done(services, people, edit(BulkField.SCHOOL_CLASS, "10Б"))

    assert services.people.draft(people[2], YEAR).school_class == "10Б"
    assert {line.refusal for line in preview.refused} == {"не обучающийся"}


def test_what_breaks_a_rule_is_refused(services, people):
    preview = done(services, people, edit(BulkField.SCHOOL_CLASS, "десятый"))

    assert preview.lines[2].refusal == "Класс пишется так: 5А."
    assert services.people.draft(people[2], YEAR).school_class == "9А"


def test_items_are_added_to_a_list_once(services, people):
    adding = BulkEdit(BulkField.STRENGTHS, ("методика", "ИКТ"), adds=True)
    preview = done(services, people, adding)

    assert services.people.draft(people[0], YEAR).mentor_side.strengths == ("Методика", "ИКТ")
    assert preview.lines[0].after == "Методика; ИКТ"
    assert preview.lines[1].refusal == "не в базе наставников 2026/27"


def test_a_list_is_replaced_unless_added(services, people):
    done(services, people[:1], edit(BulkField.STRENGTHS, "ИКТ; туризм;"))

    assert services.people.draft(people[0], YEAR).mentor_side.strengths == ("ИКТ", "туризм")


def test_a_blank_clears(services, people):
    done(services, people[:1], edit(BulkField.SUBJECT, " "))

    assert works(services, people[:1])[0].subject == ""


def test_consents_are_entered_where_they_lack(services, people):
    consent(services, people[0])
    preview = done(services, people, edit(BulkField.CONSENT_TO_PARTICIPATION, "07.09.2026"))

    assert [line.refusal for line in preview.lines] == ["согласие уже есть", "", ""]
    (of_student,) = services.consents.of_person(people[2])
    assert (of_student.signed_on, of_student.is_by_representative) == (date(2026, 9, 7), True)
    (of_teacher,) = services.consents.of_person(people[1])
    assert (of_teacher.kind, of_teacher.is_by_representative) == (ConsentKind.PARTICIPATION, False)


def test_a_consent_of_tomorrow_is_refused(services, people):
    tomorrow = BulkEdit(BulkField.CONSENT_TO_PUBLICATION, date(2026, 9, 9))
    preview = done(services, people[:1], tomorrow)

    assert tomorrow.value > TODAY
    assert "в будущем" in preview.lines[0].refusal
    assert services.consents.of_person(people[0]) == []


def test_a_pasted_block_is_one_step(services, people):
    cells = [
        CellEdit(people[0], edit(BulkField.SUBJECT, "химия")),
        CellEdit(people[0], edit(BulkField.CAPACITY, "2")),
        CellEdit(people[1], edit(BulkField.POSITION_TITLE, "методист")),
        CellEdit(people[2], edit(BulkField.SCHOOL_CLASS, "8В")),
    ]
    before = [services.people.draft(person_id, YEAR) for person_id in people]
    saved = services.bulk_edit.commit(services.bulk_edit.preview_cells(cells, YEAR), YEAR)

    assert saved.message.replace("\u00a0", " ") == (
        "Изменено у 3 человек: предмет, сколько наставляемых, должность, класс"
    )
    first = services.people.draft(people[0], YEAR)
    assert (first.employment.subject, first.mentor_side.capacity) == ("химия", 2)
    services.history.undo()
    assert [services.people.draft(person_id, YEAR) for person_id in people] == before


def test_the_same_value_again_makes_no_step(services, people):
    done(services, people, edit(BulkField.SUBJECT, "химия"))
    title = services.history.state().undo_title
    saved = services.bulk_edit.commit(
        services.bulk_edit.preview(people, edit(BulkField.SUBJECT, "химия"), YEAR), YEAR
    )

    assert saved.changes is Changes.NOTHING
    assert services.history.state().undo_title == title


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        (BulkField.CATEGORY, "самая лучшая", "не понята: бывают"),
        (BulkField.CAPACITY, "много", "не число"),
        (BulkField.CONSENT_TO_PROCESSING, "31.02.2026", "не понята"),
        (BulkField.CONSENT_TO_PROCESSING, "вчера", "не понята"),
    ],
)
def test_a_value_that_is_not_understood_is_said(field, text, sentence):
    with pytest.raises(RuleViolation, match=sentence):
        edit(field, text)


def test_a_grid_holds_what_can_be_typed_and_says_why_other_cells_are_locked(services, people):
    mentor, teacher, student = services.bulk_edit.grid(people, YEAR)

    assert [row.name.last_name for row in (mentor, teacher, student)] == [
        "Белова",
        "Серова",
        "Соколов",
    ]
    assert mentor.texts[BulkField.SUBJECT] == "физика"
    assert mentor.texts[BulkField.STRENGTHS] == "Методика"
    assert teacher.locked[BulkField.STRENGTHS] == "не в базе наставников 2026/27"
    assert student.texts[BulkField.SCHOOL_CLASS] == "9А"
    assert student.locked[BulkField.SUBJECT] == "не сотрудник школы"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (("Методика", "ЕГЭ"), "Методика; ЕГЭ"),
        (QualificationCategory.HIGHEST, "высшая"),
        (2, "2"),
        (None, ""),
        ("9А", "9А"),
    ],
)
def test_a_value_stands_in_a_cell_as_it_is_typed(value, text):
    assert typed(value) == text
