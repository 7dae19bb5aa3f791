"""How far a visitor is when a page is looked at: each way of standing is made once, without a browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

from flask.testing import FlaskClient
from playwright.sync_api import Cookie

from gouden_poort.development.event import EventKind
from gouden_poort.development.years import years_after
from gouden_poort.profiles import tech_card_questions
from gouden_poort.profiles.coach_request import Daypart, Reach
from gouden_poort.profiles.people.account import Account
from gouden_poort.profiles.people.message import Channel, MessageKind
from gouden_poort.profiles.people.referral import ReferralState
from gouden_poort.profiles.people.way_in import Purpose
from gouden_poort.profiles.question import Answer
from gouden_poort.profiles.questions import QUESTIONS
from gouden_poort.services import assessments
from gouden_poort.services.accounts import sessions, ways_in
from gouden_poort.services.demo.cast import the_cast
from gouden_poort.services.dossiers import noting
from gouden_poort.services.dossiers.inviting import invitee
from gouden_poort.services.employers import proposing
from gouden_poort.services.employers.links import make_link
from gouden_poort.services.employers.surpluses import announce, announce_by_link
from gouden_poort.services.offering import seats
from gouden_poort.services.offering.openings import find_openings
from gouden_poort.services.ten_years.line import begin_line
from tests.acceptance.lives import keep_cohort, live, promise
from tests.browsing import Site
from tests.builders import a_coach_request
from tests.dossiers import a_consent, a_dossier
from tests.employers import stopping
from tests.journeys.people import EXPERIENCED, STARTER
from tests.letters import a_message_of
from tests.own_dossiers import Coached, coached, with_plan
from tests.people_with_rights import PASSWORD, People, actor_of, keep_people
from tests.referrals import a_referral, a_referral_message
from tests.services.importing.files import a_row, a_table
from tests.ten_years import a_check_in, a_plan_of, an_event_of, chosen

LONG_NAME = "Voorbeeldnaamdieheellangisenwaarnietseenspatieofstreepjestaa"
"""As long as a name may be, and nowhere to break."""
_HALF = len(QUESTIONS) // 2
_WORK_LINK = re.compile(r'href="/(?:routes|beroep)/(oc-[\w-]+)"')


@dataclass
class Guest:
    """Someone who sends forms without a browser, and whose cookies a browser can take over."""

    site: Site
    client: FlaskClient
    dossier_id: UUID | None = None
    """Of the one whom a coach looks at, or of a citizen with a coach."""
    places: dict[str, str] = field(default_factory=dict)
    """What stands in addresses of things that this guest made, by its name on the map."""

    def send(self, path: str, form: Mapping[str, object] | None = None, *, seen_on: str = "/voor-je-begint") -> None:
        """Send a form with the token that stands on a page; it is taken or the test is wrong."""
        answer = self.client.post(path, data={"csrf_token": self.token(seen_on), **(form or {})})
        assert answer.status_code == 303, f"{path}: {answer.status_code}"

    def token(self, path: str) -> str:
        """The token that stands in the forms of a page."""
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.client.get(path).text)
        assert found, f"no form on {path}"
        return found[1]

    def have_answers(self, answers: Mapping[str, Answer]) -> None:
        """Begin, with these answers kept as if they were given one by one; None is `Dat weet ik nog niet`."""
        house = self.site.house
        assessment = assessments.start(house.unit_of_work, house.clock())
        snapshot, moment = house.shelf.active(), house.clock()
        for question, answer in answers.items():
            assessments.answer(
                house.unit_of_work, snapshot, assessment, question, answer, moment=moment, today=moment.date()
            )
        with self.client.session_transaction() as session:
            session["assessment"] = str(assessment)

    def assessment(self) -> UUID:
        """The id of what this guest answered."""
        with self.client.session_transaction() as session:
            return UUID(session["assessment"])

    def work_on(self, path: str) -> list[str]:
        """The ids of the kinds of work that a page leads to, each once and in order."""
        return list(dict.fromkeys(_WORK_LINK.findall(self.client.get(path).text)))

    def first_referral(self) -> str:
        """The address of the referral on top of the list of this counsellor or coach."""
        pages = "".join(self.client.get(path).text for path in ("/mijn-verwijzingen", "/verwijzingen"))
        found = re.search(r'href="(/verwijzing/[0-9a-f-]{36})"', pages)
        assert found, "no referral on the list"
        return found[1]

    def cookies(self) -> list[Cookie]:
        """What a browser needs to be this guest."""
        return [
            {"name": cookie.key, "value": cookie.value, "url": self.site.address}
            for cookie in self.client._cookies.values()  # the test client has no list of them
        ]


def _all(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """An answer to each question there is, also to one that these people were never asked."""
    return {question.id: answers.get(question.id) for question in QUESTIONS}


def _nobody(_guest: Guest) -> None:
    """Someone who comes in for the first time."""


def _begun(guest: Guest) -> None:
    guest.send("/voor-je-begint")


def _half(guest: Guest) -> None:
    guest.have_answers({question.id: STARTER.answers.get(question.id) for question in QUESTIONS[:_HALF]})


def _finished(guest: Guest) -> None:
    guest.have_answers(_all(EXPERIENCED.answers))


def _starter(guest: Guest) -> None:
    guest.have_answers(_all(STARTER.answers))


def _barred(guest: Guest) -> None:
    """No route is open without a permit to work."""
    guest.have_answers({**_all(EXPERIENCED.answers), "right_to_work": "not_allowed"})


def _with_a_code(guest: Guest) -> None:
    _finished(guest)
    guest.send("/bewaren", seen_on="/controle")


def _comparing(guest: Guest) -> None:
    _finished(guest)
    guest.send("/vergelijk", {"route": guest.work_on("/routes")[:3]}, seen_on="/controle")


def _trying(guest: Guest) -> None:
    _starter(guest)
    guest.send("/wat-als", {"week": "-8"}, seen_on="/wat-als")


def _changed(guest: Guest) -> None:
    _trying(guest)
    guest.send("/wat-als/overnemen", seen_on="/wat-als/uitkomst")


def _objecting(guest: Guest) -> None:
    form = {"about": "result", "what": "De reistijd klopt niet.", "form_id": "0b8f6b1e-6b1f-4a53-9f3c-0d4a3a9b7c11"}
    guest.send("/bezwaar", form, seen_on="/bezwaar")


def _asking(guest: Guest) -> None:
    """Waits for a coach."""
    _finished(guest)
    hidden = dict(re.findall(r'name="(form_id|seal)" value="([^"]+)"', guest.client.get("/vraag-een-coach").text))
    form = {"phone": "06 1234 5678", "language": "ar", "daypart": "any", "share": ["dutch", "place"]}
    guest.send("/vraag-een-coach", {**hidden, **form}, seen_on="/vraag-een-coach")


def _child(guest: Guest) -> None:
    guest.send("/techniekkaart", seen_on="/techniekkaart")


def _child_with_a_card(guest: Guest) -> None:
    _child(guest)
    for number, question in enumerate(tech_card_questions.QUESTIONS, 1):
        address = f"/techniekkaart/vraag/{number}"
        guest.send(address, {"pick": question.picks[0].value}, seen_on=address)
    guest.send("/techniekkaart/plaats", {"place": "Zwolle"}, seen_on="/techniekkaart/plaats")


def _people(guest: Guest) -> People:
    """An organisation of this guest alone, so that nobody else's visit changes it."""
    return keep_people(guest.site.house.unit_of_work, guest.site.house.clock(), called=f"Voorbeeld{uuid4().hex[:6]}")


def _signed_in(guest: Guest, account: Account) -> None:
    house = guest.site.house
    with house.unit_of_work() as unit:
        token = sessions.begin(unit, account, house.clock(), device="Firefox, Windows", complete=True)
        unit.commit()
    with guest.client.session_transaction() as session:
        session["_user_id"] = token


def _with_link(guest: Guest, account: Account, purpose: Purpose) -> None:
    house = guest.site.house
    with house.unit_of_work() as unit:
        token = ways_in.make(unit, account, purpose, house.clock(), made_by=None)
        unit.commit()
    guest.client.get(f"/link/{token}")


def _citizen(guest: Guest) -> None:
    _signed_in(guest, _people(guest).citizen)


def _with_a_coach(guest: Guest) -> None:
    """A citizen with a dossier in which there is no plan yet, and at which nobody looked."""
    _signed_in(guest, _dossier_of(guest).people.citizen)


def _with_a_plan(guest: Guest) -> None:
    """A citizen whose coach looked and made a plan that waits for a yes."""
    made = with_plan(_dossier_of(guest), target_id="oc-lasser")
    invitee(guest.site.house.unit_of_work, actor_of(made.people.coach), made.dossier.id, guest.site.house.clock())
    for kind in (MessageKind.HANDED_OVER, MessageKind.PLAN_READY):
        _keep_message(made, kind, channel=Channel.SCREEN, to="", account_id=made.people.citizen.id)
    _signed_in(guest, made.people.citizen)


def _in_ten_years(guest: Guest) -> None:
    """A citizen in the fifth year."""
    made = with_plan(_dossier_of(guest), target_id="oc-lasser")
    live(made)
    _event_place(guest, made)
    _signed_in(guest, made.people.citizen)


def _with_promises(guest: Guest) -> None:
    """The same, with papers and proofs."""
    made = _dossier_of(guest)
    live(made)
    promise(made)
    _signed_in(guest, made.people.citizen)


def _coach_of_promises(guest: Guest) -> None:
    """The coach of somebody with papers and proofs."""
    made = _dossier_of(guest, name=LONG_NAME)
    live(made)
    guest.places.update({name: str(each) for name, each in promise(made).items()})
    _signed_in(guest, made.people.coach)


def _in_many_events(guest: Guest) -> None:
    """A citizen of whom five hundred things were written down."""
    made = _dossier_of(guest)
    live(made, many=500)
    _signed_in(guest, made.people.citizen)


def _coach_of_ten_years(guest: Guest) -> None:
    """The coach of somebody in the fifth year, with a long name."""
    made = _dossier_of(guest, name=LONG_NAME)
    live(made)
    _event_place(guest, made)
    _signed_in(guest, made.people.coach)


def _event_place(guest: Guest, made: Coached) -> None:
    with made.house.unit_of_work() as unit:
        begun = next(each for each in unit.journal.of(made.dossier.id) if each.kind is EventKind.STARTED)
    guest.places["event"] = str(begun.id)


def _in_the_first_year(guest: Guest, *, answered: bool = False, **told: Any) -> Coached:
    """Somebody whose first year is nearly over."""
    made = with_plan(_dossier_of(guest, **told), target_id="oc-lasser")
    today = guest.site.house.today()
    begin = years_after(today, -1) + timedelta(days=10)
    usual = a_plan_of(made.dossier)
    steps = tuple(replace(step, start_date=begin) for step in usual.route.steps)
    plan = replace(usual, route=replace(usual.route, steps=steps))
    with guest.site.house.unit_of_work() as unit:
        unit.plans.add(plan)
        unit.journal.add(chosen(plan, begin.isoformat()))
        begin_line(unit, plan, region="AR01", groups=(), today=begin)
        if answered:
            unit.check_ins.add_once(a_check_in(made.dossier, wants_talk=True, answered_at=guest.site.house.clock()))
            unit.journal.add(an_event_of(made.dossier, EventKind.CHECKED_IN, today.isoformat(), year=1))
        unit.commit()
    return made


def _asked_about_a_year(guest: Guest) -> None:
    _signed_in(guest, _in_the_first_year(guest).people.citizen)


def _answered_about_a_year(guest: Guest) -> None:
    _signed_in(guest, _in_the_first_year(guest, answered=True).people.citizen)


def _coach_of_who_answered(guest: Guest) -> None:
    _signed_in(guest, _in_the_first_year(guest, answered=True).people.coach)


def _coach_of_who_cannot_be_asked(guest: Guest) -> None:
    """The coach of somebody without an account and a mail address, with a long name."""
    made = _in_the_first_year(guest, citizen_id=None, email="", name=LONG_NAME)
    with made.house.unit_of_work() as unit:
        long_ago = made.house.today() - timedelta(days=40)
        assert unit.dossiers.change(replace(made.kept(), last_contact_on=long_ago))
        unit.commit()
    _signed_in(guest, made.people.coach)


def _keep_message(made: Coached, kind: MessageKind, **told: Any) -> str:
    """A message about the one of a dossier; its id."""
    message = a_message_of(kind, **({"id": uuid4(), "dossier_id": made.dossier.id} | told))
    with made.house.unit_of_work() as unit:
        unit.outbox.add(message)
        unit.commit()
    return str(message.id)


def _locked_out(guest: Guest) -> None:
    """A browser that noted answers before they became a dossier."""
    made = _dossier_of(guest)
    with guest.client.session_transaction() as session:
        session["assessment"] = str(made.dossier.assessment_id)


def _coach_of_someone(guest: Guest) -> None:
    """The coach of someone without a mail address, who was invited with a letter."""
    made = _dossier_of(guest, citizen_id=None, email="", name=LONG_NAME)
    _signed_in(guest, made.people.coach)
    address = f"/persoon/{made.dossier.id}/uitnodigen"
    guest.send(address, {"channel": "letter"}, seen_on=address)
    open_unit, moment = guest.site.house.unit_of_work, guest.site.house.clock()
    coach = actor_of(made.people.coach)
    note = noting.write(open_unit, coach, made.dossier.id, "Kwam op tijd.", visible=True, moment=moment)
    guest.places["note"] = str(note.id)
    guest.places["message"] = _keep_message(made, MessageKind.HANDED_OVER, language="ar", next_try=None, failure="550")


def _dossier_of(guest: Guest, **told: Any) -> Coached:
    """A dossier between people of this guest alone, with all answers."""
    house = guest.site.house
    guest.have_answers(_all(EXPERIENCED.answers))
    made = coached(guest.site.app, house, _people(guest), assessment_id=guest.assessment(), **told)
    with guest.client.session_transaction() as session:
        session.clear()
    guest.dossier_id = made.dossier.id
    return made


def _coach_with_places(guest: Guest) -> None:
    """One seat is offered, somebody is next for the other one; nobody fits the start of a training elsewhere."""
    _signed_in(guest, _with_a_seat(guest).people.coach)


def _with_an_offer(guest: Guest) -> None:
    _signed_in(guest, _with_a_seat(guest).people.citizen)


def _with_a_seat(guest: Guest) -> Coached:
    made = with_plan(_dossier_of(guest), target_id="oc-lasser")
    guest.have_answers(_all(EXPERIENCED.answers))
    following: dict[str, Any] = {"citizen_id": None, "target_id": "oc-lasser", "name": "Voorbeeld Twee"}
    house, people = guest.site.house, made.people
    coached(guest.site.app, house, people, assessment_id=guest.assessment(), **following)
    with guest.client.session_transaction() as session:
        session.clear()
    open_unit, moment, coach = house.unit_of_work, house.clock(), actor_of(people.coach)
    found = find_openings(house.shelf.active(), "lasser zwolle", moment.date())
    for name, opening in (("place", found[0]), ("other", found[-1])):
        kept = seats.keep_seats(open_unit, coach, opening.kind, opening.id, seats=2, moment=moment)
        guest.places[name] = str(kept.id)
    until = moment.date() + timedelta(days=7)
    place = UUID(guest.places["place"])
    seats.offer(open_unit, coach, place, made.dossier.id, answer_by=until, moment=moment)
    return made


def _with_a_proposal(guest: Guest) -> tuple[Coached, str]:
    """Somebody whose work stops and who is proposed for the seat at a company with a link; with that link."""
    made = _with_a_seat(guest)
    house, coach = guest.site.house, actor_of(made.people.coach)
    snapshot, moment = house.shelf.active(), house.clock()
    last_day = moment.date() + timedelta(days=90)
    with house.unit_of_work() as unit:
        place = unit.free_places.find(UUID(guest.places["place"]))
        assert place
        companies, positions = snapshot.columns.companies, snapshot.columns.positions
        company = int(positions.company[positions.id.row(place.opening_id)])
        plan = a_plan_of(made.dossier, made_at=moment)
        work: dict[str, Any] = {"occupation_id": "oc-lasser", "sector": "metal", "employer": "Voorbeeld Staal"}
        unit.plans.add(plan)
        unit.journal.add(chosen(plan, moment.date().isoformat()))
        unit.journal.add(an_event_of(made.dossier, EventKind.NEW_JOB, moment.date().isoformat(), **work))
        begin_line(unit, plan, region="", groups=(), today=moment.date())
        unit.commit()
    name = companies.label[company]
    link = make_link(house.unit_of_work, coach, name, moment, company_id=str(companies.id[company]))
    told = stopping(occupation_id="oc-lasser", last_day=last_day)
    guest.places["surplus"] = str(announce(house.unit_of_work, coach, uuid4(), told, moment).id)
    announce_by_link(house.unit_of_work, link.token, uuid4(), told, moment)
    until = moment.date() + timedelta(days=28)
    proposing.propose(house.unit_of_work, snapshot, coach, place.id, made.dossier.id, until=until, moment=moment)
    return made, link.token


def _coach_of_who_is_proposed(guest: Guest) -> None:
    _signed_in(guest, _with_a_proposal(guest)[0].people.coach)


def _proposed(guest: Guest) -> None:
    _signed_in(guest, _with_a_proposal(guest)[0].people.citizen)


def _company(guest: Guest) -> None:
    """A company that sees somebody who said yes."""
    made, token = _with_a_proposal(guest)
    house, citizen = guest.site.house, actor_of(made.people.citizen)
    (proposal,) = proposing.proposals_to(house.unit_of_work, citizen, made.dossier.id, house.today())
    proposing.answer(house.unit_of_work, citizen, proposal.id, yes=True, moment=house.clock())
    guest.client.get(f"/bedrijf/link/{token}")


def _company_outside(guest: Guest) -> None:
    """A company that is not in the catalogue."""
    house, coach = guest.site.house, actor_of(_people(guest).coach)
    guest.client.get(f"/bedrijf/link/{make_link(house.unit_of_work, coach, LONG_NAME, house.clock()).token}")


def _coach_with_a_link(guest: Guest) -> None:
    _coach(guest)
    guest.send("/bedrijven", {"name": LONG_NAME}, seen_on="/bedrijven")


def _with_a_mailed_link(guest: Guest) -> None:
    _with_link(guest, _people(guest).citizen, Purpose.SIGN_IN)


def _half_way_in(guest: Guest) -> None:
    form = {"email": _people(guest).coach.email, "password": PASSWORD}
    guest.send("/aanmelden", form, seen_on="/aanmelden")


def _invited(guest: Guest) -> None:
    _with_link(guest, _people(guest).coach, Purpose.INVITATION)


def _invited_with_a_password(guest: Guest) -> None:
    _invited(guest)
    guest.send("/welkom", {"password": PASSWORD, "again": PASSWORD}, seen_on="/welkom")


def _coach(guest: Guest) -> None:
    _signed_in(guest, _people(guest).coach)


def _coach_with_a_file(guest: Guest) -> None:
    """Some can come in, some rows are wrong, and some people may be here already."""
    _coach(guest)
    rows = a_table(a_row(1), a_row(2), a_row(3, Naam="", Geboortedatum="gisteren"), a_row(1), a_row(2, Telefoon="06 1"))
    content = "\r\n".join(";".join(row) for row in rows).encode()
    form = {"csrf_token": guest.token("/import"), "file": (BytesIO(content), "mensen.csv")}
    guest.places["file"] = guest.client.post("/import", data=form).location.rpartition("/")[2]


def _coach_with_a_request(guest: Guest) -> None:
    """Took up a request that is late; another one waits."""
    _coach(guest)
    house = guest.site.house
    reach = Reach(name=LONG_NAME, phone="", email="een@voorbeeld.example", language="ar", daypart=Daypart.ANY)
    number = f"{uuid4().hex[:4]}-{uuid4().hex[:4]}".upper()
    received, day = house.clock() - timedelta(days=8), house.clock().date() - timedelta(days=3)
    asked = a_coach_request(id=uuid4(), number=number, received_at=received, answer_by=day, reach=reach, route="")
    with house.unit_of_work() as unit:
        unit.coach_requests.add(asked)
        unit.commit()
    guest.send(f"/aanvragen/{asked.id}/oppakken", seen_on="/aanvragen")
    guest.places["request"] = str(asked.id)


def _coach_with_people(guest: Guest) -> None:
    """Some of them can go, one waits for a colleague, and colleagues hand others over."""
    people = _people(guest)
    _signed_in(guest, people.coach)
    own, other = people.coach.id, people.other_coach.id
    _keep_dossiers(guest, people, (own, None), (own, None), (own, other), (other, own), (other, own))


def _keep_dossiers(guest: Guest, people: People, *coaches: tuple[UUID, UUID | None]) -> None:
    """A dossier for each coach, and the colleague to whom it is handed over."""
    house = guest.site.house
    with house.unit_of_work() as unit:
        for number, (coach, next_coach) in enumerate(coaches):
            dossier = a_dossier(
                name=f"Voorbeeld Nummer {number}" if number else LONG_NAME,
                organisation_id=people.organisation.id,
                coach_id=coach,
                next_coach_id=next_coach,
                assessment_id=unit.assessments.start(house.clock()),
            )
            unit.dossiers.add(dossier)
            unit.consents.add(a_consent(dossier))
        unit.commit()


def _coach_with_new_codes(guest: Guest) -> None:
    _coach(guest)
    guest.send("/account/herstelcodes", seen_on="/account")


def _administrator(guest: Guest) -> None:
    _signed_in(guest, _people(guest).administrator)


def _administrator_after_a_coach(guest: Guest) -> None:
    people = _people(guest)
    _signed_in(guest, people.administrator)
    with guest.site.house.unit_of_work() as unit:
        unit.accounts.set_disabled(people.coach.id, guest.site.house.clock())
        unit.commit()
    guest.places["coach"] = str(people.coach.id)


def _administrator_with_a_link(guest: Guest) -> None:
    _administrator(guest)
    form = {"name": "Voorbeeld Tien", "email": f"{uuid4().hex[:6]}@voorbeeld.example", "role": "coach"}
    guest.send("/gebruikers/nieuw", form, seen_on="/gebruikers/nieuw")


def _among_many(guest: Guest) -> None:
    """So many made-up people went before that pages can count them; they stay for whoever comes later."""
    open_unit, bureau = guest.site.house.unit_of_work, the_cast(guest.site.house.clock()).bureau
    with open_unit() as unit:
        if not unit.organisations.add(bureau):
            return
        unit.commit()
    keep_cohort(open_unit, bureau.id)


def _coach_among_many(guest: Guest) -> None:
    _among_many(guest)
    _coach(guest)


def _counsellor(guest: Guest) -> People:
    people = _people(guest)
    _signed_in(guest, people.counsellor)
    return people


def _counsellor_with_a_code(guest: Guest) -> None:
    _counsellor(guest)
    guest.send("/verwijs/code", seen_on="/verwijs")


def _counsellor_with_one_referral(guest: Guest) -> None:
    _with_referrals(guest, _counsellor(guest), 1)


def _counsellor_with_many_referrals(guest: Guest) -> None:
    _with_referrals(guest, _counsellor(guest), 24)


def _coach_with_a_referral(guest: Guest) -> None:
    people = _people(guest)
    _signed_in(guest, people.coach)
    _with_referrals(guest, people, 3)


def _with_referrals(guest: Guest, people: People, many: int) -> None:
    """Referrals of one region to the own organisation, in each state that needs no dossier; the first is late."""
    today = guest.site.house.clock()
    with guest.site.house.unit_of_work() as unit:
        for number in range(many):
            back = number % 3 == 2
            referral = a_referral(
                name=f"Voorbeeld Persoon {number + 1}" if number else LONG_NAME,
                counsellor_id=people.counsellor.id,
                from_organisation_id=people.organisation.id,
                to_organisation_id=people.organisation.id,
                region="",
                sent_at=today - timedelta(days=number),
                answer_by=today.date() + timedelta(days=number - 1),
                state=ReferralState.SENT_BACK if back else ReferralState.SENT,
                answered_at=today if back else None,
                back_reason="Woont buiten onze regio." if back else "",
            )
            unit.referrals.add(referral)
            unit.referral_messages.add(a_referral_message(referral, written_at=today))
        unit.commit()


STANDS: Mapping[str, Callable[[Guest], object]] = {
    "nobody": _nobody,
    "begun": _begun,
    "half": _half,
    "finished": _finished,
    "starter": _starter,
    "barred": _barred,
    "with a code": _with_a_code,
    "comparing": _comparing,
    "trying": _trying,
    "changed": _changed,
    "objecting": _objecting,
    "asking": _asking,
    "citizen": _citizen,
    "with a coach": _with_a_coach,
    "with a plan": _with_a_plan,
    "in ten years": _in_ten_years,
    "in many events": _in_many_events,
    "with promises": _with_promises,
    "coach of promises": _coach_of_promises,
    "coach of ten years": _coach_of_ten_years,
    "asked about a year": _asked_about_a_year,
    "answered about a year": _answered_about_a_year,
    "coach of who answered": _coach_of_who_answered,
    "coach of who cannot be asked": _coach_of_who_cannot_be_asked,
    "locked out": _locked_out,
    "coach of someone": _coach_of_someone,
    "with a mailed link": _with_a_mailed_link,
    "half-way in": _half_way_in,
    "invited": _invited,
    "invited with a password": _invited_with_a_password,
    "coach": _coach,
    "coach with a file": _coach_with_a_file,
    "coach with a request": _coach_with_a_request,
    "coach with people": _coach_with_people,
    "coach with places": _coach_with_places,
    "with an offer": _with_an_offer,
    "coach of who is proposed": _coach_of_who_is_proposed,
    "proposed": _proposed,
    "company": _company,
    "company outside": _company_outside,
    "coach with a link": _coach_with_a_link,
    "coach with new codes": _coach_with_new_codes,
    "administrator": _administrator,
    "administrator after a coach": _administrator_after_a_coach,
    "administrator with a link": _administrator_with_a_link,
    "among many": _among_many,
    "coach among many": _coach_among_many,
    "counsellor": _counsellor,
    "counsellor with a code": _counsellor_with_a_code,
    "counsellor with one referral": _counsellor_with_one_referral,
    "counsellor with many referrals": _counsellor_with_many_referrals,
    "coach with a referral": _coach_with_a_referral,
    "child": _child,
    "child with a card": _child_with_a_card,
}
"""What a guest does before the page is looked at, by the name of how it then stands."""


@dataclass
class Guests:
    """The guests of one site, each made when it is first asked for."""

    site: Site

    def __post_init__(self) -> None:
        self._made: dict[str, Guest] = {}
        self._read: dict[tuple[str, str], str] = {}

    def who(self, stand: str) -> Guest:
        """The guest that stands so."""
        if stand not in self._made:
            guest = Guest(site=self.site, client=self.site.app.test_client())
            STANDS[stand](guest)
            self._made[stand] = guest
        return self._made[stand]

    def page(self, stand: str, path: str) -> str:
        """A page as that guest reads it, fetched once."""
        if (stand, path) not in self._read:
            self._read[stand, path] = self.who(stand).client.get(path).text
        return self._read[stand, path]
