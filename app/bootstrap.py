"""The composition root: a data folder in, Services out; the only importer of adapters."""

import argparse
import getpass
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from app.adapters import docbook, test_inbox
from app.adapters.booking_files import BookingFiles
from app.adapters.docbook import DocBookFormat
from app.adapters.inbox_1177 import Inbox1177
from app.adapters.own_layouts import TomlLayoutShelf
from app.adapters.paper_pdf import TypstPageFormat
from app.adapters.pdf_pages import PdfPages
from app.adapters.print_house import PrintHouse
from app.adapters.processes import is_alive, this_process
from app.adapters.store import SqliteStore
from app.adapters.templates import JinjaBodyWriter
from app.bookings import BookingState
from app.care_systems import CareSystem, load_care_systems
from app.channels import choose_route
from app.errors import HistoryUnusable, SettingsUnreadable
from app.file_lock import sole_holder
from app.letter_types import LetterCatalogue
from app.outbox import Outbox
from app.preview import Previewer
from app.print_profile import address_problem, load_print_profile
from app.region import load_region
from app.samples import samples
from app.services import Services
from app.settings import DataFolder, load_settings
from app.swedish_dates import STOCKHOLM

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
TEMPLATES = ROOT / "templates"

# Typst lets go of the interpreter while it lays a page out: two threads make 1.6 times as many
# letters as one (`python3 -m tests.benchmark`), and more threads no more than two.
_LETTERS_AT_ONCE = 2

# The test inbox knows this sender; live values come from the region's own order of 1177 inkorg.
TEST_LOGICAL_ADDRESS = "TEST-1177-INKORG"
TEST_SOURCE_SYSTEM = "TEST-KALLELSER"


def wall_clock() -> datetime:
    """The time in Sweden, whatever the PC's own zone is."""
    return datetime.now(STOCKHOLM)  # noqa: TID251 - the one place where the clock is read


@contextmanager
def open_services(
    folder: DataFolder, *, now: Callable[[], datetime] = wall_clock
) -> Iterator[Services]:
    """Everything wired for a data folder in test mode; closed again at the end.

    Raises SettingsUnreadable, TemplateBroken, HistoryUnusable, or Unreachable for the inbox.
    """
    with ExitStack() as stack:
        yield _wire(folder, now=now, stack=stack)


def _wire(folder: DataFolder, *, now: Callable[[], datetime], stack: ExitStack) -> Services:
    _make(folder.root)
    if not stack.enter_context(sole_holder(folder.root / "program.lock")):
        raise HistoryUnusable(
            "Programmet är redan öppet.", "Använd det fönstret, eller stäng det först."
        )
    settings = load_settings(folder.settings_file)
    care_systems = load_care_systems(RESOURCES / "care_systems")
    profile = load_print_profile(RESOURCES / "print_profiles" / f"{settings.print_profile}.toml")
    rules = load_region(RESOURCES / "regions" / f"{settings.region}.toml")
    catalogue = LetterCatalogue(TEMPLATES)
    layouts = TomlLayoutShelf(folder.layouts)
    print_house = PrintHouse(folder.print_house(settings), envelope=profile.name)
    pages = PdfPages(profile)
    stack.callback(pages.close)
    store = stack.enter_context(SqliteStore(folder.history_file))
    inbox = stack.enter_context(_inbox(folder))
    return Services(
        now=now,
        user=getpass.getuser(),
        data_folder=folder,
        settings=settings,
        rules=rules,
        # Thousands of bookings ask the same few questions.
        choose_route=cache(partial(choose_route, rules=rules)),
        care_systems={system.id: system for system in care_systems},
        state_letters={system.id: _state_letters(system) for system in care_systems},
        catalogue=catalogue,
        source=BookingFiles(care_systems, now=now, layouts=layouts.layouts),
        layouts=layouts,
        body=JinjaBodyWriter(catalogue.sources, link_domains=rules.link_domains),
        previewer=Previewer(
            message_format=DocBookFormat(),
            page_format=TypstPageFormat(
                TEMPLATES / "paper", fonts=RESOURCES / "fonts", profile=profile
            ),
            page_reader=pages,
        ),
        message_html=docbook.to_html,
        pages=pages,
        reacher=inbox,
        letter_makers=stack.enter_context(
            ThreadPoolExecutor(_LETTERS_AT_ONCE, thread_name_prefix="letter")
        ),
        outbox=_outbox(store, (inbox, print_house), now=now),
        archive=store,
        address_problem=lambda lines: address_problem(lines, profile),
        print_profile=profile,
        samples=samples(RESOURCES / "samples"),
    )


def _state_letters(care_system: CareSystem) -> Mapping[BookingState, str]:
    """Asked for each row, so it is made once."""
    told = (BookingState.REBOOKED, BookingState.CANCELLED)
    return {state: care_system.letter_type_in(state) for state in told}


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsUnreadable(
            "Programmet kan inte spara i sin mapp.",
            "Kontrollera att mappen går att skriva i, eller starta med en annan mapp (--data).",
            detail=type(error).__name__,
        ) from error


def _outbox(
    store: SqliteStore,
    carriers: tuple[Inbox1177, PrintHouse],
    *,
    now: Callable[[], datetime],
) -> Outbox:
    return Outbox(
        store=store,
        carriers=carriers,
        now=now,
        user=getpass.getuser(),
        owner=this_process(),
        owner_is_alive=is_alive,
    )


@contextmanager
def _inbox(folder: DataFolder) -> Iterator[Inbox1177]:
    command = (sys.executable, "-m", "app.bootstrap", "--test-inbox", str(folder.test_inbox))
    with test_inbox.running(folder.test_inbox, command=command, cwd=ROOT) as url:
        yield Inbox1177(url, logical_address=TEST_LOGICAL_ADDRESS, source_system=TEST_SOURCE_SYSTEM)


def main() -> None:
    """Runs the built-in test inbox as a process of its own."""
    parser = argparse.ArgumentParser(prog="python -m app.bootstrap")
    parser.add_argument("--test-inbox", type=Path, required=True, metavar="FOLDER")
    folder = parser.parse_args().test_inbox
    test_inbox.serve(folder, docbook_problems=docbook.validate, now=wall_clock)


if __name__ == "__main__":
    main()
