"""Texts of files that are to be published, and the search in them for those who did not agree."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy.orm import Session

from db.queries.publishing import KnownPerson, agreed_to_publication, known_people
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.publishing import Allowed, Leak, LeakSearch, PersonalFacts
from nastavnik_desktop.domain.search import search_key

_SHOWN = 3
_TAG = re.compile(r"<[^>]*>")


def search_over(session: Session, day: date, allowed: Allowed) -> LeakSearch:
    """The search for everybody in the base; who agreed may be named, but not more than that."""
    agreed = agreed_to_publication(session, day)
    people = known_people(session)
    named = tuple(
        spelling
        for person in people
        if person.person_id in agreed
        for spelling in (person.name.full, person.name.short, person.name.signature)
    )
    facts = [one for person in people for one in _facts(person, person.person_id in agreed)]
    phrases = (*allowed.phrases, *named)
    return LeakSearch(facts, Allowed(phrases, allowed.words, allowed.dates))


def refuse_leaks(search: LeakSearch, files: Mapping[str, bytes]) -> None:
    """Raise RuleViolation that names the files and the people, if a file tells of anybody."""
    found = [
        (name, leak)
        for name, content in files.items()
        for leak in dict.fromkeys(
            leak for text in texts_of(name, content) for leak in search.leaks_in(text)
        )
    ]
    if found:
        raise RuleViolation(_sentence(found))


def texts_of(name: str, content: bytes) -> Iterator[str]:
    """Every text of a file: what is seen, what is hidden, its properties."""
    if name.endswith(".pdf"):
        yield from _of_pdf(content)
    elif name.endswith((".docx", ".xlsx")):
        yield from _of_office(content)
    else:
        yield from _of_markup(content.decode("utf-8"))
    yield name


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """All words of texts, folded."""
    return frozenset(search_key(word) for text in texts for word in re.findall(r"[\w-]+", text))


def _of_markup(markup: str) -> Iterator[str]:
    """The marked text itself, for attributes and comments, and the text that is read."""
    yield html.unescape(markup)
    yield html.unescape(_TAG.sub(" ", markup))


def _of_office(content: bytes) -> Iterator[str]:
    """All parts; words that are cut into pieces by their look are put together too."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.namelist():
            if part.endswith((".xml", ".rels")):
                markup = archive.read(part).decode("utf-8")
                yield from _of_markup(markup)
                yield html.unescape(_TAG.sub("", re.sub(r"</w:p>|</si>|</c>", " ", markup)))


def _of_pdf(content: bytes) -> Iterator[str]:
    import pikepdf

    from nastavnik_desktop.documents.preview import page_texts

    yield from page_texts(content)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        yield " ".join(f"{value}" for value in pdf.docinfo.values())
        if "/Metadata" in pdf.Root:
            yield from _of_markup(pdf.Root.Metadata.read_bytes().decode("utf-8"))


def _facts(person: KnownPerson, may_be_named: bool) -> Iterator[PersonalFacts]:
    last_names, first_names = _forms(person.name, person.sex)
    if person.former_last_name:
        former = FullName(person.former_last_name, person.name.first_name, person.name.patronymic)
        last_names |= _forms(former, person.sex)[0]
    yield PersonalFacts(
        person.person_id,
        person.name.short,
        frozenset(last_names),
        frozenset(first_names),
        tuple(filter(None, person.phones)),
        tuple(filter(None, (person.email,))),
        person.birth_date,
        person.address,
        may_be_named,
    )
    parts = person.representative.split()
    if len(parts) > 1:
        parent = FullName(parts[0], parts[1], " ".join(parts[2:]))
        names, firsts = _forms(parent, None)
        title = f"{parent.short} (представитель)"
        yield PersonalFacts(person.person_id, title, frozenset(names), frozenset(firsts))


def _forms(name: FullName, sex: str | None) -> tuple[set[str], set[str]]:
    """Surname and first name in all cases, folded; a double surname by its parts too."""
    from nastavnik_desktop.language.names import decline

    forms = [name, *(decline(name, case, sex) for case in Case)]
    last_names = {search_key(form.last_name) for form in forms}
    return last_names, {search_key(form.first_name) for form in forms} - {""}


def _sentence(found: list[tuple[str, Leak]]) -> str:
    told = [f"{name}: {leak.kind.value}, {leak.title}" for name, leak in found[:_SHOWN]]
    rest = len(found) - len(told)
    more = f" и ещё {counted(rest, 'место', 'места', 'мест')}" if rest else ""
    return (
        f"Раздел не записан: в нём персональные данные тех, кто не дал согласия на публикацию. "
        f"{'; '.join(told)}{more}. Уберите их или оформите согласие."
    )
