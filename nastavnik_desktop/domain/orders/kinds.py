"""Kinds of orders, their life, the ways in which they speak of each other, layouts of annexes."""

from __future__ import annotations

from enum import StrEnum


class OrderKind(StrEnum):
    """Kinds of orders that the program knows; OTHER is written from a free template."""

    WORKING_GROUP = "working_group"
    ROAD_MAP = "road_map"
    PAIRS = "pairs"
    AMENDMENT = "amendment"
    TERMINATION = "termination"
    RESULTS = "results"
    REWARD = "reward"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _KIND_LABELS[self]

    @property
    def names_pairings(self) -> bool:
        """Whether such an order is about pairs and groups."""
        return self not in (OrderKind.WORKING_GROUP, OrderKind.ROAD_MAP, OrderKind.OTHER)

    @property
    def has_target(self) -> bool:
        """Whether such an order is about another order."""
        return self in (OrderKind.AMENDMENT, OrderKind.TERMINATION)


_KIND_LABELS = {
    OrderKind.WORKING_GROUP: "о кураторе и рабочей группе",
    OrderKind.ROAD_MAP: "об утверждении дорожной карты",
    OrderKind.PAIRS: "о закреплении пар (групп)",
    OrderKind.AMENDMENT: "о внесении изменений",
    OrderKind.TERMINATION: "о досрочном прекращении",
    OrderKind.RESULTS: "об итогах",
    OrderKind.REWARD: "о поощрении наставников",
    OrderKind.OTHER: "другой приказ",
}
FIXING_KINDS = (OrderKind.PAIRS, OrderKind.AMENDMENT)
"""Orders that fix pairs: a pairing stands in one of these."""


class OrderStatus(StrEnum):
    """Life of an order: a draft has a proposed number only; a withdrawn one keeps its number."""

    DRAFT = "draft"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _STATUS_LABELS[self]


_STATUS_LABELS = {
    OrderStatus.DRAFT: "проект",
    OrderStatus.ISSUED: "выпущен",
    OrderStatus.WITHDRAWN: "отменён",
}


class OrderState(StrEnum):
    """What the register shows: «подписан» is a date on an issued order."""

    DRAFT = "draft"
    ISSUED = "issued"
    SIGNED = "signed"
    WITHDRAWN = "withdrawn"
    EXTERNAL = "external"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _STATE_LABELS[self]


_STATE_LABELS = {
    OrderState.DRAFT: "проект",
    OrderState.ISSUED: "ждёт подписи",
    OrderState.SIGNED: "подписан",
    OrderState.WITHDRAWN: "отменён",
    OrderState.EXTERNAL: "внешний",
}


class LinkKind(StrEnum):
    """How an order speaks of an earlier one."""

    AMENDS = "amends"
    TERMINATES = "terminates"
    REFERS = "refers"

    @property
    def label(self) -> str:
        """Russian words for the register: «изменяет приказ …»."""
        return _LINK_LABELS[self]


_LINK_LABELS = {
    LinkKind.AMENDS: "изменяет",
    LinkKind.TERMINATES: "прекращает пары",
    LinkKind.REFERS: "ссылается на",
}


class TableLayout(StrEnum):
    """How an annex lists its pairs; LIST puts them into the text of the order."""

    SHORT = "short"
    FULL = "full"
    CONSENTS = "consents"
    PUPILS = "pupils"
    GROUPS = "groups"
    ORGANISATION = "organisation"
    LIST = "list"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _LAYOUT_LABELS[self]


_LAYOUT_LABELS = {
    TableLayout.SHORT: "краткая: наставник и наставляемый с должностями",
    TableLayout.FULL: "полная: должность, категория, стаж, ролевая модель, срок",
    TableLayout.CONSENTS: "полная с согласиями и графой ознакомления",
    TableLayout.PUPILS: "обучающиеся: класс, направление, место вписать классного руководителя",
    TableLayout.GROUPS: "группы: состав, количество, тема, сроки",
    TableLayout.ORGANISATION: "полная с организацией наставника",
    TableLayout.LIST: "список в тексте приказа, без приложения",
}
