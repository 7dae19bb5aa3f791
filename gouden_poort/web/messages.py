"""What a person should know above the routes: what was a guess, what they wished, and what the law asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gouden_poort.profiles.home import Home
from gouden_poort.profiles.levels import RightToWork
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.question import Answer
from gouden_poort.web.wording import and_list, say, sector_words


def messages(profile: Profile, sectors_found: frozenset[str]) -> Iterator[str]:
    """Sentences in order of weight; none when there is nothing to say."""
    circumstances = profile.circumstances
    if circumstances.right_to_work is RightToWork.NOT_ALLOWED:
        yield say("message.not_allowed")
    elif circumstances.right_to_work is RightToWork.PERMIT_NEEDED:
        yield say("message.permit")
    if sectors_found:
        yield from _wishes("message.wished", circumstances.wished_sectors - sectors_found)
    yield from _wishes("message.unwanted", circumstances.unwanted_sectors & sectors_found)


def place_note(answers: Mapping[str, Answer]) -> str:
    """How precise the place is that travel was counted from; empty when it is exact."""
    place = answers.get("place")
    if place is None or isinstance(place, str | int | Mapping):
        return ""
    home = Home.from_answer(place)
    return say("message.place.about", place=home.label) if home.approximate else ""


def _wishes(key: str, sectors: frozenset[str]) -> Iterator[str]:
    if sectors:
        yield say(key, sectors=and_list([sector_words(sector) for sector in sorted(sectors)]))
