"""The archive for a home folder: the program, and a script that adds it to the user's menu."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from installer.shipping import linux_bundle, linux_tree, program, tools

LINUX = program.ROOT / "installer/linux"


def make(bundle: Path) -> Path:
    """Pack the program's folder with its helpers; returns the file in ``dist``."""
    folder = program.BUILD / "tar" / program.PACKAGE
    if folder.exists():
        shutil.rmtree(folder)
    shutil.copytree(bundle, folder, symlinks=True, copy_function=os.link)
    share = folder / "share"
    linux_tree.put(linux_tree.DESKTOP / "nastavnik.desktop", share / "nastavnik.desktop")
    linux_tree.put(linux_tree.DESKTOP / "nastavnik.xml", share / "nastavnik.xml")
    linux_tree.put(program.ROOT / "resources/icons/nastavnik.svg", share / "nastavnik.svg")
    linux_tree.put(LINUX / "menu.sh", folder / "menu.sh")
    _put_readme(folder / "ПРОЧТИ МЕНЯ.txt")
    linux_tree.settle(folder)
    name = f"{program.PACKAGE}-{program.VERSION}-linux-x86_64.tar.xz"
    target = program.DIST / name
    owners = ["--owner=0", "--group=0", "--numeric-owner", "--sort=name"]
    compress = ["--use-compress-program", "xz --x86 --lzma2=preset=9"]
    tools.run(
        ["tar", *owners, *compress, "-cf", target, "-C", folder.parent, folder.name],
        "Архив .tar.xz",
    )
    return target


def _put_readme(target: Path) -> None:
    text = (LINUX / "readme.txt").read_text(encoding="utf-8")
    packages = " ".join(linux_bundle.outside_packages())
    text = text.replace("@VERSION@", program.VERSION).replace("@PACKAGES@", packages)
    target.write_text(text, encoding="utf-8")
