"""The one place where a file that somebody sends is read, and never more of it than may be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TypeVar

from flask import Flask, current_app, request
from werkzeug.datastructures import FileStorage

from gouden_poort.development.proof_file import LARGEST_PHOTO, FileSent
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http import copies, sheets
from gouden_poort.http.unreadable import CannotRead

SHEET_LIMIT = 2_000_000
"""Bytes of a request with a table: ten thousand people."""
COPY_LIMIT = 2 * LARGEST_PHOTO
"""Bytes of a request with a copy of a paper: twice what may be kept, so that who chose too large a photo is told so at
its field, and what was typed beside it is not lost."""
View = TypeVar("View", bound=Callable[..., object])
_MARK = "takes_upload"


def takes_upload(limit: int) -> Callable[[View], View]:
    """Let a view be sent a file in a request of so many bytes: this stands directly above the function."""

    def mark(view: View) -> View:
        setattr(view, _MARK, limit)
        return view

    return mark


def make_room(app: Flask) -> None:
    """Let an app take larger requests where a file is expected; before anything reads the form."""
    app.before_request(_make_room)


def uploaded_table(name: str) -> Sequence[Sequence[str]]:
    """The rows of the file in a field of the form; InvalidInput says what is wrong with the file as a whole."""
    sent = _sent(name)
    if not sent:
        raise InvalidInput([FieldError(path=name, code="missing", given="", expected="a file")])
    return _read(name, sent[0], SHEET_LIMIT, sheets.read)


def uploaded_copy(name: str) -> FileSent | None:
    """The copy of a paper in a field of the form, None when nothing was chosen; InvalidInput as for a table."""
    sent = _sent(name)
    if len(sent) > 1:
        given, expected = str(len(sent)), "one file"
        raise InvalidInput([FieldError(path=name, code="too_many", given=given, expected=expected)])
    return _read(name, sent[0], COPY_LIMIT, copies.read) if sent else None


Content = TypeVar("Content")


def _read(name: str, sent: FileStorage, limit: int, reader: Callable[[bytes], Content]) -> Content:
    with closing(sent):
        content = sent.read(limit + 1)
    try:
        return reader(content)
    except CannotRead as error:
        fault = FieldError(path=name, code=error.code, given=error.given, expected=error.expected)
        raise InvalidInput([fault]) from error


def _sent(name: str) -> list[FileStorage]:
    """The files of a field; where none was chosen, a browser sends one without a name."""
    return [each for each in request.files.getlist(name) if each.filename]


def _make_room() -> None:
    limit = getattr(current_app.view_functions.get(request.endpoint or ""), _MARK, None)
    if limit is not None:
        request.max_content_length = limit
