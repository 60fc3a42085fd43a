"""What stands around the table: approval and agreement, abbreviations, whose plan and for when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.road_maps.records import Abbreviation, Approval
from nastavnik_desktop.imports.values.dates import dates_in
from nastavnik_desktop.imports.values.text import folded, one_line

_APPROVED = re.compile(r"утвер[жд]+(?:аю|ен[аоы]?)(?!\w)")
_AGREED = re.compile(r"(?:согласован[аоы]?|согласую|принят[аоы]?|рассмотрен[аоы]?)(?!\w)")
_ANNEX = re.compile(r"приложение(?:\s*(?:№|n)?\s*\d+)?\s+к\s+\w+")
_ANNEX_NUMBER = re.compile(r"приложение\s*(?:№|n)?\s*\d*")
_TITLE = re.compile(r"дорожн\w+\s+карт|план\w*\s+мероприятий|план\s+работы|перечень")
_MOST_LINES = 7
_LATEST_YEAR = 2099
_SPLIT_DAY = re.compile(
    r"[«\"„]?\s*_*(\d{1,2})_*\s*[»\"“]?\s*[._]?\s*(\d{2})\s*[._]\s*(20\d\d)(?!\d)"
)
_NUMBER = re.compile(r"(?:№|(?<!\w)[nN](?:o|о)?\.?)\s*([\w/\\-]*\d[\w/\\-]*(?:\.\d[\w/\\-]*)*)")
_SCHOOL_BEFORE = re.compile(
    r"(?:школ\w*|лице\w+|гимнази\w+|сад\w*|центр\w*|интернат\w*|(?:[а-я]*(?:оу|ош|сш|оо|доу|сад)))"
    r"\s*[«\"]?\s*$"
)
_ACT = re.compile(r"приказ|распоряжени|постановлени")
_ACT_BEFORE = re.compile(r"(?:приказ|распоряжени|постановлени|протокол|решени)\w*\s*$")
_ABBREVIATIONS = re.compile(r"сокращени|условные обозначени|аббревиатур")
_ABBREVIATION = re.compile(
    r"(?P<short>[А-ЯЁA-Z][\w./ -]{0,28}?)\s*(?:[-–—:]|[-–—]\s*это)\s+(?P<meaning>\S.{3,250})"
)
_LONGEST_ABBREVIATION = 30


@dataclass(frozen=True)
class Blocks:
    """Approval and agreement as they stand above a table."""

    approved: Approval | None = None
    agreed: Approval | None = None


def read_blocks(texts: Sequence[str]) -> Blocks:
    """Blocks «УТВЕРЖДЕНО приказом …», «СОГЛАСОВАНО», «Приложение к приказу …»; first of each.

    An order tells more than the protocol of a council that has approved the road map too.
    """
    approved: list[Approval] = []
    agreed: list[Approval] = []
    annexes: list[Approval] = []
    for number, text in enumerate(texts):
        key = folded(text)
        block = _block(texts, number)
        if _AGREED.match(key):
            agreed.append(_read(block))
        elif _APPROVED.match(key):
            approved.append(_read(block))
        elif _ANNEX.match(key) or _is_annex_in_lines(key, texts, number):
            annexes.append(_read(block))
    known = [one for one in (*approved, *annexes) if one.is_dated] or approved
    known.sort(key=lambda one: not _ACT.search(folded(one.text)))
    return Blocks(known[0] if known else None, agreed[0] if agreed else None)


def _is_annex_in_lines(key: str, texts: Sequence[str], number: int) -> bool:
    """«Приложение 1», and on the next line «к приказу …»."""
    following = folded(texts[number + 1]) if number + 1 < len(texts) else ""
    return bool(_ANNEX_NUMBER.fullmatch(key)) and following.startswith("к ")


def _block(texts: Sequence[str], first: int) -> str:
    """The lines of one block: up to the next one, a title, or a line too many."""
    lines = [texts[first]]
    for text in texts[first + 1 : first + _MOST_LINES]:
        key = folded(text)
        is_other = any(mark.match(key) for mark in (_AGREED, _APPROVED, _ANNEX_NUMBER))
        if is_other or _TITLE.search(key):
            break
        lines.append(text)
    return "\n".join(lines)


def _read(block: str) -> Approval:
    return Approval(_day(block), _number(block), block)


def _day(text: str) -> date | None:
    for found in _SPLIT_DAY.finditer(text):
        try:
            return date(int(found[3]), int(found[2]), int(found[1]))
        except ValueError:
            continue
    return next((found.day for found in dates_in(folded(text), _LATEST_YEAR) if found.day), None)


def _number(block: str) -> str:
    """The number of the order, not that of the school or of the annex."""
    flat = one_line(block)
    found: list[tuple[int, str]] = []
    for match in _NUMBER.finditer(flat):
        before = folded(flat[: match.start()])
        if _SCHOOL_BEFORE.search(before) or _ANNEX_NUMBER.fullmatch(before.rpartition(";")[2]):
            continue
        is_after_day = re.search(r"20\d\d(?:\s*г(?:ода|од|\.)?)?\s*$", before)
        found.append((2 if is_after_day else 1 if _ACT_BEFORE.search(before) else 0, match[1]))
    known = [(rank, number) for rank, number in found if rank]
    return max(known, key=lambda pair: pair[0])[1].strip(".-/") if known else ""


def read_abbreviations(texts: Sequence[str]) -> tuple[Abbreviation, ...]:
    """The list after the words «Принятые сокращения»; ends with the first line of another kind."""
    found: list[Abbreviation] = []
    for number, text in enumerate(texts):
        if not _ABBREVIATIONS.search(folded(text)) or len(folded(text.partition(":")[0])) > 90:
            continue
        for part in _parts(texts, number):
            one = _abbreviation(part)
            if one is None and found:
                break
            if one is not None:
                found.append(one)
        break
    return tuple(found)


def _parts(texts: Sequence[str], first: int) -> Iterator[str]:
    own = texts[first].partition(":")[2]
    for text in (own, *texts[first + 1 :]):
        for part in re.split(r"[;\n]", text):
            if part.strip():
                yield one_line(part)


def _abbreviation(text: str) -> Abbreviation | None:
    found = _ABBREVIATION.fullmatch(text.strip(" ,;.•·"))
    if not found or len(found["short"]) > _LONGEST_ABBREVIATION:
        return None
    short = found["short"].strip()
    capitals = sum(letter.isupper() for letter in short)
    if capitals < 2 and " " in short:
        return None
    return Abbreviation(short, found["meaning"].strip(" ;."))
