"""The body of a request that should be JSON."""

from __future__ import annotations

from flask import request
from werkzeug.exceptions import UnsupportedMediaType

from gouden_poort.http import strict_json


def json_body() -> strict_json.Json:
    """What the client sent; 415 when it is not called JSON, 413 when too large, InvalidInput when malformed."""
    if not request.is_json:
        raise UnsupportedMediaType
    request.max_content_length = strict_json.REQUEST_LIMIT
    return strict_json.read(request.get_data(cache=True))
