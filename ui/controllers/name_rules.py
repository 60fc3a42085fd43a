"""Настройки, «Склонение имён»: forms of names that hold for everybody."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.name_cases import NameRule
from nastavnik_desktop.domain.people import Sex
from ui.item_models.column import Column
from ui.views.settings_lists import ListSection
from ui.widgets.buttons import button
from ui.writes import Writes

if TYPE_CHECKING:
    from ui.shell import Shell

_NOTE = (
    "Правила, которые вы задали в карточках (часть «Падежи», отметка «у всех, кто их носит»). "
    "Своя форма человека важнее правила, правило важнее догадки программы. Готовые приказы "
    "не меняются."
)
_CASES = {
    Case.GENITIVE: "родительный",
    Case.DATIVE: "дательный",
    Case.ACCUSATIVE: "винительный",
    Case.INSTRUMENTAL: "творительный",
    Case.PREPOSITIONAL: "предложный",
}


class NameRulesController:
    """Keeps a section; rules come from cards and are removed here."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._service = shell.services.name_rules
        self._writes = Writes(shell)
        self.view: ListSection[NameRule] = ListSection(
            "name_rules", "Склонение имён", _columns(), lambda rule: rule.rule_id, shell.settings
        )
        self.remove = button("Убрать правило", icon_name="trash-2", on_click=self.remove_picked)
        self.view.explain(_NOTE)
        self.view.put_buttons(self.remove)
        self.view.table.words_when_empty = "Правил пока нет"
        self.view.table.picked.connect(lambda rules: self.remove.setEnabled(bool(rules)))
        self.remove.setEnabled(False)

    def reload(self) -> None:
        """Read the rules again."""
        self._shell.operations.run("Чтение правил", self._service.rows, self.view.model.set_rows)

    def remove_picked(self) -> None:
        """Forget the selected rules."""
        ids = [rule.rule_id for rule in self.view.table.picked_rows() if rule.rule_id is not None]
        if ids:
            self._writes.run("Склонение имён", partial(self._service.remove, ids))


def _columns() -> list[Column[NameRule]]:
    return [
        Column("Имя", lambda rule: rule.word, width=140, stretches=True),
        Column("Что это", lambda rule: rule.part.label, width=100),
        Column("У кого", lambda rule: "женщин" if rule.sex is Sex.FEMALE else "мужчин", width=90),
        Column("Падеж", lambda rule: _CASES[rule.case], width=120),
        Column("Пишется", lambda rule: rule.form, width=140, stretches=True),
    ]
