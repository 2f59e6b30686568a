"""What a form for one booking begins with: its texts, what is wrong and what the file said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.bookings import Booking, BookingState, Problem, VisitKind
from app.care_systems import CareSystem, FieldName
from app.rows import Row, field_texts
from app.wording import say, translated
from ui.field_names import FIELD_TITLES

Options = tuple[tuple[str, str], ...]

# The unit is chosen among those of the care system, by its HSA-id.
UNIT: Final[FieldName] = "unit_hsa_id"

GROUPS: Final[Mapping[str, tuple[FieldName, ...]]] = {
    say("Patient"): (
        "person_id",
        "birth_date",
        "family_name",
        "given_name",
        "phone",
        "interpreter",
        "protected",
        "deceased",
    ),
    say("Adress"): ("care_of", "street", "postal_code", "town", "country"),
    say("Besök"): (
        "date",
        "time",
        "visit_kind",
        "state",
        "care_service",
        "examination_code",
        "place",
        "referred_by",
        "booking_id",
    ),
}

# What a person chooses among, as pairs of what is read and what is shown.
OPTIONS: Final[Mapping[FieldName, Options]] = {
    "protected": (("", say("Nej")), ("ja", say("Ja"))),
    "deceased": (("", say("Nej")), ("ja", say("Ja"))),
    "state": tuple((state.value, translated(state).capitalize()) for state in BookingState),
    "visit_kind": (
        (VisitKind.IN_PERSON.value, say("Besök på plats")),
        (VisitKind.PHONE.value, say("Telefon")),
        (VisitKind.VIDEO.value, say("Video")),
    ),
}

_TITLES: Final[Mapping[FieldName, str]] = {"state": say("Status"), "visit_kind": say("Besökssätt")}


def title_of(name: FieldName) -> str:
    return _TITLES.get(name, FIELD_TITLES[name])


@dataclass(frozen=True, slots=True)
class Prefill:
    """`problems` and `doubts` are those of the row; `as_read` is the row as the file has it.

    With several `care_systems` one is chosen in the form. `home` is that of the list that is
    open, "" for none.
    """

    title: str
    intro: str
    care_systems: tuple[CareSystem, ...]
    texts: Mapping[FieldName, str]
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()
    as_read: Booking | None = None
    home: str = ""

    @property
    def fills_in(self) -> bool:
        """Whether there is nothing yet, so that nothing can be wrong before it is written."""
        return self.as_read is None

    def said_by_file(self, texts: Mapping[FieldName, str]) -> dict[FieldName, str]:
        """The file's own text at each field that now says something else."""
        if self.as_read is None:
            return {}
        read, cells = field_texts(self.as_read), self.as_read.cells
        return {
            names[0]: cells[column].text.strip() or say("tomt")
            for column, names in _SAID.items()
            if column in cells and _differs(names, texts, read=read, in_file=cells[column].text)
        }


def correction(row: Row, care_system: CareSystem) -> Prefill:
    booking = row.draft.booking
    return Prefill(
        title=say("Rätta uppgifter på rad {row}", row=booking.row_label),
        intro=say("Rättelsen gäller kallelsen härifrån. Rätta också i vårdsystemet."),
        care_systems=(care_system,),
        texts=field_texts(booking) | _birth_date(booking),
        problems=booking.problems,
        doubts=booking.doubts,
        as_read=row.draft.said_by_file,
        home=care_system.id,
    )


def blank(care_systems: Sequence[CareSystem], *, home: str) -> Prefill:
    """A booking that no file has; `home` is the care system of the open list, or ""."""
    return Prefill(
        title=say("Ny bokning"),
        intro=say("Bokningen får en kallelse härifrån. Den ändrar inget i vårdsystemet."),
        care_systems=tuple(care_systems),
        texts={"state": BookingState.BOOKED.value, "visit_kind": VisitKind.IN_PERSON.value},
        home=home,
    )


def fields_of(problem: Problem) -> tuple[FieldName, ...]:
    """The fields of the form that a problem is about; none for one of the whole row."""
    return _SAID.get(problem.field, ())


# Columns of a file, and the fields of the form that hold what they say.
_SAID: Final[Mapping[str, tuple[FieldName, ...]]] = {
    **{name: (name,) for group in GROUPS.values() for name in group},
    "name": ("family_name", "given_name"),
    "starts_at": ("date", "time"),
    UNIT: (UNIT,),
    "unit": (UNIT,),
}

_CHOSEN: Final = frozenset({*OPTIONS, UNIT})


def _differs(
    names: Sequence[FieldName],
    texts: Mapping[FieldName, str],
    *,
    read: Mapping[FieldName, str],
    in_file: str,
) -> bool:
    """Of a choice only another choice counts, since files say yes and no in many ways."""
    if _CHOSEN.issuperset(names):
        return any(texts.get(name, "") != read.get(name, "") for name in names)
    return _loose(" ".join(texts.get(name, "") for name in names)) != _loose(in_file)


def _loose(text: str) -> str:
    """Hyphens, commas and spaces make no difference to what a text says."""
    return "".join(filter(str.isalnum, text)).casefold()


def _birth_date(booking: Booking) -> dict[FieldName, str]:
    """Only where the file has it: the number says the same, so that nobody has to write it."""
    cell = booking.cells.get("birth_date")
    return {"birth_date": cell.text.strip()} if cell and cell.text.strip() else {}
