"""Facts of one invented order of every kind, shared by the tests of documents."""

from dataclasses import replace
from datetime import date

from nastavnik_desktop.documents.order_facts import (
    AmendmentFacts,
    Assignment,
    OrderFacts,
    OutcomeLine,
    OutcomesAnnex,
    Participant,
    PlanAnnex,
    ResultsFacts,
    RewardFacts,
    RoadMapFacts,
    RowsChange,
    TerminationFacts,
    WorkingGroupFacts,
)
from nastavnik_desktop.documents.person_forms import person_forms
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.orders import OrderKind, PlanLine, PlanStage
from tests.documents import sample_order

DEPUTY = person_forms(
    FullName("Крутикова", "Ольга", "Николаевна"), "заместитель директора по УВР", "f"
)
STRELETS = person_forms(FullName("Стрелец", "Юлия", "Олеговна"), "учитель химии", "f")
ZAYATS = person_forms(FullName("Заяц", "Никита", "Игоревич"), "учитель физики", "m")
PETROV = person_forms(FullName("Петров", "Иван", "Ильич"), "учитель физики", "m")
PUPIL = person_forms(FullName("Авдеев", "Кирилл", "Романович"), "", "m")
TARGET = "от\u00a008.09.2026 №\u00a0130-од"
COMMON = {
    "school": sample_order.SCHOOL,
    "mark": sample_order.MARK,
    "year": "2026/27",
    "director_post": "Директор",
    "director_name": "Л.\u00a0В.\u00a0Заболотная",
    "coordinator": DEPUTY,
    "executor": ("Крутикова Ольга Николаевна", "8 (41111) 2-17-17"),
}
ENDED = Assignment(
    STRELETS, (PETROV,), sample_order.START, sample_order.END, date(2027, 1, 12), "отказ наставника"
)
STARTED = Assignment(ZAYATS, (PETROV,), date(2027, 1, 13), sample_order.END)
PROLONGED = Assignment(ZAYATS, (PUPIL,), sample_order.START, date(2027, 8, 31))
ONE_ROW = replace(
    sample_order.TEACHERS,
    pairings=(
        replace(
            sample_order.TEACHERS.pairings[0], mentor=Participant("Заяц Никита Игоревич"), number=3
        ),
    ),
)

SAMPLES = {
    OrderKind.WORKING_GROUP: WorkingGroupFacts(
        **COMMON,
        regulation="Положения о наставничестве",
        chair=person_forms(FullName("Заболотная", "Лариса", "Викторовна"), "директор", "f"),
        members=(STRELETS, ZAYATS),
        site_keeper=ZAYATS,
        bases_due_on=date(2026, 9, 15),
        pairs_due_on=date(2026, 9, 18),
        interim_on=date(2026, 12, 30),
        final_on=date(2027, 5, 31),
        site_due_on=date(2026, 9, 20),
    ),
    OrderKind.ROAD_MAP: RoadMapFacts(
        **COMMON,
        title="реализации программ наставничества на 2026/27 учебный год",
        reports_due_on=(date(2026, 12, 30), date(2027, 5, 31)),
        annexes=(
            PlanAnnex(
                "План мероприятий (дорожная карта)\nна 2026/27 учебный год",
                (
                    PlanStage("I. Подготовка", (
                        PlanLine("Педагогический совет", "до 10 сентября", "директор", "протокол"),
                        PlanLine("Сбор согласий", "сентябрь", "куратор"),
                    )),
                    PlanStage("II. Реализация", (
                        PlanLine("Встречи пар", "ежемесячно", "наставники", "отметки"),
                    )),
                ),
            ),
        ),
    ),
    OrderKind.AMENDMENT: AmendmentFacts(
        **COMMON,
        target=TARGET,
        reason="отказом наставника",
        ended=(ENDED,),
        started=(STARTED,),
        prolonged=(PROLONGED,),
        changes=(
            RowsChange("replaced", "строку 3", 1, 2, "[таблица 1]"),
            RowsChange("excluded", "строки 4, 7", 1, 2),
            RowsChange("added", "строкой 12", 2, 2, "[таблица 2]"),
        ),
        inserted=(ONE_ROW, replace(ONE_ROW, form="ученик – ученик")),
        grounds=("заявление от 29.12.2026", "согласие от 11.01.2027"),
    ),
    OrderKind.TERMINATION: TerminationFacts(**COMMON, target=TARGET, ended=(ENDED,)),
    OrderKind.RESULTS: ResultsFacts(
        **COMMON,
        annexes=(
            OutcomesAnnex(
                "Завершённые программы наставничества\n2026/27 учебного года",
                (
                    OutcomeLine(
                        Participant("Стрелец Юлия Олеговна", "учитель химии"),
                        (Participant("Петров Иван Ильич", "учитель физики"),),
                        "08.09.2026 – 28.05.2027",
                        "завершена 28.05.2027",
                    ),
                ),
            ),
        ),
        completed=(ENDED,),
        prolonged=(PROLONGED,),
        released=(STRELETS,),
        released_on=date(2027, 5, 30),
        site_due_on=date(2027, 6, 15),
        grounds=("отчёты наставников",),
    ),
    OrderKind.REWARD: RewardFacts(
        **COMMON,
        thanked=(STRELETS, ZAYATS),
        honoured=(STRELETS,),
        occasion="добросовестную работу по наставничеству",
        pay="Положением об оплате труда работников",
    ),
    OrderKind.OTHER: OrderFacts(**COMMON, heading="О неделе наставничества"),
}  # fmt: skip
