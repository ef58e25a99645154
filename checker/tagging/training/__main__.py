"""`python -m checker.tagging.training TREEBANKS --output FOLDER` makes the Dutch pipeline again.

It reads the treebanks, derives orders, headings and bullets, trains (about half an hour on one core),
adds the lemma tables, scores on the UD tests and on the imperative test, and writes the folder with the
scores in its meta.json. `--score FOLDER` scores a pipeline that is there. Needs the extra "train".
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from checker.errors import BeleidstoetsError
from checker.tagging.training.configuring import Shape

_DEFAULT = Shape()


def main(
    treebanks: Annotated[Path, typer.Argument(help="Folder with UD_*/, *-train/, imperatives*.json.")],
    output: Annotated[Path | None, typer.Option(help="Train, and write the pipeline here.")] = None,
    score: Annotated[Path | None, typer.Option(help="Score this pipeline; train nothing.")] = None,
    more: Annotated[list[Path] | None, typer.Option(help="More training text, as DocBin (.spacy).")] = None,
    steps: Annotated[int, typer.Option(help="Training steps.")] = _DEFAULT.steps,
    seed: Annotated[int, typer.Option(help="Seed of all that is drawn by chance.")] = _DEFAULT.seed,
    *,
    show_imperatives: Annotated[
        bool, typer.Option("--show-imperatives", help="With --score: print the test sentences with an imperative.")
    ] = False,
) -> None:
    """Make or score the Dutch pipeline that ships with the program."""
    if (output is None) == (score is None):
        raise typer.BadParameter("give either --output or --score")
    try:
        if output is not None:
            _make(treebanks, output, tuple(more or ()), Shape(steps=steps, seed=seed))
        elif score is not None:
            _score(treebanks, score, show=show_imperatives)
    except BeleidstoetsError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(error.exit_code) from error


def _make(treebanks: Path, output: Path, more: tuple[Path, ...], shape: Shape) -> None:
    from checker.tagging.training.making import make

    typer.echo(json.dumps(make(treebanks, output, more=more, shape=shape).plain(), indent=2))


def _score(treebanks: Path, folder: Path, *, show: bool) -> None:
    import spacy

    from checker.tagging import lemmatizing  # noqa: F401 (registers the lemmatizer)
    from checker.tagging.training.gathering import gather
    from checker.tagging.training.scoring import is_imperative, score, with_imperative
    from checker.tagging.training.timing import measure

    nlp = spacy.load(folder)
    test = gather(treebanks).test
    typer.echo(measure(nlp, test))
    typer.echo(json.dumps(score(nlp, test, treebanks).plain(), indent=2))
    for sentences in test.values() if show else ():
        for doc in with_imperative(nlp, sentences):
            marked = [token.text for token in doc if is_imperative(token)]
            typer.echo(f"{', '.join(marked)}: {doc.text}")


if __name__ == "__main__":
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command()(main)
    app(prog_name="python -m checker.tagging.training")
