"""Every error of the house has its status and a document a client can act on."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from werkzeug.exceptions import MethodNotAllowed, NotFound, RequestEntityTooLarge, UnsupportedMediaType

from gouden_poort import errors
from gouden_poort.errors import BundleFault, FieldError, InvalidBundle, InvalidInput, NoCatalogue, RuleFault
from gouden_poort.http.problems import MOST_ERRORS, problem_of

FAULT = FieldError(path="cefr", code="not_a_choice", given="B3", expected="one of B1, B2", near=("B2",))
BUNDLE_FAULT = BundleFault(file="skills", line=2, column="label", code="missing_value", found="", expected="a text")
RULE_FAULT = RuleFault(file="age.yaml", line=4, column=9, found="person.agee", expected="a fact")

CASES: list[tuple[Exception, int]] = [
    (InvalidInput([FAULT]), 400),
    (InvalidBundle([BUNDLE_FAULT]), 400),
    (errors.InvalidRulebook([RULE_FAULT]), 400),
    (NoCatalogue(), 503),
    (errors.StorageUnavailable(), 503),
    (errors.NoRoomToday("coach request"), 503),
    (errors.CannotBeRead(UUID(int=7), "ValueError"), 500),
    (errors.MailError("451"), 503),
    (errors.MailRefused("550"), 503),
    (errors.MailPostponed("451"), 503),
    (errors.MailServerAway("away"), 503),
    (errors.MailUncertain("cut"), 503),
    (errors.NotAllowed("see_dossier"), 404),
    (errors.ChangedMeanwhile("note", None), 412),
    (errors.UnknownThing("occupation", "x"), 404),
    (errors.NotAllowed("see_dossier"), 404),
    (errors.TooManyTries(timedelta(minutes=15)), 429),
    (errors.UnknownPlace("Zwole", ("Zwolle",)), 404),
    (NotFound(), 404),
    (MethodNotAllowed(["GET"]), 405),
    (RequestEntityTooLarge(), 413),
    (UnsupportedMediaType(), 415),
    (RuntimeError("inside"), 500),
]


@pytest.mark.parametrize(("error", "status"), CASES, ids=lambda case: type(case).__name__)
def test_an_error_has_its_status_and_a_whole_document(error: Exception, status: int) -> None:
    document = problem_of(error).document()
    assert document["status"] == status
    assert document["title"]
    assert document["detail"].endswith((".", "?"))
    assert document["type"].startswith("urn:gouden-poort:problem:")
    assert "inside" not in str(document)


def test_every_error_of_the_house_is_in_the_table() -> None:
    """A new kind of error falls through to `refused` until someone decides what it is."""
    kinds = {type(error) for error, _ in CASES}
    named = {
        thing
        for thing in vars(errors).values()
        if isinstance(thing, type)
        and issubclass(thing, errors.GoudenPoortError)
        and thing is not errors.GoudenPoortError
    }
    assert named <= kinds
    assert all(problem_of(error).kind != "refused" for error, _ in CASES)


def test_each_fault_of_the_input_is_listed_with_a_sentence() -> None:
    document = problem_of(InvalidInput([FAULT, FAULT])).document()
    assert document["detail"] == "2 things in the input are not right; see errors."
    assert document["errors"][0] == {
        "path": "cefr",
        "code": "not_a_choice",
        "given": "B3",
        "expected": "one of B1, B2",
        "near": ["B2"],
        "detail": "cefr: given B3, expected one of B1, B2. Did you mean B2?",
    }


def test_a_flood_of_faults_stays_readable() -> None:
    document = problem_of(InvalidInput([FAULT] * (MOST_ERRORS + 1))).document()
    assert len(document["errors"]) == MOST_ERRORS
    assert "The first 1000 are listed" in document["detail"]


def test_what_may_be_tried_again_says_when() -> None:
    assert problem_of(NoCatalogue()).response().headers["Retry-After"] == "30"


def test_a_wrong_method_says_which_are_right() -> None:
    assert problem_of(MethodNotAllowed(["GET", "HEAD"])).response().headers["Allow"] == "GET, HEAD"
