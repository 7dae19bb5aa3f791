"""From which block a request comes, with and without proxies of our own before us."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask

from gouden_poort.http.origin import address_block, block_behind
from gouden_poort.settings import Settings
from gouden_poort.wiring import House, move_in
from tests.fakes import ShelfWith, UnitInMemory


def app_behind(folder: Path, proxies: int) -> Flask:
    """An app that knows no more than how many proxies stand before it."""
    settings = Settings(data_dir=folder, database_url="sqlite://", proxies=proxies)
    app = Flask(__name__)
    clock = datetime(2027, 1, 4, tzinfo=UTC)
    move_in(app, House(settings=settings, unit_of_work=UnitInMemory, shelf=ShelfWith(None), clock=lambda: clock))
    return app


@pytest.mark.parametrize(
    ("direct", "block"),
    [
        ("8.8.4.77", "8.8.4.0/24"),
        ("127.0.0.1", "127.0.0.0/24"),
        ("2a02:a450:1234:5678::1", "2a02:a450:1234::/48"),
        ("::ffff:8.8.4.77", "8.8.4.0/24"),
        ("", ""),
    ],
)
def test_a_block_is_no_more_exact_than_needed(direct: str, block: str) -> None:
    assert block_behind(0, direct, []) == block


@pytest.mark.parametrize("direct", ["8.8.4.77", "10.0.0.7", "127.0.0.1", "::1"])
def test_without_a_proxy_nobody_is_believed_from_however_near(direct: str) -> None:
    assert block_behind(0, direct, ["9.9.9.9"]) == block_behind(0, direct, [])


@pytest.mark.parametrize(
    ("proxies", "forwarded", "block"),
    [
        (1, ["9.9.9.9"], "9.9.9.0/24"),
        (1, ["1.2.3.4", "9.9.9.9"], "9.9.9.0/24"),
        (2, ["1.2.3.4", "9.9.9.9", "10.0.0.1"], "9.9.9.0/24"),
        (2, ["9.9.9.9"], "9.9.9.0/24"),  # who came past the outer proxy
        (1, ["nonsense"], "127.0.0.0/24"),
        (1, [], "127.0.0.0/24"),
    ],
)
def test_a_proxy_is_believed_and_what_came_before_it_is_not(proxies: int, forwarded: list[str], block: str) -> None:
    assert block_behind(proxies, "127.0.0.1", forwarded) == block


@pytest.mark.parametrize(("proxies", "block"), [(0, "10.0.0.0/24"), (1, "9.9.9.0/24")])
def test_the_settings_say_how_many_proxies_there_are(tmp_path: Path, proxies: int, block: str) -> None:
    with app_behind(tmp_path, proxies).test_request_context(
        headers={"X-Forwarded-For": "1.2.3.4, 9.9.9.9"}, environ_base={"REMOTE_ADDR": "10.0.0.7"}
    ):
        assert address_block() == block
