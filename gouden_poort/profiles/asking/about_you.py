"""Who someone is: home, age, situation, and what fills the days now."""

from __future__ import annotations

from gouden_poort.profiles.levels import Now, TargetGroup
from gouden_poort.profiles.question import Choice, Kind, Question

BLOCK = "Over jou"
QUESTIONS: tuple[Question, ...] = (
    Question(
        id="place",
        kind=Kind.PLACE,
        block=BLOCK,
        short="Woonplaats",
        text="Waar woon je?",
        help="Vul je postcode in, of je woonplaats. Bijvoorbeeld 8011 AB of Zwolle.",
        why="Zo zoeken we scholen en bedrijven die je kunt bereiken. Je straat hoeven we niet te weten.",
        needed=True,
        sets=("profile.lat", "profile.lon"),
    ),
    Question(
        id="birth_date",
        kind=Kind.DATE,
        block=BLOCK,
        short="Geboortedatum",
        text="Wanneer ben je geboren?",
        help="Bijvoorbeeld 14 9 1998.",
        why="Sommige opleidingen en regelingen hebben een leeftijdsgrens.",
        needed=True,
        sets=("profile.birth_date", "person.age", "person.age_on_1_august"),
    ),
    Question(
        id="situation",
        kind=Kind.CHOICES,
        block=BLOCK,
        short="Situatie",
        text="Wat past bij jou?",
        help="Je mag er meer kiezen. Past er niets? Kies dan niets en ga verder.",
        why="Sommige plekken en regelingen zijn er speciaal voor één groep.",
        choices=(
            Choice(
                value=TargetGroup.STARTER.value,
                label="Ik begin net met werken",
                help="Je komt van school, of je werkte nog niet veel.",
            ),
            Choice(
                value=TargetGroup.CAREER_CHANGER.value,
                label="Ik wil ander werk",
                help="Je deed ander werk en wilt naar de techniek.",
            ),
            Choice(
                value=TargetGroup.EXPERIENCED.value,
                label="Ik heb ervaring in de techniek",
                help="Je zoekt een andere plek of een andere sector.",
            ),
            Choice(
                value=TargetGroup.STATUS_HOLDER.value,
                label="Ik ben statushouder",
                help="Je vroeg asiel aan en je mag in Nederland blijven.",
            ),
        ),
        sets=("profile.target_groups", "person.groups", "person.permit"),
    ),
    Question(
        id="now",
        kind=Kind.CHOICE,
        block=BLOCK,
        short="Wat je nu doet",
        text="Wat doe je nu?",
        help="Kies wat het meeste tijd kost.",
        why="Wie werk heeft, krijgt andere hulp bij een opleiding dan wie geen werk heeft.",
        choices=(
            Choice(value=Now.WORK.value, label="Ik heb betaald werk"),
            Choice(
                value=Now.WORK_AT_RISK.value,
                label="Ik heb werk, maar ik kan het kwijtraken",
                help="Je contract stopt, of er verdwijnt werk bij je bedrijf.",
            ),
            Choice(value=Now.SCHOOL.value, label="Ik zit op de middelbare school"),
            Choice(
                value=Now.NO_WORK.value,
                label="Ik heb nu geen betaald werk",
                help="Bijvoorbeeld omdat je zoekt, zorgt, of een cursus volgt.",
            ),
        ),
        sets=("person.employed", "person.at_risk_of_job_loss", "person.at_school"),
    ),
)
