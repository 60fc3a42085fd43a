"""A disk without room, files and folders without the right to write: real limits of the system."""

import shutil
import tempfile
from pathlib import Path

import pytest

from db import backup
from db.engine import open_base
from tests.db.content import add_person, last_names
from tests.db.processes import run_python

READING_ONLY = """
import os, sys, tempfile
from db.engine import open_base
from nastavnik_desktop.domain.errors import StorageUnavailable
from tests.db.content import add_person, last_names
with tempfile.TemporaryDirectory() as folder:  # all modules are read while they can be
    with open_base(os.path.join(folder, "first.nastavnik"), create=True) as base:
        add_person(base, "Первый")
if hasattr(os, "getuid") and os.getuid() == 0:  # nothing is read-only for the administrator
    os.setgid(65534)
    os.setuid(65534)
base = open_base(sys.argv[1])
assert base.read_only
print(*last_names(base))
try:
    add_person(base, "Новый")
except StorageUnavailable as error:
    print(error)
"""


@pytest.mark.parametrize("what", ["file", "folder"])
def test_without_the_right_to_write_a_base_is_read(sqlite_path, what):
    with open_base(sqlite_path) as base:
        add_person(base, "Петров")
    # A folder of the test's own would be closed to the user that the subprocess becomes.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = Path(shutil.copy(sqlite_path, folder))
        path.chmod(0o444 if what == "file" else 0o666)
        folder.chmod(0o777 if what == "file" else 0o555)
        told = run_python(READING_ONLY, path)
        folder.chmod(0o755)
    names, refusal = told
    assert names == "Петров"
    assert "только для чтения" in refusal


NO_ROOM_FOR_A_BASE = """
import resource, sys
from db.engine import open_base
from nastavnik_desktop.domain.errors import StorageUnavailable
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    open_base(sys.argv[1], create=True)
except StorageUnavailable as error:
    print(error)
"""


def test_a_base_that_could_not_be_made_leaves_no_file(tmp_path):
    (sentence,) = run_python(NO_ROOM_FOR_A_BASE, tmp_path / "новая.nastavnik")
    assert "место" in sentence
    assert [path for path in tmp_path.iterdir() if path.suffix == ".nastavnik"] == []
    with open_base(tmp_path / "новая.nastavnik", create=True) as base:
        assert last_names(base) == []


FULL_DISK = """
import resource, sys
from db.engine import open_base
from nastavnik_desktop.domain.errors import StorageUnavailable
from tests.db.content import add_person, last_names
base = open_base(sys.argv[1])
add_person(base, "Петров")
resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
try:
    add_person(base, "Длинный", notes="много слов " * 20_000)
except StorageUnavailable as error:
    print(error)
print(*last_names(base))
"""


def test_a_disk_that_takes_no_more_keeps_what_was_there(sqlite_path):
    sentence, names = run_python(FULL_DISK, sqlite_path)
    assert "место" in sentence
    assert names == "Петров"


NO_ROOM = """
import resource, sys
from pathlib import Path
from db import backup
from db.engine import open_base
from nastavnik_desktop.domain.errors import StorageUnavailable
base = open_base(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
for act in (
    lambda: backup.dump(base, Path(sys.argv[2])),
    lambda: backup.restore(base, Path(sys.argv[3]), Path(sys.argv[4])),
    lambda: backup.restore_file(Path(sys.argv[3]), Path(sys.argv[2])),
):
    try:
        act()
    except StorageUnavailable as error:
        print(error)
"""


def test_without_room_nothing_is_half_written(sqlite_path, tmp_path):
    with open_base(sqlite_path) as base:
        add_person(base, "Петров", notes="много слов " * 50_000)
        backup.dump(base, tmp_path / "копия.nastavnik")
    target, copies = tmp_path / "сюда" / "новая.nastavnik", tmp_path / "копии"
    target.parent.mkdir()
    sentences = run_python(NO_ROOM, sqlite_path, target, tmp_path / "копия.nastavnik", copies)
    assert len(sentences) == 3
    assert all("место" in sentence for sentence in sentences)
    assert [path for path in target.parent.iterdir() if path.suffix != ".guard"] == []
    assert list(copies.iterdir()) == []
    with open_base(sqlite_path) as base:
        assert last_names(base) == ["Петров"]
