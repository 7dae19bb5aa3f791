"""What the rules say on the page of a route and on its card: the few things that matter first, the rest folded."""

from __future__ import annotations

import re

import pytest

from gouden_poort.profiles.levels import RightToWork, TargetGroup
from gouden_poort.profiles.profile import Circumstances
from gouden_poort.web.words.badges import may_not_work
from tests.builders import a_profile
from tests.fakes import ShelfWith
from tests.web.conftest import NUMBER, Visitor, a_web_snapshot
from tests.web.page_rules import faults_in_page

WITH_RULES = [{"key": "rulebook", "value": "builtin"}]


@pytest.fixture
def ruled(visitor: Visitor, shelf: ShelfWith) -> Visitor:
    """A visitor of a catalogue with the rules of this package, where the course asks a medical check."""
    shelf.snapshot = a_web_snapshot(bundle=WITH_RULES, offerings=[{"entry_conditions": "medical_ok=true"}])
    return visitor


def test_what_to_arrange_stands_at_the_step_with_its_source_folded(ruled: Visitor) -> None:
    ruled.answer_all()
    page = ruled.read("/routes/O1")
    laws = page.partition('data-test="laws"')[2].partition("</div>")[0]
    assert "Regel dit eerst" in laws
    assert "Voor dit werk is een medische keuring nodig." in laws
    assert "Heb je dit al? Dan hoef je niets te doen." in laws
    folded = laws.partition("<details>")[2]
    assert "Bron: Wat de aanbieder vraagt, volgens de catalogus." in folded
    assert "Gelezen op 21 november 2026." in folded
    assert faults_in_page(page) == []


def test_a_card_counts_what_is_still_to_be_arranged(ruled: Visitor) -> None:
    ruled.answer_all()
    assert "Regel eerst nog 1 ding." in ruled.read("/routes")


def test_a_law_that_is_met_is_a_reason_with_its_source(ruled: Visitor) -> None:
    ruled.answer_all()
    why = ruled.read("/routes/O1").split('data-test="why"')[2].partition("</details>")[0]
    assert "Je mag werken in Nederland, vrij of met een vergunning." in why
    assert "Wet arbeid vreemdelingen, artikel 2, gelezen op 21 november 2026." in why


def test_a_route_that_hangs_on_an_answer_asks_for_it_first(ruled: Visitor) -> None:
    ruled.begin()
    for question in ("place", "birth_date"):
        ruled.answer(question)
    ruled.answer("budget")
    cards, page = ruled.read("/routes"), ruled.read("/routes/O1")
    for each in (cards, page):
        assert re.search(r'data-test="state"><svg.*?</svg>Dit weten we nog niet<', each)
        assert re.search(
            rf'href="/vraag/{NUMBER["right_to_work"]}\?naar=controle" data-test="primary">Beantwoord 1 vraag', each
        )
    assert "Eerst deze vraag: Mag je in Nederland werken?" in cards
    assert "<strong>Mag je in Nederland werken?</strong> Daar hangt van af of deze route kan." in page
    assert 'data-test="residence"' not in page


def test_a_permit_gives_one_remark_and_not_a_list(ruled: Visitor) -> None:
    ruled.answer_all(right_to_work={"right_to_work": "permit_needed"}, permit={"permit": "other"})
    page = ruled.read("/routes/O1")
    assert page.count('data-test="residence"') == 1
    shown = re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL)
    assert "asiel" not in shown


def test_help_that_is_not_sure_stands_on_a_page_of_its_own(ruled: Visitor) -> None:
    ruled.answer_all()
    page, help_page = ruled.read("/routes/O1"), ruled.read("/routes/O1/hulp")
    assert 'href="/routes/O1/hulp"' in page
    sure, _mark, possible = help_page.partition('data-test="possible"')
    assert "<h3>Hulp en advies</h3>" in page
    assert "<h3>Hulp en advies</h3>" in sure
    assert re.search(r"Hier kan ook hulp voor zijn \(\d+\)", possible)
    assert "<h3>Geld voor het bedrijf</h3>" in possible
    assert "Geld voor het bedrijf" not in page + sure


def test_all_help_is_told_with_where_it_is_written(ruled: Visitor) -> None:
    ruled.answer_all()
    listed = ruled.read("/routes/O1/hulp").partition("<h1>")[2].partition('<p class="help">')[0]
    assert listed.count("<li>") == listed.count("Bron:") > 1


def test_what_hangs_on_the_company_alone_is_one_sentence(ruled: Visitor) -> None:
    ruled.answer_all()
    page = ruled.read("/routes/O1/hulp")
    assert "Het bedrijf kan misschien ook geld krijgen." in page
    assert "OSR" not in page


def test_help_on_work_without_a_route_leads_to_what_is_in_the_way(ruled: Visitor) -> None:
    ruled.answer_all(right_to_work={"right_to_work": "not_allowed"})
    reply = ruled.client.get("/routes/O1/hulp")
    assert (reply.status_code, reply.headers["Location"]) == (303, "/routes/O1")


def test_help_on_unknown_work_is_an_error_page(ruled: Visitor) -> None:
    ruled.answer_all()
    assert ruled.client.get("/routes/bestaat-niet/hulp").status_code == 404


def test_advice_stands_with_the_help(ruled: Visitor) -> None:
    ruled.answer_all()
    assert "De computer stelt routes voor." in ruled.read("/routes/O1/hulp").partition('data-test="know"')[2]
    assert "De computer stelt routes voor." not in ruled.read("/routes/O1")


def test_a_catalogue_without_laws_says_nothing_of_them(visitor: Visitor) -> None:
    visitor.answer_all()
    page = visitor.read("/routes/O1")
    for part in ("laws", "possible", "know", "residence"):
        assert f'data-test="{part}"' not in page
    assert "Hulp en geld" not in page


def test_a_status_holder_who_thinks_not_to_be_allowed_to_work_is_set_right(ruled: Visitor) -> None:
    ruled.answer_all(situation={"situation": "status_holder"}, right_to_work={"right_to_work": "not_allowed"})
    page = ruled.read("/routes/O1")
    assert "Open voor jou" in page
    assert "Misschien mag het toch." in page.partition("Stap voor stap")[0]


def test_without_the_right_to_work_the_routes_page_says_why_and_asks_again(ruled: Visitor) -> None:
    ruled.answer_all(right_to_work={"right_to_work": "not_allowed"})
    page = ruled.read("/routes")
    assert "Een cursus volgen en kennismaken met techniek mag wel." in page
    assert f'href="/vraag/{NUMBER["right_to_work"]}?naar=controle" data-test="primary">Verander mijn antwoord<' in page
    assert "minuten reizen" not in page


def test_a_status_holder_may_always_work() -> None:
    not_allowed = Circumstances(right_to_work=RightToWork.NOT_ALLOWED)
    assert may_not_work(a_profile(circumstances=not_allowed))
    holder = frozenset({TargetGroup.STATUS_HOLDER})
    assert not may_not_work(a_profile(circumstances=not_allowed, target_groups=holder))
