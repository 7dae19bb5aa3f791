"""The map of the pages that anyone can visit: each with who looks at it. A page without a place here fails a test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gouden_poort.profiles import tech_card_questions
from gouden_poort.profiles.question import Kind, Question
from gouden_poort.profiles.questions import QUESTIONS
from tests.acceptance.stands import Guests


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One page as one kind of visitor sees it."""

    path: str
    """May hold `{open}` or `{near}`: the id of work to which a route is open, or nearly."""
    stand: str = "nobody"
    fill: Mapping[str, str] | None = field(default=None, hash=False)
    """What is typed, by the name of the field, before the primary button is pressed: a wrong answer."""
    status: int = 200
    dutch_only: bool = False
    """A screen of staff: it has no other language."""

    def __str__(self) -> str:
        return f"{self.path} ({self.stand}{', wrong' if self.fill is not None else ''})"


def _wrong(question: Question) -> dict[str, str] | None:
    """What to type for an answer that cannot be kept; None where a form cannot hold one."""
    if question.kind is Kind.DATE:
        return {f"{question.id}-day": "onzin"}
    if question.kind in (Kind.PLACE, Kind.NUMBER):
        return {question.id: "onzin"}
    if question.kind is Kind.NUMBERS:
        return {f"{question.id}.{question.numbers[0].name}": "veel"}
    if question.kind is Kind.CHOICE or (question.kind is Kind.CHOICES and question.fewest):
        return {}
    return None


def _questions() -> Iterator[Spot]:
    """Each question once: with a fault where a form can hold one, else empty; and filled in where that adds parts."""
    for number, question in enumerate(QUESTIONS, 1):
        wrong = _wrong(question)
        yield Spot(path=f"/vraag/{number}", stand="begun", fill=wrong)
        if wrong is None:
            yield Spot(path=f"/vraag/{number}", stand="finished")


_SIGNING_IN = (
    Spot(path="/aanmelden"),
    Spot(path="/aanmelden", fill={}),
    Spot(path="/aanmelden/link"),
    Spot(path="/aanmelden/link", fill={"email": "geen adres"}),
    Spot(path="/aanmelden/link/gemaild"),
    Spot(path="/binnen", stand="with a mailed link"),
    Spot(path="/link"),
    Spot(path="/afgemeld"),
    Spot(path="/account", stand="citizen"),
    Spot(path="/account/wachtwoord", stand="citizen"),
    Spot(path="/account/wachtwoord", stand="citizen", fill={"password": "kort", "again": "kort"}),
    Spot(path="/account/wachtwoord/bewaard", stand="citizen"),
    Spot(path="/gebruikers", stand="citizen", status=403, dutch_only=True),
)
_WITH_A_COACH = (
    Spot(path="/mijn-plan", stand="citizen"),
    Spot(path="/mijn-plan", stand="with a coach"),
    Spot(path="/mijn-plan", stand="with a plan"),
    Spot(path="/mijn-plan?nederlands=erbij", stand="with a plan"),
    Spot(path="/mijn-10-jaar", stand="with a coach"),
    Spot(path="/mijn-10-jaar", stand="with a plan"),
    Spot(path="/mijn-10-jaar", stand="in ten years"),
    Spot(path="/mijn-10-jaar", stand="in many events"),
    Spot(path="/mijn-10-jaar?jaar=2024", stand="in many events"),
    Spot(path="/mijn-10-jaar?nederlands=erbij", stand="in ten years"),
    Spot(path="/mijn-10-jaar?op-day=1&op-month=6&op-year=2024", stand="in ten years"),
    Spot(path="/mijn-10-jaar?op-day=1&op-month=6&op-year=2034", stand="in ten years"),
    Spot(path="/mijn-10-jaar/schrijf-op", stand="in ten years"),
    Spot(path="/mijn-10-jaar/schrijf-op/werk", stand="in ten years"),
    Spot(path="/mijn-10-jaar/schrijf-op/verzet", stand="in ten years", fill={"moved_to-day": "40"}),
    Spot(path="/mijn-10-jaar/schrijf-op/bewijs", stand="in ten years", fill={"day-year": "2034"}),
    Spot(path="/mijn-10-jaar/klopt-niet/{event}", stand="in ten years"),
    Spot(path="/mijn-10-jaar/klopt-niet/{event}", stand="in ten years", fill={"day-day": "onzin"}),
    Spot(path="/mijn-10-jaar/opnieuw", stand="with a coach"),
    Spot(path="/mijn-10-jaar/opnieuw", stand="in ten years"),
    Spot(path="/persoon/{dossier}/tien-jaar/opnieuw", stand="coach of ten years", dutch_only=True),
    Spot(path="/persoon/{dossier}/tien-jaar", stand="coach of someone", dutch_only=True),
    Spot(path="/persoon/{dossier}/tien-jaar", stand="coach of ten years", dutch_only=True),
    Spot(path="/persoon/{dossier}/tien-jaar/schrijf-op/gesprek", stand="coach of ten years", dutch_only=True),
    Spot(
        path="/persoon/{dossier}/tien-jaar/schrijf-op/werk",
        stand="coach of ten years",
        fill={"employer": "x" * 121},
        dutch_only=True,
    ),
    Spot(path="/persoon/{dossier}/tien-jaar/klopt-niet/{event}", stand="coach of ten years", dutch_only=True),
    Spot(path="/mijn-garantie", stand="with a coach"),
    Spot(path="/mijn-garantie", stand="with promises"),
    Spot(path="/mijn-garantie?nederlands=erbij", stand="with promises"),
    Spot(path="/mijn-bewijs", stand="with a coach"),
    Spot(path="/mijn-bewijs", stand="with promises"),
    Spot(path="/mijn-bewijs?nederlands=erbij", stand="with promises"),
    Spot(path="/mijn-bewijs", stand="with promises", fill={"day-day": "onzin"}),
    Spot(path="/persoon/{dossier}/garantie", stand="coach of someone", dutch_only=True),
    Spot(path="/persoon/{dossier}/garantie", stand="coach of promises", dutch_only=True),
    Spot(path="/persoon/{dossier}/garantie", stand="coach of promises", fill={"name": "x" * 121}, dutch_only=True),
    Spot(path="/persoon/{dossier}/garantie/{commitment}/einde", stand="coach of promises", dutch_only=True),
    Spot(path="/persoon/{dossier}/garantie/{commitment}/einde", stand="coach of promises", fill={}, dutch_only=True),
    Spot(path="/persoon/{dossier}/bewijs", stand="coach of someone", dutch_only=True),
    Spot(path="/persoon/{dossier}/bewijs", stand="coach of promises", dutch_only=True),
    Spot(path="/persoon/{dossier}/bewijs", stand="coach of promises", fill={"what": "x" * 201}, dutch_only=True),
    Spot(path="/persoon/{dossier}/bewijs/{proof}", stand="coach of promises", dutch_only=True),
    Spot(path="/persoon/{dossier}/bewijs/{seen}", stand="coach of promises", dutch_only=True),
    Spot(path="/mijn-gegevens", stand="with a coach"),
    Spot(path="/mijn-berichten", stand="with a coach"),
    Spot(path="/mijn-berichten", stand="with a plan"),
    Spot(path="/mijn-gegevens", stand="with a plan"),
    Spot(path="/mijn-gegevens/lezen", stand="with a plan"),
    Spot(path="/mijn-gegevens/wissen", stand="with a plan"),
    Spot(path="/mijn-gegevens/wissen", stand="with a plan", fill={}),
    Spot(path="/mijn-gegevens/gewist"),
    Spot(path="/bewaren", stand="with a coach"),
    Spot(path="/", stand="with a coach"),
    Spot(path="/", stand="locked out"),
    Spot(path="/verder/coach"),
    Spot(path="/persoon/{dossier}/uitnodigen", stand="coach of someone", dutch_only=True),
    Spot(path="/persoon/{dossier}/uitnodigen", stand="coach of someone", fill={"address": "x" * 61}, dutch_only=True),
    Spot(path="/berichten", stand="coach of someone", dutch_only=True),
    Spot(path="/berichten?lijst=posten", stand="coach of someone", dutch_only=True),
    Spot(path="/berichten/{message}", stand="coach of someone", dutch_only=True),
    Spot(path="/persoon/{dossier}/uitgenodigd", stand="coach of someone", dutch_only=True),
    Spot(path="/persoon/{dossier}/opnieuw-binnen", stand="coach of someone", dutch_only=True),
)
_YEARS = (
    Spot(path="/mijn-10-jaar/vragen/1", stand="asked about a year"),
    Spot(path="/mijn-10-jaar/vragen/1", stand="asked about a year", fill={}),
    Spot(path="/mijn-10-jaar/vragen/2", stand="asked about a year"),
    Spot(path="/mijn-10-jaar/vragen/1", stand="answered about a year"),
    Spot(path="/persoon/{dossier}", stand="coach of who answered", dutch_only=True),
    Spot(path="/vandaag", stand="coach of who answered", dutch_only=True),
    Spot(path="/persoon/{dossier}/tien-jaar", stand="coach of who answered", dutch_only=True),
    Spot(path="/persoon/{dossier}/tien-jaar", stand="coach of who cannot be asked", dutch_only=True),
    Spot(path="/persoon/{dossier}/vragen/1", stand="coach of who cannot be asked", dutch_only=True),
    Spot(path="/persoon/{dossier}/vragen/1", stand="coach of who cannot be asked", fill={}, dutch_only=True),
    Spot(path="/vandaag", stand="coach of who cannot be asked", dutch_only=True),
)
"""The questions of a year."""
_PLACES = (
    Spot(path="/plek-aanbieden", stand="coach", dutch_only=True),
    Spot(path="/plek-aanbieden?zoek=xqzw", stand="coach", dutch_only=True),
    Spot(path="/plek-aanbieden?zoek=lasser+zwolle", stand="coach with places", dutch_only=True),
    Spot(path="/plek-aanbieden/{place}", stand="coach with places", dutch_only=True),
    Spot(path="/plek-aanbieden/{place}", stand="coach with places", fill={"answer_by-day": "onzin"}, dutch_only=True),
    Spot(path="/plek-aanbieden/{other}", stand="coach with places", dutch_only=True),
    Spot(path="/persoon/{dossier}", stand="coach with places", dutch_only=True),
    Spot(path="/mijn-plan", stand="with an offer"),
)
"""Places that are offered."""
_OF_WHO_IS_PROPOSED = "coach of who is proposed"
_COMPANIES = (
    Spot(path="/werk-naar-werk", stand="coach", dutch_only=True),
    Spot(path="/werk-naar-werk", stand=_OF_WHO_IS_PROPOSED, dutch_only=True),
    Spot(path="/werk-naar-werk/nieuw", stand="coach", dutch_only=True),
    Spot(path="/werk-naar-werk/nieuw?werk=lasser", stand="coach", dutch_only=True),
    Spot(path="/werk-naar-werk/nieuw?werk=lasser", stand="coach", fill={"people": "x"}, dutch_only=True),
    Spot(path="/werk-naar-werk/{surplus}/persoon/{dossier}", stand=_OF_WHO_IS_PROPOSED, dutch_only=True),
    Spot(path="/bedrijven", stand="coach", dutch_only=True),
    Spot(path="/bedrijven?zoek=lasser", stand="coach with a link", dutch_only=True),
    Spot(path="/bedrijven/link", stand="coach with a link", dutch_only=True),
    Spot(path="/bedrijf", stand="company", dutch_only=True),
    Spot(path="/bedrijf", stand="company outside", dutch_only=True),
    Spot(path="/bedrijf/mensen", stand="company", dutch_only=True),
    Spot(path="/bedrijf/werk-stopt", stand="company", dutch_only=True),
    Spot(path="/bedrijf/werk-stopt?werk=lasser", stand="company outside", dutch_only=True),
    Spot(path="/bedrijf/link", dutch_only=True),
    Spot(path="/mijn-voorstellen", stand="with a coach"),
    Spot(path="/mijn-voorstellen", stand="proposed"),
)
"""Companies with a link, work that stops, and who is proposed."""
_AT_THE_DESK = (
    Spot(path="/nieuw", stand="coach", dutch_only=True),
    Spot(path="/nieuw", stand="coach", fill={}, dutch_only=True),
    *(
        Spot(path=f"/persoon/{{dossier}}{part}", stand="coach of someone", dutch_only=True)
        for part in ("", "/notitie", "/notitie/{note}", "/gesprek", "/gegevens", "/antwoord/skills", "/regel")
    ),
    Spot(path="/persoon/{dossier}/notitie", stand="coach of someone", fill={}, dutch_only=True),
    Spot(path="/persoon/{dossier}/gesprek", stand="coach of someone", fill={}, dutch_only=True),
    Spot(path="/persoon/{dossier}/gegevens", stand="coach of someone", fill={"name": ""}, dutch_only=True),
    Spot(path="/persoon/{dossier}/regel", stand="coach of someone", fill={}, dutch_only=True),
)
"""What a coach does with one person."""
_STAFF = (
    Spot(path="/aanmelden/code", stand="half-way in", dutch_only=True),
    Spot(path="/aanmelden/code", stand="half-way in", fill={"code": "x"}, dutch_only=True),
    Spot(path="/welkom", stand="invited", dutch_only=True),
    Spot(path="/welkom", stand="invited", fill={"password": "kort", "again": "kort"}, dutch_only=True),
    Spot(path="/welkom/app", stand="invited with a password", dutch_only=True),
    Spot(path="/welkom/app", stand="invited with a password", fill={"code": "x"}, dutch_only=True),
    Spot(path="/welkom/codes", stand="coach with new codes", dutch_only=True),
    Spot(path="/account", stand="coach", dutch_only=True),
    Spot(path="/aanvragen", stand="coach", dutch_only=True),
    Spot(path="/aanvragen", stand="coach with a request", dutch_only=True),
    Spot(path="/aanvragen/{request}", stand="coach with a request", dutch_only=True),
    Spot(path="/berichten", stand="coach", dutch_only=True),
    Spot(path="/overdragen", stand="coach", dutch_only=True),
    Spot(path="/overdragen", stand="coach with people", dutch_only=True),
    Spot(path="/vandaag", stand="coach", dutch_only=True),
    Spot(path="/vandaag", stand="coach with people", dutch_only=True),
    Spot(path="/vandaag?lijst=nieuw", stand="coach with people", dutch_only=True),
    Spot(path="/mensen", stand="coach", dutch_only=True),
    Spot(path="/mensen", stand="coach with people", dutch_only=True),
    Spot(path="/mensen?staat=nieuw&vink=alles", stand="coach with people", dutch_only=True),
    Spot(path="/mensen?staat=klaar", stand="coach with people", dutch_only=True),
    Spot(path="/rapport", stand="coach with people", dutch_only=True),
    Spot(path="/rapport?maand=2020-01", stand="coach", dutch_only=True),
    Spot(path="/gebruikers/{coach}/overdragen", stand="administrator after a coach", dutch_only=True),
    Spot(path="/gebruikers/{coach}/overdragen", stand="administrator after a coach", fill={}, dutch_only=True),
    Spot(path="/import", stand="coach", dutch_only=True),
    Spot(path="/import", stand="coach", fill={}, dutch_only=True),
    Spot(path="/import/{file}", stand="coach with a file", dutch_only=True),
    Spot(path="/trechter", stand="administrator", dutch_only=True),
    Spot(path="/resultaten", stand="administrator", dutch_only=True),
    Spot(path="/resultaten", stand="coach among many", dutch_only=True),
    Spot(path="/resultaten?groep=sector:metaal", stand="coach among many", dutch_only=True),
    Spot(path="/resultaten?groep=sector:hout", stand="coach among many", dutch_only=True),
    Spot(path="/gebruikers", stand="administrator", dutch_only=True),
    Spot(path="/logboek", stand="administrator", dutch_only=True),
    Spot(path="/logboek?dag=2020-01-01", stand="administrator", dutch_only=True),
    Spot(path="/berichten", stand="administrator", dutch_only=True),
    Spot(path="/gebruikers/nieuw", stand="administrator", dutch_only=True),
    Spot(path="/gebruikers/nieuw", stand="administrator", fill={}, dutch_only=True),
    Spot(path="/gebruikers/link", stand="administrator with a link", dutch_only=True),
)
_ONE, _TO_ANSWER = "counsellor with one referral", "coach with a referral"
_REFERRALS = (
    Spot(path="/snel-kijken", stand="counsellor", dutch_only=True),
    Spot(path="/snel-kijken", stand="counsellor", fill={"place": "onzin"}, dutch_only=True),
    Spot(path="/verwijs", stand="counsellor", dutch_only=True),
    Spot(path="/verwijs", stand="counsellor", fill={}, dutch_only=True),
    Spot(path="/verwijs/code", stand="counsellor with a code", dutch_only=True),
    Spot(path="/mijn-verwijzingen", stand="counsellor", dutch_only=True),
    Spot(path="/mijn-verwijzingen", stand="counsellor with many referrals", dutch_only=True),
    Spot(path="/mijn-verwijzingen?stand=voorbij", stand=_ONE, dutch_only=True),
    Spot(path="{referral}", stand=_ONE, dutch_only=True),
    Spot(path="{referral}", stand=_ONE, fill={"text": ""}, dutch_only=True),
    Spot(path="/overzicht", stand="counsellor", dutch_only=True),
    Spot(path="/overzicht", stand="counsellor with many referrals", dutch_only=True),
    Spot(path="/verwijzingen", stand="coach", dutch_only=True),
    Spot(path="/verwijzingen", stand=_TO_ANSWER, dutch_only=True),
    Spot(path="{referral}", stand=_TO_ANSWER, dutch_only=True),
    Spot(path="{referral}/aannemen", stand=_TO_ANSWER, dutch_only=True),
    Spot(path="{referral}/aannemen", stand=_TO_ANSWER, fill={"place": ""}, dutch_only=True),
    Spot(path="{referral}/terugsturen", stand=_TO_ANSWER, dutch_only=True),
    Spot(path="{referral}/terugsturen", stand=_TO_ANSWER, fill={"reason": ""}, dutch_only=True),
)
SPOTS = (
    Spot(path="/"),
    Spot(path="/", stand="half"),
    Spot(path="/voor-je-begint"),
    Spot(path="/over-de-gegevens"),
    Spot(path="/onderdelen"),
    Spot(path="/taal"),
    Spot(path="/gewist"),
    Spot(path="/bestaat-niet", status=404),
    *_questions(),
    Spot(path="/dit-zien-we-al", stand="begun"),
    Spot(path="/dit-zien-we-al", stand="half"),
    Spot(path="/controle", stand="begun"),
    Spot(path="/controle", stand="half"),
    Spot(path="/controle", stand="finished"),
    Spot(path="/bewaren", stand="half"),
    Spot(path="/bewaren", stand="with a code"),
    Spot(path="/bewaren", stand="with a code", fill={"email": "geen adres"}),
    Spot(path="/bewaren/gemaild", stand="with a code"),
    Spot(path="/bewaren/klaar"),
    Spot(path="/verder"),
    Spot(path="/verder", fill={"code": "x"}),
    Spot(path="/routes", stand="finished"),
    Spot(path="/routes", stand="starter"),
    Spot(path="/routes", stand="barred"),
    Spot(path="/routes", stand="changed"),
    Spot(path="/routes/{open}", stand="finished"),
    Spot(path="/routes/{open}", stand="with a code"),
    Spot(path="/routes/{open}", stand="with a plan"),
    Spot(path="/routes/{open}/hulp", stand="finished"),
    Spot(path="/routes/{near}", stand="starter"),
    Spot(path="/routes/oc-lasser", stand="barred"),
    Spot(path="/routes/bijna", stand="starter"),
    Spot(path="/routes/bijna", stand="barred"),
    Spot(path="/hulp"),
    Spot(path="/beroepen"),
    Spot(path="/beroepen?zoek=lassen"),
    Spot(path="/beroepen?zoek=xqzw", stand="finished"),
    Spot(path="/beroep/{open}", stand="finished"),
    Spot(path="/beroep/{near}", stand="starter"),
    Spot(path="/beroep/oc-lasser", stand="barred"),
    Spot(path="/beroep/oc-lasser"),
    Spot(path="/beroep/bestaat-niet", status=404),
    Spot(path="/plekken"),
    Spot(path="/plekken", fill={"place": "onzin"}),
    Spot(path="/plekken", stand="finished"),
    Spot(path="/vergelijk", stand="finished"),
    Spot(path="/vergelijk", stand="finished", fill={}),
    Spot(path="/vergelijk", stand="comparing"),
    Spot(path="/wat-als", stand="starter"),
    Spot(path="/wat-als", stand="starter", fill={}),
    Spot(path="/wat-als/uitkomst", stand="trying"),
    Spot(path="/wat-als/uitkomst/{near}", stand="trying"),
    Spot(path="/hoe-het-werkt"),
    Spot(path="/hoe-het-werkt/aanbieders"),
    Spot(path="/hoe-gaat-het-verder"),
    Spot(path="/hoe-gaat-het-verder", stand="among many"),
    Spot(path="/hoe-gaat-het-verder?sector=metaal", stand="among many"),
    Spot(path="/hoe-gaat-het-verder?sector=bestaat-niet", stand="among many"),
    Spot(path="/privacy"),
    Spot(path="/toegankelijkheid"),
    Spot(path="/bezwaar"),
    Spot(path="/bezwaar", fill={}),
    Spot(path="/bezwaar/ontvangen", stand="objecting"),
    Spot(path="/vraag-een-coach"),
    Spot(path="/vraag-een-coach", stand="finished"),
    Spot(path="/vraag-een-coach", stand="finished", fill={"phone": "bel mij"}),
    Spot(path="/vraag-een-coach/ontvangen", stand="asking"),
    Spot(path="/vraag-een-coach/bekijken"),
    Spot(path="/vraag-een-coach/bekijken", fill={"number": "x"}),
    Spot(path="/vraag-een-coach/ingetrokken"),
    *_SIGNING_IN,
    *_WITH_A_COACH,
    *_STAFF,
    *_REFERRALS,
    *_AT_THE_DESK,
    *_YEARS,
    *_PLACES,
    *_COMPANIES,
    Spot(path="/techniekkaart"),
    Spot(path="/techniekkaart/ouders-en-school"),
    Spot(path="/techniekkaart/op-papier"),
    *(Spot(path=f"/techniekkaart/vraag/{n}", stand="child") for n in range(1, len(tech_card_questions.QUESTIONS) + 1)),
    Spot(path="/techniekkaart/plaats", stand="child with a card"),
    Spot(path="/techniekkaart/plaats", stand="child with a card", fill={"place": "Zwol"}),
    Spot(path="/techniekkaart/kaart", stand="child with a card"),
)
LEADING_ON = {
    "assessment.go_on",
    "company.follow",
    "importing.example",
    "importing.remarks",
    "link.follow",
    "logbook.download",
    "messages.letter",
    "my_data.download",
    "my_guarantee.download",
    "my_proofs.download",
    "my_proofs.look",
    "offering.paper",
    "outcomes.download",
    "people.file",
    "proofs.look",
    "referral_numbers.download",
}
"""Addresses without a page: they lead to the next one, or give a sheet or a file."""
AFTER_A_FORM = {"people_together.ask"}
"""Pages that are only there after a form of the page before; tests/web/desk looks at them."""
FOR_BUILDERS = "/onderdelen"
"""Shows every part at once, so it is not small, and ends nowhere."""


def path_of(spot: Spot, guests: Guests) -> str:
    """The address of a spot, with the work filled in that stands so for its visitor."""
    if "{" not in spot.path:
        return spot.path
    if "{referral}" in spot.path:
        return spot.path.format(referral=guests.who(spot.stand).first_referral())
    if "{dossier}" in spot.path:
        guest = guests.who(spot.stand)
        return spot.path.format(dossier=guest.dossier_id, **guest.places)
    who = guests.who(spot.stand)
    if who.places:
        return spot.path.format(**who.places)
    if "{open}" in spot.path:
        return spot.path.format(open=guests.who(spot.stand).work_on("/routes")[0])
    return spot.path.format(near=guests.who("starter").work_on("/routes/bijna")[0])
