"""The environment is made from the lock file, repaired when it is not whole, and left alone else.

Real environments in a folder with a blank and Cyrillic in its name; the library comes from a
wheel made here, so that no network is needed.
"""

import hashlib
import subprocess
import zipfile

import pytest

from installer import environment as environment_module
from installer import reporting
from installer.environment import Environment


def make_wheel(folder, version):
    """A library «greeting» of one module; returns its line for a lock file."""
    wheel = folder / f"greeting-{version}-py3-none-any.whl"
    info = f"greeting-{version}.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("greeting.py", f"VERSION = '{version}'\n")
        archive.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: greeting\nVersion: {version}\n"
        )
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{info}/RECORD", f"greeting.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"greeting=={version} \\\n    --hash=sha256:{digest}\n"


def version_inside(environment):
    """The version of the library that the environment's Python imports."""
    command = [environment.python, "-c", "import greeting; print(greeting.VERSION)"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    return tmp_path_factory.mktemp("Школа № 17")


@pytest.fixture(scope="module")
def lock(checkout):
    lock = checkout / "requirements.lock"
    lock.write_text(make_wheel(checkout, "1.0"), encoding="utf-8")
    return lock


@pytest.fixture(autouse=True)
def _only_local_wheels(checkout, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", checkout.as_uri())


@pytest.fixture(scope="module")
def made(checkout, lock):
    """An environment that is in place; tests that spoil it bring it back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PIP_NO_INDEX", "1")
        patch.setenv("PIP_FIND_LINKS", checkout.as_uri())
        environment = Environment(checkout)
        environment.prepare(lock)
    return environment


def test_the_first_start_makes_it(made, lock):
    assert made.holds(lock)
    assert version_inside(made) == "1.0"


def test_a_second_start_touches_nothing(made, lock, monkeypatch):
    monkeypatch.setattr(made, "_install", None)
    made.prepare(lock)
    assert made.holds(lock)


def test_a_changed_lock_file_brings_the_new_version(made, lock):
    before = lock.read_text("utf-8")
    lock.write_text(make_wheel(lock.parent, "2.0"), encoding="utf-8")
    assert not made.holds(lock)
    made.prepare(lock)
    assert version_inside(made) == "2.0"
    lock.write_text(before, encoding="utf-8")
    made.prepare(lock)
    assert version_inside(made) == "1.0"


def test_an_installation_broken_off_is_made_anew(made, lock):
    left_over = made.folder / "half-written"
    left_over.touch()
    (made.folder / "unfinished").touch()
    (made.folder / "requirements.lock.installed").unlink()
    made.prepare(lock)
    assert not left_over.exists()
    assert version_inside(made) == "1.0"


def test_an_environment_without_its_python_is_made_anew(made, lock):
    made.python.unlink()
    assert not made.holds(lock)
    made.prepare(lock)
    assert version_inside(made) == "1.0"


def test_another_python_asks_for_another_environment(made, lock, monkeypatch):
    monkeypatch.setattr(environment_module, "_identity", lambda: "3.12 /elsewhere")
    assert not made.holds(lock)
    assert not made._is_usable()


def test_a_wheel_unlike_its_hash_is_refused(made, lock):
    before = lock.read_text("utf-8")
    make_wheel(lock.parent, "2.0")
    lock.write_text(before.replace("greeting==1.0", "greeting==2.0"), encoding="utf-8")
    with pytest.raises(reporting.SetupFailed, match="отличается от проверенного"):
        made.prepare(lock)
    assert not made.holds(lock)
    lock.write_text(before, encoding="utf-8")
    made.prepare(lock)
    assert made.holds(lock)


def test_without_network_the_sentence_says_so_and_nothing_is_stamped(made, lock, monkeypatch):
    before = lock.read_text("utf-8")
    lock.write_text(before.replace("greeting", "absent"), encoding="utf-8")
    with pytest.raises(reporting.SetupFailed, match="нет связи с хранилищем библиотек"):
        made.prepare(lock)
    assert not made.holds(lock)
    lock.write_text(before, encoding="utf-8")
    made.prepare(lock)


def test_a_folder_that_cannot_be_written_is_named(tmp_path, lock):
    in_the_way = tmp_path / "файл"
    in_the_way.touch()
    with pytest.raises(reporting.SetupFailed, match=r"Не удалось подготовить папку .*файл"):
        Environment(in_the_way).prepare(lock)
