"""Joins the parts: the only place where a base becomes services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from db.engine import Base, open_base
from db.queries.pairings import mentoring_forms
from nastavnik_desktop.config import paths
from nastavnik_desktop.config.app_settings import AppSettings
from nastavnik_desktop.services.bases import BaseService
from nastavnik_desktop.services.bulk_edit import BulkEditService
from nastavnik_desktop.services.consents import ConsentService
from nastavnik_desktop.services.duplicates import DuplicateService
from nastavnik_desktop.services.forgetting import ForgettingService
from nastavnik_desktop.services.history import HistoryService
from nastavnik_desktop.services.imports import ImportService
from nastavnik_desktop.services.leaving import LeavingService
from nastavnik_desktop.services.lists import ListService
from nastavnik_desktop.services.new_year import NewYearService
from nastavnik_desktop.services.orders import OrderService
from nastavnik_desktop.services.pairings import PairingService
from nastavnik_desktop.services.people import PeopleService
from nastavnik_desktop.services.reference import seed
from nastavnik_desktop.services.registers import RegisterService
from nastavnik_desktop.services.school import SchoolService
from nastavnik_desktop.services.search import SearchService
from nastavnik_desktop.services.statistics import StatisticsService
from nastavnik_desktop.services.today import TodayService
from nastavnik_desktop.services.unsaved_cards import UnsavedCards


@dataclass(frozen=True)
class Services:
    """All use cases over one open base."""

    bases: BaseService
    school: SchoolService
    people: PeopleService
    consents: ConsentService
    pairings: PairingService
    orders: OrderService
    imports: ImportService
    statistics: StatisticsService
    today: TodayService
    search: SearchService
    history: HistoryService
    lists: ListService
    registers: RegisterService
    new_year: NewYearService
    duplicates: DuplicateService
    bulk_edit: BulkEditService
    leaving: LeavingService
    forgetting: ForgettingService
    unsaved_cards: UnsavedCards
    close: Callable[[], None]


def build_services(
    location: str | Path,
    settings: AppSettings,
    *,
    create: bool = False,
    writable: bool = True,
) -> Services:
    """Open a base and join everything to it; ``create`` makes a new base with reference lists.

    Raises UnreadableFile for a foreign file, StorageUnavailable when the environment is to blame.
    """
    copies = Path(settings.backup_folder) if settings.backup_folder else None
    base = open_base(location, create=create, writable=writable, copies=copies)
    if create:
        _seed_if_new(base)
    return join(base, copies)


def join(base: Base, copies: Path | None = None) -> Services:
    """Services over an open base; ``copies`` is the folder of its backups, or one beside it."""
    school = SchoolService(base)
    bases = BaseService(base, copies)
    place = str(base.location.path or base.location.url)
    unsaved_cards = UnsavedCards(paths.drafts_dir(), place)
    return Services(
        bases=bases,
        school=school,
        people=PeopleService(base, school.today),
        consents=ConsentService(base, school.today),
        pairings=PairingService(base, school.today),
        orders=OrderService(base, school.today),
        imports=ImportService(base, school.today, bases.back_up_if_changed),
        statistics=StatisticsService(base),
        today=TodayService(base, school.today),
        search=SearchService(base, school.today),
        history=HistoryService(base),
        lists=ListService(),
        registers=RegisterService(base, school.today),
        duplicates=DuplicateService(base),
        bulk_edit=BulkEditService(base, school.today),
        leaving=LeavingService(base, school.today),
        forgetting=ForgettingService(base, school.today, bases.backups, unsaved_cards.forget),
        new_year=NewYearService(base, school.today, bases.back_up),
        unsaved_cards=unsaved_cards,
        close=base.close,
    )


def _seed_if_new(base: Base) -> None:
    with base.reading() as session:
        if mentoring_forms(session):
            return
    with base.begin("Новая база", refusal="Создание базы отменить нельзя.") as session:
        seed(session)
