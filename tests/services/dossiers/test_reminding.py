"""A mail two days before the next contact: one of the day as it is now, and none for who may not or need not know."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.agreement import Doer
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.people.message import Message, MessageKind
from gouden_poort.services import outbox
from gouden_poort.services.accounts.changing import change_phone
from gouden_poort.services.dossiers import handing_over
from gouden_poort.services.dossiers.changing import change_particulars
from gouden_poort.services.dossiers.planning import Proposed, agree, move_to
from gouden_poort.services.dossiers.sharing import share_again, stop
from gouden_poort.services.dossiers.together import put_label, set_next_contact
from gouden_poort.services.dossiers.viewing import view
from gouden_poort.services.ports import Mail
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING, a_kept_dossier
from tests.letters import a_message_of
from tests.referrals import keep_colleagues

TALK = date(2026, 12, 14)
LATER = TALK + timedelta(weeks=1)
BEFORE_TALK, BEFORE_LATER = datetime(2026, 12, 12, 8, tzinfo=UTC), datetime(2026, 12, 19, 8, tzinfo=UTC)
CITIZEN = Actor(account_id=uuid4(), role=Role.CITIZEN)
PARTICULARS = {"name": "Voorbeeld Een", "phone": "06 12345678", "email": "een@voorbeeld.example", "language": "nl"}


@pytest.fixture(autouse=True)
def colleagues(database: Database) -> None:
    keep_colleagues(database)


def agreed(
    database: Database, day: date = TALK, moment: datetime = MORNING, form: UUID | None = None, **told: Any
) -> Dossier:
    dossier = a_kept_dossier(database, **{"citizen_id": CITIZEN.account_id} | told)
    return talked(database, dossier, day, moment, form)


def talked(
    database: Database, dossier: Dossier, day: date, moment: datetime = MORNING, form: UUID | None = None
) -> Dossier:
    one = Proposed(text="Bel de school", doer=Doer.CITIZEN, due_on=day)
    return agree(database.unit, COACH, dossier.id, [one], next_contact_on=day, moment=moment, form_id=form)


def reminders(database: Database) -> list[Message]:
    with database.unit() as unit:
        return [each for each in unit.outbox.unsent() if each.kind is MessageKind.REMINDER_APPOINTMENT]


def days(database: Database) -> list[str]:
    return [each.facts["day"] for each in reminders(database)]


class Postman:
    """Remembers to whom which day was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []

    def send(self, mail: Mail) -> None:
        self.told.append((mail.to, mail.text))


def deliver(database: Database, postman: Postman, moment: datetime) -> outbox.Sent:
    return outbox.send_due(database.unit, _write, postman, moment)


def _write(message: Message) -> Mail:
    day = message.facts["day"]
    return Mail(id=message.id, to=message.to, language=message.language, subject="Bericht", text=day, html="")


def test_a_talk_ends_with_one_reminder_of_the_next(database: Database) -> None:
    dossier = agreed(database, language="ar")
    (mail,) = reminders(database)
    assert (mail.to, mail.language, mail.dossier_id) == (dossier.email, "ar", dossier.id)
    assert dict(mail.facts) == {"day": "2026-12-14", "coach": "Voorbeeld Collega 11", "phone": ""}
    assert (mail.due, mail.useless_after) == (BEFORE_TALK, datetime(2026, 12, 14, 23, tzinfo=UTC))


def test_the_same_talk_sent_twice_is_one_reminder(database: Database) -> None:
    form = uuid4()
    talked(database, agreed(database, form=form), TALK, form=form)
    assert days(database) == ["2026-12-14"]


def test_another_day_takes_the_place_of_the_first(database: Database) -> None:
    talked(database, agreed(database), LATER, MORNING + timedelta(hours=1))
    assert [(each.facts["day"], each.due) for each in reminders(database)] == [("2026-12-21", BEFORE_LATER)]


def test_a_day_for_many_reminds_each_of_them_and_a_label_nobody(database: Database) -> None:
    people = [a_kept_dossier(database), agreed(database)]
    wanted = [each.id for each in people]
    set_next_contact(database.unit, COACH, wanted, LATER, MORNING)
    assert days(database) == ["2026-12-21", "2026-12-21"]
    kept = reminders(database)
    put_label(database.unit, COACH, wanted, "avond", MORNING + timedelta(hours=1))
    assert reminders(database) == kept


@pytest.mark.parametrize(
    "told",
    [
        {"lines": (Line.COACH_SEES_DOSSIER,)},
        {"email": ""},
        {"email": "een,twee@voorbeeld.example"},
        {"day": MORNING.date()},
    ],
    ids=["no yes to messages", "no address", "an address that no mail server takes", "today"],
)
def test_who_cannot_or_need_not_be_reminded_is_not(database: Database, told: dict[str, Any]) -> None:
    agreed(database, **told)
    assert reminders(database) == []


def test_who_has_no_coach_to_see_the_talk_is_not_reminded_of_it(database: Database) -> None:
    dossier = agreed(database)
    stop(database.unit, CITIZEN, dossier.id, Line.COACH_SEES_DOSSIER, MORNING)
    assert reminders(database) == []
    share_again(database.unit, CITIZEN, dossier.id, Line.COACH_SEES_DOSSIER, language="nl", moment=MORNING)
    assert days(database) == ["2026-12-14"]


def test_no_more_messages_takes_back_what_waits_and_a_new_yes_reminds_again(database: Database) -> None:
    dossier = agreed(database)
    other = a_message_of(MessageKind.HANDED_OVER, id=uuid4(), dossier_id=dossier.id)
    asked = a_message_of(MessageKind.SIGN_IN_LINK, id=uuid4(), dossier_id=dossier.id)
    with database.unit() as unit:
        for each in (other, asked):
            outbox.post(unit, each)
        unit.commit()
    stop(database.unit, CITIZEN, dossier.id, Line.COUNSELLOR_SEES_STEPS, MORNING)
    with database.unit() as unit:
        assert len(unit.outbox.unsent()) == 3
    stop(database.unit, CITIZEN, dossier.id, Line.MESSAGES, MORNING)
    with database.unit() as unit:
        assert [each.id for each in unit.outbox.unsent()] == [asked.id]
    share_again(database.unit, CITIZEN, dossier.id, Line.MESSAGES, language="nl", moment=MORNING)
    assert days(database) == ["2026-12-14"]


def test_another_coach_stands_in_the_reminder_from_the_moment_of_taking_over(database: Database) -> None:
    dossier = agreed(database)
    handing_over.offer(database.unit, COACH, [dossier.id], COLLEAGUE.account_id, MORNING)
    assert [each.facts["coach"] for each in reminders(database)] == ["Voorbeeld Collega 11"]
    handing_over.accept(database.unit, COLLEAGUE, [dossier.id], MORNING)
    assert [each.facts["coach"] for each in reminders(database)] == ["Voorbeeld Collega 12"]


def test_the_new_number_of_the_coach_stands_in_it(database: Database) -> None:
    agreed(database)
    change_phone(database.unit, COACH, "030 765 43 21", MORNING)
    assert [each.facts["phone"] for each in reminders(database)] == ["030 765 43 21"]


def test_it_goes_to_the_new_address_in_the_new_language(database: Database) -> None:
    dossier = agreed(database)
    new = PARTICULARS | {"email": "nieuw@voorbeeld.example", "language": "ar"}
    change_particulars(
        database.unit, COACH, dossier.id, new, version=dossier.version, languages=("nl", "ar"), moment=MORNING
    )
    assert [(each.to, each.language) for each in reminders(database)] == [("nieuw@voorbeeld.example", "ar")]


@pytest.mark.parametrize("state", [DossierState.PAUSED, DossierState.STOPPED, DossierState.DONE])
def test_who_is_not_with_us_is_not_reminded_until_they_are_again(database: Database, state: DossierState) -> None:
    dossier = agreed(database)
    move_to(database.unit, COACH, dossier.id, state, MORNING)
    assert reminders(database) == []
    move_to(database.unit, COACH, dossier.id, DossierState.ACTIVE, MORNING)
    assert days(database) == ["2026-12-14"]


def test_it_goes_once_when_its_moment_has_come_and_stands_on_the_timeline(database: Database) -> None:
    dossier, postman = agreed(database), Postman()
    assert deliver(database, postman, BEFORE_TALK - timedelta(seconds=1)) == outbox.Sent()
    assert deliver(database, postman, BEFORE_TALK) == outbox.Sent(sent=1)
    assert deliver(database, postman, BEFORE_TALK + timedelta(hours=1)) == outbox.Sent()
    assert postman.told == [(dossier.email, "2026-12-14")]
    (sent,) = view(database.unit, COACH, dossier.id, BEFORE_TALK).messages
    assert (sent.kind, sent.sent_at) == (MessageKind.REMINDER_APPOINTMENT, BEFORE_TALK)


def test_who_was_reminded_of_a_day_hears_no_more_of_it_and_of_another_day_they_do(database: Database) -> None:
    dossier, postman = agreed(database), Postman()
    after = BEFORE_TALK + timedelta(hours=1)
    deliver(database, postman, BEFORE_TALK)
    talked(database, dossier, TALK, after)
    assert reminders(database) == []
    talked(database, dossier, LATER, after + timedelta(hours=1))
    assert days(database) == ["2026-12-21"]


def test_of_a_talk_tomorrow_it_goes_at_once_and_after_the_day_never(database: Database) -> None:
    postman = Postman()
    agreed(database, day=MORNING.date() + timedelta(days=1))
    assert [each.due for each in reminders(database)] == [MORNING]
    assert deliver(database, postman, datetime(2026, 11, 24, 23, tzinfo=UTC)) == outbox.Sent(failed=1)
    assert postman.told == []


@pytest.mark.parametrize(
    ("talk", "due"),
    [
        (date(2026, 3, 30), datetime(2026, 3, 28, 8, tzinfo=UTC)),
        (date(2026, 3, 31), datetime(2026, 3, 29, 7, tzinfo=UTC)),
        (date(2026, 10, 26), datetime(2026, 10, 24, 7, tzinfo=UTC)),
        (date(2026, 10, 27), datetime(2026, 10, 25, 8, tzinfo=UTC)),
    ],
)
def test_it_goes_at_nine_on_the_clock_on_the_wall_also_when_that_changes(
    database: Database, talk: date, due: datetime
) -> None:
    agreed(database, day=talk, moment=due - timedelta(weeks=2))
    assert [each.due for each in reminders(database)] == [due]
