"""Running commands in tests, with the small files they are about."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from gouden_poort.cli import main
from tests.api.test_profile_schema import SMALLEST
from tests.builders import UTRECHT, a_bundle

Run = Callable[..., Result]
READY = SMALLEST | UTRECHT | {"skills": [{"skill_id": "S1", "level": 2}], "modes": ["bike"], "budget_eur": 400}
"""Someone who can start in job J1 of `TWO_JOBS` today."""
LEARNER = READY | {"profile_id": "p2", "skills": []}
TWO_JOBS = a_bundle(
    occupations=[{}, {"occupation_id": "O2", "label": "Meester-lasser"}],
    occupation_skills=[{}, {"occupation_id": "O2", "level": 5}],
)


def invoke(*words: str, typed: bytes | None = None) -> Result:
    """What a command answers; `typed` is what comes in on standard input."""
    result = CliRunner().invoke(main, words, input=typed)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def write_json(path: str, document: Any) -> str:
    """The path of a file that now holds one document."""
    Path(path).write_text(json.dumps(document))
    return path


def write_json_lines(path: str, *documents: Any) -> str:
    """The path of a file that now holds a document on each line; a text stands as it is."""
    lines = (each if isinstance(each, str) else json.dumps(each) for each in documents)
    Path(path).write_text("".join(f"{line}\n" for line in lines))
    return path


def write_pairs(*pairs: Sequence[str], header: str = "profile_id,target_occupation_id") -> str:
    """The path of a CSV file that now asks for these pairs."""
    Path("pairs.csv").write_text("\n".join([header, *(",".join(pair) for pair in pairs)]) + "\n")
    return "pairs.csv"


def files() -> set[str]:
    """The names in the present folder."""
    return {path.name for path in Path().iterdir()}
