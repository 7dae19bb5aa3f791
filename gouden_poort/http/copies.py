"""Reading the copy of a paper out of a file: a photo, or a PDF. What it is, its first bytes say; never its name."""

from __future__ import annotations

from gouden_poort.development.proof_file import LARGEST_PDF, LARGEST_PHOTO, FileKind, FileSent
from gouden_poort.http.photos import redrawn
from gouden_poort.http.unreadable import CannotRead

_JPEG, _PNG, _PDF = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"%PDF-"
_END_OF_PDF, _NEAR_THE_END = b"%%EOF", 2_048
_MB = 2**20


def read(content: bytes) -> FileSent:
    """A photo is drawn anew, a PDF kept as it is; CannotRead says what is wrong with anything else."""
    if content.startswith((_JPEG, _PNG)):
        _weigh(content, LARGEST_PHOTO)
        return FileSent(kind=FileKind.PHOTO, content=redrawn(content))
    if not content.startswith(_PDF):
        raise CannotRead("wrong_type" if content else "malformed", "a JPEG, PNG or PDF file")
    _weigh(content, LARGEST_PDF)
    if _END_OF_PDF not in content[-_NEAR_THE_END:]:
        raise CannotRead("malformed", "a whole PDF file")
    return FileSent(kind=FileKind.PDF, content=content)


def _weigh(content: bytes, most: int) -> None:
    if len(content) > most:
        raise CannotRead("too_large", f"at most {most // _MB} MB", str(-(-len(content) // _MB)))
