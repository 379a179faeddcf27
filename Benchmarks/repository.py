#!/usr/bin/env python3
"""Generates the data repository of an invented office, as offices have them, and measures how planpress builds it.

    repository.py [--program .build/release/planpress] [--runs 5] [--seed 1] [--keep FOLDER]

264 data files with together about 170,000 rows and 22 MB: years, quarters, halves, school years and means of three years,
several units and series, two to four dimensions, codes of regions, sources and remarks, provisional figures. Equal seeds
give equal bytes. All names and figures are invented, and the site says so.

Printed are the medians of time, processor time and peak memory of full builds, each into an empty folder; the size of the
output without the authors' own files and workbooks, and its ratio to the input; the heaviest pages; and what one more file
of 10,000 rows adds, as the median of the differences of builds in turn.
"""

import argparse
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PLACES = "Alder Birch Cedar Elm Fir Hazel Larch Maple Oak Pine Rowan Willow".split()
DIMENSIONS = {
    "Statistical region": [f"{name} and the districts around it" for name in PLACES],
    "Age": [f"{start} to {start + 9} years" for start in range(0, 60, 10)] + ["60 years and over"],
    "Sex": ["Female", "Male"],
    "Highest level of schooling": ["Lower secondary or less", "Upper secondary", "Tertiary, of any length"],
    "Kind of place": ["Urban, with 10000 people or more", "Rural"],
}
SETS = [
    ["Statistical region", "Sex"], ["Statistical region", "Age", "Sex"], ["Age", "Sex", "Highest level of schooling"],
    ["Statistical region", "Age", "Sex", "Kind of place"], ["Statistical region", "Kind of place"],
]
REMARKS = [
    "Figures are rounded to the nearest ten; small numbers are left out to protect people.",
    "The survey was held by telephone in this year.",
    "Includes people who moved during the year.",
]
SOURCES = ["Labour force survey, wave {}", "Register of residents, extract {}", "Household panel, round {}"]


def periods(kind, count):
    first = 2025 - count
    for year in range(first, 2025):
        if kind == 0:
            yield str(year)
        elif kind == 1:
            yield f"{year}/{(year + 1) % 100:02d}" + (" [Note 5]" if year == 2020 else "")
        elif kind == 2:
            yield f"{year - 2}-{year % 100:02d}"
        elif kind == 3:
            yield from (f"{year} Q{quarter}" for quarter in (1, 2, 3, 4))
        elif kind == 4:
            yield f"{year} H1"
            yield f"{year} H2"
        else:
            yield f"{year}.0"


def groups(names):
    """The cells of the whole, of each dimension alone, and of all that begin with the first together."""
    yield {}
    for name in names:
        yield from ({name: value} for value in DIMENSIONS[name])
    cells = [{}]
    for number, name in enumerate(names):
        cells = [{**cell, name: value} for cell in cells for value in DIMENSIONS[name]]
        if number > 0:
            yield from cells


def data_file(source, number, rows):
    """The text of one file with about so many rows, and their number."""
    # A large file needs many parts.
    names = SETS[number % len(SETS)] if rows < 500 else SETS[3]
    units = ["Percentage (%)"] if number % 3 else ["Percentage (%)", "Number of persons"]
    series = [""] if number % 4 else ["Employed", "Seeking work"]
    years = list(periods(number % 6, 8 + number % 9))
    count = max(1, rows // (len(units) * len(series) * len(years)))
    has_code = names[0] == "Statistical region"
    # One file in three says of each value where it comes from.
    origin = SOURCES[number % len(SOURCES)] if number % 3 == 1 else None
    head = ["Year", "Series", "Units"] + names + ["GeoCode"] * has_code
    head += ["Status", "Observation status", "Unit multiplier"] + ["Source"] * (origin is not None)
    lines = [",".join(head + ["Remarks", "Value"])]
    for unit in units:
        for name in series:
            for cell in list(groups(names))[:count]:
                parts = [quoted(cell.get(dimension, "")) for dimension in names]
                if has_code:
                    region = cell.get(names[0])
                    parts.append(f"X{PLACES.index(region.split()[0]) + 10:02d}00000{number % 10}" if region else "")
                middle = source.uniform(15, 85) if unit[0] == "P" else source.randint(1000, 90000)
                for year in years:
                    figure = middle * source.uniform(0.9, 1.1)
                    value = f"{figure:.1f}" if unit[0] == "P" else str(round(figure))
                    last = year.startswith("2024")
                    cells = ["provisional" if last else "", "Provisional value" if last else "Normal value", "Units"]
                    if origin:
                        cells.append(quoted(origin.format(year[:4])))
                    cells.append(quoted(source.choice(REMARKS) if source.random() < 0.3 else ""))
                    lines.append(",".join([year, name, unit] + parts + cells + [value]))
    return "\n".join(lines) + "\n", len(lines) - 1


def quoted(text):
    return f'"{text}"' if "," in text else text


class Site:
    """A repository in a folder. `rows` and `size` are those of its data."""

    def __init__(self, folder, seed, rows, files):
        self.folder, self.rows, self.size = folder, 0, 0
        self.source = random.Random(seed)
        self.files = 0
        self.data = folder / "Content/plan/indicators"
        self.data.mkdir(parents=True)
        content = folder / "Content"
        (content / "site.yaml").write_text(
            "title: An invented office\nlanguages: [en]\nfiscal-year: {starts: 4, named: end}\n"
            "columns: {attributes: [Unit multiplier], note: Remarks}\n")
        (content / "index.md").write_text("---\ntitle: An invented office\n---\n")
        (content / "plan/index.md").write_text(
            "---\ntype: plan\ntitle: An invented plan\nperiod: {start: 2015, end: 2030}\n---\n"
            "All names and figures of this site are invented, for measuring.\n")
        self.register = content / "plan/indicators.yaml"
        # Most files are small and a few are large, as in the repositories of offices.
        shares = [(1 + number % 11) ** 2 for number in range(files)]
        for share in shares:
            self.add(rows * share // sum(shares))

    def add(self, rows):
        number = self.files
        text, count = data_file(self.source, number, rows)
        identifier = f"{number // 20 + 1}-{number % 20 + 1}"
        (self.data / f"{identifier}.csv").write_text(text)
        series = "Series: Employed, " if number % 4 == 0 else ""
        with self.register.open("a") as register:
            register.write(
                f'- {{id: {identifier}, name: Invented indicator {number + 1}, unit: "%", '
                f"headline: {{{series}Units: Percentage (%)}}}}\n")
        self.files, self.rows, self.size = number + 1, self.rows + count, self.size + len(text.encode())
        return count

    def build(self, program):
        """Seconds, seconds of processor time, and megabytes at the peak, of a build into an empty folder."""
        shutil.rmtree(self.folder / "Output", ignore_errors=True)
        shutil.rmtree(self.folder / ".planpress", ignore_errors=True)
        begin = time.monotonic()
        process = subprocess.Popen(
            [program, "build", str(self.folder), "--quiet"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        findings = process.stderr.read().decode()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode or findings:
            raise SystemExit(f"exit code {process.returncode}, {len(findings)} bytes of findings:\n{findings[:600]}")
        return time.monotonic() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def words(numbers, form):
    return f"{statistics.median(numbers):{form}} ({min(numbers):{form}} to {max(numbers):{form}})"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=str(HERE.parent / ".build/release/planpress"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=int, default=174_000, help="about so many")
    parser.add_argument("--files", type=int, default=264)
    parser.add_argument("--keep", help="a folder for the site, which is kept")
    options = parser.parse_args()
    shared = "/dev/shm" if os.path.isdir("/dev/shm") else None
    top = pathlib.Path(options.keep or tempfile.mkdtemp(dir=shared))
    try:
        site = Site(top / "plain", options.seed, options.rows, options.files)
        more = Site(top / "more", options.seed, options.rows, options.files)
        added = more.add(10_000)
        print(f"{site.files} files, {site.rows:,} rows, {site.size / 1e6:.1f} MB; "
              f"one more of {added:,} rows, {(more.size - site.size) / 1e6:.1f} MB")
        pairs = [(site.build(options.program), more.build(options.program)) for _ in range(options.runs)]
        print(f"time            {words([a[0] for a, _ in pairs], '.2f')} s")
        print(f"processor time  {words([a[1] for a, _ in pairs], '.2f')} s")
        print(f"peak memory     {words([a[2] for a, _ in pairs], '.0f')} MB")
        print(f"one more file   {words([(b[0] - a[0]) * 1000 for a, b in pairs], '.0f')} ms, "
              f"{words([(b[1] - a[1]) * 1000 for a, b in pairs], '.0f')} ms of processor time")
        weigh(site)
    finally:
        if not options.keep:
            shutil.rmtree(top)


def weigh(site):
    output = [path for path in (site.folder / "Output").rglob("*") if path.is_file()]
    counted = [path for path in output if not path.name.endswith((".source.csv", ".xlsx"))]
    written = sum(path.stat().st_size for path in counted)
    print(f"output          {written / 1e6:.1f} MB, {written / site.size:.2f} × the input")
    kinds = {}
    for path in counted:
        kinds[path.suffix] = kinds.get(path.suffix, 0) + path.stat().st_size
    for suffix, total in sorted(kinds.items(), key=lambda entry: -entry[1])[:4]:
        print(f"  {suffix:13} {total / 1e6:.1f} MB")
    pages = sorted((path for path in counted if path.suffix == ".html"), key=lambda path: -path.stat().st_size)
    for page in pages[:3]:
        print(f"  heavy page    {page.stat().st_size / 1000:.0f} KB, {page.relative_to(site.folder / 'Output')}")


if __name__ == "__main__":
    main()
