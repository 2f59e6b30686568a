"""The chips above the list of bookings: which rows each lets through, and what none means."""

from dataclasses import dataclass

from app.rows import RowStatus


@dataclass(frozen=True, slots=True)
class Filter:
    """One chip above the list; `statuses` empty means all. `always` chips stay at nought."""

    label: str
    statuses: frozenset[RowStatus]
    empty: str
    always: bool = True


FILTERS = (
    Filter("Alla", frozenset(), "Filen har inga bokningar."),
    Filter("Åtgärda", frozenset({RowStatus.BLOCKED}), "Inget att åtgärda."),
    Filter("Granska", frozenset({RowStatus.REVIEW}), "Inget att granska."),
    Filter("Klara", frozenset({RowStatus.READY}), "Ingen kallelse är klar att skicka just nu."),
    Filter(
        "Hoppas över", frozenset({RowStatus.LEFT_OUT}), "Ingen bokning hoppas över.", always=False
    ),
    Filter(
        "Skickade",
        frozenset(
            {
                RowStatus.SENT,
                RowStatus.PARTLY_SENT,
                RowStatus.UNDER_WAY,
                RowStatus.UNKNOWN,
                RowStatus.REJECTED,
            }
        ),
        "Inget är skickat.",
        always=False,
    ),
)
ALL = FILTERS[0]
