"""Eligibility as text for a person at a terminal: the state first, then each rule, then what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap

from gouden_poort.rules.book.rule import RuleKind, Source
from gouden_poort.rules.case.changing import Change
from gouden_poort.rules.case.placeholders import NAMES, measured, said
from gouden_poort.rules.case.reasons import Reason, by_ways_out
from gouden_poort.rules.case.verdict import Outcome
from gouden_poort.rules.case.wordings import ASK, CHECK, Language, day_in_words, in_language
from gouden_poort.rules.language.words import Fact, Value, Wording
from gouden_poort.services.eligibility import Answer, Eligibility, State
from gouden_poort.services.explained import Explained
from gouden_poort.services.scheme_help import Help

WIDTH = 110
STATES = {
    State.OPEN: Wording(nl="OPEN", en="OPEN"),
    State.CLOSED: Wording(nl="DICHT", en="CLOSED"),
    State.UNKNOWN: Wording(nl="NOG NIET BEKEND", en="NOT KNOWN YET"),
}
HELPS = {
    State.OPEN: Wording(nl="HELPT", en="HELPS"),
    State.CLOSED: Wording(nl="HELPT NIET", en="DOES NOT HELP"),
    State.UNKNOWN: STATES[State.UNKNOWN],
}
KINDS = {
    RuleKind.ADMISSION: Wording(nl="toegang", en="admission"),
    RuleKind.OBLIGATION: Wording(nl="te regelen", en="to arrange"),
    RuleKind.SCHEME: Wording(nl="hulp", en="help"),
    RuleKind.WARNING: Wording(nl="let op", en="mind"),
    RuleKind.INFO: Wording(nl="goed om te weten", en="good to know"),
    RuleKind.ADVICE: Wording(nl="tip", en="tip"),
    RuleKind.RANKING: Wording(nl="volgorde", en="order"),
}
DONE = Wording(nl="Dit is al in orde.", en="This is done already.")
PERHAPS = Wording(nl="Misschien nodig: {text}", en="Perhaps needed: {text}")
ONE_IS_ENOUGH = Wording(nl="Eén hiervan is genoeg:", en="One of these is enough:")
MARKS = {Outcome.YES: "✓", Outcome.NO: "✗", Outcome.UNKNOWN: "?"}
URGENCY = (Outcome.NO, Outcome.UNKNOWN, Outcome.YES)
"""What stands in the way comes first."""
ON = Wording(nl="Op {day}", en="On {day}")
FOR = Wording(nl="voor {what}", en="for {what}")
YOURS = Wording(nl="{text} (Nu: {yours}.)", en="{text} (Now: {yours}.)")
SOURCE = Wording(nl="Bron: {source}, gelezen op {day}.", en="Source: {source}, read on {day}.")
ARTICLE = Wording(nl="artikel {article}", en="article {article}")
TO_ASK = Wording(nl="Nog te vragen: {fact}", en="Still to ask: {fact}")
QUESTION = Wording(nl=" (vraag `{question}`)", en=" (question `{question}`)")
CHANGE = Wording(
    nl="Dit opent de deur: {fact}, van {before} naar {after}.",
    en="This opens the door: {fact}, from {before} to {after}.",
)
CHANGE_MORE = Wording(
    nl="Dit opent de deur: {fact}. Nog nodig: {more}.",
    en="This opens the door: {fact}. Still needed: {more}.",
)
NOTHING_HELPS = Wording(
    nl="We weten niets dat iemand nu kan veranderen om deze deur te openen.",
    en="We know of nothing that someone could change now to open this door.",
)
OPENS_ON = Wording(
    nl="Op {day} gaat deze deur vanzelf open, als verder alles zo blijft.",
    en="On {day} this door opens by itself, if all else stays as it is.",
)
NOT_SURE = Wording(nl="Dan blijft er nog een vraag over.", en="A question is still open then.")
AMOUNT = Wording(nl="Bedrag: {amount}", en="Amount: {amount}")
REFUSED = Wording(nl="Gaat niet samen met {by}.", en="Does not go together with {by}.")
BY_CATALOGUE = Wording(nl="De catalogus geeft dit hier niet.", en="The catalogue does not give this here.")
RECEIPT = Wording(
    nl="Bewijs: regels {rules}, catalogus {catalogue}, dag {day}",
    en="Receipt: rules {rules}, catalogue {catalogue}, day {day}",
)


def report(found: Eligibility, language: Language, names: Mapping[str, str] = NAMES) -> Iterator[str]:
    """The lines of a whole answer; the receipt comes last. `names` says what ids of the catalogue are called."""
    receipt = found.receipt
    yield in_language(ON, language).format(day=day_in_words(receipt.day, language))
    for answer in found.answers:
        yield ""
        yield from _of_answer(answer, language)
        yield from _what_opens(answer, language, names)
        if answer.help:
            yield from _of_help(answer.help, language)
    yield ""
    yield in_language(RECEIPT, language).format(rules=receipt.rules, catalogue=receipt.catalogue, day=receipt.day)


def _of_answer(answer: Answer, language: Language) -> Iterator[str]:
    states = HELPS if answer.help else STATES
    named = answer.label if answer.label == answer.id else f"{answer.label} ({answer.id})"
    aims = [one for one in (answer.offering_id, answer.position_id) if one]
    aim = f" {in_language(FOR, language).format(what=', '.join(aims))}" if aims else ""
    yield f"{in_language(states[answer.state], language)}: {named}{aim}"
    for explained in sorted(answer.explained, key=_urgency):
        yield from _of_rule(explained, language)
    for fact in answer.missing:
        yield f"  > {_to_ask(fact, language)}"


def _urgency(explained: Explained) -> tuple[bool, int]:
    outcome, kind = explained.verdict.outcome, explained.verdict.rule.kind
    return kind is not RuleKind.ADMISSION, URGENCY.index(outcome) if outcome in URGENCY else len(URGENCY)


def _of_rule(explained: Explained, language: Language) -> Iterator[str]:
    rule, outcome = explained.verdict.rule, explained.verdict.outcome
    head = f"{MARKS.get(outcome, '-')} {_said(explained, language)}"
    yield from _wrapped(f"{head} [{in_language(KINDS[rule.kind], language)}, {rule.id}]", "  ", "    ")
    told = explained.nl if language == "nl" else explained.en
    for ways in by_ways_out(explained.verdict, told):
        if len(ways) > 1:
            yield f"    {in_language(ONE_IS_ENOUGH, language)}"
        for way in ways:
            yield from _wrapped(" ".join(_because(reason, language) for reason in way), "    - ", "      ")
    for careful in _careful(explained, language):
        yield from _wrapped(careful, "    ! ", "      ")
    yield from _wrapped(_source(rule.source, language), "    ", "    ")


def _said(explained: Explained, language: Language) -> str:
    """The rule; of something to arrange it tells to do it, which is out of place once it is done or not sure."""
    text = in_language(explained.wording, language)
    if explained.verdict.rule.kind is not RuleKind.OBLIGATION or explained.verdict.outcome is Outcome.NO:
        return text
    wording = DONE if explained.verdict.outcome is Outcome.YES else PERHAPS
    return in_language(wording, language).format(text=text)


def _careful(explained: Explained, language: Language) -> Iterator[str]:
    """What to check and what to ask, as long as it can still matter."""
    kind, outcome = explained.verdict.rule.kind, explained.verdict.outcome
    if (kind, outcome) in ((RuleKind.OBLIGATION, Outcome.YES), (RuleKind.SCHEME, Outcome.NO)):
        return
    if explained.unsure:
        yield in_language(CHECK, language).format(text=in_language(explained.unsure, language))
    for one in explained.not_expressed:
        yield in_language(ASK, language).format(text=in_language(one, language))


def _because(reason: Reason, language: Language) -> str:
    if not reason.yours or reason.answer is None:
        return reason.text
    return in_language(YOURS, language).format(text=reason.text, yours=reason.yours)


def _source(source: Source, language: Language) -> str:
    article = in_language(ARTICLE, language).format(article=source.article) if source.article else ""
    named = ", ".join(part for part in (source.title, article, source.url) if part)
    return in_language(SOURCE, language).format(source=named, day=day_in_words(source.read_on, language))


def _to_ask(fact: Fact, language: Language) -> str:
    question = in_language(QUESTION, language).format(question=fact.question) if fact.question else ""
    return in_language(TO_ASK, language).format(fact=in_language(fact.wording, language)) + question


def _what_opens(answer: Answer, language: Language, names: Mapping[str, str]) -> Iterator[str]:
    if answer.help or answer.state is not State.CLOSED:
        return
    if answer.opens_on is not None:
        yield f"  = {in_language(OPENS_ON, language).format(day=day_in_words(answer.opens_on, language))}"
    if answer.changes is None:
        if answer.opens_on is None:
            yield f"  = {in_language(NOTHING_HELPS, language)}"
        return
    for change in answer.changes.changes:
        yield from _wrapped(_said_change(change, language, names), "  = ", "    ")
    if not answer.changes.sure:
        yield f"    {in_language(NOT_SURE, language)}"


def _said_change(change: Change, language: Language, names: Mapping[str, str]) -> str:
    """From what to what; of papers and skills only what is new or higher, as the rest stays."""
    fact, before, after = change.fact, change.before, change.after
    more: Value | None = None
    if isinstance(after, Mapping):
        had = before if isinstance(before, Mapping) else {}
        more = {one: level for one, level in after.items() if had.get(one) != level}
    elif isinstance(after, frozenset):
        more = after - before if isinstance(before, frozenset) else after
    return in_language(CHANGE if more is None else CHANGE_MORE, language).format(
        fact=in_language(fact.wording, language),
        before=said(fact, before, language, names),
        after=said(fact, after, language, names),
        more=said(fact, more, language, names),
    )


def _of_help(help_: Help, language: Language) -> Iterator[str]:
    if help_.amount_cents:
        amount = measured((help_.amount_cents, 2), "euro", language)
        yield f"  = {in_language(AMOUNT, language).format(amount=amount)}"
    if help_.by_catalogue is False:
        yield f"  = {in_language(BY_CATALOGUE, language)}"
    if help_.grant and help_.grant.refused and help_.grant.by:
        yield f"  = {in_language(REFUSED, language).format(by=help_.grant.by)}"


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
