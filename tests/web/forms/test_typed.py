"""Numbers of forms that somebody tampered with: never more than a column can hold."""

from __future__ import annotations

import pytest
from werkzeug.datastructures import MultiDict

from gouden_poort.web.forms.typed import version_in


@pytest.mark.parametrize(
    ("typed", "version"),
    [("7", 7), ("", 0), ("-1", 0), ("zeven", 0), (str(2**31 - 1), 2**31 - 1), (str(2**31), 0), ("9" * 5_000, 0)],
)
def test_a_version_is_one_that_may_have_been_or_none(typed: str, version: int) -> None:
    assert version_in(MultiDict({"version": typed})) == version
