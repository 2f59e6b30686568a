"""What the log gives to be handed on: a signed sample, and the extract of one patient."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from app.access_log import ACTION_NAMES, Action, LogEntry
from app.dispatch import STATUS_NAMES
from app.documents import Document, Table
from app.history import PROTECTED_NAME
from app.log_review import VERDICT_NAMES, SignedSample, told_question, told_signing
from app.spreadsheets import as_table
from app.swedish_dates import STOCKHOLM
from app.wording import say

_SAMPLE_HEADER = (
    say("Nr"),
    say("Tid"),
    say("Användare"),
    say("Patient"),
    say("Enhet"),
    say("Vad"),
    say("Bedömning"),
    say("Anteckning"),
)
# PDL 8 kap. 5 §: from which unit and when. Who it was is no part of it.
_EXTRACT_HEADER = (say("Tid"), say("Enhet"), say("Vad som gjordes"))

Lines = tuple[tuple[str, ...], ...]


def sample_document(signed: SignedSample) -> Document:
    sample = signed.sample
    sentences = (
        told_signing(signed),
        say(
            "{number} av {found} åtkomster till patienters uppgifter är granskade.",
            number=len(sample.entries),
            found=sample.found,
        ),
        told_question(sample.question),
        say(
            "Urvalet är slumpat med fröet {seed}: de poster vars SHA-256 av ”{seed}:postens "
            "nummer” kommer först. Med samma frö, period och logg blir urvalet detsamma.",
            seed=sample.seed,
        ),
    )
    headers, *lines = sample_lines(signed)
    title = say("Stickprov ur åtkomstloggen")
    return Document(title, sentences, (Table("", headers, tuple(lines)),), signed.at)


def sample_table(signed: SignedSample) -> bytes:
    return as_table(sample_lines(signed))


def sample_lines(signed: SignedSample) -> Lines:
    """Headers, then a line for each entry. Protected persons stay masked here too."""
    return (_SAMPLE_HEADER, *(_judged(signed, entry) for entry in signed.sample.entries))


def extract_document(
    entries: Sequence[LogEntry], *, person: str, units: Mapping[str, str], now: datetime
) -> Document:
    """`person` is the identity number as staff write it, `units` names by HSA-id."""
    sentences = (
        say("Utdraget gäller {person}.", person=person),
        say(
            "Det visar när uppgifter om dig har använts i programmet för kallelser, vid vilken "
            "enhet och till vad."
        ),
        say("Inget är loggat om dig.") if not entries else "",
    )
    headers, *lines = extract_lines(entries, units=units)
    tables = (Table("", headers, tuple(lines)),) if lines else ()
    return Document(say("Loggutdrag"), tuple(filter(None, sentences)), tables, now)


def extract_table(entries: Sequence[LogEntry], *, units: Mapping[str, str]) -> bytes:
    return as_table(extract_lines(entries, units=units))


def extract_lines(entries: Sequence[LogEntry], *, units: Mapping[str, str]) -> Lines:
    """Headers, then unit and time and what was done; no staff, no other patients."""
    return (_EXTRACT_HEADER, *(_extracted(entry, units=units) for entry in entries))


def done(entry: LogEntry) -> str:
    """What was done, as people say it."""
    name = ACTION_NAMES[entry.access.action]
    if entry.access.action is Action.MOVE and entry.status:
        return f"{name}: {STATUS_NAMES[entry.status]}"
    return name


def shown_person(person: str) -> str:
    """An identity number with its hyphen; what stands for a protected person as it is."""
    return f"{person[:-4]}-{person[-4:]}" if person and person != PROTECTED_NAME else person


def exact(at: datetime) -> str:
    return f"{at.astimezone(STOCKHOLM):%Y-%m-%d %H:%M:%S}"


def _judged(signed: SignedSample, entry: LogEntry) -> tuple[str, ...]:
    judgement = signed.judged[entry.number]
    return (
        str(entry.number),
        exact(entry.at),
        entry.who,
        shown_person(entry.access.person),
        entry.access.unit_id,
        done(entry),
        VERDICT_NAMES[judgement.verdict],
        judgement.note,
    )


def _extracted(entry: LogEntry, *, units: Mapping[str, str]) -> tuple[str, ...]:
    unit_id = entry.access.unit_id
    unit = f"{units[unit_id]} ({unit_id})" if unit_id in units else unit_id
    return exact(entry.at), unit, done(entry)
