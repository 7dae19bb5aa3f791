"""The one table from what went wrong to what a client is told (RFC 9457)."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from flask import Response
from werkzeug.exceptions import HTTPException

from gouden_poort.errors import (
    CannotBeRead,
    ChangedMeanwhile,
    FieldError,
    GoudenPoortError,
    InvalidBundle,
    InvalidInput,
    InvalidRulebook,
    MailError,
    NoCatalogue,
    NoRoomToday,
    NotAllowed,
    StorageUnavailable,
    TooManyTries,
    UnknownPlace,
    UnknownThing,
)
from gouden_poort.http.faults import described, sentence, shown

MEDIA_TYPE = "application/problem+json"
MOST_ERRORS = 1_000
RETRY_SECONDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is told about one failed request."""

    status: int
    kind: str
    """The last part of the problem's type, such as `invalid-input`."""
    detail: str
    errors: tuple[FieldError, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The words that belong to the status."""
        return _PHRASES[self.status]

    def document(self) -> dict[str, Any]:
        """The members of the problem document; `errors` holds at most a thousand faults."""
        document: dict[str, Any] = {
            "type": f"urn:gouden-poort:problem:{self.kind}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }
        if self.errors:
            document["errors"] = [described(fault) for fault in self.errors[:MOST_ERRORS]]
        return document

    def response(self) -> Response:
        """The document as an answer to the request."""
        body = json.dumps(self.document(), ensure_ascii=False)
        return Response(body, status=self.status, headers=dict(self.headers), content_type=MEDIA_TYPE)


DETAILS = {
    400: "The request cannot be read.",
    401: "Sign in first: this address is not public.",
    403: "This is not allowed for you.",
    404: "There is nothing at this address.",
    405: "This address does not answer to that method.",
    406: "The answer is JSON; ask for application/json.",
    413: "The body is larger than 1 MB.",
    415: "Send JSON, with Content-Type: application/json.",
    429: "Too many requests; wait a while.",
    500: "Something went wrong on our side. It has been logged.",
    503: "Not available for a moment; try again later.",
}


_UNREADABLE = "What is kept of this dossier cannot be read. Nothing was changed, and it has been logged."
_PHRASES = {status.value: status.phrase for status in HTTPStatus}
_KEPT_HEADERS = {"Allow", "Retry-After", "WWW-Authenticate"}


def problem_of(error: Exception) -> Problem:
    """What a client is told of an error; one that is not on purpose says nothing about the inside."""
    match error:
        case CannotBeRead():
            return Problem(status=500, kind="cannot-be-read", detail=_UNREADABLE)
        case GoudenPoortError():
            return _of_house(error)
        case HTTPException(code=int(code)) if code in _PHRASES:
            return Problem(
                status=code,
                kind=_PHRASES[code].lower().replace(" ", "-"),
                detail=DETAILS.get(code, error.description or _PHRASES[code]),
                headers={name: value for name, value in error.get_headers() if name in _KEPT_HEADERS},
            )
    return Problem(status=500, kind="internal-server-error", detail=DETAILS[500])


def _of_house(error: GoudenPoortError) -> Problem:
    match error:
        case InvalidInput(faults=faults):
            return Problem(status=400, kind="invalid-input", detail=_count(faults), errors=faults)
        case InvalidBundle() | InvalidRulebook():
            return _of_files(error)
        case UnknownThing() | NotAllowed() | ChangedMeanwhile():
            return _not_as_thought(error)
        case UnknownPlace(given=given, near=near):
            fault = FieldError(
                path="query", code="unknown_id", given=shown(given), expected="a Dutch place or postcode", near=near
            )
            return Problem(status=404, kind="unknown-place", detail=sentence(fault), errors=(fault,))
        case NoCatalogue() | NoRoomToday() | StorageUnavailable() | TooManyTries() | MailError():
            return _later(error)
    return Problem(status=400, kind="refused", detail="The request was refused.")


def _not_as_thought(error: UnknownThing | NotAllowed | ChangedMeanwhile) -> Problem:
    """The thing is not there, or not as it was. Who has no right to a thing does not learn whether it exists."""
    match error:
        case UnknownThing(kind=kind, given=given):
            return Problem(status=404, kind="unknown-thing", detail=f"There is no {kind} {shown(given)!r}.")
        case NotAllowed():
            return Problem(status=404, kind="not-found", detail=DETAILS[404])
        case ChangedMeanwhile(kind=kind):
            return Problem(status=412, kind="changed-meanwhile", detail=f"The {kind} was changed. Look at it again.")


def _of_files(error: InvalidBundle | InvalidRulebook) -> Problem:
    """Only the command line takes files in and tells each fault; a visitor never sends any."""
    kind, what = ("bundle", "catalogue") if isinstance(error, InvalidBundle) else ("rulebook", "rulebook")
    return Problem(status=400, kind=f"invalid-{kind}", detail=f"The {what} has {len(error.faults)} faults.")


def _later(error: NoCatalogue | NoRoomToday | StorageUnavailable | TooManyTries | MailError) -> Problem:
    if isinstance(error, TooManyTries):
        headers = {"Retry-After": str(max(1, math.ceil(error.wait.total_seconds())))}
        return Problem(status=429, kind="too-many-tries", detail=DETAILS[429], headers=headers)
    headers = {"Retry-After": str(RETRY_SECONDS)}
    match error:
        case NoRoomToday():
            kind, detail = "no-room-today", "Too many of these came in today. Try again tomorrow."
            headers = {}
        case NoCatalogue():
            kind = "no-catalogue"
            detail = "No catalogue has been taken in yet, so there is nothing to plan with. Try again later."
        case MailError():
            kind, detail = "mail-not-sent", "The mail could not be sent now; it is kept. Try again later."
        case StorageUnavailable():
            kind, detail = "storage-unavailable", "The database does not answer now. Try again later."
    return Problem(status=503, kind=kind, detail=detail, headers=headers)


def _count(faults: tuple[FieldError, ...]) -> str:
    if len(faults) == 1:
        return sentence(faults[0])
    listed = "" if len(faults) <= MOST_ERRORS else f" The first {MOST_ERRORS} are listed."
    return f"{len(faults)} things in the input are not right; see errors.{listed}"
