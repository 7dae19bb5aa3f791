"""From which block a request comes, with and without a proxy of our own before us."""

from __future__ import annotations

import pytest
from flask import Flask

from gouden_poort.http.origin import address_block


@pytest.mark.parametrize(
    ("direct", "forwarded", "block"),
    [
        ("8.8.4.77", "", "8.8.4.0/24"),
        ("8.8.4.77", "9.9.9.9", "8.8.4.0/24"),
        ("127.0.0.1", "", "127.0.0.0/24"),
        ("127.0.0.1", "9.9.9.9", "9.9.9.0/24"),
        ("172.17.0.2", "1.2.3.4, 9.9.9.9", "9.9.9.0/24"),
        ("127.0.0.1", "nonsense", "127.0.0.0/24"),
        ("::1", "2a02:a450:1234:5678::1", "2a02:a450:1234::/48"),
        ("::ffff:8.8.4.77", "", "8.8.4.0/24"),
        ("", "", ""),
    ],
)
def test_a_block_is_no_more_exact_than_needed(direct: str, forwarded: str, block: str) -> None:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    with Flask(__name__).test_request_context(headers=headers, environ_base={"REMOTE_ADDR": direct}):
        assert address_block() == block
