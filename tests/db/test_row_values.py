"""Values of every kind of column go into the journal and come back as they were."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Enum,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    String,
    Table,
)

from db.row_values import bound_values, decoded_values, encoded_row


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


TABLE = Table(
    "things",
    MetaData(),
    Column("key", Integer, primary_key=True),
    Column("name", String),
    Column("is_good", Boolean),
    Column("share", Float),
    Column("price", Numeric(10, 2)),
    Column("day", Date),
    Column("moment", DateTime),
    Column("content", LargeBinary),
    Column("colour", Enum(Colour, native_enum=False)),
    Column("facts", JSON),
)
VALUES = st.fixed_dictionaries(
    {
        "key": st.integers(),
        "name": st.none() | st.text(),
        "is_good": st.none() | st.booleans(),
        "share": st.none() | st.floats(allow_nan=False, allow_infinity=False),
        "price": st.none() | st.decimals(-1000, 1000, places=2),
        "day": st.none() | st.dates(),
        "moment": st.none() | st.datetimes(),
        "content": st.none() | st.binary(),
        "colour": st.none() | st.sampled_from(Colour),
        "facts": st.none() | st.dictionaries(st.text(), st.integers() | st.text()),
    }
)


@given(VALUES)
def test_a_row_comes_back_from_json_as_it_was(row):
    assert decoded_values(TABLE, json.loads(json.dumps(encoded_row(TABLE, row)))) == row


@pytest.mark.parametrize(
    ("column", "one", "other"),
    [
        ("colour", "red", Colour.RED),
        ("is_good", 1, True),
        ("share", 2, 2.0),
        ("price", "1.50", Decimal("1.50")),
        (
            "moment",
            datetime(2026, 9, 1, 12, tzinfo=UTC),
            datetime(2026, 9, 1, 15, tzinfo=timezone(timedelta(hours=3))),
        ),
    ],
)
def test_two_spellings_of_a_value_are_one(column, one, other):
    assert encoded_row(TABLE, {column: one}) == encoded_row(TABLE, {column: other})


def test_columns_that_are_gone_are_left_out():
    assert decoded_values(TABLE, {"day": "2026-09-01", "gone": 1}) == {"day": date(2026, 9, 1)}


def test_an_absent_json_is_null_and_not_the_word_null():
    bound = bound_values(TABLE, {"facts": None, "name": None})
    assert bound["name"] is None
    assert str(bound["facts"]) == "NULL"
