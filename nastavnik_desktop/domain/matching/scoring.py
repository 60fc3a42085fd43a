"""How good a pair is, in points and in plain words, and what forbids it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from nastavnik_desktop.domain.matching.ages import WishedAge, wished_age
from nastavnik_desktop.domain.matching.forms import joins
from nastavnik_desktop.domain.matching.people import Candidate, MatchPool
from nastavnik_desktop.domain.matching.settings import Criterion, MatchSettings
from nastavnik_desktop.domain.matching.words import likeness, parts_of, stems_of
from nastavnik_desktop.domain.people import PersonKind, QualificationCategory
from nastavnik_desktop.domain.plurals import counted

_FULL_EXPERIENCE_YEARS = 15
_FULL_GRADES = 3
_CATEGORY_SHARES = {QualificationCategory.HIGHEST: 100, QualificationCategory.FIRST: 70}
_HUNDRED = 100


@dataclass(frozen=True)
class Finding:
    """What one criterion says of a pair: a share of its weight in hundredths, and words."""

    share: int
    words: str = ""


_NOTHING = Finding(0)


@dataclass(frozen=True)
class Profile:
    """A candidate prepared for many comparisons."""

    person: Candidate

    @cached_property
    def subjects(self) -> dict[frozenset[str], str]:
        """Subjects by their stems; where none is written the main post stands for them."""
        named = [part for text in self.person.subjects for part in parts_of(text)]
        return {stems_of(text): text for text in named or self.person.posts[:1]}

    @property
    def has_subjects(self) -> bool:
        """Whether subjects are written, not told by the post."""
        return bool(self.person.subjects)

    @cached_property
    def offers(self) -> tuple[str, ...]:
        """What a mentor can teach: competences, subjects, interests."""
        side = self.person.side
        subjects = self.subjects.values() if self.has_subjects else ()
        return (*side.strengths, *subjects, *parts_of(side.interests))

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """What a mentee asks for; interests where nothing is asked."""
        return self.person.side.needs or parts_of(self.person.side.interests)

    @cached_property
    def wished_age(self) -> WishedAge | None:
        """Of which age a mentor would like mentees."""
        return wished_age(self.person.side.desired_age)

    @cached_property
    def years(self) -> int | None:
        """Full years of teaching."""
        months = self.person.teaching_months
        return None if months is None else months // 12


class Scorer:
    """Points of couples of one pool by the user's weights."""

    def __init__(self, pool: MatchPool, settings: MatchSettings, form_code: str = "") -> None:
        self._pool = pool
        self._settings = settings
        self._form_code = form_code
        self._profiles: dict[tuple[int, bool], Profile] = {}
        self._likeness: dict[tuple[str, str], int] = {}

    def points(self, mentor: Candidate, mentee: Candidate) -> int:
        """The score of a couple: a whole number, not below 0."""
        return sum(self._points_of(mentor, mentee).values())

    def reasons(self, mentor: Candidate, mentee: Candidate) -> list[str]:
        """What speaks for a couple, the weightiest first; never empty."""
        points = self._points_of(mentor, mentee)
        findings = self._findings(mentor, mentee)
        told = [one for one in findings if findings[one].words and points[one]]
        told.sort(key=lambda one: -points[one])
        return [*(findings[one].words for one in told), mentor.places_words]

    def obstacle(self, mentor: Candidate, mentee: Candidate) -> str:
        """What forbids to propose a couple, in Russian; empty where nothing does."""
        return self.hard_obstacle(mentor, mentee) or self._soft_obstacle(mentor, mentee)

    def hard_obstacle(self, mentor: Candidate, mentee: Candidate) -> str:
        """What forbids a couple even to the user's own hand."""
        if mentor.person_id == mentee.person_id:
            return "это один и тот же человек"
        if mentee.obstacle or mentor.obstacle:
            return mentor.obstacle or f"{mentee.name.short}: {mentee.obstacle}"
        if known := self._known_obstacle(mentor, mentee):
            return known
        if not joins(self._form_code, mentor, mentee):
            return "другая форма наставничества"
        return "" if mentor.capacity > mentor.load else f"нет мест: {mentor.places_words}"

    def _known_obstacle(self, mentor: Candidate, mentee: Candidate) -> str:
        couple = (mentor.person_id, mentee.person_id)
        if couple in self._pool.running:
            return "уже в паре"
        if couple[::-1] in self._pool.running:
            return f"{mentee.name.short} – его наставник"
        return "вы отметили: не назначать" if couple in self._pool.banned else ""

    def _soft_obstacle(self, mentor: Candidate, mentee: Candidate) -> str:
        if (mentor.person_id, mentee.person_id) in self._pool.ended_early:
            return "такая пара была прекращена досрочно"
        if _is_younger_pupil(mentor, mentee):
            return "младше наставляемого"
        if self._settings.is_subject_required and self._lacks_subject(mentor, mentee):
            return "другой предмет"
        return ""

    def _lacks_subject(self, mentor: Candidate, mentee: Candidate) -> bool:
        both_teach = mentor.kind is mentee.kind is PersonKind.STAFF
        return both_teach and self._subject(mentor, mentee).share < _HUNDRED

    def _points_of(self, mentor: Candidate, mentee: Candidate) -> dict[Criterion, int]:
        weights = self._settings.weights
        return {
            criterion: weights[criterion] * finding.share // _HUNDRED
            for criterion, finding in self._findings(mentor, mentee).items()
        }

    def _findings(self, mentor: Candidate, mentee: Candidate) -> dict[Criterion, Finding]:
        return {
            Criterion.CONTINUATION: self._continuation(mentor, mentee),
            Criterion.SUBJECT: self._subject(mentor, mentee),
            Criterion.NEEDS: self._needs(mentor, mentee),
            Criterion.EXPERIENCE: self._experience(mentor, mentee),
            Criterion.AGE: self._age(mentor, mentee),
            Criterion.TIME: _time(mentor, mentee),
        }

    # The criteria

    def _continuation(self, mentor: Candidate, mentee: Candidate) -> Finding:
        is_continued = (mentor.person_id, mentee.person_id) in self._pool.continued
        return Finding(_HUNDRED, "продолжение прошлогодней пары") if is_continued else _NOTHING

    def _subject(self, mentor: Candidate, mentee: Candidate) -> Finding:
        taught = self._profile(mentor, is_mentor=True).subjects
        profile = self._profile(mentee)
        for wanted, text in profile.subjects.items():
            if any(wanted <= known or known <= wanted for known in taught):
                what = "тот же предмет" if profile.has_subjects else "та же должность"
                return Finding(_HUNDRED, f"{what}: {text}")
        department = mentee.department.strip()
        if department and stems_of(department) == stems_of(mentor.department):
            return Finding(_HUNDRED // 2, f"одно методобъединение: {department}")
        return _NOTHING

    def _needs(self, mentor: Candidate, mentee: Candidate) -> Finding:
        needs = self._profile(mentee).needs
        offers = self._profile(mentor, is_mentor=True).offers
        found = [max((self._alike(need, one) for one in offers), default=0) for need in needs]
        if not any(found):
            return _NOTHING
        told = ", ".join(f"«{need}»" for need, one in zip(needs, found, strict=True) if one)
        word = "запрос" if sum(map(bool, found)) == 1 else "запросы"
        return Finding(sum(found) * _HUNDRED // (2 * len(needs)), f"{word} {told}")

    def _alike(self, need: str, offer: str) -> int:
        found = self._likeness.get((need, offer))
        if found is None:
            found = self._likeness[need, offer] = likeness(need, offer)
        return found

    def _experience(self, mentor: Candidate, mentee: Candidate) -> Finding:
        if mentor.kind is PersonKind.STUDENT:
            return _grades_apart(mentor, mentee)
        years = self._profile(mentor, is_mentor=True).years
        if years is None or (mentee.teaching_months or 0) >= years * 12:
            return _NOTHING
        service = min(years, _FULL_EXPERIENCE_YEARS) * _HUNDRED // _FULL_EXPERIENCE_YEARS
        words = f"стаж {counted(years, 'год', 'года', 'лет')}"
        category = mentor.category
        if category is None or category not in _CATEGORY_SHARES:
            return Finding(service // 2, words)
        return Finding((service + _CATEGORY_SHARES[category]) // 2, f"{words}, {category.phrase}")

    def _age(self, mentor: Candidate, mentee: Candidate) -> Finding:
        wish = self._profile(mentor, is_mentor=True).wished_age
        fits = wish.holds(mentee.age, mentee.grade) if wish else None
        if fits is None:
            return Finding(_HUNDRED // 2)
        words = f"желаемый возраст: {mentor.side.desired_age}"
        return Finding(_HUNDRED, words) if fits else _NOTHING

    def _profile(self, person: Candidate, *, is_mentor: bool = False) -> Profile:
        key = (person.person_id, is_mentor)
        if key not in self._profiles:
            self._profiles[key] = Profile(person)
        return self._profiles[key]


def _time(mentor: Candidate, mentee: Candidate) -> Finding:
    """Both named their time: it must agree; one alone is neither for nor against."""
    has, wants = mentor.side.time_resource.strip(), mentee.side.time_resource.strip()
    if not has or not wants:
        return Finding(_HUNDRED // 2 if has else 0)
    return Finding(_HUNDRED, f"время: {has}") if likeness(wants, has) else _NOTHING


def _grades_apart(mentor: Candidate, mentee: Candidate) -> Finding:
    if mentor.grade is None or mentee.grade is None or mentor.grade <= mentee.grade:
        return _NOTHING
    apart = mentor.grade - mentee.grade
    share = min(apart, _FULL_GRADES) * _HUNDRED // _FULL_GRADES
    return Finding(share, f"старше на {counted(apart, 'класс', 'класса', 'классов')}")


def _is_younger_pupil(mentor: Candidate, mentee: Candidate) -> bool:
    """A pupil does not mentor an older one; where classes are not known the age tells."""
    if not mentor.kind is mentee.kind is PersonKind.STUDENT:
        return False
    if mentor.grade is not None and mentee.grade is not None:
        return mentor.grade < mentee.grade
    return mentor.age is not None and mentee.age is not None and mentor.age < mentee.age
