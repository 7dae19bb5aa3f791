"""A file of translations: kept in step with the messages, and always written the same way."""

from __future__ import annotations

from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from tools.messages.collecting import Messages

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
_PLURALS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
}
"""Where the usual order of the forms, that translators know, is not that of the library."""


def in_step(messages: Messages, kept: Catalog | None, language: str) -> Catalog:
    """All messages with the translations that were kept of them; what is no longer said is dropped."""
    after = Catalog(locale=language)
    for identity, files in messages.items():
        known = kept.get(identity) if kept is not None else None
        same = known is not None and isinstance(known.id, str) == isinstance(identity, str)
        after.add(
            identity,
            known.string if known is not None and same else "" if isinstance(identity, str) else ("", ""),
            locations=[(file, None) for file in files],  # type: ignore[misc]  # lines would change every day
            flags={"fuzzy"} if known is not None and known.fuzzy else (),
            user_comments=known.user_comments if known is not None else (),
        )
    return after


def written(messages: Catalog) -> str:
    """The file as text; a header without moments, so that the same messages give the same file."""
    body = BytesIO()
    write_po(body, messages, width=_WIDTH, omit_header=True)
    language = str(messages.locale_identifier)
    header = _HEADER.format(language=language, plurals=_PLURALS.get(language, messages.plural_forms))
    return header + body.getvalue().decode()
