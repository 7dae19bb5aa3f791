"""A route with its reasons: the route of the format, and beside each part why it is there and what it takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gouden_poort.api.route_schema import written_route
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.routing.explanation import FactKind, Gain, Need, StepExplanation
from gouden_poort.routing.route import Step
from gouden_poort.services.routes import ExplainedRoute


def told_route(snapshot: Snapshot, explained: ExplainedRoute) -> dict[str, Any]:
    """One route as a JSON object; every member of the format is in it, unchanged."""
    columns = snapshot.columns
    route, why = explained.route, explained.explanation
    target = columns.occupations.id.row(route.target_occupation_id)
    written = written_route(route)
    reasons = {reason.step: reason for reason in why.steps}
    return written | {
        "steps": [
            one | _told_step(snapshot, reasons[step]) for one, step in zip(written["steps"], route.steps, strict=True)
        ],
        "placement": written["placement"]
        | _told_position(snapshot, route.placement.position_id)
        | {"travel_minutes": why.placement_travel_minutes, "entry": _told_needs(snapshot, why.placement_entry)},
        "occupation": {
            "id": route.target_occupation_id,
            "label": columns.occupations.label[target],
            "sector": columns.sectors[int(columns.occupations.sector[target])],
            "wage_month_eur": int(columns.occupations.wage_month_eur[target]),
            "needs": _told_needs(snapshot, why.occupation),
        },
    }


def told_suggestion(snapshot: Snapshot, explained: ExplainedRoute) -> dict[str, Any]:
    """One of the best five as a JSON object, with why it is one of them."""
    assert explained.chosen_for is not None  # noqa: S101 - each route of a suggestion was chosen for something
    return told_route(snapshot, explained) | {"chosen_for": explained.chosen_for.value}


def _told_step(snapshot: Snapshot, why: StepExplanation) -> dict[str, Any]:
    return {
        **_told_offering(snapshot, why.step),
        "end_date": why.end_date.isoformat(),
        "travel_minutes": why.travel_minutes,
        "own_cost_eur": why.own_cost_eur,
        "entry": _told_needs(snapshot, why.entry),
        "gains": [_told_gain(snapshot, gain) for gain in why.gains],
    }


def _told_offering(snapshot: Snapshot, step: Step) -> dict[str, Any]:
    offerings, sites = snapshot.columns.offerings, snapshot.columns.sites
    row = offerings.id.row(step.offering_id)
    site = int(offerings.site[row])
    return {
        "label": offerings.label[row],
        "site_id": sites.id[site] if site >= 0 else None,
        "city": sites.city[site] if site >= 0 else None,
        "hours_per_week": int(offerings.hours_per_week[row]),
        "cost_eur": int(offerings.cost_eur[row]),
    }


def _told_position(snapshot: Snapshot, position_id: str) -> dict[str, Any]:
    positions, companies = snapshot.columns.positions, snapshot.columns.companies
    row = positions.id.row(position_id)
    company = int(positions.company[row])
    return {
        "company": companies.label[company],
        "city": companies.city[company],
        "hours_per_week": int(positions.hours_per_week[row]),
        "wage_month_eur": int(positions.wage_month_eur[row]),
    }


def _told_needs(snapshot: Snapshot, needs: Iterable[Need]) -> list[dict[str, Any]]:
    return [
        {
            "kind": need.kind.value,
            "ref_id": need.ref_id,
            "label": _label(snapshot, need.kind, need.ref_id),
            "needed": need.needed,
            "yours": need.yours,
            "met_by": need.met_by,
        }
        for need in needs
    ]


def _told_gain(snapshot: Snapshot, gain: Gain) -> dict[str, Any]:
    return {
        "kind": gain.kind.value,
        "ref_id": gain.ref_id,
        "label": _label(snapshot, gain.kind, gain.ref_id),
        "before": gain.before,
        "after": gain.after,
        "used_by": gain.used_by,
    }


def _label(snapshot: Snapshot, kind: FactKind, ref_id: str) -> str:
    match kind:
        case FactKind.SKILL:
            return str(snapshot.columns.skills.label[snapshot.columns.skills.id.row(ref_id)])
        case FactKind.CREDENTIAL:
            return str(snapshot.columns.credentials.label[snapshot.columns.credentials.id.row(ref_id)])
    return ref_id
