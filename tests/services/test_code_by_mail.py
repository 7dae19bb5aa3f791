"""The code of saved answers in the mail, on real databases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from gouden_poort.errors import InvalidInput, NoRoomToday, NotAllowed, UnknownThing
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.services import assessments
from gouden_poort.services.code_by_mail import (
    A_DAY_OF_ALL,
    A_DAY_OF_ONE_CODE,
    A_DAY_TO_AN_ADDRESS,
    Asked,
    mail_code,
)
from gouden_poort.services.keeping import WITH_CODE
from gouden_poort.services.outbox import overview, read, send_again
from gouden_poort.services.resuming import resume, save
from gouden_poort.services.tries import Tries
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, HERE, a_dossier

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAY = timedelta(days=1)
KEY = "a key of the installation"
LINK = "https://poort.example/ar/verder"
EMAIL = "een@voorbeeld.example"
ADMINISTRATOR = Actor(account_id=UUID(int=21), role=Role.ADMINISTRATOR, organisation_id=HERE)
CITIZEN = Actor(account_id=UUID(int=22), role=Role.CITIZEN)


class Desk:
    """Somebody with saved answers, and the counts of who asked for mails."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.tries = Tries(DAY)
        self.whose, self.code = self.someone()

    def someone(self) -> tuple[UUID, str]:
        """The answers and the code of another visitor."""
        whose = assessments.start(self.database.unit, NOON)
        return whose, save(self.database.unit, KEY, whose, NOON).code

    def ask(self, *, whose: UUID | None = None, moment: datetime = NOON, **change: object) -> None:
        """Ask for a mail with the own code, unless told otherwise."""
        asked = Asked(form_id=uuid4(), code=self.code, email=EMAIL, language="ar")

        def may_go(limits: Mapping[str, int]) -> bool:
            return self.tries.take(limits, moment) is None

        mail_code(
            self.database.unit,
            KEY,
            whose or self.whose,
            replace(asked, **change),  # type: ignore[arg-type]  # a test tells what is another
            moment,
            link=LINK,
            may_go=may_go,
        )

    def mails(self) -> list[Message]:
        """What waits to be sent."""
        with self.database.unit() as unit:
            return list(unit.outbox.unsent())


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def test_the_mail_holds_the_code_where_it_is_typed_and_its_last_whole_day(desk: Desk) -> None:
    desk.ask()
    (mail,) = desk.mails()
    assert (mail.kind, mail.channel, mail.to, mail.language) == (
        MessageKind.RESUME_CODE,
        Channel.MAIL,
        EMAIL,
        "ar",
    )
    assert mail.facts == {"code": f"{desk.code[:4]} {desk.code[4:]}", "link": LINK, "until": "2027-02-18"}
    assert resume(desk.database.unit, KEY, mail.facts["code"], NOON) == desk.whose


def test_nothing_in_the_outbox_leads_to_the_answers_or_to_anybody(desk: Desk) -> None:
    desk.ask()
    (mail,) = desk.mails()
    assert (mail.organisation_id, mail.dossier_id, mail.account_id) == (None, None, None)
    assert str(desk.whose) not in repr(mail)


def test_a_mail_that_could_not_go_for_a_day_is_not_sent_any_more(desk: Desk) -> None:
    desk.ask()
    (mail,) = desk.mails()
    assert not mail.is_useless(NOON + DAY - timedelta(seconds=1))
    assert mail.is_useless(NOON + DAY)


def test_an_address_is_read_as_people_type_it(desk: Desk) -> None:
    desk.ask(email=" Een@Voorbeeld.example ")
    assert [mail.to for mail in desk.mails()] == [EMAIL]


@pytest.mark.parametrize("typed", ["", "een", "een@voorbeeld", "een@a.example,twee@b.example", "een@a.example\nBcc: b"])
def test_what_is_no_address_is_refused_and_not_repeated(desk: Desk, typed: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        desk.ask(email=typed)
    assert [(fault.path, fault.given) for fault in refused.value.faults] == [("email", "")]
    assert (desk.mails(), len(desk.tries)) == ([], 0)


@pytest.mark.parametrize("shown", ["", "K7PM 3XQ9", "geen code"])
def test_another_code_than_the_own_one_is_not_mailed(desk: Desk, shown: str) -> None:
    with pytest.raises(UnknownThing):
        desk.ask(code=shown)
    assert desk.mails() == []


def test_the_code_of_somebody_else_is_not_mailed(desk: Desk) -> None:
    _, theirs = desk.someone()
    with pytest.raises(UnknownThing):
        desk.ask(code=theirs)
    assert desk.mails() == []


def test_answers_without_a_code_have_nothing_to_mail(desk: Desk) -> None:
    with pytest.raises(UnknownThing):
        desk.ask(whose=assessments.start(desk.database.unit, NOON))


def test_a_code_that_is_over_its_date_is_not_mailed(desk: Desk) -> None:
    with pytest.raises(UnknownThing):
        desk.ask(moment=NOON + WITH_CODE)


def test_a_code_that_became_a_dossier_is_not_mailed(desk: Desk) -> None:
    with desk.database.unit() as unit:
        unit.dossiers.add(a_dossier(assessment_id=desk.whose))
        unit.commit()
    with pytest.raises(UnknownThing):
        desk.ask()


def test_the_same_form_sent_twice_is_one_mail_and_counts_once(desk: Desk) -> None:
    form_id = uuid4()
    for _ in range(A_DAY_OF_ONE_CODE + 1):
        desk.ask(form_id=form_id)
    assert len(desk.mails()) == 1
    desk.ask()
    assert len(desk.mails()) == 2


def test_one_code_is_mailed_a_few_times_a_day_wherever_to(desk: Desk) -> None:
    for number in range(A_DAY_OF_ONE_CODE):
        desk.ask(email=f"{number}@voorbeeld.example")
    with pytest.raises(NoRoomToday):
        desk.ask()
    assert len(desk.mails()) == A_DAY_OF_ONE_CODE
    desk.ask(moment=NOON + DAY)


def test_one_address_gets_a_few_mails_a_day_whoever_asks(desk: Desk) -> None:
    for _ in range(A_DAY_TO_AN_ADDRESS):
        whose, code = desk.someone()
        desk.ask(whose=whose, code=code, email=EMAIL.upper())
    with pytest.raises(NoRoomToday):
        desk.ask()
    assert len(desk.mails()) == A_DAY_TO_AN_ADDRESS
    desk.ask(email="twee@voorbeeld.example")


def test_all_together_ask_for_so_many_mails_a_day(desk: Desk) -> None:
    asked: dict[str, int] = {}

    def may_go(limits: Mapping[str, int]) -> bool:
        asked.update(limits)
        return False

    one = Asked(form_id=uuid4(), code=desk.code, email=EMAIL, language="nl")
    with pytest.raises(NoRoomToday):
        mail_code(desk.database.unit, KEY, desk.whose, one, NOON, link=LINK, may_go=may_go)
    assert asked["code mail of all 2026-11-21"] == A_DAY_OF_ALL


@pytest.mark.parametrize("actor", [COACH, COLLEAGUE, ADMINISTRATOR, CITIZEN])
def test_nobody_reads_or_sends_it_from_the_outbox(desk: Desk, actor: Actor) -> None:
    desk.ask()
    (mail,) = desk.mails()
    for deed in (read, send_again):
        with pytest.raises(NotAllowed):
            deed(desk.database.unit, actor, mail.id, NOON)
    if actor.role is not Role.CITIZEN:
        assert not any(overview(desk.database.unit, actor, NOON).values())


@pytest.mark.parametrize("actor", [COACH, ADMINISTRATOR, CITIZEN])
def test_the_second_lock_hides_it_from_everyone_who_is_signed_in(postgres_database: Database, actor: Actor) -> None:
    desk = Desk(postgres_database)
    desk.ask()
    with postgres_database.unit(actor) as unit:
        assert unit.outbox.unsent() == []
