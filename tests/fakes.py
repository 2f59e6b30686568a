"""Made-up values of every stage of the flow, and carriers that answer as they are told.

Names are invented; the numbers are Skatteverket's official test personnummer.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from app.adapters.store.sqlcipher import sqlite3
from app.bookings import Address, Batch, Booking, Patient, Unit, Visit
from app.canonical_json import canonical_json
from app.channels import Route
from app.dispatch import Carrier, Dispatch, Order, Parcel, Receipt, Status, Store
from app.draft import Channel, Draft
from app.errors import OutcomeUnknown
from app.letter_types import LetterType
from app.letters import Letter, letter_id, reference
from app.orders import order
from app.outbox import Outbox
from app.person_id import classify
from app.preview import Preview
from app.swedish_dates import STOCKHOLM

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=STOCKHOLM)

# What the ids of letters are made with, where a booking has none.
ID_KEY = b"prov"
VISIT = datetime(2027, 1, 12, 9, 40, tzinfo=STOCKHOLM)

PERSONS = ("198001022386", "198002092388", "198003192385", "198004082387", "201601022385")
NAMES = (
    ("Karin", "Åberg"),
    ("Östen", "Öberg"),
    ("Märta", "Ärlig"),
    ("Olof", "Aberg"),
    ("Lo", "Ek"),
)

UNIT = Unit(hsa_id="SE-EXEMPEL-0001", name="Röntgen Exempelsjukhuset", phone="010-000 00 00")
ADDRESS = Address(street="Provgatan 12", postal_code="553 16", town="Jönköping")

LETTER_TYPE = LetterType(
    id="rontgen",
    name="Kallelse till röntgen",
    purpose="Prov",
    status="utkast",
    step=1,
    care_systems=("agfa_ei",),
    required=("name",),
    subject="Kallelse till röntgenundersökning",
    document_name="Kallelse",
    pages=1,
)

ONLY_1177 = Route((Channel.INBOX_1177,), "Patienten har avisering i 1177.", "always")
ONLY_LETTER = Route((Channel.LETTER,), "Patienten är inte inloggad på 1177.", "no_login")
BOTH = Route((Channel.INBOX_1177, Channel.LETTER), "Enheten är på steg 1.", "step_1")

SOURCES = canonical_json({"letter_types/rontgen/body.md.j2": "Hej {{ name }}"})


def make_booking(row_no: int = 2, *, at: datetime | None = VISIT) -> Booking:
    """The booking of a row; rows differ in id, and in person and name by turns."""
    turn = row_no % len(PERSONS)
    given_name, family_name = NAMES[turn]
    return Booking(
        row_no=row_no,
        care_system="agfa_ei",
        booking_id=f"BOK-{row_no:05}",
        patient=Patient(
            id=classify(PERSONS[turn], today=NOON.date()),
            given_name=given_name,
            family_name=family_name,
            address=ADDRESS,
        ),
        unit=UNIT,
        visit=Visit(at, care_service="DT buk", place="Hus E, plan 3", examination_code="DTBUK"),
    )


def make_batch(
    bookings: Sequence[Booking], *, file_name: str = "bokningar.csv", read_at: datetime = NOON
) -> Batch:
    return Batch(
        file_name=file_name,
        digest="0" * 64,
        care_system="agfa_ei",
        care_system_name="Agfa EI",
        layout_note="",
        bookings=tuple(bookings),
        read_at=read_at,
    )


def make_draft(booking: Booking | None = None, *, revision: int = 1) -> Draft:
    return Draft(booking or make_booking(), LETTER_TYPE.id, revision=revision)


def make_letter(draft: Draft | None = None) -> Letter:
    draft = draft or make_draft()
    return Letter(
        draft=draft,
        letter_type=LETTER_TYPE.model_copy(update={"id": draft.letter_type}),
        facts={"name": draft.booking.patient.name, "time": "09.40"},
        blocks=dict.fromkeys(Channel, ()),
        ids={channel: letter_id(draft, channel, key=ID_KEY) for channel in Channel},
        reference=reference(draft, key=ID_KEY),
        written_on=date(2026, 11, 23),
        template_version="v1",
    )


def make_preview(draft: Draft | None = None, *, route: Route = ONLY_1177) -> Preview:
    """Not rendered: the message and the page only name their letter, in bytes of their own."""
    letter = make_letter(draft)
    return Preview(
        letter=letter,
        route=route,
        message=f"<article><para>{letter.reference} åäö</para></article>",
        page=b"%PDF-1.7\n\x00\xff" + letter.reference.encode(),
        page_count=1,
        parity=(),
        risk_zone="",
    )


def make_previews(count: int, *, route: Route = ONLY_1177) -> list[Preview]:
    """One for each of the rows 2, 3, 4 …"""
    return [make_preview(make_draft(make_booking(2 + no)), route=route) for no in range(count)]


def make_order(preview: Preview) -> Order:
    """What is stored of the message of a preview."""
    return order(
        preview, Channel.INBOX_1177, utskick="utskick-1", sources=SOURCES, user="prov", at=NOON
    )


@dataclass
class ScriptedCarrier:
    """Gives one answer for each letter, and a receipt when the script has run out.

    `found` is what it says of a letter after a crash. `on_delivery` runs while the letter is
    with the carrier.
    """

    channel: Channel = Channel.INBOX_1177
    answers: list[Receipt | Exception] = field(default_factory=list)
    found: Receipt | Exception | None = field(default_factory=lambda: OutcomeUnknown("Oklart."))
    on_delivery: Callable[[Parcel], None] = lambda _: None
    delivered: list[Parcel] = field(default_factory=list)

    def deliver(self, parcel: Parcel) -> Receipt:
        self.delivered.append(parcel)
        self.on_delivery(parcel)
        return _given(self.answers.pop(0) if self.answers else Receipt("Mottaget."))

    def find(self, dispatch: Dispatch) -> Receipt | None:
        assert dispatch.status is Status.SENDING
        return None if self.found is None else _given(self.found)


def _given(answer: Receipt | Exception) -> Receipt:
    if isinstance(answer, Exception):
        raise answer
    return answer


def make_outbox(
    store: Store,
    *carriers: Carrier,
    owner: str = "4711:1.00:PROV",
    is_alive: Callable[[str], bool] = lambda _: False,
    now: datetime = NOON,
    probes: Mapping[Channel, Callable[[Dispatch], bool]] | None = None,
) -> Outbox:
    """An outbox of a user called Prov, whose clock stands still."""
    return Outbox(
        store=store,
        carriers=carriers,
        now=lambda: now,
        user="prov",
        owner=owner,
        owner_is_alive=is_alive,
        probes=probes,
    )


def queue_letters(
    store: Store,
    previews: Sequence[Preview],
    *,
    utskick: str = "utskick-1",
    now: datetime = NOON,
) -> tuple[Dispatch, ...]:
    return make_outbox(store, now=now).queue(previews, utskick=utskick, sources=SOURCES).new


DEAD_OWNER = "4712:1.00:PROV"


def bring_to(store: Store, dispatch: Dispatch, status: Status) -> Dispatch:
    """Walks a queued letter along allowed moves until it has a status."""
    for step in _WAYS[status]:
        if step is Status.SENDING:
            parcel = store.claim(dispatch.id, owner=DEAD_OWNER, at=NOON, who="prov")
            assert parcel is not None
            dispatch = parcel.dispatch
        else:
            owner = DEAD_OWNER if dispatch.status is Status.SENDING else ""
            dispatch = store.move(
                dispatch.id, step, at=NOON, who="prov", text="Prov.", receipt="Kvitto.", owner=owner
            )
    return dispatch


_WAYS = {
    Status.QUEUED: (),
    Status.SENDING: (Status.SENDING,),
    Status.SENT: (Status.SENDING, Status.SENT),
    Status.REJECTED: (Status.SENDING, Status.REJECTED),
    Status.UNKNOWN: (Status.SENDING, Status.UNKNOWN),
    Status.CANCELLED: (Status.CANCELLED,),
    Status.CLOSED_RESENT: (Status.SENDING, Status.UNKNOWN, Status.CLOSED_RESENT),
}


def later(**passed: float) -> datetime:
    return NOON + timedelta(**passed)


def revised(booking: Booking, *, at: datetime) -> Booking:
    """The same booking at another time."""
    return replace(booking, visit=replace(booking.visit, starts_at=at))


@contextmanager
def behind_its_back(path: Path) -> Iterator[sqlite3.Connection]:
    """What somebody with a database tool can do to the file."""
    with closing(sqlite3.connect(path)) as connection, connection:
        yield connection


# What takes a history back to before its letters were counted.
WITHOUT_COUNTS = (
    "DROP TRIGGER a_new_way_of_a_letter_uncounted",
    "DROP TRIGGER a_new_way_of_a_letter_counted",
    "DROP TRIGGER a_moved_letter_uncounted",
    "DROP TRIGGER a_moved_letter_counted",
    "DROP TABLE letter_count",
    "DROP TABLE batch_problem",
    "DROP INDEX event_unclear",
    "DELETE FROM _sqlite_migrations WHERE name LIKE 'letters_counted%'",
)
