"""Orders: kinds, life, numbers, drafts with their checks, annexes and their differences.

``kinds`` and ``details`` say what orders there are, ``numbers`` how they are numbered, ``draft``
what a form edits, ``checks`` and ``detail_checks`` what stops an order, ``annexes`` what an
amendment changes.
"""

from nastavnik_desktop.domain.orders.annexes import (
    AnnexMember,
    AnnexPerson,
    AnnexRow,
    AnnexState,
    ChangeKind,
    RowChange,
    applied,
    brought_up_to_date,
    difference,
)
from nastavnik_desktop.domain.orders.checks import (
    PLACEHOLDER,
    problems_in,
    problems_in_heading,
    problems_in_kept_draft,
)
from nastavnik_desktop.domain.orders.details import (
    DETAILS_OF,
    AmendmentDetails,
    Details,
    EndedPairing,
    FreeDetails,
    LayoutChoice,
    Outcome,
    PairingOutcome,
    PairsDetails,
    PlanLine,
    PlanStage,
    ResultsDetails,
    RewardDetails,
    RoadMapDetails,
    TermChange,
    TerminationDetails,
    WorkingGroupDetails,
)
from nastavnik_desktop.domain.orders.draft import (
    DraftOffer,
    OrderDraft,
    OrderRow,
    reasons_against,
)
from nastavnik_desktop.domain.orders.grounds import proposed_grounds
from nastavnik_desktop.domain.orders.kinds import (
    FIXING_KINDS,
    LinkKind,
    OrderKind,
    OrderState,
    OrderStatus,
    TableLayout,
)
from nastavnik_desktop.domain.orders.numbers import (
    NUMBER_ALLOWED,
    next_number,
    number_key,
    problems_in_number,
)

__all__ = [
    "DETAILS_OF", "FIXING_KINDS", "NUMBER_ALLOWED", "PLACEHOLDER", "AmendmentDetails",
    "AnnexMember", "AnnexPerson", "AnnexRow", "AnnexState", "ChangeKind", "Details",
    "DraftOffer", "EndedPairing", "FreeDetails", "LayoutChoice", "LinkKind", "OrderDraft",
    "OrderKind", "OrderRow", "OrderState", "OrderStatus", "Outcome", "PairingOutcome",
    "PairsDetails", "PlanLine", "PlanStage", "ResultsDetails", "RewardDetails", "RoadMapDetails",
    "RowChange", "TableLayout", "TermChange", "TerminationDetails", "WorkingGroupDetails",
    "applied", "brought_up_to_date", "difference", "next_number", "number_key",
    "problems_in", "problems_in_heading", "problems_in_kept_draft", "problems_in_number",
    "proposed_grounds", "reasons_against",
]  # fmt: skip
