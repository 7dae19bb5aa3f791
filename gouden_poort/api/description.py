"""The OpenAPI document: what flask-smorest gathers, finished by the Dutch API design rules.

Paths are relative to a server that carries the version, every success names the version header, and every
failure is a problem document.
"""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import flask_smorest
from flask import Flask, Response, current_app, json
from marshmallow import Schema, fields

from gouden_poort.api.blueprint import API_VERSION, COMPANY_LINK, PREFIX, Blueprint, tag
from gouden_poort.http.guard import public
from gouden_poort.http.problems import DETAILS, MEDIA_TYPE

description = Blueprint("description", "What this API can do, for programs.")

OWN_PATH = "/openapi.json"
INFO = {
    "description": (
        "Routes into technical work in the Netherlands: given who someone is, what they can, where they live and what "
        "they may, the schedules that lead to paid work, with dates, costs, help and reasons. Things carry the ids of "
        "the catalogue. Errors are problem documents (RFC 9457) that list every fault of the input at once."
    ),
    "contact": {
        "name": "Team Gouden Poort",
        "email": "team@gouden-poort.example",
        "url": "https://gouden-poort.example",
    },
    "license": {"name": "EUPL-1.2", "url": "https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12"},
}


class FaultSchema(Schema):
    """One fault of the input."""

    path = fields.String(metadata={"description": "The member, in dots and numbers, such as skills.3.level."})
    code = fields.String(metadata={"description": "What kind of fault.", "example": "out_of_range"})
    given = fields.String(metadata={"description": "What was found there."})
    expected = fields.String(metadata={"description": "What belongs there."})
    near = fields.List(fields.String(), metadata={"description": "What may have been meant."})
    detail = fields.String(metadata={"description": "The whole fault in a sentence."})


class ProblemSchema(Schema):
    """Why a request failed."""

    type = fields.String(required=True, metadata={"description": "Names the kind of problem.", "format": "uri"})
    title = fields.String(required=True, metadata={"description": "The kind of problem in words."})
    status = fields.Integer(required=True, metadata={"description": "The HTTP status."})
    detail = fields.String(required=True, metadata={"description": "This problem in words."})
    errors = fields.List(fields.Nested(FaultSchema), metadata={"description": "Every fault of the input."})


class Api(flask_smorest.Api):  # type: ignore[misc]  # flask-smorest has no types
    """flask-smorest, without the error answers of its own."""

    def _register_error_handlers(self) -> None:
        """Errors are answered for the whole house by `http.failures`."""

    def _register_responses(self) -> None:
        for status in HTTPStatus:
            self.spec.components.response(status.name, _problem(DETAILS.get(status, status.phrase)), lazy=True)
        self.spec.components.response(self.DEFAULT_ERROR_RESPONSE_NAME, _problem("Any other failure."), lazy=True)


def _problem(words: str) -> dict[str, Any]:
    return {"description": words, "content": {MEDIA_TYPE: {"schema": ProblemSchema}}}


def make_api(app: Flask) -> Api:
    """An API for an app, ready for its blueprints."""
    app.config.update(
        API_TITLE="Gouden Poort",
        API_VERSION=API_VERSION,
        OPENAPI_VERSION="3.0.3",
        API_SPEC_OPTIONS={"info": INFO, "servers": [{"url": PREFIX, "description": "This installation."}]},
    )
    api = Api(app)
    api.spec.components.security_scheme(COMPANY_LINK, _LINK)
    return api


_LINK = {
    "type": "http",
    "scheme": "bearer",
    "description": "The last part of the link that a company was given.",
}


@description.operation(OWN_PATH, name="getDescription", answer={"type": "object"})
@public
def get_description() -> Response:
    """Get this description

    An OpenAPI 3 document, readable from any site.
    """
    body = json.dumps(document(current_app), sort_keys=False)
    return Response(
        body,
        content_type="application/json",
        headers={"Access-Control-Allow-Origin": "*", "Cache-Control": "public, no-cache"},
    )


def document(app: Flask) -> dict[str, Any]:
    """The finished OpenAPI document of an app."""
    written: dict[str, Any] = app.extensions["flask-smorest"]["apis"][""]["ext_obj"].spec.to_dict()
    paths = {path.removeprefix(PREFIX): item for path, item in written["paths"].items()}
    components = written["components"] | {"headers": {"API-Version": _VERSION_HEADER}}
    for path, method, operation in _operations(paths):
        _finish(path, method, operation)
    tags = [{**entry, "name": tag(entry["name"])} for entry in written["tags"]]
    return written | {"paths": paths, "components": components, "tags": tags}


_VERSION_HEADER = {
    "description": "The full version of this API.",
    "schema": {"type": "string", "example": API_VERSION},
}


def _operations(paths: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in paths.items():
        for method, operation in item.items():
            if method in {"get", "post", "put"}:
                yield path, method, operation


def _finish(path: str, method: str, operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    if method == "get" and path != OWN_PATH and "security" not in operation:
        responses["304"] = {"description": "What the client has still holds."}
    for status in _failures(path, operation):
        responses.setdefault(str(int(status)), _problem_of(status))
    for status, response in responses.items():
        if status.startswith(("2", "3")):
            response.setdefault("headers", {})["API-Version"] = {"$ref": "#/components/headers/API-Version"}
    operation["responses"] = dict(sorted(responses.items()))
    operation["tags"] = [tag(name) for name in operation["tags"]]


def _failures(path: str, operation: dict[str, Any]) -> list[HTTPStatus]:
    """What can go wrong with an operation, by what it takes."""
    statuses = []
    if "requestBody" in operation:
        statuses += [HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNSUPPORTED_MEDIA_TYPE, HTTPStatus.BAD_REQUEST]
    if operation.get("parameters") or "{" in path:
        statuses.append(HTTPStatus.BAD_REQUEST)
    if "{" in path:
        statuses.append(HTTPStatus.NOT_FOUND)
    if "security" in operation:
        statuses += [HTTPStatus.UNAUTHORIZED, HTTPStatus.TOO_MANY_REQUESTS]
    if path != OWN_PATH:
        statuses.append(HTTPStatus.SERVICE_UNAVAILABLE)
    return statuses


def _problem_of(status: HTTPStatus) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": DETAILS[int(status)], "content": {MEDIA_TYPE: {"schema": schema}}}
