"""What kinds of data a service call changed: pages reload by it, pages never call pages."""

from __future__ import annotations

from enum import Flag, auto


class Changes(Flag):
    """Kinds of data; a result of a write carries the union of those it touched.

    COPIES are the backups beside the base: no part of EVERYTHING in it.
    """

    NOTHING = 0
    PEOPLE = auto()
    POOLS = auto()
    CONSENTS = auto()
    PAIRINGS = auto()
    ORDERS = auto()
    SCHOOL = auto()
    YEARS = auto()
    COPIES = auto()
    REPORTS = auto()
    PACKAGES = auto()
    ROAD_MAPS = auto()
    EVERYTHING = (
        PEOPLE
        | POOLS
        | CONSENTS
        | PAIRINGS
        | ORDERS
        | SCHOOL
        | YEARS
        | REPORTS
        | PACKAGES
        | ROAD_MAPS
    )
