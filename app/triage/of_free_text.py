"""The finding of the free text: what a person has written that may be too much to send."""

import re
from collections.abc import Sequence

from app.draft import Draft
from app.findings import Code, Finding, Severity
from app.triage.choices import APPROVE, REWRITE
from app.triage.situation import Situation
from app.wording import say

# Six or eight digits and four more, as people write them; the tenth may be a reserve number's sign.
_PERSON = re.compile(r"(?<!\d)(\d{2})?\d{6} ?[-–+]? ?[\dA-Za-z]\d{3}(?!\d)")
_PHONE = re.compile(r"(?<!\d)(\+ ?\d|0\d)([ /–-]{0,3}\d){5,}(?!\d)")


def sensitive(draft: Draft, situation: Situation) -> Sequence[Finding]:
    """Asked about, never refused: only the person who wrote it knows what it means."""
    if not draft.free_text:
        return ()
    found = _found(draft.free_text, situation.rules.free_text.sensitive)
    if not found:
        return ()
    finding = Finding(
        Code.FREETEXT,
        Severity.REVIEW,
        say("Fritexten kan innehålla känsliga uppgifter"),
        say(
            "I fritexten står {found}. Ändra fritexten, eller godkänn den som den är.", found=found
        ),
        (REWRITE, APPROVE),
    )
    return (finding,)


def _found(text: str, words: tuple[str, ...]) -> str:
    """What is sensitive about a text, or ""."""
    if _PERSON.search(text) or _PHONE.search(text):
        return say("något som liknar ett personnummer eller ett telefonnummer")
    folded = text.casefold()
    word = next((word for word in words if word in folded), "")
    return f"”{word}”" if word else ""
