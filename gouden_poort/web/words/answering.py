"""Where a question is answered, for everything on a page that leads to one: the only address that these words know."""

from __future__ import annotations

from flask import url_for

from gouden_poort.profiles.questions import NUMBER


def question_url(question_id: str) -> str:
    """Where a question is answered, on the way back to all answers."""
    return url_for("assessment.ask", number=NUMBER[question_id], naar="controle")
