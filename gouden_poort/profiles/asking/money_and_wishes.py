"""The money there is, and what someone would like."""

from __future__ import annotations

from gouden_poort.profiles.levels import Benefit
from gouden_poort.profiles.priority import Priority
from gouden_poort.profiles.question import Choice, Kind, NumberField, Question

BLOCK = "Geld en wensen"
QUESTIONS: tuple[Question, ...] = (
    Question(
        id="benefit",
        kind=Kind.CHOICE,
        block=BLOCK,
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
        sets=("profile.benefit", "person.benefit"),
    ),
    Question(
        id="budget",
        kind=Kind.NUMBER,
        block=BLOCK,
        short="Eigen geld",
        text="Hoeveel kun je zelf betalen?",
        help="Tel alle cursussen samen. 0 euro mag ook.",
        why="Veel is gratis of wordt betaald. Zo zien we of de rest past.",
        numbers=(NumberField(name="euro", label="Euro", unit="euro", lowest=0, highest=50_000, example=500),),
        sets=("profile.budget_eur", "person.budget_eur"),
    ),
    Question(
        id="sectors",
        kind=Kind.SECTORS,
        block=BLOCK,
        short="Wensen",
        text="Wat wil je graag doen, en wat liever niet?",
        help="Weet je het niet precies? Ga verder. We kijken altijd breed.",
        why="Jouw wens telt mee. Er valt niets af.",
        sets=("person.wished_sectors", "person.unwanted_sectors"),
    ),
    Question(
        id="priority",
        kind=Kind.CHOICE,
        block=BLOCK,
        short="Het belangrijkst",
        text="Wat telt voor jou het zwaarst?",
        help="We zoeken dan eerst naar routes die daarbij passen.",
        why="Niet iedereen wil hetzelfde. Zo komt bovenaan wat bij jou past.",
        choices=(
            Choice(value=Priority.SOON.value, label="Snel betaald werk"),
            Choice(value=Priority.WAGE.value, label="Een goed loon"),
            Choice(value=Priority.NEAR.value, label="Dicht bij huis"),
            Choice(value=Priority.CHEAP.value, label="Weinig zelf betalen"),
            Choice(value=Priority.EVEN.value, label="Alles telt even zwaar"),
        ),
        sets=("profile.weights",),
    ),
)
