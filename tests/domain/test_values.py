"""A value is what ``dataclass(frozen=True, slots=True)`` makes, seen from outside."""

import copy
import dataclasses
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field
from typing import Any

import pytest

from gmp_desktop.domain.blocks import Heading
from gmp_desktop.domain.inline import Run
from gmp_desktop.domain.values import value


@value
class Fast:
    """A line."""

    text: str
    level: int = 1
    others: tuple[Any, ...] = ()


@value
class Twin:
    text: str
    level: int = 1
    others: tuple[Any, ...] = ()


@value
class Alone:
    text: str = ""


def standard(cls: type) -> Any:
    """The true dataclass with the same name and fields."""
    body = {"__annotations__": cls.__annotations__, "__qualname__": cls.__qualname__, "__doc__": cls.__doc__}
    defaults = {
        one.name: one.default for one in dataclasses.fields(cls) if one.default is not dataclasses.MISSING
    }
    return dataclass(frozen=True, slots=True)(type(cls.__name__, (), body | defaults))


@pytest.mark.parametrize("cls", [Fast, Alone])
def test_fields_signature_parameters_and_slots_are_those_of_a_dataclass(cls: Any) -> None:
    true = standard(cls)
    assert [(one.name, one.default, one.type) for one in dataclasses.fields(cls)] == [
        (one.name, one.default, one.type) for one in dataclasses.fields(true)
    ]
    assert repr(cls.__dataclass_params__).replace("init=False", "init=True").replace(
        "repr=False", "repr=True"
    ) == repr(true.__dataclass_params__)
    assert inspect.signature(cls) == inspect.signature(true)
    assert cls.__match_args__ == true.__match_args__
    assert cls.__slots__ == true.__slots__
    assert cls.__init__.__qualname__ == true.__init__.__qualname__
    assert not hasattr(cls("x"), "__dict__")


@pytest.mark.parametrize(
    ("args", "named"), [(("a",), {}), (("a", 2), {}), (("a",), {"others": (1,)}), ((), {"text": "b"})]
)
def test_it_is_made_shown_and_compared_as_a_dataclass(args: tuple[Any, ...], named: dict[str, Any]) -> None:
    one, true = Fast(*args, **named), standard(Fast)(*args, **named)
    assert repr(one) == repr(true)
    assert dataclasses.asdict(one) == dataclasses.asdict(true)
    assert one == Fast(*args, **named)
    assert hash(one) == hash(Fast(*args, **named)) == hash(true)
    assert one != Fast("other")
    assert one != true
    others: list[object] = [Twin(*args, **named), dataclasses.astuple(one)]
    assert one not in others


@pytest.mark.parametrize("args", [(), ("a", 1, (), 2)])
def test_wrong_arguments_are_refused(args: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError):
        Fast(*args)
    with pytest.raises(TypeError):
        Fast("a", colour="red")  # type: ignore[call-arg]


def test_nothing_of_it_can_be_changed() -> None:
    one = Fast("a")
    for name in ("text", "colour"):
        with pytest.raises(FrozenInstanceError, match=f"cannot assign to field '{name}'"):
            setattr(one, name, "b")
        with pytest.raises(FrozenInstanceError, match=f"cannot delete field '{name}'"):
            delattr(one, name)
    assert one == Fast("a")


@pytest.mark.parametrize("one", [Fast("a", others=(Fast("b"),)), Run("x", bold=True), Alone("z")])
def test_it_is_pickled_and_copied(one: Any) -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(one, protocol)) == one
    assert copy.copy(one) == copy.deepcopy(one) == one
    assert dataclasses.replace(one, text="new").text == "new"


def test_it_is_matched_by_position_and_by_name() -> None:
    match Fast("a", 3):
        case Fast(text, 3):
            assert text == "a"
        case _:
            pytest.fail("no match")
    match Heading.__match_args__:
        case ("id", "text", "level", "numbered"):
            pass
        case _:
            pytest.fail("no match")


def test_one_that_holds_itself_is_shown() -> None:
    held: list[Any] = []
    one = Fast("a", others=(held,))
    held.append(one)
    assert repr(one) == "Fast(text='a', level=1, others=([...],))"


def test_what_it_does_not_do_is_refused() -> None:
    with pytest.raises(TypeError, match="plain"):

        @value
        class Made:
            parts: list[str] = field(default_factory=list)
