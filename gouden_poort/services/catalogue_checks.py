"""Whether the ids in a profile or an answer exist in the catalogue that answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from gouden_poort.catalogue.columns import Texts
from gouden_poort.catalogue.near import near
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.question import Answer, Kind, Question

MOST_WITH_NEAR = 20
"""Looking for similar ids takes time, and nobody reads more suggestions than this."""
MOST_LOOKED_AT = 1_000
LONGEST_GIVEN = 100
"""Characters of a wrong id that are repeated."""

Wanted = tuple[str, str, Collection[str], str]
"""A path, the id that stands there, the ids that exist, and what they are ids of."""


def check_against_catalogue(snapshot: Snapshot, profile: Profile) -> None:
    """InvalidInput with every skill, paper, occupation and sector that the catalogue does not have."""
    _check(wanted_by_profile(snapshot, profile))


def unknown_ids(snapshot: Snapshot, document: object) -> tuple[FieldError, ...]:
    """The same faults in a profile document that may be wrong in other ways too, so that all can be told at once."""
    return tuple(unknown_among(_wanted_by_document(snapshot, document)))


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


def wanted_by_profile(snapshot: Snapshot, profile: Profile) -> Iterator[Wanted]:
    """Every id in a profile."""
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


def _wanted_by_document(snapshot: Snapshot, document: object) -> Iterator[Wanted]:
    """What stands where an id belongs and is a text; what is no text is a fault of the document's shape."""
    columns, circumstances = snapshot.columns, _member(document, "circumstances")
    lists = (
        ("credentials", _member(document, "credentials"), columns.credentials.id, "a credential"),
        *(
            (f"circumstances.{name}", _member(circumstances, name), known, what)
            for name, known, what in (
                ("former_occupations", columns.occupations.id, "an occupation"),
                ("wished_sectors", columns.sectors, "a sector"),
                ("unwanted_sectors", columns.sectors, "a sector"),
            )
        ),
    )
    for i, skill in enumerate(_members(_member(document, "skills"))):
        if isinstance(given := _member(skill, "skill_id"), str):
            yield f"skills.{i}.skill_id", given, columns.skills.id, "a skill"
    for path, given_list, known, what in lists:
        for i, given in enumerate(_members(given_list)):
            if isinstance(given, str):
                yield f"{path}.{i}", given, known, what


def _member(document: object, name: str) -> object:
    return document.get(name) if isinstance(document, Mapping) else None


def _members(found: object) -> list[object]:
    """The first members of a list: nobody reads more faults, and a document may be of any size."""
    return found[:MOST_LOOKED_AT] if isinstance(found, list) else []


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
    faults = list(unknown_among(wanted))
    if faults:
        raise InvalidInput(faults)


def unknown_among(wanted: Iterable[Wanted]) -> Iterator[FieldError]:
    """A fault for each id that does not exist, with the ids that look like it."""
    unknown = (each for each in wanted if each[1] not in each[2])
    for count, (path, given, known, what) in enumerate(unknown):
        alike = near(given, known) if count < MOST_WITH_NEAR else ()
        expected = f"{what} of the catalogue"
        yield FieldError(path=path, code="unknown_id", given=given[:LONGEST_GIVEN], expected=expected, near=alike)
