"""Parts of a person's card: posts and absences of an employee, education and category."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit

from nastavnik_desktop.domain.employment import (
    Absence,
    AbsenceKind,
    EducationLevel,
    FurtherPost,
)
from nastavnik_desktop.domain.people import EmploymentDraft, PersonDraft, QualificationCategory
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.person_part import CardContext, CardPart, text_of
from ui.dialogs.person_parts import year_beside
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import text_label
from ui.widgets.lines_edit import Line, LinesEdit
from ui.widgets.rate_edit import RateEdit

_ABSENCE_DATE = "Отсутствие: дата не понята, пример: 05.09.2026."
_POST_RATE = "Ставка пишется так: 0,5."


class WorkPart(CardPart):
    """Posts, dates and absences of an employee."""

    def __init__(self, context: CardContext) -> None:
        super().__init__()
        today = context.today
        self.begin_row()
        self._post = self.add_line("position_title", "Должность", context.posts)
        self._subject = self.add_line("subject", "Предмет", context.subjects)
        self._rate = self.add_rate("rate_hundredths", "Ставка")
        self.end_row()
        self._further = self.add(
            "further_posts",
            "Другие должности",
            LinesEdit(_PostLine, FurtherPost(), "Ещё должность", "Убрать должность"),
        )
        self._department = self.add_line("department", "Методобъединение", context.departments)
        self.begin_row()
        self._hired = self.add_date("hired_on", "Принят", today)
        self._left = self.add_date("left_on", "Выбыл", today)
        self.end_row()
        self._is_part_timer = QCheckBox("Внешний совместитель")
        self.add_wide(self._is_part_timer)
        self._absences = self.add(
            "absences",
            "Долгое отсутствие",
            LinesEdit(
                lambda: _AbsenceLine(context),
                Absence(AbsenceKind.MATERNITY),
                "Отметить отсутствие",
                "Убрать отсутствие",
            ),
        )

    def fill(self, draft: PersonDraft) -> None:
        """Show the work; an empty one for those who do not work at the school."""
        work = draft.employment or EmploymentDraft()
        self._post.setText(work.position_title)
        self._subject.setText(work.subject)
        self._rate.set_rate(work.rate_hundredths)
        self._further.set_values(work.further_posts)
        self._department.setText(work.department)
        self._hired.set_day(work.hired_on)
        self._left.set_day(work.left_on)
        self._is_part_timer.setChecked(work.is_external_part_timer)
        self._absences.set_values(work.absences)

    def applied(self, draft: PersonDraft) -> PersonDraft:
        """The draft with the work as it stands."""
        work = replace(
            draft.employment or EmploymentDraft(),
            position_title=text_of(self._post),
            subject=text_of(self._subject),
            rate_hundredths=self._rate.rate_hundredths,
            further_posts=self._further.values,
            department=text_of(self._department),
            hired_on=self._hired.day,
            left_on=self._left.day,
            is_external_part_timer=self._is_part_timer.isChecked(),
            absences=self._absences.values,
        )
        return replace(draft, employment=work)

    def unread(self) -> list[Problem]:
        """Fields and lines whose text is not what it should be."""
        lines = (
            (self._further, Problem("further_posts", _POST_RATE)),
            (self._absences, Problem("absences", _ABSENCE_DATE)),
        )
        return [*super().unread(), *(said for field, said in lines if not field.is_understood)]


class QualificationPart(CardPart):
    """Education, degree, category and length of service of an employee."""

    def __init__(self, context: CardContext) -> None:
        super().__init__()
        today = context.today
        self._education = self.add_line("education", "Образование: что и когда окончено")
        self.begin_row()
        levels = [(None, "не указан"), *((each, each.label) for each in EducationLevel)]
        self._level = self.add("education_level", "Уровень образования", ChoiceField(levels))
        self._degree = self.add_line("degree", "Учёная степень")
        self._academic_title = self.add_line("academic_title", "Учёное звание")
        self.end_row()
        self._is_educational = QCheckBox("Образование педагогическое")
        self.add_wide(self._is_educational)
        self.begin_row()
        self._category = self.add("category", "Категория", ChoiceField(_category_choices()))
        self._category_on = self.add_date("category_on", "Дата присвоения", today)
        self._category_year = self.add_number("category_year", "или только год", "ГГГГ")
        self.end_row()
        self._is_mentor = QCheckBox("Категория «педагог-наставник»")
        self._is_methodist = QCheckBox("Категория «педагог-методист»")
        for flag in (self._is_mentor, self._is_methodist):
            self.add_wide(flag)
        self._teaching = self.add_service("teaching_service", "Педагогический стаж", today)
        self._total = self.add_service("total_service", "Общий стаж", today)

    def fill(self, draft: PersonDraft) -> None:
        """Show education, category and service."""
        work = draft.employment or EmploymentDraft()
        self._education.setText(work.education)
        self._level.set_value(work.education_level)
        self._degree.setText(work.degree)
        self._academic_title.setText(work.academic_title)
        self._is_educational.setChecked(work.is_educational)
        self._category.set_value(work.category)
        self._category_on.set_day(work.category_on)
        self._category_year.set_number(None if work.category_on else work.category_year)
        self._is_mentor.setChecked(work.is_educator_mentor)
        self._is_methodist.setChecked(work.is_educator_methodist)
        self._teaching.set_length(work.teaching_service)
        self._total.set_length(work.total_service)

    def applied(self, draft: PersonDraft) -> PersonDraft:
        """The draft with education, category and service as they stand."""
        before = draft.employment or EmploymentDraft()
        level, category, day = self._level.value, self._category.value, self._category_on.day
        work = replace(
            before,
            education=text_of(self._education),
            education_level=level if isinstance(level, EducationLevel) else None,
            degree=text_of(self._degree),
            academic_title=text_of(self._academic_title),
            is_educational=self._is_educational.isChecked(),
            category=category if isinstance(category, QualificationCategory) else None,
            category_on=day,
            category_year=year_beside(
                day, before.category_on, before.category_year, self._category_year.number
            ),
            is_educator_mentor=self._is_mentor.isChecked(),
            is_educator_methodist=self._is_methodist.isChecked(),
            total_service=self._total.length,
            teaching_service=self._teaching.length,
        )
        return replace(draft, employment=work)


class _PostLine(Line[FurtherPost]):
    """A post beside the main one."""

    def __init__(self) -> None:
        super().__init__()
        self._post, self._subject, self._rate = QLineEdit(), QLineEdit(), RateEdit()
        for field, words, stretch in (
            (self._post, "Должность", 3),
            (self._subject, "Предмет", 2),
            (self._rate, "Ставка", 0),
        ):
            field.setAccessibleName(f"{words} по другой работе")
            field.setPlaceholderText(words)
            self.row.addWidget(field, stretch)
        self.setFocusProxy(self._post)

    @property
    def value(self) -> FurtherPost:
        """The post as typed."""
        return FurtherPost(text_of(self._post), text_of(self._subject), self._rate.rate_hundredths)

    @property
    def is_understood(self) -> bool:
        """Whether the rate is a rate."""
        return self._rate.is_understood

    def fill(self, value: FurtherPost) -> None:
        """Show a post."""
        self._post.setText(value.position_title)
        self._subject.setText(value.subject)
        self._rate.set_rate(value.rate_hundredths)


class _AbsenceLine(Line[Absence]):
    """A long absence: why, since when and until when."""

    def __init__(self, context: CardContext) -> None:
        super().__init__()
        self._kind = ChoiceField([(each, each.label) for each in AbsenceKind])
        self._kind.setAccessibleName("Причина отсутствия")
        self._since = DateEdit("Отсутствует с", context.today)
        self._until = DateEdit("Отсутствует по", context.today)
        self.row.addWidget(self._kind, 1)
        for words, field in (("с", self._since), ("по", self._until)):
            self.row.addWidget(text_label(words, "quiet"))
            self.row.addWidget(field)
        self.setFocusProxy(self._kind)

    @property
    def value(self) -> Absence:
        """The absence as typed."""
        kind = self._kind.value
        known = kind if isinstance(kind, AbsenceKind) else AbsenceKind.OTHER
        return Absence(known, self._since.day, self._until.day)

    @property
    def is_understood(self) -> bool:
        """Whether both dates are dates."""
        return self._since.is_understood and self._until.is_understood

    def fill(self, value: Absence) -> None:
        """Show an absence."""
        self._kind.set_value(value.kind)
        self._since.set_day(value.since_on)
        self._until.set_day(value.until_on)


def _category_choices() -> list[tuple[QualificationCategory | None, str]]:
    return [(None, "не указана"), *((each, each.label) for each in QualificationCategory)]
