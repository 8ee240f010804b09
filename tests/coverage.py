"""How many lines of each folder of src/ the tests reach: coverage.py BUILD-FOLDER

Reads what gcov says of a build that was made with -Db_coverage=true and whose tests have run.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
BUILD = Path(sys.argv[1]).resolve()


def read_counts(notes):
    """For each source file its lines and how often they ran, from one object's notes."""
    done = subprocess.run(["gcov", "--json-format", "--stdout", str(notes)], cwd=BUILD,
                          capture_output=True, text=True, check=True)
    for document in done.stdout.splitlines():
        for file in json.loads(document)["files"]:
            path = (BUILD / file["file"]).resolve()
            if path.is_relative_to(TOP / "src"):
                yield path, {line["line_number"]: line["count"] for line in file["lines"]}


def main():
    counts = defaultdict(lambda: defaultdict(int))
    for notes in sorted((BUILD / "src").rglob("*.gcno")):
        for path, lines in read_counts(notes):
            for line, count in lines.items():
                counts[path][line] += count
    layers = defaultdict(list)
    for path, lines in counts.items():
        reached = sum(1 for count in lines.values() if count)
        layers[path.relative_to(TOP / "src").parts[0]].append((reached, len(lines), path))
    if not layers:
        sys.exit("coverage: no counts; did the tests run?")
    for layer, rows in sorted(layers.items()):
        reached, total = sum(row[0] for row in rows), sum(row[1] for row in rows)
        print(f"{layer:<12}{100 * reached / total:6.1f} %  of {total} lines")
        for row in sorted(rows, key=lambda row: row[0] / row[1]):
            print(f"    {100 * row[0] / row[1]:6.1f} %  of {row[1]:>5}  {row[2].relative_to(TOP)}")


main()
