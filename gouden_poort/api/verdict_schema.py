"""The shape of verdicts and rules, for the API's description; a test holds real answers against it."""

from __future__ import annotations

from enum import Enum
from typing import Any

from marshmallow import Schema, fields

from gouden_poort.api.described import day, many, text, texts, whole
from gouden_poort.rules.book.rule import Confidence, RuleKind
from gouden_poort.rules.case.verdict import How, Outcome


def one_of(about: str, kind: type[Enum], **kwargs: Any) -> fields.String:
    """One of the words of an enum."""
    return fields.String(metadata={"description": about, "enum": [member.value for member in kind]}, **kwargs)


def part(about: str, schema: type[Schema], **kwargs: Any) -> fields.Nested:
    """An object within the object."""
    return fields.Nested(schema, metadata={"description": about}, **kwargs)


def answer(about: str) -> fields.Boolean:
    """Yes, no, or not known."""
    return fields.Boolean(metadata={"description": f"{about} Null: not known."}, allow_none=True)


def value(about: str) -> fields.Raw:
    """A number, text, true or false, list of texts, or an object of skills with their levels."""
    return fields.Raw(metadata={"description": f"{about} Null: not known."}, allow_none=True)


class WordingSchema(Schema):
    """The same in two languages."""

    nl = text("Dutch, B1.")
    en = text("English.")


class SourceSchema(Schema):
    """Where a rule is written."""

    title = text("The law, regulation or page.")
    article = text("The article; may be empty.")
    url = text("Where to read it; may be empty.")
    read_on = day("When somebody last read it there.")


class RuleLineSchema(Schema):
    """What every verdict and rule tells of the rule."""

    rule = text("The rule.")
    kind = one_of("What the rule does.", RuleKind)
    nl = text("The rule in Dutch.")
    en = text("The rule in English.")
    valid_from = fields.Date(metadata={"description": "First day it holds; null: not known."}, allow_none=True)
    valid_to = fields.Date(metadata={"description": "Last day it holds; null: no end known."}, allow_none=True)
    in_force = fields.Boolean(metadata={"description": "False: it is there to be read and never fires."})
    source = part("Where it is written.", SourceSchema)
    confidence = one_of("How sure we are of the rule.", Confidence)
    unsure = part("What is not certain; null when nothing is.", WordingSchema, allow_none=True)
    not_expressed = many("What it asks besides, to be asked of the school, employer or desk.", WordingSchema)


class ReasonTextSchema(Schema):
    """A reason in one language."""

    needed = text("What is needed; empty where the text says it all.")
    yours = text("What there is; may be empty.")
    text = text("Why.")  # last: from here on the name means this member


class ReasonSchema(Schema):
    """Why a rule stands as it does."""

    test = text("The test that decides; empty for the rule as a whole.")
    answer = answer("How that test came out.")
    asks = texts("Facts that are missing here.")
    nl = part("In Dutch.", ReasonTextSchema)
    en = part("In English.", ReasonTextSchema)


class ReadSchema(Schema):
    """A fact that was read."""

    fact = text("Its name.")
    value = value("What it was.")


class ReadParameterSchema(Schema):
    """A figure of the law that was read."""

    parameter = text("Its name.")
    value = value("What it was on the day.")
    since = fields.Date(metadata={"description": "From when that value holds."}, allow_none=True)


class TraceSchema(Schema):
    """One node of the condition."""

    how = one_of("A test, or how its parts go together.", How)
    id = text("Of a test.", allow_none=True)
    test = text("The test as it is written.", allow_none=True)
    answer = answer("How it came out.")
    reads = many("Facts it read.", ReadSchema)
    parameters = many("Figures it read.", ReadParameterSchema)
    children = fields.List(
        fields.Nested(lambda: TraceSchema()),  # noqa: PLW0108 - it is not there yet
        metadata={"description": "Its parts."},
    )


class VerdictSchema(RuleLineSchema):
    """One rule, judged."""

    outcome = one_of("How the rule stands; of an admission only `no` closes the door.", Outcome)
    reasons = many("Why.", ReasonSchema)
    only_if = part("Whether the rule applies; null: always.", TraceSchema, allow_none=True)
    when = part("What it asks; null when it does not apply.", TraceSchema, allow_none=True)


class TestSchema(Schema):
    """One test of a rule."""

    id = text("Its name within the rule.")
    test = text("As it is written.")
    nl = text("What holds when it passes, in Dutch; may name facts in braces.", allow_none=True)
    en = text("The same in English.", allow_none=True)


class RuleSchema(RuleLineSchema):
    """One rule in one period."""

    tests = many("What it tests, in the order of the file.", TestSchema)


class RulesSchema(Schema):
    """Rules of the present rule set."""

    version = text("Names the contents of the whole rule set, as in a receipt.")
    rules = many("In order of file and place; a rule whose terms changed is there once for each period.", RuleSchema)


class MissingSchema(Schema):
    """A fact that would settle something."""

    fact = text("Its name.")
    nl = text("What it is called in Dutch.")
    en = text("What it is called in English.")
    question = text("The question of the assessment that asks for it; null when none does.", allow_none=True)


class ChangeSchema(Schema):
    """One thing that would have to become otherwise."""

    fact = text("What.")
    nl = text("What it is called in Dutch.")
    en = text("What it is called in English.")
    before = value("As it is.")
    after = value("As it should be.")
    by = text("Who can change it: person or employer.")


class ChangesSchema(Schema):
    """What would open a closed door, at the least effort."""

    changes = many("All of them together.", ChangeSchema)
    effort = whole("Rough weeks; only to compare.")
    sure = fields.Boolean(metadata={"description": "False: a question is still open then."})
