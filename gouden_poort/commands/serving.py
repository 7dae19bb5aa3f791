"""The command that serves: `gouden-poort serve`."""

from __future__ import annotations

import signal
import sys
from contextlib import nullcontext

import click

from gouden_poort.commands.house import open_house

SERVING = {
    "threads": 8,
    "ident": None,
    # People who never finish a request may hold 400 connections, and none longer than half a minute: the usual
    # hundred for two minutes would close the door to everyone else. A connection may cost a second open file.
    "connection_limit": 400,
    "channel_timeout": 30,
    "cleanup_interval": 5,
    "asyncore_use_poll": True,
    "max_request_body_size": 32 * 2**20,
    # Whom a proxy of ours answers is for `http.origin` to read and to doubt. Taken out here, all visitors behind the
    # proxy would be one, and the wrong codes of one stranger would close the door to everyone.
    "clear_untrusted_proxy_headers": False,
}
"""How waitress serves. A body over 1 MB, or 30 with a photo, is refused kindly; one over 32 MB is not even taken in."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0: any free port.")
def serve(host: str, port: int) -> None:
    """Serve pages and API, and send the messages that are due."""
    import waitress  # noqa: PLC0415

    from gouden_poort.app import create_app, get_ready, mail_sender  # noqa: PLC0415
    from gouden_poort.routing.warming import takes_long  # noqa: PLC0415
    from gouden_poort.sending_meanwhile import sending_meanwhile  # noqa: PLC0415

    house = open_house()
    app = create_app(house=house)
    if takes_long():
        click.echo("Getting the planner ready: about a minute, once on this machine.", err=True)
    get_ready(app, house)
    server = waitress.create_server(app, host=host, port=port, **SERVING)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    click.echo(f"Gouden Poort: http://{host}:{server.effective_port}")
    send = mail_sender(app, house)
    with sending_meanwhile(send) if send else nullcontext():
        server.run()
