"""May I? One person asks about offerings, positions and schemes; every answer comes with its rules and a receipt."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify

from gouden_poort.api.blueprint import Blueprint
from gouden_poort.api.eligibility_schema import Asking, EligibilityQuestionSchema, EligibilitySchema
from gouden_poort.api.examples import A_PROFILE
from gouden_poort.api.receipt_schema import told_receipt
from gouden_poort.api.verdicts import told_changes, told_fact, told_verdict
from gouden_poort.http.guard import public
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.services import eligibility as service
from gouden_poort.services.asked import Question
from gouden_poort.services.eligibility import Answer
from gouden_poort.services.receipts import judge_now, judge_then
from gouden_poort.services.scheme_help import Help
from gouden_poort.wiring import house

eligibility = Blueprint(
    "eligibility", "Which doors are open to someone, by which rules, and what would open the others."
)

EXAMPLE = {
    "profile": A_PROFILE,
    "offerings": ["of-entree-bouw-0101"],
    "schemes": ["sch-gratis-vca"],
    "on": "2027-01-04",
    "facts": {"person.employed": True},
}


@eligibility.operation(
    "/eligibility",
    name="askEligibility",
    method="POST",
    body=EligibilityQuestionSchema,
    answer=EligibilitySchema,
    example=EXAMPLE,
)
@public
def ask(asking: Asking) -> Response:
    """Ask what is open

    For one person on a day: open, closed or not known yet, with every verdict, its reasons and sources, the facts that
    are missing, and what would open a closed door. With the receipt of an answer, the same answer again.
    """
    home, moment = house(), house().clock()
    if asking.receipt is None:
        judge, day = judge_now(home.shelf, home.unit_of_work, moment), asking.on or dutch_day(moment)
    else:
        judge, day = judge_then(asking.receipt, home.shelf, home.unit_of_work), asking.receipt.day
    question = Question(
        profile=asking.profile,
        day=day,
        offerings=asking.offerings,
        positions=asking.positions,
        schemes=asking.schemes,
        told=asking.facts,
    )
    found = service.eligibility(judge, question)
    return jsonify(receipt=told_receipt(found.receipt), answers=[_told_answer(one) for one in found.answers])


def _told_answer(one: Answer) -> dict[str, Any]:
    return {
        "thing": one.thing.value,
        "id": one.id,
        "label": one.label,
        "offering_id": one.offering_id,
        "position_id": one.position_id,
        "state": one.state.value,
        "verdicts": [told_verdict(explained) for explained in one.explained],
        "missing": [told_fact(fact) | {"question": fact.question or None} for fact in one.missing],
        "change": one.changes and told_changes(one.changes),
        "opens_on": one.opens_on and one.opens_on.isoformat(),
        "help": one.help and _told_help(one.help),
    }


def _told_help(help_: Help) -> dict[str, Any]:
    grant = help_.grant
    return {
        "effect": help_.effect.value,
        "beneficiary": help_.beneficiary.value,
        "arranged_by": help_.arranged_by,
        "per": help_.per and help_.per.value,
        "amount_cents": help_.amount_cents,
        "by_catalogue": help_.by_catalogue,
        "together": grant
        and {"amount_cents": grant.cents, "refused": grant.refused and grant.refused.value, "by": grant.by},
        "window": help_.window and {"nl": help_.window.nl, "en": help_.window.en},
    }
