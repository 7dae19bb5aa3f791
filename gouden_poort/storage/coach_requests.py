"""Requests to a coach in the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from sqlalchemy import RowMapping

from gouden_poort.profiles.coach_request import CoachRequest, Daypart, Reach, SharedLine
from gouden_poort.storage.requests import SQLRequests
from gouden_poort.storage.tables.coach_requests import COACH_REQUESTS


class SQLCoachRequests(SQLRequests[CoachRequest]):
    """Fulfils `ports.CoachRequests`."""

    table = COACH_REQUESTS
    kind = CoachRequest
    term = "react_by"

    def row_of(self, request: CoachRequest) -> Mapping[str, object]:
        row: dict[str, object] = asdict(request)
        del row["reach"]
        row[self.term] = row.pop("answer_by")
        return {**row, **asdict(request.reach), "daypart": request.reach.daypart.value}

    def request_in(self, row: RowMapping) -> CoachRequest:
        given = dict(row)
        given["answer_by"] = given.pop(self.term)
        names = ("name", "phone", "email", "language")
        reach = Reach(daypart=Daypart(given.pop("daypart")), **{name: given.pop(name) for name in names})
        lines = given.pop("shared")
        shared = tuple(SharedLine(key=line["key"], about=line["about"], words=tuple(line["words"])) for line in lines)
        return CoachRequest(reach=reach, shared=shared, **given)
