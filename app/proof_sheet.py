"""The proof sheet: a printed page that shows whether letters fit the envelope in one's hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.envelope import told
from app.print_profile import PrintProfile, address_problem
from app.wording import say

# Nobody's name; long enough for the widest window.
_NAME = "Anna-Karin Eva Maria Provsson Exempelstedt Lind Ek Holm Ås Provander Exempelsson"
_CARE_OF = "c/o Exempelhemmet, hus 12, plan 3, rum 4, Provgården, Övre Exempelby, Nedre Provstad"
_STREET = "Exempelgatan 123 B, lägenhet 1204, port C, våning 12, hus 4, Nedre Exempelby"
_LINES = (_NAME, _CARE_OF, _STREET)
_LAST = ("0150 PROVSTAD", "NORGE")


@dataclass(frozen=True, slots=True)
class ProofSheet:
    """`address` is as large as the window may hold; `measures` name a place, and tell it in mm."""

    profile: PrintProfile
    made_on: date
    address: tuple[str, ...]
    measures: tuple[tuple[str, str], ...]


class ProofSheetFormat(Protocol):
    def pdf(self, sheet: ProofSheet) -> bytes:
        """One page in true size. Raises TemplateBroken."""
        ...


def proof_sheet(profile: PrintProfile, *, on: date) -> ProofSheet:
    return ProofSheet(profile, on, longest_address(profile), tuple(_measures(profile)))


def longest_address(profile: PrintProfile) -> tuple[str, ...]:
    """As many lines as the window holds, each as long as it may be without being broken."""
    count = profile.address.max_lines
    last = _LAST[: max(1, count - len(_LINES))]
    above = (*_LINES[: count - len(last)],)
    return (*(_cut(line, profile) for line in above), *last)


def _cut(line: str, profile: PrintProfile) -> str:
    one_line = profile.address.model_copy(update={"max_lines": 1})
    narrow = profile.model_copy(update={"address": one_line})
    words = line.split()
    while len(words) > 1 and address_problem((" ".join(words),), narrow):
        words.pop()
    return " ".join(words).rstrip(",")


def _measures(profile: PrintProfile) -> Iterator[tuple[str, str]]:
    for name, zone in ((say("Adresszon"), profile.address), (say("Riskzon"), profile.risk_zone)):
        measures = say(
            "{x} från vänster, {y} från överkant, {width} bred, {height} hög",
            x=told(zone.x),
            y=told(zone.y),
            width=told(zone.width),
            height=told(zone.height),
        )
        yield name, measures
    yield say("Vikning"), say("{fold} från överkant", fold=told(profile.fold))
    sides = profile.margins
    margins = say(
        "vänster {left}, höger {right}, uppe {top}, nere {bottom}",
        left=told(sides.left),
        right=told(sides.right),
        top=told(sides.top),
        bottom=told(sides.bottom),
    )
    yield say("Marginaler"), margins
