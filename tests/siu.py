"""Scheduling messages of HL7 v2 (SIU) as senders write them, and what the reader makes of them."""

from app.adapters.booking_files.hl7v2 import read_hl7v2
from app.adapters.booking_files.record import Record
from app.bookings import Problem
from app.care_systems import FieldName

MSH = "MSH|^~\\&|SECTRA-EXEMPEL|MAM VHS|||20261101080000||SIU^S12^SIU_S12|M1|P|2.5"
SCH = "SCH||50001|||||||15|min|||||||||||||||Booked"
TQ1 = "TQ1|1||||||202611030815"
PID = (
    "PID|1||191212121212^^^&1.2.752.129.2.1.3.1&ISO^PI||Svensson^Åsa^^^^^L||19121212|F|||"
    "Storgatan 1^^Jönköping^^553 22^SWE^H||070-174 06 05^PRN^CP"
)
PV1 = "PV1|1|O|^^^Mammografin"
AIS = "AIS|1|A|MAM^Mammografi^L|202611030815"
AIL = "AIL|1|A|M1^Rum 4^^Mammografin Vätterhöjden|||202611030815"

Texts = dict[FieldName, str]


def message(*segments: str, end: str = "\r") -> bytes:
    """One message, or several where several of the segments are MSH."""
    return "".join(f"{segment}{end}" for segment in segments).encode()


def sent(event: str, *, at: str = "20261101080000", control_id: str = "M1") -> str:
    """An MSH with this event, time and number."""
    changed = MSH.replace("20261101080000", at).replace("|M1|", f"|{control_id}|")
    return changed.replace("SIU^S12", f"SIU^{event}")


def booked(booking_id: str, *, status: str = "Booked") -> str:
    return SCH.replace("50001", booking_id).replace("Booked", status)


def field(name: str, number: int, text: str) -> str:
    """A segment that holds only this."""
    return f"{name}{'|' * number}{text}"


def records_of(content: bytes) -> list[Record]:
    return list(read_hl7v2(content).records)


def texts_of(content: bytes) -> list[Texts]:
    """What each record says, by our names of fields."""
    file = read_hl7v2(content)
    return [
        {name: record.cells[index] for name, index in file.columns.items()}
        for record in file.records
    ]


def notes_of(content: bytes) -> list[str]:
    """The notes of a file, when all its records have been read."""
    file = read_hl7v2(content)
    for _ in file.records:
        pass
    return file.notes


def only(*segments: str) -> Texts:
    """What the only record of a message says."""
    (texts,) = texts_of(message(*segments))
    return texts


def problems(*segments: str) -> tuple[Problem, ...]:
    (record,) = records_of(message(*segments))
    return record.problems
