"""What an order says besides its requisites: fields for each kind, under the common ones.

A part shows the details of a draft and answers with those that its fields hold, for the pairings
that are chosen beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from nastavnik_desktop.domain.orders import (
    AmendmentDetails,
    Details,
    DraftOffer,
    EndedPairing,
    FreeDetails,
    OrderKind,
    Outcome,
    PairingOutcome,
    ResultsDetails,
    RewardDetails,
    RoadMapDetails,
    TerminationDetails,
    WorkingGroupDetails,
)
from nastavnik_desktop.domain.pairings import PairingRow
from ui.widgets.check_list import CheckList
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import NoteField
from ui.widgets.form import Form

Kind = TypeVar("Kind", bound=Details)

_MOST_LINES = 6
_PEOPLE_HINT = "Должность, фамилия и инициалы"
_ONE_A_LINE = "По одному в строке: должность, фамилия и инициалы"


class KindPart(QObject):
    """``changed`` after every change; a kind without fields of its own keeps its details."""

    changed = Signal()

    def __init__(self, form: Form, offer: DraftOffer, today: date) -> None:
        super().__init__(form)
        self.form = form
        self.offer = offer
        self.today = today
        self._given: Details = offer.draft.details
        self.add_fields()

    def add_fields(self) -> None:
        """Put the fields of the kind into the form."""

    def fill(self, details: Details) -> None:
        """Show details."""
        self._given = details

    def details(self, _chosen: Sequence[PairingRow]) -> Details:
        """What the fields hold for the pairings that are chosen."""
        return self._given

    def given(self, kind: type[Kind]) -> Kind:
        """The details that were shown, as those of the kind; other ones begin anew."""
        return self._given if isinstance(self._given, kind) else kind()

    def line(self, name: str, label: str, hint: str = "") -> QLineEdit:
        """A field for one line of text."""
        field = self.form.add(name, label, QLineEdit(), hint=hint)
        field.textChanged.connect(self.changed)
        return field

    def note(self, name: str, label: str, hint: str = "", lines: int = 3) -> NoteField:
        """A field for several lines of text."""
        field = self.form.add(name, label, NoteField(lines), hint=hint)
        field.textChanged.connect(self.changed)
        return field

    def day(self, name: str, label: str) -> DateEdit:
        """A field for a date."""
        field = self.form.add(name, label, DateEdit(label, self.today))
        field.textChanged.connect(self.changed)
        return field

    def choices(
        self, name: str, label: str, words: Mapping[int, str], hint: str = ""
    ) -> CheckList[int]:
        """A field for any of several things, by their keys."""
        field: CheckList[int] = CheckList(label, rows_shown=min(len(words), _MOST_LINES))
        field.show_lines([(key, title, False) for key, title in words.items()])
        self.form.add(name, label, field, hint=hint)
        field.changed.connect(self.changed)
        return field

    def check(self, name: str, words: str) -> QCheckBox:
        """A field for yes or no."""
        field = self.form.add(name, "", QCheckBox(words))
        field.setAccessibleName(words)
        field.toggled.connect(self.changed)
        return field


class WorkingGroupPart(KindPart):
    """Coordinator, working group, terms of the coordinator's tasks."""

    def add_fields(self) -> None:
        """People, then terms in pairs."""
        self.coordinator = self.line("coordinator", "Куратор", _PEOPLE_HINT)
        self.chair = self.line("chair", "Председатель рабочей группы", _PEOPLE_HINT)
        self.members = self.note("members", "Члены рабочей группы", _ONE_A_LINE, lines=4)
        self.site_keeper = self.line("site_keeper", "Ответственный за сайт", _PEOPLE_HINT)
        self.regulation = self.line(
            "regulation", "На основании", "В родительном падеже: Положения о наставничестве"
        )
        self.form.begin_row()
        self.bases_due_on = self.day("bases_due_on", "Базы – до")
        self.pairs_due_on = self.day("pairs_due_on", "Проект о парах – до")
        self.form.end_row()
        self.form.begin_row()
        self.interim_on = self.day("interim_on", "Мониторинг – до")
        self.final_on = self.day("final_on", "Итоги – до")
        self.form.end_row()
        self.site_due_on = self.day("site_due_on", "Сайт – до")

    def fill(self, details: Details) -> None:
        """Show details."""
        super().fill(details)
        own = self.given(WorkingGroupDetails)
        self.coordinator.setText(own.coordinator)
        self.chair.setText(own.chair)
        self.members.setPlainText("\n".join(own.members))
        self.site_keeper.setText(own.site_keeper)
        self.regulation.setText(own.regulation)
        for name in _WORKING_GROUP_DAYS:
            getattr(self, name).set_day(getattr(own, name))

    def details(self, _chosen: Sequence[PairingRow]) -> Details:
        """What the fields hold."""
        return WorkingGroupDetails(
            coordinator=self.coordinator.text().strip(),
            chair=self.chair.text().strip(),
            members=tuple(_lines(self.members)),
            site_keeper=self.site_keeper.text().strip(),
            regulation=self.regulation.text().strip(),
            **{name: getattr(self, name).day for name in _WORKING_GROUP_DAYS},
        )


_WORKING_GROUP_DAYS = ("bases_due_on", "pairs_due_on", "interim_on", "final_on", "site_due_on")


class RoadMapPart(KindPart):
    """The road map that is approved and the days of the coordinator's reports."""

    def add_fields(self) -> None:
        """The title and two days."""
        self.title = self.note("title", "Дорожная карта", "После слов «дорожную карту»: чего", 2)
        self.form.begin_row()
        self.first_report = self.day("reports_due_on", "Отчёт куратора – до")
        self.second_report = self.day("second_report_on", "и до")
        self.form.end_row()

    def fill(self, details: Details) -> None:
        """Show details."""
        super().fill(details)
        own = self.given(RoadMapDetails)
        first, second, *_rest = (*own.reports_due_on, None, None)
        self.title.setPlainText(own.title)
        self.first_report.set_day(first)
        self.second_report.set_day(second)

    def details(self, _chosen: Sequence[PairingRow]) -> Details:
        """What the fields hold; the stages stay."""
        days = (self.first_report.day, self.second_report.day)
        return replace(
            self.given(RoadMapDetails),
            title=" ".join(_lines(self.title)),
            reports_due_on=tuple(sorted(day for day in days if day is not None)),
        )


class AmendmentPart(KindPart):
    """Why an order is changed, and whether its annex is told anew as a whole."""

    def add_fields(self) -> None:
        """The reason and the choice of the edition."""
        self.reason = self.line(
            "reason", "Причина", "После слов «в связи с»: увольнением наставника"
        )
        self.is_new_edition = self.check("is_new_edition", "Приложение целиком в новой редакции")

    def fill(self, details: Details) -> None:
        """Show details."""
        super().fill(details)
        own = self.given(AmendmentDetails)
        self.reason.setText(own.reason)
        self.is_new_edition.setChecked(own.is_new_edition)

    def details(self, _chosen: Sequence[PairingRow]) -> Details:
        """What the fields hold; changed terms stay."""
        return replace(
            self.given(AmendmentDetails),
            reason=self.reason.text().strip(),
            is_new_edition=self.is_new_edition.isChecked(),
        )


class TerminationPart(KindPart):
    """The last day and the reason of pairs whose end is not written down yet."""

    def add_fields(self) -> None:
        """One day and one reason for all of them; the day is the first that the law allows."""
        self.ended_on = self.day("ended_on", "Последний день")
        self.reason = self.line("reason", "Причина", "Например: отказ наставника")

    def fill(self, details: Details) -> None:
        """Show details."""
        super().fill(details)
        own = self.given(TerminationDetails)
        known = [one for one in own.ended if one.reason]
        reasons = {one.reason for one in known}
        earliest = self.offer.calendar.earliest_end(self.offer.draft.order_date)
        is_known = bool(known) and len(known) == len(own.ended)
        self.ended_on.set_day(known[0].ended_on if is_known else earliest)
        self.reason.setText(reasons.pop() if len(reasons) == 1 else "")

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
        self.prolonged = self.choices(
            "prolonged",
            "Продлить программу",
            {row.pairing_id: row.title for row in self.offer.candidates},
        )
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

    def _outcome(self, row: PairingRow) -> PairingOutcome:
        until = self.prolonged_to.day
        if row.pairing_id in self.prolonged.chosen and until is not None:
            return PairingOutcome(row.pairing_id, Outcome.PROLONGED, until)
        return PairingOutcome(row.pairing_id, Outcome.COMPLETED, row.ended_on or row.ends_on)


class RewardPart(KindPart):
    """The occasion, the pay, and who gets a certificate of honour besides the thanks."""

    def add_fields(self) -> None:
        """Mentors of all offered pairs may be honoured."""
        self.occasion = self.line("occasion", "За что", "После слова «За»")
        mentors = {row.mentor.person_id: row.mentor.name.short for row in self.offer.candidates}
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


class FreePart(KindPart):
    """An order in the user's own words."""

    def add_fields(self) -> None:
        """Preamble and clauses."""
        self.preamble = self.note("preamble", "Вводная часть", "До слова «ПРИКАЗЫВАЮ»", 4)
        self.clauses = self.note(
            "clauses", "Пункты", "Каждый с новой строки; подпункт начинается с дефиса", 10
        )

    def fill(self, details: Details) -> None:
        """Show details."""
        super().fill(details)
        own = self.given(FreeDetails)
        self.preamble.setPlainText(own.preamble)
        self.clauses.setPlainText(own.clauses)

    def details(self, _chosen: Sequence[PairingRow]) -> Details:
        """What the fields hold."""
        return FreeDetails(self.preamble.toPlainText().strip(), self.clauses.toPlainText().strip())


_PARTS: dict[OrderKind, Callable[[Form, DraftOffer, date], KindPart]] = {
    OrderKind.WORKING_GROUP: WorkingGroupPart,
    OrderKind.ROAD_MAP: RoadMapPart,
    OrderKind.AMENDMENT: AmendmentPart,
    OrderKind.TERMINATION: TerminationPart,
    OrderKind.RESULTS: ResultsPart,
    OrderKind.REWARD: RewardPart,
    OrderKind.OTHER: FreePart,
}


def part_of(form: Form, offer: DraftOffer, today: date) -> KindPart:
    """The part of the offer's kind, its fields put into the form."""
    from ui.dialogs.order_pairs_part import PairsPart

    return _PARTS.get(offer.draft.kind, PairsPart)(form, offer, today)


def _lines(field: NoteField) -> list[str]:
    return [line.strip() for line in field.toPlainText().splitlines() if line.strip()]
