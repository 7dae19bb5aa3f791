"""Each thing that is refused: at its exact place, with what was found and what was probably meant, and nothing else."""

from __future__ import annotations

import pytest

from tests.rules.loading.marking import HEALTHY, Damage, damaged, told

FACTS = (
    Damage("a kind that is none", "kind: yes_no", "kind: ‸yes_not", "yes_not", guess="yes_no"),
    Damage("a fact without kind", "{kind: yes_no, nl: werk, en: work}", "‸{nl: werk, en: work}", "no `kind`"),
    Damage("a key of a fact that is none", "changeable: yes", "‸changable: yes", "changable", guess="changeable"),
    Damage(
        "a fact about something else", "person.employed: {kind", "‸persons.employed: {kind", "persons", guess="person"
    ),
    Damage("a name in capitals", "occupation.id:", "‸occupation.Id:", "occupation.Id"),
    Damage("a name that is a word of Python", "occupation.id:", "‸occupation.class:", "occupation.class"),
    Damage("a unit that is none", "unit: euro/hour", "unit: ‸euro/our", "euro/our", guess="euro/hour"),
    Damage("money in years", "unit: euro/hour", "unit: ‸year", "year"),
    Damage("money without unit", "{kind: money, unit: euro/hour", "‸{kind: money", "no `unit`"),
    Damage("a number in euros", "unit: year, min", "unit: ‸euro, min", "euro"),
    Damage(
        "a number without highest", "min: 0, max: 130", "min: 0", "no `max`", at="{kind: number, unit: year, min: 0, nl"
    ),
    Damage("a lowest above the highest", "min: 0, max: 130", "min: 131, max: ‸130", "130"),
    Damage("a bound that is no number", "max: 130", "max: ‸many", "many"),
    Damage("more places than the fact has", "max: 130", "max: ‸130.5", "130.5"),
    Damage("a point between thousands", "max: 100000", "max: ‸100.000", "100.000", guess="100000"),
    Damage("a level without values", "values: [A0, A1, A2, B1, B2], ", "", "no `values`", at="person.cefr: {kind"),
    Damage("a value twice", "[bike, car]", "[bike, car, ‸bike]", "bike"),
    Damage("values that are no list", "[bike, car]", "‸bike", "bike"),
    Damage(
        "values of a yes/no",
        "{kind: yes_no, nl: werk, en: work}",
        "{kind: yes_no, ‸values: [a], nl: werk, en: work}",
        "values",
    ),
    Damage(
        "a value without its other language", "bbl: {nl: leerbaan, en: apprenticeship}", "bbl: {‸nl: leerbaan}", "nl"
    ),
    Damage("a fact without its other language", "nl: werk, en: work}", "‸en: work}", "en"),
    Damage("a fact without texts", ", nl: werk, en: work}", "}", "no text", at="{kind: yes_no}"),
    Damage("a yes that is none", "changeable: yes", "changeable: ‸yess", "yess"),
    Damage("a fact that is a text", "{kind: yes_no, nl: werk, en: work}", "‸yes_no", "yes_no"),
)
PARAMETERS = (
    Damage(
        "figures in a rule without first day",
        "    valid: {from: 2020-01-01, to: 2024-12-31}\n",
        "    valid: {to: 2024-12-31}\n",
        "adult_age, known from 1988-01-01",
        at='"person.age >= adult_age"',
    ),
    Damage("a day that is not on the calendar", "2030-01-01: 17", "‸2030-02-30: 17", "2030-02-30"),
    Damage("a value that is no number", "2030-01-01: 17", "2030-01-01: ‸much", "much"),
    Damage("a parameter without source", ", source: Made-up act}", "}", "no `source`", at="{unit: year, values: {1988"),
    Damage("a parameter with a capital", "  adult_age: {unit", "  ‸Adult_age: {unit", "Adult_age"),
    Damage(
        "a parameter named like a function",
        "parameters:\n",
        "parameters:\n  ‸min: {values: {2020-01-01: 1}, nl: x, en: x, source: x}\n",
        "min",
    ),
    Damage(
        "figures that begin after the rule",
        "1988-01-01: 18",
        "2021-01-01: 18",
        "adult_age, known from 2021-01-01",
        at='"person.age >= adult_age"',
    ),
)
RULES = (
    Damage("a kind of rule that is none", "kind: admission", "kind: ‸admision", "admision", guess="admission"),
    Damage("a key of a rule that is none", "not_expressed:", "‸not_expresed:", "not_expresed", guess="not_expressed"),
    Damage("an id in capitals", "id: rank.skills", "id: ‸Rank.skills", "Rank.skills"),
    Damage("a rule without id", "- id: rank.skills\n    kind", "- ‸kind", "no `id`"),
    Damage(
        "a rule without source",
        "    source: {title: Made-up plan, read_on: 2026-11-21}\n",
        "",
        "no `source`",
        at="id: later.law",
    ),
    Damage(
        "a key that looks like one that is missing", "    when: {id: car", "    ‸wen: {id: car", "wen", guess="when"
    ),
    Damage("a scheme with a kind that is none", "kind: scheme", "kind: ‸shceme", "shceme", guess="scheme"),
    Damage("a rule without its other language", "    nl: Je kunt het al.\n    en:", "    ‸en:", "en"),
    Damage("a text that is a list", "nl: Je kunt het al.", "nl: ‸[Je, kunt]", "a list"),
    Damage("a day in words", "from: 2020-01-01", "from: ‸January", "January"),
    Damage("a last day before the first", "to: 2024-12-31", "to: ‸2019-12-31", "2019-12-31"),
    Damage(
        "a source without a day", "{title: Made-up plan, read_on: 2026-11-21}", "‸{title: Made-up plan}", "no `read_on`"
    ),
    Damage("a source without a title", "{title: Made-up plan, read", "‸{read", "no `title`"),
    Damage("an address that is none", '"https://example.org/act"', '‸"example.org/act"', "example.org/act"),
    Damage("a confidence that is none", "confidence: medium", "confidence: ‸mediun", "mediun", guess="medium"),
    Damage(
        "doubt that is not said",
        "    unsure: {nl: Het artikel verandert., en: The article changes.}\n",
        "",
        "medium",
        at="medium\n",
    ),
    Damage("doubt where there is none", "confidence: medium\n    unsure", "confidence: high\n    ‸unsure", "unsure"),
    Damage("a ranking without points", "    points: 5\n", "", "no `points`", at="id: rank.skills"),
    Damage("points elsewhere", "kind: info\n", "kind: info\n    ‸points: 3\n", "points"),
    Damage("points that are no number", "points: 5", "points: ‸five", "five"),
    Damage("terms of a scheme elsewhere", "kind: info\n", "kind: info\n    ‸effect: loan\n", "effect"),
    Damage("in force maybe", "in_force: no", "in_force: ‸maybe", "maybe"),
    Damage(
        "an unknown name in braces", "Je bent {adult_age}", "Je bent ‸{adult_aged}", "{adult_aged}", guess="adult_age"
    ),
    Damage("a brace by itself", "Je bent {adult_age}", "Je bent ‸{adult_age", "{"),
    Damage("braces in a window", "nl: Het hele jaar.", 'nl: "Vanaf ‸{adult_age} jaar."', "{adult_age}"),
    Damage("braces in a doubt", "nl: Het artikel verandert.", 'nl: "Het wordt ‸{adult_age}."', "{adult_age}"),
    Damage("braces in what no test says", "nl: Vindt de school het goed.", 'nl: "Bel ‸{person.age}."', "{person.age}"),
    Damage(
        "a leaf that names what its rule does not read",
        "nl: Je kunt alles., ",
        'nl: "Je kunt alles en bent ‸{person.age}.", ',
        "{person.age}",
        guess="person.wage_eur",
    ),
)
CONDITIONS = (
    Damage(
        "an unknown fact",
        "person.age >= adult_age",
        "‸person.aged >= adult_age",
        "unknown fact person.aged",
        guess="person.age",
    ),
    Damage("a leaf without id", "{id: car, test", "‸{test", "no `id`"),
    Damage("a leaf without its other language", ", nl: Je hebt een auto., en: ", ", ‸en: ", "en"),
    Damage("a leaf without test", "{id: car, test: \"'car' in person.modes\", ", "‸{id: car, ", "no `test`"),
    Damage(
        "a leaf that is a text",
        '{not: {id: work, test: "person.employed", nl: Je werkt., en: You work.}}',
        "{not: ‸work}",
        "work",
    ),
    Damage("a key of a leaf that is none", "{id: car, test", "{id: car, ‸tset: x, test", "tset", guess="test"),
    Damage("the same id of a leaf twice", "- id: dutch", "- ‸id: adult", "adult"),
    Damage("the same id as that of only_if", "- id: dutch", "- ‸id: only_if", "only_if"),
    Damage("an id with a point", "{id: car", "{id: ‸my.car", "my.car"),
    Damage(
        "no conditions",
        "when: {all: [{id: work, test: \"person.employed and offering.kind == 'bbl'\", nl: Je werkt., en: You work.}]}",
        "when: {all: ‸[]}",
        "a list",
    ),
    Damage(
        "a condition always true",
        "\"'car' in person.modes\"",
        '"person.age >= 0"',
        "person.age >= 0: always yes",
        at='"person.age >= 0"',
    ),
    Damage(
        "a condition never true",
        "\"'car' in person.modes\"",
        '"person.age > 130"',
        "person.age > 130: always no",
        at='"person.age > 130"',
    ),
    Damage(
        "an admission about the person alone",
        "person.employed and offering.kind == 'bbl'",
        "person.employed",
        "facts of the person only",
        at="when: {all",
    ),
)
TABLES = (
    Damage(
        "a test beside a table", "table: {left", "test: person.employed\n          table: {left", "both", at="id: dutch"
    ),
    Damage(
        "an unknown fact at the left", "left: person.cefr", "left: ‸person.ceft", "person.ceft", guess="person.cefr"
    ),
    Damage(
        "an unknown fact as key", "by: [offering.nlqf]", "by: [‸offering.nqlf]", "offering.nqlf", guess="offering.nlqf"
    ),
    Damage("a relation that is none", 'is: ">="', 'is: ‸"=>"', "=>", guess=">"),
    Damage("a set as key", "by: [offering.nlqf]", "by: [‸person.modes]", "person.modes"),
    Damage("three keys", "[offering.nlqf]", "‸[offering.nlqf, offering.kind, offering.kind]", "a list"),
    Damage("a cell outside the scale", "2: A2", "2: ‸C3", "C3"),
    Damage("a key outside the fact", "2: A2", "‸5: A2", "5"),
    Damage("a key of a table that is none", "left: person.cefr", "left: person.cefr, ‸lft: x", "lft", guess="left"),
    Damage("a table without cells", ", cells: {1: A1, 2: A2, else: B1}", "", "no `cells`", at="{left: person"),
    Damage("two times else", "else: B1}}", "‸else: B1}, else: A0}", "else"),
    Damage("a left side that cannot be looked up", "left: person.cefr", "left: ‸person.employed", "person.employed"),
)
SCHEMES = (
    Damage("an effect that is none", "effect: own_cost", "effect: ‸own_costs", "own_costs", guess="own_cost"),
    Damage(
        "a scheme without effect",
        "    effect: own_cost\n    beneficiary: both",
        "    beneficiary: both",
        "no `effect`",
        at="id: scheme.other\n",
    ),
    Damage("a scheme without beneficiary", "    beneficiary: both\n", "", "no `beneficiary`", at="id: scheme.other\n"),
    Damage(
        "a scheme without who arranges it", "    arranged_by: sector\n", "", "no `arranged_by`", at="id: scheme.other\n"
    ),
    Damage("someone who arranges nothing", "arranged_by: sector", "arranged_by: ‸sectors", "sectors", guess="sector"),
    Damage("a payment without stacking", "    stacking: {group: town}\n", "", "no `stacking`", at="id: scheme.other\n"),
    Damage("stacking without group", "stacking: {group: town}", "stacking: ‸{order: 1}", "no `group`"),
    Damage(
        "an exclusion of nothing",
        "not_with: [scheme.other]",
        "not_with: [‸scheme.others]",
        "scheme.others",
        guess="scheme.other",
    ),
    Damage("an exclusion of what is no scheme", "not_with: [scheme.other]", "not_with: [‸later.law]", "later.law"),
    Damage(
        "an exclusion outside the group",
        "stacking: {group: town}",
        "stacking: {group: fund}",
        "scheme.other of group fund",
        at="scheme.other], together",
    ),
    Damage("an amount in years", '"min(offering.cost_eur * 0.5, 2500)"', '‸"person.age * 2"', "person.age * 2"),
    Damage(
        "an amount with an unknown fact",
        "min(offering.cost_eur",
        "min(‸offering.cost_euro",
        "unknown fact offering.cost_euro",
        guess="offering.cost_eur",
    ),
    Damage("a rounding that is none", "round: down_to_euro", "round: ‸up_to_euro", "up_to_euro", guess="down_to_euro"),
    Damage("an amount per what is none", "per: step", "per: ‸steps", "steps", guess="step"),
    Damage("an order in words", "order: 20", "order: ‸last", "last"),
    Damage("a window in one language", "{nl: Het hele jaar., en: All year.}", "{‸nl: Het hele jaar.}", "nl"),
)
EXAMPLES = (
    Damage("a value just below the bounds", "person.age: 17}", "person.age: ‸-1}", "-1"),
    Damage(
        "no example that does not pass",
        "      - {given: {person.modes: []}, expect: no}\n",
        "",
        "no example that does not pass",
        at="tests:\n      - {given: {person.modes: [car]}",
    ),
    Damage(
        "a leaf that no example makes false",
        "{given: {person.modes: [car]}, expect: yes}\n      - {given: {person.modes: []}, expect: no}",
        "{given: {person.modes: [car], person.employed: yes}, expect: yes}\n"
        "      - {given: {person.employed: no}, expect: not_applicable}\n    only_if: person.employed",
        "the leaf car, false in no example",
        at="{id: car",
    ),
    Damage(
        "an only_if that no example makes false",
        "      - {given: {offering.kind: bol}, expect: not_applicable}\n",
        "",
        "the leaf only_if, false in no example",
        at="\"offering.kind == 'bbl'\"\n",
    ),
    Damage(
        "an outcome that is none",
        "expect: not_applicable",
        "expect: ‸not_aplicable",
        "not_aplicable",
        guess="not_applicable",
    ),
    Damage(
        "an example without outcome",
        "{given: {offering.kind: bol}, expect: not_applicable}",
        "‸{given: {offering.kind: bol}}",
        "no `expect`",
    ),
    Damage(
        "an unknown fact in an example",
        "{offering.kind: bol}",
        "{‸offering.kinds: bol}",
        "offering.kinds",
        guess="offering.kind",
    ),
    Damage("a value outside a choice", "{offering.kind: bol}", "{offering.kind: ‸boll}", "boll", guess="bol"),
    Damage("a value outside the bounds", "person.age: 17}", "person.age: ‸131}", "131"),
    Damage("more places than the fact has, in an example", "14.71", "‸14.715", "14.715"),
    Damage("a number in words", "person.age: 17}", "person.age: ‸young}", "young"),
    Damage(
        "a yes/no that is none",
        "{given: {person.employed: yes}, expect: no}",
        "{given: {person.employed: ‸1}, expect: no}",
        "1",
    ),
    Damage("a set that is no list", "{person.modes: [car]}", "{person.modes: ‸car}", "car"),
    Damage("a word that is not in the set", "{person.modes: []}", "{person.modes: [‸boat]}", "boat"),
    Damage("skills that are no mapping", "{weld: 2}", "‸[weld]", "a list"),
    Damage("an unknown leaf", "because: [adult]", "because: [‸adul]", "adul", guess="adult"),
    Damage("an unknown fact to ask", "ask: [person.cefr]", "ask: [‸person.ceft]", "person.ceft", guess="person.cefr"),
    Damage("an amount in words", "amount: 500", "amount: ‸half", "half"),
    Damage("a day of an example that is none", "as_of: 2024-12-31", "as_of: ‸2024-13-31", "2024-13-31"),
    Damage(
        "an example that comes out otherwise",
        "expect: not_applicable",
        "expect: ‸yes",
        "not_applicable, on 2020-01-01: only_if is no",
    ),
    Damage("a leaf that does not decide", "because: [dutch]", "because: [‸adult]", "decided: dutch"),
    Damage("a fact that is not missing", "ask: [person.cefr]", "ask: [‸person.age]", "missing: person.cefr"),
    Damage("an amount that is another", "amount: 500", "amount: ‸501", "500.00 euros, on 2026-11-21"),
    Damage(
        "an amount where there is none",
        "{person.modes: [car]}, expect: yes",
        "{person.modes: [car]}, expect: yes, amount: ‸5",
        "an amount that is not known, on 2026-11-21",
    ),
    Damage(
        "no example that passes",
        "      - {given: {person.modes: [car]}, expect: yes}\n",
        "",
        "no example that passes",
        at="tests:\n      - {given: {person.modes: []",
    ),
    Damage(
        "no examples",
        "\n      - {given: {person.modes: [car]}, expect: yes}\n      - {given: {person.modes: []}, expect: no}",
        " []",
        "no example",
        at="tests: []",
    ),
    Damage(
        "a rule without examples",
        "    tests:\n      - {given: {person.modes: [car]}, expect: yes}\n"
        "      - {given: {person.modes: []}, expect: no}\n",
        "",
        "no `tests`",
        at="id: scheme.other\n",
    ),
    Damage(
        "a leaf that no example makes true",
        "person.cefr: A1}, expect: yes, because: [dutch]",
        "person.cefr: A0}, expect: unknown",
        "the leaf dutch, true in no example",
        at="id: dutch\n",
    ),
)
SERIES = (
    Damage(
        "a gap",
        "valid: {from: 2025-01-01}",
        "valid: {from: 2025-01-02}",
        "made.up from 2025-01-02",
        at="made.up\n    kind: admission\n    nl: Je werkt",
    ),
    Damage(
        "an overlap",
        "to: 2024-12-31",
        "to: 2025-01-01",
        "made.up from 2025-01-01",
        at="made.up\n    kind: admission\n    nl: Je werkt",
    ),
)
LAYOUT = (
    Damage(
        "a quote that does not end",
        "'bbl'\"\n    when",
        "'bbl'\n    when",
        "\"offering.kind == 'bbl'",
        at="\"offering.kind == 'bbl'\n",
        guess="what ends it: a quote or bracket",
    ),
    Damage("a key of a file that is none", "parameters:\n", "‸paramters:\n", "paramters", guess="parameters"),
    Damage("the same key twice", "    kind: info\n", "    kind: info\n    ‸kind: info\n", "kind"),
    Damage("an anchor", "kind: info", "kind: ‸&kind info", "the anchor &kind"),
    Damage("an alias", "kind: info", "kind: ‸*kind", "the alias *kind"),
    Damage("a tag", "kind: info", "kind: ‸!!str info", "the tag tag:yaml.org,2002:str"),
    Damage("a merged key", "    kind: info\n", "    kind: info\n    ‸<<: {points: 3}\n", "<<"),
    Damage(
        "text that needs quotes",
        "{nl: Vindt de school het goed.,",
        "{nl: Vindt de school het goed‸?,",
        "?, en: Does the school agree.}",
        guess="quotes around the whole text: ? means something in YAML",
    ),
    Damage(
        "a comma that needs quotes",
        "{nl: Vindt de school het goed.,",
        "{nl: Vindt de school, ‸het goed.,",
        "het goed.",
        guess="quotes around a text with a comma in it",
    ),
    Damage(
        "a key that stands too deep",
        "    kind: info\n",
        "     kind‸: info\n",
        ": info",
        guess="as many spaces in front as its neighbours have",
    ),
    Damage(
        "an item that stands too deep",
        "        - {id: adult",
        "         - {id: adult",
        "- id: dutch",
        at="- id: dutch",
        guess="as many spaces in front as its neighbours have",
    ),
    Damage("a tab", "    kind: info\n", "‸\tkind: info\n", "kind: info", guess="spaces instead of a tab"),
    Damage("a second document", "rules:\n", "rules: []\n‸---\nrules:\n", "a second document"),
)
ALL = FACTS + PARAMETERS + RULES + CONDITIONS + TABLES + SCHEMES + EXAMPLES + SERIES + LAYOUT


def test_the_file_that_is_damaged_here_is_healthy() -> None:
    assert told(HEALTHY) == ()


@pytest.mark.parametrize("damage", ALL, ids=[damage.name for damage in ALL])
def test_a_fault_is_told_at_its_place_and_nothing_else(damage: Damage) -> None:
    text, line, column = damaged(damage)

    faults = [(fault.line, fault.column, fault.found, fault.guess) for fault in told(text)]

    assert faults == [(line, column, damage.found, damage.guess)]


def test_where_a_rule_applies_needs_an_example_to_which_it_does_not() -> None:
    text = HEALTHY.replace("      - {given: {offering.kind: bol}, expect: not_applicable}\n", "")

    assert [fault.expected for fault in told(text)] == ["an example with expect: not_applicable"]


def test_the_same_id_twice_may_mean_that_one_of_them_needs_another() -> None:
    text = HEALTHY.replace("- id: rank.skills", "- id: later.law")

    assert "another id, or a period after" in told(text)[0].expected


def test_a_condition_that_stands_beside_when_belongs_inside_it() -> None:
    text = HEALTHY.replace("    when:\n      any:\n", "    when:\n    any:\n", 1)

    assert ("any inside `when` or `only_if`", "more spaces in front of it") in [
        (fault.expected, fault.guess) for fault in told(text)
    ]
