"""The receipt of an answer: by which rules, which catalogue and for which day it was given."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from marshmallow import post_load

from gouden_poort.api.documents import StrictSchema
from gouden_poort.api.fields import Day, Text
from gouden_poort.services.receipts import Receipt


class ReceiptSchema(StrictSchema):
    """What an answer hangs on besides the question."""

    rules = Text("The rule set; /rules tells what is in the present one.", longest=100, required=True)
    catalogue = Text("The contents of the catalogue.", longest=200, required=True)
    day = Day("The day it is about.", required=True)

    @post_load
    def _value(self, data: dict[str, Any], **kwargs: Any) -> Receipt:  # noqa: ARG002 - marshmallow's signature
        return Receipt(**data)


def told_receipt(receipt: Receipt) -> dict[str, Any]:
    """A receipt as a JSON object."""
    return asdict(receipt) | {"day": receipt.day.isoformat()}
