"""Services: all that the window may ask for, each in words of the flow."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from app.access_desk import AccessDesk
from app.booking_source import BookingSource
from app.bookings import Booking
from app.care_systems import CareSystem, FieldName
from app.channels import Reach, Reacher, Route, RouteQuestion, ask_reach
from app.check import Check
from app.conduct import ConductShelf
from app.copies import Copies
from app.decisions import Decisions
from app.documents import Documents
from app.draft import Channel, Draft, Variant, usual_variant
from app.errors import KallelseError, LetterIncomplete, ListNotKept, TemplateBroken
from app.garbage import never_looking
from app.history import Archive
from app.layouts import LayoutShelf, OwnLayout
from app.letter_catalogue import LetterCatalogue
from app.letter_press import LetterPress, Templates
from app.letter_types import LetterType
from app.list_making import ListMaker
from app.open_list import ANOTHER_VERSION, OpenList, OpenListShelf
from app.outbox import Outbox, Startup
from app.oversight import Oversight
from app.pace import Progress
from app.pilot import Pilot
from app.preview import BegunPreview, PageRaster, Preview
from app.print_profile import PrintProfile
from app.publishing import Publishing
from app.queueing import Queued, queue_unchanged
from app.region import RegionRules
from app.rendered_again import RenderingAgain
from app.retention_desk import RetentionDesk
from app.rows import Row
from app.safekeeping import Safekeeping
from app.samples import lay_out_sample
from app.settings import DataFolder, Settings
from app.settings_desk import SettingsDesk
from app.swedish_dates import clock
from app.tally import Tally
from app.triage import Known, Situation
from app.unread import UnreadMessages
from app.users import Right
from app.wording import say
from app.worklist import Worklist


@dataclass(frozen=True, slots=True)
class Services:
    """Built once by `bootstrap`, for any thread. `notices` are shown until somebody reads them."""

    now: Callable[[], datetime]
    user: str
    data_folder: DataFolder
    settings: Settings
    rules: RegionRules
    choose_route: Callable[[RouteQuestion], Route]
    care_systems: Mapping[str, CareSystem]
    templates: Templates
    press_of: Callable[[Path], LetterPress]
    again: RenderingAgain
    publishing: Publishing
    source: BookingSource
    layouts: LayoutShelf
    message_html: Callable[[str], str]
    pages: PageRaster
    reacher: Reacher
    letter_makers: Executor
    outbox: Outbox
    decisions: Decisions
    archive: Archive
    address_problem: Callable[[Sequence[str]], str]
    print_profile: PrintProfile
    samples: tuple[Path, ...]
    unread: UnreadMessages
    conduct: ConductShelf
    setup: SettingsDesk
    open_list: OpenListShelf
    safekeeping: Safekeeping
    access: AccessDesk
    oversight: Oversight
    retention: RetentionDesk
    documents: Documents
    pilot: Pilot
    notices: tuple[str, ...] = ()

    def start(self) -> Startup:
        """Settles what a crash cut off. Comes before anything is sent."""
        return replace(self.outbox.start(), unclear=len(self.decisions.unclear()))

    def warm_up(self) -> None:
        """Renders a letter that nobody sees, so that the first real one does not wait for it."""
        for sample in self.samples[:1]:
            draft = self.begin(self.source.read(sample).bookings[-1])
            self.templates.press().preview(draft, Route((), "", ""), today=self.now().date())

    @property
    def catalogue(self) -> LetterCatalogue:
        return self.templates.catalogue

    @property
    def copies(self) -> Copies:
        """Kept letters once more. Raises TemplateBroken."""
        kept = (self.archive, self.decisions, self.templates.press_in_force())
        return Copies(*kept, self.appraise, self.unread.is_overdue, self.reacher.reach)

    def lay_out_sample(self, sample: Path) -> Path:
        """A copy of a sample in the data folder with its dates moved to this week's."""
        target = self.data_folder.samples / sample.name
        return lay_out_sample(sample, target, today=self.now().date())

    def load(
        self,
        *paths: Path,
        answers: OwnLayout | None = None,
        progress: Callable[[int], None] = lambda _: None,
        first: Callable[[tuple[Row, ...]], None] = lambda _: None,
    ) -> Worklist:
        """The bookings of one or more files, triaged, with what history knows of them.

        `first` gets the first rows of a long file as soon as they are read, triaged by themselves.
        Raises LayoutUnknown where a person must say what the columns are, BookingsUnreadable or
        HistoryUnusable.
        """
        self.access.require(Right.SEE_PATIENTS)
        with never_looking():
            read = [
                self.source.read(
                    one,
                    answers=answers,
                    progress=progress,
                    first=lambda bookings: first(self._rows_alone(bookings)),
                )
                for one in paths
            ]
            return self._lists.of(*read)

    def load_text(
        self,
        text: str,
        *,
        answers: OwnLayout | None = None,
        progress: Callable[[int], None] = lambda _: None,
    ) -> Worklist:
        """As `load`, of a table that was copied."""
        with never_looking():
            name = say("Inklistrat {at}", at=clock(self.now()))
            read = self.source.read_text(text, name=name, answers=answers, progress=progress)
            return self._lists.of(read)

    def new_list(self, booking: Booking) -> Worklist:
        """A list of one booking that a person has typed."""
        system = self.care_systems[booking.care_system]
        worklist = self._lists.of(system.batch_by_hand(self.now()))
        worklist.add(booking)
        return worklist

    def write_booking(
        self, texts: Mapping[FieldName, str], *, care_system: str, row_no: int
    ) -> Booking:
        """The booking of a form's texts, read and checked as a file's row would be."""
        return self.source.write(texts, care_system=care_system, row_no=row_no)

    def reopen(self, kept: OpenList) -> Worklist:
        """The list that was open, decided as it was. Raises ListNotKept or HistoryUnusable."""
        if kept.batch.care_system not in self.care_systems:
            raise ListNotKept(ANOTHER_VERSION)
        with never_looking():
            return self._lists.again(kept)

    @property
    def _lists(self) -> ListMaker:
        return ListMaker(self.begin, self.appraise, self.archive, self.outbox, self.access)

    def _rows_alone(self, bookings: Sequence[Booking]) -> tuple[Row, ...]:
        """As they will stand in the list, but for what letters and other rows say of them."""
        drafts = map(self.begin, self.access.as_remembered(bookings))
        return tuple(Row.alone(draft, self.appraise(draft, Known())) for draft in drafts)

    def begin(self, booking: Booking) -> Draft:
        """The draft of a booking for which nobody has chosen anything."""
        letter_type = self.care_systems[booking.care_system].letter_type_for_booking(booking)
        below, today = self.rules.notice.child_below, self.now().date()
        variant = usual_variant(booking, child_below=below, today=today)
        return Draft(booking, letter_type, variant=variant)

    def appraise(self, draft: Draft, known: Known) -> Situation:
        """The draft's route, and with what the worklist knows all that triage needs."""
        now, letter_type = self.now(), self.letter_type(draft)
        age = draft.booking.age_at_visit(now.date())
        return Situation(
            now=now,
            rules=self.rules,
            letter_type=letter_type,
            age=age,
            route=self._route(draft, letter_type, reach=known.reach, age=age, today=now.date()),
            address_problem=self.address_problem,
            known=known,
            state_letters=self.care_systems[draft.booking.care_system].state_letters,
        )

    def letter_type(self, draft: Draft) -> LetterType | None:
        try:
            return self.catalogue.get(draft.letter_type)
        except LetterIncomplete:
            return None

    def letter_types(self, care_system: str) -> tuple[LetterType, ...]:
        return self.catalogue.for_care_system(care_system)

    def variants(self, draft: Draft) -> tuple[Variant, ...]:
        """What a person may choose among."""
        letter_type, usual = self.letter_type(draft), self.begin(draft.booking).variant
        return letter_type.variants_beside(usual) if letter_type else ()

    def begin_preview(self, row: Row) -> BegunPreview:
        """The message of a row's letter. Raises LetterIncomplete, TemplateBroken, as `preview`."""
        press, today = self.templates.press(), self.now().date()
        return press.begin_preview(row.draft, row.route, today=today)

    def preview(self, row: Row) -> Preview:
        return self.begin_preview(row).finish()

    def check(self, row: Row) -> Check:
        """Renders the row's letter and tells what was found; an error becomes a finding."""
        try:
            return Check.of(self.preview(row))
        except KallelseError as error:
            return Check(failure=str(error))

    def check_all(self, rows: Sequence[Row]) -> tuple[Check, ...]:
        """As `check`, several letters at once; in the order of the rows."""
        return tuple(self.letter_makers.map(self.check, rows))

    @property
    def ask_reach(self) -> partial[dict[str, Reach]]:
        """As `app.channels.ask_reach`, of this 1177."""
        return partial(ask_reach, self.reacher)

    def queue(
        self,
        rows: Sequence[Row],
        *,
        utskick: str,
        progress: Callable[[int], None] = lambda _: None,
    ) -> Queued:
        """Renders again what was checked and commits the intent to send it.

        All by one reading of the templates; while they cannot be read, nothing is queued.
        """
        self.access.begin_sending()
        try:
            press = self.templates.press_in_force()
        except TemplateBroken:
            return Queued((), tuple(row.row_no for row in rows))
        # A row typed by hand is in no file, but the day's balance counts it.
        self.archive.record_rows(utskick, bookings=[row.draft.booking for row in rows])
        return queue_unchanged(
            rows,
            render=lambda row: press.preview(row.draft, row.route, today=self.now().date()),
            letter_makers=self.letter_makers,
            keep=partial(self.outbox.queue, utskick=utskick, sources=press.sources),
            progress=progress,
        )

    def send(
        self,
        *,
        progress: Callable[[Progress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Tally:
        self.access.begin_sending()
        return self.outbox.send_queued(progress=progress, cancelled=cancelled)

    def _route(
        self,
        draft: Draft,
        letter_type: LetterType | None,
        *,
        reach: Reach,
        age: int | None,
        today: date,
    ) -> Route:
        care_system = self.care_systems[draft.booking.care_system]
        unit_step = care_system.step_on(today, unit=draft.booking.unit.hsa_id)
        step = min(unit_step, letter_type.step) if letter_type else unit_step
        offered = letter_type.channels if letter_type else tuple(Channel)
        question = RouteQuestion.about(
            draft.booking, step=step, reach=reach, age=age, today=today, offered=offered
        )
        return self.choose_route(question).as_wished(draft.channels_wished, user=self.user)
