"""Turning needs and gains of a route into sentences a person can check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gouden_poort.routing.explanation import FactKind, Gain, Need, StepExplanation
from gouden_poort.web.language import _
from gouden_poort.web.routes.notes import Note
from gouden_poort.web.wording import CEFR_LEVELS, NLQF_LEVELS, SKILL_LEVELS, comma_list, say
from gouden_poort.web.words.citing import Cited
from gouden_poort.web.words.names import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One sentence; `gained` tells what a step gives from what it asks, `unsure` what nobody checked yet."""

    words: str
    gained: bool = False
    unsure: bool = False
    cited: Cited | None = None
    """Where it is written, when a law asks it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One skill of the work: what someone has and what is needed, 0 to 5."""

    label: str
    have: int
    needed: int
    words: str
    description: str

    @property
    def row(self) -> tuple[str, int, int]:
        """The same as a row of a table: the skill, what someone has, what is needed."""
        return self.label, self.have, self.needed


def step_reasons(step: StepExplanation, names: Names, laws: Iterable[Note] = ()) -> tuple[Reason, ...]:
    """Why this step: first what it and the laws ask, then what it gives that is used later."""
    asked = (*(need_reason(need, names) for need in step.entry), *law_reasons(laws))
    return (asked or (Reason(words=say("need.none")),)) + gain_reasons(step.gains, names)


def law_reasons(laws: Iterable[Note]) -> tuple[Reason, ...]:
    """What someone meets by law, each sentence once."""
    told = {note.words: note for note in reversed(tuple(laws))}
    return tuple(Reason(words=note.words, cited=note.cited) for note in reversed(told.values()))


def need_reason(need: Need, names: Names) -> Reason:
    """What is needed, what the person has and where the rest is learnt."""
    return Reason(
        words=say(
            f"need.{need.kind.value}.{_standing(need)}",
            what=_what(need.kind, need.ref_id, names),
            needed=_amount(need.kind, need.needed),
            yours=_amount(need.kind, need.yours),
            met_by=names.offering(need.met_by) if need.met_by else "",
        )
    )


def gain_reasons(gains: Iterable[Gain], names: Names) -> tuple[Reason, ...]:
    """One sentence for each thing gained, however many later steps use it."""
    users: dict[tuple[FactKind, str, int], list[str]] = {}
    for gain in gains:
        used_by = users.setdefault((gain.kind, gain.ref_id, gain.after), [])
        if (name := names.user(gain.used_by)) not in used_by:
            used_by.append(name)
    return tuple(
        Reason(
            words=say(
                f"gain.{kind.value}",
                what=_what(kind, ref, names),
                after=_amount(kind, after),
                used_by=comma_list(used_by),
            ),
            gained=True,
        )
        for (kind, ref, after), used_by in users.items()
    )


def gaps(needs: Iterable[Need], names: Names) -> tuple[Gap, ...]:
    """The skills among the needs, as five boxes each."""
    return tuple(
        Gap(
            label=names.skill(need.ref_id),
            have=need.yours,
            needed=need.needed,
            words=_gap_words(need, names),
            description=say("gap.desc", have=need.yours, needed=need.needed),
        )
        for need in needs
        if need.kind is FactKind.SKILL
    )


def _gap_words(need: Need, names: Names) -> str:
    if need.yours >= need.needed:
        return say("gap.held", yours=_(SKILL_LEVELS[need.yours]))
    if need.met_by is None:
        return say("gap.open", needed=_(SKILL_LEVELS[need.needed]))
    return say("gap.learnt", needed=_(SKILL_LEVELS[need.needed]), met_by=names.offering(need.met_by))


def _standing(need: Need) -> str:
    """How a need is met: held already, learnt further, new, or still open."""
    held = need.yours <= need.needed if need.kind is FactKind.MAX_AGE else need.yours >= need.needed
    if held:
        return "held"
    if need.met_by is None:
        return "open"
    return "learnt" if need.yours else "new"


def _what(kind: FactKind, ref_id: str, names: Names) -> str:
    if kind is FactKind.SKILL:
        return names.skill(ref_id)
    if kind is FactKind.CREDENTIAL:
        return names.credential(ref_id)
    return names.groups(ref_id) if kind is FactKind.TARGET_GROUP else ""


def _amount(kind: FactKind, amount: int) -> str:
    if kind is FactKind.SKILL:
        return _(SKILL_LEVELS[amount])
    if kind is FactKind.CEFR:
        return _(CEFR_LEVELS[amount])
    return _(NLQF_LEVELS[amount]) if kind is FactKind.NLQF else str(amount)
