"""How rules speak on a page: in Dutch and English with their own texts, else with a translation of the Dutch one.

A text of a rule names what is filled in between braces, which messages do not know: there it is a value like any other.
What comes out of the rules is plain text, so what is Dutch in it is told apart by two signs until it becomes HTML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from gouden_poort.rules.case.wordings import Language, in_language
from gouden_poort.rules.language.words import Wording
from gouden_poort.web.language import DUTCH, _, is_known, ngettext, nl, spoken

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Signs that no text has: they are kept free for uses like this."""
_SIGNS = re.compile(f"([{_OPEN}{_CLOSE}])")
_PLACEHOLDER = re.compile(r"(€\s*)?\{([a-z][a-z0-9_.]*)\}")


class Translated:
    """Rules in a language in which they were not written."""

    def say(self, wording: Wording) -> str:
        """The translation of the Dutch text, in which what is filled in still stands between braces."""
        message, values = as_message(wording.nl)
        if not has_words(message):
            return wording.nl
        return _(message, **values) if is_known(message) else dutch_name(wording.nl)

    def counted(self, one: Wording, more: Wording, many: int) -> str:
        """The form of a number of things, in which that number still stands between braces."""
        forms = as_counted(one, more)
        return ngettext(*forms, many, num="{n}") if has_words(forms[0]) else more.nl


_TRANSLATED = Translated()


def law_language() -> Language:
    """How rules speak to this reader."""
    own: Mapping[str, Language] = {"nl": "nl", "en": "en"}
    return own.get(spoken().code, _TRANSLATED)


def law_text(wording: Wording) -> str:
    """A text of a rule in which nothing is filled in."""
    return as_law(in_language(wording, law_language()))


def as_law(text: str) -> str:
    """A text that came out of the rules, with what is Dutch in it marked as such; HTML where anything is."""
    if _OPEN not in text:
        return text
    parts, depth = [], 0
    for part in _SIGNS.split(text):
        depth += (part == _OPEN) - (part == _CLOSE)
        if part and part not in (_OPEN, _CLOSE):
            parts.append(nl(part) if depth else escape(part))
    return Markup().join(parts)


def dutch_name(name: str) -> str:
    """A Dutch name or text as the rules may take it along in theirs, until `as_law` tells it apart."""
    return name if spoken() == DUTCH else f"{_OPEN}{name}{_CLOSE}"


def as_message(text: str) -> tuple[str, dict[str, str]]:
    """A text of a rule as a message, with the braces that belong to each of its values.

    >>> as_message("Je bent {person.age} jaar en krijgt € {most}.")
    ('Je bent %(person_age)s jaar en krijgt %(most)s.', {'person_age': '{person.age}', 'most': '€ {most}'})
    """
    values = {_key(match): match.group() for match in _PLACEHOLDER.finditer(text)}
    if not values:
        return text, {}
    return _PLACEHOLDER.sub(lambda match: f"%({_key(match)})s", text.replace("%", "%%")), values


def as_counted(one: Wording, more: Wording) -> tuple[str, str]:
    """Both forms of a number of things as a message."""
    first, second = (as_message(form.nl)[0].replace("%(n)s", "%(num)s") for form in (one, more))
    return first, second


def _key(match: re.Match[str]) -> str:
    return match.group(2).replace(".", "_")


def has_words(message: str) -> bool:
    """Whether there is anything to translate: `{condition}` alone is the same in every language."""
    return any(sign.isalpha() for sign in re.sub(r"%\(\w+\)s", "", message))
