"""The translated messages, read from the `.po` file of a language when it is first spoken."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from gouden_poort.web.language.table import DUTCH, LANGUAGES, TRANSLATED, Language

FOLDER = Path(__file__).parents[1] / "languages"
RULES = "gouden_poort/rules/"
"""Where the texts of rules stand. A page can do without them: it then quotes the rule in Dutch, as the law is."""


def read_messages(path: Path) -> Catalog:
    """All messages of one file, also those that nobody translated yet."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem, abort_invalid=True)


@cache
def messages_of(language: Language) -> Catalog:
    """The file of a language."""
    return read_messages(FOLDER / f"{language.code}.po")


@cache
def translations(language: Language) -> GNUTranslations:
    """What the messages are in a language; what is not translated, or in doubt (`fuzzy`), stays Dutch."""
    compiled = BytesIO()
    write_mo(compiled, messages_of(language))
    compiled.seek(0)
    return GNUTranslations(compiled)


@cache
def is_complete(language: Language) -> bool:
    """Whether every message that pages need is there in a language, in each of its forms, and none is in doubt."""
    return language == DUTCH or is_translated(messages_of(language))


def is_translated(messages: Catalog) -> bool:
    """Whether nothing that pages need waits for a translator in this file."""
    return not any(is_open(message) and is_needed(message) for message in messages if message.id)


def is_needed(message: Message) -> bool:
    """Whether a page falls short without this message."""
    return not message.locations or any(not file.startswith(RULES) for file, _ in message.locations)


def is_open(message: Message) -> bool:
    """Whether a message waits for a translator: a form of it is missing, or it is in doubt."""
    said = message.string or ""
    return not all((said,) if isinstance(said, str) else said) or message.fuzzy


def offered() -> tuple[Language, ...]:
    """The languages a visitor can choose: those in which no page falls back on Dutch."""
    return tuple(language for language in LANGUAGES.values() if is_complete(language))


def read_languages() -> None:
    """Read every file of messages, which otherwise happens when a language is first spoken."""
    for language in TRANSLATED:
        translations(language)
        is_complete(language)
