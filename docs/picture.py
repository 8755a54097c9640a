"""The README's picture of a real run: written by this command, and compared with a new run by `--check`."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

TOP = Path(__file__).resolve().parents[1]
PICTURE = TOP / "docs" / "assets" / "run.svg"
COMMAND = "klausul check examples/hoeje-taastrup --rule no_third_country_citizen_in_prevention_area --exit-zero"
THEME = TerminalTheme((250, 250, 248), (30, 41, 59), [(30, 41, 59)] * 8, [(30, 41, 59)] * 8)
FRAME = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def output() -> list[str]:
    """The lines that the command prints: the heading, the result and the first breach."""
    module = [sys.executable, "-m", "klausul", *COMMAND.split()[1:]]
    ran = subprocess.run(module, cwd=TOP, capture_output=True, text=True, encoding="utf-8", check=True)
    lines = ran.stdout.splitlines()
    result = lines.index("Resultat")
    breach = next(number for number, line in enumerate(lines) if line.startswith("Ikke overholdt ("))
    second = next(number for number, line in enumerate(lines) if number > breach and line.startswith("  2. "))
    table = [line for line in lines[result : result + 9] if line.strip()]
    return [*lines[:6], "", *table, "", *lines[breach:second], "  …"]


def picture() -> str:
    """The picture as SVG: text, no font from elsewhere."""
    console = Console(record=True, width=102, file=io.StringIO(), color_system=None, force_terminal=False)
    console.print(f"$ {COMMAND}", markup=False, highlight=False)
    for line in output():
        console.print(line.rstrip(), markup=False, highlight=False)
    return console.export_svg(title="Klausul", theme=THEME, code_format=FRAME, unique_id="run")


def main() -> int:
    """Write the picture; with `--check`, say whether it is still what the command prints."""
    drawn = picture()
    if "--check" not in sys.argv[1:]:
        PICTURE.write_text(drawn, "utf-8")
        return 0
    if PICTURE.read_text("utf-8") == drawn:
        return 0
    print(f"{PICTURE.relative_to(TOP)} is not what the command prints; run python docs/picture.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
