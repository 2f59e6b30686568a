"""Values that nobody changes, for those of which a file makes tens of thousands at once."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_Value = TypeVar("_Value")


@dataclass_transform(frozen_default=True)
def value(cls: type[_Value]) -> type[_Value]:
    """A dataclass with slots that the type checker holds to be frozen.

    To refuse a change at run time too triples what it costs to make one.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
