"""Tables beside the cards: the list of needs, cases of names for everybody."""

from __future__ import annotations

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Model, choice
from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.name_cases import NamePart
from nastavnik_desktop.domain.need_words import NeedAudience
from nastavnik_desktop.domain.people import Sex


class NeedWordModel(Model):
    """A word of the school's own list of needs; no rows at all stand for the program's list."""

    __tablename__ = "need_words"

    word_id: Mapped[int] = mapped_column(primary_key=True)
    audience: Mapped[NeedAudience] = mapped_column(choice(NeedAudience, "audience"))
    title: Mapped[str] = mapped_column(String(200))
    position: Mapped[int] = mapped_column(default=0)
    is_archived: Mapped[bool] = mapped_column(default=False)


class NameCaseRuleModel(Model):
    """The form of a name in a case, corrected by hand for everybody of a sex who bears it.

    ``word_key`` is the search key of the name, ``word`` the name as it was written.
    """

    __tablename__ = "name_case_rules"
    __table_args__ = (UniqueConstraint("word_key", "part", "sex", "case"),)

    rule_id: Mapped[int] = mapped_column(primary_key=True)
    part: Mapped[NamePart] = mapped_column(choice(NamePart, "part"))
    sex: Mapped[Sex] = mapped_column(choice(Sex, "sex"))
    word_key: Mapped[str] = mapped_column(String(100))
    word: Mapped[str] = mapped_column(String(100))
    case: Mapped[Case] = mapped_column(choice(Case, "case"))
    form: Mapped[str] = mapped_column(String(100))
