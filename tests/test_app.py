"""The house as it is joined: its session key and its cookie."""

from __future__ import annotations

import gc
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask

from gouden_poort.app import build_house, create_app, get_ready, session_key
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput
from gouden_poort.settings import Settings
from gouden_poort.storage.migrating import upgrade
from gouden_poort.wiring import House
from tests.builders import a_snapshot
from tests.fakes import Memory, ShelfWith


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, database_url="sqlite://")


def a_house(settings: Settings, snapshot: Snapshot | None = None) -> House:
    return House(
        settings=settings,
        unit_of_work=Memory(),
        shelf=ShelfWith(snapshot),
        clock=lambda: datetime(2027, 1, 4, tzinfo=UTC),
    )


def an_app(settings: Settings) -> Flask:
    app = create_app(house=a_house(settings, a_snapshot()))
    app.config["WTF_CSRF_ENABLED"] = False
    return app


@pytest.mark.parametrize("snapshot", [None, a_snapshot()], ids=["without a catalogue", "with one"])
def test_a_server_that_is_ready_has_read_every_template(settings: Settings, snapshot: Snapshot | None) -> None:
    house = a_house(settings, snapshot)
    app = create_app(house=house)
    get_ready(app, house)
    gc.unfreeze()
    assert app.jinja_env.cache is not None
    assert {name for _, name in app.jinja_env.cache.keys()} == set(app.jinja_env.list_templates())  # noqa: SIM118


def test_a_server_that_is_ready_spares_the_garbage_collector_what_stays(settings: Settings) -> None:
    house = a_house(settings)
    get_ready(create_app(house=house), house)
    spared = gc.get_freeze_count()
    gc.unfreeze()
    assert spared > 0


def test_a_session_key_is_made_once_for_the_owner_only(settings: Settings) -> None:
    made = session_key(settings)
    assert len(made) == 64
    assert session_key(settings) == made
    assert stat.S_IMODE((settings.data_dir / "session_key").stat().st_mode) == 0o600


def test_a_session_key_of_the_environment_wins(settings: Settings) -> None:
    assert session_key(replace(settings, secret_key="given")) == "given"
    assert list(settings.data_dir.iterdir()) == []


@pytest.mark.parametrize("kept", ["", "short"])
def test_a_session_key_that_broke_off_stops_the_start(settings: Settings, kept: str) -> None:
    (settings.data_dir / "session_key").write_text(kept)
    with pytest.raises(InvalidInput, match="remove the file"):
        session_key(settings)


@pytest.mark.parametrize("make", [build_house, upgrade])
def test_a_data_folder_is_made_for_the_owner_only(tmp_path: Path, make: Callable[[Settings], object]) -> None:
    folder = tmp_path / "var"
    make(Settings(data_dir=folder, database_url=f"sqlite:///{folder / 'poort.sqlite'}"))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_an_address_with_double_slashes_does_not_lead_to_the_host_that_was_sent(settings: Settings) -> None:
    answer = an_app(settings).test_client().get("/static//gate.svg", headers={"Host": "evil.example"})
    assert answer.status_code == 404
    assert "evil" not in answer.text


def test_on_this_machine_the_cookie_is_out_of_reach_of_scripts_and_other_sites(settings: Settings) -> None:
    cookie = an_app(settings).test_client().post("/voor-je-begint").headers["Set-Cookie"]
    assert cookie.startswith("session=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_over_https_the_cookie_belongs_to_this_host_alone(settings: Settings) -> None:
    answer = an_app(replace(settings, https=True)).test_client().post("/voor-je-begint")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-session=")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie
    assert "Strict-Transport-Security" in answer.headers


@pytest.mark.parametrize("path", ["/", "/verder", "/en/bezwaar", "/api/v1/skills"])
def test_who_asks_for_another_host_than_ours_gets_nothing(settings: Settings, path: str) -> None:
    client = an_app(replace(settings, base_url="https://poort.example", https=True)).test_client()
    for host in ("elsewhere.example", "poort.example.elsewhere.example", "poort.example@elsewhere.example"):
        answer = client.get(path, headers={"Host": host})
        assert (answer.status_code, answer.content_type) == (400, "application/problem+json"), host
        assert client.post(path, headers={"Host": host, "Origin": f"https://{host}"}).status_code == 400
        assert "elsewhere" not in answer.text


@pytest.mark.parametrize("host", ["poort.example", "poort.example:443", "127.0.0.1:8000", "localhost"])
def test_our_host_and_this_machine_are_answered(settings: Settings, host: str) -> None:
    client = an_app(replace(settings, base_url="https://poort.example", https=True)).test_client()
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_without_a_base_address_any_name_will_do(settings: Settings) -> None:
    assert an_app(settings).test_client().get("/", headers={"Host": "laptop.example:8000"}).status_code == 200
