"""Tables of the exchange come with 0010 and go with it; what a school had stays."""

from datetime import date, datetime

import pytest
from sqlalchemy import MetaData
from sqlalchemy.exc import IntegrityError

from tests.db.test_migrate import (  # noqa: F401 - «empty» is a fixture
    down_to,
    empty,
    revisions,
    schema_of,
    up_to,
    without_version,
)

KEPT = {
    "exchange_settings": {
        "level": "municipality", "school_kind": None, "mentoring_model": "", "team_role": "",
        "recipient": "",
    },
    "sent_packages": {
        "uid": "a1", "as_of": date(2026, 12, 12), "made_on": date(2026, 12, 14),
        "recipient": "Управление", "verdict": "waiting", "remarks": [], "answered_on": None,
    },
    "municipal_schools": {
        "name": "МБОУ «СОШ № 1»", "name_key": "мбоу сош 1", "kind": "secondary", "inn": "",
        "is_expected": True, "mentoring_model": "", "team_role": "", "position": 1,
    },
    "received_packages": {
        "school_id": 1, "school_year": 2026, "uid": "a1", "as_of": date(2026, 12, 12),
        "made_at": datetime(2026, 12, 14, 10), "received_at": datetime(2026, 12, 15, 9),
        "verdict": "accepted", "remarks": [], "errors": [], "warnings": [], "models": ["пара"],
        "road_map": None, "people": 0, "takes_part": True, "note": "",
    },
    "package_parts": {"package_id": 1, "name": "form:pupils", "content": b"x"},
    "school_share_plans": {"year": 2026, "percent": 40},
}  # fmt: skip


def before_0010():
    names = revisions()
    return names[names.index("0010") + 1]


def add(connection, name, **changes):
    tables = MetaData()
    tables.reflect(connection, only=[name])
    connection.execute(tables.tables[name].insert().values({**KEPT[name], **changes}))
    return connection.execute(tables.tables[name].select()).mappings().all()


def test_what_was_exchanged_is_kept_until_the_revision_goes(empty):  # noqa: F811
    up_to(empty, before_0010())
    before = schema_of(empty)
    up_to(empty, "0010")
    for name, values in KEPT.items():
        (row,) = add(empty, name)
        assert values.items() <= row.items()
    down_to(empty, before_0010())
    assert without_version(schema_of(empty)) == without_version(before)


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("school_share_plans", {"percent": 101}),
        ("exchange_settings", {"level": "region"}),
        ("municipal_schools", {"kind": "circus"}),
    ],
)
def test_what_makes_no_sense_is_refused_by_the_base(empty, name, changes):  # noqa: F811
    up_to(empty, "0010")
    with pytest.raises(IntegrityError):
        add(empty, name, **changes)


def test_a_school_has_one_package_in_a_year(empty):  # noqa: F811
    up_to(empty, "0010")
    add(empty, "municipal_schools")
    add(empty, "received_packages")
    with pytest.raises(IntegrityError):
        add(empty, "received_packages", uid="b2")
