"""What 1177's support needs in order to find one message among all others."""

from app.dispatch import Dispatch
from app.languages import SWEDISH
from app.swedish_dates import STOCKHOLM


def correlation_id(dispatch: Dispatch) -> str:
    """What one attempt is called on its way through the national platform and in its logs."""
    return _correlation_id(dispatch, attempt=dispatch.attempts)


def support_text(dispatch: Dispatch) -> str:
    """Swedish, ready to be pasted into an errand; it says nothing of the patient or the visit."""
    attempts = range(1, dispatch.attempts + 1)
    at = dispatch.changed_at.astimezone(STOCKHOLM)
    seen = dispatch.explanation.partition(". ")[0]
    lines = (
        "Vi kan inte se om ett meddelande till 1177 inkorg kom fram.",
        "Kan ni se om inkorgen tog emot det?",
        "",
        f"Avsändande enhet: {dispatch.unit_name} ({dispatch.unit_id})",
        f"Meddelandets id (messageThreadId): {dispatch.id}",
        *(
            f"Korrelations-id (x-skltp-correlation-id): {_correlation_id(dispatch, attempt=number)}"
            for number in attempts
        ),
        f"Senast ändrat hos oss: {SWEDISH.long_date(at.date()).lower()} kl. {SWEDISH.time(at)}",
        f"Vad programmet såg: {seen}",
    )
    return "\n".join(lines)


def _correlation_id(dispatch: Dispatch, *, attempt: int) -> str:
    return f"{dispatch.id}-{attempt}"
