"""The libraries of Debian and Ubuntu that Qt needs and a fresh system may lack."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from installer.reporting import SetupFailed, say
from installer.supported_python import as_administrator

# File that Qt opens -> package of Debian and Ubuntu that brings it.
OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW = {
    **OFFSCREEN,
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
IS_LINUX = sys.platform.startswith("linux")
_LOADER_CACHE = Path("/etc/ld.so.cache")
_DEBIAN_MARK = Path("/etc/debian_version")


def ensure(needed: Mapping[str, str]) -> None:
    """Install the missing ones when allowed; elsewhere than on Linux there is nothing to do.

    Raises SetupFailed with the exact line to type when they cannot be installed from here.
    """
    if not IS_LINUX:
        return
    absent = missing(needed)
    if not absent:
        return
    packages = [needed[library] for library in absent]
    if not (_DEBIAN_MARK.exists() and shutil.which("apt-get")):
        raise SetupFailed(
            f"Окну программы не хватает системных библиотек: {', '.join(absent)}. Поставьте их "
            f"средствами вашей системы и повторите запуск."
        )
    if not (_install(packages) and not missing(needed)):
        line = as_administrator(f"apt-get install {' '.join(packages)}")
        raise SetupFailed(f"Окну программы не хватает системных библиотек. Наберите: {line}")


def missing(needed: Mapping[str, str]) -> list[str]:
    """Those of the libraries that the system cannot load."""
    try:
        known = _LOADER_CACHE.read_bytes()
    except OSError:
        known = b""
    # The loader's own list answers in a millisecond; loading is the slow but certain way.
    return [
        library
        for library in needed
        if b"\0%s\0" % library.encode() not in known and not _loads(library)
    ]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install(packages: list[str]) -> bool:
    prefix = _prefix_of_administrator()
    if prefix is None:
        return False
    say(f"Устанавливаем системные библиотеки: {', '.join(packages)}…")
    install = [*prefix, "apt-get", "install", "-y", "--no-install-recommends", *packages]
    if _runs(install):
        return True
    # A fresh system has no list of packages yet.
    return _runs([*prefix, "apt-get", "update"]) and _runs(install)


def _prefix_of_administrator() -> list[str] | None:
    """What to put before a command to run it as root without a password; None: not possible."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _runs(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def _runs(command: list[str]) -> bool:
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    answer = subprocess.run(
        command, env=surroundings, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return answer.returncode == 0
