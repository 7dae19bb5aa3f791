from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest

from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import START, Trace, TrailEntry, Why, trace
from gouden_poort.storage.values import as_row

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
COACH = Actor(account_id=UUID(int=1), role=Role.COACH, organisation_id=UUID(int=2))
LOOK = trace(COACH, Deed.SEE_DOSSIER, UUID(int=3), Why.GUIDANCE, NOON)


def entry(look: Trace) -> TrailEntry:
    return TrailEntry(**as_row(look), **as_row(START.next(look)))


def test_a_trace_says_who_did_what_with_whose_dossier_why_and_when() -> None:
    assert as_row(LOOK) == {
        "moment": NOON,
        "account_id": UUID(int=1),
        "role": "coach",
        "organisation_id": UUID(int=2),
        "deed": "see_dossier",
        "subject": UUID(int=3),
        "why": "guidance",
    }


def test_what_nobody_in_particular_did_is_of_the_machine() -> None:
    done = trace(None, Deed.OWN_DOSSIER, UUID(int=3), Why.UPKEEP, NOON)
    assert (done.account_id, done.role, done.organisation_id) == (None, "system", None)


def test_the_seal_of_a_known_entry_is_the_same_for_ever() -> None:
    assert START.next(LOOK).hash == "7923b4c5223263eb2e79c5371046aacdc60ef319cc89176a1b31b4e7cbdbc390"


def test_an_entry_follows_the_one_before_it() -> None:
    first = entry(LOOK)
    second = TrailEntry(**as_row(LOOK), **as_row(first.seal.next(LOOK)))
    assert first.follows(START)
    assert second.follows(first.seal)
    assert not second.follows(START)
    assert not first.follows(second.seal)


@pytest.mark.parametrize(
    "change",
    [
        {"moment": NOON + timedelta(microseconds=1)},
        {"account_id": UUID(int=9)},
        {"account_id": None},
        {"role": "counsellor"},
        {"organisation_id": None},
        {"deed": "change_dossier"},
        {"subject": UUID(int=9)},
        {"subject": None},
        {"why": "own"},
        {"seq": 2},
        {"hash": "0" * 64},
    ],
    ids=str,
)
def test_an_entry_of_which_anything_was_changed_follows_nothing(change: dict[str, object]) -> None:
    assert not replace(entry(LOOK), **change).follows(START)


def test_the_same_moment_in_another_zone_has_the_same_seal() -> None:
    elsewhere = replace(LOOK, moment=NOON.astimezone(timezone(timedelta(hours=5))))
    assert START.next(elsewhere) == START.next(LOOK)
