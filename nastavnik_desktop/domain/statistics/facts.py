"""What counting needs to know of people and pairings; every fact that changes carries dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from nastavnik_desktop.domain.dates import full_years, short_date
from nastavnik_desktop.domain.employment import EducationLevel
from nastavnik_desktop.domain.full_name import NBSP, FullName
from nastavnik_desktop.domain.local_acts import LocalAct
from nastavnik_desktop.domain.pairing_parts import MentorSpan, Pause
from nastavnik_desktop.domain.pairings import EndKind, MemberDraft, PairingKind
from nastavnik_desktop.domain.people import (
    Mark,
    MarkKind,
    OutsideKind,
    PersonKind,
    QualificationCategory,
    ServiceLength,
    Sex,
    is_educator,
    occupation,
)
from nastavnik_desktop.domain.road_maps.kept import KeptRoadMap
from nastavnik_desktop.domain.school_year import SchoolYear


@dataclass(frozen=True)
class Post:
    """A post at the school; ``left_on`` is the last working day.

    ``rate_hundredths`` is the part of a full rate (ставка). Education, category and titles are
    written at the main post, the first one.
    """

    position_title: str
    subject: str = ""
    hired_on: date | None = None
    left_on: date | None = None
    teaching_service: ServiceLength | None = None
    total_service: ServiceLength | None = None
    rate_hundredths: int | None = None
    is_external_part_timer: bool = False
    category: QualificationCategory | None = None
    education_level: EducationLevel | None = None
    is_educational: bool = False
    degree: str = ""
    academic_title: str = ""

    def is_held_on(self, day: date) -> bool:
        """Whether the person works at this post on a day."""
        has_begun = self.hired_on is None or self.hired_on <= day
        return has_begun and (self.left_on is None or day <= self.left_on)

    @property
    def is_educators(self) -> bool:
        """Whether the post is an educator's."""
        return is_educator(self.position_title, self.subject)


@dataclass(frozen=True)
class Enrollment:
    """The class of a student in a school year.

    From ``left_on`` on the person is no student any more (273-ФЗ, ст. 61 ч. 4).
    """

    year: SchoolYear
    school_class: str
    left_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the person learns in this class on a day."""
        return day in self.year and (self.left_on is None or day < self.left_on)


@dataclass(frozen=True)
class PersonRecord:
    """A person who takes part, with posts in order of importance, classes and marks."""

    person_id: int
    name: FullName
    kind: PersonKind
    birth_date: date | None = None
    birth_year: int | None = None
    organisation: str = ""
    outside_kind: OutsideKind | None = None
    posts: tuple[Post, ...] = ()
    enrollments: tuple[Enrollment, ...] = ()
    marks: tuple[Mark, ...] = ()
    sex: Sex | None = None
    archived_on: date | None = None

    def post_on(self, day: date) -> Post | None:
        """The main post of a day."""
        return next((post for post in self.posts if post.is_held_on(day)), None)

    def educators_post_on(self, day: date) -> Post | None:
        """The post that makes the person an educator on a day, if there is one."""
        held = (post for post in self.posts if post.is_held_on(day))
        return next((post for post in held if post.is_educators), None)

    @property
    def teaching_service(self) -> ServiceLength | None:
        """Length of teaching service: written at any of the posts, it is one for the person."""
        known = (post.teaching_service for post in self.posts)
        return next((service for service in known if service is not None), None)

    @property
    def total_service(self) -> ServiceLength | None:
        """Length of all service, as ``teaching_service``."""
        known = (post.total_service for post in self.posts)
        return next((service for service in known if service is not None), None)

    def works_on(self, day: date) -> bool:
        """Whether the person is of the school's own staff: no external part-timer."""
        post = self.post_on(day)
        return self.is_here_on(day) and post is not None and not post.is_external_part_timer

    def is_here_on(self, day: date) -> bool:
        """Whether the card is not yet put into the archive."""
        return self.archived_on is None or day < self.archived_on

    def lacks_class_in(self, year: SchoolYear) -> bool:
        """Whether this is a student of whom nobody wrote down the class of a year."""
        is_student = self.kind is PersonKind.STUDENT
        return is_student and all(class_.year != year for class_ in self.enrollments)

    def enrollment_on(self, day: date) -> Enrollment | None:
        """The class of a day."""
        return next((class_ for class_ in self.enrollments if class_.holds_on(day)), None)

    def age_on(self, day: date) -> int | None:
        """Full years on a day; where only the year of birth is known, by the year."""
        if self.birth_date is not None:
            return full_years(self.birth_date, day)
        return None if self.birth_year is None else day.year - self.birth_year

    def has_mark_on(self, kind: MarkKind, day: date) -> bool:
        """Whether a mark holds on a day; an open end has no limit."""
        return any(mark.kind is kind and _holds_on(mark, day) for mark in self.marks)

    def occupation_on(self, day: date) -> str:
        """«учитель, физика», «5А класс» or the organisation."""
        post = self.post_on(day) or Post("")
        enrollment = self.enrollment_on(day)
        words = occupation(
            self.kind,
            post.position_title,
            post.subject,
            enrollment.school_class if enrollment else "",
            self.organisation,
        )
        return words or self.kind.label


def _holds_on(mark: Mark, day: date) -> bool:
    has_begun = mark.since_on is None or mark.since_on <= day
    return has_begun and (mark.until_on is None or day <= mark.until_on)


@dataclass(frozen=True)
class OrderRecord:
    """An order in which a pairing stands: issued by the program or written down as external."""

    number: str
    order_date: date
    withdrawn_on: date | None = None
    order_id: int = field(default=0, compare=False)

    def is_in_force_on(self, day: date) -> bool:
        """Whether the order is issued on or before a day and not withdrawn by then."""
        is_withdrawn = self.withdrawn_on is not None and self.withdrawn_on <= day
        return self.order_date <= day and not is_withdrawn

    @property
    def title(self) -> str:
        """«приказ № 12-од от 08.09.2026»."""
        return f"приказ №{NBSP}{self.number} от {short_date(self.order_date)}"


@dataclass(frozen=True)
class Departure:
    """The end of a mentee's part in a pairing; ``on`` is the first day without it."""

    person_id: int
    on: date
    kind: EndKind


@dataclass(frozen=True)
class PairingRecord:
    """A pair or a group with its dates, members and orders.

    ``ends_on`` (planned) is the last day of the pairing; from ``ended_on`` (actual) on it has
    ended, as everywhere in the program. A break ends nothing: the order holds, so the pairing
    counts. A pairing whose mentor was replaced has ended, and the one that follows it counts.
    """

    pairing_id: int
    kind: PairingKind
    form_code: str
    mentor_id: int
    members: tuple[MemberDraft, ...]
    starts_on: date
    ends_on: date
    ended_on: date | None = None
    end_kind: EndKind | None = None
    orders: tuple[OrderRecord, ...] = ()
    further_mentors: tuple[MentorSpan, ...] = ()
    pauses: tuple[Pause, ...] = ()

    def mentors_on(self, day: date) -> list[int]:
        """Ids of the mentor and of those who mentor beside on a day."""
        beside = (each.person_id for each in self.further_mentors if each.holds_on(day))
        return list(dict.fromkeys((self.mentor_id, *beside)))

    def pause_on(self, day: date) -> Pause | None:
        """The break that holds on a day."""
        return next((pause for pause in self.pauses if pause.holds_on(day)), None)

    def order_on(self, day: date) -> OrderRecord | None:
        """The order by which the pairing stands on a day."""
        return next((order for order in self.orders if order.is_in_force_on(day)), None)

    def runs_on(self, day: date) -> bool:
        """Whether the pairing has begun and has not ended, whatever its orders."""
        is_over = self.ends_on < day if self.ended_on is None else self.ended_on <= day
        return self.starts_on <= day and not is_over

    def is_forgotten_on(self, day: date) -> bool:
        """Whether the planned end has passed and nobody wrote down how the pairing ended."""
        return self.ended_on is None and self.ends_on < day

    def mentees_on(self, day: date) -> list[int]:
        """Ids of the mentees of a day, by their own dates where they have them."""
        return [
            member.person_id
            for member in self.members
            if (member.joined_on is None or member.joined_on <= day)
            and (member.left_on is None or day < member.left_on)
        ]

    def departures(self, first_day: date, last_day: date) -> list[Departure]:
        """Ends of mentees' parts within days, both included."""
        ends = (self._departure(member) for member in self.members)
        return [end for end in ends if end is not None and first_day <= end.on <= last_day]

    def _departure(self, member: MemberDraft) -> Departure | None:
        """Who leaves before the pairing ends leaves early; the others share its end."""
        end = self.ended_on or self.ends_on
        if member.left_on is not None and member.left_on < end:
            return Departure(member.person_id, member.left_on, EndKind.EARLY)
        if self.ended_on is None or self.end_kind is None:
            return None
        if member.joined_on is not None and member.joined_on >= self.ended_on:
            return None
        return Departure(member.person_id, self.ended_on, self.end_kind)


@dataclass(frozen=True)
class StatisticsFacts:
    """Pairings that can matter for a date, people by id, local acts, road maps.

    People are those who stand in the pairings; where a form counts the whole school, also its
    staff and students. Road maps are there where a form counts their items.
    """

    people: Mapping[int, PersonRecord]
    pairings: tuple[PairingRecord, ...]
    acts: tuple[LocalAct, ...] = ()
    road_maps: tuple[KeptRoadMap, ...] = ()
