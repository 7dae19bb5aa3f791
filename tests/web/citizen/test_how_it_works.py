"""How it works: every rule of the book can be read by everyone, with its source, on pages that stay small."""

from __future__ import annotations

import re
from datetime import date

import pytest

from gouden_poort.rules.loading.books import builtin_rulebook
from gouden_poort.web.citizen.rule_pages import OTHER, SUBJECT_OF_FILE, SubjectOfRules, subjects_of_book
from gouden_poort.web.registration import STATIC
from gouden_poort.web.wording import RULE_KINDS, SUBJECTS
from tests.fakes import ShelfWith
from tests.web.conftest import NOW, Visitor, a_web_snapshot
from tests.web.page_rules import MOST_BYTES, faults_in_page

WITH_RULES = [{"key": "rulebook", "value": "builtin"}]
BOOK = builtin_rulebook()
TODAY = NOW.date()


@pytest.fixture
def ruled(visitor: Visitor, shelf: ShelfWith) -> Visitor:
    shelf.snapshot = a_web_snapshot(bundle=WITH_RULES)
    return visitor


def subjects(day: date = TODAY) -> dict[str, SubjectOfRules]:
    return {subject.slug: subject for subject in subjects_of_book(BOOK, day)}


def test_every_rule_of_the_book_is_told_once() -> None:
    told = [
        line.rule_id
        for subject in subjects().values()
        for lines in (*(group.lines for group in subject.groups), subject.ended)
        for line in lines
    ]
    assert sorted(told) == sorted(rule.id for rule in BOOK.rules)


def test_every_file_of_the_book_has_a_subject() -> None:
    assert OTHER not in subjects()
    assert set(SUBJECT_OF_FILE.values()) | {OTHER} == set(SUBJECTS)


def test_every_kind_of_rule_has_words() -> None:
    assert {rule.kind.value for rule in BOOK.rules} - {"scheme"} <= set(RULE_KINDS)


@pytest.mark.parametrize("slug", list(subjects()))
def test_a_subject_is_a_good_and_small_page(ruled: Visitor, slug: str) -> None:
    page = ruled.read(f"/hoe-het-werkt/{slug}")
    assert faults_in_page(page) == []
    assert len(page.encode()) + (STATIC / "style.css").stat().st_size < MOST_BYTES
    assert not re.search(r"\{[a-z_.]+\}", page), "a text is not filled in"


def test_the_overview_says_who_decides_how_to_object_and_which_versions_answer(ruled: Visitor) -> None:
    page = ruled.read("/hoe-het-werkt")
    for words in ("Alleen een mens kan een deur echt sluiten.", "hoe je bezwaar maakt", BOOK.version):
        assert words in page
    assert page.count('href="/hoe-het-werkt/') == len(subjects())
    assert f"Alle {len(BOOK.rules)} regels" in page
    assert faults_in_page(page) == []


def test_a_rule_stands_with_its_source_its_day_and_its_doubts(ruled: Visitor) -> None:
    page = ruled.read("/hoe-het-werkt/taal")
    rule = page.partition('id="lng.safety"')[2].partition("</li>")[0]
    assert "Dit werk kan gevaarlijk zijn." in rule
    assert "Controleer dit: Elk bedrijf heeft eigen veiligheidsregels." in rule
    assert "Gelezen op" in rule


def test_what_ended_stands_in_its_own_fold(ruled: Visitor) -> None:
    page = ruled.read("/hoe-het-werkt/hulp-rijk")
    ended = page.partition('id="niet-nu"')[2].partition("</details>")[0]
    assert "STAP is gestopt." in ended
    assert "STAP is gestopt." not in page.replace(ended, "")


def test_a_rule_holds_up_to_its_last_day() -> None:
    def ended(day: date) -> set[str]:
        return {line.rule_id for line in subjects(day)["werken"].ended}

    assert "wrk.ukraine" not in ended(date(2027, 3, 4))
    assert "wrk.ukraine" in ended(date(2027, 3, 5))


def test_an_unknown_subject_gets_a_friendly_page(ruled: Visitor) -> None:
    page = ruled.read("/hoe-het-werkt/niets", status=404)
    assert "Dit onderwerp kennen we niet" in page
    assert 'href="/hoe-het-werkt"' in page


def test_everyone_may_read_it_and_every_page_leads_to_it(ruled: Visitor) -> None:
    assert 'href="/hoe-het-werkt"' in ruled.read("/").partition("<footer")[2]
