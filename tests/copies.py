"""Photos and PDFs to send along with a proof, good ones and hostile ones; all of them drawn here."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image

SECRET = b"52.0907 north, 5.1214 east, by the telephone of Voorbeeld"
"""What stands in a file beside its picture."""
SCRIPT = b"<html><script>alert('hallo')</script></html>"
A_PDF = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n"
AN_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def a_photo(width: int = 60, height: int = 40, *, kind: str = "JPEG", mode: str = "RGB", **more: object) -> bytes:
    """Orange, with words of the camera and of nobody else beside the picture."""
    picture, written = Image.new(mode, (width, height), "orange" if mode in ("RGB", "RGBA") else 0), BytesIO()
    beside = {"exif": _exif(), "comment": SECRET} if kind == "JPEG" else {}
    picture.save(written, kind, **{**beside, **more})
    return written.getvalue()


def a_huge_png(side: int) -> bytes:
    """A file of some bytes that says it is a picture of so many dots on each side."""
    row = zlib.compress(b"\0" * 1_000, 9)
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", row) + _chunk(b"IEND", b"")


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _exif() -> Image.Exif:
    """Held on its side, somewhere, with a word of whoever held it."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, SECRET.decode()
    exif[0x8825] = {1: "N", 2: (52.0, 5.0, 26.5)}
    return exif
