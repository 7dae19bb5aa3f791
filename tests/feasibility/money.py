"""R8 and R9: who pays what, in whole euros and without binary fractions."""

from __future__ import annotations

from collections import Counter
from datetime import date

from tests.feasibility.itinerary import Taken
from tests.feasibility.person import Person
from tests.feasibility.reading import Catalogue, Offering, Scheme


def applies(scheme: Scheme, person: Person, offering: Offering, day: date) -> bool:
    """Whether all conditions of the scheme that are not empty hold for the step."""
    age = person.age_on(day)
    return (
        (not scheme.target_groups or bool(scheme.target_groups & person.target_groups))
        and (not scheme.benefits or person.benefit in scheme.benefits)
        and (not scheme.sectors or offering.sector in scheme.sectors)
        and (not scheme.offering_kinds or offering.kind in scheme.offering_kinds)
        and (scheme.min_age is None or age >= scheme.min_age)
        and (scheme.max_age is None or age <= scheme.max_age)
        and scheme.valid_from <= day <= scheme.valid_to
    )


def most_for_step(scheme: Scheme, offering: Offering) -> int:
    """The highest amount the scheme may pay towards one step."""
    return min(scheme.share * offering.cost_eur // 100, scheme.max_amount_eur)


def own_cost(steps: list[Taken]) -> int:
    """What is left for the person to pay."""
    return sum(step.offering.cost_eur - sum(amount for _, amount in step.funding) for step in steps)


def money_faults(catalogue: Catalogue, person: Person, steps: list[Taken]) -> list[str]:
    """Each way in which the funding breaks R8 or the own cost breaks R9."""
    faults = []
    paid: Counter[str] = Counter()
    for step in steps:
        faults += _step_faults(catalogue, person, step)
        for scheme_id, amount in step.funding:
            paid[scheme_id] += amount
    for scheme_id, amount in paid.items():
        cap = catalogue.schemes[scheme_id].cap_per_person_eur
        if amount > cap:
            faults.append(f"R8 {scheme_id}: pays {amount} over the route, cap {cap}")
    if own_cost(steps) > person.budget_eur:
        faults.append(f"R9 own cost {own_cost(steps)}, budget {person.budget_eur}")
    return faults


def _step_faults(catalogue: Catalogue, person: Person, step: Taken) -> list[str]:
    faults = []
    schemes = [catalogue.schemes[scheme_id] for scheme_id, _ in step.funding]
    for scheme, (scheme_id, amount) in zip(schemes, step.funding, strict=True):
        where = f"R8 {step.name}, {scheme_id}"
        if amount < 1 or amount > most_for_step(scheme, step.offering):
            faults.append(f"{where}: pays {amount}, may pay 1 to {most_for_step(scheme, step.offering)}")
        if not applies(scheme, person, step.offering, step.start):
            faults.append(f"{where}: does not apply")
    for group, times in Counter(scheme.stack_group for scheme in schemes).items():
        if times > 1:
            faults.append(f"R8 {step.name}: {times} schemes of stack group {group}")
    if sum(amount for _, amount in step.funding) > step.offering.cost_eur:
        faults.append(f"R8 {step.name}: funding is more than the cost {step.offering.cost_eur}")
    return faults
