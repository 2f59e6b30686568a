"""The settings desk: all that the view Inställningar may ask for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.bookings import Booking
from app.care_systems import CareUnit
from app.choices import Choices
from app.contracts import Contract
from app.envelope import Envelope, EnvelopeShelf, own_profile
from app.errors import NotSaved
from app.live_mode import Preparations, reasons_against
from app.own_unit import told_of_other_units
from app.preview import PageRaster
from app.print_profile import PrintProfile, Sides
from app.printing import Printer, PrintJob
from app.proof_sheet import ProofSheetFormat, proof_sheet
from app.region import RegionRules
from app.settings import Settings
from app.whole_files import write_whole
from app.wording import say

# Stands in the print queue, where anybody may read it.
_JOB = "Provark"


@dataclass(frozen=True, slots=True)
class Readiness:
    """What stands between this PC and live messages. `reasons` and problems are sentences."""

    preparations: Preparations
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SettingsDesk:
    """Built once by `bootstrap`. `choices` is asked in one thread at a time, the rest in any.

    `profiles` are those that are shipped; `regions` and `contracts` are read when they are asked
    for, since few starts need them. All three raise SettingsUnreadable.
    """

    choices: Choices
    now: Callable[[], datetime]
    regions: Callable[[], tuple[RegionRules, ...]]
    contracts: Callable[[], tuple[Contract, ...]]
    profiles: Callable[[], tuple[PrintProfile, ...]]
    units: tuple[CareUnit, ...]
    envelopes: EnvelopeShelf
    proofs: ProofSheetFormat
    pages: PageRaster
    printer_named: Callable[[str], Printer]
    prepare: Callable[[Settings], Preparations]
    keep_pass_phrase: Callable[[str], None]
    data_folder: Path

    @property
    def sheet(self) -> PrintProfile:
        """What a profile of the clinic's own begins with."""
        return self.profiles()[0]

    @property
    def own_unit(self) -> CareUnit | None:
        """The one that is chosen, if one is that there still is."""
        chosen = self.choices.chosen.unit
        return next((unit for unit in self.units if unit.hsa_id == chosen), None)

    def told_of_other_units(self, bookings: Iterable[Booking]) -> str:
        """Of bookings that are not for the chosen unit; "" for none, or where none is chosen."""
        return told_of_other_units(bookings, self.own_unit)

    def readiness(self) -> Readiness:
        """As things stand with what is chosen now. Slow where a keychain must be asked."""
        ready = self.prepare(self.choices.chosen)
        return Readiness(ready, reasons_against(ready, now=self.now()))

    def profile_for(self, envelope: Envelope) -> PrintProfile:
        return own_profile(envelope, self.sheet)

    def proof(self, profile: PrintProfile) -> bytes:
        """The page to try in an envelope, as PDF. Raises TemplateBroken."""
        return self.proofs.pdf(proof_sheet(profile, on=self.now().date()))

    def print_proof(self, pdf: bytes) -> None:
        """On the printer that is chosen. Raises as `Printer.print` does."""
        self.print_page(pdf, name=_JOB)

    def print_page(self, pdf: bytes, *, name: str) -> None:
        """One page on the printer that is chosen; anybody may read the name in its queue."""
        job = PrintJob(
            name=name,
            pages=1,
            sides=Sides.ONE,
            draw=lambda index, dpi: self.pages.render(pdf, index, dpi=dpi),
        )
        self.printer_named(self.choices.chosen.printer).print(job)


def save_proof(pdf: bytes, path: Path) -> None:
    """Raises NotSaved."""
    try:
        write_whole(path, pdf)
    except OSError as error:
        raise NotSaved(
            say("Provarket är inte sparat."),
            say("Välj en annan mapp, eller stäng filen om den är öppen i ett annat program."),
            detail=type(error).__name__,
        ) from error
