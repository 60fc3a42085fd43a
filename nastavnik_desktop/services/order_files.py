"""Files of an entry of the register: scan, final text edited by hand, extracts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import AttachmentModel, OrderModel
from db.queries.school import school
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import NBSP, Case
from nastavnik_desktop.domain.orders import AnnexState, OrderStatus
from nastavnik_desktop.services.attachments import (
    SCAN,
    AttachedFile,
    attached_file,
    final_file,
    order_scan,
)
from nastavnik_desktop.services.files import render
from nastavnik_desktop.services.order_annexes import annex_facts
from nastavnik_desktop.services.order_assignments import forms_of
from nastavnik_desktop.services.order_papers import Paper
from nastavnik_desktop.services.results import Saved

if TYPE_CHECKING:
    from nastavnik_desktop.documents.order_extract import Certifier
    from nastavnik_desktop.documents.person_forms import PersonForms

_PURPOSES = {"scan": "скан", "final": "окончательный текст"}


@dataclass(frozen=True)
class OrderAttachment:
    """A file of an order; ``purpose`` is «scan» or «final»."""

    attachment_id: int
    file_name: str
    purpose: str
    size_bytes: int

    @property
    def label(self) -> str:
        """Russian name of the purpose."""
        return _PURPOSES.get(self.purpose, "файл")


class OrderFileService:
    """Use cases of the files of an order."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def rows(self, order_id: int) -> list[OrderAttachment]:
        """Files of an order, the earliest first."""
        statement = (
            select(AttachmentModel)
            .where(AttachmentModel.order_id == order_id)
            .order_by(AttachmentModel.attachment_id)
        )
        with self._base.reading() as session:
            return [
                OrderAttachment(one.attachment_id, one.file_name, one.purpose, one.size_bytes)
                for one in session.scalars(statement)
            ]

    def content(self, attachment_id: int) -> AttachedFile:
        """A file with its content."""
        with self._base.reading() as session:
            return attached_file(session, attachment_id)

    def attach_scan(self, order_id: int, path: Path) -> Saved:
        """Keep the scan of the signed order; the one that was there gives way."""
        return self._attach(order_id, order_scan(path))

    def attach_final(self, order_id: int, path: Path) -> Saved:
        """Keep the text that was edited by hand; the one that was there gives way."""
        return self._attach(order_id, final_file(path))

    def _attach(self, order_id: int, attachment: AttachmentModel) -> Saved:
        what = "Скан" if attachment.purpose == SCAN else "Окончательный текст"
        title = f"{what} приказа: {attachment.file_name}"
        with self._base.begin(title, Changes.ORDERS) as session:
            order = _found(session, order_id)
            if order.status is OrderStatus.DRAFT:
                raise RuleViolation("К проекту файлов нет: сначала создайте приказ.")
            for old in [one for one in order.attachments if one.purpose == attachment.purpose]:
                order.attachments.remove(old)
            order.attachments.append(attachment)
            session.flush()
            return Saved(title, Changes.ORDERS, attachment.attachment_id)

    def detach(self, attachment_id: int) -> Saved:
        """Take a file away from its order."""
        with self._base.begin("Файл приказа удалён", Changes.ORDERS) as session:
            found = session.get(AttachmentModel, attachment_id)
            if found is None or found.order_id is None:
                raise RuleViolation("Этого файла больше нет в базе.")
            order = _found(session, found.order_id)
            order.attachments.remove(found)
        return Saved("Файл приказа удалён", Changes.ORDERS)

    def extract(
        self,
        order_id: int,
        file_format: str,
        *,
        pairing_id: int | None = None,
        person_id: int | None = None,
    ) -> bytes:
        """The extract of an issued order for a pair or for a person, as ``pdf`` or ``docx``.

        Raises RuleViolation when the order does not name them or its rows were not kept.
        """
        from nastavnik_desktop.documents.order_extract import order_extract

        with self._base.reading() as session:
            model = _found(session, order_id)
            kept = model.snapshot or {}
            if "document" not in kept:
                raise RuleViolation("Выписка есть у приказа, который создан в программе.")
            paper = Paper.from_snapshot(kept)
            wanted = _rows_about(paper.annexes, pairing_id, person_id)
            if not wanted:
                raise RuleViolation("В этом приказе такой пары нет.")
            rows = tuple(annex_facts(state) for state in wanted)
            test = _test_of_others(session, paper.annexes, wanted)
            document = order_extract(paper.document, rows, test, _certifier(session))
        return render(document, file_format)


def _found(session: Session, order_id: int) -> OrderModel:
    model = session.get(OrderModel, order_id)
    if model is None:
        raise RuleViolation("Этого приказа больше нет в базе.")
    return model


def _rows_about(
    annexes: Iterable[AnnexState], pairing_id: int | None, person_id: int | None
) -> tuple[AnnexState, ...]:
    """The annexes with the rows of a pair or of a person only, those without such rows left out."""
    found = (
        replace(
            state,
            rows=tuple(
                row
                for row in state.rows
                if row.pairing_id == pairing_id or person_id in row.person_ids
            ),
        )
        for state in annexes
    )
    return tuple(state for state in found if state.rows)


def _test_of_others(
    session: Session, annexes: Iterable[AnnexState], wanted: Iterable[AnnexState]
) -> Callable[[str], bool]:
    """A test whether a clause names people of other pairs and none of the wanted ones."""
    mine = {key for state in wanted for row in state.rows for key in row.person_ids}
    everybody = {key for state in annexes for row in state.rows for key in row.person_ids}
    forms = forms_of(session, everybody)
    my_names = _written(forms, mine)
    others = _written(forms, everybody - mine)

    def is_about_others(text: str) -> bool:
        plain = text.replace(NBSP, " ")
        return any(name in plain for name in others) and not any(name in plain for name in my_names)

    return is_about_others


def _written(forms: Mapping[int, PersonForms], person_ids: Iterable[int]) -> set[str]:
    """Names in all cases, full and with initials, with plain blanks."""
    people = [forms[key] for key in person_ids if key in forms]
    names = {person.name_in(case) for person in people for case in (None, *Case)}
    return {text.replace(NBSP, " ") for name in names for text in (name.full, name.short) if text}


def _certifier(session: Session) -> Certifier:
    """The executor of the settings signs the extract."""
    from nastavnik_desktop.documents.order_extract import Certifier

    own_school = school(session)
    name = own_school.executor_name if own_school else ""
    return Certifier("Исполнитель", name or "________________")
