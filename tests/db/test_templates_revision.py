"""Revision 0015 on data: own texts of orders are kept, own texts of consents go on the way back."""

from datetime import datetime

import pytest
from sqlalchemy import JSON, MetaData, text

from tests.db.test_migrate import down_to, empty, up_to

__all__ = ["empty"]

SAVED_AT = datetime(2026, 9, 8, 14, 5)
KEPT = {
    "kind": "pairs", "heading": "О парах", "preamble": "В целях", "clauses": "Первый.\nВторой.",
    "grounds": "Основание: {{ grounds | join('; ') }}.", "saved_at": SAVED_AT,
}  # fmt: skip


def table(connection, name):
    tables = MetaData()
    tables.reflect(connection, only=[name])
    return tables.tables[name]


@pytest.fixture
def filled(empty):
    """A base of revision 0014 with two versions of the text of an order."""
    up_to(empty, "0014")
    former = table(empty, "order_templates")
    empty.execute(former.insert().values(**KEPT, version=1, is_current=False))
    empty.execute(former.insert().values(**KEPT, version=2, is_current=True))
    return empty


def test_own_texts_of_orders_are_kept_with_their_versions(filled):
    up_to(filled, "0015")
    kept = table(filled, "templates")
    rows = filled.execute(kept.select().order_by(kept.c.version)).mappings().all()
    assert [(row["code"], row["version"], bool(row["is_current"])) for row in rows] == [
        ("orders/pairs", 1, False),
        ("orders/pairs", 2, True),
    ]
    assert rows[1]["saved_at"] == SAVED_AT
    assert rows[1]["texts"] == {
        part: KEPT[part] for part in ("heading", "preamble", "clauses", "grounds")
    }


def test_on_the_way_back_orders_keep_their_texts_and_consents_lose_theirs(filled):
    before = filled.execute(table(filled, "order_templates").select()).all()
    up_to(filled, "0015")
    kept = table(filled, "templates")
    kept.c.texts.type = JSON()
    consent = {"code": "consents/processing", "version": 1, "texts": {"subtitle": "на обработку"}}
    filled.execute(kept.insert().values(**consent, saved_at=SAVED_AT, is_current=True))
    down_to(filled, "0014")
    assert filled.execute(table(filled, "order_templates").select()).all() == before
    names = filled.execute(text("SELECT kind FROM order_templates")).scalars().all()
    assert names == ["pairs", "pairs"]
