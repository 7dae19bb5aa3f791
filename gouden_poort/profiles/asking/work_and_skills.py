"""What someone did and can, before anything about schools."""

from __future__ import annotations

from gouden_poort.profiles.question import Choice, Kind, Question

BLOCK = "Wat je deed en kunt"
SKILL_LEVELS = (
    Choice(value="1", label="Met hulp", help="Iemand doet het met mij samen."),
    Choice(value="2", label="Onder toezicht", help="Ik doe het zelf. Iemand kijkt mee."),
    Choice(value="3", label="Zelfstandig", help="Ik doe het alleen, en het is goed."),
    Choice(value="4", label="Ervaren", help="Ik doe het vaak en snel, ook als het moeilijk is."),
    Choice(value="5", label="Expert", help="Ik leer het anderen."),
)
"""The five skill levels in plain words; the value is the level."""

QUESTIONS: tuple[Question, ...] = (
    Question(
        id="former_work",
        kind=Kind.OCCUPATIONS,
        block=BLOCK,
        short="Werk in de techniek",
        text="Welk technisch werk deed je?",
        help="Zoek het werk en vul in hoeveel jaar. Ook in een ander land telt. Ander werk vertel je hierna.",
        why="Wat je daar leerde, hoef je niet opnieuw te leren.",
        sets=("person.years_in_trade",),
    ),
    Question(
        id="tasks",
        kind=Kind.SKILLS,
        block=BLOCK,
        short="Wat je deed",
        text="Wat deed je vaak?",
        help="Vertel het in je eigen woorden, in het Nederlands of Engels. Op je werk, thuis of voor anderen.",
        why="In wat je deed, zitten vaardigheden. Wat je al kunt, maakt je route korter.",
        choices=SKILL_LEVELS,
        in_own_words=True,
        sets=("profile.skills", "person.skills", "person.digital_level", "person.numeracy_level"),
    ),
    Question(
        id="skills",
        kind=Kind.SKILLS,
        block=BLOCK,
        short="Vaardigheden",
        text="Wat kun je nog meer?",
        help="Zoek op een woord. Bijvoorbeeld lassen, schilderen of een fiets maken. Kies daarna hoe goed het gaat.",
        why="Wat je al kunt, maakt je route korter.",
        choices=SKILL_LEVELS,
        sets=("profile.skills", "person.skills", "person.digital_level", "person.numeracy_level"),
    ),
    Question(
        id="papers",
        kind=Kind.CREDENTIALS,
        block=BLOCK,
        short="Papieren",
        text="Welke papieren heb je?",
        help="Bijvoorbeeld rijbewijs B, of VCA. Heb je er geen? Ga verder.",
        why="Sommig werk mag je alleen doen met een bewijs.",
        sets=(
            "profile.credentials",
            "person.credentials",
            "person.drives_b",
            "person.drives_ce",
            "person.has_vca",
            "person.diploma_valued",
        ),
    ),
)
