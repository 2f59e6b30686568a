"""The composition root: a data folder in, Services out; the only importer of adapters."""

import argparse
import getpass
import secrets
import socket
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from app.adapters import docbook, test_inbox
from app.adapters.booking_files import BookingFiles
from app.adapters.claim_folder import ClaimFolder
from app.adapters.docbook import DocBookFormat
from app.adapters.inbox_1177 import Inbox1177
from app.adapters.local_printer import LocalPrinter
from app.adapters.own_layouts import TomlLayoutShelf
from app.adapters.paper_pdf import TypstPageFormat
from app.adapters.pdf_pages import PdfPages
from app.adapters.print_house import PrintHouse
from app.adapters.processes import is_alive, this_process
from app.adapters.store import SqliteStore
from app.adapters.system_keychain import SystemKeychain
from app.adapters.templates import JinjaBodyWriter
from app.care_systems import load_care_systems
from app.channels import Reach, choose_route
from app.claims import ONLY_PC, Claims
from app.conduct import Conduct
from app.contracts import Contract, load_contract
from app.decisions import Decisions
from app.dispatch import Dispatch
from app.errors import HistoryUnusable, SettingsUnreadable
from app.file_lock import sole_holder
from app.letter_key import letter_key
from app.letter_press import LetterPress, Templates
from app.letter_types import LetterCatalogue
from app.live_mode import Preparations, reasons_against, refusal
from app.outbox import Outbox
from app.preview import Previewer
from app.print_profile import PrintProfile, address_problem, load_print_profile
from app.printing import Printer
from app.region import RegionRules, load_region
from app.samples import samples
from app.services import Services
from app.settings import DataFolder, Paper, Settings, load_settings
from app.swedish_dates import STOCKHOLM
from app.unread import UnreadMessages

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
TEMPLATES = ROOT / "templates"

# Typst lets go of the interpreter while it lays a page out: two threads make 1.6 times as many
# letters as one (`python3 -m tests.benchmark`), and more threads no more than two.
_LETTERS_AT_ONCE = 2

# What the test inbox knows; live values come from the region's own order of 1177 inkorg.
TEST_CONTRACT = "1.0"
TEST_LOGICAL_ADDRESS = "TEST-1177-INKORG"
TEST_SOURCE_SYSTEM = "TEST-KALLELSER"


def wall_clock() -> datetime:
    """The time in Sweden, whatever the PC's own zone is."""
    return datetime.now(STOCKHOLM)  # noqa: TID251 - the one place where the clock is read


PrinterNamed = Callable[[str], Printer]


def _no_printer(_: str) -> Printer:
    raise SettingsUnreadable(
        "Brev kan bara skrivas ut från programmets fönster.",
        'Starta det, eller ta bort raden paper = "printer" i inställningarna.',
    )


@contextmanager
def open_services(
    folder: DataFolder,
    *,
    now: Callable[[], datetime] = wall_clock,
    printer_named: PrinterNamed = _no_printer,
) -> Iterator[Services]:
    """Everything wired for a data folder in test mode; closed again at the end.

    `printer_named` gives the printer of a name, where letters are printed here.
    Raises SettingsUnreadable, TemplateBroken, HistoryUnusable, or Unreachable for the inbox.
    """
    with ExitStack() as stack:
        yield _wire(folder, now=now, printer_named=printer_named, stack=stack)


def _wire(
    folder: DataFolder,
    *,
    now: Callable[[], datetime],
    printer_named: PrinterNamed,
    stack: ExitStack,
) -> Services:
    folder.make()
    if not stack.enter_context(sole_holder(folder.root / "program.lock")):
        raise HistoryUnusable(
            "Programmet är redan öppet.", "Använd det fönstret, eller stäng det först."
        )
    settings = load_settings(folder.settings_file)
    if settings.connection.mode == "live":
        raise refusal(reasons_against(_preparations(folder, settings), now=now()))
    care_systems = load_care_systems(RESOURCES / "care_systems")
    profile = load_print_profile(RESOURCES / "print_profiles" / f"{settings.print_profile}.toml")
    rules = load_region(RESOURCES / "regions" / f"{settings.region}.toml")
    layouts = TomlLayoutShelf(folder.layouts)
    pages = PdfPages(profile)
    stack.callback(pages.close)
    post = _post(folder, settings, profile=profile, printer_named=printer_named, stack=stack)
    store = stack.enter_context(SqliteStore(folder.history_file))
    url = stack.enter_context(_test_inbox(folder))
    conduct = test_inbox.ConductFile(folder.test_inbox)
    claims = _claims(folder, settings)
    id_key = letter_key(
        folder.letter_key_file,
        shared=claims.key if isinstance(claims, ClaimFolder) else None,
        random=secrets.token_bytes,
    )
    inbox = test_inbox.Line(url, conduct=conduct, inbox_at=_inbox_at(folder))
    return Services(
        now=now,
        user=getpass.getuser(),
        data_folder=folder,
        settings=settings,
        rules=rules,
        # Thousands of bookings ask the same few questions.
        choose_route=cache(partial(choose_route, rules=rules)),
        care_systems={system.id: system for system in care_systems},
        templates=Templates(lambda: _letter_press(rules, pages, profile=profile, id_key=id_key)),
        source=BookingFiles(care_systems, now=now, layouts=layouts.layouts),
        layouts=layouts,
        message_html=docbook.to_html,
        pages=pages,
        reacher=inbox,
        letter_makers=stack.enter_context(
            ThreadPoolExecutor(_LETTERS_AT_ONCE, thread_name_prefix="letter")
        ),
        outbox=_outbox(store, (inbox, post), claims=claims, now=now),
        decisions=Decisions(store=store, archive=store, now=now, user=getpass.getuser()),
        archive=store,
        address_problem=lambda lines: address_problem(lines, profile),
        print_profile=profile,
        samples=samples(RESOURCES / "samples"),
        unread=UnreadMessages(store, test_inbox.ReadTimes(url), rule=rules.unread, now=now),
        conduct=conduct,
        notices=_notices(folder, settings, now=now()),
    )


def _preparations(folder: DataFolder, settings: Settings) -> Preparations:
    """Imports what reads certificates, so only those who have any wait for it."""
    from app.adapters.inbox_1177.preparations import prepare  # noqa: PLC0415 - as said

    version = settings.connection.contract
    return prepare(
        settings.connection,
        contract=_contract(folder, version),
        schemas=folder.contracts / version,
        keychain=SystemKeychain(),
        claim_folder=settings.claim_folder,
        history_is_encrypted=False,
    )


def _notices(folder: DataFolder, settings: Settings, *, now: datetime) -> tuple[str, ...]:
    connection = settings.connection
    is_prepared = connection.certificate or connection.ca_bundle
    return _preparations(folder, settings).notices(now) if is_prepared else ()


def _letter_press(
    rules: RegionRules, pages: PdfPages, *, profile: PrintProfile, id_key: bytes
) -> LetterPress:
    """What the templates folder makes of letters as it stands now. Raises TemplateBroken."""
    catalogue = LetterCatalogue(TEMPLATES)
    return LetterPress(
        catalogue=catalogue,
        rules=rules,
        body=JinjaBodyWriter(catalogue.sources, link_domains=rules.link_domains),
        previewer=Previewer(
            message_format=DocBookFormat(),
            page_format=TypstPageFormat(
                TEMPLATES / "paper", fonts=RESOURCES / "fonts", profile=profile
            ),
            page_reader=pages,
        ),
        id_key=id_key,
    )


def _outbox(
    store: SqliteStore,
    carriers: tuple[test_inbox.Line, PrintHouse | LocalPrinter],
    *,
    claims: Claims,
    now: Callable[[], datetime],
) -> Outbox:
    """Without a pace: nobody else waits for the test inbox."""
    inbox, _ = carriers

    def answers(letter: Dispatch) -> bool:
        return inbox.reach(letter.person) is not Reach.NOT_ANSWERED

    return Outbox(
        store=store,
        carriers=carriers,
        now=now,
        user=getpass.getuser(),
        owner=this_process(),
        owner_is_alive=is_alive,
        claims=claims,
        probes={inbox.channel: answers},
    )


def _post(
    folder: DataFolder,
    settings: Settings,
    *,
    profile: PrintProfile,
    printer_named: PrinterNamed,
    stack: ExitStack,
) -> PrintHouse | LocalPrinter:
    """The carrier of paper that the settings name."""
    # Its own, so that the letter that is shown stays open while others are sent.
    pages = PdfPages(profile)
    stack.callback(pages.close)
    match settings.paper:
        case Paper.PRINT_HOUSE:
            return PrintHouse(folder.print_house(settings), profile=profile, pages=pages)
        case Paper.PRINTER:
            return LocalPrinter(printer_named(settings.printer), profile=profile, pages=pages)


def _claims(folder: DataFolder, settings: Settings) -> Claims:
    if not settings.claim_folder:
        return ONLY_PC
    return ClaimFolder(
        Path(settings.claim_folder),
        memory=folder.claim_memory,
        pc=socket.gethostname(),
        random=secrets.token_bytes,
    )


def _test_inbox(folder: DataFolder) -> AbstractContextManager[str]:
    """Its URL, while the program needs it."""
    command = (sys.executable, "-m", "app.bootstrap", "--test-inbox", str(folder.test_inbox))
    return test_inbox.running(folder.test_inbox, command=command, cwd=ROOT)


def _inbox_at(folder: DataFolder) -> Callable[[str], Inbox1177]:
    return partial(
        Inbox1177,
        contract=_contract(folder, TEST_CONTRACT),
        logical_address=TEST_LOGICAL_ADDRESS,
        source_system=TEST_SOURCE_SYSTEM,
    )


def _contract(folder: DataFolder, version: str) -> Contract:
    file_name = f"{version}.toml"
    return load_contract(RESOURCES / "contracts" / file_name, own=folder.contracts / file_name)


def tell_test_inbox(folder: DataFolder, conduct: Conduct) -> None:
    """How the folder's test inbox is to behave, whether a program uses it now or later.

    Raises NotSaved.
    """
    test_inbox.ConductFile(folder.test_inbox).keep(conduct)


def keep_pass_phrase(secret: str) -> None:
    """Of the certificate for 1177, in the system's keychain. Raises KeychainUnusable."""
    from app.adapters.inbox_1177.preparations import PASS_PHRASE  # noqa: PLC0415 - as for prepare

    SystemKeychain().set(PASS_PHRASE, secret)


def main() -> None:
    """Runs the built-in test inbox as a process of its own."""
    parser = argparse.ArgumentParser(prog="python -m app.bootstrap")
    parser.add_argument("--test-inbox", type=Path, required=True, metavar="FOLDER")
    folder = parser.parse_args().test_inbox
    test_inbox.serve(folder, docbook_problems=docbook.validate, now=wall_clock)


if __name__ == "__main__":
    main()
