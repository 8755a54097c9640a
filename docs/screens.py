"""The tutorial's screens, of real runs: written by this command, and compared with new runs by `--check`.

A step changes the tutorial's small agreement by a text that the page shows, and runs a command on it. Each item of the
text takes the place of the one that begins with the same line, or is added at the end.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TUTORIAL = Path(__file__).resolve().parent / "tutorial"
LANGUAGES = ("da", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A command, the texts that change the agreement before it, and whether the changes stay for the steps after."""

    name: str
    command: str
    texts: tuple[str, ...] = ()
    stays: bool = True


STEPS = (
    Step(name="lint", command="klausul lint randby"),
    Step(name="test", command="klausul test randby"),
    Step(name="limit", command="klausul test randby", texts=("limit",)),
    Step(name="mended", command="klausul test randby", texts=("mended",)),
    Step(name="rule", command="klausul lint randby", texts=("rule",)),
    Step(name="shown", command="klausul test randby", texts=("shown",)),
    Step(name="misspelt", command="klausul lint randby", texts=("misspelt",), stays=False),
    Step(name="missing", command="klausul lint randby", texts=("missing",), stays=False),
    Step(name="coverage", command="klausul coverage randby"),
    Step(name="check", command="klausul check delivery --policy randby"),
    Step(name="init", command='klausul init norddal-2026 --municipality "Norddal Kommune" --from 2026-01-01'),
    Step(name="begun", command="klausul lint norddal-2026"),
    Step(name="tried", command="klausul test norddal-2026"),
    Step(name="verified", command="klausul clauses verify norddal-2026/aftale.txt"),
    Step(name="refused", command="klausul init norddal-2026"),
)


def screens(language: str) -> Iterator[tuple[Path, str]]:
    """The file and text of each screen, from the first step to the last."""
    source = TUTORIAL / language
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for folder in ("randby", "delivery"):
            shutil.copytree(source / folder, work / folder)
        policy = work / "randby" / "aftale.klausul"
        for step in STEPS:
            before = policy.read_text("utf-8")
            texts = [(source / f"{text}.klausul").read_text("utf-8") for text in step.texts]
            policy.write_text(changed(before, texts), "utf-8")
            yield source / "screens" / f"{step.name}.txt", run(step.command, work, language)
            if not step.stays:
                policy.write_text(before, "utf-8")


def changed(policy: str, texts: list[str]) -> str:
    """The policy with the items of the texts in their places."""
    items = policy.rstrip("\n").split("\n\n")
    for item in (item for text in texts for item in text.rstrip("\n").split("\n\n")):
        heads = [other.split("\n", 1)[0] for other in items]
        head = item.split("\n", 1)[0]
        if head in heads:
            items[heads.index(head)] = item
        else:
            items.append(item)
    return "\n\n".join(items) + "\n"


def run(command: str, folder: Path, language: str) -> str:
    """What a command prints, below the command."""
    environment = {**os.environ, "KLAUSUL_LANGUAGE": language, "PYTHONUTF8": "1", "COLUMNS": "100"}
    ran = subprocess.run(
        [sys.executable, "-m", "klausul", *shlex.split(command)[1:]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    lines = (line.rstrip() for line in (ran.stdout + ran.stderr).splitlines())
    return "\n".join((f"$ {command}", *lines)).rstrip() + "\n"


def main() -> int:
    """Write the screens; with `--check`, say which are no longer what the commands print."""
    check = "--check" in sys.argv[1:]
    old = []
    for language in LANGUAGES:
        for path, text in screens(language):
            if not check:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, "utf-8")
            elif not path.is_file() or path.read_text("utf-8") != text:
                old.append(path)
    for path in old:
        print(f"{path.relative_to(TUTORIAL.parents[1])} is not what the command prints; run python docs/screens.py")
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main())
