"""The files of translations are in step with the texts of the product."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog

from gouden_poort.web.language.catalogues import FOLDER, read_messages
from gouden_poort.web.language.table import TRANSLATED
from tools.messages.collecting import collected
from tools.messages.files import in_step, written

CODES = [language.code for language in TRANSLATED]
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
MESSAGES = collected()


def forms(text: object) -> tuple[str, ...]:
    """A text, or each of its forms."""
    return (text,) if isinstance(text, str) else tuple(str(form) for form in text)  # type: ignore[attr-defined]


def of_language(code: str) -> Catalog:
    return read_messages(FOLDER / f"{code}.po")


def wrong_names(messages: Catalog) -> Iterator[str]:
    """Translations that fill in something else than the Dutch does; a form may leave out the number itself."""
    for message in messages:
        dutch = {name for form in forms(message.id) for name in PLACEHOLDER.findall(form)}
        for said in filter(None, forms(message.string or "")):
            if message.id and not message.fuzzy and set(PLACEHOLDER.findall(said)) | {"num"} != dutch | {"num"}:
                yield f"{message.id}: {said}"


@pytest.mark.parametrize("code", CODES)
def test_a_file_is_what_make_messages_writes(code: str) -> None:
    """Red? A text was added or changed: run `make messages`."""
    assert (FOLDER / f"{code}.po").read_text() == written(in_step(MESSAGES, of_language(code), code))


@pytest.mark.parametrize("code", CODES)
def test_a_translation_fills_in_what_the_dutch_does(code: str) -> None:
    assert list(wrong_names(of_language(code))) == []


def test_a_wrong_name_is_seen() -> None:
    messages = Catalog(locale="en")
    messages.add("Je woont in %(place)s.", "You live in %(city)s.")
    assert list(wrong_names(messages))


def test_a_message_has_no_other_signs_of_filling_in() -> None:
    """A loose `%` breaks a text with names in it; braces are the other way of writing, which is not ours."""
    texts = [form for identity in MESSAGES for form in forms(identity)]
    assert [text for text in texts if re.search(r"%\(", text) and re.search(r"%(?!\(\w+\)s|%)", text)] == []
    assert [text for text in texts if re.search(r"[{}<>]", text)] == []


def test_messages_are_found_in_templates_code_and_data() -> None:
    assert "templates/citizen/begin.html" in MESSAGES["Voor je begint"]
    assert "gouden_poort/web/filters.py" in MESSAGES["%(num)s week", "%(num)s weken"]
    assert "gouden_poort/profiles/asking/about_you.py" in MESSAGES["Waar woon je?"]


def test_a_translation_is_kept_and_a_text_that_is_gone_is_dropped() -> None:
    kept = Catalog(locale="en")
    kept.add("Begin", "Start")
    kept.add("Heel iets anders", "Gone")
    after = in_step({"Begin": ["a.html"], "Nieuw": ["a.html"]}, kept, "en")
    assert {message.id: message.string for message in after if message.id} == {"Begin": "Start", "Nieuw": ""}


def test_a_text_that_changed_a_little_keeps_its_translation_in_doubt() -> None:
    kept = Catalog(locale="en")
    kept.add("Vul je code in, of begin opnieuw.", "Fill in your code, or start again.")
    (changed,) = (each for each in in_step({"Vul je code in of begin opnieuw.": ["a.html"]}, kept, "en") if each.id)
    assert changed.fuzzy
    assert changed.string == "Fill in your code, or start again."


def test_no_template_uses_blocks_of_its_own_for_messages() -> None:
    """`{% trans %}` would say a text in another way than `_` does."""
    assert not [path for path in (FOLDER.parents[2] / "templates").rglob("*.html") if "{% trans" in path.read_text()]
