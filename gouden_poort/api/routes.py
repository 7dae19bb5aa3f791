"""The main job: a profile in, routes out, with what each step costs, gives and asks."""

from __future__ import annotations

from flask import Response, jsonify

from gouden_poort.api import profile_schema
from gouden_poort.api.blueprint import Blueprint
from gouden_poort.api.examples import A_PROFILE
from gouden_poort.api.reasons import told_suggestion
from gouden_poort.api.reasons_schema import RoutesSchema
from gouden_poort.api.receipt_schema import told_receipt
from gouden_poort.errors import FieldError
from gouden_poort.http.guard import public
from gouden_poort.profiles.profile import Profile
from gouden_poort.services.catalogue_checks import unknown_ids
from gouden_poort.services.receipts import judge_now, receipt_of
from gouden_poort.services.routes import suggest_routes
from gouden_poort.wiring import house

routes = Blueprint("routes", "Schedules that lead to paid work, with their reasons.")


class ProfileSchema(profile_schema.ProfileSchema):
    """A profile for the active catalogue."""

    def faults_beside(self, document: object) -> tuple[FieldError, ...]:
        return unknown_ids(house().shelf.active(), document)


@routes.operation(
    "/routes", name="suggestRoutes", method="POST", body=ProfileSchema, answer=RoutesSchema, example=A_PROFILE
)
@public
def suggest(profile: Profile) -> Response:
    """Suggest routes

    The best routes, at most five, best first; in three sectors or more as far as routes exist there.
    Nothing of the profile is kept.
    """
    judge = judge_now(house().shelf, house().unit_of_work, house().clock())
    explained = suggest_routes(judge.snapshot, profile)
    return jsonify(
        profile_id=profile.profile_id,
        receipt=told_receipt(receipt_of(judge, profile.available_from)),
        routes=[told_suggestion(judge.snapshot, one) for one in explained],
    )
