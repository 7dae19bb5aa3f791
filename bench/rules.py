"""How long judging takes: one person against 100,000 offerings, with Polars beside it. `make bench`, or this file.

Every run has another person, so that nothing can be remembered from the one before; the runs of all contenders take
turns, so that a busy machine hinders them alike. Printed: the median, and the first and third quartile.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import rules_book
from suggestions import PEOPLE

from gouden_poort.catalogue.bundle import BUILTIN, read_bundle
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.routing.explanation import explain
from gouden_poort.routing.suggestion import suggest
from gouden_poort.rules.book.rule import Rule
from gouden_poort.rules.case.judging import judge
from gouden_poort.rules.columns.prepared import Prepared, prepare
from gouden_poort.rules.columns.table import FactTable
from gouden_poort.rules.facts.catalogue import row_facts
from gouden_poort.rules.judge import judge_of
from gouden_poort.rules.language.words import WordList
from gouden_poort.rules.loading.books import builtin_rulebook

RUNS = 150
SHARES = {"everything known": (0.0, 0.0), "with unknowns": (0.1, 0.15)}
"""Which part of the cells of the table, and of the facts of a person, is not known."""
SAMPLE = 100
DAY = rules_book.DAY


class Polars:
    """Polars in a process of its own, with so many threads."""

    def __init__(self, shares: tuple[float, float], threads: int | None) -> None:
        environment = dict(os.environ)
        if threads:
            environment["POLARS_MAX_THREADS"] = str(threads)
        program = [sys.executable, str(Path(__file__).with_name("rules_polars.py")), *map(str, shares)]
        self.process = subprocess.Popen(
            program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )

    def next(self) -> dict[str, object]:
        """The next person."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("next\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def stop(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()


def clocked(work: Callable[[], object]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def told(name: str, times: list[float], unit: str = "ms") -> None:
    first, median, third = statistics.quantiles(times, n=4)
    print(f"  {name:<58} {median:9.3f} {unit}   {first:9.3f} .. {third:.3f}")


def at_once(known: WordList, name: str, shares: tuple[float, float]) -> None:
    """All rows for one person after another, ours and Polars by turns."""
    table = rules_book.table(gaps=shares[0])
    rules, schemes = rules_book.book(known), rules_book.schemes(known)
    leaves = sum(len(rule.leaves) for rule in rules)
    print(f"\n{name}: {table.rows:,} rows x one person")
    preparing = [clocked(lambda: prepare(rules, table, DAY)) for _ in range(5)]
    prepared, helping = prepare(rules, table, DAY), prepare(schemes, table, DAY)
    contenders = {1: Polars(shares, 1), None: Polars(shares, None)}
    ours: list[float] = []
    doors: list[float] = []
    help_found: list[float] = []
    polars: dict[int | None, list[float]] = {1: [], None: []}
    for run, person in zip(range(RUNS), rules_book.people(known, gaps=shares[1]), strict=False):
        judged = []
        ours.append(clocked(lambda person=person, judged=judged: judged.append(prepared.judge(person, DAY))))
        doors.append(clocked(judged[0].admitted_bits))
        help_found.append(clocked(lambda person=person: helping.judge(person, DAY)))
        for threads, contender in contenders.items():
            answer = contender.next()
            polars[threads].append(float(str(answer["ms"])))
            if run < 5:
                agree(judged[0].counts(), answer["counts"], table.rows)
    for contender in contenders.values():
        contender.stop()
    told(f"{len(rules)} rules, {leaves} leaves", ours)
    told("  and which rows are open", doors)
    told("  the same in Polars, one thread", polars[1])
    told("  the same in Polars, threads by default", polars[None])
    told(f"{len(schemes)} schemes, {sum(len(rule.leaves) for rule in schemes)} leaves", help_found)
    told("preparing the columns", preparing)
    print(f"  {'memory: the columns of the catalogue':<58} {size_of(table) / 1e6:9.1f} MB")
    print(f"  {'memory: what is prepared beside them':<58} {(size_of(prepared) - size_of(table)) / 1e6:9.1f} MB")
    one_by_one(known, rules, table, shares[1], statistics.median(ours))


def agree(ours: Mapping[str, object], theirs: object, rows: int) -> None:
    """Both must count the same rows, or the times say nothing."""
    assert isinstance(theirs, list)
    for (rule_id, count), other in zip(ours.items(), theirs, strict=True):
        if other is not None and [rows - count.no - count.unknown, count.unknown] != other:
            raise SystemExit(f"{rule_id}: {count} here, {other} in Polars")


def one_by_one(known: WordList, rules: tuple[Rule, ...], table: FactTable, gaps: float, at_once_ms: float) -> None:
    """The plain evaluator on a few rows, from which the rest is reckoned."""
    person = next(rules_book.people(known, gaps=gaps))
    cases = [{**person, **row_facts(table, row)} for row in range(0, table.rows, table.rows // SAMPLE)]
    took = clocked(lambda: [judge(rule, facts, DAY) for facts in cases for rule in rules])
    each = took / len(cases) / len(rules)
    whole = each * table.rows * len(rules)
    print(f"  {'one verdict with its trace, by the plain evaluator':<58} {each * 1e3:9.1f} microseconds")
    print(
        f"  {'  all rows and rules that way (reckoned from a sample)':<58} {whole / 1e3:9.1f} s, "
        f"{whole / at_once_ms:,.0f} times as long"
    )


def size_of(root: Prepared | FactTable) -> int:
    """Bytes of all arrays that hang on something, those shared counted once."""
    seen: set[int] = set()
    bases: dict[int, int] = {}
    waiting: list[object] = [root]
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen or isinstance(thing, type) or type(thing).__name__ in {"module", "dict_keys"}:
            continue
        seen.add(id(thing))
        if isinstance(thing, np.ndarray):
            base = thing
            while isinstance(base.base, np.ndarray):
                base = base.base
            bases[id(base)] = base.nbytes
        elif type(thing).__name__ == "function":
            waiting += [cell.cell_contents for cell in thing.__closure__ or ()]
        else:
            waiting += gc.get_referents(thing)
    return sum(bases.values())


def builtin() -> None:
    """The rules of this package: reading them, and why one route is as it is."""
    loading = [clocked(builtin_rulebook.__wrapped__) for _ in range(5)]
    book = builtin_rulebook()
    tests = sum(len(rule.leaves) for rule in book.rules)
    print(f"\nThe rules of this package: {len(book.rules)} rules, {tests} leaves")
    told("reading and checking them, examples included", loading)
    snapshot = build(read_bundle(BUILTIN))
    laid = judge_of(snapshot)
    offerings = laid.offerings
    about = [rule for rule in laid.step_rules if rule.is_in_force_on(DAY)]
    people = [laid.person(profile, DAY) for profile in PEOPLE]
    prepared = prepare(about, offerings, DAY)
    by_turns = [clocked(lambda person=person: prepared.judge(person, DAY)) for _ in range(10) for person in people]
    told(f"{len(about)} rules, {offerings.rows:,} offerings x one person", by_turns)
    routes = [(profile, route) for profile in PEOPLE for route in suggest(snapshot, profile)]
    told(
        "why one route is as it is: every verdict with its trace",
        [clocked(lambda profile=profile, route=route: explain(snapshot, profile, route)) for profile, route in routes],
    )


def main() -> None:
    """Print the table."""
    known = rules_book.words()
    print(f"Rules over columns. {RUNS} runs each, by turns; median, and first .. third quartile.")
    for name, shares in SHARES.items():
        at_once(known, name, shares)
    builtin()


if __name__ == "__main__":
    main()
