"""Files of an entry of the register: scan, final text edited by hand, extracts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import AttachmentModel, OrderModel
from db.queries.pairings import pairing_rows_by_id
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderStatus
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.services.attachments import (
    SCAN,
    AttachedFile,
    attached_file,
    final_file,
    order_scan,
)
from nastavnik_desktop.services.files import render
from nastavnik_desktop.services.order_extracts import extract_of, pairings_printed
from nastavnik_desktop.services.results import Saved

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

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def rows(self, order_id: int) -> list[OrderAttachment]:
        """Files of an order, the earliest first."""
        with self._base.reading() as session:
            return attachments_of(session, order_id)

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

    def pairings_in_extracts(self, order_id: int) -> list[PairingRow]:
        """Pairings for which an extract of an order can be given, in their printed sequence."""
        with self._base.reading() as session:
            ids = pairings_printed(session, _found(session, order_id))
            return pairing_rows_by_id(session, ids, self._today())

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
        with self._base.reading() as session:
            document = extract_of(session, _found(session, order_id), pairing_id, person_id)
        return render(document, file_format)


def attachments_of(session: Session, order_id: int) -> list[OrderAttachment]:
    """Files of an order without their content, the earliest first."""
    statement = (
        select(
            AttachmentModel.attachment_id,
            AttachmentModel.file_name,
            AttachmentModel.purpose,
            AttachmentModel.size_bytes,
        )
        .where(AttachmentModel.order_id == order_id)
        .order_by(AttachmentModel.attachment_id)
    )
    return [OrderAttachment(*values) for values in session.execute(statement)]


def _found(session: Session, order_id: int) -> OrderModel:
    model = session.get(OrderModel, order_id)
    if model is None:
        raise RuleViolation("Этого приказа больше нет в базе.")
    return model
