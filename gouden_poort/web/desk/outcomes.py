"""What became of people, as figures of groups: on the screen, in pictures and as a file."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from gouden_poort.development.suppression import FEWEST
from gouden_poort.http.guard import needs
from gouden_poort.http.signed_in import signed_in
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.question import Choice
from gouden_poort.services.ten_years.groups import By, Group
from gouden_poort.services.ten_years.outcomes import Outcomes, outcomes
from gouden_poort.web.desk.outcomes_words import (
    BY,
    HIDDEN,
    KEPT,
    REACHED,
    GroupNames,
    file_rows,
    flow_rows,
    sentence,
    shown,
    waiting_words,
    years,
)
from gouden_poort.web.desk.safe_csv import csv_file
from gouden_poort.web.filters import number
from gouden_poort.web.pictures.flow_picture import flow_picture
from gouden_poort.web.pictures.survival_line import survival_line
from gouden_poort.wiring import house

pages = Blueprint("outcomes", __name__)
COLUMNS = ("Groep", "Onderwerp", "Wat", "Getal", "Ondergrens", "Bovengrens", "Mensen gevolgd")
EXAMPLE = " (voorbeeld: deze mensen zijn bedacht)"


@pages.get("/resultaten")
@needs(Deed.SEE_OUTCOMES)
def show() -> ResponseReturnValue:
    """The figures of everyone, or of one group that stands in the address."""
    found, group, names = _asked()
    said, how_sure = sentence(found.staying)
    return render_template(
        "desk/outcomes.html",
        heading=names.heading(group),
        chosen=_in_address(group),
        choices=_choices(found, names),
        found=found,
        said=said,
        how_sure=how_sure,
        line=survival_line(found.staying) if said else None,
        stays=[
            (f"Na {years(each.years)}", each.share, f"{each.low} tot {each.high}", number(each.at_risk))
            for each in found.staying
        ],
        reached=[(REACHED[step], shown(many)) for step, many in found.reached.items()],
        waiting=waiting_words(found.waiting),
        kept=[(KEPT[kept], shown(many)) for kept, many in found.kept.items()],
        flows=flow_picture(found.flows, {name: names.sector(name) for name in {*found.flows.firsts, *found.flows.now}}),
        flow_rows=flow_rows(found.flows, names),
        fewest=FEWEST,
        hidden=HIDDEN,
    )


@pages.get("/resultaten/resultaten.csv")
@needs(Deed.SEE_OUTCOMES)
def download() -> ResponseReturnValue:
    """The same figures as a file."""
    found, group, names = _asked()
    heading = f"{names.heading(group)}{EXAMPLE if found.is_example else ''}"
    return csv_file("resultaten.csv", COLUMNS, file_rows(found, names, heading))


def _asked() -> tuple[Outcomes, Group | None, GroupNames]:
    group = _group(request.args.get("groep", ""))
    names = GroupNames(house().shelf.active())
    return outcomes(house().unit_of_work, signed_in(), house().today(), group), group, names


def _group(words: str) -> Group | None:
    """A group as it stands in the address, such as `regio:AM07`; None, everyone, for what is none."""
    kind, _, value = words.partition(":")
    by = next((by for by, (name, _words) in BY.items() if name == kind), None)
    return Group(by=by, value=value) if by is not None and value else None


def _in_address(group: Group | None) -> str:
    return "" if group is None else f"{BY[group.by][0]}:{group.value}"


def _choices(found: Outcomes, names: GroupNames) -> list[tuple[str, list[Choice]]]:
    """The groups that may be asked for, under what they are taken together by."""
    return [(BY[by][1], _of_one_kind(by, values, names)) for by, values in found.choices.items() if values]


def _of_one_kind(by: By, values: Sequence[str], names: GroupNames) -> list[Choice]:
    found = [Choice(value=_in_address(Group(by=by, value=value)), label=names.of(by, value)) for value in values]
    return sorted(found, key=lambda choice: choice.label)
