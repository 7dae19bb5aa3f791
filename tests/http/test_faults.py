"""A fault as a sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gouden_poort.errors import BundleFault, FieldError, RuleFault
from gouden_poort.http.faults import LONGEST_SHOWN, bundle_sentence, rule_sentence, sentence, shown


def test_a_sentence_says_what_was_given_what_belongs_there_and_what_may_be_meant() -> None:
    fault = FieldError(path="modes.0", code="not_a_choice", given="bikes", expected="one of bike, car", near=("bike",))
    assert sentence(fault) == "modes.0: given bikes, expected one of bike, car. Did you mean bike?"


def test_a_missing_member_has_nothing_given() -> None:
    fault = FieldError(path="lat", code="missing", given="", expected="degrees north")
    assert sentence(fault) == "lat: missing, expected degrees north."


def test_the_document_itself_has_no_path() -> None:
    fault = FieldError(path="", code="wrong_type", given="a list of 2", expected="an object")
    assert sentence(fault) == "given a list of 2, expected an object."


def test_a_fault_in_a_catalogue_begins_with_where_to_look() -> None:
    fault = BundleFault(file="skills.csv", line=0, column="", code="missing_file", found="nothing", expected="a file")
    assert bundle_sentence(fault) == "skills.csv: found 'nothing', expected a file."


def test_a_file_that_is_not_there_is_called_missing() -> None:
    fault = BundleFault(file="skills.csv", line=0, column="", code="missing_file", found="", expected="a file")
    assert bundle_sentence(fault) == "skills.csv: missing, expected a file."


def test_a_fault_in_a_rule_begins_with_where_to_look_and_is_one_line() -> None:
    fault = RuleFault(file="age.yaml", line=4, column=9, found="a\x1b\nb", expected="a fact", guess="person.age")
    assert rule_sentence(fault) == "age.yaml:4:9: found a??b; expected a fact; did you mean person.age?"
    assert rule_sentence(RuleFault(file="a", line=1, column=1, found="b", expected="c")) == "a:1:1: found b; expected c"


def test_a_fault_of_the_whole_folder_has_no_place() -> None:
    fault = BundleFault(file="", line=0, column="", code="missing_file", found="/tmp", expected="a folder")
    assert bundle_sentence(fault) == "found '/tmp', expected a folder."


def test_values_are_shown_short() -> None:
    assert [shown(v) for v in (True, False, None, {}, [1, 2], 3)] == [
        "true",
        "false",
        "null",
        "an object",
        "a list of 2",
        "3",
    ]


@given(st.text(st.characters()))
def test_whatever_is_shown_is_one_short_line_of_valid_text(text: str) -> None:
    line = shown(text)
    assert len(line) <= LONGEST_SHOWN
    assert len(line.splitlines()) <= 1
    line.encode()
