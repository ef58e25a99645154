"""Does what README and its kin point at exist, and are their two commands the same?"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "LEESMIJ.md", "CONTRIBUTING.md", "DECISIONS.md", "CHANGELOG.md", "rules/LEESMIJ.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_file_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if not link.startswith("http")]
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


def test_both_languages_give_the_same_two_commands() -> None:
    def commands(page: str) -> list[str]:
        return re.findall(r"^python3 -m venv .*$", (ROOT / page).read_text("utf-8"), re.MULTILINE)

    assert len(commands("README.md")) == 2
    assert commands("README.md") == commands("LEESMIJ.md")


def test_the_sample_of_the_readme_ships() -> None:
    assert (ROOT / "corpora/voorbeeld/tuincentrum-de-wilgen/bron.docx").is_file()


def test_the_schema_of_a_rule_file_is_up_to_date() -> None:
    from checker.resources import rules_folder
    from checker.rulebook.schema import RuleFile

    written = json.dumps(RuleFile.model_json_schema(by_alias=True), ensure_ascii=False, indent=2) + "\n"
    assert (rules_folder() / "schema.json").read_text(encoding="utf-8") == written


def test_the_pages_of_the_rules_are_up_to_date(shipped_rulebook) -> None:
    from checker.reporting.rule_pages import rule_pages
    from checker.resources import rules_folder

    folder = rules_folder() / "uitleg"
    pages = dict(rule_pages(shipped_rulebook, "markdown"))
    stale = [name for name, text in pages.items() if (folder / name).read_text(encoding="utf-8") != text]
    assert (stale, {path.name for path in folder.iterdir()} - set(pages)) == ([], set())
