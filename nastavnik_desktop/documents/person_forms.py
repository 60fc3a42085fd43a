"""A person as orders write him: name and post in every case, resolved once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.domain.name_cases import NameRules, as_corrected
from nastavnik_desktop.language import posts
from nastavnik_desktop.language.name_rules import decline_by_rules


@dataclass(frozen=True)
class PersonForms:
    """Name and post in the nominative and in the oblique cases."""

    name: FullName
    post: str = ""
    names: Mapping[Case, FullName] = field(default_factory=dict)
    posts: Mapping[Case, str] = field(default_factory=dict)

    def name_in(self, case: Case | None = None) -> FullName:
        """The name in a case; the nominative without one or when the form is not known."""
        return self.names.get(case, self.name) if case else self.name

    def post_in(self, case: Case | None = None) -> str:
        """The post in a case; the nominative without one or when the form is not known."""
        return self.posts.get(case, self.post) if case else self.post

    def short(self, case: Case | None = None) -> str:
        """«заместителю директора по УВР Крутиковой О. Н.»."""
        return f"{self.post_in(case)} {self.name_in(case).short}".strip()

    def full(self, case: Case | None = None) -> str:
        """«Крутиковой Ольге Николаевне, заместителю директора по УВР»."""
        name = self.name_in(case).full
        post = self.post_in(case)
        return f"{name}, {post}" if post else name


def person_forms(
    name: FullName,
    post: str = "",
    sex: str | None = None,
    corrections: Mapping[Case, str] | None = None,
    post_corrections: Mapping[Case, str] | None = None,
    name_rules: NameRules | None = None,
) -> PersonForms:
    """All forms of a person; corrections are full names and posts in cases that the user typed.

    ``name_rules`` hold for everybody: the person's own corrections go before them.
    """
    own = corrections or {}
    own_posts = post_corrections or {}
    return PersonForms(
        name,
        post,
        {
            case: as_corrected(own[case], name)
            if case in own
            else decline_by_rules(name, case, sex, name_rules)
            for case in Case
        },
        {case: own_posts.get(case) or posts.decline(post, case) for case in Case},
    )
