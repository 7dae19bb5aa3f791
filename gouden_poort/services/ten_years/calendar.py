"""The calendar: who is asked the questions of a year, who is reminded, and which lines change by time alone.

It goes through what is due in batches; each is one unit of work, with its messages. A message has the same id whoever
makes it and whenever, and a line says itself when it has to be looked at again. So whoever runs it twice, two at once,
weeks too late, or after it was killed half-way, repeats nothing and forgets nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from gouden_poort.development.check_ins import QUIET, Asking, Stage, open_askings, stage_begins_on
from gouden_poort.development.journey import Journey, Reading
from gouden_poort.development.standing import Phase
from gouden_poort.profiles.dutch_time import beginning_of, dutch_day
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import AWAY, Dossier
from gouden_poort.profiles.people.message import Message, MessageKind
from gouden_poort.profiles.people.message_facts import may_be_sent_to
from gouden_poort.services.dossiers.telling import messages_to
from gouden_poort.services.outbox import post_all
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.ten_years.line import CANNOT_BE_READ, line_and_reading

BATCH = 500
AddressOf = Callable[[str, int], str]
"""Where someone who reads a language answers the questions of a year."""
KINDS: Mapping[Stage, MessageKind] = MappingProxyType(
    {
        Stage.ASKED: MessageKind.YEARLY_QUESTIONS,
        Stage.REMINDED: MessageKind.YEARLY_REMINDER,
        Stage.REMINDED_AGAIN: MessageKind.YEARLY_REMINDER,
    }
)
_NEXT = MappingProxyType(dict(zip(list(Stage)[:-1], list(Stage)[1:], strict=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """How many dossiers were looked at, and what came of it."""

    looked: int = 0
    asked: int = 0
    reminded: int = 0
    unreached: int = 0
    """Something should be asked, and there is neither an account nor an address that may be used."""
    unreadable: tuple[UUID, ...] = ()
    """Dossiers whose plan or journal could not be read; all others were looked at."""

    def __add__(self, other: Looked) -> Looked:
        return Looked(
            looked=self.looked + other.looked,
            asked=self.asked + other.asked,
            reminded=self.reminded + other.reminded,
            unreached=self.unreached + other.unreached,
            unreadable=self.unreadable + other.unreadable,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What is kept of one dossier that is due."""

    line: Journey
    """As it is today."""
    reading: Reading
    dossier: Dossier
    by_mail: bool


class _Unreadable(Exception):
    """Something in a batch, whose last line this is, cannot be read."""

    def __init__(self, last: Journey) -> None:
        self.last = last
        super().__init__()


def keep_calendar(
    open_unit: UnitOfWorkFactory,
    address_of: AddressOf,
    moment: datetime,
    *,
    batch: int = BATCH,
    tell: Callable[[Looked], object] = lambda _: None,
) -> Looked:
    """Look at everything that is due by the day of a moment; `tell` hears after each batch how far it is.

    Of whom nothing was heard for long only what should be asked today is asked, not all that was slept through.
    """
    so_far = Looked()
    for each in _through(open_unit, address_of, moment, batch):
        so_far += each
        tell(so_far)
    return so_far


def about(year: int, stage: Stage) -> str:
    """What makes a message about a year another one."""
    return f"{year} {stage.value}"


def _through(open_unit: UnitOfWorkFactory, address_of: AddressOf, moment: datetime, batch: int) -> Iterator[Looked]:
    """Batch after batch. One in which something cannot be read is gone through again, one by one."""
    after: Journey | None = None
    one_by_one = 0
    while True:
        most = 1 if one_by_one else batch
        try:
            found = _look(open_unit, address_of, moment, most, after)
        except _Unreadable as unreadable:
            if most > 1:
                one_by_one = batch
                continue
            after = unreadable.last
            yield Looked(unreadable=(after.dossier_id,))
        else:
            if found is None:
                return
            after, looked = found
            yield looked
        one_by_one = max(0, one_by_one - 1)


def _look(
    open_unit: UnitOfWorkFactory, address_of: AddressOf, moment: datetime, most: int, after: Journey | None
) -> tuple[Journey, Looked] | None:
    """One batch, kept whole or not at all; with the last line of it. None when nothing is due any more."""
    today = dutch_day(moment)
    with open_unit() as unit:
        due = unit.journeys.to_look_at(today, most, after)
        if not due:
            return None
        try:
            found = _read(unit, due, today)
            messages = [_messages(each, address_of, moment) for each in found]
        except CANNOT_BE_READ as error:
            raise _Unreadable(due[-1]) from error
        unit.journeys.put_all([each.line for each in found])
        posted = post_all(unit, [message for some in messages for message in some or ()])
        unit.commit()
    return due[-1], Looked(
        looked=len(found),
        asked=_people(posted, MessageKind.YEARLY_QUESTIONS),
        reminded=_people(posted, MessageKind.YEARLY_REMINDER),
        unreached=sum(some is None for some in messages),
    )


def _read(unit: UnitOfWork, due: Sequence[Journey], today: date) -> Sequence[_Found]:
    """Everything about the dossiers of these lines, a question for each kind of thing; without who is being erased."""
    dossiers = {each.id: each for each in unit.dossiers.find_all([line.dossier_id for line in due], hold=True)}
    ids = list(dossiers)
    plans, journals = unit.plans.of_many(ids), unit.journal.of_many(ids)
    mailed = unit.consents.sharing(ids, Line.MESSAGES)
    found = []
    for before in due:
        key = before.dossier_id
        if key in dossiers:
            line, reading = line_and_reading(before, plans[key], journals[key], today)
            found.append(_Found(line=line, reading=reading, dossier=dossiers[key], by_mail=key in mailed))
    return found


def _messages(found: _Found, address_of: AddressOf, moment: datetime) -> Sequence[Message] | None:
    """What to tell someone today, by the ways that reach them; None when it should be told and there is no way."""
    today, phase = dutch_day(moment), _phase(found.dossier, found.reading.standing.phase)
    asked = [each for each in open_askings(found.reading.points, phase, today) if each.stage in KINDS]
    messages = [message for each in asked for message in _told(found, each, phase, address_of, moment)]
    reaching = [each for each in messages if may_be_sent_to(each)]
    return reaching if reaching or not asked else None


def _told(found: _Found, asking: Asking, phase: Phase, address_of: AddressOf, moment: datetime) -> Iterator[Message]:
    """A message is of use until the next one takes its place."""
    language = found.dossier.language
    ends = stage_begins_on(asking.due_on, Stage.MISSED if phase in QUIET else _NEXT[asking.stage])
    return messages_to(
        found.dossier,
        KINDS[asking.stage],
        {"year": str(asking.year), "link": address_of(language, asking.year)},
        about(asking.year, asking.stage),
        moment,
        by_mail=found.by_mail,
        useless_after=beginning_of(ends),
    )


def _phase(dossier: Dossier, phase: Phase) -> Phase:
    """Whom the coach noted as pausing or stopped is not reminded either."""
    return Phase.STOPPED if dossier.state in AWAY and phase is not Phase.CLOSED else phase


def _people(posted: Sequence[Message], kind: MessageKind) -> int:
    return len({each.dossier_id for each in posted if each.kind is kind})
