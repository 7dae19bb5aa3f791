"""The talk in two languages beside each other, which ends with agreements and a day for the next one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.errors import ChangedMeanwhile, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.agreement import MOST_AT_ONCE, Agreement, Doer
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import Choice
from gouden_poort.profiles.questions import BY_ID
from gouden_poort.services.dossiers import planning
from gouden_poort.services.dossiers.planning import Proposed
from gouden_poort.services.dossiers.viewing import Seen
from gouden_poort.web.desk.client import Routes, look, routes_for
from gouden_poort.web.desk.person_words import fault_of
from gouden_poort.web.forms.answers import Form, read
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, form_id, send_back, taken
from gouden_poort.web.language import Language, speaking
from gouden_poort.web.routes.cards import RouteCard, route_cards
from gouden_poort.web.whole_address import whole
from gouden_poort.web.words.talking import Heads, agreed, heads, languages_of
from gouden_poort.wiring import house

pages = Blueprint("talk", __name__)
_A_DAY = replace(BY_ID["birth_date"], ahead=True)
_SEEN = "seen"
"""The field with the moment at which the last agreement was made that the form showed."""
_NOTHING = datetime.min.replace(tzinfo=UTC)
"""Where it showed none, or was tampered with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two columns, in one language."""

    language: Language
    heads: Heads
    cards: tuple[RouteCard, ...]
    agreed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """What came of a talk that ended while this form stood open."""

    agreements: Sequence[Agreement]
    next_contact_on: date | None


@pages.get("/persoon/<uuid:dossier_id>/gesprek")
@needs(Deed.SEE_DOSSIER)
def form(dossier_id: UUID) -> ResponseReturnValue:
    """Routes and agreements in both languages, and below them what is agreed now."""
    back = came_back()
    return _page(look(dossier_id), back.form, back.faults)


@pages.post("/persoon/<uuid:dossier_id>/gesprek")
@needs(Deed.CHANGE_DOSSIER)
def agree(dossier_id: UUID) -> ResponseReturnValue:
    """Keep what was agreed; the same form sent twice is one talk."""
    typed = request.form
    rows = [row for row in range(MOST_AT_ONCE) if row == 0 or _is_filled(typed, row)]
    here = url_for(".form", dossier_id=dossier_id)
    try:
        planning.agree(
            house().unit_of_work,
            signed_in(),
            dossier_id,
            [*_proposed(typed, rows)],
            next_contact_on=_day(typed, "next_contact_on"),
            moment=house().clock(),
            form_id=form_id(),
            seen=_moment(typed),
            plan_at=whole(url_for("my_plan.show")),
        )
    except InvalidInput as wrong:
        return send_back(here, typed, [_at_row(fault_of(each), rows) for each in wrong.faults])
    except ChangedMeanwhile:
        return _both(look(dossier_id), typed), 412
    return taken(url_for("person.show", dossier_id=dossier_id, _anchor="afspraken"))


def _page(seen: Seen, given: Form, faults: tuple[Fault, ...] = (), *, other: Other | None = None) -> str:
    routes = routes_for(seen)
    return render_template(
        "desk/talk.html",
        dossier=seen.dossier,
        sides=[_side(language, seen, routes) for language in languages_of(seen.dossier.language)],
        speaks_ours=seen.dossier.language != "other",
        target=seen.dossier.target_id,
        given=given,
        faults=faults,
        other=other,
        rows=range(MOST_AT_ONCE),
        doers=(
            Choice(value=Doer.CITIZEN.value, label=seen.dossier.name),
            Choice(value=Doer.COACH.value, label="Jij, de coach"),
        ),
        form_id=given.get("form_id") or uuid4(),
        last=given.get(_SEEN) or _last(seen).isoformat(),
    )


def _both(seen: Seen, typed: Form) -> str:
    """What stands there now above what was filled in; who sends that again adds it to the rest."""
    other = Other(
        agreements=[each for each in seen.agreements if each.made_at > _moment(typed)],
        next_contact_on=seen.dossier.next_contact_on,
    )
    return _page(seen, MultiDict({**typed.to_dict(), _SEEN: _last(seen).isoformat()}), other=other)


def _last(seen: Seen) -> datetime:
    return max((each.made_at for each in seen.agreements), default=_NOTHING)


def _moment(typed: Form) -> datetime:
    try:
        return datetime.fromisoformat(typed.get(_SEEN, "")).astimezone(UTC)
    except (ValueError, OverflowError):
        return _NOTHING


def _side(language: Language, seen: Seen, routes: Routes) -> Side:
    with speaking(language):
        return Side(
            language=language,
            heads=heads(seen.dossier),
            cards=_cards(routes, seen.dossier.target_id),
            agreed=agreed(seen.open_agreements),
        )


def _cards(routes: Routes, target_id: str) -> tuple[RouteCard, ...]:
    """The chosen route before the others."""
    cards = route_cards(routes.snapshot, routes.profile, routes.found) if routes.profile else ()
    return tuple(sorted(cards, key=lambda card: card.occupation_id != target_id))


def _is_filled(typed: Form, row: int) -> bool:
    days = (typed.get(f"{row}.due_on-{part}", "").strip() for part in ("day", "month", "year"))
    return bool(typed.get(f"{row}.text", "").strip()) or any(days)


def _proposed(typed: Form, rows: Sequence[int]) -> Iterator[Proposed]:
    for row in rows:
        doer = Doer.COACH if typed.get(f"{row}.doer") == Doer.COACH.value else Doer.CITIZEN
        yield Proposed(text=typed.get(f"{row}.text", ""), doer=doer, due_on=_day(typed, f"{row}.due_on"))


def _day(typed: Form, name: str) -> date | None:
    try:
        return date.fromisoformat(str(read(replace(_A_DAY, id=name), typed)))
    except ValueError:
        return None


def _at_row(fault: Fault, rows: Sequence[int]) -> Fault:
    """A fault of the agreement by its place among the proposed, at the row where it was filled in."""
    place, dot, field = fault.field.partition(".")
    return replace(fault, field=f"{rows[int(place)]}.{field}") if dot and place.isdigit() else fault
