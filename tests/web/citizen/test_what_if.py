"""Trying other answers: the form, what it changes, and taking it over."""

from __future__ import annotations

import re
from datetime import date

import pytest

from gouden_poort.profiles.answering import check_answer
from gouden_poort.profiles.levels import CEFR, Mode
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.routing.change import Change, ChangeKind
from gouden_poort.routing.difference import Turn
from gouden_poort.web.citizen.what_if.form import groups, picked, shown
from gouden_poort.web.citizen.what_if.opening import opening_answers
from gouden_poort.web.citizen.what_if.words import CLOSES, MARKS, OPENS
from gouden_poort.web.wording import SENTENCES
from tests.builders import a_profile
from tests.fakes import ShelfWith
from tests.web.conftest import Visitor, a_web_snapshot
from tests.web.page_rules import faults_in_page

TODAY = date(2026, 11, 21)
ADDRESS, OUTCOME, TAKE, BACK = "/wat-als", "/wat-als/uitkomst", "/wat-als/overnemen", "/wat-als/terug"
NO_ANSWER = (ChangeKind.LONGER_ROUTE, ChangeKind.DRIVING_LICENCE)
"""What nobody can answer otherwise today."""
FAR = {"companies": [{"lat": 52.18, "lon": 5.1214}]}
"""The company lies some kilometres away: further than someone on a bike goes in half an hour."""


def test_who_speaks_dutch_without_effort_is_not_asked_to_speak_it_better() -> None:
    told = {level: [group.question_id for group in groups(a_profile(cefr=level), {}, TODAY)] for level in CEFR}
    assert [level for level, asked in told.items() if "dutch" not in asked] == [CEFR.C1, CEFR.C2]


def try_out(visitor: Visitor, **form: str) -> str:
    answer = visitor.send(ADDRESS, form)
    assert (answer.status_code, answer.location) == (303, OUTCOME), answer.text
    page = visitor.read(OUTCOME)
    assert faults_in_page(page) == []
    return page


@pytest.fixture
def far(visitor: Visitor, shelf: ShelfWith) -> Visitor:
    """Someone for whom the only work is too far."""
    shelf.snapshot = a_web_snapshot(**FAR)
    visitor.answer_all(travel_minutes={"travel_minutes": "40"})
    return visitor


def test_the_routes_lead_to_trying_and_back(visitor: Visitor) -> None:
    visitor.answer_all()
    assert 'href="/wat-als"' in visitor.read("/routes")
    page = visitor.read(ADDRESS)
    assert page.count("<select") == 5
    assert "Kijk wat er verandert" in page
    assert faults_in_page(page) == []


def test_nothing_chosen_is_said_at_the_field(visitor: Visitor) -> None:
    visitor.answer_all()
    page = visitor.follow(visitor.send(ADDRESS, {"travel_minutes": "", "week": "999"}))
    assert page.count("Kies eerst wat je wilt veranderen.") == 2
    assert "<title>Fout: " in page
    assert faults_in_page(page) == []


def test_a_longer_trip_opens_work_that_was_too_far(far: Visitor) -> None:
    page = try_out(far, travel_minutes="30")
    assert "Reistijd: 40 minuten wordt 70 minuten." in page
    assert "<h2>Gaat open of komt erbij (1)</h2>" in page
    assert "Gaat open. Betaald werk begint op 29 maart 2027." in page


def test_looking_changes_no_answer(far: Visitor) -> None:
    try_out(far, travel_minutes="30")
    assert "40 minuten" in far.read("/controle")
    assert "We vonden nu nog geen route" in far.read("/routes")


def test_fewer_hours_close_work(visitor: Visitor) -> None:
    visitor.answer_all()
    page = try_out(visitor, week="-8")
    assert "Gaat dicht. Er is dan geen route meer." in page


def test_a_later_start_is_told_on_the_calendar(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(offerings=[{"rolling": True}], offering_starts=[])
    visitor.answer_all()
    page = try_out(visitor, start="4")
    assert "Je werkt 4 weken later: vanaf 29 maart 2027." in page
    assert "klaar met leren" not in page


def test_where_nothing_changes_the_page_says_why(visitor: Visitor) -> None:
    visitor.answer_all()
    page = try_out(visitor, travel_minutes="10")
    assert "Er verandert niets</h1>" in page
    assert "Je beste routes passen al binnen je reistijd." in page
    assert "Neem dit over" not in page


def test_where_there_is_no_route_with_it_either_the_page_says_so(far: Visitor) -> None:
    page = try_out(far, dutch="1")
    assert "Ook hiermee is er nog geen hele route." in page
    assert "Bekijk wat bijna kan" in page


def test_what_was_chosen_stands_in_the_form_again(far: Visitor) -> None:
    try_out(far, travel_minutes="20", week="4")
    assert re.findall(r'value="([^"]*)" selected', far.read(ADDRESS)) == ["20", "4"]


def test_without_trying_there_is_no_outcome(visitor: Visitor) -> None:
    visitor.answer_all()
    answer = visitor.client.get(OUTCOME)
    assert (answer.status_code, answer.location) == (303, ADDRESS)


def test_taking_over_changes_the_answers_and_the_routes_say_what_changed(far: Visitor) -> None:
    try_out(far, travel_minutes="30")
    answer = far.send(TAKE, {})
    assert (answer.status_code, answer.location) == (303, "/routes")
    page = far.read("/routes")
    assert "Reistijd: 40 minuten wordt 70 minuten." in page
    assert "Gaat open of komt erbij: Lasser." in page
    assert page.count('data-test="route-card"') == 1
    assert faults_in_page(page) == []
    assert "70 minuten" in far.read("/controle")


def test_what_was_taken_over_can_be_put_back_once(far: Visitor) -> None:
    try_out(far, travel_minutes="30")
    far.send(TAKE, {})
    for _ in range(2):
        assert far.send(BACK, {}).location == "/routes"
    page = far.read("/routes")
    assert "Reistijd: 70 minuten wordt 40 minuten." in page
    assert "Zet mijn antwoord terug" not in page
    assert "We vonden nu nog geen route" in page


def test_an_answer_that_was_changed_again_is_told_no_more(far: Visitor) -> None:
    try_out(far, travel_minutes="30")
    far.send(TAKE, {})
    far.answer("travel_minutes", {"travel_minutes": "40"})
    assert "Je antwoorden zijn veranderd" not in far.read("/routes")


def test_an_answer_changed_at_its_question_is_told_above_the_routes_with_what_it_did(far: Visitor) -> None:
    far.read("/routes")
    far.answer("travel_minutes", {"travel_minutes": "90"})
    page = far.read("/routes")
    assert "Reistijd: 40 minuten wordt 90 minuten." in page
    assert "Gaat open of komt erbij: Lasser." in page
    assert "Je antwoorden zijn veranderd" in far.read("/routes"), "also when the page is reloaded"
    assert faults_in_page(page) == []


def test_answers_that_change_before_looking_again_are_told_together(far: Visitor) -> None:
    far.read("/routes")
    far.answer("travel_minutes", {"travel_minutes": "60"})
    far.answer("budget", {"budget": "50"})
    far.answer("travel_minutes", {"travel_minutes": "90"})
    page = far.read("/routes")
    assert "Reistijd: 40 minuten wordt 90 minuten." in page
    assert "wordt €\N{NO-BREAK SPACE}50." in page


def test_after_looking_only_the_next_change_is_told(far: Visitor) -> None:
    far.read("/routes")
    far.answer("travel_minutes", {"travel_minutes": "90"})
    far.read("/routes")
    far.answer("budget", {"budget": "50"})
    page = far.read("/routes")
    assert "wordt €\N{NO-BREAK SPACE}50." in page
    assert "Reistijd" not in page.partition("</h1>")[2].partition("<article")[0]


def test_an_answer_changed_and_changed_back_is_not_told(far: Visitor) -> None:
    far.read("/routes")
    for many in ("90", "40"):
        far.answer("travel_minutes", {"travel_minutes": many})
    assert "Je antwoorden zijn veranderd" not in far.read("/routes")


def test_first_answers_are_no_change(far: Visitor) -> None:
    assert "Je antwoorden zijn veranderd" not in far.read("/routes")


def test_a_change_at_a_question_can_be_put_back(far: Visitor) -> None:
    far.read("/routes")
    far.answer("travel_minutes", {"travel_minutes": "90"})
    assert "Zet mijn antwoord terug" in far.read("/routes")
    far.send(BACK, {})
    assert "Reistijd: 90 minuten wordt 40 minuten." in far.read("/routes")
    assert "40 minuten" in far.read("/controle")


def test_of_a_long_list_only_what_came_and_went_is_told(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(
        skills=[{}, {"skill_id": "S2", "label": "Meten"}, {"skill_id": "S3", "label": "Boren"}]
    )
    visitor.answer_all(skills={"skills.S1": "1", "skills.S2": "1"})
    visitor.read("/routes")
    visitor.answer("skills", {"skills.S1": "1", "skills.S3": "2"})
    page = visitor.read("/routes")
    assert re.search(r"<li>[^<:]+: Boren: [^<]+ erbij\. [^<:]+: Meten: [^<]+ weg\.</li>", page)


def test_a_list_of_names_is_no_markup_to_read_in_another_language(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(skills=[{}, {"skill_id": "S2", "label": "Meten"}])
    visitor.answer_all(skills={"skills.S1": "1"})
    visitor.read("/routes")
    visitor.answer("skills", {"skills.S2": "2"})
    assert "&lt;" not in visitor.read("/ar/routes")


def test_a_change_that_does_nothing_says_so(visitor: Visitor) -> None:
    visitor.answer_all()
    visitor.read("/routes")
    visitor.answer("budget", {"budget": "2000"})
    assert "Dit antwoord maakt voor die routes nu geen verschil." in visitor.read("/routes")


def test_a_day_that_has_passed_is_asked_again(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.answer_all()
    try_out(visitor, start="26")
    monkeypatch.setattr("gouden_poort.web.citizen.visitor.today", lambda: date(2031, 1, 6))
    assert visitor.send(TAKE, {}).location == ADDRESS


def test_the_cookie_tells_nothing_of_what_is_tried(far: Visitor) -> None:
    try_out(far, travel_minutes="30")
    with far.client.session_transaction() as session:
        assert set(session) <= {"assessment", "csrf_token", "_fresh"}


def test_who_wiped_the_answers_begins_anew(visitor: Visitor) -> None:
    visitor.answer_all()
    visitor.send("/wis-mijn-antwoorden", {})
    for answer in (visitor.client.get(ADDRESS), visitor.client.get(OUTCOME), visitor.send(TAKE, {})):
        assert (answer.status_code, answer.location) == (303, "/voor-je-begint")


@pytest.mark.parametrize(
    "profile",
    [
        a_profile(),
        a_profile(max_travel_minutes=175, hours_per_week=3, cefr=CEFR.C2, modes=frozenset(Mode)),
        a_profile(available_from=date(2029, 11, 19), hours_per_week=58),
        a_profile(available_from=date(2026, 11, 23)),
    ],
)
def test_every_change_offered_is_an_answer_that_can_be_given(profile: Profile) -> None:
    offered = groups(profile, {}, TODAY)
    assert offered
    for group in offered:
        for option in group.options:
            assert check_answer(BY_ID[group.question_id], option.answer, today=TODAY) is not None


def test_who_has_all_of_something_is_not_offered_more_of_it() -> None:
    offered = groups(a_profile(cefr=CEFR.C2, max_travel_minutes=180), {}, TODAY)
    assert {group.question_id for group in offered} == {"transport", "start", "week"}


def test_other_hours_keep_what_else_the_week_holds() -> None:
    offered = groups(a_profile(), {"week": {"hours": 36, "care": 4}}, TODAY)
    assert picked(offered, {"week": "4"}) == {"week": {"hours": 40, "care": 4}}


def test_a_form_shows_what_it_gave() -> None:
    offered = groups(a_profile(), {}, TODAY)
    form = {"travel_minutes": "20", "transport": "car", "dutch": "1", "start": "soonest", "week": "-4"}
    assert shown(offered, picked(offered, form)) == form


def test_every_turn_has_words_and_an_icon() -> None:
    untold = set(Turn) - set(MARKS)
    assert untold == {Turn.SOONER, Turn.LATER}
    for turn in MARKS:
        assert f"whatif.{turn.value}" in SENTENCES
    assert set(MARKS) >= OPENS | CLOSES


def test_closed_work_is_tried_with_what_really_opens_it(visitor: Visitor) -> None:
    visitor.answer_all(budget={"budget": "0"}, week={"week.hours": "20"})
    assert "Kijk wat er verandert" in visitor.read("/routes/O1")
    answer = visitor.send("/wat-als/beroep/O1", {})
    assert (answer.status_code, answer.location) == (303, f"{OUTCOME}/O1")
    page = visitor.read(f"{OUTCOME}/O1")
    assert "<h2>Lasser</h2>" in page
    assert "Gaat open. Betaald werk begint op" in page
    assert faults_in_page(page) == []
    visitor.send(TAKE, {})
    assert "Open voor jou" in visitor.read("/routes/O1")


def test_what_is_not_enough_says_that_the_door_stays_closed(visitor: Visitor) -> None:
    visitor.answer_all(budget={"budget": "0"}, week={"week.hours": "20"})
    try_out(visitor, travel_minutes="10")
    page = visitor.read(f"{OUTCOME}/O1")
    assert "Blijft dicht." in page
    assert "Er verandert niets</h1>" in page
    assert faults_in_page(page) == []


def test_work_that_nothing_opens_leads_to_what_is_in_the_way(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(occupations=[{}, {"occupation_id": "O9", "label": "Duiker"}])
    visitor.answer_all()
    assert "Kijk wat er verandert" not in visitor.read("/routes/O9")
    assert visitor.send("/wat-als/beroep/O9", {}).location == "/routes/O9"


def test_work_that_nobody_knows_is_not_there(visitor: Visitor) -> None:
    visitor.answer_all()
    try_out(visitor, travel_minutes="10")
    assert visitor.send("/wat-als/beroep/O77", {}).status_code == 404
    assert "Deze route kennen we niet" in visitor.read(f"{OUTCOME}/O77", 404)


@pytest.mark.parametrize("kind", [kind for kind in ChangeKind if kind not in NO_ANSWER])
def test_a_change_that_opens_work_is_an_answer_that_can_be_given(kind: ChangeKind) -> None:
    answers = opening_answers([Change(kind=kind, after=30)], a_profile(), {})
    (question,) = answers
    assert check_answer(BY_ID[question], answers[question], today=TODAY) is not None


@pytest.mark.parametrize("kind", NO_ANSWER)
def test_what_nobody_can_answer_today_is_not_tried(kind: ChangeKind) -> None:
    both = [Change(kind=ChangeKind.BUDGET, after=200), Change(kind=kind, after=300)]
    assert opening_answers(both, a_profile(), {}) == {}
