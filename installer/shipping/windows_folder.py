"""The folder that runs by itself on Windows.

It holds the starters nastavnik.exe and nastavnik-console.exe, the modules of the program as they
lie in the checkout, its resources, in ``python`` the embeddable Python, in ``lib`` the libraries
of the lock file.
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from installer.reporting import say
from installer.shipping import (
    left_out,
    licences,
    old_root,
    pe,
    program,
    qt_parts,
    tools,
    wheels,
    windows_archive,
)

FOLDER = program.BUILD / "windows" / program.PACKAGE
SOURCES = program.ROOT / "installer/windows"
_COMPILER = "x86_64-w64-mingw32-gcc"
_RUNTIME = ("msvcp140", "concrt140", "vcruntime140")
_ICON_SIZES = (16, 24, 32, 48, 64, 256)


def make(archive: Path) -> Path:
    """Make the folder anew; returns it. Raises SetupFailed."""
    folder = program.emptied(FOLDER)
    windows_archive.unpack(archive, folder / "python")
    say("Скачиваем библиотеки для Windows…")
    fetched = wheels.download(wheels.WINDOWS)
    for wheel in fetched.glob("*.whl"):
        with zipfile.ZipFile(wheel) as opened:
            opened.extractall(folder / "lib")
    left_out.take_out(folder / "lib")
    _share_runtime(folder)
    _trim_qt(folder / "lib/PySide6")
    program.copy_code(folder)
    program.copy_resources(folder)
    _compile_modules(folder)
    make_icon()
    make_starter(folder / "nastavnik.exe", "-mwindows")
    make_starter(folder / "nastavnik-console.exe", "-DCONSOLE")
    licences.write_page(folder, fetched, "lib\\PySide6", _python(folder))
    return folder


def make_icon() -> Path:
    """The icon in the sizes that Windows shows; returns its file."""
    work = FOLDER.parent
    drawing = program.ROOT / "resources/icons/nastavnik.svg"
    pictures = []
    for size in _ICON_SIZES:
        picture = work / f"icon-{size}.png"
        sides = ["--width", str(size), "--height", str(size)]
        tools.run(["rsvg-convert", *sides, "--output", picture, drawing], "Рисование значка")
        pictures.append(picture)
    icon = work / "nastavnik.ico"
    tools.run(["icotool", "--create", "--output", icon, *pictures], "Значок для Windows")
    return icon


def make_starter(target: Path, option: str) -> None:
    """Compile the starter with its icon, version and manifest."""
    work = FOLDER.parent
    for name in ("launcher.rc", "launcher.manifest"):
        shutil.copy(SOURCES / name, work / name)
    numbers = ",".join([*program.VERSION.split("."), "0", "0", "0"][:4])
    tools.run(
        [
            *("x86_64-w64-mingw32-windres", "launcher.rc", "launcher.o", "--codepage=65001"),
            *(f"-DVERSION_NUMBERS={numbers}", f'-DVERSION_TEXT=\\"{program.VERSION}\\"'),
        ],
        "Описание файла программы",
        work,
    )
    tools.run(
        [
            *(_COMPILER, "-municode", "-O2", "-s", "-static", "-Wall", option),
            *(f'-DPYTHON_DLL=L"{windows_archive.DLL}"', "-Wl,--stack,4194304"),
            *("-o", target, SOURCES / "launcher.c", work / "launcher.o", "-lshell32", "-lole32"),
        ],
        "Файл запуска программы",
    )


def _share_runtime(folder: Path) -> None:
    """Put Microsoft's C++ runtime, which Qt's wheel brings, where every library finds it.

    A fresh Windows has none, and the starter names the folder of Python for searching.
    """
    for path in (folder / "lib/PySide6").glob("*140*.dll"):
        if path.name.startswith(_RUNTIME) and not (folder / "python" / path.name).exists():
            shutil.copy(path, folder / "python" / path.name)


def _trim_qt(qt: Path) -> None:
    """Keep of Qt the modules that the program imports, their plugins, and what these ask for."""
    used = qt_parts.modules_imported()
    modules = [path for path in qt.glob("*.pyd") if path.stem in used]
    plugins = [path for path in qt.glob("plugins/*/*.dll") if qt_parts.is_plugin_used(path)]
    wanted = pe.closure([*modules, *plugins], qt.glob("*.dll"))
    for path in sorted(qt.rglob("*")):
        is_kept = path in wanted or (path.parent == qt and path.suffix == ".py")
        is_translation = qt_parts.TRANSLATIONS.fullmatch(path.name)
        if path.is_file() and not is_kept and not is_translation:
            path.unlink()
    for folder in sorted((path for path in qt.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _compile_modules(folder: Path) -> None:
    """Compile all modules, so that nothing is written when they run.

    The Python of the old system does it: only the same version writes what the shipped one reads.
    The result is not compared with its source by time: an archive or a stick may change times.
    """
    root = old_root.prepare()
    inside = Path("/compiled") / folder.name
    outside = program.emptied(root / "compiled") / folder.name
    shutil.move(folder, outside)
    names = [str(inside / name) for name in (*program.CODE, "lib")]
    options = ["-q", "--invalidation-mode", "unchecked-hash", "-s", str(inside)]
    command = ["python3", "-m", "compileall", *options, *names]
    old_root.enter(command, "Перевод модулей в байт-код")
    shutil.move(outside, folder)


def _python(folder: Path) -> list[licences.Shipped]:
    text = folder / "python/LICENSE.txt"
    texts = (text.read_text("utf-8", "replace"),) if text.exists() else ()
    return [licences.Shipped("Python", program.PYTHON, "PSF-2.0", texts)]
