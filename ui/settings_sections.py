"""The plain sections of the settings: what the program is used for, and where things lie."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Signal

from app.appearance import Appearance
from app.care_systems import CareUnit
from app.envelope import OWN_ENVELOPE
from app.print_profile import PrintProfile
from app.region import RegionRules
from app.settings import Paper
from app.wording import say, translated
from ui.bar import Bar
from ui.booking_entries import Choice
from ui.envelope_form import EnvelopeForm
from ui.parts import copyable, paragraph, push_button
from ui.region_rules import ABOUT, RegionTable
from ui.settings_page import SettingsPage
from ui.theme import SECONDARY
from ui.unit_choice import unit_options

GENERAL = say("Enhet och program")
REGION = say("Region och kanalregler")
PAPER = say("Papper och kuvert")
FOLDERS = say("Mappar")

_LANGUAGES = (("sv", "Svenska"), ("en", "English"))
_APPEARANCES = (
    (Appearance.SYSTEM.value, say("Som datorn")),
    (Appearance.LIGHT.value, say("Ljust")),
    (Appearance.DARK.value, say("Mörkt")),
)
_PAPERS = (
    (Paper.PRINT_HOUSE.value, say("Tryckeri hämtar breven")),
    (Paper.PRINTER.value, say("Skrivs ut här")),
)
_CLAIMS = say(
    "Den gemensamma mappen hindrar att två datorer skickar samma kallelse. Bara receptionen ska "
    "komma åt den. En egen mapp för mallar börjar som en kopia av programmets hela mallmapp."
)
_UNITS = say(
    "Filer med bokningar för andra enheter än den valda öppnas som vanligt, men det sägs till. "
    "Varje brev har alltid sin egen boknings enhet som avsändare."
)


def general_page(units: Iterable[CareUnit]) -> SettingsPage:
    page = SettingsPage(GENERAL, _UNITS)
    page.add_choice("unit", say("Enhet"), unit_options(units))
    page.add_choice("language", say("Programmets språk"), _LANGUAGES)
    page.add_choice("appearance", say("Utseende"), _APPEARANCES)
    page.add_text(
        "cover_after_minutes", say("Dölj personuppgifter efter (minuter)"), example=say("0: aldrig")
    )
    page.close_column()
    return page


class RegionPage(SettingsPage):
    """Which region's rules hold, and what they say."""

    widest = 1100

    def __init__(self, regions: tuple[RegionRules, ...]) -> None:
        super().__init__(REGION, ABOUT)
        self._regions = {rules.id: rules for rules in regions}
        self.table = RegionTable()
        entry = self.add_choice("region", say("Region"), [(one.id, one.name) for one in regions])
        entry.changed.connect(lambda: self._show(entry.text))
        self.add_below(self.table)

    def _show(self, region: str) -> None:
        if region in self._regions:
            self.table.show_rules(self._regions[region])


class PaperPage(SettingsPage):
    """Who prints, on what, and for what envelope."""

    # The id of the profile that is chosen.
    proof_wanted = Signal(str)

    def __init__(self, profiles: tuple[PrintProfile, ...], *, printer: str) -> None:
        """`printer` is the one that is chosen, which may be switched off just now."""
        super().__init__(PAPER)
        self.form = EnvelopeForm(profiles[0])
        self.told = Bar()
        self.add_choice("paper", say("Breven"), _PAPERS)
        self._printer = self.add_choice("printer", say("Skrivare"), _printers((printer,)))
        names = [(one.id, translated(one.name)) for one in profiles]
        self.proof = push_button(say("Skriv ut provark…"), self._prove)
        options = [*names, (OWN_ENVELOPE, say("Eget kuvert"))]
        self.add_choice("print_profile", say("Utskriftsprofil"), options, beside=self.proof)
        self.add_below(self.form, self.told)
        self.close_column()

    def show_printers(self, names: Iterable[str]) -> None:
        """Those of this computer; which of them is chosen stays."""
        chosen = self._printer.text
        if isinstance(self._printer.editor, Choice):
            self._printer.editor.offer(_printers((*names, chosen)), chosen)

    def _prove(self) -> None:
        self.proof_wanted.emit(self.entries["print_profile"].text)


def _printers(names: Iterable[str]) -> list[tuple[str, str]]:
    return [("", say("Datorns egen")), *((name, name) for name in dict.fromkeys(names) if name)]


def folders_page(data_folder: Path) -> SettingsPage:
    page = SettingsPage(FOLDERS)
    page.add_folder("bookings_folder", say("Bokningsfiler"), example=say("Din egen mapp"))
    page.add_folder(
        "print_house_folder", say("Brev till tryckeriet"), example=say("Programmets egen mapp")
    )
    page.add_folder(
        "claim_folder", say("Gemensam för alla datorer"), example=say("Bara den här datorn")
    )
    page.add_folder("templates_folder", say("Mallar"), example=say("De som följer med programmet"))
    own = copyable(
        say("Programmets egna data ligger i {data_folder}.", data_folder=data_folder),
        colour=SECONDARY,
    )
    page.add_below(paragraph(_CLAIMS, colour=SECONDARY), own)
    page.close_column()
    return page
