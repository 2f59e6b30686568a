"""A contract with 1177 inkorg as data: what its messages look like, and how it wants to be used."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.settings_files import or_unreadable, read_toml
from app.wording import say

# What the program has to say in a message or a question.
ValueName = Literal[
    "person",
    "unit_id",
    "unit_name",
    "unit_phone",
    "letter_id",
    "subject",
    "docbook",
    "notify",
    "source_system",
]

_NAME = r"[A-Za-z]\w*:[A-Za-z_][\w.-]*"
_PATH = re.compile(rf"{_NAME}(/{_NAME})*", re.ASCII)


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Pace(_Data):
    """How fast the other side wants messages; `source` says who has asked for it."""

    per_second: float = Field(gt=0)
    per_round: int = Field(gt=0)
    minutes_between_rounds: float = Field(ge=0)
    source: str


class MessageCall(_Data):
    """The call that leaves a message.

    Names are `prefix:name`. `fields` maps paths below the request, in the schema's order, to the
    value that stands there; the next four are paths below the answer. `taken` and `refused` are
    the result codes by which the other side has, and has not, got the message.
    """

    action: str
    request: str
    fields: dict[str, ValueName]
    answer: str
    thread_id: str
    code: str
    text: str
    notified: str
    taken: tuple[str, ...] = Field(min_length=1)
    refused: tuple[str, ...]

    @property
    def answer_paths(self) -> tuple[str, ...]:
        return (self.thread_id, self.code, self.text, self.notified)


class QuestionCall(_Data):
    """The call that asks whether a person is logged in, and which notifications are on."""

    action: str
    request: str
    fields: dict[str, ValueName]
    answer: str
    active: str
    methods: str

    @property
    def answer_paths(self) -> tuple[str, ...]:
        return (self.active, self.methods)


class ContractMapping(_Data):
    """`namespaces` by prefix; `person_form` is a pattern for a whole number."""

    person_form: re.Pattern[str]
    namespaces: dict[str, str]
    message: MessageCall
    question: QuestionCall

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        for call in (self.message, self.question):
            for path in (call.request, call.answer, *call.fields, *call.answer_paths):
                self._must_be_a_path(path)
        _must_tell(self.message.fields, "person", "docbook", "letter_id")
        _must_tell(self.question.fields, "person")
        return self

    def _must_be_a_path(self, path: str) -> None:
        if not _PATH.fullmatch(path):
            raise ValueError(f"{path!r} is no path of prefix:name")
        if not {name.partition(":")[0] for name in path.split("/")} <= self.namespaces.keys():
            raise ValueError(f"{path!r} has a prefix without a namespace")


def _must_tell(fields: Mapping[str, ValueName], *values: ValueName) -> None:
    missing = [value for value in values if value not in fields.values()]
    if missing:
        raise ValueError(f"no field has the value {', '.join(missing)}")


class Contract(_Data):
    """`never_live` is the Swedish reason why it must never be used live, or "".

    One that is not `verified` has names that nobody has compared with its schema. Deadlines are
    seconds.
    """

    id: str
    name: str
    verified: bool
    source: str
    never_live: str = ""
    deadline: float = Field(gt=0)
    question_deadline: float = Field(gt=0)
    pace: Pace
    mapping: ContractMapping

    @property
    def label(self) -> str:
        return self.name if self.verified else say("{name} (overifierad)", name=self.name)


def load_contract(shipped: Path, *, own: Path) -> Contract:
    """The contract of one shipped file; its mapping is that of `own`, where there is such a file.

    A verified mapping is left as it is. Raises SettingsUnreadable.
    """
    contract = _load(shipped)
    if contract.verified or not own.exists():
        return contract
    return contract.model_copy(update={"mapping": _load(own).mapping})


def _load(path: Path) -> Contract:
    what = say("Kontraktet i {file} går inte att använda.", file=path.name)
    with or_unreadable(what, say("Meddela den som ansvarar för anslutningen till 1177.")):
        return read_toml(path, Contract)
