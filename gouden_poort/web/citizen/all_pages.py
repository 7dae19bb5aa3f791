"""Every page of a citizen, for `registration` to put into an app."""

from __future__ import annotations

from gouden_poort.web.citizen import (
    assessment,
    compare,
    fairness,
    first_routes,
    helping,
    how_it_works,
    leaving_out,
    mailed_code,
    objections,
    resume,
    routes,
    start,
    staying,
)
from gouden_poort.web.citizen.coach_request import pages as coach_request
from gouden_poort.web.citizen.mine import again as my_plan_again
from gouden_poort.web.citizen.mine import data as my_data
from gouden_poort.web.citizen.mine import guarantee as my_guarantee
from gouden_poort.web.citizen.mine import messages as my_messages
from gouden_poort.web.citizen.mine import plan as my_plan
from gouden_poort.web.citizen.mine import proofs as my_proofs
from gouden_poort.web.citizen.mine import proposals as my_proposals
from gouden_poort.web.citizen.mine import ten_years as my_ten_years
from gouden_poort.web.citizen.mine import yearly as my_year
from gouden_poort.web.citizen.occupations import pages as occupations
from gouden_poort.web.citizen.places import pages as places
from gouden_poort.web.citizen.tech_card import pages as tech_card
from gouden_poort.web.citizen.what_if import pages as what_if

_ANSWERING = (start, assessment, resume, mailed_code)
_FOUND = (first_routes, routes, leaving_out, compare, what_if, occupations, places)
_TOLD = (how_it_works, staying, fairness, objections, helping, coach_request)
_OWN = (
    my_plan,
    my_ten_years,
    my_plan_again,
    my_year,
    my_guarantee,
    my_proofs,
    my_proposals,
    my_data,
    my_messages,
)
CITIZEN_PAGES = tuple(part.pages for part in (*_ANSWERING, *_FOUND, *_TOLD, *_OWN, tech_card))
