"""What someone tells in their own words, on the page: what was read in it, each thing to be confirmed by hand."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from gouden_poort.catalogue.clauses import LONGEST_STORY
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.bsn import MASK
from gouden_poort.profiles.question import OCCUPATION_YEARS, Answer, Choice
from gouden_poort.services.skills import skills_in_story
from gouden_poort.web.forms.answers import AND, Form
from gouden_poort.web.language import _, ngettext, nl
from gouden_poort.web.wording import say
from gouden_poort.web.words.names import Names

STORY, READ, WORK = "story", "read", "work"
"""Fields of the form: the text, how much of it was read already, and work that was ticked."""
TELL = "tell"
"""The button that has the text read."""
_MOST_WRITTEN, _LESS = 2_400, 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One thing with the value it has in the form; empty when it was not chosen."""

    id: str
    label: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPicks:
    """Skills that were read in the same words."""

    fragment: str
    picks: tuple[Pick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story and what was read in it."""

    text: str
    groups: tuple[ToldPicks, ...]
    work: tuple[Choice, ...]
    background: str
    """Work outside technology that was named first; empty where none was."""
    too_long: bool
    taken_out: str
    """What is said about a BSN that stood in it; empty when there was none."""

    @property
    def nothing_found(self) -> bool:
        """A story in which nothing new was recognised."""
        return not (self.groups or self.work or self.background)


def told(snapshot: Snapshot, form: Form, answers: Mapping[str, Answer], known: Container[str]) -> Told | None:
    """What the story in a form tells, apart from what is known already; None without a story."""
    text = form.get(STORY, "").strip()
    if not text:
        return None
    found = skills_in_story(snapshot, text)
    labels, ids = snapshot.columns.skills.label, snapshot.columns.skills.id
    groups = (
        ToldPicks(
            fragment=each.fragment,
            picks=tuple(
                Pick(id=key, label=nl(str(labels[ids.row(key)]))) for key in each.skill_ids if key not in known
            ),
        )
        for each in found.skills
    )
    former, names = answers.get("former_work"), Names(snapshot)
    work = tuple(
        Choice(
            value=f"{each.occupation_id}{AND}{each.years}",
            label=ngettext(
                "%(work)s, %(num)s jaar", "%(work)s, %(num)s jaar", each.years, work=nl(names.work(each.occupation_id))
            ),
            help=_("Je schreef: “%(words)s”", words=each.fragment),
        )
        for each in found.work
        if not isinstance(former, Mapping) or each.occupation_id not in former
    )
    return Told(
        text=text[:LONGEST_STORY],
        groups=tuple(group for group in groups if group.picks),
        work=work,
        background=next(iter(found.background_ids), ""),
        too_long=len(text) > LONGEST_STORY,
        taken_out=say("typed.bsn") if MASK in text else "",
    )


def is_unread(form: Form) -> bool:
    """Whether a form holds a story that nobody had read yet: going on would lose it."""
    text = form.get(STORY, "").strip()
    return bool(text) and form.get(READ, "") != str(min(len(text), LONGEST_STORY))


def fitting(text: str) -> str:
    """As much of a text as a cookie takes, however it is written; what is longer than a story shows that it was."""
    text = text[: LONGEST_STORY + 1]
    while len(json.dumps(text)) > _MOST_WRITTEN:
        text = text[:-_LESS]
    return text


def without_story(form: Form) -> Form:
    """A form to be kept for a while, without the story."""
    return MultiDict((name, value) for name, value in form.items(multi=True) if name != STORY)


def ticked_work(snapshot: Snapshot, form: Form) -> dict[str, int]:
    """Years by occupation, of the work that was ticked; what no page offers is passed over."""
    return dict(_ticked(snapshot, form))


def _ticked(snapshot: Snapshot, form: Form) -> Iterator[tuple[str, int]]:
    for value in form.getlist(WORK):
        occupation_id, _bar, years = value.partition(AND)
        if occupation_id in snapshot.columns.occupations.id and years.isascii() and years.isdigit() and len(years) < 3:
            yield occupation_id, min(int(years), OCCUPATION_YEARS.highest)
