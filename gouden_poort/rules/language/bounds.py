"""Whether a test can have only one answer, whatever the facts: such a test in a rule is a mistake."""

from __future__ import annotations

from gouden_poort.rules.language.tree import Test


_TRIVIAL: dict[Test, bool] = {}


def only_answer(test: Test) -> bool | None:
    """The only answer that a test can have once its facts are known; None when both may be, or it is not sure."""
    return _TRIVIAL.get(test)
