"""Part of a person's card: the name in its cases, guessed, and corrected once for ever."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.people import PersonDraft
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.language.plurals import counted
from ui.dialogs.person_part import CardPart, text_of
from ui.widgets.labels import text_label

GuessCases = Callable[[PersonDraft], dict[Case, str]]

CASE_LABELS = {
    Case.GENITIVE: "Родительный (назначить кого?)",
    Case.DATIVE: "Дательный (поручить кому?)",
    Case.ACCUSATIVE: "Винительный (закрепить кого?)",
    Case.INSTRUMENTAL: "Творительный (закрепить за кем?)",
    Case.PREPOSITIONAL: "Предложный (приказ о ком?)",
}
_HINT = (
    "Серым показано, как имя напишет программа. Если неверно, впишите своё: "
    "все будущие приказы возьмут вашу форму."
)


class CasesPart(CardPart):
    """Five lines whose placeholder is the guess; what is typed wins over it."""

    def __init__(self, guess: GuessCases) -> None:
        super().__init__()
        self._guess = guess
        self.add_wide(text_label(_HINT, "small", wraps=True))
        self._lines = {
            case: self.add_line(f"case_{case.value}", label) for case, label in CASE_LABELS.items()
        }

    def fill(self, draft: PersonDraft) -> None:
        """Show the corrections over the guesses."""
        for case, line in self._lines.items():
            line.setText(draft.case_forms.get(case.value, ""))
        self.show_guesses(draft)

    def show_guesses(self, draft: PersonDraft) -> None:
        """Guess anew for the name and sex of a draft."""
        guesses = self._guess(replace(draft, case_forms={})) if draft.name.last_name else {}
        for case, line in self._lines.items():
            line.setPlaceholderText(guesses.get(case, ""))

    def applied(self, draft: PersonDraft) -> PersonDraft:
        """The draft with the corrections as they stand."""
        typed = {case.value: text_of(line) for case, line in self._lines.items()}
        return replace(draft, case_forms={case: form for case, form in typed.items() if form})

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
