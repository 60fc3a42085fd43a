"""Consent papers to print: one sheet for each person, filled with what the base knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from db.queries.cards import person_models
from db.queries.pairings import pairing_rows_of_person
from db.queries.people import participants
from db.queries.school import school
from nastavnik_desktop.documents.consent_templates import ConsentTemplate
from nastavnik_desktop.documents.consents import ConsentFacts, consent_paper
from nastavnik_desktop.documents.tree import PageBreak
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.pairings import ENDED_STATES, PairingRow, Participant
from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.named_people import named_person
from nastavnik_desktop.services.order_assignments import forms_of
from nastavnik_desktop.services.order_setting import letterhead_of
from nastavnik_desktop.services.template_store import current_consent_template

if TYPE_CHECKING:
    from nastavnik_desktop.documents.tree import Block, Document


@dataclass(frozen=True)
class _Task:
    """A person's part in the pairing for which the consent is asked."""

    role: str
    pairing: PairingRow | None = None

    @property
    def is_work(self) -> bool:
        """Whether ст. 351.8 ТК applies: an employee mentors an employee."""
        is_mentor = self.role == "наставника"
        return is_mentor and self.pairing is not None and self.pairing.is_between_employees


def consent_papers(
    session: Session,
    wanted: Mapping[int, Sequence[ConsentKind]],
    year: SchoolYear,
    today: date,
    pairing: PairingRow | None = None,
    texts: Mapping[ConsentKind, ConsentTemplate] | None = None,
) -> Document:
    """Papers to sign, by person in the order of the mapping; all of one person stay together.

    Without a pairing each person signs for a running one of the year. ``texts`` that are not kept
    yet may be tried in the place of those in force.
    """
    own_school = school(session)
    if own_school is None:
        raise RuleViolation("Заполните сведения о школе в настройках: они стоят в согласии.")
    people = participants(session, wanted, year.start, today)
    parents = {
        person_id: model.representative_name
        for person_id, model in person_models(session, list(wanted)).items()
    }
    posts = {key: forms.post for key, forms in forms_of(session, set(wanted)).items()}
    addressee = _addressee(session, own_school, today)
    asked = {kind for kinds in wanted.values() for kind in kinds}
    in_force = {kind: current_consent_template(session, kind) for kind in asked}
    in_force.update(texts or {})
    sheets = []
    for person_id, kinds in wanted.items():
        if person_id in people:
            task = (
                _task_in(pairing, person_id)
                if pairing
                else _task_of(session, person_id, year, today)
            )
            facts = _facts(addressee, people[person_id], parents[person_id], task, own_school)
            if people[person_id].kind is PersonKind.STAFF:
                facts = replace(facts, about=posts[person_id])
            sheets += [consent_paper(facts, kind, in_force[kind]) for kind in kinds]
    return _bound(sheets)


def _facts(
    addressee: str, person: Participant, parent: str, task: _Task, own_school: School
) -> ConsentFacts:
    pairing = task.pairing
    return ConsentFacts(
        school=letterhead_of(own_school),
        director=addressee,
        person=person.name.full,
        about=person.occupation,
        role=task.role,
        form=pairing.form.title if pairing else "",
        starts_on=pairing.starts_on if pairing else None,
        ends_on=pairing.ends_on if pairing else None,
        is_minor=person.is_minor,
        is_student=person.kind is PersonKind.STUDENT,
        representative=parent,
        is_work=task.is_work,
        address=own_school.address,
        inn=own_school.inn,
        ogrn=own_school.ogrn,
        site=own_school.site,
    )


def _addressee(session: Session, own_school: School, day: date) -> str:
    """«директору МБОУ «СОШ № 17» Заболотной Л. В.»."""
    head = own_school.head_on(day)
    if head is None:
        return f"директору {own_school.short_name}"
    forms = named_person(session, head.name, head.title)
    post, name = forms.post_in(Case.DATIVE), forms.name_in(Case.DATIVE).short
    return f"{post} {own_school.short_name} {name}"


def _task_of(session: Session, person_id: int, year: SchoolYear, today: date) -> _Task:
    """The running pairing of the year that still lacks this consent, or any running one."""
    rows = [
        row
        for row in pairing_rows_of_person(session, person_id, today)
        if row.year == year and row.state_on(today) not in ENDED_STATES
    ]
    if not rows:
        return _Task("участника")
    return _task_in(next((row for row in rows if row.order is None), rows[0]), person_id)


def _task_in(pairing: PairingRow, person_id: int) -> _Task:
    is_mentee = person_id in {mentee.person_id for mentee in pairing.mentees}
    return _Task("наставляемого" if is_mentee else "наставника", pairing)


def _bound(sheets: Sequence[Document]) -> Document:
    """Sheets as one document, each on a page of its own."""
    if not sheets:
        raise RuleViolation("Выберите людей, для которых нужны бланки.")
    blocks: list[Block] = []
    for sheet in sheets:
        blocks += [PageBreak()] if blocks else []
        blocks += sheet.blocks
    title = sheets[0].title
    if len(sheets) > 1:
        title = f"Согласия, {counted(len(sheets), 'бланк', 'бланка', 'бланков')}"
    return replace(sheets[0], title=title, blocks=tuple(blocks))
