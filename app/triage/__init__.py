"""Triage: everything noteworthy about a draft, from its data, its route and its rendered letter."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import attrgetter

from app.draft import Draft
from app.findings import Code, Finding, Severity
from app.triage import of_booking, of_free_text, of_history, of_letter
from app.triage.choices import HANDLED
from app.triage.situation import Appraisal, Known, Situation
from app.wording import say

__all__ = ["Appraisal", "Known", "Situation", "examine"]


def examine(draft: Draft, situation: Situation) -> tuple[Finding, ...]:
    """The findings of a draft, worst first. A protected identity hides every other finding."""
    patient = draft.booking.patient
    if patient.protected:
        return (_PROTECTED_BEFORE if patient.protected_before else _PROTECTED,)
    found: list[Finding] = []
    for rule in _RULES:
        if told := rule(draft, situation):
            found += told
    if len(found) > 1:
        found.sort(key=attrgetter("severity"))
    return tuple(found)


_PROTECTED = Finding(
    Code.PROTECTED,
    Severity.BLOCKED,
    say("Skyddade personuppgifter"),
    say(
        "Den här personen har skyddade personuppgifter. Kallelsen skickas inte härifrån. "
        "Följ mottagningens rutin."
    ),
    (HANDLED,),
)

# The file lacks the mark that an earlier one had: it may be this export that has no such column.
_PROTECTED_BEFORE = replace(
    _PROTECTED,
    sentence=say(
        "Den här personen har skyddade personuppgifter enligt en tidigare fil, även om det inte "
        "står i den här. Kallelsen skickas inte härifrån. Följ mottagningens rutin. Har skyddet "
        "upphört kan en administratör häva markeringen."
    ),
)

_RULES: tuple[Callable[[Draft, Situation], Sequence[Finding]], ...] = (
    of_booking.deceased,
    of_booking.unreadable,
    of_letter.letter_missing,
    of_letter.no_way,
    of_booking.past,
    of_letter.address,
    of_letter.rendered,
    of_history.known_before,
    of_history.duplicate,
    of_booking.interpreted,
    of_booking.too_close,
    of_booking.far_ahead,
    of_booking.odd_time,
    of_booking.interpreter,
    of_booking.age,
    of_free_text.sensitive,
    of_letter.abroad,
    of_letter.reachable,
    of_letter.only_swedish,
)
