"""The chips above the list of bookings: which rows each lets through, and what none means."""

from dataclasses import dataclass

from app.rows import RowStatus
from app.wording import say


@dataclass(frozen=True, slots=True)
class Filter:
    """One chip above the list; `statuses` empty means all. `always` chips stay at nought."""

    label: str
    statuses: frozenset[RowStatus]
    empty: str
    always: bool = True


FILTERS = (
    Filter(say("Alla"), frozenset(), say("Filen har inga bokningar.")),
    Filter(say("Åtgärda"), frozenset({RowStatus.BLOCKED}), say("Inget att åtgärda.")),
    Filter(say("Granska"), frozenset({RowStatus.REVIEW}), say("Inget att granska.")),
    Filter(
        say("Klara"),
        frozenset({RowStatus.READY}),
        say("Ingen kallelse är klar att skicka just nu."),
    ),
    Filter(
        say("Hoppas över"),
        frozenset({RowStatus.LEFT_OUT}),
        say("Ingen bokning hoppas över."),
        always=False,
    ),
    Filter(
        say("Köade"),
        frozenset({RowStatus.UNDER_WAY}),
        say("Inget är köat."),
        always=False,
    ),
    Filter(
        say("Följ upp"),
        frozenset({RowStatus.PARTLY_SENT, RowStatus.UNKNOWN, RowStatus.REJECTED}),
        say("Inget att följa upp."),
        always=False,
    ),
    Filter(
        say("Skickade"),
        frozenset({RowStatus.SENT}),
        say("Inget är skickat."),
        always=False,
    ),
)
ALL = FILTERS[0]
