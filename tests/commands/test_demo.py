"""The commands of the demo, on a database of their own."""

from __future__ import annotations

from tests.terminal import Run


def test_the_demo_comes_tells_how_to_sign_in_and_goes(run: Run) -> None:
    assert run("db", "upgrade").exit_code == 0
    assert run("catalogue", "load-builtin").exit_code == 0
    told = run("demo", "load", "--people", "5").output
    assert "5 invented people" in told
    assert "coach1@voorbeeld.example" in told
    assert run("demo", "remove").output == "5 dossiers removed.\n"
