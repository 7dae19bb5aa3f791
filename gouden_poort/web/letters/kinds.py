"""What each kind of message says. A function speaks the language of now, and knows only the facts of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gouden_poort.profiles.people.message import MessageKind
from gouden_poort.web.language import DUTCH, _, nl, spoken
from gouden_poort.web.letters.words import Facts, Make, Words, day


def _invitation(facts: Facts) -> Words:
    return Words(
        subject=_("Uitnodiging voor Gouden Poort"),
        lines=(
            _("Je kunt meedoen met Gouden Poort bij %(organisation)s.", organisation=nl(facts["organisation"])),
            _("Open je account. Daarna kies je een wachtwoord."),
        ),
        button=_("Open mijn account"),
        link=facts["link"],
        after=(
            _("De link werkt tot en met %(day)s.", day=day(facts["until"])),
            _("Geef deze link aan niemand."),
        ),
    )


def _citizen_invitation(facts: Facts) -> Words:
    return Words(
        subject=_("Uitnodiging voor Gouden Poort"),
        lines=(
            _("Je coach, %(coach)s, nodigt je uit.", coach=nl(facts["coach"])),
            _("Je ziet daar je plan en je afspraken. Je ziet ook wie in je dossier keek."),
            _("Een wachtwoord hoeft niet."),
        ),
        button=_("Open mijn plan"),
        link=facts["link"],
        after=(
            _("De link werkt 1 keer, tot en met %(day)s.", day=day(facts["until"])),
            _("Geef deze link aan niemand."),
        ),
    )


def _citizen_recovery(facts: Facts) -> Words:
    return Words(
        subject=_("Je nieuwe link naar Gouden Poort"),
        lines=(
            _("Je coach, %(coach)s, helpt je om weer binnen te komen.", coach=nl(facts["coach"])),
            _("Met deze link zie je je plan en je afspraken weer."),
            _("Alle andere apparaten zijn afgemeld. Je oude wachtwoord werkt niet meer."),
        ),
        button=_("Open mijn plan"),
        link=facts["link"],
        after=(
            _("De link werkt 1 keer, tot en met %(day)s.", day=day(facts["until"])),
            _("Geef deze link aan niemand."),
        ),
    )


def _sign_in_link(facts: Facts) -> Words:
    return Words(
        subject=_("Je link naar Gouden Poort"),
        lines=(_("Je vroeg om een link om je aan te melden."),),
        button=_("Meld je aan"),
        link=facts["link"],
        after=(
            _("De link werkt %(minutes)s minuten, en 1 keer.", minutes=facts["minutes"]),
            _("Vroeg je dit niet zelf? Dan hoef je niets te doen. Geef deze link aan niemand."),
        ),
    )


def _reset(facts: Facts) -> Words:
    return Words(
        subject=_("Kies opnieuw hoe je je aanmeldt bij Gouden Poort"),
        lines=(
            _("Je kunt opnieuw kiezen hoe je je aanmeldt."),
            _("Iemand van je organisatie heeft dat voor je klaargezet."),
        ),
        button=_("Kies opnieuw"),
        link=facts["link"],
        after=(
            _("De link werkt tot en met %(day)s.", day=day(facts["until"])),
            _("Weet je hier niets van? Gebruik de link niet en bel je organisatie."),
        ),
    )


def _resume_code(facts: Facts) -> Words:
    return Words(
        subject=_("Je code voor Gouden Poort"),
        lines=(_("Met deze code ga je verder waar je was."),),
        code=facts["code"],
        button=_("Typ mijn code"),
        link=facts["link"],
        after=(
            _("De code werkt tot en met %(day)s.", day=day(facts["until"])),
            _("Geef je code aan niemand."),
            _("Vroeg je dit niet zelf? Gooi deze mail dan weg."),
        ),
    )


def _referral_received(facts: Facts) -> Words:
    return Words(
        subject=_("Er is een verwijzing in Gouden Poort"),
        lines=(
            _("Een adviseur heeft iemand naar je organisatie verwezen."),
            _("Neem de verwijzing aan of stuur haar terug. Doe dat uiterlijk %(day)s.", day=day(facts["answer_by"])),
        ),
        button=_("Bekijk de verwijzing"),
        link=facts["link"],
    )


def _referral_answered(facts: Facts) -> Words:
    return Words(
        subject=_("Er is antwoord op je verwijzing in Gouden Poort"),
        lines=(_("Een coach heeft geantwoord op je verwijzing."),),
        button=_("Lees het antwoord"),
        link=facts["link"],
    )


def _referral_message(facts: Facts) -> Words:
    return Words(
        subject=_("Er is een bericht over een verwijzing in Gouden Poort"),
        lines=(_("Iemand schreef je over een verwijzing."),),
        button=_("Lees het bericht"),
        link=facts["link"],
    )


def _reminder_appointment(facts: Facts) -> Words:
    return Words(
        subject=_("Herinnering van Gouden Poort"),
        lines=(
            _(
                "Op %(day)s heb je een afspraak met je coach, %(coach)s.",
                day=day(facts["day"]),
                coach=nl(facts["coach"]),
            ),
            _("Weet je niet meer hoe laat of waar? Vraag het aan je coach."),
        ),
        after=_call_to_move(facts["phone"]),
    )


def _call_to_move(phone: str) -> tuple[str, ...]:
    if phone:
        return (_("Kun je niet? Bel %(phone)s. Dan zoeken we een ander moment.", phone=phone),)
    return (_("Kun je niet? Laat het je coach weten. Dan zoeken we een ander moment."),)


def _place_offer(facts: Facts) -> Words:
    return Words(
        subject=_("Er is een bericht voor je bij Gouden Poort"),
        lines=(
            _("Er is een plek vrij die bij je plan past."),
            _("Wat: %(work)s.", work=nl(facts["work"])),
            _("Bij: %(company)s.", company=nl(facts["company"])),
            _("Wil je deze plek? Laat het weten, uiterlijk %(day)s.", day=day(facts["answer_by"])),
        ),
        button=_("Bekijk de plek"),
        link=facts["link"],
        after=(_("Zeg je nee? Dan verandert er niets aan je plan."),),
    )


def _plan_ready(facts: Facts) -> Words:
    return Words(
        subject=_("Je plan staat klaar bij Gouden Poort"),
        lines=(
            _("Je coach, %(coach)s, heeft je plan voor je klaargezet.", coach=nl(facts["coach"])),
            _("Lees het rustig. Ben je het ermee eens? Dan wordt het jullie plan."),
        ),
        button=_("Bekijk mijn plan"),
        link=facts["link"],
        after=(_("Klopt er iets niet? Zeg het tegen je coach."),),
    )


def _request_receipt(facts: Facts) -> Words:
    return Words(
        subject=_("Gouden Poort heeft je vraag"),
        lines=(
            _("We hebben je vraag. Een mens leest haar."),
            _("Je krijgt uiterlijk %(day)s antwoord.", day=day(facts["answer_by"])),
            _("Dit is het nummer van je vraag:"),
        ),
        code=facts["number"],
        after=(_("Bel je ons? Noem dan dit nummer."),),
    )


def _request_answer(facts: Facts) -> Words:
    answer = facts["dutch"] if spoken() == DUTCH and facts["dutch"] else facts["answer"]
    return Words(
        subject=_("Antwoord van Gouden Poort"),
        lines=(_("Dit is ons antwoord op je vraag met nummer %(number)s.", number=facts["number"]),),
        quoted=tuple(line for line in answer.split("\n") if line.strip()),
        after=(_("Ben je het er niet mee eens? Bel ons en noem je nummer."),),
    )


def _handed_over(facts: Facts) -> Words:
    call = (_("Het nummer is %(phone)s.", phone=facts["phone"]),) if facts["phone"] else ()
    return Words(
        subject=_("Nieuws over je coach bij Gouden Poort"),
        lines=(
            _("Je hebt een nieuwe coach: %(coach)s.", coach=nl(facts["coach"])),
            *call,
            _("Je plan en je afspraken blijven zoals ze zijn."),
        ),
    )


def _yearly_questions(facts: Facts) -> Words:
    return Words(
        subject=_("Er is een bericht voor je bij Gouden Poort"),
        lines=(
            _("Jaar %(year)s van je plan is bijna om. We willen graag weten hoe het gaat.", year=facts["year"]),
            _("Beantwoord 5 vragen. Dat duurt ongeveer 5 minuten."),
        ),
        button=_("Beantwoord de 5 vragen"),
        link=facts["link"],
        after=(_("Gaat het anders dan je dacht? Dat is niet erg. Je coach denkt met je mee."),),
    )


def _yearly_reminder(facts: Facts) -> Words:
    return Words(
        subject=_("Herinnering van Gouden Poort"),
        lines=(
            _("De 5 vragen over jaar %(year)s van je plan staan nog voor je klaar.", year=facts["year"]),
            _("Met je antwoorden ziet je coach of je hulp kunt gebruiken."),
        ),
        button=_("Beantwoord de 5 vragen"),
        link=facts["link"],
        after=(_("Lukt het niet zelf? Bel je coach. Dan doen jullie het samen."),),
    )


def _promise_to_read(facts: Facts) -> Words:
    return Words(
        subject=_("Er is een bericht voor je bij Gouden Poort"),
        lines=(
            _(
                "Er staat iets op papier dat voor jou geldt. Je coach, %(coach)s, schreef het op.",
                coach=nl(facts["coach"]),
            ),
            _("Lees of het klopt. Zeg dan ja, of schrijf wat er niet klopt."),
        ),
        button=_("Lees wat er staat"),
        link=facts["link"],
        after=(_("Het telt pas als jij en je coach allebei ja zeggen."),),
    )


def _proposal_to_answer(facts: Facts) -> Words:
    return Words(
        subject=_("Er is een bericht voor je bij Gouden Poort"),
        lines=(
            _("Je coach, %(coach)s, wil je voorstellen bij een bedrijf.", coach=nl(facts["coach"])),
            _("Het bedrijf ziet nog niets van jou. Lees eerst wat het zou zien. Zeg dan ja of nee."),
            _("Antwoord uiterlijk %(day)s. Daarna is het voorstel voorbij.", day=day(facts["answer_by"])),
        ),
        button=_("Bekijk wat het bedrijf zou zien"),
        link=facts["link"],
        after=_either_way(),
    )


def _proposal_reminder(facts: Facts) -> Words:
    return Words(
        subject=_("Herinnering van Gouden Poort"),
        lines=(
            _("Je coach wil je voorstellen bij een bedrijf. Je zei nog geen ja of nee."),
            _("Antwoord uiterlijk %(day)s. Daarna is het voorstel voorbij.", day=day(facts["answer_by"])),
        ),
        button=_("Bekijk wat het bedrijf zou zien"),
        link=facts["link"],
        after=_either_way(),
    )


def _either_way() -> tuple[str, ...]:
    return (_("Zeg je nee? Dan verandert er niets aan je plan."), _("Na een ja kun je altijd stoppen."))


WORDS: Mapping[MessageKind, Make] = MappingProxyType(
    {
        MessageKind.INVITATION: _invitation,
        MessageKind.CITIZEN_INVITATION: _citizen_invitation,
        MessageKind.CITIZEN_RECOVERY: _citizen_recovery,
        MessageKind.SIGN_IN_LINK: _sign_in_link,
        MessageKind.RESET: _reset,
        MessageKind.RESUME_CODE: _resume_code,
        MessageKind.REFERRAL_RECEIVED: _referral_received,
        MessageKind.REFERRAL_ANSWERED: _referral_answered,
        MessageKind.REFERRAL_MESSAGE: _referral_message,
        MessageKind.REMINDER_APPOINTMENT: _reminder_appointment,
        MessageKind.PLACE_OFFER: _place_offer,
        MessageKind.PLAN_READY: _plan_ready,
        MessageKind.REQUEST_RECEIPT: _request_receipt,
        MessageKind.REQUEST_ANSWER: _request_answer,
        MessageKind.HANDED_OVER: _handed_over,
        MessageKind.YEARLY_QUESTIONS: _yearly_questions,
        MessageKind.YEARLY_REMINDER: _yearly_reminder,
        MessageKind.PROMISE_TO_READ: _promise_to_read,
        MessageKind.PROPOSAL_TO_ANSWER: _proposal_to_answer,
        MessageKind.PROPOSAL_REMINDER: _proposal_reminder,
    }
)
