"""The pages of `docs/`: every block of code is run, and everything that it prints or changes is on the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pages import FENCE, Runner, Section, sections

DOCS = Path(__file__).parent.parent / "docs"
README = DOCS.parent / "README.md"
PAGES = sorted(DOCS.glob("*.md"))
SECTIONS = [(page, section) for page in PAGES for section in sections(page)]


@pytest.mark.parametrize(
    ("page", "section"), SECTIONS, ids=[f"{page.stem}-{section.title}" for page, section in SECTIONS]
)
def test_section(page: Path, section: Section, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Runner().run(section)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_fences_are_all_of_a_known_kind(page: Path) -> None:
    text = page.read_text("utf-8")
    known = {"python", "toml", "text", "diff"}
    assert {match[1] for match in FENCE.finditer(text)} <= known
    assert text.count("```") == 2 * len(FENCE.findall(text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_pages_are_linked_and_links_lead_somewhere(page: Path) -> None:
    assert f"(docs/{page.name})" in README.read_text("utf-8")
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert (DOCS / link).exists(), link
