"""Generated tables of all kinds into a base: in any order, and never twice."""

from random import Random

import pytest

from tests.db.content import rows_of
from tests.imports.generator import school_table
from tests.imports.written_files import write_table

KINDS = ("staff", "mentors", "mentees", "students", "pairs")


def load(services, path):
    return services.imports.commit(services.imports.read(path))


@pytest.mark.parametrize("number", range(6))
def test_files_loaded_again_in_another_order_change_nothing(services, base, tmp_path, number):
    chance = Random(number)
    files = []
    for kind in chance.sample(KINDS, len(KINDS)):
        (tmp_path / kind).mkdir()
        files.append(write_table(tmp_path / kind, school_table(kind, number), "xlsx"))
    for path in files:
        load(services, path)
    before = rows_of(base)

    for path in chance.sample(files, len(files)):
        load(services, path)

    assert rows_of(base) == before
    assert services.bases.check() == []
