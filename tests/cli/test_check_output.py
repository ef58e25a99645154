import json
import os
import stat
from pathlib import Path

import pytest

from checker.cli import delivering
from checker.cli.console import wants_color
from tests.cli.small_rulebook import BAD_POLICY


def test_without_options_the_report_is_text_on_standard_output(run):
    assert "VMU-001" in run("check bad.md").stdout


def test_text_into_a_pipe_has_no_colour(run):
    assert "\x1b[" not in run("check bad.md").stdout


def test_colour_can_be_forced(run):
    assert "\x1b[" in run("check bad.md --color always").stdout


def test_force_color_forces_colour(run, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("check bad.md").stdout


def test_no_color_goes_before_force_color(run, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("check bad.md").stdout


def test_the_flag_goes_before_no_color(run, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" in run("check bad.md --color always").stdout


@pytest.mark.parametrize(
    ("environment", "colored"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_a_terminal_gets_colour_unless_it_asks_not_to(environment, colored):
    class Terminal:
        def isatty(self):
            return True

    assert wants_color("auto", Terminal(), environment) is colored


def test_a_file_never_gets_colour(run, folder):
    run("check bad.md --color always -o report.txt")
    assert "\x1b[" not in (folder / "report.txt").read_text(encoding="utf-8")


def test_no_line_into_a_pipe_is_longer_than_80(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    assert max(map(len, run("check bad.md").stdout.splitlines())) <= 80


def test_json_on_standard_output_is_only_json(run):
    assert json.loads(run("check bad.md -f json -v").stdout)["format_version"]


@pytest.mark.parametrize(
    ("report_format", "name"),
    [("text", "rapport.txt"), ("html", "rapport.html"), ("markdown", "rapport.md"), ("json", "rapport.json")],
)
def test_a_folder_gets_a_report_named_after_its_format(run, folder, report_format, name):
    run(f"check bad.md -f {report_format} -o out/")
    assert [path.name for path in (folder / "out").iterdir()] == [name]


def test_several_formats_go_into_a_folder_that_is_made(run, folder):
    run("check bad.md -f html -f json,md -o deep/out")
    assert sorted(path.name for path in (folder / "deep/out").iterdir()) == [
        "rapport.html",
        "rapport.json",
        "rapport.md",
    ]


def test_an_existing_folder_needs_no_slash(run, folder):
    (folder / "out").mkdir()
    run("check bad.md -f json -o out")
    assert (folder / "out" / "rapport.json").is_file()


def test_one_format_may_have_a_file_name(run, folder):
    run("check bad.md -f json -o deep/mine.data")
    assert json.loads((folder / "deep/mine.data").read_text(encoding="utf-8"))["documents"]


@pytest.mark.parametrize(("name", "start"), [("r.html", "<!"), ("r.json", "{"), ("r.md", "#")])
def test_without_a_format_the_name_of_the_file_decides(run, folder, name, start):
    run(f"check bad.md -o {name}")
    assert (folder / name).read_text(encoding="utf-8").lower().lstrip().startswith(start)


@pytest.mark.parametrize(
    "words",
    [
        "-f html -f json",
        "-f html -f json -o report.html",
        "-f html,json -o bad.md",
        "-o report.docx",
        "-f json -o good.md/report.json",
        "-f json -o good.md/",
        "-q -v",
    ],
)
def test_options_that_cannot_go_together_give_2_and_how_to_mend_it(run, words):
    result = run(f"check bad.md {words}")
    assert (result.exit_code, result.stderr.startswith("Fout: ")) == (2, True)


def test_a_report_does_not_overwrite_the_policy(run, folder):
    result = run("check bad.md -f markdown -o bad.md")
    assert (result.exit_code, (folder / "bad.md").read_text(encoding="utf-8")) == (2, BAD_POLICY)


def test_a_report_of_an_earlier_run_is_not_audited(run, folder):
    run("check . -f md,json -o .")
    run("check . -f md,json -o .")
    documents = json.loads((folder / "rapport.json").read_text(encoding="utf-8"))["documents"]
    assert [document["path"] for document in documents] == ["bad.md", "good.md", "unevaluated.md"]


def test_what_was_written_is_told(run):
    assert "Geschreven: out/rapport.html" in run("check bad.md -f html -o out/").stderr


def test_quiet_tells_nothing(run):
    assert run("check bad.md -f html -o out/ -q").output == ""


def test_quiet_still_tells_what_is_wrong(run):
    assert "absent.md" in run("check absent.md -q").stderr


def test_verbose_tells_which_rules_and_pipeline_are_used(run):
    assert "taalpijplijn: nl_" in run("check bad.md -v").stderr


def test_a_written_report_leaves_nothing_else_behind(run, folder):
    run("check bad.md -f html -o out/")
    assert [path.name for path in (folder / "out").iterdir()] == ["rapport.html"]


def test_a_failed_replacement_leaves_the_old_report_whole(run, folder, monkeypatch):
    (folder / "out").mkdir()
    (folder / "out" / "rapport.json").write_text("old", encoding="utf-8")
    monkeypatch.setattr(delivering, "_mode_for", _fail)
    result = run("check bad.md -f json -o out/")
    left = {path.name: path.read_text(encoding="utf-8") for path in (folder / "out").iterdir()}
    assert (result.exit_code, left) == (2, {"rapport.json": "old"})


def test_a_device_is_written_to_and_not_replaced(run):
    run(f"check bad.md -f json -o {os.devnull}")
    assert not stat.S_ISREG(Path(os.devnull).stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="rights are POSIX")
def test_a_new_report_can_be_read_as_any_new_file(run, folder):
    (folder / "plain").touch()
    run("check bad.md -f json -o report.json")
    assert (folder / "report.json").stat().st_mode == (folder / "plain").stat().st_mode


def _fail(target):
    raise OSError("disk full")
