"""A file of translations: kept in step with the messages, and always written the same way."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from tools.messages.collecting import MessageId, Messages

_HEADER = """\
# What the pages say in another language. The Dutch text is the name of a message, and what is shown without one.
# How to translate: docs/languages.md. After a change of a Dutch text: make messages.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""
_WIDTH = 118
_ALIKE = 0.8
"""How much of a text must have stayed for it to be the same one, changed."""
_PLURALS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
}
"""Where the usual order of the forms, that translators know, is not that of the library."""

_SAID_ALREADY = {"en": ("gouden_poort/rules/",)}
"""Files whose texts stand beside the Dutch ones in that language."""


def in_step(messages: Messages, kept: Catalog | None, language: str) -> Catalog:
    """All messages with the translations that were kept of them.

    A text that changed a little keeps its translation, in doubt; what is no longer said is dropped.
    """
    after = Catalog(locale=language)
    known = {_key(each.id): each for each in kept or () if each.id}
    gone = [key for key in known if key not in set(map(_key, messages)) and isinstance(known[key].id, str)]
    for identity, files in messages.items():
        if all(file.startswith(_SAID_ALREADY.get(language, ())) for file in files):
            continue
        old = known.get(_key(identity)) or _nearly(identity, gone, known)
        changed = old is not None and _key(old.id) != _key(identity)
        after.add(
            identity,
            old.string if old else "" if isinstance(identity, str) else ("", ""),
            locations=[(file, None) for file in files],  # type: ignore[misc]  # lines would change every day
            flags={"fuzzy"} if old and old.string and (changed or old.fuzzy) else (),
            user_comments=old.user_comments if old else (),
        )
    return after


def _key(identity: object) -> tuple[str, ...]:
    """A text, or both its forms; a file of messages gives the forms as a list or as a tuple."""
    return (identity,) if isinstance(identity, str) else tuple(map(str, identity))  # type: ignore[call-overload]


def _nearly(
    identity: MessageId, gone: list[tuple[str, ...]], known: Mapping[tuple[str, ...], Message]
) -> Message | None:
    """The message that a new text probably was before."""
    if not isinstance(identity, str):
        return None
    by_text = {key[0]: key for key in gone}
    return next((known[by_text[text]] for text in get_close_matches(identity, by_text, 1, _ALIKE)), None)


def written(messages: Catalog) -> str:
    """The file as text; a header without moments, so that the same messages give the same file."""
    body = BytesIO()
    write_po(body, messages, width=_WIDTH, omit_header=True)
    language = str(messages.locale_identifier)
    header = _HEADER.format(language=language, plurals=_PLURALS.get(language, messages.plural_forms))
    return header + body.getvalue().decode()
