"""Who is charged with mentoring by the text of an order: names and posts in their cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from db.models import EmploymentModel, PersonModel
from db.queries.name_rules import name_rules
from nastavnik_desktop.documents.order_facts import Assignment
from nastavnik_desktop.documents.person_forms import PersonForms, person_forms
from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.services.paper_posts import post_on_paper
from nastavnik_desktop.services.post_cases import post_corrections

_MOST_NAMED = 20
"""A longer list stands in the annexes only: the order itself must stay readable."""


def assignments(session: Session, rows: Sequence[PairingRow]) -> tuple[Assignment, ...]:
    """Employees who mentor employees, each once, with everybody entrusted to them."""
    entrusted: defaultdict[int, list[int]] = defaultdict(list)
    for row in rows:
        if row.mentor.kind is PersonKind.STAFF:
            employees = [one.person_id for one in row.mentees if one.kind is PersonKind.STAFF]
            if employees:
                entrusted[row.mentor.person_id] += employees
    if len(entrusted) > _MOST_NAMED:
        return ()
    forms = forms_of(session, {*entrusted, *(one for ids in entrusted.values() for one in ids)})
    return tuple(
        Assignment(forms[mentor_id], tuple(forms[one] for one in mentee_ids))
        for mentor_id, mentee_ids in entrusted.items()
    )


def forms_of(session: Session, person_ids: Iterable[int]) -> Mapping[int, PersonForms]:
    """Names and posts in all cases; what was corrected for a person wins over the guess."""
    main_post = and_(
        EmploymentModel.person_id == PersonModel.person_id, EmploymentModel.position == 0
    )
    statement = (
        select(PersonModel, EmploymentModel.position_title, EmploymentModel.subject)
        .outerjoin(EmploymentModel, main_post)
        .where(PersonModel.person_id.in_(set(person_ids)))
    )
    people = [
        (person, post_on_paper(title or "", subject or ""))
        for person, title, subject in session.execute(statement)
    ]
    corrected = post_corrections(session, {one.person_id: post for one, post in people})
    rules = name_rules(session)
    return {
        person.person_id: person_forms(
            FullName(person.last_name, person.first_name, person.patronymic),
            post,
            person.sex,
            {Case(case): text for case, text in person.case_forms.items() if text},
            corrected[person.person_id],
            rules,
        )
        for person, post in people
    }
