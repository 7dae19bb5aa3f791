"""One message in the language of whoever gets it, and in Dutch below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gouden_poort.profiles.people.message import Message
from gouden_poort.web.language import DUTCH, LANGUAGES, Language, _, nl, speaking
from gouden_poort.web.letters.kinds import WORDS
from gouden_poort.web.letters.words import Words
from gouden_poort.wiring import house


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A whole message in one language."""

    language: Language
    remark: str
    """What to know about the language, above everything; may be empty."""
    greeting: str
    words: Words
    foot: tuple[str, ...]
    """Who writes, and how to reach a person there."""


def said(message: Message) -> tuple[Part, ...]:
    """The message in its language and then in Dutch; only in Dutch when that is the language, or we do not write it."""
    language = LANGUAGES.get(message.language, DUTCH)
    own = _part(message, language, beside=False)
    return (own,) if language == DUTCH else (own, _part(message, DUTCH, beside=True))


def _part(message: Message, language: Language, *, beside: bool) -> Part:
    with speaking(language):
        return Part(
            language=language,
            remark=_("Hetzelfde in het Nederlands") if beside else _draft(language),
            greeting=_("Hallo,"),
            words=WORDS[message.kind](message.facts),
            foot=tuple(_foot()),
        )


def _draft(language: Language) -> str:
    if language.read_by_native:
        return ""
    return _("Dit is een concept. Een moedertaalspreker las het nog niet. De Nederlandse tekst geldt.")


def _foot() -> Iterator[str]:
    offered_by = house().settings.organisation
    yield _("Groeten van Gouden Poort")
    if offered_by is None:
        return
    yield _("Dit bericht komt van %(organisation)s.", organisation=nl(offered_by.name))
    if offered_by.hours:
        yield _("Bel %(phone)s, %(hours)s.", phone=offered_by.phone, hours=nl(offered_by.hours))
    else:
        yield _("Bel %(phone)s.", phone=offered_by.phone)
