"""Turkish and Tigrinya say `you` in the polite form everywhere, except to the child who fills in the card."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from gouden_poort.web.language.catalogues import FOLDER, read_messages

INFORMAL = {
    "tr": r"\b(?:sen|senin|sana|seni|sende|seninle)\b|\w+(?:yorsun|[ae]bilirsin|m[ae]zsın|mezsin|musun|misin|mısın)\b",
    "ti": r"(?:ንስኻ|ንስኺ|ንዓኻ|ምሳኻ|ናትካ|ናባኻ|ባዕልኻ|ኢኻ|ዲኻ|ኣለኻ|ኣለካ|ኮችካ|ፋይልካ|ውጥንካ|መልስታትካ|መንገድኻ)",
}
"""Words and endings that only somebody says who is on familiar terms."""

OF_THE_CARD = {"Past bij jou: %(themes)s"}
"""Said to a child, from a file with texts for everyone."""


def familiar(code: str) -> Iterator[str]:
    """What is said in the familiar form outside the card of a child."""
    for message in read_messages(FOLDER / f"{code}.po"):
        if not message.id or message.id in OF_THE_CARD or any("card" in file for file, _line in message.locations):
            continue
        said = message.string if isinstance(message.string, str) else " ".join(message.string)
        if found := re.search(INFORMAL[code], said, re.IGNORECASE):
            yield f"{found[0]}: {said}"


@pytest.mark.parametrize("code", list(INFORMAL))
def test_everyone_is_spoken_to_politely(code: str) -> None:
    assert list(familiar(code)) == []


@pytest.mark.parametrize(("code", "said"), [("tr", "Koçun seni davet ediyor."), ("ti", "ሕጂ ኮች ኣለካ")])
def test_the_familiar_form_is_seen(code: str, said: str) -> None:
    assert re.search(INFORMAL[code], said, re.IGNORECASE)
