"""The functions of `docs/typed-reading.md` that find the place of an error, on what its example does not have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
import toml_py
from pages import sections
from pydantic import AliasChoices, AliasPath, BaseModel, Field, Json, ValidationError, model_validator

PAGE = Path(__file__).parent.parent / "docs" / "typed-reading.md"


def functions() -> dict[str, Any]:
    """Take the functions out of the section on pydantic, without the example that follows them."""
    section = next(section for section in sections(PAGE) if section.title == "pydantic")
    names: dict[str, Any] = {"__name__": "page"}
    for fence in section.fences:
        if fence.language == "python":
            exec(fence.body.partition("\ntry:\n")[0], names)
    return names


PLACE_OF = functions()["place_of"]


def places(model: type[BaseModel], text: str) -> list[tuple[int, int]]:
    """Give the places of all errors, in the order in which pydantic has them."""
    document = toml_py.parse(text)
    data = document.unwrap()
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return [PLACE_OF(document, data, error) for error in caught.value.errors()]


class A(BaseModel):
    A: int


class B(BaseModel):
    B: int


def test_names_of_types_that_are_keys_too() -> None:
    """`loc` is `("item", "A", "A")` and `("item", "B", "B")`, or ends with one of them where a key is missing."""

    class Model(BaseModel):
        item: A | B

    assert places(Model, "item.A = 'x'\nitem.B = 'y'\n") == [(1, 10), (2, 10)]
    assert places(Model, "[item]\nA = 'x'\n") == [(2, 5), (1, 1)]
    assert places(Model, "item = 1\n") == [(1, 8), (1, 8)]


def test_tags_that_are_keys_too() -> None:
    class Tagged(BaseModel):
        kind: Literal["port"]
        port: int

    class Other(BaseModel):
        kind: Literal["other"]

    class Model(BaseModel):
        all: list[Annotated[Tagged | Other, Field(discriminator="kind")]]

    assert places(Model, "[[all]]\nkind = 'port'\nport = 'x'\n") == [(3, 8)]
    assert places(Model, "[[all]]\nkind = 'port'\n") == [(1, 1)]
    assert places(Model, "[[all]]\nkind = 'none'\n[[all]]\n") == [(1, 1), (3, 1)]


def test_aliases() -> None:
    class Model(BaseModel):
        one: int = Field(validation_alias=AliasChoices("first", "the-first"))
        deep: int = Field(validation_alias=AliasPath("deep", "list", 1))

    assert places(Model, "the-first = 'x'\n[deep]\nlist = [\n  1,\n  'y',\n]\n") == [(1, 13), (5, 3)]
    # Of what is missing, pydantic gives the table of the model, even where there is a part of the path to it.
    assert places(Model, "\n[deep]\nlist = [1]\n") == [(1, 1), (1, 1)]


def test_keys_of_mappings_and_dotted_keys() -> None:
    class Model(BaseModel):
        ports: dict[Annotated[str, Field(pattern="^[a-z]+$")], int]
        nested: dict[str, dict[str, int]]

    text = "nested.a.b = 'x'\n[ports]\nhttp = 'x'\n'a.b' = 1\n"
    assert places(Model, text) == [(3, 8), (4, 1), (1, 14)]


def test_what_is_in_a_text_is_at_that_text() -> None:
    class Model(BaseModel):
        data: Json[list[int]]

    assert places(Model, "data = '[1, \"x\"]'\n") == [(1, 8)]


def test_errors_of_models_are_at_their_tables() -> None:
    class Range(BaseModel):
        low: int
        high: int

        @model_validator(mode="after")
        def check(self) -> Range:
            if self.low > self.high:
                raise ValueError("empty")
            return self

    class Model(BaseModel):
        first: Range
        second: Range
        third: Range

    text = "first.low = 2\nfirst.high = 1\nsecond = { low = 2, high = 1 }\n\n[third]\nlow = 2\nhigh = 1\n"
    assert places(Model, text) == [(1, 1), (3, 10), (5, 1)]
    assert places(Range, "\nlow = 2\nhigh = 1\n") == [(1, 1)]
