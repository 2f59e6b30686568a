"""The words for dates, times and the edges of a page in each language of letters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.swedish_dates import DAYS, MONTHS


@dataclass(frozen=True, slots=True)
class Language:
    """`name` is the Swedish word that staff choose it by; `clock` is a pattern of strftime.

    `page` stands before a page number and `phone` before a phone number. `qr_text` stands beside
    a QR code that leads to `site`; `qr_alt` is what a screen reader says of it.
    `preparations` begin the headings of what to do before a visit, and to bring.
    """

    code: str
    name: str
    days: tuple[str, ...]
    months: tuple[str, ...]
    clock: str
    page: str
    phone: str
    qr_text: str
    qr_alt: str
    preparations: tuple[str, ...]

    def long_date(self, day: date) -> str:
        """`Tisdag 12 januari 2027`."""
        return f"{self.days[day.weekday()].capitalize()} {self.plain_date(day)}"

    def plain_date(self, day: date) -> str:
        """`12 januari 2027`."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def time(self, at: datetime) -> str:
        """`09.40` in Swedish, `09:40` in English."""
        return at.strftime(self.clock)


SWEDISH = Language(
    "sv",
    "Svenska",
    DAYS,
    MONTHS,
    clock="%H.%M",
    page="Sida",
    phone="Telefon",
    qr_text="Rikta mobilens kamera mot koden, så kommer du till sidan på {site}.",
    qr_alt="QR-kod som leder till {url}",
    preparations=("Före ", "Innan ", "Inför ", "När du kommer", "När ni kommer"),
)

_ENGLISH = Language(
    "en",
    "Engelska",
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    clock="%H:%M",
    page="Page",
    phone="Phone",
    qr_text="Point your phone's camera at the code to open the page on {site}.",
    qr_alt="QR code that leads to {url}",
    preparations=("Before ", "When you arrive", "When you come"),
)

LANGUAGES: Mapping[str, Language] = {one.code: one for one in (SWEDISH, _ENGLISH)}
