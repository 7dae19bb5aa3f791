"""A copy of a paper as an answer of its own: a photo to look at, a PDF to take along, and nothing in it that acts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from flask import Response

from gouden_poort.development.proof_file import FileKind

_SENT_AS: Mapping[FileKind, tuple[str, str]] = MappingProxyType(
    {
        FileKind.PHOTO: ("image/jpeg", 'inline; filename="bewijs.jpg"'),
        FileKind.PDF: ("application/pdf", 'attachment; filename="bewijs.pdf"'),
    }
)


def copy_answer(kind: FileKind, content: bytes) -> Response:
    """A PDF is never opened within our pages: what may act in it, acts elsewhere."""
    media_type, disposition = _SENT_AS[kind]
    answer = Response(content, content_type=media_type)
    answer.headers["Content-Disposition"] = disposition
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.headers["Cache-Control"] = "no-store, private"
    return answer
