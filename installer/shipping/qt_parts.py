"""Which parts of Qt are shipped: those of the modules that the program imports, and what they need.

A library of Qt stays as a file of its own under its own name, so that it can be replaced.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from installer.shipping.program import CODE, ROOT

_IMPORT = re.compile(r"^\s*(?:from|import) PySide6\.(\w+)", re.MULTILINE)

# Kinds of plugins that a program of windows, icons and printing loads; the others serve videos,
# sensors, databases, web pages, designers.
PLUGIN_FOLDERS = (
    *("platforms", "platformthemes", "platforminputcontexts", "styles"),
    *("imageformats", "iconengines", "printsupport", "xcbglintegrations"),
    *("wayland-decoration-client", "wayland-graphics-integration-client"),
    "wayland-shell-integration",
)
# Screens of machines that are no office PC, formats of images that the program does not read, and
# a look that would draw the whole of another window library in.
_PLUGINS_LEFT_OUT = re.compile(
    r"q(?:gtk3|eglfs|linuxfb|vnc|vkkhrdisplay|webgl|minimalegl|direct2d|tuiotouch|pdf|icns|tga|tiff"
    r"|wbmp|webp|wayland-egl|virtualkeyboardplugin)|qtvirtualkeyboard"
)
TRANSLATIONS = re.compile(r"qt(?:base)?_ru\.qm")


def modules_imported() -> set[str]:
    """Names of the modules of PySide6 that the program imports, as ``QtCore``."""
    found: set[str] = set()
    for name in CODE:
        path = ROOT / name
        for module in [path] if path.is_file() else path.rglob("*.py"):
            found.update(_IMPORT.findall(module.read_text(encoding="utf-8")))
    return found


def is_plugin_used(path: Path) -> bool:
    """Whether a plugin, a file in a folder of its kind, is shipped."""
    stem = path.name.removeprefix("lib")
    return path.parent.name in PLUGIN_FOLDERS and not _PLUGINS_LEFT_OUT.match(stem)


def is_plugin_optional(path: Path) -> bool:
    """Whether a plugin serves what a system may lack: a printing service, Wayland's screens."""
    return path.parent.name == "printsupport" or (
        "Qt" in path.parts and "wayland" in f"{path.parent.name} {path.name}".lower()
    )


def trim(qt: Path) -> None:
    """Take out of a copied Qt the plugins and translations that nothing here uses."""
    for path in sorted((qt / "plugins").glob("*/*")):
        if not is_plugin_used(path):
            path.unlink()
    for path in (qt / "translations").glob("*.qm"):
        if not TRANSLATIONS.fullmatch(path.name):
            path.unlink()
    shutil.rmtree(qt / "qml", ignore_errors=True)
    for folder in list((qt / "plugins").iterdir()):
        if not any(folder.iterdir()):
            folder.rmdir()
