"""The question about eligibility as it is sent in, and the shape of its answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from marshmallow import Schema, ValidationError, fields, post_load, validates_schema

from gouden_poort.api.described import day, many, text, whole
from gouden_poort.api.documents import Many, Part, StrictSchema
from gouden_poort.api.fields import Day, StrictField, Text, refused
from gouden_poort.api.profile_schema import LONGEST_ID
from gouden_poort.api.receipt_schema import ReceiptSchema
from gouden_poort.api.routes import ProfileSchema
from gouden_poort.api.verdict_schema import (
    ChangesSchema,
    MissingSchema,
    VerdictSchema,
    WordingSchema,
    answer,
    one_of,
    part,
)
from gouden_poort.errors import FieldError
from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.book.rule import Beneficiary, Effect, Per
from gouden_poort.rules.case.stacking import Refusal
from gouden_poort.rules.judge import judge_of
from gouden_poort.services.asked import MOST_ASKED, faults_beside
from gouden_poort.services.eligibility import State, Thing
from gouden_poort.services.receipts import Receipt
from gouden_poort.wiring import house

LISTS = ("offerings", "positions", "schemes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question as it was sent: the day and the rules may still be those of the present."""

    profile: Profile
    offerings: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    on: date | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    receipt: Receipt | None = None


class Told(StrictField, fields.Dict):
    """Facts by name; what each may be is up to the rules."""

    expected = "an object of facts"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:  # noqa: ARG002
        if not isinstance(value, dict):
            raise refused("wrong_type", value, self.expected)
        return value


def _ids(about: str) -> Many:
    return Many(about, Text("An id of the catalogue.", longest=LONGEST_ID), longest=MOST_ASKED)


class EligibilityQuestionSchema(StrictSchema):
    """One person, and at most fifty things to ask about."""

    profile = Part(ProfileSchema, required=True, metadata={"description": "Who asks. Nothing of it is kept."})
    offerings = _ids("Offerings of the catalogue.")
    positions = _ids("Positions. With a single one, bbl offerings and schemes are taken to be worked there.")
    schemes = _ids("Schemes of the rules or the catalogue; each is answered for each offering or position.")
    on = Day("The day it is about; usually today. Leave it out when you send a receipt.")
    facts = Told(metadata={"description": "Facts besides the profile, by name, such as person.employed."})
    receipt = Part(
        ReceiptSchema,
        metadata={"description": "Of an earlier answer: gives that answer again, whatever changed since."},
    )

    @validates_schema(skip_on_field_errors=True)
    def _ask_something(self, data: dict[str, Any], **kwargs: Any) -> None:  # noqa: ARG002
        count = sum(len(data.get(name, ())) for name in LISTS)
        if not 1 <= count <= MOST_ASKED:
            code = "too_many" if count else "missing"
            expected = f"1 to {MOST_ASKED} ids in offerings, positions and schemes together"
            raise ValidationError(refused(code, f"{count} ids", expected).messages)

    @validates_schema(skip_on_field_errors=True)
    def _on_the_day_of_the_receipt(self, data: dict[str, Any], **kwargs: Any) -> None:  # noqa: ARG002
        on, receipt = data.get("on"), data.get("receipt")
        if on is not None and receipt is not None and on != receipt.day:
            expected = f"the day of the receipt, {receipt.day}, or nothing"
            raise ValidationError(refused("out_of_range", on, expected).messages, field_name="on")

    @post_load
    def _value(self, data: dict[str, Any], **kwargs: Any) -> Asking:  # noqa: ARG002
        return Asking(**data | {name: tuple(data.get(name, ())) for name in LISTS})

    def faults_beside(self, document: object) -> Iterator[FieldError]:
        """Of a question with a receipt nothing more is told: its ids are those of another catalogue perhaps."""
        if isinstance(document, Mapping) and "receipt" not in document:
            yield from faults_beside(judge_of(house().shelf.active()), document)


class GrantSchema(Schema):
    """What a scheme gives beside the other schemes in the question."""

    amount_cents = whole("Null: in kind, or not known; 0 when refused.", allow_none=True)
    refused = one_of("Why it does not go with the others; null when it does.", Refusal, allow_none=True)
    by = text("The scheme that stands in the way; may be empty.")


class HelpSchema(Schema):
    """What a scheme does."""

    effect = one_of("Only own_cost lowers what the person pays.", Effect)
    beneficiary = one_of("Who gets it.", Beneficiary)
    arranged_by = text("Who decides.")
    per = one_of("What the amount is for; null without one.", Per, allow_none=True)
    amount_cents = whole(
        "What it would give by itself, in cents; null: in kind, nothing, or not known.", allow_none=True
    )
    by_catalogue = answer("Whether the same scheme of the catalogue pays here too.")
    together = part("Beside the others; null when it does not surely help.", GrantSchema, allow_none=True)
    window = part("When one can apply; null: always, or not known.", WordingSchema, allow_none=True)


class EligibilityAnswerSchema(Schema):
    """How one thing stands."""

    thing = one_of("What was asked about.", Thing)
    id = text("Its id.")
    label = text("Its name.")
    offering_id = text("For a scheme: what it should help with.", allow_none=True)
    position_id = text("Where the work is.", allow_none=True)
    state = one_of("Closed: a rule surely says no. Unknown: one hangs on an answer of the person.", State)
    verdicts = many("Every rule that matters here.", VerdictSchema)
    missing = many("What to ask.", MissingSchema)
    change = part(
        "What would open a closed door; null when nothing that we know of and that someone could change now does.",
        ChangesSchema,
        allow_none=True,
    )
    opens_on = day(
        "The first day on which time alone opens it; null when it does not within ten years.", allow_none=True
    )
    help = part("Of a scheme.", HelpSchema, allow_none=True)


class EligibilitySchema(Schema):
    """How everything stands that was asked about."""

    receipt = fields.Nested(ReceiptSchema)
    answers = many("Offerings, positions, then schemes for each of them.", EligibilityAnswerSchema)
