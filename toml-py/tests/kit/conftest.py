"""tomlkit, and our layer in its place: the tests of this folder hold for both unless they say otherwise."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
import tomlkit
import tomlkit.container
import tomlkit.exceptions
import tomlkit.items
import tomlkit.toml_document
import tomlkit.toml_file
from toml_py import tomlkit as ours


@pytest.fixture(params=[tomlkit, ours], ids=["tomlkit", "toml_py"])
def kit(request: pytest.FixtureRequest) -> Any:
    """Give tomlkit, and our layer in its place."""
    module: ModuleType = request.param
    return module


@pytest.fixture
def theirs() -> Any:
    """Give tomlkit."""
    return tomlkit


@pytest.fixture
def our_kit() -> Any:
    """Give our layer."""
    return ours
