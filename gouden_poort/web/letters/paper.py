"""A message as a letter on A4, with the address where the window of an envelope is."""

from __future__ import annotations

from datetime import date

from flask import render_template

from gouden_poort.profiles.people.message import Message
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.letters.saying import said
from gouden_poort.web.pictures.qr import qr_of


def as_letter(message: Message, day: date) -> str:
    """The page to print, dated on a day. A link stands on it in letters and as a picture for a telephone."""
    parts = said(message)
    link = parts[0].words.link
    return render_template(
        "letters/letter.html",
        own=parts[0],
        parts=parts,
        address=message.to.split("\n"),
        day=dutch_date(day),
        qr=qr_of(link) if link else None,
    )
