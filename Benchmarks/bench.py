#!/usr/bin/env python3
"""Measures planpress: full builds, rebuilds, memory, bytes. `--compare` builds the same pages with Hugo in between.

    make bench            our figures
    make bench-compare    ours and Hugo's, run in turn, with ratios

Sources and output lie on a memory file system where there is one, so that the program is measured and not the disk;
`--folder` measures another place. Every figure is the median of the runs, with the least and the greatest.
"""

import argparse
import os
import pathlib
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE.parent / ".build/release/planpress"


def run(command, quiet=True):
    """Seconds, processor seconds and peak memory (MB) of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"{command[0]} failed:\n{errors.decode()[-2000:]}")
    unit = 1 << 20 if platform.system() == "Darwin" else 1 << 10
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


def size(folder):
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)


def site(folder, pages, templates):
    """A site of so many sections, with the comparison's templates or with the built-in theme."""
    root = folder / f"{'plain' if templates else 'theme'}-{pages}"
    if not root.exists():
        subprocess.run([sys.executable, HERE / "corpus.py", "--pages", str(pages), "--out", root], check=True)
        if templates:
            shutil.copytree(HERE / "comparison/Templates", root / "Templates")
        past = time.time() - 3600
        for file in root.rglob("*"):
            os.utime(file, (past, past))
    return root


def report(name, runs, note=""):
    wall = [r[0] for r in runs]
    print(f"  {name:34} {statistics.median(wall) * 1000:9.0f} ms  ({min(wall) * 1000:.0f}–{max(wall) * 1000:.0f})"
          f"  cpu {statistics.median(r[1] for r in runs) * 1000:7.0f} ms  peak {max(r[2] for r in runs):6.0f} MB {note}")
    return statistics.median(wall)


def build(root, out):
    return [PROGRAM, "build", root, "--output", out]


def edit(file, text):
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def full_builds(folder, pages, runs, hugo):
    root = site(folder, pages, templates=True)
    out, other = folder / "out", folder / "out-hugo"
    ours, theirs = [], []
    for _ in range(runs):
        fresh(out)
        fresh(root / ".planpress")
        ours.append(run(build(root, out)))
        if hugo:
            fresh(other)
            theirs.append(run([hugo, "--source", HERE / "comparison/hugo", "--contentDir", root / "Content",
                               "--destination", other, "--noBuildLock"]))
    print(f"\n{pages} pages, the same content in each page")
    wall = report("planpress, full build", ours, f" out {size(out):.0f} MB")
    if theirs:
        hugo_wall = report("hugo, full build", theirs, f" out {size(other):.0f} MB")
        memory = max(r[2] for r in theirs) / max(r[2] for r in ours)
        print(f"  hugo takes {hugo_wall / wall:.1f} times as long and {memory:.1f} times the memory")
    fresh(other)
    report("planpress, nothing changed", [run(build(root, out)) for _ in range(runs)])
    section = root / "Content/plan-0001/sec-001.md"
    kept = section.read_bytes()
    edited = []
    for number in range(runs):
        edit(section, f"\n再写一段，第{number}次。\n")
        edited.append(run(build(root, out)))
    section.write_bytes(kept)
    report("planpress, one section's text", edited)
    fresh(out)


def default_theme(folder, pages, runs):
    root = site(folder, pages, templates=False)
    out = folder / "out"
    times = []
    for _ in range(runs):
        fresh(out)
        fresh(root / ".planpress")
        times.append(run(build(root, out)))
    report(f"{pages} pages, built-in theme", times, f" out {size(out):.0f} MB")
    report("the same, only checked", [run([PROGRAM, "check", root]) for _ in range(runs)])
    fresh(out)


def instructions(folder):
    """Of parsing and of a whole build, for the regressions that a noisy machine hides."""
    if not shutil.which("valgrind"):
        print("\nvalgrind is not installed: no instruction counts")
        return
    root = site(folder, 400, templates=True)
    print("\nInstructions, 400 pages, one thread (callgrind)")
    for name, command in [("check", [PROGRAM, "check", root, "--jobs", "1"]),
                          ("build", [*build(root, folder / "out"), "--jobs", "1"])]:
        fresh(folder / "out")
        fresh(root / ".planpress")
        result = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                                capture_output=True, text=True)
        line = next((l for l in result.stderr.splitlines() if "Collected" in l), "?: ?")
        print(f"  {name:34} {int(line.split(':')[-1]) / 1e6:9.0f} million" if "Collected" in line else f"  {name}: {line}")
    fresh(folder / "out")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--compare", metavar="HUGO", help="the hugo to compare with")
    options.add_argument("--pages", type=int, nargs="*", default=[40, 1000, 10000])
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--folder", type=pathlib.Path,
                         default=pathlib.Path("/dev/shm" if os.access("/dev/shm", os.W_OK) else "/tmp") / "planpress-bench")
    options = options.parse_args()
    options.folder.mkdir(exist_ok=True)
    print(f"{platform.machine()}, {os.cpu_count()} processors, {platform.platform()}, {time.strftime('%Y-%m-%d')}")
    print(subprocess.run([PROGRAM, "--version"], capture_output=True, text=True).stdout.strip(),
          f"{PROGRAM.stat().st_size / 1e6:.1f} MB;", options.folder)
    report("planpress --version", [run([PROGRAM, "--version"]) for _ in range(9)])
    try:
        for pages in options.pages:
            full_builds(options.folder, pages, options.runs if pages <= 10000 else 2, options.compare)
        print()
        default_theme(options.folder, max(p for p in options.pages if p <= 10000), options.runs)
        instructions(options.folder)
    finally:
        fresh(options.folder)


if __name__ == "__main__":
    main()
