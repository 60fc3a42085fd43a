"""An old Debian in a folder, where the Linux package is made, so that it runs on newer systems.

Debian 11 has glibc 2.31. Python is compiled there from Debian's own sources of a newer suite,
SQLite too, since that of Debian 11 is from 2021. The folder is kept between builds and made anew
when the recipe changes.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from installer.reporting import say
from installer.shipping import tools
from installer.shipping.program import BUILD, PYTHON, emptied
from installer.system_libraries import WINDOW

SUITE = "bullseye"
SOURCES_SUITE = "trixie"
PYTHON_SOURCE = f"python{PYTHON}"
SQLITE_SOURCE = "sqlite3"
RECIPE = Path(__file__).resolve().parents[1] / "linux"
_RECIPE_FILES = ("build_python.sh", "old_symbols.h")
_NEEDED = (
    *("build-essential", "pkg-config", "tcl"),
    *("zlib1g-dev", "libssl-dev", "libffi-dev", "libbz2-dev", "liblzma-dev", "uuid-dev"),
    *sorted(set(WINDOW.values())),
    *("libcups2", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1"),
)
FOLDER = BUILD / f"root-{SUITE}"
_STAMP = FOLDER / "made-by"


def prepare() -> Path:
    """The folder of the old system with Python in it, made if need be; raises SetupFailed."""
    stamp = _recipe_digest()
    if _STAMP.exists() and _STAMP.read_text(encoding="utf-8") == stamp:
        return FOLDER
    say(f"Раскладываем старую систему ({SUITE}), это несколько минут…")
    if FOLDER.exists():
        shutil.rmtree(FOLDER)
    BUILD.mkdir(parents=True, exist_ok=True)
    tools.run(
        ["mmdebstrap", "--variant=minbase", f"--include={','.join(_NEEDED)}", SUITE, FOLDER],
        f"Раскладка системы {SUITE}",
    )
    _put_sources()
    say("Собираем в ней Python, это около четверти часа…")
    enter(["sh", "/sources/build_python.sh", "/sources"], "Сборка Python")
    shutil.rmtree(FOLDER / "sources")
    _STAMP.write_text(stamp, encoding="utf-8")
    return FOLDER


def enter(command: Sequence[str], what: str) -> None:
    """Run a program inside; its /proc and /dev vanish with it. Raises SetupFailed."""
    script = (
        'root=$1; shift; mount --bind /proc "$root/proc"; mount --bind /dev "$root/dev"; '
        'exec chroot "$root" /usr/bin/env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin '
        'HOME=/root LC_ALL=C.UTF-8 "$@"'
    )
    inside = ["unshare", "--mount", "sh", "-euc", script, "enter", str(FOLDER), *command]
    tools.run(inside, what)


def package_of(library: str) -> str:
    """The Debian package that brings a library of the old system; raises SetupFailed."""
    answer = tools.answer_of(["dpkg-query", f"--root={FOLDER}", "--search", f"*/{library}"])
    return answer.split(":", maxsplit=1)[0]


def _put_sources() -> None:
    sources = emptied(FOLDER / "sources")
    for name in _RECIPE_FILES:
        shutil.copy(RECIPE / name, sources / name)
    downloads = _download_sources()
    for package, folder in ((SQLITE_SOURCE, "sqlite3"), (PYTHON_SOURCE, "python3")):
        description = next(downloads.glob(f"{package}_*.dsc"))
        tools.run(["dpkg-source", "-x", description, sources / folder], f"Исходный текст {package}")


def _download_sources() -> Path:
    """Debian's sources of a newer suite, from the mirror of the old system, signatures checked."""
    folder = emptied(BUILD / "sources")
    lists, cache = folder / "apt" / "lists", folder / "apt" / "cache"
    (lists / "partial").mkdir(parents=True)
    (cache / "archives" / "partial").mkdir(parents=True)
    (folder / "apt" / "status").touch()
    mirror = (FOLDER / "etc/apt/sources.list").read_text(encoding="utf-8").split()[1]
    source_list = folder / "apt" / "sources.list"
    source_list.write_text(f"deb-src {mirror} {SOURCES_SUITE} main\n", encoding="utf-8")
    apt = [
        *("apt-get", "-o", f"Dir::Etc::SourceList={source_list}", "-o", "Dir::Etc::SourceParts=-"),
        *("-o", f"Dir::State::Lists={lists}", "-o", f"Dir::State::Status={folder}/apt/status"),
        *("-o", f"Dir::Cache={cache}"),
    ]
    tools.run([*apt, "update"], f"Список исходных текстов {SOURCES_SUITE}")
    wanted = [PYTHON_SOURCE, SQLITE_SOURCE]
    tools.run([*apt, "source", "--download-only", *wanted], "Исходные тексты Debian", folder)
    return folder


def _recipe_digest() -> str:
    digest = hashlib.sha256(" ".join([SUITE, SOURCES_SUITE, PYTHON_SOURCE, *_NEEDED]).encode())
    for name in _RECIPE_FILES:
        digest.update((RECIPE / name).read_bytes())
    return digest.hexdigest()
