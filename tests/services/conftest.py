"""Services over a real base: each test that takes them runs on SQLite and on PostgreSQL."""

import pytest

from nastavnik_desktop.bootstrap import Services
from tests.factory import make_school, seed_reference_lists


@pytest.fixture
def new_services(base):
    """Services over a base that was just created."""
    seed_reference_lists(base)
    return Services(base)


@pytest.fixture
def services(new_services):
    """Services over a base whose school is set up."""
    make_school(new_services)
    return new_services
