"""Files that want to do harm, or were only saved strangely: told kindly, never run, never a crash."""

from __future__ import annotations

import pytest

from gouden_poort.rules.loading.loading import faults_of
from gouden_poort.rules.loading.yaml import LARGEST
from tests.rules.loading.marking import HEALTHY, told

LAUGHS = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("facts: " + "[" * 10_000, "something too deep", id="brackets"),
        pytest.param("facts: " + "{a: " * 10_000, "something too deep", id="braces"),
        pytest.param("- " * 10_000, "something too deep", id="lists in one line"),
        pytest.param("".join(" " * depth + "a:\n" for depth in range(500)), "something too deep", id="indents"),
        pytest.param("facts: " + "[" * 100_000 + "]" * 100_000, "something too deep", id="brackets that end"),
        pytest.param("rules: !!python/name:os []", "the tag tag:yaml.org,2002:python/name:os", id="a tag that runs"),
        pytest.param("rules: !own []", "the tag !own", id="a tag of its own"),
        pytest.param("facts: {a\0: 1}", "the sign U+0000", id="nought"),
        pytest.param("facts: {} # \u202e", "the sign U+202E", id="a line that turns round"),
        pytest.param("facts: {} # \ud800", "the sign U+D800", id="half a sign"),
        pytest.param("facts: {} # \u2028", "the sign U+2028", id="an unseen end of line"),
        pytest.param("x: a\u200bb", "the sign U+200B", id="a sign without a shape"),
        pytest.param("x: a\u200fb", "the sign U+200F", id="a mark that turns round"),
        pytest.param("a" * (LARGEST + 1), f"a file of {LARGEST + 1} signs", id="very large"),
        pytest.param("é" * LARGEST, f"a file of {LARGEST} signs", id="very large in bytes"),
        pytest.param("rules: []\n--- \nrules: []", "a second document", id="two documents"),
        pytest.param("x", "x", id="a word"),
        pytest.param("[]", "a list", id="a list"),
        pytest.param("? [a, b]\n: c\n", "a list", id="a list as key"),
        pytest.param("%YAML 9.9\n---\nrules: []", "%YAML 9.9", id="another YAML"),
    ],
)  # fmt: skip
def test_it_is_told_and_that_is_all(text: str, found: str) -> None:
    assert [fault.found for fault in told(text)] == [found]


def test_anchors_that_grow_are_told_one_by_one_and_never_followed() -> None:
    assert {fault.found for fault in told(LAUGHS)} >= {"the anchor &a", "the alias *a", "the anchor &c", "the alias *c"}


def test_what_is_very_deep_is_told_where_it_becomes_so() -> None:
    fault = told("facts: " + "[" * 10_000)[0]

    assert (fault.line, fault.column) == (1, len("facts: ") + 40)


def test_thousands_of_unknown_keys_are_told_without_guessing_for_each() -> None:
    text = "facts: {}\n" + "".join(f"parametres{number}: x\n" for number in range(5_000))

    assert sum(bool(fault.guess) for fault in told(text)) <= 200
    assert len(told(text)) == 2_000


def test_after_thousands_of_faults_the_rules_that_follow_are_not_read() -> None:
    assert len(told("rules:\n" + "  - {kind: q}\n" * 5_000)) == 2_000


@pytest.mark.parametrize(
    "text", ["", "\n", "# nothing yet\n", "rules: []\n", "--- \nrules: []\n...\n", "%YAML 1.2\n---\nrules: []\n"]
)
def test_a_file_with_nothing_in_it_is_a_file(text: str) -> None:
    assert told(text) == ()


def test_a_byte_order_mark_is_passed_by() -> None:
    assert told("\ufeff" + HEALTHY) == ()


def test_a_byte_order_mark_does_not_move_the_places() -> None:
    assert [(fault.line, fault.column) for fault in told("\ufefffact: {}\n")] == [(1, 1)]


def test_line_ends_of_windows_are_line_ends() -> None:
    assert told(HEALTHY.replace("\n", "\r\n")) == ()


def test_line_ends_of_windows_do_not_move_the_places() -> None:
    text = HEALTHY.replace("kind: info", "kind: inof").replace("\n", "\r\n")

    line = HEALTHY[: HEALTHY.index("kind: info")].count("\n") + 1
    assert [(fault.line, fault.column) for fault in told(text)] == [(line, 11)]


def test_every_sign_that_lacks_quotes_is_told_at_once() -> None:
    text = HEALTHY.replace("nl: Het hele jaar.", "nl: Wanneer? Altijd.").replace(
        "Vindt de school het goed.", "Mag {adult_age} ook."
    )

    assert [fault.found[0] for fault in told(text)] == ["{", "?"]


@pytest.mark.parametrize("sign", ["0", "x07", "e", "u200b", "u202e", "u2028", "ufeff"])
def test_a_sign_that_cannot_be_seen_is_not_let_in_by_its_number(sign: str) -> None:
    text = HEALTHY.replace("nl: leeftijd,", f'nl: "leef\\{sign}tijd",', 1)

    assert [(fault.line, fault.found[:6], fault.expected) for fault in told(text)] == [
        (2, "the si", "signs that can be seen")
    ]


def test_a_rule_has_no_more_examples_than_people_read() -> None:
    example = "      - {given: {person.employed: no}, expect: no}\n"

    assert [fault.found for fault in told(HEALTHY.replace(example, example * 60, 1))] == ["62 examples"]


def test_a_book_of_very_many_files_is_refused_at_the_first_too_many() -> None:
    faults = faults_of({f"{number:04}.yaml": "rules: []" for number in range(600)} | {"format/a.yaml": "rules: []"})

    assert [(fault.file, fault.found) for fault in faults] == [("0500.yaml", "more, from this file on")]


def test_a_book_that_is_very_large_as_a_whole_is_refused() -> None:
    faults = faults_of({f"{number}.yaml": "#" * 400_000 for number in range(5)})

    assert [(fault.file, fault.found) for fault in faults] == [("3.yaml", "more, from this file on")]


@pytest.mark.parametrize("other", ["BIKE", "b\u0456ke", '" bike"', "\uff42ike", "else"])
def test_a_value_looks_like_no_other_and_no_word_of_tables(other: str) -> None:
    text = HEALTHY.replace(
        "person.modes: {kind: set, values: [bike,", f"person.modes: {{kind: set, values: [bike, {other},", 1
    )

    assert [(fault.line, fault.expected.partition(",")[0]) for fault in told(text)] in (
        [(5, "each value once")], [(5, "a value in Latin letters")]
    )  # fmt: skip


@pytest.mark.parametrize("number", ["0130", "13_0", "1.3e2", "\u0661\u0663\u0660", "\uff11\uff13\uff10"])
def test_a_number_is_only_what_everybody_reads_as_that_number(number: str) -> None:
    text = HEALTHY.replace("min: 0, max: 130,", f"min: 0, max: {number},", 1)

    assert [(fault.line, fault.expected) for fault in told(text)] == [(2, "a number")]


def test_a_rule_has_no_more_leaves_than_people_read() -> None:
    leaf = "{id: work, test: \"person.employed and offering.kind == 'bbl'\", nl: Je werkt., en: You work.}"
    many = ", ".join(leaf.replace("work,", f"work{number},", 1) for number in range(60))

    assert "60 leaves" in {fault.found for fault in told(HEALTHY.replace(leaf, many, 1))}


def test_the_examples_of_a_whole_book_are_not_tried_beyond_measure() -> None:
    leaves = ", ".join(f'{{id: t{leaf}, test: "person.employed", nl: a, en: b}}' for leaf in range(50))
    example = "      - {given: {}, expect: unknown}\n"
    rules = "".join(
        f"  - id: r.r{rule}\n    kind: advice\n    nl: a\n    en: b\n    source: {{title: t, read_on: 2026-11-21}}\n"
        f"    when: {{any: [{leaves}]}}\n    tests:\n{example * 50}"
        for rule in range(22)
    )

    late = [fault.line for fault in told(HEALTHY + rules) if fault.found == "more, from this rule on"]

    assert late == [HEALTHY.count("\n") + 19 * 57 + 7]


def test_the_tables_of_one_file_do_not_grow_beyond_measure_together() -> None:
    wide = HEALTHY.replace("nlqf: {kind: number, min: 1, max: 4", "nlqf: {kind: number, min: 1, max: 200", 1)
    table = (
        "{id: TABLE, nl: a, en: b, table: {left: person.cefr, is: '>=', by: [occupation.id, offering.nlqf], "
        f"cells: {{{', '.join(f'o{row}: {{else: A1}}' for row in range(9))}}}}}}}"
    )
    rules = "".join(
        f"  - id: r.r{rule}\n    kind: advice\n    nl: a\n    en: b\n    source: {{title: t, read_on: 2026-11-21}}\n"
        f"    when: {{any: [{', '.join(table.replace('TABLE', f't{leaf}') for leaf in range(15))}]}}\n    tests: []\n"
        for rule in range(2)
    )

    assert {fault.expected for fault in told(wide + rules)} >= {"at most 50000 cells in the tables of one file"}


@pytest.mark.parametrize("tail", ["a b", r"a\nb", r"\"a", "<b>"])
def test_an_address_of_a_source_is_one_address(tail: str) -> None:
    text = HEALTHY.replace("https://example.org/act", f"https://example.org/{tail}", 1)

    assert [fault.expected for fault in told(text)] == ["an address that begins with https://"]
