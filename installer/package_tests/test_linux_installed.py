"""The packages in bare systems: installed, started, updated, removed; the data stays."""

import json
import shutil
import sqlite3
import subprocess
import time
from contextlib import closing

import pytest

from installer.package_tests.bare_system import HOME, USER
from installer.shipping import linux_tree, program, tools

DATA = f"{HOME}/.local/share/Nastavnik"
SCHOOL = f"{HOME}/Школа № 17"
BASE = f"{SCHOOL}/demo.nastavnik"
OLDER_BASE = program.ROOT / "tests/data/bases/0001.nastavnik"
_SECONDS_TO_FILL = 2  # until the page shows its rows: only the picture needs them
OPENED = "– Наставник"  # the title of a window that shows a base


@pytest.fixture(scope="module")
def installed(system, deb):
    """The system with the package and what it depends on, and nothing else."""
    package = system.take_in(deb, "/root")
    system.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", package)
    return system


@pytest.fixture(scope="module")
def school(installed):
    """The training school, made by the installed program for the ordinary user."""
    installed.run("nastavnik", "demo", SCHOOL, user=USER)
    return BASE


def _answer(system, *arguments, program_file="nastavnik"):
    return system.run(program_file, *arguments, user=USER, check=False)


def _window_opens(system, screen, program_file, base, picture):
    """Start the program on the screen, wait for its window and take its picture."""
    variables = {"DISPLAY": screen.name, "LANG": "ru_RU.UTF-8"}
    line = system.line([program_file, base], USER, variables)
    with subprocess.Popen(
        line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            screen.wait_for(OPENED, process)
            time.sleep(_SECONDS_TO_FILL)
            screen.take_picture(f"{system.suite}-{picture}")
        finally:
            process.terminate()
            _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors
    assert "could not load" not in errors.lower()
    assert system.path(f"{DATA}/logs/nastavnik.log").exists()


def test_the_version_is_that_of_the_package(installed):
    assert _answer(installed, "--version").stdout == f"Наставник {program.VERSION}\n"
    listed = installed.run("dpkg-query", "-W", "-f", "${Version}", program.PACKAGE).stdout
    assert listed == program.VERSION


def test_the_training_school_is_made_and_sound(installed, school):
    answer = _answer(installed, "check", "--base", school)
    assert json.loads(answer.stdout)["ok"] is True


def test_the_base_tells_the_version_that_made_it(installed, school):
    with closing(sqlite3.connect(installed.path(school))) as base:
        assert base.execute("SELECT made_by_version FROM schools").fetchall() == [
            (program.VERSION,)
        ]


def test_the_window_starts(installed, school, screen):
    _window_opens(installed, screen, "nastavnik", school, "deb")


def test_the_desktop_finds_menu_entry_icon_and_file_type(installed):
    for name in (
        "applications/nastavnik.desktop",
        "icons/hicolor/scalable/apps/nastavnik.svg",
        "icons/hicolor/48x48/apps/nastavnik.png",
        "mime/packages/nastavnik.xml",
        "metainfo/nastavnik.metainfo.xml",
        "doc/nastavnik/licences.html",
    ):
        assert installed.path(f"/usr/share/{name}").is_file()


def test_a_base_of_the_first_version_is_copied_and_upgraded(installed, screen):
    place = installed.take_in(OLDER_BASE)
    folder = installed.path(HOME)
    installed.run("chown", "-R", f"{USER}:{USER}", HOME)
    _window_opens(installed, screen, "nastavnik", place, "upgraded")
    (copy,) = (folder / "Резервные копии").glob("*.nastavnik")
    assert copy.read_bytes()[:16] == b"SQLite format 3\0"
    with closing(sqlite3.connect(copy)) as base:
        assert base.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)


def test_a_base_of_a_newer_version_is_refused_in_words(installed, school):
    newer = installed.path(f"{HOME}/newer.nastavnik")
    shutil.copy(installed.path(school), newer)
    with closing(sqlite3.connect(newer)) as base, base:
        base.execute("UPDATE alembic_version SET version_num = '9999'")
    installed.run("chown", "-R", f"{USER}:{USER}", HOME)
    content = newer.read_bytes()
    answer = _answer(installed, "check", "--base", f"{HOME}/newer.nastavnik")
    assert answer.returncode == 2
    assert "более новой версией программы" in answer.stderr
    assert newer.read_bytes() == content


def test_a_newer_package_over_an_older_one_keeps_base_and_settings(installed, school, tmp_path):
    settings = installed.path(f"{DATA}/settings.json")
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('{"theme": "dark"}', encoding="utf-8")
    installed.run("chown", "-R", f"{USER}:{USER}", HOME)
    before = (installed.path(school).read_bytes(), settings.read_bytes())
    newer = installed.take_in(_next_package(tmp_path), "/root")
    installed.run("apt-get", "install", "-y", "-qq", newer)
    assert installed.run("dpkg-query", "-W", "-f", "${Version}", program.PACKAGE).stdout == "99"
    assert (installed.path(school).read_bytes(), settings.read_bytes()) == before
    assert json.loads(_answer(installed, "check", "--base", school).stdout)["ok"] is True


def _next_package(folder):
    """A package of the same files under a later version; not compressed, since nobody keeps it."""
    tree = folder / "next"
    shutil.copytree(program.BUILD / "deb", tree, symlinks=True)
    control = tree / "DEBIAN/control"
    text = control.read_text("utf-8")
    control.write_text(text.replace(f"Version: {program.VERSION}\n", "Version: 99\n"), "utf-8")
    package = folder / "nastavnik_99_amd64.deb"
    tools.run(["dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, package], "Пакет")
    return package


def test_removal_leaves_only_the_data(installed, school):
    content = installed.path(school).read_bytes()
    installed.run("apt-get", "purge", "-y", "-qq", program.PACKAGE)
    assert list(installed.path("/usr").rglob("*nastavnik*")) == []
    assert installed.path(school).read_bytes() == content
    assert installed.path(f"{DATA}/settings.json").exists()


# The archive, for a user without rights, in the same system without the package.


@pytest.fixture(scope="module")
def unpacked(installed, tar_xz):
    """The archive unpacked by the ordinary user, into a folder with a Russian name."""
    installed.run("apt-get", "purge", "-y", "-qq", program.PACKAGE, check=False)
    installed.run("apt-get", "install", "-y", "-qq", "xz-utils")
    archive = installed.take_in(tar_xz)
    place = f"{HOME}/Мои программы"
    installed.run("mkdir", "-p", place, user=USER)
    installed.run("tar", "-xf", archive, "-C", place, user=USER)
    return f"{place}/nastavnik"


def test_the_archive_runs_without_rights(installed, unpacked):
    program_file = f"{unpacked}/nastavnik"
    folder = f"{HOME}/из архива"
    assert _answer(installed, "demo", folder, program_file=program_file).returncode == 0
    line = ("check", "--base", f"{folder}/demo.nastavnik")
    assert json.loads(_answer(installed, *line, program_file=program_file).stdout)["ok"] is True


def test_the_window_starts_from_the_archive(installed, unpacked, screen):
    base = f"{HOME}/из архива/demo.nastavnik"
    _window_opens(installed, screen, f"{unpacked}/nastavnik", base, "tar")


def test_the_menu_entry_is_added_and_taken_away(installed, unpacked):
    entry = installed.path(f"{HOME}/.local/share/applications/nastavnik.desktop")
    installed.run(f"{unpacked}/menu.sh", user=USER)
    assert f'Exec="{unpacked}/nastavnik" %f\n' in entry.read_text("utf-8")
    installed.run(f"{unpacked}/menu.sh", "--remove", user=USER)
    assert not entry.exists()


def test_carried_on_a_stick_it_keeps_the_data_beside_itself(installed, unpacked, screen):
    installed.run("touch", f"{unpacked}/portable.txt", user=USER)
    program_file = f"{unpacked}/nastavnik"
    base = f"{unpacked}/data/bases/school.nastavnik"
    folder = f"{HOME}/ещё"
    _answer(installed, "demo", folder, program_file=program_file)
    installed.run("mkdir", "-p", f"{unpacked}/data/bases", user=USER)
    installed.run("cp", f"{folder}/demo.nastavnik", base, user=USER)
    process = subprocess.Popen(
        installed.line([program_file, base], USER, {"DISPLAY": screen.name}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        screen.wait_for(OPENED, process)
        log = installed.path(f"{unpacked}/data/logs/nastavnik.log")
        screen.wait_until(log.exists)
    finally:
        process.terminate()
        process.communicate(timeout=60)


def test_the_tree_of_the_packages_holds_no_file_of_a_user():
    names = {path.name for path in linux_tree.FOLDER.rglob("*")}
    assert not [name for name in names if name.endswith((".nastavnik", ".log"))]
