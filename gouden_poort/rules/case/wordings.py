"""The sentences and small words around the texts of a rule, whole in each language: nothing is glued together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, Protocol

from gouden_poort.rules.language.tree import Relation
from gouden_poort.rules.language.words import Subject, Wording


class Translator(Protocol):
    """Says the texts of rules in a language in which they were not written; a page has one."""

    def say(self, wording: Wording) -> str:
        """The text, in which what is filled in stands between braces as it does in the text itself."""
        ...

    def counted(self, one: Wording, more: Wording, many: int) -> str:
        """The form of a number of things, in which `{n}` stands for that number."""
        ...


Language = Literal["nl", "en"] | Translator


def in_language(wording: Wording, language: Language) -> str:
    """The words of one language."""
    if isinstance(language, str):
        return wording.nl if language == "nl" else wording.en
    return language.say(wording)


def counted_in(one: Wording, more: Wording, many: int, language: Language) -> str:
    """The form of a number of things in one language."""
    if isinstance(language, str):
        return in_language(one if many == 1 else more, language)
    return language.counted(one, more, many)


NOT_KNOWN = Wording(nl="nog niet bekend", en="not known yet")
YES = Wording(nl="ja", en="yes")
NO = Wording(nl="nee", en="no")
NOTHING = Wording(nl="niets", en="nothing")
NONE_YET = Wording(nl="nog geen", en="none yet")
SOMETHING = Wording(nl="minstens één", en="at least one")
AND = Wording(nl="{first} en {last}", en="{first} and {last}")
OR = Wording(nl="{first} of {last}", en="{first} or {last}")
OTHER_THAN = Wording(nl="iets anders dan {value}", en="something other than {value}")
WITHOUT = Wording(nl="zonder {value}", en="without {value}")
SKILL = Wording(nl="{skill} (niveau {level})", en="{skill} (level {level})")

AS_ASKED = Wording(nl="{condition}", en="{condition}")
NEEDED = Wording(nl="Nodig: {condition}", en="Needed: {condition}")
ONLY_SO = Wording(nl="Dit kan alleen als dit klopt: {condition}", en="This is possible only if this is so: {condition}")
"""For a condition that denies something: nobody needs to be without a diploma."""
IN_THE_WAY = Wording(nl="Dit past hier niet: {condition}", en="This does not fit here: {condition}")
NOT_SO = Wording(nl="Dit is niet zo: {condition}", en="This is not so: {condition}")
NOT_KNOWN_YET = Wording(nl="Dit weten we nog niet: {facts}.", en="We do not know this yet: {facts}.")
NOT_SAID = Wording(nl="Hierover zegt de regel niets: {condition}", en="The rule says nothing about this: {condition}")
CHECK = Wording(nl="Controleer dit: {text}", en="Check this: {text}")
ASK = Wording(nl="Vraag na: {text}", en="Ask: {text}")

NOT_HERE = Wording(nl="Deze regel geldt hier niet.", en="This rule does not apply here.")
NOT_FOR: Mapping[Subject, Wording] = {
    Subject.PERSON: Wording(nl="Deze regel geldt niet voor jou.", en="This rule does not apply to you."),
    Subject.OFFERING: Wording(
        nl="Deze regel geldt niet voor deze opleiding.", en="This rule does not apply to this training."
    ),
    Subject.POSITION: Wording(nl="Deze regel geldt niet voor deze plek.", en="This rule does not apply to this place."),
    Subject.OCCUPATION: Wording(
        nl="Deze regel geldt niet voor dit beroep.", en="This rule does not apply to this occupation."
    ),
    Subject.EMPLOYER: Wording(
        nl="Deze regel geldt niet voor dit bedrijf.", en="This rule does not apply to this company."
    ),
}
"""Why a rule does not apply, by whom or what the deciding facts are about."""
NOT_NOW = Wording(nl="Deze regel geldt nu niet.", en="This rule does not apply now.")
ENDED = Wording(
    nl="Deze regel is gestopt. De laatste dag was {last}.", en="This rule has ended. Its last day was {last}."
)
NOT_BEGUN = Wording(
    nl="Deze regel is nog niet ingegaan. De regel geldt vanaf {first}.",
    en="This rule has not begun yet. It applies from {first}.",
)
NOT_BEGUN_WITH_END = Wording(
    nl="Deze regel is nog niet ingegaan. De regel geldt van {first} tot en met {last}.",
    en="This rule has not begun yet. It applies from {first} up to and including {last}.",
)

THE_SAME = Wording(nl="{value}", en="{value}")
LEVEL_NEEDED: Mapping[Relation, Wording] = {
    Relation.AT_LEAST: Wording(nl="{value} of hoger", en="{value} or higher"),
    Relation.AT_MOST: Wording(nl="{value} of lager", en="{value} or lower"),
    Relation.MORE: Wording(nl="hoger dan {value}", en="higher than {value}"),
    Relation.LESS: Wording(nl="lager dan {value}", en="lower than {value}"),
    Relation.EQUAL: THE_SAME,
    Relation.DIFFERENT: OTHER_THAN,
}
NUMBER_NEEDED: Mapping[Relation, Wording] = {
    Relation.AT_LEAST: Wording(nl="{value} of meer", en="{value} or more"),
    Relation.AT_MOST: Wording(nl="{value} of minder", en="{value} or less"),
    Relation.MORE: Wording(nl="meer dan {value}", en="more than {value}"),
    Relation.LESS: Wording(nl="minder dan {value}", en="less than {value}"),
    Relation.EQUAL: THE_SAME,
    Relation.DIFFERENT: OTHER_THAN,
}
AGE_NEEDED: Mapping[Relation, Wording] = {
    Relation.AT_LEAST: Wording(nl="{value} of ouder", en="{value} or older"),
    Relation.AT_MOST: Wording(nl="{value} of jonger", en="{value} or younger"),
    Relation.MORE: Wording(nl="ouder dan {value}", en="older than {value}"),
    Relation.LESS: Wording(nl="jonger dan {value}", en="younger than {value}"),
    Relation.EQUAL: THE_SAME,
    Relation.DIFFERENT: OTHER_THAN,
}
"""What is needed, by how the value of the case is compared with `{value}`; of ages in words of their own."""
AGE = "age"
"""The unit in which the years of someone's life are said; a list of words has them in years, like years of work."""
UNITS: Mapping[str, tuple[Wording, Wording]] = {
    "year": (Wording(nl="{n} jaar", en="{n} year"), Wording(nl="{n} jaar", en="{n} years")),
    "month": (Wording(nl="{n} maand", en="{n} month"), Wording(nl="{n} maanden", en="{n} months")),
    "week": (Wording(nl="{n} week", en="{n} week"), Wording(nl="{n} weken", en="{n} weeks")),
    "hour": (Wording(nl="{n} uur", en="{n} hour"), Wording(nl="{n} uur", en="{n} hours")),
    "minute": (Wording(nl="{n} minuut", en="{n} minute"), Wording(nl="{n} minuten", en="{n} minutes")),
    "percent": (Wording(nl="{n}%", en="{n}%"), Wording(nl="{n}%", en="{n}%")),
    AGE: (Wording(nl="{n} jaar oud", en="{n} year old"), Wording(nl="{n} jaar oud", en="{n} years old")),
}
"""A number of one, and of more, by unit."""
UNIT_FOLLOWS: Mapping[str, str] = {
    "year": "jaar|jaren|year",
    "month": "maand|month",
    "week": "week|weken",
    "hour": "uur|uren|hour",
    "minute": "minuut|minuten|minute",
    "percent": "procent|percent|%",
    "euro": "euro",
}
"""How a text that names the unit itself goes on after the number."""
_MONTHS_NL = "januari februari maart april mei juni juli augustus september oktober november december"
_MONTHS_EN = "January February March April May June July August September October November December"
MONTHS: Mapping[str, Sequence[str]] = {"nl": _MONTHS_NL.split(), "en": _MONTHS_EN.split()}


def day_in_words(day: date, language: Language) -> str:
    """`1 januari 2027`, as it is written in Dutch in every language that rules are not written in."""
    months = MONTHS[language if isinstance(language, str) else "nl"]
    return f"{day.day} {months[day.month - 1]} {day.year}"
