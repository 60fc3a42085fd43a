"""Own texts and own pages of orders: versions, reset, what is printed by them."""

from dataclasses import replace

import pytest

from nastavnik_desktop.documents.page import PRESETS, PageSetup, RequisitePlacement, TextSetup
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.domain.orders import LayoutChoice, OrderKind, PairsDetails, TableLayout
from nastavnik_desktop.services.page_presets import PresetDraft
from nastavnik_desktop.services.template_samples import OrderSample
from tests.documents.readers import pdf_pages
from tests.factory import YEAR, make_order, make_pairing, order_draft

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)


def text_of(services, order_id):
    return " ".join(pdf_pages(services.orders.file(order_id, "pdf")))


@pytest.fixture
def own(services):
    """The user's own text of the order on pairs."""
    template = services.templates.original(OrderKind.PAIRS)
    return replace(template, preamble="Для пользы дела в {{ year }} учебном году")


def test_own_texts_are_printed_and_can_be_reset(services, own):
    templates = services.templates
    assert templates.versions(OrderKind.PAIRS) == []
    templates.save({OrderKind.PAIRS: own})
    assert templates.current(OrderKind.PAIRS) == own
    first = make_order(services)
    assert "Для пользы дела в 2026/27 учебном году ПРИКАЗЫВАЮ" in text_of(services, first)
    templates.save({OrderKind.PAIRS: templates.original(OrderKind.PAIRS)})
    assert templates.current(OrderKind.PAIRS) == templates.original(OrderKind.PAIRS)
    second = make_order(services, make_pairing(services))
    assert "Для пользы дела" not in text_of(services, second)
    assert "Для пользы дела" in text_of(services, first)


def test_versions_are_kept_and_any_can_be_used_again(services, own):
    templates = services.templates
    templates.save({OrderKind.PAIRS: own})
    templates.save({OrderKind.PAIRS: replace(own, preamble="Второй раз")})
    listed = [(one.version, one.is_current) for one in templates.versions(OrderKind.PAIRS)]
    assert listed == [(2, True), (1, False)]
    templates.save({OrderKind.PAIRS: own})
    assert templates.current(OrderKind.PAIRS) == own
    listed = [(one.version, one.is_current) for one in templates.versions(OrderKind.PAIRS)]
    assert listed == [(2, False), (1, True)]
    services.history.undo()
    assert templates.current(OrderKind.PAIRS).preamble == "Второй раз"


def test_kinds_have_their_own_texts(services, own):
    services.templates.save({OrderKind.PAIRS: own})
    reward = services.templates
    assert reward.current(OrderKind.REWARD) == reward.original(OrderKind.REWARD)


def test_a_text_with_a_fault_is_not_kept(services, own):
    with pytest.raises(RuleViolation, match="Пункты, строка 2: слово «yaer»") as refused:
        services.templates.save({OrderKind.PAIRS: replace(own, clauses="Один.\n{{ yaer }}")})
    assert refused.value.field == "clauses"
    assert services.templates.versions(OrderKind.PAIRS) == []


def test_a_text_can_be_tried_on_a_draft_before_it_is_kept(services, own):
    draft = order_draft(services, make_pairing(services))
    text = services.templates.text(draft, own)
    assert "Для пользы дела в 2026/27 учебном году" in text
    assert services.templates.preview(OrderSample("", draft), own).startswith(b"%PDF")
    with pytest.raises(RuleViolation, match="не знает"):
        services.templates.text(draft, replace(own, grounds="{{ нет }}"))


def test_an_own_page_is_copied_from_a_shipped_one_and_printed_by(services):
    presets = services.page_presets
    own_page = replace(
        PRESETS[0],
        title="Наша страница",
        page=PageSetup(right_mm=15),
        text=TextSetup(size_pt=13),
        requisites=RequisitePlacement.ANGLED,
        shows_executor=False,
    )
    presets.save(PresetDraft(own_page))
    assert presets.all()[:-1] == list(PRESETS)
    kept = presets.all()[-1]
    assert kept == replace(own_page, code=kept.code)
    presets.use(kept.code)
    text = text_of(services, make_order(services))
    assert "000-17-18" not in text
    presets.save(PresetDraft(replace(kept, title="Переименована")))
    assert [one.title for one in presets.all()][-1] == "Переименована"
    with pytest.raises(RuleViolation, match="сначала выберите другую"):
        presets.delete(kept.code)
    presets.use("gost-2016")
    presets.delete(kept.code)
    assert presets.all() == list(PRESETS)


@pytest.mark.parametrize(
    ("field", "unfit"),
    [
        ("left_mm", {"page": PageSetup(left_mm=15)}),
        ("size_pt", {"text": TextSetup(size_pt=30)}),
        ("line_spacing", {"text": TextSetup(line_spacing=0.5)}),
        ("title", {"title": " "}),
        ("angled_line_mm", {"angled_line_mm": 200}),
        ("emblem_height_mm", {"emblem_height_mm": 0}),
        ("emblem_height_mm", {"emblem_height_mm": 300}),
    ],
)
def test_a_page_that_the_standard_forbids_is_not_kept(services, field, unfit):
    with pytest.raises(RuleViolation) as refused:
        services.page_presets.save(PresetDraft(replace(PRESETS[0], **unfit)))
    assert refused.value.field == field


def test_an_emblem_is_a_small_picture_of_an_own_page(services, tmp_path):
    presets = services.page_presets
    picture, text = tmp_path / "герб.png", tmp_path / "герб.txt"
    picture.write_bytes(PNG)
    text.write_text("герб", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="PNG или JPEG"):
        presets.read_emblem(text)
    emblem = presets.read_emblem(picture)
    presets.save(PresetDraft(replace(PRESETS[0], title="С гербом"), emblem))
    code = presets.all()[-1].code
    presets.use(code)
    assert [row.has_emblem for row in presets.rows() if row.is_used] == [True]
    pdf = services.orders.file(make_order(services), "pdf")
    assert b"/Subtype /Image" in pdf
    presets.save(replace(presets.draft(code), emblem=b""))
    assert not any(row.has_emblem for row in presets.rows())


def test_a_page_is_looked_at_before_it_is_kept(services):
    presets = services.page_presets
    draft = presets.draft("gost-2025")
    assert draft.preset.title == "Своя страница"
    narrow = replace(draft.preset, page=replace(draft.preset.page, left_mm=55.0))
    first, second = (presets.preview(one, YEAR) for one in (draft, PresetDraft(narrow, PNG)))
    assert first.startswith(b"%PDF")
    assert b"/Subtype /Image" in second
    assert b"/Subtype /Image" not in first
    assert presets.all() == list(PRESETS)
    wrong = replace(draft.preset, page=replace(draft.preset.page, left_mm=5.0))
    with pytest.raises(RuleViolation, match="Поле"):
        presets.preview(PresetDraft(wrong), YEAR)


def test_a_page_that_is_not_known_cannot_be_chosen(services):
    with pytest.raises(RuleViolation, match="больше нет"):
        services.page_presets.use("own-77")


def test_layouts_are_chosen_for_each_form(services):
    draft = services.orders.new_draft(YEAR, (make_pairing(services),)).draft
    details = PairsDetails((LayoutChoice("educator-educator", TableLayout.LIST),))
    text = text_of(services, services.orders.issue(replace(draft, details=details)).record_id)
    assert (
        "1.1. Крутикову О. Н., учителя физики, – наставником Петрова И. И., учителя физики."
    ) in text
    assert "Приложение" not in text
