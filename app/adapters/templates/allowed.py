"""What a template may hold: text, facts, conditions on facts and shared blocks. Nothing else."""

import re
from dataclasses import dataclass, field

from jinja2 import nodes

from app.adapters.templates.places import Place, mark_lines
from app.adapters.templates.values import token
from app.draft import Channel
from app.errors import TemplateBroken
from app.wording import say

MAX_DEPTH = 20  # conditions inside conditions, far more than any letter needs

_BLOCK_NAME = re.compile(r"blocks/([a-z]{2}/)?[a-z0-9_]+\.md\.j2")
_CHANNELS = frozenset(channel.value for channel in Channel)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a source names, and where: facts, and shared blocks that it includes."""

    names: dict[str, Place] = field(default_factory=dict)
    blocks: dict[str, Place] = field(default_factory=dict)


def check_tree(tree: nodes.Template, file: str) -> Checked:
    """Refuses what is not allowed; puts tokens for facts and marks the lines of the text.

    After this a value cannot reach the text at all: the tree only asks conditions of it.
    Raises TemplateBroken.
    """
    check = _Check(file)
    check.statements(tree.body, depth=0)
    return check.found


class _Check:
    def __init__(self, file: str) -> None:
        self.found = Checked()
        self._file = file

    def statements(self, statements: list[nodes.Node], *, depth: int) -> None:
        for node in statements:
            match node:
                case nodes.Output():
                    node.nodes = [self._output(part) for part in node.nodes]
                case nodes.If():
                    self._condition(node.test, depth=depth)
                    for branch in (node.body, node.elif_, node.else_):
                        self.statements([*branch], depth=depth + 1)
                case nodes.Include():
                    self._include(node)
                case _:
                    raise self._refused(node)

    def _output(self, part: nodes.Expr) -> nodes.TemplateData:
        match part:
            case nodes.TemplateData():
                text = mark_lines(part.data, self._place(part))
            case nodes.Name() if part.name != "channel":
                text = token(self._named(part))
            case _:
                raise self._refused(part)
        return nodes.TemplateData(text, lineno=part.lineno)

    def _include(self, node: nodes.Include) -> None:
        match node.template:
            case nodes.Const(value=str(name)) if _BLOCK_NAME.fullmatch(name):
                self.found.blocks.setdefault(name, self._place(node))
            case _:
                raise self._refused(node)
        if node.ignore_missing or self._file.startswith("blocks/"):
            raise self._refused(node)

    def _condition(self, test: nodes.Node, *, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise self._refused(test)
        match test:
            case nodes.Name():
                self._named(test)
            case nodes.Not():
                self._condition(test.node, depth=depth + 1)
            case nodes.And() | nodes.Or():
                self._condition(test.left, depth=depth + 1)
                self._condition(test.right, depth=depth + 1)
            case nodes.Compare():
                self._comparison(test)
            case _:
                raise self._refused(test)

    def _comparison(self, test: nodes.Compare) -> None:
        match test.expr, test.ops:
            case nodes.Name() as name, [
                nodes.Operand(op="eq" | "ne", expr=nodes.Const(value=str(value)))
            ]:
                self._named(name)
            case _:
                raise self._refused(test)
        if name.name == "channel" and value not in _CHANNELS:
            raise self._place(test).broken(
                say("kanalen {value} finns inte.", value=value),
                say('Kanalerna heter "1177" och "brev".'),
            )

    def _named(self, name: nodes.Name) -> str:
        self.found.names.setdefault(name.name, self._place(name))
        return name.name

    def _place(self, node: nodes.Node) -> Place:
        return Place(self._file, node.lineno)

    def _refused(self, node: nodes.Node) -> TemplateBroken:
        return self._place(node).broken(
            say("{name} är inte tillåtet i en mall.", name=type(node).__name__),
            say(
                "Använd bara text, uppgifter, villkor med if (==, !=, and, or, not) "
                'och include av en fil i "blocks/".'
            ),
        )
