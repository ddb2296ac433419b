"""What the tests have in common: the libraries that are stood in for, and where toml-test is."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
import toml_py
import tomli_w
from hypothesis import settings

pytest.register_assert_rewrite("pages")

settings.register_profile("default", deadline=None, max_examples=200, print_blob=True)
settings.register_profile("thorough", deadline=None, max_examples=10_000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(params=[tomllib, toml_py], ids=["tomllib", "toml_py"])
def reader(request: pytest.FixtureRequest) -> ModuleType:
    """Give the standard library's reader, and ours in its place."""
    module: ModuleType = request.param
    return module


@pytest.fixture(params=[tomli_w, toml_py], ids=["tomli_w", "toml_py"])
def writer(request: pytest.FixtureRequest) -> ModuleType:
    """Give tomli-w, and ours in its place."""
    module: ModuleType = request.param
    return module


def toml_test_folder() -> Path:
    """Find the files of toml-test, which `cargo xtask test --step python` writes."""
    folder = os.environ.get("TOML_TEST_FOLDER")
    if folder is None:
        raise pytest.UsageError(
            "TOML_TEST_FOLDER is not set; cargo run -p toml-tests --example export_toml_test -- FOLDER"
        )
    return Path(folder)
