"""A person's number that stands in an error of any layer reaches neither a screen nor a print."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import open_services
from app.errors import BookingsUnreadable, Rejected
from app.history import Question
from app.services import Services
from app.settings import DataFolder
from tests.exports import AGFA_EI, table
from tests.fakes import NOON
from tests.parcels import parcel
from tests.receiver import Receiver, carrier_to, fault, saying
from ui.error_dialog import trace_without_values

PERSON = "19890212-2392"
NAME = "Ahlgren"
BOOKING = AGFA_EI | {"Undersökningsdatum": "2027-01-12"}

# One place in each layer that a letter passes from its file to history.
LAYERS = {
    "reading": "app.adapters.booking_files.source._bookings",
    "triage": "app.services.usual_variant",
    "what was sent before": "app.adapters.store.archive.KeptLetters.of_bookings",
    "writing": "app.letter_press.write_letter",
    "message": "app.adapters.docbook.message.DocBookFormat.message",
    "page": "app.adapters.paper_pdf.TypstPageFormat.page",
    "reading back": "app.adapters.pdf_pages.PdfPages.read",
    "intent to send": "app.adapters.store.outgoing.OutgoingLetters.add",
    "history": "app.adapters.store.archive.KeptLetters.page",
}


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    with open_services(DataFolder(tmp_path_factory.mktemp("data")), now=lambda: NOON) as made:
        yield made


def from_file_to_history(services: Services, file: Path) -> None:
    (row,) = services.load(file).rows
    services.preview(row)
    services.queue([row], utskick="prov")
    services.archive.page(Question(), offset=0, limit=1)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_bug_in_any_layer_tells_of_nobody(
    services: Services, tmp_path: Path, layer: str, monkeypatch: pytest.MonkeyPatch
):
    """F3: what is printed and shown of it is `trace_without_values`."""
    file = tmp_path / "bokningar.csv"
    file.write_bytes(table(BOOKING))

    def stumble(*_: object, **__: object) -> None:
        raise ZeroDivisionError(f"{NAME}, Kristoffer\n{PERSON}\n{BOOKING}")

    monkeypatch.setattr(LAYERS[layer], stumble)

    with pytest.raises(ZeroDivisionError) as caught:
        from_file_to_history(services, file)

    trace = trace_without_values(caught.value)
    assert "in stumble" in trace
    assert tells_of_nobody(trace)


UNREADABLE = {
    "cells that a quote swallowed": table(BOOKING | {"Patientnamn": f'"{NAME}'}, BOOKING),
    "another layout": f"Vem;Vad\r\n{NAME};{PERSON}\r\n".encode(),
    "no table at all": f"{NAME} {PERSON} ".encode() * 200,
    "nul": table(BOOKING).replace(b";", b"\0"),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_file_that_cannot_be_read_is_explained_without_what_stands_in_it(
    services: Services, tmp_path: Path, kind: str
):
    """F3"""
    file = tmp_path / "bokningar.csv"
    file.write_bytes(UNREADABLE[kind])

    with pytest.raises(BookingsUnreadable) as caught:
        services.load(file)

    assert tells_of_nobody(f"{caught.value} {caught.value.detail}")


def test_an_answer_that_quotes_the_patient_is_told_without_the_quotation():
    """F3"""
    sent = parcel(name=f"{NAME}, Kristoffer")
    quoting = fault("s:Client", f"fel på kristoffer {NAME.upper()} {PERSON}")

    with Receiver(saying(quoting)) as other, pytest.raises(Rejected) as caught:
        carrier_to(other.url).deliver(sent)

    assert caught.value.detail == "fel på … … …"


def tells_of_nobody(told: str) -> bool:
    """Neither the number, however it is written, nor the name."""
    digits = re.sub(r"\D", "", told)
    return NAME.casefold() not in told.casefold() and PERSON.replace("-", "")[2:] not in digits
