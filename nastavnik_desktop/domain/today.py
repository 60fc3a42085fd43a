"""What must be done now: cards with figures and tasks with the button that does them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.domain.problems import Level


class TaskAction(StrEnum):
    """What the button of a task does."""

    SET_UP_SCHOOL = "set_up_school"
    IMPORT_STAFF = "import_staff"
    MARK_POOLS = "mark_pools"
    CREATE_PAIRING = "create_pairing"
    MATCH_MENTEES = "match_mentees"
    RECORD_CONSENTS = "record_consents"
    RECORD_AGREEMENTS = "record_agreements"
    CREATE_ORDER = "create_order"
    OPEN_ORDER = "open_order"
    FINISH_PAIRINGS = "finish_pairings"
    OPEN_SETTINGS = "open_settings"
    OPEN_PEOPLE = "open_people"
    START_NEW_YEAR = "start_new_year"
    OPEN_ROAD_MAPS = "open_road_maps"
    CHOOSE_LEVEL = "choose_level"
    LIST_SCHOOLS = "list_schools"
    TAKE_PACKAGES = "take_packages"
    SHOW_SCHOOLS = "show_schools"


@dataclass(frozen=True)
class Figure:
    """A card with one figure: «14», «пар и групп», «11 пар, 3 группы»; ``page`` it leads to."""

    value: str
    title: str
    detail: str
    page: str


@dataclass(frozen=True)
class Task:
    """One thing to do, with the words of its button and the records it speaks of."""

    title: str
    detail: str
    button: str
    action: TaskAction
    level: Level = Level.WARNING
    target_ids: tuple[int, ...] = ()
    icon: str = "circle-alert"


@dataclass(frozen=True)
class TodaySummary:
    """The first page: figures, tasks in order of urgency, steps of the way in on a new base."""

    figures: tuple[Figure, ...]
    tasks: tuple[Task, ...]
    first_steps: tuple[Task, ...] = ()
    level: BaseLevel = BaseLevel.SCHOOL
