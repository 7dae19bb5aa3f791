"""Bringing in people from a file: look at it, say yes, see how far it is. It all works without script."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from flask import Blueprint, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.http.uploads import SHEET_LIMIT, takes_upload, uploaded_table
from gouden_poort.profiles.people.bringing_in import Finding, Import, ImportState
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.importing import looking, running
from gouden_poort.web.desk.import_words import COLUMNS, EXAMPLE, NEEDED, WHAT_BELONGS, said, words_of_file
from gouden_poort.web.desk.safe_csv import csv_file
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.language.table import LANGUAGES
from gouden_poort.wiring import house

pages = Blueprint("importing", __name__)
SHOWN = 50
"""Rows with something wrong that stand on the page; all of them are in the file to take along."""
_AGAIN_AFTER = "3"
"""Seconds until the page of a run comes again by itself."""


@pages.get("/import")
@needs(Deed.BRING_IN)
def form() -> ResponseReturnValue:
    """Which columns a file has, an example, and the field for the file."""
    columns = [(words, WHAT_BELONGS[name], name in NEEDED) for name, words in COLUMNS.items()]
    return render_template("desk/import.html", faults=came_back().faults, columns=columns)


@pages.get("/import/voorbeeld.csv")
@needs(Deed.BRING_IN)
def example() -> ResponseReturnValue:
    """A file with two invented people."""
    rows = [[row[name] for name in COLUMNS] for row in EXAMPLE]
    return csv_file("voorbeeld-import.csv", list(COLUMNS.values()), rows)


@pages.post("/import")
@needs(Deed.BRING_IN)
@takes_upload(SHEET_LIMIT)
def look() -> ResponseReturnValue:
    """Look at the file; nobody comes in yet."""
    parts = house()
    try:
        looked = looking.look(
            parts.unit_of_work,
            signed_in(),
            parts.shelf.active(),
            uploaded_table("file"),
            languages=LANGUAGES,
            moment=parts.clock(),
        )
    except InvalidInput as wrong:
        faults = [Fault(field="file", words=words_of_file(each)) for each in wrong.faults]
        return send_back(url_for(".form"), request.form, faults)
    return taken(url_for(".show", import_id=looked.id))


@pages.get("/import/<uuid:import_id>")
@needs(Deed.BRING_IN)
def show(import_id: UUID) -> ResponseReturnValue:
    """What was found, how far the run is, or what came of it."""
    found = _found(import_id)
    if found.state is ImportState.CHECKED:
        return _looked_at(found)
    if found.state is ImportState.DONE:
        return render_template("desk/import_done.html", found=found, were_here=found.whole - found.made)
    stands_still = found.stands_still(house().clock())
    answer = make_response(render_template("desk/import_running.html", found=found, stands_still=stands_still))
    if not stands_still:
        answer.headers["Refresh"] = _AGAIN_AFTER
    return answer


@pages.get("/import/<uuid:import_id>/nakijken.csv")
@needs(Deed.BRING_IN)
def remarks(import_id: UUID) -> ResponseReturnValue:
    """Everything that was found, to mend the file with."""
    rows = [[str(each.row), each.column, each.words] for each in said(_found(import_id).remarks)]
    return csv_file("nakijken.csv", ("Rij", "Kolom", "Wat er is"), rows)


@pages.post("/import/<uuid:import_id>/ja")
@needs(Deed.BRING_IN)
def say_yes(import_id: UUID) -> ResponseReturnValue:
    """Begin, or go on after the run was broken off; the people come in while the coach goes on."""
    parts, actor = house(), signed_in()
    running.say_yes(
        parts.unit_of_work, actor, import_id, parts.clock(), with_alike=request.form.get("with_alike") == "yes"
    )
    parts.aside(partial(running.run, parts.unit_of_work, actor, import_id, parts.clock))
    return taken(url_for(".show", import_id=import_id))


@pages.post("/import/<uuid:import_id>/weg")
@needs(Deed.BRING_IN)
def throw_away(import_id: UUID) -> ResponseReturnValue:
    """Keep nothing of the file."""
    running.throw_away(house().unit_of_work, signed_in(), import_id, house().clock())
    return taken(url_for(".form"))


def _looked_at(found: Import) -> ResponseReturnValue:
    faults = [each for each in found.remarks if each.finding is Finding.FAULT]
    doubles = [each for each in found.remarks if each.finding is not Finding.FAULT]
    return render_template(
        "desk/import_looked_at.html",
        found=found,
        faulty=said(faults)[:SHOWN],
        doubles=said(doubles)[:SHOWN],
        many_faults=found.rows_with(Finding.FAULT),
        many_doubles=len(doubles),
        shown=SHOWN,
        is_cut=len(faults) > SHOWN or len(doubles) > SHOWN,
    )


def _found(import_id: UUID) -> Import:
    return running.show(house().unit_of_work, signed_in(), import_id, house().clock())
