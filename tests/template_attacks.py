"""Templates that attack: each is refused, within two seconds and 100 MB.

The cases are those of the design's safety chapter, C1 to C16, and what is their like; each was
known to hang, fill the memory or run code in some version of Jinja2, or would let a template reach
outside its facts. Run as a program it tries them one by one in limited processes of their own.
"""

import os
import sys

from app.adapters.templates import JinjaBodyWriter
from app.content import Block
from app.draft import Channel
from app.errors import TemplateBroken
from tests.limited_reader import limit_this_process
from tests.shipped_letters import CATALOGUE

BODY = "letter_types/rontgen/body.md.j2"
LETTER_TYPE = CATALOGUE.get("rontgen")
FACTS = {"name": "Anna Prov", "place": "Hus E", "referred_by": "", "time": "09.40"}

# The 27 of the design's attack group C, by their number there.
ATTACKS = {
    "C1 a range without end": "{% for i in range(10**9) %}x{% endfor %}",
    "C2 a range in a range": (
        "{% for i in range(99999) %}{% for j in range(99999) %}x{% endfor %}{% endfor %}"
    ),
    "C3 a text a billion times": "{{ 'a' * 10**9 }}",
    "C4 a list of 1.5 GB": "{{ [0] * 200000000 }}",
    "C5 center": "{{ 'x'.center(10**9) }}",
    "C5 ljust": "{{ 'x'.ljust(10**9) }}",
    "C5 a width in format": "{{ '{:1000000000}'.format('x') }}",
    "C5 a width after a percent sign": "{{ '%1000000000d' % 1 }}",
    "C6 indent": "{{ name|indent(10**9) }}",
    "C7 replace": "{{ name|replace('', name)|replace('', name) }}",
    "C8 lipsum": "{{ lipsum(100000) }}",
    "C9 a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "C10 3,000 parentheses": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "C11 __class__": "{{ name.__class__.__mro__ }}",
    "C11 attr": "{{ name|attr('__class__') }}",
    "C11 format": "{{ '{0.__class__}'.format(name) }}",
    "C11 CVE-2025-27516": "{{ (name|attr('format'))(name) }}",
    "C11 CVE-2024-56326": "{{ ['{0.__class__}'.format]|map('attr', '__call__')|list }}",
    "C11 the globals of cycler": "{{ cycler.__init__.__globals__.os }}",
    "C12 a method": "{{ name.upper() }}",
    "C12 an attribute": "{{ name['x'] }}",
    "C13 import": "{% import 'blocks/a.md.j2' as a %}",
    "C13 extends": "{% extends 'blocks/a.md.j2' %}",
    "C13 include of a value": "{% include name %}",
    "C14 a field that is missing": "{{ nam }}",
    "C15 a list that changes": "{% set x = [] %}{{ x.append(1) }}",
    "C16 a path for a name": "{% include 'blocks/../letter_types/rontgen/body.md.j2' %}",
}

# Their like, and whatever else reaches outside of facts, conditions and shared blocks.
LIKE_THEM = (
    "{% if " + "not " * 3000 + "name %}x{% endif %}",
    "{% if " + "name and " * 3000 + "name %}x{% endif %}",
    "{% if name %}" * 200 + "x" + "{% endif %}" * 200,
    "{{ name|map(attribute='format')|list }}",
    "{{ self }}",
    "{% if self.x %}x{% endif %}",
    "{% call name() %}x{% endcall %}",
    "{% from 'blocks/a.md.j2' import a %}",
    "{% include ['blocks/a.md.j2'] %}",
    "{% include 'blocks/a.md.j2' ignore missing %}",
    "{% include 'letter_types/rontgen/body.md.j2' %}",
    "{% include '/etc/passwd' %}",
    "{% include 'blocks/loop.md.j2' %}",
    "{% include 'blocks/big.md.j2' %}{% include 'blocks/big.md.j2' %}",
    "{% block x %}x{% endblock %}",
    "{% if nam %}x{% endif %}",
    "{% if name is defined %}x{% endif %}",
    "{% if name in 'abc' %}x{% endif %}",
    "{% if 'a' == name %}x{% endif %}",
    "{% if name == place == time %}x{% endif %}",
    "{% if name > 'a' %}x{% endif %}",
    "{% if name == 1 %}x{% endif %}",
    "{% filter upper %}x{% endfilter %}",
    "{% with x = 1 %}x{% endwith %}",
    "{{ channel }}",
    "{{ 1 }}",
    "{{ name ~ place }}",
    "{{ name if name }}",
    "{{ name",
    "{% if name %}",
    "{% nonsense %}",
    "x" * 50_001,
    "\ue000name\ue001",
)
LEGAL = (
    "Hej {{ name }}, kom till {{ place }}.",
    "{% if channel == '1177' %}Logga in{% elif not referred_by %}Ring{% endif %}",
    "{% include 'blocks/a.md.j2' %}",
)

_BLOCKS = {
    "a": "x",
    "loop": "{% include 'blocks/loop.md.j2' %}",
    "big": "x" * 40_000,
}


def write(body: str) -> tuple[Block, ...]:
    """What a body gives on paper. Raises TemplateBroken."""
    sources = {BODY: body, **{f"blocks/{name}.md.j2": text for name, text in _BLOCKS.items()}}
    writer = JinjaBodyWriter(sources, link_domains=("1177.se",))
    return writer.write(LETTER_TYPE, FACTS, Channel.LETTER)


def main() -> None:
    """Prints each attack that was not refused, and how its process ended."""
    write(LEGAL[0])  # what is loaded on first use is no growth
    for attack in (*ATTACKS.values(), *LIKE_THEM):
        if code := _ended(attack):
            print(attack[:60], code)


def _ended(attack: str) -> int:
    """0 where it was refused, 1 where it was not, below zero where the limits ended it."""
    child = os.fork()
    if child == 0:
        limit_this_process()
        try:
            write(attack)
        except TemplateBroken:
            os._exit(0)
        os._exit(1)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    main()
    sys.stdout.flush()
