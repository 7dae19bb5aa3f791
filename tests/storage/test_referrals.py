"""Referrals in the database, and the second lock on them."""

from __future__ import annotations

from uuid import uuid4

from gouden_poort.profiles.people.account import Actor
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, STRANGER, a_kept_dossier
from tests.referrals import COUNSELLOR, OTHER_COUNSELLOR, a_referral, a_referral_message


def test_a_referral_comes_back_as_it_was_kept(database: Database) -> None:
    referral = a_referral()
    with database.unit() as unit:
        unit.referrals.add(referral)
        unit.commit()
    with database.unit() as unit:
        assert unit.referrals.find(referral.id) == referral
        assert unit.referrals.find(uuid4()) is None


def test_who_changes_an_older_version_changes_nothing(database: Database) -> None:
    referral = a_referral()
    with database.unit() as unit:
        unit.referrals.add(referral)
        assert unit.referrals.change(referral)
        assert not unit.referrals.change(referral)


def test_a_message_is_kept_once(database: Database) -> None:
    referral = a_referral()
    message = a_referral_message(referral)
    with database.unit() as unit:
        unit.referrals.add(referral)
        assert unit.referral_messages.add(message)
        assert not unit.referral_messages.add(message)
        assert unit.referral_messages.of(referral.id) == [message]


def test_without_any_filter_postgresql_shows_only_what_is_ones_own(postgres_database: Database) -> None:
    database = postgres_database
    waiting = a_referral()
    taken = a_referral(dossier_id=a_kept_dossier(database).id)
    with database.unit() as unit:
        for referral in (waiting, taken):
            unit.referrals.add(referral)
            unit.referral_messages.add(a_referral_message(referral))
        unit.commit()

    def seen_by(actor: Actor) -> list[bool]:
        with database.unit(actor) as unit:
            return [
                found
                for each in (waiting, taken)
                for found in (unit.referrals.find(each.id) is not None, bool(unit.referral_messages.of(each.id)))
            ]

    assert seen_by(COUNSELLOR) == [True] * 4
    assert seen_by(COACH) == [True] * 4
    assert seen_by(COLLEAGUE) == [True, True, False, False]
    assert seen_by(OTHER_COUNSELLOR) == seen_by(STRANGER) == [False] * 4
