"""Sights of the tour that show the exchange: a package is sent, taken, added up and answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consolidation.package import PackageDraft
from nastavnik_desktop.domain.consolidation.received import Arrival
from nastavnik_desktop.domain.consolidation.schools import BaseLevel, SchoolKind
from ui.shell import Shell

_SCHOOLS = """МБОУ «СОШ № 17»
МБОУ «СОШ № 4»
МБОУ «Лицей № 2»
МБОУ «Гимназия № 1»
МБОУ «ООШ пос. Сосновка»"""
_PASSWORD = "учебная школа"


def exchange_sights(
    shell: Shell,
    home: Path,
    shoot_page: Callable[..., object],
    page: Callable[[], Any],
) -> Iterator[tuple[str, Callable[[], object]]]:
    """The school's side, then the same base as a municipality's, by the names of the pictures."""
    exchange = shell.services.exchange
    yield "package-dialog", lambda: _open_sending(shoot_page, page)
    _fill(shell, home)
    yield "sent-packages", page().packages.show_sent
    yield "consolidation", partial(shoot_page, "consolidation")
    yield "consolidation-details", partial(_pick_first, shoot_page, page)
    yield "verdict-dialog", lambda: page().answer(_sent(page()))
    yield "school-of-list-dialog", lambda: page().lists.edit_school(_sent(page()).school)
    yield "consolidated", partial(shoot_page, "consolidated")
    yield "consolidation-totals", partial(shoot_page, "totals")
    yield "share-plan-dialog", lambda: page().edit_plan()
    exchange.municipal.save_level(BaseLevel.SCHOOL)


def _open_sending(shoot_page: Callable[..., object], page: Callable[[], Any]) -> None:
    shoot_page("statistics", "participants")
    page().send_package()


def _pick_first(shoot_page: Callable[..., object], page: Callable[[], Any]) -> None:
    page().open_record(_sent(page()).school_id)
    shoot_page("consolidation")


def _sent(page: Any) -> Any:  # noqa: ANN401 - the page of the municipality
    """The first school with a package."""
    return next(row for row in page.model.shown_rows() if row.package is not None)


def _fill(shell: Shell, home: Path) -> None:
    """Packages of two schools, made of the training school."""
    exchange = shell.services.exchange
    exchange.municipal.save_level(BaseLevel.MUNICIPALITY)
    exchange.municipal.add_schools(exchange.municipal.schools_in(_SCHOOLS))
    service, paths = exchange.packages, []
    for place, (name, kind) in enumerate(
        (("", SchoolKind.SECONDARY), ("МБОУ «Лицей № 2»", SchoolKind.LYCEUM))
    ):
        draft: PackageDraft = replace(
            service.new_draft(), kind=kind, recipient="Управление образования г. Зареченска",
            with_people=True, password=_PASSWORD, password_again=_PASSWORD,
        )  # fmt: skip
        prepared = service.prepare(draft)
        card = prepared.package.school
        card = replace(card, name=name, inn="0000000002") if name else card
        package = replace(prepared.package, school=card)
        path = home / f"посылка {place}.posylka"
        service.send(draft, replace(prepared, package=package), path)
        paths.append(path)
    found = exchange.taking.open_files(paths, [_PASSWORD])
    exchange.taking.take(found.of(Arrival.NEW))
    shell.changes.publish(Changes.EVERYTHING)
