"""Receipts outside the program: a list that names nobody, and a letter with its whole story."""

import csv
import hashlib
import io
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from app.adapters.documents_pdf import TypstDocuments
from app.adapters.pdf_pages import PdfPages
from app.dispatch import Status
from app.draft import Channel
from app.receipts import receipt, receipt_name, receipt_table, told, visit_time
from tests.fakes import BOTH, NOON, bring_to, make_booking, make_draft, make_preview, queue_letters
from tests.sample_letters import FONTS, PROFILE

DOCUMENTS = TypstDocuments(FONTS.parent / "documents", fonts=FONTS)


@pytest.fixture
def sent(store):
    """A message and a letter of one booking, both sent."""
    queued = queue_letters(store, [make_preview(route=BOTH)])
    return {one.channel: store.open(bring_to(store, one, Status.SENT).id) for one in queued}


def read_back(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_list_has_a_line_for_each_letter_and_names_no_patient(sent):
    message = sent[Channel.INBOX_1177].dispatch

    table = receipt_table(one.dispatch for one in sent.values())

    assert read_back(table)[0] == {
        "Brev-id": message.reference,
        "Köad": "2026-11-23 12:00:00",
        "Skickad": "2026-11-23 12:00:00",
        "Kanal": "1177",
        "Status": "Skickad",
        "Kvittens": "Kvitto.",
        "Förklaring": "Prov.",
        "Varför": message.reason,
        "Godkänd av": "prov",
        "Besök": "2027-01-12 09:40:00",
        "Mottagning": "Röntgen Exempelsjukhuset",
        "Brevtyp": message.letter_name,
        "Mallversion": message.template_version,
        "Avtryck (SHA-256)": message.content_digest,
    }
    assert message.person.encode() not in table
    assert "Ärlig".encode() not in table


def test_what_is_not_sent_has_no_time_of_sending_and_no_visit_no_time(store):
    draft = make_draft(make_booking(at=None))
    (queued,) = queue_letters(store, [make_preview(draft)])

    (line,) = read_back(receipt_table([queued]))

    assert (line["Skickad"], line["Besök"], line["Status"]) == ("", "", "Köad")


def test_an_answer_from_outside_is_never_calculated(sent):
    dispatch = replace(sent[Channel.LETTER].dispatch, receipt="=HYPERLINK(1)")

    (line,) = read_back(receipt_table([dispatch]))

    assert line["Kvittens"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("channel", "suffix", "mime_type"),
    [
        (Channel.INBOX_1177, "xml", "application/xml"),
        (Channel.LETTER, "pdf", "application/pdf"),
    ],
)
def test_the_letter_lies_in_its_receipt_byte_for_byte(sent, channel, suffix, mime_type):
    kept = sent[channel]

    pdf = DOCUMENTS.pdf(receipt(kept, now=NOON))

    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_metadata() as metadata:
        (attached,) = opened.attachments.values()
        content = attached.get_file().read_bytes()
        assert metadata.pdfa_status == "3A"
        assert attached.filename == f"{kept.dispatch.reference}.{suffix}"
        assert attached.get_file().mime_type == mime_type
    assert content == kept.content
    assert hashlib.sha256(content).hexdigest() == kept.dispatch.content_digest


def test_a_receipt_tells_every_event_and_each_digest(sent):
    kept = sent[Channel.LETTER]

    pages = PdfPages(PROFILE).read(DOCUMENTS.pdf(receipt(kept, now=NOON))).pages

    told = "".join("".join(pages).split())
    digests = [kept.dispatch.content_digest, kept.dispatch.template_version]
    digests += [hashlib.sha256(one).hexdigest() for one in (kept.data, kept.sources)]
    assert [one for one in digests if one not in told] == []
    assert told.count("2026-11-2312:00:00") == len(kept.events) == 3
    assert all(status in told for status in ("Köad", "Skickas", "Skickad"))
    assert kept.dispatch.reason.replace(" ", "") in told


def test_a_receipts_file_name_names_nobody_and_tells_two_copies_apart(sent):
    dispatch = sent[Channel.LETTER].dispatch
    copy = replace(dispatch, revision=2)

    assert receipt_name(dispatch) == f"kvittens-{dispatch.reference}-brev-1"
    assert receipt_name(copy) != receipt_name(dispatch)


def test_an_event_is_told_by_when_what_and_who(sent):
    event = sent[Channel.LETTER].events[-1]

    assert told(event) == ("23 nov 12.00 · Skickad · prov", "Prov.")


def test_a_letter_without_a_booked_time_says_so_inside_a_sentence(store):
    (queued,) = queue_letters(store, [make_preview(make_draft(make_booking(at=None)))])

    assert visit_time(queued) == "ingen bokad tid"
