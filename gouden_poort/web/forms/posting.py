"""How a form that was sent is answered: always by a redirect, so back, reload and a double click send nothing again.

A view ends with `taken(address)` when it took the form. Else it ends with `send_back(address, form, faults)`, and the
page at that address begins with `came_back()`. What was filled in stands in no address and no log.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from flask import abort, redirect, request, session
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from gouden_poort.profiles.bsn import without_bsn
from gouden_poort.services import sent_forms
from gouden_poort.web.forms.answers import Form
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.wiring import house

AGAIN = "opnieuw"
"""In the address of a form that came back: a mark that belongs to that one time, and says nothing else."""
MOST = 20_000
"""Characters that are kept of one form: more than any page asks, so that nobody fills the database."""
_KEY, _DRAFT = "sent", "draft"
_NEVER_KEPT = frozenset({"csrf_token", "password", "again", "before"})
"""Fields of secrets, which are kept nowhere as they were typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBack:
    """What was filled in, what is wrong with it, and what may have been meant."""

    form: Form = field(default_factory=MultiDict)
    faults: tuple[Fault, ...] = ()
    near: tuple[str, ...] = ()
    is_draft: bool = False
    """Whether it was kept while someone had to sign in again; nothing of it was taken yet."""


def taken(address: str) -> Response:
    """Go on to a page after a form was taken; what was filled in wrongly before is forgotten."""
    forget()
    return redirect(address, 303)


def send_back(
    address: str, form: Form, faults: Iterable[Fault] = (), near: Iterable[str] = (), *, in_cookie: bool = False
) -> Response:
    """Keep what was filled in and show its page again. `in_cookie`: a word or two that no database may hold."""
    mark, content = uuid4().hex[:8], _written(form, faults, near)
    if in_cookie:
        forget()
        session[_KEY] = {"mark": mark, "content": content}
    else:
        parts, before = house(), _kept().get("id")
        form_id = sent_forms.keep(
            parts.unit_of_work, content, parts.clock(), instead_of=UUID(before) if before else None
        )
        session[_KEY] = {"mark": mark, "id": str(form_id)}
    page, hash_, place = address.partition("#")
    return redirect(f"{page}{'&' if '?' in page else '?'}{AGAIN}={mark}{hash_}{place}", 303)


def came_back() -> SentBack:
    """What this page was sent with, as often as it is reloaded; empty at the address without the mark."""
    kept = _kept()
    if not kept or request.args.get(AGAIN) != kept["mark"]:
        return SentBack()
    content = kept.get("content")
    if "id" in kept:
        content = sent_forms.find(house().unit_of_work, UUID(kept["id"]), house().clock())
    return _read(content, is_draft="draft" in kept) if content else SentBack()


def keep_draft(address: str, form: Form) -> None:
    """Keep a form that nobody may send without signing in first; `draft_address` leads back to it."""
    parts, before = house(), session.get(_DRAFT, {}).get("id")
    kept = sent_forms.keep(
        parts.unit_of_work,
        _written(form, (), ()),
        parts.clock(),
        instead_of=UUID(before) if before else None,
    )
    session[_DRAFT] = {"mark": uuid4().hex[:8], "id": str(kept), "address": address}


def has_draft() -> bool:
    """Whether a form waits for its sender to sign in."""
    return _DRAFT in session


def draft_address() -> str | None:
    """Where the form that was kept stands again; from here on it is a form that came back."""
    draft = session.pop(_DRAFT, None)
    if draft is None:
        return None
    forget()
    address = draft.pop("address")
    session[_KEY] = {**draft, "draft": "yes"}
    return f"{address}?{AGAIN}={draft['mark']}"


def form_id() -> UUID:
    """The id that stands in a form so that it counts once; a new one when it was tampered with."""
    try:
        return UUID(request.form.get("form_id", ""))
    except ValueError:
        return uuid4()


def id_in(typed: str) -> UUID:
    """The id on the button that was pressed; whoever made one up finds nothing."""
    try:
        return UUID(typed)
    except ValueError:
        abort(404)


def forget() -> None:
    """Keep nothing of what was filled in wrongly."""
    kept = _kept()
    if "id" in kept:
        sent_forms.forget(house().unit_of_work, UUID(kept["id"]))
    session.pop(_KEY, None)


def is_draft_again() -> bool:
    """Whether this page shows what was kept while someone signed in again; its layout then says so."""
    kept = _kept()
    return "draft" in kept and request.args.get(AGAIN) == kept["mark"]


def _kept() -> dict[str, str]:
    kept = session.get(_KEY)
    return kept if isinstance(kept, dict) else {}


def _written(form: Form, faults: Iterable[Fault], near: Iterable[str]) -> str:
    content = {
        "form": list(_cut(form)),
        "faults": [(fault.field, without_bsn(fault.words)) for fault in faults],
        "near": list(near),
    }
    return json.dumps(content)


def _cut(form: Form) -> Iterator[tuple[str, str]]:
    """The fields of a form as far as they fit, without the token, and without a BSN that somebody typed."""
    left = MOST
    for name, value in form.items(multi=True):
        if name not in _NEVER_KEPT and len(name) < left:
            left -= len(name)
            kept = without_bsn(value[:left])
            yield name, kept
            left -= len(kept)


def _read(content: str, *, is_draft: bool) -> SentBack:
    kept = json.loads(content)
    return SentBack(
        form=MultiDict((name, value) for name, value in kept["form"]),
        faults=tuple(Fault(field=field_, words=words) for field_, words in kept["faults"]),
        near=tuple(kept["near"]),
        is_draft=is_draft,
    )
