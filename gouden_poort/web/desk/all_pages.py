"""Every screen of staff, for `registration` to put into an app."""

from __future__ import annotations

from gouden_poort.web.desk import (
    answers,
    funnel,
    handing_over,
    importing,
    inviting,
    logbook,
    messages,
    newcomer,
    note,
    offering,
    particulars,
    people,
    people_together,
    people_views,
    person,
    plan_again,
    quick_look,
    referral_inbox,
    referral_numbers,
    referrals,
    referring,
    report,
    requests,
    rule_aside,
    talk,
    ten_years,
    today,
    users,
)
from gouden_poort.web.language.address import in_dutch_only

DESK_PAGES = tuple(
    in_dutch_only(part.pages)
    for part in (
        answers,
        funnel,
        handing_over,
        importing,
        inviting,
        logbook,
        messages,
        newcomer,
        note,
        offering,
        particulars,
        people,
        people_together,
        people_views,
        person,
        plan_again,
        quick_look,
        referral_inbox,
        referral_numbers,
        referrals,
        referring,
        report,
        requests,
        rule_aside,
        talk,
        ten_years,
        today,
        users,
    )
)
