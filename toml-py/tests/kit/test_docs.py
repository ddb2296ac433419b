"""The documentation of `toml_py.tomlkit`: every example runs, and everything has a docstring."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
from types import ModuleType

import pytest
from toml_py import tomlkit

MODULES = [
    importlib.import_module(f"{tomlkit.__name__}.{info.name}")
    for info in pkgutil.iter_modules(tomlkit.__path__)
]


@pytest.mark.parametrize("module", [tomlkit, *MODULES], ids=lambda module: module.__name__)
def test_examples_of_docstrings(module: ModuleType) -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    runner = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    for test in finder.find(module):
        assert runner.run(test).failed == 0, test.name


def test_there_are_examples() -> None:
    names = {
        test.name for module in MODULES for test in doctest.DocTestFinder().find(module) if test.examples
    }
    for name in (
        "api.parse",
        "api.dumps",
        "api.document",
        "api.array",
        "toml_file.TOMLFile",
        "exceptions.ParseError",
    ):
        assert f"toml_py.tomlkit.{name}" in names


def test_everything_is_documented() -> None:
    """Functions, classes, and the methods of classes that have no `_` before their name."""
    for module in MODULES:
        assert module.__doc__, module.__name__
        for name, item in vars(module).items():
            if name.startswith("_") or getattr(item, "__module__", None) != module.__name__:
                continue
            assert inspect.getdoc(item), f"{module.__name__}.{name}"
            for method, member in vars(item).items() if inspect.isclass(item) else ():
                if not method.startswith("_") and (
                    inspect.isfunction(member) or isinstance(member, property)
                ):
                    assert inspect.getdoc(getattr(item, method)), f"{module.__name__}.{name}.{method}"


def test_the_modules_have_the_names_of_tomlkit() -> None:
    import tomlkit as theirs
    import tomlkit.items

    assert set(theirs.__all__) - set(tomlkit.__all__) == set()
    public = {
        name
        for name, item in vars(theirs.items).items()
        if inspect.isclass(item) and item.__module__ == "tomlkit.items" and not name.startswith("_")
    }
    assert {name for name in public if not hasattr(tomlkit.items, name)} == set()
    errors = {
        name
        for name, item in vars(theirs.exceptions).items()
        if inspect.isclass(item) and issubclass(item, Exception)
    }
    assert {name for name in errors if not hasattr(tomlkit.exceptions, name)} == set()
