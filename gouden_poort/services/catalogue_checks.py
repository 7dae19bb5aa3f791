"""Whether the ids in a profile or an answer exist in the catalogue that answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gouden_poort.catalogue.columns import Texts
from gouden_poort.catalogue.near import near
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.question import Answer, Kind, Question

MOST_WITH_NEAR = 20
"""Looking for similar ids takes time, and nobody reads more suggestions than this."""
LONGEST_GIVEN = 100
"""Characters of a wrong id that are repeated."""

Wanted = tuple[str, str, Texts, str]
"""A path, the id that stands there, the ids that exist, and what they are ids of."""


def check_against_catalogue(snapshot: Snapshot, profile: Profile) -> None:
    """InvalidInput with every skill, paper, occupation and sector that the catalogue does not have."""
    _check(_wanted_by_profile(snapshot, profile))


def check_answer_ids(snapshot: Snapshot, question: Question, answer: Answer) -> None:
    """InvalidInput with every id in an answer that the catalogue does not have."""
    known, what = _ids_of_kind(snapshot, question.kind)
    if known is not None:
        _check((question.id, given, known, what) for given in _ids_in(answer))


def only_known(snapshot: Snapshot, question: Question, answer: Answer) -> Answer:
    """The answer without ids that an older catalogue had and this one has not."""
    known, _ = _ids_of_kind(snapshot, question.kind)
    if known is None or answer is None or isinstance(answer, str | int):
        return answer
    if isinstance(answer, Mapping):
        return {key: value for key, value in answer.items() if key in known}
    return tuple(key for key in answer if key in known)


def _wanted_by_profile(snapshot: Snapshot, profile: Profile) -> Iterator[Wanted]:
    columns, circumstances = snapshot.columns, profile.circumstances
    for i, skill in enumerate(profile.skills):
        yield f"skills.{i}.skill_id", skill.skill_id, columns.skills.id, "a skill"
    for credential in sorted(profile.credentials):
        yield "credentials", credential, columns.credentials.id, "a credential"
    for i, occupation in enumerate(circumstances.former_occupations):
        yield f"circumstances.former_occupations.{i}", occupation, columns.occupations.id, "an occupation"
    for name in ("wished_sectors", "unwanted_sectors"):
        for sector in sorted(getattr(circumstances, name)):
            yield f"circumstances.{name}", sector, columns.sectors, "a sector"


def _ids_of_kind(snapshot: Snapshot, kind: Kind) -> tuple[Texts | None, str]:
    columns = snapshot.columns
    return {
        Kind.SKILLS: (columns.skills.id, "a skill"),
        Kind.OCCUPATIONS: (columns.occupations.id, "an occupation"),
        Kind.CREDENTIALS: (columns.credentials.id, "a credential"),
        Kind.SECTORS: (columns.sectors, "a sector"),
    }.get(kind, (None, ""))


def _ids_in(answer: Answer) -> Iterable[str]:
    return () if answer is None or isinstance(answer, str | int) else answer


def _check(wanted: Iterable[Wanted]) -> None:
    faults: list[FieldError] = []
    for path, given, known, what in wanted:
        if given not in known:
            alike = near(given, known) if len(faults) < MOST_WITH_NEAR else ()
            expected = f"{what} of the catalogue"
            faults.append(
                FieldError(path=path, code="unknown_id", given=given[:LONGEST_GIVEN], expected=expected, near=alike)
            )
    if faults:
        raise InvalidInput(faults)
