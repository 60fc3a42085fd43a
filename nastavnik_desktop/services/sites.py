"""The section «Наставничество» of the school's site: made, checked for leaks, then written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from db.engine import Base
from db.queries.publishing import agreed_to_publication, known_people
from db.queries.school import school as school_of
from db.queries.statistics import local_acts, statistics_facts
from nastavnik_desktop.config.paths import made_folder
from nastavnik_desktop.documents.site_page import SiteAct, SiteFacts, SiteFile, site_page
from nastavnik_desktop.documents.summary import SummaryFacts, summary_document
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.local_acts import LocalAct
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.publishing import Allowed
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.domain.statistics.indicators import counted_pairings
from nastavnik_desktop.services.files import render, write_whole
from nastavnik_desktop.services.publishing import refuse_leaks, search_over, texts_of, words_of
from nastavnik_desktop.services.results import Saved
from nastavnik_desktop.services.summaries import overview_of

PAGE = "index.html"
_DOCUMENTS = "dokumenty"
_KINDS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel"}


@dataclass(frozen=True)
class WrittenSite:
    """What was written: files by their paths, how many mentors are named and how many not."""

    folder: Path
    files: tuple[str, ...]
    named: int
    unnamed: int

    @property
    def saved(self) -> Saved:
        """The result in words for the window."""
        words = f"Раздел для сайта записан: {counted(len(self.files), 'файл', 'файла', 'файлов')}"
        if self.unnamed:
            people = counted(self.unnamed, "наставник", "наставника", "наставников")
            words += f"; без имени: {people}, согласия на публикацию нет"
        return Saved(words, Changes.NOTHING)


class SiteService:
    """Use cases of the section of the site."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def files(self, as_of: date) -> dict[str, bytes]:
        """All files by their paths; raises RuleViolation when one would tell of anybody unasked."""
        return self._made(as_of)[0]

    def write(self, folder: Path, as_of: date | None = None) -> WrittenSite:
        """Make the section and write it into a folder, only after all of it has been checked."""
        files, facts, mentors = self._made(as_of or self._today())
        for path, content in files.items():
            target = folder / path
            made_folder(target.parent)
            write_whole(target, content)
        named = len(facts.mentors)
        return WrittenSite(folder, tuple(files), named, mentors - named)

    def _made(self, as_of: date) -> tuple[dict[str, bytes], SiteFacts, int]:
        with self._base.reading() as session:
            school = school_of(session) or School()
            facts, mentors = _facts(session, school, as_of)
            files = _files(school, facts)
            acts = local_acts(session)
            own = _requisites(school)
            blank = site_page(replace(facts, acts=(), mentors=(), coordinator=""))
            allowed = Allowed(
                phrases=own,
                words=words_of(texts_of(PAGE, blank.encode())),
                dates=frozenset((as_of, *(act.act_date for act in acts if act.act_date))),
            )
            refuse_leaks(search_over(session, as_of, allowed), files)
        return files, facts, mentors


def _facts(session: Session, school: School, as_of: date) -> tuple[SiteFacts, int]:
    """The facts of the page, and how many mentors there are."""
    agreed = agreed_to_publication(session, as_of)
    statistics = statistics_facts(session, as_of)
    ids = {one for pair in counted_pairings(statistics, as_of) for one in pair.mentors_on(as_of)}
    named = sorted((statistics.people[one] for one in ids & agreed), key=lambda one: one.name.key)
    names = {search_key(one.name.full) for one in known_people(session) if one.person_id in agreed}
    is_publishable = search_key(school.coordinator_name) in names
    facts = SiteFacts(
        school=" ".join(school.full_name.split()) or school.short_name,
        short_name=school.short_name,
        contacts=tuple(filter(None, (school.address or school.place, school.phone, school.email))),
        overview=overview_of(session, as_of),
        acts=tuple(_act(act, school) for act in local_acts(session) if act.exists_on(as_of)),
        coordinator=school.coordinator_name if is_publishable else "",
        mentors=tuple((one.name.full, one.occupation_on(as_of)) for one in named),
    )
    return facts, len(ids)


def _files(school: School, facts: SiteFacts) -> dict[str, bytes]:
    paper = summary_document(SummaryFacts(facts.school, facts.overview))
    documents: dict[str, bytes] = {}
    listed: list[SiteFile] = []
    for kind, words in _KINDS.items():
        path = f"{_DOCUMENTS}/svedeniya.{kind}"
        documents[path] = render(paper, kind)
        size = max(len(documents[path]) // 1024, 1)
        title = f"Сведения о программе наставничества, {school.short_name}"
        listed.append(SiteFile(path, title, f"{words}, {size} КБ"))
    page = site_page(replace(facts, files=tuple(listed)))
    return {PAGE: page.encode(), **documents}


def _act(act: LocalAct, school: School) -> SiteAct:
    requisites = "" if act.requisites == act.kind.label else act.requisites
    return SiteAct(act.kind.label, requisites, _path_on_site(act.link, school.site))


def _path_on_site(link: str, site: str) -> str:
    """«/docs/1.pdf» of a link to the school's own site; nothing is linked to other sites."""
    wanted, own = urlsplit(link.strip()), urlsplit(_with_scheme(site.strip()))
    if wanted.scheme in {"http", "https"} and own.hostname and wanted.hostname == own.hostname:
        return wanted.path or "/"
    return ""


def _with_scheme(site: str) -> str:
    return site if "://" in site or not site else f"https://{site}"


def _requisites(school: School) -> tuple[str, ...]:
    """What the school says of itself: a name may hold somebody's surname, a phone is public."""
    own: Mapping[str, str] = {
        "full_name": school.full_name,
        "short_name": school.short_name,
        "address": school.address,
        "place": school.place,
        "phone": school.phone,
        "email": school.email,
    }
    return tuple(" ".join(text.split()) for text in own.values() if text.strip())
