"""The pilot's figures, counted from history; nobody is named in them, patient or staff."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median
from typing import NamedTuple, Protocol

from app.dispatch import Status
from app.draft import Channel
from app.figures import Counted, Figure, FigureName, Measure, Share
from app.findings import Code
from app.outcomes import Outcome, figures_of
from app.region import Prices
from app.wording import say

_LETTERS = Counted(say("1 kallelse"), say("kallelser"))
_WITHOUT_PAPER = Counted(say("1 kallelse utan brev"), say("kallelser utan brev"))
_QUEUED = Counted(say("1 köad"), say("köade"))
_UNCLEAR = Counted(say("1 oklar"), say("oklara"))
_MESSAGES = Counted(say("1 meddelande"), say("meddelanden"))
_BOOKINGS = Counted(say("1 bokning"), say("bokningar"))
_MAILINGS = Counted(say("1 utskick"), say("utskick"))


@dataclass(frozen=True, slots=True)
class Selection:
    """Letters queued from `first` to `last`, both days included; "" is every unit or letter type.

    `unit` is an HSA-id.
    """

    first: date
    last: date
    unit: str = ""
    letter_type: str = ""

    def holds(self, first: date, last: date) -> bool:
        """Whether a period lies within it."""
        return self.first <= first and last <= self.last

    @property
    def is_of_all(self) -> bool:
        """Every unit and letter type."""
        return not (self.unit or self.letter_type)

    def just_before(self) -> "Selection":
        """As many days, up to the day before."""
        days = self.last - self.first + timedelta(days=1)
        return replace(self, first=self.first - days, last=self.last - days)


class Count(NamedTuple):
    """So many letters that are alike in all of this, each in one channel or both.

    `message` and `paper` are where each stands, None for a channel that the letter does not take.
    `reason` is why it took its channels.
    """

    day: date
    unit: str
    unit_name: str
    letter_type: str
    letter_name: str
    message: Status | None
    paper: Status | None
    reason: str
    number: int


class Mailing(NamedTuple):
    """One utskick: its rows, how many asked for a decision, by kind, and how long it took.

    `minutes` is from when the file was read until the last letter was queued.
    """

    rows: int
    problems: Mapping[Code, int]
    minutes: float


class FiguresArchive(Protocol):
    """What history counts."""

    def counts(self, selection: Selection) -> tuple[Count, ...]: ...

    def mailings(self, selection: Selection) -> tuple[Mailing, ...]: ...

    def once_unclear(self, selection: Selection) -> tuple[int, int]:
        """How many letters have ever been UNKNOWN, and how many of them are so no longer."""
        ...


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Of one selection. `paper_because` counts paper beside a message by why it went.

    `sent_by_day` counts sent letters of both channels, `problems` rows by what was to be decided.
    """

    selection: Selection
    figures: tuple[Figure, ...]
    paper_because: tuple[tuple[str, int], ...]
    sent_by_day: Mapping[Channel, Mapping[date, int]]
    problems: tuple[tuple[Code, int], ...]

    def figure(self, name: FigureName) -> Figure:
        return next(one for one in self.figures if one.name is name)


def evaluate(
    selection: Selection,
    archive: FiguresArchive,
    *,
    sheets_of: Mapping[str, int],
    prices: Prices,
    outcomes: Sequence[Outcome] = (),
) -> Evaluation:
    """`sheets_of` is how many sheets a letter of each letter type takes on paper.

    `outcomes` are the unit's own sums; those of periods within the selection count, where that is
    of every unit and letter type, as the sums are.
    """
    counts = archive.counts(selection)
    mailings, by_day = archive.mailings(selection), _by_day(counts)
    problems: Counter[Code] = Counter()
    for mailing in mailings:
        problems.update(mailing.problems)
    return Evaluation(
        selection=selection,
        figures=(
            *_of_letters(counts, sheets_of=sheets_of, prices=prices),
            *_of_unclear(archive.once_unclear(selection), queued=_total(counts)),
            *_of_mailings(mailings),
            *figures_of(_told_of(selection, outcomes), paper_by_day=by_day[Channel.LETTER]),
        ),
        paper_because=_paper_because(counts),
        sent_by_day=by_day,
        problems=tuple(problems.most_common()),
    )


def _of_letters(
    counts: Sequence[Count], *, sheets_of: Mapping[str, int], prices: Prices
) -> Iterator[Figure]:
    sent = [one for one in counts if Status.SENT in {one.message, one.paper}]
    by_1177 = [one for one in sent if one.message is Status.SENT]
    only_1177 = [one for one in by_1177 if one.paper is None]
    rejected = [one for one in counts if Status.REJECTED in {one.message, one.paper}]
    saved = sum(one.number * sheets_of.get(one.letter_type, 1) for one in only_1177)
    yield Figure(
        FigureName.SENT,
        _total(sent),
        Measure.LETTERS,
        _total(counts),
        _QUEUED,
        say(
            "Kallelser som 1177 eller tryckeriet har tagit emot. "
            "En kallelse som går både till 1177 och som brev räknas en gång."
        ),
    )
    yield Share(_total(by_1177), _total(sent)).figure(
        FigureName.BY_1177,
        of=_LETTERS,
        how=say("Kallelser som gick till 1177, med eller utan brev, av alla som skickades."),
    )
    yield Share(_total(only_1177), _total(sent)).figure(
        FigureName.ONLY_1177,
        of=_LETTERS,
        how=say("Kallelser som gick till 1177 utan brev, av alla som skickades."),
    )
    yield Figure(
        FigureName.SHEETS_SAVED,
        saved,
        Measure.SHEETS,
        _total(only_1177),
        _WITHOUT_PAPER,
        say("Kallelser som gick till 1177 utan brev, gånger de ark som brevtypens brev tar i dag."),
    )
    yield Figure(
        FigureName.COST_SAVED,
        _cost(saved, _total(only_1177), prices),
        Measure.KRONOR,
        _total(only_1177),
        _WITHOUT_PAPER,
        say(
            "Sparade ark och porton gånger priserna i regionens regelfil. Utan priser räknas "
            "ingen kostnad."
        ),
    )
    yield Figure(
        FigureName.READ,
        None,
        Measure.PERCENT,
        0,
        _MESSAGES,
        say("Inget känt kontrakt med 1177 berättar när ett meddelande läses, så det går inte än."),
    )
    yield Figure(
        FigureName.REJECTED,
        _total(rejected),
        Measure.LETTERS,
        _total(counts),
        _QUEUED,
        say(
            "Kallelser som mottagaren sa nej till i någon kanal, och som inte har gått fram där "
            "sedan."
        ),
    )


def _of_unclear(unclear: tuple[int, int], *, queued: int) -> Iterator[Figure]:
    ever, settled = unclear
    yield Figure(
        FigureName.UNCLEAR,
        ever,
        Measure.LETTERS,
        queued,
        _QUEUED,
        say("Meddelanden och brev som det någon gång inte gick att veta om de kom fram."),
    )
    yield Share(settled, ever).figure(
        FigureName.SETTLED,
        of=_UNCLEAR,
        how=say(
            "Oklara som en person eller mottagarens svar har avgjort, av alla som har varit oklara."
        ),
    )


def _of_mailings(mailings: Sequence[Mailing]) -> Iterator[Figure]:
    rows = sum(one.rows for one in mailings)
    asked = sum(sum(one.problems.values()) for one in mailings)
    yield Share(asked, rows).per_hundred(
        FigureName.PROBLEMS,
        of=_BOOKINGS,
        how=say("Bokningar som stod under Åtgärda eller Granska när filen lästes in."),
    )
    yield Figure(
        FigureName.MINUTES,
        median(one.minutes for one in mailings) if mailings else None,
        Measure.MINUTES,
        len(mailings),
        _MAILINGS,
        say(
            "Medianen av tiden från att filen lästes in till att den sista kallelsen köades. "
            "Avbrott däremellan räknas med."
        ),
    )


def _cost(sheets: int, letters: int, prices: Prices) -> float | None:
    if prices.sheet is None or prices.postage is None:
        return None
    return sheets * prices.sheet + letters * prices.postage


def _told_of(selection: Selection, outcomes: Sequence[Outcome]) -> list[Outcome]:
    if not selection.is_of_all:
        return []
    return [one for one in outcomes if selection.holds(one.first, one.last)]


def _paper_because(counts: Sequence[Count]) -> tuple[tuple[str, int], ...]:
    reasons: Counter[str] = Counter()
    for one in counts:
        if one.message is Status.SENT and one.paper is Status.SENT:
            reasons[one.reason] += one.number
    return tuple(reasons.most_common())


def _by_day(counts: Sequence[Count]) -> Mapping[Channel, Mapping[date, int]]:
    days: dict[Channel, Counter[date]] = {channel: Counter() for channel in Channel}
    for one in counts:
        for channel, status in ((Channel.INBOX_1177, one.message), (Channel.LETTER, one.paper)):
            if status is Status.SENT:
                days[channel][one.day] += one.number
    return {channel: dict(sorted(found.items())) for channel, found in days.items()}


def _total(counts: Iterable[Count]) -> int:
    return sum(one.number for one in counts)
