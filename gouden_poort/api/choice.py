"""Which way to one occupation? The routes worth choosing between, and what sets each of them apart."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify

from gouden_poort.api.blueprint import Blueprint
from gouden_poort.api.choice_schema import Asking, ChoiceQuestionSchema, ChoiceSchema
from gouden_poort.api.examples import A_PROFILE
from gouden_poort.api.reasons import told_route
from gouden_poort.api.receipt_schema import told_receipt
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.http.guard import public
from gouden_poort.routing.measures import Measure, Measures
from gouden_poort.services.choice import ExplainedOption, options_to
from gouden_poort.services.receipts import judge_now, receipt_of
from gouden_poort.wiring import house

choices = Blueprint("choice", "The routes to one occupation that are worth choosing between.")

EXAMPLE = {"profile": A_PROFILE, "occupation_id": "oc-chauffeur-infra"}


@choices.operation(
    "/routes/choice",
    name="chooseRoute",
    method="POST",
    body=ChoiceQuestionSchema,
    answer=ChoiceSchema,
    example=EXAMPLE,
)
@public
def choose(asking: Asking) -> Response:
    """Choose between routes to one occupation

    At most five routes, least effort first. No other that was found beats one of them: none is as soon, as cheap, as
    near and as well paid in year ten, and better in one of these. The best in each of the four is among them.
    Nothing of the profile is kept.
    """
    judge = judge_now(house().shelf, house().unit_of_work, house().clock())
    found = options_to(judge.snapshot, asking.profile, asking.occupation_id)
    return jsonify(
        profile_id=asking.profile.profile_id,
        occupation_id=asking.occupation_id,
        receipt=told_receipt(receipt_of(judge, asking.profile.available_from)),
        routes=[_told_option(judge.snapshot, one) for one in found],
    )


def _told_option(snapshot: Snapshot, one: ExplainedOption) -> dict[str, Any]:
    option = one.option
    return told_route(snapshot, one.explained) | {
        "compared": {
            "wage_month_year_10_eur": option.measures.wage_month_year_10_eur,
            "best_in": [measure.value for measure in option.best_in],
            "difference": _told_measures(option.difference),
        }
    }


def _told_measures(measures: Measures) -> dict[str, int]:
    return {measure.value: getattr(measures, measure.value) for measure in Measure}
