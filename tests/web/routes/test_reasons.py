"""Needs and gains as sentences: what, needed, yours, where it is learnt."""

from __future__ import annotations

import pytest

from gouden_poort.routing.explanation import FactKind, Gain, Need
from gouden_poort.web.routes.reasons import gain_reasons, gaps, need_reason
from gouden_poort.web.words.names import Names
from tests.web.conftest import a_web_snapshot

NAMES = Names(a_web_snapshot())


def need(kind: FactKind, needed: int, yours: int, met_by: str | None = None, ref_id: str = "") -> str:
    return need_reason(Need(kind=kind, ref_id=ref_id, needed=needed, yours=yours, met_by=met_by), NAMES).words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            need(FactKind.SKILL, 2, 3, ref_id="S1"),
            "Lassen: dit kun je al. Nodig: onder toezicht. Jij: zelfstandig (dat zei je zelf).",
        ),
        (
            need(FactKind.SKILL, 2, 1, "T1", "S1"),
            "Lassen: nog een stap. Nodig: onder toezicht. Jij: met hulp (dat zei je zelf)."
            " Je leert het bij: Leren lassen.",
        ),
        (
            need(FactKind.SKILL, 2, 0, "T1", "S1"),
            "Lassen: nieuw voor jou. Nodig: onder toezicht. Je leert het bij: Leren lassen.",
        ),
        (need(FactKind.SKILL, 2, 0, None, "S1"), "Lassen: nog een stap. Nodig: onder toezicht. Jij: nog niet."),
        (need(FactKind.CREDENTIAL, 1, 1, None, "C1"), "Lascertificaat: dit papier heb je al (dat zei je zelf)."),
        (
            need(FactKind.CREDENTIAL, 1, 0, "T1", "C1"),
            "Lascertificaat: dit papier is nodig. Je haalt het bij: Leren lassen.",
        ),
        (
            need(FactKind.CEFR, 2, 1, "T1"),
            "Nederlands: nog een stap. Nodig: A2. Jij hebt A1 (dat zei je zelf). Je leert het bij: Leren lassen.",
        ),
        (need(FactKind.CEFR, 2, 2), "Nederlands: genoeg. Nodig: A2. Jij hebt A2 (dat zei je zelf)."),
        (need(FactKind.NLQF, 2, 3), "Opleiding: genoeg. Nodig: mbo 2. Jij hebt mbo 3 (dat zei je zelf)."),
        (need(FactKind.MIN_AGE, 18, 18), "Leeftijd: goed. Je moet 18 jaar of ouder zijn. Jij bent dan 18 jaar."),
        (need(FactKind.MAX_AGE, 27, 27), "Leeftijd: goed. Dit kan tot en met 27 jaar. Jij bent dan 27 jaar."),
        (need(FactKind.MAX_AGE, 27, 28), "Leeftijd: dit kan tot en met 27 jaar. Jij bent dan 28 jaar."),
        (
            need(FactKind.TARGET_GROUP, 1, 1, None, "status_holder|starter"),
            "Dit is voor: statushouders, starters. Daar hoor jij bij.",
        ),
    ],
)
def test_a_need_says_what_is_needed_what_is_yours_and_where_the_rest_comes_from(words: str, expected: str) -> None:
    assert words == expected


def test_one_gain_that_many_use_is_said_once() -> None:
    gains = [
        Gain(kind=FactKind.SKILL, ref_id="S1", before=0, after=2, used_by=used_by)
        for used_by in ("T1", "O1", "J1", "O1")
    ]
    (reason,) = gain_reasons(gains, NAMES)
    assert reason.gained
    assert reason.words == (
        "Je leert Lassen: onder toezicht. Dat heb je later nodig voor:"
        " Leren lassen, het werk als lasser, de plek bij Lasbedrijf."
    )


@pytest.mark.parametrize(
    ("yours", "met_by", "words"),
    [
        (3, None, "Dit kun je al: zelfstandig."),
        (1, None, "Nog nodig: onder toezicht."),
        (1, "T1", "Nodig: onder toezicht. Je leert het bij: Leren lassen."),
    ],
)
def test_a_box_says_what_is_held_and_where_the_rest_is_learnt(yours: int, met_by: str | None, words: str) -> None:
    (gap,) = gaps([Need(kind=FactKind.SKILL, ref_id="S1", needed=2, yours=yours, met_by=met_by)], NAMES)
    assert gap.words == words


def test_only_skills_become_boxes() -> None:
    needs = [
        Need(kind=FactKind.SKILL, ref_id="S1", needed=2, yours=3),
        Need(kind=FactKind.CREDENTIAL, ref_id="C1", needed=1, yours=0, met_by="T1"),
    ]
    (gap,) = gaps(needs, NAMES)
    assert (gap.have, gap.needed, gap.words) == (3, 2, "Dit kun je al: zelfstandig.")
