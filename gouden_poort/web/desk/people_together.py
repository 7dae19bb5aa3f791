"""A label or a day for all who are ticked in the list; for many of them at once a page asks first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers.together import (
    MANY,
    checked_day,
    checked_label,
    put_label,
    set_next_contact,
    take_label,
)
from gouden_poort.web.desk import people_filters
from gouden_poort.web.desk.people import SEARCH
from gouden_poort.web.desk.people_words import fault_words
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.forms.answers import Form
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.forms.posting import came_back, send_back, taken
from gouden_poort.web.forms.typed import real_day_in
from gouden_poort.wiring import house

pages = Blueprint("people_together", __name__)
_LABEL: Mapping[str, Callable[..., int]] = MappingProxyType({"label": put_label, "unlabel": take_label})
_MOST = 1_000
"""People in one form; more never stood on a page."""


@pages.post("/mensen/samen")
@needs(Deed.CHANGE_DOSSIER)
def change() -> ResponseReturnValue:
    """Do it, or ask first when it is for many."""
    form = request.form
    who, faults = _who(form), _faults(form)
    if faults:
        return send_back(_list(form), form, faults)
    if len(who) > MANY and "yes" not in form:
        return send_back(url_for(".ask"), form)
    open_unit, actor, moment = house().unit_of_work, signed_in(), house().clock()
    if form.get("do") in _LABEL:
        changed = _LABEL[form["do"]](open_unit, actor, who, form.get("label", ""), moment)
    else:
        changed = set_next_contact(open_unit, actor, who, real_day_in(form, "day"), moment)
    return taken(_list(form, gedaan=str(changed)))


@pages.get("/mensen/samen")
@needs(Deed.CHANGE_DOSSIER)
def ask() -> ResponseReturnValue:
    """Say once more what will happen to how many."""
    form = came_back().form
    if not _who(form) or _faults(form):
        return redirect(url_for("people.show"), 303)
    return render_template(
        "desk/people_ask.html",
        form=form,
        many=len(_who(form)),
        label=form.get("label", "").strip(),
        day=dutch_date(day) if (day := real_day_in(form, "day")) and form.get("do") == "day" else "",
        back_to=_list(form),
    )


def _who(form: Form) -> list[UUID]:
    """The people who were ticked; what is no id was not on our page."""
    found = []
    for each in form.getlist("who")[:_MOST]:
        try:
            found.append(UUID(each))
        except ValueError:
            continue
    return list(dict.fromkeys(found))


def _faults(form: Form) -> list[Fault]:
    found = [] if _who(form) else [FieldError(path="who", code="missing", given="", expected="people")]
    try:
        if form.get("do") in _LABEL:
            checked_label(form.get("label", ""))
        else:
            checked_day(real_day_in(form, "day"), house().today())
    except InvalidInput as wrong:
        found += wrong.faults
    return [Fault(field=each.path, words=fault_words(each)) for each in found]


def _list(form: Form, **more: Any) -> str:
    """The list as it was looked at."""
    parts = people_filters.written(people_filters.read(form))
    kept: dict[str, Any] = {name: form[name] for name in (SEARCH, "pagina") if form.get(name, "").isalnum()}
    return url_for("people.show", **parts, **kept, **more)
