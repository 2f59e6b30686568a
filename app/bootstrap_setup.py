"""The composition root's part in what a clinic chooses: its settings, its paper, its connection."""

import secrets
import socket
from collections.abc import Callable, Collection
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from app.adapters.claim_folder import ClaimFolder
from app.adapters.file_owner import owner_of
from app.adapters.local_printer import LocalPrinter
from app.adapters.own_envelope import TomlEnvelopeShelf
from app.adapters.own_settings import TomlSettingsShelf
from app.adapters.pdf_pages import PdfPages
from app.adapters.print_house import PrintHouse
from app.adapters.proof_sheet import TypstProofSheet
from app.adapters.system_keychain import SystemKeychain
from app.bootstrap_history import history_problem
from app.care_systems import CareUnit
from app.choices import Check, Choices
from app.claims import ONLY_PC, Claims
from app.contracts import Contract, load_contract
from app.dispatch import Dispatch
from app.envelope import OWN_ENVELOPE, own_profile, problems
from app.errors import SettingsUnreadable, TemplateBroken
from app.folder_checks import file_problem, folder_problem, is_folder, writable_folder_problem
from app.letter_press import LetterPress
from app.live_mode import Preparations
from app.preview import PageRaster
from app.print_profile import PrintProfile, load_print_profile
from app.printing import Printer
from app.publications import Publications
from app.publishing import Publishing
from app.region import load_region
from app.rule_changes import RuleChanges
from app.settings import DataFolder, Paper, Settings
from app.settings_desk import SettingsDesk
from app.template_sources import VERSIONS
from app.users import Permissions, Right
from app.version_shelf import VersionShelf
from app.wording import say


def settings_desk(
    folder: DataFolder,
    settings: Settings,
    *,
    resources: Path,
    units: tuple[CareUnit, ...],
    press: Callable[[Path], LetterPress],
    pages: PageRaster,
    printer_named: Callable[[str], Printer],
    permissions: Permissions,
    now: Callable[[], datetime],
) -> SettingsDesk:
    """`press` reads a templates folder. Raises TemplateBroken."""
    shelf = TomlSettingsShelf(folder.settings_file)
    envelopes = TomlEnvelopeShelf(folder.print_profiles)
    return SettingsDesk(
        choices=Choices(
            shelf,
            in_use=settings,
            checks=_checks(press, envelopes),
            reason_against_changes=permissions.reason_against(Right.CHANGE_SETTINGS),
        ),
        now=now,
        regions=lambda: tuple(map(load_region, sorted((resources / "regions").glob("*.toml")))),
        contracts=lambda: tuple(
            contract_named(folder, path.stem, resources=resources)
            for path in sorted((resources / "contracts").glob("*.toml"))
        ),
        profiles=lambda: _shipped_profiles(resources),
        units=units,
        envelopes=envelopes,
        proofs=TypstProofSheet(resources / "proof_sheet.typ", fonts=resources / "fonts"),
        pages=pages,
        printer_named=printer_named,
        prepare=lambda chosen: preparations(folder, chosen, resources=resources),
        keep_pass_phrase=keep_pass_phrase,
        data_folder=folder.root,
    )


def post_of(
    folder: DataFolder,
    settings: Settings,
    *,
    profile: PrintProfile,
    printer_named: Callable[[str], Printer],
    printed: Callable[[Dispatch], None],
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
            printer = printer_named(settings.printer)
            return LocalPrinter(printer, profile=profile, pages=pages, printed=printed)


def claims_of(folder: DataFolder, settings: Settings) -> Claims:
    """Among the clinic's PCs, where a folder that they share is chosen."""
    if not settings.claim_folder:
        return ONLY_PC
    return ClaimFolder(
        Path(settings.claim_folder),
        memory=folder.claim_memory,
        pc=socket.gethostname(),
        random=secrets.token_bytes,
    )


def _checks(press: Callable[[Path], LetterPress], envelopes: TomlEnvelopeShelf) -> dict[str, Check]:
    def profile_problem(text: str) -> str:
        missing = text == OWN_ENVELOPE and envelopes.envelope() is None
        return say("Mät kuvertet här nedanför först.") if missing else ""

    return {
        "print_profile": profile_problem,
        "bookings_folder": folder_problem,
        "print_house_folder": writable_folder_problem,
        "claim_folder": writable_folder_problem,
        "backup_folder": writable_folder_problem,
        "templates_folder": lambda text: folder_problem(text) or _templates_problem(text, press),
        "connection.ca_bundle": file_problem,
        "connection.certificate": file_problem,
    }


def _templates_problem(text: str, press: Callable[[Path], LetterPress]) -> str:
    """Why no letters can be made of a folder: what the next start would stumble on."""
    try:
        sources = press(Path(text)).catalogue.sources
    except TemplateBroken as error:
        return str(error)
    if any(name.endswith("/letter.toml") for name in sources):
        return ""
    return say(
        "Mappen har inga brevtyper. Kopiera programmets hela mallmapp dit, och ändra i kopian."
    )


def _shipped_profiles(resources: Path) -> tuple[PrintProfile, ...]:
    return tuple(map(load_print_profile, sorted((resources / "print_profiles").glob("*.toml"))))


def chosen_profile(folder: DataFolder, settings: Settings, *, resources: Path) -> PrintProfile:
    """A profile that is shipped, or of the envelope that has been measured.

    Raises SettingsUnreadable.
    """
    if settings.print_profile != OWN_ENVELOPE:
        return load_print_profile(resources / "print_profiles" / f"{settings.print_profile}.toml")
    sheet = _shipped_profiles(resources)[0]
    envelope = TomlEnvelopeShelf(folder.print_profiles).envelope()
    wrong = problems(envelope, sheet).values() if envelope else (say("Kuvertet är inte uppmätt."),)
    if envelope is None or wrong:
        raise SettingsUnreadable(
            say("Måtten på mottagningens eget kuvert går inte att använda."),
            say("Ta bort raden print_profile i settings.toml, starta och mät kuvertet igen."),
            detail=" ".join(wrong),
        )
    return own_profile(envelope, sheet)


def chosen_templates(settings: Settings, *, shipped: Path) -> Path:
    """Raises SettingsUnreadable, for letters of other templates would be other letters."""
    if settings.templates_folder and not is_folder(Path(settings.templates_folder)):
        raise SettingsUnreadable(
            say("Mappen med mallar finns inte, eller är inte ansluten just nu."),
            say(
                "Anslut den och starta igen, eller ta bort raden templates_folder i settings.toml."
            ),
            detail=settings.templates_folder,
        )
    return Path(settings.templates_folder) if settings.templates_folder else shipped


def publishing_of(
    folder: DataFolder,
    settings: Settings,
    *,
    shipped: Path,
    press: Callable[[Path], LetterPress],
    permissions: Permissions,
    care_systems: Collection[str],
    now: Callable[[], datetime],
) -> Publishing:
    """Raises SettingsUnreadable, as `chosen_templates` does."""
    own = chosen_templates(settings, shipped=shipped)
    versions = folder.template_versions if own == shipped else own / VERSIONS
    if own == shipped:
        # So that it can be watched from the start; a shared folder is for others to make.
        versions.mkdir(parents=True, exist_ok=True)
    return Publishing(
        shelf=VersionShelf(versions),
        publications=Publications(versions, folder.seen_publications, owner_of),
        own=own,
        shipped=shipped,
        press_of=press,
        permissions=permissions,
        care_systems=care_systems,
        now=now,
    )


def preparations(folder: DataFolder, settings: Settings, *, resources: Path) -> Preparations:
    """Imports what reads certificates, so only those who have any wait for it."""
    from app.adapters.inbox_1177.preparations import prepare  # noqa: PLC0415 - as said

    version = settings.connection.contract
    return prepare(
        settings.connection,
        contract=contract_named(folder, version, resources=resources),
        schemas=folder.contracts / version,
        keychain=SystemKeychain(),
        claim_folder=settings.claim_folder,
        history_problem=history_problem(folder),
        has_roles=folder.roles_file.exists(),
    )


def notices(
    folder: DataFolder, settings: Settings, *, rules: RuleChanges, resources: Path, now: datetime
) -> tuple[str, ...]:
    """What must be seen to: rules that wait for approval, and certificates that end."""
    connection = settings.connection
    changed = tuple(file.told for file in rules.waiting()) if folder.roles_file.exists() else ()
    if not (connection.certificate or connection.ca_bundle):
        return changed
    return (*changed, *preparations(folder, settings, resources=resources).notices(now))


def contract_named(folder: DataFolder, version: str, *, resources: Path) -> Contract:
    file_name = f"{version}.toml"
    return load_contract(resources / "contracts" / file_name, own=folder.contracts / file_name)


def keep_pass_phrase(secret: str) -> None:
    """Of the certificate for 1177, in the system's keychain. Raises KeychainUnusable."""
    from app.adapters.inbox_1177.preparations import PASS_PHRASE  # noqa: PLC0415 - as for prepare

    SystemKeychain().set(PASS_PHRASE, secret)
