"""Schools are told apart by name and ИНН, people of two schools by name and birth."""

from datetime import date

import pytest

from nastavnik_desktop.domain.consolidation.duplicates import PersonInSchool, repeated
from nastavnik_desktop.domain.consolidation.package import (
    PackageDraft,
    PackagePerson,
    Verdict,
    problems_in,
)
from nastavnik_desktop.domain.consolidation.received import VerdictDraft
from nastavnik_desktop.domain.consolidation.received import problems_in as problems_in_answer
from nastavnik_desktop.domain.consolidation.schools import (
    MunicipalSchool,
    SchoolKind,
    kind_of,
    same_school,
)
from nastavnik_desktop.domain.consolidation.shares import (
    SharePlan,
    first_plan,
    shares_by_year,
)
from nastavnik_desktop.domain.consolidation.shares import problems_in as problems_in_plan
from nastavnik_desktop.domain.full_name import FullName

BORN = date(2012, 3, 5)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ГБОУ лицей г. Сызрани", SchoolKind.LYCEUM),
        ("ГБОУ СОШ № 9 г. Сызрани", SchoolKind.SECONDARY),
        ("МБОУ «СОШ № 17»", SchoolKind.SECONDARY),
        ("ГБОУ ООШ № 11 г. Сызрани", SchoolKind.BASIC),
        ("ГБОУ гимназия г. Сызрани", SchoolKind.GYMNASIUM),
        ("МАДОУ «Детский сад № 5»", SchoolKind.KINDERGARTEN),
        ("МБОУ «Основная общеобразовательная школа № 3»", SchoolKind.BASIC),
        ("Зареченский педагогический колледж", SchoolKind.VOCATIONAL),
        ("Школа № 1", SchoolKind.SECONDARY),
        ("ЦДО «Радуга»", SchoolKind.ADDITIONAL),
        ("Ресурсный центр", SchoolKind.OTHER),
    ],
)
def test_the_type_is_told_by_the_name(name, kind):
    assert kind_of(name) is kind


def test_quotes_and_blanks_make_no_other_school_but_another_inn_does():
    schools = [
        MunicipalSchool("МБОУ «СОШ № 17»", school_id=1),
        MunicipalSchool("МБОУ СОШ № 1", inn="7700000001", school_id=2),
    ]

    def found(name, inn=""):
        school = same_school(schools, name, inn)
        return school.school_id if school else None

    assert found('МБОУ "СОШ  №17"') == 1
    assert found("МБОУ «СОШ № 17»", "7700000017") == 1
    assert found("Другое название", "7700000001") == 2
    assert found("МБОУ СОШ № 1", "7700000002") is None
    assert found("МБОУ СОШ № 2") is None


def person(school, name="Петров Иван Ильич", born=BORN, year=None, roles=(), kind="student"):
    return PersonInSchool(
        school,
        f"Школа {school}",
        PackagePerson(FullName(*name.split()), kind, born, year, "", roles),
    )


def test_one_name_and_birth_in_two_schools_is_one_person():
    (one,) = repeated([person(1, roles=("mentee",)), person(2, "Петров Иван Ильич")])
    assert (one.title, one.is_sure) == ("Петров Иван Ильич, 05.03.2012", True)
    assert not one.is_counted_twice
    both = [person(1, roles=("mentee",)), person(2, roles=("mentor",))]
    assert repeated(both)[0].is_counted_twice


def test_namesakes_are_not_one_person():
    other = date(2012, 3, 6)
    assert repeated([person(1), person(2, born=other)]) == []
    assert repeated([person(1), person(1)]) == []
    assert repeated([person(1, "Петров И."), person(2, "Петров И.")]) == []
    assert repeated([person(1), person(2, born=None, year=2011)]) == []
    assert repeated([person(1), person(2, born=None, kind="staff")]) == []


def test_without_a_date_of_birth_it_may_be_the_same_person():
    (one,) = repeated([person(1), person(2, born=None, year=2012)])
    assert not one.is_sure
    assert len(repeated([person(1, born=None), person(2, born=None)])) == 1


def test_the_share_of_schools_is_held_against_the_plan():
    plan = first_plan(2026)
    assert plan.percents == ((2026, 40), (2027, 60), (2028, 80), (2029, 100))
    first, second, *_ = shares_by_year(14, {2026: 6}, plan)
    assert (str(first.percent), str(first.deviation)) == ("42.9", "2.9")
    assert (second.taking_part, second.percent, second.deviation) == (None, None, None)
    (nobody,) = shares_by_year(0, {2026: 0}, SharePlan())
    assert (nobody.percent, nobody.deviation) == (None, None)


def test_a_plan_with_a_year_twice_or_beyond_a_hundred_is_refused():
    assert problems_in_plan(first_plan(2026)) == []
    for wrong in (((2026, 40), (2026, 60)), ((2026, 101),), ((1026, 40),)):
        assert problems_in_plan(SharePlan(wrong))


def test_people_leave_the_school_only_behind_a_password():
    def told(**fields):
        draft = PackageDraft(as_of=BORN, forms=("pupils",), **fields)
        return [problem.field for problem in problems_in(draft)]

    assert told() == []
    assert told(with_people=True) == ["password"]
    assert told(password="коротко", password_again="коротко") == ["password"]
    assert told(password="достаточно", password_again="достаточнo") == ["password_again"]
    assert told(with_people=True, password="достаточно", password_again="достаточно") == []
    assert [problem.field for problem in problems_in(PackageDraft())] == ["as_of", "forms"]


def test_a_package_is_not_returned_without_a_word():
    assert problems_in_answer(VerdictDraft(Verdict.RETURNED, " \n"))
    assert problems_in_answer(VerdictDraft(Verdict.RETURNED, "Нет справки")) == []
    assert problems_in_answer(VerdictDraft(Verdict.ACCEPTED)) == []
    assert VerdictDraft(Verdict.RETURNED, " одно\n\nдва ").lines == ("одно", "два")
