"""Where each of our fields stands in one file, however that was found out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.adapters.booking_files.record import StandardFile
from app.care_systems import CareSystem, FileFormat, loose_key
from app.layouts import DateOrder, Gap, LayoutUnknown, OwnLayout, Sheet
from app.wording import say


@dataclass(frozen=True, slots=True)
class Layout:
    """`row_no` is the header's own, 0 where a standard names the cells.

    `unit` is the HSA-id for rows that tell none. `date_order` says how 3/11 2026 is meant.
    """

    care_system: CareSystem
    row_no: int
    header: tuple[str, ...]
    columns: Mapping[str, int]
    own: OwnLayout | None = None
    unit: str = ""
    date_order: DateOrder | None = None
    notes: tuple[str, ...] = ()

    @property
    def flags(self) -> tuple[int, ...]:
        """The cells that tell of a protected identity, also under headers that nobody listed."""
        own = self.columns.get("protected")
        listed = set(map(loose_key, self.care_system.columns.get("protected", ())))
        return tuple(
            at
            for at, header in enumerate(self.header)
            if at == own or loose_key(header) in listed or tells_protection(header)
        )


def tells_protection(header: str) -> bool:
    """Whether a header says in any words that it stands over protected identities."""
    return _TELLS_PROTECTION.search(header) is not None


_TELLS_PROTECTION = re.compile("sekretess|skydda", re.IGNORECASE)


def standard_layout(
    file: StandardFile,
    care_systems: Iterable[CareSystem],
    *,
    file_format: FileFormat,
    own_layouts: Iterable[OwnLayout],
    answers: OwnLayout | None,
    file_name: str,
) -> Layout:
    """The layout of a file that tells by its senders which care system it comes from.

    Raises LayoutUnknown where it does not tell, and more than one system has files like it.
    """
    systems = [system for system in care_systems if file_format in system.formats]
    kept = next((own for own in own_layouts if file.senders.intersection(own.senders)), None)
    own = answers or kept
    told = [system for system in systems if any(map(system.sends_as, file.senders))]
    if own is not None:
        told = [system for system in systems if system.id == own.care_system]
    fitting = told or systems
    if len(fitting) != 1:
        sheet = Sheet(
            file_name,
            Gap.CARE_SYSTEM,
            senders=tuple(sorted(file.senders)),
            offered=tuple(system.id for system in fitting),
        )
        raise LayoutUnknown(
            say("Filen säger inte vilket vårdsystem den kommer från."),
            say("Välj vårdsystem, så känns avsändaren igen nästa gång."),
            sheet=sheet,
        )
    columns = {str(name): index for name, index in file.columns.items()}
    return Layout(fitting[0], 0, file.header, columns, own, unit=own.unit if own else "")
