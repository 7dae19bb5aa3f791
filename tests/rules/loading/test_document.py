"""The example in the document about the language is a rule file that loads."""

from __future__ import annotations

import re
from pathlib import Path

from tests.rules.loading.marking import told

DOCUMENT = Path(__file__).parents[3] / "docs" / "rules.md"


def test_the_example_of_the_document_is_sound() -> None:
    example = re.search(r"```yaml\n(facts:.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)

    assert example is not None
    assert told(example.group(1)) == ()
