"""Facts of orders from the base, a function for each kind, and the rows that the order fixes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from nastavnik_desktop.documents.order_facts import (
    Acquainted,
    OrderFacts,
    OutcomeLine,
    OutcomesAnnex,
    PairsOrderFacts,
    Participant,
    PlanAnnex,
    ResultsFacts,
    RewardFacts,
    RoadMapFacts,
    TerminationFacts,
    WorkingGroupFacts,
)
from nastavnik_desktop.documents.person_forms import PersonForms
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.domain.orders import (
    AnnexState,
    OrderKind,
    Outcome,
    PairsDetails,
    ResultsDetails,
    RewardDetails,
    RoadMapDetails,
    TerminationDetails,
    WorkingGroupDetails,
)
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.services.order_amendments import amendment_facts
from nastavnik_desktop.services.order_annexes import annex_facts, present_annexes
from nastavnik_desktop.services.order_assignments import assignments, forms_of
from nastavnik_desktop.services.order_chain import reference_of
from nastavnik_desktop.services.order_setting import Setting
from nastavnik_desktop.services.road_map_orders import stages_to_print

Made = tuple[OrderFacts, tuple[AnnexState, ...]]


def facts_of(setting: Setting) -> Made:
    """The facts of an order and the rows of its annexes."""
    makers: dict[OrderKind, Callable[[Setting], Made]] = {
        OrderKind.PAIRS: _pairs,
        OrderKind.WORKING_GROUP: _working_group,
        OrderKind.ROAD_MAP: _road_map,
        OrderKind.AMENDMENT: amendment_facts,
        OrderKind.TERMINATION: _termination,
        OrderKind.RESULTS: _results,
        OrderKind.REWARD: _reward,
        OrderKind.OTHER: _other,
    }
    return makers[setting.draft.kind](setting)


def _pairs(setting: Setting) -> Made:
    draft, details = setting.draft, setting.details_as(PairsDetails)
    rows = setting.rows
    annexes = present_annexes(setting.session, rows, setting.people, details)
    facts = PairsOrderFacts(
        **setting.common(),
        annexes=tuple(annex_facts(state) for state in annexes),
        has_consents=any(p.consented_on for row in rows for p in row.participants),
        programs_due_on=draft.programs_due_on,
        report_due_on=draft.report_due_on,
        acquainted=tuple(setting.people.acquainted()),
        assignments=assignments(setting.session, rows),
        regulation=details.regulation,
        personnel=setting.named(details.personnel),
        pay=details.pay,
    )
    return facts, annexes


def _working_group(setting: Setting) -> Made:
    details = setting.details_as(WorkingGroupDetails)
    coordinator = setting.named(details.coordinator)
    if coordinator is None:
        raise RuleViolation("Укажите куратора: «должность Фамилия И. О.».", "coordinator")
    chair, keeper = setting.named(details.chair), setting.named(details.site_keeper)
    members = setting.everybody_named(details.members)
    known = [one for one in (coordinator, chair, *members, keeper) if one is not None]
    facts = WorkingGroupFacts(
        **{**setting.common(), "coordinator": coordinator},
        regulation=details.regulation,
        chair=chair,
        members=members,
        site_keeper=keeper,
        bases_due_on=details.bases_due_on,
        pairs_due_on=details.pairs_due_on,
        interim_on=details.interim_on,
        final_on=details.final_on,
        site_due_on=details.site_due_on,
        acquainted=_once(known),
    )
    return facts, ()


def _once(people: list[PersonForms]) -> tuple[Acquainted, ...]:
    """Lines of the acquaintance sheet, each person once."""
    lines = {one.name.short: Acquainted(one.name.short, one.post) for one in people}
    return tuple(lines.values())


def _road_map(setting: Setting) -> Made:
    details = setting.details_as(RoadMapDetails)
    title = f"План мероприятий (дорожная карта)\n{details.title}"
    coordinator = setting.coordinator
    facts = RoadMapFacts(
        **setting.common(),
        title=details.title,
        reports_due_on=details.reports_due_on,
        annexes=(PlanAnnex(title, stages_to_print(setting.session, details)),),
        acquainted=_once([coordinator] if coordinator else []),
    )
    return facts, ()


def _termination(setting: Setting) -> Made:
    details = setting.details_as(TerminationDetails)
    ends = {one.pairing_id: one for one in details.ended}
    forms = setting.forms(setting.rows)
    facts = TerminationFacts(
        **setting.common(),
        target=reference_of(setting.session, setting.draft.target_id),
        ended=tuple(
            setting.assigned(row, forms, ended_on=end.ended_on, reason=end.reason)
            for row in setting.rows
            if (end := ends.get(row.pairing_id))
        ),
        acquainted=tuple(setting.people.acquainted()),
    )
    return facts, ()


def _results(setting: Setting) -> Made:
    details = setting.details_as(ResultsDetails)
    told = {one.pairing_id: one for one in details.outcomes}
    forms = setting.forms(setting.rows)
    pairs = [(row, told[row.pairing_id]) for row in setting.rows if row.pairing_id in told]
    done = [(row, end) for row, end in pairs if end.outcome is Outcome.COMPLETED]
    longer = [(row, end) for row, end in pairs if end.outcome is Outcome.PROLONGED]
    going_on = {row.mentor.person_id for row, _end in longer}
    free = dict.fromkeys(
        row.mentor.person_id for row, _end in done if row.mentor.person_id not in going_on
    )
    last = max((end.on for _row, end in done), default=setting.draft.order_date)
    lines = tuple(
        _outcome_line(setting, row, f"завершена {short_date(end.on)}") for row, end in done
    )
    title = f"Завершённые программы наставничества\n{setting.draft.year.label} учебного года"
    facts = ResultsFacts(
        **setting.common(),
        annexes=(OutcomesAnnex(title, lines),) if lines else (),
        completed=tuple(setting.assigned(row, forms, ended_on=end.on) for row, end in done),
        prolonged=tuple(setting.assigned(row, forms, ends_on=end.on) for row, end in longer),
        released=tuple(forms[person_id] for person_id in free),
        released_on=details.released_on or last + timedelta(days=1),
        approves_report=details.approves_report,
        site_due_on=details.site_due_on,
        acquainted=tuple(setting.people.acquainted()),
    )
    return facts, ()


def _outcome_line(setting: Setting, row: PairingRow, outcome: str) -> OutcomeLine:
    def participant(person_id: int) -> Participant:
        person = setting.people.person(person_id)
        return Participant(person.name, person.about)

    term = f"{short_date(row.starts_on)}{NBSP}– {short_date(row.ends_on)}"
    mentees = tuple(participant(one.person_id) for one in row.mentees)
    return OutcomeLine(participant(row.mentor.person_id), mentees, term, outcome)


def _reward(setting: Setting) -> Made:
    details = setting.details_as(RewardDetails)
    forms = forms_of(setting.session, {*details.thanked, *details.honoured})
    people = [forms[key] for key in dict.fromkeys((*details.thanked, *details.honoured))]
    facts = RewardFacts(
        **setting.common(),
        thanked=tuple(forms[key] for key in details.thanked),
        honoured=tuple(forms[key] for key in details.honoured),
        occasion=details.occasion,
        pay=details.pay,
        acquainted=_once(people),
    )
    return facts, ()


def _other(setting: Setting) -> Made:
    return OrderFacts(**setting.common()), ()
