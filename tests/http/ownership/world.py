"""Two organisations with people and everything that is kept about them, each word of it marked with whose it is."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from flask.testing import FlaskClient

from gouden_poort.development.event import EventKind
from gouden_poort.profiles.coach_request import CoachRequest, Daypart, Reach, SharedLine
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.people.account import Account, Role
from gouden_poort.profiles.people.claim import Claim
from gouden_poort.profiles.people.company_link import CompanyLink
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.profiles.people.organisation import Organisation, OrganisationKind
from gouden_poort.profiles.people.place_offer import FreePlace, OpeningKind, PlaceOffer
from gouden_poort.profiles.people.proposal import ProposalState
from gouden_poort.profiles.people.referral import ReferralState
from gouden_poort.profiles.people.saved_view import SavedView
from gouden_poort.profiles.people.surplus import Surplus
from gouden_poort.services import outbox
from gouden_poort.services.accounts import sessions
from gouden_poort.services.accounts.tokens import token_hash
from gouden_poort.services.dossiers.setting_aside import rules_to_set_aside
from gouden_poort.services.ports import Credentials, UnitOfWork
from gouden_poort.wiring import House
from tests.apps import app_of
from tests.builders import an_objection
from tests.databases import Database
from tests.dossiers import a_consent, a_dossier, a_note, a_set_aside, an_agreement, an_import
from tests.employers import a_proposal
from tests.fakes import ShelfWith
from tests.http.ownership.marks import Marks, Thing, Ties, What
from tests.people_with_rights import Clock, an_account, house_at, password_hash
from tests.referrals import a_referral, a_referral_message
from tests.rules.books import ADULT, ADULT_WORK, ruled
from tests.ten_years import a_commitment_to, a_file_of, a_plan_of, a_proof_of, a_review_of, an_event_of
from tests.web.coaching import ORGANISATION

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
NAMES = ("noord", "zuid")
NUMBERS = {"noord": "VRGN-OORD", "zuid": "VRGZ-UIDZ"}
"""Of the request that an organisation took up."""
STAFF = ("coach", "colleague", "counsellor", "editor", "administrator", "gone")
"""`colleague` is a coach too, and `gone` one who may not sign in any more."""
CITIZENS = ("client", "quiet", "offered", "other_client", "left_behind")
"""A client of the coach; one who stopped sharing; one who is handed over; one of the colleague; one of who is gone."""
STRANGER, VISITOR, STALE = "stranger", "visitor", "stale"
"""Nobody; somebody with answers and no account; and a browser that noted answers before these became a dossier."""

FROM_ELSEWHERE = ("zuid.coach", "zuid.counsellor", "zuid.administrator")
"""Who of the other organisation asks; the others of it are as those of the first one."""
COMPANY = "noord.company"
"""A company with a link of an organisation, in a browser where nobody signed in."""
AT_LEAST = ("noord.coach", "zuid.counsellor", "noord.client")
"""Who asks on PostgreSQL, which differs in its second lock alone."""


@dataclass
class World:
    """The house, who is in it, and every thing and every word in it."""

    app: Flask
    house: House
    database: Database
    marks: Marks = field(default_factory=Marks)
    things: list[Thing] = field(default_factory=list)
    accounts: dict[str, Account] = field(default_factory=dict)
    clients: dict[str, FlaskClient] = field(default_factory=dict)
    search_words: list[str] = field(default_factory=list)
    """The last names of people; no marks, so that a page may repeat what was searched for."""
    assessments: dict[str, UUID] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[Thing]:
        """All things of one kind, of everybody."""
        return [thing for thing in self.things if thing.kind == kind]


def a_world(database: Database) -> World:
    """Everything, kept in a database that was empty but for its tables."""
    settings = replace(database.settings, organisation=ORGANISATION)
    house = replace(
        house_at(database, Clock(NOW)),
        settings=settings,
        shelf=ShelfWith(ruled(ADULT, ADULT_WORK, places=[{"pc4_from": 3511, "pc4_to": 3515}], postcode_areas=[{}])),
    )
    app = app_of(house)
    app.config["WTF_CSRF_ENABLED"] = False  # so that a form gets as far as the door
    world = World(app=app, house=house, database=database)
    with database.unit() as unit:
        organisations = {name: _organisation(unit, name) for name in NAMES}
        for name in NAMES:
            _staff(world, unit, name, organisations[name])
        for name in NAMES:
            _citizens(world, unit, name)
        for name, other in zip(NAMES, reversed(NAMES), strict=True):
            _referrals(world, unit, name, other)
            _requests(world, unit, name)
        _visitor(world, unit)
        unit.sent_forms.add(json.dumps([world.marks.word(What.NOBODY, "a form of another browser", {})]), NOW)
        unit.commit()
    asks = (*STAFF[:-1], "client", "quiet", "other_client")
    first = [f"noord.{each}" for each in asks]
    asking = AT_LEAST if database.kind == "postgresql" else (*first, *FROM_ELSEWHERE, STRANGER, VISITOR, STALE, COMPANY)
    world.clients.update({actor: _client(world, actor) for actor in asking})
    return world


def _organisation(unit: UnitOfWork, name: str) -> UUID:
    kept = Organisation(id=uuid4(), name=f"Gemeente {name.title()}", kind=OrganisationKind.MUNICIPALITY, phone="030 1")
    assert unit.organisations.add(kept)
    return kept.id


def _staff(world: World, unit: UnitOfWork, name: str, organisation_id: UUID) -> None:
    colleagues = [f"{name}.{each}" for each in STAFF]
    others = [f"{each}.{role}" for each in NAMES if each != name for role in ("coach", "colleague", "counsellor")]
    for each in STAFF:
        actor = f"{name}.{each}"
        ties: dict[str, list[str]] = {
            "self": [actor],
            "colleagues": colleagues,
            "partners": others if each in ("coach", "colleague", "counsellor") else [],
            "clients": [f"{name}.{citizen}" for citizen in CITIZENS],
            "administrator": [f"{name}.administrator"],
        }
        role = Role.COACH if each in ("colleague", "gone") else Role(each)
        account = an_account(role, world.marks.email(What.ADDRESS, f"address of {actor}", ties), organisation_id, NOW)
        account = replace(
            account,
            name=f"{world.marks.word(What.COLLEAGUE, f'name of {actor}', ties)} Voorbeeld",
            disabled_at=NOW if each == "gone" else None,
        )
        _account(world, unit, actor, account, ties)
        if role is Role.COACH:
            _own_things(world, unit, actor, account, ties)
    place = FreePlace(
        id=uuid4(),
        organisation_id=organisation_id,
        kind=OpeningKind.POSITION,
        opening_id="P1",
        seats=3,
        updated_at=NOW,
        updated_by=world.accounts[f"{name}.coach"].id,
    )
    unit.free_places.put(place)
    _thing(world, "place_id", place.id, {"receivers": _coaches(name)})
    _company(world, unit, name, organisation_id)


def _company(world: World, unit: UnitOfWork, name: str, organisation_id: UUID) -> None:
    """A company with a link, known by a token that every test may guess; its client reads that it looked."""
    actor, staff = f"{name}.company", [*_coaches(name), f"{name}.administrator"]
    link = CompanyLink(
        id=uuid4(),
        organisation_id=organisation_id,
        company_id="B1",
        name=world.marks.word(What.OWN, f"name of {actor}", {"self": [actor, *staff, f"{name}.client"]}),
        made_by=world.accounts[f"{name}.coach"].id,
        made_at=NOW,
        until=NOW + timedelta(days=365),
    )
    unit.company_links.add(link, token_hash(actor))
    surplus = Surplus(
        id=uuid4(),
        organisation_id=organisation_id,
        occupation_id="O1",
        people=3,
        last_day=NOW.date() + timedelta(days=60),
        employer=world.marks.word(What.OWN, f"work that stops, told by {actor}", {"self": [actor, *staff]}),
        town="Utrecht",
        region="R1",
        told_at=NOW,
        told_by=link.id,
        by_company=True,
    )
    unit.surpluses.add_once(surplus)
    ties = {"receivers": _coaches(name), "administrator": staff[-1:], "company": [actor]}
    _thing(world, "surplus_id", surplus.id, ties)
    _thing(world, "link_id", link.id, ties)


def _account(world: World, unit: UnitOfWork, actor: str, account: Account, ties: Ties) -> None:
    assert unit.accounts.add(account)
    confirmed = None if account.role is Role.CITIZEN else NOW
    unit.accounts.keep_credentials(
        Credentials(account_id=account.id, password_hash=password_hash(), app_confirmed_at=confirmed)
    )
    world.accounts[actor] = account
    _thing(world, "account_id", account.id, ties)


def _own_things(world: World, unit: UnitOfWork, actor: str, account: Account, ties: Ties) -> None:
    view = SavedView(
        id=uuid4(),
        account_id=account.id,
        name=world.marks.word(What.OWN, f"view of {actor}", ties),
        filters="taal=ar",
        made_at=NOW,
    )
    unit.saved_views.put(view)
    _thing(world, "view_id", view.id, ties)
    assert account.organisation_id is not None
    looked = an_import(organisation_id=account.organisation_id, account_id=account.id, made_at=NOW)
    someone = world.marks.word(What.NOBODY, f"someone in the file of {actor}", {})
    row = [someone, "06 12345678", "", "nl", {"birth_date": "1990-05-05"}, ["coach_sees_dossier"], "read_aloud"]
    unit.imports.add(looked, json.dumps([row]))
    _thing(world, "import_id", looked.id, ties)


def _citizens(world: World, unit: UnitOfWork, name: str) -> None:
    coaches = {"client": "coach", "quiet": "coach", "offered": "coach", "other_client": "colleague"}
    for number, each in enumerate(CITIZENS):
        actor, coach = f"{name}.{each}", f"{name}.{coaches.get(each, 'gone')}"
        ties: dict[str, list[str]] = {
            "citizen": [actor],
            "coach": [] if each == "quiet" else [coach],  # who stopped sharing is seen by nobody
            "next_coach": [f"{name}.colleague"] if each == "offered" else [],
        }
        account_ties = {"self": [actor]}
        email = world.marks.email(What.ADDRESS, f"address of {actor}", account_ties)
        account = replace(an_account(Role.CITIZEN, email, None, NOW), name=f"Voorbeeld {each.title()}")
        _account(world, unit, actor, account, account_ties)
        _dossier(world, unit, name, actor, coach, ties, number)


def _dossier(world: World, unit: UnitOfWork, name: str, actor: str, coach: str, ties: Ties, number: int) -> None:
    helper = world.accounts[coach]
    last = f"Zoek{'abcdefghij'[number]}{name}"
    world.search_words.append(last)
    dossier = a_dossier(
        organisation_id=helper.organisation_id,
        coach_id=helper.id,
        next_coach_id=world.accounts[ties["next_coach"][0]].id if ties["next_coach"] else None,
        citizen_id=world.accounts[actor].id,
        assessment_id=unit.assessments.start(NOW),
        name=f"{world.marks.word(What.NAME, f'name of {actor}', ties)} {last}",
        birth_date=date(1990, 1, 2) + timedelta(days=100 * len(world.search_words)),
        phone=world.marks.phone(What.REACH, f"telephone of {actor}", ties),
        email=world.marks.email(What.REACH, f"mail address of {actor}", ties),
        labels=(world.marks.word(What.PAPER, f"label of {actor}", ties),),
        registered_at=NOW,
        state_since=NOW.date(),
        next_contact_on=NOW.date(),
        target_id="O1",
        plan_changed_at=NOW,
    )
    unit.dossiers.add(dossier)
    world.assessments[actor] = dossier.assessment_id
    for line in Line:
        ended = NOW if line is Line.COACH_SEES_DOSSIER and not ties["coach"] else None
        ended = NOW if line is Line.COUNSELLOR_SEES_STEPS and actor.endswith("other_client") else ended
        unit.consents.add(replace(a_consent(dossier, line), given_at=NOW, ended_at=ended))
    _thing(world, "dossier_id", dossier.id, ties)
    _answers(world, unit, dossier.assessment_id, actor, What.REACH, ties)
    _papers(world, unit, actor, dossier, ties)


def _answers(world: World, unit: UnitOfWork, assessment_id: UUID, actor: str, what: What, ties: Ties) -> None:
    home = Home(label=world.marks.word(what, f"home of {actor}", ties), lat=52.09, lon=5.12, approximate=False)
    known = {"place": home.as_answer(), "dutch": "B1"}
    if actor.partition(".")[2] == "client" or actor == VISITOR:  # enough for routes, which are dear to look for
        known["birth_date"] = "1990-01-02"
    for question, answer in known.items():
        unit.assessments.answer(assessment_id, question, answer, NOW)


def _papers(world: World, unit: UnitOfWork, actor: str, dossier: Any, ties: Ties) -> None:
    word = world.marks.word
    for visible in (True, False):
        note = a_note(
            dossier, text=word(What.PAPER, f"note of {actor}, {visible=}", ties), visible=visible, written_at=NOW
        )
        unit.notes.add(note)
        _thing(world, "note_id", note.id, ties, dossier.id)
    agreement = an_agreement(
        dossier, text=word(What.PAPER, f"agreement of {actor}", ties), due_on=NOW.date(), made_at=NOW
    )
    unit.agreements.add(agreement)
    _thing(world, "agreement_id", agreement.id, ties, dossier.id)
    rule = rules_to_set_aside(world.house.shelf.active())[0].id
    reason = f"Omdat {word(What.PAPER, f'reason of {actor}', ties)} en dat is lang genoeg."
    aside = a_set_aside(dossier, rule_id=rule, reason=reason, made_at=NOW)
    unit.set_asides.add(aside)
    _thing(world, "set_aside_id", aside.id, ties, dossier.id)
    _ten_years(world, unit, actor, dossier, ties)
    letter = Message(
        id=uuid4(),
        kind=MessageKind.CITIZEN_INVITATION,
        channel=Channel.LETTER,
        to=f"Voorbeeld\n{word(What.REACH, f'street of {actor}', ties)} 1",
        facts={
            "coach": "Voorbeeld",
            "link": f"https://zq.example/{word(What.LETTER, f'link of {actor}', ties)}",
            "until": "2027-01-12",
        },
        made_at=NOW,
        due=NOW,
        useless_after=NOW + timedelta(days=14),
        organisation_id=dossier.organisation_id,
        dossier_id=dossier.id,
        account_id=dossier.citizen_id,
    )
    outbox.post(unit, letter)
    _thing(world, "message_id", letter.id, ties, dossier.id)
    proof = an_event_of(
        dossier, EventKind.PROOF_ADDED, NOW.date().isoformat(), words=word(What.PAPER, f"proof of {actor}", ties)
    )
    unit.journal.add(proof)
    _thing(world, "event_id", proof.id, ties, dossier.id)
    place = next(each for each in unit.free_places.of(dossier.organisation_id))
    offer = PlaceOffer(
        id=uuid4(),
        place_id=place.id,
        dossier_id=dossier.id,
        offered_by=dossier.coach_id,
        offered_at=NOW,
        answer_by=NOW.date() + timedelta(days=3),
    )
    unit.free_places.add_offer(offer)
    _thing(world, "offer_id", offer.id, ties, dossier.id)
    _proposal(world, unit, actor, dossier, place, ties)


def _proposal(world: World, unit: UnitOfWork, actor: str, dossier: Any, place: FreePlace, ties: Ties) -> None:
    """The client said yes, so that the company sees it; all others did not answer."""
    house, _, who = actor.partition(".")
    told = {**ties, "company": [f"{house}.company"] if who == "client" else []}
    proposal = a_proposal(
        dossier,
        place,
        state=ProposalState.YES if who == "client" else ProposalState.OPEN,
        skills=(world.marks.word(What.PROPOSED, f"skill that is proposed of {actor}", told),),
        made_at=NOW,
        starts_on=NOW.date(),
        until=NOW.date() + timedelta(days=28),
    )
    unit.proposals.add(proposal)
    _thing(world, "proposal_id", proposal.id, ties, dossier.id)


def _ten_years(world: World, unit: UnitOfWork, actor: str, dossier: Any, ties: Ties) -> None:
    word = world.marks.word
    commitment = a_commitment_to(
        dossier,
        name=word(What.PAPER, f"who promises {actor}", ties),
        paper=word(What.PAPER, f"paper of {actor}", ties),
        agreed_by_citizen_at=None,
        agreed_by_staff_at=None,
        doubted_at=NOW,
        doubt=word(What.PAPER, f"doubt of {actor}", ties),
    )
    unit.commitments.add(commitment)
    _thing(world, "commitment_id", commitment.id, ties, dossier.id)
    proof = a_proof_of(dossier, source=word(What.PAPER, f"source of a proof of {actor}", ties))
    what = word(What.PAPER, f"proof of {actor}", ties)
    unit.journal.add(an_event_of(dossier, EventKind.PROOF_ADDED, "2027-01-04", id=proof.id, words=what))
    unit.proofs.add(proof)
    copy = word(What.PAPER, f"copy of a proof of {actor}", ties).encode()
    unit.proof_files.add(a_file_of(proof, copy), copy)
    plan = a_plan_of(dossier)
    unit.plans.add(plan)
    unit.plan_reviews.put_all([a_review_of(plan)])
    _thing(world, "proof_id", proof.id, ties, dossier.id)


def _referrals(world: World, unit: UnitOfWork, name: str, other: str) -> None:
    """Of one counsellor: one that waits, one that was sent back, and one each that is shared and no longer shared."""
    sender = f"{name}.counsellor"
    waiting: dict[str, list[str]] = {"counsellor": [sender], "receivers": _coaches(other), "citizen": []}
    taken = {"counsellor": [sender], "receivers": [f"{other}.coach"], "citizen": [f"{other}.client"]}
    closed: dict[str, list[str]] = {"counsellor": [], "receivers": [], "citizen": [f"{other}.other_client"]}
    _referral(world, unit, f"waiting from {name}", sender, other, waiting)
    answered = {"answered_at": NOW, "answered_by": world.accounts[f"{other}.coach"].id}
    _referral(world, unit, f"back to {name}", sender, other, waiting, **answered, state=ReferralState.SENT_BACK)
    for ties in (taken, closed):
        of = world.accounts[ties["citizen"][0]].id
        told = {"dossier_id": unit.dossiers.of_citizen(of)[0].id, "state": ReferralState.ACCEPTED}
        _referral(world, unit, f"of {ties['citizen'][0]}", sender, other, ties, **answered, **told)


def _referral(world: World, unit: UnitOfWork, of: str, sender: str, to: str, ties: Ties, **told: Any) -> None:
    def word(part: str) -> str:
        return world.marks.word(What.REFERRED, f"{part} of referral {of}", ties)

    referral = a_referral(
        counsellor_id=world.accounts[sender].id,
        from_organisation_id=world.accounts[sender].organisation_id,
        to_organisation_id=world.accounts[f"{to}.coach"].organisation_id,
        name=f"{word('name')} Verwezen",
        phone=world.marks.phone(What.REFERRED, f"telephone of referral {of}", ties),
        email=world.marks.email(What.REFERRED, f"mail address of referral {of}", ties),
        place=word("place"),
        wish=word("wish"),
        reason=word("reason"),
        back_reason=word("why back") if told.get("state") is ReferralState.SENT_BACK else "",
        sent_at=NOW,
        answer_by=NOW.date() + timedelta(days=2),
        **told,
    )
    unit.referrals.add(referral)
    _thing(world, "referral_id", referral.id, ties)
    assert unit.referral_messages.add(a_referral_message(referral, text=word("message"), written_at=NOW))


def _requests(world: World, unit: UnitOfWork, name: str) -> None:
    """A question and an objection that an organisation took up, and one of each that nobody did."""
    taken = {"receivers": _coaches(name)}
    free: dict[str, list[str]] = {"takers": [coach for each in NAMES for coach in _coaches(each)]}
    for ties, of in ((taken, f"taken up by {name}"), (free, f"of nobody, {name}")):
        asked = _coach_request(world, of, ties, NUMBERS[name] if ties is taken else f"NMND-{name.upper()}")
        objection = an_objection(
            id=uuid4(),
            number=f"BZW-{asked.number}",
            received_at=NOW,
            answer_by=NOW.date() + timedelta(days=20),
            what=world.marks.word(What.ASKED, f"objection {of}", ties),
            contact=world.marks.email(What.ASKED, f"sender of objection {of}", ties),
        )
        unit.coach_requests.add(asked)
        unit.objections.add(objection)
        for each in (asked.id, objection.id):
            _thing(world, "request_id", each, ties)
            if "receivers" in ties:
                coach = world.accounts[f"{name}.coach"]
                assert coach.organisation_id is not None
                claim = Claim(request_id=each, organisation_id=coach.organisation_id, account_id=coach.id, taken_at=NOW)
                unit.claims.add(claim)


def _coach_request(world: World, of: str, ties: Ties, number: str) -> CoachRequest:
    reach = Reach(
        name=world.marks.word(What.ASKED, f"name of who asks {of}", ties),
        phone=world.marks.phone(What.ASKED, f"telephone of who asks {of}", ties),
        email=world.marks.email(What.ASKED, f"mail address of who asks {of}", ties),
        language="nl",
        daypart=Daypart.ANY,
    )
    shared = world.marks.word(What.ASKED, f"what is shared {of}", ties)
    return CoachRequest(
        id=uuid4(),
        number=number,
        received_at=NOW,
        answer_by=NOW.date() + timedelta(days=3),
        reach=reach,
        route="",
        shared=(SharedLine(key="dutch", about="Nederlands", words=(shared,)),),
    )


def _visitor(world: World, unit: UnitOfWork) -> None:
    world.assessments[VISITOR] = unit.assessments.start(NOW)
    _answers(world, unit, world.assessments[VISITOR], VISITOR, What.ANSWERS, {"self": [VISITOR]})


def _client(world: World, actor: str) -> FlaskClient:
    """A browser of somebody; each has noted answers that are not theirs, but the visitor, who has own ones."""
    client, account = world.app.test_client(), world.accounts.get(actor)
    noted = actor if actor == VISITOR else "zuid.client" if actor.startswith("noord") else "noord.client"
    with client.session_transaction() as session:
        session["assessment"] = str(world.assessments[noted])
        if account is not None:
            session["_user_id"] = _session(world, actor, account)
        if actor in (STRANGER, COMPANY):
            session.clear()
        if actor == COMPANY:
            session["company_link"] = actor
    return client


def _session(world: World, actor: str, account: Account) -> str:
    ties = {"self": [actor]}
    with world.house.unit_of_work() as unit:
        device = world.marks.word(What.OWN, f"device of {actor}", ties)
        token = sessions.begin(unit, account, NOW, device=device, complete=True)
        kept = unit.sessions.find(token_hash(token))
        unit.commit()
    assert kept is not None
    _thing(world, "session_id", kept.id, ties)
    return token


def _coaches(name: str) -> list[str]:
    return [f"{name}.coach", f"{name}.colleague"]


def _thing(world: World, kind: str, thing_id: UUID, ties: Ties, of_dossier: UUID | None = None) -> None:
    world.things.append(Thing(kind=kind, id=thing_id, ties=ties, of_dossier=of_dossier))
