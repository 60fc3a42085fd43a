"""Names in cases where the user taught a form for everybody who bears the name."""

from __future__ import annotations

from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.domain.name_cases import NameRules, with_rules
from nastavnik_desktop.domain.people import Sex
from nastavnik_desktop.language import names


def decline_by_rules(
    name: FullName, case: Case, sex: str | None = None, rules: NameRules | None = None
) -> FullName:
    """The name in a case: parts that rules know are theirs, the others are guessed."""
    guessed = names.decline(name, case, sex)
    return with_rules(guessed, name, case, sex_of(name, sex), rules or {})


def sex_of(name: FullName, sex: str | None) -> Sex | None:
    """The sex that is known, otherwise told by the name, or None."""
    known = sex or names.guess_sex(name)
    return Sex(known) if known else None
