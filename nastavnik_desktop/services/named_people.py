"""People whom papers name by text, in the cases that the user corrected on their cards."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import PersonModel
from db.queries.name_rules import name_rules
from nastavnik_desktop.documents.person_forms import PersonForms, person_forms
from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.services.post_cases import common_corrections, post_corrections


def named_person(session: Session, name: FullName, post: str = "") -> PersonForms:
    """All forms of a name; sex and corrections are of the only person of the base so named.

    Names may be initials («Крутикова О. Н.»): they fit whoever begins with these letters.
    """
    of_last_name = PersonModel.search_key.startswith(search_key(name.last_name), autoescape=True)
    cards = session.scalars(
        select(PersonModel).where(of_last_name, PersonModel.archived_on.is_(None))
    )
    found = [card for card in cards if _fits(name, card)]
    rules = name_rules(session)
    if len(found) != 1:
        common = common_corrections(session, post)
        return person_forms(name, post, post_corrections=common, name_rules=rules)
    (card,) = found
    corrections = {Case(case): form for case, form in card.case_forms.items()}
    of_post = post_corrections(session, {card.person_id: post})[card.person_id]
    return person_forms(name, post, card.sex, corrections, of_post, rules)


def _fits(name: FullName, card: PersonModel) -> bool:
    if search_key(name.last_name) != search_key(card.last_name):
        return False
    pairs = ((name.first_name, card.first_name), (name.patronymic, card.patronymic))
    return all(_is_written(search_key(part), search_key(whole)) for part, whole in pairs)


def _is_written(part: str, whole: str) -> bool:
    """«О.» is written for «Ольга»; a whole word stands for itself alone."""
    return whole.startswith(part[:-1]) if part.endswith(".") else part == whole
