"""Every address with ids in it of everybody, and what is sent to each address that changes something.

A page that one reads is filled in by the names of its arguments, so a new one is asked by itself; only a new kind of
argument has to be told here. What changes something has to stand in one of the tables, or the build fails.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from uuid import UUID, uuid4

from flask import Flask
from werkzeug.routing import Rule

from gouden_poort.http.guard import deed_of, is_public
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.rights import may_ever
from gouden_poort.services.dossiers.changing import seal_of
from gouden_poort.services.dossiers.setting_aside import rules_to_set_aside
from tests.http.ownership.marks import CHANGERS, Thing
from tests.http.ownership.world import NUMBERS, World

Form = Mapping[str, str]
CHANGES = frozenset({"DELETE", "PATCH", "POST", "PUT"})
FIXED: Mapping[str, Sequence[str | int]] = {
    "question_id": ("dutch", "place"),
    "occupation_id": ("O1",),
    "offering_id": ("F1",),
    "rule_id": ("dutch-law",),
    "number": (1, 2),
    "slug": ("routes",),
    "line": tuple(line.value for line in Line),
    "token": ("niets",),
    "filename": ("style.css",),
    "what": ("bewijs",),
}
"""What stands in an address in the place of an argument that is of nobody."""
QUERIES: Mapping[str, Sequence[str]] = {
    "people.show": ("taal=nl", "staat=nieuw", "volgorde=-naam", "pagina=2", "vink=alles", "contact=vandaag"),
    "people.file": ("", "taal=nl"),
    "today.show": ("lijst=week", "lijst=nieuw", "lijst=stil"),
    "report.show": ("maand=2027-01",),
    "funnel.show": ("dagen=365",),
    "outcomes.show": ("groep=regio:R1", "groep=route:O1"),
    "outcomes.download": ("", "groep=sector:metal"),
    "referrals.own": ("stand=te-laat", "stand=wacht", "stand=bezig", "stand=terug", "stand=voorbij"),
    "referral_inbox.show": ("stand=van-mij",),
    "my_data.show": ("alles=1",),
    "my_ten_years.show": ("jaar=2027", "op-day=4&op-month=1&op-year=2027"),
    "ten_years.show": ("jaar=2027", "op-day=4&op-month=1&op-year=2027&wist=toen"),
    "messages.show": ("lijst=posten", "lijst=wacht", "lijst=verstuurd", "lijst=mislukt"),
}
"""Other ways to ask for a list."""
_DAY = {"day": "8", "month": "1", "year": "2027"}


def _on(name: str, **rest: str) -> dict[str, str]:
    return {f"{name}-{part}": value for part, value in {**_DAY, **rest}.items()}


_NEWCOMER = {
    "name": "Nieuw Iemand",
    **{f"birth_date-{part}": value for part, value in {"day": "3", "month": "3", "year": "1993"}.items()},
    "place": "3511",
    "email": "",
    "language": "nl",
    "dutch": "A2",
    "lines": "coach_sees_dossier",
    "given": "read_aloud",
}
_TALK = {"0.text": "Belt de school.", "0.doer": "citizen", **_on("0.due_on"), **_on("next_contact_on")}
_REFER = {
    **{name: _NEWCOMER[name] for name in _NEWCOMER if name not in ("lines", "dutch")},
    "phone": "06 11112222",
    "wish": "Werken met elektra.",
    "reason": "Heeft een leerplek nodig.",
    "to": "{organisation_id}",
    "ground": "consent",
}
_PARTICULARS = {"name": "Een ander", "phone": "", "email": "", "language": "nl", "labels": "", "version": "1"}
_FILE = (
    "Naam;Geboortedatum;Telefoon;E-mail;Woonplaats;Nederlands;Taal;Toestemming;Berichten\r\n"
    "Nieuw Iemand;14-9-1998;{phone};;Utrecht;B1;Arabisch;voorgelezen;ja\r\n"
)
_PROMISE = {"party": "fund", "name": "Een fonds", "paper": "een brief", **_on("holds_from"), "clauses": "takes_back"}
_PROOF = {"what": "Lassen", "kind": "seen_by_coach", "source": "Een school", **_on("day", day="2")}
_REASON = "Dit is een reden die lang genoeg is."

_YEAR = {"going": "well", "work": "same", "learnt": "", "onward": "as_planned", "talk": "no"}
_STOPPING = {"occupation": "O1", "people": "3", "place": "3511", "employer": "Voorbeeld", **_on("last_day")}

AIMED: Mapping[str, Sequence[Form]] = {
    "answers.change": ({"dutch": "A1", "seal": seal_of("B1")},),
    "guarantee.agree": ({"version": "1"},),
    "guarantee.end": ({**_on("ended_on", year="2026"), "ended_because": "Klaar.", "version": "1"},),
    "guarantee.record": (_PROMISE,),
    "company_links.end": ({},),
    "company_stopping.announce": ({**_STOPPING, "link": "{link_id}"},),
    "company_stopping.withdraw": ({},),
    "company_positions.keep": ({"link": "{link_id}", "seats.J1": "7"},),
    "handing_over.accept": ({"person": "{dossier_id}"},),
    "handing_over.give_caseload": ({"to": "{colleague_id}"}, {"to": "{elsewhere_id}"}),
    "handing_over.offer": (
        {"person": "{dossier_id}", "to": "{colleague_id}"},
        {"person": "{dossier_id}", "to": "{elsewhere_id}"},
    ),
    "handing_over.refuse": ({},),
    "handing_over.take_back": ({},),
    "importing.say_yes": ({"with_alike": "yes"},),
    "importing.throw_away": ({},),
    "inviting.invite": ({"channel": "letter"}, {"channel": "mail"}),
    "inviting.let_in_again": ({},),
    "messages.again": ({},),
    "messages.posted": ({},),
    "my_guarantee.agree": ({"version": "1"},),
    "my_guarantee.doubt": ({"doubt": "Klopt niet.", "version": "1"},),
    "my_plan.answer_offer": ({"yes": "1"}, {"no": "1"}),
    "my_plan.done": ({},),
    "my_proofs.remove_copy": ({},),
    "my_proofs.take_back": ({},),
    "my_ten_years.correct": ({"how": "never"},),
    "my_proposals.answer": ({"yes": "1"}, {"no": "1"}),
    "note.rewrite": ({"text": "Anders.", "visible": "both", "version": "1"},),
    "note.write": ({"text": "Erbij.", "visible": "both"},),
    "offering.note_answer": ({"yes": "1", "place": str(uuid4())}, {"no": "1", "place": str(uuid4())}),
    "offering.offer": ({"who": "{dossier_id}", **_on("answer_by")},),
    "own_account.end": ({},),
    "particulars.change": (_PARTICULARS,),
    "people_together.change": (
        {"who": "{dossier_id}", "do": "label", "label": "erbij"},
        {"who": "{dossier_id}", "do": "day", **_on("day")},
    ),
    "people_views.remove": ({},),
    "person.choose": ({"route": "O1"},),
    "plan_again.keep": ({"found": "route_closed welder"},),
    "proofs.add": (_PROOF,),
    "proofs.confirm": ({"version": "1"},),
    "person.move": ({"state": "paused"},),
    "person.settle": ({"done": "{agreement_id}"}, {"dropped": "{agreement_id}"}),
    "referral_inbox.accept": (
        {"who": "another", "place": "3511", "dutch": ""},
        {"who": "{dossier_id}"},
    ),
    "referral_inbox.send_it_back": ({"reason": _REASON},),
    "referrals.close": ({},),
    "referrals.say": ({"text": "Een bericht."},),
    "referrals.started": ({},),
    "requests.answer": ({"dutch": "Een antwoord."},),
    "requests.make_dossier": ({},),
    "requests.spoken": ({},),
    "requests.take_up": ({},),
    "set_aside.set_aside": ({"rule": "{rule_id}", "reason": _REASON},),
    "set_aside.take_back": ({},),
    "talk.agree": (_TALK,),
    "ten_years.correct": ({"how": "never"}, {"how": "other_day", **_on("day")}),
    "ten_years.write": ({"words": "Een bewijs.", **_on("day")},),
    "users.disable": ({},),
    "users.enable": ({},),
    "users.start_anew": ({},),
    "work_to_work.propose": ({"place": "{place_id}"},),
    "work_to_work.take_back": ({},),
    "work_to_work.withdraw": ({},),
    "year_together.answer": (_YEAR,),
}
"""What is sent with an id of somebody else in the address or in the form: nothing at all may change by it."""
ADDING: Mapping[str, Sequence[Form]] = {
    "coach.send": ({"form_id": "{request_id}", "name": "Iemand", "phone": "06 11112222", "language": "nl"},),
    "guarantee.record": ({**_PROMISE, "form_id": "{commitment_id}"},),
    "newcomer.register": (
        {
            **_NEWCOMER,
            "form_id": "{dossier_id}",
            "phone": "06 11112222",
            "action": "else",
            "request": "{request_number}",
        },
    ),
    "my_ten_years.write": ({"form_id": "{event_id}", "words": "Een bewijs.", **_on("day")},),
    "note.write": ({"form_id": "{note_id}", "text": "Erbij.", "visible": "both"},),
    "my_proofs.add": ({**_PROOF, "kind": "paper", "form_id": "{proof_id}"},),
    "proofs.add": ({**_PROOF, "form_id": "{proof_id}"},),
    "objections.send": ({"form_id": "{request_id}", "about": "fact", "what": "Dit klopt niet.", "page": "/"},),
    "referrals.say": ({"form_id": "{note_id}", "text": "Een bericht."},),
    "referring.send": ({**_REFER, "form_id": "{referral_id}"},),
    "talk.agree": ({**_TALK, "form_id": "{agreement_id}"},),
    "ten_years.write": ({"form_id": "{event_id}", "words": "Een bewijs.", **_on("day")},),
    "work_to_work.announce": ({**_STOPPING, "form_id": "{surplus_id}"},),
}
"""What adds something of one's own, sent under the id of something that is of somebody else."""
RECOGNISING: Mapping[str, Form] = {
    "importing.look": {"file": f"file:{_FILE}"},
    "newcomer.register": {**_NEWCOMER, "phone": "{phone}"},
}
"""Where it is looked up who is here already, sent with the telephone number of everybody."""
VISITS: Mapping[str, Form] = {
    "assessment.answer": {"action": "next", "place": "3511"},
    "assessment.begin": {},
    "assessment.forget": {},
    "coach.look": {"number": "VRG-1", "code": "K7PM3XQ9"},
    "coach.withdraw": {},
    "compare.choose": {"with": "O1"},
    "leaving_out.without_sector": {"sector": "metal"},
    "mailed_code.send": {"email": "iemand@voorbeeld.example", "code": "K7PM3XQ9"},
    "resume.leave": {},
    "resume.resume": {"code": "K7PM3XQ9"},
    "resume.save": {},
    "routes.tell_income": {"income": "1500"},
    "what_if.answer": {"dutch": "B2"},
    "what_if.open_work": {},
    "what_if.put_back": {},
    "what_if.take_over": {},
}
"""What a visitor sends about the answers that the browser noted, which here are somebody else's."""
UNAIMED = frozenset(
    {
        # about oneself alone
        "my_data.erase",
        "my_data.share",
        "my_data.stop",
        "my_plan.accept",
        "my_plan.take_route",
        "my_plan_again.keep",
        "my_year.answer",
        "offering.keep",
        "own_account.change_phone",
        "own_account.change_password",
        "own_account.end_others",
        "own_account.new_codes",
        "people_views.save",
        "signing_in.sign_out",
        "users.invite",
        "users.passed_on",
        "welcome.put_away",
        # kept nowhere, or only in the browser that asks
        "people.search",
        "places.look",
        "quick_look.look",
        "referring.make_code",
        "tech_card.answer",
        "tech_card.begin",
        "tech_card.live_in",
        "tech_card.wipe",
        # the way in, which has tests of its own
        "company_links.make",
        "company_links.passed_on",
        "link.use",
        "mailed_link.ask",
        "signing_in.check_code",
        "signing_in.sign_in",
        "welcome.choose_password",
        "welcome.confirm_app",
        # the API knows nobody; a company shows its link, which has tests of its own
        "api_company.put_positions",
        "api_choice.choose",
        "api_eligibility.ask",
        "api_places.search",
        "api_routes.suggest",
        "api_what_if.ask",
    }
)
"""What changes something and takes no id of a thing; whoever adds one says here, in sight, that it aims at nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One request."""

    endpoint: str
    path: str
    method: str = "GET"
    form: Form = field(default_factory=dict)

    @property
    def sent(self) -> str:
        """Everything that an answer may repeat."""
        return " ".join((self.path, *self.form.values()))


def changing(app: Flask) -> set[str]:
    """The endpoints that take more than looking."""
    return {rule.endpoint for rule in app.url_map.iter_rules() if (rule.methods or set()) & CHANGES}


def reads(world: World, actor: str) -> Iterator[Ask]:
    """Every address that is read, with the ids of everybody; where the door stays shut, with one of each."""
    for rule in world.app.url_map.iter_rules():
        if "GET" not in (rule.methods or set()):
            continue
        asks = [Ask(endpoint=rule.endpoint, path=path) for path in _paths(world, actor, rule)]
        yield from asks if _is_open(world, actor, rule.endpoint) else asks[:1]
        for query in QUERIES.get(rule.endpoint, ()):
            yield Ask(endpoint=rule.endpoint, path=f"{asks[0].path}?{query}")


def searches(world: World, actor: str) -> Iterator[Ask]:
    """Looking for everybody by the last name, and in the logbook for everybody who may sign in."""
    if _is_open(world, actor, "logbook.show"):
        for account in world.accounts.values():
            for endpoint, path in (("logbook.show", "/logboek"), ("logbook.download", "/logboek/bestand")):
                yield Ask(endpoint=endpoint, path=f"{path}?collega={account.id}")
    if _is_open(world, actor, "people.search"):
        for word in world.search_words:
            yield Ask(endpoint="people.search", path="/mensen/zoek", method="POST", form={"name": word})


def aimed(world: World, actor: str) -> Iterator[Ask]:
    """Everything that changes something, at things that are not this actor's to change."""
    yield from _sent(world, actor, AIMED)


def adding(world: World, actor: str) -> Iterator[Ask]:
    """Everything that adds something, under ids of others; and what is done with answers of others."""
    yield from _sent(world, actor, ADDING, own_path=True)
    for endpoint, form in RECOGNISING.items():
        phones = [mark.text for mark in world.marks.all if mark.of.startswith("telephone of ")]
        for phone in phones if _is_open(world, actor, endpoint) else phones[:1]:
            asked = {name: value.replace("{phone}", phone) for name, value in form.items()}
            (rule,) = [each for each in world.app.url_map.iter_rules(endpoint) if "POST" in (each.methods or set())]
            yield Ask(endpoint=endpoint, path=rule.rule, method="POST", form=asked)
    for endpoint, form in VISITS.items():
        for rule in world.app.url_map.iter_rules(endpoint):
            for method in sorted((rule.methods or set()) & CHANGES):
                for path in _paths(world, actor, rule):
                    yield Ask(endpoint=endpoint, path=path, method=method, form=form)


def _is_open(world: World, actor: str, endpoint: str) -> bool:
    deed, account = deed_of(world.app, endpoint), world.accounts.get(actor)
    if deed is None:
        return is_public(world.app, endpoint)
    return account is not None and may_ever(account.role, deed)


def _paths(world: World, actor: str, rule: Rule) -> list[str]:
    kinds = sorted(rule.arguments & CHANGERS.keys())
    fixed = sorted(rule.arguments - CHANGERS.keys())
    found = []
    for filled in _fillings(world, actor, kinds):
        for values in product(*(FIXED[name] for name in fixed)):
            found.append(_path(world, rule, {**filled, **dict(zip(fixed, values, strict=True))}))
    return found


def _fillings(world: World, actor: str, kinds: Sequence[str]) -> Iterator[dict[str, UUID]]:
    """Each thing of each kind, with the dossier it is in; and inside a dossier that is one's own."""
    if len(kinds) < 2:
        yield from ({kinds[0]: thing.id} for thing in world.of_kind(kinds[0])) if kinds else [{}]
        return
    if "dossier_id" not in kinds:
        for things in product(*map(world.of_kind, kinds)):
            yield {thing.kind: thing.id for thing in things}
        return
    inner = next(kind for kind in kinds if kind != "dossier_id")
    own = [each.id for each in world.of_kind("dossier_id") if each.is_for(actor, "")][:1]
    for thing in world.of_kind(inner):
        for dossier_id in {thing.of_dossier, *own} - {None}:
            yield {inner: thing.id, "dossier_id": dossier_id}


def _path(world: World, rule: Rule, values: Mapping[str, object]) -> str:
    return world.app.url_map.bind("localhost").build(rule.endpoint, values)


def _sent(world: World, actor: str, table: Mapping[str, Sequence[Form]], *, own_path: bool = False) -> Iterator[Ask]:
    for endpoint, forms in table.items():
        for rule in world.app.url_map.iter_rules(endpoint):
            for form in forms:
                asks = _aimed_at_others(world, actor, rule, form, own_path=own_path)
                yield from asks if _is_open(world, actor, endpoint) else list(asks)[:1]


def _aimed_at_others(world: World, actor: str, rule: Rule, form: Form, *, own_path: bool) -> Iterator[Ask]:
    """One thing of somebody else at a time; the rest belongs with it, or is the actor's own."""
    asked = [value[1:-1] for value in form.values() if value.startswith("{")]
    kinds = sorted(({*rule.arguments} | {*asked}) & ({*CHANGERS} | {"elsewhere_id"}))
    method = min((rule.methods or set()) & CHANGES)
    fixed = {name: FIXED[name][0] for name in rule.arguments - CHANGERS.keys()}
    for aim in kinds:
        if own_path and aim in rule.arguments:
            continue
        others = _others(world, actor, rule.endpoint, aim)
        for thing in (others[0], others[-1]) if own_path and others else others:  # of a colleague, and from elsewhere
            for rest in [_own] if own_path else [_with_it, _own]:
                filled = {aim: thing.id} | {kind: rest(world, actor, kind, thing) for kind in kinds if kind != aim}
                if None in filled.values():
                    continue
                path = _path(world, rule, fixed | {name: filled[name] for name in rule.arguments & CHANGERS.keys()})
                yield Ask(endpoint=rule.endpoint, path=path, method=method, form=_filled(world, actor, form, filled))
                if len(kinds) == 1:
                    break
    if not kinds:
        yield Ask(endpoint=rule.endpoint, path=_path(world, rule, fixed), method=method, form=form)


def _others(world: World, actor: str, endpoint: str, kind: str) -> list[Thing]:
    """All of the own organisation that are somebody else's, and of the many elsewhere two."""
    if kind == "elsewhere_id":
        house = actor.partition(".")[0]
        others = [account for name, account in world.accounts.items() if not name.startswith(house)]
        return [Thing(kind=kind, id=account.id, ties={}) for account in others if account.organisation_id]
    house = f"{actor.partition('.')[0]}."
    others = [thing for thing in world.of_kind(kind) if not thing.is_for(actor, endpoint)]
    near = [thing for thing in others if any(each.startswith(house) for names in thing.ties.values() for each in names)]
    return near + [thing for thing in others if thing not in near][:2]


def _with_it(world: World, actor: str, kind: str, thing: Thing) -> UUID | None:
    """Something of that kind in the same dossier; of what is in no dossier, something of anybody else."""
    dossier_id = thing.id if thing.kind == "dossier_id" else thing.of_dossier
    if kind == "dossier_id" and dossier_id:
        return dossier_id
    inside = [each for each in world.of_kind(kind) if each.of_dossier == dossier_id and dossier_id]
    return next((each.id for each in inside or _others(world, actor, "", kind)), None)


def _own(world: World, actor: str, kind: str, _thing: Thing) -> UUID | None:
    mine = [each.id for each in world.of_kind(kind) if each.is_for(actor, "")]
    if kind == "account_id":  # the one whose people an administrator may give away
        gone = world.accounts.get(f"{actor.partition('.')[0]}.gone")
        mine = [each for each in mine if gone and each == gone.id]
    return mine[0] if mine else None


def _filled(world: World, actor: str, form: Form, filled: Mapping[str, UUID | None]) -> Form:
    house = actor.partition(".")[0]
    coach = world.accounts.get(f"{house}.colleague" if actor.endswith(".coach") else f"{house}.coach")
    words = {
        **{name: str(value) for name, value in filled.items()},
        "colleague_id": str(coach.id) if coach else str(uuid4()),
        "organisation_id": str(world.accounts["zuid.coach"].organisation_id),
        "request_number": NUMBERS["zuid" if house == "noord" else "noord"],
        "rule_id": rules_to_set_aside(world.house.shelf.active())[1].id,
    }
    return {name: value.format(**words) for name, value in form.items()}
