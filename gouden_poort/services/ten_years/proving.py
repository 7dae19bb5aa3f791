"""Proofs of what someone can: added by the person or by staff, seen by the coach, and taken back with its copy.

Each is an event of the journal with, beside it, what stands behind it; taking one back is a correction.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid4, uuid5

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journal import check
from gouden_poort.development.proof import LONGEST_SOURCE, LONGEST_WHAT, Proof, ProofKind, passport
from gouden_poort.development.proof_file import MOST_IN_ALL, FileSent, ProofFile
from gouden_poort.errors import ChangedMeanwhile, FieldError, InvalidInput, NotAllowed
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.rights import Deed, changing
from gouden_poort.profiles.people.trail import Why, why_of
from gouden_poort.profiles.typed import one_line, unfit
from gouden_poort.services.case_numbers import id_for
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.ten_years.line import renew_line
from gouden_poort.services.trail import record

MOST = 300
"""Proofs of one dossier."""
_BACK = "taken back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A proof as it was filled in."""

    kind: ProofKind | None
    what: str
    source: str
    day: date | None
    skill_id: str = ""
    """Empty when no skill was chosen."""
    file: FileSent | None = None
    unread: Sequence[FieldError] = ()
    """What is wrong with a file that was sent and could not be read."""


def add(  # noqa: PLR0917 - who adds what to which dossier
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    dossier_id: UUID,
    given: Given,
    skills: Container[str],
    moment: datetime,
    *,
    form_id: UUID | None = None,
) -> Proof:
    """Keep a proof; `skills`: those of the catalogue. The same `form_id` twice is one.

    What staff add, they saw. InvalidInput says what was expected; only staff say that a coach saw something.
    """
    today = dutch_day(moment)
    given = replace(given, what=one_line(given.what), source=one_line(given.source))
    with open_unit(actor) as unit:
        deed = changing(actor)
        dossier = opened(unit, actor, deed, dossier_id, hold=True).dossier
        proof_id = id_for(form_id or uuid4(), dossier_id)
        kept = unit.proofs.find(proof_id)
        if kept is not None:
            return kept
        faults = [*_faults(given, actor, skills)]
        if len(unit.proofs.of(dossier_id)) >= MOST:
            faults.append(_fault("what", "full", str(MOST + 1), f"at most {MOST} proofs"))
        if given.file is not None and _is_full(unit, dossier_id, given.file):
            expected = f"copies of at most {MOST_IN_ALL} bytes together"
            faults.append(_fault("file", "full", str(len(given.file.content)), expected))
        if faults or given.kind is None or given.day is None:
            raise InvalidInput(faults)
        event = Event(
            id=proof_id,
            dossier_id=dossier_id,
            kind=EventKind.PROOF_ADDED,
            day=given.day,
            written_at=moment,
            written_by=actor.account_id,
            words=given.what,
        )
        check(unit.journal.of(dossier_id), event, today)
        seen = actor.role is not Role.CITIZEN
        proof = Proof(
            id=proof_id,
            dossier_id=dossier_id,
            kind=given.kind,
            source=given.source,
            skill_id=given.skill_id,
            confirmed_at=moment if seen else None,
            confirmed_by=actor.account_id if seen else None,
        )
        unit.journal.add(event)
        unit.proofs.add(proof)
        if given.file is not None:
            file = ProofFile(proof_id=proof_id, kind=given.file.kind, size=len(given.file.content))
            unit.proof_files.add(file, given.file.content)
        renew_line(unit, dossier_id, today)
        record(unit, actor, deed, dossier.pseudonym, why_of(actor), moment)
        unit.commit()
    return proof


def confirm(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    proof_id: UUID,
    moment: datetime,
    *,
    version: int,
    dossier_id: UUID | None = None,
) -> Proof:
    """A coach saw a proof, of the dossier that they name; a second time changes nothing.

    ChangedMeanwhile when it is another version by now, or was taken back.
    """
    if actor.role is Role.CITIZEN:
        raise NotAllowed(Deed.CHANGE_DOSSIER.value)
    with open_unit(actor) as unit:
        now = _found(unit, proof_id, Deed.CHANGE_DOSSIER)
        if dossier_id not in (None, now.dossier_id):
            raise NotAllowed(Deed.CHANGE_DOSSIER.value)
        dossier = opened(unit, actor, Deed.CHANGE_DOSSIER, now.dossier_id).dossier
        if now.confirmed_at is not None:
            return now
        seen = replace(now, confirmed_at=moment, confirmed_by=actor.account_id)
        stands = proof_id in {each.id for each in passport(unit.journal.of(now.dossier_id), [now])}
        if now.version != version or not stands or not unit.proofs.change(seen):
            raise ChangedMeanwhile("proof", now)
        record(unit, actor, Deed.CHANGE_DOSSIER, dossier.pseudonym, Why.GUIDANCE, moment)
        unit.commit()
    return replace(seen, version=version + 1)


def take_back(open_unit: UnitOfWorkFactory, actor: Actor, proof_id: UUID, moment: datetime) -> None:
    """The person says that it is no proof after all: its copy goes, the journal keeps that; twice changes nothing."""
    if actor.role is not Role.CITIZEN:
        raise NotAllowed(Deed.OWN_DOSSIER.value)
    today = dutch_day(moment)
    with open_unit(actor) as unit:
        proof = _found(unit, proof_id, Deed.OWN_DOSSIER)
        dossier = opened(unit, actor, Deed.OWN_DOSSIER, proof.dossier_id, hold=True).dossier
        added = unit.journal.find(proof_id)
        if added is None or unit.journal.find(_back(proof_id)) is not None:
            return
        back = Event(
            id=_back(proof_id),
            dossier_id=proof.dossier_id,
            kind=EventKind.CORRECTED,
            day=added.day,
            written_at=moment,
            written_by=actor.account_id,
            corrects=proof_id,
        )
        check(unit.journal.of(proof.dossier_id), back, today)
        unit.journal.add(back)
        unit.proof_files.remove(proof_id)
        renew_line(unit, proof.dossier_id, today)
        record(unit, actor, Deed.OWN_DOSSIER, dossier.pseudonym, Why.OWN, moment)
        unit.commit()


def _is_full(unit: UnitOfWork, dossier_id: UUID, more: FileSent) -> bool:
    return sum(file.size for file in unit.proof_files.of(dossier_id)) + len(more.content) > MOST_IN_ALL


def _found(unit: UnitOfWork, proof_id: UUID, deed: Deed) -> Proof:
    proof = unit.proofs.find(proof_id)
    if proof is None:
        raise NotAllowed(deed.value)
    return proof


def _back(proof_id: UUID) -> UUID:
    """The id of the event that takes a proof back: there is only one."""
    return uuid5(proof_id, _BACK)


def _faults(given: Given, actor: Actor, skills: Container[str]) -> Iterator[FieldError]:
    """In the order of the form."""
    if not given.what:
        yield _fault("what", "missing", "", "what someone can show")
    yield from unfit({"what": given.what}, {"what": LONGEST_WHAT})
    if given.kind is None:
        yield _fault("kind", "missing", "", "a kind of proof")
    elif given.kind is ProofKind.SEEN_BY_COACH and actor.role is Role.CITIZEN:
        yield _fault("kind", "not_a_choice", given.kind.value, "a paper, a module or the word of an employer")
    if not given.source and given.kind is not ProofKind.SEEN_BY_COACH:
        yield _fault("source", "missing", "", "who stands behind it")
    yield from unfit({"source": given.source}, {"source": LONGEST_SOURCE})
    if given.day is None:
        yield _fault("day", "missing", "", "a day")
    if given.skill_id and given.skill_id not in skills:
        yield _fault("skill", "unknown_id", given.skill_id, "a skill of the catalogue, or none")
    yield from given.unread


def _fault(path: str, code: str, given: str, expected: str) -> FieldError:
    return FieldError(path=path, code=code, given=given, expected=expected)
