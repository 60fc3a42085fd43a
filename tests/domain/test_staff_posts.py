"""Into which row of the staff tables a post falls."""

import pytest

from nastavnik_desktop.domain.staff_posts import (
    EDUCATORS,
    HEADS,
    StaffGroup,
    TeacherSubject,
    main_subject,
    staff_group,
)


@pytest.mark.parametrize(
    ("title", "group"),
    [
        ("директор", "director"),
        ("И. о. директора", "director"),
        ("Директор МБОУ «СОШ № 17»", "director"),
        ("заместитель директора по УВР", "deputy"),
        ("зам. директора по АХР", "deputy"),
        ("заведующий филиалом", "branch_head"),
        ("руководитель структурного подразделения", "other_head"),
        ("советник директора по воспитанию", "other_educator"),
        ("учитель", "teacher"),
        ("Учитель начальных классов", "teacher"),
        ("учитель-логопед", "speech_therapist"),
        ("учитель-дефектолог", "defectologist"),
        ("социальный педагог", "social_educator"),
        ("педагог дополнительного образования", "extracurricular"),
        ("педагог-психолог", "psychologist"),
        ("педагог-организатор", "organiser"),
        ("преподаватель-организатор ОБЗР", "safety_organiser"),
        ("старший вожатый", "senior_counsellor"),
        ("вожатый", "other_educator"),
        ("мастер производственного обучения", "master"),
        ("воспитатель ГПД", "carer"),
        ("помощник воспитателя", "support"),
        ("младший воспитатель", "support"),
        ("тьютор", "tutor"),
        ("педагог-библиотекарь", "librarian_educator"),
        ("библиотекарь", "support"),
        ("методист", "other_educator"),
        ("секретарь учебной части", "support"),
        ("лаборант", "support"),
        ("главный бухгалтер", "other"),
        ("сторож", "other"),
        ("", "other"),
    ],
)
def test_every_post_has_its_row(title, group):
    assert staff_group(title) == group


def test_a_subject_without_a_post_is_a_teachers():
    assert staff_group("", "физика") is StaffGroup.TEACHER


def test_heads_and_educators_do_not_overlap():
    assert not HEADS & EDUCATORS
    assert len(HEADS | EDUCATORS) == len(StaffGroup) - 2


@pytest.mark.parametrize(
    ("title", "subject", "row"),
    [
        ("учитель", "физика", "physics"),
        ("учитель физики", "", "physics"),
        ("учитель", "физика, астрономия", "physics"),
        ("учитель", "астрономия, физика", "other"),
        ("учитель физической культуры", "", "physical_education"),
        ("учитель", "физкультура", "physical_education"),
        ("учитель", "русский язык и литература", "russian"),
        ("учитель", "родной (русский) язык", "native"),
        ("учитель начальных классов", "", "primary"),
        ("учитель", "история, обществознание", "history"),
        ("учитель", "право", "history"),
        ("учитель", "алгебра и геометрия", "mathematics"),
        ("учитель", "английский язык", "foreign"),
        ("учитель труда (технологии)", "", "technology"),
        ("учитель", "ИЗО", "art"),
        ("учитель", "ОБЗР", "safety"),
        ("учитель", "основы безопасности и защиты Родины", "safety"),
        ("учитель", "информатика и ИКТ", "informatics"),
        ("учитель", "химия; биология", "chemistry"),
        ("учитель индивидуального обучения на дому", "", "home"),
        ("учитель", "", "other"),
    ],
)
def test_a_teacher_stands_in_the_row_of_the_first_subject(title, subject, row):
    assert main_subject(title, subject) is TeacherSubject(row)
