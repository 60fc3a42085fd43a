"""Posts of a school's staff as the form ОО-1 (раздел 3) groups them into rows."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from nastavnik_desktop.domain.people import is_educator, is_teacher


class StaffGroup(StrEnum):
    """A row of the staff tables; every post falls into exactly one."""

    DIRECTOR = "director"
    DEPUTY = "deputy"
    BRANCH_HEAD = "branch_head"
    OTHER_HEAD = "other_head"
    TEACHER = "teacher"
    SPEECH_THERAPIST = "speech_therapist"
    DEFECTOLOGIST = "defectologist"
    SOCIAL_EDUCATOR = "social_educator"
    EXTRACURRICULAR = "extracurricular"
    PSYCHOLOGIST = "psychologist"
    ORGANISER = "organiser"
    SENIOR_COUNSELLOR = "senior_counsellor"
    SAFETY_ORGANISER = "safety_organiser"
    MASTER = "master"
    CARER = "carer"
    TUTOR = "tutor"
    LIBRARIAN_EDUCATOR = "librarian_educator"
    OTHER_EDUCATOR = "other_educator"
    SUPPORT = "support"
    OTHER = "other"


HEADS = frozenset(
    (StaffGroup.DIRECTOR, StaffGroup.DEPUTY, StaffGroup.BRANCH_HEAD, StaffGroup.OTHER_HEAD)
)
EDUCATORS = frozenset(StaffGroup) - HEADS - {StaffGroup.SUPPORT, StaffGroup.OTHER}

_BY_TITLE: tuple[tuple[StaffGroup, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (StaffGroup.BRANCH_HEAD, r"(руковод|завед|директор|начальник)\w*.*филиал"),
        (StaffGroup.DEPUTY, r"зам\w*\.?\s.*(директор|руковод|начальник)"),
        (StaffGroup.DIRECTOR, r"^((и\.?\s?о\.?|врио|врип|исполняющ\w+ обязанности)\s*)?директор"),
        (StaffGroup.OTHER_HEAD, r"(руковод|завед|начальник|управля)\w*.*структурн"),
        (StaffGroup.SUPPORT, r"(помощник|младш\w+) воспитател|ассистент|лаборант|диспетчер"),
        (StaffGroup.SPEECH_THERAPIST, r"логопед"),
        (StaffGroup.DEFECTOLOGIST, r"дефектолог|сурдопедагог|тифлопедагог|олигофренопедагог"),
        (StaffGroup.SOCIAL_EDUCATOR, r"социальн\w+ педагог|соцпедагог"),
        (StaffGroup.EXTRACURRICULAR, r"дополнительного образования|допобразован"),
        (StaffGroup.PSYCHOLOGIST, r"психолог"),
        (StaffGroup.SAFETY_ORGANISER, r"преподаватель\s*[-–]\s*организатор"),
        (StaffGroup.ORGANISER, r"педагог\s*[-–]\s*организатор"),
        (StaffGroup.SENIOR_COUNSELLOR, r"старш\w+ (пионер)?вожат"),
        (StaffGroup.MASTER, r"мастер производственного обучения"),
        (StaffGroup.CARER, r"воспитател"),
        (StaffGroup.TUTOR, r"тьютор"),
        (StaffGroup.LIBRARIAN_EDUCATOR, r"педагог\s*[-–]\s*библиотекар"),
    )
)
_SUPPORT = re.compile(r"секретар|библиотекар|дежурн\w+ по режиму")


@lru_cache(maxsize=4096)
def staff_group(position_title: str, subject: str = "") -> StaffGroup:
    """The row of a post; a post without a title that has a subject is a teacher's."""
    title = " ".join(position_title.casefold().split())
    if not title:
        return StaffGroup.TEACHER if subject.strip() else StaffGroup.OTHER
    if is_teacher(title):
        return StaffGroup.TEACHER
    for kind, pattern in _BY_TITLE:
        if pattern.search(title):
            return kind
    if is_educator(title):
        return StaffGroup.OTHER_EDUCATOR
    return StaffGroup.SUPPORT if _SUPPORT.search(title) else StaffGroup.OTHER


class TeacherSubject(StrEnum):
    """What a teacher teaches in the main, as the rows of ОО-1 divide it."""

    HOME = "home"
    PRIMARY = "primary"
    NATIVE = "native"
    RUSSIAN = "russian"
    FOREIGN = "foreign"
    HISTORY = "history"
    INFORMATICS = "informatics"
    PHYSICAL_EDUCATION = "physical_education"
    PHYSICS = "physics"
    MATHEMATICS = "mathematics"
    CHEMISTRY = "chemistry"
    GEOGRAPHY = "geography"
    BIOLOGY = "biology"
    TECHNOLOGY = "technology"
    MUSIC = "music"
    ART = "art"
    SAFETY = "safety"
    OTHER = "other"


_BY_SUBJECT: tuple[tuple[TeacherSubject, re.Pattern[str]], ...] = tuple(
    (subject, re.compile(pattern))
    for subject, pattern in (
        (TeacherSubject.HOME, r"на дому"),
        (TeacherSubject.PRIMARY, r"начальн"),
        (TeacherSubject.NATIVE, r"\bродн|народов росси|национальн\w+ язык"),
        (TeacherSubject.FOREIGN, r"английск|немецк|французск|испанск|китайск|иностранн"),
        (TeacherSubject.RUSSIAN, r"русск|литератур"),
        (TeacherSubject.HISTORY, r"истори|обществозн|\bправ(о|а|у)\b|экономик"),
        (TeacherSubject.INFORMATICS, r"информатик|\bикт\b"),
        (TeacherSubject.PHYSICAL_EDUCATION, r"физическ|физкульт|физвосп"),
        (TeacherSubject.PHYSICS, r"физик"),
        (TeacherSubject.MATHEMATICS, r"математик|алгебр|геометри"),
        (TeacherSubject.CHEMISTRY, r"хими"),
        (TeacherSubject.GEOGRAPHY, r"географи"),
        (TeacherSubject.BIOLOGY, r"биологи"),
        (TeacherSubject.TECHNOLOGY, r"технологи|\bтруд"),
        (TeacherSubject.MUSIC, r"музык|\bпени"),
        (TeacherSubject.ART, r"изобразительн|\bизо\b|черчени|рисовани"),
        (TeacherSubject.SAFETY, r"безопасност|\bобж\b|\bобзр\b|защиты родины"),
    )
)


@lru_cache(maxsize=4096)
def main_subject(position_title: str, subject: str) -> TeacherSubject:
    """The row of a teacher: by the first of the subjects, else by what the post names.

    A teacher of several subjects is counted once, at the main one (ОО-1, раздел 3).
    """
    first = re.split(r"[,;/]", subject)[0]
    for words in (first, position_title):
        found = _subject_in(words.casefold())
        if found is not TeacherSubject.OTHER:
            return found
    return TeacherSubject.OTHER


def _subject_in(words: str) -> TeacherSubject:
    return next(
        (subject for subject, pattern in _BY_SUBJECT if pattern.search(words)),
        TeacherSubject.OTHER,
    )
