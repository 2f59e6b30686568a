"""The same files by libraries that are known for them, which make no bookings of what they read."""

import csv
import io
import json
from pathlib import Path

import hl7
from fhir.resources.R4B.appointment import Appointment
from lxml import etree
from openpyxl import load_workbook

_TIMESLOT = "{urn:riv:crm:scheduling:GetSubjectOfCareScheduleResponder:1}timeslotDetail"


def csv_cells(path: Path) -> object:
    with path.open(encoding="cp1252", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def hl7_messages(path: Path) -> object:
    """Each message by itself; the package's own reading of a whole file takes longer still."""
    _batch, *messages = path.read_text("cp1252").split("\nMSH|")
    return [len(hl7.parse(f"MSH|{one}".replace("\n", "\r"))) for one in messages]


def fhir_appointments(path: Path) -> object:
    """Not the patients: they take as long again."""
    resources = [entry["resource"] for entry in json.loads(path.read_bytes())["entry"]]
    return [
        Appointment.model_validate(one).id
        for one in resources
        if one["resourceType"] == "Appointment"
    ]


def timeslots(path: Path) -> object:
    """Each timeslot's texts; the tree forgets it then."""
    texts = []
    for _, slot in etree.iterparse(io.BytesIO(path.read_bytes()), tag=_TIMESLOT):
        texts.append({child.tag: child.text for child in slot})
        slot.clear()
    return texts


def workbook_cells(path: Path) -> object:
    """Full mode, which alone tells what is hidden and merged."""
    book = load_workbook(path, data_only=True)
    return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]
