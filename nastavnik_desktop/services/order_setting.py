"""What the facts of an order are made of: the draft, the school, its people and pairs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from db.queries.pairings import pairing_rows_by_id
from nastavnik_desktop.documents.letterhead import Letterhead, OrderMark
from nastavnik_desktop.documents.order_facts import Assignment
from nastavnik_desktop.documents.person_forms import PersonForms
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.orders import Details, OrderDraft
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.services.named_people import named_person
from nastavnik_desktop.services.order_annexes import AnnexPeople
from nastavnik_desktop.services.order_assignments import forms_of
from nastavnik_desktop.services.page_presets import emblem_of, preset_of

Kind = TypeVar("Kind", bound=Details)
_POST_AND_NAME = re.compile(
    r"(?P<post>.*?)\s*(?P<name>[А-ЯЁ][а-яё-]+(?:[ \u00a0]+[А-ЯЁ][а-яё]*\.?){1,2})$"
)


@dataclass(frozen=True)
class Setting:
    """One order in one state of the base; what it needs is read when first asked for."""

    session: Session
    draft: OrderDraft
    school: School
    today: date

    def details_as(self, kind: type[Kind]) -> Kind:
        """The record of the draft's kind; another one is a mistake of the program."""
        if not isinstance(self.draft.details, kind):
            raise TypeError(f"an order of the kind {self.draft.kind} has other details")
        return self.draft.details

    @cached_property
    def rows(self) -> list[PairingRow]:
        """Pairings of the order in their printed sequence."""
        return pairing_rows_by_id(self.session, self.draft.pairing_ids, self.today)

    @cached_property
    def people(self) -> AnnexPeople:
        """Their participants as tables name them."""
        return self.people_of(self.rows)

    def people_of(self, rows: list[PairingRow]) -> AnnexPeople:
        """Participants of any pairings as tables of this order name them."""
        return AnnexPeople(self.session, rows, self.draft.year, self.draft.order_date)

    def forms(self, rows: list[PairingRow]) -> Mapping[int, PersonForms]:
        """Names and posts of participants in all cases."""
        return forms_of(self.session, {one.person_id for row in rows for one in row.participants})

    def assigned(
        self,
        row: PairingRow,
        forms: Mapping[int, PersonForms],
        *,
        ends_on: date | None = None,
        ended_on: date | None = None,
        reason: str = "",
    ) -> Assignment:
        """A pairing as the text of an order tells it; its own last day unless another is given."""
        return Assignment(
            forms[row.mentor.person_id],
            tuple(forms[one.person_id] for one in row.mentees),
            starts_on=row.starts_on,
            ends_on=ends_on or row.ends_on,
            ended_on=ended_on,
            reason=reason,
        )

    @property
    def coordinator(self) -> PersonForms | None:
        """The coordinator of the school's settings."""
        if not self.school.coordinator_name.strip():
            return None
        name = FullName(*self.school.coordinator_name.split(maxsplit=2))
        return named_person(self.session, name, self.school.coordinator_title)

    def named(self, text: str) -> PersonForms | None:
        """«заместитель директора по УВР Крутикова О. Н.» as a person; None for an empty text."""
        found = _POST_AND_NAME.fullmatch(text.strip())
        if found is None:
            return PersonForms(FullName(text.strip())) if text.strip() else None
        name = FullName(*found["name"].split(maxsplit=2))
        return named_person(self.session, name, found["post"])

    def everybody_named(self, texts: tuple[str, ...]) -> tuple[PersonForms, ...]:
        """The people of several such texts."""
        return tuple(person for text in texts if (person := self.named(text)))

    def common(self) -> dict[str, Any]:
        """Facts that orders of all kinds have."""
        draft, head = self.draft, self.school.head_on(self.draft.order_date)
        emblem = emblem_of(self.session, self.school.page_preset)
        executor = (self.school.executor_name, self.school.executor_phone)
        return {
            "school": replace(letterhead_of(self.school), emblem=emblem),
            "mark": OrderMark(draft.order_date, draft.number.strip()),
            "year": draft.year.label,
            "director_post": head.title.capitalize() if head else "Директор",
            "director_name": head.name.signature if head else "",
            "coordinator": self.coordinator,
            "control": self.named(draft.control_by),
            "grounds": (draft.grounds,) if draft.grounds else (),
            "executor": tuple(filter(None, executor)),
            "preset": preset_of(self.session, self.school.page_preset),
            "heading": draft.heading.strip(),
        }


def letterhead_of(own_school: School) -> Letterhead:
    """The school as its papers name it."""
    return Letterhead(
        own_school.full_name or own_school.short_name,
        own_school.short_name,
        own_school.founder,
        own_school.place,
    )
