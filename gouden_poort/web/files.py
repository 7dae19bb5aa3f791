"""Files as an answer of their own, under a name: to take along, or, of a copy of a paper, to look at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType

from flask import Response

from gouden_poort.development.proof_file import FileKind

_COPIES: Mapping[FileKind, tuple[str, str, str]] = MappingProxyType(
    {
        FileKind.PHOTO: ("inline", "bewijs.jpg", "image/jpeg"),
        FileKind.PDF: ("attachment", "bewijs.pdf", "application/pdf"),
    }
)


def file_to_save(name: str, content: str, media_type: str) -> Response:
    """A file that a browser saves under this name."""
    return _named("attachment", name, Response(content, mimetype=media_type))


def json_file(name: str, document: Mapping[str, object]) -> Response:
    """A document that other programs read, and people too: indented, and in letters of every script."""
    return file_to_save(name, json.dumps(document, ensure_ascii=False, indent=2), "application/json")


def copy_answer(kind: FileKind, content: bytes) -> Response:
    """A copy of a paper, in which nothing acts; a PDF is never opened within our pages, since what is in it may."""
    how, name, media_type = _COPIES[kind]
    answer = _named(how, name, Response(content, mimetype=media_type))
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.headers["Cache-Control"] = "no-store, private"
    return answer


def _named(how: str, name: str, answer: Response) -> Response:
    answer.headers["Content-Disposition"] = f'{how}; filename="{name}"'
    return answer
