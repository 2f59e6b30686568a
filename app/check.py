"""What rendering a letter told, kept in place of the letter itself until it is sent."""

from dataclasses import dataclass

from app.preview import Preview


@dataclass(frozen=True, slots=True)
class Check:
    """What rendering a draft's letter told: its digest and pages, or why it cannot be made."""

    digest: str = ""
    page_count: int = 0
    differences: tuple[str, ...] = ()
    risk_zone: bool = False
    failure: str = ""

    @classmethod
    def of(cls, preview: Preview) -> "Check":
        return cls(
            digest=preview.digest,
            page_count=preview.page_count,
            differences=preview.differences,
            risk_zone=bool(preview.risk_zone),
        )
