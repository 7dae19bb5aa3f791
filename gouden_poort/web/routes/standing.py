"""Work for which there is no route now: what is in the way, what opens the door, and what is possible instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.abilities import abilities_of
from gouden_poort.routing.obstacles import Obstacle, ObstacleKind
from gouden_poort.routing.outlook import Outlook, RouteState
from gouden_poort.routing.route import Route
from gouden_poort.rules.case.judging import deciding_leaves
from gouden_poort.rules.case.reasons import Reason, by_ways_out, reasons
from gouden_poort.rules.case.verdict import Verdict
from gouden_poort.web.filters import counted_hours, euros, minutes
from gouden_poort.web.language import _, ngettext, nl
from gouden_poort.web.routes.first_step import employer
from gouden_poort.web.routes.notes import WORK_QUESTION, Note, OpenQuestion, Teller, catalogue_names, open_question
from gouden_poort.web.wording import CEFR_LEVELS, NLQF_LEVELS, and_list, comma_list, say
from gouden_poort.web.words.answering import question_url
from gouden_poort.web.words.badges import Badge, badge_of, may_not_work
from gouden_poort.web.words.changes import ChangeLine, after_words, change_lines
from gouden_poort.web.words.names import Names, described, label, sector_of
from gouden_poort.web.words.rule_words import as_law, law_language

MOST_NAMED = 3
"""So many things are named in one sentence; more would be a list that nobody reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawInTheWay:
    """A rule that closes a door for this person, with what would do."""

    note: Note
    needs: tuple[tuple[str, ...], ...]
    """What is needed and what someone has, a sentence or two each; of those that stand together one is enough."""
    question: OpenQuestion | None
    """Where to look again at the answer on which it hangs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """One thing in the way."""

    words: str
    laws: tuple[LawInTheWay, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How work without a route stands."""

    occupation: str
    sector: str
    description: str
    badge: Badge
    state: str
    blockers: tuple[Blocker, ...]
    changes: tuple[ChangeLine, ...]
    then: str
    """What there is once the changes are made; empty when none is known to help."""
    full: tuple[str, ...]
    """Which places are taken, when that is all that is in the way."""
    instead: str
    """What is possible when nothing that we know of opens the door."""
    question_url: str
    """The answer to look at again, for who may not work yet; else empty."""


def standing(snapshot: Snapshot, profile: Profile, outlook: Outlook, assumed: frozenset[str]) -> Standing:
    """Put an outlook without a route into words."""
    occupations = snapshot.columns.occupations
    row = occupations.id.row(outlook.occupation_id)
    waiting = outlook.state is RouteState.WAITING
    barred = may_not_work(profile)
    return Standing(
        occupation=label(occupations, row),
        sector=sector_of(snapshot, row),
        description=described(occupations, row, "description"),
        badge=badge_of(outlook),
        state=outlook.state.value,
        blockers=tuple(_Blockers(snapshot, profile, outlook.occupation_id).all(outlook.obstacles)),
        changes=change_lines(outlook.changes, profile, assumed),
        then=after_words(snapshot, profile, outlook.changes, outlook.route)
        if outlook.changes and outlook.route
        else "",
        full=tuple(_full(snapshot, outlook.route)) if waiting and outlook.route else (),
        instead=say("instead.not_allowed" if barred else _instead(outlook)),
        question_url=question_url(WORK_QUESTION) if barred else "",
    )


def _instead(outlook: Outlook) -> str:
    by_law = any(obstacle.verdicts for obstacle in outlook.obstacles)
    return "instead.law" if by_law else "instead.tried"


class _Blockers:
    """Tells obstacles: what is alike in one sentence, each law once."""

    def __init__(self, snapshot: Snapshot, profile: Profile, occupation_id: str) -> None:
        self._snapshot = snapshot
        self._profile = profile
        self._names = Names(snapshot)
        self._work = self._names.work(occupation_id)
        self._ids = catalogue_names(snapshot)
        self._teller = Teller(snapshot)
        self._told: set[str] = set()

    def all(self, obstacles: Sequence[Obstacle]) -> Iterator[Blocker]:
        """One for each kind of obstacle; closed doors each by themselves."""
        for kind in ObstacleKind:
            alike = [obstacle for obstacle in obstacles if obstacle.kind is kind]
            if kind in (ObstacleKind.WORK_CLOSED, ObstacleKind.TRAINING_CLOSED):
                yield from self._closed(alike)
            elif alike:
                yield Blocker(words=self._sentence(kind, alike))

    def _closed(self, obstacles: Iterable[Obstacle]) -> Iterator[Blocker]:
        """A door closed by laws that were all told at another door needs no second telling."""
        for obstacle in obstacles:
            laws = tuple(self._law(verdict) for verdict in obstacle.verdicts if verdict.rule.id not in self._told)
            self._told |= {verdict.rule.id for verdict in obstacle.verdicts}
            if laws:
                key = f"obstacle.{obstacle.kind.value}"
                what = self._names.offering(obstacle.offering_id) if obstacle.offering_id else self._work
                yield Blocker(words=say(key, what=what), laws=laws)

    def _law(self, verdict: Verdict) -> LawInTheWay:
        told = reasons(verdict, law_language(), names=self._ids)
        asked = (read.fact for leaf in deciding_leaves(verdict) for read in leaf.reads if read.fact.question)
        return LawInTheWay(
            note=self._teller.note(verdict),
            needs=tuple(
                tuple(" ".join(_need(one) for one in way) for way in ways) for ways in by_ways_out(verdict, told)
            ),
            question=next((open_question(fact) for fact in asked), None),
        )

    def _sentence(self, kind: ObstacleKind, alike: Sequence[Obstacle]) -> str:
        key = f"obstacle.{kind.value}"
        limit = minutes(self._profile.max_travel_minutes)
        if kind is ObstacleKind.NOT_TAUGHT:
            return say(key, what=self._abilities(alike))
        if kind is ObstacleKind.TOO_LITTLE:
            hours = counted_hours(self._profile.hours_per_week)
            return say(key, hours=hours, euros=euros(self._profile.budget_eur))
        farthest = minutes(max(obstacle.minutes for obstacle in alike))
        if kind is ObstacleKind.TRAINING_TOO_FAR and len(alike) > 1:
            return ngettext(
                "Reistijd naar les: %(num)s opleiding is te ver. De verste is %(minutes)s reizen."
                " Jij wilt hoogstens %(limit)s reizen.",
                "Reistijd naar les: %(num)s opleidingen zijn te ver. De verste is %(minutes)s reizen."
                " Jij wilt hoogstens %(limit)s reizen.",
                len(alike),
                minutes=farthest,
                limit=limit,
            )
        what = self._names.offering(alike[0].offering_id) if alike[0].offering_id else self._work
        return say(key, what=what, minutes=farthest, limit=limit)

    def _abilities(self, obstacles: Iterable[Obstacle]) -> str:
        """What is not taught anywhere, by name; the first few of many."""
        names = list(dict.fromkeys(self._ability(*need) for obstacle in obstacles for need in obstacle.needs))
        if len(names) <= MOST_NAMED:
            return and_list(names)
        return ngettext(
            "%(names)s en nog %(num)s ding",
            "%(names)s en nog %(num)s dingen",
            len(names) - MOST_NAMED,
            names=comma_list(names[:MOST_NAMED]),
        )

    def _ability(self, ability: int, level: int) -> str:
        columns, abilities = self._snapshot.columns, abilities_of(self._snapshot)
        if ability < abilities.credentials_from:
            return label(columns.skills, ability)
        if ability < abilities.cefr:
            return nl(str(columns.credentials.label[ability - abilities.credentials_from]))
        if ability == abilities.cefr:
            return _("Nederlands %(level)s", level=_(CEFR_LEVELS[level]))
        return _(NLQF_LEVELS[level])


def _need(reason: Reason) -> str:
    """What would do, and what someone has instead."""
    text = as_law(reason.text)
    return say("obstacle.need", text=text, yours=as_law(reason.yours)) if reason.yours else text


def _full(snapshot: Snapshot, route: Route) -> Iterator[str]:
    """The courses and places of a route that are taken."""
    columns, names = snapshot.columns, Names(snapshot)
    for step in route.steps:
        row = columns.offerings.id.row(step.offering_id)
        if columns.offerings.capacity[row] < 1:
            provider = nl(str(columns.providers.label[int(columns.offerings.provider[row])]))
            yield say("full.course", what=names.offering(step.offering_id), provider=provider)
    position = columns.positions.id.row(route.placement.position_id)
    if columns.positions.capacity[position] < 1:
        yield say("full.place", company=employer(snapshot, route.placement.position_id))
