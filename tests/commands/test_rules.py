"""The commands about rules: what they say, and what they refuse."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gouden_poort.catalogue.bundle import write_bundle
from gouden_poort.cli import main
from gouden_poort.rules.loading.books import builtin_rulebook
from tests.api.test_profile_schema import SMALLEST
from tests.builders import UTRECHT, a_bundle
from tests.services.test_receipts import a_bundle_asking, rules_asking

Run = Callable[..., Result]
PERSON = SMALLEST | UTRECHT | {"birth_date": "1996-06-15", "cefr": "B1"}
EXPLAIN = ("rules", "explain", "--profile", "p.json", "--on", "2027-01-04")
BAD = "rules:\n  - id: law.age\n    kind: admision\n    when: {id: a, test: 'person.agee >= 18', nl: Je bent 18.}\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in a folder of its own with a person and two catalogues, one with rules."""
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "SECRET_KEY"):
        monkeypatch.delenv(f"GOUDEN_POORT_{name}", raising=False)
    monkeypatch.setenv("GOUDEN_POORT_DATA_DIR", str(tmp_path / "var"))
    Path("p.json").write_text(json.dumps(PERSON))
    write_bundle(a_bundle(), tmp_path / "plain")
    write_bundle(a_bundle_asking(67), tmp_path / "strict")
    Path("book").mkdir()
    Path("book/law.yaml").write_text(rules_asking(18))

    def invoke(*words: str) -> Result:
        result = CliRunner().invoke(main, words)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


def test_the_rules_of_the_package_are_sound(run: Run) -> None:
    result = run("rules", "check")
    assert result.exit_code == 0
    assert result.stdout.startswith("Nothing wrong: ")
    assert builtin_rulebook().version in result.stdout


@pytest.mark.parametrize("path", ["book", "strict"])
def test_a_folder_and_a_catalogue_are_checked(run: Run, path: str) -> None:
    result = run("rules", "check", path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.fullmatch(r"Nothing wrong: 1 rules \(1 admission\) in 1 files\. Rule set [0-9a-f]{16}\.\n", result.stdout)


def test_a_rulebook_is_checked_as_an_import_reads_it(run: Run) -> None:
    Path("strict/rules/deeper").mkdir()
    Path("strict/rules/deeper/more.yaml").write_text(rules_asking(18).replace("law.age", "law.more"))
    assert "2 rules (2 admission) in 2 files" in run("rules", "check", "strict").stdout


def test_every_fault_is_a_line_that_says_where(run: Run) -> None:
    Path("book/law.yaml").write_text(BAD)
    Path("book/other.yaml").write_text("facts: 3\n")
    for words in (("check", "book"), ("test", "book")):
        result = run("rules", *words)
        assert (result.exit_code, result.stdout) == (2, "")
        lines = result.stderr.splitlines()
        assert all(re.match(r"(law|other)\.yaml:\d+:\d+: found .+; expected .+", line) for line in lines)
        assert "law.yaml:3:11: found admision; expected" in result.stderr
        assert any("person.agee" in line and line.endswith("did you mean person.age?") for line in lines)


@pytest.mark.parametrize("command", ["check", "test"])
def test_a_folder_without_rules_is_no_rulebook(run: Run, command: str) -> None:
    Path("empty").mkdir()
    for path in ("empty", "plain", "nowhere", "p.json"):
        assert run("rules", command, path).exit_code == 2


def test_examples_are_counted_for_each_file_with_the_tests_they_reach(run: Run) -> None:
    result = run("rules", "test", "book")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "law.yaml: 3 examples",
        "3 examples hold; 2 of 2 tests are made true and false.",
    ]


def test_an_example_that_fails_is_told_with_its_place(run: Run) -> None:
    Path("book/law.yaml").write_text(rules_asking(18).replace("person.age: 17}", "person.age: 19}"))
    result = run("rules", "test", "book")
    assert result.exit_code == 2
    assert re.search(r"law\.yaml:12:\d+: found yes", result.stderr)


def test_the_examples_of_the_package_reach_every_test(run: Run) -> None:
    result = run("rules", "test")
    done = re.search(r"(\d+) of (\d+) tests are made true and false\.\n$", result.stdout)
    assert result.exit_code == 0
    assert done
    assert done[1] == done[2] != "0"


def test_the_state_comes_first_then_the_rules_what_changes_it_and_the_receipt_last(run: Run) -> None:
    lines = run(*EXPLAIN, "--bundle", "strict", "--offering", "T1").stdout.splitlines()
    assert lines[0] == "Op 4 januari 2027"
    assert lines[2:] == [
        "DICHT: Leren lassen (T1)",
        "  ✗ Voor deze opleiding moet je oud genoeg zijn. [toegang, law.age]",
        "    - Nodig: Je bent 67 of ouder. (Nu: 30 jaar oud.)",
        "    Bron: Example act, gelezen op 21 november 2026.",
        "  = We weten niets dat iemand nu kan veranderen om deze deur te openen.",
        "",
        lines[-1],
    ]
    assert re.fullmatch(r"Bewijs: regels [0-9a-f]{16}, catalogus [0-9a-f]{64}, dag 2027-01-04", lines[-1])


def test_it_speaks_english_too(run: Run) -> None:
    said = run(*EXPLAIN, "--bundle", "strict", "--offering", "T1", "--lang", "en").stdout
    assert "CLOSED: Leren lassen (T1)" in said
    assert "Needed: You are 67 or older. (Now: 30 years old.)" in said
    assert "Receipt: rules " in said


def test_facts_and_the_day_count(run: Run) -> None:
    Path("facts.json").write_text('{"person.age": 67}')
    assert (
        "OPEN: Leren lassen" in run(*EXPLAIN, "--bundle", "strict", "--offering", "T1", "--facts", "facts.json").stdout
    )
    later = (*EXPLAIN[:-1], "2063-06-15", "--bundle", "strict", "--offering", "T1")
    assert "OPEN: Leren lassen" in run(*later).stdout


def test_the_active_catalogue_answers_and_its_rules_are_kept(run: Run) -> None:
    asked = (*EXPLAIN, "--offering", "T1", "--position", "J1")
    assert run(*asked).exit_code == 1
    run("db", "upgrade")
    run("catalogue", "import", "strict", "--activate")
    result = run(*asked)
    assert result.exit_code == 0
    assert "DICHT: Leren lassen" in result.stdout
    assert "OPEN: Lasser (J1)" in result.stdout


def test_everything_that_is_not_known_is_told(run: Run) -> None:
    Path("facts.json").write_text('{"__class__": 1, "person.cefr": "Z"}')
    result = run(*EXPLAIN, "--bundle", "plain", "--offering", "T9", "--scheme", "F9", "--facts", "facts.json")
    assert (result.exit_code, result.stdout) == (2, "")
    for words in ("offerings.0: given T9", "schemes.0: given F9", "facts.__class__: ", "facts.person.cefr: given"):
        assert words in result.stderr


@pytest.mark.parametrize("body", ["", "[]", "3", '{"a": NaN}', '{"a": 1, "a": 2}', "[" * 5000])
def test_a_file_of_facts_that_is_none_is_refused(run: Run, body: str) -> None:
    Path("facts.json").write_text(body)
    assert run(*EXPLAIN, "--bundle", "plain", "--offering", "T1", "--facts", "facts.json").exit_code == 2


@pytest.mark.parametrize("body", ["", "{}", "[]", json.dumps([PERSON, PERSON])])
def test_a_file_without_exactly_one_person_is_refused(run: Run, body: str) -> None:
    Path("p.json").write_text(body)
    assert run(*EXPLAIN, "--bundle", "plain", "--offering", "T1").exit_code == 2


def test_something_must_be_asked_about(run: Run) -> None:
    assert run(*EXPLAIN, "--bundle", "plain").exit_code == 2


def test_a_catalogue_with_bad_rules_is_refused_before_anything_is_kept(run: Run) -> None:
    run("db", "upgrade")
    run("catalogue", "import", "plain", "--activate")
    Path("strict/rules/law.yaml").write_text(BAD)
    for words in (
        ("catalogue", "check", "strict"),
        ("catalogue", "import", "strict", "--activate"),
        ("route", "--bundle", "strict", "--profiles", "p.json"),
        (*EXPLAIN, "--bundle", "strict", "--offering", "T1"),
    ):
        result = run(*words)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "law.yaml:3:11: found admision; expected" in result.stderr
    run("catalogue", "export", "out")
    assert not Path("out/rules").exists()


def test_the_person_is_not_told_to_do_what_is_done(run: Run) -> None:
    builtin = str(Path(__file__).parents[2] / "gouden_poort" / "catalogue" / "builtin")
    said = run(*EXPLAIN, "--bundle", builtin, "--offering", "of-bbl2-elektro-0101").stdout
    assert "  ✓ Dit is al in orde. [te regelen, lng.a0]" in said
    assert "Leer eerst de basis" not in said
    assert "  ? Misschien nodig: " in said


def test_what_opens_a_door_is_told_by_name_and_without_what_someone_has_already(run: Run) -> None:
    builtin = str(Path(__file__).parents[2] / "gouden_poort" / "catalogue" / "builtin")
    said = run(*EXPLAIN, "--bundle", builtin, "--offering", "of-cert-laad-0101").stdout
    assert "  = Dit opent de deur: vaardigheden. Nog nodig: Basis elektrotechniek (niveau 2)." in said
