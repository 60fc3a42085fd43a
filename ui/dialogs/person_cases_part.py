"""Part of a person's card: name and post in their cases, guessed, and corrected once for ever."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit

from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.people import PersonDraft
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.person_part import CardPart, GuessCases, text_of
from ui.widgets.labels import text_label

CASE_LABELS = {
    Case.GENITIVE: "Родительный (назначить кого?)",
    Case.DATIVE: "Дательный (поручить кому?)",
    Case.ACCUSATIVE: "Винительный (закрепить кого?)",
    Case.INSTRUMENTAL: "Творительный (закрепить за кем?)",
    Case.PREPOSITIONAL: "Предложный (приказ о ком?)",
}
_HINT = (
    "Серым показано, как напишет программа. Если неверно, впишите своё: "
    "все будущие приказы возьмут вашу форму."
)
_FOR_ALL_NAMES = "Так склонять исправленные фамилию, имя, отчество у всех, кто их носит"
_FOR_ALL_NAMES_TIP = (
    "Правило действует для людей того же пола. Своя форма человека важнее правила. "
    "Список правил – в настройках, раздел «Склонение имён»."
)
_SHORT_LABELS = {case: label.partition(" ")[0] for case, label in CASE_LABELS.items()}


class CasesPart(CardPart):
    """A line of name and post for each case; the placeholder is the guess, what is typed wins."""

    def __init__(self, guess: GuessCases, guess_post: GuessCases) -> None:
        super().__init__()
        self._guess, self._guess_post = guess, guess_post
        self.add_wide(text_label(_HINT, "small", wraps=True))
        self._lines: dict[Case, QLineEdit] = {}
        self._posts: dict[Case, QLineEdit] = {}
        for case, label in CASE_LABELS.items():
            self.begin_row()
            self._lines[case] = self.add_line(f"case_{case.value}", label)
            self._posts[case] = self.add_line(
                f"post_{case.value}", f"{_SHORT_LABELS[case]}: должность"
            )
        self.end_row()
        self._is_name_for_all = QCheckBox(_FOR_ALL_NAMES)
        self._is_name_for_all.setToolTip(_FOR_ALL_NAMES_TIP)
        self._is_for_all = QCheckBox("Так писать должность у всех, кто её занимает")
        for flag in (self._is_name_for_all, self._is_for_all):
            self.add_wide(flag)

    def fill(self, draft: PersonDraft) -> None:
        """Show the corrections over the guesses."""
        for lines, forms in ((self._lines, draft.case_forms), (self._posts, draft.post_forms)):
            for case, line in lines.items():
                line.setText(forms.get(case.value, ""))
        self._is_name_for_all.setChecked(draft.are_name_forms_for_all)
        self._is_for_all.setChecked(draft.are_post_forms_for_all)
        self.show_guesses(draft)

    def show_guesses(self, draft: PersonDraft) -> None:
        """Guess anew for the name, sex and post of a draft."""
        names = self._guess(replace(draft, case_forms={})) if draft.name.last_name else {}
        posts = self._guess_post(draft)
        for lines, guesses in ((self._lines, names), (self._posts, posts)):
            for case, line in lines.items():
                line.setPlaceholderText(guesses.get(case, ""))
        for field in (*self._posts.values(), self._is_for_all):
            field.setEnabled(bool(posts))

    def applied(self, draft: PersonDraft) -> PersonDraft:
        """The draft with the corrections as they stand."""
        return replace(
            draft,
            case_forms=_typed(self._lines),
            are_name_forms_for_all=self._is_name_for_all.isChecked(),
            post_forms=_typed(self._posts),
            are_post_forms_for_all=self._is_for_all.isChecked(),
        )

    def problems(self, draft: PersonDraft) -> list[Problem]:
        """A corrected form must have as many words as the name: papers cut it into parts."""
        wanted = len(draft.name.full.split())
        words = counted(wanted, "слово", "слова", "слов")
        return [
            Problem(
                f"case_{case}",
                f"Впишите имя целиком, {words}: {draft.name.full}.",
            )
            for case, form in draft.case_forms.items()
            if len(form.split()) != wanted
        ]


def _typed(lines: dict[Case, QLineEdit]) -> dict[str, str]:
    typed = {case.value: text_of(line) for case, line in lines.items()}
    return {case: form for case, form in typed.items() if form}
