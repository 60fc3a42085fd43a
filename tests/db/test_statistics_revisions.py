"""Tables of statistics and of blanks come with their revisions and go with them."""

from datetime import date

import pytest
from sqlalchemy import MetaData
from sqlalchemy.exc import IntegrityError

from tests.db.test_migrate import (
    down_to,
    empty,
    revisions,
    schema_of,
    up_to,
    without_version,
)

__all__ = ["empty"]


def before(revision):
    """The revision that this one follows."""
    names = revisions()
    return names[names.index(revision) + 1]


KEPT_BY_STATISTICS = {
    "local_acts": {"kind": "regulation", "number": "6", "title": "", "link": ""},
    "given_figures": {
        "form_code": "targets", "row_code": "01", "name": "plan", "year": 2027,
        "value_hundredths": 7500,
    },
    "figure_corrections": {
        "form_code": "pupils", "as_of": date(2026, 12, 12), "row_code": "01",
        "column_number": 3, "value_hundredths": 100, "reason": "проверка",
    },
    "form_editions": {
        "form_code": "pupils", "edition": "", "respondents": "", "due": "", "periodicity": "",
        "okud": "",
    },
    "frozen_reports": {
        "form_code": "pupils", "title": "Форма", "as_of": date(2026, 12, 12),
        "sent_on": date(2026, 12, 14), "recipient": "Управление", "signed_by": "", "note": "",
        "content": {"cells": []},
    },
}  # fmt: skip


def test_tables_of_statistics_come_with_0008_and_go_with_it(empty):
    up_to(empty, before("0008"))
    former = schema_of(empty)
    up_to(empty, "0008")
    for name, values in KEPT_BY_STATISTICS.items():
        tables = MetaData()
        tables.reflect(empty, only=[name])
        empty.execute(tables.tables[name].insert().values(values))
        (row,) = empty.execute(tables.tables[name].select()).mappings()
        assert values.items() <= row.items()
    down_to(empty, before("0008"))
    assert without_version(schema_of(empty)) == without_version(former)


def test_a_correction_without_a_reason_is_refused_by_the_base(empty):
    up_to(empty, "0008")
    tables = MetaData()
    tables.reflect(empty, only=["figure_corrections"])
    values = {**KEPT_BY_STATISTICS["figure_corrections"], "reason": ""}
    with pytest.raises(IntegrityError):
        empty.execute(tables.tables["figure_corrections"].insert().values(values))


def test_mappings_of_blanks_come_with_0009_and_go_with_it(empty):
    up_to(empty, before("0009"))
    former = schema_of(empty)
    up_to(empty, "0009")
    tables = MetaData()
    tables.reflect(empty, only=["blank_mappings"])
    table = tables.tables["blank_mappings"]
    values = {"shape": "0" * 64, "title": "Бланк", "content": {"cells": []}}
    empty.execute(table.insert().values(values))
    (row,) = empty.execute(table.select()).mappings()
    assert values.items() <= row.items()
    with pytest.raises(IntegrityError), empty.begin_nested():
        empty.execute(table.insert().values(values))
    down_to(empty, before("0009"))
    assert without_version(schema_of(empty)) == without_version(former)
