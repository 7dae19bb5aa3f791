"""The JSON API, version 1: wire shapes, views of about ten lines, and its own OpenAPI description.

Errors leave as `application/problem+json`. Knows services and values; never storage and never pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def register(app: Flask) -> None:
    """Put the API below /api/v1 of an app."""
    # Here and not on top: the command line reads profiles with the schemas of this package and needs no web server.
    from gouden_poort.api.joining import join  # noqa: PLC0415

    join(app)
