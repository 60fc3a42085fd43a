"""Which people a form of mentoring joins, by the codes of the forms (МР-42/02, АЗ-1128/08)."""

from __future__ import annotations

from nastavnik_desktop.domain.matching.people import Candidate
from nastavnik_desktop.domain.people import OutsideKind, PersonKind

_STAFF, _STUDENT, _OUTSIDE = PersonKind.STAFF, PersonKind.STUDENT, PersonKind.OUTSIDE
_KINDS = {
    "student-student": (_STUDENT, _STUDENT),
    "teacher-teacher": (_STAFF, _STAFF),
    "educator-educator": (_STAFF, _STAFF),
    "head-educator": (_STAFF, _STAFF),
    "university-student-pupil": (_OUTSIDE, _STUDENT),
    "employer-pupil": (_OUTSIDE, _STUDENT),
    "employer-student": (_OUTSIDE, _OUTSIDE),
    "employer-student-teachers": (_OUTSIDE, _OUTSIDE),
    "college-educator": (_OUTSIDE, _STAFF),
    "partner-educator": (_OUTSIDE, _STAFF),
}
_HEADS = ("директор", "заместитель директора", "руководитель", "заведующ")
_USUAL = {
    (_STAFF, _STAFF): "educator-educator",
    (_STUDENT, _STUDENT): "student-student",
    (_OUTSIDE, _STUDENT): "employer-pupil",
}


def joins(form_code: str, mentor: Candidate, mentee: Candidate) -> bool:
    """Whether a form joins these two; without a form the usual ones do.

    A form of the user's own, of which nothing is known, joins anybody with anybody.
    """
    if not form_code:
        return (mentor.kind, mentee.kind) in _USUAL
    kinds = _KINDS.get(form_code, (mentor.kind, mentee.kind))
    if kinds != (mentor.kind, mentee.kind):
        return False
    if form_code == "head-educator":
        return mentor.posts[:1] != () and mentor.posts[0].casefold().startswith(_HEADS)
    if form_code == "university-student-pupil":
        return mentor.outside_kind is OutsideKind.UNIVERSITY_STUDENT
    return True


def takes_mentees(form_code: str, mentee: Candidate) -> bool:
    """Whether a form has mentees of this kind at all."""
    if not form_code:
        return mentee.kind in {kinds[1] for kinds in _USUAL}
    return _KINDS.get(form_code, (mentee.kind, mentee.kind))[1] is mentee.kind


def takes_mentors(form_code: str, mentor: Candidate) -> bool:
    """Whether a form has mentors of this kind at all."""
    if not form_code:
        return mentor.kind in {kinds[0] for kinds in _USUAL}
    return _KINDS.get(form_code, (mentor.kind, mentor.kind))[0] is mentor.kind


def form_of(mentor: Candidate, mentee: Candidate) -> str:
    """The usual form of a pair of such people; empty where there is none."""
    if mentor.outside_kind is OutsideKind.UNIVERSITY_STUDENT and mentee.kind is _STUDENT:
        return "university-student-pupil"
    return _USUAL.get((mentor.kind, mentee.kind), "")
