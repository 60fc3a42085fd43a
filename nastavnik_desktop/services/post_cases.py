"""Posts in their cases: what was corrected for one person or for everybody wins over the guess."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from db.models import PersonModel, PostCaseRuleModel
from db.queries.post_cases import common_rules, post_rules
from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.people import EmploymentDraft, PersonDraft
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.language import posts
from nastavnik_desktop.services.paper_posts import post_on_paper


def post_of(draft: PersonDraft) -> str:
    """The main post of a card as papers write it: «учитель физики»."""
    work = draft.employment or EmploymentDraft()
    return post_on_paper(work.position_title, work.subject)


def post_guesses(draft: PersonDraft) -> dict[Case, str]:
    """The post in its cases as the program guesses it; nothing without a post."""
    post = post_of(draft)
    return {case: posts.decline(post, case) for case in Case} if post else {}


def post_corrections(
    session: Session, posts_of_people: Mapping[int, str]
) -> dict[int, dict[Case, str]]:
    """Corrected forms of people's posts, by id; a person's own go before those for everybody."""
    keys = {person_id: search_key(post) for person_id, post in posts_of_people.items()}
    rules = post_rules(session, keys.values(), keys)
    return {
        person_id: {**rules.get((key, None), {}), **rules.get((key, person_id), {})}
        for person_id, key in keys.items()
    }


def common_corrections(session: Session, post: str) -> dict[Case, str]:
    """Forms of a post that hold for everybody."""
    key = search_key(post)
    return post_rules(session, [key]).get((key, None), {})


def with_common_forms(session: Session, draft: PersonDraft) -> PersonDraft:
    """The card with the forms for everybody, where the person has none of his own."""
    forms = {} if draft.post_forms else common_corrections(session, post_of(draft))
    if not forms:
        return draft
    by_case = {case.value: form for case, form in forms.items()}
    return replace(draft, post_forms=by_case, are_post_forms_for_all=True)


def without_stale_forms(draft: PersonDraft, before: PersonDraft) -> PersonDraft:
    """The card without forms that were left from another post."""
    is_stale = post_of(draft) != post_of(before) and draft.post_forms == before.post_forms
    return replace(draft, post_forms={}, are_post_forms_for_all=False) if is_stale else draft


def write_own_rules(draft: PersonDraft, model: PersonModel) -> None:
    """Make the person's own forms equal to the card's; they are of the post that it names."""
    key = search_key(post_of(draft))
    wanted = {} if draft.are_post_forms_for_all else dict(draft.post_forms)
    stored = {rule.case.value: rule.form for rule in model.post_case_rules}
    if stored == wanted and any(rule.post_key != key for rule in model.post_case_rules):
        wanted = {}
    for rule in list(model.post_case_rules):
        form = wanted.pop(rule.case.value, "")
        if form:
            rule.post_key, rule.form = key, form
        else:
            model.post_case_rules.remove(rule)
    model.post_case_rules.extend(_rules(key, wanted))


def write_common_rules(session: Session, draft: PersonDraft) -> None:
    """Make the forms for everybody with the card's post equal to the card's, when it says so."""
    if not draft.are_post_forms_for_all:
        return
    key = search_key(post_of(draft))
    wanted = dict(draft.post_forms)
    for rule in common_rules(session, key):
        form = wanted.pop(rule.case.value, "")
        if form:
            rule.form = form
        else:
            session.delete(rule)
    session.add_all(_rules(key, wanted))


def _rules(key: str, forms: Mapping[str, str]) -> list[PostCaseRuleModel]:
    return [
        PostCaseRuleModel(post_key=key, case=Case(case), form=form)
        for case, form in forms.items()
        if form
    ]
