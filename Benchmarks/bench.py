#!/usr/bin/env python3
"""Measures planpress: full builds at four sizes, rebuilds, memory, bytes, instructions. `--compare` builds the same pages
with Hugo in between.

    make bench            our figures
    make bench-compare    ours and Hugo's, run in turn, with ratios

Sources and output lie on a memory file system where there is one, so that the program is measured and not the disk;
`--folder` measures another place. Every figure is the median of the runs, with the least and the greatest. What is
printed also goes to `--results`, where that is given.
"""

import argparse
import os
import pathlib
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE.parent / ".build/release/planpress"
LINES = []


def say(text=""):
    print(text, flush=True)
    LINES.append(text)


class Run:
    """One run of a command: seconds, processor seconds, peak memory in MB, what it said of its stages."""

    def __init__(self, command):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.errors = process.stderr.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.perf_counter() - start
        if status:
            sys.exit(f"{command[0]} failed:\n{self.errors[-2000:]}")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = Run.mega(usage.ru_maxrss)

    @staticmethod
    def mega(size):
        """MB from the system's measure: bytes on macOS, KiB elsewhere."""
        return size / (1 << 20 if platform.system() == "Darwin" else 1 << 10)

    def stages(self):
        """Milliseconds of reading and parsing, of resolving, of rendering and writing; from `--verbose`."""
        marks = [int(m) for m in re.findall(r"^planpress\D+(\d+) ", self.errors, re.M)]
        return [marks[1] - marks[0], marks[2] - marks[1], self.wall * 1000 - marks[2]] if len(marks) >= 3 else None


def median(values):
    return statistics.median(list(values))


def report(name, runs, note=""):
    wall = [r.wall * 1000 for r in runs]
    digits = 0 if median(wall) >= 100 else 1
    # A process starts as a copy of this one, and what that held counts as its peak.
    peak, own = max(r.peak for r in runs), Run.mega(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    memory = f"peak {peak:6.0f} MB" if peak > own * 1.05 else f"peak under {max(peak, own):.0f} MB"
    say(f"  {name:40} {median(wall):9.{digits}f} ms  ({min(wall):.{digits}f}–{max(wall):.{digits}f})"
        f"  cpu {median(r.cpu for r in runs) * 1000:7.0f} ms  {memory}{note}")
    return median(wall)


def size(folder):
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def fresh(*folders):
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def age(root):
    """Files as old as those of a site that was not generated this minute."""
    past = time.time() - 3600
    for file in root.rglob("*"):
        os.utime(file, (past, past))


class Bench:
    def __init__(self, options):
        self.folder = options.folder
        self.runs = options.runs
        self.seed = options.seed
        self.hugo = options.compare
        self.out = self.folder / "out"
        self.hugo_out = self.folder / "out-hugo"

    def site(self, pages, templates=True):
        """A site of so many sections, with the comparison's templates or with the built-in theme."""
        root = self.folder / f"{'plain' if templates else 'theme'}-{pages}"
        if not root.exists():
            subprocess.run([sys.executable, HERE / "corpus.py", "--pages", str(pages), "--out", root, "--seed", self.seed],
                           check=True)
            if templates:
                shutil.copytree(HERE / "comparison/Templates", root / "Templates")
                # The other program makes no workbook; what it costs is measured with the theme.
                with (root / "Content/site.yaml").open("a", encoding="utf-8") as settings:
                    settings.write("downloads: {excel: false}\n")
            age(root)
        return root

    def build(self, root, *more):
        return Run([PROGRAM, "build", root, "--output", self.out, *more])

    def build_with_hugo(self, root, with_data=False):
        """`with_data`: Hugo also writes the indicators and their values as JSON and CSV, which planpress does for every site."""
        fresh(self.hugo_out)
        settings = "hugo.toml,data.toml" if with_data else "hugo.toml"
        return Run([self.hugo, "--source", HERE / "comparison/hugo", "--config", settings, "--contentDir", root / "Content",
                    "--destination", self.hugo_out, "--noBuildLock"])

    # Full builds

    def full_builds(self, pages, runs):
        root = self.site(pages)
        ours, with_data, only_pages = [], [], []
        for _ in range(runs):
            fresh(self.out, root / ".planpress")
            ours.append(self.build(root, "--verbose"))
            if self.hugo and pages <= 10000:
                only_pages.append(self.build_with_hugo(root))
                with_data.append(self.build_with_hugo(root, with_data=True))
        say(f"\n{pages:,} pages, the same content in each page")
        wall = report("planpress, full build", ours, f"  out {size(self.out):.0f} MB")
        stages = [run.stages() for run in ours]
        if all(stages):
            read, resolved, written = (median(s[i] for s in stages) for i in range(3))
            say(f"    read and parsed in {read:.0f} ms, resolved in {resolved:.0f} ms, rendered and written in {written:.0f} ms")
        for name, theirs in [("hugo, pages and data files", with_data), ("hugo, pages only", only_pages)]:
            if theirs:
                hugo = report(name, theirs)
                processor = median(r.cpu for r in theirs) / median(r.cpu for r in ours)
                memory = max(r.peak for r in theirs) / max(r.peak for r in ours)
                say(f"    hugo takes {hugo / wall:.1f} times as long, {processor:.1f} times the processor time"
                    f" and {memory:.1f} times the memory")
        fresh(self.hugo_out)
        return wall

    def in_turn(self, pages, fewer):
        """How many times as long the pages take as fewer of them, built in turn: a shared machine changes within minutes."""
        walls = {fewer: [], pages: []}
        for _ in range(self.runs):
            for number, runs in walls.items():
                root = self.site(number)
                fresh(self.out, root / ".planpress")
                runs.append(self.build(root).wall)
        pairs = [more / less for less, more in zip(*walls.values())]
        say(f"    {median(walls[pages]) / median(walls[fewer]):.1f} times {fewer:,} pages, built in turn"
            f"  ({min(pairs):.1f}–{max(pairs):.1f})")

    def floor(self, pages, wall):
        """What reading, libyaml, libcmark and writing take in C."""
        program = self.folder / "floor"
        if not shutil.which("cc") or subprocess.run(
                ["cc", "-O2", "-o", program, HERE / "floor.c", "-lcmark", "-lyaml", "-lpthread"]).returncode:
            return say("  floor: no C compiler, or no headers of libcmark and libyaml")
        root, steps = self.site(pages), {}
        for _ in range(self.runs):
            for threads in (1, os.cpu_count() or 1):
                fresh(self.folder / "out-floor")
                text = subprocess.run([program, root / "Content", self.folder / "out-floor", str(threads)],
                                      capture_output=True, text=True, check=True).stdout
                for line in text.splitlines():
                    name, value = line.split()
                    steps.setdefault((threads, name), []).append(float(value))
        fresh(self.folder / "out-floor")
        threads = os.cpu_count() or 1
        parts = {name: median(steps[(threads, name)]) for name in ("list", "stat", "read", "yaml", "markdown", "write")}
        total = sum(parts[name] for name in ("list", "read", "yaml", "markdown", "write"))
        say(f"  the floor, in C on {threads} threads: {total:.0f} ms ("
            + ", ".join(f"{name} {value:.0f}" for name, value in parts.items() if name != "stat") + ")")
        say(f"    planpress takes {wall / total:.1f} times the floor")
        looks = median(a + b for a, b in zip(steps[(1, "list")], steps[(1, "stat")]))
        say(f"  listing and looking at every source file, in C on one thread: {looks:.1f} ms")
        return looks

    # Rebuilds

    def rebuilds(self, pages, start, looks):
        root = self.site(pages)
        fresh(self.out, root / ".planpress")
        self.build(root)
        say(f"\nRebuilds at {pages:,} pages, each a process of its own")
        nothing = report("nothing changed", [self.build(root) for _ in range(max(9, self.runs))])
        if looks:
            say(f"    without starting the program {(nothing - start) / looks:.1f} times the listing and looking in C")
        section = root / "Content/plan-0001/sec-001.md"
        self.edits("one section's text", root, section, lambda text, n: text + f"\n再写一段，第{n}次。\n")
        self.edits("one section's first paragraph", root, section,
                   lambda text, n: re.sub(r"\n---\n\n", f"\n---\n\n第{n}次改写。", text, count=1))
        self.edits("one observation", root, section, lambda text, n: re.sub(r"values: \[[\d.]+", f"values: [{30 + n}.5", text, count=1))
        self.edits("one template", root, root / "Templates/section.mustache", lambda text, n: f"{text}{{{{! {n} }}}}")
        self.edits("site.yaml", root, root / "Content/site.yaml", lambda text, n: re.sub(r"title: .*", f"title: 第{n}次", text, count=1))

    def edits(self, name, root, file, change):
        kept = file.read_bytes()
        runs, changed = [], 0
        for number in range(self.runs):
            file.write_text(change(kept.decode(), number + 1), encoding="utf-8")
            before = time.time_ns()
            runs.append(self.build(root))
            changed = sum(1 for page in self.out.rglob("*.html") if page.stat().st_mtime_ns > before)
        file.write_bytes(kept)
        self.build(root)
        report(name, runs, f"  {changed} pages written")

    # The default theme, and what can be counted

    def default_theme(self, pages, compared):
        root, runs = self.site(pages, templates=False), []
        for _ in range(self.runs):
            fresh(self.out, root / ".planpress")
            runs.append(self.build(root))
        say(f"\n{pages:,} pages with the built-in theme")
        wall = report("full build", runs, f"  out {size(self.out):.0f} MB")
        say(f"    {wall / compared:.1f} times the comparison's templates")
        report("only checked", [Run([PROGRAM, "check", root]) for _ in range(self.runs)])
        fresh(self.out)

    def instructions(self):
        """Of a whole build and its hot kernels, for the regressions that a noisy machine hides."""
        if not shutil.which("valgrind"):
            return say("\nvalgrind is not installed: no instruction counts")
        pages, root = 400, self.site(400)
        fresh(self.out, root / ".planpress")
        # Without its debugging symbols, which old versions of valgrind cannot read.
        program, counts = self.folder / "planpress", self.folder / "callgrind"
        shutil.copy(PROGRAM, program)
        subprocess.run(["strip", "-g", program], check=True)
        subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={counts}", program, "build", root, "--output",
                        self.out, "--jobs", "1"], capture_output=True, check=True)
        text = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", counts], capture_output=True, text=True).stdout
        if shutil.which("swift"):
            text = subprocess.run(["swift", "demangle", "--simplified"], input=text, capture_output=True, text=True).stdout
        say(f"\nInstructions a page, {pages} pages on one thread (callgrind)")
        kernels = [
            ("all", "PROGRAM TOTALS"), ("read and parse a page", "static SiteParser.parse("),
            ("its front matter: YAML", "static YAMLParser.parse("), ("its front matter: fields", "PageFields.read(_:in:"),
            ("its text", "static MarkdownDocument.parse("), ("its text: libcmark", "commonmark_arena_parse"),
            ("render and write a file", "SiteWriter.put(_:isFirst:)"), ("templates", "TemplateSet.render("),
            ("text into its page", "MarkdownBody.render("), ("indicators as CSV", "IndicatorCSV.write("),
            ("indicators as JSON", "IndicatorJSON.write("),
        ]
        for name, function in kernels:
            line = next((l for l in text.splitlines() if function in l), None)
            if line:
                say(f"  {name:40} {int(line.split()[0].replace(',', '')) / pages / 1000:9.0f} thousand")
        fresh(self.out)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--compare", metavar="HUGO", help="the hugo to compare with")
    options.add_argument("--pages", type=int, nargs="*", default=[40, 1000, 10000, 100000])
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--seed", default="1")
    options.add_argument("--results", type=pathlib.Path, help="a file for what is printed")
    options.add_argument("--folder", type=pathlib.Path,
                         default=pathlib.Path("/dev/shm" if os.access("/dev/shm", os.W_OK) else "/tmp") / "planpress-bench")
    options = options.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    bench = Bench(options)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    say(f"{time.strftime('%Y-%m-%d')}, {platform.machine()}, {os.cpu_count()} processors, {memory:.0f} GB, {platform.system()}")
    say(f"{subprocess.run([PROGRAM, '--version'], capture_output=True, text=True).stdout.strip()}, "
        f"{PROGRAM.stat().st_size / 1e6:.0f} MB")
    if options.compare:
        say(subprocess.run([options.compare, "version"], capture_output=True, text=True).stdout.strip().splitlines()[-1])
    say()
    start = report("planpress --version", [Run([PROGRAM, "--version"]) for _ in range(15)])
    try:
        walls = {pages: bench.full_builds(pages, options.runs) for pages in options.pages if pages <= 10000}
        if walls:
            middle = max(walls)
            say()
            looks = bench.floor(middle, walls[middle])
            bench.rebuilds(middle, start, looks)
            bench.default_theme(middle, walls[middle])
        # Last: a walk through so many files leaves this process large, and with it the least peak that it can tell.
        for pages in (pages for pages in options.pages if pages > 10000):
            bench.full_builds(pages, 2)
            if 10000 in walls:
                bench.in_turn(pages, 10000)
            fresh(bench.out, bench.folder / f"plain-{pages}")
        bench.instructions()
    finally:
        fresh(options.folder)
    if options.results:
        options.results.write_text("\n".join(LINES) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
