"""Nobody meets or changes what is of somebody else: every address, for everyone, with every id there is.

tests/http/test_matrix.py asks who comes in at a door; here it is asked whose things are behind it. Two organisations
are filled with words that say whose they are (tests/http/ownership/world.py), and each answer is searched for words
that the one who asks may never read (tests/http/ownership/marks.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from io import BytesIO
from uuid import UUID

import pytest
from werkzeug.test import TestResponse

from tests.databases import Databases, PostgresServer
from tests.http.ownership import addresses
from tests.http.ownership.addresses import FIXED, Ask
from tests.http.ownership.dump import rows, watching
from tests.http.ownership.marks import CHANGERS, Mark, What
from tests.http.ownership.world import World, a_world

DOUBLES = frozenset({"newcomer.register", "newcomer.form"})
"""Where a coach is told that a colleague helps somebody with the same telephone number, so that nobody is helped twice:
the name, what is the same, and who the colleague is."""


ABOUT_PEOPLE = frozenset({*CHANGERS} - {"account_id", "session_id", "place_id"})
"""Of these a row that was added by somebody else would say something."""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One for all tests here; those that add something of their own stand last."""
    server: PostgresServer | None = None
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres_server")
    databases = Databases(tmp_path_factory.mktemp("databases"), server)
    with databases.migrated(tmp_path_factory.mktemp("ownership")) as database:
        yield a_world(database)


@pytest.fixture(scope="module")
def met(world: World) -> dict[str, set[str]]:
    """What everyone met who read everything, by word; and what they should not have, under the empty word."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for actor in world.clients:
        for ask in (*addresses.reads(world, actor), *addresses.searches(world, actor)):
            found[""].update(asked(world, actor, ask, found))
    return dict(found)


def asked(world: World, actor: str, ask: Ask, met: defaultdict[str, set[str]] | None = None) -> Iterator[str]:
    """What someone reads in an answer, or on the page behind it, that is not theirs to read."""
    try:
        answer = sent(world, actor, ask)
        pages = [answer]
        if answer.status_code in (302, 303) and answer.location.startswith("/"):
            pages.append(world.clients[actor].get(answer.location))
    except Exception as error:  # whatever it was, it is told with where it was
        yield f"{actor} broke {ask.method} {ask.path}: {error!r:.200}"
        return
    for page in pages:
        for mark in world.marks.found_in(f"{page.get_data(as_text=True)}{page.headers}", but=ask.sent):
            if met is not None:
                met[mark.text].add(actor)
            if actor not in mark.readers and not is_told_as_double(actor, ask, mark):
                yield f"{actor} met {mark.of} at {ask.method} {ask.path} ({ask.endpoint})"


def sent(world: World, actor: str, ask: Ask) -> TestResponse:
    """The answer to one request; a value that begins with `file:` is the contents of a file."""
    form = {
        name: (BytesIO(value.removeprefix("file:").encode()), "mensen.csv") if value.startswith("file:") else value
        for name, value in ask.form.items()
    }
    return world.clients[actor].open(ask.path, method=ask.method, data=form if ask.method != "GET" else None)


def is_told_as_double(actor: str, ask: Ask, mark: Mark) -> bool:
    """Whether it is the name of somebody's client who lets a coach of the same organisation see them."""
    colleagues = {reader.partition(".")[0] for reader in mark.readers if not reader.endswith("quiet")}
    is_coach = actor.endswith((".coach", ".colleague"))
    return ask.endpoint in DOUBLES and mark.what is What.NAME and is_coach and actor.partition(".")[0] in colleagues


def changed_by(world: World, actor: str, asks: Iterable[Ask], about: Collection[UUID] | None = None) -> Iterator[str]:
    """Requests of someone after which a row (about these ids) is not what it was, or which told something."""
    before = rows(world.database, about)
    with watching(world.database) as watch:
        for ask in asks:
            yield from asked(world, actor, ask)
            after = rows(world.database, about) if watch.wrote() else before
            if after != before:
                yield f"{actor} changed {sorted(table for table, _ in before ^ after)} with {ask}"
                before = after
    if rows(world.database, about) != before:
        yield f"{actor} changed something that nobody saw being written"


def about_others(world: World, actor: str) -> set[UUID]:
    """The ids that stand in rows about people, but for those of this actor."""
    own = {name for each in world.of_kind("dossier_id") if each.is_for(actor, "") for name in each.ties["citizen"]}
    answers = {given for name, given in world.assessments.items() if name not in own | {actor}}
    others = [each for each in world.things if each.kind in ABOUT_PEOPLE and not each.is_for(actor, "")]
    return answers | {each.id for each in others if not (own | {actor}) & {*each.ties.get("citizen", ())}}


def test_every_address_can_be_filled_in(world: World) -> None:
    known = {*CHANGERS, *FIXED}
    for rule in world.app.url_map.iter_rules():
        assert rule.arguments <= known, f"{rule}: tell tests/http/ownership what stands in it"


def test_every_address_that_changes_something_is_in_a_table(world: World) -> None:
    tables = ({*addresses.AIMED, *addresses.ADDING, *addresses.RECOGNISING}, {*addresses.VISITS}, addresses.UNAIMED)
    assert addresses.changing(world.app) == set().union(*tables)
    assert sum(map(len, tables)) == len(set().union(*tables)), "an address stands in two tables"
    for endpoint in tables[1] | tables[2]:
        for rule in world.app.url_map.iter_rules(endpoint):
            assert not rule.arguments & CHANGERS.keys(), f"{rule} takes an id, so it can be aimed at others"


def test_nobody_reads_what_is_of_somebody_else(met: dict[str, set[str]]) -> None:
    assert sorted(met[""]) == []


def test_what_is_searched_for_is_really_there_to_be_read(world: World, met: dict[str, set[str]]) -> None:
    """A word that not even its owner meets would be missed on no page."""
    here = {mark.of: {each for each in mark.readers if not each.endswith(".gone")} for mark in world.marks.all}
    shown = [mark for mark in world.marks.all if here[mark.of] and here[mark.of] <= world.clients.keys()]
    assert shown
    assert [mark.of for mark in shown if mark.text not in met] == []


def test_nobody_changes_what_is_of_somebody_else(world: World) -> None:
    found = [line for actor in world.clients for line in changed_by(world, actor, addresses.aimed(world, actor))]
    assert found == []


def test_nobody_adds_to_what_is_of_somebody_else_by_sending_its_id(world: World) -> None:
    found: list[str] = []
    for actor in world.clients:
        found += changed_by(world, actor, addresses.adding(world, actor), about_others(world, actor))
    assert found == []
