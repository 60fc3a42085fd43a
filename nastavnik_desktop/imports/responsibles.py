"""Reads «ответственный» cells of plans: people, roles, groups and organisations, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nastavnik_desktop.imports.responsible_words import (
    ResponsibleType,
    is_known_abbreviation,
    is_of_people,
    is_work,
    kind_of,
    prefixes,
    starts_a_part,
    written_in_full,
)
from nastavnik_desktop.imports.values.text import folded, repair_latin

_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIALS = r"[А-ЯЁ]\s?\.\s?[А-ЯЁ](?:\s?\.|(?![а-яё]))"
_PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:ич|ыч|вна|чна|оглы|кызы)(?![а-яё])"
_PERSON = (
    rf"{_SURNAME}\s+[А-ЯЁ][а-яё]+\s+{_PATRONYMIC}|[А-ЯЁ][а-яё]+\s+{_PATRONYMIC}"
    rf"|{_SURNAME}\s*{_INITIALS}|{_INITIALS}\s*{_SURNAME}"
)
_PIECES = re.compile(
    rf"(?P<person>{_PERSON})|\((?P<aside>[^()]*)\)?|(?P<mark>[,;/\n]|\s[-–—]\s|\s?[–—]\s?|:\s)"
)
_IS_PERSON = re.compile(_PERSON)
_BARE_SURNAME = re.compile(
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|ская|цкий|цкая|енко|чук)"
)
_NUMBERS = re.compile(r"(?<=\d)\s*[-–—]\s*(?=\d)")
_COMPOUND = re.compile(
    r"\b(педагоги?|учител[ья])\s*[-–—]\s*(?=(?:наставн|психол|логоп|предмет|организ|дефект))",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"[ \t]*\n[ \t]*\n\s*")
_GOES_ON = re.compile(r"[ \t]*\n[ \t]*(?=[а-яё\d(№–—-]|N\s?\d)")
_UNFINISHED = re.compile(
    r"(\b(?:по|и|с|в|при|для|от)|(?:руководител|заместител|директор|председател|член)\w*)"
    r"[ \t]*\n[ \t]*(?=[А-ЯЁ]{2,}\b|[А-ЯЁ][а-яё]+\s(?!\S*\.))",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+и\s+")
_LOOSE = " \t.,;:–—-*•"


@dataclass(frozen=True)
class Responsible:
    """One part of the cell.

    ``name``: of a person as written (the last dot of the initials restored) or of an organisation;
    ``role``: in full and in small letters, of a person, a role, or a group; ``note``: a remark in
    brackets.
    """

    type: ResponsibleType
    name: str | None = None
    role: str | None = None
    note: str = ""


@dataclass(frozen=True)
class _Piece:
    """A person or a text of the cell, and the sign before it: «,», «⏎», «–», «(», or nothing."""

    text: str
    is_person: bool
    sign: str
    note: str = ""


def read_responsible(
    text: str, abbreviations: Mapping[str, str] | None = None
) -> tuple[Responsible, ...]:
    """Read a cell; ``abbreviations`` are those explained in the document («УО» -> full name).

    An explained abbreviation of one body stays as written, of several bodies («общеобразовательные
    организации») it is their group. An empty cell, or a dash, gives nothing.
    """
    pieces = _split_pieces(_lines_joined(repair_latin(text)))
    if not pieces:
        return ()
    return tuple(_assembled(pieces, abbreviations or {}))


def _lines_joined(text: str) -> str:
    """Line breaks inside a name are blanks, between names they stay."""
    text = text.replace("\u00a0", " ").replace("\r", "")
    text = _NUMBERS.sub("-", text)
    text = _COMPOUND.sub(r"\1-", text)
    text = _PARAGRAPH.sub(";", text)
    text = _GOES_ON.sub(" ", text)
    return _UNFINISHED.sub(r"\1 ", text)


def _split_pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    sign, before = "", 0
    for found in _PIECES.finditer(text):
        sign = _add_text(pieces, text[before : found.start()], sign)
        before = found.end()
        if found["person"]:
            pieces.append(_Piece(_name(found["person"]), True, sign))
            sign = ""
        elif found["aside"] is not None:
            _add_aside(pieces, found["aside"])
        else:
            sign = found["mark"].strip(" \t") or sign
    _add_text(pieces, text[before:], sign)
    return pieces


def _name(written: str) -> str:
    """«Плотников С.Е» -> «Плотников С.Е.»."""
    name = " ".join(written.split())
    return f"{name}." if re.search(r"\.\s?[А-ЯЁ]$", name) else name


def _add_text(pieces: list[_Piece], text: str, sign: str) -> str:
    """Add the parts of a text between signs; answers the sign for what follows."""
    text = _without_prefix(" ".join(text.split()).strip(_LOOSE + '"' * (text.count('"') == 1)))
    if not any(letter.isalnum() for letter in text):
        return sign
    before = pieces[-1].text if pieces and not pieces[-1].is_person else ""
    if sign == "," and is_work(text) and " по " in before:
        pieces[-1] = replace(pieces[-1], text=f"{before} и {text}")
        return ""
    if sign == "," and before and text[0].isdigit():
        pieces[-1] = replace(pieces[-1], text=f"{pieces[-1].text}, {text}")
        return ""
    for at, part in enumerate(_parts(text)):
        role, surname = _bare_surname(part)
        if role:
            pieces.append(_Piece(role, False, "," if at else sign))
        if surname:
            pieces.append(_Piece(surname, True, "" if role else "," if at else sign))
    return ""


def _bare_surname(text: str) -> tuple[str, str]:
    """«педагог Белова» -> («педагог», «Белова»); a surname alone is a person too."""
    role, _, last = text.rpartition(" ")
    if not _BARE_SURNAME.fullmatch(last) or starts_a_part([last]) or "«" in text:
        return text, ""
    is_role = not role or written_in_full(role)[0] is ResponsibleType.ROLE
    return (role, last) if is_role and not role.endswith(("№", " им.")) else (text, "")


def _without_prefix(text: str) -> str:
    plain = folded(text)
    for prefix in prefixes():
        if plain.startswith(prefix) and not plain[len(prefix) :][:1].isalpha():
            rest = text[len(prefix) :].strip(_LOOSE)
            if prefix.strip(".") == "отв" and rest.startswith("за "):
                return f"ответственный {rest}"
            if not rest or rest[0].isupper() or text[len(prefix) :][:1] in ":.–-":
                return rest
    return text


def _add_aside(pieces: list[_Piece], aside: str) -> None:
    """A person in brackets holds the role before them; anything else is a remark."""
    person = _IS_PERSON.fullmatch(aside.strip())
    if person and pieces and not pieces[-1].is_person:
        pieces.append(_Piece(_name(aside.strip()), True, "("))
    elif pieces:
        pieces[-1] = replace(pieces[-1], note=" ".join(aside.split()))


def _parts(text: str) -> Iterator[str]:
    """The parts of a text without signs: a capital letter begins one, «и» between people too."""
    words = text.split()
    start = 0
    for at in range(1, len(words)):
        if _begins_part(words, at):
            yield from _by_and(" ".join(words[start:at]))
            start = at
    yield from _by_and(" ".join(words[start:]))


def _begins_part(words: Sequence[str], at: int) -> bool:
    word, before = words[at], words[at - 1]
    if not word[:1].isupper() or before.endswith(("«", "№")) or "«" in " ".join(words[:at]):
        return False
    if word.isupper() and len(word) > 1:
        return before.isupper() and is_known_abbreviation(word)
    is_after_preposition = folded(before) in {"по", "и", "с", "в", "при", "для", "им", "имени"}
    return not is_after_preposition and starts_a_part(words[at:])


def _by_and(text: str) -> Iterator[str]:
    """«директор и куратор» are two; «отделы и управления» of one body stay together."""
    start = 0
    for joint in _AND.finditer(text):
        left, right = text[start : joint.start()], text[joint.end() :]
        first = right.split()[0] if right.split() else ""
        is_two = is_of_people(first) and is_of_people(left.split()[0]) and starts_a_part([first])
        if is_two and not _is_genitive(first):
            yield left
            start = joint.end()
    yield text[start:]


def _is_genitive(word: str) -> bool:
    """«учителя русского языка и воспитанников»: not a new part."""
    return folded(word).endswith(("ов", "ей", "ого", "ых", "их", "иков"))


def _assembled(pieces: Sequence[_Piece], abbreviations: Mapping[str, str]) -> Iterator[Responsible]:
    texts = [folded(piece.text) for piece in pieces]
    by_comma = _each_person_has_role(pieces)
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if after is not None and _stand_together(piece, after, by_comma=by_comma):
            yield _holder(piece, after)
            at += 2
            continue
        yield _alone(piece, texts, abbreviations)
        at += 1


def _each_person_has_role(pieces: Sequence[_Piece]) -> bool:
    """«Князева Н.Н., руководитель музея»: people and roles by turns, a comma between them."""
    people = [at for at, piece in enumerate(pieces) if piece.is_person]
    return bool(people) and all(
        at + 1 < len(pieces)
        and not pieces[at + 1].is_person
        and written_in_full(pieces[at + 1].text)[0] is ResponsibleType.ROLE
        for at in people
    )


def _stand_together(piece: _Piece, after: _Piece, *, by_comma: bool) -> bool:
    """Whether a person and what stands beside are one."""
    if piece.is_person == after.is_person:
        return False
    role = after if piece.is_person else piece
    if after.sign in {"–", "—", "-", "("}:
        return True
    if kind_of(written_in_full(role.text)[1]) is not ResponsibleType.ROLE:
        return False
    if written_in_full(role.text)[0] is not ResponsibleType.ROLE:
        return False
    if piece.is_person:
        return after.sign == "" or (after.sign == "," and by_comma)
    return after.sign in {"", "\n"}


def _holder(piece: _Piece, after: _Piece) -> Responsible:
    person, role = (piece, after) if piece.is_person else (after, piece)
    kind, written = written_in_full(role.text)
    if kind is ResponsibleType.ORG:
        written = written if written.split()[0].isupper() else written[:1].lower() + written[1:]
    note = "; ".join(filter(None, (person.note, role.note)))
    return Responsible(ResponsibleType.PERSON, person.text, written, note)


def _alone(piece: _Piece, texts: Sequence[str], abbreviations: Mapping[str, str]) -> Responsible:
    if piece.is_person:
        return Responsible(ResponsibleType.PERSON, piece.text, None, piece.note)
    explained = abbreviations.get(piece.text)
    if explained:
        kind = kind_of(explained)
        if kind is ResponsibleType.GROUP:
            return Responsible(kind, None, explained[:1].lower() + explained[1:], piece.note)
        return Responsible(ResponsibleType.ORG, piece.text, None, piece.note)
    kind, written = written_in_full(piece.text, texts)
    if kind is ResponsibleType.ORG:
        return Responsible(kind, written, None, piece.note)
    return Responsible(kind, None, written, piece.note)
