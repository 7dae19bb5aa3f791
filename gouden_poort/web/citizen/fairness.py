"""What this service promises: privacy, and how well everyone can use it."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import public
from gouden_poort.profiles.coach_request import CoachRequest
from gouden_poort.profiles.objection import Objection
from gouden_poort.profiles.people.message import KEPT_FOR_ONCE
from gouden_poort.services.keeping import WITH_CODE, WITHOUT_CODE
from gouden_poort.web.citizen.mailed_code import can_be_mailed
from gouden_poort.web.citizen.tech_card.draft import KEPT_FOR

pages = Blueprint("fairness", __name__)
STATED_ON = date(2026, 11, 22)
"""When somebody last compared the accessibility statement with the pages."""


@pages.get("/privacy")
@public
def privacy() -> ResponseReturnValue:
    """What is kept, why, for how long, and what someone can ask."""
    return render_template(
        "citizen/privacy.html",
        days_with_code=WITH_CODE.days,
        days_without_code=WITHOUT_CODE.days,
        days_of_mail=KEPT_FOR_ONCE.days + 1 if can_be_mailed() else None,
        card_hours=int(KEPT_FOR.total_seconds() // 3600),
        objection_days=Objection.KEPT_AFTER_ANSWER.days,
        coach_days={
            "answered": CoachRequest.KEPT_AFTER_ANSWER.days,
            "waiting": CoachRequest.KEPT_WITHOUT_ANSWER.days,
        },
    )


@pages.get("/toegankelijkheid")
@public
def accessibility() -> ResponseReturnValue:
    """What works for whom, what was tested and how, and what is not yet right."""
    return render_template("citizen/accessibility.html", stated_on=STATED_ON)
