"""The letters made from letter types and bookings; an incomplete booking makes no letter."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from typing import Protocol

from app.content import Block, plain_text
from app.draft import FREE_TEXT_LENGTH, Channel, Draft, Variant
from app.errors import LetterIncomplete, TemplateBroken
from app.languages import LANGUAGES, SWEDISH
from app.letter_key import keyed_name
from app.letter_types import FIELD_NAMES, LetterType, LetterWords
from app.region import Fact, RegionRules
from app.wording import say

# The namespace of every id this program makes, so that two PCs give one letter the same id.
NAMESPACE = uuid.UUID("6f1d3c1e-5a0a-5d0c-9b8e-3c1177c0ffee")


@dataclass(frozen=True, slots=True)
class Letter:
    """One text for one booking, laid out later for each channel. `facts` are all strings.

    `unconfirmed` names what it tells that no source vouches for, in the words shown to staff.
    `inserts` are the sheets that follow it on paper, each with its heading first. `ids` name it
    through each channel, `reference` to the reader.
    `language` and `variant` are what the letter type has of what the draft wishes for.
    """

    draft: Draft
    letter_type: LetterType
    facts: Mapping[str, str]
    blocks: Mapping[Channel, tuple[Block, ...]]
    ids: Mapping[Channel, uuid.UUID]
    reference: str
    written_on: date
    template_version: str
    unconfirmed: tuple[str, ...] = ()
    inserts: tuple[tuple[Block, ...], ...] = ()
    language: str = SWEDISH.code
    variant: Variant = Variant.STANDARD

    @property
    def words(self) -> LetterWords:
        return self.letter_type.words(self.language)

    @property
    def printed(self) -> tuple[Block, ...]:
        """All that the pages say, the insert sheets last."""
        return (*self.blocks[Channel.LETTER], *chain.from_iterable(self.inserts))

    @property
    def address_lines(self) -> tuple[str, ...]:
        """All that may stand in the envelope's window, top to bottom."""
        return (*addressee(self.draft, self.letter_type), *self.draft.mailing_address.lines())


class BodyWriter(Protocol):
    def write(
        self,
        letter_type: LetterType,
        facts: Mapping[str, str],
        channel: Channel,
        *,
        language: str,
    ) -> tuple[Block, ...]:
        """The filled body as blocks. Raises TemplateBroken or LetterIncomplete."""
        ...

    def write_copy_note(
        self, facts: Mapping[str, str], channel: Channel, *, language: str
    ) -> tuple[Block, ...]:
        """What stands first in a letter that the patient may have got already."""
        ...

    def write_insert(
        self, insert: str, facts: Mapping[str, str], *, language: str
    ) -> tuple[Block, ...]:
        """An insert sheet for paper, its heading first. Raises as `write` does."""
        ...

    def reading(self, sources: Mapping[str, str]) -> "BodyWriter":
        """One by other texts, which leaves this one as it is."""
        ...


def write_letter(
    draft: Draft,
    *,
    letter_type: LetterType,
    rules: RegionRules,
    body: BodyWriter,
    today: date,
    version: str,
    id_key: bytes,
) -> Letter:
    """The letter of a draft.

    Raises LetterIncomplete where a required fact is empty or the free text too long, and
    TemplateBroken.
    """
    facts = letter_facts(draft, letter_type=letter_type, rules=rules, today=today)
    _require_complete(draft, letter_type, facts)
    _require_allowed_qr(letter_type, rules)
    language = letter_type.language_of(draft)
    write = partial(body.write, letter_type, facts, language=language)
    note = partial(body.write_copy_note, facts, language=language) if draft.copy_of else _no_note
    blocks = {channel: (*note(channel), *write(channel)) for channel in Channel}
    sheet = partial(body.write_insert, facts=facts, language=language)
    inserts = tuple(map(sheet, letter_type.inserts))
    return Letter(
        draft=draft,
        letter_type=letter_type,
        facts=facts,
        blocks=blocks,
        ids={channel: letter_id(draft, channel, key=id_key) for channel in Channel},
        reference=reference(draft, key=id_key),
        written_on=today,
        template_version=version,
        unconfirmed=_unconfirmed(
            rules.facts_at(draft.booking.unit.care_level), facts, (*blocks.values(), *inserts)
        ),
        inserts=inserts,
        language=language,
        variant=letter_type.variant_of(draft),
    )


def _require_complete(draft: Draft, letter_type: LetterType, facts: Mapping[str, str]) -> None:
    if len(draft.free_text) > FREE_TEXT_LENGTH:
        raise LetterIncomplete(
            say(
                "Fritexten är längre än {free_text_length} tecken.",
                free_text_length=FREE_TEXT_LENGTH,
            ),
            say("Korta den (Ctrl+E)."),
        )
    if missing := missing_facts(letter_type, facts):
        raise LetterIncomplete(
            say("Uppgift saknas: {missing}.", missing=", ".join(missing)),
            say("Komplettera i vårdsystemet, ta ut filen igen och tryck F5."),
        )


def _require_allowed_qr(letter_type: LetterType, rules: RegionRules) -> None:
    if letter_type.qr and not rules.allows_link(letter_type.qr):
        file = f"letter_types/{letter_type.id}/letter.toml"
        raise TemplateBroken(
            say("Mallen {file}: QR-koden leder inte till en tillåten webbplats.", file=file),
            say(
                "Börja den med https:// och använd {link_domains}.",
                link_domains=say(" eller ").join(rules.link_domains),
            ),
            file=file,
        )


def _no_note(_: Channel) -> tuple[Block, ...]:
    return ()


def letter_facts(
    draft: Draft, *, letter_type: LetterType, rules: RegionRules, today: date
) -> dict[str, str]:
    """All that a template may name: a flat dict of strings, "" where the booking has nothing.

    Dates, times and what the region says are in the letter's language; the rest is as booked.
    """
    booking = draft.booking
    unit, visit = booking.unit, booking.visit
    at = visit.starts_at
    language = LANGUAGES[letter_type.language_of(draft)]
    return {
        "name": booking.patient.name,
        "given_name": booking.patient.given_name,
        "date": language.long_date(at.date()) if at else "",
        "time": language.time(at) if at else "",
        "place": visit.place,
        "care_service": visit.care_service,
        "referred_by": visit.referred_by,
        "unit_name": unit.name,
        # A number that breaks over two lines is hard to dial from.
        "unit_phone": unit.phone.replace(" ", "\N{NO-BREAK SPACE}"),
        "unit_phone_hours": unit.phone_hours,
        "unit_street": unit.street,
        "unit_town": f"{unit.postal_code} {unit.town}".strip(),
        "unit_directions": unit.directions,
        "written_on": language.plain_date(today),
        "free_text": draft.free_text,
        # Not every unit has told what care it gives, and the rule follows that.
        "cancel_notice": "",
        **rules.facts_on(today, care_level=unit.care_level, language=language.code),
        **letter_type.words(language.code).values.get(visit.examination_code, {}),
    }


def addressee(draft: Draft, letter_type: LetterType | None) -> tuple[str, ...]:
    """Who the letter goes to, above the address; Swedish in every language, for the post."""
    name = draft.booking.patient.name
    if draft.variant is Variant.STANDARD or letter_type is None:
        return (name,)
    is_to_guardian = draft.variant.is_to_guardian and letter_type.variant_of(draft).is_to_guardian
    return (_TO_GUARDIAN, name) if is_to_guardian else (name,)


_TO_GUARDIAN = "Till vårdnadshavare för"


def missing_facts(letter_type: LetterType, facts: Mapping[str, str]) -> tuple[str, ...]:
    """The Swedish names of required facts that are empty."""
    absent = (name for name in letter_type.required if not facts.get(name))
    return tuple(FIELD_NAMES.get(name, name) for name in absent)


def letter_id(draft: Draft, channel: Channel, *, key: bytes) -> uuid.UUID:
    """The same letter has the same id on every PC with the key: UUIDv5 of what makes it one letter.

    Source of the rule: the exactly-once design; the unit separator keeps parts from merging. In
    another language or variant it is still the same letter, so nobody gets it in both. The id
    names files and print jobs, so what stands for a booking without an id of its own is keyed:
    its personal number must not be found by trying them all.
    """
    booking = draft.booking
    parts = (
        booking.unit.hsa_id,
        booking.key if booking.booking_id else keyed_name(booking.key, key=key),
        draft.letter_type,
        channel.value,
        str(draft.revision),
    )
    return uuid.uuid5(NAMESPACE, "\x1f".join(parts))


def reference(draft: Draft, *, key: bytes) -> str:
    """The letter's printed id, the same in both channels and on its copies: `B-3F2A9C1D`."""
    first = replace(draft, revision=draft.copy_of or draft.revision)
    return f"B-{letter_id(first, Channel.LETTER, key=key).hex[:8].upper()}"


def _unconfirmed(
    told_by_region: Mapping[str, Fact],
    facts: Mapping[str, str],
    bodies: Iterable[tuple[Block, ...]],
) -> tuple[str, ...]:
    """The names of the facts that a body tells and that are not confirmed, each once."""
    told = "\n".join(map(plain_text, bodies))
    open_ones = (name for name, fact in told_by_region.items() if not fact.confirmed)
    said = (name for name in open_ones if facts.get(name) and facts[name] in told)
    return tuple(dict.fromkeys(told_by_region[name].name for name in said))
