"""The package for Debian, Ubuntu and Astra."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from installer.shipping import elf, linux_bundle, program, report, tools

_KILOBYTE = 1024


def make(tree: Path) -> Path:
    """Pack the tree; returns the file in ``dist``. Raises SetupFailed."""
    folder = program.BUILD / "deb"
    if folder.exists():
        shutil.rmtree(folder)
    shutil.copytree(tree, folder, symlinks=True)
    sums = _sums(folder)
    control = folder / "DEBIAN"
    control.mkdir(mode=0o755)
    (control / "control").write_text(_control(tree), encoding="utf-8")
    (control / "md5sums").write_text(sums, encoding="utf-8")
    target = program.DIST / f"{program.PACKAGE}_{program.VERSION}_amd64.deb"
    program.DIST.mkdir(exist_ok=True)
    options = ["--root-owner-group", "-Zxz", "-z9"]
    tools.run(["dpkg-deb", *options, "--build", folder, target], "Пакет .deb")
    return target


def _control(tree: Path) -> str:
    fields = {
        "Package": program.PACKAGE,
        "Version": program.VERSION,
        "Architecture": "amd64",
        "Section": "education",
        "Priority": "optional",
        "Maintainer": "Nastavnik <nastavnik@localhost>",
        "Installed-Size": str(report.size_of(tree) // _KILOBYTE),
        "Depends": ", ".join(_depends()),
        "Recommends": ", ".join(linux_bundle.outside_packages(optional=True)),
        "Description": f"{program.SUMMARY}\n {program.DESCRIPTION}",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _depends() -> list[str]:
    """What the binaries ask of the system: found in them, not listed."""
    oldest = ".".join(str(part) for part in elf.newest_version(linux_bundle.FOLDER))
    named = {
        "libc6": f"libc6 (>= {oldest})",
        "libgcc-s1": "libgcc-s1 | libgcc1",  # its name until Debian 10
    }
    return [named.get(package, package) for package in linux_bundle.outside_packages()]


def _sums(folder: Path) -> str:
    lines = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            lines.append(f"{digest}  {path.relative_to(folder)}\n")
    return "".join(lines)
