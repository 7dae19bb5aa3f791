"""Saving answers under a code, and finding them again with it in another browser."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from uuid import UUID

from gouden_poort.errors import NotAllowed, UnknownThing
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.keeping import still_kept, until
from gouden_poort.services.ports import KeptCode, UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.resume_code import hashed, read_code, work_out

RESUME_WAIT = timedelta(minutes=15)
"""How long whoever typed too many wrong codes waits; counted from the last one."""
TRIES_OF_A_BROWSER = 5
TRIES_OF_A_BLOCK = 25
"""More than one browser may stand behind one block of addresses: a library, a class, a mobile network."""
TRIES_OF_ALL = 10_000
"""Wrong codes from everywhere in one wait: however many addresses someone has, it stays one in millions."""


def tries_of_all(moment: datetime) -> dict[str, int]:
    """How many codes may be tried by all together in the wait of a moment; for `services.tries`."""
    return {f"resume anywhere {int(moment.timestamp() // RESUME_WAIT.total_seconds())}": TRIES_OF_ALL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A code and how long it works; each visit makes that longer."""

    code: str
    until: datetime


def save(open_unit: UnitOfWorkFactory, key: str, assessment_id: UUID, moment: datetime) -> Saved:
    """The code of an assessment, made if there is none yet. UnknownThing when it is gone or over its date.

    NotAllowed for answers of a dossier: no code opens those.
    """
    with open_unit() as unit:
        if still_kept(unit, assessment_id, moment).has_dossier:
            raise NotAllowed(Deed.OWN_DOSSIER.value)
        unit.assessments.use(assessment_id, moment)  # holds the row, so that pressing twice makes one code
        code = _code_of(unit, key, assessment_id) or _new_code(unit, key, assessment_id, moment)
        saved = Saved(code=code, until=until(unit.assessments.keeping(assessment_id)))
        unit.commit()
    return saved


def saved_code(open_unit: UnitOfWorkFactory, key: str, assessment_id: UUID) -> Saved | None:
    """The code that was made before; None when there is none that works. UnknownThing without such an assessment."""
    with open_unit() as unit:
        if unit.assessments.keeping(assessment_id).has_dossier:
            return None
        code = _code_of(unit, key, assessment_id)
        return None if code is None else Saved(code=code, until=until(unit.assessments.keeping(assessment_id)))


def resume(open_unit: UnitOfWorkFactory, key: str, typed: str, moment: datetime) -> UUID | None:
    """The assessment of a code; None for a code that never was or is over its date, without telling which.

    Answers of which a coach keeps a dossier are not opened by a code any more. InvalidInput when no code looks so.
    """
    code = read_code(typed)
    with open_unit() as unit:
        found = unit.resume_codes.find(hashed(key, code))
        if found is None:
            return None
        try:
            if still_kept(unit, found, moment).has_dossier:
                return None
            unit.assessments.use(found, moment)
        except UnknownThing:
            return None
        unit.commit()
    return found


def became_dossier(open_unit: UnitOfWorkFactory, key: str, typed: str) -> UUID | None:
    """The answers that a code opened before a coach kept a dossier of them; only who knows the code learns it."""
    with open_unit() as unit:
        found = unit.resume_codes.find(hashed(key, read_code(typed)))
        return found if found is not None and unit.assessments.keeping(found).has_dossier else None


def _code_of(unit: UnitOfWork, key: str, assessment_id: UUID) -> str | None:
    """The code that works now: one made with an earlier key of the installation no longer does."""
    kept = unit.resume_codes.of(assessment_id)
    if kept is None:
        return None
    code = work_out(key, assessment_id, kept.draw)
    return code if hashed(key, code) == kept.code_hash else None


def _new_code(unit: UnitOfWork, key: str, assessment_id: UUID, moment: datetime) -> str:
    """A code that nobody else has, in the place of any earlier one."""
    earlier = unit.resume_codes.of(assessment_id)
    for draw in count(0 if earlier is None else earlier.draw + 1):
        code = work_out(key, assessment_id, draw)
        if unit.resume_codes.put(assessment_id, KeptCode(draw=draw, code_hash=hashed(key, code)), moment):
            break
    return code
