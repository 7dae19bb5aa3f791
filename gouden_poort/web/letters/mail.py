"""A message as a mail: the same words in plain text and in HTML."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Flask, render_template

from gouden_poort.profiles.people.message import Message
from gouden_poort.services.ports import Mail, Write
from gouden_poort.web.language import plain
from gouden_poort.web.letters.saying import Part, said

_RULE = "-" * 40


def writer(app: Flask) -> Write:
    """Puts messages into words with the templates of an app, also where nobody asked for a page."""

    def write(message: Message) -> Mail:
        with app.app_context():
            return as_mail(message)

    return write


def as_mail(message: Message) -> Mail:
    """A message as a mail server carries it."""
    parts = said(message)
    own = parts[0]
    return Mail(
        id=message.id,
        to=message.to,
        language=own.language.code,
        subject=plain(own.words.subject),
        text=f"\n\n{_RULE}\n\n".join("\n\n".join(_paragraphs(part)) for part in parts) + "\n",
        html=render_template("letters/mail.html", parts=parts, own=own),
    )


def _paragraphs(part: Part) -> Iterator[str]:
    """A message without HTML, for who reads mail so."""
    words = part.words
    if part.remark:
        yield part.remark
    yield part.greeting
    yield from map(plain, words.lines)
    yield from words.quoted
    if words.code:
        yield f"    {words.code}"
    if words.link:
        yield f"{words.button}:\n{words.link}"
    yield from map(plain, words.after)
    yield "\n".join(map(plain, part.foot))
