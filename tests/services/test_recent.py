"""Keeping the last few values."""

from gouden_poort.services.recent import Recent


class Counting:
    def __init__(self) -> None:
        self.made: list[str] = []

    def value(self, recent: Recent[str, str], key: str) -> str:
        def make() -> str:
            self.made.append(key)
            return key.upper()

        return recent.get(key, make)


def test_a_value_is_made_once_while_it_is_kept() -> None:
    recent: Recent[str, str] = Recent(2)
    counting = Counting()
    assert [counting.value(recent, key) for key in "aab"] == ["A", "A", "B"]
    assert counting.made == ["a", "b"]


def test_the_one_asked_for_longest_ago_leaves_first() -> None:
    recent: Recent[str, str] = Recent(2)
    counting = Counting()
    for key in "abacab":
        counting.value(recent, key)
    assert counting.made == ["a", "b", "c", "b"]
