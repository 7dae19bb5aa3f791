"""Trying other answers before giving them, taking them over, and for a while knowing what a change did."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.question import Answer
from gouden_poort.services import assessments, drafts
from gouden_poort.services.drafts import Draft
from gouden_poort.services.ports import UnitOfWorkFactory

Answers = Mapping[str, Answer]
"""Answers by their question; only those that differ."""
LATELY = timedelta(hours=1)
"""So long someone still reads what their change did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastChange:
    """What was answered before some answers were changed together."""

    before: Answers
    is_undone: bool
    """It put back what was changed before that, so pressing twice must not change it again."""


def try_answers(open_unit: UnitOfWorkFactory, assessment_id: UUID, otherwise: Answers, *, moment: datetime) -> None:
    """Keep which answers are tried out, and give none of them."""
    drafts.keep(open_unit, assessment_id, Draft.WHAT_IF, json.dumps(otherwise), moment=moment)


def tried(open_unit: UnitOfWorkFactory, assessment_id: UUID) -> Answers:
    """The answers that are tried out; empty when none are."""
    return _read(drafts.find(open_unit, assessment_id, Draft.WHAT_IF))


def take_over(
    open_unit: UnitOfWorkFactory, snapshot: Snapshot, assessment_id: UUID, *, moment: datetime, today: date
) -> None:
    """Give the answers that were tried out, all or none; InvalidInput when one can no longer be given."""
    give(open_unit, snapshot, assessment_id, tried(open_unit, assessment_id), moment=moment, today=today)


def put_back(
    open_unit: UnitOfWorkFactory, snapshot: Snapshot, assessment_id: UUID, *, moment: datetime, today: date
) -> None:
    """Give the answers again that were changed lately, once; InvalidInput when one can no longer be given."""
    last = changed_lately(open_unit, assessment_id, moment)
    if last is not None and not last.is_undone:
        give(open_unit, snapshot, assessment_id, last.before, moment=moment, today=today, is_undone=True)


def changed_lately(open_unit: UnitOfWorkFactory, assessment_id: UUID, moment: datetime) -> LastChange | None:
    """The last change of answers since the routes were seen; None when there was none, or too long ago."""
    kept = _read(drafts.find(open_unit, assessment_id, Draft.CHANGED))
    at = kept.get("at")
    if not isinstance(at, str) or moment - datetime.fromisoformat(at) > LATELY:
        return None
    return LastChange(before=_read(kept.get("before")), is_undone=bool(kept.get("is_undone")))


def routes_were_seen(open_unit: UnitOfWorkFactory, assessment_id: UUID, moment: datetime) -> None:
    """From now on a changed answer is set against the routes as they were just shown."""
    kept = drafts.find(open_unit, assessment_id, Draft.CHANGED)
    if not isinstance(kept, str):
        drafts.keep(open_unit, assessment_id, Draft.CHANGED, json.dumps({"is_seen": True}), moment=moment)
    elif not _read(kept).get("is_seen"):
        seen = json.dumps({**_read(kept), "is_seen": True})
        drafts.keep(open_unit, assessment_id, Draft.CHANGED, seen, moment=moment)


def changes_now(
    open_unit: UnitOfWorkFactory, assessment_id: UUID, question_id: str, old: Answer, moment: datetime
) -> None:
    """Remember what was answered until now. Answers that change before the routes are seen again count as one change;
    before they were seen at all there is nothing to set them against."""
    kept = drafts.find(open_unit, assessment_id, Draft.CHANGED)
    if not isinstance(kept, str):
        return
    last = _read(kept)
    earlier = {} if last.get("is_seen") else _read(last.get("before"))
    changed = {"at": moment.isoformat(), "before": json.dumps({question_id: old, **earlier})}
    drafts.keep(open_unit, assessment_id, Draft.CHANGED, json.dumps(changed), moment=moment)


def give(
    open_unit: UnitOfWorkFactory,
    snapshot: Snapshot,
    assessment_id: UUID,
    otherwise: Answers,
    *,
    moment: datetime,
    today: date,
    is_undone: bool = False,
) -> None:
    """Give answers so that for a while it is known what they changed; all or none. What was tried out is over."""
    checked = {
        name: assessments.check(open_unit, snapshot, name, answer, today=today) for name, answer in otherwise.items()
    }
    if not checked:
        return
    with open_unit() as unit:
        kept = unit.assessments.answers(assessment_id)
        before = json.dumps({name: kept.get(name) for name in checked})
        for name, answer in checked.items():
            unit.assessments.answer(assessment_id, name, answer, moment)
        changed = json.dumps({"at": moment.isoformat(), "before": before, "is_undone": is_undone})
        unit.assessments.answer(assessment_id, Draft.CHANGED.value, changed, moment)
        unit.assessments.answer(assessment_id, Draft.WHAT_IF.value, None, moment)
        unit.commit()


def _read(kept: Answer) -> Answers:
    found = json.loads(kept) if isinstance(kept, str) else {}
    return found if isinstance(found, dict) else {}
