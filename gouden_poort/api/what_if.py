"""What if: two profiles in, out comes which routes open, close, come sooner or cost less, and by how much."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from flask import Response, jsonify

from gouden_poort.api.blueprint import Blueprint
from gouden_poort.api.examples import A_PROFILE
from gouden_poort.api.receipt_schema import told_receipt
from gouden_poort.api.route_schema import written_route
from gouden_poort.api.what_if_schema import Asking, WhatIfQuestionSchema, WhatIfSchema
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.http.guard import public
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.difference import Difference
from gouden_poort.routing.route import Route
from gouden_poort.rules.judge import Judge
from gouden_poort.services import what_if as service
from gouden_poort.services.receipts import judge_now, receipt_of
from gouden_poort.wiring import house

what_if = Blueprint("what_if", "What would be otherwise if someone could do a little more, or waited.")

EXAMPLE = {"profile": A_PROFILE, "changes": [{"kind": "travel_minutes", "after": 70}]}


@what_if.operation(
    "/routes/what-if", name="askWhatIf", method="POST", body=WhatIfQuestionSchema, answer=WhatIfSchema, example=EXAMPLE
)
@public
def ask(asking: Asking) -> Response:
    """Ask what would be otherwise

    The suggestion for a profile beside that for the same person after some changes, or for another profile, and for
    each occupation in either what becomes of it. Nothing of the profiles is kept.
    """
    judge = judge_now(house().shelf, house().unit_of_work, house().clock())
    before = asking.profile
    after = asking.other or service.changed(judge.snapshot, before, asking.changes)
    found = service.what_if(judge.snapshot, before, after)
    return jsonify(
        before=_told_side(judge, before, found.before),
        after=_told_side(judge, after, found.after),
        differences=[_told_difference(judge.snapshot, one) for one in found.differences],
    )


def _told_side(judge: Judge, profile: Profile, routes: Iterable[Route]) -> dict[str, Any]:
    return {
        "profile_id": profile.profile_id,
        "receipt": told_receipt(receipt_of(judge, profile.available_from)),
        "routes": [written_route(route) for route in routes],
    }


def _told_difference(snapshot: Snapshot, one: Difference) -> dict[str, Any]:
    occupations = snapshot.columns.occupations
    row = occupations.id.row(one.occupation_id)
    return {
        "occupation": {
            "id": one.occupation_id,
            "label": occupations.label[row],
            "sector": snapshot.columns.sectors[int(occupations.sector[row])],
        },
        "turns": [turn.value for turn in one.turns],
        "before": one.before and written_route(one.before),
        "after": one.after and written_route(one.after),
        "shift": one.shift and asdict(one.shift),
    }
