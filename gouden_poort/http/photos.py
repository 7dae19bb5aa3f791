"""Making a photo that somebody sends safe to keep: drawn anew, so that nothing of it stays but what one sees.

Where it was taken, by whose telephone, a small copy of how it was before it was cut, or a page that hides behind it:
all of that stands beside the picture in its file, and none of it comes along.
"""

from __future__ import annotations

from io import BytesIO
from threading import Lock

from PIL import Image, ImageOps

from gouden_poort.http.unreadable import CannotRead

LONGEST_SIDE = 2_000
"""Dots of what is kept: small print on a sheet of A4 can still be read."""
MOST_DOTS = 50_000_000
"""Of what is sent; a file of some kilobytes may say that it is a picture of gigabytes."""
_FORMATS = ("JPEG", "PNG")
_QUALITY = 80
_ONE_BY_ONE = Lock()
"""A picture takes a hundred times the room of its file while it is drawn, so they wait for each other."""


def redrawn(content: bytes) -> bytes:
    """The picture of a JPEG or PNG file, upright and at most so large, as a JPEG; CannotRead when it is none."""
    try:
        with _ONE_BY_ONE, Image.open(BytesIO(content), formats=_FORMATS) as sent:
            if sent.width * sent.height > MOST_DOTS:
                raise CannotRead("out_of_range", f"at most {MOST_DOTS} dots", str(sent.width * sent.height))
            return _written(_flat(ImageOps.exif_transpose(_small(sent))))
    except CannotRead:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise CannotRead("out_of_range", f"at most {MOST_DOTS} dots") from error
    except Exception as error:  # whatever a broken file does to its reader: it cannot be read
        raise CannotRead("malformed", "a whole JPEG or PNG file") from error


def _small(sent: Image.Image) -> Image.Image:
    """No longer than may be; in colours that can be mixed, for else the letters of a scan would fray."""
    picture = sent
    if sent.mode.startswith("I"):  # grey in 65,536 steps, of which a JPEG knows each 256th
        picture = sent.point(lambda grey: grey * (1 / 256)).convert("L")
    elif sent.mode in ("1", "P"):
        picture = sent.convert("RGBA" if sent.has_transparency_data else "RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return picture


def _flat(picture: Image.Image) -> Image.Image:
    """On white paper, and nothing else: what the file said about the picture stays behind."""
    paper = Image.new("RGB", picture.size, "white")
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        paper.paste(seen, mask=seen)
    else:
        paper.paste(picture.convert("RGB"))
    return paper


def _written(picture: Image.Image) -> bytes:
    kept = BytesIO()
    picture.save(kept, "JPEG", quality=_QUALITY, optimize=True)
    return kept.getvalue()
