"""Every rule of a book in words, by subject: what it says, what kind of rule it is, and where it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from gouden_poort.rules.book.rule import Effect, Rule, Rulebook, RuleKind
from gouden_poort.web.language import _
from gouden_poort.web.routes.aid import TITLES
from gouden_poort.web.wording import RULE_KINDS, SUBJECTS, say
from gouden_poort.web.words.citing import Cited, cited
from gouden_poort.web.words.rule_words import law_text
from gouden_poort.web.words.whole_rules import rule_in_words

OTHER = "overig"
SUBJECT_OF_FILE: Mapping[str, str] = MappingProxyType(
    {
        "age": "leeftijd",
        "mbo": "school",
        "ways": "school",
        "language": "taal",
        "work": "werken",
        "integration": "inburgeren",
        "support": "uitkering",
        "licences": "papieren",
        "fairness": "eerlijk",
        "ranking": "eerlijk",
        "entry_conditions": "aanbieders",
        "entry": "aanbieders",
        "schemes_state": "hulp-rijk",
        "schemes_uwv": "hulp-uwv",
        "schemes_municipality": "hulp-gemeente",
        "schemes_sector": "hulp-sector",
        "schemes_region": "hulp-regio",
    }
)
"""Which subject a file of rules is about, by the last part of its name; a file that is not here is `overig`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """One rule, for who wants to read it."""

    rule_id: str
    words: str
    doubts: tuple[str, ...]
    cited: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleGroup:
    """Rules that do the same: they close a door, ask for something first, or help."""

    slug: str
    title: str
    about: str
    lines: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectOfRules:
    """The rules about one part of life."""

    slug: str
    title: str
    groups: tuple[RuleGroup, ...]
    ended: tuple[RuleLine, ...]
    """What does not hold any more, not yet, or never did."""

    @property
    def count(self) -> int:
        return sum(len(group.lines) for group in self.groups) + len(self.ended)


def subjects_of_book(book: Rulebook, day: date) -> tuple[SubjectOfRules, ...]:
    """All rules of a book, in the order in which people ask about them; subjects without rules are left out."""
    by_subject: dict[str, list[Rule]] = {}
    for rule in book.rules:
        by_subject.setdefault(_subject(rule), []).append(rule)
    return tuple(
        _told(book, slug, title, by_subject[slug], day) for slug, title in SUBJECTS.items() if slug in by_subject
    )


def _subject(rule: Rule) -> str:
    return SUBJECT_OF_FILE.get(rule.place.file.rpartition("/")[2].removesuffix(".yaml"), OTHER)


def _told(book: Rulebook, slug: str, title: str, rules: Iterable[Rule], day: date) -> SubjectOfRules:
    told = list(rules)
    now = [rule for rule in told if rule.is_in_force_on(day)]
    return SubjectOfRules(
        slug=slug,
        title=_(title),
        groups=tuple(_groups(book, now, day)),
        ended=tuple(_line(book, rule, day) for rule in told if not rule.is_in_force_on(day)),
    )


def _groups(book: Rulebook, rules: Iterable[Rule], day: date) -> Iterator[RuleGroup]:
    told = list(rules)
    for kind, (title, about) in RULE_KINDS.items():
        lines = tuple(_line(book, rule, day) for rule in told if rule.kind is RuleKind(kind))
        if lines and kind != RuleKind.SCHEME.value:
            yield RuleGroup(slug=kind, title=_(title), about=_(about), lines=lines)
    for effect, title in TITLES.items():
        lines = tuple(_line(book, rule, day) for rule in told if rule.scheme and rule.scheme.effect is effect)
        if lines:
            yield RuleGroup(slug=effect.value, title=_(title), about=_about(effect), lines=lines)


def _about(effect: Effect) -> str:
    return say(f"effect.{effect.value}")


def _line(book: Rulebook, rule: Rule, day: date) -> RuleLine:
    """A rule in words, with what is not certain of it and where it is written."""
    words = rule_in_words(book, rule, day)
    unsure = (say("law.check", text=law_text(rule.unsure)),) if rule.unsure else ()
    asked = tuple(say("law.ask", text=law_text(one)) for one in rule.not_expressed)
    return RuleLine(rule_id=rule.id, words=words, doubts=(*unsure, *asked), cited=cited(rule))
