"""The files of the Linux packages as they lie after installing: program, menu, icon, file type."""

from __future__ import annotations

import gzip
import os
import shutil
import time
from pathlib import Path

from installer.shipping import program, tools

FOLDER = program.BUILD / "linux-tree"
DESKTOP = program.ROOT / "installer/linux/desktop"
LIBRARY = Path("usr/lib") / program.PACKAGE
DOCS = Path("usr/share/doc") / program.PACKAGE
_ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)


def make(bundle: Path) -> Path:
    """Lay out the tree anew around the program's folder; returns it."""
    tree = program.emptied(FOLDER)
    _copy_linked(bundle, tree / LIBRARY)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin" / program.PACKAGE).symlink_to(f"../lib/{program.PACKAGE}/{program.PACKAGE}")
    share = tree / "usr/share"
    put(DESKTOP / "nastavnik.desktop", share / "applications/nastavnik.desktop")
    put(DESKTOP / "nastavnik.xml", share / "mime/packages/nastavnik.xml")
    _put_metainfo(share / "metainfo/nastavnik.metainfo.xml")
    put_icons(share / "icons/hicolor")
    _put_documents(tree / DOCS, bundle)
    settle(tree)
    return tree


def put(source: Path, target: Path) -> None:
    """Copy a file, its folder made."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)


def put_icons(theme: Path) -> None:
    """Draw the icon in the sizes of menus, and keep the drawing itself."""
    drawing = program.ROOT / "resources/icons/nastavnik.svg"
    put(drawing, theme / "scalable/apps/nastavnik.svg")
    for size in _ICON_SIZES:
        target = theme / f"{size}x{size}/apps/nastavnik.png"
        target.parent.mkdir(parents=True)
        sides = ["--width", str(size), "--height", str(size)]
        tools.run(["rsvg-convert", *sides, "--output", target, drawing], "Рисование значка")


def settle(tree: Path) -> None:
    """The same rights and the same moment for all files, whoever builds."""
    moment = program.moment()
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            is_run = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if is_run else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def _put_metainfo(target: Path) -> None:
    text = (DESKTOP / "nastavnik.metainfo.xml").read_text(encoding="utf-8")
    day = time.strftime("%Y-%m-%d", time.gmtime(program.moment()))
    target.parent.mkdir(parents=True)
    target.write_text(
        text.replace("@VERSION@", program.VERSION).replace("@DATE@", day), encoding="utf-8"
    )


def _put_documents(docs: Path, bundle: Path) -> None:
    docs.mkdir(parents=True)
    put(program.ROOT / "LICENSE", docs / "copyright")
    put(bundle / "licences.html", docs / "licences.html")
    news = (program.ROOT / "CHANGELOG.md").read_bytes()
    (docs / "changelog.gz").write_bytes(gzip.compress(news, mtime=program.moment()))


def _copy_linked(source: Path, target: Path) -> None:
    """A copy that shares the files of the source, which is not changed any more."""
    shutil.copytree(source, target, symlinks=True, copy_function=os.link)
