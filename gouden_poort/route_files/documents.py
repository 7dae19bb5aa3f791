"""A whole file of profiles: the questions in it, and the document that answers them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from gouden_poort.route_files.asking import Answer, Question
from gouden_poort.route_files.pairs import Pair
from gouden_poort.route_files.reading import Profiles
from gouden_poort.route_files.writing import as_list, as_object, one_line


def questions(people: Profiles, pairs: Sequence[Pair] | None, *, to_choose: bool = False) -> list[Question]:
    """What is asked: the best routes of each profile, or else exactly the pairs, each perhaps to choose from."""
    if pairs is None:
        return [Question(profile=profile) for profile in people.profiles]
    by_id = {profile.profile_id: profile for profile in people.profiles}
    return [
        Question(profile=by_id[pair.profile_id], occupation_id=pair.occupation_id, to_choose=to_choose)
        for pair in pairs
    ]


def document(answers: Sequence[Answer], *, alone: bool) -> str:
    """The answer file: a list, or one object for a profile that stood alone."""
    texts = [answer.text for answer in answers]
    return as_object(texts[0]) if alone else as_list(texts)


def timings(answers: Iterable[Answer], *, added_up: bool) -> str:
    """How long planning took for each answer; `added_up` for each profile, with all that was asked about it."""
    if not added_up:
        return as_list([one_line(timing(answer.profile_id, answer.seconds)) for answer in answers])
    seconds: dict[str | None, float] = {}
    for answer in answers:
        seconds[answer.profile_id] = seconds.get(answer.profile_id, 0.0) + answer.seconds
    return as_list([one_line(timing(*one)) for one in seconds.items()])


def timing(profile_id: str | None, seconds: float) -> dict[str, Any]:
    """What `--timings` says of one profile."""
    return {"profile_id": profile_id, "ms": round(seconds * 1000, 3)}
