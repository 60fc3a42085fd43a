"""From the base to the paper of an order: facts are resolved once and kept as a snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from db.queries.school import school
from nastavnik_desktop.config.json_values import from_json, to_json
from nastavnik_desktop.documents import snapshot
from nastavnik_desktop.documents.order_templates import OrderTemplate
from nastavnik_desktop.documents.orders import order_document
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import AnnexState, FreeDetails, OrderDraft, OrderKind
from nastavnik_desktop.services.files import render
from nastavnik_desktop.services.order_facts import facts_of
from nastavnik_desktop.services.order_setting import Setting
from nastavnik_desktop.services.template_store import current_order_template

if TYPE_CHECKING:
    from nastavnik_desktop.documents.order_facts import Acquainted
    from nastavnik_desktop.documents.tree import Document


@dataclass(frozen=True)
class Paper:
    """The document of an order with what the register keeps of it.

    ``annexes`` are the rows that the order fixes, ``acquainted`` who must know it.
    """

    document: Document
    executor: str = ""
    annexes: tuple[AnnexState, ...] = ()
    acquainted: tuple[Acquainted, ...] = ()

    @property
    def snapshot(self) -> dict[str, Any]:
        """What the base keeps, so that the same text can always be printed again."""
        return {
            "document": snapshot.to_json(self.document),
            "annexes": [to_json(state) for state in self.annexes],
        }

    @staticmethod
    def from_snapshot(kept: dict[str, Any]) -> Paper:
        """The paper as it was issued."""
        return Paper(snapshot.from_json(kept["document"]), annexes=kept_annexes(kept))

    def render(self, file_format: str) -> bytes:
        """The paper as ``pdf`` or ``docx``."""
        return render(self.document, file_format)


def kept_annexes(kept: dict[str, Any]) -> tuple[AnnexState, ...]:
    """Rows of the annexes of a snapshot; none in those of the program's first versions."""
    return tuple(from_json(AnnexState, one) for one in kept.get("annexes", ()))


def paper_of(
    session: Session, draft: OrderDraft, today: date, template: OrderTemplate | None = None
) -> Paper:
    """The paper of a draft with what the base knows now; a template not yet kept may be tried.

    Raises RuleViolation for a school that is not set up, or a template that cannot be filled.
    """
    own_school = school(session)
    if own_school is None:
        raise RuleViolation("Заполните сведения о школе в настройках: они стоят в приказе.")
    setting = Setting(session, draft, own_school, today)
    facts, annexes = facts_of(setting)
    text = template or _template(session, draft)
    document = order_document(facts, text)
    return Paper(document, own_school.executor_name, annexes, facts.acquainted)


def _template(session: Session, draft: OrderDraft) -> OrderTemplate:
    """The current template of the kind; an order of own words brings them along."""
    template = current_order_template(session, draft.kind)
    if draft.kind is OrderKind.OTHER and isinstance(draft.details, FreeDetails):
        return OrderTemplate(
            heading=template.heading,
            preamble=draft.details.preamble,
            clauses=draft.details.clauses,
            grounds=template.grounds,
        )
    return template
