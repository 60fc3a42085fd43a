"""Revision 0007 on data: a base of before keeps its people, orders and pairings."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import text

from db.engine import open_base

STORED_BASES = Path(__file__).resolve().parents[1] / "data" / "bases"


def test_people_and_orders_are_kept_when_road_maps_come(tmp_path):
    old = tmp_path / "0006.nastavnik"
    shutil.copy(STORED_BASES / "0006.nastavnik", old)
    with closing(sqlite3.connect(old)) as connection:
        before = {
            name: connection.execute(f"SELECT * FROM {name}").fetchall()
            for name in ("people", "orders", "pairings")
        }
    with open_base(old) as base, base.reading() as session:
        for name, rows in before.items():
            found = session.connection().execute(text(f"SELECT * FROM {name}")).all()
            assert [tuple(row) for row in found] == rows
        assert session.connection().execute(text("SELECT * FROM road_maps")).all() == []
