"""Names of organisations in titles and cells: «МБОУ «СОШ № 17»», also written out in full."""

from __future__ import annotations

import re
from functools import cache

from nastavnik_desktop.imports.values.text import one_line
from nastavnik_desktop.imports.wording import load_words, word_list

_AFTER_NAME = re.compile(
    r"\s+(?:на|по состоянию|за|в)\s+(?=\d|состояни|\d{4})|\s+\d{4}\s*[-–/]"
    r"|\s*_{2,}"
)
_SIGNATURE = re.compile(r"\s+(?:[А-ЯЁ][а-яё-]+\s+)?(?:[А-ЯЁ]\.\s?){2}(?=\s*[А-ЯЁ]|$)(?![^«]*»)")
_NAMED_AFTER = re.compile(r"(?<!\w)(?:им\.|имени)")
_TAIL = r"\s*(?:[«\"“„](?:[^«»\"“”„]|[«“„][^»”]*[»”])*[»\"”][»”]?)?[^,;\n()«\"“]{0,60}"


def find_organisation(text: str) -> str:
    """The school named in a title, with its legal form as an abbreviation; empty without one."""
    flat = one_line(text)
    found = _abbreviated().search(flat)
    name = _tidied(found[0]) if found else _spelled_out(flat)
    return name if _has_own_name(name) else ""


def _spelled_out(flat: str) -> str:
    for full, short in _full_forms():
        match = re.search(re.escape(full), flat, re.IGNORECASE)
        if match:
            rest = re.match(_TAIL, flat[match.end() :])
            return _tidied(short + (rest[0] if rest else ""))
    return ""


def _has_own_name(name: str) -> bool:
    """A legal form alone («МБОУ») names no school."""
    return name not in word_list("school_abbreviations")


def is_organisation(text: str) -> bool:
    """Whether a part of a cell names an organisation: it begins with a legal form."""
    return _any_form().match(text.strip()) is not None


@cache
def _abbreviated() -> re.Pattern[str]:
    names = "|".join(map(re.escape, word_list("school_abbreviations")))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w){_TAIL}")


@cache
def _any_form() -> re.Pattern[str]:
    names = (*word_list("organisation_abbreviations"), *word_list("company_abbreviations"))
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?!\w)")


@cache
def _full_forms() -> tuple[tuple[str, str], ...]:
    forms: dict[str, str] = load_words("words")["organisation_forms"]
    spelled = {
        **forms,
        **{name.replace("казенн", "казённ"): short for name, short in forms.items()},
    }
    return tuple(sorted(spelled.items(), key=lambda pair: -len(pair[0])))


def _tidied(text: str) -> str:
    """Cut off words that follow a name in titles: a school year, «по состоянию на»."""
    cut = _AFTER_NAME.split(text)[0]
    cut = cut if _NAMED_AFTER.search(cut) else _SIGNATURE.split(cut)[0]
    return one_line(cut).rstrip(" .,–-")
