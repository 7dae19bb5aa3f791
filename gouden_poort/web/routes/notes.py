"""What the rules say about each part of a route, sorted by what someone has to do with it.

A law that says the same at every step is told once. What nobody needs to act on goes to the back, and all that hangs
on the kind of residence permit becomes one remark, however many rules ask about it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from types import MappingProxyType

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.routing.explanation import RouteExplanation
from gouden_poort.routing.outlook import questions_of
from gouden_poort.rules.book.rule import RuleKind
from gouden_poort.rules.case.missing import facts_missing
from gouden_poort.rules.case.placeholders import filled
from gouden_poort.rules.case.reasons import reasons
from gouden_poort.rules.case.verdict import Outcome, Trace, Verdict
from gouden_poort.rules.case.wordings import in_language
from gouden_poort.rules.choosing import rulebook_of
from gouden_poort.rules.language.words import Fact, Facts, Subject
from gouden_poort.web.language import Language, _, spoken
from gouden_poort.web.language.beside import in_dutch
from gouden_poort.web.wording import say
from gouden_poort.web.words.answering import question_url
from gouden_poort.web.words.citing import Cited, cited
from gouden_poort.web.words.rule_words import as_law, dutch_name, law_language, law_text

RESIDENCE = frozenset(
    f"person.{name}"
    for name in ("permit", "asylum_months", "asylum_chance", "work_note_free", "ukraine_proof", "work_permit")
)
"""What only matters for who needs a permit to work; beside the kind of permit, nobody is asked about it here."""
WORK_QUESTION = "right_to_work"
SAID = (RuleKind.INFO, RuleKind.ADVICE)
MUST = (RuleKind.ADMISSION, RuleKind.OBLIGATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What one rule says to this person."""

    rule_id: str
    words: str
    dutch: str = ""
    """The same in Dutch, which on a Dutch page they are already."""
    unsure: bool = False
    """Whether the rule itself has to be checked."""
    doubts: tuple[str, ...] = ()
    """`Controleer dit: ...` and `Vraag na: ...`, in whole sentences."""
    perhaps_done: bool = False
    """Nobody knows whether someone arranged this already."""
    cited: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What the rules say about one part of a route."""

    first: tuple[Note, ...] = ()
    """To be arranged before this part begins."""
    ask: tuple[Note, ...] = ()
    """What only somebody else can tell."""
    careful: tuple[Note, ...] = ()
    passed: tuple[Note, ...] = ()
    """What someone meets."""

    @property
    def shown(self) -> tuple[Note, ...]:
        """All that someone must see."""
        return (*self.first, *self.ask, *self.careful)

    def __add__(self, other: Notes) -> Notes:
        return Notes(
            first=self.first + other.first,
            ask=self.ask + other.ask,
            careful=self.careful + other.careful,
            passed=self.passed + other.passed,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question of the assessment on which something hangs."""

    text: str
    url: str
    question_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteNotes:
    """What the rules say about a whole route."""

    questions: tuple[OpenQuestion, ...]
    you: Notes
    steps: tuple[Notes, ...]
    work: Notes
    residence: tuple[Note, ...]
    """Rules that hang on the kind of permit."""
    know: tuple[Note, ...]
    """Good to know; nothing has to be done."""

    @property
    def question(self) -> OpenQuestion | None:
        """The one that settles most; None when nothing hangs on an answer."""
        return next(iter(self.questions), None)


def route_notes(snapshot: Snapshot, why: RouteExplanation) -> RouteNotes:
    """Everything the rules say about a route, each rule once: at the first part to which it applies."""
    teller = Teller(snapshot)
    steps = tuple(teller.notes(step.verdicts) for step in why.steps)
    work, you = teller.notes(why.placement_verdicts), teller.notes(why.person_verdicts)
    return RouteNotes(
        questions=tuple(dict.fromkeys(open_question(fact) for fact in questions_of(why))),
        you=you,
        steps=steps,
        work=work,
        residence=tuple(teller.residence),
        know=tuple(teller.know),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tasks:
    """What stands in the notes of a route, counted: enough for a card, and nothing of it put into words."""

    question: OpenQuestion | None
    """The one that settles most; None when nothing hangs on an answer."""
    first: int
    """How much must be arranged before something begins."""
    ask: int
    """How much only somebody else can tell; all that hangs on a permit counts for one."""


def route_tasks(why: RouteExplanation) -> Tasks:
    """What there is to do, to ask and to answer on a route, as `route_notes` tells it."""
    sorting = _Sorting()
    parts = (*(step.verdicts for step in why.steps), why.placement_verdicts, why.person_verdicts)
    found = Counter(where for part in parts for where, _verdict in sorting.sorted_out(part))
    question = next((open_question(fact) for fact in questions_of(why)), None)
    permit = found[_Where.RESIDENCE] > 0 and question is None
    return Tasks(question=question, first=found[_Where.FIRST], ask=found[_Where.ASK] + permit)


def open_question(fact: Fact) -> OpenQuestion:
    """The question that asks for a fact, with where to answer it."""
    return OpenQuestion(text=_(BY_ID[fact.question].text), url=question_url(fact.question), question_id=fact.question)


class _Where(Enum):
    FIRST = auto()
    ASK = auto()
    CAREFUL = auto()
    PASSED = auto()
    KNOW = auto()
    RESIDENCE = auto()


class _Sorting:
    """Puts verdicts where they are told, and remembers which rules were told already."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def sorted_out(self, verdicts: Iterable[Verdict]) -> Iterator[tuple[_Where, Verdict]]:
        """What to tell of one part. What someone meets is told at each part, anything else once."""
        for verdict in verdicts:
            where, rule_id = _where(verdict), verdict.rule.id
            if where is None or (where is not _Where.PASSED and rule_id in self._told):
                continue
            if where is not _Where.PASSED:
                self._told.add(rule_id)
            yield where, verdict


class Teller:
    """Puts verdicts into notes, and remembers what it told."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._words = rulebook_of(snapshot).words
        self._sorting = _Sorting()
        self.residence: list[Note] = []
        self.know: list[Note] = []

    def notes(self, verdicts: Iterable[Verdict]) -> Notes:
        """The notes of one part; advice and what hangs on a permit are kept aside."""
        sorted_out: dict[_Where, list[Note]] = {where: [] for where in _Where}
        sorted_out |= {_Where.KNOW: self.know, _Where.RESIDENCE: self.residence}
        for where, verdict in self._sorting.sorted_out(verdicts):
            sorted_out[where].append(self.met(verdict) if where is _Where.PASSED else self.note(verdict))
        return Notes(
            first=tuple(sorted_out[_Where.FIRST]),
            ask=tuple(sorted_out[_Where.ASK]),
            careful=tuple(sorted_out[_Where.CAREFUL]),
            passed=tuple(sorted_out[_Where.PASSED]),
        )

    def note(self, verdict: Verdict) -> Note:
        """A rule in its own words."""
        rule = verdict.rule
        return Note(
            rule_id=rule.id,
            words=(words := self.said(verdict)),
            dutch=in_dutch(lambda: self.said(verdict), words),
            unsure=rule.unsure is not None,
            doubts=doubts_of(verdict),
            perhaps_done=rule.kind is RuleKind.OBLIGATION and verdict.outcome is Outcome.UNKNOWN,
            cited=cited(rule),
        )

    def met(self, verdict: Verdict) -> Note:
        """What someone meets, by the first condition that decides; two of an `any` would say it twice."""
        reason = next(iter(reasons(verdict, law_language(), names=catalogue_names(self._snapshot))))
        doubts = tuple(say("law.ask", text=law_text(text)) for text in verdict.rule.not_expressed)
        return Note(rule_id=verdict.rule.id, words=as_law(reason.text), doubts=doubts, cited=cited(verdict.rule))

    def said(self, verdict: Verdict) -> str:
        """The text of a rule with the values of this case."""
        language, wording, facts = law_language(), verdict.rule.wording, facts_of(verdict)
        names = catalogue_names(self._snapshot)
        text = in_language(wording, language)
        return as_law(filled(text, facts, verdict.day, self._words, language, names=names, dutch=wording.nl))


def _where(verdict: Verdict) -> _Where | None:  # noqa: PLR0911 - one answer for each way a rule can stand
    """Where a verdict is told; None when it is told elsewhere: schemes as help, open questions as questions."""
    kind = verdict.rule.kind
    if kind in SAID:
        return _Where.KNOW
    if kind is RuleKind.WARNING:
        return _Where.CAREFUL
    if kind not in MUST:
        return None
    if verdict.outcome is Outcome.YES:
        return _Where.PASSED
    missing = facts_missing([verdict])
    if any(fact.name in RESIDENCE for fact in missing):
        return _Where.RESIDENCE
    if kind is RuleKind.OBLIGATION and all(fact.subject is Subject.PERSON for fact in missing):
        return _Where.FIRST
    return None if any(fact.question for fact in missing) else _Where.ASK


def doubts_of(verdict: Verdict) -> tuple[str, ...]:
    """What is not certain about a rule, and what it asks that nobody can judge here."""
    rule = verdict.rule
    unsure = (say("law.check", text=law_text(rule.unsure)),) if rule.unsure else ()
    return (*unsure, *(say("law.ask", text=law_text(text)) for text in rule.not_expressed))


def facts_of(verdict: Verdict) -> Facts:
    """All that was read to judge a rule."""
    return {read.fact.name: read.value for trace in verdict.traces for leaf in _leaves(trace) for read in leaf.reads}


def _leaves(trace: Trace) -> Iterator[Trace]:
    yield trace
    for child in trace.children:
        yield from _leaves(child)


def catalogue_names(snapshot: Snapshot) -> Mapping[str, str]:
    """What skills and papers of a catalogue are called where a rule names them, by id."""
    return _names_in(snapshot, spoken())


@lru_cache(maxsize=8)
def _names_in(snapshot: Snapshot, language: Language) -> Mapping[str, str]:
    skills, papers = snapshot.columns.skills, snapshot.columns.credentials
    dutch = {
        str(key): dutch_name(str(label))
        for block in (skills, papers)
        for key, label in zip(block.id, block.label, strict=True)
    }
    own = zip(skills.id, skills.extra.get(f"label_{language.code}", ()), strict=False)
    return MappingProxyType(dutch | {str(key): str(label) for key, label in own if label})
