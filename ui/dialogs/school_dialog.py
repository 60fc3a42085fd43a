"""The first data of a school, asked when its base is made; the rest waits in the settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.school import Head, Register, School, problems_in
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.fields import ChoiceField, NoteField

_MAIN_REGISTER = "Основная деятельность"
_LEVEL_HINT = "База муниципалитета принимает посылки школ и сводит их"
_EXAMPLES = {
    BaseLevel.SCHOOL: "МБОУ «СОШ № 1»",
    BaseLevel.MUNICIPALITY: "Управление образования г. Зареченска",
}
_POSTS = {
    BaseLevel.SCHOOL: "директор",
    BaseLevel.MUNICIPALITY: "начальник управления образования",
}


class SchoolDialog(RecordDialog[School]):
    """Asks whose base it is and for what papers cannot do without: one head, one pattern."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "Ваша школа", save="Создать базу")
        add = self.form.add
        choices = [(level, level.label) for level in BaseLevel]
        self.level = add("level", "Чья это база", ChoiceField(choices), hint=_LEVEL_HINT)
        self.level.currentIndexChanged.connect(lambda _place: self._on_level_chosen())
        self._short_name = add("short_name", "Краткое название", QLineEdit(), is_required=True)
        self._full_name = add(
            "full_name", "Полное название по уставу", NoteField(2), hint="Оно стоит в шапке приказа"
        )
        self.form.begin_row()
        self._founder = add("founder", "Учредитель", QLineEdit())
        self._founder.setPlaceholderText("Управление образования …")
        self._place = add("place", "Населённый пункт", QLineEdit())
        self._place.setPlaceholderText("г. Зареченск")
        self.form.end_row()
        self.form.section("Руководитель")
        self.form.begin_row()
        self._last_name = add("heads", "Фамилия", QLineEdit())
        self._first_name = add("first_name", "Имя", QLineEdit())
        self._patronymic = add("patronymic", "Отчество", QLineEdit())
        self.form.end_row()
        self._post = add("title", "Должность", QLineEdit())
        self._pattern = add(
            "registers",
            "Нумерация приказов",
            QLineEdit(),
            hint="{n} – место числа: «{n}-од» даст номера 1-од, 2-од, 3-од",
        )
        self._given = School()

    def fill(self, draft: School) -> None:
        """Show what is known of the school."""
        self._given = draft
        self.level.set_value(draft.level)
        self._short_name.setText(draft.short_name)
        self._full_name.setPlainText(draft.full_name)
        self._founder.setText(draft.founder)
        self._place.setText(draft.place)
        head = draft.heads[0] if draft.heads else Head(FullName(""), _POSTS[draft.level])
        self._last_name.setText(head.name.last_name)
        self._first_name.setText(head.name.first_name)
        self._patronymic.setText(head.name.patronymic)
        self._post.setText(head.title)
        self._pattern.setText(draft.registers[0].pattern)
        self._on_level_chosen()

    def draft(self) -> School:
        """The school as the fields stand."""
        return replace(
            self._given,
            short_name=_text(self._short_name),
            full_name=" ".join(self._full_name.toPlainText().split()),
            founder=_text(self._founder),
            place=_text(self._place),
            level=self._chosen_level,
            heads=self._heads(),
            registers=(
                Register(None, _MAIN_REGISTER, _text(self._pattern)),
                *self._given.registers[1:],
            ),
        )

    def problems(self, draft: School) -> Sequence[Problem]:
        """The rules of the domain."""
        return problems_in(draft)

    def _heads(self) -> tuple[Head, ...]:
        name = FullName(_text(self._last_name), _text(self._first_name), _text(self._patronymic))
        return (Head(name, _text(self._post)),) if name.full else ()

    @property
    def _chosen_level(self) -> BaseLevel:
        level = self.level.value
        return level if isinstance(level, BaseLevel) else BaseLevel.SCHOOL

    def _on_level_chosen(self) -> None:
        """Ask what this level needs; a post that somebody typed stays."""
        level = self._chosen_level
        self._short_name.setPlaceholderText(_EXAMPLES[level])
        self.form.set_shown("registers", is_shown=level is BaseLevel.SCHOOL)
        if _text(self._post) in ("", *_POSTS.values()):
            self._post.setText(_POSTS[level])


def _text(line: QLineEdit) -> str:
    return " ".join(line.text().split())
