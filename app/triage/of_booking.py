"""Findings that the booking alone gives: what it lacks, whom it is for, and when it is."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from app.draft import Channel, Draft
from app.findings import Code, Finding, Severity
from app.swedish_dates import clock, long_date, plain_date
from app.triage.choices import APPROVE, CALL, CORRECT, HANDLED, SEND_ANYWAY, SKIP
from app.triage.situation import Situation
from app.wording import say

# Only these can be wanting in a letter that tells of no visit.
_OF_THE_VISIT = frozenset({"date", "time", "starts_at"})


def deceased(draft: Draft, _: Situation) -> Sequence[Finding]:
    if not draft.booking.patient.deceased:
        return ()
    finding = Finding(
        Code.DECEASED,
        Severity.BLOCKED,
        say("Avliden enligt folkbokföringen"),
        say(
            "Personen är avliden enligt bokningen. Ingen kallelse skickas. "
            "Avboka tiden i vårdsystemet."
        ),
        (HANDLED,),
    )
    return (finding,)


def unreadable(draft: Draft, situation: Situation) -> Sequence[Finding]:
    if not draft.booking.problems:
        return ()
    letter_type = situation.letter_type
    untimed = letter_type is not None and "date" not in letter_type.required
    return [
        Finding(
            Code.MISSING_FIELD,
            Severity.BLOCKED,
            say("Går inte att tolka"),
            say(
                "{sentence} Rätta i vårdsystemet, ta ut filen igen och tryck F5, eller rätta här.",
                sentence=problem.sentence,
            ),
            (CORRECT, SKIP),
        )
        for problem in draft.booking.problems
        if not (untimed and problem.field in _OF_THE_VISIT)
    ]


def interpreted(draft: Draft, _: Situation) -> Sequence[Finding]:
    if not draft.booking.doubts:
        return ()
    label, choices = say("Tolkad uppgift"), (APPROVE, CORRECT, SKIP)
    return [
        Finding(Code.INTERPRETED, Severity.REVIEW, label, doubt.sentence, choices)
        for doubt in draft.booking.doubts
    ]


def past(draft: Draft, situation: Situation) -> Sequence[Finding]:
    at = draft.booking.visit.starts_at
    if at is None or at > situation.now:
        return ()
    finding = Finding(
        Code.PAST_DATE,
        Severity.BLOCKED,
        say("Besöket har redan varit"),
        say(
            "Besöket har redan varit ({at}). "
            "Hoppa över bokningen eller kontrollera datumet i vårdsystemet.",
            at=plain_date(at.date()),
        ),
        (SKIP,),
    )
    return (finding,)


def too_close(draft: Draft, situation: Situation) -> Sequence[Finding]:
    at, notice = draft.booking.visit.starts_at, situation.rules.notice
    if at is None or at <= situation.now:
        return ()
    days = (at.date() - situation.now.date()).days
    by_post = Channel.LETTER in situation.route.channels
    if days >= (notice.paper_days if by_post else notice.inbox_days):
        return ()
    when = _DAYS_AHEAD.get(days) or say("om {days} dagar", days=days)
    slow = _SLOW_LETTER if by_post else _SLOW_MESSAGE
    finding = Finding(
        Code.TOO_CLOSE,
        Severity.REVIEW,
        say("Kort tid till besöket ({when})", when=when),
        slow.format(when=when),
        (CALL, SEND_ANYWAY) if by_post else (SEND_ANYWAY, CALL),
    )
    return (finding,)


def far_ahead(draft: Draft, situation: Situation) -> Sequence[Finding]:
    at = draft.booking.visit.starts_at
    days = (at.date() - situation.now.date()).days if at else 0
    if days <= situation.rules.notice.farthest_days:
        return ()
    finding = Finding(
        Code.FAR_AHEAD,
        Severity.REVIEW,
        say("Långt fram i tiden"),
        say("Besöket är om {days} månader. Kontrollera att året stämmer.", days=days // 30),
        (APPROVE, SKIP),
    )
    return (finding,)


def odd_time(draft: Draft, situation: Situation) -> Sequence[Finding]:
    """Weekends, nights, and the hour that comes twice when summer time ends."""
    at = draft.booking.visit.starts_at
    if at is None:
        return ()
    notice = situation.rules.notice
    if at.weekday() < _SATURDAY and notice.day_begins <= at.time() < notice.day_ends:
        return ()
    return (_odd_time(at, at.fold),)


@cache
def _odd_time(at: datetime, _fold: int) -> Finding:
    """Many bookings begin at the same time; Python calls the two 02.30 of an autumn night equal."""
    day = long_date(at.date())
    label = say("Ovanlig tid")
    sentence = say(
        "Besöket är {day} klockan {at}. Kontrollera att tiden stämmer.", day=day, at=clock(at)
    )
    if _comes_twice(at):
        label = say("Tiden finns två gånger")
        sentence = say(
            "Klockan {at} finns två gånger {day}, när sommartiden slutar. Kontrollera tiden.",
            at=clock(at),
            day=day,
        )
    return Finding(Code.ODD_TIME, Severity.REVIEW, label, sentence, (APPROVE, SKIP))


def _comes_twice(at: datetime) -> bool:
    return at.replace(fold=0).utcoffset() != at.replace(fold=1).utcoffset()


def interpreter(draft: Draft, _: Situation) -> Sequence[Finding]:
    language = draft.booking.patient.interpreter
    if not language:
        return ()
    finding = Finding(
        Code.INTERPRETER,
        Severity.REVIEW,
        say("Tolk bokad: {language}", language=language),
        say(
            "Tolk är bokad ({language}). Tolkens tid kan avvika från besökets. Kontrollera tiden.",
            language=language,
        ),
        (APPROVE, SKIP),
    )
    return (finding,)


def age(_: Draft, situation: Situation) -> Sequence[Finding]:
    years, notice = situation.age, situation.rules.notice
    if years is None or years >= notice.adult_from:
        return ()
    if years < notice.child_below:
        code, label = Code.CHILD, say("Barn under {child_below} år", child_below=notice.child_below)
        sentence = say(
            "Patienten är {years} år. Kallelsen går till vårdnadshavare. "
            "Kontrollera att adressen är vårdnadshavarens.",
            years=years,
        )
    else:
        code, label = Code.MINOR_13_18, say("Patienten är 13–17 år")
        sentence = say(
            "Patienten är {years} år och loggar in själv på 1177. {reason}",
            years=years,
            reason=situation.route.reason,
        )
    return (Finding(code, Severity.REVIEW, label, sentence, (APPROVE, SKIP)),)


_SATURDAY = 5
_SLOW_LETTER = say(
    "Brevet hinner troligen inte fram. Besöket är {when}. Ring patienten eller skicka ändå."
)
_SLOW_MESSAGE = say(
    "Meddelandet hinner troligen inte fram. Besöket är {when}. Ring patienten eller skicka ändå."
)
_DAYS_AHEAD = {0: say("idag"), 1: say("imorgon")}
