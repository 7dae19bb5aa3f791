"""How many of a hundred people stay in technical work: said on its own, beside a name, or one year after another."""

from __future__ import annotations

from gouden_poort.services.ten_years.staying import Point
from gouden_poort.web.language import ngettext


def on_its_own(point: Point) -> str:
    """The one sentence about a group."""
    return ngettext(
        "Van 100 mensen werken er na %(num)s jaar nog %(share)s in de techniek.",
        "Van 100 mensen werken er na %(num)s jaar nog %(share)s in de techniek.",
        point.years,
        share=point.share,
    )


def beside_a_name(point: Point) -> str:
    """Short, behind what the group is called."""
    return ngettext(
        "na %(num)s jaar nog %(share)s van de 100",
        "na %(num)s jaar nog %(share)s van de 100",
        point.years,
        share=point.share,
    )


def in_a_row(point: Point) -> str:
    """A sentence among those of other years, which therefore begins with the year."""
    return ngettext(
        "Na %(num)s jaar werken er nog %(share)s van de 100 in de techniek.",
        "Na %(num)s jaar werken er nog %(share)s van de 100 in de techniek.",
        point.years,
        share=point.share,
    )
