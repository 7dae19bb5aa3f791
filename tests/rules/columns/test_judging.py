"""What can be read from a judgement of all rows."""

from __future__ import annotations

from gouden_poort.rules.book.rule import RuleKind
from gouden_poort.rules.columns.judging import Counts, Judged
from gouden_poort.rules.columns.prepared import prepare
from gouden_poort.rules.language.tree import Truth
from tests.rules.builders import DAY, a_rule, compared
from tests.rules.columns.tables import AGE, MIN_AGE, ONLINE, a_table, numbers, truths


def judged() -> Judged:
    """Two admissions and an obligation over four rows."""
    rules = [
        a_rule(compared(AGE, ">=", MIN_AGE), id="old_enough"),
        a_rule(Truth(ONLINE), id="online"),
        a_rule(compared(MIN_AGE, "<", 18), id="form", kind=RuleKind.OBLIGATION),
    ]
    table = a_table(min_age=numbers(16, 18, 21, None), online=truths(True, None, False, True))
    return prepare(rules, table, DAY).judge({"person.age": 18}, DAY)


def test_only_where_every_admission_holds_someone_may_enter() -> None:
    surely, possibly = judged().admitted()
    assert (surely.tolist(), possibly.tolist()) == ([True, False, False, False], [True, True, False, True])


def test_counts_tell_how_many_rows_a_rule_closes_and_how_many_it_asks_about() -> None:
    assert judged().counts() == {
        "old_enough": Counts(no=1, unknown=1),
        "online": Counts(no=1, unknown=1),
        "form": Counts(no=2, unknown=1),
    }


def test_without_admissions_every_row_is_open() -> None:
    one = prepare([a_rule(Truth(ONLINE), kind=RuleKind.INFO)], a_table(online=truths(False, None))).judge({}, DAY)
    assert one.admitted()[0].tolist() == [True, True]
