"""What the law asks of whom: work, residence, integration."""

from __future__ import annotations

from gouden_poort.profiles.levels import IntegrationDuty, Permit, RightToWork
from gouden_poort.profiles.question import Choice, Kind, Question

BLOCK = "Werken in Nederland"
QUESTIONS: tuple[Question, ...] = (
    Question(
        id="right_to_work",
        kind=Kind.CHOICE,
        block=BLOCK,
        short="Mogen werken",
        text="Mag je in Nederland werken?",
        help="Kijk op je verblijfspas. Heb je een Nederlands paspoort? Dan mag je werken.",
        why="Voor sommige mensen moet een bedrijf eerst een vergunning vragen.",
        choices=(
            Choice(value=RightToWork.FREE.value, label="Ja, ik mag werken"),
            Choice(
                value=RightToWork.PERMIT_NEEDED.value,
                label="Ja, met een vergunning",
                help="Het bedrijf vraagt de vergunning aan bij UWV.",
            ),
            Choice(value=RightToWork.NOT_ALLOWED.value, label="Nee, nu nog niet"),
        ),
        sets=("person.right_to_work",),
    ),
    Question(
        id="permit",
        kind=Kind.CHOICE,
        block=BLOCK,
        short="Paspoort of pas",
        text="Welk paspoort of welke verblijfspas heb je?",
        help="Je hoeft geen nummer te geven. Kies wat het beste past.",
        why="Elke pas heeft eigen regels voor werk, cursussen en geld.",
        choices=(
            Choice(
                value=Permit.DUTCH_EU.value,
                label="Nederlands, of van een land in de EU",
                help="Ook Noorwegen, IJsland, Liechtenstein of Zwitserland.",
            ),
            Choice(value=Permit.ASYLUM_PERMIT.value, label="Een asielvergunning", help="Je bent statushouder."),
            Choice(
                value=Permit.ASYLUM_PROCEDURE.value,
                label="Ik wacht nog op asiel",
                help="Je vroeg asiel aan. Er is nog geen besluit.",
            ),
            Choice(
                value=Permit.UKRAINE.value, label="Ik kom uit Oekraïne", help="Je mag hier zijn door de oorlog daar."
            ),
            Choice(value=Permit.FAMILY.value, label="Een pas voor verblijf bij partner of familie"),
            Choice(value=Permit.HIGHLY_SKILLED.value, label="Een pas als kennismigrant"),
            Choice(value=Permit.STUDENT.value, label="Een pas als student"),
            Choice(value=Permit.OTHER.value, label="Een andere pas"),
        ),
        sets=("person.permit",),
    ),
    Question(
        id="integration",
        kind=Kind.CHOICE,
        block=BLOCK,
        short="Inburgeren",
        text="Moet je inburgeren?",
        help="Dan kreeg je een brief van DUO of van je gemeente.",
        why="Inburgeren kost tijd, en het geeft ook recht op hulp. Zo past je route erbij.",
        choices=(
            Choice(value=IntegrationDuty.NONE.value, label="Nee, dat hoeft niet"),
            Choice(value=IntegrationDuty.WI2021.value, label="Ja, ik kreeg de brief in 2022 of later"),
            Choice(value=IntegrationDuty.EARLIER.value, label="Ja, ik kreeg de brief vóór 2022"),
            Choice(value=IntegrationDuty.DONE.value, label="Ik ben klaar met inburgeren"),
        ),
        sets=("person.integration_duty",),
    ),
)
