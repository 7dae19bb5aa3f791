"""Sentences of the same kinds as `stories_of_all_kinds.py`, kept apart to measure with.

What is wrong in them stays unread by whoever changes words, so that their figures say how well sentences are read that
nobody had in mind.
"""

from __future__ import annotations

from tests.catalogue.stories import Told, told

KEPT_APART: tuple[Told, ...] = (
    told(
        "Van mijn 16e tot mijn 20e stond ik op de bouw en sjouwde ik stenen en cement",
        "fysiek",
        "metselen veilig-gedrag",
    ),
    told(
        "Ik deed de bekabeling van kantoren, netwerkkabels trekken en patchkasten afmonteren",
        "databekabeling",
        "kabels-trekken netwerkbeheer schakelmateriaal",
    ),
    told(
        "Thuis in Marokko heb ik een huis gebouwd met mijn ooms: metselen, dak erop, alles",
        "metselen",
        "dak-pannen dakconstructie timmeren-ruw samenwerken",
    ),
    told("Ik was kraanmachinist op een bouwplaats in Polen", "mobiele-kraan", "hijsen"),
    told(
        "Ik heb bij een hovenier gewerkt, vooral bestrating en schuttingen",
        "straatwerk",
        "grondwerk timmeren-ruw timmeren-afbouw fysiek",
    ),
    told(
        "Ik maakte trappen en hekwerken van staal",
        "constructie",
        "lassen-migmag lassen-tig lassen-elektrode bankwerken",
    ),
    told(
        "RVS leidingen gelast met TIG in de zuivelindustrie",
        "lassen-tig",
        "lassen-pijp lassen-migmag lassen-elektrode voedselveilig procesbediening",
    ),
    told("Bij VDL assembleerde ik bussen", "montage-machine", "truck-techniek"),
    told("Deuken uitdeuken en spuiten bij een schadebedrijf", "carrosserie spuiten"),
    told(
        "Servicemonteur voor koffiemachines, ik reed heel Brabant door",
        "onderhoud-mech",
        "rijden-b klantgericht storing-mech storing-elektro zelfstandig",
    ),
    told("operator A geweest bij een chemische fabriek, vijfploegendienst", "procesbediening ploegendienst"),
    told("Ik legde kabels in de grond voor Liander via een aannemer", "kabels-leggen", "ls-aansluiten grondwerk"),
    told("meterkasten vervangen en slimme meters geplaatst", "meter groepenkast"),
    told("Ik isoleerde spouwmuren en kruipruimtes", "isoleren-bouw"),
    told("bij ProRail heb ik dwarsliggers vervangen", "spoorwerk"),
    told("I have worked as a tiler and bricklayer for my cousin", "tegelzetten metselen"),
    told("I did demolition work and poured foundations", "slopen betonstorten", "bemaling bekisting"),
    told("Scaffolder on oil platforms, 6 years", "steigerbouw", "hoogte"),
    told("I ran the network and helped desk users with their laptops", "netwerkbeheer werkplekbeheer", "klantgericht"),
    told("I know how to read electrical diagrams and find faults", "schema-elektro storing-elektro", "elektro-basis"),
    told("ik ben metselar van beroep", "metselen"),
    told("steigerbower geweest 4 jaar", "steigerbouw", "hoogte"),
    told(
        "ik kan goet met hout werken, deuren en kozeinen",
        "kozijnen timmeren-afbouw",
        "timmeren-ruw meubelmaken materiaalkennis houtmachinaal",
    ),
    told("heb in fabrik gewerkt, masjienes bedienen", "procesbediening"),
    told(
        "lasen en slijpen in een constructie bedrijf",
        "lassen-migmag lassen-tig lassen-elektrode",
        "gereedschap-elektrisch constructie oppervlak bankwerken",
    ),
    told(
        "Achter de bar en in de bediening gewerkt, vooral in de weekenden",
        "klantgericht",
        "stressbestendig samenwerken voedselveilig",
    ),
    told("Als pedagogisch medewerker werkte ik met peuters", "communiceren", "samenwerken"),
    told(
        "Bij de Albert Heijn was ik teamleider van de versafdeling",
        "leidinggeven",
        "klantgericht voedselveilig samenwerken",
    ),
    told("Ik gaf bijles rekenen aan kinderen", "lesgeven", "rekenen-basis communiceren"),
    told("Ik werkte bij PostNL als sorteerder in de nacht", "", "ploegendienst fysiek nauwkeurig"),
    told("Ik was tolk Arabisch bij het COA", "communiceren"),
    told("Ik ben jarenlang mantelzorger voor mijn man geweest", "", "communiceren zelfstandig"),
    told("Als conducteur controleerde ik kaartjes", "klantgericht", "communiceren"),
    told(
        "Ik heb een webshop in kleding gehad en deed de administratie zelf",
        "",
        "klantgericht rekenen-basis zelfstandig digitaal-basis",
    ),
    told("Ik bezorg maaltijden op de fiets", "", "klantgericht fysiek"),
    told("I worked in a call center, talking to angry customers", "klantgericht", "communiceren stressbestendig"),
    told("I studied economics and worked in a bank", "", "rekenen-basis klantgericht"),
    told("I was a security guard at a shopping mall", "", "stressbestendig klantgericht ploegendienst communiceren"),
    told("I wrote software in C++ for embedded devices", "iot", "python"),
    told("I baked bread with my grandmother's recipes in our own bakery", "voedselveilig", "zelfstandig"),
    told(
        "Met elektriciteit heb ik totaal geen ervaring, met hout wel",
        "",
        "timmeren-ruw timmeren-afbouw meubelmaken houtmachinaal materiaalkennis",
    ),
    told("I have never driven a truck, only a van", "rijden-b"),
    told("Schilderen lukt me niet zo goed"),
    told("Nooit in de bouw gewerkt, wel jaren in de thuiszorg", "", "communiceren zelfstandig fysiek"),
    told("Ik ben gestopt met metselen door mijn rug", "metselen"),
    told("Ik wil liever iets met mijn handen doen, bijvoorbeeld timmeren"),
    told("My dream is to be an electrician"),
    told("Zou het mogelijk zijn om lasser te worden zonder diploma?"),
    told("Kan ik bij jullie leren programmeren?"),
    told("I might start a welding course next year"),
    told("Bij ons thuis was mijn vader de timmerman, ik hielp hem vaak", "", "timmeren-ruw timmeren-afbouw"),
    told("My neighbour fixes cars all weekend"),
    told("Vroeger repareerde mijn opa fietsen in de schuur"),
    told(
        "Samen met mijn broer heb ik een dak vernieuwd",
        "dak-pannen",
        "dak-bitumen dakconstructie timmeren-ruw samenwerken",
    ),
    told("Ik loop elke dag met de hond langs het spoor"),
    told("Ik draai graag muziek in het weekend"),
    told("Ik heb mijn fiets in de stalling gezet"),
    told("Ik sta op de wachtlijst voor taalles"),
    told("I live near the harbour with my wife"),
    told("I have two small kids and no car"),
    told("keukenmonteur bij Ikea", "timmeren-afbouw", "meubelmaken"),
    told("Ik zat in het grondverzet, vooral met de rupskraan", "graafmachine", "grondwerk"),
    told("voorraadbeheer en orders klaarzetten met de EPT", "", "heftruck nauwkeurig digitaal-werkbon fysiek"),
    told("VCA gehaald en BHV'er geweest", "vca-basis bhv"),
    told("Ik hielp in de fietsenwinkel, banden plakken en kettingen vervangen", "fietstechniek", "klantgericht"),
    told(
        "Na mijn havo ben ik gestopt met school. Ik heb in een callcenter gezeten "
        "en daarna bij een bouwmarkt op de afdeling hout.",
        "klantgericht",
        "communiceren materiaalkennis",
    ),
    told(
        "Ik ben 54 en heb dertig jaar op de drukkerij gestaan, papier snijden en machines instellen. Nu is die dicht.",
        "ombouwen",
        "procesbediening nauwkeurig onderhoud-mech",
    ),
    told(
        "I worked in agriculture, driving harvesters and fixing irrigation pumps",
        "landbouwmachines",
        "onderhoud-mech sanitair shovel fysiek",
    ),
)
