import pytest

from checker import audit


def test_a_policy_without_findings_gives_0(run):
    assert run("check good.md --employees 10").exit_code == 0


def test_a_finding_gives_1(run):
    assert run("check bad.md --employees 10").exit_code == 1


def test_a_finding_below_the_threshold_gives_0(run):
    assert run("check unevaluated.md --fail-on midden").exit_code == 0


def test_a_finding_at_the_threshold_gives_1(run):
    assert run("check bad.md --fail-on hoog").exit_code == 1


def test_never_failing_gives_0_whatever_is_found(run):
    assert run("check bad.md --fail-on nooit").exit_code == 0


def test_a_missing_file_gives_2(run):
    assert run("check absent.md").exit_code == 2


def test_an_empty_folder_gives_3(run, folder):
    (folder / "empty").mkdir()
    assert run("check empty").exit_code == 3


def test_a_missing_file_goes_before_an_empty_folder(run, folder):
    (folder / "empty").mkdir()
    assert run("check empty absent.md").exit_code == 2


def test_an_unreadable_document_gives_4(run, folder):
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    assert run("check broken.pdf bad.md").exit_code == 4


def test_a_missing_file_goes_before_an_unreadable_one(run, folder):
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    assert run("check broken.pdf absent.md").exit_code == 2


def test_an_interruption_gives_130(run, monkeypatch):
    monkeypatch.setattr(audit.Auditor, "audit_file", _raise(KeyboardInterrupt()))
    assert run("check good.md").exit_code == 130


def test_an_interruption_leaves_no_report(run, folder, monkeypatch):
    monkeypatch.setattr(audit.Auditor, "audit_file", _raise(KeyboardInterrupt()))
    run("check good.md -f html -o out/")
    assert not (folder / "out").exists()


def test_a_fault_of_the_program_gives_2_and_its_name(run, monkeypatch):
    monkeypatch.setattr(audit.Auditor, "__init__", _raise(ZeroDivisionError("secret words")))
    result = run("check good.md")
    assert (result.exit_code, "ZeroDivisionError" in result.stderr) == (2, True)


def test_a_fault_of_the_program_tells_nothing_of_the_document(run, monkeypatch):
    monkeypatch.setattr(audit.Auditor, "__init__", _raise(ZeroDivisionError("secret words")))
    assert "secret words" not in run("check good.md").output


@pytest.mark.parametrize("line", ["check good.md --debug", "--debug check good.md"])
def test_debug_shows_the_fault_itself(run, monkeypatch, line):
    monkeypatch.setattr(audit.Auditor, "__init__", _raise(ZeroDivisionError("secret words")))
    assert isinstance(run(line).exception, ZeroDivisionError)


def _raise(error):
    def fail(*args, **kwargs):
        raise error

    return fail
