"""Letters rendered by the real formats, and the few services that previews and history ask for."""

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import cast

from app.access_desk import AccessDesk
from app.access_log import NO_WORKPLACE, Access
from app.access_writer import AccessWriter
from app.adapters.docbook import DocBookFormat, to_html
from app.adapters.documents_pdf import TypstDocuments
from app.adapters.own_settings import TomlSettingsShelf
from app.adapters.paper_pdf import TypstPageFormat
from app.adapters.pdf_pages import PdfPages
from app.adapters.store import SqliteStore
from app.adapters.templates import JinjaBodyWriter
from app.channels import Route
from app.choices import Choices
from app.content import Block
from app.decisions import Decisions
from app.dispatch import Dispatch
from app.documents import Documents
from app.draft import Draft
from app.history import Archive
from app.letter_catalogue import LetterCatalogue
from app.letter_press import LetterPress, Templates
from app.letters import Letter
from app.preview import BegunPreview, Preview, Previewer
from app.print_profile import PrintProfile
from app.read_status import NOT_KNOWN, ReadState
from app.region import RegionRules
from app.rows import Row, RowStatus
from app.services import Services
from app.settings import Settings
from app.triage import Known, Situation
from app.unread import UnreadMessages
from app.users import Permissions, User
from tests.fakes import BOTH, ID_KEY, NOON, make_letter
from tests.sample_letters import BLOCKS, FONTS, PROFILE, bundled_page_format, full_letter
from tests.shipped_letters import RULES

PAGES = PdfPages(PROFILE)
DOCUMENTS = TypstDocuments(FONTS.parent / "documents", fonts=FONTS)
PREVIEWER = Previewer(
    message_format=DocBookFormat(), page_format=bundled_page_format(), page_reader=PAGES
)


def templates_in(folder: Path) -> Templates:
    """Another templates folder than the shipped one, as the program reads it."""

    def read() -> LetterPress:
        catalogue = LetterCatalogue(folder)
        return LetterPress(
            catalogue=catalogue,
            rules=RULES,
            body=JinjaBodyWriter(catalogue.sources, link_domains=RULES.link_domains),
            previewer=Previewer(
                message_format=DocBookFormat(),
                page_format=TypstPageFormat(folder / "paper", fonts=FONTS, profile=PROFILE),
                page_reader=PAGES,
            ),
            id_key=ID_KEY,
        )

    return Templates(read)


class NobodyTells:
    """As 1177 itself, for all that is known."""

    def read_states(self, dispatches: Sequence[Dispatch]) -> dict[uuid.UUID, ReadState]:
        return {one.id: NOT_KNOWN for one in dispatches}


class NotedAtOnce(AccessWriter):
    """Nothing waits to be written when a test takes its history away."""

    def note(self, accesses: Iterable[Access]) -> None:
        super().note(accesses)
        self.flush()


class NothingChosen:
    """The part of `app.settings_desk.SettingsDesk` that history asks for."""

    def __init__(self) -> None:
        self.choices = Choices(TomlSettingsShelf(Path()), in_use=Settings(), checks={})


@dataclass
class LetterServices:
    """The part of `app.services.Services` that is asked for, with one letter for every row."""

    letter: Letter
    archive: Archive | None = None
    pages: PdfPages = PAGES
    print_profile: PrintProfile = PROFILE
    rules: RegionRules = RULES
    now: Callable[[], datetime] = lambda: NOON
    message_html: Callable[[str], str] = field(default=to_html)
    documents: Documents = DOCUMENTS
    settings: Settings = field(default_factory=Settings)
    setup: NothingChosen = field(default_factory=NothingChosen)

    def appraise(self, _: Draft, known: Known) -> Situation:
        """A patient whom both channels reach."""
        return Situation(self.now(), RULES, None, None, BOTH, lambda _: "", known, {})

    @cached_property
    def access(self) -> AccessDesk:
        assert isinstance(self.archive, SqliteStore)
        prov = Permissions.open_to(User("prov"))
        writer = NotedAtOnce(self.archive, who="prov", workplace=NO_WORKPLACE, now=self.now)
        return AccessDesk(prov, writer, self.archive, self.now)

    @property
    def decisions(self) -> Decisions:
        assert isinstance(self.archive, SqliteStore)
        return Decisions(store=self.archive, archive=self.archive, now=self.now, user="prov")

    @property
    def unread(self) -> UnreadMessages:
        assert self.archive is not None
        return UnreadMessages(self.archive, NobodyTells(), rule=None, now=self.now)

    def begin_preview(self, row: Row) -> BegunPreview:
        return PREVIEWER.begin(self.letter, row.route)

    def preview(self, row: Row) -> Preview:
        return self.begin_preview(row).finish()


def letter_services(letter: Letter | None = None, *, archive: Archive | None = None) -> Services:
    return cast("Services", LetterServices(letter or full_letter(), archive))


def make_row(letter: Letter | None = None, *, route: Route = BOTH) -> Row:
    return Row((letter or full_letter()).draft, route, findings=(), status=RowStatus.READY)


def rendered(draft: Draft, *, route: Route = BOTH, blocks: tuple[Block, ...] = BLOCKS) -> Preview:
    """The text of the sample letter for another booking."""
    named = make_letter(draft)
    letter = replace(
        full_letter(blocks=blocks), draft=draft, ids=named.ids, reference=named.reference
    )
    return PREVIEWER.preview(letter, route)
