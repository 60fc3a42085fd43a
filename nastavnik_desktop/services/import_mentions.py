"""People whom a file only mentions: found among those of the file and the base, or made."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import EmploymentModel, EnrollmentModel, PersonModel
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.imports.records import MentionedPerson
from nastavnik_desktop.language.names import guess_sex
from nastavnik_desktop.services.import_drafts import name_of


class Mentions:
    """Answers the person of a mention; names are compared with ё as е."""

    def __init__(self, session: Session, year: SchoolYear) -> None:
        self._session = session
        self._year = year
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)
        self._by_initials: defaultdict[str, list[int]] = defaultdict(list)
        people = select(
            PersonModel.person_id,
            PersonModel.last_name,
            PersonModel.first_name,
            PersonModel.patronymic,
        ).where(PersonModel.archived_on.is_(None))
        for person_id, last, first, patronymic in session.execute(people):
            self._remember(person_id, FullName(last, first, patronymic))

    def find(self, mention: MentionedPerson) -> int | None:
        """The one person of the base who is meant; None when nobody or several could be."""
        name = name_of(mention)
        found = self._by_name[name.key] if mention.first_name else []
        found = found or ([] if mention.first_name else self._by_initials[_initials_key(name)])
        return found[0] if len(found) == 1 else None

    def find_or_make(self, mention: MentionedPerson, kind: PersonKind) -> int | None:
        """The person, made anew when the full name is not in the base yet.

        None where a choice is the user's: only initials, or several people of that name.
        """
        known = self.find(mention)
        name = name_of(mention)
        if known is not None or not mention.first_name or self._by_name[name.key]:
            return known
        model = self._new(mention, kind, name)
        self._session.add(model)
        self._session.flush()
        self._remember(model.person_id, name)
        return model.person_id

    def _new(self, mention: MentionedPerson, kind: PersonKind, name: FullName) -> PersonModel:
        own_kind = PersonKind.STUDENT if mention.school_class else kind
        model = PersonModel(
            kind=own_kind,
            last_name=name.last_name,
            first_name=name.first_name,
            patronymic=name.patronymic,
            search_key=name.key,
            sex=guess_sex(name),
            birth_date=mention.birth_date,
            birth_year=mention.birth_year,
            organisation=mention.workplace if own_kind is PersonKind.OUTSIDE else "",
        )
        if own_kind is PersonKind.STAFF:
            work = EmploymentModel(position_title=mention.position, subject=mention.subject)
            model.employments.append(work)
        if own_kind is PersonKind.STUDENT and mention.school_class:
            model.enrollments.append(
                EnrollmentModel(school_year=self._year.start, school_class=mention.school_class)
            )
        return model

    def _remember(self, person_id: int, name: FullName) -> None:
        self._by_name[name.key].append(person_id)
        self._by_initials[_initials_key(name)].append(person_id)


def _initials_key(name: FullName) -> str:
    letters = [part[:1] for part in (name.first_name, name.patronymic) if part]
    return search_key(f"{name.last_name} {''.join(letters)}")
