"""Changes inside an XML part by bytes: what is not changed stays to the letter.

Expat says at which byte an element begins and ends; a change is a piece of bytes in the place of
another. No part is ever read into a tree and written again.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from xml.parsers import expat
from xml.sax.saxutils import escape

from nastavnik_desktop.domain.errors import UnreadableFile

_SEPARATOR = "\n"
_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_UNREADABLE = "Бланк не прочитан: его содержимое повреждено. Возьмите файл заново."
_UNSAFE = "Бланк не прочитан: в нём есть объявления, которых в таких файлах не бывает."


@dataclass(frozen=True)
class Splice:
    """``new`` goes in the place of the bytes from ``start`` up to ``end``."""

    start: int
    end: int
    new: bytes


@dataclass
class Element:
    """An element in the bytes: where its first tag begins and ends, where the element ends.

    ``content_end`` is where its last tag begins; of ``<c/>`` it is the end of the element.
    """

    name: str
    attributes: Mapping[str, str]
    start: int
    tag_end: int
    content_end: int = 0
    end: int = 0

    @property
    def is_empty_tag(self) -> bool:
        """Whether the element is written as ``<c/>``."""
        return self.end == self.tag_end


class XmlScan:
    """A walk over an XML part; a subclass answers ``opened`` and ``closed``.

    ``name`` of an element is its local name; ``path`` holds the elements around the present one.
    Raises UnreadableFile for a part that is no sound XML or declares entities.
    """

    def __init__(self, xml: bytes, namespace: str) -> None:
        self.xml = xml
        self.path: list[Element] = []
        self._namespace = f"{namespace}{_SEPARATOR}"

    def run(self) -> None:
        """Walk once."""
        if self.xml.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise UnreadableFile(_UNREADABLE)
        parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_declarations
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        self._parser = parser
        try:
            parser.Parse(self.xml, True)
        except expat.ExpatError as error:
            raise UnreadableFile(_UNREADABLE) from error

    def text_of(self, element: Element) -> str:
        """The text inside an element that holds no other elements."""
        return unescape(self.xml[element.tag_end : element.content_end].decode("utf-8", "replace"))

    def opened(self, element: Element) -> None:
        """An element of the namespace begins."""

    def closed(self, element: Element) -> None:
        """An element of the namespace has ended; ``path`` no longer holds it."""

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        start = self._parser.CurrentByteIndex
        own = name.removeprefix(self._namespace) if name.startswith(self._namespace) else ""
        element = Element(own, attributes, start, tag_end(self.xml, start))
        if own:
            self.opened(element)
        self.path.append(element)

    def _on_end(self, _name: str) -> None:
        element = self.path.pop()
        at = self._parser.CurrentByteIndex
        is_empty = self.xml.endswith(b"/>", element.start, element.tag_end)
        element.end = element.tag_end if is_empty else tag_end(self.xml, at)
        element.content_end = element.end if is_empty else at
        if element.name:
            self.closed(element)


def tag_end(xml: bytes, start: int) -> int:
    """Where the tag that begins at ``start`` ends: behind its ``>``, quoted ones passed over."""
    found = _TAG.match(xml, start)
    return found.end() if found else len(xml)


def prefix_of(xml: bytes, element: Element) -> bytes:
    """The prefix that an element's name is written with, its colon included; often none."""
    name = xml[element.start + 1 : element.tag_end].split(None, 1)[0].rstrip(b"/>")
    before, colon, _ = name.partition(b":")
    return before + colon if colon else b""


def opened_tag(tag: bytes) -> bytes:
    """``<c r="B5"/>`` as ``<c r="B5">``."""
    return tag[:-2].rstrip() + b">" if tag.endswith(b"/>") else tag


def spliced(xml: bytes, splices: Iterable[Splice]) -> bytes:
    """The part with its changes; changes of one place follow in the sequence given."""
    result, at = [], 0
    for splice in sorted(splices, key=lambda one: one.start):
        result += [xml[at : splice.start], splice.new]
        at = splice.end
    return b"".join([*result, xml[at:]])


def escaped(text: str) -> bytes:
    """A text as it stands inside XML; signs that XML has no place for are dropped."""
    allowed = "".join(sign for sign in text if sign >= " " or sign in "\t\n")
    return escape(allowed).encode()


def _refuse_declarations(*_declared: object) -> None:
    raise UnreadableFile(_UNSAFE)
