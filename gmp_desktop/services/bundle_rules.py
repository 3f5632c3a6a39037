"""The published schema of bundles as plain functions: every value of a file is looked at once.

A general validator tries each block against the rules of every kind and finds every reference anew; a hostile
file held the program for minutes that way. Here a rule is made once, and the kind of a block chooses its rule.
A keyword this module does not know stops the program, so that no rule of the schema is ever passed over.
"""

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any, NoReturn

from gmp_desktop.paths import shipped

Check = Callable[[Any], None]

_REMARKS = {"$schema", "$defs", "title", "description"}
_TYPES: dict[str, type] = {
    "array": list,
    "boolean": bool,
    "integer": int,
    "null": type(None),
    "object": dict,
    "string": str,
}
_DEFINITION = "#/$defs/"


class Broken(Exception):
    """A rule that is not kept, and where."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule
        self.steps: list[str] = []

    @property
    def where(self) -> str:
        return "/".join(reversed(self.steps))


def check(tree: Any) -> None:
    """Broken where the tree does not keep to the schema of bundles."""
    _bundle()(tree)


@cache
def _bundle() -> Check:
    schema = json.loads(shipped("resources", "schema", "bundle.schema.json").read_bytes())
    return _Rules(schema["$defs"]).rule(schema)


class _Rules:
    """Makes the check of a part of the schema; that of a definition once."""

    def __init__(self, definitions: dict[str, Any]) -> None:
        self._definitions = definitions
        self._made: dict[str, Check] = {}

    def rule(self, schema: dict[str, Any]) -> Check:
        words = {word: value for word, value in schema.items() if word not in _REMARKS}
        if "$ref" in words:
            name = words.pop("$ref").removeprefix(_DEFINITION)
            _know(words, set())
            if name not in self._made:
                self._made[name] = self.rule(self._definitions[name])
            return self._made[name]
        if "anyOf" in words:
            return self._optional(words)
        if "const" in words or "enum" in words:
            _know(words, {"const", "enum"})
            return _one_of(words["enum"] if "enum" in words else [words["const"]])
        if "allOf" in words:
            return self._by_kind(words)
        make = {"object": self._object, "array": self._array, "string": _string, "integer": _integer}
        return make.get(words["type"], _plain)(words)

    def _optional(self, words: dict[str, Any]) -> Check:
        """Nothing, or something."""
        _know(words, {"anyOf"})
        nothing, something = words["anyOf"]
        _know(nothing, {"type"})
        if nothing["type"] != "null":
            raise NotImplementedError("anyOf")
        inner = self.rule(something)

        def check(value: Any) -> None:
            if value is not None:
                inner(value)

        return check

    def _by_kind(self, words: dict[str, Any]) -> Check:
        """An object whose kind chooses the rule."""
        _know(words, {"type", "required", "properties", "allOf"})
        rules: dict[str, Check] = {}
        for case in words["allOf"]:
            _know(case, {"if", "then"})
            rules[case["if"]["properties"]["kind"]["const"]] = self.rule(case["then"])
        if words["required"] != ["kind"] or set(words["properties"]["kind"]["enum"]) != rules.keys():
            raise NotImplementedError("allOf")

        def check(value: Any) -> None:
            if type(value) is not dict:
                raise Broken("type")
            if "kind" not in value:
                raise Broken("required")
            kind = value["kind"]
            rule = rules.get(kind) if type(kind) is str else None
            if rule is None:
                _broken("enum", "kind")
            rule(value)

        return check

    def _object(self, words: dict[str, Any]) -> Check:
        _know(words, {"type", "required", "properties", "additionalProperties"})
        rules = [(name, self.rule(inner)) for name, inner in words["properties"].items()]
        names = {name for name, _ in rules}
        if set(words["required"]) != names or words["additionalProperties"] is not False:
            raise NotImplementedError("an object with properties it may do without")

        def check(value: Any) -> None:
            if type(value) is not dict:
                raise Broken("type")
            if value.keys() != names:
                raise Broken("required" if names - value.keys() else "additionalProperties")
            name = ""
            try:
                for name, rule in rules:
                    rule(value[name])
            except Broken as broken:
                broken.steps.append(name)
                raise

        return check

    def _array(self, words: dict[str, Any]) -> Check:
        _know(words, {"type", "items", "maxItems"})
        rule, most = self.rule(words["items"]), words["maxItems"]

        def check(value: Any) -> None:
            if type(value) is not list:
                raise Broken("type")
            if len(value) > most:
                raise Broken("maxItems")
            at = 0
            try:
                for at, item in enumerate(value):  # noqa: B007 - named in the fault
                    rule(item)
            except Broken as broken:
                broken.steps.append(str(at))
                raise

        return check


def _one_of(choices: list[Any]) -> Check:
    known = {(type(choice), choice) for choice in choices}

    def check(value: Any) -> None:
        if type(value) not in (str, int) or (type(value), value) not in known:
            raise Broken("enum" if len(known) > 1 else "const")

    return check


def _string(words: dict[str, Any]) -> Check:
    _know(words, {"type", "pattern", "minLength", "maxLength"})
    least, most = words.get("minLength", 0), words.get("maxLength", float("inf"))
    found = re.compile(words.get("pattern", "")).search

    def bounded(value: Any) -> None:
        if type(value) is not str:
            raise Broken("type")
        if not least <= len(value) <= most:
            raise Broken("minLength" if len(value) < least else "maxLength")
        if not found(value):
            raise Broken("pattern")

    return bounded if words.keys() > {"type"} else _plain(words)


def _integer(words: dict[str, Any]) -> Check:
    _know(words, {"type", "minimum", "maximum"})
    least, most = words["minimum"], words["maximum"]

    def check(value: Any) -> None:
        if type(value) is not int:
            raise Broken("type")
        if not least <= value <= most:
            raise Broken("minimum" if value < least else "maximum")

    return check


def _plain(words: dict[str, Any]) -> Check:
    _know(words, {"type"})
    kind = _TYPES[words["type"]]

    def check(value: Any) -> None:
        if type(value) is not kind:
            raise Broken("type")

    return check


def _know(words: dict[str, Any], known: set[str]) -> None:
    unknown = words.keys() - known
    if unknown:
        raise NotImplementedError(f"the schema says {', '.join(sorted(unknown))}")


def _broken(rule: str, step: str) -> NoReturn:
    broken = Broken(rule)
    broken.steps.append(step)
    raise broken
