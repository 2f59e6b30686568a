"""The facts that a letter tells, and where each comes from: the file, the region or a person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.bookings import Booking, Cell, is_by_hand
from app.content import plain_text
from app.draft import Channel, Draft
from app.letter_types import FIELD_NAMES
from app.letters import Letter, letter_facts
from app.packed_text import packed
from app.parity import around_the_text
from app.region import RegionRules
from app.swedish_dates import plain_date
from app.wording import say, translated


@dataclass(frozen=True, slots=True)
class ToldFact:
    """`text` is what the letter says, `origin` where that comes from, in words for staff."""

    label: str
    text: str
    origin: str


def told_facts(letter: Letter, rules: RegionRules) -> tuple[ToldFact, ...]:
    """Those that stand in either channel, the booking's own first."""
    sources = _Sources(letter, rules)
    whole = packed("\n".join(_all_words(letter)))
    return tuple(
        ToldFact(label[:1].upper() + label[1:], text, sources.origin(name))
        for name, label in sources.labels.items()
        if (text := sources.texts.get(name, "")) and packed(text) in whole
    )


def fact_labels(draft: Draft, rules: RegionRules) -> dict[str, str]:
    """What a reader calls each fact that a letter may tell, by its name in templates."""
    region = rules.facts_at(draft.booking.unit.care_level)
    return {**_LABELS, **{name: translated(fact.name) for name, fact in region.items()}}


def _all_words(letter: Letter) -> Iterator[str]:
    yield plain_text(letter.blocks[Channel.INBOX_1177])
    yield plain_text(letter.printed)
    yield around_the_text(letter)


class _Sources:
    """Looks in the order in which `letter_facts` lets one source go before another."""

    def __init__(self, letter: Letter, rules: RegionRules) -> None:
        draft = letter.draft
        self._letter = letter
        self._rules = rules
        self._region = rules.facts_at(draft.booking.unit.care_level)
        self._code = draft.booking.visit.examination_code
        self._by_code = letter.words.values.get(self._code, {})
        self.texts = {**letter.facts, _ADDRESS: "\n".join(draft.mailing_address.lines())}
        self.labels = fact_labels(draft, rules)

    def origin(self, name: str) -> str:
        if name in self._by_code:
            kind = self._letter.letter_type.id
            return say("brevtypen {kind}, för koden {code}", kind=kind, code=self._code)
        if name in self._region:
            return self._said_by_region(name)
        if name == "written_on":
            return say("dagen då kallelsen skrivs")
        return self._said_of_booking(name)

    def _said_of_booking(self, name: str) -> str:
        draft = self._letter.draft
        by_hand = name == "free_text" or (name == _ADDRESS and draft.address is not None)
        if by_hand or is_by_hand(draft.booking.row_no):
            return say("skriven för hand")
        if draft.as_read is not None and self.texts[name] != self._as_read(name, draft.as_read):
            return say("rättad här för hand; i filen: {cells}", cells=_said_by_file(name, draft))
        if name in _OF_UNIT and draft.booking.unit.hsa_id:
            return self._said_of_unit(name)
        return _said_by_file(name, draft)

    def _said_by_region(self, name: str) -> str:
        fact = self._region[name]
        return say(
            "regionens regler (regions/{region}.toml), giltigt från {day}. Källa: {source}",
            region=self._rules.id,
            day=plain_date(fact.valid_from),
            source=fact.source.rstrip("."),
        )

    def _as_read(self, name: str, read: Booking) -> str:
        letter = self._letter
        draft = replace(letter.draft, booking=read)
        if name == _ADDRESS:
            return "\n".join(draft.mailing_address.lines())
        facts = letter_facts(
            draft, letter_type=letter.letter_type, rules=self._rules, today=letter.written_on
        )
        return facts[name]

    def _said_of_unit(self, name: str) -> str:
        draft = self._letter.draft
        return say(
            "mottagningens uppgifter (care_systems/{care_system}.toml), enligt {cells}",
            care_system=draft.booking.care_system,
            cells=_said_by_file(name, draft),
        )


_ADDRESS = "address"

_LABELS: Mapping[str, str] = {
    **FIELD_NAMES,
    _ADDRESS: say("patientens adress"),
    "unit_phone_hours": say("telefontider"),
    "written_on": say("kallelsens datum"),
}

_OF_UNIT = frozenset(name for name in _LABELS if name.startswith("unit_"))

# The fields of a file that a fact may be read from; of several ways to tell it, the first in use.
_UNIT_FIELDS = (("unit_hsa_id",), ("unit",))
_FIELDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "name": (("name",), ("given_name", "family_name")),
    "date": (("starts_at",), ("date",)),
    "time": (("starts_at",), ("time",)),
    _ADDRESS: (("care_of", "street", "postal_code", "town", "country"),),
    **dict.fromkeys(_OF_UNIT, _UNIT_FIELDS),
}


def _said_by_file(name: str, draft: Draft) -> str:
    """The columns and what stands in them, as `kolumnen «Tid» på rad 14: «09:40»`."""
    read = draft.said_by_file
    for fields in _FIELDS.get(name, ((name,),)):
        cells = [read.cells[field] for field in fields if field in read.cells]
        if filled := [cell for cell in cells if cell.text.strip()]:
            return "; ".join(_place_of(cell, row=read.row_label) for cell in filled)
    return say("bokningen på rad {row}", row=read.row_label)


def _place_of(cell: Cell, *, row: str) -> str:
    if cell.named_by_standard:
        return say(
            "fältet {column} på rad {row}: «{text}»",
            column=cell.column,
            row=row,
            text=cell.text.strip(),
        )
    return say(
        "kolumnen «{column}» på rad {row}: «{text}»",
        column=cell.column,
        row=row,
        text=cell.text.strip(),
    )
