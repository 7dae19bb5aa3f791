"""How a terminal is told how far a round is."""

from __future__ import annotations

import sys

import pytest

from gouden_poort.commands.telling import progress
from gouden_poort.services.ten_years.reviewing import Reviewed


@pytest.mark.parametrize(("watched", "told"), [(True, "\r500 plans\r1,000 plans\n"), (False, "")])
def test_only_who_watches_sees_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], watched: bool, told: str
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched)
    with progress("plans") as tell:
        tell(Reviewed(looked=500))
        tell(Reviewed(looked=1_000))
    assert capsys.readouterr() == ("", told)
