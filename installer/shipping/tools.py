"""Programs of the build machine: whether they are there, and how they are run."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from installer.reporting import SetupFailed, say
from installer.shipping.program import BUILD
from installer.supported_python import as_administrator

LOG = BUILD / "packages.log"

# Program -> package of Debian that brings it.
FOR_LINUX = {
    "mmdebstrap": "mmdebstrap",
    "dpkg-source": "dpkg-dev",
    "dpkg-deb": "dpkg",
    "unshare": "util-linux",
    "readelf": "binutils",
    "icupkg": "icu-devtools",
    "rsvg-convert": "librsvg2-bin",
    "xz": "xz-utils",
    "rpmbuild": "rpm",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
}
FOR_WINDOWS = {
    "makensis": "nsis",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "x86_64-w64-mingw32-objdump": "binutils-mingw-w64-x86-64",
    "rsvg-convert": "librsvg2-bin",
    "icotool": "icoutils",
}


def ensure(needed: Mapping[str, str]) -> None:
    """Install what is missing when root on Debian; raises SetupFailed with the line to type."""
    packages = _missing(needed)
    if not packages:
        return
    if shutil.which("apt-get") and is_root():
        say(f"Устанавливаем программы для сборки: {', '.join(packages)}…")
        install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
        if _succeeds(["apt-get", "update"]) and _succeeds(install) and not _missing(needed):
            return
    line = as_administrator(f"apt-get install {' '.join(packages)}")
    raise SetupFailed(f"Для сборки не хватает программ. Наберите: {line}")


def demand_root() -> None:
    """The old system is laid out and entered as root; raises SetupFailed."""
    if not is_root():
        raise SetupFailed("Пакеты собирает администратор: повторите команду через sudo.")


def is_root() -> bool:
    """Whether this is the administrator of a Unix system."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def run(command: Sequence[str | Path], what: str, folder: Path | None = None) -> None:
    """Run a program, its output into the log; raises SetupFailed that says ``what`` failed."""
    LOG.parent.mkdir(parents=True, exist_ok=True)
    words = [str(word) for word in command]
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"\n$ {' '.join(words)}\n")
        log.flush()
        code = subprocess.call(
            words, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )
    if code != 0:
        raise SetupFailed(f"{what}: не удалось. Подробности: {LOG}")


def answer_of(command: Sequence[str | Path]) -> str:
    """What a program prints; raises SetupFailed when it fails."""
    words = [str(word) for word in command]
    answer = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    if answer.returncode != 0:
        raise SetupFailed(f"{words[0]}: {answer.stderr.strip() or answer.returncode}")
    return answer.stdout


def _missing(needed: Mapping[str, str]) -> list[str]:
    return sorted({package for name, package in needed.items() if shutil.which(name) is None})


def _succeeds(command: Sequence[str]) -> bool:
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    answer = subprocess.run(
        command, env=surroundings, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return answer.returncode == 0
