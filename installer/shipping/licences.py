"""The page with the licences of all that is shipped, made from the wheels of the lock file."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import Parser
from html import escape
from pathlib import Path

from installer.shipping import program

PAGE = "licences.html"
_LICENCE_FILE = re.compile(
    r"\.dist-info/(?:.*/)?[^/]*(?:licen[cs]e|copying|copyright|notice|authors)[^/]*$", re.IGNORECASE
)
_CODE = re.compile(r"\.(?:py|pyc|json|toml)$")
_CLASSIFIER = "License :: "
_HEAD = """\
<!DOCTYPE html>
<html lang="ru">
<head>
<meta charset="utf-8"/>
<title>Наставник – лицензии</title>
</head>
<body>
<h1>Лицензии</h1>
<p>Программа «Наставник» распространяется по лицензии MIT. В неё входят чужие части,
перечисленные ниже, каждая по своей лицензии.</p>
<p><b>Qt и PySide6</b> – по лицензии LGPL версии 3. Их библиотеки лежат отдельными файлами под
своими именами в папке <i>{qt_folder}</i>: их можно заменить другой сборкой той же версии Qt.
Исходный текст этой версии предлагают разработчики Qt (qt.io) под номером {qt_version}.</p>
"""


@dataclass(frozen=True)
class Shipped:
    """A part of somebody else: ``texts`` are its licences word for word."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]


def write_page(folder: Path, wheels: Path, qt_folder: str, others: Iterable[Shipped]) -> Path:
    """Write the page into a folder; ``others`` are parts that come as no wheel."""
    parts = [of_wheel(path) for path in wheels.glob("*.whl") if not _is_tool(path)]
    parts += [*others, *of_resources()]
    parts.sort(key=lambda part: part.name.casefold())
    qt_version = next(part.version for part in parts if part.name.startswith("PySide6"))
    lines = [_HEAD.format(qt_folder=escape(qt_folder), qt_version=qt_version)]
    lines += ["<ul>", *(_line(part) for part in parts), "</ul>", *_texts(parts)]
    page = folder / PAGE
    page.write_text("\n".join([*lines, "</body>", "</html>", ""]), encoding="utf-8")
    return page


def of_wheel(path: Path) -> Shipped:
    """Name, version and licence of a library as its wheel tells them."""
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        metadata = next(name for name in names if re.fullmatch(r"[^/]+\.dist-info/METADATA", name))
        facts = Parser().parsestr(wheel.read(metadata).decode())
        texts = [
            wheel.read(name).decode(errors="replace")
            for name in names
            if _LICENCE_FILE.search(name) and not _CODE.search(name)
        ]
    if facts["Name"].startswith(("PySide6", "shiboken6")):
        texts += lgpl_texts()
    return Shipped(facts["Name"], facts["Version"], _licence_of(facts), tuple(texts))


def of_resources() -> Iterator[Shipped]:
    """Fonts and icons: their licences lie beside them."""
    resources = program.ROOT / program.RESOURCES
    for name, licence, place in (
        ("Inter", "SIL Open Font License 1.1", "fonts/inter/OFL.txt"),
        ("Tinos", "SIL Open Font License 1.1", "fonts/tinos/LICENSE.txt"),
        ("Lucide", "ISC", "icons/LICENSE.txt"),
    ):
        text = (resources / place).read_text(encoding="utf-8")
        yield Shipped(name, "", licence, (text,))


def _licence_of(facts: Message) -> str:
    """The licence in a few words: the expression, else the classifiers, else the free field."""
    if facts["License-Expression"]:
        return str(facts["License-Expression"])
    classifiers = [
        value.rsplit(" :: ", maxsplit=1)[-1]
        for value in facts.get_all("Classifier", [])
        if value.startswith(_CLASSIFIER)
    ]
    free = str(facts["License"] or "").strip().splitlines()
    return ", ".join(classifiers) or (free[0] if free else "")


def _line(part: Shipped) -> str:
    version = f" {part.version}" if part.version else ""
    return f"<li><b>{escape(part.name)}</b>{escape(version)} – {escape(part.licence)}</li>"


def _texts(parts: Iterable[Shipped]) -> Iterator[str]:
    """The texts, one that several parts share only once."""
    shared: dict[str, list[str]] = {}
    for part in parts:
        for text in part.texts:
            shared.setdefault(text.strip(), []).append(part.name)
    for text, names in shared.items():
        title = ", ".join(dict.fromkeys(names))
        yield f"<h2>{escape(title)}</h2>\n<pre>{escape(text)}</pre>"


def lgpl_texts() -> tuple[str, ...]:
    """The licence of Qt and PySide6, whose wheels bring no text."""
    folder = program.ROOT / "installer/licences"
    return tuple((folder / name).read_text("utf-8") for name in ("LGPL-3.txt", "GPL-3.txt"))


def _is_tool(wheel: Path) -> bool:
    """Whether a wheel only builds; of PyInstaller the starter is shipped, so it is no such."""
    return wheel.name.startswith(("altgraph-", "pip-", "setuptools-"))
