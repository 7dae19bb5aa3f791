"""What comes in today: told by who wants to lay a route beside it, and by nobody else."""

from __future__ import annotations

from gouden_poort.services.drafts import Draft
from gouden_poort.web.citizen import visitor
from gouden_poort.web.forms.answers import Form, tidy_number
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.wording import say

INCOME = "income"
"""The name of the field."""
_MOST = 20_000


def kept_income() -> int | None:
    """What comes in a month, gross, in euros; None where this visitor did not tell."""
    kept = visitor.tried_out(Draft.INCOME)
    return kept if isinstance(kept, int) else None


def tell(form: Form) -> tuple[Fault, ...]:
    """Keep what was filled in, and nothing when that is empty; else what is wrong with it."""
    typed = tidy_number(form.get(INCOME, ""))
    if typed and not (typed.isdecimal() and len(typed) <= len(str(_MOST)) and int(typed) <= _MOST):
        return (Fault(field=INCOME, words=say("months.income.wrong")),)
    visitor.try_out(Draft.INCOME, int(typed) if typed else None)
    return ()
