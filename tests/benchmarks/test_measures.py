"""The benchmarks run to their ends on little data; no time is asserted."""

import pytest

from nastavnik_desktop.bootstrap import build_services
from nastavnik_desktop.config.app_settings import AppSettings
from nastavnik_desktop.demo.school import build_demo
from tests.benchmarks import bases, forms, packages, papers, rows, starts
from tests.benchmarks.measures import Measure, table

pytestmark = pytest.mark.benchmark


def test_every_measure_is_taken(tmp_path, qapp):
    demo = tmp_path / "demo.nastavnik"
    build_demo(demo)
    services = build_services(tmp_path / "papers.nastavnik", AppSettings(), create=True)
    found = [
        *starts.measures(bases.copied(demo, tmp_path), rounds=1),
        *rows.measures(200, 1),
        *papers.measures(services, 50, 1),
        *bases.measures(services, tmp_path, demo, megabytes=1, rows=50, rounds=1, students=30),
        *forms.measures(tmp_path, small=True, rounds=1),
        *packages.measures(tmp_path, small=True, rounds=1),
    ]
    services.close()
    assert len(found) == 24
    assert all(one.ours > 0 and one.limit > 0 for one in found)
    assert len(table(found).splitlines()) == len(found) + 2


def test_a_table_shows_ours_beside_the_limit():
    one = Measure("a card", 6, 2, "one fsync", "<= 5 ms besides")
    lines = table([one]).splitlines()
    assert lines[0].split() == ["operation", "ours", "limit", "ratio", "limited", "by", "goal"]
    assert lines[2] == "a card     6 ms  2 ms   3.0    one fsync   <= 5 ms besides"
