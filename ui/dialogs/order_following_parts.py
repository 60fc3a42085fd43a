"""What orders say that follow the one on pairs: changes, early ends, results, rewards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nastavnik_desktop.domain.orders import (
    AmendmentDetails,
    Details,
    EndedPairing,
    Outcome,
    PairingOutcome,
    ResultsDetails,
    RewardDetails,
    TermChange,
    TerminationDetails,
)
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.order_part import KindPart, show_choices


class AmendmentPart(KindPart):
    """Why an order is changed, new terms of its pairs, whether its annex is told anew whole.

    New pairs are chosen beside it; replaced mentors and ends are found in the pairs themselves.
    """

    def add_fields(self) -> None:
        """The reason, pairs with another last day, the choice of the edition."""
        self.reason = self.line(
            "reason", "Причина", "После слов «в связи с»: увольнением наставника"
        )
        self.terms = self.choices(
            "terms",
            "Изменить срок",
            {row.pairing_id: f"{row.title}: {row.term}" for row in self.offer.inside},
        )
        self.new_end = self.day("new_end", "Новый последний день")
        for name in ("terms", "new_end"):
            self.form.set_shown(name, is_shown=bool(self.offer.inside))
        self.is_new_edition = self.check("is_new_edition", "Приложение целиком в новой редакции")

    def fill(self, details: Details) -> None:
        """Show details."""
        super().fill(details)
        own = self.given(AmendmentDetails)
        self.reason.setText(own.reason)
        self.terms.mark(one.pairing_id for one in own.terms)
        present = {row.pairing_id: row.ends_on for row in self.offer.inside}
        days = [one.ends_on for one in own.terms if present.get(one.pairing_id) != one.ends_on]
        self.new_end.set_day(days[0] if days else None)
        self.is_new_edition.setChecked(own.is_new_edition)

    def details(self, _chosen: Sequence[PairingRow]) -> Details:
        """What the fields hold; the same last day for all marked pairs."""
        day = self.new_end.day
        return AmendmentDetails(
            reason=self.reason.text().strip(),
            terms=tuple(TermChange(key, day) for key in self.terms.chosen if day is not None),
            is_new_edition=self.is_new_edition.isChecked(),
        )

    def unfilled(self, _chosen: Sequence[PairingRow]) -> list[Problem]:
        """The new last day of pairs that are marked."""
        if not self.terms.chosen or self.new_end.day is not None:
            return []
        return [Problem("new_end", "Укажите новый последний день.")]


class TerminationPart(KindPart):
    """The last day and the reason of pairs whose end is not written down yet."""

    def add_fields(self) -> None:
        """One day and one reason for all of them; the day is the first that the law allows."""
        self._proposed = self.offer.draft.order_date
        self.ended_on = self.day("ended_on", "Последний день")
        self.reason = self.line("reason", "Причина", "Например: отказ наставника")

    def fill(self, details: Details) -> None:
        """Show details."""
        super().fill(details)
        own = self.given(TerminationDetails)
        known = [one for one in own.ended if one.reason]
        reasons = {one.reason for one in known}
        self._proposed = self.offer.calendar.earliest_end(self.offer.draft.order_date)
        is_known = bool(known) and len(known) == len(own.ended)
        self.ended_on.set_day(known[0].ended_on if is_known else self._proposed)
        self.reason.setText(reasons.pop() if len(reasons) == 1 else "")

    def unfilled(self, chosen: Sequence[PairingRow]) -> list[Problem]:
        """The last day, unless it is written down for all pairs."""
        if self.ended_on.day is not None or all(row.ended_on for row in chosen):
            return []
        return [Problem("ended_on", "Укажите последний день наставничества.")]

    def follow_day(self, day: date) -> None:
        """A day that was proposed follows the notice, which is the order itself."""
        proposed = self.offer.calendar.earliest_end(day)
        if self.ended_on.day == self._proposed:
            self.ended_on.set_day(proposed)
        self._proposed = proposed

    def details(self, chosen: Sequence[PairingRow]) -> Details:
        """Ends that are written down stay; the others get the day and the reason."""
        day = self.ended_on.day or self.offer.draft.order_date
        reason = self.reason.text().strip()
        return TerminationDetails(
            tuple(
                EndedPairing(row.pairing_id, row.ended_on or day, row.end_reason or reason)
                for row in chosen
            )
        )


class ResultsPart(KindPart):
    """Which programmes are completed and which go on."""

    def add_fields(self) -> None:
        """Prolonged pairs are marked; all others are completed on their last day."""
        ready = self._ready(self.offer.draft.order_date)
        self.prolonged = self.choices("prolonged", "Продлить программу", ready)
        self.prolonged_to = self.day("prolonged_to", "Продлить до")
        self.released_on = self.day("released_on", "Снять функции наставника с")
        self.site_due_on = self.day("site_due_on", "Разместить на сайте до")
        self.approves_report = self.check("approves_report", "Утвердить аналитическую справку")

    def fill(self, details: Details) -> None:
        """Show details."""
        super().fill(details)
        own = self.given(ResultsDetails)
        prolonged = [one for one in own.outcomes if one.outcome is Outcome.PROLONGED]
        self.prolonged.mark(one.pairing_id for one in prolonged)
        self.prolonged_to.set_day(prolonged[0].on if prolonged else None)
        self.released_on.set_day(own.released_on)
        self.site_due_on.set_day(own.site_due_on)
        self.approves_report.setChecked(own.approves_report)

    def details(self, chosen: Sequence[PairingRow]) -> Details:
        """An outcome for each chosen pairing."""
        return ResultsDetails(
            outcomes=tuple(self._outcome(row) for row in chosen),
            released_on=self.released_on.day,
            approves_report=self.approves_report.isChecked(),
            site_due_on=self.site_due_on.day,
        )

    def unfilled(self, chosen: Sequence[PairingRow]) -> list[Problem]:
        """The new last day of programmes that are marked."""
        marked = {row.pairing_id for row in chosen} & set(self.prolonged.chosen)
        if not marked or self.prolonged_to.day is not None:
            return []
        return [Problem("prolonged_to", "Укажите, до какого дня продлить.")]

    def follow_day(self, day: date) -> None:
        """Other programmes may end on another day."""
        show_choices(self.prolonged, self._ready(day))

    def _ready(self, day: date) -> dict[int, str]:
        return {row.pairing_id: row.title for row in self.offer.ready_on(day)}

    def _outcome(self, row: PairingRow) -> PairingOutcome:
        until = self.prolonged_to.day
        if row.pairing_id in self.prolonged.chosen and until is not None:
            return PairingOutcome(row.pairing_id, Outcome.PROLONGED, until)
        return PairingOutcome(row.pairing_id, Outcome.COMPLETED, row.ended_on or row.ends_on)


class RewardPart(KindPart):
    """The occasion, the pay, and who gets a certificate of honour besides the thanks."""

    def add_fields(self) -> None:
        """Mentors of all pairs that stand in orders may be honoured."""
        self.occasion = self.line("occasion", "За что", "После слова «За»")
        ready = self.offer.ready_on(self.offer.draft.order_date)
        mentors = {row.mentor.person_id: row.mentor.name.short for row in ready}
        self.honoured = self.choices(
            "honoured", "Почётная грамота", mentors, "Остальным – благодарность"
        )
        self.pay = self.line(
            "pay", "Выплата в соответствии с", "В творительном падеже: Положением об оплате труда"
        )

    def fill(self, details: Details) -> None:
        """Show details."""
        super().fill(details)
        own = self.given(RewardDetails)
        self.occasion.setText(own.occasion)
        self.honoured.mark(own.honoured)
        self.pay.setText(own.pay)

    def details(self, chosen: Sequence[PairingRow]) -> Details:
        """Mentors of the chosen pairs, each once: thanked or honoured."""
        mentors = tuple(dict.fromkeys(row.mentor.person_id for row in chosen))
        honoured = self.honoured.chosen
        return RewardDetails(
            thanked=tuple(one for one in mentors if one not in honoured),
            honoured=tuple(one for one in mentors if one in honoured),
            occasion=self.occasion.text().strip(),
            pay=self.pay.text().strip(),
        )
