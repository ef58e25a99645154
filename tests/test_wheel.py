"""Does an installed wheel carry its rules, templates and pipeline?"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    done = subprocess.run(build, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_rule_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    rules = ROOT / "rules"
    carried = [f"checker/_data/rules/{path.relative_to(rules).as_posix()}" for path in rules.rglob("*.yaml")]
    missing = [name for name in carried if name not in names]
    assert missing == []


def test_the_wheel_holds_the_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if name.endswith("licenses/LICENSE")]
    assert [name for name in names if name.endswith("nl_beleid_sm/LICENSE")]


def test_a_check_runs_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    """The wheel is unpacked in an empty folder, away from the checkout; libraries come from this environment."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    policy = tmp_path / "beleid.md"
    policy.write_text("# Sociale media\n\nNegatieve berichten over de organisatie zijn niet toegestaan.\n", "utf-8")
    program = "import checker, sys; from checker.cli.main import run; print(checker.__file__, file=sys.stderr); run()"
    done = subprocess.run(
        [sys.executable, "-c", program, "check", str(policy), "--format", "json", "--fail-on", "nooit"],
        cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "site"), "PATH": ""}, capture_output=True, text=True,
        check=False, timeout=120,
    )  # fmt: skip
    assert str(tmp_path) in done.stderr.splitlines()[0]
    assert done.returncode == 0, done.stderr
    assert '"rule": "VMU-002"' in done.stdout
