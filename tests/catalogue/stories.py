"""Sentences as people write them, Dutch and English, with the skills of the built-in catalogue that they tell of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence; `skills` must all be found, and of `also` each may be."""

    text: str
    skills: frozenset[str]
    also: frozenset[str] = frozenset()


def told(text: str, skills: str = "", also: str = "") -> Told:
    return Told(text, _ids(skills), _ids(also))


def _ids(names: str) -> frozenset[str]:
    return frozenset(f"sk-{name}" for name in names.split())


WELDING = "lassen-migmag lassen-tig lassen-elektrode"
ELECTRICIAN = "elektro-basis schakelmateriaal"
CARPENTRY = "timmeren-ruw timmeren-afbouw"

STORIES: tuple[Told, ...] = (
    # ---- Dutch
    told("ik heb 5 jaar gelast en kan tekening lezen", f"{WELDING} tekening-basis"),
    told("Ik was lasser in een fabriek", "lassen-migmag", "procesbediening"),
    told("Ik repareer fietsen voor de buurt", "fietstechniek"),
    told("Ik heb thuis de badkamer betegeld en muren gestuukt", "stukadoren", "sanitair tegelzetten metselen"),
    told("Ik kan goed metselen en voegen", "metselen", "voegen"),
    told("Jarenlang getimmerd: kozijnen geplaatst en daken gemaakt", f"{CARPENTRY} kozijnen", "dak-bitumen dak-pannen"),
    told("Zonnepanelen gelegd op daken van huizen", "pv-montage", "dak-bitumen"),
    told("Ik reed op de heftruck in een magazijn", "heftruck"),
    told("Ik was automonteur, ik deed ook kleine beurten", "auto-onderhoud"),
    told("In Syrië was ik elektricien", ELECTRICIAN),
    told("Ik heb stopcontacten en lampen opgehangen", "schakelmateriaal", "verlichting"),
    told("Ik werkte als kok in een restaurant", "voedselveilig stressbestendig"),
    told("Ik heb 3 jaar in een winkel gewerkt", "klantgericht"),
    told("schilderen van huizen, binnen en buiten", "schilderen"),
    told("Ik maakte meubels van hout", "meubelmaken"),
    told("machines gerepareerd in de fabriek", "onderhoud-mech procesbediening"),
    told("Ik werk met PLC en Siemens S7", "plc-basis"),
    told("Ik programmeer in Python", "python"),
    told("Ik ben loodgieter geweest", "sanitair"),
    told("Ik heb twee jaar vloeren gelegd, vooral laminaat", "vloerleggen timmeren-afbouw"),
    told("Vrachtwagenchauffeur met code 95", "rijden-c"),
    told("Ik gaf leiding als voorman aan een ploeg", "leidinggeven", "samenwerken ploegendienst"),
    told("Ik bouwde steigers", "steigerbouw"),
    told("Ik deed straatwerk, stoep en bestrating", "straatwerk"),
    told("Ik heb een cv-ketel onderhouden", "cv-onderhoud"),
    told("Ik kan CNC draaien en frezen", "cnc-draaien", "cnc-frezen draaien frezen"),
    told("Telefoons gerepareerd en printplaten gesoldeerd", "solderen-elektronica", "solderen-leiding"),
    told("koelkasten repareren deed ik in Eritrea", "koeltechniek"),
    # ---- Dutch, misspelt
    told("ik heb gelascht en getimert", f"{WELDING}", CARPENTRY),
    told("fietsen gerepareert", "fietstechniek"),
    told("ik ben electricien", ELECTRICIAN),
    told("stucadoor geweest", "stukadoren"),
    told("schildren en behangen", "schilderen"),
    told("ik was timmermann", "timmeren-ruw", "timmeren-afbouw"),
    told("zonepanelen leggen", "pv-montage"),
    told("heftrukc rijden", "heftruck"),
    told("ik kan metsellen", "metselen"),
    told("lodgieter in turkije", "sanitair"),
    # ---- English
    told("I repaired bikes and cooked for 20 people", "fietstechniek voedselveilig stressbestendig"),
    told("I worked as a welder for six years", "lassen-migmag", WELDING),
    told("I did welding and painting in a shipyard", f"{WELDING} schilderen"),
    told("I can drive a forklift", "heftruck"),
    told("I was a plumber back home", "sanitair"),
    told("Fixed cars in my uncle's garage", "auto-onderhoud"),
    told("I am a carpenter and I made furniture", "timmeren-ruw meubelmaken", "timmeren-afbouw"),
    told("laying tiles, plastering walls", "tegelzetten stukadoren", "metselen"),
    told("I installed solar panels in Ghana", "pv-montage"),
    told("I know Python programming and SQL", "python sql"),
    told(
        "ten years as an electrician, reading technical drawings",
        "elektro-basis tekening-basis",
        "schakelmateriaal tekening-metaal",
    ),
    told("I was a truck driver", "rijden-c"),
    told("I worked in a kitchen and did the cleaning", "voedselveilig fysiek"),
    told("repairing tractors on a farm", "landbouwmachines"),
    told("I was a teacher in Ukraine", "instrueren communiceren lesgeven"),
    told("bricklayer, 12 years", "metselen"),
    # ---- English, misspelt
    told("I repared bicycles", "fietstechniek"),
    told("I was an electrican", "elektro-basis", "schakelmateriaal"),
    told("welding and plummbing", f"{WELDING} sanitair"),
    told("I am a carpentar", "timmeren-ruw", "timmeren-afbouw"),
    # ---- partly denied
    told("ik kan niet lassen maar wel schilderen", "schilderen"),
    told("Geen rijbewijs, wel ervaring met metselen", "metselen"),
    told("I can't weld but I can paint", "schilderen"),
    told("Niet alleen gelast maar ook gemetseld", f"{WELDING} metselen"),
    told("Ik heb getimmerd zonder diploma", CARPENTRY),
    told("Mijn broer is lasser en ik ben schilder", "schilderen"),
    # ---- nothing
    told("ik kan niet lassen"),
    told("Ik heb nog nooit gelast of getimmerd"),
    told("never welded, never painted"),
    told("I have no experience with plumbing"),
    told("lassen kan ik niet, schilderen en metselen ook niet"),
    told("Ik wil leren lassen"),
    told("I want to become an electrician"),
    told("Ik zoek werk als schilder"),
    told("Mijn vader was timmerman"),
    told("My brother is a welder"),
    told("Ik woon in een straat met een winkel"),
    told("Ik las gisteren een boek op de bank"),
    told("Hallo, ik weet het niet zo goed"),
    told("I like walking and football"),
    told("Ik ben 32 jaar en heb twee kinderen"),
    told("ik heb plannen voor de zomer en ga op vakantie"),
    told("Het is mooi weer vandaag"),
    told("asdf qwerty 12345"),
    told("Ik vind het een stuk beter zo"),
    told("my car is red and my house is big"),
    # ---- of all kinds
    told("Op de boerderij van mijn ouders repareerde ik tractoren", "landbouwmachines"),
    told("Ik heb in een bakkerij gewerkt en 's nachts brood gebakken", "voedselveilig"),
    told(
        "Vroeger heb ik veel geklust: schuren, verven, zagen en boren",
        "schilderen gereedschap-hand gereedschap-elektrisch",
        "onderhoud-gebouw",
    ),
    told("Bij de gemeente legde ik riolering en bestrating aan", "straatwerk riool-leggen", "riolering-binnen"),
    told("Ik kan goed met de computer, Excel en e-mail", "digitaal-basis"),
    told("Ik ben gediplomeerd verpleegkundige", "nauwkeurig communiceren"),
    told(
        "Ik heb stroom aangelegd in huizen, stopcontacten en groepenkasten",
        "schakelmateriaal groepenkast elektro-basis",
    ),
    told("warmtepompen en airco's geïnstalleerd", "warmtepomp airco"),
    told("Ik reed 10 jaar taxi", "rijden-b"),
    told("Ik heb in de haven kranen bediend en gehesen", "hijsen mobiele-kraan"),
    told("Ik was voorman van 8 man in de bouw", "leidinggeven"),
    told("Als vrijwilliger maak ik fietsen in een fietsenwerkplaats", "fietstechniek"),
    told("Ik heb een certificaat VCA en heftruck", "vca-basis heftruck"),
    told("Ik las graag boeken en speel gitaar"),
    told("dakdekker geweest, bitumen en pannen", "dak-bitumen", "dak-pannen"),
    told("ik deed het onderhoud van machines en verhielp storingen", "onderhoud-mech", "storing-mech"),
    told("aan de lopende band gewerkt, producten ingepakt", "", "procesbediening samenwerken"),
    told("beton gestort en ijzer gevlochten", "betonstorten wapening"),
    told("ramen en kozijnen geschilderd", "schilderen", "kozijnen"),
    told("Ik heb als stratenmaker gewerkt in Marokko", "straatwerk"),
    told("I built websites with HTML and Python", "python"),
    told("I used to lay bricks with my father", "metselen"),
    told("I drove a tractor and a truck", "rijden-c", "landbouwmachines"),
    told("I'm good with my hands, I fix everything at home", "", "gereedschap-hand onderhoud-gebouw"),
    told("Worked as cleaner in hotels for 4 years", "fysiek zelfstandig"),
    told("I painted houses and laid floors", "schilderen vloerleggen"),
    told("I have worked as mechanic on cars and motorbikes", "auto-onderhoud"),
    told("I sew clothes and repair sewing machines", "nauwkeurig", "onderhoud-mech"),
    told("operating CNC machines and lathe", "cnc-draaien", "draaien cnc-frezen procesbediening"),
    told("installing air conditioning and fridges", "airco", "koeltechniek"),
    told("I was a team leader in a warehouse", "leidinggeven heftruck", "samenwerken"),
    told("I don't know how to weld or solder"),
    told("I have never been a carpenter"),
    told("my husband works as a plumber"),
    told("Ik heb nog geen ervaring in de techniek"),
    told("ik zou graag monteur willen worden"),
    told("Ik kan nog niet zo goed Nederlands praten"),
    told("Ik ben net klaar met school"),
    told("I am looking for a job, any job"),
    told("Ik hou van koken en tuinieren", "", "voedselveilig stressbestendig grondwerk"),
    told("wij woonden naast een fabriek"),
    told("mijn fiets is kapot"),
    told("Het bedrijf heeft een lasrobot gekocht", "", "lasrobot"),
    told("electrische instalaties aanleggen", "", "elektro-basis"),
    told("tegelsetter", "tegelzetten"),
    told("ik heb geschildert en behangd", "schilderen"),
    told("loodgietr en cv moneur", "sanitair", "cv-onderhoud leiding-cv"),
    told("plumer and electrisian", "sanitair elektro-basis", "schakelmateriaal"),
)
