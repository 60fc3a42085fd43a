"""The page «Пары и группы»: finding, creating, changing, finishing."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import ChangedMeanwhile, RuleViolation
from nastavnik_desktop.domain.pairing_checks import PairingOffer
from nastavnik_desktop.domain.pairing_life import PairingEnd
from nastavnik_desktop.domain.pairings import (
    ENDED_STATES,
    MemberDraft,
    PairingDraft,
    PairingKind,
    PairingRow,
    PairingState,
)
from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.working_days import WorkingCalendar
from nastavnik_desktop.services.results import Saved
from ui.controllers.consents import ConsentDesk
from ui.controllers.pairing_desks import AddendumDesk, LifeDesk, PairingPapersDesk
from ui.controllers.pairing_details import pairing_details, several_details
from ui.controllers.pairing_orders import PairingOrdersDesk
from ui.controllers.records_page import RecordsPage
from ui.item_models.pairings import PairingLine, make_pairings_model
from ui.requests import NewOrder, NewPairing, PickRecords, RecordAgreements
from ui.shell import Shell
from ui.tokens import Tone
from ui.two_writers import keeps_own
from ui.views.pairings import PairingsView
from ui.widgets.details import Details
from ui.widgets.filter_bar import ChipFacts, FilterFacts
from ui.widgets.notice_bar import Notice, NoticeAction

_CHIPS = {
    "all": "Все",
    "staff": "Педагоги",
    "students": "Ученики",
    "no_order": "Без приказа",
    "no_consent": "Нет согласия",
    "no_agreement": "Нет соглашения",
    "overdue": "Срок истёк",
    "ended": "Завершённые",
}
_ONLY_WHEN_ANY = ("no_agreement", "overdue")


class PairingsPage(RecordsPage[PairingLine]):
    """Other pages begin a new pair through ``NewPairing``, or open one by its id."""

    watches = Changes.PAIRINGS | Changes.ORDERS | Changes.CONSENTS | Changes.PEOPLE | Changes.SCHOOL
    kind = "pairing"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, make_pairings_model())
        self._service = shell.services.pairings
        self._consents = ConsentDesk(shell)
        self._agreements = AddendumDesk(shell)
        self.life = LifeDesk(shell, self._on_replaced)
        self.papers = PairingPapersDesk(shell)
        self.orders = PairingOrdersDesk(shell)

    # The list

    def make_view(self) -> PairingsView:
        """The layout with its buttons tied."""
        view = PairingsView(self.model, self.shell.settings)
        view.add.clicked.connect(self._on_add_clicked)
        view.order.clicked.connect(self._on_order_clicked)
        view.match.clicked.connect(lambda _checked: self.shell.open_page("matching", None))
        view.empty.add_action("Новая пара", self.create_pairing, "primary")
        return view

    def read(self, year: SchoolYear) -> list[PairingLine]:
        """All pairings of the year with their state of today."""
        today = self.shell.services.school.today()
        return [PairingLine.on(row, today) for row in self._service.rows(year)]

    def chips(self, rows: Sequence[PairingLine]) -> list[ChipFacts]:
        """Views with counts; rare ones only when there is one."""
        counts = {key: sum(_belongs(row, key) for row in rows) for key in _CHIPS}
        return [
            ChipFacts(key, words, counts[key])
            for key, words in _CHIPS.items()
            if key not in _ONLY_WHEN_ANY or counts[key]
        ]

    def offers(self, rows: Sequence[PairingLine]) -> list[FilterFacts]:
        """Forms and states that occur."""
        forms = {line.row.form.code: line.row.form.title for line in rows}
        states = {line.state.value: line.state.label for line in rows}
        return [
            FilterFacts("form", "Форма", tuple(forms.items())),
            FilterFacts("state", "Состояние", tuple(states.items())),
        ]

    def accepts(self, row: PairingLine, chip: str, filters: dict[str, str]) -> bool:
        """Chip, form and state together."""
        return (
            _belongs(row, chip)
            and filters.get("form", row.row.form.code) == row.row.form.code
            and filters.get("state", row.state.value) == row.state.value
        )

    def describe(self, rows: list[PairingLine]) -> Details | None:
        """One pairing in full, several by what can be done with them."""
        return pairing_details(rows[0], self) if len(rows) == 1 else several_details(rows, self)

    def open(self, row: PairingLine) -> None:
        """Enter changes the pairing."""
        self.edit(row)

    def open_record(self, key: Hashable) -> None:
        """A pairing by its id, or a new one for somebody."""
        if isinstance(key, NewPairing):
            self.create_pairing(key.mentee_ids, key.mentor_id)
        elif isinstance(key, RecordAgreements):
            self.record_agreements(key.pairing_ids)
        else:
            super().open_record(key)

    def explain_missing(self, key: Hashable) -> None:
        """A pair of another school year is only named."""
        if isinstance(key, int):
            call = partial(self._service.row, key)
            self.shell.operations.run("Чтение пары", call, self._tell_year)

    # What the user does

    def create_pairing(self, mentee_ids: Sequence[int] = (), mentor_id: int | None = None) -> None:
        """Ask for a new pair, or a group when several mentees are known already."""
        call = partial(self._new_offer, self.shell.year(), tuple(mentee_ids), mentor_id)
        self.shell.operations.run("Новая пара", call, self._ask_new)

    def edit(self, line: PairingLine) -> None:
        """Change a pairing; one that stands in an issued order is only explained."""
        order = line.row.order
        if order is not None and order.is_issued:
            words = (
                f"Пара закреплена приказом №\u00a0{order.number}: "
                "состав и сроки меняет только новый приказ."
            )
            show = NoticeAction("Открыть приказ", partial(self.open_order, order.order_id))
            self.shell.notify(Notice(words, Tone.NEUTRAL, (show,)))
            return
        self._open_stored(line.pairing_id)

    def finish(self, rows: Sequence[PairingRow]) -> None:
        """Ask for the actual end."""
        self.shell.operations.run("Завершение", self._end_offer, partial(self._ask_end, rows))

    def reopen(self, rows: Sequence[PairingRow]) -> None:
        """Take the end back."""
        self.writes.run("Возврат в работу", partial(self._service.reopen, _ids(rows)))

    def delete(self, rows: Sequence[PairingRow]) -> None:
        """Delete at once: the notice offers the way back."""
        self.writes.run("Удаление", partial(self._service.delete, _ids(rows)))

    def create_order(self, rows: Sequence[PairingRow]) -> None:
        """Begin an order for these pairings, or for all that are ready."""
        self.shell.open_page("orders", NewOrder(tuple(_ids(rows))))

    def enter_consents(self, person_ids: Sequence[int]) -> None:
        """Ask who signed, and when."""
        self._consents.enter(person_ids)

    def enter_agreement(self, row: PairingRow, person_id: int) -> None:
        """Ask for the agreement of a mentor; then the order can be made."""

        def after(_saved: Saved) -> tuple[NoticeAction, ...]:
            return (NoticeAction("Создать приказ", partial(self.create_order, [row])),)

        self._agreements.enter(row.pairing_id, person_id, after)

    def change_agreement(self, addendum_id: int) -> None:
        """Ask for another wording of an agreement."""
        self._agreements.change(addendum_id)

    def record_agreements(self, pairing_ids: Sequence[int]) -> None:
        """Select the pairings that wait, and ask for the agreement of the first."""
        super().open_record(PickRecords(tuple(pairing_ids)))

        def ask(row: PairingRow) -> None:
            lacking = row.without_agreement(row.starts_on) or [row.mentor]
            self.enter_agreement(row, lacking[0].person_id)

        call = partial(self._service.row, pairing_ids[0])
        self.shell.operations.run("Соглашение", call, ask)

    def print_missing_consents(self, person_ids: Sequence[int]) -> None:
        """Show the consents that these people still have to sign."""
        self._consents.print_blanks(person_ids)

    def open_pairing(self, pairing_id: int) -> None:
        """Go to another pairing."""
        self.shell.open_page("pairings", pairing_id)

    def open_person(self, person_id: int) -> None:
        """Go to a person."""
        self.shell.open_page("people", person_id)

    def open_order(self, order_id: int) -> None:
        """Go to an order."""
        self.shell.open_page("orders", order_id)

    # Dialogs

    def _new_offer(
        self, year: SchoolYear, mentee_ids: tuple[int, ...], mentor_id: int | None
    ) -> tuple[PairingOffer, date]:
        draft: PairingDraft = self._service.new_draft(year)
        draft = replace(
            draft,
            mentor_id=mentor_id,
            members=tuple(map(MemberDraft, mentee_ids)),
            kind=PairingKind.GROUP if len(mentee_ids) > 1 else PairingKind.PAIR,
        )
        return self._service.offer(draft), self.shell.services.school.today()

    def _stored_offer(self, pairing_id: int) -> tuple[PairingOffer, date]:
        offer = self._service.offer(self._service.draft(pairing_id))
        return offer, self.shell.services.school.today()

    def _open_stored(self, pairing_id: int) -> None:
        call = partial(self._stored_offer, pairing_id)
        self.shell.operations.run("Чтение пары", call, partial(self._ask, "Пара или группа"))

    def _ask_new(self, offered: tuple[PairingOffer, date]) -> None:
        offer, _today = offered
        if offer.people:
            self._ask("Новая пара или группа", offered)
            return
        words = "Сначала добавьте людей: наставников и наставляемых."
        go = NoticeAction("Перейти к людям", partial(self.shell.open_page, "people", None))
        self.shell.notify(Notice(words, Tone.NEUTRAL, (go,)))

    def _ask(
        self,
        title: str,
        offered: tuple[PairingOffer, date],
        draft: PairingDraft | None = None,
        problems: Sequence[Problem] = (),
    ) -> None:
        from ui.dialogs.pairing_dialog import PairingDialog

        offer, today = offered
        answer = self.shell.prompts.ask_draft(
            lambda parent: PairingDialog(parent, title, offer, today),
            draft or offer.draft,
            problems,
        )
        if answer is None:
            return

        def ask_again(error: RuleViolation) -> None:
            if isinstance(error, ChangedMeanwhile) and answer.pairing_id is not None:
                if keeps_own(self.shell.prompts, error):
                    save(None)
                else:
                    self._open_stored(answer.pairing_id)
            else:
                self._ask(title, offered, answer, [Problem(error.field, error.message)])

        def save(seen: PairingDraft | None) -> None:
            self.writes.run(
                "Сохранение пары",
                partial(self._service.save, answer, seen),
                next_steps=self._after_save,
                on_refused=ask_again,
            )

        save(offer.draft if offer.draft.pairing_id is not None else None)

    def _after_save(self, saved: Saved) -> tuple[NoticeAction, ...]:
        if saved.record_id is None:
            return ()
        self.pick_when_read(saved.record_id)
        request = NewOrder((saved.record_id,))
        return (NoticeAction("Создать приказ", partial(self.shell.open_page, "orders", request)),)

    def _on_replaced(self, saved: Saved) -> None:
        if saved.record_id is not None:
            self.pick_when_read(saved.record_id)

    def _end_offer(self) -> tuple[list[str], date, WorkingCalendar]:
        today = self.shell.services.school.today()
        calendar = self.shell.services.working_calendar.around(today)
        return self._service.end_reasons(), today, calendar

    def _ask_end(
        self,
        rows: Sequence[PairingRow],
        offered: tuple[list[str], date, WorkingCalendar],
        end: PairingEnd | None = None,
        problems: Sequence[Problem] = (),
    ) -> None:
        from ui.dialogs.finish_pairing_dialog import FinishPairingDialog

        reasons, today, calendar = offered
        answer = self.shell.prompts.ask_draft(
            lambda parent: FinishPairingDialog(parent, rows, reasons, today, calendar),
            end or PairingEnd(today),
            problems,
        )
        if answer is None or answer.ended_on is None:
            return

        def ask_again(error: RuleViolation) -> None:
            self._ask_end(rows, offered, answer, [Problem(error.field, error.message)])

        call = partial(
            self._service.finish,
            _ids(rows),
            answer.ended_on,
            answer.kind,
            answer.reason,
            answer.noticed_on,
        )
        self.writes.run("Завершение", call, on_refused=ask_again)

    def _tell_year(self, row: PairingRow) -> None:
        words = f"{row.title} – {row.year.label} учебного года: выберите его вверху окна."
        self.shell.notify(Notice(words, Tone.NEUTRAL))

    def _on_add_clicked(self) -> None:
        self.create_pairing()

    def _on_order_clicked(self) -> None:
        self.create_order([line.row for line in self.picked()])


def _ids(rows: Sequence[PairingRow]) -> list[int]:
    return [row.pairing_id for row in rows]


def _belongs(line: PairingLine, chip: str) -> bool:
    """Whether a pairing is in the view of a chip."""
    kinds = {mentee.kind for mentee in line.row.mentees}
    views = {
        "staff": PersonKind.STAFF in kinds,
        "students": PersonKind.STUDENT in kinds,
        "no_order": line.is_free_of_orders,
        "no_consent": line.state is PairingState.NO_CONSENT,
        "no_agreement": line.state is PairingState.NO_AGREEMENT,
        "overdue": line.state is PairingState.OVERDUE,
        "ended": line.state in ENDED_STATES,
    }
    return views.get(chip, True)
