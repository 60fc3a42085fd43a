"""People: the list, the card, archive, the year's pools of mentors and mentees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.engine import Base
from db.models import AwardModel, PersonModel
from db.queries.awards import award_rows
from db.queries.cards import draft_of, person_model, person_models
from db.queries.mentor_wanted import wanting_facts
from db.queries.name_rules import name_rules
from db.queries.orders import order_rows_of_pairings
from db.queries.pairings import pairing_rows_of_person, pairing_rows_of_year
from db.queries.people import consents_of, person_rows
from nastavnik_desktop.domain.awards import AwardRow
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consents import ConsentRecord
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.domain.mentor_wanted import reasons_for_mentor
from nastavnik_desktop.domain.name_cases import NameRules
from nastavnik_desktop.domain.orders import OrderRow
from nastavnik_desktop.domain.pairings import PairingRow, mentored_ids
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    PersonDraft,
    PersonKind,
    PersonRow,
    PoolSide,
)
from nastavnik_desktop.domain.person_rules import problems_in
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.language.name_rules import decline_by_rules
from nastavnik_desktop.services.name_rules import taught
from nastavnik_desktop.services.person_cards import write_card, write_pool_side
from nastavnik_desktop.services.post_cases import (
    post_guesses,
    with_common_forms,
    without_stale_forms,
    write_common_rules,
)
from nastavnik_desktop.services.results import Saved, refuse_errors, refuse_stale

_SIDE_WORDS = {
    "mentor": ("наставник", "наставника", "наставников"),
    "mentee": ("наставляемый", "наставляемых", "наставляемых"),
}


@dataclass(frozen=True)
class PersonDetails:
    """Everything that is tied to a person: what the details pane shows."""

    draft: PersonDraft
    is_archived: bool
    pairings: tuple[PairingRow, ...]
    orders: tuple[OrderRow, ...]
    consents: tuple[ConsentRecord, ...]
    case_guesses: dict[Case, str]
    awards: tuple[AwardRow, ...] = ()


class PeopleService:
    """Use cases of the page «Люди»."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def rows(self, year: SchoolYear, *, archived: bool = False) -> list[PersonRow]:
        """The list of a school year, by name."""
        with self._base.reading() as session:
            return person_rows(session, year.start, archived=archived)

    def who_needs_mentor(self, year: SchoolYear) -> dict[int, tuple[str, ...]]:
        """People who need a mentor and have none this year, by id, each with the reasons."""
        today = self._today()
        with self._base.reading() as session:
            mentored = mentored_ids(pairing_rows_of_year(session, year.start, today), today)
            found = wanting_facts(session, year.start)
        reasons = {key: reasons_for_mentor(facts, today) for key, facts in found.items()}
        return {key: why for key, why in reasons.items() if why and key not in mentored}

    def new_draft(self, kind: PersonKind) -> PersonDraft:
        """An empty card of a kind."""
        work = EmploymentDraft() if kind is PersonKind.STAFF else None
        return PersonDraft(kind=kind, employment=work)

    def draft(self, person_id: int, year: SchoolYear) -> PersonDraft:
        """The card as its form edits it."""
        with self._base.reading() as session:
            draft = draft_of(_found(person_model(session, person_id)), year.start)
            return with_common_forms(session, draft)

    def details(self, person_id: int, year: SchoolYear) -> PersonDetails:
        """The card with everything tied to it."""
        with self._base.reading() as session:
            model = _found(person_model(session, person_id))
            draft = draft_of(model, year.start)
            pairings = pairing_rows_of_person(session, person_id, self._today())
            return PersonDetails(
                draft=draft,
                is_archived=model.archived_on is not None,
                pairings=tuple(pairings),
                orders=tuple(order_rows_of_pairings(session, [row.pairing_id for row in pairings])),
                consents=tuple(consents_of(session, person_id)),
                case_guesses=self.case_guesses(draft, name_rules(session)),
                awards=tuple(award_rows(session, AwardModel.person_id == person_id)),
            )

    def case_guesses(self, draft: PersonDraft, rules: NameRules | None = None) -> dict[Case, str]:
        """The name in its cases as papers will print it.

        The person's own corrections win over rules for everybody, and these over the guess.
        """
        return {
            case: name_in_case(draft.name, draft.sex, draft.case_forms, case, rules)
            for case in Case
        }

    def post_guesses(self, draft: PersonDraft) -> dict[Case, str]:
        """The post in its cases as the program guesses it, for the card to show."""
        return post_guesses(draft)

    def save(self, draft: PersonDraft, year: SchoolYear, seen: PersonDraft | None = None) -> Saved:
        """Create or change a card; refuses a draft with errors.

        ``seen`` is the card as it was opened: raises ChangedMeanwhile when it is another by now.
        """
        refuse_errors(problems_in(draft, self._today()))
        verb = "Изменена карточка" if draft.person_id else "Добавлен человек"
        title = f"{verb}: {draft.name.short}"
        changes = Changes.PEOPLE | Changes.POOLS
        with self._base.begin(title, changes) as session:
            if draft.person_id is None:
                model = PersonModel()
                session.add(model)
            else:
                model = _found(person_model(session, draft.person_id))
                before = with_common_forms(session, draft_of(model, year.start))
                refuse_stale(before.name.short, seen, before)
                draft = without_stale_forms(draft, before)
            draft = taught(session, draft)
            write_card(draft, model, year.start)
            write_common_rules(session, draft)
            session.flush()
            return Saved(title, changes, model.person_id)

    def add_all(self, drafts: Sequence[PersonDraft], year: SchoolYear, title: str) -> list[int]:
        """Create many cards as one step of the journal; answers their ids in the same order."""
        for draft in drafts:
            refuse_errors(problems_in(draft, self._today()))
        with self._base.begin(title, Changes.PEOPLE | Changes.POOLS) as session:
            models = [PersonModel() for _ in drafts]
            for draft, model in zip(drafts, models, strict=True):
                write_card(draft, model, year.start)
            session.add_all(models)
            session.flush()
            return [model.person_id for model in models]

    def archive(self, person_ids: Sequence[int]) -> Saved:
        """Put people into the archive: they leave the lists, their papers stay."""
        return self._set_archived(person_ids, self._today())

    def unarchive(self, person_ids: Sequence[int]) -> Saved:
        """Return people from the archive."""
        return self._set_archived(person_ids, None)

    def _set_archived(self, person_ids: Sequence[int], day: date | None) -> Saved:
        people = counted(len(person_ids), "человек", "человека", "человек")
        title = f"В архив: {people}" if day else f"Из архива: {people}"
        with self._base.begin(title, Changes.PEOPLE) as session:
            for model in person_models(session, list(person_ids)).values():
                model.archived_on = day
        return Saved(title, Changes.PEOPLE)

    def set_pool(
        self, person_ids: Sequence[int], side: str, year: SchoolYear, *, is_in: bool
    ) -> Saved:
        """Mark people as mentors or mentees of the year, or take the mark away."""
        who = counted(len(person_ids), *_SIDE_WORDS[side])
        title = f"Отмечено на {year}: {who}" if is_in else f"Снята отметка: {who}"
        changes = Changes.PEOPLE | Changes.POOLS
        with self._base.begin(title, changes) as session:
            for model in person_models(session, list(person_ids)).values():
                current = draft_of(model, year.start)
                known = current.mentor_side if side == "mentor" else current.mentee_side
                joined = known or PoolSide(joined_on=self._today())
                content = replace(joined, left_on=None) if is_in else None
                write_pool_side(model, side, content, year.start)
        return Saved(title, changes)


def name_in_case(
    name: FullName,
    sex: str | None,
    corrections: dict[str, str],
    case: Case,
    rules: NameRules | None = None,
) -> str:
    """A full name in a case: the person's own correction, a rule for everybody, or the guess."""
    return corrections.get(case.value) or decline_by_rules(name, case, sex, rules).full


def _found(model: PersonModel | None) -> PersonModel:
    if model is None:
        raise RuleViolation("Этого человека больше нет в базе: возможно, его удалили.")
    return model
