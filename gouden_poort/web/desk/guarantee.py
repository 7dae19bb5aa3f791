"""What sectors, funds and employers promised someone on paper: the list, recording, agreeing and ending."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gouden_poort.development.commitment import Commitment, Party
from gouden_poort.errors import ChangedMeanwhile, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.ten_years import promising
from gouden_poort.services.ten_years.backing import Backing, backing_of
from gouden_poort.services.ten_years.promising import Promise
from gouden_poort.web.desk import addresses, guarantee_words
from gouden_poort.web.forms.answers import Form
from gouden_poort.web.forms.fault_words import in_order
from gouden_poort.web.forms.no_days import where_no_day
from gouden_poort.web.forms.posting import came_back, form_id, send_back, taken
from gouden_poort.web.forms.typed import day_in, number_in, version_in
from gouden_poort.wiring import house

pages = Blueprint("guarantee", __name__)
RECORDED, AGREED, ENDED = "bewaard", "akkoord", "voorbij"
"""What was just done, as the address says it under `net`."""
_FIELDS = (
    "party",
    "name",
    "paper",
    "holds_from",
    "holds_until",
    "work_within_weeks",
    "training_every_months",
    "clauses",
)


@pages.get("/persoon/<uuid:dossier_id>/garantie")
@needs(Deed.SEE_DOSSIER)
def show(dossier_id: UUID) -> ResponseReturnValue:
    """What was promised, how far each is, and an empty form."""
    return _page(dossier_id)


@pages.post("/persoon/<uuid:dossier_id>/garantie")
@needs(Deed.CHANGE_DOSSIER)
def record(dossier_id: UUID) -> ResponseReturnValue:
    """Keep what the paper says; the same form sent twice is one."""
    typed = request.form
    try:
        promising.record(
            house().unit_of_work,
            signed_in(),
            dossier_id,
            _promise(typed),
            house().clock(),
            form_id=form_id(),
            page_at=addresses.read_by_citizen("my_guarantee.show"),
        )
    except InvalidInput as wrong:
        faults = in_order(where_no_day(map(guarantee_words.fault_of, wrong.faults), typed), _FIELDS)
        return send_back(url_for(".show", dossier_id=dossier_id), typed, faults)
    return taken(url_for(".show", dossier_id=dossier_id, net=RECORDED))


@pages.post("/persoon/<uuid:dossier_id>/garantie/<uuid:commitment_id>/akkoord")
@needs(Deed.CHANGE_DOSSIER)
def agree(dossier_id: UUID, commitment_id: UUID) -> ResponseReturnValue:
    """Say that the paper was seen and that this is what it says."""
    backing, _now = _found(dossier_id, commitment_id)
    version = version_in(request.form)
    try:
        promising.agree(house().unit_of_work, signed_in(), commitment_id, house().clock(), version=version)
    except ChangedMeanwhile:
        return _page(backing.dossier.id, meanwhile=True), 412
    return taken(url_for(".show", dossier_id=dossier_id, net=AGREED))


@pages.get("/persoon/<uuid:dossier_id>/garantie/<uuid:commitment_id>/einde")
@needs(Deed.SEE_DOSSIER)
def before_ending(dossier_id: UUID, commitment_id: UUID) -> ResponseReturnValue:
    """Which one it is, on which day it held last, and why."""
    backing, commitment = _found(dossier_id, commitment_id)
    back = came_back()
    return render_template(
        "desk/guarantee_end.html",
        dossier=backing.dossier,
        each=commitment,
        given=back.form,
        faults=back.faults,
        words=guarantee_words,
    )


@pages.post("/persoon/<uuid:dossier_id>/garantie/<uuid:commitment_id>/einde")
@needs(Deed.CHANGE_DOSSIER)
def end(dossier_id: UUID, commitment_id: UUID) -> ResponseReturnValue:
    """Keep the last day and the reason; who comes second sees how it ended."""
    backing, _before = _found(dossier_id, commitment_id)
    typed = request.form
    try:
        promising.end(
            house().unit_of_work,
            signed_in(),
            commitment_id,
            day_in(typed, "ended_on"),
            typed.get("ended_because", ""),
            house().clock(),
            version=version_in(typed),
        )
    except InvalidInput as wrong:
        here = url_for(".before_ending", dossier_id=dossier_id, commitment_id=commitment_id)
        return send_back(here, typed, where_no_day(map(guarantee_words.fault_of, wrong.faults), typed))
    except ChangedMeanwhile:
        _backing, now = _found(dossier_id, commitment_id)
        mine = MultiDict({**typed.to_dict(), "version": str(now.version)})
        return render_template(
            "desk/guarantee_end.html",
            dossier=backing.dossier,
            each=now,
            given=mine,
            faults=(),
            words=guarantee_words,
            meanwhile=True,
        ), 412
    return taken(url_for(".show", dossier_id=dossier_id, net=ENDED))


def _page(dossier_id: UUID, *, meanwhile: bool = False) -> str:
    backing, back = backing_of(house().unit_of_work, signed_in(), dossier_id, house().clock()), came_back()
    return render_template(
        "desk/guarantee.html",
        backing=backing,
        dossier=backing.dossier,
        today=backing.today,
        given=back.form,
        faults=back.faults,
        said=request.args.get("net", ""),
        meanwhile=meanwhile,
        words=guarantee_words,
        form_id=back.form.get("form_id") or uuid4(),
    )


def _found(dossier_id: UUID, commitment_id: UUID) -> tuple[Backing, Commitment]:
    """A commitment of this dossier; whoever names another one finds nothing."""
    backing = backing_of(house().unit_of_work, signed_in(), dossier_id, house().clock())
    commitment = next((each for each in backing.commitments if each.id == commitment_id), None)
    return backing, commitment or abort(404)


def _promise(typed: Form) -> Promise:
    ticked = typed.getlist("clauses")
    party = typed.get("party", "")
    return Promise(
        party=Party(party) if party in [each.value for each in Party] else None,
        name=typed.get("name", ""),
        paper=typed.get("paper", ""),
        holds_from=day_in(typed, "holds_from"),
        holds_until=day_in(typed, "holds_until"),
        work_within_weeks=number_in(typed, "work_within_weeks"),
        training_every_months=number_in(typed, "training_every_months"),
        takes_back=guarantee_words.TAKES_BACK in ticked,
        pause_extends=guarantee_words.PAUSE_EXTENDS in ticked,
    )
