"""Whether the 1177 message tells what an insert sheet tells on paper."""

from collections.abc import Iterator

from app.content import Block, Box, Bullets, Facts, Heading, Link, Paragraph
from app.draft import Channel
from app.letters import Letter


def untold_inserts(letter: Letter) -> tuple[str, ...]:
    """The headings of insert sheets that a step-2 message has neither as a section nor as a link.

    In step 1 the message is short and the letter carries the rest. A section is a heading or a box
    of the same words as the sheet's heading, and a link's text is those words.
    """
    kind = letter.letter_type
    if kind.step == 1 or Channel.INBOX_1177 not in kind.channels:
        return ()
    told = {name for block in letter.blocks[Channel.INBOX_1177] for name in _names(block)}
    titles = (sheet[0].text for sheet in letter.inserts if isinstance(sheet[0], Heading))
    return tuple(title for title in titles if title not in told)


def _names(block: Block) -> Iterator[str]:
    """What leads the reader to something: headings, titles of boxes and texts of links."""
    match block:
        case Heading(text):
            yield text
        case Box(_, title, inner):
            yield title
            for part in inner:
                yield from _names(part)
        case Paragraph(spans):
            yield from (span.text for span in spans if isinstance(span, Link))
        case Facts() | Bullets():
            return
