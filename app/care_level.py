"""What kind of care a unit gives, as far as its region has other rules for its visits."""

from enum import StrEnum


class CareLevel(StrEnum):
    """The values are those of the units' and the regions' files."""

    HOSPITAL = "sjukhus"
    OTHER = "ovrig"
    DENTAL = "tandvard"
