"""One example of every kind of paper of the training school, in each of its formats."""

from __future__ import annotations

from pathlib import Path

from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.demo.blanks import write_blank
from nastavnik_desktop.demo.people import DEMO_TODAY, DEMO_YEAR
from nastavnik_desktop.domain.orders import OrderState
from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.services.files import write_whole

_LIST_COLUMNS = ("ФИО", "Должность", "Категория", "Телефон")


def write_documents(services: Services, folder: Path) -> list[Path]:
    """Write the examples into an existing folder; answers the files."""
    orders = [row for row in services.orders.rows(DEMO_YEAR) if row.state is OrderState.SIGNED]
    for row in orders:
        for suffix in ("pdf", "docx"):
            services.orders.export(row.order_id, folder / f"Приказ {row.number}.{suffix}")
    for suffix in ("pdf", "docx", "xlsx"):
        content = services.orders.register_file(DEMO_YEAR, suffix)
        write_whole(folder / f"Журнал регистрации приказов.{suffix}", content)
    _write_statistics(services, folder)
    _write_consents(services, folder)
    _write_staff(services, folder)
    write_blank(folder / "Бланк управления для пробы.xlsx")
    services.registers.export_all(DEMO_YEAR, folder)
    return sorted(folder.iterdir())


def _write_statistics(services: Services, folder: Path) -> None:
    report = services.statistics.report("participants", DEMO_TODAY)
    for suffix in ("xlsx", "pdf"):
        services.statistics.export(report, folder / f"Сведения об участниках.{suffix}")


def _write_consents(services: Services, folder: Path) -> None:
    pairings = services.pairings.rows(DEMO_YEAR)
    adult = next(row.mentor for row in pairings if not row.mentor.is_minor)
    minor = next(row.mentor for row in pairings if row.mentor.is_minor)
    for person, who in ((adult, "педагог"), (minor, "ученик")):
        for suffix in ("pdf", "docx"):
            content = services.consents.paper([person.person_id], DEMO_YEAR, suffix)
            write_whole(folder / f"Согласие на участие, {who}.{suffix}", content)


def _write_staff(services: Services, folder: Path) -> None:
    rows = [
        (
            row.name.full,
            row.occupation,
            row.category.label if row.category else "",
            row.phone,
        )
        for row in services.people.rows(DEMO_YEAR)
        if row.kind is PersonKind.STAFF
    ]
    for suffix in ("xlsx", "docx", "pdf"):
        path = folder / f"Список сотрудников.{suffix}"
        services.lists.export("Список сотрудников", _LIST_COLUMNS, rows, path)
