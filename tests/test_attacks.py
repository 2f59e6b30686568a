"""Every attack of groups D to H on the safety study's list is met by a test that says so."""

import ast
import re
import socket
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STUDY = ROOT.parent / "shared" / "domain" / "safety.md"

# What no test here can show, and who has to instead.
ELSEWHERE = {
    "F8": "the installer is signed and given out by the customer's own tool; the program fetches "
    "nothing, as G5 and the one network client of the program show",
    "G3": "known faults are asked of a service on the network: `pip-audit -r` reads the locks, "
    "and every scanner of CycloneDX reads the bill",
}
_NUMBER = re.compile(r"\b([D-H])(\d{1,2})\b(?:–[D-H](\d{1,2}))?")


def test_every_attack_is_named_by_a_test():
    if not STUDY.exists():
        pytest.skip("../shared/domain/safety.md is not here")
    listed = set(numbers(STUDY.read_text("utf-8").split("**D. Output**")[1].split("## 5.")[0]))
    met = {number for docstring in docstrings() for number in numbers(docstring)}

    assert len(listed) > 50
    assert listed - met == set(ELSEWHERE)


def test_a_test_that_reaches_out_fails():
    """G5: no test asks the network, so none depends on it and none tells it anything."""
    with (
        socket.socket() as line,
        pytest.raises(AssertionError, match=r"reaches out to 192\.0\.2\.1"),
    ):
        line.connect(("192.0.2.1", 80))


def test_bandits_rules_are_on_for_all_of_the_program():
    """G4: ruff's S rules are bandit's; only tests may assert, and start what they like."""
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]["lint"]

    assert "S" in rules["select"]
    assert not [rule for rule in rules["ignore"] if rule.startswith("S")]
    assert set(rules["per-file-ignores"]) == {"tests/*"}


def test_the_program_keeps_no_log_that_a_value_could_get_into():
    """F2: what is printed are the names of errors and places in the code."""
    using = [
        path.name
        for folder in ("app", "ui")
        for path in (ROOT / folder).rglob("*.py")
        if re.search(r"^\s*(from|import) logging\b", path.read_text("utf-8"), re.MULTILINE)
    ]

    assert using == []


def numbers(text: str) -> Iterator[str]:
    """`E1–E12` is all twelve."""
    for group, first, last in _NUMBER.findall(text):
        for number in range(int(first), int(last or first) + 1):
            yield f"{group}{number}"


def docstrings() -> Iterator[str]:
    """Those of tests, in files that have a number in some text of theirs."""
    for path in (ROOT / "tests").rglob("test_*.py"):
        text = path.read_text("utf-8")
        if re.search(rf'"""[^"]*{_NUMBER.pattern}', text):
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                    yield ast.get_docstring(node) or ""
