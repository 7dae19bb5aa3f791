"""Every part on one page with sample data, so that a person can look at them and a test can measure them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from gouden_poort.http.guard import public
from gouden_poort.profiles.question import OCCUPATION_YEARS, Choice
from gouden_poort.web.citizen.ticket import Ticket
from gouden_poort.web.citizen.what_if.words import Changed, Line, Part
from gouden_poort.web.forms.event_forms import FORMS
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.story import Pick
from gouden_poort.web.gallery_pictures import (
    LONG,
    sample_boxes,
    sample_map,
    sample_metro,
    sample_months,
    sample_outcome,
    sample_towns,
)
from gouden_poort.web.pictures.qr import qr_of
from gouden_poort.web.pictures.timeline import Bar, timeline
from gouden_poort.web.routes.aid import Aid, AidGroup
from gouden_poort.web.routes.beside_plan import Beside, Column
from gouden_poort.web.routes.cards import RouteCard
from gouden_poort.web.routes.career_strip import CareerStrip, Event, Stretch, Year
from gouden_poort.web.routes.notes import Note, Notes, OpenQuestion, RouteNotes
from gouden_poort.web.routes.reasons import Gap, Reason
from gouden_poort.web.routes.sheet import Goal, RouteSheet, StepSheet, money
from gouden_poort.web.routes.standing import Blocker, LawInTheWay
from gouden_poort.web.wording import STATES, say
from gouden_poort.web.words.badges import badge
from gouden_poort.web.words.changes import ChangeLine
from gouden_poort.web.words.citing import Cited
from gouden_poort.web.words.event_words import Told
from gouden_poort.web.words.facts import (
    Fact,
    cost_fact,
    duration_fact,
    full_wage_fact,
    own_cost_fact,
    paid_from_fact,
    travel_fact,
    wage_fact,
)
from gouden_poort.web.words.journal_rows import Row
from gouden_poort.web.words.names import SmallPrint

pages = Blueprint("gallery", __name__)

_SMALL = SmallPrint(example=True, source="eigen schatting", checked_on=date(2026, 11, 21))
_REASONS = (
    Reason(words="Nederlands: genoeg. Nodig: A2. Jij hebt B1 (dat zei je zelf)."),
    Reason(words="Je leert Schakelkasten bedraden: zelfstandig. Dat heb je later nodig voor: je werk.", gained=True),
)
FAULTS = (
    Fault(field="sample-text", words="Vul een postcode of een plaats in. Bijvoorbeeld 8011 AB of Zwolle."),
    Fault(field="sample-date", words="Deze datum kennen we niet. Vul een dag, een maand en een jaar in."),
    Fault(field="sample-one", words="Kies 1 antwoord."),
)
CHOICES = (
    Choice(value="1", label="Met hulp", help="Iemand doet het met mij samen."),
    Choice(value="2", label="Onder toezicht", help="Ik doe het zelf. Iemand kijkt mee."),
    Choice(value="3", label="Zelfstandig"),
)
SAMPLE_ROWS = tuple(
    Row(
        id=UUID(int=number),
        day=date(2028, 3, 6),
        told=Told(what="Nieuw werk", about=LONG, words="Bij mij om de hoek."),
        is_off=number == 2,
        note="Verbeterd op 8 maart 2028.",
        may_amend=False,
    )
    for number in (1, 2)
)
BESIDE = Beside(
    columns=tuple(
        Column(
            title=LONG,
            mark=mark,
            occupation_id=occupation_id,
            facts=(
                Fact(name="Begin met werk", value="6 maart 2028"),
                own_cost_fact(250),
                Fact(name="Wat anders wordt", value="Werk komt 8 weken eerder."),
            ),
        )
        for mark, occupation_id in (("Het plan van 3 november 2026", ""), ("Deze weg vraagt minder", "oc-lasser"))
    )
)
_CITED = Cited(
    words="Arbeidsomstandighedenbesluit, artikel 3.5",
    url="https://wetten.overheid.nl/",
    read_on=date(2026, 11, 21),
    period="Geldt vanaf 1 januari 2027.",
)


def _note(words: str, *doubts: str, perhaps_done: bool = False) -> Note:
    return Note(
        rule_id="sample", words=words, unsure=bool(doubts), doubts=doubts, perhaps_done=perhaps_done, cited=_CITED
    )


NOTES = Notes(
    first=(_note("Haal eerst je VCA (bewijs dat je veilig kunt werken).", perhaps_done=True),),
    ask=(_note("Werk je in de nacht? Vraag het bedrijf.", "Vraag na: hoe vaak dat is."),),
    careful=(_note("Dit werk kan gevaarlijk zijn.", "Controleer dit: elk bedrijf heeft eigen regels."),),
)
AID = Aid(
    sure=(AidGroup(title="Jij betaalt minder", notes=(_note("De cursus VCA is in jouw regio gratis."),)),),
    possible=(AidGroup(title="Hulp en advies", notes=(_note("Heb je een laag inkomen? Vraag je gemeente."),)),),
    count=1,
    company=True,
)
BLOCKERS = (
    Blocker(words="Reistijd naar les: Leren lassen ligt op 52 minuten. Jij wilt hoogstens 30 minuten reizen."),
    Blocker(
        words="Werk als lasser: er is nu een regel die dit tegenhoudt.",
        laws=(
            LawInTheWay(
                note=NOTES.first[0],
                needs=(("Nodig: Je bent 18 jaar of ouder. Bij jou: 17 jaar.", "Nodig: Je hebt een diploma."),),
                question=OpenQuestion(text="Wanneer ben je geboren?", url="#inhoud", question_id="permit"),
            ),
        ),
    ),
)
CHANGES = (
    ChangeLine(
        words="Reistijd: 15 minuten langer. Nodig: 45 minuten. Jij zei 30 minuten.",
        advice="Vraag ook of je kunt meerijden.",
        button="Verander mijn reistijd",
        url="#inhoud",
    ),
)
PICKS = (Pick(id="sample", label="Lassen", value="2"), Pick(id="sample", label="Lasser", value="4"))
CHANGED = (
    Part(
        title="Gaat open",
        work=(
            Changed(
                occupation_id="sample",
                title=LONG,
                lines=(
                    Line(words="Je kunt beginnen op 5 april 2027.", icon="clock", look="good"),
                    Line(words="Je reist 15 minuten langer.", icon="warn", look="bad"),
                ),
            ),
        ),
    ),
)


def sample_sheet() -> RouteSheet:
    """A route with a language course, a module beside it and a leerbaan."""
    steps = (
        _step("Nederlands voor op de werkvloer (van A1 naar A2)", date(2027, 1, 4), date(2027, 3, 15), 10, ""),
        _step("Veilig werken (B-VCA)", date(2027, 2, 1), date(2027, 2, 8), 1, ""),
        _step(f"Leerbaan {LONG}", date(2027, 4, 5), date(2029, 4, 2), 104, "Voorbeeldbedrijf 014 in Emmen"),
    )
    goal = Goal(
        words=say("goal.bbl", occupation=LONG),
        company="Voorbeeldbedrijf 014 in Emmen",
        start=date(2029, 4, 2),
        is_bbl=True,
        facts=(full_wage_fact(2650),),
        reasons=_REASONS[:1],
        notes=Notes(),
        small=_SMALL,
    )
    return RouteSheet(
        occupation=LONG,
        sector="Installatietechniek",
        description="",
        steps=steps,
        goal=goal,
        gaps=(
            Gap(label="Veilig werken", have=3, needed=2, words="Dit kun je al: zelfstandig.", description="3 van 5"),
            Gap(
                label="Schakelkasten bedraden en testen",
                have=1,
                needed=3,
                words="Nodig: zelfstandig.",
                description="1 van 5",
            ),
        ),
        money=money(steps),
        first_step="Meld je aan bij het taalhuis in Emmen.",
        bars=(
            *(Bar(label=s.title, start=s.start, end=s.end, look="learn-work" if s.at_work else "learn") for s in steps),
            Bar(label=goal.words, start=date(2029, 4, 2), end=None, look="work"),
        ),
        small_prints=(_SMALL,),
        notes=RouteNotes(questions=(), you=Notes(), steps=(), work=Notes(), residence=NOTES.ask, know=NOTES.careful),
        aid=AID,
    )


def sample_card(*, best: bool) -> RouteCard:
    """A route in short."""
    return RouteCard(
        occupation_id="sample",
        title=LONG,
        sector="Installatietechniek",
        sector_id="installatie",
        badge=badge("open" if best else "unknown"),
        best=best,
        reasons=(Reason(words="Dit past bij je antwoorden. Je hebt 3 stappen nodig en er is een werkplek."),),
        aside="" if best else say("card.other_sector"),
        facts=(
            wage_fact(2650, 36),
            paid_from_fact(date(2027, 4, 5), 17),
            own_cost_fact(150),
            travel_fact(35, "Reizen naar werk"),
        ),
        first_step="Nederlands op de werkvloer, in Emmen, vanaf 4 januari 2027.",
        question=None
        if best
        else OpenQuestion(text="Mag je werken in Nederland?", url="#inhoud", question_id="permit"),
        example=True,
    )


def sample_ticket() -> Ticket:
    """A code that leads nowhere."""
    address = "voorbeeld.nl/verder"
    return Ticket(code="K7PM 3XQ9", until=date(2027, 4, 5), address=address, qr=qr_of(address))


def sample_strip() -> CareerStrip:
    """Two years of learning, then two more kinds of work."""
    return CareerStrip(
        stretches=(
            Stretch(x=8.5, width=127.5, look="job-1"),
            Stretch(x=136, width=102, look="job-2"),
            Stretch(x=238, width=102, look="job-3"),
            Stretch(x=0, width=76.5, look="learn"),
        ),
        events=(
            Event(letter="A", x=8.5, when=date(2027, 4, 5), words="Je eerste werkdag, als monteur."),
            Event(letter="B", x=136, when=date(2031, 1, 6), words=f"Je stapt over naar {LONG}."),
            Event(letter="C", x=238, when=date(2034, 1, 2), words="Je stapt over naar werkvoorbereider."),
        ),
        years=tuple(Year(number=n, words="Je werkt als monteur", wage_month_eur=2500 + 100 * n) for n in range(1, 11)),
        title=say("years.title"),
        description=say("years.desc", occupation="werkvoorbereider"),
    )


def _step(title: str, start: date, end: date, weeks: int, employer: str) -> StepSheet:
    return StepSheet(
        title=title,
        about="Cursus. Les: Voorbeeldschool in Emmen.",
        start=start,
        end=end,
        provider="Voorbeeldschool",
        at_work=bool(employer),
        facts=(
            duration_fact(weeks, 8),
            travel_fact(25),
            cost_fact(400, 150),
            *((wage_fact(1850, 24),) if employer else ()),
        ),
        cost_eur=400,
        paid=(("Scholingspotje", 250),),
        own_cost_eur=150,
        url="",
        reasons=_REASONS,
        notes=NOTES if employer else Notes(),
        small=_SMALL,
    )


@pages.get("/onderdelen")
@public
def parts() -> ResponseReturnValue:
    """Each part of the pages with sample data."""
    sheet, towns = sample_sheet(), sample_towns()
    return render_template(
        "parts_gallery.html",
        badges=[badge(state) for state in STATES],
        cards=[sample_card(best=True), sample_card(best=False)],
        sheet=sheet,
        picture=timeline(sheet.bars),
        strip=sample_strip(),
        boxes=sample_boxes(),
        outcome=sample_outcome(),
        event_form=FORMS["werk"],
        happened_rows=SAMPLE_ROWS,
        beside=BESIDE,
        review={"gist": "better_route oc-lasser", "kept_at": None},
        months=sample_months(),
        metro=sample_metro(sheet),
        picks=PICKS,
        number=OCCUPATION_YEARS,
        changed=CHANGED,
        towns=towns,
        map=sample_map(towns),
        ticket=sample_ticket(),
        blocked=BLOCKERS,
        changes=CHANGES,
        choices=CHOICES,
        wrong=FAULTS,
        rows=[
            Fact(name="Cursus", value="€ 400"),
            Fact(name="Scholingspotje", value="min € 250"),
            Fact(name="Jij betaalt", value="€ 150"),
        ],
    )
