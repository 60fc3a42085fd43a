"""Matching: the pool of a year, proposals, «не назначать», pairs made of what was accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import MatchBanModel, MatchSettingsModel, PersonModel
from db.queries.matching import match_pool, match_settings
from db.queries.pairings import mentoring_forms
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.matching.assignment import Goal
from nastavnik_desktop.domain.matching.board import Board, Progress, propose
from nastavnik_desktop.domain.matching.forms import form_of
from nastavnik_desktop.domain.matching.people import Candidate, Couple, MatchPool
from nastavnik_desktop.domain.matching.scoring import Scorer
from nastavnik_desktop.domain.matching.settings import MatchSettings, problems_in
from nastavnik_desktop.domain.pairings import MemberDraft, MentoringForm, PairingDraft
from nastavnik_desktop.domain.people import EARLY_CAREER_MONTHS
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.pairings import PairingService, put_pairing
from nastavnik_desktop.services.results import Saved, refuse_errors

_EARLY_CAREER_ROLE = "молодой специалист"


@dataclass(frozen=True)
class MatchRequest:
    """What is matched: the year, chosen mentees (all without a mentor where none are chosen).

    ``fixed`` couples stay; without a form the usual ones are meant. ``goal`` replaces that of the
    settings.
    """

    year: SchoolYear
    mentee_ids: tuple[int, ...] = ()
    fixed: tuple[Couple, ...] = ()
    form_code: str = ""
    goal: Goal | None = None


@dataclass(frozen=True)
class BannedCouple:
    """A «не назначать» with the names that it is shown by."""

    mentor_id: int
    mentee_id: int
    mentor: FullName
    mentee: FullName


class MatchingService:
    """Use cases of the page «Подбор»."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def board(self, request: MatchRequest, progress: Progress | None = None) -> Board:
        """The best pairs of the pool as it is now; nothing is written.

        Chosen mentees who have a mentor by now are left in peace.
        """
        with self._base.reading() as session:
            settings = match_settings(session)
            pool = self._pool(session, request.year, request.mentee_ids)
        mentored = {mentee for _mentor, mentee in pool.running}
        waiting = tuple(one for one in pool.mentees if one.person_id not in mentored)
        pool = replace(pool, mentees=waiting)
        if request.goal is not None:
            settings = replace(settings, goal=request.goal)
        return propose(pool, settings, request.fixed, request.form_code, progress)

    def forms(self) -> list[MentoringForm]:
        """Forms of mentoring to choose from."""
        with self._base.reading() as session:
            return list(mentoring_forms(session).values())

    def settings(self) -> MatchSettings:
        """Weights, threshold and goal."""
        with self._base.reading() as session:
            return match_settings(session)

    def save_settings(self, settings: MatchSettings) -> Saved:
        """Keep weights, threshold and goal in the base."""
        refuse_errors(problems_in(settings))
        title = "Правила подбора изменены"
        with self._base.begin(title, Changes.PAIRINGS) as session:
            model = session.get(MatchSettingsModel, 1)
            if model is None:
                model = MatchSettingsModel(settings_id=1)
                session.add(model)
            model.weights = {one.value: weight for one, weight in settings.weights.items()}
            model.threshold, model.goal = settings.threshold, settings.goal
            model.is_subject_required = settings.is_subject_required
        return Saved(title, Changes.PAIRINGS)

    def bans(self) -> list[BannedCouple]:
        """All «не назначать», by the names of the mentees."""
        with self._base.reading() as session:
            bans = session.scalars(select(MatchBanModel)).all()
            names = _names(session, {key for ban in bans for key in (ban.mentor_id, ban.mentee_id)})
        found = [
            BannedCouple(ban.mentor_id, ban.mentee_id, names[ban.mentor_id], names[ban.mentee_id])
            for ban in bans
        ]
        return sorted(found, key=lambda one: (one.mentee.key, one.mentor.key))

    def ban(self, couple: Couple) -> Saved:
        """Never propose this couple again."""
        with self._base.reading() as session:
            names = _names(session, set(couple))
        title = f"Не назначать: {_words(couple, names)}"
        with self._base.begin(title, Changes.PAIRINGS) as session:
            if _found(session, couple) is None:
                session.add(MatchBanModel(mentor_id=couple[0], mentee_id=couple[1]))
        return Saved(title, Changes.PAIRINGS)

    def lift_bans(self, couples: Sequence[Couple]) -> Saved:
        """Let these couples be proposed again: one step."""
        count = counted(len(couples), "паре", "парам", "парам")
        title = f"Запрет назначать снят: {count}"
        with self._base.begin(title, Changes.PAIRINGS) as session:
            for couple in couples:
                ban = _found(session, couple)
                if ban is not None:
                    session.delete(ban)
        return Saved(title, Changes.PAIRINGS)

    def accept(self, year: SchoolYear, couples: Sequence[Couple], form_code: str = "") -> Saved:
        """Make a pair of each couple: one transaction, one step; all or none.

        Raises RuleViolation where a couple cannot be any more: somebody else was quicker.
        """
        if not couples:
            raise RuleViolation("Принимать нечего: подобранных пар нет.")
        draft = PairingService(self._base, self._today).new_draft(year)
        title = f"Создано по подбору: {counted(len(couples), 'пара', 'пары', 'пар')}"
        changes = Changes.PAIRINGS | Changes.PEOPLE
        with self._base.begin(title, changes) as session:
            forms = {form.code: form for form in mentoring_forms(session).values()}
            pool = self._pool(session, year, [mentee for _mentor, mentee in couples])
            made = [
                put_pairing(session, _draft(draft, mentor, mentee, form_code, forms), self._today())
                for mentor, mentee in _checked(pool, couples, form_code)
            ]
            return Saved(title, changes, made[0].pairing_id)

    def _pool(self, session: Session, year: SchoolYear, mentee_ids: Sequence[int]) -> MatchPool:
        day = min(max(self._today(), year.first_day), year.last_day)
        return match_pool(session, year, day, mentee_ids)


def _checked(
    pool: MatchPool, couples: Sequence[Couple], form_code: str
) -> list[tuple[Candidate, Candidate]]:
    """The people of couples; all that forbids a pair even to the user's hand is refused."""
    mentors = {one.person_id: one for one in pool.mentors}
    mentees = {one.person_id: one for one in pool.mentees}
    mentored = {mentee for _mentor, mentee in pool.running}
    scorer = Scorer(pool, MatchSettings(), form_code)
    wanted = Counter(mentor for mentor, _mentee in couples)
    found = []
    for mentor_id, mentee_id in couples:
        mentor, mentee = mentors.get(mentor_id), mentees.get(mentee_id)
        if mentor is None or mentee is None:
            raise RuleViolation("Кого-то из пары больше нет в базе года: подберите ещё раз.")
        words = f"{mentor.name.short} → {mentee.name.short}"
        if obstacle := scorer.hard_obstacle(mentor, mentee):
            raise RuleViolation(f"{words}: {obstacle}. Подберите ещё раз.")
        if mentee_id in mentored:
            raise RuleViolation(f"{words}: наставник уже есть. Подберите ещё раз.")
        mentored.add(mentee_id)
        if wanted[mentor_id] > mentor.free_places:
            raise RuleViolation(f"{mentor.name.short}: {mentor.places_words}. Подберите ещё раз.")
        found.append((mentor, mentee))
    return found


def _draft(
    draft: PairingDraft,
    mentor: Candidate,
    mentee: Candidate,
    form_code: str,
    forms: dict[str, MentoringForm],
) -> PairingDraft:
    code = form_code or form_of(mentor, mentee)
    months = mentee.teaching_months
    is_early = months is not None and months < EARLY_CAREER_MONTHS
    role_models = forms[code].role_models if code in forms else ()
    fitting = (one for one in role_models if is_early and one.endswith(_EARLY_CAREER_ROLE))
    return replace(
        draft,
        form_code=code,
        role_model=next(fitting, ""),
        mentor_id=mentor.person_id,
        members=(MemberDraft(mentee.person_id),),
    )


def _found(session: Session, couple: Couple) -> MatchBanModel | None:
    mentor_id, mentee_id = couple
    is_couple = (MatchBanModel.mentor_id == mentor_id) & (MatchBanModel.mentee_id == mentee_id)
    return session.scalars(select(MatchBanModel).where(is_couple)).first()


def _names(session: Session, ids: set[int]) -> dict[int, FullName]:
    columns = (PersonModel.last_name, PersonModel.first_name, PersonModel.patronymic)
    statement = select(PersonModel.person_id, *columns).where(PersonModel.person_id.in_(ids))
    return {row[0]: FullName(row[1], row[2], row[3]) for row in session.execute(statement)}


def _words(couple: Couple, names: dict[int, FullName]) -> str:
    if not names.keys() >= set(couple):
        raise RuleViolation("Этого человека больше нет в базе.")
    return f"{names[couple[0]].short} → {names[couple[1]].short}"
