"""What holds for the forms of the whole school, whoever works and learns in it."""

import json
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik_desktop.config.paths import resource_path
from nastavnik_desktop.domain.employment import EducationLevel
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.pairings import MemberDraft, PairingKind
from nastavnik_desktop.domain.people import (
    PersonKind,
    QualificationCategory,
    ServiceLength,
    Sex,
)
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.engine import compute
from nastavnik_desktop.domain.statistics.facts import (
    Enrollment,
    OrderRecord,
    PairingRecord,
    PersonRecord,
    Post,
    StatisticsFacts,
)
from nastavnik_desktop.domain.statistics.reading import read_form

FORMS = {
    code: read_form(json.loads(resource_path("forms", f"{code}.json").read_text("utf-8")))
    for code in ("pupils", "educators", "targets", "oo1-3.1", "oo1-3.2", "oo1-3.3")
}
AS_OF = date(2026, 12, 12)
TITLES = [
    "директор", "заместитель директора", "учитель", "учитель", "учитель-логопед", "воспитатель",
    "педагог-психолог", "секретарь", "сторож", "методист", "руководитель структурного отдела",
]  # fmt: skip
SUBJECTS = ["", "физика", "русский язык", "алгебра", "астрономия", "английский язык, химия"]

random_schools = settings(deadline=None, max_examples=25)
births = st.dates(date(1950, 1, 1), date(2005, 12, 31))
services = st.builds(
    ServiceLength, st.integers(0, 500), st.dates(date(2024, 1, 1), date(2027, 1, 1))
)
posts = st.builds(
    Post,
    position_title=st.sampled_from(TITLES),
    subject=st.sampled_from(SUBJECTS),
    teaching_service=services,
    total_service=services,
    rate_hundredths=st.integers(25, 150),
    is_external_part_timer=st.booleans(),
    category=st.none() | st.sampled_from(QualificationCategory),
    education_level=st.sampled_from(EducationLevel),
    is_educational=st.booleans(),
)
staff = st.builds(
    PersonRecord,
    person_id=st.just(0),
    name=st.just(FullName("Иванова")),
    kind=st.just(PersonKind.STAFF),
    birth_date=births,
    sex=st.sampled_from(Sex),
    posts=posts.map(lambda post: (post,)),
)
students = st.builds(
    lambda grade, born, sex: PersonRecord(
        person_id=0,
        name=FullName("Орлова"),
        kind=PersonKind.STUDENT,
        birth_date=born.replace(year=2020 - grade),
        sex=sex,
        enrollments=(Enrollment(SchoolYear(2026), f"{grade}А"),),
    ),
    st.integers(1, 12),
    st.dates(date(2019, 1, 1), date(2019, 12, 31)),
    st.sampled_from(Sex),
)


@st.composite
def schools(draw):
    everybody = [
        *draw(st.lists(staff, min_size=3, max_size=8)),
        *draw(st.lists(students, max_size=6)),
    ]
    people = {key: replace(one, person_id=key) for key, one in enumerate(everybody, 1)}
    couples = draw(
        st.lists(
            st.lists(st.sampled_from(list(people)), min_size=2, max_size=4, unique=True),
            max_size=4,
        )
    )
    pairings = tuple(_pairing(100 + place, *ids) for place, ids in enumerate(couples))
    return StatisticsFacts(people, pairings)


def _pairing(pairing_id, mentor_id, *mentees):
    return PairingRecord(
        pairing_id,
        PairingKind.GROUP if len(mentees) > 1 else PairingKind.PAIR,
        "educator-educator",
        mentor_id,
        tuple(map(MemberDraft, mentees)),
        date(2026, 1, 1),
        date(2028, 12, 31),
        orders=(OrderRecord("1", date(2026, 1, 1)),),
    )


@random_schools
@given(schools())
def test_totals_equal_their_parts(school):
    for code, form in FORMS.items():
        broken = compute(form, school, AS_OF).problems
        told = [problem.message for problem in broken if problem.message.startswith("Контроль")]
        assert [words for words in told if "не ниже плана" not in words] == [], code


@random_schools
@given(schools(), st.data())
def test_a_person_in_three_pairs_is_counted_once(school, data):
    person = data.draw(st.sampled_from(list(school.people)))
    others = [key for key in school.people if key != person][:3]
    thrice = tuple(_pairing(900 + place, other, person) for place, other in enumerate(others))
    facts = replace(school, pairings=(*school.pairings, *thrice))
    for form in FORMS.values():
        for cell in compute(form, facts, AS_OF).cells.values():
            assert len(set(cell.ids)) == len(cell.ids)
            assert cell.value is None or cell.decimals or cell.value == len(cell.ids)


@random_schools
@given(schools(), st.sampled_from((36, 60, 120, 180, 240)))
def test_a_day_moves_one_person_to_the_next_band_and_leaves_every_total(school, months):
    day = date(2026, 12, 12)
    calm = {
        key: replace(one, posts=(replace(one.posts[0], **_long_ago()),)) if one.posts else one
        for key, one in school.people.items()
    }
    mover = min(calm)
    service = ServiceLength(months, day)
    post = Post("учитель", "физика", teaching_service=service, total_service=service)
    calm[mover] = replace(calm[mover], posts=(post,))
    facts = replace(school, people=calm)
    form = FORMS["oo1-3.2"]
    eve = compute(form, facts, day - timedelta(days=1)).cells
    now = compute(form, facts, day).cells
    moved = {
        address: (set(now[address].ids) ^ set(eve[address].ids))
        for address in now
        if now[address].ids != eve[address].ids
    }
    assert all(who == {mover} for who in moved.values())
    assert {column for _, column in moved} <= set(range(4, 10)) | set(range(11, 17))
    assert len({column for _, column in moved}) == 4
    for row in form.rows:
        assert [eve[row.code, column].value for column in (3, 10, 17)] == [
            now[row.code, column].value for column in (3, 10, 17)
        ]


def _long_ago():
    """Service that passes no border in the days of the test."""
    lasting = ServiceLength(25 * 12, date(2020, 5, 5))
    return {"teaching_service": lasting, "total_service": lasting}


@random_schools
@given(schools())
def test_the_printed_rate_is_the_sum_of_exact_rates(school):
    cells = compute(FORMS["oo1-3.1"], school, AS_OF).cells
    own = [one for one in school.people.values() if one.works_on(AS_OF)]
    assert cells["01", 17].exact * 100 == sum(one.posts[0].rate_hundredths for one in own)
