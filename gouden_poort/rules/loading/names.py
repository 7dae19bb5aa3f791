"""What things in a rulebook may be called."""

from __future__ import annotations

import keyword
import re

from gouden_poort.rules.language.values import TEST_CALLS, VALUE_CALLS
from gouden_poort.rules.language.words import Subject
from gouden_poort.rules.loading.faults import Faults
from gouden_poort.rules.loading.nodes import Scalar

FUNCTIONS = frozenset({*TEST_CALLS, *VALUE_CALLS})
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
_RULE = re.compile(r"[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*")
_SUBJECTS = tuple(subject.value for subject in Subject)


def fact_name(key: Scalar, faults: Faults) -> bool:
    """Whether a fact may be called so: whom it is about, a dot, a name."""
    subject, dot, name = key.text.partition(".")
    if not dot or not _plain(name):
        faults.at(key, "a name such as person.age, in lower case")
    elif subject not in _SUBJECTS:
        faults.unknown(Scalar(subject, key.line, key.column, None), _SUBJECTS, "a fact about")
    else:
        return True
    return False


def plain_name(key: Scalar, faults: Faults, what: str) -> bool:
    """Whether a parameter or a leaf may be called so."""
    if _plain(key.text):
        return True
    faults.at(key, f"{what} in lower case, with digits and _, that is no word of the language")
    return False


def rule_name(key: Scalar, faults: Faults) -> bool:
    """Whether a rule may be called so."""
    if _RULE.fullmatch(key.text) and len(key.text) <= 100:
        return True
    faults.at(key, "an id such as mbo.level_2: words in lower case with dots")
    return False


def _plain(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and not keyword.iskeyword(name) and name not in FUNCTIONS
