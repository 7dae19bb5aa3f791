"""No text, however strange or large, does more than be refused."""

from __future__ import annotations

import sys
from contextlib import suppress
from string import printable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gouden_poort.rules.language.faults import Unreadable
from gouden_poort.rules.language.reading import read_expression, read_test
from tests.rules.language.samples import WORDS, expression_faults, faults_of

ATTACKS = [
    "person.__class__",
    "person.age.__class__",
    "person.__class__.__mro__[1].__subclasses__()",
    "().__class__.__bases__",
    "''.join(['a', 'b'])",
    "'{0.__class__}'.format(person)",
    "'%s' % person.age == 'a'",
    "__import__('os')",
    "__import__('os').system('true')",
    "open('/etc/passwd')",
    "eval('1')",
    "print(1)",
    "person.age(1)",
    "min(min)(1, 2)",
    "min.__call__(1, 2) > 1",
    "[person.age for person in people]",
    "{person.age for person in people}",
    "{'a': 1}",
    "any(x for x in person.modes)",
    "lambda: 3",
    "(lambda: 3)()",
    "(x := 3) > 2",
    "await person.age",
    "(yield)",
    "(yield person.age)",
    "f'{person.age}' == 'a'",
    "f'a' == occupation.id",
    "rb'a' == occupation.id",
    "b'a' == occupation.id",
    "u'a' == occupation.id",
    "r'a' == occupation.id",
    "'a' 'b' == occupation.id",
    "'''a''' == occupation.id",
    "occupation.id == ''''",
    "occupation.id in [*person.modes]",
    "occupation.id in [x for x in y]",
    "occupation.id in [f'a']",
    "covers(*person.modes)",
    "covers(**person.modes)",
    "9**9**9",
    "9**9**9 > 1",
    "9 << 9999999999 > 1",
    "1e400 > 1",
    "0o17 > 1",
    "1if person.employed else 2",
    "1or 2",
    "person.age > 1and person.employed",
    "... > 1",
    "... in person.modes",
    "person.age[0] > 1",
    "person.age[::2] > 1",
    "person.age, 3",
    "(person.age, 3) > 1",
    "() == ()",
    "person.age @ 3 > 1",
    "person.age ^ 3 > 1",
    "*person.age",
    "del person",
    "import os",
    "person.age = 3",
    "assert person.employed",
    "True",
    "None",
    "not None",
    "person.employed; person.at_school",
    "person.age > \\\n 3",
    "# -*- coding: utf-7 -*-",
    "ｐerson.age > 3",
    "𝐩𝐞𝐫𝐬𝐨𝐧.age > 3",
    "реrson.age > 3",
    "person．age > 3",
    "person.age\u00a0> 3",
    "person.age\u200b > 3",
    "\ufeffperson.age > 3",
    "person.age > ３",
    "person.age > ٣",
    "occupation.id == '\u202ea'",
    "occupation.id == '\ud800'",
    "\ud800",
    "person.age > 3\x00",
    "\x00",
    "occupation.id == 'a\x00b'",
    "person.age > 3\n",
    "person.age > 3\r\nperson.age > 4",
    "\x0cperson.age > 3",
    "\tperson.age > 3",
    "_",
    "__debug__",
    ".",
    "..",
    "person.",
    ".age",
    ",",
    "[]",
    "[[]]",
    "()",
    "not",
    "in",
    "and and",
    "'",
    '"',
    "=",
    "\\",
]
HUGE = {
    "brackets": "(" * 10_000,
    "closed brackets": "(" * 10_000 + "1" + ")" * 10_000,
    "brackets of lists": "[" * 10_000,
    "signs": "-" * 10_000 + "1",
    "negations": "not " * 10_000 + "person.employed",
    "conjunctions": "person.employed and " * 10_000 + "person.employed",
    "sums": "1 + " * 10_000 + "1 > 1",
    "a name": "person." + "a" * 1_000_000,
    "digits": "9" * 1_000_000 + " > 1",
    "quotes": "'" * 10_001,
    "calls": "min(" * 10_000,
}
JUST_SHORT = {
    "brackets": "(" * 300,
    "closed brackets": "(" * 140 + "1" + ")" * 140,
    "signs": "-" * 299 + "1",
    "negations": "not " * 70 + "person.employed",
    "conjunctions": "1 and " * 49 + "1",
    "sums": "1+" * 149 + "1",
    "a name": "person." + "a" * 290,
    "digits": "9" * 296 + " > 1",
    "comparisons": "1<" * 149 + "1",
    "calls": "min(1," * 12 + "1" + ")" * 12,
    "attributes": "a." * 149 + "a",
    "indexes": "a" + "[0]" * 90,
    "empty calls": "a" + "()" * 140,
}


@pytest.mark.parametrize("text", ATTACKS)
def test_an_attack_is_refused_as_a_test(text: str) -> None:
    assert faults_of(text)


@pytest.mark.parametrize("text", ATTACKS)
def test_an_attack_is_refused_as_an_expression(text: str) -> None:
    assert expression_faults(text)


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_a_huge_text_is_refused_for_its_length_alone(text: str) -> None:
    (fault,) = faults_of(text)
    assert (fault.offset, fault.found) == (300, f"{len(text)} characters")


@pytest.mark.parametrize("text", JUST_SHORT.values(), ids=JUST_SHORT.keys())
def test_a_nested_text_of_allowed_length_is_refused(text: str) -> None:
    assert faults_of(text)


def test_a_text_is_refused_also_where_little_room_is_left_to_nest() -> None:
    def deeper(left: int) -> None:
        if left:
            deeper(left - 1)
        else:
            assert faults_of("not " * 70 + "person.employed")

    depth = len(list(_frames()))
    deeper(sys.getrecursionlimit() - depth - 60)


def _frames() -> list[int]:
    frame, places = sys._getframe(), []
    while frame.f_back is not None:
        frame = frame.f_back
        places.append(frame.f_lineno)
    return places


@pytest.mark.parametrize("text", [*ATTACKS, *JUST_SHORT.values()])
def test_a_fault_can_be_printed_and_lies_inside_its_text(text: str) -> None:
    for fault in faults_of(text):
        assert fault.found.isprintable()
        assert len(fault.found) <= 80
        assert fault.guess.isprintable()
        assert 0 <= fault.offset <= len(text)


SIGNS = [
    "<",
    "<=",
    ">",
    ">=",
    "==",
    "!=",
    "+",
    "-",
    "*",
    "/",
    "**",
    "%",
    "(",
    ")",
    "[",
    "]",
    ",",
    ".",
    ":",
    "=",
    "{",
    "}",
    "#",
    "\\",
    "\n",
    "\x00",
    "é",
    "_",
    "'",
    "''",
]
NAMES = [
    "and",
    "or",
    "not",
    "in",
    "is",
    "lambda",
    "if",
    "else",
    "for",
    "f",
    "b",
    "True",
    "None",
    "person",
    "covers",
    "shares",
    "empty",
    "min",
    "max",
]
VALUES = ["'bbl'", "'B1'", '"car"', "0", "18", "0.5", "1e9", "7.", ".7"]
PIECES = st.sampled_from([*WORDS.facts, *WORDS.parameters, *SIGNS, *NAMES, *VALUES])


def read_or_refused(text: str) -> None:
    """Anything but a tree or a refusal fails the test that calls this."""
    for read in (read_test, read_expression):
        with suppress(Unreadable):
            read(text, WORDS)


@given(st.text(max_size=320))
@example("\ud83d")
def test_random_text_is_read_or_refused(text: str) -> None:
    read_or_refused(text)


@given(st.text(alphabet=printable, max_size=60))
def test_random_plain_text_is_read_or_refused(text: str) -> None:
    read_or_refused(text)


@settings(max_examples=500)
@given(st.lists(PIECES, max_size=25), st.sampled_from([" ", ""]))
def test_random_pieces_of_tests_are_read_or_refused(pieces: list[str], between: str) -> None:
    read_or_refused(between.join(pieces))
