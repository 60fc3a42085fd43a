"""People whom a file only mentions: found among those of the file and the base, or made."""

from __future__ import annotations

from sqlalchemy.orm import Session

from db.models import EmploymentModel, EnrollmentModel, PersonModel
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.imports.matching import (
    Match,
    MatchKind,
    PeopleIndex,
    Reason,
    match_person,
)
from nastavnik_desktop.imports.records import MentionedPerson
from nastavnik_desktop.language.names import guess_sex
from nastavnik_desktop.services.import_drafts import name_of
from nastavnik_desktop.services.import_people import known_people


class Mentions:
    """Answers the person of a mention; names are compared with ё as е."""

    def __init__(self, session: Session, year: SchoolYear) -> None:
        self._session = session
        self._year = year
        self._index = PeopleIndex(known_people(session))
        self._made: dict[str, int] = {}

    def find_or_make(self, mention: MentionedPerson, kind: PersonKind) -> int | None:
        """The person, made anew when nobody in the base could be meant.

        None where a choice is the user's: only initials, or several people of that name.
        """
        match = match_person(
            mention, self._index, mention.birth_date, mention.birth_year, mention.school_class
        )
        if _is_certain(mention, match):
            return match.candidates[0].person.person_id
        if match.candidates or not mention.first_name:
            return None
        name = name_of(mention)
        if name.key not in self._made:
            model = self._new(mention, kind, name)
            self._session.add(model)
            self._session.flush()
            self._made[name.key] = model.person_id
        return self._made[name.key]

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


def _is_certain(mention: MentionedPerson, match: Match) -> bool:
    """One candidate is enough where the file writes less of the name than the base knows."""
    if match.kind is MatchKind.SAME:
        return True
    told_less = {Reason.INITIALS, Reason.NO_PATRONYMIC}
    is_only = len(match.candidates) == 1
    return is_only and match.candidates[0].reason in told_less and not mention.patronymic
