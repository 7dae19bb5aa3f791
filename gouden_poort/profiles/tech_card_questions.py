"""The card of a child as data: eight questions with pictures, and the eight kinds of technology they lead to.

Each kind of technology can be picked in three questions, so none of them wins by being asked more often.
The words are for children of eight: short sentences, words of every day.
"""

from __future__ import annotations

from gouden_poort.profiles.tech_card import CardQuestion, Pick, Theme

FOR_AGES = (8, 12)
"""The youngest and the oldest for whom the card is made."""
ACTIVITY_KINDS = frozenset({"kids", "orientation"})
"""Kinds of activity in the catalogue to which a card leads, as far as they are open to these ages."""

THEMES: tuple[Theme, ...] = (
    Theme(
        id="bouwen",
        label="Bouwen",
        what="Je maakt huizen, straten en bruggen. Je werkt vaak buiten. Samen maak je iets groots.",
        picture="hut",
        work=("oc-timmerman", "oc-metselaar", "oc-stratenmaker"),
    ),
    Theme(
        id="bedenken",
        label="Bedenken en tekenen",
        what="Je bedenkt hoe iets eruit moet zien. Je tekent het op de computer. Daarna maken anderen het.",
        picture="plan",
        work=("oc-bim-modelleur", "oc-tekenaar-constructeur", "oc-engineer-elektro"),
    ),
    Theme(
        id="maken",
        label="Dingen maken",
        what="Je maakt dingen van metaal of hout. Je werkt heel precies. Slimme machines helpen je.",
        picture="saw",
        work=("oc-gereedschapmaker", "oc-machinemonteur", "oc-meubelmaker"),
    ),
    Theme(
        id="energie",
        label="Energie",
        what="Je maakt stroom met zon en wind. Je zorgt voor licht en warmte in elk huis.",
        picture="windmill",
        work=("oc-pv-monteur", "oc-windtechnicus", "oc-warmtepompmonteur"),
    ),
    Theme(
        id="computers",
        label="Computers en robots",
        what="Je vertelt een robot wat hij moet doen. Je zorgt dat computers met elkaar praten.",
        picture="robot",
        work=("oc-robottechnicus", "oc-ict-netwerktechnicus", "oc-mechatronicus"),
    ),
    Theme(
        id="zorg",
        label="Techniek die mensen helpt",
        what="Je maakt slimme spullen voor wie hulp nodig heeft. Denk aan een deur die zelf opengaat.",
        picture="hand",
        work=("oc-domotica-monteur", "oc-elektronica-assemblage", "oc-mechatronicus"),
    ),
    Theme(
        id="groen",
        label="Groen en water",
        what="Je zorgt voor schoon water. Je geeft oude spullen een nieuw leven. Zo help je de natuur.",
        picture="plant",
        work=("oc-waterzuiveringsoperator", "oc-waterbouwer", "oc-sloper"),
    ),
    Theme(
        id="rijden",
        label="Alles wat rijdt",
        what="Je maakt fietsen, auto’s en trekkers. Je zoekt uit wat er stuk is. Daarna rijdt het weer.",
        picture="bike",
        work=("oc-fietstechnicus", "oc-autotechnicus", "oc-mechanisatiemonteur"),
    ),
)

QUESTIONS: tuple[CardQuestion, ...] = (
    CardQuestion(
        id="regen",
        text="Het regent de hele dag. Wat doe je?",
        picks=(
            Pick(value="hut", label="Een hut bouwen", drawn="Een hut met een vlag", theme="bouwen"),
            Pick(value="drawing", label="Iets moois tekenen", drawn="Een potlood op papier", theme="bedenken"),
            Pick(value="game", label="Zelf een spel maken", drawn="Een spelcomputer", theme="computers"),
        ),
    ),
    CardQuestion(
        id="stuk",
        text="Er is iets stuk. Wat maak je weer heel?",
        picks=(
            Pick(value="bike", label="Mijn fiets", drawn="Een fiets", theme="rijden"),
            Pick(value="torch", label="De zaklamp", drawn="Een zaklamp met licht", theme="energie"),
            Pick(value="robot", label="De robot", drawn="Een robot die zwaait", theme="computers"),
        ),
    ),
    CardQuestion(
        id="boerderij",
        text="Je helpt op de boerderij. Wat kies je?",
        picks=(
            Pick(value="plant", label="Planten water geven", drawn="Een plant in een pot", theme="groen"),
            Pick(value="coop", label="Een kippenhok timmeren", drawn="Een hamer en een spijker", theme="bouwen"),
            Pick(value="tractor", label="De trekker maken", drawn="Een trekker", theme="rijden"),
        ),
    ),
    CardQuestion(
        id="cadeau",
        text="Je maakt een cadeau. Wat wordt het?",
        picks=(
            Pick(value="ring", label="Een ring van metaal", drawn="Een ring met een steen", theme="maken"),
            Pick(value="lamp", label="Een lamp", drawn="Een lamp die brandt", theme="energie"),
            Pick(value="shirt", label="Een shirt met jouw plaatje", drawn="Een shirt met een ster", theme="bedenken"),
        ),
    ),
    CardQuestion(
        id="helpen",
        text="Wie help je het liefst?",
        picks=(
            Pick(value="walker", label="Iemand die slecht loopt", drawn="Een looprek met wielen", theme="zorg"),
            Pick(value="bee", label="De dieren buiten", drawn="Een bij", theme="groen"),
            Pick(value="laptop", label="Iemand met een computer", drawn="Een laptop", theme="computers"),
        ),
    ),
    CardQuestion(
        id="museum",
        text="Je bent in een museum. Waar kijk je eerst?",
        picks=(
            Pick(value="heart", label="Bij het lichaam", drawn="Een hart met een hartslag", theme="zorg"),
            Pick(value="windmill", label="Bij de windmolens", drawn="Een windmolen", theme="energie"),
            Pick(value="gears", label="Bij de machines", drawn="Twee tandwielen", theme="maken"),
        ),
    ),
    CardQuestion(
        id="uitvinden",
        text="Je mag iets uitvinden. Wat kies je?",
        picks=(
            Pick(value="hand", label="Een hand die kan pakken", drawn="Een hand van een robot", theme="zorg"),
            Pick(value="car", label="Een auto op zonlicht", drawn="Een auto onder de zon", theme="rijden"),
            Pick(value="ship", label="Een boot die afval vist", drawn="Een boot op het water", theme="groen"),
        ),
    ),
    CardQuestion(
        id="samen",
        text="Je maakt samen een kast. Wat doe jij?",
        picks=(
            Pick(value="plan", label="Ik maak het plan", drawn="Een tekening met maten", theme="bedenken"),
            Pick(value="saw", label="Ik zaag de planken", drawn="Een zaag", theme="maken"),
            Pick(value="wall", label="Ik zet alles in elkaar", drawn="Een muur van blokken", theme="bouwen"),
        ),
    ),
)

BY_ID = {question.id: question for question in QUESTIONS}
