"""A made-up book, table and people for the bench of the rules: seeded, in the forms and words of docs/rules.md."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

import numpy as np

from gouden_poort.catalogue.columns import Ragged
from gouden_poort.rules.book.rule import (
    AllOf,
    AnyOf,
    Condition,
    Confidence,
    Leaf,
    NotOf,
    Period,
    Place,
    Rule,
    RuleKind,
    Source,
)
from gouden_poort.rules.columns.table import Column, FactTable, NumberColumn, SetColumn, TruthColumn, WordColumn
from gouden_poort.rules.language.reading import read_test
from gouden_poort.rules.language.tree import Comparison, FactValue, Lookup, Relation, Test, Word
from gouden_poort.rules.language.words import Kind, Parameter, Subject, Value, Wording, WordList
from gouden_poort.rules.loading.folders import FORMAT_FOLDER, read_folder
from gouden_poort.rules.loading.loading import load_rulebook

DAY = date(2026, 11, 21)
ROWS = 100_000
SKILLS = tuple(f"skill-{i}" for i in range(160))
PAPERS = tuple(f"paper-{i}" for i in range(60))
NOTHING = Wording(nl="", en="")
SECTORS = ("breed", "bouw", "installatie", "metaal", "energie", "infra", "proces", "mobiliteit", "ict")
CEFR = ("A0", "A1", "A2", "B1", "B2", "C1", "C2")
KINDS = ("language", "basic", "module", "course", "certificate", "exam", "bol", "bbl")
GROUPS = ("status_holder", "starter", "experienced", "career_changer")
DAYPARTS = ("day", "evening", "weekend")

PERSON = (
    "person.age >= {18..27}",
    "{16..21} <= person.age < {27..67}",
    "person.cefr >= '{cefr}'",
    "person.nlqf >= {1..4}",
    "person.benefit in ['ww', 'bijstand', 'wia']",
    "person.benefit == '{benefit}'",
    "person.right_to_work == 'free'",
    "not person.employed",
    "person.has_vca",
    "person.drives_b",
    "'car' in person.modes",
    "person.hours_per_week >= {12..40}",
    "person.years_in_trade >= {1..10}",
    "person.age >= age_limit",
    "'{group}' in person.groups",
    "person.digital_level >= {1..3} and not person.at_school",
    "person.max_travel_minutes >= {20..90}",
    "person.budget_eur + {100..900} >= support_limit",
    "person.care_hours + {8..24} <= person.hours_per_week",
    "person.schooling in ['mbo_{2..4}', 'hbo', 'wo']",
)
CATALOGUE = (
    "offering.kind in ['bol', 'bbl']",
    "offering.kind == '{kind}'",
    "offering.kind not in ['language', 'basic', '{advanced}']",
    "offering.sector == '{sector}'",
    "offering.sector in ['{sector}', 'ict']",
    "offering.nlqf >= {1..5}",
    "offering.weeks <= {4..60}",
    "offering.cost_eur <= {200..6000}",
    "offering.cost_eur * 0.5 <= support_limit",
    "max(offering.hours_per_week * 1.5, 20) >= {21..60}",
    "offering.is_qualification",
    "not offering.online",
    "'{group}' in offering.groups",
    "empty(offering.groups)",
    "offering.daypart == '{daypart}'",
    "offering.min_age >= {16..21} or offering.nlqf >= {3..5}",
    "offering.weeks >= {2..20} and offering.cost_eur >= {100..900}",
    "offering.min_cefr <= '{cefr}'",
    "'paper-{0..59}' in offering.required_credentials",
    "{8..16} <= offering.hours_per_week <= {24..40}",
)
MIXED = (
    "offering.min_age <= person.age",
    "person.age <= offering.max_age",
    "offering.nlqf <= person.nlqf + {0..2}",
    "person.nlqf >= offering.min_nlqf",
    "person.cefr >= offering.min_cefr",
    "offering.cost_eur <= person.budget_eur + {0..2000}",
    "offering.cost_eur * 0.5 <= person.budget_eur + support_limit",
    "offering.hours_per_week <= person.hours_per_week - {0..12}",
    "offering.hours_per_week + person.care_hours <= {36..48}",
    "person.years_in_trade >= offering.min_years_in_trade",
    "covers(person.skills, offering.required_skills)",
    "covers(person.credentials, offering.required_credentials)",
    "shares(person.groups, offering.groups)",
    "offering.sector in person.wished_sectors",
    "offering.sector not in person.unwanted_sectors",
    "offering.daypart in person.dayparts",
    "offering.cost_eur - {0..900} <= person.budget_eur and offering.weeks <= {8..52}",
    "person.age + {0..4} >= offering.min_age or '{group}' in offering.groups",
    "max(offering.hours_per_week, {8..16}) + person.care_hours <= {36..60}",
    "table",
)

Forms = tuple[tuple[str, ...], ...]


def words() -> WordList:
    """The words of the catalogue format, and two parameters."""
    known = load_rulebook({"words.yaml": read_folder(FORMAT_FOLDER)["words.yaml"]}).words
    figures = {"age_limit": ("year", 21, 23), "support_limit": ("euro", 2500, 2600)}
    parameters = {
        name: Parameter(
            name=name,
            unit=unit,
            decimals=0,
            values=((date(2020, 1, 1), first), (date(2026, 7, 1), then)),
            wording=NOTHING,
            source="made up",
        )
        for name, (unit, first, then) in figures.items()
    }
    return WordList(facts=known.facts, parameters=parameters)


def book(known: WordList, *, rules: int = 60, leaves: int = 400, seed: int = 7) -> tuple[Rule, ...]:
    """Rules with so many leaves together: a third of the person, a third of the catalogue, a third of both."""
    writer = Writer(known, Random(seed))
    share = (RuleKind.ADMISSION,) * 6 + (RuleKind.OBLIGATION, RuleKind.SCHEME, RuleKind.WARNING, RuleKind.ADVICE)
    sizes = [leaves // rules + (i < leaves % rules) for i in range(rules)]
    return tuple(writer.rule(i, share[i % len(share)], size) for i, size in enumerate(sizes))


def schemes(known: WordList, *, rules: int = 100, seed: int = 8) -> tuple[Rule, ...]:
    """Schemes of two to four leaves, half of them about the person; those of this package are shorter still."""
    writer = Writer(known, Random(seed), forms=(PERSON, PERSON, CATALOGUE, MIXED))
    return tuple(writer.rule(i, RuleKind.SCHEME, 2 + i % 3) for i in range(rules))


class Writer:
    """Writes rules by lot."""

    def __init__(self, known: WordList, chance: Random, forms: Forms = (PERSON, CATALOGUE, MIXED)) -> None:
        self.forms = forms
        self.words = known
        self.chance = chance

    def rule(self, i: int, kind: RuleKind, size: int) -> Rule:
        """Mostly `only_if` about the catalogue, then `all` with some `any` in it."""
        only_if = self.leaf(CATALOGUE[:7]) if self.chance.random() < 0.8 else None
        return Rule(
            id=f"rule.number_{i}",
            kind=kind,
            wording=NOTHING,
            period=Period(first=date(2020, 1, 1)),
            in_force=True,
            source=Source(title="made up", read_on=DAY),
            confidence=Confidence.HIGH,
            unsure=None,
            only_if=only_if,
            when=self.condition(size - (only_if is not None), all_first=True),
            not_expressed=(),
            scheme=None,
            points=None,
            examples=(),
            place=Place(file="made_up.yaml", line=i + 1, column=1),
        )

    def condition(self, size: int, *, all_first: bool) -> Condition:
        """So many leaves under alternating `all` and `any`."""
        if size == 1:
            leaf = self.leaf(self.chance.choice(self.forms))
            return NotOf(part=leaf) if self.chance.random() < 0.08 else leaf
        parts: list[Condition] = []
        while size > 0:
            part = min(size, self.chance.choice((1, 1, 2, 3)))
            parts.append(self.condition(part, all_first=not all_first))
            size -= part
        return AllOf(parts=tuple(parts)) if all_first else AnyOf(parts=tuple(parts))

    def leaf(self, forms: tuple[str, ...]) -> Leaf:
        """A test of one of some forms, its figures and words filled in."""
        form = self.chance.choice(forms)
        text = self.filled(form)
        test = self.table() if form == "table" else read_test(text, self.words)
        return Leaf(
            id="leaf", text=text, test=test, wording=NOTHING, place=Place(file="made_up.yaml", line=1, column=1)
        )

    def filled(self, form: str) -> str:
        lists = {
            "cefr": CEFR[1:5],
            "benefit": ("ww", "wia", "zw"),
            "group": GROUPS,
            "daypart": DAYPARTS,
            "kind": KINDS,
            "sector": SECTORS[:-1],
            "advanced": KINDS[2:],
        }
        while "{" in form:
            before, _, rest = form.partition("{")
            hole, _, after = rest.partition("}")
            low, dots, high = hole.partition("..")
            value = str(self.chance.randint(int(low), int(high))) if dots else self.chance.choice(lists[hole])
            form = before + value + after
        return form

    def table(self) -> Test:
        """Dutch that is enough, by level and sector."""
        facts = self.words.facts
        keys = (facts["offering.nlqf"], facts["offering.sector"])
        cells = tuple(
            ((level, sector), Word(self.chance.choice(CEFR[1:5])))
            for level in range(1, 5)
            for sector in self.chance.sample(SECTORS, 5)
        )
        return Comparison(Relation.AT_LEAST, FactValue(facts["person.cefr"]), Lookup(keys, cells, Word("A2")))


def table(*, gaps: float, rows: int = ROWS, seed: int = 9) -> FactTable:
    """Offerings with skewed prices, lengths and sets; in each column that share of the rows is not known."""
    chance = np.random.default_rng(seed)

    def known() -> np.ndarray | None:
        return chance.random(rows) >= gaps if gaps else None

    def number(values: np.ndarray) -> NumberColumn:
        return NumberColumn(values=values.astype(np.int32), known=known())

    def word(choices: tuple[str, ...], weights: list[float]) -> WordColumn:
        codes = chance.choice(len(choices), rows, p=np.array(weights) / sum(weights)).astype(np.int8)
        here = known()
        return WordColumn(codes=codes if here is None else np.where(here, codes, -1).astype(np.int8), words=choices)

    def truth(share: float) -> TruthColumn:
        return TruthColumn(values=chance.random(rows) < share, known=known())

    def sets(choices: tuple[str, ...], kinds: int, most: int, *, levels: bool = False) -> SetColumn:
        """Many offerings ask the same: there are so many kinds of sets."""
        found = [sorted(chance.choice(len(choices), chance.integers(0, most + 1), replace=False)) for _ in range(kinds)]
        asked = [chance.integers(1, 4, len(one)) for one in found]
        of_row = np.minimum(chance.geometric(6 / kinds, rows) - 1, kinds - 1)
        starts = np.concatenate([[0], np.cumsum([len(found[i]) for i in of_row])]).astype(np.int32)
        items = np.array([item for i in of_row for item in found[i]], dtype=np.int32)
        level = np.array([item for i in of_row for item in asked[i]], dtype=np.int32)
        return SetColumn(
            items=Ragged(starts, items),
            words=choices,
            levels=Ragged(starts, level) if levels else None,
            known=known(),
        )

    columns: dict[str, Column] = {
        "offering.kind": word(KINDS, [2, 3, 8, 14, 6, 2, 7, 9]),
        "offering.sector": word(SECTORS, [3, 9, 10, 12, 6, 5, 4, 6, 4]),
        "offering.nlqf": number(chance.choice(9, rows, p=np.array([20, 8, 22, 20, 18, 4, 6, 1, 1]) / 100)),
        "offering.is_qualification": truth(0.3),
        "offering.weeks": number(np.clip(chance.lognormal(2.5, 1.0, rows), 1, 208)),
        "offering.hours_per_week": number(chance.choice([4, 8, 12, 16, 20, 24, 32, 36, 40], rows)),
        "offering.cost_eur": number(np.clip(chance.lognormal(6.5, 1.2, rows), 0, 30_000)),
        "offering.online": truth(0.15),
        "offering.daypart": word(DAYPARTS, [7, 2, 1]),
        "offering.min_age": number(chance.choice([0, 16, 17, 18, 21, 23], rows)),
        "offering.max_age": number(chance.choice([27, 30, 35, 67, 999], rows)),
        "offering.min_cefr": word(CEFR, [20, 10, 25, 25, 15, 4, 1]),
        "offering.min_nlqf": number(chance.choice(6, rows)),
        "offering.min_years_in_trade": number(chance.choice([0, 0, 0, 1, 2, 3, 5], rows)),
        "offering.groups": sets(GROUPS, 12, 4),
        "offering.required_skills": sets(SKILLS, 900, 6, levels=True),
        "offering.required_credentials": sets(PAPERS, 150, 3),
    }
    return FactTable(rows=rows, subjects=frozenset({Subject.OFFERING}), columns=columns)


def people(known: WordList, *, gaps: float, seed: int = 10) -> Iterator[dict[str, Value | None]]:
    """One different person after another; that share of the facts of each is not known."""
    chance = Random(seed)
    facts = [fact for fact in known.facts.values() if fact.subject is Subject.PERSON]
    open_words = {"person.skills": SKILLS, "person.credentials": PAPERS}
    likely = {"person.age": (16, 64), "person.hours_per_week": (8, 40), "person.budget_eur": (0, 5000)}
    likely |= {"person.care_hours": (0, 20), "person.years_in_trade": (0, 20)}
    while True:
        person: dict[str, Value | None] = {}
        for fact in facts:
            named = fact.values or open_words.get(fact.name, SECTORS)
            match fact.kind:
                case Kind.NUMBER | Kind.MONEY:
                    value: Value = chance.randint(*likely.get(fact.name, (fact.lowest or 0, fact.highest or 0)))
                case Kind.LEVEL | Kind.CHOICE:
                    value = chance.choice(named)
                case Kind.YES_NO:
                    value = chance.random() < 0.5
                case Kind.SET:
                    value = frozenset(chance.sample(named, chance.randint(0, min(4, len(named)))))
                case Kind.SKILLS:
                    value = {skill: chance.randint(1, 5) for skill in chance.sample(SKILLS, 25)}
            person[fact.name] = None if chance.random() < gaps else value
        yield person
