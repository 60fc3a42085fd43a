"""The reference school: 25 invented people and 21 pairs, small enough to count by hand.

It stands in ``tests/data/reference_school.json``; the date is 12 December 2026. Every figure of
the form «Участники» on that date is written out below, those of the other forms in
``statistics_figures``.
"""

import json
from datetime import date
from pathlib import Path

from nastavnik_desktop.domain.employment import EducationLevel
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.local_acts import ActKind, LocalAct
from nastavnik_desktop.domain.pairings import EndKind, MemberDraft, PairingKind
from nastavnik_desktop.domain.people import (
    Mark,
    MarkKind,
    OutsideKind,
    PersonKind,
    QualificationCategory,
    ServiceLength,
    Sex,
)
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.facts import (
    Enrollment,
    OrderRecord,
    PairingRecord,
    PersonRecord,
    Post,
    StatisticsFacts,
)

_FILE = Path(__file__).resolve().parents[1] / "data" / "reference_school.json"
_CONTENT = json.loads(_FILE.read_text("utf-8"))
AS_OF = date.fromisoformat(_CONTENT["as_of"])
YEAR = SchoolYear(_CONTENT["school_year"])
_SERVICE_KNOWN_ON = date.fromisoformat(_CONTENT["service_known_on"])
_KINDS = {
    "category": QualificationCategory,
    "education_level": EducationLevel,
    "outside_kind": OutsideKind,
    "end_kind": EndKind,
    "sex": Sex,
}


def _values(record, *names):
    """The named parts of a record that it has: dates as dates, choices as choices."""
    return {name: _value(name, record[name]) for name in names if name in record}


def _value(name, written):
    if name in _KINDS:
        return _KINDS[name](written)
    return date.fromisoformat(written) if name.endswith(("_on", "_date")) else written


def _service(record, name):
    months = record.get(name)
    return None if months is None else ServiceLength(months, _SERVICE_KNOWN_ON)


def _post(record):
    facts = _values(
        record, "subject", "hired_on", "left_on", "rate_hundredths", "is_external_part_timer",
        "category", "education_level", "is_educational", "degree", "academic_title",
    )  # fmt: skip
    return Post(
        record["position_title"],
        teaching_service=_service(record, "teaching_months"),
        total_service=_service(record, "total_months"),
        **facts,
    )


def _mark(record):
    return Mark(MarkKind(record["kind"]), **_values(record, "since_on", "until_on"))


def _person(record):
    school_class = record.get("school_class")
    return PersonRecord(
        record["person_id"],
        FullName(*record["name"].split()),
        PersonKind(record["kind"]),
        posts=tuple(map(_post, record.get("posts", ()))),
        enrollments=(Enrollment(YEAR, school_class),) if school_class else (),
        marks=tuple(map(_mark, record.get("marks", ()))),
        **_values(record, "sex", "birth_date", "birth_year", "organisation", "outside_kind"),
    )


def _order(record):
    return OrderRecord(**_values(record, "order_id", "number", "order_date", "withdrawn_on"))


def _pairing(record, orders):
    members = tuple(
        MemberDraft(**_values(one, "person_id", "joined_on", "left_on"))
        for one in record["members"]
    )
    return PairingRecord(
        kind=PairingKind.GROUP if len(members) > 1 else PairingKind.PAIR,
        members=members,
        orders=(orders[record["order"]],),
        **_values(
            record, "pairing_id", "form_code", "mentor_id", "starts_on", "ends_on", "ended_on",
            "end_kind",
        ),
    )  # fmt: skip


def _act(record):
    known = _values(record, "act_id", "number", "act_date", "title", "link")
    return LocalAct(ActKind(record["kind"]), **known)


PEOPLE = tuple(map(_person, _CONTENT["people"]))
_ORDERS = {one["order_id"]: _order(one) for one in _CONTENT["orders"]}
PAIRINGS = tuple(_pairing(one, _ORDERS) for one in _CONTENT["pairings"])
ACTS = tuple(map(_act, _CONTENT["acts"]))
SCHOOL = StatisticsFacts({person.person_id: person for person in PEOPLE}, PAIRINGS, ACTS)
EXTERNAL = {"77"}
"""Numbers of orders that were issued elsewhere."""

#      пар гр. нас: пед об. ст. орг. нмых: 10–19 мол ОВЗ од. ТЖС зав. выб.
FIGURES = {
    "01": "1  1   1    х   1   х   х     3     2   х   1   0   0   2   2",
    "02": "0  0   0    0   х   х   0     0     х   0   х   х   х   0   0",
    "03": "2  0   2    0   х   2   х     2     2   х   0   1   2   0   0",
    "04": "1  1   2    0   х   х   2     4     2   х   1   0   1   0   0",
    "05": "0  0   0    0   х   х   0     0     0   0   0   0   0   0   0",
    "06": "2  1   1    1   х   х   0     4     х   2   х   х   х   1   0",
    "07": "1  0   1    0   х   х   0     1     х   1   х   х   х   0   0",
    "08": "1  0   1    1   х   х   0     1     0   0   0   0   0   0   0",
    "09": "0  0   0    0   х   х   0     0     х   0   х   х   х   0   0",
    "10": "1  0   1    0   х   х   0     1     х   1   х   х   х   0   0",
    "11": "9  3   8    1   1   2   2    12     4   2   1   1   2   3   2",
}

BEHIND = {
    ("01", 3): {105}, ("01", 4): {106}, ("01", 5): {13}, ("01", 7): {13},
    ("01", 10): {11, 12, 14}, ("01", 11): {11, 14}, ("01", 13): {14},
    ("01", 16): {12, 14}, ("01", 17): {16, 17},
    ("03", 3): {109, 111}, ("03", 5): {22, 24}, ("03", 8): {22, 24}, ("03", 10): {16, 17},
    ("03", 11): {16, 17}, ("03", 14): {16}, ("03", 15): {16, 17},
    ("04", 3): {107}, ("04", 4): {108}, ("04", 5): {21, 23}, ("04", 9): {21, 23},
    ("04", 10): {14, 15, 17, 18}, ("04", 11): {14, 17}, ("04", 13): {14}, ("04", 15): {17},
    ("06", 3): {101, 102}, ("06", 4): {103}, ("06", 5): {1}, ("06", 6): {1},
    ("06", 10): {2, 3, 4, 5}, ("06", 12): {2, 4}, ("06", 16): {7},
    ("07", 3): {104}, ("07", 5): {6}, ("07", 10): {4}, ("07", 12): {4},
    ("08", 3): {113}, ("08", 5): {1}, ("08", 6): {1}, ("08", 10): {26},
    ("10", 3): {112}, ("10", 5): {25}, ("10", 10): {2}, ("10", 12): {2},
    ("11", 3): {101, 102, 104, 105, 107, 109, 111, 112, 113}, ("11", 4): {103, 106, 108},
    ("11", 5): {1, 6, 13, 21, 22, 23, 24, 25}, ("11", 6): {1}, ("11", 7): {13},
    ("11", 8): {22, 24}, ("11", 9): {21, 23},
    ("11", 10): {2, 3, 4, 5, 11, 12, 14, 15, 16, 17, 18, 26},
    ("11", 11): {11, 14, 16, 17}, ("11", 12): {2, 4}, ("11", 13): {14}, ("11", 14): {16},
    ("11", 15): {16, 17}, ("11", 16): {7, 12, 14}, ("11", 17): {16, 17},
}  # fmt: skip

PROBLEMS = {
    "наставники гр. 5 отнесены к одной из гр. 6–9": {6, 25},
    "на дату не стоят в изданном приказе": {110, 114},
    "срок истёк, а итог не записан": {119},
    "Графа 11: у 1\u00a0человека не заполнено: дата или год рождения": {15},
    "Графа 11: у 1\u00a0человека не заполнено: класс в этом учебном году": {18},
    "Графа 12: у 1\u00a0человека не заполнено: педагогический стаж": {5},
}


def figures_by_hand():
    """The figures by row code and column number; None stands for «х»."""
    return {
        (row, column): None if written == "х" else int(written)
        for row, line in FIGURES.items()
        for column, written in enumerate(line.split(), start=3)
    }
