"""Every error becomes one answer: a problem document below /api, a page elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, current_app, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadHost, HTTPException, SecurityError
from werkzeug.routing import RequestRedirect

from gouden_poort.errors import CannotBeRead, GoudenPoortError, StorageUnavailable
from gouden_poort.http.problems import Problem, problem_of

API_PREFIX = "/api/"


def answer_errors(app: Flask, page: Callable[[Problem, Exception], ResponseReturnValue]) -> None:
    """Answer every error of an app; `page` draws the page for people, with the error at hand for its own words."""

    def answer(error: Exception) -> ResponseReturnValue:
        if isinstance(error, RequestRedirect):  # an exception only by descent
            return error
        if isinstance(error, StorageUnavailable):  # nobody's fault but the machine's, so whoever keeps it should see
            current_app.logger.warning("%s found no storage: %s", request.endpoint, error)
        if isinstance(error, CannotBeRead):
            current_app.logger.error("%s could not read %s", request.endpoint, error)
        problem = problem_of(error)
        if request.path.startswith(API_PREFIX) or _has_no_address():
            return problem.response()
        return page(problem, error)

    def answer_unforeseen(error: Exception) -> ResponseReturnValue:
        if current_app.testing or current_app.debug:
            raise error
        current_app.logger.error("%s failed", request.endpoint, exc_info=error)
        return answer(error)

    app.register_error_handler(GoudenPoortError, answer)
    app.register_error_handler(HTTPException, answer)
    app.register_error_handler(Exception, answer_unforeseen)


def _has_no_address() -> bool:
    """Whether the Host of the request is no name at all or not ours, so that a page has no addresses to link to."""
    return isinstance(request.routing_exception, BadHost | SecurityError)
