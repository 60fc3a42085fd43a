"""The installer for Windows and the program for a USB stick, which lays itself out there."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from installer.shipping import program, report, tools

SOURCES = program.ROOT / "installer/windows"
PORTABLE_MARK = "portable.txt"
_KILOBYTE = 1024
_README = "ПРОЧТИ МЕНЯ.txt"


def make(folder: Path) -> Path:
    """Make the installer; returns the file in ``dist``. Raises SetupFailed."""
    shutil.copy(program.ROOT / "LICENSE", folder / "LICENSE.txt")
    size = report.size_of(folder) // _KILOBYTE
    return _packed("setup", "nastavnik.nsi", [folder], {"SIZE_KB": size})


def make_portable(folder: Path) -> Path:
    """Make the file that lays the program out with the mark that keeps the data beside it.

    A packer of its own, since an archive that Windows opens by itself would be half as large
    again. Returns the file in ``dist``. Raises SetupFailed.
    """
    beside = program.emptied(folder.parent / "portable")
    readme = (SOURCES / "readme.txt").read_text("utf-8").replace("@VERSION@", program.VERSION)
    (beside / _README).write_text(readme, encoding="utf-8-sig", newline="\r\n")
    (beside / PORTABLE_MARK).touch()
    return _packed("portable", "portable.nsi", [folder, beside], {})


def _packed(kind: str, script: str, folders: list[Path], more: dict[str, object]) -> Path:
    """Compile a script that lays out what lies in the folders and can take it out again."""
    work = folders[0].parent
    put_in, take_out = work / f"{kind}-in.nsh", work / f"{kind}-out.nsh"
    # With the mark of UTF-8: the paths may hold any letters.
    put_in.write_text("\n".join(_each(_put_in, folders)), encoding="utf-8-sig")
    take_out.write_text("\n".join(_each(_take_out, folders)), encoding="utf-8-sig")
    target = program.DIST / f"nastavnik-{program.VERSION}-windows-x64-{kind}.exe"
    program.DIST.mkdir(exist_ok=True)
    defined = {
        "VERSION": program.VERSION,
        "VERSION_NUMBERS": ".".join([*program.VERSION.split("."), "0", "0", "0"][:4]),
        "FOLDER": folders[0],
        "OUTPUT": target,
        "ICON": work / "nastavnik.ico",
        "FILES_IN": put_in,
        "FILES_OUT": take_out,
        **more,
    }
    options = [f"-D{name}={value}" for name, value in defined.items()]
    tools.run(
        ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *options, SOURCES / script],
        "Установщик для Windows",
    )
    return target


def _each(lines_of: Callable[[Path], Iterator[str]], folders: list[Path]) -> Iterator[str]:
    for folder in folders:
        yield from lines_of(folder)


def _put_in(folder: Path) -> Iterator[str]:
    """Instructions that lay every file out, folder by folder."""
    for place in [folder, *sorted(path for path in folder.rglob("*") if path.is_dir())]:
        files = sorted(path for path in place.iterdir() if path.is_file())
        if files:
            yield f'SetOutPath "$INSTDIR{_windows(place, folder)}"'
            yield from (f'File "{_escaped(path)}"' for path in files)


def _take_out(folder: Path) -> Iterator[str]:
    """Instructions that remove just these files, and folders that are empty then."""
    paths = sorted(folder.rglob("*"), reverse=True)
    yield from (f'Delete "$INSTDIR{_windows(path, folder)}"' for path in paths if path.is_file())
    yield from (f'RMDir "$INSTDIR{_windows(path, folder)}"' for path in paths if path.is_dir())


def _windows(path: Path, folder: Path) -> str:
    parts = path.relative_to(folder).parts
    return "".join(f"\\{_escaped(part)}" for part in parts)


def _escaped(text: Path | str) -> str:
    return str(text).replace("$", "$$")
