"""What is noteworthy about one booking, how serious it is, and what a person may decide."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Severity(IntEnum):
    """Lower is more urgent, so findings sort with the worst first."""

    BLOCKED = 0
    REVIEW = 1
    INFO = 2


class Code(StrEnum):
    """The triage codes; labels, severities and choices are the design's table of codes.

    MOVED, CANCELLED, FAR_AHEAD, ODD_TIME and INTERPRETED (a value read in a way that a person
    should see) are the program's own.
    """

    PROTECTED = "PROTECTED"
    DECEASED = "DECEASED"
    PAST_DATE = "PAST_DATE"
    MISSING_FIELD = "MISSING_FIELD"
    NO_ADDRESS = "NO_ADDRESS"
    BAD_ADDRESS = "BAD_ADDRESS"
    RISK_ZONE = "RISK_ZONE"
    PREVIEW_FAILED = "PREVIEW_FAILED"
    ALREADY_SENT = "ALREADY_SENT"
    MOVED = "MOVED"
    CANCELLED = "CANCELLED"
    DUPLICATE = "DUPLICATE"
    TOO_CLOSE = "TOO_CLOSE"
    FAR_AHEAD = "FAR_AHEAD"
    ODD_TIME = "ODD_TIME"
    INTERPRETED = "INTERPRETED"
    INTERPRETER = "INTERPRETER"
    MINOR_13_18 = "MINOR_13_18"
    CHILD = "CHILD"
    ABROAD = "ABROAD"
    OVERFLOW = "OVERFLOW"
    FREETEXT = "FREETEXT"
    PARITY = "PARITY"
    NO_1177 = "NO_1177"
    NO_NOTIFY = "NO_NOTIFY"
    TEMP_ID = "TEMP_ID"
    ONLY_SWEDISH = "ONLY_SWEDISH"
    OFFLINE_1177 = "OFFLINE_1177"


class Decision(StrEnum):
    """What a person can answer to a finding."""

    APPROVE = "approve"
    SKIP = "skip"
    INCLUDE = "include"
    CALL = "call"
    HANDLED_ELSEWHERE = "handled_elsewhere"
    WRITE_ADDRESS = "write_address"
    KEEP_THIS = "keep_this"
    CORRECT = "correct"
    WRITE_TEXT = "write_text"
    SEND_REBOOKING = "send_rebooking"
    SEND_CANCELLATION = "send_cancellation"


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of the fix panel: its single key, its Swedish label and what it decides."""

    key: str
    label: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Finding:
    """`label` names the finding in a list; `sentence` says what happened and what to do."""

    code: Code
    severity: Severity
    label: str
    sentence: str
    choices: tuple[Choice, ...] = ()
