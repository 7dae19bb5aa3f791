"""The positions of a company: how many seats are free at each, and since when that is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.guard import public
from gouden_poort.profiles.people.place_offer import MOST_SEATS
from gouden_poort.services.employers.positions import Kept, keep_seats, of_company
from gouden_poort.services.employers.proposing import how_many_seen
from gouden_poort.web.employer.door import company
from gouden_poort.web.forms.answers import Form
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.words.openings import OpeningWords, opening_words
from gouden_poort.wiring import house

pages = Blueprint("company_positions", __name__)
KEPT, RIGHT = "bewaard", "klopt"
"""What was just done, as the address says it under `net`."""
_FIELD = "seats."


@pages.get("/bedrijf")
@public
def show() -> ResponseReturnValue:
    """Everything that the company keeps up."""
    parts, back = house(), came_back()
    snapshot, (token, link) = parts.shelf.active(), company()
    found = of_company(parts.unit_of_work, snapshot, token, parts.clock())
    return render_template(
        "employer/positions.html",
        link=link,
        organisation=found.organisation,
        positions=[(each, opening_words(snapshot, each.opening)) for each in found.positions],
        known=found.is_known,
        proposed=how_many_seen(parts.unit_of_work, token, parts.clock()),
        said=request.args.get("net", ""),
        given=back.form,
        faults=back.faults,
        field=_FIELD,
        today=parts.today(),
        freshness=freshness,
        sort_of=sort_of,
    )


@pages.post("/bedrijf")
@public
def keep() -> ResponseReturnValue:
    """Keep the numbers that were filled in; or say that all of them are still right."""
    parts, form = house(), request.form
    token, link = company()
    if form.get("link", "") != str(link.id):  # another link was opened in this browser since
        abort(409)
    is_right = "right" in form
    try:
        seats = {} if is_right else _seats(form)
        keep_seats(parts.unit_of_work, parts.shelf.active(), token, seats, parts.clock(), rest_is_right=is_right)
    except InvalidInput as wrong:
        return send_back(url_for(".show"), form, _faults(wrong.faults, token))
    return taken(url_for(".show", net=RIGHT if is_right else KEPT))


def freshness(kept: Kept) -> str:
    """Who said it, for a line under a number."""
    if kept.place is None:
        return ""
    return "door jullie" if kept.place.by_company else "door ons"


def sort_of(words: OpeningWords) -> str:
    """What sort of position it is."""
    kind = {"job": "baan", "bbl": "leerbaan"}.get(words.kind, "")
    return ", ".join(part for part in (kind, words.paper, words.hours and f"{words.hours} uur") if part)


def _seats(form: Form) -> Mapping[str, int]:
    """What was filled in; a field that was left empty says nothing."""
    typed = {name.removeprefix(_FIELD): value.strip() for name, value in form.items() if name.startswith(_FIELD)}
    faults = list(_no_numbers(typed))
    if faults:
        raise InvalidInput(faults)
    return {name: int(value) for name, value in typed.items() if value}


def _no_numbers(typed: Mapping[str, str]) -> Iterator[FieldError]:
    for name, value in typed.items():
        if value and not (value.isascii() and value.isdecimal() and len(value) < 6):
            yield FieldError(path=name, code="malformed", given="", expected="a whole number")


def _faults(faults: Sequence[FieldError], token: str) -> Iterator[Fault]:
    """Each with the work it is about: a company has many positions, and all of them ask the same."""
    snapshot = house().shelf.active()
    found = of_company(house().unit_of_work, snapshot, token, house().clock())
    named = {each.opening.id: opening_words(snapshot, each.opening) for each in found.positions}
    for fault in faults:
        if fault.path in named and fault.code != "unknown_id":
            work = f"{named[fault.path].what} ({sort_of(named[fault.path])})"
            words = f"{work}: vul een heel getal in van 0 tot en met {MOST_SEATS}."
            yield Fault(field=f"{_FIELD}{fault.path}", words=words)
        else:
            yield Fault(field="plekken", words="Een van de plekken staat niet meer in het aanbod. Kijk de lijst na.")
