"""The pages kept in docs/examples/ are what the product says today, and nobody in them exists."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask.testing import FlaskClient

from tools.write_examples import EXAMPLES, FOLDER, Example, product, written


@pytest.fixture(scope="module")
def browser() -> Iterator[Callable[[], FlaskClient]]:
    with product() as new_browser:
        yield new_browser


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.file)
def test_an_example_is_what_the_product_says(browser: Callable[[], FlaskClient], example: Example) -> None:
    now = written(example, browser())
    assert (FOLDER / example.file).read_text(encoding="utf-8") == now, "run: python -m tools.write_examples"


def test_every_kept_page_has_an_example() -> None:
    assert {path.name for path in FOLDER.glob("*.md")} == {example.file for example in EXAMPLES} | {"README.md"}
