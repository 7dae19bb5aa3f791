"""The commands about who may sign in, on a database of their own."""

from __future__ import annotations

import re

import pytest

from tests.terminal import Run

ADMINISTRATOR = ("--role", "administrator", "--name", "Voorbeeld Een", "--email", "een@voorbeeld.example")


@pytest.fixture
def ready(run: Run) -> Run:
    assert run("db", "upgrade").exit_code == 0
    assert run("organisation", "add", "Gemeente Voorbeeld").exit_code == 0
    return run


def test_the_first_administrator_gets_a_link(ready: Run) -> None:
    told = ready("user", "add", "--organisation", "Gemeente Voorbeeld", *ADMINISTRATOR)
    assert re.fullmatch(r"http://127\.0\.0\.1:8000/link/[\w-]{43}\n", told.stdout)
    assert "pass it on yourself" in told.stderr


def test_with_a_mail_server_the_link_is_mailed_as_well(ready: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOUDEN_POORT_SMTP_HOST", "mail.voorbeeld.example")
    monkeypatch.setenv("GOUDEN_POORT_SMTP_FROM", "poort@voorbeeld.example")
    monkeypatch.setenv("GOUDEN_POORT_BASE_URL", "https://poort.voorbeeld.example")
    told = ready("user", "add", "--organisation", "Gemeente Voorbeeld", *ADMINISTRATOR)
    assert told.stdout.startswith("https://poort.voorbeeld.example/link/")
    assert told.stderr == "A mail with it goes to een@voorbeeld.example.\n"
    assert "invitation" in ready("messages", "list").output


def test_an_organisation_may_be_named_by_its_id(ready: Run) -> None:
    organisation_id = ready("organisation", "list").output.split()[0]
    assert ready("user", "add", "--organisation", organisation_id, *ADMINISTRATOR).exit_code == 0


def test_the_list_says_who_did_not_come_in_yet(ready: Run) -> None:
    ready("user", "add", "--organisation", "Gemeente Voorbeeld", *ADMINISTRATOR)
    told = ready("user", "list").output.split()
    assert told[:4] == ["never", "waiting", "administrator", "een@voorbeeld.example"]


def test_a_new_start_gives_another_link(ready: Run) -> None:
    first = ready("user", "add", "--organisation", "Gemeente Voorbeeld", *ADMINISTRATOR).output
    second = ready("user", "reset", "EEN@voorbeeld.example").output
    assert "/link/" in second
    assert second != first


@pytest.mark.parametrize(
    "words",
    [
        ("organisation", "add", "Gemeente Voorbeeld"),
        ("user", "add", "--organisation", "Nergens", *ADMINISTRATOR),
        ("user", "add", "--organisation", "Gemeente Voorbeeld", *ADMINISTRATOR[:-1], "geen adres"),
        ("user", "reset", "niemand@voorbeeld.example"),
    ],
)
def test_bad_input_changes_nothing(ready: Run, words: tuple[str, ...]) -> None:
    assert ready(*words).exit_code == 2
    assert ready("user", "list").output == ""


def test_someone_may_have_a_number_at_work(ready: Run) -> None:
    add = ("user", "add", "--organisation", "Gemeente Voorbeeld", *ADMINISTRATOR)
    assert ready(*add, "--phone", "geen nummer").exit_code == 2
    assert ready(*add, "--phone", "030 123 45 67").exit_code == 0
    assert ready("user", "list").output.split()[-3:] == ["Een", "Gemeente", "Voorbeeld"]
