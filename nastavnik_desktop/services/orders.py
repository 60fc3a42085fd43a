"""Orders: drafts, issuing, signing, withdrawing, the register and the printed forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import OrderFileModel, OrderModel
from db.queries.orders import (
    numbers_in,
    order_rows_of_year,
    pairing_ids_of,
)
from db.queries.pairings import pairing_rows_by_id
from db.queries.school import registers, school
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import (
    DraftOffer,
    OrderDraft,
    OrderKind,
    OrderRow,
    OrderStatus,
    next_number,
    number_key,
    problems_in,
    problems_in_kept_draft,
)
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.printable import printable
from nastavnik_desktop.domain.problems import LONGEST_LINE, Problem, errors_of, too_long
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.acquaintance import to_be_acquainted
from nastavnik_desktop.services.external_orders import external_order, fix_pairings, outside_file
from nastavnik_desktop.services.files import format_of, render, write_whole
from nastavnik_desktop.services.order_chain import (
    carry_out,
    original_of,
    refuse_if_depended_on,
    take_back,
    write_links,
)
from nastavnik_desktop.services.order_checks import (
    Accepted,
    CheckedPaper,
    accepted,
    accepted_in,
    problems_in_paper,
)
from nastavnik_desktop.services.order_offers import (
    offer_for,
    proposed_pairings,
    refuse_if_told,
    terms_to_change,
)
from nastavnik_desktop.services.order_papers import Paper, paper_of
from nastavnik_desktop.services.order_proposals import proposed_texts
from nastavnik_desktop.services.order_records import (
    found_order,
    refuse_unless_draft,
    register_row,
    stored_draft,
    stored_or_new,
    tidied,
    write_draft,
)
from nastavnik_desktop.services.register_papers import register_paper
from nastavnik_desktop.services.results import Saved, refuse_errors
from nastavnik_desktop.services.road_map_orders import approve, release

if TYPE_CHECKING:
    from nastavnik_desktop.documents.preview import PageImage

_CHANGES = Changes.ORDERS | Changes.PAIRINGS


class OrderService:
    """Use cases of the page «Приказы»."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def rows(self, year: SchoolYear) -> list[OrderRow]:
        """The register of a school year, the latest first."""
        with self._base.reading() as session:
            return order_rows_of_year(session, year.start)

    def row(self, order_id: int) -> OrderRow:
        """One entry of the register."""
        with self._base.reading() as session:
            return register_row(session, order_id)

    def find(self, year: SchoolYear, number: str) -> OrderRow:
        """The order of a school year with a number, however it is written.

        Raises RuleViolation when there is none, or when several registers have that number.
        """
        with self._base.reading() as session:
            found = [
                row
                for row in order_rows_of_year(session, year.start)
                if number_key(row.number) == number_key(number)
                and row.status is not OrderStatus.DRAFT
            ]
        if not found:
            raise RuleViolation(f"Приказа №\u00a0{number} в {year} учебном году нет.", "number")
        if len(found) > 1:
            where = ", ".join(f"{row.title} ({row.register_title})" for row in found)
            raise RuleViolation(f"Приказов с таким номером несколько: {where}.", "number")
        return found[0]

    def accepted(self, order_id: int) -> Accepted:
        """The warnings with which an order was issued, and the note about them."""
        with self._base.reading() as session:
            return accepted_in(found_order(session, order_id).snapshot or {})

    def text(self, order_id: int) -> str:
        """The whole text of an order as it was issued, of a draft as it would be now."""
        from nastavnik_desktop.documents.outline import plain_text

        with self._base.reading() as session:
            model = found_order(session, order_id)
            if model.is_external:
                raise RuleViolation("Это внешний приказ: его текста в программе нет.")
            if model.status is OrderStatus.DRAFT:
                paper = paper_of(session, stored_draft(session, model), self._today())
            else:
                paper = Paper.from_snapshot(model.snapshot or {})
        return plain_text(paper.document)

    def pairings_of(self, order_id: int) -> list[PairingRow]:
        """Pairings of an order in their printed sequence."""
        with self._base.reading() as session:
            return pairing_rows_by_id(session, pairing_ids_of(session, order_id), self._today())

    def new_draft(
        self,
        year: SchoolYear,
        pairing_ids: Sequence[int] = (),
        kind: OrderKind = OrderKind.PAIRS,
        target_id: int | None = None,
        on: date | None = None,
    ) -> DraftOffer:
        """A new order with everything proposed: number, day, text, the pairings that are ready.

        ``target_id`` is the order that an amendment or a termination is about (an amendment
        stands for the order that it amends), ``on`` the day of the order, today without one.
        Raises RuleViolation when an order of that kind has named the asked pairings already.
        """
        day = on or self._today()
        with self._base.reading() as session:
            register = registers(session)[0]
            if register.register_id is None:
                raise RuleViolation("В базе нет журнала приказов: добавьте его в настройках.")
            taken = numbers_in(session, register.register_id, day.year)
            draft = OrderDraft(
                year=year,
                register_id=register.register_id,
                number=next_number(register.pattern, taken),
                order_date=day,
                heading="",
                pairing_ids=tuple(pairing_ids),
                kind=kind,
                target_id=original_of(session, target_id),
            )
            offer = self._offer(session, draft)
            refuse_if_told(session, offer)
            chosen = proposed_pairings(offer, day, pairing_ids)
            asked = terms_to_change(offer, pairing_ids)
            draft = proposed_texts(session, replace(draft, pairing_ids=chosen), asked)
            return replace(offer, draft=draft)

    def offer(self, draft: OrderDraft) -> DraftOffer:
        """What can be offered to a draft now: pairings, registers, numbers."""
        with self._base.reading() as session:
            return self._offer(session, draft)

    def edit(self, order_id: int) -> DraftOffer:
        """A stored draft as its form edits it."""
        with self._base.reading() as session:
            model = found_order(session, order_id)
            refuse_unless_draft(model)
            return self._offer(session, stored_draft(session, model))

    def save_draft(self, draft: OrderDraft) -> Saved:
        """Keep an order as a draft: its number is only proposed."""
        draft = tidied(draft)
        refuse_errors(problems_in_kept_draft(draft))
        title = f"Проект приказа №\u00a0{draft.number} сохранён"
        with self._base.begin(title, _CHANGES) as session:
            model = stored_or_new(session, draft)
            write_draft(model, draft)
            session.flush()
            write_links(session, model, draft)
            session.flush()
            return Saved(title, _CHANGES, model.order_id)

    def problems(self, draft: OrderDraft) -> list[Problem]:
        """All that the check before signing finds, of the text of the order too."""
        draft = tidied(draft)
        with self._base.reading() as session:
            found = problems_in(draft, self._offer(session, draft))
            if errors_of(found):
                return found
            paper = paper_of(session, draft, self._today())
            return [*found, *problems_in_paper(session, draft, paper)]

    def issue(self, draft: OrderDraft) -> Saved:
        """Issue an order: its number, date, text and papers are fixed in one transaction.

        What it decides of its pairs (ends, terms) becomes so. Warnings are kept with the order
        beside the note with which they were accepted.
        """
        draft = tidied(draft)
        title = f"Приказ №\u00a0{draft.number} создан"
        changes = _CHANGES
        if draft.kind is OrderKind.ROAD_MAP:
            changes |= Changes.ROAD_MAPS
        with self._base.begin(title, changes) as session:
            found = problems_in(draft, self._offer(session, draft))
            refuse_errors(found)
            model = stored_or_new(session, draft)
            write_draft(model, draft)
            paper = paper_of(session, draft, self._today())
            found += problems_in_paper(session, draft, paper)
            refuse_errors(found)
            model.status = OrderStatus.ISSUED
            model.number_key = number_key(draft.number)
            model.executor = paper.executor
            session.flush()
            write_links(session, model, draft)
            approve(session, model, draft)
            model.acquaintances = to_be_acquainted(paper.acquainted)
            model.snapshot = {
                **paper.snapshot,
                "accepted": accepted(found, draft.acceptance_note),
                "effects": carry_out(session, draft),
            }
            model.files = [
                OrderFileModel(format="pdf", content=paper.render("pdf")),
                OrderFileModel(format="docx", content=paper.render("docx")),
            ]
            session.flush()
            return Saved(title, changes, model.order_id)

    def register_external(
        self,
        number: str,
        order_date: date,
        heading: str,
        pairing_ids: Sequence[int] = (),
        file: Path | None = None,
    ) -> Saved:
        """Enter an order that was issued outside the program; its text is never rendered.

        ``pairing_ids`` are the pairs that it fixed, ``file`` its scan or final text: one that
        cannot be kept raises RuleViolation as every other field does.
        """
        title = f"Внесён внешний приказ №\u00a0{printable(number).strip()}"
        attachment = outside_file(file)
        with self._base.begin(title, _CHANGES) as session:
            model = external_order(session, number, order_date, heading)
            fix_pairings(session, model, pairing_ids)
            session.add(model)
            if attachment is not None:
                model.attachments.append(attachment)
            session.flush()
            return Saved(title, _CHANGES, model.order_id)

    def _offer(self, session: Session, draft: OrderDraft) -> DraftOffer:
        return offer_for(session, draft, self._today())

    def mark_signed(self, order_id: int, on: date) -> Saved:
        """Write down the day on which the director signed."""
        with self._base.begin("Приказ подписан", _CHANGES) as session:
            model = found_order(session, order_id)
            if model.status is not OrderStatus.ISSUED or model.signed_on is not None:
                raise RuleViolation("Отметить подпись можно у выпущенного приказа и один раз.")
            self._refuse_day(model, on, "Подпись", "signed_on")
            model.signed_on = on
            return Saved(f"Приказ №\u00a0{model.number} подписан {short_date(on)}", _CHANGES)

    def withdraw(self, order_id: int, on: date, reason: str) -> Saved:
        """Withdraw an issued order: its number stays taken, its pairings are as before it.

        Raises RuleViolation that names the orders which rest on it, if there are any.
        """
        changes = _CHANGES | Changes.ROAD_MAPS
        with self._base.begin("Приказ отменён", changes) as session:
            model = found_order(session, order_id)
            if model.status is not OrderStatus.ISSUED:
                raise RuleViolation("Отменить можно только выпущенный приказ.")
            self._refuse_day(model, on, "Отмена", "withdrawn_on")
            refuse_errors(too_long("withdrawal_reason", reason, LONGEST_LINE))
            refuse_if_depended_on(session, model)
            take_back(session, model)
            release(session, model)
            model.status = OrderStatus.WITHDRAWN
            model.withdrawn_on, model.withdrawal_reason = on, printable(reason)
            return Saved(f"Приказ №\u00a0{model.number} отменён, номер сохранён", changes)

    def _refuse_day(self, model: OrderModel, on: date, what: str, field: str) -> None:
        """A day of an issued order's life lies between its date and today."""
        if on < model.order_date:
            message = f"{what} раньше даты приказа ({short_date(model.order_date)})."
            raise RuleViolation(message, field)
        if on > self._today():
            raise RuleViolation(f"{what}: день {short_date(on)} ещё не наступил.", field)

    def delete_draft(self, order_id: int) -> Saved:
        """Delete a draft; an issued order is never deleted."""
        with self._base.begin("Проект приказа удалён", _CHANGES) as session:
            model = found_order(session, order_id)
            refuse_unless_draft(model)
            session.delete(model)
        return Saved("Проект приказа удалён", _CHANGES)

    def preview(self, draft: OrderDraft) -> CheckedPaper:
        """An order that is not issued yet, as it would be printed, its text checked."""
        with self._base.reading() as session:
            paper = paper_of(session, tidied(draft), self._today())
            found = problems_in_paper(session, draft, paper)
            return CheckedPaper(paper.render("pdf"), tuple(found))

    def file(self, order_id: int, file_format: str) -> bytes:
        """The printed form as it was issued: ``pdf`` or ``docx``; a draft is rendered anew."""
        with self._base.reading() as session:
            model = found_order(session, order_id)
            if model.is_external:
                raise RuleViolation("Это внешний приказ: его текста в программе нет.")
            if model.status is OrderStatus.DRAFT:
                paper = paper_of(session, stored_draft(session, model), self._today())
                return paper.render(file_format)
            stored = select(OrderFileModel.content).where(
                OrderFileModel.order_id == order_id, OrderFileModel.format == file_format
            )
            content = session.scalars(stored).first()
            return content or _rendered_again(model, file_format)

    def export(self, order_id: int, path: Path) -> Saved:
        """Write the printed form to a file; the suffix (.pdf, .docx) tells the format."""
        write_whole(path, self.file(order_id, format_of(path)))
        return Saved(f"Сохранено: {path.name}", Changes.NOTHING)

    def register_file(self, year: SchoolYear, file_format: str) -> bytes:
        """The register of a school year as ``pdf``, ``docx`` or ``xlsx``."""
        with self._base.reading() as session:
            own_school = school(session) or School()
            rows = order_rows_of_year(session, year.start)
        return render(register_paper(rows, year, own_school), file_format)

    def page_count(self, pdf: bytes) -> int:
        """How many pages a PDF has."""
        from nastavnik_desktop.documents.preview import page_count

        return page_count(pdf)

    def page_images(self, pdf: bytes, dpi: float) -> list[PageImage]:
        """All pages of a PDF as pictures."""
        from nastavnik_desktop.documents.preview import render_pages

        return render_pages(pdf, dpi)

    def page_image(self, pdf: bytes, index: int, dpi: float) -> PageImage:
        """One page of a PDF, counted from 0, as a picture."""
        from nastavnik_desktop.documents.preview import render_page

        return render_page(pdf, index, dpi)


def _rendered_again(model: OrderModel, file_format: str) -> bytes:
    return Paper.from_snapshot(model.snapshot or {}).render(file_format)
