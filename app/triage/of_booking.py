"""Findings that the booking alone gives: what it lacks, whom it is for, and when it is."""

from collections.abc import Iterator
from datetime import datetime

from app.draft import Channel, Draft
from app.findings import Code, Finding, Severity
from app.swedish_dates import clock, long_date, plain_date
from app.triage.choices import APPROVE, CALL, CORRECT, HANDLED, SEND_ANYWAY, SKIP
from app.triage.situation import Situation

# Only these can be wanting in a letter that tells of no visit.
_OF_THE_VISIT = frozenset({"date", "time", "starts_at"})


def deceased(draft: Draft, _: Situation) -> Iterator[Finding]:
    if draft.booking.patient.deceased:
        yield Finding(
            Code.DECEASED,
            Severity.BLOCKED,
            "Avliden enligt folkbokföringen",
            "Personen är avliden enligt bokningen. Ingen kallelse skickas. "
            "Avboka tiden i vårdsystemet.",
            (HANDLED,),
        )


def unreadable(draft: Draft, situation: Situation) -> Iterator[Finding]:
    letter_type = situation.letter_type
    untimed = letter_type is not None and "date" not in letter_type.required
    for problem in draft.booking.problems:
        if untimed and problem.field in _OF_THE_VISIT:
            continue
        yield Finding(
            Code.MISSING_FIELD,
            Severity.BLOCKED,
            "Går inte att tolka",
            f"{problem.sentence} Rätta i vårdsystemet, ta ut filen igen och tryck F5, "
            "eller rätta här.",
            (CORRECT, SKIP),
        )


def interpreted(draft: Draft, _: Situation) -> Iterator[Finding]:
    for doubt in draft.booking.doubts:
        label = "Tolkad uppgift"
        choices = (APPROVE, CORRECT, SKIP)
        yield Finding(Code.INTERPRETED, Severity.REVIEW, label, doubt.sentence, choices)


def past(draft: Draft, situation: Situation) -> Iterator[Finding]:
    at = draft.booking.visit.starts_at
    if at is not None and at <= situation.now:
        yield Finding(
            Code.PAST_DATE,
            Severity.BLOCKED,
            "Besöket har redan varit",
            f"Besöket har redan varit ({plain_date(at.date())}). "
            "Hoppa över bokningen eller kontrollera datumet i vårdsystemet.",
            (SKIP,),
        )


def too_close(draft: Draft, situation: Situation) -> Iterator[Finding]:
    at, notice = draft.booking.visit.starts_at, situation.rules.notice
    if at is None or at <= situation.now:
        return
    days = (at.date() - situation.now.date()).days
    by_post = Channel.LETTER in situation.route.channels
    if days >= (notice.paper_days if by_post else notice.inbox_days):
        return
    when = _DAYS_AHEAD.get(days, f"om {days} dagar")
    yield Finding(
        Code.TOO_CLOSE,
        Severity.REVIEW,
        f"Kort tid till besöket ({when})",
        f"{'Brevet' if by_post else 'Meddelandet'} hinner troligen inte fram. "
        f"Besöket är {when}. Ring patienten eller skicka ändå.",
        (SEND_ANYWAY, CALL),
    )


def far_ahead(draft: Draft, situation: Situation) -> Iterator[Finding]:
    at = draft.booking.visit.starts_at
    days = (at.date() - situation.now.date()).days if at else 0
    if days > situation.rules.notice.farthest_days:
        yield Finding(
            Code.FAR_AHEAD,
            Severity.REVIEW,
            "Långt fram i tiden",
            f"Besöket är om {days // 30} månader. Kontrollera att året stämmer.",
            (APPROVE, SKIP),
        )


def odd_time(draft: Draft, situation: Situation) -> Iterator[Finding]:
    """Weekends, nights, and the hour that comes twice when summer time ends."""
    at = draft.booking.visit.starts_at
    if at is None:
        return
    notice = situation.rules.notice
    if at.weekday() < _SATURDAY and notice.day_begins <= at.time() < notice.day_ends:
        return
    day = long_date(at.date())
    if _comes_twice(at):
        yield Finding(
            Code.ODD_TIME,
            Severity.REVIEW,
            "Tiden finns två gånger",
            f"Klockan {clock(at)} finns två gånger {day}, när sommartiden slutar. "
            "Kontrollera tiden.",
            (APPROVE, SKIP),
        )
    else:
        yield Finding(
            Code.ODD_TIME,
            Severity.REVIEW,
            "Ovanlig tid",
            f"Besöket är {day} klockan {clock(at)}. Kontrollera att tiden stämmer.",
            (APPROVE, SKIP),
        )


def _comes_twice(at: datetime) -> bool:
    return at.replace(fold=0).utcoffset() != at.replace(fold=1).utcoffset()


def interpreter(draft: Draft, _: Situation) -> Iterator[Finding]:
    language = draft.booking.patient.interpreter
    if language:
        yield Finding(
            Code.INTERPRETER,
            Severity.REVIEW,
            f"Tolk bokad: {language}",
            f"Tolk är bokad ({language}). Tolkens tid kan avvika från besökets. Kontrollera tiden.",
            (APPROVE, SKIP),
        )


def age(draft: Draft, situation: Situation) -> Iterator[Finding]:
    years = draft.booking.age_at_visit(situation.now.date())
    notice = situation.rules.notice
    if years is None or years >= notice.adult_from:
        return
    if years < notice.child_below:
        yield Finding(
            Code.CHILD,
            Severity.REVIEW,
            f"Barn under {notice.child_below} år",
            f"Patienten är {years} år. Kallelsen går till vårdnadshavare. "
            "Kontrollera att adressen är vårdnadshavarens.",
            (APPROVE, SKIP),
        )
    else:
        yield Finding(
            Code.MINOR_13_18,
            Severity.REVIEW,
            "Patienten är 13–17 år",
            f"Patienten är {years} år och loggar in själv på 1177. {situation.route.reason}",
            (APPROVE, SKIP),
        )


_SATURDAY = 5
_DAYS_AHEAD = {0: "idag", 1: "imorgon"}
