"""The Windows installer, made around a stand-in of Windows' Python, under 64-bit wine.

What wine cannot show stands in installer/windows/checklist.md.
"""

import hashlib
import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from installer.reporting import SetupFailed
from installer.shipping import (
    program,
    tools,
    wheels,
    windows_archive,
    windows_folder,
    windows_installer,
)

OF_NO_USE = ("python.exe", "_ssl.pyd", "_wmi.pyd", "libcrypto-3.dll")
STAND_IN = Path(__file__).with_name("stand_in.c")
PLACE = "C:\\Школа_№_17\\Наставник"  # without blanks: wine would put the word in quotes
RUSSIAN = "С:\\Мои документы\\Школа «Родник» № 5.nastavnik"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Folder and installer of the program with the stand-in, without the libraries."""
    tools.ensure({**tools.FOR_WINDOWS, "wine": "wine64"})
    place = tmp_path_factory.mktemp("windows")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(program, "DIST", place / "dist")
        patch.setattr(windows_folder, "FOLDER", program.BUILD / "windows-test/nastavnik")
        patch.setattr(wheels, "download", lambda target: _no_wheels(place))
        patch.setattr(windows_folder.licences, "write_page", _write_page)
        archive = _stand_in_archive(place)
        folder = windows_folder.make(windows_archive.checked(archive, _sum(archive)))
        yield folder, windows_installer.make(folder), windows_installer.make_portable(folder)


def _no_wheels(place):
    (place / "wheels").mkdir()
    return place / "wheels"


def _write_page(folder, *_parts):
    (folder / "licences.html").write_text("<h1>Лицензии</h1>", encoding="utf-8")


def _stand_in_archive(place):
    compiler = ["x86_64-w64-mingw32-gcc", "-shared", "-municode", "-static", "-o"]
    library = place / windows_archive.DLL
    subprocess.run([*compiler, library, STAND_IN], check=True)
    archive = place / f"python-{program.PYTHON}.0-embed-amd64.zip"
    stem = library.stem
    with zipfile.ZipFile(archive, "w") as made:
        for name in (library.name, "python3.dll", *OF_NO_USE):
            made.write(library, name)
        made.writestr(f"{stem}._pth", "")
        made.writestr(f"{stem}.zip", "")
    return archive


def _sum(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def windows(tmp_path_factory):
    """A fresh Windows of wine; runs a program there and shows its files here."""
    return Wine(tmp_path_factory.mktemp("wine"))


class Wine:
    def __init__(self, folder):
        self.drive = folder / "prefix/drive_c"
        self.surroundings = {
            **os.environ,
            "WINEPREFIX": str(folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "DISPLAY": "",
        }
        self.run("wineboot", "-i")
        self.run("winecfg", "-v", "win10")

    def run(self, *words, **variables):
        """Run a program and wait for all that it started; returns its exit code."""
        answer = subprocess.run(
            ["wine", *map(str, words)],
            env={**self.surroundings, **variables},
            input=b"",
            capture_output=True,
            check=False,
        )
        subprocess.run(["wineserver", "-w"], env=self.surroundings, check=False)
        return answer.returncode

    def path(self, place):
        return self.drive.joinpath(*place.removeprefix("C:\\").split("\\"))

    def value(self, key, name):
        """A value of the registry, or nothing."""
        query = (
            ["wine", "reg", "query", key, "/v", name]
            if name
            else ["wine", "reg", "query", key, "/ve"]
        )
        answer = subprocess.run(query, env=self.surroundings, capture_output=True, check=False)
        return answer.stdout.decode("utf-8", "replace") if answer.returncode == 0 else ""


def _files(folder):
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def installed(built, windows):
    """The program installed silently, without any rights, into a folder with a Russian name."""
    _folder, setup, _portable = built
    assert windows.run(setup, "/S", "/CurrentUser", f"/D={PLACE}") == 0
    return windows.path(PLACE)


def test_every_file_is_laid_out(built, installed):
    folder, _setup, _portable = built
    assert _files(installed) == _files(folder) | {Path("uninstall.exe")}
    assert len(_files(installed)) > 300


def test_of_python_only_what_is_used_is_laid_out(installed):
    names = {path.name for path in (installed / "python").iterdir()}
    assert {windows_archive.DLL, "python3.dll"} <= names
    assert names & set(OF_NO_USE) == set()


def test_the_starter_hands_its_words_to_the_program(windows, installed, tmp_path):
    words = tmp_path / "words.txt"
    line = [installed / "nastavnik-console.exe", "check", "--base", RUSSIAN]
    assert windows.run(*line, WORDS_FILE=f"Z:{words}") == 0
    *options, main, command, base, name = words.read_text("utf-8").splitlines()
    assert options == ["-B", "-X", "utf8"]
    assert main.endswith("Наставник\\main.py")
    assert [command, base, name] == ["check", "--base", RUSSIAN]


def test_menu_and_list_of_programs_know_it(windows, installed):
    menu = list(windows.drive.glob("users/*/AppData/Roaming/Microsoft/Windows/Start Menu/**/*.lnk"))
    assert [path.name for path in menu] == ["Наставник.lnk"]
    key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Nastavnik"
    assert program.VERSION in windows.value(key, "DisplayVersion")
    assert "/CurrentUser" in windows.value(key, "QuietUninstallString")


def test_a_double_click_on_a_base_opens_it(windows, installed):
    key = "HKCU\\Software\\Classes\\"
    assert "Nastavnik.Base" in windows.value(f"{key}.nastavnik", "")
    command = windows.value(f"{key}Nastavnik.Base\\shell\\open\\command", "")
    assert 'nastavnik.exe" "%1"' in command


def test_a_newer_version_takes_the_files_of_the_older_away_and_no_others(built, windows, installed):
    _folder, setup, _portable = built
    own = installed / "Моя база.nastavnik"
    own.write_bytes(b"data")
    (installed / "main.py").write_text("damaged", encoding="utf-8")
    assert windows.run(setup, "/S", "/CurrentUser", f"/D={PLACE}") == 0
    assert own.read_bytes() == b"data"
    assert (installed / "main.py").read_bytes() == (program.ROOT / "main.py").read_bytes()


def test_the_uninstaller_never_touches_the_data(windows, installed):
    data = windows.drive / "users" / os.environ.get("USER", "root") / "AppData/Local/Nastavnik"
    data.mkdir(parents=True, exist_ok=True)
    (data / "settings.json").write_text("{}", encoding="utf-8")
    own = installed / "data/bases/Школа.nastavnik"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"data")
    assert windows.run(installed / "uninstall.exe", "/S", "/CurrentUser") == 0
    left = {path.as_posix() for path in _files(installed)}
    assert left == {"data/bases/Школа.nastavnik", "Моя база.nastavnik"}
    assert (data / "settings.json").exists()
    key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Nastavnik"
    assert windows.value(key, "DisplayVersion") == ""
    assert windows.value("HKCU\\Software\\Classes\\.nastavnik", "") == ""


STICK = "C:\\Флешка\\Наставник"


@pytest.fixture(scope="module")
def carried(built, windows):
    """The program laid out silently on a stick."""
    _folder, _setup, portable = built
    assert windows.run(portable, "/S", f"/D={STICK}") == 0
    return windows.path(STICK)


def test_the_portable_program_keeps_its_data_beside_itself(built, carried):
    folder, _setup, _portable = built
    own = {Path(name) for name in ("portable.txt", "ПРОЧТИ МЕНЯ.txt", "uninstall.exe")}
    assert _files(carried) == _files(folder) | own


def test_the_portable_program_leaves_no_trace_in_the_system(windows, carried):
    assert windows.value("HKCU\\Software\\Nastavnik", "Folder") == ""
    assert windows.value("HKCU\\Software\\Classes\\.nastavnik", "") == ""


def test_a_newer_portable_program_keeps_the_data_and_goes_without_it(built, windows, carried):
    _folder, _setup, portable = built
    base = carried / "data/bases/Школа.nastavnik"
    base.parent.mkdir(parents=True)
    base.write_bytes(b"data")
    (carried / "main.py").write_text("damaged", encoding="utf-8")
    assert windows.run(portable, "/S", f"/D={STICK}") == 0
    assert (carried / "main.py").read_bytes() == (program.ROOT / "main.py").read_bytes()
    assert base.read_bytes() == b"data"
    assert windows.run(carried / "uninstall.exe", "/S") == 0
    assert {path.as_posix() for path in _files(carried)} == {"data/bases/Школа.nastavnik"}


def test_bytecode_is_there_for_every_module(built):
    folder, _setup, _portable = built
    modules = [path for name in program.CODE for path in (folder / name).rglob("*.py")]
    assert len(modules) > 200
    tag = f"cpython-{program.PYTHON.replace('.', '')}"
    absent = [
        path
        for path in modules
        if not (path.parent / "__pycache__" / f"{path.stem}.{tag}.pyc").exists()
    ]
    assert absent == []


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda archive: (None, None), "укажите архив Python"),
        (lambda archive: (archive, None), "укажите архив Python"),
        (lambda archive: (archive.with_name("no.zip"), "0" * 64), "не найден"),
        (lambda archive: (archive, "0" * 64), "SHA-256 архива"),
        (lambda archive: (STAND_IN, _sum(STAND_IN)), "не архив Python"),
    ],
)
def test_another_archive_stops_the_build_with_one_sentence(make, words, tmp_path):
    archive, sha256 = make(_stand_in_archive(tmp_path))
    with pytest.raises(SetupFailed, match=words) as refusal:
        windows_archive.checked(archive, sha256)
    assert str(refusal.value).count(". ") == 0
