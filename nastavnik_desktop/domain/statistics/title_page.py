"""What the user may change on the title page of a form: editions and addressees change."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nastavnik_desktop.domain.problems import LONGEST_LINE, LONGEST_TEXT, Level, Problem, too_long
from nastavnik_desktop.domain.statistics.form import StatisticsForm, TitlePage


@dataclass(frozen=True)
class Edition:
    """Texts of a title page; ``edition`` holds the approving acts, parted by blank lines."""

    edition: str = ""
    respondents: str = ""
    due: str = ""
    periodicity: str = ""
    okud: str = ""


def edition_in(page: TitlePage) -> Edition:
    """The texts of a title page as they are edited."""
    return Edition(
        "\n\n".join(page.edition), page.respondents, page.due, page.periodicity, page.okud
    )


def with_edition(form: StatisticsForm, edition: Edition | None) -> StatisticsForm:
    """The form with the user's own texts on its title page."""
    if edition is None:
        return form
    acts = [part.strip() for part in re.split(r"\n\s*\n", edition.edition)]
    page = replace(
        form.title_page,
        edition=tuple(part for part in acts if part),
        respondents=edition.respondents,
        due=edition.due,
        periodicity=edition.periodicity,
        okud=edition.okud,
    )
    return replace(form, title_page=page)


def problems_in(edition: Edition) -> list[Problem]:
    """What keeps the texts from being saved; a strange code of ОКУД is only a warning."""
    found = [
        *too_long("edition", edition.edition, LONGEST_TEXT),
        *too_long("respondents", edition.respondents, LONGEST_TEXT),
        *too_long("due", edition.due, LONGEST_LINE),
        *too_long("periodicity", edition.periodicity, 100),
        *too_long("okud", edition.okud, 20),
    ]
    if edition.okud and not re.fullmatch(r"\d{7}", edition.okud.strip()):
        found.append(Problem("okud", "Код по ОКУД – 7 цифр.", Level.WARNING))
    return found
