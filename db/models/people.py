"""Tables of people: cards, employment, classes by year, pools, consents, marks."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.models.awards import AwardModel
from db.models.base import Model, choice
from db.models.matching import MatchBanModel
from db.models.pairings import ContractAddendumModel
from db.models.road_maps import RoadMapRoleModel
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.employment import AbsenceKind, EducationLevel
from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.people import (
    MarkKind,
    OutsideKind,
    PersonKind,
    QualificationCategory,
    Sex,
)


class PersonModel(Model):
    """One person, whatever the roles."""

    __tablename__ = "people"
    __table_args__ = (
        CheckConstraint("last_name <> ''", name="last_name"),
        CheckConstraint(
            "birth_year IS NULL OR birth_year BETWEEN 1900 AND 2100", name="birth_year"
        ),
    )

    person_id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[PersonKind] = mapped_column(choice(PersonKind, "kind"))
    last_name: Mapped[str] = mapped_column(String(100))
    first_name: Mapped[str] = mapped_column(String(100), default="")
    patronymic: Mapped[str] = mapped_column(String(100), default="")
    former_last_name: Mapped[str] = mapped_column(String(100), default="")
    search_key: Mapped[str] = mapped_column(String(320), index=True)
    sex: Mapped[Sex | None] = mapped_column(choice(Sex, "sex"))
    birth_date: Mapped[date | None]
    birth_year: Mapped[int | None]
    phone: Mapped[str] = mapped_column(String(200), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    address: Mapped[str] = mapped_column(String(500), default="")
    notes: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(String(300), default="")
    outside_kind: Mapped[OutsideKind | None] = mapped_column(choice(OutsideKind, "outside_kind"))
    representative_name: Mapped[str] = mapped_column(String(300), default="")
    representative_relation: Mapped[str] = mapped_column(String(100), default="")
    representative_phone: Mapped[str] = mapped_column(String(200), default="")
    case_forms: Mapped[dict[str, Any]] = mapped_column(default=dict)
    archived_on: Mapped[date | None]

    employments: Mapped[list[EmploymentModel]] = relationship(
        order_by="EmploymentModel.position", cascade="all, delete-orphan"
    )
    enrollments: Mapped[list[EnrollmentModel]] = relationship(cascade="all, delete-orphan")
    pool_entries: Mapped[list[PoolEntryModel]] = relationship(cascade="all, delete-orphan")
    marks: Mapped[list[MarkModel]] = relationship(cascade="all, delete-orphan")
    contract_addenda: Mapped[list[ContractAddendumModel]] = relationship(
        order_by="ContractAddendumModel.addendum_id", cascade="all, delete-orphan"
    )
    absences: Mapped[list[AbsenceModel]] = relationship(
        order_by="AbsenceModel.absence_id", cascade="all, delete-orphan"
    )
    post_case_rules: Mapped[list[PostCaseRuleModel]] = relationship(cascade="all, delete-orphan")
    consents: Mapped[list[ConsentModel]] = relationship(cascade="all, delete-orphan")
    trainings: Mapped[list[MentorTrainingModel]] = relationship(
        order_by="MentorTrainingModel.training_id", cascade="all, delete-orphan"
    )
    awards: Mapped[list[AwardModel]] = relationship(
        order_by="AwardModel.given_on", cascade="all, delete-orphan"
    )
    bans_of_mentor: Mapped[list[MatchBanModel]] = relationship(
        foreign_keys="MatchBanModel.mentor_id", cascade="all, delete-orphan"
    )
    bans_of_mentee: Mapped[list[MatchBanModel]] = relationship(
        foreign_keys="MatchBanModel.mentee_id", cascade="all, delete-orphan"
    )
    road_map_roles: Mapped[list[RoadMapRoleModel]] = relationship(cascade="all, delete-orphan")


def _person_key() -> Mapped[int]:
    return mapped_column(ForeignKey("people.person_id"), index=True)


class EmploymentModel(Model):
    """Work at the school; the first row is the main post."""

    __tablename__ = "employments"
    __table_args__ = (
        CheckConstraint("left_on IS NULL OR hired_on IS NULL OR left_on >= hired_on", name="dates"),
        CheckConstraint("rate_hundredths IS NULL OR rate_hundredths > 0", name="rate_hundredths"),
    )

    employment_id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = _person_key()
    position: Mapped[int] = mapped_column(default=0)
    position_title: Mapped[str] = mapped_column(String(300), default="")
    subject: Mapped[str] = mapped_column(String(300), default="")
    department: Mapped[str] = mapped_column(String(300), default="")
    category: Mapped[QualificationCategory | None] = mapped_column(
        choice(QualificationCategory, "category")
    )
    category_on: Mapped[date | None]
    category_year: Mapped[int | None]
    education: Mapped[str] = mapped_column(default="")
    hired_on: Mapped[date | None]
    left_on: Mapped[date | None]
    is_external_part_timer: Mapped[bool] = mapped_column(default=False)
    total_service_months: Mapped[int | None]
    total_service_as_of: Mapped[date | None]
    teaching_service_months: Mapped[int | None]
    teaching_service_as_of: Mapped[date | None]
    rate_hundredths: Mapped[int | None]
    education_level: Mapped[EducationLevel | None] = mapped_column(
        choice(EducationLevel, "education_level")
    )
    is_educational: Mapped[bool] = mapped_column(default=False)
    degree: Mapped[str] = mapped_column(String(200), default="")
    academic_title: Mapped[str] = mapped_column(String(200), default="")
    is_educator_mentor: Mapped[bool] = mapped_column(default=False)
    is_educator_methodist: Mapped[bool] = mapped_column(default=False)


class AbsenceModel(Model):
    """A long absence of an employee."""

    __tablename__ = "absences"
    __table_args__ = (
        CheckConstraint(
            "until_on IS NULL OR since_on IS NULL OR until_on >= since_on", name="dates"
        ),
    )

    absence_id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = _person_key()
    kind: Mapped[AbsenceKind] = mapped_column(choice(AbsenceKind, "kind"))
    since_on: Mapped[date | None]
    until_on: Mapped[date | None]


class PostCaseRuleModel(Model):
    """The form of a post in a case, corrected by hand for one person, or for all where none is.

    ``post_key`` is the search key of the post as papers write it.
    """

    __tablename__ = "post_case_rules"
    __table_args__ = (UniqueConstraint("post_key", "case", "person_id"),)

    rule_id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.person_id"), index=True)
    post_key: Mapped[str] = mapped_column(String(600), index=True)
    case: Mapped[Case] = mapped_column(choice(Case, "case"))
    form: Mapped[str] = mapped_column(String(600))


class EnrollmentModel(Model):
    """The class of a student in a school year."""

    __tablename__ = "enrollments"
    __table_args__ = (UniqueConstraint("person_id", "school_year"),)

    enrollment_id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = _person_key()
    school_year: Mapped[int] = mapped_column(index=True)
    school_class: Mapped[str] = mapped_column(String(20))
    left_on: Mapped[date | None]


class PoolEntryModel(Model):
    """The mentor's or mentee's side of a person in a school year."""

    __tablename__ = "pool_entries"
    __table_args__ = (
        UniqueConstraint("person_id", "school_year", "side"),
        CheckConstraint("side IN ('mentor', 'mentee')", name="side"),
        CheckConstraint("capacity IS NULL OR capacity >= 0", name="capacity"),
    )

    pool_entry_id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = _person_key()
    school_year: Mapped[int] = mapped_column(index=True)
    side: Mapped[str] = mapped_column(String(10))
    joined_on: Mapped[date | None]
    left_on: Mapped[date | None]
    strengths: Mapped[list[str]] = mapped_column(default=list)
    achievements: Mapped[str] = mapped_column(default="")
    interests: Mapped[str] = mapped_column(default="")
    desired_age: Mapped[str] = mapped_column(String(200), default="")
    time_resource: Mapped[str] = mapped_column(String(200), default="")
    capacity: Mapped[int | None]
    needs: Mapped[list[str]] = mapped_column(default=list)
    reason: Mapped[str] = mapped_column(default="")
    results: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")


class MarkModel(Model):
    """A dated mark of a student, seen only as a count."""

    __tablename__ = "marks"

    mark_id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = _person_key()
    kind: Mapped[MarkKind] = mapped_column(choice(MarkKind, "kind"))
    since_on: Mapped[date | None]
    until_on: Mapped[date | None]


class MentorTrainingModel(Model):
    """What a mentor was taught: where, when, hours and the document; holds in every year."""

    __tablename__ = "mentor_trainings"
    __table_args__ = (
        CheckConstraint(
            "until_on IS NULL OR since_on IS NULL OR until_on >= since_on", name="dates"
        ),
        CheckConstraint("hours IS NULL OR hours > 0", name="hours"),
    )

    training_id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = _person_key()
    title: Mapped[str] = mapped_column(String(300))
    place: Mapped[str] = mapped_column(String(300), default="")
    since_on: Mapped[date | None]
    until_on: Mapped[date | None]
    hours: Mapped[int | None]
    document: Mapped[str] = mapped_column(String(200), default="")


class DifferentPeopleModel(Model):
    """Two cards that look alike and are of two people; the first key is the smaller one."""

    __tablename__ = "different_people"
    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        CheckConstraint("first_id < second_id", name="keys"),
    )

    mark_id: Mapped[int] = mapped_column(primary_key=True)
    first_id: Mapped[int] = _person_key()
    second_id: Mapped[int] = _person_key()
    marked_on: Mapped[date]


class ConsentModel(Model):
    """A signed consent."""

    __tablename__ = "consents"
    __table_args__ = (
        CheckConstraint("withdrawn_on IS NULL OR withdrawn_on >= signed_on", name="withdrawn_on"),
    )

    consent_id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = _person_key()
    kind: Mapped[ConsentKind] = mapped_column(choice(ConsentKind, "kind"))
    signed_on: Mapped[date]
    until_on: Mapped[date | None]
    withdrawn_on: Mapped[date | None]
    is_by_representative: Mapped[bool] = mapped_column(default=False)

    attachments: Mapped[list[AttachmentModel]] = relationship(
        order_by="AttachmentModel.attachment_id", cascade="all, delete-orphan"
    )


class AttachmentModel(Model):
    """A file kept with the record that it belongs to: a scan, an order edited by hand.

    ``purpose`` tells the files of an order apart.
    """

    __tablename__ = "attachments"

    attachment_id: Mapped[int] = mapped_column(primary_key=True)
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consents.consent_id"), index=True)
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.order_id"), index=True)
    purpose: Mapped[str] = mapped_column(String(20), default="")
    file_name: Mapped[str] = mapped_column(String(255))
    content_type: Mapped[str] = mapped_column(String(100))
    size_bytes: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(deferred=True)
