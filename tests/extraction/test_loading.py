"""Rule files are read strictly: every slip is an error that names file and line."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.extraction import load_rules
from kg.extraction.rule import Rule
from kg.extraction.rule_sets import RULES_FOLDER

GOOD = """\
predicate: investsIn
rules:
  - id: invests
    note: The investor is the subject.
    clause: {verb: "invest, inject", subject: investor, in|into: target, with?: partner}
    where: {target: {type: "City, Country", not_noun: "time, effort"}}
    emit: {subject: investor, object: target}
    confidence: 0.9
    examples:
      - "[Norvik Group](investor: Company) invested in [Antwerp](target: City)."
    counterexamples:
      - text: "[Jane Doe](Person) invested time."
        because: time is no money
"""


def load(folder: Path, text: str, name: str = "tried.yaml") -> list[Rule]:
    """The rules of a file with that text, read on top of the shipped ones."""
    (folder / name).write_text(text, encoding="utf-8")
    return [rule for rule in load_rules([folder]).rules if rule.path.startswith(str(folder))]


def test_a_good_file_gives_its_rules(tmp_path: Path) -> None:
    """Slots with alternatives and options, restrictions and examples arrive as they are written."""
    (rule,) = load(tmp_path, GOOD)
    assert rule.id == "tried/invests"
    assert rule.verbs == {"invest", "inject"}
    assert [(s.names, s.role, s.optional) for s in rule.slots] == [
        (("subject",), "investor", False),
        (("in", "into"), "target", False),
        (("with",), "partner", True),
    ]
    assert rule.restrictions["target"].types == ("City", "Country")
    assert rule.restrictions["target"].not_nouns == {"time", "effort"}
    assert rule.confidence == 0.9
    assert (rule.line, rule.examples[0].line) == (3, 10)
    assert rule.counterexamples[0].because == "time is no money"


def test_a_slot_of_a_phrase_may_be_optional_or_a_list(tmp_path: Path) -> None:
    """The mark after the brace tells which: "?" may be missing, "+" takes a list."""
    clause = 'clause: {verb: "invest, inject", subject: investor, in|into: target, with?: partner}'
    phrase = 'phrase: "{investor:Company} {partner:Company}? in {target:City|Country}+"'
    (rule,) = load(tmp_path, GOOD.replace(clause, phrase))
    marks = [(item.role, item.optional, item.many) for item in rule.items]
    assert marks == [
        ("investor", False, False),
        ("partner", True, False),
        (None, False, False),
        ("target", False, True),
    ]


SLIPS = {
    "unknown key of the file": ("predicate: investsIn", "predicat: investsIn", 1, "predicat"),
    "unknown key of a rule": ("    note:", "    notes:", 4, "unknown key 'notes'"),
    "unknown key of where": ("not_noun", "no_noun", 6, "unknown key 'no_noun'"),
    "unknown key of an example": ("because: time", "why: time", 13, "unknown key 'why'"),
    "duplicate key": ("    confidence: 0.9", "    confidence: 0.9\n    note: x", 9, "stands twice"),
    "unknown predicate": ("predicate: investsIn", "predicate: investIn", 1, "investIn"),
    "unknown type": ("City, Country", "City, Land", 3, "'Land'"),
    "unknown role": ("object: target}", "object: aim}", 3, "'object: aim'"),
    "no object": ("emit: {subject: investor, object: target}", "emit: {subject: investor}", 3, "lacks object"),
    "confidence above 1": ("0.9", "1.5", 3, "confidence"),
    "confidence of 0": ("0.9", "0", 3, "confidence"),
    "confidence in words": ("0.9", "high", 3, "confidence"),
    "confidence that is no number": ("0.9", "nan", 3, "confidence"),
    "bad id": ("id: invests", "id: Invests In", 1, "id of lower-case"),
    "no id": ("id: invests\n    note", "note", 1, "needs an id"),
    "two kinds": ("    emit:", "    phrase: \"{a:City} in {b:City}\"\n    emit:", 3, "exactly one of"),
    "no kind": ("    clause:", "    set:", 3, "exactly one of"),
    "no trigger": ('verb: "invest, inject", ', "", 3, "needs a verb or a noun"),
    "empty word list": ('"invest, inject"', '" , "', 3, "empty word list"),
    "unknown list": ('"invest, inject"', '"@investments"', 1, "'investments'"),
    "no reason": ("\n        because: time is no money", "", 3, "because"),
    "python tag": ("confidence: 0.9", "confidence: !!python/object/apply:os.system [ls]", 8, "tag"),
    "own tag": ("confidence: 0.9", "confidence: !secret x", 8, "tag"),
    "alias": ("confidence: 0.9", "confidence: &a 0.9\n    modality: *a", 9, "alias"),
    "unknown modality": ("confidence: 0.9", "confidence: 0.9\n    modality: maybe", 3, "maybe"),
    "unknown voice": ("confidence: 0.9", "confidence: 0.9\n    voice: middle", 3, "middle"),
    "unknown part of emit": ("object: target}", "object: target, colour: target}", 3, "colour"),
    "unknown role of where": ("where: {target", "where: {aim", 3, "aim"),
    "broken yaml": ("confidence: 0.9", "confidence: [0.9", 9, "not valid YAML"),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_file_and_line(tmp_path: Path, slip: str) -> None:
    """Unknown and duplicate keys, wrong types, roles and numbers, tags and aliases are refused."""
    old, new, line, told = SLIPS[slip]
    assert old in GOOD
    with pytest.raises(RuleError) as caught:
        load(tmp_path, GOOD.replace(old, new, 1))
    message = str(caught.value)
    assert told in message
    if slip != "unknown list":  # the message names the file of the lists
        assert message.startswith(f"{tmp_path / 'tried.yaml'}:{line}: ")


@pytest.mark.parametrize(
    "mark", ["[Norvik Group](investor: Company invested.", "[Norvik Group invested."]
)
def test_an_unclosed_mark_is_told(tmp_path: Path, mark: str) -> None:
    """A mark that is not closed is an error of the file, not a sentence with less in it."""
    with pytest.raises(RuleError, match=r"tried\.yaml:10: .*not closed"):
        load(tmp_path, GOOD.replace("[Norvik Group](investor: Company) invested in", mark))


def test_an_alias_bomb_is_refused_at_once(tmp_path: Path) -> None:
    """Nine levels of nine aliases are refused before they are unfolded."""
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    start = time.process_time()
    with pytest.raises(RuleError, match=r"tried\.yaml:2: aliases"):
        load(tmp_path, "\n".join(levels))
    assert time.process_time() - start < 5


def test_each_rule_knows_its_line(tmp_path: Path) -> None:
    """Ids and examples that begin like earlier ones keep lines of their own."""
    longer = GOOD.replace("id: invests", "id: invests-in").replace(
        "(target: City).", "(target: City) early."
    )
    second = GOOD.partition("rules:\n")[2]
    first, other = load(tmp_path, longer + second)
    assert (first.line, first.examples[0].line) == (3, 10)
    assert (other.line, other.examples[0].line) == (14, 21)


@pytest.mark.parametrize("depth", [25, 2_000, 100_000])
def test_deep_nesting_is_refused_at_once(tmp_path: Path, depth: int) -> None:
    """Nested brackets are refused with the file's name, however deep they go."""
    start = time.process_time()
    with pytest.raises(RuleError, match=r"tried\.yaml:\d+: "):
        load(tmp_path, "predicate: " + "[" * depth + "]" * depth)
    assert time.process_time() - start < 5


def test_words_that_yaml_would_change_stay_text(tmp_path: Path) -> None:
    """NO, 0012, 12:30 and 1e3 are words like all others."""
    (rule,) = load(tmp_path, GOOD.replace('"invest, inject"', "[NO, 0012, 12:30, 1e3, on]"))
    assert rule.verbs == {"NO", "0012", "12:30", "1e3", "on"}


def test_an_id_is_given_once(tmp_path: Path) -> None:
    """Two rules of one id in equally named files are an error that names both files."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    for folder in ("a", "b"):
        (tmp_path / folder / "same.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(RuleError, match=r"b/same\.yaml:3: the id 'same/invests' is taken"):
        load_rules([tmp_path / "a", tmp_path / "b"])


def test_a_missing_folder_is_told() -> None:
    """A folder of rules that is not there is an error that names the option."""
    with pytest.raises(RuleError, match=r"nowhere.*--rules"):
        load_rules([Path("nowhere")])


@pytest.mark.parametrize("content", [b"\xff\xfe", b""])
def test_a_file_that_holds_no_rules_is_told(tmp_path: Path, content: bytes) -> None:
    """Files that are no text, or empty, are errors and not rule files without rules."""
    (tmp_path / "tried.yaml").write_bytes(content)
    with pytest.raises(RuleError, match=r"tried\.yaml:1: "):
        load_rules([tmp_path])


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("{a:City} {b:Land}", "'Land'"),
        ("{a:City} ...9 {b:City}", "at most"),
        ("{a:City} " + "x " * 30 + "{b:City}", "too long"),
        ("{a:City", "cannot read|broken"),
        ("", "empty"),
    ],
)
def test_a_phrase_is_checked(tmp_path: Path, phrase: str, told: str) -> None:
    """Types, gaps, length and brackets of a phrase are checked when it is read."""
    text = (
        "predicate: locatedIn\nrules:\n  - id: in\n    emit: {subject: a, object: b}\n"
        f'    phrase: "{phrase}"\n'
    )
    with pytest.raises(RuleError, match=rf"tried\.yaml:3: .*({told})"):
        load(tmp_path, text)


def test_the_digest_tells_of_every_change(tmp_path: Path) -> None:
    """Another rule, another word or another file name gives another digest; the same gives the same."""
    shipped = load_rules().digest
    load(tmp_path, GOOD)
    first = load_rules([tmp_path]).digest
    assert load_rules([tmp_path]).digest == first != shipped
    load(tmp_path, GOOD.replace("inject", "pour"))
    assert load_rules([tmp_path]).digest != first


def test_shipped_rules_come_in_order_of_their_files() -> None:
    """Rules are ordered by file name, so that the order of a folder does not matter."""
    rules = load_rules().rules
    assert [r.path for r in rules] == sorted(r.path for r in rules)
    assert {Path(r.path).parent for r in rules} == {RULES_FOLDER}


def test_without_examples_all_else_is_the_same() -> None:
    """A build leaves the examples of the shipped rules unread; no rule and no line differs by that."""
    whole, bare = load_rules(), load_rules(examples=False)
    assert bare.rules == tuple(
        replace(rule, examples=(), counterexamples=(), known_failures=()) for rule in whole.rules
    )
    assert bare.digest == whole.digest


def test_the_rules_of_others_are_read_whole(tmp_path: Path) -> None:
    """Their examples are checked whenever they are read: nobody else has tried them."""
    load(tmp_path, GOOD)
    assert load_rules([tmp_path], examples=False).rules[-1].examples
    (tmp_path / "tried.yaml").write_text(GOOD.replace("Group](", "Group("), encoding="utf-8")
    with pytest.raises(RuleError, match=r"tried\.yaml:\d+: an example"):
        load_rules([tmp_path], examples=False)
