"""The packages: what of a lock file is for which system, what of libraries is left out."""

import pytest

from installer.shipping import left_out, qt_parts, wheels
from installer.shipping.program import PYTHON
from installer.supported_python import NEWEST, OLDEST

LOCK = f"""\
alpha==1.0 \\
    --hash=sha256:{"a" * 64} \\
    --hash=sha256:{"b" * 64}
alpha[extra]==1.0 \\
    --hash=sha256:{"a" * 64} \\
    --hash=sha256:{"b" * 64}
only-windows==2.0 ; sys_platform == 'win32' \\
    --hash=sha256:{"c" * 64}
only-old==3.0 ; python_full_version < '3.12' \\
    --hash=sha256:{"d" * 64}
"""


@pytest.fixture
def lock(tmp_path):
    path = tmp_path / "requirements.lock"
    path.write_text(LOCK, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("target", "names"),
    [(wheels.LINUX, ["alpha"]), (wheels.WINDOWS, ["alpha", "only-windows"])],
    ids=["linux", "windows"],
)
def test_a_library_is_fetched_for_the_systems_it_is_locked_for(lock, target, names):
    assert [pin.name for pin in wheels.pins(lock, target)] == names


def test_every_hash_of_a_library_stays(lock):
    (pin,) = wheels.pins(lock, wheels.LINUX)
    assert pin.line() == f"alpha==1.0 --hash=sha256:{'a' * 64} --hash=sha256:{'b' * 64}"


def test_no_wheel_for_linux_needs_more_than_glibc_2_28():
    newest = max(int(tag.split("_")[2]) for tag in wheels.LINUX.tags if tag.count("_") == 4)
    assert newest == 28


def test_the_shipped_python_is_one_that_the_program_supports():
    assert OLDEST <= tuple(int(part) for part in PYTHON.split(".")) <= NEWEST


@pytest.mark.parametrize(
    ("path", "stays"),
    [
        ("holidays/countries/russia.py", True),
        ("holidays/countries/__init__.py", True),
        ("holidays/countries/france.py", False),
        ("holidays/locale/ru/LC_MESSAGES/RU.mo", True),
        ("holidays/locale/fr/LC_MESSAGES/FR.mo", False),
        ("lxml/etree.cpython-313-x86_64-linux-gnu.so", True),
        ("lxml/objectify.cpython-313-x86_64-linux-gnu.so", False),
        ("PIL/_imaging.cp313-win_amd64.pyd", True),
        ("PIL/_imagingft.cp313-win_amd64.pyd", False),
        ("icalendar/tests/test_alarm.py", False),
        ("PySide6/tests/kept.py", True),
        ("docx/templates/default-header.xml", True),
    ],
)
def test_only_what_is_never_loaded_is_left_out(path, stays, tmp_path):
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.touch()
    left_out.take_out(tmp_path)
    assert file.exists() is stays


def test_qt_is_shipped_by_what_the_program_imports():
    used = qt_parts.modules_imported()
    assert {"QtCore", "QtGui", "QtWidgets"} <= used
    assert "QtQml" not in used


@pytest.mark.parametrize(
    ("plugin", "is_used"),
    [
        ("platforms/libqxcb.so", True),
        ("platforms/qwindows.dll", True),
        ("imageformats/libqsvg.so", True),
        ("printsupport/libcupsprintersupport.so", True),
        ("platformthemes/libqgtk3.so", False),
        ("platforms/libqeglfs.so", False),
        ("sqldrivers/libqsqlite.so", False),
    ],
)
def test_plugins_of_windows_icons_and_printing_are_shipped(plugin, is_used, tmp_path):
    assert qt_parts.is_plugin_used(tmp_path / plugin) is is_used


def test_the_translation_of_qts_own_words_is_shipped():
    assert qt_parts.TRANSLATIONS.fullmatch("qtbase_ru.qm")
    assert not qt_parts.TRANSLATIONS.fullmatch("qtbase_de.qm")
