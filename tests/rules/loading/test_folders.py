"""Rule files as they stand in a folder, and the books that stand on ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouden_poort.errors import InvalidRulebook
from gouden_poort.rules.loading.books import builtin_rulebook, format_rulebook
from gouden_poort.rules.loading.folders import BUILTIN_FOLDER, FORMAT_FOLDER, read_folder, with_format
from gouden_poort.rules.loading.loading import load_rulebook
from gouden_poort.rules.loading.trying import coverage

RULE = """
rules:
  - id: own.rule
    kind: warning
    nl: Let op.
    en: Take care.
    source: {title: Made-up, read_on: 2026-11-21}
    when: {id: blue, test: person.likes_blue, nl: Je houdt van blauw., en: You like blue.}
    tests:
      - {given: {person.likes_blue: yes}, expect: yes}
      - {given: {person.likes_blue: no}, expect: no}
"""
OWN = f"facts:\n  person.likes_blue: {{kind: yes_no, nl: blauw, en: blue}}\n{RULE}"


def test_only_yaml_files_are_read_by_their_names(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("rules: []\n", encoding="utf-8")
    (tmp_path / "b.yml").write_text("facts: {}\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no rules", encoding="utf-8")

    assert read_folder(tmp_path) == {"a.yaml": "rules: []\n", "b.yml": "facts: {}\n"}


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert read_folder(tmp_path / "rules") == {}


def test_bytes_that_are_no_text_are_told_at_their_place(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("rules: []\n# één ".encode() + b"\xff\n")

    with pytest.raises(InvalidRulebook) as refused:
        read_folder(tmp_path)

    assert [(fault.line, fault.column, fault.found) for fault in refused.value.faults] == [(2, 7, "the byte 0xff")]


def test_a_very_large_file_is_not_read_into_memory_whole(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"#" * 512_001)

    with pytest.raises(InvalidRulebook) as refused:
        read_folder(tmp_path)

    assert refused.value.faults[0].found == "512001 bytes"


def test_every_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_bytes(b"\xff")

    with pytest.raises(InvalidRulebook) as refused:
        read_folder(tmp_path)

    assert [fault.file for fault in refused.value.faults] == ["a.yaml", "b.yaml"]


def test_a_bundle_may_add_facts_and_rules() -> None:
    book = load_rulebook(with_format({"own.yaml": OWN}))

    assert book.rules[-1].id == "own.rule"
    assert len(book.rules) == len(format_rulebook().rules) + 1


def test_a_bundle_may_not_give_a_fact_of_ours_another_meaning() -> None:
    own = OWN.replace("person.likes_blue", "person.age")

    with pytest.raises(InvalidRulebook) as refused:
        load_rulebook(with_format({"a.yaml": own}))

    first = refused.value.faults[0]
    assert (first.file, first.line, first.column, first.found) == ("a.yaml", 2, 3, "person.age")


def test_a_file_of_a_bundle_cannot_take_the_place_of_ours() -> None:
    texts = with_format({"format/words.yaml": OWN})

    assert texts["format/words.yaml"] == (FORMAT_FOLDER / "words.yaml").read_text(encoding="utf-8")
    assert OWN in texts.values()


def test_our_own_book_is_sound_and_stands_on_the_format() -> None:
    builtin = {rule.id for rule in builtin_rulebook().rules}

    assert {rule.id for rule in format_rulebook().rules} < builtin


def test_every_file_of_our_own_is_in_the_book() -> None:
    names = {f"builtin/{name}" for name in read_folder(BUILTIN_FOLDER)} | {
        f"format/{name}" for name in read_folder(FORMAT_FOLDER)
    }

    assert set(builtin_rulebook().texts) == names


def test_examples_reach_every_leaf_of_our_own_book() -> None:
    reached = coverage(builtin_rulebook())

    yes, no, unknown = (sum(getattr(leaf, name) for leaf in reached.leaves) for name in ("yes", "no", "unknown"))
    print(f"{len(reached.leaves)} leaves: true in {yes} examples, false in {no}, not known in {unknown}")
    assert reached.lacking == ()


def test_coverage_counts_the_answers_of_each_leaf() -> None:
    (reached,) = coverage(load_rulebook({"own.yaml": OWN})).leaves

    assert (reached.leaf.id, reached.yes, reached.no, reached.unknown) == ("blue", 1, 1, 0)
