"""Reads of the forms of names that the user corrected for everybody."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import NameCaseRuleModel
from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.name_cases import NameKey, NameRule, NameRules


def name_rules(session: Session) -> NameRules:
    """All rules by name and case: there are few of them, they are typed by hand."""
    found: defaultdict[NameKey, dict[Case, str]] = defaultdict(dict)
    for row in session.scalars(select(NameCaseRuleModel)):
        found[NameKey(row.part, row.sex, row.word_key)][row.case] = row.form
    return found


def name_rule_rows(session: Session) -> list[NameRule]:
    """All rules one by one, by part, name, sex and case."""
    cases = list(Case)
    rows = session.scalars(select(NameCaseRuleModel)).all()
    ordered = sorted(rows, key=lambda row: (row.part, row.word_key, row.sex, cases.index(row.case)))
    return [
        NameRule(row.part, row.sex, row.word, row.case, row.form, row.rule_id) for row in ordered
    ]
