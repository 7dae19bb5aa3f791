"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from gouden_poort.web import filters, wording
from gouden_poort.web.forms import answers
from gouden_poort.web.words import names


@pytest.mark.parametrize("module", [answers, filters, names, wording], ids=lambda module: module.__name__)
def test_examples_hold(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert found.attempted > 0
    assert found.failed == 0
