"""A clinic's own window envelope, measured with a ruler, and the print profile it gives."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.print_profile import POINTS_PER_MM, Margins, PrintProfile, Sides, Zone
from app.wording import decimals, say

OWN_ENVELOPE = "eget_kuvert"

# Millimetres. Four lines of an address are the fewest that one with c/o and a country has.
_LEAST_LINES = 4
_LEAST_WIDTH = 55
_LEAST_SENDER = 50
_LEAST_BODY = 100
_LEAST_MARGIN = 5
_BESIDE_WINDOW = 3
_UNDER_WINDOW = 10


class Envelope(BaseModel):
    """Lengths in millimetres, of the envelope as it lies with its window up and readable.

    `fold` is where the sheet is folded first, from its upper edge; its height where it is not.
    The window stands so far from the envelope's left and upper edge. Margins are the sheet's.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    width: float = Field(gt=0, le=500)
    height: float = Field(gt=0, le=500)
    window_left: float = Field(ge=0, le=500)
    window_top: float = Field(ge=0, le=500)
    window_width: float = Field(gt=0, le=500)
    window_height: float = Field(gt=0, le=500)
    fold: float = Field(gt=0, le=500)
    margin_left: float = Field(ge=0, le=100)
    margin_right: float = Field(ge=_LEAST_MARGIN, le=100)
    margin_top: float = Field(ge=_LEAST_MARGIN, le=100)
    margin_bottom: float = Field(ge=_LEAST_MARGIN, le=100)
    sides: Sides = Sides.ONE

    def shown(self, sheet: PrintProfile) -> Zone | None:
        """What of the sheet the window shows wherever the sheet has slid; None for nothing."""
        across, down = self._slack(sheet)
        width = min(self.window_width - across, sheet.width - self.window_left)
        height = self.window_height - down
        if min(width, height, across, down) < 0 or 0 in {width, height}:
            return None
        return _zone(self.window_left, self.window_top, width, height)

    def may_show(self, sheet: PrintProfile) -> Zone:
        """What of the sheet the window shows in some place or other."""
        across, down = self._slack(sheet)
        left, top = max(self.window_left - across, 0), max(self.window_top - down, 0)
        right = min(self.window_left + self.window_width, sheet.width)
        bottom = min(self.window_top + self.window_height, sheet.height)
        return _zone(left, top, right - left, bottom - top)

    def _slack(self, sheet: PrintProfile) -> tuple[float, float]:
        """How far the folded sheet can slide across and down."""
        return self.width - sheet.width, self.height - self.fold


class EnvelopeShelf(Protocol):
    """Where the clinic's own envelope is kept."""

    def envelope(self) -> Envelope | None:
        """None until there is one. Raises SettingsUnreadable."""
        ...

    def keep(self, envelope: Envelope) -> None:
        """Raises NotSaved."""
        ...


def measured_of(profile: PrintProfile) -> dict[str, str]:
    """What the form begins with: a C5 envelope that shows what the profile says, in texts."""
    width, height = 229.0, 162.0
    zone, across, down = profile.address, width - profile.width, height - profile.fold
    numbers = {
        "width": width,
        "height": height,
        "window_left": zone.x,
        "window_top": zone.y,
        "window_width": zone.width + across,
        "window_height": zone.height + down,
        "fold": profile.fold,
    }
    sides = {f"margin_{side}": value for side, value in profile.margins.model_dump().items()}
    return {name: told(number) for name, number in (numbers | sides).items()}


def told(number: float) -> str:
    """As one writes it: 13,5 and 44."""
    return decimals(f"{number:.1f}".removesuffix(".0"))


def read_envelope(
    texts: Mapping[str, str], sheet: PrintProfile
) -> tuple[Envelope | None, dict[str, str]]:
    """What a person has written by the names of fields, and a sentence for each that is wrong."""
    try:
        envelope = Envelope.model_validate(
            {name: text.replace(",", ".").removesuffix("mm") for name, text in texts.items()}
        )
    except ValidationError as error:
        return None, {
            str(one["loc"][0]): _NOT_READ.get(one["type"], _RANGE) for one in error.errors()
        }
    return envelope, problems(envelope, sheet)


_NOT_READ = {"float_parsing": say("Skriv ett tal i millimeter, till exempel 44 eller 13,5.")}
_RANGE = say("Talet är för litet eller för stort.")


def problems(envelope: Envelope, sheet: PrintProfile) -> dict[str, str]:
    """Why no letter can be laid out for it: a sentence for each field to which one stands."""
    found: dict[str, str] = {}
    for name, sentence in _problems(envelope, sheet):
        found.setdefault(name, sentence)
    return found


def own_profile(envelope: Envelope, base: PrintProfile) -> PrintProfile:
    """The base with its zones, margins and fold moved to an envelope without problems."""
    address, risk = envelope.shown(base), envelope.may_show(base)
    if address is None:
        raise ValueError("the window shows nothing for certain")
    left = max(address.x, base.production_width)
    zone = _zone(left, address.y, address.right - left, address.height).model_dump()
    changes: Mapping[str, object] = {
        "id": OWN_ENVELOPE,
        "name": "Eget kuvert",
        "sides": envelope.sides,
        "fold": envelope.fold,
        "margins": _margins(envelope),
        "address": {**base.address.model_dump(), **zone, "max_lines": _lines(address, base)},
        "risk_zone": risk,
        "subject": {**base.subject.model_dump(), "y": risk.bottom + _UNDER_WINDOW},
        "body": {**base.body.model_dump(), "width": _body_width(envelope, base)},
    }
    return PrintProfile.model_validate({**base.model_dump(), **changes})


def _problems(envelope: Envelope, sheet: PrintProfile) -> Iterator[tuple[str, str]]:
    if envelope.width < sheet.width:
        yield (
            "width",
            say("Kuvertet är smalare än arket, som är {width} mm brett.", width=told(sheet.width)),
        )
    if envelope.fold > sheet.height:
        yield (
            "fold",
            say(
                "Arket är {height} mm högt. Skriv det där det inte viks.", height=told(sheet.height)
            ),
        )
    if envelope.height < envelope.fold:
        yield "height", say("Kuvertet är lägre än det vikta arket. Kontrollera också vikningen.")
    if envelope.window_left + envelope.window_width > envelope.width:
        yield "window_width", say("Fönstret når utanför kuvertets högra kant.")
    if envelope.window_top + envelope.window_height > envelope.height:
        yield "window_height", say("Fönstret når utanför kuvertets nedre kant.")
    yield from _margin_problems(envelope, sheet)
    if envelope.width >= sheet.width and envelope.height >= envelope.fold:
        yield from _address_problems(envelope, sheet)
        yield from _head_problems(envelope, sheet)


def _margin_problems(envelope: Envelope, sheet: PrintProfile) -> Iterator[tuple[str, str]]:
    if envelope.margin_left < sheet.production_width:
        least = told(sheet.production_width)
        yield (
            "margin_left",
            say("Minst {least} mm: där sätter tryckeriet sina märken.", least=least),
        )
    if _body_width(envelope, sheet) < _LEAST_BODY:
        yield (
            "margin_right",
            say("Det blir mindre än {least} mm kvar till texten.", least=_LEAST_BODY),
        )


def _address_problems(envelope: Envelope, sheet: PrintProfile) -> Iterator[tuple[str, str]]:
    """A sheet that slides far in a small window shows too little of its address."""
    zone = envelope.shown(sheet)
    width = zone.right - max(zone.x, sheet.production_width) if zone else 0
    if width < _LEAST_WIDTH:
        slack = told(envelope.width - sheet.width)
        yield (
            "window_width",
            say(
                "Arket kan glida {slack} mm i sidled, så fönstret visar inte säkert de {least} mm "
                "som en adress behöver.",
                slack=slack,
                least=_LEAST_WIDTH,
            ),
        )
    if not zone or _lines(zone, sheet) < _LEAST_LINES:
        slack = told(envelope.height - envelope.fold)
        yield (
            "window_height",
            say(
                "Arket kan glida {slack} mm i höjdled, så fönstret visar inte säkert de {least} "
                "rader som en adress kan ha.",
                slack=slack,
                least=_LEAST_LINES,
            ),
        )


def _head_problems(envelope: Envelope, sheet: PrintProfile) -> Iterator[tuple[str, str]]:
    """The document's name and date stand above the window, the sender beside it."""
    risk = envelope.may_show(sheet)
    head = (sheet.large.body.line + 4 + sheet.large.small.line) / POINTS_PER_MM
    if risk.y < envelope.margin_top + head:
        room = risk.y - head
        yield (
            "margin_top",
            say(
                "Datumet kan synas i fönstret. Övre marginalen får vara högst {room} mm.",
                room=told(room),
            )
            if room >= _LEAST_MARGIN
            else say("Fönstret sitter så högt att datumet inte får plats ovanför."),
        )
    beside = max(risk.x - envelope.margin_left, sheet.width - envelope.margin_right - risk.right)
    if beside - _BESIDE_WINDOW < _LEAST_SENDER:
        yield "window_left", say("Avsändaren får inte plats bredvid det som kan synas i fönstret.")


def _lines(zone: Zone, sheet: PrintProfile) -> int:
    """How many lines of an address it holds; under the last there is no gap."""
    gap = sheet.address.line - sheet.address.size
    return int((zone.height * POINTS_PER_MM + gap) / sheet.address.line)


def _margins(envelope: Envelope) -> Margins:
    return Margins(
        left=envelope.margin_left,
        right=envelope.margin_right,
        top=envelope.margin_top,
        bottom=envelope.margin_bottom,
    )


def _body_width(envelope: Envelope, sheet: PrintProfile) -> float:
    room = sheet.width - envelope.margin_left - envelope.margin_right
    return min(sheet.body.width, room)


def _zone(x: float, y: float, width: float, height: float) -> Zone:
    """To the tenth of a millimetre, which is finer than any ruler."""
    return Zone(x=round(x, 1), y=round(y, 1), width=round(width, 1), height=round(height, 1))
