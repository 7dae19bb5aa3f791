"""What a proxy says about a visitor reaches the place that counts tries, through the server people really use."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import waitress

from gouden_poort.commands.serving import SERVING
from gouden_poort.http.origin import address_block
from tests.http.test_origin import app_behind


@contextmanager
def a_server(folder: Path) -> Iterator[str]:
    """The address of a server, served as `gouden-poort serve` does, that says from which block it is asked."""
    app = app_behind(folder, 1)
    app.add_url_rule("/", view_func=address_block)
    server = waitress.create_server(app, host="127.0.0.1", port=0, **SERVING)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}/"
    finally:
        server.trigger.pull_trigger(server.close)
        thread.join(10)


def test_visitors_behind_a_proxy_are_told_apart(tmp_path: Path) -> None:
    with a_server(tmp_path) as address:
        asked = urllib.request.Request(address, headers={"X-Forwarded-For": "192.0.2.1, 8.8.4.77"})
        with urllib.request.urlopen(asked, timeout=10) as answer:
            assert answer.read() == b"8.8.4.0/24"
