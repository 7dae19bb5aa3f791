"""Addresses that are read elsewhere than in this browser: in a message, on paper, in a file."""

from __future__ import annotations

from flask import request

from gouden_poort.wiring import house


def whole(path: str) -> str:
    """A path on the address of the installation, rather than on what a request says it is."""
    return f"{house().settings.base_url or request.host_url.rstrip('/')}{path}"
