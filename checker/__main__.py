"""`python -m checker`: the same as the command `beleidstoets`."""

from checker.cli.main import run

if __name__ == "__main__":
    run()
