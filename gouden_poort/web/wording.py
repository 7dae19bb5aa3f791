"""The Dutch sentences that depend on data, by key. A sentence is one template; pages never glue pieces together.

What a wrong answer and a failed request get to hear stands with those, in `fault_words` and `errors`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gouden_poort.profiles import questions

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        # Why someone may take a step, or do the work: needs. The part after the dot says how the need is met.
        "need.skill.held": "{what}: dit kun je al. Nodig: {needed}. Jij: {yours} (dat zei je zelf).",
        "need.skill.learnt": "{what}: nog een stap. Nodig: {needed}. Jij: {yours} (dat zei je zelf)."
        " Je leert het bij: {met_by}.",
        "need.skill.new": "{what}: nieuw voor jou. Nodig: {needed}. Je leert het bij: {met_by}.",
        "need.skill.open": "{what}: nog nodig. Nodig: {needed}. Jij: {yours}.",
        "need.credential.held": "{what}: dit papier heb je al (dat zei je zelf).",
        "need.credential.new": "{what}: dit papier is nodig. Je haalt het bij: {met_by}.",
        "need.credential.open": "{what}: dit papier is nog nodig.",
        "need.cefr.held": "Nederlands: genoeg. Nodig: {needed}. Jij hebt {yours} (dat zei je zelf).",
        "need.cefr.learnt": "Nederlands: nog een stap. Nodig: {needed}. Jij hebt {yours} (dat zei je zelf)."
        " Je leert het bij: {met_by}.",
        "need.cefr.new": "Nederlands: nog een stap. Nodig: {needed}. Je begint bij het begin, bij: {met_by}.",
        "need.cefr.open": "Nederlands: nog nodig: {needed}. Jij hebt {yours}.",
        "need.nlqf.held": "Opleiding: genoeg. Nodig: {needed}. Jij hebt {yours} (dat zei je zelf).",
        "need.nlqf.learnt": "Opleiding: nog een niveau. Nodig: {needed}. Jij hebt {yours}. Je haalt het bij: {met_by}.",
        "need.nlqf.new": "Opleiding: nog een niveau. Nodig: {needed}. Je haalt het bij: {met_by}.",
        "need.nlqf.open": "Opleiding: nog nodig: {needed}. Jij hebt {yours}.",
        "need.min_age.held": "Leeftijd: goed. Je moet {needed} jaar of ouder zijn. Jij bent dan {yours} jaar.",
        "need.min_age.open": "Leeftijd: je moet {needed} jaar of ouder zijn. Jij bent dan {yours} jaar.",
        "need.max_age.held": "Leeftijd: goed. Dit kan tot en met {needed} jaar. Jij bent dan {yours} jaar.",
        "need.max_age.open": "Leeftijd: dit kan tot en met {needed} jaar. Jij bent dan {yours} jaar.",
        "need.target_group.held": "Dit is voor: {what}. Daar hoor jij bij.",
        "need.target_group.open": "Dit is voor: {what}.",
        "need.none": "Voor deze stap gelden geen toelatingseisen. Je kunt zo beginnen.",
        # What a step gives that is used later.
        "gain.skill": "Je leert {what}: {after}. Dat heb je later nodig voor: {used_by}.",
        "gain.credential": "Je haalt {what}. Dat heb je later nodig voor: {used_by}.",
        "gain.cefr": "Je Nederlands gaat naar {after}. Dat heb je later nodig voor: {used_by}.",
        "gain.nlqf": "Je opleiding gaat naar {after}. Dat heb je later nodig voor: {used_by}.",
        "user.work": "het werk als {occupation}",
        "user.place": "de plek bij {company}",
        # What to do now.
        "first.course": "Meld je aan bij {provider} voor {what}. Dit begint op {start}, in {place}.",
        "first.online": "Meld je aan bij {provider} voor {what}. Dit begint op {start} en is online.",
        "first.bbl": "Vraag {company} om een leerbaan. Je kunt op {start} beginnen.",
        "first.job": "Solliciteer bij {company}. Je kunt op {start} beginnen.",
        "first.card.course": "{what}, in {place}, vanaf {start}",
        "first.card.online": "{what}, online, vanaf {start}",
        "first.card.bbl": "Leerbaan bij {company}, vanaf {start}",
        "first.card.job": "Solliciteren bij {company}",
        # Why a card is open.
        "card.reason.steps": "Dit past bij je antwoorden. Je hebt {steps} nodig en er is een werkplek.",
        "card.reason.no_steps": "Dit past bij je antwoorden. Je kunt meteen solliciteren.",
        "card.reason.ask": "Vraag bij {steps} nog na of je mag meedoen.",
        # Facts.
        "fact.hours": "{hours} uur per week",
        "fact.price": "de prijs is {price}",
        "fact.paid": "ongeveer, bruto, {hours} uur per week",
        "fact.after": "na {duration}",
        "fact.full_time": "ongeveer, bruto, bij een volle werkweek",
        "where.online": "Online, van {provider}.",
        "where.site": "Les: {place}.",
        "where.provider": "Les van {provider}: {place}.",
        # Answers on the page where they are checked.
        "answer.none": "Nog niet beantwoord",
        "answer.empty": "Niets gekozen",
        "answer.place": "{place}",
        "answer.place.about": "{place} (ongeveer)",
        "answer.number": "{number} {unit}",
        "answer.named": "{name}: {value}",
        "answer.wished": "Graag: {sectors}",
        "answer.unwanted": "Liever niet: {sectors}",
        # Picking.
        "pick.suggested": "Uit je werk: {occupation}",
        # What to ask or to get before a step, by the name of the condition in the catalogue.
        "ask.medical_ok": "Voor dit werk is een medische keuring nodig.",
        "ask.licence_b": "Je hebt rijbewijs B nodig.",
        "ask.years_in_trade": "Je hebt {many} jaar ervaring in dit vak nodig.",
        "ask.employed": "Dit is voor mensen die al bij een bedrijf in dit vak werken.",
        "ask.foreign_credential": "Dit is voor mensen met een diploma uit een ander land.",
        "ask.no_start_qualification": "Dit is voor mensen zonder diploma van havo, vwo, mbo 2 of hoger.",
        "ask.not qualifies_mbo2": "Dit is voor mensen die nog niet naar mbo 2 mogen.",
        "ask.status": "Dit is voor mensen met een verblijfsvergunning.",
        "needed.licence_b": "rijbewijs B",
        "needed.years_in_trade": "{many} jaar ervaring in dit vak",
        "not_met.no_start_qualification": "Dit is voor mensen zonder diploma van havo, vwo, mbo 2 of hoger."
        " Zo'n diploma heb jij al. Vraag of je toch mag meedoen.",
        "not_met.not qualifies_mbo2": "Dit is voor mensen die nog niet naar mbo 2 mogen."
        " Met jouw diploma mag dat al. Vraag of je toch mag meedoen.",
        # Money.
        "money.price": "Prijs van alle stappen",
        "money.less": "min {amount}",
        "money.own": "Jij betaalt",
        # Messages above the routes.
        "message.place.about": "We rekenden met het midden van {place}. Je reistijd is dus een schatting.",
        "message.permit": "Je mag werken met een vergunning. Het bedrijf vraagt die aan bij UWV, vóór je begint.",
        "message.not_allowed": "Je mag nu nog niet werken in Nederland. Deze routes kunnen pas als je wel mag werken.",
        "message.school": "Je bent nog geen 18. Zonder diploma van havo, vwo of mbo 2 moet je ook naar school."
        " Bespreek je route met je school of de leerplichtambtenaar.",
        "message.young_wage": "Je bent nog geen {age}. Je loon kan lager zijn dan hier staat.",
        "message.skills": "Je werkte als {occupation}. Kies ook wat je daar leerde. Dan hoef je dat niet opnieuw"
        " te leren.",
        "message.wished": "Je wilt graag: {sectors}. Daar vonden we nu geen betere route. Verander je antwoorden"
        " om meer te zien.",
        "message.unwanted": "Je wilt liever niet: {sectors}. We laten het toch zien, want het is snel te halen.",
        # No route: what would open one, by question.
        "opening.none": "Met jouw antwoorden past er nu geen hele route. Dat zegt niets over jou.",
        "opening.limits": "We rekenden met hoogstens {minutes} minuten reizen, {hours} uur per week en {euros}.",
        "opening.travel_minutes": "Wil je {value} minuten reizen? Dan vinden we wel een route.",
        "opening.week": "Kun je {value} uur per week leren en werken? Dan vinden we wel een route.",
        "opening.dayparts": "Kun je ook op andere tijden naar een cursus? Dan vinden we wel een route.",
        "opening.transport": "Kun je met de fiets en het openbaar vervoer reizen? Dan vinden we wel een route.",
        "opening.budget": "Kun je {value} zelf betalen? Dan vinden we wel een route.",
        "opening.nothing": "Alleen meer reistijd, meer uren of meer geld is nu niet genoeg. Verander meer antwoorden"
        " tegelijk, of vraag hulp.",
        # Where a route goes.
        "goal.job": "Aan het werk als {occupation}",
        "goal.bbl": "Klaar met je leerbaan: je werkt als {occupation}",
        "goal.place": "{company} in {city}",
        "step.leerbaan": "{kind}, bij {company}. {where}",
        "step.course": "{kind}. {where}",
        # Career.
        "year.learning": "Je leert en bereidt je voor",
        "year.learn_work": "Je leert en werkt tegelijk (leerbaan)",
        "year.working": "Je werkt als {occupation}",
        "event.start": "Je eerste werkdag, als {occupation}",
        "event.move": "Je stapt over naar {occupation}",
        "event.move.courses": "Je stapt over naar {occupation}. Eerst volg je naast je werk: {courses}",
        # Pictures, for who does not see them.
        "timeline.title": "Tijdlijn van je route",
        "timeline.desc": "De route begint op {start}, met {steps}. Het werk waar je naartoe gaat begint op {work}.",
        "timeline.on": "gaat door",
        "years.title": "Tien jaar werk en leren",
        "years.desc": "Tien vakken, voor elk jaar een. In jaar 10 werk je als {occupation}.",
        "years.one": "Jaar {first}",
        "years.span": "Jaar {first} tot en met {last}",
        "years.unpaid": "nog geen loon",
        "gap.held": "Dit kun je al: {yours}.",
        "gap.open": "Nog nodig: {needed}.",
        "gap.learnt": "Nodig: {needed}. Je leert het bij: {met_by}.",
        "gap.desc": "Niveau {have} van 5. Nodig is niveau {needed}.",
    }
)


def say(key: str, **values: object) -> str:
    """The sentence of that key, with the values filled in; KeyError when there is no such sentence or value."""
    return SENTENCES[key].format(**values)


STATES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "open": ("Open voor jou", "tick"),
        "almost": ("Nog 1 stap", "clock"),
        "waiting": ("Open, wachten op plek", "hourglass"),
        "not_allowed": ("Open als je mag werken", "hourglass"),
        "closed": ("Nu dicht", "bar"),
        "unknown": ("Dit weten we nog niet", "question"),
    }
)
"""The words and the icon of each route state."""

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "language": "Taalcursus",
        "basic": "Basiscursus",
        "module": "Module (een kort deel van een opleiding)",
        "course": "Cursus",
        "certificate": "Certificaat",
        "exam": "Examen of erkenning van wat je al kunt",
        "bol": "Opleiding op school met stage",
        "bbl": "Leerbaan (je leert en werkt tegelijk)",
    }
)

SKILL_LEVELS = ("nog niet", *(level.label.lower() for level in questions.SKILL_LEVELS))
"""Level 0 to 5, in the words of the question about them."""

CEFR_LEVELS = ("begin", "A1", "A2", "B1", "B2", "C1", "C2")

NLQF_LEVELS = (
    "geen diploma",
    "basisniveau (mbo 1)",
    "mbo 2",
    "mbo 3",
    "mbo 4",
    "associate degree",
    "hbo-bachelor",
    "master",
    "doctor",
)

DAYPARTS: Mapping[str, str] = MappingProxyType(
    {"day": "overdag", "evening": "in de avond", "weekend": "in het weekend"}
)

TARGET_GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "status_holder": "statushouders",
        "starter": "starters",
        "experienced": "mensen met ervaring in de techniek",
        "career_changer": "zij-instromers",
    }
)


def and_list(words: list[str]) -> str:
    """A list as read aloud.

    >>> and_list(["lassen", "meten", "tekenen"])
    'lassen, meten en tekenen'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} en {words[-1]}"
