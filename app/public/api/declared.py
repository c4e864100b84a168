"""What the API promises of each address, declared once beside its view: read by this, described by this.

A view is given the parameters that were sent, of those that it declares; any other is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from flask import Response

from app.catalogue.api import Json
from app.public import parameters
from app.public.api.door import api
from app.public.parameters import Given
from app.web.language import N_

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name, what may stand in it (JSON Schema), and what it does in words."""

    name: str
    schema: Json
    says: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One address: what it is for, its parameters, and the schema of what it answers."""

    rule: str
    name: str
    says: str
    parameters: tuple[Parameter, ...]
    answers: str
    example: str

    @property
    def path(self) -> str:
        """The address as OpenAPI writes it: ``/listings/{listing_id}``."""
        return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", self.rule)

    @property
    def in_path(self) -> list[tuple[str, str, str | int]]:
        """The name, the JSON type and an example of each part of the path that varies."""
        parts = zip(self.rule.split("/"), self.example.partition("?")[0].split("/"), strict=True)
        found = ((re.fullmatch(r"<(?:(\w+):)?(\w+)>", part), example) for part, example in parts)
        return [
            (varies[2], "integer", int(example)) if varies[1] == "int" else (varies[2], "string", example)
            for varies, example in found
            if varies
        ]


OPERATIONS: list[Operation] = []

AS_OF = Parameter("as_of", {"type": "string", "format": "date"}, N_("như đã công bố đến ngày này"))
IN_FORCE = Parameter("in_force", {"type": "string", "format": "date"}, N_("như có hiệu lực ngày này"))
CURSOR = Parameter("cursor", {"type": "string"}, N_("chép từ next của trang trước"))
WORDS = Parameter("q", {"type": "string"}, N_("chữ cần tìm, có dấu hay không đều được"))


def limit(default: int, most: int) -> Parameter:
    """Return the parameter for how many items a page has."""
    schema = {"type": "integer", "minimum": 1, "maximum": most, "default": default}
    return Parameter("limit", schema, N_("số mục mỗi trang"))


def one_of(name: str, codes: Sequence[str], says: str) -> Parameter:
    """Return a parameter that is one of ``codes``."""
    return Parameter(name, {"type": "string", "enum": list(codes)}, says)


def operation(
    rule: str, says: str, *taken: Parameter, answers: str, example: str = ""
) -> Callable[[Callable[Concatenate[Given, P], Response]], Callable[Concatenate[Given, P], Response]]:
    """Let a view answer at ``rule`` below the API's address, with what was sent of ``taken``."""

    def decorate(
        view: Callable[Concatenate[Given, P], Response],
    ) -> Callable[Concatenate[Given, P], Response]:
        @wraps(view)
        def run(**in_path: Any) -> Response:
            return view(parameters.read(*(one.name for one in taken)), **in_path)  # type: ignore[call-arg]

        api.add_url_rule(rule, view.__name__, run)
        OPERATIONS.append(Operation(rule, view.__name__, says, taken, answers, example or rule))
        return view

    return decorate
