"""What the texts of a paper are tried on while they are edited: real drafts, real people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, cast

from sqlalchemy.orm import Session

from db.queries.consents import sides_of_year
from db.queries.people import participants
from db.queries.school import registers, school
from nastavnik_desktop.documents.consent_templates import ConsentTemplate
from nastavnik_desktop.documents.order_templates import OrderTemplate
from nastavnik_desktop.documents.paper_templates import Template, TemplateKind
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.orders import OrderDraft, OrderKind, WorkingGroupDetails
from nastavnik_desktop.domain.pairings import Participant
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.consent_papers import consent_papers
from nastavnik_desktop.services.order_offers import offer_for
from nastavnik_desktop.services.order_papers import paper_of
from nastavnik_desktop.services.order_proposals import proposed_texts

if TYPE_CHECKING:
    from nastavnik_desktop.documents.tree import Document


@dataclass(frozen=True)
class ConsentSample:
    """A person of the year who signs a consent."""

    title: str
    kind: ConsentKind
    person_id: int
    year: SchoolYear


@dataclass(frozen=True)
class OrderSample:
    """An order as it could be written now."""

    title: str
    draft: OrderDraft


Sample = OrderSample | ConsentSample


def samples_of(
    session: Session, kind: TemplateKind, year: SchoolYear, today: date
) -> tuple[Sample, ...]:
    """An order of the year of this kind, or those who sign a consent: an adult and a minor."""
    if isinstance(kind, ConsentKind):
        return tuple(_consents(session, kind, year, today))
    return tuple(_orders(session, kind, year, today))


def sample_paper(session: Session, sample: Sample, template: Template, today: date) -> Document:
    """The paper of a sample by these texts."""
    if isinstance(sample, OrderSample):
        text = cast("OrderTemplate", template)
        return paper_of(session, sample.draft, today, text).document
    texts = {sample.kind: cast("ConsentTemplate", template)}
    wanted = {sample.person_id: (sample.kind,)}
    return consent_papers(session, wanted, sample.year, today, texts=texts)


def _orders(
    session: Session, kind: OrderKind, year: SchoolYear, today: date
) -> Iterator[OrderSample]:
    """An order of what is ready; of what is not ready yet, or ordered already, where nothing is.

    The heading is left to the template.
    """
    register = registers(session)[0]
    if register.register_id is None:
        return
    draft = OrderDraft(year, register.register_id, "", today, "", (), kind=kind)
    targets = offer_for(session, draft, today).targets
    if kind.has_target and not targets:
        return
    draft = replace(draft, target_id=targets[0].order_id if targets else None)
    offer = offer_for(session, draft, today)
    rows = offer.ready_on(today) or offer.candidates or offer.others
    if kind.names_pairings and not rows:
        return
    number = offer.number_for(register.register_id, today.year)
    ids = tuple(row.pairing_id for row in rows) if kind.names_pairings else ()
    proposed = proposed_texts(session, replace(draft, number=number, pairing_ids=ids))
    yield OrderSample("новый приказ", replace(_manned(session, proposed), heading=""))


def _manned(session: Session, draft: OrderDraft) -> OrderDraft:
    """A working group is tried with the director in it, until the user names its people."""
    details, own_school = draft.details, school(session)
    head = own_school.head_on(draft.order_date) if own_school else None
    if head is None or not isinstance(details, WorkingGroupDetails):
        return draft
    director = f"{head.title} {head.name.full}"
    named = replace(details, coordinator=details.coordinator or director, chair=director)
    return replace(draft, details=named)


def _consents(
    session: Session, kind: ConsentKind, year: SchoolYear, today: date
) -> Iterator[ConsentSample]:
    people = participants(session, sides_of_year(session, year.start), year.start, today)
    shown = sorted(people.values(), key=lambda person: person.name.key)
    for is_minor in (False, True):
        found = next((one for one in shown if one.is_minor is is_minor), None)
        if found is not None:
            yield ConsentSample(_words(found), kind, found.person_id, year)


def _words(person: Participant) -> str:
    return ", ".join(filter(None, (person.name.short, person.occupation)))
