"""Certificates and letters of thanks for mentors, a framed page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nastavnik_desktop.documents.letterhead import Letterhead
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.tree import (
    Alignment,
    Block,
    Document,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Run,
    SignatureLine,
    Spacer,
)
from nastavnik_desktop.domain.awards import AwardKind
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import Sex
from nastavnik_desktop.language.typography import tidy

_PAGE = PageSetup(
    left_mm=30.0, right_mm=25.0, top_mm=30.0, bottom_mm=30.0, shows_numbers=False, is_framed=True
)
_TEXT = TextSetup(size_pt=16.0, line_spacing=1.3)
_EMBLEM_MM = 28.0
_MENTORED = {Sex.MALE: "осуществлял", Sex.FEMALE: "осуществляла"}
_DEAR = {Sex.MALE: "Уважаемый", Sex.FEMALE: "Уважаемая"}
_DEAR_PUPIL = {Sex.MALE: "Дорогой", Sex.FEMALE: "Дорогая"}


@dataclass(frozen=True)
class Awarded:
    """Who is awarded; ``forms`` are forms of mentoring, ``mentees`` how many people were led."""

    name: FullName
    about: str
    sex: Sex | None = None
    is_pupil: bool = False
    forms: tuple[str, ...] = ()
    number: str = ""
    merit: str = ""


@dataclass(frozen=True)
class AwardFacts:
    """Papers of one kind and day; ``day`` is «2 марта 2027 г.», ``year`` «2026/27»."""

    school: Letterhead
    kind: AwardKind
    people: tuple[Awarded, ...]
    year: str
    day: str
    director_post: str
    director_name: str


def award_papers(facts: AwardFacts) -> Document:
    """All papers, each on a page of its own."""
    what = "Сертификаты" if facts.kind is AwardKind.CERTIFICATE else "Благодарственные письма"
    who = facts.people[0].name.short if len(facts.people) == 1 else f"{facts.year} учебный год"
    return Document(
        title=f"{what} наставников: {who}",
        author=facts.school.short_name or facts.school.full_name,
        page=_PAGE,
        text=_TEXT,
        blocks=tuple(_pages(facts)),
    )


def _pages(facts: AwardFacts) -> Iterator[Block]:
    for index, person in enumerate(facts.people):
        if index:
            yield PageBreak()
        yield from _head(facts.school)
        if facts.kind is AwardKind.CERTIFICATE:
            yield from _certificate(facts, person)
        else:
            yield from _letter(facts, person)
        yield from _foot(facts, person)


def _head(school: Letterhead) -> Iterator[Block]:
    if school.emblem:
        yield Picture(school.emblem, _EMBLEM_MM)
    if school.founder:
        yield Paragraph.of(tidy(school.founder), Role.REQUISITE)
    yield Paragraph.of(tidy(school.full_name), Role.REQUISITE)


def _certificate(facts: AwardFacts, person: Awarded) -> Iterator[Block]:
    yield Paragraph.of("СЕРТИФИКАТ", Role.AWARD)
    yield _centred("подтверждает, что")
    yield Paragraph.of(person.name.full, Role.AWARDED)
    if person.about:
        yield _centred(person.about)
    mentored = _MENTORED[person.sex] if person.sex else "осуществлял(а)"
    yield _centred(f"в {facts.year} учебном году {mentored} наставничество{_by(person.forms)}.")
    if person.merit:
        yield _centred(person.merit)


def _letter(facts: AwardFacts, person: Awarded) -> Iterator[Block]:
    yield Paragraph.of("БЛАГОДАРСТВЕННОЕ\nПИСЬМО", Role.AWARD)
    yield Paragraph.of(f"{_address(person)}!", Role.AWARDED)
    merit = person.merit.strip().rstrip(".!")
    yield _centred(f"Администрация {facts.school.short_name} благодарит Вас {merit}.")
    wishes = "новых открытий и верных друзей" if person.is_pupil else "вдохновения и новых успехов"
    yield _centred(f"Желаем Вам {wishes}!")


def _address(person: Awarded) -> str:
    """«Уважаемая Ольга Николаевна»; a pupil is addressed by the first name."""
    words = _DEAR_PUPIL if person.is_pupil else _DEAR
    both = "Дорогой(ая)" if person.is_pupil else "Уважаемый(ая)"
    name = person.name
    patronymic = "" if person.is_pupil else name.patronymic
    called = f"{name.first_name} {patronymic}".strip() or name.last_name
    return f"{words[person.sex] if person.sex else both} {called}"


def _by(forms: Sequence[str]) -> str:
    quoted = [f"«{form}»" for form in forms]
    if not quoted:
        return ""
    words = "по форме" if len(quoted) == 1 else "по формам"
    return f" {words} {', '.join(quoted)}"


def _centred(text: str) -> Paragraph:
    return Paragraph((Run(tidy(text)),), Role.PLAIN, Alignment.CENTER, space_before_pt=6)


def _foot(facts: AwardFacts, person: Awarded) -> Iterator[Block]:
    yield Spacer(90)
    yield SignatureLine(tidy(facts.director_post), tidy(facts.director_name))
    number = f"№ {person.number}, " if person.number else ""
    words = tidy(f"{number}{facts.day}")
    yield Paragraph((Run(words),), Role.PLAIN, Alignment.CENTER, space_before_pt=24)
