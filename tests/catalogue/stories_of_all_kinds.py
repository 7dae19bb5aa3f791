"""Sentences about all kinds of work, of trades and outside them, to improve the reading of stories by.

They were labelled before any of them was read by the program; every second one of the list stands in
`stories_kept_apart.py` instead of here.
"""

from __future__ import annotations

from tests.catalogue.stories import Told, told

TUNING: tuple[Told, ...] = (
    told("Ik heb drie jaar als stukadoor gewerkt bij een klein bedrijf in Aleppo", "stukadoren"),
    told(
        "Bij een aannemer gipsplaten geplaatst en systeemplafonds gehangen", "metalstud", "timmeren-afbouw stukadoren"
    ),
    told("als monteur heb ik ketels vervangen en radiatoren opgehangen", "leiding-cv", "cv-onderhoud sanitair"),
    told(
        "Ik kan badkamers maken, van leidingwerk tot tegelwerk", "sanitair tegelzetten", "riolering-binnen leiding-cv"
    ),
    told("Met de minigraver sleuven gegraven voor glasvezel", "graafmachine", "kabels-leggen grondwerk glasvezel klic"),
    told("Draaier-frezer, eerst conventioneel en later CNC", "draaien frezen", "cnc-draaien cnc-frezen"),
    told(
        "In de scheepsbouw laste ik rompen, vooral MIG/MAG", "lassen-migmag scheepsbouw", "lassen-tig lassen-elektrode"
    ),
    told("Ik sta aan de kantbank en zet plaatwerk", "zetten"),
    told("Ik vervang remblokken en banden en doe APK-voorbereiding", "auto-onderhoud", "auto-diagnose"),
    told("ik heb scooters en brommers gerepareerd op straat in Caïro", "auto-onderhoud", "fietstechniek"),
    told(
        "Ik programmeerde PLC's en loste storingen op in een bottelarij",
        "plc-programmeren",
        "plc-basis storing-proces storing-mech storing-elektro probleemoplossen procesbediening",
    ),
    told(
        "Ik heb monsters genomen en pH gemeten in het lab van de zuivering",
        "monstername",
        "waterbehandeling meten-basis nauwkeurig",
    ),
    told("Bij Enexis deed ik moffen en huisaansluitingen", "moffen ls-aansluiten"),
    told("Zonnepanelen en omvormers aangesloten, ook een paar laadpalen", "pv-montage laadpaal", "elektro-basis"),
    told("Ik heb dakgoten en loodwerk gedaan", "zinkwerk"),
    told("I was a machine operator in a plastics factory", "procesbediening"),
    told("I installed windows and doors in new houses", "kozijnen", "timmeren-afbouw glaszetten"),
    told("I used to work as a car mechanic, mainly brakes and engines", "auto-onderhoud", "auto-diagnose"),
    told(
        "I assembled circuit boards under a microscope",
        "assembleren-elektronica",
        "solderen-elektronica nauwkeurig montage-fijn",
    ),
    told("I designed parts in SolidWorks and 3D printed them", "cad-3d am-metaal"),
    told("ik werkte als loodgieter en legde watterleiding en afvoeren", "sanitair", "riolering-binnen"),
    told("ik hep 2 jaar bij een schilders bedrijf gewerkt", "schilderen"),
    told(
        "elektrishe instalatie gedaan in nieuwbouw huizen", "elektro-basis", "nen1010 schakelmateriaal kabels-trekken"
    ),
    told("vragtwagen chaufeur in roemenie", "rijden-c"),
    told("ik heb auto gemaakt bij garasje van vriend", "auto-onderhoud"),
    told("Ik was twee jaar vakkenvuller bij de Jumbo", "fysiek", "klantgericht"),
    told(
        "In het verpleeghuis waste ik bewoners en hielp ik met eten",
        "",
        "communiceren klantgericht fysiek voedselveilig nauwkeurig",
    ),
    told(
        "Ik had een eigen eetcafé met drie man personeel",
        "zelfstandig",
        "leidinggeven klantgericht voedselveilig plannen kostenbewust",
    ),
    told("Ik plande de ritten voor twaalf chauffeurs", "plannen"),
    told("Ik was kleermaker en maakte pakken op maat", "nauwkeurig", "klantgericht"),
    told("Ik deed receptie in een hotel en sprak Engels met de gasten", "klantgericht", "en-technisch communiceren"),
    told("Op de boerderij molk ik koeien en reed ik met de shovel", "shovel fysiek", "landbouwmachines"),
    told(
        "In het leger was ik verantwoordelijk voor de radio's en generatoren",
        "",
        "onderhoud-mech elektro-basis storing-elektro",
    ),
    told("Ik maakte vliegtuigen schoon op Schiphol", "fysiek", "zelfstandig ploegendienst"),
    told(
        "Bedrijfsleider geweest van een restaurant, ik maakte roosters en deed de inkoop",
        "leidinggeven plannen",
        "kostenbewust klantgericht voedselveilig",
    ),
    told("I was a waiter for three years in a busy restaurant", "klantgericht", "stressbestendig voedselveilig"),
    told("I managed a team of ten cleaners", "leidinggeven", "fysiek samenwerken"),
    told("I packed boxes in a warehouse and loaded trucks", "fysiek", "samenwerken"),
    told(
        "I have a degree in mechanical engineering",
        "",
        "tekening-metaal rekenen-technisch onderhoud-mech materiaalkennis",
    ),
    told("I made spreadsheets and reports for management", "digitaal-basis rapporteren", "data-analyse"),
    told("Lassen heb ik nog nooit gedaan"),
    told(
        "Ik heb geen diploma als elektricien maar heb wel in huizen stopcontacten aangelegd",
        "schakelmateriaal",
        "elektro-basis",
    ),
    told("Vrachtwagen rijden mag ik hier niet"),
    told("I'm not a carpenter but I helped build sheds", "", "timmeren-ruw timmeren-afbouw"),
    told("Zonder rijbewijs, dus ik fiets overal heen"),
    told("Het lijkt me leuk om zonnepanelen te leggen"),
    told("Ik ben van plan een cursus heftruck te gaan doen"),
    told("Ik overweeg om loodgieter te worden"),
    told("I'm interested in wind turbines"),
    told("Ik droom ervan om een eigen garage te beginnen"),
    told("Mijn zus werkt als verpleegkundige in Zwolle"),
    told("De elektricien kwam bij ons langs om de groepenkast te vervangen"),
    told("Mijn ex had een schildersbedrijf"),
    told("Mijn broers werken allemaal in de bouw als stukadoor"),
    told("Ik las de advertentie en dacht: dat is wat voor mij"),
    told("Ik woon boven een garage"),
    told("Mijn computer is stuk, kunnen jullie helpen?"),
    told("We hebben een groot dak en willen zonnepanelen laten leggen"),
    told("Er lopen twee katten door de tuin"),
    told("I need a job to pay my bills"),
    told(
        "Ik deed houtbewerking en restaureerde antieke kasten",
        "meubelmaken",
        "houtmachinaal schilderen timmeren-afbouw",
    ),
    told("betonvlechter en bekistingstimmerman", "wapening bekisting", "timmeren-ruw"),
    told(
        "storingsmonteur liften, dag en nacht bereikbaar",
        "",
        "storing-elektro storing-mech ploegendienst stressbestendig onderhoud-mech",
    ),
    told("Ik kan bouwtekeningen lezen en uitzetten met de laser", "tekening-bouw maatvoeren-bouw", "tekening-basis"),
    told("Huizen opknappen: behangen, sausen, plinten zetten", "schilderen timmeren-afbouw", "vloerleggen"),
    told(
        "Ik kom uit Eritrea. Daar had ik een kleine werkplaats waar ik deuren en ramen van ijzer maakte. "
        "In Nederland heb ik nog niet gewerkt.",
        "constructie",
        "lassen-migmag lassen-tig lassen-elektrode bankwerken kozijnen",
    ),
    told(
        "I came from Syria in 2016. I was an air conditioning technician for 8 years and then I drove for Uber.",
        "airco rijden-b",
        "koeltechniek koudemiddel klantgericht",
    ),
    told("Ik zit in de bijstand, ik heb drie kinderen. Vroeger naaide ik in een atelier in Istanbul.", "nauwkeurig"),
)
