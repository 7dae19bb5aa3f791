"""Proofs and skills in words, for the passport of a citizen and the same page of staff."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.proof import ProofKind, Shown
from gouden_poort.development.proof_file import FileKind
from gouden_poort.profiles.question import Choice
from gouden_poort.services.ten_years.passport import Origin, Passport
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.language import _, fixed, later, nl
from gouden_poort.web.wording import SKILL_LEVELS
from gouden_poort.web.words.names import Names

KINDS: Mapping[ProofKind, str] = MappingProxyType(
    {
        ProofKind.PAPER: later("Papier"),
        ProofKind.MODULE: later("Module van een opleiding"),
        ProofKind.EMPLOYER_WORD: later("Wat een werkgever zegt"),
        ProofKind.SEEN_BY_COACH: later("Wat de coach zag"),
    }
)
_HELP: Mapping[ProofKind, str] = MappingProxyType(
    {
        ProofKind.PAPER: later("Een diploma of certificaat, of een verklaring van wat je op het werk kunt."),
        ProofKind.MODULE: later("Een deel van een opleiding dat je afmaakte."),
        ProofKind.EMPLOYER_WORD: later("Met de naam van wie het zegt."),
    }
)
OWN_KINDS = (ProofKind.PAPER, ProofKind.MODULE, ProofKind.EMPLOYER_WORD)
"""What someone can add about oneself."""
_ORIGINS: Mapping[Origin, str] = MappingProxyType(
    {
        Origin.DONE: later("Dat deed je, zei je zelf."),
        Origin.SAID: later("Dat zei je zelf."),
        Origin.PAPER: later("Dat staat op je papier."),
    }
)
_UNKNOWN_KIND = later("Bewijs")
_COPIES: Mapping[FileKind, str] = MappingProxyType(
    {FileKind.PHOTO: later("Met kopie: een foto."), FileKind.PDF: later("Met kopie: een PDF.")}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillLine:
    """One skill in words; `proofs` is what stands behind it."""

    name: str
    level: str
    origin: str
    proofs: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofLine:
    """One proof in words."""

    shown: Shown
    kind: str
    day: str
    source: str
    skill: str
    seen: str
    """That a coach saw it, and when; empty when nobody did."""
    copy: str
    """That a copy lies with it, and what that is; empty when there is none."""


def kind_choices(kinds: Sequence[ProofKind]) -> tuple[Choice, ...]:
    """What someone may choose from."""
    return tuple(Choice(value=each.value, label=_(KINDS[each]), help=_(_HELP.get(each, ""))) for each in kinds)


def skill_choices(found: Passport, snapshot: Snapshot) -> tuple[Choice, ...]:
    """The skills that stand in the passport."""
    return tuple(Choice(value=each.skill_id, label=_name(snapshot, each.skill_id)) for each in found.skills)


def skill_lines(found: Passport, snapshot: Snapshot) -> list[SkillLine]:
    """Skills with a proof first, then the highest level."""
    ordered = sorted(found.skills, key=lambda each: (not each.proofs, -each.level))
    return [
        SkillLine(
            name=_name(snapshot, each.skill_id),
            level=_(SKILL_LEVELS[each.level]) if each.level else "",
            origin=_(_ORIGINS[each.origin]) if each.level else "",
            proofs=[nl(shown.what) for shown in each.proofs],
        )
        for each in ordered
    ]


def proof_lines(found: Passport, snapshot: Snapshot) -> list[ProofLine]:
    """All proofs, the latest first."""
    return [proof_line(each, snapshot) for each in found.proofs]


def proof_line(each: Shown, snapshot: Snapshot) -> ProofLine:
    """One proof by itself."""
    proof = each.proof
    seen = proof.confirmed_at if proof else None
    return ProofLine(
        shown=each,
        kind=_(KINDS[proof.kind] if proof else _UNKNOWN_KIND),
        day=fixed(dutch_date(each.day)),
        source=nl(proof.source) if proof and proof.source else "",
        skill=_name(snapshot, proof.skill_id) if proof and proof.skill_id else "",
        seen=_("Gezien door de coach op %(day)s.", day=fixed(dutch_date(seen))) if seen else "",
        copy=_(_COPIES[each.file.kind]) if each.file else "",
    )


def _name(snapshot: Snapshot, skill_id: str) -> str:
    """What this catalogue calls it; one that it lost goes by its id."""
    return Names(snapshot).skill(skill_id) if skill_id in snapshot.columns.skills.id else nl(skill_id)
