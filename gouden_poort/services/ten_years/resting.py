"""What a plan rests on: the catalogue and the rules of the day on which it was made, beside those of now."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from functools import lru_cache

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.plan import Plan
from gouden_poort.errors import UnknownThing
from gouden_poort.rules.choosing import rulebook_of, under
from gouden_poort.services.ports import CatalogueShelf, UnitOfWorkFactory
from gouden_poort.services.receipts import read_again
from gouden_poort.services.ten_years.person_now import Kept, PersonNow, person_then


def rests_on(snapshot: Snapshot, plan: Plan) -> bool:
    """Whether a plan was made with this catalogue, under its rules."""
    rules = rulebook_of(snapshot).version
    return snapshot.version == _contents(plan.catalogue_version) and rules == _contents(plan.rules_version)


def person_of_plan(
    open_unit: UnitOfWorkFactory, shelf: CatalogueShelf, active: Snapshot, plan: Plan, kept: Kept, *, moment: datetime
) -> PersonNow | None:
    """The person in the catalogue and under the rules on which the plan rested.

    None when both are those of now, or the catalogue is not kept any more; rules that are not kept are those of now.
    """
    contents, rules = _contents(plan.catalogue_version), _contents(plan.rules_version)
    snapshot = active
    if contents != snapshot.version:
        try:
            snapshot = shelf.earlier(contents)
        except UnknownThing:
            return None
    if rulebook_of(snapshot).version != rules:
        with suppress(UnknownThing):
            snapshot = _under(open_unit, snapshot, rules)  # type: ignore[arg-type]  # each factory can be a key
    return None if snapshot is active else person_then(snapshot, kept, plan, moment)


@lru_cache(maxsize=4)
def _under(open_unit: UnitOfWorkFactory, snapshot: Snapshot, rules: str) -> Snapshot:
    """A catalogue under rules that were kept, made once for all plans that rest on both; UnknownThing without them."""
    with open_unit() as unit:
        texts = unit.rule_sets.find(rules)
    if texts is None:
        raise UnknownThing("rule set", rules)
    return under(snapshot, read_again(rules, tuple(sorted(texts.items()))))


def _contents(version: str) -> str:
    """The catalogue of a version, without the marks of full places and of rules set aside."""
    return re.split(r"[+/]", version, maxsplit=1)[0]
