"""The register of local acts: documents of the mentoring programme that a check asks for."""

from __future__ import annotations

from dataclasses import replace

from db.engine import Base
from db.models import LocalActModel
from db.queries.statistics import local_acts
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.local_acts import LocalAct, problems_in
from nastavnik_desktop.services.results import Saved, refuse_errors, refuse_stale

_CHANGES = Changes.REPORTS


class LocalActService:
    """Use cases of the page «Документы» within «Статистика»."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def rows(self) -> list[LocalAct]:
        """All documents in the order of the check list."""
        with self._base.reading() as session:
            return local_acts(session)

    def save(self, draft: LocalAct, seen: LocalAct | None = None) -> Saved:
        """Enter a document, or change an entered one.

        ``seen`` is the document as it was opened: raises ChangedMeanwhile when it is another by
        now.
        """
        refuse_errors(problems_in(draft))
        act = replace(
            draft,
            number=draft.number.strip(),
            title=draft.title.strip(),
            link=draft.link.strip(),
        )
        words = "Добавлен документ" if act.act_id is None else "Изменён документ"
        title = f"{words}: {act.requisites}"
        with self._base.begin(title, _CHANGES) as session:
            model = (
                LocalActModel() if act.act_id is None else session.get(LocalActModel, act.act_id)
            )
            if model is None:
                raise RuleViolation("Этого документа больше нет в перечне.")
            if act.act_id is not None and seen is not None:
                known = {one.act_id: one for one in local_acts(session)}
                refuse_stale(seen.requisites, seen, known[act.act_id])
            model.kind, model.number, model.act_date = act.kind, act.number, act.act_date
            model.title, model.link = act.title, act.link
            session.add(model)
            session.flush()
            return Saved(title, _CHANGES, model.act_id)

    def delete(self, act_id: int) -> Saved:
        """Take a document out of the register."""
        with self._base.begin("Документ убран из перечня", _CHANGES) as session:
            model = session.get(LocalActModel, act_id)
            if model is None:
                raise RuleViolation("Этого документа больше нет в перечне.")
            session.delete(model)
        return Saved("Документ убран из перечня", _CHANGES)
