"""A plan that was kept is the same plan when it is read, and keeps its form."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from gouden_poort.development.kept import as_text, from_text
from gouden_poort.routing.route import Funding
from tests.development.plans import NAMED, ROUTE

FUNDED = replace(
    ROUTE, steps=(replace(ROUTE.steps[0], position_id="P1", funding=(Funding(scheme_id="S1", amount_eur=500),)),)
)


@pytest.mark.parametrize("route", [ROUTE, FUNDED, replace(ROUTE, career=None, steps=())])
def test_what_was_kept_comes_back_whole(route: object) -> None:
    assert from_text(as_text(route, NAMED)) == (route, NAMED)  # type: ignore[arg-type]


def test_the_same_plan_is_the_same_text() -> None:
    again = replace(NAMED, weeks=dict(reversed(NAMED.weeks.items())))
    assert as_text(ROUTE, again) == as_text(ROUTE, NAMED)


def test_a_form_that_is_not_known_is_refused() -> None:
    later = json.dumps({**json.loads(as_text(ROUTE, NAMED)), "form": 2})
    with pytest.raises(ValueError, match="form 2, expected 1"):
        from_text(later)


def test_the_first_form_can_still_be_read() -> None:
    """As it was written on the day this form was made; never change it."""
    first = (
        '{"form":1,"named":{"occupations":{"welder":"Lasser"},"offerings":{"F1":"Lassen"},"sectors":{"welder":"metal"},'
        '"sites":{"F1":"Zwolle"},"wages":{"welder":2900},"weeks":{"F1":25}},"route":{"career":null,"effort":"31.5",'
        '"own_cost_eur":0,"placement":{"position_id":"P1","start_date":"2028-03-06"},"steps":[{"funding":[],'
        '"offering_id":"F1","position_id":null,"start_date":"2027-09-06"}],"target_occupation_id":"welder",'
        '"travel_minutes":20,"weeks_to_qualified":26,"weeks_to_work":26}}'
    )
    route, named = from_text(first)
    assert (route.steps[0].offering_id, str(route.effort), named.weeks["F1"]) == ("F1", "31.5", 25)
