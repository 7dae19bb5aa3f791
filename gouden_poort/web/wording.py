"""The Dutch sentences that depend on data, by key. A sentence is one template; pages never glue pieces together.

What a wrong answer and a failed request get to hear stands with those, in `fault_words` and `errors`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from types import MappingProxyType

from gouden_poort.profiles.asking import work_and_skills
from gouden_poort.profiles.objection import About
from gouden_poort.web.language import _

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        # Why someone may take a step, or do the work: needs. The part after the dot says how the need is met.
        "need.skill.held": "%(what)s: dit kun je al. Nodig: %(needed)s. Jij: %(yours)s (dat zei je zelf).",
        "need.skill.learnt": "%(what)s: nog een stap. Nodig: %(needed)s. Jij: %(yours)s (dat zei je zelf)."
        " Je leert het bij: %(met_by)s.",
        "need.skill.new": "%(what)s: nieuw voor jou. Nodig: %(needed)s. Je leert het bij: %(met_by)s.",
        "need.skill.open": "%(what)s: nog een stap. Nodig: %(needed)s. Jij: %(yours)s.",
        "need.credential.held": "%(what)s: dit papier heb je al (dat zei je zelf).",
        "need.credential.new": "%(what)s: dit papier is nodig. Je haalt het bij: %(met_by)s.",
        "need.credential.open": "%(what)s: dit papier is nog nodig.",
        "need.cefr.held": "Nederlands: genoeg. Nodig: %(needed)s. Jij hebt %(yours)s (dat zei je zelf).",
        "need.cefr.learnt": "Nederlands: nog een stap. Nodig: %(needed)s. Jij hebt %(yours)s (dat zei je zelf)."
        " Je leert het bij: %(met_by)s.",
        "need.cefr.new": "Nederlands: nog een stap. Nodig: %(needed)s. Je begint bij het begin, bij: %(met_by)s.",
        "need.cefr.open": "Nederlands: nog een stap. Nodig: %(needed)s. Jij hebt %(yours)s.",
        "need.nlqf.held": "Opleiding: genoeg. Nodig: %(needed)s. Jij hebt %(yours)s (dat zei je zelf).",
        "need.nlqf.learnt": "Opleiding: nog een niveau. Nodig: %(needed)s. Jij hebt %(yours)s."
        " Je haalt het bij: %(met_by)s.",
        "need.nlqf.new": "Opleiding: nog een niveau. Nodig: %(needed)s. Je haalt het bij: %(met_by)s.",
        "need.nlqf.open": "Opleiding: nog een niveau. Nodig: %(needed)s. Jij hebt %(yours)s.",
        "need.min_age.held": "Leeftijd: goed. Je moet %(needed)s jaar of ouder zijn. Jij bent dan %(yours)s jaar.",
        "need.min_age.open": "Leeftijd: je moet %(needed)s jaar of ouder zijn. Jij bent dan %(yours)s jaar.",
        "need.max_age.held": "Leeftijd: goed. Dit kan tot en met %(needed)s jaar. Jij bent dan %(yours)s jaar.",
        "need.max_age.open": "Leeftijd: dit kan tot en met %(needed)s jaar. Jij bent dan %(yours)s jaar.",
        "need.target_group.held": "Dit is voor: %(what)s. Daar hoor jij bij.",
        "need.target_group.open": "Dit is voor: %(what)s.",
        "need.none": "Voor deze stap heb je niets nodig. Je kunt zo beginnen.",
        # What a step gives that is used later.
        "gain.skill": "Je leert %(what)s: %(after)s. Dat heb je later nodig voor: %(used_by)s.",
        "gain.credential": "Je haalt %(what)s. Dat heb je later nodig voor: %(used_by)s.",
        "gain.cefr": "Je Nederlands gaat naar %(after)s. Dat heb je later nodig voor: %(used_by)s.",
        "gain.nlqf": "Je opleiding gaat naar %(after)s. Dat heb je later nodig voor: %(used_by)s.",
        "user.work": "het werk als %(occupation)s",
        "user.place": "de plek bij %(company)s",
        # What to do now.
        "first.course": "Meld je aan bij %(provider)s voor %(what)s. Dit begint op %(start)s, in %(place)s.",
        "first.online": "Meld je aan bij %(provider)s voor %(what)s. Dit begint op %(start)s en is online.",
        "first.bbl": "Vraag %(company)s om een leerbaan. Je kunt op %(start)s beginnen.",
        "first.job": "Solliciteer bij %(company)s. Je kunt op %(start)s beginnen.",
        "first.card.course": "%(what)s, in %(place)s, vanaf %(start)s.",
        "first.card.online": "%(what)s, online, vanaf %(start)s.",
        "first.card.bbl": "Leerbaan bij %(company)s, vanaf %(start)s.",
        "first.card.job": "Solliciteren bij %(company)s.",
        # Why a card is open.
        "card.reason.no_steps": "Dit past bij je antwoorden. Je kunt meteen solliciteren.",
        "card.reason.question": "Eerst deze vraag: %(question)s",
        "card.reason.did": "Dit werk deed je al.",
        "card.reason.wished": "Je wilt graag in deze sector werken.",
        "card.reason.hours": "Deze plek is voor %(hours)s per week. Jij hebt %(yours)s. Vraag of meer kan.",
        "card.wished_lower": "Ander werk is sneller te halen, goedkoper of beter betaald. Daarom staat dit niet hoger.",
        "card.not_among_five": "Deze route hoort niet bij de eerste 5. Ander werk is sneller te halen, goedkoper of"
        " beter betaald.",
        "card.other_sector": "Deze route staat erbij, zodat je ook werk in een andere sector ziet.",
        # Facts.
        "fact.price": "de prijs is %(price)s",
        "fact.after": "na %(duration)s",
        "fact.full_time": "ongeveer, bruto, bij een volle werkweek",
        "where.online": "Online, van %(provider)s.",
        "where.site": "Les: %(place)s.",
        "where.provider": "Les van %(provider)s: %(place)s.",
        # Answers on the page where they are checked.
        "answer.none": "Nog niet beantwoord",
        "answer.empty": "Niets gekozen",
        "answer.place": "%(place)s",
        "answer.place.about": "%(place)s (ongeveer)",
        "answer.number": "%(number)s %(unit)s",
        "answer.named": "%(name)s: %(value)s",
        "answer.wished": "Graag: %(sectors)s",
        "answer.unwanted": "Liever niet: %(sectors)s",
        # Picking.
        "pick.suggested": "Je werkte als %(occupation)s. Wat deed je daar vaak?",
        # What the rules say, and where it is written.
        "law.article": "%(title)s, artikel %(article)s",
        "law.from": "Geldt vanaf %(day)s.",
        "law.until": "Geldt tot en met %(day)s.",
        "law.between": "Geldt van %(first)s tot en met %(last)s.",
        "law.check": "Controleer dit: %(text)s",
        "law.ask": "Vraag na: %(text)s",
        "aid.window": "%(words)s %(window)s",
        "effect.own_cost": "Met deze hulp betaal je zelf minder voor een opleiding.",
        "effect.keeps_benefit": "Je leert of probeert werk, en je uitkering stopt niet.",
        "effect.in_kind": "Je krijgt geen geld, maar les, advies of begeleiding.",
        "effect.loan": "Dit geld betaal je later terug.",
        "effect.pays_employer": "Het bedrijf krijgt geld als het je opleidt of aanneemt.",
        # Money.
        "money.price": "Prijs van alle stappen",
        "money.less": "min %(amount)s",
        "money.own": "Jij betaalt",
        # Money month by month.
        "months.title": "Geld per maand",
        "months.desc": "Een staaf voor elke maand. In de laatste maand is het loon %(wage)s.",
        "months.span": "%(first)s tot en met %(last)s",
        "months.waiting": "Je wacht tot het werk begint",
        "months.paid_at_once": "Je krijgt loon vanaf de eerste maand.",
        "months.later.more": "Aan het eind is je loon %(amount)s per maand hoger dan wat je nu krijgt.",
        "months.later.less": "Aan het eind is je loon %(amount)s per maand lager dan wat je nu krijgt. Bespreek met een"
        " coach of dit bij je past.",
        "months.later.same": "Aan het eind is je loon even hoog als wat je nu krijgt.",
        "months.row.more": "%(amount)s meer dan nu",
        "months.row.less": "%(amount)s minder dan nu",
        "months.row.same": "evenveel als nu",
        "months.row.part": "nog geen hele maand",
        "months.row.ask": "vraag na of je inkomen doorgaat",
        "months.uwv": "Je hebt een uitkering van UWV. Vraag vóór je begint of die doorgaat als je leert of werkt.",
        "months.municipality": "Je hebt bijstand. Vraag de gemeente vóór je begint of die doorgaat als je leert of"
        " werkt.",
        "months.income.wrong": "Vul een bedrag in hele euro's in. Bijvoorbeeld 1650.",
        # The card of a child: for eight-year-olds, so shorter than the rest.
        "card.pick_one": "Kies 1 plaatje. Of kies “Weet ik niet”.",
        "card.place.near": "Die plaats kennen we niet. Kies een van de namen.",
        "card.place.unknown": "Die plaats kennen we niet. Kies een grotere plaats in de buurt.",
        "theme.work": "Werk dat hierbij hoort: %(work)s.",
        "outing.suits": "Past bij jou: %(themes)s",
        "outing.when": "%(ages)s, %(months)s",
        "outing.close": "dicht bij jou",
        "outing.bike": "ongeveer %(minutes)s fietsen",
        "outing.car": "ongeveer %(minutes)s met de auto",
        "outing.ages.between": "voor %(youngest)s tot en met %(oldest)s jaar",
        "outing.ages.from": "vanaf %(age)s jaar",
        "outing.ages.to": "tot en met %(age)s jaar",
        "outing.ages.all": "voor iedereen",
        "outing.months": "in %(months)s",
        "outing.most_months": "bijna het hele jaar",
        # What can be shared with a coach.
        "coach.route": "De route die je koos",
        # A number that we do not want, wherever it was typed.
        "typed.bsn": "Hier stond een nummer dat lijkt op een burgerservicenummer (BSN). Dat hebben we niet nodig, en"
        " een ander kan er misbruik van maken. We haalden het weg. Kijk na wat er nu staat.",
        # Faults in a message about what is not right.
        "objection.about.not_a_choice": "Kies waar het over gaat.",
        "objection.what.missing": "Schrijf op wat er niet klopt.",
        "objection.what.too_many": "Maak je bericht korter. Er passen %(longest)s tekens in.",
        "objection.page.too_many": "Maak dit korter. Er passen %(longest)s tekens in.",
        "objection.contact.too_many": "Maak dit korter. Er passen %(longest)s tekens in.",
        # Messages above the routes.
        "message.place.about": "We rekenden met het midden van %(place)s. Je reistijd is dus een schatting.",
        "message.permit": "Je mag werken met een vergunning. Het bedrijf vraagt die aan bij UWV, vóór je begint.",
        "message.not_allowed": "Je mag nu nog niet werken in Nederland. Deze routes kunnen pas als je wel mag werken.",
        "message.not_allowed.none": "Je mag nu nog niet werken in Nederland. Betaald werk kan dus nog niet. Een cursus"
        " volgen en kennismaken met techniek mag wel.",
        "message.school": "Je bent nog geen 18. Zonder diploma van havo, vwo of mbo 2 moet je ook naar school."
        " Bespreek je route met je school of de leerplichtambtenaar.",
        "message.young_wage": "Je bent nog geen %(age)s. Je loon kan lager zijn dan hier staat.",
        "message.skills": "Je werkte als %(occupation)s. Kies ook wat je daar leerde. Dan hoef je dat niet opnieuw"
        " te leren.",
        "message.priority.soon": "Voor jou telt snel betaald werk het zwaarst. Dat weegt nu extra mee.",
        "message.priority.wage": "Voor jou telt een goed loon het zwaarst. We vergelijken het loon van een volle"
        " werkweek.",
        "message.priority.near": "Voor jou telt dicht bij huis werken het zwaarst. Dat weegt nu extra mee.",
        "message.priority.cheap": "Voor jou telt weinig zelf betalen het zwaarst. Dat weegt nu extra mee.",
        "message.wished": "Je wilt graag: %(sectors)s. Daar vonden we nu geen route. Verander je antwoorden om meer te"
        " zien.",
        "message.wished_below": "Je wilt graag: %(sectors)s. De beste route daar staat onder de andere routes.",
        "message.unwanted": "Je wilt liever niet: %(sectors)s. We laten het toch zien, want het is snel te halen.",
        # No route: what would open one.
        "opening.none": "Met jouw antwoorden past er nu geen hele route. Dat zegt niets over jou."
        " We rekenden met hoogstens %(minutes)s reizen, %(hours)s per week en %(euros)s.",
        "opening.change": "%(words)s %(then)s",
        "opening.nothing": "Eén andere keuze is nu niet genoeg. Verander meer antwoorden tegelijk, of vraag hulp.",
        "opening.law": "Voor betaald werk moet je mogen werken in Nederland. Jij zei: nu nog niet.",
        "opening.not_allowed": "Mag je toch werken? Verander dan je antwoord. Twijfel je? Vraag hulp.",
        # What someone could change, by kind: what, how much is needed, what they said; then what they can do.
        "change.said": "Jij zei %(yours)s.",
        "change.assumed": "Wij rekenden met %(yours)s.",
        "change.dayparts": "Tijden: ook op andere momenten naar les.",
        "change.dayparts.do": "Kijk of je ook op andere dagdelen kunt.",
        "change.travel_minutes": "Reistijd: %(more)s langer. Nodig: %(needed)s. %(said)s",
        "change.travel_minutes.do": "Lukt het jou om langer te reizen? Vraag ook of je kunt meerijden.",
        "change.transport": "Vervoer: ook met de fiets, de trein en de bus.",
        "change.transport.do": "Kijk of je een fiets kunt lenen. Je gemeente helpt soms met reiskosten.",
        "change.later_start": "Begin: %(more)s later. Nodig: %(needed)s. %(said)s",
        "change.later_start.do": "Later beginnen kan helpen. Soms is er dan pas een plek.",
        "change.longer_route": "Tijd: een route van %(needed)s. %(said)s",
        "change.longer_route.do": "Vraag het Werkcentrum om met je mee te denken.",
        "change.hours_per_week": "Uren per week: %(more)s meer. Nodig: %(needed)s. %(said)s",
        "change.hours_per_week.do": "Kijk of je meer uren kunt leren en werken. Vraag hulp bij opvang of zorg.",
        "change.budget": "Eigen geld: %(more)s meer. Nodig: %(needed)s. %(said)s",
        "change.budget.do": "Vraag je gemeente, UWV of een bedrijf om mee te betalen.",
        "change.driving_licence": "Rijbewijs B: nog nodig.",
        "change.driving_licence.do": "Heb je het al? Kies het dan bij je papieren.",
        "change.then": "Dan is er een route. Betaald werk begint na %(duration)s.",
        "change.then.and": "%(then)s Het hangt dan nog af van deze vraag: %(question)s",
        "change.then.now": "Dan is er een route. Je kunt dan meteen solliciteren.",
        # What if: what could be otherwise, and what that changes.
        "whatif.pick": "Kies eerst wat je wilt veranderen.",
        "whatif.travel_minutes": "Hoe lang wil je reizen?",
        "whatif.transport": "Hoe reis je?",
        "whatif.dutch": "Hoe goed is je Nederlands?",
        "whatif.start": "Wanneer begin je?",
        "whatif.week": "Hoeveel uur heb je per week?",
        "whatif.travel.longer": "%(more)s langer (%(total)s)",
        "whatif.transport.also": "Ook met %(mode)s",
        "whatif.transport.no_car": "Zonder auto",
        "whatif.dutch.more": "Eén niveau meer: %(level)s",
        "whatif.start.soonest": "Zo snel mogelijk (%(day)s)",
        "whatif.start.earlier": "%(by)s eerder (%(day)s)",
        "whatif.start.later": "%(by)s later (%(day)s)",
        "whatif.answer": "%(name)s: %(before)s wordt %(after)s.",
        "whatif.answer.new": "%(name)s: %(after)s.",
        "whatif.answer.come": "%(name)s: %(what)s erbij.",
        "whatif.answer.gone": "%(name)s: %(what)s weg.",
        "whatif.opens": "Gaat open of komt erbij",
        "whatif.closes": "Gaat dicht of valt af",
        "whatif.changes": "Gaat anders",
        "whatif.part": "%(title)s: %(work)s.",
        "whatif.opened": "Gaat open. Betaald werk begint op %(start)s.",
        "whatif.closed": "Gaat dicht. Er is dan geen route meer.",
        "whatif.still_closed": "Blijft dicht. Dit is nog niet genoeg.",
        "whatif.entered": "Komt bij je beste routes.",
        "whatif.left": "Valt uit je beste routes: ander werk past dan beter. De route kan nog wel.",
        "whatif.starts_earlier": "Je werkt %(by)s eerder: vanaf %(start)s.",
        "whatif.starts_later": "Je werkt %(by)s later: vanaf %(start)s.",
        "whatif.qualified_sooner": "Je bent %(by)s eerder klaar met leren.",
        "whatif.qualified_later": "Je bent %(by)s later klaar met leren.",
        "whatif.cheaper": "Je betaalt %(by)s minder.",
        "whatif.dearer": "Je betaalt %(by)s meer.",
        "whatif.nearer": "Alle reizen samen zijn %(by)s korter, alleen heen.",
        "whatif.farther": "Alle reizen samen zijn %(by)s langer, alleen heen.",
        "whatif.better_paid": "Het loon is %(by)s per maand hoger, bij een volle werkweek.",
        "whatif.less_paid": "Het loon is %(by)s per maand lager, bij een volle werkweek.",
        "whatif.same": "Dit antwoord maakt voor die routes nu geen verschil.",
        "whatif.same.none": "Ook hiermee is er nog geen hele route.",
        "whatif.same.travel_minutes": "Je beste routes passen al binnen je reistijd.",
        "whatif.same.transport": "Met ander vervoer is er nu geen betere route.",
        "whatif.same.dutch": "Een ander niveau Nederlands maakt je beste routes nu niet korter.",
        "whatif.same.start": "Op een andere dag begint er nu niets dat beter past.",
        "whatif.same.week": "Je lessen en je werk passen ook met dit aantal uren.",
        # Routes beside each other.
        "compare.unknown": "niet bekend",
        "compare.now": "Meteen",
        "compare.level": "%(level)s of hoger",
        "compare.none": "Kies 2 of 3 routes.",
        "compare.one": "Je koos 1 route. Kies er nog een.",
        "compare.most": "Je koos %(count)s routes. Kies er hoogstens 3.",
        "compare.gone": "Eén route is er nu niet meer. Die staat niet in de tabel.",
        # Work without a route now: what is in the way.
        "obstacle.no_work": "Werk: geen bedrijf in ons overzicht heeft dit werk.",
        "obstacle.work_too_far": "Reistijd naar werk: de dichtste plek is %(minutes)s reizen. Jij wilt hoogstens"
        " %(limit)s reizen.",
        "obstacle.work_closed": "Werk als %(what)s: er is nu een regel die dit tegenhoudt.",
        "obstacle.training_too_far": "Reistijd naar les: %(what)s is %(minutes)s reizen. Jij wilt hoogstens"
        " %(limit)s reizen.",
        "obstacle.training_closed": "%(what)s: er is nu een regel die deze opleiding tegenhoudt.",
        "obstacle.not_taught": "Nog nodig: %(what)s. Geen opleiding in ons overzicht leert je dit.",
        "obstacle.too_little": "We vonden geen hele route die nu past. We rekenden met %(hours)s per week en"
        " %(euros)s eigen geld.",
        "obstacle.need": "%(text)s Bij jou: %(yours)s.",
        "instead.not_allowed": "Betaald werk kan nu nog niet. Een cursus volgen en kennismaken met techniek mag wel."
        " Het Werkcentrum helpt je daarbij. Mag je toch werken? Verander dan je antwoord.",
        "instead.law": "Hierboven staat wat nodig is. Lukt dat nu niet? Vaak is er ander werk dat erop lijkt en wel"
        " kan.",
        "instead.tried": "We probeerden andere tijden, meer reistijd, ander vervoer, later beginnen, meer uren, meer"
        " geld en een rijbewijs. Dat opent dit beroep nu niet. Vaak is er ander werk dat erop lijkt en wel kan.",
        "full.course": "Deze opleiding is vol: %(what)s, van %(provider)s.",
        "full.place": "De werkplek bij %(company)s is bezet.",
        # Where a route goes.
        "goal.job": "Aan het werk als %(occupation)s",
        "goal.bbl": "Klaar met je leerbaan: je werkt als %(occupation)s",
        "goal.place": "%(company)s in %(city)s",
        "step.leerbaan": "%(kind)s, bij %(company)s. %(where)s",
        "step.course": "%(kind)s. %(where)s",
        # Career.
        "year.learning": "Je leert en bereidt je voor",
        "year.learn_work": "Je leert en werkt tegelijk (leerbaan)",
        "year.working": "Je werkt als %(occupation)s",
        "event.start": "Je eerste werkdag, als %(occupation)s.",
        "event.move": "Je stapt over naar %(occupation)s.",
        "event.move.courses": "Je stapt over naar %(occupation)s. Eerst volg je naast je werk: %(courses)s.",
        # Pictures, for who does not see them.
        "timeline.title": "Tijdlijn van je route",
        "timeline.on": "gaat door",
        "years.title": "Tien jaar werk en leren",
        "years.desc": "Tien vakken, voor elk jaar een. In jaar 10 werk je als %(occupation)s.",
        "years.one": "Jaar %(first)s",
        "years.span": "Jaar %(first)s tot en met %(last)s",
        "years.unpaid": "nog geen loon",
        "gap.held": "Dit kun je al: %(yours)s.",
        "gap.open": "Nog nodig: %(needed)s.",
        "gap.learnt": "Nodig: %(needed)s. Je leert het bij: %(met_by)s.",
        "gap.desc": "Niveau %(have)s van 5. Nodig is niveau %(needed)s.",
    }
)


def say(key: str, **values: object) -> str:
    """The sentence of that key in the language that is spoken, with the values filled in.

    KeyError when there is no such sentence or value.
    """
    return _(SENTENCES[key], **values)


STATES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "open": ("Open voor jou", "tick"),
        "almost": ("Nog 1 stap", "clock"),
        "almost-2": ("Nog 2 stappen", "clock"),
        "waiting": ("Open, wachten op plek", "hourglass"),
        "not_allowed": ("Open als je mag werken", "hourglass"),
        "closed": ("Nu dicht", "bar"),
        "unknown": ("Dit weten we nog niet", "question"),
    }
)
"""The words and the icon of each route state."""

OBJECTIONS: Mapping[About, tuple[str, str]] = MappingProxyType(
    {
        About.RESULT: ("Een route of uitkomst", "Er mist een route, of een route past niet."),
        About.FACT: ("Een gegeven over werk, een opleiding of een plek", "Een prijs, datum of adres klopt niet."),
        About.RULE: ("Een regel", "De regel is oud, of geldt niet voor jou."),
        About.OWN_DATA: ("Mijn eigen gegevens", "Je wilt ze zien, verbeteren of wissen."),
        About.OTHER: ("Iets anders", ""),
    }
)
"""What someone may object to, with what belongs to it."""
RULE_KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "admission": ("Wie mag meedoen", "Dit is nodig om te mogen beginnen. Anders is de deur nu dicht."),
        "obligation": ("Wat je eerst regelt", "Dit doe je voor je begint. De deur blijft open."),
        "warning": ("Waar je op let", "Dit zeggen we erbij als het voor jou geldt. De deur blijft open."),
        "advice": ("Wat we aanraden", "Dit hoeft niet. Het helpt je wel."),
        "info": ("Goed om te weten", "Hier hoef je niets voor te doen."),
        "ranking": ("Wat de volgorde bepaalt", "Dit zet werk hoger of lager in je lijst. Het sluit niets."),
    }
)
"""What each kind of rule does, by the word of a rulebook; schemes are told apart by what they do."""

SUBJECTS: Mapping[str, str] = MappingProxyType(
    {
        "leeftijd": "Leeftijd",
        "school": "School en opleiding",
        "taal": "Taal, rekenen en computer",
        "werken": "Mogen werken in Nederland",
        "inburgeren": "Inburgeren",
        "uitkering": "Uitkering en steun",
        "papieren": "Papieren en veilig werken",
        "aanbieders": "Wat scholen en bedrijven vragen",
        "eerlijk": "Eerlijk kiezen",
        "hulp-rijk": "Geld en hulp van het rijk",
        "hulp-uwv": "Geld en hulp van UWV",
        "hulp-gemeente": "Geld en hulp van je gemeente",
        "hulp-regio": "Geld en hulp in je regio",
        "hulp-sector": "Geld en hulp van een sector",
        "overig": "Andere regels",
    }
)
"""The subjects of the rules by the last part of their address."""

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

SKILL_LEVELS = ("nog niet", *(level.label.lower() for level in work_and_skills.SKILL_LEVELS))
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

TRAVEL_MODES: Mapping[str, str] = MappingProxyType(
    {"bike": "de fiets", "transit": "het openbaar vervoer", "car": "de auto"}
)
"""Ways to travel, inside a sentence."""

TARGET_GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "status_holder": "statushouders",
        "starter": "starters",
        "experienced": "mensen met ervaring in de techniek",
        "career_changer": "zij-instromers",
    }
)


def comma_list(words: list[str]) -> str:
    """A list with nothing before its last word, as in a table."""
    return reduce(lambda one, more: _("%(one)s, %(more)s", one=one, more=more), words) if words else ""


def and_list(words: list[str]) -> str:
    """A list as read aloud.

    >>> and_list(["lassen", "meten", "tekenen"])
    'lassen, meten en tekenen'
    """
    if len(words) < 2:
        return next(iter(words), "")
    *first, last = words
    rest = reduce(lambda one, more: _("%(one)s, %(more)s", one=one, more=more), first)
    return _("%(first)s en %(last)s", first=rest, last=last)
