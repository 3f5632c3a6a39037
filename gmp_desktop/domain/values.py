"""Values: frozen dataclasses with slots that are made a good deal faster, because the first window waits for them.

``dataclass(frozen=True, slots=True)`` compiles six functions for every class, half a millisecond; here all but
``__init__`` are closures. Everything of :mod:`dataclasses` holds: ``fields``, ``replace``, ``is_dataclass``, matching
by position, pickling. Fields with a factory, and classes derived from values, have to be true dataclasses.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any, TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True)
def value(cls: type[Made]) -> type[Made]:
    """As ``dataclass(frozen=True, slots=True)``."""
    cls.__doc__ = cls.__doc__ or cls.__name__  # or dataclass would work out a signature to put there
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    own = fields(made)
    names = tuple(field.name for field in own)
    for method in (*_comparing(names), *_frozen(made, names), *_kept(names), _shown(names), _making(own)):
        method.__qualname__ = f"{made.__qualname__}.{method.__name__}"
        setattr(made, method.__name__, method)
    made.__dataclass_params__.frozen = made.__dataclass_params__.eq = True
    return made  # type: ignore[no-any-return]


def _making(own: tuple[Field[Any], ...]) -> Callable[..., Any]:
    """The one function that is compiled: values are made in thousands, by position and by name."""
    if any(field.default_factory is not MISSING or not field.init or field.kw_only for field in own):
        raise TypeError("a value has only plain fields with plain defaults")
    known: dict[str, Any] = {"_set": object.__setattr__}
    given = []
    for field in own:
        has_default = field.default is not MISSING
        known[f"_{field.name}"] = field.default
        given.append(f"{field.name}=_{field.name}" if has_default else field.name)
    lines = "\n ".join(f"_set(self,{field.name!r},{field.name})" for field in own)
    exec(f"def __init__(self,{','.join(given)}):\n {lines}", known)  # noqa: S102 - the names are those of our own fields
    made: Callable[..., Any] = known["__init__"]
    made.__annotations__ = {**{field.name: field.type for field in own}, "return": None}
    return made


def _comparing(names: tuple[str, ...]) -> tuple[Callable[..., Any], ...]:
    all_of: Callable[[Any], Any] = attrgetter(*names)

    def __eq__(self: Any, other: object) -> Any:
        return all_of(self) == all_of(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:
        return hash(all_of(self))

    return __eq__, __hash__


def _frozen(cls: type[Any], names: tuple[str, ...]) -> tuple[Callable[..., Any], ...]:
    def __setattr__(self: Any, name: str, value: Any) -> None:
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self: Any, name: str) -> None:
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _kept(names: tuple[str, ...]) -> tuple[Callable[..., Any], ...]:
    def __getstate__(self: Any) -> list[Any]:
        return [getattr(self, name) for name in names]

    def __setstate__(self: Any, state: list[Any]) -> None:
        for name, kept in zip(names, state, strict=True):
            object.__setattr__(self, name, kept)

    return __getstate__, __setstate__


def _shown(names: tuple[str, ...]) -> Callable[..., Any]:
    @recursive_repr()
    def __repr__(self: Any) -> str:
        return (
            f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"
        )

    return __repr__
