"""Languages with a few messages of their own: what is really translated changes from day to day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from gouden_poort.web.language import catalogues
from gouden_poort.web.language.table import TRANSLATED

_CACHES = (catalogues.messages_of, catalogues.translations, catalogues.is_complete)
MESSAGES: Mapping[str, str] = {
    "en": """\
msgid "Begin"
msgstr "Start"

msgid "Je woont in %(place)s."
msgstr "You live in %(place)s."

msgid "%(num)s week"
msgid_plural "%(num)s weken"
msgstr[0] "%(num)s week"
msgstr[1] "%(num)s weeks"
""",
    "ar": """\
msgid "Begin"
msgstr "ابدأ"

msgid "Je woont in %(place)s."
msgstr "تسكن في %(place)s."
""",
    "uk": 'msgid "Begin"\nmsgstr ""\n',
    "tr": '#, fuzzy\nmsgid "Begin"\nmsgstr "Başla"\n',
}
"""English and Arabic are complete; Ukrainian lacks one, Turkish is in doubt of one, Tigrinya has nothing to do."""


@pytest.fixture(autouse=True)
def few_messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for language in TRANSLATED:
        header = (
            f'msgid ""\nmsgstr ""\n"Language: {language.code}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        )
        (tmp_path / f"{language.code}.po").write_text(header + MESSAGES.get(language.code, ""))
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    for cached in _CACHES:
        cached.cache_clear()
    yield
    for cached in _CACHES:
        cached.cache_clear()
