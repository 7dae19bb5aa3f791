"""The one place where a file that somebody sends is read: as a table of texts, and never larger than may be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TypeVar

from flask import Flask, current_app, request

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http import sheets

LIMIT = 2_000_000
"""Bytes of a request with a file: ten thousand people, and what the server takes in at all."""
View = TypeVar("View", bound=Callable[..., object])
_MARK = "takes_upload"


def takes_upload(view: View) -> View:
    """Let a view be sent a file: `@takes_upload` stands directly above the function."""
    setattr(view, _MARK, True)
    return view


def make_room(app: Flask) -> None:
    """Let an app take larger requests where a file is expected; before anything reads the form."""
    app.before_request(_make_room)


def uploaded_table(name: str) -> Sequence[Sequence[str]]:
    """The rows of the file in a field of the form; InvalidInput says what is wrong with the file as a whole."""
    sent = request.files.get(name)
    if sent is None or not sent.filename:
        raise InvalidInput([FieldError(path=name, code="missing", given="", expected="a file")])
    with closing(sent):
        content = sent.read(LIMIT + 1)
    try:
        return sheets.read(content)
    except sheets.CannotRead as error:
        raise InvalidInput([FieldError(path=name, code=error.code, given="", expected=error.expected)]) from error


def _make_room() -> None:
    if getattr(current_app.view_functions.get(request.endpoint or ""), _MARK, False):
        request.max_content_length = LIMIT
