"""The documentation: every example runs, and help at runtime is what the stubs say."""

from __future__ import annotations

import ast
import doctest
import inspect
from pathlib import Path

import pytest
import toml_py
from toml_py import _native

PACKAGE = Path(toml_py.__file__).parent
README = Path(__file__).parent.parent / "README.md"
FRONT_PAGE = README.parent.parent / "README.md"

STUBS = {
    node.name: ast.get_docstring(node) or ""
    for node in ast.parse((PACKAGE / "_native.pyi").read_text("utf-8")).body
    if isinstance(node, ast.FunctionDef)
}


def failures(text: str, name: str) -> int:
    test = doctest.DocTestParser().get_doctest(text, {}, name, None, 0)
    assert test.examples, f"{name} has no example"
    return doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test).failed


def docstrings() -> dict[str, str]:
    found = {**STUBS, "toml_py": toml_py.__doc__ or ""}
    for name in sorted(set(toml_py.__all__) - STUBS.keys()):
        item = getattr(toml_py, name)
        if inspect.isfunction(item):
            found[name] = inspect.getdoc(item) or ""
        elif inspect.isclass(item):
            found.update(docstrings_of_class(item))
    return {name: text for name, text in found.items() if ">>>" in text}


def docstrings_of_class(kind: type) -> dict[str, str]:
    found = {kind.__name__: inspect.getdoc(kind) or ""}
    for base in kind.__mro__:
        if base.__module__.startswith("toml_py"):
            methods = (name for name in vars(base) if not name.startswith("_"))
            found.update({f"{base.__name__}.{name}": inspect.getdoc(getattr(base, name)) or "" for name in methods})
    return found


@pytest.mark.parametrize("name", docstrings())
def test_examples_of_docstrings(name: str) -> None:
    assert failures(docstrings()[name], name) == 0


def test_examples_of_the_readme() -> None:
    blocks = README.read_text("utf-8").split("```python\n")[1:]
    code = "\n\n".join(block.split("```")[0] for block in blocks)
    assert failures(code, "README.md") == 0


def test_examples_of_the_front_page() -> None:
    blocks = FRONT_PAGE.read_text("utf-8").split("```python\n")[1:]
    assert len(blocks) == 2
    exec("\n".join(block.split("```")[0] for block in blocks), {})


def test_examples_are_there() -> None:
    """Whatever is neither of `dict` and `list` nor obvious has one."""
    documented = docstrings().keys()
    assert {"Array", "Document", "Table", "EditError", "TOMLDecodeError", "open", "parse"} <= documented
    obvious = {"version", "checkpoint"}
    for kind in (toml_py.Document, toml_py.Table, toml_py.Array):
        ours = {name.split(".")[1] for name in documented if "." in name}
        public = {name for name in dir(kind) if not name.startswith("_")}
        assert public - ours <= set(dir(dict)) | set(dir(list)) | obvious


def test_stubs_are_complete() -> None:
    functions = {name for name in dir(_native) if inspect.isbuiltin(getattr(_native, name))}
    assert STUBS.keys() == functions
    assert all(hasattr(toml_py, name) for name in toml_py.__all__)


@pytest.mark.parametrize("name", STUBS)
def test_help_is_that_of_the_stubs(name: str) -> None:
    prose = STUBS[name].split("\n\n>>>")[0]
    assert inspect.getdoc(getattr(toml_py, name)) == prose


def test_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    assert toml_py.__version__ == version("toml-py")


def test_licences_come_with_the_package() -> None:
    from importlib.metadata import distribution

    package = distribution("toml-py")
    names = ["LICENSE-APACHE", "LICENSE-MIT"]
    assert package.metadata.get_all("License-File") == names
    for name in names:
        text = package.read_text(f"licenses/{name}")
        assert text == (FRONT_PAGE.parent / name).read_text("utf-8")


def test_differences_are_all_listed() -> None:
    """Each test of `test_differences.py` is named in the README, and no other."""
    tree = ast.parse((Path(__file__).parent / "test_differences.py").read_text("utf-8"))
    tests = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    listed = {word.strip("`") for word in README.read_text("utf-8").split() if word.startswith("`test_")}
    assert listed == tests
