import json

import pytest

from checker.audit import Auditor
from checker.errors import EngineError
from tests.cli.small_rulebook import BAD_POLICY, GOOD_POLICY


def documents(result):
    return json.loads(result.stdout)["documents"]


def paths(result):
    return [document["path"] for document in documents(result)]


def test_a_missing_file_is_named(run):
    assert "absent.md — Dit bestand of deze map bestaat niet." in run("check absent.md good.md").stderr


def test_the_other_files_are_audited_beside_a_missing_one(run):
    assert paths(run("check absent.md good.md -f json")) == ["good.md"]


def test_documents_keep_the_order_given(run):
    assert paths(run("check unevaluated.md bad.md good.md -f json")) == ["unevaluated.md", "bad.md", "good.md"]


def test_a_file_given_twice_is_audited_once(run, folder):
    assert paths(run(f"check good.md ./good.md {folder}/good.md -f json")) == ["good.md"]


def test_a_folder_is_searched_to_the_bottom_in_order_of_name(run, folder):
    for name in ("b.md", "a/z.txt", "a/deep/c.md"):
        (folder / "all" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "all" / name).write_text(GOOD_POLICY, encoding="utf-8")
    assert paths(run("check all -f json")) == ["all/b.md", "all/a/z.txt", "all/a/deep/c.md"]


@pytest.mark.parametrize("name", [".hidden.md", ".git/x.md", "~$open.docx", "photo.jpg", "list.yaml"])
def test_a_folder_gives_only_visible_files_of_a_known_kind(run, folder, name):
    (folder / "all").mkdir()
    (folder / "all" / name).parent.mkdir(exist_ok=True)
    (folder / "all" / name).write_text(GOOD_POLICY, encoding="utf-8")
    assert run("check all").exit_code == 3


def test_an_empty_folder_beside_a_file_is_a_notice(run, folder):
    (folder / "empty").mkdir()
    result = run("check empty good.md")
    assert (result.exit_code, "Let op: empty" in result.stderr) == (0, True)


def test_a_reported_path_below_the_current_folder_is_relative(run, folder):
    assert paths(run(f"check {folder}/good.md -f json")) == ["good.md"]


def test_a_reported_path_elsewhere_is_only_a_name(run, folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "policy.md"
    elsewhere.write_text(GOOD_POLICY, encoding="utf-8")
    assert paths(run(f"check {elsewhere} -f json")) == ["policy.md"]


@pytest.mark.parametrize("report_format", ["json", "html", "markdown", "text"])
def test_no_report_holds_an_absolute_path(run, folder, tmp_path_factory, report_format):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "policy.md").write_text(BAD_POLICY, encoding="utf-8")
    result = run(f"check {folder}/bad.md {elsewhere} absent.md -f {report_format}")
    assert not [place for place in (folder, elsewhere) if str(place) in result.stdout]


def test_a_document_that_breaks_the_program_does_not_stop_the_others(run, monkeypatch):
    _break(monkeypatch, "bad.md", KeyError("Kritiek"))
    assert paths(run("check bad.md good.md -f json")) == ["bad.md", "good.md"]


def test_a_document_that_breaks_the_program_could_not_be_assessed(run, monkeypatch):
    _break(monkeypatch, "bad.md", KeyError("Kritiek"))
    result = run("check bad.md good.md -f json")
    verdicts = {outcome["verdict"] for outcome in documents(result)[0]["outcomes"]}
    assert (result.exit_code, verdicts) == (4, {"niet_te_beoordelen"})


def test_a_fault_of_the_engine_makes_one_document_unreadable(run, monkeypatch):
    _break(monkeypatch, "bad.md", EngineError("stuk"))
    assert run("check bad.md good.md").exit_code == 4


def test_what_a_document_says_is_never_on_standard_error(run, monkeypatch):
    _break(monkeypatch, "bad.md", KeyError("Kritiek op de organisatie"))
    assert "Kritiek" not in run("check bad.md good.md -v -f json").stderr


def test_an_unreadable_document_is_named_when_the_report_goes_to_a_file(run, folder):
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    assert "Niet beoordeeld: broken.pdf" in run("check broken.pdf -o out.html").stderr


def test_json_has_the_same_bytes_twice(run):
    line = "check bad.md unevaluated.md -f json --reference-date 2026-11-24"
    assert run(line).stdout_bytes == run(line).stdout_bytes


def _break(monkeypatch, name, error):
    audit_file = Auditor.audit_file

    def fail(self, path, context, **named):
        if path.name == name:
            raise error
        return audit_file(self, path, context, **named)

    monkeypatch.setattr(Auditor, "audit_file", fail)
