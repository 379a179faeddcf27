"""Prints which lines of Sources/ the tests run, by target, and the files that need tests most.

usage: coverage.py REPORT

REPORT is the JSON that `swift test --enable-code-coverage` leaves (llvm-cov's export format).
"""
import collections
import json
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parents[1] / "Sources"
report = pathlib.Path(sys.argv[1])
if not report.exists():
    sys.exit(f"There is no coverage report at {report}: the toolchain has no llvm-cov.")

files = {}
for file in json.loads(report.read_text())["data"][0]["files"]:
    path = pathlib.Path(file["filename"])
    if path.is_relative_to(root):
        lines = file["summary"]["lines"]
        files[path.relative_to(root)] = (lines["covered"], lines["count"])


def row(name, covered, count):
    print(f"{name:<52} {covered:>7} {count:>7} {100 * covered / max(1, count):>6.1f} %")


def total(parts):
    return [sum(column) for column in zip(*parts)] or [0, 0]


print(f"{'lines run by the tests':<52} {'run':>7} {'all':>7}")
targets = collections.defaultdict(list)
for path, lines in files.items():
    targets[path.parts[0]].append(lines)
for target in sorted(targets):
    row(target, *total(targets[target]))
row("all", *total(files.values()))
if "planpress" in targets:
    print("The tests run planpress as a program of its own, whose lines are not counted.")
print("\nfiles with most lines not run")
for path, (covered, count) in sorted(files.items(), key=lambda file: file[1][0] - file[1][1])[:15]:
    row(str(path), covered, count)
