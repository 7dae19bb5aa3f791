"""A commitment is recorded, agreed by both sides, doubted and ended; only by whom it concerns, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from gouden_poort.development.commitment import Commitment, CommitmentState, Party
from gouden_poort.errors import ChangedMeanwhile, InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.message import Channel, MessageKind
from gouden_poort.services.ten_years import promising
from gouden_poort.services.ten_years.promising import Promise
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING, STRANGER, a_kept_dossier
from tests.referrals import keep_colleagues

CITIZEN = Actor(account_id=UUID(int=21), role=Role.CITIZEN, organisation_id=None)
OTHER_CITIZEN = replace(CITIZEN, account_id=UUID(int=22))
TODAY = MORNING.date()
LATER = MORNING + timedelta(hours=1)
BSN = "111222333"
PAGE = "https://poort.example/mijn-garantie?"
PROMISE = Promise(
    party=Party.FUND,
    name="Voorbeeldfonds",
    paper="brief van 1 november 2026",
    holds_from=date(2026, 11, 1),
    holds_until=date(2036, 10, 31),
    work_within_weeks=8,
    training_every_months=24,
    takes_back=True,
    pause_extends=True,
)
BARE = replace(PROMISE, work_within_weeks=None, training_every_months=None, takes_back=False, pause_extends=False)


@pytest.fixture
def dossier(database: Database) -> Dossier:
    return a_kept_dossier(database, citizen_id=CITIZEN.account_id)


def recorded(
    database: Database, dossier: Dossier, promise: Promise = PROMISE, *, actor: Actor = COACH, form: UUID | None = None
) -> Commitment:
    return promising.record(database.unit, actor, dossier.id, promise, MORNING, form_id=form)


def agreed(database: Database, commitment: Commitment, actor: Actor, **rest: Any) -> Commitment:
    told = {"version": commitment.version, **rest}
    return promising.agree(database.unit, actor, commitment.id, LATER, **told)


def doubted(database: Database, commitment: Commitment, actor: Actor = CITIZEN, words: str = "Het is 6.") -> Commitment:
    return promising.doubt(database.unit, actor, commitment.id, words, LATER, version=commitment.version)


def ended(
    database: Database,
    commitment: Commitment,
    actor: Actor = COACH,
    day: date | None = TODAY,
    because: str = "Het bedrijf is gestopt.",
) -> Commitment:
    return promising.end(database.unit, actor, commitment.id, day, because, LATER, version=commitment.version)


def kept(database: Database, dossier: Dossier) -> list[Commitment]:
    with database.unit() as unit:
        return list(unit.commitments.of(dossier.id))


def expected_of(wrong: InvalidInput) -> dict[str, tuple[str, str]]:
    return {fault.path: (fault.code, fault.expected) for fault in wrong.faults}


class TestRecording:
    def test_what_is_recorded_waits_for_both_sides(self, database: Database, dossier: Dossier) -> None:
        commitment = recorded(database, dossier)
        assert kept(database, dossier) == [commitment]
        assert (commitment.agreed_by_citizen_at, commitment.agreed_by_staff_at) == (None, None)
        assert commitment.state_on(TODAY) is CommitmentState.RECORDED
        assert commitment.recorded_by == COACH.account_id
        assert (commitment.work_within_weeks, commitment.training_every_months) == (8, 24)

    def test_the_same_form_twice_is_one(self, database: Database, dossier: Dossier) -> None:
        form = uuid4()
        assert recorded(database, dossier, form=form) == recorded(database, dossier, form=form)
        assert len(kept(database, dossier)) == 1

    def test_the_same_form_of_another_dossier_is_another(self, database: Database, dossier: Dossier) -> None:
        form, other = uuid4(), a_kept_dossier(database)
        assert recorded(database, dossier, form=form).id != recorded(database, other, form=form).id

    def test_the_same_paper_is_not_recorded_twice_until_it_ended(self, database: Database, dossier: Dossier) -> None:
        first = recorded(database, dossier)
        with pytest.raises(InvalidInput) as wrong:
            recorded(database, dossier, replace(PROMISE, name="VOORBEELDFONDS "))
        assert expected_of(wrong.value) == {"paper": ("duplicate", "a paper that is not recorded yet")}
        ended(database, first, day=TODAY - timedelta(days=1))
        recorded(database, dossier)
        assert len(kept(database, dossier)) == 2


class TestAgreeing:
    def test_it_counts_once_both_sides_agreed(self, database: Database, dossier: Dossier) -> None:
        one = agreed(database, recorded(database, dossier), CITIZEN)
        assert one.state_on(TODAY) is CommitmentState.RECORDED
        both = agreed(database, one, COACH)
        assert both.state_on(TODAY) is CommitmentState.AGREED
        assert kept(database, dossier) == [both]

    @pytest.mark.parametrize("actor", [CITIZEN, COACH])
    def test_a_second_yes_changes_nothing(self, database: Database, dossier: Dossier, actor: Actor) -> None:
        first = agreed(database, recorded(database, dossier), actor)
        assert promising.agree(database.unit, actor, first.id, LATER + timedelta(1), version=1) == first

    def test_who_comes_second_gets_it_as_it_is_now(self, database: Database, dossier: Dossier) -> None:
        commitment = recorded(database, dossier)
        over = ended(database, commitment)
        with pytest.raises(ChangedMeanwhile) as other:
            agreed(database, commitment, CITIZEN)
        assert other.value.current == over
        assert kept(database, dossier) == [over]

    def test_nothing_is_agreed_that_ended(self, database: Database, dossier: Dossier) -> None:
        over = ended(database, recorded(database, dossier))
        with pytest.raises(ChangedMeanwhile):
            agreed(database, over, CITIZEN)


class TestDoubting:
    def test_what_is_not_right_is_kept_in_the_words_of_the_citizen(self, database: Database, dossier: Dossier) -> None:
        commitment = doubted(database, recorded(database, dossier))
        assert kept(database, dossier) == [commitment]
        assert (commitment.doubt, commitment.doubted_at) == ("Het is 6.", LATER)

    def test_staff_cannot_agree_over_a_doubt(self, database: Database, dossier: Dossier) -> None:
        commitment = doubted(database, recorded(database, dossier))
        with pytest.raises(ChangedMeanwhile):
            agreed(database, commitment, COACH)

    def test_a_yes_of_the_citizen_solves_it(self, database: Database, dossier: Dossier) -> None:
        commitment = agreed(database, doubted(database, recorded(database, dossier)), CITIZEN)
        assert (commitment.doubt, commitment.doubted_at) == ("", None)

    def test_it_takes_no_yes_back(self, database: Database, dossier: Dossier) -> None:
        commitment = agreed(database, recorded(database, dossier), CITIZEN)
        with pytest.raises(ChangedMeanwhile):
            doubted(database, commitment)
        assert kept(database, dossier) == [commitment]


class TestEnding:
    def test_it_holds_up_to_and_including_the_last_day(self, database: Database, dossier: Dossier) -> None:
        both = agreed(database, agreed(database, recorded(database, dossier), CITIZEN), COACH)
        over = ended(database, both)
        assert kept(database, dossier) == [over]
        assert over.holds_on(TODAY)
        assert not over.holds_on(TODAY + timedelta(days=1))
        assert over.ended_because == "Het bedrijf is gestopt."

    def test_what_has_to_begin_yet_can_end_today(self, database: Database, dossier: Dossier) -> None:
        soon = recorded(database, dossier, replace(PROMISE, holds_from=TODAY + timedelta(days=90)))
        assert ended(database, soon).ended_on == TODAY


class TestBadInput:
    @pytest.fixture
    def database(self, sqlite_database: Database) -> Database:
        """What is refused reaches no database, so one kind is enough."""
        return sqlite_database

    @pytest.mark.parametrize(
        ("change", "path", "code", "expected"),
        [
            ({"party": None}, "party", "missing", "a sector, a fund or an employer"),
            ({"name": " "}, "name", "missing", "the name of who promises"),
            ({"name": "a" * 121}, "name", "too_many", "at most 120 characters"),
            ({"paper": " \n"}, "paper", "missing", "where it is written, and of which day"),
            ({"paper": "a" * 201}, "paper", "too_many", "at most 200 characters"),
            ({"paper": f"brief over {BSN}"}, "paper", "bsn", "no burgerservicenummer"),
            ({"name": BSN}, "name", "bsn", "no burgerservicenummer"),
            ({"holds_from": None}, "holds_from", "missing", "a day"),
            (
                {"holds_from": date(1999, 12, 31), "holds_until": None},
                "holds_from",
                "out_of_range",
                "a day from 2000-01-01 up to and including 2027-11-23",
            ),
            (
                {"holds_from": date(2027, 11, 24)},
                "holds_from",
                "out_of_range",
                "a day from 2000-01-01 up to and including 2027-11-23",
            ),
            (
                {"holds_until": date(2026, 10, 31)},
                "holds_until",
                "out_of_range",
                "a day from 2026-11-01 up to and including 2046-11-01",
            ),
            (
                {"holds_from": date(2024, 2, 29), "holds_until": date(2044, 3, 1)},
                "holds_until",
                "out_of_range",
                "a day from 2024-02-29 up to and including 2044-02-29",
            ),
            ({"work_within_weeks": 0}, "work_within_weeks", "out_of_range", "1 to 104 weeks"),
            ({"work_within_weeks": 105}, "work_within_weeks", "out_of_range", "1 to 104 weeks"),
            ({"training_every_months": 121}, "training_every_months", "out_of_range", "1 to 120 months"),
        ],
    )
    def test_bad_input_hears_what_was_expected(
        self, database: Database, dossier: Dossier, change: dict[str, Any], path: str, code: str, expected: str
    ) -> None:
        with pytest.raises(InvalidInput) as wrong:
            recorded(database, dossier, replace(PROMISE, **change))
        assert expected_of(wrong.value) == {path: (code, expected)}
        assert BSN not in str(wrong.value)
        assert kept(database, dossier) == []

    def test_a_paper_without_any_clause_promises_nothing(self, database: Database, dossier: Dossier) -> None:
        with pytest.raises(InvalidInput) as wrong:
            recorded(database, dossier, BARE)
        assert expected_of(wrong.value) == {"clauses": ("missing", "at least one clause of the paper")}

    @pytest.mark.parametrize(
        "clause",
        [{"work_within_weeks": 1}, {"training_every_months": 120}, {"takes_back": True}, {"pause_extends": True}],
    )
    def test_one_clause_is_enough(self, database: Database, dossier: Dossier, clause: dict[str, Any]) -> None:
        assert recorded(database, dossier, replace(BARE, **clause)).has_clause

    def test_there_is_an_end_to_how_many(
        self, database: Database, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(promising, "MOST", 1)
        recorded(database, dossier)
        with pytest.raises(InvalidInput) as wrong:
            recorded(database, dossier, replace(PROMISE, paper="een andere brief"))
        assert expected_of(wrong.value) == {"paper": ("full", "at most 1 commitments")}

    @pytest.mark.parametrize(("words", "code"), [(" ", "missing"), ("a" * 501, "too_many"), (BSN, "bsn")])
    def test_bad_words_are_refused(self, database: Database, dossier: Dossier, words: str, code: str) -> None:
        with pytest.raises(InvalidInput) as wrong:
            doubted(database, recorded(database, dossier), words=words)
        assert [(fault.path, fault.code) for fault in wrong.value.faults] == [("doubt", code)]

    @pytest.mark.parametrize(
        ("day", "because", "path", "code"),
        [
            (None, "Gestopt.", "ended_on", "missing"),
            (date(2026, 10, 31), "Gestopt.", "ended_on", "out_of_range"),
            (TODAY + timedelta(days=2), "Gestopt.", "ended_on", "out_of_range"),
            (TODAY, "", "ended_because", "missing"),
            (TODAY, BSN, "ended_because", "bsn"),
        ],
    )
    def test_bad_input_is_refused(
        self, database: Database, dossier: Dossier, day: date | None, because: str, path: str, code: str
    ) -> None:
        commitment = recorded(database, dossier)
        with pytest.raises(InvalidInput) as wrong:
            ended(database, commitment, day=day, because=because)
        assert [(fault.path, fault.code) for fault in wrong.value.faults] == [(path, code)]
        assert kept(database, dossier) == [commitment]


class TestRights:
    @pytest.mark.parametrize("actor", [COLLEAGUE, STRANGER, CITIZEN])
    def test_the_coach_alone_records(self, database: Database, dossier: Dossier, actor: Actor) -> None:
        with pytest.raises(NotAllowed):
            recorded(database, dossier, actor=actor)
        assert kept(database, dossier) == []

    @pytest.mark.parametrize("actor", [COLLEAGUE, STRANGER, OTHER_CITIZEN])
    def test_nobody_else_says_anything_about_it(self, database: Database, dossier: Dossier, actor: Actor) -> None:
        commitment = recorded(database, dossier)
        for deed in (agreed, doubted, ended):
            with pytest.raises(NotAllowed):
                deed(database, commitment, actor)
        assert kept(database, dossier) == [commitment]

    def test_a_citizen_ends_nothing_and_staff_doubt_nothing(self, database: Database, dossier: Dossier) -> None:
        commitment = recorded(database, dossier)
        with pytest.raises(NotAllowed):
            ended(database, commitment, CITIZEN)
        with pytest.raises(NotAllowed):
            doubted(database, commitment, COACH)

    def test_the_coach_records_nothing_about_who_stopped_sharing(self, database: Database) -> None:
        quiet = a_kept_dossier(database, citizen_id=CITIZEN.account_id, lines=(Line.MESSAGES,))
        with pytest.raises(NotAllowed):
            recorded(database, quiet)

    def test_what_is_not_there_is_not_allowed(self, database: Database) -> None:
        with pytest.raises(NotAllowed):
            promising.agree(database.unit, COACH, uuid4(), LATER, version=1)


def test_every_change_stands_in_the_trail_once(database: Database, dossier: Dossier) -> None:
    form = uuid4()
    commitment = recorded(database, dossier, form=form)
    recorded(database, dossier, form=form)
    commitment = doubted(database, commitment)
    commitment = agreed(database, commitment, CITIZEN)
    agreed(database, commitment, CITIZEN)
    ended(database, commitment)
    with database.unit() as unit:
        found = [(entry.role, entry.deed, entry.why) for entry in unit.trail.about(dossier.pseudonym)]
    staff, own = ("coach", "change_dossier", "guidance"), ("citizen", "own_dossier", "own")
    assert found[::-1] == [staff, own, own, staff]


@pytest.mark.parametrize("day", [date.min, date.max], ids=["the first of all days", "the last"])
def test_days_of_other_eras_are_refused_as_any_other(database: Database, dossier: Dossier, day: date) -> None:
    with pytest.raises(InvalidInput) as caught:
        recorded(database, dossier, replace(PROMISE, holds_from=day, holds_until=day))
    assert "holds_from" in {each.path for each in caught.value.faults}
    assert kept(database, dossier) == []


def told_of(database: Database, dossier: Dossier) -> list[tuple[Channel, dict[str, str]]]:
    with database.unit() as unit:
        found = [*unit.outbox.unsent_about(dossier.id), *unit.outbox.sent_about(dossier.id, LATER)]
    return [(each.channel, dict(each.facts)) for each in found if each.kind is MessageKind.PROMISE_TO_READ]


def told(database: Database, dossier: Dossier) -> Commitment:
    """Recorded by a coach with a name, twice the same form."""
    keep_colleagues(database)
    for _ in range(2):
        made = promising.record(
            database.unit,
            COACH,
            dossier.id,
            PROMISE,
            MORNING,
            form_id=UUID(int=7),
            page_at=lambda code: f"{PAGE}{code}",
        )
    return made


def test_who_has_an_account_hears_once_that_it_waits_and_a_mail_names_no_party(
    database: Database, dossier: Dossier
) -> None:
    told(database, dossier)
    facts = {"coach": "Voorbeeld Collega 11", "link": f"{PAGE}nl"}
    assert told_of(database, dossier) == [(Channel.MAIL, facts), (Channel.SCREEN, facts)]


def test_who_has_no_account_is_not_led_to_a_page_that_does_not_open(database: Database) -> None:
    alone = a_kept_dossier(database)
    told(database, alone)
    assert told_of(database, alone) == []


@pytest.mark.parametrize("answered", ["yes", "doubt", "end"])
def test_once_it_waits_no_more_no_mail_goes(database: Database, dossier: Dossier, answered: str) -> None:
    made = told(database, dossier)
    if answered == "yes":
        agreed(database, made, CITIZEN)
    elif answered == "doubt":
        doubted(database, made)
    else:
        promising.end(database.unit, COACH, made.id, TODAY, "Het was een vergissing.", LATER, version=made.version)
    assert [channel for channel, _facts in told_of(database, dossier)] == [Channel.SCREEN]


def test_the_yes_of_staff_leaves_the_mail_to_the_citizen(database: Database, dossier: Dossier) -> None:
    agreed(database, told(database, dossier), COACH)
    assert [channel for channel, _facts in told_of(database, dossier)] == [Channel.MAIL, Channel.SCREEN]
