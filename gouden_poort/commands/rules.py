"""The commands about rules: `gouden-poort rules check`, `test` and `explain`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from gouden_poort.commands.house import open_house
from gouden_poort.commands.paths import FILE, FOLDER
from gouden_poort.commands.telling import BAD_INPUT
from gouden_poort.errors import FieldError, InvalidInput

if TYPE_CHECKING:
    from gouden_poort.profiles.profile import Profile
    from gouden_poort.rules.book.rule import Rulebook
    from gouden_poort.rules.judge import Judge


@click.group()
def rules() -> None:
    """Rules: what the law and the schemes ask, as docs/rules.md describes them."""


@rules.command()
@click.argument("path", type=FOLDER, required=False)
def check(path: Path | None) -> None:
    """Read the rules in a folder, or in a catalogue with rules/, and say everything that is wrong with them.

    Without PATH: the rules of this package.
    """
    book = _book(path)
    own = [rule for rule in book.rules if _is_own(rule.place.file)]
    kinds = Counter(rule.kind.value for rule in own)
    counted = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    files = sum(_is_own(name) for name in book.texts)
    click.echo(f"Nothing wrong: {len(own)} rules ({counted}) in {files} files. Rule set {book.version}.")


@rules.command()
@click.argument("path", type=FOLDER, required=False)
@click.pass_context
def test(ctx: click.Context, path: Path | None) -> None:
    """Run the examples in the rules, and count the tests that they make true and false."""
    from gouden_poort.rules.loading.trying import coverage  # noqa: PLC0415

    book = _book(path)
    own = [rule for rule in book.rules if _is_own(rule.place.file)]
    examples = Counter({name: 0 for name in book.texts if _is_own(name)})
    for rule in own:
        examples[rule.place.file] += len(rule.examples)
    for name, count in sorted(examples.items()):
        click.echo(f"{name}: {count} examples")
    reached = [leaf for leaf in coverage(book).leaves if _is_own(leaf.leaf.place.file)]
    lacking = [leaf for leaf in reached if not leaf.yes or not leaf.no]
    for leaf in lacking:
        place = leaf.leaf.place
        click.echo(f"{place.file}:{place.line}:{place.column}: {leaf.leaf.id} is not made true and false", err=True)
    done = len(reached) - len(lacking)
    click.echo(f"{examples.total()} examples hold; {done} of {len(reached)} tests are made true and false.")
    if lacking:
        ctx.exit(BAD_INPUT)


@rules.command()
@click.option("--profile", required=True, type=FILE, help="One profile, as JSON.")
@click.option("--offering", "offerings", multiple=True, help="An offering of the catalogue; may come more than once.")
@click.option("--position", "positions", multiple=True, help="A position; may come more than once.")
@click.option("--scheme", "schemes", multiple=True, help="A scheme; may come more than once.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day it is about; usually today.")
@click.option("--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Which language.")
@click.option("--facts", type=FILE, help="Facts besides the profile, as a JSON object.")
@click.option("--bundle", type=FOLDER, help="Ask about this catalogue instead of the active one.")
def explain(  # noqa: PLR0917 - click hands over what it read by name
    profile: Path,
    offerings: tuple[str, ...],
    positions: tuple[str, ...],
    schemes: tuple[str, ...],
    on: datetime | None,
    lang: Literal["nl", "en"],
    facts: Path | None,
    bundle: Path | None,
) -> None:
    """Say whether someone may, by which rules, and what would change it."""
    from gouden_poort.commands.rule_report import report  # noqa: PLC0415
    from gouden_poort.services.asked import Question  # noqa: PLC0415
    from gouden_poort.services.eligibility import eligibility  # noqa: PLC0415
    from gouden_poort.services.explained import names_of  # noqa: PLC0415

    if not offerings and not positions and not schemes:
        raise click.UsageError("name at least one --offering, --position or --scheme")
    question = Question(
        profile=_profile(profile),
        day=on.date() if on else datetime.now(UTC).date(),
        offerings=tuple(dict.fromkeys(offerings)),
        positions=tuple(dict.fromkeys(positions)),
        schemes=tuple(dict.fromkeys(schemes)),
        told=_facts(facts) if facts else {},
    )
    judge = _judge(bundle)
    for line in report(eligibility(judge, question), lang, names_of(judge.snapshot)):
        click.echo(line)


def _book(path: Path | None) -> Rulebook:
    from gouden_poort.rules.loading.books import builtin_rulebook  # noqa: PLC0415
    from gouden_poort.rules.loading.folders import with_format  # noqa: PLC0415
    from gouden_poort.rules.loading.loading import load_rulebook  # noqa: PLC0415

    return builtin_rulebook() if path is None else load_rulebook(with_format(_texts(path)))


def _texts(path: Path) -> Mapping[str, str]:
    """The rule files of a folder; of a catalogue those in its rules/, at any depth, as an import takes them."""
    from gouden_poort.rules.loading.folders import read_folder  # noqa: PLC0415

    if not (path / "bundle.csv").exists():
        texts = dict(read_folder(path))
    else:
        own = path / "rules"
        folders = [own, *sorted(inner for inner in own.rglob("*") if inner.is_dir())]
        texts = {
            (folder.relative_to(own) / name).as_posix(): text
            for folder in folders
            for name, text in read_folder(folder).items()
        }
    if not texts:
        raise click.BadParameter(f"there are no .yaml files in {path}", param_hint="PATH")
    return texts


def _is_own(file: str) -> bool:
    """Whether a rule file is none of the catalogue format, on which every book stands."""
    from gouden_poort.rules.loading.folders import OURS  # noqa: PLC0415

    return not file.startswith(OURS)


def _profile(path: Path) -> Profile:
    from gouden_poort.route_files.reading import contents, read_profiles  # noqa: PLC0415

    profiles = read_profiles(contents(path)).profiles
    if len(profiles) != 1:
        given, expected = f"a list of {len(profiles)}", "one profile"
        raise InvalidInput([FieldError(path="", code="wrong_type", given=given, expected=expected)])
    return profiles[0]


def _facts(path: Path) -> Mapping[str, object]:
    from gouden_poort.http.faults import shown  # noqa: PLC0415
    from gouden_poort.http.strict_json import read  # noqa: PLC0415
    from gouden_poort.route_files.reading import contents  # noqa: PLC0415

    told = read(contents(path))
    if not isinstance(told, dict):
        fault = FieldError(path="facts", code="wrong_type", given=shown(told), expected="an object of facts")
        raise InvalidInput([fault])
    return told


def _judge(bundle: Path | None) -> Judge:
    """The rules of a folder, or those of the active catalogue, which are kept so that the receipt holds."""
    if bundle is None:
        from gouden_poort.services.receipts import judge_now  # noqa: PLC0415

        house = open_house()
        return judge_now(house.shelf, house.unit_of_work, house.clock())
    from gouden_poort.catalogue.snapshot_building import build  # noqa: PLC0415
    from gouden_poort.rules.judge import Judge  # noqa: PLC0415
    from gouden_poort.services.catalogues import check_catalogue  # noqa: PLC0415

    read, book = check_catalogue(bundle)
    return Judge(build(read), book)
