"""Copies of papers as they are sent: a photo is drawn anew, a PDF is one by its content, and nothing else is kept."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from gouden_poort.development.proof_file import LARGEST_PDF, LARGEST_PHOTO, FileKind
from gouden_poort.http import copies
from gouden_poort.http.photos import LONGEST_SIDE
from gouden_poort.http.unreadable import CannotRead
from tests.copies import A_PDF, AN_SVG, SCRIPT, SECRET, a_huge_png, a_photo


def picture_in(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content), formats=["JPEG"])


def test_of_a_photo_only_the_picture_stays_and_it_stands_upright() -> None:
    sent = a_photo(60, 40)
    assert SECRET in sent
    read = copies.read(sent)
    assert read.kind is FileKind.PHOTO
    assert SECRET not in read.content
    assert b"Exif" not in read.content
    kept = picture_in(read.content)
    assert (kept.size, dict(kept.getexif())) == ((40, 60), {})


def test_a_page_that_hides_behind_or_in_a_photo_does_not_come_along() -> None:
    for sent in (a_photo() + SCRIPT, a_photo(comment=SCRIPT), a_photo() + A_PDF):
        kept = copies.read(sent).content
        assert b"script" not in kept
        assert b"%PDF" not in kept
        assert picture_in(kept).size == (40, 60)


def test_a_large_photo_becomes_small_enough_and_keeps_its_shape() -> None:
    kept = copies.read(a_photo(6_000, 3_000, kind="PNG")).content
    assert picture_in(kept).size == (LONGEST_SIDE, LONGEST_SIDE // 2)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "I;16"])
def test_scans_of_every_kind_become_photos(mode: str) -> None:
    kept = picture_in(copies.read(a_photo(kind="PNG", mode=mode)).content)
    assert (kept.mode, kept.size) == ("RGB", (60, 40))


def test_what_is_seen_through_is_white_and_sixteen_bits_are_not_all_white() -> None:
    clear, grey = BytesIO(), BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(clear, "PNG")
    Image.new("I;16", (8, 8), 30_000).save(grey, "PNG")
    assert picture_in(copies.read(clear.getvalue()).content).getpixel((4, 4)) == (255, 255, 255)
    found = picture_in(copies.read(grey.getvalue()).content).getpixel((4, 4))
    assert isinstance(found, tuple)
    assert abs(found[0] - 30_000 // 256) < 3


def test_a_pdf_is_kept_as_it_was_sent() -> None:
    read = copies.read(A_PDF)
    assert (read.kind, read.content) == (FileKind.PDF, A_PDF)


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (b"", "malformed"),
        (SCRIPT, "wrong_type"),
        (AN_SVG, "wrong_type"),
        (b"\0" * 100, "wrong_type"),
        (b"GIF89a" + b"\0" * 100, "wrong_type"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "wrong_type"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "wrong_type"),
        (SCRIPT + A_PDF, "wrong_type"),
        (b"PK\x03\x04" + A_PDF, "wrong_type"),
        (A_PDF.replace(b"%%EOF", b""), "malformed"),
        (a_photo()[:-200], "malformed"),
        (a_photo(kind="PNG")[:60], "malformed"),
        (b"\xff\xd8\xff" + SCRIPT, "malformed"),
        (b"\x89PNG\r\n\x1a\n" + SCRIPT, "malformed"),
        (A_PDF[:9] + b"\0" * LARGEST_PDF + A_PDF, "too_large"),
        (a_photo() + b"\0" * LARGEST_PHOTO, "too_large"),
        (a_huge_png(20_000), "out_of_range"),
        (a_huge_png(9_600), "out_of_range"),
        (a_huge_png(7_100), "out_of_range"),
    ],
)
def test_anything_else_is_refused(sent: bytes, code: str) -> None:
    with pytest.raises(CannotRead) as refused:
        copies.read(sent)
    assert refused.value.code == code


def test_how_large_a_file_is_stands_in_the_refusal() -> None:
    with pytest.raises(CannotRead) as refused:
        copies.read(A_PDF + b"\0" * LARGEST_PDF + A_PDF)
    assert (refused.value.given, refused.value.expected) == ("6", "at most 5 MB")
