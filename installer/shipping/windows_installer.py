"""The installer for Windows and the folder for a USB stick."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from installer.shipping import program, report, tools

SOURCES = program.ROOT / "installer/windows"
PORTABLE_MARK = "portable.txt"
_KILOBYTE = 1024
_README = "ПРОЧТИ МЕНЯ.txt"


def make(folder: Path) -> Path:
    """Make the installer; returns the file in ``dist``. Raises SetupFailed."""
    work = folder.parent
    shutil.copy(program.ROOT / "LICENSE", folder / "LICENSE.txt")
    put_in, take_out = work / "files-in.nsh", work / "files-out.nsh"
    # With the mark of UTF-8: the paths may hold any letters.
    put_in.write_text("\n".join(_put_in(folder)), encoding="utf-8-sig")
    take_out.write_text("\n".join(_take_out(folder)), encoding="utf-8-sig")
    target = program.DIST / f"nastavnik-{program.VERSION}-windows-x64-setup.exe"
    program.DIST.mkdir(exist_ok=True)
    numbers = ".".join([*program.VERSION.split("."), "0", "0", "0"][:4])
    defined = {
        "VERSION": program.VERSION,
        "VERSION_NUMBERS": numbers,
        "FOLDER": folder,
        "OUTPUT": target,
        "ICON": work / "nastavnik.ico",
        "FILES_IN": put_in,
        "FILES_OUT": take_out,
        "SIZE_KB": report.size_of(folder) // _KILOBYTE,
    }
    options = [f"-D{name}={value}" for name, value in defined.items()]
    tools.run(
        ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *options, SOURCES / "nastavnik.nsi"],
        "Установщик для Windows",
    )
    return target


def make_portable(folder: Path) -> Path:
    """Pack the folder with the mark that keeps the data beside the program."""
    target = program.DIST / f"nastavnik-{program.VERSION}-windows-x64-portable.zip"
    program.DIST.mkdir(exist_ok=True)
    readme = (SOURCES / "readme.txt").read_text("utf-8").replace("@VERSION@", program.VERSION)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, Path(program.TITLE) / path.relative_to(folder))
        archive.writestr(f"{program.TITLE}/{_README}", readme.replace("\n", "\r\n"))
        archive.writestr(f"{program.TITLE}/{PORTABLE_MARK}", "")
    return target


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
