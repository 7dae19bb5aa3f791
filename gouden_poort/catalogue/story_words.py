"""Words that decide what a sentence about someone's work means: who did it, whether it was done, and for how long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOT = _words("niet nooit nauwelijks not never cannot cant dont didnt havent hasnt wasnt isnt couldnt wont hardly")
"""Anywhere in a clause they take back all of it."""
WITHOUT = frozenset({"geen", "zonder", "no", "without"})
"""They take back what comes after them, and before them too in front of a word like `experience`."""
EXPERIENCE = frozenset({"ervaring", "verstand", "kennis", "idee", "experience", "idea", "knowledge", "clue"})
ALSO = frozenset({"alleen", "slechts", "only", "just"})
"""After `not` they take nothing back: `not only`."""
WISHES = _words(
    "wil willen wilde wilden want wants wanted wish would zou zouden worden become hope droom dream graag zoek"
    " looking interested interesse later ooit someday learn"
)
"""What someone would like is not what someone did; `graag` says so only beside `wil` or `zou`."""
SOFT_WISHES = frozenset({"graag", "later", "would"})
KIN = _words(
    "vader moeder broer zus man vrouw zoon dochter vriend vriendin buurman buurvrouw oom tante neef nicht opa oma"
    " baas collega collegas ouders kinderen father mother dad mum mom brother sister husband wife son daughter"
    " friend friends neighbour neighbor uncle aunt cousin boss colleague colleagues parents children grandfather"
    " grandmother"
)
OWN = frozenset({"mijn", "m'n", "onze", "my", "our", "een", "a"})
ME = frozenset({"ik", "i", "me", "we", "wij", "heb", "deed", "was", "ben", "im", "ive", "did", "worked", "werkte"})
"""Who speaks, or a verb that begins a thought of its own."""
SPEAKER = frozenset({"ik", "i", "im", "ive"})
VERBS = _words("heb hebben had kan kon was ben deed doe werk werkte have has did do can could am worked")
DOING = _words(
    "werk werkte werken gewerkt werkzaam maak maakte maken gemaakt repareer repareerde repareren gerepareerd bouw"
    " bouwde bouwen gebouwd gebruik gebruikte gebruiken gebruikt hielp helpen geholpen help doe deed doen gedaan"
    " bedien bediende bedienen bediend onderhoud onderhouden onderhield aangelegd leg leggen legde gelegd plaatste"
    " plaatsen geplaatst installeerde installeren geinstalleerd vervangen verving ervaring goed kan kon gereden"
    " reed rijd spreek spreken work worked working make made making repair repaired repairing fix fixed fixing"
    " build built building use used using helped helping operate operated operating maintain maintained install"
    " installed installing replaced experience good can could job drive drove driving driven speak did do years"
    " jaar"
)
"""Something was done with a thing that by itself says nothing: a street, a computer, a shop."""
WEAK = _words(
    "straat stoep muur tuin winkel kassa garage badkamer computer telefoon mail email stroom kaart data netwerk"
    " camera kraan ketel ladder auto magazijn paneel kanalen blokken lab koelkast vriezer tegels wifi tablet netjes"
    " precies snel kwaliteit budget software excel woord hamer sleutel huis dijk water gas sensor sensoren lekkage"
    " rails afvoer verwarming ramen deuren engels duits english german kitchen shop store garden wall street phone"
    " car plasma ventielen cilinders lagers formules natuurkunde wals kust cv camera's materialen materials stenen"
    " tuinen gardens meubel meubels furniture pipes buizen strippen draaien fiets fietsen bicycles bicycle bike"
    " bikes keuken team hectiek uitleggen zelfstandig analytisch graven stralen"
)
"""Words with a meaning in every house: they count only beside a word for doing something."""
NEVER = _words(
    "tekening tekeningen las word ce am ad we vp wv cao man op aan buddy afspraken tijd hele kaart muis plan plans"
    " plannen trainer opstarten knippen scheppen data inkoop woning kast bon stof app apps net beter hand met stuk"
    " gisteren wall walls voeg voegt toe tot team paar goede goed les lees lezen lessen keukens fabriek factory til"
    " till shift zag knip knipte geknipt cut programma programmas program programs secure secured security protect"
    " protected protects protection planten plant plants planted geplant verf shopping drilling kaarten map maps"
    " camera cameras clean cleanly vrachtwagens trucks lorries hygiene beste bezig bus bussen borders career geboren"
    " gelezen glas glass less lasten lazen meeting meteen meet metingen mill mills muur words wording panels tool"
    " tools stukken stroming account accounts addition calculates computed database delivery draft drafts estimate"
    " estimates engines got lager ladders mag manage material materiaal point points roof roofs dak daken schepen"
    " script sell sockets steiger stempels switch switched switches tekens toilets window wire wires stoom factories"
    " fabrieken schilderij schilderijen kitchens windows"
)
"""Words that mean something else so often that by themselves they say nothing."""
ORDINARY = _words(
    "vroeger pannen graag boerderij kleren kinderen kunnen kennen mensen plaats planten platen ballen boeken bellen"
    " spelen stoelen tafels muziek wandelen zwemmen kleding breien lezer letter letten wetten water winter zomer"
    " sporten voetbal tennis moeder vader broer dochter familie weken maanden straks morgen vandaag altijd soms"
    " always never sometimes nothing something people reader friend friends family summer walking running swimming"
    " playing reading cleaning washing watching thinking talking speaking learning teaching shopping hunting wedding"
    " planting parents letters better worker during because before behind boring really other others soldier"
    " soldiers soldaat soldaten callcenter callcenters bestelling bestellingen security supermarkt supermarket"
    " nursery salon tomaten gordijnen medicijnen kapster leger leraar school klanten customers hospital ziekenhuis"
    " restaurant harbour teacher children families elderly patients parcels pakketten magazines market marketing"
    " counter counters printer printers bedenken bereiken betekenen changer confidence contain correction employed"
    " employer official overheid pakken recognition routes schreef schreven stippen universiteit veranderd vergeten"
    " verplicht voorstel wielen formulier hoogste qualification qualified weekend weekends kleuters peuters"
    " bejaarden ouderen"
)
"""Words that look like a mistake for a word of work, and are none."""
LIGHT = _words(
    "gebruiken gebruik werken werk bedienen doen maken using use working work operating basis basics the of and"
)
"""Words of a label that people leave out."""
JOINING = frozenset({"en", "and", "plus", "of", "or", "nor", "noch"})
"""What follows goes on in the same sense, unless it has a verb of its own."""
BREAKS = frozenset({"maar", "but", "echter", "however", "toch", "omdat", "because"})
"""After them a new thought begins."""
YES = "wel"
YEARS = frozenset({"jaar", "jaren", "jr", "year", "years", "yr", "yrs"})
NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            ("een", "one", "1"),
            ("twee", "two"),
            ("drie", "three"),
            ("vier", "four"),
            ("vijf", "five"),
            ("zes", "six"),
            ("zeven", "seven"),
            ("acht", "eight"),
            ("negen", "nine"),
            ("tien", "ten"),
            ("elf", "eleven"),
            ("twaalf", "twelve"),
        ),
        start=1,
    )
    for word in words
} | {"vijftien": 15, "fifteen": 15, "twintig": 20, "twenty": 20, "dertig": 30, "thirty": 30}
LONGEST_YEARS = 60


def years_in(words: Sequence[str]) -> tuple[int, int] | None:
    """How many years are named first, and at which word that begins; None when none are.

    >>> years_in(["ik", "heb", "vijf", "jaar", "gelast"]), years_in(["ik", "las"])
    ((5, 2), None)
    """
    for at, word in enumerate(words[1:], start=1):
        number = NUMBERS.get(words[at - 1]) or (int(words[at - 1]) if words[at - 1].isdigit() else None)
        if word in YEARS and number is not None and number <= LONGEST_YEARS:
            return number, at - 1
    return None


def denied(words: Sequence[str]) -> frozenset[int]:
    """The words of a clause that it takes back, by their place."""
    everything = frozenset(range(len(words)))
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else ""
        if word in NOT and after not in ALSO:
            return everything
        if word in WITHOUT:
            if any(each in EXPERIENCE for each in words[at + 1 : at + 4]):
                return everything
            return frozenset(range(at, len(words)))
    return frozenset()


def wished(words: Iterable[str]) -> bool:
    """Whether a clause tells what someone would like to do."""
    told = set(words)
    return bool(told & (WISHES - SOFT_WISHES))


def of_another(words: Sequence[str]) -> frozenset[int]:
    """The words that tell what somebody else does, by place: from a friend or relative at the begin up to `ik`."""
    for at, word in enumerate(words[:4]):
        if word in ME:
            break
        if word in KIN and at and words[at - 1] in OWN:
            before = words[at - 2] if at > 1 else ""
            if before in {"met", "with", "voor", "for", "bij", "van", "of", "at"}:
                break
            end = next((place for place in range(at, len(words)) if words[place] in SPEAKER), len(words))
            return frozenset(range(end))
    return frozenset()
