"""Oversight: what is there for those who see to it that everybody else may be trusted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.log_review import LogReview
from app.rule_changes import RuleChanges


@dataclass(frozen=True, slots=True)
class Oversight:
    """`units` gives the names of units by their HSA-id."""

    review: LogReview
    rules: RuleChanges
    units: Callable[[], Mapping[str, str]]
