"""The receptionist's own unit: what a file holds for other units is told, never left out."""

from collections import Counter
from collections.abc import Iterable

from app.bookings import Booking
from app.care_systems import CareSystem, CareUnit
from app.wording import say


def units_of(care_systems: Iterable[CareSystem]) -> tuple[CareUnit, ...]:
    """Every unit that can be chosen, each once, by name."""
    by_id = {unit.hsa_id.casefold(): unit for system in care_systems for unit in system.units}
    return tuple(sorted(by_id.values(), key=lambda unit: unit.name.casefold()))


def told_of_other_units(bookings: Iterable[Booking], own: CareUnit | None) -> str:
    """How many bookings are for other units than the chosen one, and for which.

    "" for none, or where no unit is chosen. They are sent as any others: each letter takes its
    sender from its own booking.
    """
    if own is None:
        return ""
    numbers = Counter((booking.unit.hsa_id, booking.unit.name) for booking in bookings)
    others = Counter[str]()
    for (hsa_id, name), number in numbers.items():
        if hsa_id.casefold() != own.hsa_id.casefold():
            others[name or say("okänd enhet")] += number
    return _sentence(others, own=own.name) if others else ""


def _sentence(others: Counter[str], *, own: str) -> str:
    total, units = others.total(), ", ".join(name for name, _ in others.most_common())
    if total == 1:
        return say("1 bokning är för en annan enhet än {own}: {units}.", own=own, units=units)
    if len(others) == 1:
        return say(
            "{total} bokningar är för en annan enhet än {own}: {units}.",
            total=total,
            own=own,
            units=units,
        )
    return say(
        "{total} bokningar är för andra enheter än {own}: {units}.",
        total=total,
        own=own,
        units=units,
    )
