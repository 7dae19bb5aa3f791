"""Blueprints of this API: bodies read strictly, every fault a 400, answers kept until the catalogue changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, NoReturn, Protocol, TypeVar, runtime_checkable

import flask_smorest
from flask import Request, Response, after_this_request, request
from marshmallow import RAISE, Schema, ValidationError
from webargs.flaskparser import FlaskParser

from gouden_poort.api.documents import faults
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.bodies import json_body
from gouden_poort.http.faults import shown
from gouden_poort.wiring import house

API_VERSION = "1.0.0"
PREFIX = "/api/v1"
COMPANY_LINK = "companyLink"
"""How the description calls the link that a company shows in the place of an account."""
_OURS = "api_"
"""Keeps blueprints of the API apart from those of the pages."""

View = TypeVar("View", bound=Callable[..., Any])


@runtime_checkable
class ChecksBeside(Protocol):
    """A schema that can say what else is wrong with a document it refused, so that all faults are told at once."""

    def faults_beside(self, document: object) -> Iterable[FieldError]: ...


class _StrictParser(FlaskParser):
    """Reads bodies and query strings for the views, and lets no fault through as anything but InvalidInput."""

    DEFAULT_VALIDATION_STATUS = 400
    DEFAULT_UNKNOWN_BY_LOCATION = {"json": RAISE, "query": RAISE}  # noqa: RUF012 - webargs reads it

    def load_json(self, req: Request, schema: Schema) -> Any:  # noqa: ARG002 - the signature of webargs
        document = json_body()
        if not isinstance(document, dict):
            fault = FieldError(path="", code="wrong_type", given=shown(document), expected="an object")
            raise InvalidInput([fault])
        return document

    def handle_error(
        self,
        error: ValidationError,
        req: Request,  # noqa: ARG002
        schema: Schema,
        *,
        error_status_code: int | None,  # noqa: ARG002
        error_headers: Any,  # noqa: ARG002
    ) -> NoReturn:
        (messages,) = error.messages_dict.values()
        beside = schema.faults_beside(json_body()) if isinstance(schema, ChecksBeside) else ()
        raise InvalidInput([*faults(messages), *beside]) from None


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc]  # flask-smorest has no types
    """One subject of the API, below /api/v1."""

    ARGUMENTS_PARSER = _StrictParser()

    def __init__(self, name: str, description: str) -> None:
        super().__init__(f"{_OURS}{name}", __name__, url_prefix=PREFIX, description=description)

    def operation(
        self,
        rule: str,
        *,
        name: str,
        answer: type[Schema] | dict[str, Any],
        method: str = "GET",
        query: type[Schema] | None = None,
        body: type[Schema] | None = None,
        example: Any = None,
        answer_example: Any = None,
        with_link: bool = False,
    ) -> Callable[[View], View]:
        """One thing clients can do here: `name` is its operationId, and the view's docstring tells the rest.

        The view gets the loaded body or query as its last positional argument, and what it returns is dumped.
        `with_link`: only for a company that shows its link.
        """

        asked: dict[str, Any] = {"security": [{COMPANY_LINK: []}]} if with_link else {}

        def put_on(view: View) -> View:
            told = self.response(200, answer, example=answer_example)(view)
            if query is not None:
                told = self.arguments(query, location="query")(told)
            if body is not None:
                told = self.arguments(body, example=example)(told)
            self.route(rule, methods=[method])(self.doc(operationId=name, **asked)(told))
            return view

        return put_on


def tag(blueprint_name: str) -> str:
    """What a blueprint is called in the description."""
    return blueprint_name.removeprefix(_OURS)


def from_the_catalogue(view: Callable[..., Any]) -> Callable[..., Any]:
    """Give a view the active snapshot, and let clients keep the answer until another version is active."""

    @wraps(view)
    def answer(*args: Any, **kwargs: Any) -> Any:
        snapshot = house().shelf.active()
        return kept_until(snapshot.version, lambda: view(snapshot, *args, **kwargs))

    return answer


def kept_until(version: str, make: Callable[[], Any]) -> Any:
    """An answer that clients may keep until something has another version; 304 when they have it already."""
    etag = f"{version}-{API_VERSION}"
    after_this_request(lambda response: _storable(response, etag))
    return Response(status=304) if request.if_none_match.contains_weak(etag) else make()


def _storable(response: Response, etag: str) -> Response:
    if response.status_code in {200, 304}:
        response.set_etag(etag)
        response.headers["Cache-Control"] = "public, no-cache"  # keep it, and ask each time whether it still holds
    return response
