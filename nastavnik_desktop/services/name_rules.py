"""Forms of names for everybody: taught from a card, listed and removed in the settings."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.engine import Base
from db.models import NameCaseRuleModel, PersonModel
from db.queries.name_rules import name_rule_rows, name_rules
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.name_cases import NamePart, NameRule, NameRules, rules_of_correction
from nastavnik_desktop.domain.people import PersonDraft
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.language.name_rules import decline_by_rules, sex_of
from nastavnik_desktop.services.results import Saved

_NO_SEX = "Укажите пол: правило для имени действует у людей одного пола."


class NameRuleService:
    """Use cases of the rules of names."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def rules(self) -> NameRules:
        """Forms by name and case, as guesses take them."""
        with self._base.reading() as session:
            return name_rules(session)

    def rows(self) -> list[NameRule]:
        """The rules one by one, for the list in the settings."""
        with self._base.reading() as session:
            return name_rule_rows(session)

    def remove(self, rule_ids: Collection[int]) -> Saved:
        """Forget rules: these names are guessed again; papers that were issued stay."""
        words = counted(len(rule_ids), "правило", "правила", "правил")
        title = f"Убрано из склонения имён: {words}"
        with self._base.begin(title, Changes.PEOPLE) as session:
            statement = select(NameCaseRuleModel).where(NameCaseRuleModel.rule_id.in_(rule_ids))
            for row in session.scalars(statement):
                session.delete(row)
        return Saved(title, Changes.PEOPLE)


def taught(session: Session, draft: PersonDraft) -> PersonDraft:
    """Turn the corrections of a card into rules for everybody, when the card says so.

    Answers the card without them: what holds for everybody needs no correction of one's own.
    Raises RuleViolation when the sex is not known.
    """
    if not draft.are_name_forms_for_all:
        return draft
    corrections = {Case(case): form for case, form in draft.case_forms.items() if form}
    sex = sex_of(draft.name, draft.sex)
    if corrections and sex is None:
        raise RuleViolation(_NO_SEX, "sex")
    known = name_rules(session)
    for case, form in corrections.items():
        guessed = decline_by_rules(draft.name, case, sex, known)
        if sex is not None:
            _write(session, rules_of_correction(draft.name, sex, case, form, guessed))
    return replace(draft, case_forms={}, are_name_forms_for_all=False)


def forget_last_name(session: Session, person: PersonModel) -> None:
    """Clear rules of a last name that nobody else of the base bears, from the journal too."""
    key = search_key(person.last_name)
    bearers = session.scalars(
        select(PersonModel.last_name).where(
            PersonModel.person_id != person.person_id,
            PersonModel.search_key.startswith(key, autoescape=True),
        )
    )
    if any(search_key(other) == key for other in bearers):
        return
    rules = select(NameCaseRuleModel).where(
        NameCaseRuleModel.part == NamePart.LAST_NAME, NameCaseRuleModel.word_key == key
    )
    for rule in session.scalars(rules).all():
        journal.forget(session, [(NameCaseRuleModel.__tablename__, rule.rule_id)])
        session.delete(rule)


def _write(session: Session, rules: Iterable[NameRule]) -> None:
    for rule in rules:
        key = rule.key
        row = session.scalars(
            select(NameCaseRuleModel).where(
                NameCaseRuleModel.word_key == key.word_key,
                NameCaseRuleModel.part == key.part,
                NameCaseRuleModel.sex == key.sex,
                NameCaseRuleModel.case == rule.case,
            )
        ).first()
        if row is None:
            row = NameCaseRuleModel(
                part=key.part, sex=key.sex, word_key=key.word_key, case=rule.case
            )
            session.add(row)
        row.word, row.form = rule.word, rule.form
