"""Looking at a file before anybody comes in: what is wrong in which row, and who may be here already."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, partial
from uuid import uuid4

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.bringing_in import KEPT_FOR, MOST_ROWS, Finding, Import, Remark
from gouden_poort.profiles.people.rights import Deed, Ties, require
from gouden_poort.services.dossiers.registering import Check, Newcomer, check_first_answer, check_newcomer
from gouden_poort.services.importing.columns import Typed, find_columns, typed
from gouden_poort.services.importing.knowing import Acquaintances, known_by
from gouden_poort.services.importing.people import written
from gouden_poort.services.ports import UnitOfWorkFactory

_HEADER = 1
Line = tuple[int, Sequence[str]]


@dataclass
class _Sorted:
    """The rows of a file, by what is to become of them."""

    fresh: list[Newcomer] = field(default_factory=list)
    alike: list[Newcomer] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def look(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    snapshot: Snapshot,
    rows: Sequence[Sequence[str]],
    *,
    languages: Collection[str],
    moment: datetime,
) -> Import:
    """What came of looking at a file, kept for an hour; nobody is in. InvalidInput when it cannot be looked at."""
    require(actor, Deed.BRING_IN, Ties(account_id=actor.account_id, organisation_id=actor.organisation_id))
    assert actor.organisation_id is not None  # noqa: S101 - `BRING_IN` is of who has one
    columns, lines = find_columns(rows[0] if rows else ()), list(_filled(rows))
    _refuse_too_few_or_many(lines)
    with open_unit() as unit:  # for the house: doubles are looked for among the people of colleagues too
        known = Acquaintances(unit.imports.known(actor.organisation_id))
    today = dutch_day(moment)
    read_newcomer = partial(_newcomer, open_unit, snapshot, languages, today, _remembering(open_unit, snapshot, today))
    found = _Sorted()
    for number, cells in lines:
        row = typed(columns, cells)
        try:
            newcomer = read_newcomer(row)
        except InvalidInput as wrong:
            found.remarks += _faults(number, wrong.faults)
        else:
            _place(found, known, number, newcomer)
    return _keep(open_unit, actor, found, moment)


def forget_looked_at(open_unit: UnitOfWorkFactory, moment: datetime) -> None:
    """Remove files that waited an hour for a yes, also where nobody brings any more."""
    with open_unit() as unit:
        unit.imports.remove_made_until(moment - KEPT_FOR)
        unit.commit()


def _keep(open_unit: UnitOfWorkFactory, actor: Actor, found: _Sorted, moment: datetime) -> Import:
    assert actor.organisation_id is not None  # noqa: S101 - asked by `look`
    looked = Import(
        id=uuid4(),
        organisation_id=actor.organisation_id,
        account_id=actor.account_id,
        made_at=moment,
        fresh=len(found.fresh),
        alike=len(found.alike),
        remarks=tuple(found.remarks),
    )
    with open_unit(actor) as unit:
        unit.imports.remove_made_until(moment - KEPT_FOR)
        unit.imports.add(looked, written([*found.fresh, *found.alike]))
        unit.commit()
    return looked


def _place(found: _Sorted, known: Acquaintances, number: int, newcomer: Newcomer) -> None:
    who = known_by(newcomer)
    recognised = known.recognise(who)
    if recognised is None:
        found.fresh.append(newcomer)
    else:
        finding, other = recognised
        found.remarks.append(Remark(row=number, finding=finding, other=other))
        if finding is Finding.ALIKE:
            found.alike.append(newcomer)
    known.add(who, number)


def _newcomer(  # noqa: PLR0917 - what to check a row with, and the row
    open_unit: UnitOfWorkFactory,
    snapshot: Snapshot,
    languages: Collection[str],
    today: date,
    check: Check,
    row: Typed,
) -> Newcomer:
    """The newcomer of a row; InvalidInput with what was wrong in reading it and in what it says."""
    try:
        newcomer = check_newcomer(
            open_unit, snapshot, row.given, row.answers, row.lines, languages=languages, today=today, check=check
        )
    except InvalidInput as wrong:
        raise InvalidInput([*row.faults, *wrong.faults]) from wrong
    if row.faults:
        raise InvalidInput(row.faults)
    return newcomer


def _remembering(open_unit: UnitOfWorkFactory, snapshot: Snapshot, today: date) -> Check:
    """Checks each place and each level once, however many rows have it."""
    fresh: Check = partial(check_first_answer, open_unit, snapshot, today)
    return cache(fresh)


def _filled(rows: Sequence[Sequence[str]]) -> Iterator[Line]:
    """Rows with something in them, numbered as a spreadsheet shows them."""
    for number, cells in enumerate(rows[1:], start=_HEADER + 1):
        if any(cell.strip() for cell in cells):
            yield number, cells


def _refuse_too_few_or_many(lines: Sequence[Line]) -> None:
    if not lines:
        raise InvalidInput([FieldError(path="file", code="missing", given="", expected="rows below the header")])
    if len(lines) > MOST_ROWS:
        expected = f"at most {MOST_ROWS} rows"
        raise InvalidInput([FieldError(path="file", code="too_many", given=str(len(lines)), expected=expected)])


def _faults(number: int, faults: Sequence[FieldError]) -> Iterator[Remark]:
    told = {(fault.path.partition(".")[0], fault.code) for fault in faults}
    for column, code in sorted(told):
        yield Remark(row=number, finding=Finding.FAULT, column=column, code=code)
