"""Whatever is broken in our own rule files is told, with file and line."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from gouden_poort.rules.loading.books import builtin_rulebook
from gouden_poort.rules.loading.loading import faults_of
from tests.rules.loading.damage import KINDS, DamageKind

WORDS = "format/words.yaml"
"""Broken apart from the others: when it cannot be read, what they say of its facts cannot be held against them."""


def breaking(kind: DamageKind, files: Mapping[str, str]) -> tuple[dict[str, str], set[tuple[str, int]]]:
    """Every file that can be broken in this way, broken; with where that must be told."""
    texts, lines = {}, set()
    for name, text in files.items():
        broken = kind(text)
        if broken is not None:
            texts[name] = broken[0]
            lines.add((name, broken[1]))
    return texts, lines


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_file_that_is_broken_so_is_told_at_its_line(kind: DamageKind) -> None:
    ours = builtin_rulebook().texts
    missed, applied = set(), set()
    for together in ([WORDS], [name for name in ours if name != WORDS]):
        texts, lines = breaking(kind, {name: ours[name] for name in together})
        # The word list is a book by itself.
        told = {(fault.file, fault.line) for fault in faults_of(texts if together == [WORDS] else {**ours, **texts})}
        missed |= lines - told
        applied |= lines

    assert applied
    assert missed == set()


def test_different_damage_in_different_files_is_all_told_at_once() -> None:
    ours = builtin_rulebook().texts
    texts, lines = {}, set()
    for name, kind in zip([name for name in ours if name != WORDS], KINDS.values(), strict=False):
        broken, line = breaking(kind, {name: ours[name]})
        texts |= broken
        lines |= line

    told = {(fault.file, fault.line) for fault in faults_of({**ours, **texts})}

    assert len(lines) > 10
    assert lines <= told


def test_faults_come_in_order_of_file_and_place() -> None:
    ours = builtin_rulebook().texts
    texts, _ = breaking(KINDS["an unknown fact in a test"], ours)

    places = [(fault.file, fault.line, fault.column) for fault in faults_of({**ours, **texts})]

    assert places == sorted(places)
