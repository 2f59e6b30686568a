"""How the built-in test inbox behaves: what it can be told to do wrong, and how often."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple, Protocol

from app.dispatch import STATUS_NAMES, Status
from app.wording import say


class Fault(StrEnum):
    """One way to fail; the values are what a person types on the command line."""

    REFUSED = "refused"
    TLS_MISMATCH = "tls_mismatch"
    VP007 = "vp007"
    TIMEOUT_BEFORE = "timeout_before"
    TIMEOUT_AFTER = "timeout_after"
    RESET_BEFORE = "reset_before"
    RESET_AFTER = "reset_after"
    DROPPED = "dropped"
    ERROR_500_BEFORE = "500_before"
    ERROR_500_AFTER = "500_after"
    ERROR_503_BEFORE = "503_before"
    ERROR_503_AFTER = "503_after"
    VP009_BEFORE = "vp009_before"
    VP009_AFTER = "vp009_after"
    SLOW_LORIS = "slow_loris"
    TRUNCATED = "truncated"
    MALFORMED = "malformed"
    EMPTY = "empty"
    HUGE = "huge"
    WRONG_ID = "wrong_id"
    HTML = "html"
    GZIP_BOMB = "gzip_bomb"
    XML_BOMB = "xml_bomb"
    REDELIVERED = "redelivered"


class Trait(NamedTuple):
    """`kept` is how many copies of the message are kept before the inbox fails.

    `becomes` is where the letter must go: QUEUED is a definite no, UNKNOWN anything unclear.
    """

    told: str
    kept: int
    becomes: Status

    @property
    def told_in_full(self) -> str:
        status = STATUS_NAMES[self.becomes]
        return say("{told}. Kallelsen får statusen {status}.", told=self.told, status=status)


# Expected classes: the outcome table of the safety study, one row for each condition it tried.
TRAITS: Mapping[Fault, Trait] = {
    Fault.REFUSED: Trait(say("Ingen svarar på adressen"), 0, Status.QUEUED),
    Fault.TLS_MISMATCH: Trait(say("TLS-handskakningen misslyckas"), 0, Status.QUEUED),
    Fault.VP007: Trait(say("Plattformen nekar behörighet (VP007)"), 0, Status.QUEUED),
    Fault.TIMEOUT_BEFORE: Trait(say("Inget svar, och inget är sparat"), 0, Status.UNKNOWN),
    Fault.TIMEOUT_AFTER: Trait(say("Inget svar, men meddelandet är sparat"), 1, Status.UNKNOWN),
    Fault.RESET_BEFORE: Trait(say("Förbindelsen bryts, och inget är sparat"), 0, Status.UNKNOWN),
    Fault.RESET_AFTER: Trait(
        say("Förbindelsen bryts, men meddelandet är sparat"), 1, Status.UNKNOWN
    ),
    Fault.DROPPED: Trait(
        say("Förbindelsen stängs tyst, men meddelandet är sparat"), 1, Status.UNKNOWN
    ),
    Fault.ERROR_500_BEFORE: Trait(say("HTTP 500, och inget är sparat"), 0, Status.UNKNOWN),
    Fault.ERROR_500_AFTER: Trait(say("HTTP 500, men meddelandet är sparat"), 1, Status.UNKNOWN),
    Fault.ERROR_503_BEFORE: Trait(say("HTTP 503, och inget är sparat"), 0, Status.UNKNOWN),
    Fault.ERROR_503_AFTER: Trait(say("HTTP 503, men meddelandet är sparat"), 1, Status.UNKNOWN),
    Fault.VP009_BEFORE: Trait(say("VP009, och inget är sparat"), 0, Status.UNKNOWN),
    Fault.VP009_AFTER: Trait(say("VP009, men meddelandet är sparat"), 1, Status.UNKNOWN),
    Fault.SLOW_LORIS: Trait(say("Svaret droppar fram och tar aldrig slut"), 1, Status.UNKNOWN),
    Fault.TRUNCATED: Trait(say("Svaret är avhugget"), 1, Status.UNKNOWN),
    Fault.MALFORMED: Trait(say("Svaret är trasig XML"), 1, Status.UNKNOWN),
    Fault.EMPTY: Trait(say("Svaret är tomt"), 1, Status.UNKNOWN),
    Fault.HUGE: Trait(say("Svaret är 2 GB"), 1, Status.UNKNOWN),
    Fault.WRONG_ID: Trait(say("Svaret gäller ett annat meddelande"), 1, Status.UNKNOWN),
    Fault.HTML: Trait(say("En webbsida i stället för svar"), 1, Status.UNKNOWN),
    Fault.GZIP_BOMB: Trait(say("Svaret är en gzip-bomb"), 1, Status.UNKNOWN),
    Fault.XML_BOMB: Trait(say("Svaret är en XML-bomb"), 1, Status.UNKNOWN),
    Fault.REDELIVERED: Trait(say("Plattformen lämnar meddelandet två gånger"), 2, Status.SENT),
}

# What no sender can see: the answer is a good one. So it is not among the mixed faults.
INVISIBLE = frozenset({Fault.REDELIVERED})
MIXED = tuple(fault for fault in Fault if fault not in INVISIBLE)


class Readers(StrEnum):
    """Who opens the messages; by their numbers some do within a day and some never do."""

    BY_NUMBER = "by_number"
    ALL = "read"
    NOBODY = "unread"


READERS_NAMES: Mapping[Readers, str] = {
    Readers.BY_NUMBER: say("Somliga läser inom ett dygn, efter personnumrets siffror"),
    Readers.ALL: say("Alla läser genast"),
    Readers.NOBODY: say("Ingen läser"),
}

QUESTION = ""

_EVERY_CALL = 100
_MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Conduct:
    """Nothing wrong unless told. Of several `faults` each message meets one of its own.

    `share` is the percentage of messages that meet one and `left` how many more may, None for no
    end. Only a fault without either meets the questions of who can be reached as well.
    `latency_ms` passes before every answer. What `seed` decides, it always decides alike.
    """

    faults: tuple[Fault, ...] = ()
    share: int = _EVERY_CALL
    left: int | None = None
    latency_ms: int = 0
    readers: Readers = Readers.BY_NUMBER
    seed: int = 1177

    @property
    def misbehaves(self) -> bool:
        """Whether somebody has told it to fail, to be slow or to have other readers than usual."""
        fails = bool(self.faults) and self.left != 0
        return fails or bool(self.latency_ms) or self.readers is not Readers.BY_NUMBER

    @property
    def meets_questions(self) -> bool:
        return self.share == _EVERY_CALL and self.left is None

    def fault_of(self, call: str) -> Fault | None:
        """What a call meets, the same each time and wherever it is asked.

        A message is named by its correlation id, and a question is named QUESTION.
        """
        drawn = hashlib.sha256(f"{self.seed} {call}".encode()).digest()
        is_spared = int.from_bytes(drawn[:4]) % _EVERY_CALL >= self.share
        is_exempt = call == QUESTION and not self.meets_questions
        if not self.faults or self.left == 0 or is_spared or is_exempt:
            return None
        return self.faults[int.from_bytes(drawn[4:8]) % len(self.faults)]

    def told(self) -> str:
        """Sentences for the person who sets it."""
        what = say("Testinkorgen sköter sig.")
        if self.faults:
            faults, calls = self._told_faults(), self._told_range()
            what = say("{faults} Det drabbar {calls}.", faults=faults, calls=calls)
        slow = say("Varje svar dröjer {ms} ms.", ms=self.latency_ms)
        latency = slow if self.latency_ms else ""
        readers = f"{READERS_NAMES[self.readers]}."
        return " ".join(part for part in (what, latency, readers) if part)

    def _told_faults(self) -> str:
        if len(self.faults) > 1:
            return say("{number} olika fel, ett för varje meddelande.", number=len(self.faults))
        return TRAITS[self.faults[0]].told_in_full

    def _told_range(self) -> str:
        if self.meets_questions:
            return say("varje anrop")
        if self.share == _EVERY_CALL:
            return say("de {left} närmaste meddelandena", left=self.left)
        if self.left is None:
            return say("{share} % av meddelandena", share=self.share)
        return say(
            "{share} % av meddelandena, {left} gånger till", share=self.share, left=self.left
        )


class ConductShelf(Protocol):
    def conduct(self) -> Conduct: ...

    def keep(self, conduct: Conduct) -> None:
        """It holds from the next call on. Raises NotSaved."""
        ...


def conduct_of(words: Sequence[str]) -> Conduct:
    """What a command line says, such as `reset_after 20%`; nothing is good conduct.

    Faults, `mixed` for all that can be seen, `20%`, `3` for the next three, `500ms`, and who
    reads. Raises ValueError with the word that is none of these.
    """
    conduct = Conduct()
    for word in words:
        conduct = _with_word(conduct, word)
    return conduct


def all_words() -> str:
    """What a person may say to the test inbox, one word a line."""
    faults = [(fault.value, trait.told_in_full) for fault, trait in TRAITS.items()]
    others = [
        (_MIXED, say("Ett av felen ovan för varje meddelande, utom redelivered.")),
        ("20%", say("Drabbar var femte, slumpvis men lika varje gång.")),
        ("3", say("Drabbar de tre närmaste.")),
        ("500ms", say("Varje svar dröjer en halv sekund.")),
        *((one.value, f"{READERS_NAMES[one]}.") for one in (Readers.ALL, Readers.NOBODY)),
    ]
    return "\n".join(f"  {word:<16}{told}" for word, told in (*faults, *others))


def _with_word(conduct: Conduct, word: str) -> Conduct:
    number = re.fullmatch(r"([0-9]{1,6})(%|ms|)", word)
    if number:
        return _with_number(conduct, int(number[1]), unit=number[2])
    if word == _MIXED:
        return replace(conduct, faults=MIXED)
    if word in {Readers.ALL, Readers.NOBODY}:
        return replace(conduct, readers=Readers(word))
    try:
        return replace(conduct, faults=(*conduct.faults, Fault(word)))
    except ValueError as error:
        raise ValueError(word) from error


def _with_number(conduct: Conduct, number: int, *, unit: str) -> Conduct:
    match unit:
        case "%":
            return replace(conduct, share=min(number, _EVERY_CALL))
        case "ms":
            return replace(conduct, latency_ms=number)
        case _:
            return replace(conduct, left=number)
