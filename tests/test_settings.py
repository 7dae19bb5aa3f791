"""What the environment may say, and what stands still without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouden_poort.errors import InvalidInput
from gouden_poort.settings import Organisation, migrations_dir, read_settings, templates_dir


def test_an_empty_environment_works_on_a_fresh_machine() -> None:
    settings = read_settings({})
    assert settings.data_dir == Path("var").resolve()
    assert settings.database_url == f"sqlite:///{settings.data_dir / 'gouden_poort.sqlite'}"
    assert settings.secret_key is None
    assert settings.proxies == 0
    assert not settings.https


def test_the_environment_is_heard() -> None:
    settings = read_settings(
        {
            "GOUDEN_POORT_DATA_DIR": "/srv/poort",
            "GOUDEN_POORT_DATABASE_URL": "postgresql://poort@localhost/poort",
            "GOUDEN_POORT_SECRET_KEY": "a key of more than thirty-two letters",
            "GOUDEN_POORT_BASE_URL": "https://poort.example",
        }
    )
    assert settings.data_dir == Path("/srv/poort")
    assert settings.database_url == "postgresql://poort@localhost/poort"
    assert settings.secret_key == "a key of more than thirty-two letters"
    assert settings.https


def test_secrets_do_not_show_in_a_log() -> None:
    settings = read_settings(
        {"GOUDEN_POORT_SECRET_KEY": "hush" * 10, "GOUDEN_POORT_DATABASE_URL": "postgresql://a:hush@b/c"}
    )
    assert "hush" not in repr(settings)


def test_a_key_that_can_be_guessed_stops_the_start_and_is_not_repeated() -> None:
    with pytest.raises(InvalidInput, match="GOUDEN_POORT_SECRET_KEY") as refused:
        read_settings({"GOUDEN_POORT_SECRET_KEY": "hush"})
    assert "hush" not in str(refused.value)


def test_the_number_of_proxies_is_heard() -> None:
    assert read_settings({"GOUDEN_POORT_PROXIES": "2"}).proxies == 2


@pytest.mark.parametrize("given", ["-1", "yes", "10.0.0.0/8", "1000"])
def test_what_is_no_number_of_proxies_stops_the_start(given: str) -> None:
    with pytest.raises(InvalidInput, match="GOUDEN_POORT_PROXIES"):
        read_settings({"GOUDEN_POORT_PROXIES": given})


def test_a_base_address_that_is_none_stops_the_start() -> None:
    with pytest.raises(InvalidInput, match="GOUDEN_POORT_BASE_URL"):
        read_settings({"GOUDEN_POORT_BASE_URL": "poort.example"})


def test_the_folders_beside_the_code_are_found() -> None:
    assert (templates_dir() / "layout.html").is_file()
    assert (migrations_dir() / "env.py").is_file()


def test_without_an_organisation_none_is_made_up() -> None:
    assert read_settings({}).organisation is None


def test_an_organisation_is_heard() -> None:
    named = {"GOUDEN_POORT_ORGANISATION": " Werkplaats Voorbeeld ", "GOUDEN_POORT_ORGANISATION_PHONE": "030 123 45 67"}
    assert read_settings(named).organisation == Organisation(name="Werkplaats Voorbeeld", phone="030 123 45 67")


def test_an_organisation_that_nobody_can_reach_stops_the_start_with_all_faults() -> None:
    with pytest.raises(InvalidInput) as refused:
        read_settings({"GOUDEN_POORT_ORGANISATION_HOURS": "nooit", "GOUDEN_POORT_ORGANISATION_EMAIL": "voorbeeld"})
    assert [(fault.path, fault.code) for fault in refused.value.faults] == [
        ("GOUDEN_POORT_ORGANISATION", "missing"),
        ("GOUDEN_POORT_ORGANISATION_PHONE", "missing"),
        ("GOUDEN_POORT_ORGANISATION_EMAIL", "malformed"),
    ]
