"""What a citizen says yes to, in the words that are read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from gouden_poort.profiles.people.consent import Line
from gouden_poort.web.language import DUTCH, LANGUAGES, Language, _, later, speaking

_LINES: Mapping[Line, str] = MappingProxyType(
    {
        Line.COACH_SEES_DOSSIER: later("Je coach ziet je antwoorden, routes, plan en notities."),
        Line.COUNSELLOR_SEES_STEPS: later("De adviseur ziet of je begon, startte of stopte. Meer niet."),
        Line.MESSAGES: later("We sturen je berichten over afspraken en plekken."),
    }
)
_PASSED_ON = later("We geven je gegevens aan een coach. De coach belt of mailt je.")
_QUESTION = later("Vind je dit goed?")
_MAY_STOP = later("Je mag hier altijd mee stoppen. Zeg het je coach, of doe het zelf op deze site.")
_MAY_WIPE = later("Je mag ons ook altijd vragen om alles te wissen.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAloud:
    """The whole text in one language: each line with the name under which it is kept."""

    language: Language
    before: tuple[str, ...]
    """What happens, before the lines that are kept."""
    lines: tuple[tuple[Line, str], ...]
    question: str
    after: tuple[str, ...]


def read_aloud(lines: Iterable[Line], code: str) -> tuple[ReadAloud, ...]:
    """The text in the language of the citizen and then in Dutch; Dutch alone when we do not speak theirs."""
    theirs = LANGUAGES.get(code, DUTCH)
    asked = tuple(lines)
    return tuple(_text(asked, language) for language in dict.fromkeys((theirs, DUTCH)))


def referral_aloud(code: str) -> tuple[ReadAloud, ...]:
    """The same for who refers someone: that it is passed on, and what of it comes back."""
    return tuple(_with_before(text) for text in read_aloud((Line.COUNSELLOR_SEES_STEPS,), code))


def line_words(line: Line) -> str:
    """One line in the language that is spoken now."""
    return _(_LINES[line])


def _text(lines: tuple[Line, ...], language: Language) -> ReadAloud:
    with speaking(language):
        return ReadAloud(
            language=language,
            before=(),
            lines=tuple((line, _(_LINES[line])) for line in lines),
            question=_(_QUESTION),
            after=(_(_MAY_STOP), _(_MAY_WIPE)),
        )


def _with_before(text: ReadAloud) -> ReadAloud:
    with speaking(text.language):
        return replace(text, before=(_(_PASSED_ON),))
