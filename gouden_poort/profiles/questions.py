"""The short assessment as data: which questions are asked, in which order and in which words.

The words are Dutch at level B1, because they are read by the person who answers. Nothing here knows a
catalogue: where an answer names skills, work, papers or sectors, the page offers those of the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gouden_poort.profiles.levels import CEFR, Benefit, Daypart, Mode, PriorEducation, RightToWork, TargetGroup
from gouden_poort.profiles.question import Choice, Kind, NumberField, Question

SKILL_LEVELS = (
    Choice(value="1", label="Met hulp", help="Iemand doet het met mij samen."),
    Choice(value="2", label="Onder toezicht", help="Ik doe het zelf. Iemand kijkt mee."),
    Choice(value="3", label="Zelfstandig", help="Ik doe het alleen, en het is goed."),
    Choice(value="4", label="Ervaren", help="Ik doe het vaak en snel, ook als het moeilijk is."),
    Choice(value="5", label="Expert", help="Ik leer het anderen."),
)
"""The five skill levels in plain words; the value is the level."""


def _hours(name: str, label: str, *, lowest: int, highest: int, example: int) -> NumberField:
    return NumberField(name=name, label=label, unit="uur per week", lowest=lowest, highest=highest, example=example)


_YOU, _CAN, _TIME, _WISH = "Over jou", "Wat je kunt", "Reizen en tijd", "Wat je wilt"
QUESTIONS: tuple[Question, ...] = (
    Question(
        id="place",
        kind=Kind.PLACE,
        block=_YOU,
        short="Woonplaats",
        text="Waar woon je?",
        help="Vul je postcode in, of je woonplaats. Bijvoorbeeld 8011 AB of Zwolle.",
        why="Zo zoeken we scholen en bedrijven die je kunt bereiken. Je straat hoeven we niet te weten.",
        needed=True,
    ),
    Question(
        id="birth_date",
        kind=Kind.DATE,
        block=_YOU,
        short="Geboortedatum",
        text="Wanneer ben je geboren?",
        help="Bijvoorbeeld 14 9 1998.",
        why="Sommige opleidingen en regelingen hebben een leeftijdsgrens.",
        needed=True,
    ),
    Question(
        id="situation",
        kind=Kind.CHOICES,
        block=_YOU,
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
    ),
    Question(
        id="benefit",
        kind=Kind.CHOICE,
        block=_YOU,
        short="Uitkering",
        text="Krijg je een uitkering?",
        why="Met een uitkering is er soms extra geld voor een opleiding.",
        choices=(
            Choice(value=Benefit.NONE.value, label="Nee"),
            Choice(value=Benefit.WW.value, label="WW", help="Je verloor je baan. Je krijgt geld van UWV."),
            Choice(value=Benefit.BIJSTAND.value, label="Bijstand", help="Je krijgt geld van de gemeente."),
            Choice(value=Benefit.WAJONG.value, label="Wajong"),
            Choice(value=Benefit.WIA.value, label="WIA"),
        ),
    ),
    Question(
        id="right_to_work",
        kind=Kind.CHOICE,
        block=_YOU,
        short="Werken in Nederland",
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
    ),
    Question(
        id="dutch",
        kind=Kind.CHOICE,
        block=_CAN,
        short="Nederlands",
        text="Hoe gaat het met je Nederlands?",
        help="Kies wat je nu kunt.",
        why="Soms heb je eerst een taalcursus nodig. Die zetten we dan in je route.",
        choices=(
            Choice(value=CEFR.A0.name, label="Ik begin net", help="Ik ken een paar woorden."),
            Choice(value=CEFR.A1.name, label="Een beetje (A1)", help="Ik kan korte zinnen zeggen over mezelf."),
            Choice(
                value=CEFR.A2.name,
                label="Het gaat in de winkel en met buren (A2)",
                help="Ik begrijp een kort, gewoon gesprek.",
            ),
            Choice(
                value=CEFR.B1.name,
                label="Het gaat op het werk (B1)",
                help="Ik kan uitleg volgen en een gewone brief lezen.",
            ),
            Choice(
                value=CEFR.B2.name,
                label="Het gaat goed (B2)",
                help="Ik volg een vergadering en schrijf een verslag.",
            ),
            Choice(value=CEFR.C1.name, label="Het gaat vanzelf (C1)", help="Ik lees en schrijf ook moeilijke teksten."),
            Choice(
                value=CEFR.C2.name,
                label="Ik kan alles in het Nederlands (C2)",
                help="Ik schrijf zonder fouten over elk onderwerp.",
            ),
        ),
    ),
    Question(
        id="schooling",
        kind=Kind.CHOICE,
        block=_CAN,
        short="Hoogste diploma",
        text="Wat is je hoogste diploma?",
        help="Kies de school die je afmaakte. Begon je wel, maar stopte je? Kies dan de school daarvoor.",
        why="Je diploma bepaalt op welk niveau je mag beginnen op het mbo.",
        choices=(
            Choice(value=PriorEducation.NONE.value, label="Geen of weinig school"),
            Choice(value=PriorEducation.PRIMARY.value, label="Basisschool, of vmbo zonder diploma"),
            Choice(value=PriorEducation.VMBO_BB.value, label="Vmbo basis"),
            Choice(value=PriorEducation.VMBO_KB_GL_TL.value, label="Vmbo kader, gemengd of theoretisch (mavo)"),
            Choice(
                value=PriorEducation.HAVO_VWO_3.value,
                label="3 jaar havo of vwo",
                help="Je mocht naar klas 4, maar je hebt geen diploma.",
            ),
            Choice(value=PriorEducation.HAVO.value, label="Havo"),
            Choice(value=PriorEducation.VWO.value, label="Vwo"),
            Choice(value=PriorEducation.ENTREE.value, label="Entree (mbo 1)"),
            Choice(value=PriorEducation.MBO_2.value, label="Mbo 2"),
            Choice(value=PriorEducation.MBO_3.value, label="Mbo 3"),
            Choice(value=PriorEducation.MBO_4.value, label="Mbo 4"),
            Choice(value=PriorEducation.AD.value, label="Associate degree (Ad)"),
            Choice(value=PriorEducation.HBO.value, label="Hbo"),
            Choice(value=PriorEducation.WO.value, label="Universiteit"),
            Choice(
                value=PriorEducation.FOREIGN.value,
                label="Een diploma uit een ander land",
                help="De waarde in Nederland kun je later laten bepalen.",
            ),
        ),
    ),
    Question(
        id="former_work",
        kind=Kind.OCCUPATIONS,
        block=_CAN,
        short="Werk in de techniek",
        text="Welk technisch werk deed je?",
        help="Zoek het werk en vul in hoeveel jaar. Ook werk in een ander land telt. Nooit gedaan? Ga verder.",
        why="Wat je daar leerde, hoef je niet opnieuw te leren.",
    ),
    Question(
        id="skills",
        kind=Kind.SKILLS,
        block=_CAN,
        short="Vaardigheden",
        text="Wat kun je al?",
        help="Zoek op wat je deed. Bijvoorbeeld lassen, schilderen of een fiets maken. Kies daarna hoe goed het gaat.",
        why="Wat je al kunt, maakt je route korter.",
        choices=SKILL_LEVELS,
    ),
    Question(
        id="papers",
        kind=Kind.CREDENTIALS,
        block=_CAN,
        short="Papieren",
        text="Welke papieren heb je?",
        help="Bijvoorbeeld rijbewijs B, of VCA. Heb je er geen? Ga verder.",
        why="Sommig werk mag je alleen doen met een bewijs.",
    ),
    Question(
        id="transport",
        kind=Kind.CHOICES,
        block=_TIME,
        short="Vervoer",
        text="Hoe kun je reizen?",
        help="Kies alles wat je kunt gebruiken.",
        why="Zo rekenen we uit hoe lang je onderweg bent.",
        fewest=1,
        choices=(
            Choice(value=Mode.BIKE.value, label="Fiets"),
            Choice(value=Mode.TRANSIT.value, label="Trein, bus, tram of metro"),
            Choice(value=Mode.CAR.value, label="Auto"),
        ),
    ),
    Question(
        id="travel_minutes",
        kind=Kind.NUMBER,
        block=_TIME,
        short="Reistijd",
        text="Hoe lang wil je hoogstens reizen?",
        help="Tel de tijd van huis naar je werk of school. Alleen heen.",
        why="Plekken die verder weg zijn, laten we niet zien.",
        numbers=(NumberField(name="minutes", label="Minuten", unit="minuten", lowest=5, highest=180, example=45),),
    ),
    Question(
        id="week",
        kind=Kind.NUMBERS,
        block=_TIME,
        short="Uren per week",
        text="Hoeveel uur per week kun je leren en werken?",
        help="Tel les en werk samen. Uren voor inburgering of zorg vul je apart in.",
        why="Zo past je route in je week. Ook naast inburgering of zorg.",
        numbers=(
            _hours("hours", "Uren voor leren en werken", lowest=1, highest=60, example=32),
            _hours("integration", "Uren voor inburgering", lowest=0, highest=60, example=8),
            _hours("care", "Uren voor zorg, zoals kinderen", lowest=0, highest=100, example=10),
        ),
    ),
    Question(
        id="dayparts",
        kind=Kind.CHOICES,
        block=_TIME,
        short="Wanneer",
        text="Wanneer kun je naar een cursus?",
        help="Je mag er meer kiezen.",
        why="Cursussen zijn overdag, in de avond of in het weekend.",
        fewest=1,
        choices=(
            Choice(value=Daypart.DAY.value, label="Overdag"),
            Choice(value=Daypart.EVENING.value, label="In de avond"),
            Choice(value=Daypart.WEEKEND.value, label="In het weekend"),
        ),
    ),
    Question(
        id="start",
        kind=Kind.DATE,
        block=_TIME,
        short="Beginnen",
        text="Vanaf wanneer kun je beginnen?",
        help="We rekenen vanaf de eerste maandag op of na die dag.",
        why="Je route begint nooit eerder dan jij kunt.",
        ahead=True,
    ),
    Question(
        id="budget",
        kind=Kind.NUMBER,
        block=_WISH,
        short="Eigen geld",
        text="Hoeveel kun je zelf betalen?",
        help="Tel alle cursussen samen. 0 euro mag ook.",
        why="Veel is gratis of wordt betaald. Zo zien we of de rest past.",
        numbers=(NumberField(name="euro", label="Euro", unit="euro", lowest=0, highest=50_000, example=500),),
    ),
    Question(
        id="sectors",
        kind=Kind.SECTORS,
        block=_WISH,
        short="Wensen",
        text="Wat wil je graag doen, en wat liever niet?",
        help="Weet je het niet precies? Ga verder. We kijken altijd breed.",
        why="Jouw wens telt mee. Er valt niets af.",
    ),
)

BY_ID: Mapping[str, Question] = MappingProxyType({question.id: question for question in QUESTIONS})
