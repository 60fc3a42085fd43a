"""What holds for every school, whatever its people, pairs and dates."""

import json
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik_desktop.config.paths import resource_path
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.pairings import EndKind, MemberDraft, PairingKind
from nastavnik_desktop.domain.people import (
    Mark,
    MarkKind,
    OutsideKind,
    PersonKind,
    ServiceLength,
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

FORM = read_form(json.loads(resource_path("forms", "participants.json").read_text("utf-8")))
PARTS = [row.code for row in FORM.rows if not row.is_total]
FORM_CODES = [row.where["mentoring_form"] for row in FORM.rows if not row.is_total]
PEOPLE_COLUMNS = range(5, 18)

random_schools = settings(deadline=None, max_examples=60)
days = st.dates(date(2026, 8, 1), date(2027, 9, 30))
as_of_days = st.dates(date(2026, 9, 1), date(2027, 8, 31))
posts = st.builds(
    Post,
    st.sampled_from(["учитель", "директор", "педагог-психолог", "секретарь"]),
    st.sampled_from(["", "физика"]),
    st.none() | days,
    st.none() | days,
    st.none() | st.builds(ServiceLength, st.integers(0, 60), days),
)
orders = st.builds(OrderRecord, st.just("1"), days, st.none() | days)
people = st.builds(
    PersonRecord,
    person_id=st.just(0),
    name=st.just(FullName("Иванова", "Анна")),
    kind=st.sampled_from(PersonKind),
    birth_date=st.none() | st.dates(date(2005, 1, 1), date(2018, 12, 31)),
    birth_year=st.none() | st.integers(2005, 2018),
    outside_kind=st.none() | st.sampled_from(OutsideKind),
    posts=st.lists(posts, max_size=2).map(tuple),
    enrollments=st.lists(
        st.builds(Enrollment, st.just(SchoolYear(2026)), st.just("8А"), st.none() | days),
        max_size=1,
    ).map(tuple),
    marks=st.lists(
        st.builds(Mark, st.sampled_from(MarkKind), st.none() | days, st.none() | days), max_size=2
    ).map(tuple),
)


@st.composite
def pairings(draw, person_ids):
    mentor_id, *mentees = draw(
        st.lists(st.sampled_from(person_ids), min_size=2, max_size=4, unique=True)
    )
    starts_on, ends_on = sorted(draw(st.tuples(days, days)))
    ended_on = draw(st.none() | st.dates(starts_on, date(2027, 12, 31)))
    return PairingRecord(
        pairing_id=0,
        kind=PairingKind.GROUP if len(mentees) > 1 else PairingKind.PAIR,
        form_code=draw(st.sampled_from(FORM_CODES)),
        mentor_id=mentor_id,
        members=tuple(
            MemberDraft(mentee, draw(st.none() | days), draw(st.none() | days))
            for mentee in mentees
        ),
        starts_on=starts_on,
        ends_on=ends_on,
        ended_on=ended_on,
        end_kind=None if ended_on is None else draw(st.sampled_from(EndKind)),
        orders=tuple(draw(st.lists(orders, max_size=2))),
    )


@st.composite
def schools(draw):
    found = draw(st.lists(people, min_size=4, max_size=8))
    known = {number: replace(person, person_id=number) for number, person in enumerate(found, 1)}
    drawn = draw(st.lists(pairings(list(known)), max_size=8))
    numbered = [replace(pairing, pairing_id=100 + n) for n, pairing in enumerate(drawn)]
    return StatisticsFacts(known, tuple(numbered))


@random_schools
@given(schools(), as_of_days)
def test_a_figure_is_the_number_of_different_records_behind_it(school, as_of):
    for cell in compute(FORM, school, as_of).cells.values():
        assert cell.ids == tuple(sorted(set(cell.ids)))
        assert cell.value is None or cell.value == len(cell.ids) == len(cell.reasons)


@random_schools
@given(schools(), as_of_days)
def test_pairs_of_all_forms_make_the_total(school, as_of):
    cells = compute(FORM, school, as_of).cells
    for column in (3, 4):
        parts = [record_id for code in PARTS for record_id in cells[code, column].ids]
        assert sorted(parts) == list(cells["11", column].ids)


@random_schools
@given(schools(), as_of_days)
def test_a_total_of_people_lies_between_its_greatest_part_and_the_sum(school, as_of):
    cells = compute(FORM, school, as_of).cells
    for column in PEOPLE_COLUMNS:
        everybody = set(cells["11", column].ids)
        parts = [set(cells[code, column].ids) for code in PARTS]
        assert set().union(*parts) <= everybody
        if all(cells[code, column].value is not None for code in PARTS):
            assert everybody == set().union(*parts)


@random_schools
@given(schools(), as_of_days)
def test_parts_lie_inside_the_whole(school, as_of):
    cells = compute(FORM, school, as_of).cells
    for row in FORM.rows:
        for whole, parts in ((5, range(6, 10)), (10, range(11, 16))):
            for part in parts:
                assert set(cells[row.code, part].ids) <= set(cells[row.code, whole].ids)


@random_schools
@given(schools(), as_of_days)
def test_whoever_a_crossed_cell_leaves_out_is_named_in_a_problem(school, as_of):
    report = compute(FORM, school, as_of)
    named = {record_id for problem in report.problems for record_id in problem.ids}
    for column in PEOPLE_COLUMNS:
        everybody = set(report.cells["11", column].ids)
        shown = {record for code in PARTS for record in report.cells[code, column].ids}
        assert everybody - shown <= named


@random_schools
@given(schools(), st.dates(date(2026, 9, 2), date(2027, 8, 31)))
def test_a_birthday_moves_one_person_into_the_ages_and_changes_nothing_else(school, birthday):
    facts = unchanging(school)
    child = min(facts.people)
    facts.people[child] = replace(
        facts.people[child],
        kind=PersonKind.STUDENT,
        birth_date=birthday.replace(year=birthday.year - 10),
        enrollments=(Enrollment(SchoolYear(2026), "4А"),),
    )
    eve = compute(FORM, facts, birthday - timedelta(days=1)).cells
    day = compute(FORM, facts, birthday).cells
    for row in FORM.rows:
        for column in FORM.tables[0].counted_columns:
            address = (row.code, column.number)
            came = set(day[address].ids) - set(eve[address].ids)
            is_age = column.number == 11 and day[address].value is not None
            assert came == ({child} & set(day[row.code, 10].ids) if is_age else set())
            assert set(eve[address].ids) <= set(day[address].ids)


def unchanging(school):
    """The same people in the same pairings, with no fact that changes within the year."""
    calm = {
        number: PersonRecord(number, person.name, PersonKind.OUTSIDE, date(1990, 6, 15))
        for number, person in school.people.items()
    }
    lasting = [
        replace(
            pairing,
            members=tuple(MemberDraft(member.person_id) for member in pairing.members),
            starts_on=date(2026, 8, 1),
            ends_on=date(2027, 9, 30),
            ended_on=None,
            end_kind=None,
            orders=(OrderRecord("1", date(2026, 8, 1)),),
        )
        for pairing in school.pairings
    ]
    return StatisticsFacts(calm, tuple(lasting))
