"""Picking things of the catalogue in a form: what was chosen, what a search found, what work someone did suggests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from gouden_poort.catalogue.columns import Ids, Texts
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.question import Answer, Choice, Kind, Question
from gouden_poort.profiles.questions import QUESTIONS
from gouden_poort.services.skills import search_occupations, search_skills, skills_of_occupation
from gouden_poort.web.forms.answers import AND, Form, named_fields
from gouden_poort.web.forms.backgrounds import BACKGROUND, Backgrounds, backgrounds
from gouden_poort.web.forms.story import Pick, Told, told
from gouden_poort.web.language import _, nl
from gouden_poort.web.wording import SKILL_LEVELS, say
from gouden_poort.web.words.names import Names, sector_name

LONGEST_QUERY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What probably goes with work someone did; `choices` are to be confirmed, one by one or all at once."""

    title: str
    choices: tuple[Choice, ...]

    @property
    def everything(self) -> str:
        """What the button that confirms all of it sends."""
        return AND.join(choice.value for choice in self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperGroup:
    """Papers under one heading; the group without a title is always in sight."""

    title: str
    choices: tuple[Choice, ...]

    def has_any(self, ids: Collection[str]) -> bool:
        """Whether one of these papers is here."""
        return any(choice.value in ids for choice in self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picker:
    """What the page of such a question offers."""

    query: str = ""
    chosen: tuple[Pick, ...] = ()
    found: tuple[Pick, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    papers: tuple[PaperGroup, ...] = ()
    sectors: tuple[Choice, ...] = ()
    told: Told | None = None
    """What was read in a story; None where nothing was told."""
    backgrounds: Backgrounds | None = None
    """Work outside technology to pick tasks of; None where that is not asked."""

    @property
    def nothing_found(self) -> bool:
        """A search that gave nothing new."""
        return bool(self.query) and not self.found


def picker(snapshot: Snapshot, question: Question, form: Form, answers: Mapping[str, Answer]) -> Picker:
    """What to offer for a question about things of the catalogue; an empty picker for every other question."""
    query = form.get("query", "").strip()[:LONGEST_QUERY]
    match question.kind:
        case Kind.SKILLS:
            return _skills(snapshot, question, form, answers, query)
        case Kind.OCCUPATIONS:
            return _occupations(snapshot, question, form, query)
        case Kind.CREDENTIALS:
            return Picker(papers=tuple(_papers(snapshot)))
        case Kind.SECTORS:
            return Picker(sectors=tuple(_sectors(snapshot)))
        case _:
            return Picker()


def _skills(snapshot: Snapshot, question: Question, form: Form, answers: Mapping[str, Answer], query: str) -> Picker:
    table = snapshot.columns.skills
    chosen = _chosen(question, form, table.id, table.label)
    known = {pick.id for pick in chosen} | _named_elsewhere(question, answers)
    if question.in_own_words:
        story = told(snapshot, form, answers, known)
        return Picker(
            chosen=chosen,
            suggestions=tuple(_suggestions(snapshot, answers, known)),
            told=story,
            backgrounds=backgrounds(snapshot, form.get(BACKGROUND) or (story.background if story else ""), known),
        )
    found = (Pick(id=hit.skill_id, label=nl(hit.label)) for hit in search_skills(snapshot, query)) if query else ()
    return Picker(
        query=query,
        chosen=chosen,
        found=tuple(pick for pick in found if pick.id not in known),
    )


def _named_elsewhere(question: Question, answers: Mapping[str, Answer]) -> set[str]:
    """Skills that someone told of at the other question about skills: they are asked once."""
    others = (answers.get(each.id) for each in QUESTIONS if each.kind is Kind.SKILLS and each.id != question.id)
    return {skill for skills in others if isinstance(skills, Mapping) for skill in skills}


def _occupations(snapshot: Snapshot, question: Question, form: Form, query: str) -> Picker:
    table = snapshot.columns.occupations
    chosen = _chosen(question, form, table.id, table.label)
    known = {pick.id for pick in chosen}
    found = (
        (Pick(id=hit.occupation_id, label=nl(hit.label)) for hit in search_occupations(snapshot, query))
        if query
        else ()
    )
    return Picker(query=query, chosen=chosen, found=tuple(pick for pick in found if pick.id not in known))


def _chosen(question: Question, form: Form, ids: Ids, labels: Texts) -> tuple[Pick, ...]:
    """Things with a value in the form, by name; what this catalogue does not have is left out."""
    named = ((key, value) for key, value in named_fields(question, form) if value and key in ids)
    picks = (Pick(id=key, label=nl(str(labels[ids.row(key)])), value=value) for key, value in named)
    return tuple(sorted(picks, key=lambda pick: pick.label.casefold()))


def _suggestions(snapshot: Snapshot, answers: Mapping[str, Answer], known: set[str]) -> Iterator[Suggestion]:
    """For each kind of work someone did, the skills that go with it and were not named yet; each skill once."""
    years, seen, names = answers.get("former_work"), set(known), Names(snapshot)
    if not isinstance(years, Mapping):
        return
    for occupation_id, many in years.items():
        if occupation_id not in snapshot.columns.occupations.id:
            continue
        skills = [s for s in skills_of_occupation(snapshot, occupation_id, many) if s.skill_id not in seen]
        seen |= {skill.skill_id for skill in skills}
        if skills:
            yield Suggestion(
                title=say("pick.suggested", occupation=nl(names.work(occupation_id))),
                choices=tuple(
                    Choice(value=f"{s.skill_id}:{s.level}", label=nl(s.label), help=_(SKILL_LEVELS[s.level]))
                    for s in skills
                ),
            )


def _sectors(snapshot: Snapshot) -> Iterator[Choice]:
    """The sectors one can work in."""
    rows = sorted(set(snapshot.columns.occupations.sector.tolist()))
    return (
        Choice(value=str(sector), label=nl(sector_name(snapshot, sector)))
        for row in rows
        if (sector := snapshot.columns.sectors[row])
    )


def _papers(snapshot: Snapshot) -> Iterator[PaperGroup]:
    """The papers that open something in this catalogue: the most asked for first, the rest by kind and name."""
    columns = snapshot.columns
    asked = Counter(
        row
        for lists in (
            columns.offerings.requires_credentials,
            columns.positions.requires_credentials,
            columns.occupations.essential_credentials,
            columns.occupations.optional_credentials,
        )
        for row in lists.items.tolist()
    )
    kinds, names = columns.credentials.kind, columns.credentials.label
    by_name = sorted(asked, key=lambda row: names[row].casefold())
    first = {
        row for row, _many in Counter({row: asked[row] for row in by_name if kinds[row] != "diploma"}).most_common(8)
    }
    rest = [row for row in by_name if row not in first]
    for title, rows in (
        ("", [row for row in by_name if row in first]),
        (_("Meer certificaten en bewijzen"), [row for row in rest if kinds[row] != "diploma"]),
        (_("Diploma's"), [row for row in rest if kinds[row] == "diploma"]),
    ):
        choices = tuple(Choice(value=str(columns.credentials.id[row]), label=nl(str(names[row]))) for row in rows)
        yield PaperGroup(title=title, choices=choices)
