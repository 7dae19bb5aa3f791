"""Whom a company may see: people who said yes to exactly this, for as long as that holds. Opening it is a look."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import public
from gouden_poort.services.employers.positions import of_company
from gouden_poort.services.employers.proposing import seen_by_company
from gouden_poort.web.employer.door import company
from gouden_poort.wiring import house

pages = Blueprint("company_people", __name__)


@pages.get("/bedrijf/mensen")
@public
def show() -> ResponseReturnValue:
    """Everyone whom the company may see now."""
    parts = house()
    token, link = company()
    found = of_company(parts.unit_of_work, parts.shelf.active(), token, parts.clock())
    return render_template(
        "employer/people.html",
        link=link,
        organisation=found.organisation,
        people=seen_by_company(parts.unit_of_work, token, parts.clock()),
    )
