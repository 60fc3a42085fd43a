"""The folder that runs by itself on Linux: made by PyInstaller in the old system, then trimmed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from installer.reporting import say
from installer.shipping import (
    elf,
    icu,
    left_out,
    licences,
    old_root,
    program,
    qt_parts,
    tools,
    wheels,
)

FOLDER = program.BUILD / "linux" / program.PACKAGE
INTERNAL = FOLDER / "_internal"
LOCKS = (program.ROOT / "requirements.lock", program.ROOT / "installer/requirements-build.lock")
# Libraries that belong to the system: its drivers of the screen are linked to them, so a copy of
# ours, older or newer, would stand in their way.
_OF_THE_SYSTEM = (
    *("libstdc++.so", "libgcc_s.so", "libz.so", "libexpat.so"),
    *("libX11.so", "libX11-xcb.so", "libXau.so", "libXdmcp.so", "libxcb.so"),
    *("libfontconfig.so", "libfreetype.so", "libpng16.so", "libbrotli"),
    *("libGL", "libEGL", "libOpenGL", "libdrm.so", "libgbm.so", "libwayland-"),
    *(
        "libcups.so",
        "libdbus-1.so",
        "libsystemd.so",
        "libgcrypt.so",
        "libgpg-error.so",
        "liblz4.so",
    ),
    *("libglib-2.0.so", "libgthread-2.0.so", "libpcre.so", "libuuid.so"),
)


def make() -> Path:
    """Make the folder anew; returns it. Raises SetupFailed."""
    root = old_root.prepare()
    say("Скачиваем библиотеки для Linux…")
    fetched = wheels.download(wheels.LINUX, LOCKS)
    say("Собираем папку программы для Linux…")
    made = _run_pyinstaller(root, fetched)
    program.emptied(FOLDER.parent)
    shutil.move(made, FOLDER)
    _trim()
    licences.write_page(FOLDER, fetched, "_internal/PySide6/Qt", _of_the_old_system())
    return FOLDER


def outside_packages(*, optional: bool = False) -> list[str]:
    """Debian packages of the libraries that the folder needs and does not bring.

    ``optional`` asks for those that only printing and Wayland's screens need: the program runs
    without them.
    """
    libraries = outside_libraries(optional=optional)
    return sorted({old_root.package_of(library) for library in libraries})


def outside_libraries(*, optional: bool = False) -> list[str]:
    """The libraries themselves; see ``outside_packages``."""
    plugins = {path for path in elf.files(FOLDER) if qt_parts.is_plugin_optional(path)}
    required = elf.needed_from_outside(FOLDER, set(elf.files(FOLDER)) - plugins)
    if optional:
        return sorted(elf.needed_from_outside(FOLDER, plugins) - required)
    return sorted(name for name in required if not name.startswith("ld-linux"))


def _run_pyinstaller(root: Path, fetched: Path) -> Path:
    """Lay program, recipe and libraries into the old system, run there; returns what was made."""
    work = program.emptied(root / "making")
    program.copy_code(work / "program")
    program.copy_resources(work / "program")
    for name in ("nastavnik.spec", "clean_surroundings.py"):
        shutil.copy(old_root.RECIPE / name, work / name)
    shutil.copytree(fetched, work / "wheels", copy_function=os.link)
    inside = [f"/making/wheels/{path.name}" for path in sorted(fetched.iterdir())]
    pip = next(name for name in inside if name.startswith("/making/wheels/pip-"))
    enter = old_root.enter
    enter(["python3", "-m", "venv", "--without-pip", "/making/python"], "Среда для сборки")
    install = ["-m", "pip", "install", "--no-index", "--no-deps", "--quiet", *inside]
    python = ["env", f"PYTHONPATH={pip}", "/making/python/bin/python3"]
    enter([*python, *install], "Установка библиотек для сборки")
    left_out.take_out(next((work / "python/lib").glob("python3*/site-packages")))
    enter(
        [
            *("/making/python/bin/python3", "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"),
            *(
                "--distpath",
                "/making/dist",
                "--workpath",
                "/making/build",
                "/making/nastavnik.spec",
            ),
        ],
        "Сборка папки программы",
    )
    return work / "dist" / program.PACKAGE


def _trim() -> None:
    """Take out what is of the system, what of Qt is not used, and the symbols of debuggers."""
    for path in INTERNAL.glob("lib*.so*"):
        if path.name.startswith(_OF_THE_SYSTEM):
            path.unlink()
    qt_parts.trim(INTERNAL / "PySide6" / "Qt")
    for path in (INTERNAL / "PySide6").glob("Qt*.so"):
        if path.name.split(".")[0] not in qt_parts.modules_imported():
            path.unlink()
    _drop_dangling_links()
    elf.drop_unneeded(FOLDER, _collected_libraries())
    _drop_dangling_links()
    icu.trim(next(INTERNAL.glob("PySide6/Qt/lib/libicudata.so.*")))
    for path in elf.files(INTERNAL):
        if not path.is_relative_to(INTERNAL / "PySide6"):
            tools.run(["strip", "--strip-unneeded", path], "Обрезка отладочных сведений")


def _collected_libraries() -> list[Path]:
    """Libraries that are there for others only; Python's own is loaded by the starter."""
    own = [*INTERNAL.glob("PySide6/Qt/lib/*.so*"), *INTERNAL.glob("*.libs/*.so*")]
    system = [path for path in INTERNAL.glob("lib*.so.*") if path.name[:9] != "libpython"]
    return [path for path in [*own, *system] if not path.is_symlink()]


def _of_the_old_system() -> Iterator[licences.Shipped]:
    """Python, and the libraries of Debian that came with it."""
    text = next((old_root.FOLDER / "usr/local/lib").glob("python3*/LICENSE.txt"))
    yield licences.Shipped("Python", program.PYTHON, "PSF-2.0", (text.read_text("utf-8"),))
    yield licences.Shipped("SQLite", "", "Public domain", ())
    known = {path.name for path in (old_root.FOLDER / "usr/lib").rglob("lib*.so*")}
    libraries = {path.name for path in INTERNAL.glob("lib*.so.*") if not path.is_symlink()}
    for package in sorted({old_root.package_of(name) for name in libraries & known}):
        text = old_root.FOLDER / "usr/share/doc" / package / "copyright"
        yield licences.Shipped(package, "", "Debian", (text.read_text("utf-8"),))


def _drop_dangling_links() -> None:
    for path in INTERNAL.rglob("*"):
        if path.is_symlink() and not path.exists():
            path.unlink()
