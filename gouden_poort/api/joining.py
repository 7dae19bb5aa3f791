"""Puts the API's blueprints in an app."""

from __future__ import annotations

from flask import Flask, Response, request
from flask.json.provider import DefaultJSONProvider

from gouden_poort.api.blueprint import API_VERSION, PREFIX
from gouden_poort.api.catalogue import occupations, offerings, schemes, sites, skills
from gouden_poort.api.choice import choices
from gouden_poort.api.company import company
from gouden_poort.api.description import description, make_api
from gouden_poort.api.eligibility import eligibility
from gouden_poort.api.places import places
from gouden_poort.api.routes import routes
from gouden_poort.api.rules import rules
from gouden_poort.api.what_if import what_if

BLUEPRINTS = (
    routes,
    choices,
    what_if,
    eligibility,
    rules,
    places,
    skills,
    occupations,
    offerings,
    sites,
    schemes,
    company,
    description,
)


def join(app: Flask) -> None:
    """Register every view of the API and its description."""
    api = make_api(app)
    if isinstance(app.json, DefaultJSONProvider):
        app.json.sort_keys = False  # members come in the order in which they are described
    forms = app.extensions.get("csrf")
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)
        if forms is not None:
            # A form of another site cannot send JSON, and the guard refuses its scripts: no token is needed here.
            forms.exempt(blueprint)
    app.after_request(_name_the_version)


def _name_the_version(response: Response) -> Response:
    if request.path.startswith(f"{PREFIX}/"):
        response.headers["API-Version"] = API_VERSION
    return response
