"""Education and long absences read from words that schools really write."""

import pytest

from nastavnik_desktop.domain.employment import AbsenceKind, EducationLevel
from nastavnik_desktop.imports.values.absences import absence_in
from nastavnik_desktop.imports.values.education import education_level_in, is_educational

HIGHER, VOCATIONAL = EducationLevel.HIGHER, EducationLevel.SECONDARY_VOCATIONAL


@pytest.mark.parametrize(
    ("text", "level", "of_teachers"),
    [
        ("высшее", HIGHER, False),
        ("Высшее педагогическое", HIGHER, True),
        ("высшее (непедагогическое)", HIGHER, False),
        ("высшее не педагогическое", HIGHER, False),
        ("Заречный гос. педагогический университет, 2012", HIGHER, True),
        ("среднее профессиональное", VOCATIONAL, False),
        ("среднее специальное, педагогический колледж", VOCATIONAL, True),
        ("Ср.-спец.", VOCATIONAL, False),
        ("СПО", VOCATIONAL, False),
        ("колледж, 2004; институт, 2010", HIGHER, False),
        ("студент 4 курса университета", EducationLevel.STUDYING, False),
        ("среднее общее", EducationLevel.SECONDARY_GENERAL, False),
        ("среднее", None, False),
        ("", None, False),
    ],
)
def test_education(text, level, of_teachers):
    assert education_level_in(text) is level
    assert is_educational(text) is of_teachers


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("д/о", AbsenceKind.MATERNITY),
        ("Декрет", AbsenceKind.MATERNITY),
        ("(декретный отпуск)", AbsenceKind.MATERNITY),
        ("в декрете", AbsenceKind.MATERNITY),
        ("отпуск по уходу за ребёнком", AbsenceKind.CHILD_CARE),
        ("отп. по уходу", AbsenceKind.CHILD_CARE),
        ("вышла из декрета", None),
        ("декрет до мая, потом решит", None),
        ("совместитель", None),
        ("", None),
    ],
)
def test_only_a_plain_note_is_an_absence(note, kind):
    assert absence_in(note) is kind
