"""Records of the compiled loops: what is read from one is right, is not counted, and what is put in stays alive."""

from __future__ import annotations

import gc
import sys
from typing import Any, NamedTuple

import numpy as np
import pytest

from gouden_poort.routing.kernel import compiled
from gouden_poort.routing.kernel.compiled import record

numba = compiled.numba
pytestmark = pytest.mark.skipif(numba is None, reason="numba is not there: records are plain named tuples")


@record
class Inner(NamedTuple):
    """Some numbers."""

    numbers: Any


@record
class Outer(NamedTuple):
    """A record in a record."""

    inner: Inner
    factor: int


def loop(function: Any) -> Any:
    """Compiled for this test only, and not kept."""
    return numba.njit(error_model="numpy")(function) if numba is not None else function


@loop
def make_inner(numbers: Any) -> Any:
    return Inner(numbers)


@loop
def make_outer(inner: Any, factor: int) -> Any:
    return Outer(inner, factor)


@loop
def total(outer: Any) -> int:
    numbers = outer.inner.numbers
    numbers[0] += 1
    return int(numbers.sum()) * outer.factor


@loop
def copied(outer: Any) -> Any:
    return outer.inner.numbers.copy()


def test_what_is_read_is_what_was_put_in_and_can_be_written_to() -> None:
    numbers = np.arange(4)
    outer = make_outer(make_inner(numbers), 10)
    assert total(outer) == 70
    assert numbers[0] == 1
    assert copied(outer).tolist() == [1, 1, 2, 3]


def test_what_was_put_in_lives_as_long_as_the_record_and_no_longer() -> None:
    numbers = np.arange(4)
    before = sys.getrefcount(numbers)
    outer = make_outer(make_inner(numbers), 1)
    gc.collect()
    held = sys.getrefcount(numbers)
    for _ in range(1000):
        total(outer)
    assert sys.getrefcount(numbers) == held > before
    del outer
    gc.collect()
    assert sys.getrefcount(numbers) == before


def test_a_record_keeps_the_record_that_is_in_it() -> None:
    outer = make_outer(make_inner(np.arange(1_000)), 1)
    gc.collect()
    others = [np.ones(1_000, dtype=np.int64) for _ in range(100)]
    assert total(outer) == sum(range(1_000)) + 1
    assert len(others) == 100
