"""The ten years of a citizen: where one is, what comes, what happened, and writing it down or mending it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.plan import MilestoneKind, Plan
from gouden_poort.development.standing import Phase
from gouden_poort.services.ten_years.line import begin_line
from tests.development.plans import milestone
from tests.employers import a_surplus
from tests.own_dossiers import Coached
from tests.people_with_rights import Clock, Desk
from tests.ten_years import Damage, a_commitment_to, a_plan_of, an_event_of, chosen, damage
from tests.web.desk.at_a_desk import marked
from tests.web.page_rules import MOST_BYTES, faults_in_page
from tests.web.picture_rules import faults_in_pictures

PAGE = "/mijn-10-jaar"
NOW = datetime(2028, 6, 1, 9, tzinfo=UTC)


def keep(made: Coached, *events: Event) -> None:
    with made.house.unit_of_work() as unit:
        for event in events:
            unit.journal.add(event)
        unit.commit()


def journal(made: Coached) -> list[Event]:
    with made.house.unit_of_work() as unit:
        return [*unit.journal.of(made.dossier.id)]


def day_of(day: str, name: str = "day") -> dict[str, str]:
    year, month, number = day.split("-")
    return {f"{name}-day": number, f"{name}-month": month, f"{name}-year": year}


@pytest.fixture
def plan(registered: Coached, clock: Clock) -> Plan:
    """A course from September 2027, work from March 2028; looked at in June 2028."""
    made = a_plan_of(registered.dossier)
    with registered.house.unit_of_work() as unit:
        unit.plans.add(made)
        unit.journal.add(chosen(made, "2027-08-02"))
        begin_line(unit, made, region="AR01", groups=(), today=NOW.date())
        unit.commit()
    clock.now = NOW
    return made


@pytest.fixture
def course(plan: Plan) -> str:
    return str(milestone(plan, MilestoneKind.LEARNING).id)


@pytest.fixture
def citizen(registered: Coached, plan: Plan) -> Desk:
    return registered.citizen


@pytest.mark.parametrize("language", ["", "/en", "/ar", "/uk", "/tr", "/ti"])
def test_work_that_stops_is_told_after_a_talk(registered: Coached, citizen: Desk, language: str) -> None:
    dossier = registered.dossier
    job = {"occupation_id": "O1", "sector": "metal", "employer": "Voorbeeld Staal"}
    keep(registered, an_event_of(dossier, EventKind.NEW_JOB, "2028-03-06", **job))
    work = {
        "organisation_id": dossier.organisation_id,
        "employer": "VOORBEELD STAAL B.V.",
        "last_day": date(2028, 9, 1),
    }
    with registered.house.unit_of_work() as unit:
        unit.surpluses.add_once(replace(a_surplus(**work), told_at=NOW - timedelta(days=3)))
        unit.commit()
    assert marked(citizen.read(f"{language}{PAGE}"), "work-stops") == []
    keep(registered, an_event_of(dossier, EventKind.TALK_HELD, "2028-05-30"))
    page = citizen.read(f"{language}{PAGE}")
    (line,) = marked(page, "work-stops")
    assert "Voorbeeld Staal" in line
    assert "2028" in line
    assert f'href="{language}{PAGE}/opnieuw"' in page
    assert faults_in_page(page) == []
    then = citizen.read(f"{language}{PAGE}?op-day=31&op-month=5&op-year=2028")
    assert marked(then, "work-stops") == []


def begun(made: Coached, plan: Plan, day: str = "2027-09-06") -> Event:
    return an_event_of(made.dossier, EventKind.STARTED, day, milestone_id=milestone(plan, MilestoneKind.LEARNING).id)


def many(made: Coached, plan: Plan, number: int) -> Iterator[Event]:
    """A course, and so many pauses and goings on."""
    kinds = (EventKind.PAUSED, EventKind.RESUMED)
    first = date(2024, 1, 1)
    course = milestone(plan, MilestoneKind.LEARNING)
    yield an_event_of(made.dossier, EventKind.STARTED, "2023-12-31", milestone_id=course.id)
    days = (first + timedelta(days=each * 3) for each in range(number))
    for at, day in enumerate(days):
        yield an_event_of(made.dossier, kinds[at % 2], day.isoformat())


def test_who_has_no_dossier_reads_that_a_plan_is_made_with_a_coach(registered: Coached) -> None:
    with registered.house.unit_of_work() as unit:
        other = replace(registered.people.citizen, id=uuid4(), email="ander@voorbeeld.example")
        assert unit.accounts.add(other)
        unit.commit()
    assert "nog geen coach" in registered.screen_of(other).read(PAGE)


def test_without_a_plan_the_page_leads_to_the_routes(registered: Coached) -> None:
    page = registered.citizen.read(PAGE)
    assert "Je hebt nog geen plan voor tien jaar" in page
    assert 'href="/routes"' in page
    assert faults_in_page(page) == []


def test_a_route_that_was_chosen_before_there_were_plans_becomes_one_in_one_press(planned: Coached) -> None:
    page = planned.citizen.read(PAGE)
    assert "Maak mijn tien jaar" in page
    assert 'action="/mijn-plan/route"' in page


def test_the_page_says_where_one_is_and_what_comes(registered: Coached, plan: Plan, citizen: Desk) -> None:
    keep(registered, begun(registered, plan))
    page = citizen.read(PAGE)
    assert "Je leert nu." in page
    assert "Voorbij van je tien jaar: 8 maanden. Nog te gaan: 9 jaar en 3 maanden." in page
    assert "Je bent in je eerste jaar." in page
    next_milestone = page.partition('data-test="next-milestone"')[2]
    assert "Lassen niveau 2" in next_milestone.partition("</p>")[0]
    assert "Begin met werk: Lasser" in page.partition('data-test="next-rung"')[2]


def test_questions_that_wait_come_first_and_tell_the_coach_of_the_talk_that_is_wanted(
    registered: Coached, plan: Plan, clock: Clock
) -> None:
    clock.now = NOW.replace(month=9)
    citizen = registered.citizen
    page = citizen.read(PAGE)
    assert re.search(r'href="/mijn-10-jaar/vragen/1" data-test="primary">Beantwoord de 5 vragen<', page)
    assert 'href="/mijn-plan#coach" data-test="talk"' in page
    assert faults_in_page(page) == []
    answers = {"going": "well", "work": "same", "learnt": "", "onward": "as_planned", "talk": "yes"}
    citizen.follow(citizen.send(f"{PAGE}/vragen/1", answers))
    assert "/vragen/1" not in citizen.read(PAGE)
    assert "Wil een gesprek" in registered.coach.read("/vandaag")


def test_a_year_that_was_missed_does_not_wait_once_a_later_one_was_answered(
    registered: Coached, plan: Plan, clock: Clock
) -> None:
    clock.now = NOW.replace(year=2029, month=9)
    assert 'href="/mijn-10-jaar/vragen/2" data-test="primary"' in registered.citizen.read(PAGE)
    keep(registered, an_event_of(registered.dossier, EventKind.CHECKED_IN, "2029-08-30", year=2))
    assert 'data-test="primary">Beantwoord de 5 vragen<' not in registered.citizen.read(PAGE)


def test_a_course_that_began_late_is_ready_as_much_later(registered: Coached, plan: Plan, citizen: Desk) -> None:
    keep(registered, begun(registered, plan, "2027-10-04"))
    assert "Klaar: ongeveer 27 maart 2028. Die dag is voorbij." in _coming(citizen)


def test_of_a_course_that_runs_no_day_is_called_past_before_it_is(
    registered: Coached, plan: Plan, citizen: Desk
) -> None:
    keep(registered, begun(registered, plan, "2028-05-01"))
    coming = _coming(citizen)
    assert "Klaar: ongeveer 23 oktober 2028." in coming
    assert "voorbij" not in coming


def _coming(citizen: Desk) -> str:
    """The words about the next milestone."""
    shown = citizen.read(PAGE).partition('data-test="next-milestone">')[2].partition("</p>")[0]
    return " ".join(re.sub("<[^>]+>", " ", shown).split())


@pytest.mark.parametrize("address", [PAGE, f"/ar{PAGE}", f"{PAGE}/schrijf-op", f"/ar{PAGE}/schrijf-op"])
@pytest.mark.parametrize("number", [0, 1, 500])
def test_a_page_keeps_the_rules_however_much_happened(
    registered: Coached, plan: Plan, citizen: Desk, address: str, number: int
) -> None:
    if number:
        keep(registered, *many(registered, plan, number))
    page = citizen.read(address)
    assert faults_in_page(page) == []
    assert faults_in_pictures(page) == []
    assert len(page.encode()) < MOST_BYTES - 30_000


def test_five_hundred_events_are_folded_by_year(registered: Coached, plan: Plan, citizen: Desk) -> None:
    keep(registered, *many(registered, plan, 500))
    page = citizen.read(PAGE)
    assert page.count('data-test="event"') == 10
    in_2025 = sum(each.day.year == 2025 for each in journal(registered))
    assert f">2025</a> <small>{in_2025} gebeurtenissen" in page
    parts = [citizen.read(f"{PAGE}?jaar=2025&deel={part}") for part in range(1, -(-in_2025 // 25) + 1)]
    shown = [event for each in parts for event in re.findall(r"klopt-niet/([0-9a-f-]{36})", each)]
    assert len(shown) == len(set(shown)) == in_2025


def test_the_table_counts_what_the_picture_shows(registered: Coached, plan: Plan, citizen: Desk) -> None:
    keep(registered, begun(registered, plan))
    page = citizen.read(PAGE)
    row = page.partition("Jaar 1, tot en met 5 september 2028")[2].partition("</tr>")[0]
    assert "Leren" in row
    assert "Lassen niveau 2: Bezig" in row
    assert ">1<" in row


@pytest.mark.parametrize(
    ("what", "given", "kind"),
    [
        ("begonnen", {"milestone": "course"}, EventKind.STARTED),
        ("werk", {"work": "O1", "employer": "Voorbeeldbedrijf"}, EventKind.NEW_JOB),
        ("bewijs", {"words": "VCA-certificaat"}, EventKind.PROOF_ADDED),
        ("pauze", {"words": ""}, EventKind.PAUSED),
        ("stop", {"words": "Ik verhuis."}, EventKind.STOPPED),
    ],
)
def test_what_happened_is_written_down(
    registered: Coached, citizen: Desk, course: str, what: str, given: dict[str, str], kind: EventKind
) -> None:
    filled = {name: course if value == "course" else value for name, value in given.items()}
    page = citizen.read(f"{PAGE}/schrijf-op/{what}")
    assert faults_in_page(page) == []
    page = citizen.follow(citizen.send(f"{PAGE}/schrijf-op/{what}", {**filled, **day_of("2028-05-01")}))
    assert "Het staat erbij." in page
    last = journal(registered)[-1]
    assert (last.kind, last.day, last.written_by) == (kind, date(2028, 5, 1), registered.people.citizen.id)


def test_a_step_moves_to_another_day_with_its_reason(registered: Coached, citizen: Desk, course: str) -> None:
    assert faults_in_page(citizen.read(f"{PAGE}/schrijf-op/verzet")) == []
    given = {"milestone": course, "words": "De cursus is vol.", **day_of("2028-09-01", "moved_to")}
    page = citizen.follow(citizen.send(f"{PAGE}/schrijf-op/verzet", given))
    for expected in ("Het staat erbij.", "Dag verzet", "naar 1 september 2028", "De cursus is vol."):
        assert expected in page
    last = journal(registered)[-1]
    assert (last.kind, last.day, last.written_by) == (
        EventKind.MILESTONE_MOVED,
        NOW.date(),
        registered.people.citizen.id,
    )
    assert (str(last.milestone_id), last.moved_to, last.words) == (course, date(2028, 9, 1), "De cursus is vol.")


def test_work_gets_the_sector_of_the_catalogue_and_none_outside_technology(registered: Coached, citizen: Desk) -> None:
    for work, day in (("O1", "2028-04-01"), ("outside", "2028-05-01")):
        citizen.send(f"{PAGE}/schrijf-op/werk", {"work": work, "employer": "", **day_of(day)})
    assert [(each.occupation_id, each.sector) for each in journal(registered)[1:]] == [("O1", "metal"), ("outside", "")]
    assert "werk buiten de techniek" in citizen.read(PAGE)


def test_work_of_before_says_that_the_ten_years_begin_sooner(registered: Coached, plan: Plan, citizen: Desk) -> None:
    keep(registered, begun(registered, plan))
    form = {"work": "O1", **day_of("2026-05-01")}
    page = citizen.follow(citizen.send(f"{PAGE}/schrijf-op/werk", form))
    assert "Je tien jaar beginnen nu op 1 mei 2026." in page
    assert faults_in_page(page) == []
    for address in (PAGE, f"{PAGE}?net=behouden"):
        assert "beginnen nu op" not in citizen.read(address)


def test_what_does_not_move_the_beginning_says_nothing_of_it(registered: Coached, plan: Plan, citizen: Desk) -> None:
    keep(registered, begun(registered, plan))
    page = citizen.follow(citizen.send(f"{PAGE}/schrijf-op/werk", {"work": "O1", **day_of("2028-05-01")}))
    assert "beginnen nu op" not in page


def test_the_same_form_twice_is_one_event(registered: Coached, citizen: Desk) -> None:
    form = {"form_id": str(uuid4()), "words": "VCA", **day_of("2028-05-01")}
    for _ in range(2):
        assert citizen.send(f"{PAGE}/schrijf-op/bewijs", form).status_code == 303
    assert len(journal(registered)) == 2


WRONG = [
    ("begonnen", {}, "Kies om welke stap het gaat."),
    ("werk", {"work": "nergens"}, "Kies welk werk het is."),
    ("bewijs", {"words": ""}, "Schrijf op wat het bewijs is."),
    ("bewijs", {"words": "x" * 501}, "Maak dit korter. Er passen 500 tekens in."),
    ("bewijs", {"words": "mijn nummer is 111222333"}, "burgerservicenummer"),
    ("bewijs", {"words": "een", "day-day": "40"}, "Die maand heeft 31 dagen. Kijk de dag na."),
    ("bewijs", {"words": "een", **day_of("2027-02-29")}, "Die maand heeft 28 dagen. Kijk de dag na."),
    ("bewijs", {"words": "een", "day-month": "13"}, "Deze dag kennen we niet."),
    ("bewijs", {"words": "een", "day-day": "een"}, "Deze dag kennen we niet."),
    ("bewijs", {"words": "een", "day-year": "28"}, "Vul het jaar in met 4 cijfers."),
    ("bewijs", {"words": "een", "day-day": "", "day-month": "", "day-year": ""}, "Vul een dag, een maand en een jaar"),
    ("bewijs", {"words": "een", "day-year": "2029"}, "Dit moet al gebeurd zijn."),
    ("bewijs", {"words": "een", "day-year": "1999"}, "Dit is te lang geleden. Kies een dag vanaf 1 januari 2000."),
    ("bewijs", {"words": "bekend"}, "Dit staat er al, op dezelfde dag."),
    ("werk-gestopt", {"words": "over"}, "Op die dag stond er nog geen werk."),
    ("verder", {}, "Op die dag was er geen pauze."),
    ("klaar", {"milestone": "course"}, "Kies om welke stap het gaat."),
    ("verzet", {"milestone": "course", "words": ""}, "Schrijf in een paar woorden waarom."),
    (
        "verzet",
        {"milestone": "course", "words": "vol", **day_of("2028-05-31", "moved_to")},
        "Kies een dag vanaf vandaag, binnen 10 jaar.",
    ),
]


@pytest.mark.parametrize(("what", "given", "expected"), WRONG, ids=[f"{one[0]}: {one[2]}" for one in WRONG])
def test_what_cannot_be_is_refused_with_what_was_expected(
    registered: Coached, citizen: Desk, course: str, what: str, given: dict[str, str], expected: str
) -> None:
    keep(registered, an_event_of(registered.dossier, EventKind.PROOF_ADDED, "2028-05-01", words="bekend"))
    before = journal(registered)
    filled = {name: course if value == "course" else value for name, value in given.items()}
    form = {**day_of("2028-05-01"), **day_of("2028-09-01", "moved_to"), **filled}
    page = citizen.follow(citizen.send(f"{PAGE}/schrijf-op/{what}", form))
    assert expected in page.partition('data-test="error-summary"')[2].partition("</ul>")[0]
    assert faults_in_page(page) == []
    assert "<title>Fout:" in page
    assert journal(registered) == before
    words = filled.get("words", "")
    assert "111222333" not in page
    assert words in page or "111222333" in words


def test_what_would_not_fit_with_later_says_with_what(
    registered: Coached, plan: Plan, citizen: Desk, course: str
) -> None:
    keep(registered, begun(registered, plan, "2028-02-01"))
    done = an_event_of(
        registered.dossier, EventKind.FINISHED, "2028-03-01", milestone_id=milestone(plan, MilestoneKind.LEARNING).id
    )
    keep(registered, done)
    entry = next(each for each in journal(registered) if each.kind is EventKind.STARTED)
    address = f"{PAGE}/klopt-niet/{entry.id}"
    page = citizen.follow(citizen.send(address, {"how": "other_day", **day_of("2028-04-01")}))
    assert "Dan klopt niet meer wat er later staat: afgerond, 1 maart 2028." in page
    assert 'value="other_day" id="how" checked' in page


def test_an_event_never_happened_or_on_another_day(
    registered: Coached, plan: Plan, citizen: Desk, clock: Clock
) -> None:
    event = begun(registered, plan)
    keep(registered, event)
    address = f"{PAGE}/klopt-niet/{event.id}"
    assert faults_in_page(citizen.read(address)) == []
    page = citizen.follow(citizen.send(address, {"how": "other_day", **day_of("2027-10-01")}))
    assert "Eerst stond er 6 september 2027." in page
    clock.now += timedelta(minutes=1)
    page = citizen.follow(citizen.send(address, {"how": "never"}))
    assert "Dit telt niet mee." in page
    assert "Je bent nog niet begonnen." in page
    assert len(journal(registered)) == 4
    page = citizen.follow(citizen.send(address, {}))
    assert "Kies wat er niet klopt." in page


def test_what_was_agreed_is_read_with_its_words(registered: Coached, plan: Plan, citizen: Desk) -> None:
    made = an_event_of(registered.dossier, EventKind.AGREEMENT_MADE, "2028-05-01", words="Bel de school")
    keep(registered, made)
    page = citizen.read(PAGE)
    assert "Afspraak gemaakt" in page
    assert "Bel de school" in page
    assert faults_in_page(page) == []
    assert f"klopt-niet/{made.id}" not in page


@pytest.mark.parametrize("kind", [EventKind.TALK_HELD, EventKind.CLOSED, EventKind.PLAN_CHOSEN])
def test_what_the_coach_wrote_and_what_was_chosen_is_not_corrected_here(
    registered: Coached, citizen: Desk, kind: EventKind
) -> None:
    if kind is not EventKind.PLAN_CHOSEN:
        keep(registered, an_event_of(registered.dossier, kind, "2028-05-01"))
    event = next(each for each in journal(registered) if each.kind is kind)
    assert str(event.id) not in citizen.read(PAGE)
    citizen.read(f"{PAGE}/klopt-niet/{event.id}", 404)
    assert citizen.send(f"{PAGE}/klopt-niet/{event.id}", {"how": "never"}).status_code == 404


@pytest.mark.parametrize("day", ["2028-04-20", "2028-05-20"], ids=["of before", "of after"])
def test_after_closing_nothing_is_written_any_more(registered: Coached, citizen: Desk, day: str) -> None:
    keep(registered, an_event_of(registered.dossier, EventKind.CLOSED, "2028-05-01"))
    page = citizen.read(PAGE)
    assert "Je tien jaar zijn afgesloten." in page
    assert "Schrijf op wat er gebeurde" not in page
    page = citizen.follow(citizen.send(f"{PAGE}/schrijf-op/bewijs", {"words": "een bewijs", **day_of(day)}))
    assert "De tien jaar zijn al afgesloten." in page.partition('data-test="error-summary"')[2]
    assert "een bewijs" in page


@pytest.mark.parametrize("kind", [EventKind.PAUSED, EventKind.STOPPED])
def test_who_paused_or_stopped_picks_it_up_in_one_press(
    registered: Coached, plan: Plan, citizen: Desk, clock: Clock, kind: EventKind
) -> None:
    keep(registered, begun(registered, plan), an_event_of(registered.dossier, kind, "2028-05-01"))
    clock.now = NOW + timedelta(days=3 * 365)
    page = registered.citizen.read(PAGE)
    citizen = registered.citizen
    citizen.read(PAGE)
    assert "Pak weer op" in page
    hidden = dict(re.findall(r'name="(day-\w+|form_id)" value="([^"]+)"', page))
    page = citizen.follow(citizen.send(f"{PAGE}/schrijf-op/verder", hidden))
    assert "Je leert nu." in page
    with registered.house.unit_of_work() as unit:
        line = unit.journeys.find(registered.dossier.id)
    assert line is not None
    assert line.phase is Phase.LEARNING


def test_a_pause_that_a_paper_gives_back_moves_the_end_on_every_page(
    registered: Coached, plan: Plan, citizen: Desk
) -> None:
    """31 days of January 2028: up to 7 October 2037."""
    pause = (EventKind.PAUSED, "2028-01-01"), (EventKind.RESUMED, "2028-02-01")
    keep(registered, begun(registered, plan), *(an_event_of(registered.dossier, *each) for each in pause))
    assert "lopen tot" not in citizen.read(PAGE)
    assert citizen.read(PAGE).count("M34.0 22v34") == 1
    with registered.house.unit_of_work() as unit:
        unit.commitments.add(a_commitment_to(registered.dossier, pause_extends=True))
        unit.commit()
    page = citizen.read(PAGE)
    assert "Je pauze komt er aan het eind bij. Je tien jaar lopen tot 7 oktober 2037." in page
    assert "Nog te gaan: 9 jaar en 4 maanden." in page
    assert "Het grijze stuk komt na het einde." in page
    assert faults_in_page(page) == []
    promised = citizen.read("/mijn-garantie")
    assert "7 oktober 2037" in promised
    assert "9 jaar en 4 maanden" in promised


def test_a_pause_of_before_the_ten_years_moves_no_end(registered: Coached, plan: Plan, citizen: Desk) -> None:
    """They were planned to begin before it, and did not."""
    assert plan.begins_on < date(2028, 1, 1)
    keep(registered, an_event_of(registered.dossier, EventKind.PAUSED, "2028-01-01"))
    with registered.house.unit_of_work() as unit:
        unit.commitments.add(a_commitment_to(registered.dossier, pause_extends=True))
        unit.commit()
    page = citizen.read(PAGE)
    assert "Je tien jaar beginnen op je eerste dag." in page
    assert "Je pauze komt er aan het eind bij." not in page


@pytest.mark.parametrize(
    ("began", "expected", "is_over"),
    [("2018-06-02", "Nog te gaan: minder dan 1 maand.", False), ("2018-06-01", "De tien jaar zijn voorbij.", True)],
)
def test_ten_years_are_over_on_the_day_ten_years_later(
    registered: Coached, plan: Plan, citizen: Desk, began: str, expected: str, is_over: bool
) -> None:
    keep(registered, an_event_of(registered.dossier, EventKind.NEW_JOB, began, occupation_id="O1", sector="metal"))
    page = citizen.read(PAGE)
    assert expected in page
    assert 'data-test="ten-boxes"' in page
    assert ("Het gouden streepje is 1 juni 2028." not in page) == is_over
    assert faults_in_page(page) == []


def test_of_ten_years_that_are_over_no_end_is_said_to_come(registered: Coached, plan: Plan, citizen: Desk) -> None:
    work = {"occupation_id": "O1", "sector": "metal"}
    pause = (EventKind.PAUSED, "2017-01-01"), (EventKind.RESUMED, "2017-02-01")
    keep(
        registered,
        an_event_of(registered.dossier, EventKind.NEW_JOB, "2016-06-01", **work),
        *(an_event_of(registered.dossier, *each) for each in pause),
    )
    with registered.house.unit_of_work() as unit:
        unit.commitments.add(a_commitment_to(registered.dossier, pause_extends=True))
        unit.commit()
    page = citizen.read(PAGE)
    assert "De tien jaar zijn voorbij." in page
    assert "Je tien jaar lopen tot" not in page


def test_as_it_was_on_a_day(registered: Coached, plan: Plan, citizen: Desk) -> None:
    keep(registered, begun(registered, plan))
    query = "op-day=1&op-month=9&op-year=2027"
    page = citizen.read(f"{PAGE}?{query}")
    assert "Zo stond het op 1 september 2027." in page
    assert 'data-test="ten-boxes"' in page
    assert "Het gouden streepje" not in page
    assert "Je bent nog niet begonnen." in page
    assert 'data-test="primary"' not in page
    assert "Op die dag was er nog geen plan." in citizen.read(f"{PAGE}?{query.replace('2027', '2026')}")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("op-day=1&op-month=9&op-year=2031", "Kies een dag die al geweest is"),
        ("op-day=30&op-month=2&op-year=2028", "Die maand heeft 29 dagen."),
    ],
)
def test_a_day_that_cannot_be_asked_is_told(citizen: Desk, query: str, expected: str) -> None:
    page = citizen.read(f"{PAGE}?{query}")
    assert expected in page.partition('data-test="error-summary"')[2]
    assert faults_in_page(page) == []


def test_nobody_reads_or_mends_the_journal_of_another(registered: Coached, plan: Plan, citizen: Desk) -> None:
    event = begun(registered, plan)
    keep(registered, event)
    with registered.house.unit_of_work() as unit:
        other = replace(registered.people.citizen, id=uuid4(), email="ander@voorbeeld.example")
        assert unit.accounts.add(other)
        unit.commit()
    stranger = registered.screen_of(other)
    assert stranger.client.get(f"{PAGE}/klopt-niet/{event.id}").status_code in (303, 404)
    assert stranger.send(f"{PAGE}/klopt-niet/{event.id}", {"how": "never"}).status_code in (303, 404)
    assert len(journal(registered)) == 2


def test_a_coach_has_another_page(registered: Coached, plan: Plan) -> None:
    registered.coach.read(PAGE, 403)


@pytest.mark.parametrize("what", ["gesprek", "afsluiten", "nergens"])
def test_what_only_a_coach_writes_is_not_there(citizen: Desk, what: str) -> None:
    citizen.read(f"{PAGE}/schrijf-op/{what}", 404)


@pytest.mark.parametrize("how", list(Damage))
@pytest.mark.parametrize("address", ["/mijn-10-jaar", "/mijn-10-jaar/vragen/1", "/mijn-garantie"])
def test_what_cannot_be_read_says_whom_to_tell(citizen: Desk, registered: Coached, how: Damage, address: str) -> None:
    with registered.house.unit_of_work() as unit:
        damage(unit, registered.dossier.id, how)
        unit.commit()
    refused = citizen.read(address, 500)
    assert "Dit kunnen we nu niet laten zien" in refused
    assert "Vertel dit aan je coach." in refused
    assert faults_in_page(refused) == []
