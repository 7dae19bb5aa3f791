"""How long the lists of a coach take in a full house: `make bench`, or `python bench/caseload.py`.

A PostgreSQL with 100,000 dossiers of made-up people, 500 for each of 200 coaches in 10 organisations, with consents,
agreements, a line of ten years and the answers of three years; one in ten has no mail and is to be called when a year
is due. Server time is wall clock from request to answer, signed in, as a plain role with row-level security.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import NoReturn
from uuid import UUID, uuid4

from flask import Flask

from gouden_poort.profiles.people.account import Account, Role
from gouden_poort.profiles.people.organisation import Organisation, OrganisationKind
from gouden_poort.wiring import House
from tests.apps import app_of
from tests.databases import Database, Databases, running_postgres
from tests.people_with_rights import Clock, Desk, an_account, house_at, signed_in_client

NOW = datetime(2026, 11, 23, 8, 45, tzinfo=UTC)
ORGANISATIONS, COACHES, EACH = 10, 200, 500
ASKED = 100
"""Requests of each kind, each by another coach than the one before."""
MOST_MS = 200
FIRST = ("Adem", "Bela", "Cato", "Dina", "Eli", "Fay", "Gijs", "Hala", "Ilse", "Jona", "Kobe", "Lien")
LAST = ("Voorbeeld", "Proef", "Verzonnen", "Bedacht", "Oefening", "Monster")
_PEOPLE = """
    INSERT INTO dossiers (id, pseudonym, organisation_id, coach_id, assessment_id, name, name_key, birth_date,
        phone, email, language, registered_at, state, state_since, target_id, next_contact_on, last_contact_on, labels,
        version)
    SELECT gen_random_uuid(), gen_random_uuid(), %(organisation)s, %(coach)s, id, name, lower(name),
        DATE '1970-01-01' + (n * 37 %% 13000), '06 ' || (10000000 + n * 7 %% 89999999),
        CASE WHEN n %% 10 > 0 THEN lower(replace(name, ' ', '.')) || '@voorbeeld.example' ELSE '' END,
        (ARRAY['nl','ar','uk','en','tr','ti'])[1 + n %% 6], %(now)s - n %% 700 * INTERVAL '1 day',
        (ARRAY['new','active','active','active','paused','stopped','done'])[1 + n %% 7], %(today)s - n %% 300,
        '', CASE WHEN n %% 3 > 0 THEN %(today)s - 10 + n * 7 %% 60 END,
        CASE WHEN n %% 7 > 0 THEN %(today)s - n * 3 %% 120 END,
        (ARRAY['','avond','taalklas|avond','rijbewijs'])[1 + n %% 4], 1
    FROM (
        SELECT id, n, (%(first)s::text[])[1 + n %% 12] || ' ' || (%(last)s::text[])[1 + n %% 6] || ' ' || n AS name
        FROM (SELECT id, (row_number() OVER () + %(from)s)::int AS n FROM made) AS numbered
    ) AS named
"""
_STEPS = (
    "CREATE TEMPORARY TABLE made AS SELECT gen_random_uuid() AS id FROM generate_series(1, %(each)s)",
    "INSERT INTO assessments (id, started_at) SELECT id, %(now)s FROM made",
    _PEOPLE,
    "DROP TABLE made",
)
_BELONGING = (
    """INSERT INTO consents (id, dossier_id, line, given, language, given_at, ended_at)
    SELECT gen_random_uuid(), id, line, 'read_aloud', language, registered_at,
        CASE WHEN version = 1 AND line = 'coach_sees_dossier' AND hashtext(id::text) %% 50 = 0 THEN registered_at END
    FROM dossiers, unnest(ARRAY['coach_sees_dossier', 'messages']) AS line""",
    """INSERT INTO agreements (id, dossier_id, text, doer, due_on, made_at, made_by, done_at)
    SELECT gen_random_uuid(), id, 'Bel de school', (ARRAY['coach','citizen'])[1 + which %% 2],
        %(today)s - 60 + 30 * which + abs(hashtext(id::text)) %% 30, registered_at, coach_id,
        CASE WHEN which < 2 THEN registered_at END
    FROM dossiers, generate_series(0, 2) AS which WHERE state <> 'new'""",
    """INSERT INTO plans (id, dossier_id, made_at, made_by, catalogue_version, rules_version, kept)
    SELECT id, id, registered_at, coach_id, 'c', 'r', '' FROM dossiers WHERE state <> 'new'""",
    """INSERT INTO journeys (dossier_id, plan_id, region, groups, target_id, target_sector, chosen_on, planned_work_on,
        phase, first_sector, sector, occupation_id, missed, call_since, ask_from, open_years, look_on)
    SELECT dossier_id, id, 'AR01', '', 'O1', 'metal', %(today)s, %(today)s, 'working', 'metal', 'metal', 'O1', 0,
        CASE WHEN hashtext(id::text) %% 20 = 0 THEN %(today)s - 30 END,
        %(today)s - abs(hashtext(id::text)) %% 300 + 86,
        concat_ws('|', '4 ' || %(today)s - abs(hashtext(id::text)) %% 300 + 100,
            '5 ' || %(today)s - abs(hashtext(id::text)) %% 300 + 465),
        %(today)s + 100
    FROM plans""",
    """INSERT INTO check_ins (id, dossier_id, year, answered_at, answered_by, going, work, learnt, onward, wants_talk)
    SELECT gen_random_uuid(), dossier_id, year, made_at, made_by, 'well', 'same', '', 'as_planned',
        year = 3 AND hashtext(id::text) %% 10 = 0
    FROM plans, generate_series(1, 3) AS year""",
    """INSERT INTO events (id, dossier_id, kind, day, written_at, occupation_id, sector, employer, words)
    SELECT gen_random_uuid(), dossier_id, 'talk_held', %(today)s - 400 * year, made_at - year * INTERVAL '400 days',
        '', '', '', ''
    FROM plans, generate_series(1, 3) AS year""",
    "ANALYZE",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One page as a coach asks for it."""

    what: str
    ask: Callable[[Desk, Random], None]


def look(address: str) -> Callable[[Desk, Random], None]:
    """A page that is read."""
    return lambda desk, _random: desk.read(address) and None


def search(desk: Desk, random: Random) -> None:
    """A name that is searched for, and the page that it leads to."""
    words = f"{random.choice(FIRST)} {random.choice(LAST)[:4]}"
    desk.follow(desk.send("/mensen/zoek", {"name": words}))


QUESTIONS = (
    Question(what="vandaag", ask=look("/vandaag")),
    Question(what="vandaag, who is quiet", ask=look("/vandaag?lijst=stil")),
    Question(what="mensen", ask=look("/mensen")),
    Question(what="mensen, page 5 by last talk", ask=look("/mensen?pagina=5&volgorde=laatst-gesproken")),
    Question(what="mensen, filtered", ask=look("/mensen?staat=bezig&taal=ar&stil=al-4-weken-niet")),
    Question(what="search by name, with the page after it", ask=search),
    Question(what="file of 500 people", ask=look("/mensen/bestand")),
)


def fill(database: Database) -> list[Account]:
    """Put everyone in; the coaches."""
    with database.unit() as unit:
        houses = [
            Organisation(id=uuid4(), name=f"Gemeente Voorbeeld {number}", kind=OrganisationKind.MUNICIPALITY)
            for number in range(ORGANISATIONS)
        ]
        for house in houses:
            unit.organisations.add(house)
        coaches = [
            an_account(Role.COACH, f"coach{number}@voorbeeld.example", houses[number % ORGANISATIONS].id, NOW)
            for number in range(COACHES)
        ]
        run = unit._connection.exec_driver_sql  # the bench makes rows by the thousand
        for number, coach in enumerate(coaches):
            unit.accounts.add(coach)
            for step in _STEPS:
                run(step, _facts(coach.organisation_id, coach.id, number * EACH))
        for step in _BELONGING:
            run(step, {"today": NOW.date()})
        unit.commit()
    return coaches


def _facts(organisation: UUID | None, coach: UUID, first: int) -> dict[str, UUID | int | date | list[str] | None]:
    return {
        "organisation": organisation,
        "coach": coach,
        "from": first,
        "each": EACH,
        "now": NOW,
        "today": NOW.date(),
        "first": list(FIRST),
        "last": list(LAST),
    }


def seconds(app: Flask, house: House, coaches: Sequence[Account], question: Question) -> Iterator[float]:
    """Seconds of each request, by one coach after the other."""
    random = Random(question.what)
    for number in range(ASKED):
        desk = Desk(signed_in_client(app, house, coaches[number * 7 % COACHES]))
        desk.read("/account")
        began = time.perf_counter()
        question.ask(desk, random)
        yield time.perf_counter() - began


def line(what: str, found: Sequence[float]) -> tuple[bool, str]:
    """Whether it was quick enough, and the line that says so."""
    p95 = 1000 * sorted(found)[int(0.95 * len(found))]
    mark = "ok  " if p95 <= MOST_MS else "OVER"
    spread = f"median {1000 * statistics.median(found):.0f} ms, most {1000 * max(found):.0f} ms"
    return p95 <= MOST_MS, f"{mark} {what:40} p95 {p95:5.0f} ms (at most {MOST_MS})  {spread}"


def _no_server(reason: str) -> NoReturn:
    raise SystemExit(reason)


def main() -> int:
    """Print the table; 1 when something is too slow."""
    load = os.getloadavg()[0]
    print(
        f"{COACHES * EACH:,} dossiers, {COACHES} coaches, {ASKED} requests a line; load before: {load:.1f}", flush=True
    )
    well = True
    with (
        tempfile.TemporaryDirectory() as folder,
        running_postgres(_no_server) as server,
        Databases(Path(folder), server).migrated(Path(folder)) as database,
    ):
        coaches = fill(database)
        house = house_at(database, Clock(NOW))
        app = app_of(house)
        for question in QUESTIONS:
            is_quick, words = line(question.what, list(seconds(app, house, coaches, question)))
            print(words, flush=True)
            well &= is_quick
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
