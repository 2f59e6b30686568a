"""The composition root: a data folder in, Services out; the only importer of adapters."""

import secrets
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from app.adapters import docbook, test_inbox
from app.adapters.booking_files import BookingFiles
from app.adapters.claim_folder import ClaimFolder
from app.adapters.documents_pdf import TypstDocuments
from app.adapters.inbox_1177 import Inbox1177
from app.adapters.local_printer import LocalPrinter
from app.adapters.made_with import made_with
from app.adapters.outcome_file import OutcomeFile
from app.adapters.own_layouts import TomlLayoutShelf
from app.adapters.pdf_pages import PdfPages
from app.adapters.print_house import PrintHouse
from app.adapters.processes import is_alive, this_process
from app.adapters.store import SqliteOpenList, SqliteStore
from app.adapters.system_user import system_user
from app.bootstrap_access import access_desk, oversight, retention_desk, workplace
from app.bootstrap_history import (
    key_for_history,
    refuse_unsafe_folder,
    rescue_of,
    safekeeping_of,
)
from app.bootstrap_letters import letter_press
from app.bootstrap_setup import (
    chosen_profile,
    claims_of,
    contract_named,
    keep_pass_phrase,
    notices,
    post_of,
    preparations,
    publishing_of,
    settings_desk,
)
from app.care_systems import load_care_systems
from app.channels import Reach, choose_route
from app.claims import Claims
from app.conduct import Conduct
from app.decisions import Decisions
from app.dispatch import Dispatch
from app.errors import HistoryUnusable, SettingsUnreadable
from app.file_lock import sole_holder
from app.guarded_archive import GuardedArchive
from app.letter_key import letter_key
from app.letter_press import Templates
from app.live_mode import reasons_against, refusal
from app.outbox import Outbox
from app.own_unit import units_of
from app.pilot import Pilot
from app.print_profile import address_problem
from app.printing import Printer
from app.region import load_region
from app.rendered_again import RenderingAgain
from app.samples import samples
from app.services import Services
from app.settings import DataFolder, load_settings
from app.unread import UnreadMessages
from app.wall_clock import wall_clock
from app.wording import say

__all__ = ["keep_pass_phrase", "open_services", "rescue_of", "tell_test_inbox", "wall_clock"]

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
FONTS = RESOURCES / "fonts"
TEMPLATES = ROOT / "templates"

# Typst lets go of the interpreter while it lays a page out: two threads make 1.6 times as many
# letters as one (`python3 -m tests.benchmark`), and more threads no more than two.
_LETTERS_AT_ONCE = 2

# What the test inbox knows; live values come from the region's own order of 1177 inkorg.
TEST_CONTRACT = "1.0"
TEST_LOGICAL_ADDRESS = "TEST-1177-INKORG"
TEST_SOURCE_SYSTEM = "TEST-KALLELSER"

PrinterNamed = Callable[[str], Printer]


def _no_printer(_: str) -> Printer:
    raise SettingsUnreadable(
        say("Brev kan bara skrivas ut från programmets fönster."),
        say('Starta det, eller ta bort raden paper = "printer" i inställningarna.'),
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
            say("Programmet är redan öppet."), say("Använd det fönstret, eller stäng det först.")
        )
    refuse_unsafe_folder(folder)
    settings = load_settings(folder.settings_file)
    if settings.connection.mode == "live":
        ready = preparations(folder, settings, resources=RESOURCES)
        raise refusal(reasons_against(ready, now=now()))
    care_systems = load_care_systems(RESOURCES / "care_systems")
    profile = chosen_profile(folder, settings, resources=RESOURCES)
    rules = load_region(RESOURCES / "regions" / f"{settings.region}.toml")
    layouts = TomlLayoutShelf(folder.layouts)
    pages = PdfPages(profile)
    stack.callback(pages.close)
    key = key_for_history(folder, now=now)
    store = stack.enter_context(SqliteStore(folder.history_file, key=key, workplace=workplace()))
    access = access_desk(
        folder, store, user=system_user(), resources=RESOURCES, now=now, stack=stack
    )
    user = access.permissions.user.login
    post = post_of(
        folder,
        settings,
        profile=profile,
        printer_named=printer_named,
        printed=access.printed,
        stack=stack,
    )
    archive = GuardedArchive(store, access.permissions)
    overseen = oversight(folder, settings, resources=RESOURCES, access=access, store=store)
    open_list = stack.enter_context(closing(SqliteOpenList(folder.open_list_file, key=key)))
    url = stack.enter_context(_test_inbox(folder))
    conduct = test_inbox.ConductFile(folder.test_inbox)
    claims = claims_of(folder, settings)
    id_key = letter_key(
        folder.letter_key_file,
        shared=claims.key if isinstance(claims, ClaimFolder) else None,
        random=secrets.token_bytes,
    )
    inbox = test_inbox.Line(url, conduct=conduct, inbox_at=_inbox_at(folder))
    workshop = made_with(FONTS)
    press_of = partial(letter_press, fonts=FONTS, pages=pages, id_key=id_key, made_with=workshop)
    press = partial(press_of, rules=rules, profile=profile)
    publishing = publishing_of(
        folder,
        settings,
        shipped=TEMPLATES,
        press=press,
        permissions=access.permissions,
        care_systems=[system.id for system in care_systems],
        now=now,
    )
    templates = Templates(publishing.press, is_in_force=publishing.is_in_force)
    return Services(
        now=now,
        user=user,
        data_folder=folder,
        settings=settings,
        rules=rules,
        # Thousands of bookings ask the same few questions.
        choose_route=cache(partial(choose_route, rules=rules)),
        care_systems={system.id: system for system in care_systems},
        templates=templates,
        press_of=press,
        publishing=publishing,
        again=RenderingAgain(press_of, rules, profile, workshop),
        source=BookingFiles(care_systems, now=now, layouts=layouts.layouts),
        layouts=layouts,
        message_html=docbook.to_html,
        pages=pages,
        reacher=inbox,
        letter_makers=stack.enter_context(
            ThreadPoolExecutor(_LETTERS_AT_ONCE, thread_name_prefix="letter")
        ),
        outbox=_outbox(store, (inbox, post), claims=claims, user=user, now=now),
        decisions=Decisions(
            store=store, archive=store, now=now, user=user, permit=access.begin_sending
        ),
        archive=archive,
        access=access,
        oversight=overseen,
        retention=retention_desk(folder, resources=RESOURCES, access=access, store=store),
        address_problem=lambda lines: address_problem(lines, profile),
        print_profile=profile,
        samples=samples(RESOURCES / "samples"),
        unread=UnreadMessages(archive, test_inbox.ReadTimes(url), rule=rules.unread, now=now),
        conduct=conduct,
        open_list=open_list,
        safekeeping=safekeeping_of(folder, settings, store=store, open_list=open_list, now=now),
        setup=settings_desk(
            folder,
            settings,
            resources=RESOURCES,
            units=units_of(care_systems),
            press=press,
            pages=pages,
            printer_named=printer_named,
            permissions=access.permissions,
            now=now,
        ),
        documents=TypstDocuments(RESOURCES / "documents", fonts=FONTS),
        pilot=Pilot(
            store,
            OutcomeFile(folder.outcome_file),
            rules.prices,
            profile.sides,
            lambda: templates.catalogue,
        ),
        notices=notices(folder, settings, rules=overseen.rules, resources=RESOURCES, now=now()),
    )


def _outbox(
    store: SqliteStore,
    carriers: tuple[test_inbox.Line, PrintHouse | LocalPrinter],
    *,
    claims: Claims,
    user: str,
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
        user=user,
        owner=this_process(),
        owner_is_alive=is_alive,
        claims=claims,
        probes={inbox.channel: answers},
    )


def _test_inbox(folder: DataFolder) -> AbstractContextManager[str]:
    """Its URL, while the program needs it."""
    command = (sys.executable, "-m", "app.bootstrap_inbox", str(folder.test_inbox))
    return test_inbox.running(folder.test_inbox, command=command, cwd=ROOT)


def _inbox_at(folder: DataFolder) -> Callable[[str], Inbox1177]:
    return partial(
        Inbox1177,
        contract=contract_named(folder, TEST_CONTRACT, resources=RESOURCES),
        logical_address=TEST_LOGICAL_ADDRESS,
        source_system=TEST_SOURCE_SYSTEM,
    )


def tell_test_inbox(folder: DataFolder, conduct: Conduct) -> None:
    """How the folder's test inbox is to behave, whether a program uses it now or later.

    Raises NotSaved.
    """
    test_inbox.ConductFile(folder.test_inbox).keep(conduct)
