"""Whose road map it is: of a school, of a municipality or territorial board, of a region."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nastavnik_desktop.domain.road_maps.records import Approval, ReadItem, RoadMapLevel
from nastavnik_desktop.imports.values.organisations import find_organisation
from nastavnik_desktop.imports.values.text import folded

_SCHOOL_FORMS = re.compile(
    r"(?<!\w)(?:м|г|о|к|ч)?(?:б|а|к)?(?:д?оу|оо|сош|оош|нош|сш)(?!\w)|гимнази|лице[йея]|"
    r"(?<!\w)школ[аеыу](?!\w)|детск\w+ сад|колледж|техникум|"
    r"(?:бюджетн|автономн|казенн)\w+\s+(?:дошкольн\w+\s+)?(?:обще)?образовательн\w+\s+учреждени"
)
_HEAD_OF_SCHOOL = re.compile(r"(?:директор|заведующ\w+)(?!\w)(?!\s+(?:департамент|цент|институт))")
_BOARD = re.compile(
    r"(?:управлени|отдел|комитет|департамент)\w*\s+(?:\w+\s+){0,6}?(?:образовани|администраци)|"
    r"\w+(?:ое|ого|ым|ому)\s+управлени"
)
_LOCAL = re.compile(
    r"город|район|муниципальн|(?<!автономного )округ|территориальн|"
    r"\w+(?:ое|ого|ым|ому)\s+управлени|"
    r"администраци\w+(?!\s+(?:губернатора|области|края))"
)
_OF_REGION = re.compile(r"област|(?<!\w)кра[яюей]+(?!\w)|республик|автономн\w+\s+округ")
_MUNICIPAL = re.compile(
    r"муниципальн\w+\s+(?:район|округ|образован|программ|систем|целев|план|дорожн|методич|служб)|"
    r"муниципалитет|городск\w+\s+округ|(?<!\w)в муниципальн|администраци\w+\s+\w+|(?<!\w)зато(?!\w)"
)
_REGION = re.compile(
    r"министерств\w*|департамент\w*\s+образовани\w*|комитет\w*\s+(?:по образовани|образовани)\w*|"
    r"правительств\w*|губернатор\w*"
)
_REGIONAL = re.compile(
    r"региональн\w+|субъект\w*\s+российск\w+|(?<!\w)(?:в|на территории|по)\s+\S+\s+"
    r"(?:област|кра[еюя](?!\w)|республик)|(?<!\w)республик[аеи]\s+[а-я]+|(?<!\w)област[ьи](?!\w)"
)
_PEOPLE = re.compile(r"[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]?|директор|педагог|классн|зам\.|завуч")
_BODIES = re.compile(
    r"муниципальн\w+ орган|органы местного|(?<!\w)оиво?(?!\w)|минобр|министерств|департамент|"
    r"институт|(?<!\w)(?:иро|ипк|цнппм|рцн|крипкипро)(?!\w)"
)
_OFFICES = re.compile(r"(?<!\w)(?:уо|моуо|муо|имц|ммц|рмк)(?!\w)|управлени\w+|отдел\w* образован")


def level_of(
    title: str, approved: Approval | None, items: Sequence[ReadItem], texts: Sequence[str]
) -> RoadMapLevel:
    """By who approved it, then by its title, then by who answers for its items."""
    said = _of_approval(approved.text if approved else "") or _of_title(title)
    return said or _of_title("\n".join(texts)) or _of_responsible(items)


def _of_approval(text: str) -> RoadMapLevel | None:
    key = folded(text)
    if _HEAD_OF_SCHOOL.search(key) or _is_school(text):
        return RoadMapLevel.SCHOOL
    if _BOARD.search(key) or _MUNICIPAL.search(key):
        return _board_level(key)
    return RoadMapLevel.REGIONAL if _REGION.search(key) else None


def _board_level(key: str) -> RoadMapLevel:
    """A department of education of a whole region, or a board of a town or a district."""
    is_regional = _OF_REGION.search(key) and not _LOCAL.search(key)
    return RoadMapLevel.REGIONAL if is_regional else RoadMapLevel.MUNICIPAL


def _of_title(text: str) -> RoadMapLevel | None:
    key = folded(text)
    if _is_school(text):
        return RoadMapLevel.SCHOOL
    if _MUNICIPAL.search(key):
        return RoadMapLevel.MUNICIPAL
    if _REGIONAL.search(key):
        return RoadMapLevel.REGIONAL
    return RoadMapLevel.MUNICIPAL if _BOARD.search(key) else None


def _is_school(text: str) -> bool:
    """The name of one school; a «сеть образовательных организаций» is not one."""
    return bool(find_organisation(text)) or bool(_SCHOOL_FORMS.search(folded(text)))


def _of_responsible(items: Sequence[ReadItem]) -> RoadMapLevel:
    cells = [item.responsible for item in items if item.responsible]
    bodies = sum(bool(_BODIES.search(folded(cell))) for cell in cells)
    offices = sum(bool(_OFFICES.search(folded(cell))) for cell in cells)
    people = sum(bool(_PEOPLE.search(cell)) for cell in cells)
    if people >= max(bodies, offices):
        return RoadMapLevel.SCHOOL
    return RoadMapLevel.REGIONAL if bodies > offices else RoadMapLevel.MUNICIPAL
