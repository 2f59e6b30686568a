"""How sending went, goes on or was cut off, in the sentences that the window shows."""

import math
from collections import Counter

from app.dispatch import Status
from app.outbox import Startup
from app.rows import RowStatus
from app.tally import Tally
from app.wording import say
from ui.dispatch_bar import letters
from ui.sending import Round

# What a row has come to, and its letters.
OUTCOMES = (
    (RowStatus.SENT, Status.SENT),
    (RowStatus.UNKNOWN, Status.UNKNOWN),
    (RowStatus.REJECTED, Status.REJECTED),
)
NOT_ALL_SENT_YET = say("Ett utskick pågår, och allt har inte skickats än.")


def found_at_start(startup: Startup) -> str:
    """What an earlier run left behind; "" for nothing."""
    waiting = startup.waiting
    if startup.settled:
        unclear = sum(one.status is Status.UNKNOWN for one in startup.settled)
        return say(
            "Programmet stängdes mitt i ett utskick. {unclear}, {waiting} väntar. "
            "Inget skickas om av sig självt.",
            unclear=_unclear(unclear),
            waiting=waiting,
        )
    if waiting:
        return say(
            "{parcels} väntar sedan tidigare. Inget skickas om av sig självt.",
            parcels=_parcels(waiting),
        )
    if startup.unclear:
        return say(
            "{unclear} sedan tidigare och väntar på att någon avgör.",
            unclear=_unclear(startup.unclear),
        )
    return ""


def not_sent_yet(number: int) -> str:
    """Of rows that were confirmed; "" for none."""
    return say("{letters} har inte skickats än.", letters=letters(number)) if number else ""


def waits(number: int) -> str:
    return say("{parcels} väntar.", parcels=_parcels(number))


def under_way(seconds_left: float | None) -> str:
    """With two places left for how many have been sent, of how many."""
    told = say("Skickar {} av {} brev och meddelanden")
    left = _time_left(seconds_left)
    return f"{told}, {left}" if left else told


def result_sentences(
    ended: Round, statuses: Counter[RowStatus], *, held_back: int, confirmed: int = 0
) -> str:
    """How it went: sent, unclear, refused, held back and waiting, and why it stopped.

    `confirmed` are the rows that were undone, where the round took letters back.
    """
    tally = ended.tally or Tally()
    moved, printed = tally.moved, len(tally.uncounted)
    sent, unclear, refused = (
        statuses[of_row] if statuses else moved.get(of_letter, 0) for of_row, of_letter in OUTCOMES
    )
    told = (
        (ended.told, ended.told),
        (ended.taken_back, _taken_back(ended.taken_back, rows=confirmed)),
        (sent, _sent(letters(sent) if statuses else _parcels(sent))),
        (unclear, _still_unclear(unclear)),
        (printed, say("{number} brev är utskrivna men inte räknade.", number=printed)),
        (refused, say("{number} togs inte emot. Se orsaken på raden.", number=refused)),
        (tally.outdated, _outdated(tally.outdated)),
        (held_back, _held_back(held_back)),
        *((number, _elsewhere(number, who)) for who, number in tally.elsewhere.items()),
        (ended.waiting, waits(ended.waiting)),
    )
    sentences = [sentence for happened, sentence in told if happened]
    # Both channels may have stopped for the same reason, as where the clinic's share is gone.
    return " ".join((*sentences, *dict.fromkeys(tally.stopped.values()))) or _nothing(ended)


def _sent(what: str) -> str:
    return say("{what} skickade.", what=what)


def _taken_back(number: int, *, rows: int) -> str:
    return say(
        "Utskicket är ångrat: {letters} togs tillbaka ({parcels}).",
        letters=letters(rows),
        parcels=_parcels(number),
    )


def _still_unclear(number: int) -> str:
    return say("{unclear} och står som Oklart tills någon avgör.", unclear=_unclear(number))


def _outdated(number: int) -> str:
    return say("{parcels} gällde inte längre och skickades inte.", parcels=_parcels(number))


def _held_back(number: int) -> str:
    return say("{letters} hade ändrats och kontrolleras igen.", letters=letters(number))


def _elsewhere(number: int, who: str) -> str:
    return say(
        "{parcels} har tagits på {who}. Kontrollera där att allt är skickat.",
        parcels=_parcels(number),
        who=who,
    )


def _nothing(ended: Round) -> str:
    return say("Inget skickades.") if ended.failed else say("Inget väntar längre på att skickas.")


def _time_left(seconds: float | None) -> str:
    """Where 1177 asks for a pace, when the last of them has left; in words that stand still."""
    if seconds is None:
        return ""
    minutes = math.ceil(seconds / 60)
    if minutes <= 1:
        return say("mindre än en minut kvar")
    return say("cirka {minutes} minuter kvar", minutes=minutes)


def _parcels(number: int) -> str:
    """Letters by channel: a row that goes both ways makes two."""
    if number == 1:
        return say("1 brev eller meddelande")
    return say("{number} brev eller meddelanden", number=number)


def _unclear(number: int) -> str:
    return say("1 är oklar") if number == 1 else say("{number} är oklara", number=number)
