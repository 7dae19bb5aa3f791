"""Words that decide what a sentence about someone's work means: who did it, whether it was done, and for how long."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOT = _words(
    "niet nooit nauwelijks not never cannot cant dont didnt havent hasnt wasnt isnt couldnt wont hardly"
    " bang hekel haat hate afraid scared unable"
)
"""Anywhere in a clause they take back all of it."""
CAUSED = frozenset({"laten", "laat", "liet", "lieten"})
"""Somebody else was asked to do it: `we laten zonnepanelen leggen`."""
SHOWN = frozenset({"zien", "weten", "horen"})
"""After `laten` they say that the teller did it: `ik liet zien hoe`."""
WITHOUT = frozenset({"geen", "zonder", "no", "without"})
"""They take back what comes after them, and before them too in front of a word like `experience`."""
EXPERIENCE = frozenset({"ervaring", "verstand", "kennis", "idee", "experience", "idea", "knowledge", "clue"})
ALSO = frozenset({"alleen", "slechts", "only", "just"})
"""After `not` they take nothing back: `not only`."""
WISHES = _words(
    "wil willen wilde wilden want wants wanted wish would zou zouden worden become hope droom dream graag zoek"
    " looking interested interesse later ooit someday learn wou hopen hoping hopes dromen dreaming lijkt overweeg"
    " overwegen considering geinteresseerd benieuwd nieuwsgierig curious binnenkort soon might maybe misschien gonna"
    " solliciteer solliciteren gesolliciteerd apply applying applied wens"
)
"""What someone would like is not what someone did; `graag` says so only beside `wil` or `zou`."""
WISHES_OF_TWO = frozenset(
    {
        *(("van", "plan"), ("zin", "om"), ("zin", "in"), ("op", "zoek"), ("moet", "nog"), ("nog", "leren")),
        *(("going", "to"), ("plan", "to"), ("planning", "to"), ("thinking", "of"), ("thinking", "about")),
        *(
            ("denk", "erover"),
            ("denk", "eraan"),
            ("ga", "ik"),
            ("studied", "to"),
            ("next", "year"),
            ("volgend", "jaar"),
        ),
    }
)
"""Two words beside each other that say what someone is going to do."""
SOFT_WISHES = frozenset({"graag", "later", "would"})
KIN = _words(
    "vader moeder broer zus man vrouw zoon dochter vriend vriendin buurman buurvrouw oom tante neef nicht opa oma"
    " baas collega collegas ouders kinderen father mother dad mum mom brother sister husband wife son daughter"
    " friend friends neighbour neighbor uncle aunt cousin boss colleague colleagues parents children grandfather"
    " grandmother broers zussen broertje zusje ooms tantes neven nichten opas omas zoons zonen dochters vrienden"
    " vriendinnen buren partner ex schoonvader schoonmoeder schoonbroer schoonzus zwager stiefvader stiefmoeder mama"
    " papa huisbaas brothers sisters uncles aunts cousins sons daughters neighbours neighbors boyfriend girlfriend"
    " landlord grandpa grandma"
)
OWN = frozenset({"mijn", "m'n", "onze", "my", "our", "een", "a"})
ME = frozenset({"ik", "i", "me", "we", "wij", "heb", "deed", "was", "ben", "im", "ive", "did", "worked", "werkte"})
"""Who speaks, or a verb that begins a thought of its own."""
SPEAKER = frozenset({"ik", "i", "im", "ive"})
FIRST_PERSON = SPEAKER | _words("we wij heb ben mijn my onze our weve")
"""They say that the teller is in it; `was` and `had` could be of anybody."""
THEY = frozenset({"hij", "ze", "zij", "he", "she", "they", "hes", "shes", "theyre"})
THE = frozenset({"de", "het", "er", "the", "there", "dat", "that"})
"""A clause that begins with one of them, and a verb soon after, tells about somebody or something else."""
THEIR_VERBS = _words(
    "is zijn was waren heeft hebben had hadden werd wordt kwam komt kwamen deed doet ging gaat staat stond ligt loopt"
    " lopen are were has came comes does goes went stands fixed"
)
HELPED = _words("hielp help helpen geholpen helped help helping")
WITH_THEM = _words("met with voor for bij van of at door by aan to in on op uit from naar")
"""Before a friend or relative: then it is the teller who did it."""
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
    " fabrieken schilderij schilderijen kitchens windows straat ketel ketels laser mechanical mechanisch engineer"
    " engineering management bediend bediende bedienen bedient"
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
    " landschap landschappen verplicht voorstel wielen formulier hoogste qualification qualified weekend weekends"
    " kleuters peuters bejaarden ouderen"
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
MANY = frozenset({"van", "voor", "met", "of", "for", "with", "andere", "other", "alle", "all", "veel", "many"})
"""Before the plural of a name of work they speak of others: `a team of cleaners`."""
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
        if (word in NOT and after not in ALSO) or (word in CAUSED and after not in SHOWN):
            return everything
        if word in WITHOUT:
            if any(each in EXPERIENCE for each in words[at + 1 : at + 4]):
                return everything
            return frozenset(range(at, len(words)))
    return frozenset()


def wished(words: Sequence[str]) -> bool:
    """Whether a clause tells what someone would like to do."""
    return not (WISHES - SOFT_WISHES).isdisjoint(words) or not WISHES_OF_TWO.isdisjoint(pairwise(words))


def of_another(words: Sequence[str]) -> frozenset[int]:
    """The words that tell what somebody else does, by place: from a friend, a relative or `he` up to `ik`."""
    begin = _somebody_else(words)
    if begin is None:
        return frozenset()
    end = next((place for place in range(begin, len(words)) if words[place] in SPEAKER), len(words))
    return frozenset(range(end))


def of_many(words: Sequence[str], names: frozenset[str]) -> frozenset[int]:
    """The places of people who are many: `planned the day of ten drivers`; `names`: what people are called by work."""
    return frozenset(
        at
        for at, word in enumerate(words[1:], start=1)
        if (words[at - 1] in MANY or words[at - 1].isdigit() or NUMBERS.get(words[at - 1], 1) > 1)
        and any(word.endswith(end) and word.removesuffix(end) in names for end in ("s", "en"))
    )


def _somebody_else(words: Sequence[str]) -> int | None:
    """Where somebody else is said to do something, when nobody of whom the teller is one comes before that."""
    if words and words[0] in THE and FIRST_PERSON.isdisjoint(words) and not THEIR_VERBS.isdisjoint(words[1:4]):
        return 0
    for at, word in enumerate(words):
        if word in THEY and FIRST_PERSON.isdisjoint(words):
            return at
        if word in KIN and at and words[at - 1] in OWN:
            before = words[at - 2] if at > 1 else ""
            return None if before in WITH_THEM or before in HELPED else at
        if word in FIRST_PERSON and word not in OWN:
            return None
    return None
