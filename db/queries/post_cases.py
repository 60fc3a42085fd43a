"""Reads of the forms of posts that the user corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.models import PostCaseRuleModel
from nastavnik_desktop.domain.full_name import Case


def post_rules(
    session: Session, post_keys: Iterable[str], person_ids: Iterable[int] = ()
) -> dict[tuple[str, int | None], dict[Case, str]]:
    """Forms by post and person; the person is None in what holds for everybody."""
    whose = PostCaseRuleModel.person_id
    statement = select(PostCaseRuleModel).where(
        PostCaseRuleModel.post_key.in_(set(post_keys)),
        or_(whose.is_(None), whose.in_(set(person_ids))),
    )
    found: defaultdict[tuple[str, int | None], dict[Case, str]] = defaultdict(dict)
    for rule in session.scalars(statement):
        found[rule.post_key, rule.person_id][rule.case] = rule.form
    return found


def common_rules(session: Session, post_key: str) -> list[PostCaseRuleModel]:
    """The rows of a post that hold for everybody."""
    statement = select(PostCaseRuleModel).where(
        PostCaseRuleModel.post_key == post_key, PostCaseRuleModel.person_id.is_(None)
    )
    return list(session.scalars(statement))
