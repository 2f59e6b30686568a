"""The print profile: where everything stands on the page for one kind of window envelope."""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.settings_files import or_unreadable, read_toml
from app.wording import say

POINTS_PER_MM = 72 / 25.4
# Where a profile stands among the sources of a kept letter.
PROFILE_SOURCES = "print_profiles/"


class _Data(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", ser_json_bytes="base64", val_json_bytes="base64"
    )


class Zone(_Data):
    """A rectangle in millimetres from the sheet's upper left corner."""

    x: float = Field(ge=0)
    y: float = Field(ge=0)
    width: float = Field(gt=0)
    height: float = Field(gt=0)

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def holds(self, other: "Zone") -> bool:
        across = self.x <= other.x and other.right <= self.right
        return across and self.y <= other.y and other.bottom <= self.bottom


class Type(_Data):
    """Type size and distance between lines, in points."""

    size: float = Field(gt=0)
    line: float = Field(gt=0)


class AddressZone(Zone, Type):
    """What the window always shows, however the sheet slides in its envelope."""

    max_lines: int = Field(ge=1)


class Subject(Type):
    y: float = Field(ge=0)


class Body(Type):
    width: float = Field(gt=0)


class Margins(_Data):
    left: float = Field(ge=0)
    right: float = Field(ge=0)
    top: float = Field(ge=0)
    bottom: float = Field(ge=0)


class LargeType(_Data):
    """What takes the place of the ordinary sizes in a letter for a person who sees poorly."""

    subject: Type
    body: Type
    small: Type


class Logo(_Data):
    """A picture above the sender's name, `height` mm high where that is not too wide.

    `file`, as SVG or PNG, lies beside the profile; `content` is what stands in it. `alt` is what a
    screen reader says.
    """

    file: str = Field(pattern=r"\.(svg|png)$")
    alt: str = Field(min_length=1)
    height: float = Field(gt=0, le=30)
    content: bytes = Field(default=b"", repr=False)


class Sides(StrEnum):
    """How the sheets of a letter are printed."""

    ONE = "enkelsidigt"
    BOTH = "dubbelsidigt"


class PrintProfile(_Data):
    """Lengths in millimetres from the upper left corner, type sizes in points.

    `risk_zone` is what the window may show: nothing but the address may stand in it.
    """

    id: str
    name: str
    sides: Sides = Sides.ONE
    width: float = Field(gt=0)
    height: float = Field(gt=0)
    fold: float = Field(gt=0)
    production_width: float = Field(ge=0)
    continues_at: float = Field(ge=0)
    margins: Margins
    address: AddressZone
    risk_zone: Zone
    subject: Subject
    body: Body
    small: Type
    large: LargeType
    logo: Logo | None = None

    @property
    def enlarged(self) -> "PrintProfile":
        """The same page with large type; what the window shows stays as it is."""
        parts = {part: getattr(self, part) for part in LargeType.model_fields}
        sizes = {part: getattr(self.large, part).model_dump() for part in parts}
        return self.model_copy(
            update={part: kept.model_copy(update=sizes[part]) for part, kept in parts.items()}
        )

    @property
    def source(self) -> dict[str, str]:
        """All of it as a file's name and text, to be kept beside the templates of a letter."""
        return {f"{PROFILE_SOURCES}{self.id}.json": self.model_dump_json()}

    @model_validator(mode="after")
    def _zones_fit_together(self) -> Self:
        if not Zone(x=0, y=0, width=self.width, height=self.height).holds(self.risk_zone):
            raise ValueError("risk_zone reaches outside the sheet")
        if not self.risk_zone.holds(self.address):
            raise ValueError("address reaches outside risk_zone")
        if self.subject.y < self.risk_zone.bottom:
            raise ValueError("subject stands in risk_zone")
        if self.margins.left < self.production_width:
            raise ValueError("the text reaches into the printer's production zone")
        return self


def load_print_profile(path: Path) -> PrintProfile:
    """The profile of one TOML file. Raises SettingsUnreadable."""
    what = say("Utskriftsprofilen {file} går inte att använda.", file=path.name)
    with or_unreadable(what, say("Meddela den som ansvarar för programmets inställningar.")):
        profile = read_toml(path, PrintProfile)
        return profile.model_copy(update={"logo": _read(profile.logo, beside=path)})


def _read(logo: Logo | None, *, beside: Path) -> Logo | None:
    if logo is None:
        return None
    content = (beside.parent / logo.file).read_bytes()
    if logo.file.endswith(".svg"):
        content.decode("utf-8")  # an SVG is text, or it is refused here
    return logo.model_copy(update={"content": content})


def address_problem(lines: Sequence[str], profile: PrintProfile) -> str:
    """Why an address, the name on its first line, does not fit the window; "" where it does.

    A line that is too wide is broken between words, as the page does it. Widths are estimates
    that are never too small, so an address that passes here also fits on the page.
    """
    zone = profile.address
    room = zone.width * POINTS_PER_MM / zone.size
    if len(lines) <= zone.max_lines and all(_width(line, room) <= room for line in lines):
        return ""
    rows = [row for line in lines for row in _broken(line, room)]
    if max(rows, default=0) > room:
        return say(
            "{too_big} Ett ord är bredare än fönstret. Dela eller förkorta det.", too_big=_TOO_BIG
        )
    if len(rows) <= zone.max_lines:
        return ""
    if len(lines) == len(rows):
        has = say(
            "Den har {rows} rader och kan ha högst {max_lines}.",
            rows=len(rows),
            max_lines=zone.max_lines,
        )
        return say("{too_big} {has} Slå ihop två rader.", too_big=_TOO_BIG, has=has)
    takes = say(
        "Långa rader bryts, så den tar {rows} rader och kan ta högst {max_lines}.",
        rows=len(rows),
        max_lines=zone.max_lines,
    )
    return say("{too_big} {takes} Korta en rad.", too_big=_TOO_BIG, takes=takes)


_TOO_BIG = say("Adressen får inte plats i kuvertfönstret.")


def _broken(line: str, room: float) -> list[float]:
    """The widths in em of the rows that a line becomes when broken between words."""
    whole = _width(line, room)
    if whole <= room:
        return [whole]
    rows = [0.0]
    for word in line.split():
        width = sum(map(_em, word))
        if rows[-1] and rows[-1] + _em(" ") + width <= room:
            rows[-1] += _em(" ") + width
        elif rows[-1]:
            rows.append(width)
        else:
            rows[-1] = width
    return rows


def _width(line: str, room: float) -> float:
    """In em, or no more than the room: no character is wider than one, so few need measuring."""
    return len(line) if len(line) <= room else sum(map(_em, line))


@cache
def _em(char: str) -> float:
    """At least the width of a character in Inter Regular, in em; the tests hold it to the font."""
    for chars, width in _EMS:
        if char in chars:
            return width
    if char > _LAST_MEASURED:
        return 1.0
    if char.islower() or char.isdigit():
        return 0.66
    return 0.8 if char.isupper() else 1.0


_EMS = ((" ',.:;!|Iijl", 0.34), ("()/-ftr1", 0.48), ("mwæœMWÆŒ", 1.0))
_LAST_MEASURED = "\u024f"
