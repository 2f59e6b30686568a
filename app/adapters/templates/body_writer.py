"""From a letter type and a booking's facts to the blocks of one channel."""

from collections.abc import Collection, Mapping

from app.adapters.templates.markdown import MarkdownReader
from app.adapters.templates.places import Place, locate
from app.adapters.templates.sandbox import Sandbox
from app.adapters.templates.values import put_in
from app.content import Block, Heading
from app.draft import Channel
from app.languages import SWEDISH
from app.letter_catalogue import block_name, body_name, insert_name
from app.letter_types import LetterType
from app.wording import say


class JinjaBodyWriter:
    """Writes bodies from one set of template sources; may be used from several threads.

    A template may name the facts of `letter_facts` and `channel`, which is "1177" or "brev".
    No value passes through Jinja2 or Markdown, so all letters that take the same branches share
    one Markdown text, which is read once.
    """

    def __init__(
        self,
        sources: Mapping[str, str],
        *,
        link_domains: Collection[str],
        markdown: MarkdownReader | None = None,
    ) -> None:
        """`sources` by path as in LetterCatalogue; links may lead to `link_domains` only.

        `markdown` is one for those domains, where there is one that has read such texts before.
        """
        self._sandbox = Sandbox(sources)
        self._link_domains = link_domains
        self._markdown = markdown or MarkdownReader(link_domains)
        self._read: dict[str, tuple[Block, ...]] = {}

    def reading(self, sources: Mapping[str, str]) -> "JinjaBodyWriter":
        """One by other texts, which leaves this one as it is."""
        domains, markdown = self._link_domains, self._markdown
        return JinjaBodyWriter(sources, link_domains=domains, markdown=markdown)

    def write(
        self,
        letter_type: LetterType,
        facts: Mapping[str, str],
        channel: Channel,
        *,
        language: str = SWEDISH.code,
    ) -> tuple[Block, ...]:
        """The filled body as blocks. Raises TemplateBroken naming file, line and what to do."""
        body = body_name(letter_type, language)
        return put_in(self._blocks(self._sandbox.text(body, facts, channel)), facts)

    def write_copy_note(
        self, facts: Mapping[str, str], channel: Channel, *, language: str = SWEDISH.code
    ) -> tuple[Block, ...]:
        """What stands first in a letter that the patient may have got. Raises TemplateBroken."""
        source = block_name("kopia", language)
        return put_in(self._blocks(self._sandbox.text(source, facts, channel)), facts)

    def write_insert(
        self, insert: str, facts: Mapping[str, str], *, language: str = SWEDISH.code
    ) -> tuple[Block, ...]:
        """An insert sheet for paper, its heading first. Raises TemplateBroken."""
        source = insert_name(insert, language)
        sheet = self._blocks(self._sandbox.text(source, facts, Channel.LETTER))
        if not sheet or not isinstance(sheet[0], Heading):
            raise Place(source, 1).broken(
                say("bilagan börjar inte med en rubrik."),
                say("Skriv rubriken med ## på första raden."),
            )
        return put_in(sheet, facts)

    def _blocks(self, marked: str) -> tuple[Block, ...]:
        """The blocks of a body whose values are still tokens, read once per distinct text."""
        if marked not in self._read:
            text, places = locate(marked)
            self._read[marked] = self._markdown.blocks(text, places)
        return self._read[marked]
