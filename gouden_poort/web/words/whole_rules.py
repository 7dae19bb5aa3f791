"""A rule by itself in words, as it is for everybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gouden_poort.profiles.people.set_aside import SetAside
from gouden_poort.rules.book.rule import Rule, Rulebook
from gouden_poort.rules.case.placeholders import filled
from gouden_poort.rules.case.wordings import in_language
from gouden_poort.web.words.rule_words import as_law, law_language


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSetAside:
    """A rule that does not count for one person, in words; the reason stays as the coach wrote it."""

    kept: SetAside
    rule: str


def rule_in_words(book: Rulebook, rule: Rule, day: date) -> str:
    """Figures as they are on the day, or on the last day it held; facts by their name."""
    if rule.period.last is not None:
        day = min(day, rule.period.last)
    language = law_language()
    text = in_language(rule.wording, language)
    for name, fact in book.words.facts.items():
        text = text.replace(f"{{{name}}}", f"‹{in_language(fact.wording, language)}›")
    return as_law(filled(text, {}, day, book.words, language, dutch=rule.wording.nl))


def rules_set_aside(book: Rulebook, kept: Iterable[SetAside], day: date) -> tuple[RuleSetAside, ...]:
    """Each with the words of its rule; a rule that this book does not have any more says its id."""
    by_id = {rule.id: rule for rule in book.rules}
    return tuple(
        RuleSetAside(
            kept=each,
            rule=rule_in_words(book, by_id[each.rule_id], day) if each.rule_id in by_id else each.rule_id,
        )
        for each in kept
    )
