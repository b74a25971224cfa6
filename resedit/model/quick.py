"""Frozen values that are made quickly: for the few kinds of which a run makes tens of thousands."""

from dataclasses import MISSING, fields
from typing import Any, TypeVar

T = TypeVar("T")


def quick(cls: type[T]) -> type[T]:
    """A frozen dataclass with slots whose values are made in half the time; nothing else about it changes.

    What `dataclass` writes sets each field by its name, and looks up how to do so each time. Here each field's own
    descriptor is at hand. The fields have no factories of defaults.
    """
    scope: dict[str, Any] = {f"set_{name}": vars(cls)[name].__set__ for name in cls.__slots__}  # type: ignore[attr-defined]
    given, sets = ["self"], []
    for field in fields(cls):  # type: ignore[arg-type]
        given.append(field.name if field.default is MISSING else f"{field.name}=default_{field.name}")
        scope[f"default_{field.name}"] = field.default
        sets.append(f"    set_{field.name}(self, {field.name})")
    exec("\n".join([f"def __init__({', '.join(given)}):", *sets]), scope)
    type.__setattr__(cls, "__init__", scope["__init__"])
    return cls
