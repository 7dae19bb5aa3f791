"""A verdict in words: Dutch and English, with the values of the case and the names of the catalogue filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.rules.case.placeholders import filled
from gouden_poort.rules.case.reasons import Reason, reasons
from gouden_poort.rules.case.verdict import Verdict
from gouden_poort.rules.case.wordings import Language, in_language
from gouden_poort.rules.judge import Judge
from gouden_poort.rules.language.words import Facts, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A verdict with its words."""

    verdict: Verdict
    wording: Wording
    """The whole rule."""
    unsure: Wording | None
    """What is not certain about the rule."""
    not_expressed: tuple[Wording, ...]
    """What the rule asks besides, and no test can say."""
    nl: tuple[Reason, ...]
    en: tuple[Reason, ...]


def explained(judge: Judge, verdict: Verdict, facts: Facts) -> Explained:
    """The words of a verdict in a case."""
    names, rule = names_of(judge.snapshot), verdict.rule

    def fill(wording: Wording) -> Wording:
        def text(language: Language) -> str:
            said = in_language(wording, language)
            return filled(said, facts, verdict.day, judge.book.words, language, names=names)

        return Wording(nl=text("nl"), en=text("en"))

    return Explained(
        verdict=verdict,
        wording=fill(rule.wording),
        unsure=None if rule.unsure is None else fill(rule.unsure),
        not_expressed=tuple(fill(one) for one in rule.not_expressed),
        nl=reasons(verdict, "nl", names=names),
        en=reasons(verdict, "en", names=names),
    )


@lru_cache(maxsize=4)
def names_of(snapshot: Snapshot) -> Mapping[str, str]:
    """What the ids of a catalogue that rules may name are called."""
    columns = snapshot.columns
    return {
        one_id: label
        for table in (columns.skills, columns.credentials, columns.occupations)
        for one_id, label in zip(table.id, table.label, strict=True)
    }
