"""What an order says besides its requisites: the part of each kind, under the common fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from nastavnik_desktop.domain.orders import (
    Details,
    DraftOffer,
    FreeDetails,
    OrderKind,
    RoadMapDetails,
    WorkingGroupDetails,
)
from nastavnik_desktop.domain.pairings import PairingRow
from ui.dialogs.order_following_parts import (
    AmendmentPart,
    ResultsPart,
    RewardPart,
    TerminationPart,
)
from ui.dialogs.order_pairs_part import PairsPart
from ui.dialogs.order_part import KindPart, lines_of
from ui.widgets.form import Form

_PEOPLE_HINT = "Должность, фамилия и инициалы"
_ONE_A_LINE = "По одному в строке: должность, фамилия и инициалы"


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
            members=tuple(lines_of(self.members)),
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
            title=" ".join(lines_of(self.title)),
            reports_due_on=tuple(sorted(day for day in days if day is not None)),
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
    return _PARTS.get(offer.draft.kind, PairsPart)(form, offer, today)
