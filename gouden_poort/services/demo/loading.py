"""Putting the demo in, and taking it out again. It never stands beside dossiers of real people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from random import Random
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput, UnknownPlace
from gouden_poort.profiles.coach_request import CoachRequest, Daypart, Reach, SharedLine
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.objection import About, Objection
from gouden_poort.profiles.people.account import STAFF, Account
from gouden_poort.profiles.people.agreement import Agreement, Doer
from gouden_poort.profiles.people.consent import Consent, Given, Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.note import Note
from gouden_poort.profiles.people.place_offer import FreePlace, OpeningKind
from gouden_poort.profiles.question import Answer
from gouden_poort.services.accounts.passwords import hashed_password
from gouden_poort.services.accounts.second_factor import app_secret
from gouden_poort.services.demo.cast import Cast, drawn_id, people, the_cast
from gouden_poort.services.demo.example_plans import KINDS, ExamplePlans, Someone, Town
from gouden_poort.services.demo.mark import demo_id
from gouden_poort.services.demo.referring import keep_referrals
from gouden_poort.services.demo.ten_years import a_life
from gouden_poort.services.places import find_place
from gouden_poort.services.ports import Arrival, Credentials, UnitOfWork, UnitOfWorkFactory

MOST_PEOPLE = 20_000
_PLACES = ("Utrecht", "Zwolle", "Eindhoven", "Groningen", "Rotterdam", "Arnhem", "Tilburg", "Den Haag")
_PLACES_TO_OFFER = 4
_AT_ONCE = 1_000
"""People who are taken in together."""
_TALKS = (
    "Wil graag met de handen werken.",
    "Zoekt werk dicht bij huis.",
    "Vertelde over reparaties aan fietsen.",
    "Wil eerst een dag meelopen.",
)
_AGREEMENTS = (
    (Doer.CITIZEN, "Een dag meelopen bij een bedrijf"),
    (Doer.CITIZEN, "De taaltoets maken"),
    (Doer.COACH, "Bellen met het techniekcentrum"),
    (Doer.COACH, "Uitzoeken of er een leerbaan is"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """How someone of the demo gets in."""

    account: Account
    secret: str
    """For the app with codes; empty for who needs none."""


def load(
    open_unit: UnitOfWorkFactory,
    snapshot: Snapshot,
    *,
    many: int,
    seed: int,
    password: str,
    key: str,
    moment: datetime,
) -> Sequence[SignIn]:
    """Put the demo in, all or nothing, in the place of one that is there; InvalidInput beside real dossiers."""
    cast, chance = the_cast(moment), Random(seed)  # noqa: S311 - invented people, not secrets
    towns, plans = list(_towns(open_unit, snapshot)), ExamplePlans(snapshot)
    with open_unit() as unit:
        _refuse_beside_real_people(unit, cast)
        _remove(unit, cast)
        _keep_colleagues(unit, cast, hashed_password(password), moment)
        citizens: list[Dossier] = []
        for some in _batches(people(cast, many, chance, moment)):
            citizens += _take_in(unit, some, towns, plans, chance, moment)
        _keep_what_was_asked(unit, moment)
        keep_referrals(unit, cast, citizens, chance, moment)
        _keep_places(unit, cast, snapshot, chance, moment)
        unit.commit()
    return [
        SignIn(account=each, secret=app_secret(key, each.id, 0) if each.role in STAFF else "") for each in cast.accounts
    ]


def _batches(everyone: Iterator[Dossier]) -> Iterator[Sequence[Dossier]]:
    while some := list(islice(everyone, _AT_ONCE)):
        yield some


def remove(open_unit: UnitOfWorkFactory, moment: datetime) -> int:
    """Take the demo out, with all that was done in it; how many dossiers went."""
    cast = the_cast(moment)
    with open_unit() as unit:
        gone = _remove(unit, cast)
        unit.commit()
    return gone


def _remove(unit: UnitOfWork, cast: Cast) -> int:
    organisations, accounts = (cast.bureau.id, cast.office.id), [each.id for each in cast.accounts]
    return unit.demo.remove(organisations, accounts, _asked_ids())


def _refuse_beside_real_people(unit: UnitOfWork, cast: Cast) -> None:
    real = unit.demo.dossiers_elsewhere(cast.bureau.id)
    if real:
        expected = "a database without dossiers of real people"
        raise InvalidInput([FieldError(path="database", code="too_many", given=str(real), expected=expected)])


def _keep_colleagues(unit: UnitOfWork, cast: Cast, password_hash: str, moment: datetime) -> None:
    for organisation in (cast.bureau, cast.office):
        if not unit.organisations.add(organisation):
            raise _taken("organisation", organisation.name)
    for account in cast.accounts:
        if not unit.accounts.add(account):
            raise _taken("email", account.email)
        confirmed = moment if account.role in STAFF else None
        unit.accounts.keep_credentials(
            Credentials(account_id=account.id, password_hash=password_hash, app_confirmed_at=confirmed)
        )


def _towns(open_unit: UnitOfWorkFactory, snapshot: Snapshot) -> Iterator[Town]:
    """Where people live, as far as this catalogue knows the towns."""
    for name in _PLACES:
        try:
            place = find_place(snapshot, open_unit, name)
        except UnknownPlace:
            continue
        home = Home(label=place.name, lat=place.lat, lon=place.lon, approximate=place.approximate)
        yield Town(answer=home.as_answer(), lat=place.lat, lon=place.lon, region=place.region_code)


def _take_in(  # noqa: PLR0917 - who comes, from where, with which plans
    unit: UnitOfWork, some: Sequence[Dossier], towns: Sequence[Town], plans: ExamplePlans, chance: Random, now: datetime
) -> Sequence[Dossier]:
    """People with their papers, and the plan and journal of those who have one; as they are then."""
    arrivals, lives = [], []
    for dossier in some:
        someone = Someone(dossier=dossier, town=chance.choice(towns) if towns else None, kind=chance.choice(KINDS))
        life = a_life(someone, plans, chance, now)
        arrivals.append(_arrival(life.dossier if life else dossier, someone, chance))
        lives += [life] if life else []
    unit.imports.take_in(arrivals, now)
    unit.plans.add_all(life.plan for life in lives)
    unit.journal.add_all(event for life in lives for event in life.events)
    unit.journeys.put_all([life.line for life in lives])
    for arrival in arrivals:
        _keep_papers(unit, arrival.dossier, chance, now)
    return [arrival.dossier for arrival in arrivals]


def _arrival(dossier: Dossier, someone: Someone, chance: Random) -> Arrival:
    answers: Mapping[str, Answer] = {
        "birth_date": dossier.birth_date.isoformat(),
        "dutch": someone.kind.dutch.name,
        **({"place": someone.town.answer} if someone.town else {}),
    }
    no_longer = chance.random() < 0.05
    lines = [Line.COACH_SEES_DOSSIER, *[line for line in (Line.MESSAGES,) if chance.random() < 0.8]]
    consents = [
        Consent(
            id=drawn_id(chance),
            dossier_id=dossier.id,
            line=line,
            given=Given.READ_ALOUD,
            language=dossier.language,
            given_at=dossier.registered_at,
            ended_at=dossier.registered_at + timedelta(hours=5) if no_longer else None,
        )
        for line in lines
    ]
    return Arrival(dossier=dossier, answers=answers, consents=consents)


def _keep_papers(unit: UnitOfWork, dossier: Dossier, chance: Random, moment: datetime) -> None:
    if dossier.last_contact_on is None:
        return
    first = min(moment, dossier.registered_at + timedelta(hours=1))
    last = max(first, moment - (moment.date() - dossier.last_contact_on))
    unit.notes.add(
        Note(
            id=drawn_id(chance),
            dossier_id=dossier.id,
            author_id=dossier.coach_id,
            written_at=first,
            text=chance.choice(_TALKS),
            visible=chance.random() < 0.5,
        )
    )
    for doer, text in chance.sample(_AGREEMENTS, chance.randint(1, 2)):
        unit.agreements.add(
            Agreement(
                id=drawn_id(chance),
                dossier_id=dossier.id,
                text=text,
                doer=doer,
                due_on=moment.date() + timedelta(days=chance.choice((-9, -2, 0, 4, 15))),
                made_at=last,
                made_by=dossier.coach_id,
                done_at=moment if chance.random() < 0.6 else None,
            )
        )


def _asked_ids() -> tuple[UUID, ...]:
    return tuple(demo_id(f"asked {number}") for number in range(5))


def _keep_what_was_asked(unit: UnitOfWork, moment: datetime) -> None:
    """Requests and objections: one of each is late."""
    for number, days in enumerate((-2, 1, 3)):
        reach = Reach(
            name=f"Voorbeeld Vrager {number + 1}",
            phone="",
            email=f"vrager{number + 1}@voorbeeld.example",
            language=("ar", "nl", "uk")[number],
            daypart=Daypart.ANY,
        )
        unit.coach_requests.add(
            CoachRequest(
                id=demo_id(f"asked {number}"),
                number=f"DEM{number}-VRG{number}",
                received_at=moment - timedelta(days=3 - min(days, 2)),
                answer_by=moment.date() + timedelta(days=days),
                reach=reach,
                route="",
                shared=(SharedLine(key="dutch", about="Nederlands", words=("A2",)),),
            )
        )
    for number, days in ((3, -1), (4, 20)):
        unit.objections.add(
            Objection(
                id=demo_id(f"asked {number}"),
                number=f"DEM{number}-BZW{number}",
                received_at=moment - timedelta(days=30 - max(days, 0)),
                answer_by=moment.date() + timedelta(days=days),
                about=About.FACT,
                page="/beroepen",
                what="Dit is een voorbeeld van een bezwaar.",
                contact="bezwaar@voorbeeld.example",
                rules="",
                catalogue="",
            )
        )


def _keep_places(unit: UnitOfWork, cast: Cast, snapshot: Snapshot, chance: Random, moment: datetime) -> None:
    """Seats at a few companies all over the catalogue, for coaches to offer."""
    positions = snapshot.columns.positions.id
    for row in range(0, len(positions), max(1, len(positions) // _PLACES_TO_OFFER)):
        unit.free_places.put(
            FreePlace(
                id=drawn_id(chance),
                organisation_id=cast.bureau.id,
                kind=OpeningKind.POSITION,
                opening_id=positions[row],
                seats=chance.randint(1, 3),
                updated_at=moment,
                updated_by=cast.coaches[0].id,
            )
        )


def _taken(path: str, given: str) -> InvalidInput:
    expected = "a name that only the demo has"
    return InvalidInput([FieldError(path=path, code="duplicate", given=given, expected=expected)])
