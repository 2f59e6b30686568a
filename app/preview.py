"""The preview: the exact message and the exact page of a letter, and whether they agree."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.channels import Route
from app.draft import Channel
from app.letters import Letter
from app.packed_text import packed
from app.parity import Difference, parity_differences
from app.print_profile import Zone
from app.wording import say


@dataclass(frozen=True, slots=True)
class PageText:
    """What is read back out of a finished PDF. `risk_zone` is text that the window may show."""

    pages: tuple[str, ...]
    risk_zone: str


class MessageFormat(Protocol):
    def message(self, letter: Letter) -> str:
        """The 1177 message as the outgoing DocBook string."""
        ...

    def text(self, message: str) -> str:
        """All words of a finished message, read back out of the DocBook."""
        ...


class PageFormat(Protocol):
    def page(self, letter: Letter) -> bytes:
        """The paper letter as PDF bytes, equal for equal letters.

        Raises LetterIncomplete naming a character that the fonts lack.
        """
        ...


class PageReader(Protocol):
    def read(self, pdf: bytes) -> PageText:
        """The text of every page, and what stands in the window's risk zone of the first."""
        ...


@dataclass(frozen=True, slots=True)
class Raster:
    """A page as pixels: rows of `stride` bytes, four bytes a pixel in the order B, G, R, unused.

    `pixels` is the memory that was drawn in, not a copy: an image over it keeps the raster alive.
    """

    width: int
    height: int
    stride: int
    pixels: bytes | memoryview


class PageRaster(Protocol):
    """`page_index` counts from 0."""

    def page_count(self, pdf: bytes) -> int: ...

    def render(self, pdf: bytes, page_index: int, *, dpi: float) -> Raster: ...

    def places(
        self, pdf: bytes, page_index: int, *, texts: Sequence[str]
    ) -> tuple[tuple[Zone, ...], ...]:
        """Where each of the texts stands on a page: a rectangle for each line of it."""
        ...


@dataclass(frozen=True, slots=True)
class Preview:
    """What was shown and, unchanged, what is sent. Only a Previewer should make one."""

    letter: Letter
    route: Route
    message: str
    page: bytes
    page_count: int
    parity: tuple[Difference, ...]
    risk_zone: str

    @property
    def subject(self) -> str:
        return self.letter.words.subject

    @property
    def differences(self) -> tuple[str, ...]:
        """What only one channel tells, in the words shown to staff."""
        return tuple(difference.sentence for difference in self.parity)

    def content(self, channel: Channel) -> bytes:
        """The very bytes that the channel's carrier takes."""
        return self.message.encode() if channel is Channel.INBOX_1177 else self.page

    @property
    def digest(self) -> str:
        """SHA-256 over both contents: equal digests mean that the same letter would be sent."""
        return hashlib.sha256(self.message.encode() + b"\x1f" + self.page).hexdigest()


class Previewer:
    """Lays a letter out for both channels and reads both back to compare them."""

    def __init__(
        self, *, message_format: MessageFormat, page_format: PageFormat, page_reader: PageReader
    ) -> None:
        self._message_format = message_format
        self._page_format = page_format
        self._page_reader = page_reader

    def message(self, letter: Letter) -> str:
        """As MessageFormat; the page takes ten times as long."""
        return self._message_format.message(letter)

    def page(self, letter: Letter) -> bytes:
        """As PageFormat."""
        return self._page_format.page(letter)

    def content(self, letter: Letter, channel: Channel) -> bytes:
        """What one channel carries: DocBook or PDF."""
        if channel is Channel.INBOX_1177:
            return self.message(letter).encode()
        return self.page(letter)

    def begin(self, letter: Letter, route: Route) -> "BegunPreview":
        """Raises as MessageFormat."""
        return BegunPreview(letter, route, self.message(letter), previewer=self)

    def preview(self, letter: Letter, route: Route) -> Preview:
        return self.begin(letter, route).finish()

    def finish(self, laid_out: "LaidOutPreview") -> Preview:
        letter, message = laid_out.begun.letter, laid_out.begun.message
        page = laid_out.page
        read_back = self._page_reader.read(page)
        texts = {
            Channel.INBOX_1177: self._message_format.text(message),
            Channel.LETTER: "\n".join(read_back.pages),
        }
        return Preview(
            letter=letter,
            route=laid_out.begun.route,
            message=message,
            page=page,
            page_count=len(read_back.pages),
            parity=parity_differences(letter, texts),
            risk_zone=unexpected_in_risk_zone(letter, read_back.risk_zone),
        )


@dataclass(frozen=True, slots=True)
class BegunPreview:
    """A letter whose message stands, to be looked at while its page is laid out."""

    letter: Letter
    route: Route
    message: str
    previewer: Previewer

    def lay_out(self) -> "LaidOutPreview":
        """The page by the same templates. Raises as PageFormat."""
        return LaidOutPreview(self, self.previewer.page(self.letter))

    def finish(self) -> Preview:
        return self.lay_out().finish()


@dataclass(frozen=True, slots=True)
class LaidOutPreview:
    """A letter whose page stands too, to be looked at while both are read back and compared."""

    begun: BegunPreview
    page: bytes

    def finish(self) -> Preview:
        """With that very message and that very page."""
        return self.begun.previewer.finish(self)


def unexpected_in_risk_zone(letter: Letter, found: str) -> str:
    """What the window may show where it is not the name and whole address; "" where all is well."""
    allowed = packed(" ".join(letter.address_lines))
    return "" if packed(found) == allowed else found or say("ingen adress")
