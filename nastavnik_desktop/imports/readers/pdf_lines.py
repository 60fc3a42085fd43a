"""Words of a page by their places: lines, paragraphs, and cells without soft breaks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

_SAME_LINE = 0.5
"""Words whose tops differ by less than half their height stand on one line."""
_NEW_PARAGRAPH = 1.1
_BULLETS = ("-", "–", "—", "•", "·")


@dataclass(frozen=True, order=True)
class Box:
    """A rectangle on a page in points from its upper left corner, with the word in it."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def holds(self, other: Box) -> bool:
        """Whether the middle of another box lies inside this one."""
        across, down = (other.left + other.right) / 2, (other.top + other.bottom) / 2
        return self.left <= across <= self.right and self.top <= down <= self.bottom


Line = list[Box]


def lines_of(words: list[Box]) -> list[Line]:
    """Words as lines from top to bottom, each from left to right."""
    lines: list[Line] = []
    for word in sorted(words, key=lambda one: (one.top, one.left)):
        if lines and word.top - lines[-1][0].top < _SAME_LINE * word.height:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line) for line in lines]


def text_of(cell: Box, lines: list[Line]) -> str:
    """The text of a cell: a line that ends because the cell does is joined with the next one.

    A line that ended although the next word had room was ended by the writer: that break is kept.
    """
    if not lines:
        return ""
    margin = min(line[0].left for line in lines) - cell.left
    right = cell.right - max(margin, 0)
    text = _joined(lines[0])
    for line, following in pairwise(lines):
        first = following[0]
        room = right - line[-1].right - (first.right - first.left)
        is_full = room < first.height * _SAME_LINE
        text = _with_line(text, _joined(following), is_soft=is_full)
    return text


def _joined(line: Line) -> str:
    return " ".join(word.text for word in line)


def _with_line(text: str, following: str, *, is_soft: bool) -> str:
    if following.startswith(_BULLETS) or not is_soft:
        return f"{text}\n{following}"
    return f"{text} {following}"


def paragraphs_of(words: list[Box]) -> list[str]:
    """Lines outside tables as paragraphs: a gap ends one, and words far to the right another."""
    lines = [part for line in lines_of(words) for part in _columns(line)]
    paragraphs: list[list[Line]] = []
    for line in lines:
        previous = paragraphs[-1][-1] if paragraphs else None
        if previous is not None and _goes_on(previous, line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [" ".join(map(_joined, lines)) for lines in paragraphs]


def _columns(line: Line) -> list[Line]:
    """Parts of a line that stand wide apart: the two blocks of approval, left and right."""
    parts: list[Line] = [[]]
    for word in line:
        if parts[-1] and word.left - parts[-1][-1].right > 4 * word.height:
            parts.append([])
        parts[-1].append(word)
    return parts


def _goes_on(previous: Line, line: Line) -> bool:
    gap = line[0].top - previous[0].bottom
    is_near = -previous[0].height < gap < _NEW_PARAGRAPH * previous[0].height
    ends = _joined(previous).rstrip().endswith((";", ".", ":"))
    return is_near and gap > -_SAME_LINE * previous[0].height and not ends
