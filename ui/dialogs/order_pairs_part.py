"""What an order on pairs says besides its requisites: layouts of its annexes, staff, pay."""

from __future__ import annotations

from collections.abc import Sequence

from nastavnik_desktop.domain.orders import Details, LayoutChoice, PairsDetails, TableLayout
from nastavnik_desktop.domain.pairings import PairingRow
from ui.dialogs.order_part import KindPart
from ui.widgets.fields import ChoiceField

_LAYOUTS = [(layout, layout.label[:1].upper() + layout.label[1:]) for layout in TableLayout]


class PairsPart(KindPart):
    """A layout for each form among the pairs that are offered."""

    def add_fields(self) -> None:
        """Choices of layouts, then who prepares agreements and how mentors are paid."""
        forms = {row.form.code: row.form.title for row in self.offer.candidates}
        self.layouts: dict[str, ChoiceField] = {}
        for code, title in forms.items():
            field = self.form.add(f"layout:{code}", f"Таблица «{title}»", ChoiceField(_LAYOUTS))
            field.currentIndexChanged.connect(self.changed)
            self.layouts[code] = field
        self.regulation = self.line(
            "regulation", "На основании", "В родительном падеже: Положения о наставничестве"
        )
        self.personnel = self.line(
            "personnel", "Кто готовит соглашения", "Должность, фамилия и инициалы"
        )
        self.pay = self.note("pay", "О доплате", "Отдельным пунктом, целым предложением", 2)

    def fill(self, details: Details) -> None:
        """Show details."""
        super().fill(details)
        own = self.given(PairsDetails)
        for code, field in self.layouts.items():
            field.set_value(own.layout_of(code))
        self.regulation.setText(own.regulation)
        self.personnel.setText(own.personnel)
        self.pay.setPlainText(own.pay)

    def details(self, _chosen: Sequence[PairingRow]) -> Details:
        """What the fields hold; the usual layout is not written down."""
        layouts = tuple(
            LayoutChoice(code, TableLayout(str(field.value)))
            for code, field in self.layouts.items()
            if field.value is not TableLayout.FULL
        )
        return PairsDetails(
            layouts=layouts,
            regulation=self.regulation.text().strip(),
            personnel=self.personnel.text().strip(),
            pay=" ".join(self.pay.toPlainText().split()),
        )
