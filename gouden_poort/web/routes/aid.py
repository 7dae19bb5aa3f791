"""Public help on a route, told apart by what it does for someone: pay less, keep a benefit, borrow, or be helped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.routing.explanation import RouteExplanation
from gouden_poort.rules.book.rule import Effect, RuleKind
from gouden_poort.rules.case.missing import facts_missing
from gouden_poort.rules.case.verdict import Outcome, Verdict
from gouden_poort.rules.language.words import Subject, Wording
from gouden_poort.web.language import _, later
from gouden_poort.web.language.beside import in_dutch
from gouden_poort.web.routes.notes import Note, Teller
from gouden_poort.web.wording import say
from gouden_poort.web.words.rule_words import law_text

TITLES: Mapping[Effect, str] = MappingProxyType(
    {
        Effect.OWN_COST: later("Jij betaalt minder"),
        Effect.KEEPS_BENEFIT: later("Je uitkering loopt door"),
        Effect.IN_KIND: later("Hulp en advies"),
        Effect.LOAN: later("Lenen (dit betaal je terug)"),
        Effect.PAYS_EMPLOYER: later("Geld voor het bedrijf"),
    }
)
"""What each kind of help is called, in the order in which it matters to someone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AidGroup:
    """Schemes that do the same for someone."""

    title: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aid:
    """All help on a route."""

    sure: tuple[AidGroup, ...]
    possible: tuple[AidGroup, ...]
    """What depends on something nobody asked yet."""
    count: int
    """How many schemes are possible."""
    company: bool
    """Whether the company may get money, depending on facts about the company alone."""


def route_aid(snapshot: Snapshot, why: RouteExplanation) -> Aid:
    """The schemes of a route, each once; what is sure at one part is sure."""
    verdicts = [*why.person_verdicts, *(one for step in why.steps for one in step.verdicts), *why.placement_verdicts]
    schemes = [verdict for verdict in verdicts if verdict.rule.kind is RuleKind.SCHEME]
    sure = {verdict.rule.id: verdict for verdict in schemes if verdict.outcome is Outcome.YES}
    rest = {verdict.rule.id: verdict for verdict in schemes if verdict.rule.id not in sure}
    possible = [verdict for verdict in rest.values() if _hangs_on_the_person(verdict)]
    teller = Teller(snapshot)
    return Aid(
        sure=tuple(_grouped(sure.values(), teller)),
        possible=tuple(_grouped(possible, teller)),
        count=len(possible),
        company=len(rest) > len(possible),
    )


def _hangs_on_the_person(verdict: Verdict) -> bool:
    """Someone can find out by themselves; facts about a company come with the company."""
    return any(fact.subject is Subject.PERSON for fact in facts_missing([verdict]))


def _grouped(verdicts: Iterable[Verdict], teller: Teller) -> Iterator[AidGroup]:
    told = list(verdicts)
    for effect, title in TITLES.items():
        notes = tuple(_note(verdict, teller) for verdict in told if _effect(verdict) is effect)
        if notes:
            yield AidGroup(title=_(title), notes=notes)


def _effect(verdict: Verdict) -> Effect | None:
    return verdict.rule.scheme.effect if verdict.rule.scheme else None


def _note(verdict: Verdict, teller: Teller) -> Note:
    """A scheme in its own words, and when one can ask for it."""
    note = teller.note(verdict)
    terms = verdict.rule.scheme
    window = terms.window if terms else None
    if window is None:
        return note
    words = _when(note.words, window)
    return replace(note, words=words, dutch=in_dutch(lambda: _when(note.dutch, window), words))


def _when(words: str, window: Wording) -> str:
    return say("aid.window", words=words, window=law_text(window))
