"""All statistical forms: 60 staff and 1,000 students; 3,000 people and ten years of pairs."""

from datetime import date, timedelta
from random import Random

from sqlalchemy import insert, select

from db.engine import open_base
from db.models import (
    EmploymentModel,
    EnrollmentModel,
    MentoringFormModel,
    OrderModel,
    OrderPairingModel,
    PairingMemberModel,
    PairingModel,
    PersonModel,
    RegisterModel,
)
from nastavnik_desktop.services.reference import seed
from nastavnik_desktop.services.statistics import StatisticsService
from nastavnik_desktop.services.statistics_forms import FORM_CODES
from tests.benchmarks.measures import Measure, milliseconds

AS_OF = date(2026, 12, 12)
POSTS = ("учитель", "учитель", "учитель", "педагог-психолог", "секретарь", "заместитель директора")
SUBJECTS = ("физика", "математика", "русский язык", "химия", "")


def measures(folder, rounds=3, *, small=False):
    """The goals are those of the page: under a second, and under five; ``small`` only tries it."""
    size = 20 if small else 1
    school, ten_years = folder / "формы.nastavnik", folder / "десять лет.nastavnik"
    yield _forms(school, 60 // size, 1000 // size, 1, rounds, "<= 1 s")
    yield _forms(ten_years, 500 // size, 2500 // size, 10, rounds, "<= 5 s")


def _forms(path, staff, students, years, rounds, goal):
    with open_base(path, create=True) as base:
        _fill(base, staff, students, years)
        statistics = StatisticsService(base)

        def all_forms():
            for code in FORM_CODES:
                statistics.report(code, AS_OF)

        ours = milliseconds(all_forms, rounds)
        longest = milliseconds(lambda: statistics.report("oo1-3.3", AS_OF), rounds)
    what = f"all forms: {staff} staff, {students:,} students, {years} years of pairs"
    return Measure(what, ours, longest, "the longest of them", goal)


def _fill(base, staff, students, years):
    dice = Random(7)
    with base.begin("Новая база") as session:
        seed(session)
    with base.reading() as session:
        form_id = session.scalars(
            select(MentoringFormModel.form_id).where(MentoringFormModel.code == "educator-educator")
        ).one()
        register_id = session.scalars(select(RegisterModel.register_id)).first()
    with base.writing() as connection:
        connection.execute(
            insert(PersonModel),
            [_person(key, staff, dice) for key in range(1, staff + students + 1)],
        )
        connection.execute(
            insert(EmploymentModel), [_post(key, dice) for key in range(1, staff + 1)]
        )
        connection.execute(insert(EnrollmentModel), list(_classes(staff, students)))
        _pair(connection, staff, years, (form_id, register_id), dice)


def _person(key, staff, dice):
    return {
        "person_id": key,
        "kind": "staff" if key <= staff else "student",
        "last_name": "Ёлкина",
        "first_name": f"Анна{key}",
        "search_key": f"елкина анна{key}",
        "sex": dice.choice(["f", "m"]),
        "birth_date": date(1960 + key % 45, 3, 5) if key <= staff else date(2008 + key % 11, 5, 5),
    }


def _post(key, dice):
    return {
        "person_id": key,
        "position_title": POSTS[key % len(POSTS)],
        "subject": SUBJECTS[key % len(SUBJECTS)],
        "teaching_service_months": dice.randint(0, 400),
        "teaching_service_as_of": date(2026, 9, 1),
        "total_service_months": dice.randint(0, 500),
        "total_service_as_of": date(2026, 9, 1),
        "rate_hundredths": 100,
        "education_level": "higher",
        "category": "first",
    }


def _classes(staff, students):
    for key in range(staff + 1, staff + students + 1):
        for back in range(2):
            grade = 1 + key % 11 - back
            if grade:
                yield {
                    "person_id": key,
                    "school_year": 2026 - back,
                    "school_class": f"{grade}А",
                }


def _pair(connection, staff, years, keys, dice):
    form_id, register_id = keys
    number = 0
    for year in range(2027 - years, 2027):
        first = date(year, 9, 8)
        order = {
            "order_id": year, "kind": "pairs", "register_id": register_id, "number": f"{year}",
            "number_key": f"{year}", "calendar_year": year, "order_date": first,
            "school_year": year, "heading": "О закреплении", "status": "issued",
        }  # fmt: skip
        connection.execute(insert(OrderModel), [order])
        couples = range(number, number + staff)
        number += staff
        connection.execute(insert(PairingModel), [
            {"pairing_id": key + 1, "kind": "pair", "school_year": year, "form_id": form_id,
             "mentor_id": dice.randint(1, staff // 2), "starts_on": first,
             "ends_on": first + timedelta(days=260)} for key in couples
        ])  # fmt: skip
        connection.execute(insert(PairingMemberModel), [
            {"pairing_id": key + 1, "person_id": dice.randint(staff // 2 + 1, staff)}
            for key in couples
        ])  # fmt: skip
        connection.execute(insert(OrderPairingModel), [
            {"order_id": year, "pairing_id": key + 1} for key in couples
        ])  # fmt: skip
