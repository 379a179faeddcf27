#!/usr/bin/env python3
"""Generates the data repository of an invented office, as offices have them, and measures how planpress builds it.

    repository.py [--program .build/release/planpress] [--seed 1] [--rows 170000] [--files 264] [--keep FOLDER]

264 data files with together 170,000 rows and about 22 MB: several units and series, regions with their codes, school years
and means of three years, remarks behind periods, columns that only describe. Equal seeds give equal bytes. Printed are time,
peak memory, the size of the output without the author's own files and workbooks, its ratio to the input, and the heaviest
page. All names and figures are invented.
"""

import argparse
import os
import pathlib
import random
import resource
import shutil
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
REGIONS = [f"District {name}" for name in "Alder Birch Cedar Elm Fir Hazel Larch Maple Oak Pine Rowan Willow".split()]
AGES = ["0 to 14", "15 to 24", "25 to 34", "35 to 44", "45 to 54", "55 to 64", "65 and over"]
SEXES = ["Female", "Male"]
STATUSES = ["Normal value", "Provisional value", "Estimated value"]
REMARK = "Figures are rounded to the nearest ten; small numbers are left out to protect people."


def periods(kind, count):
    first = 2024 - count
    for year in range(first, 2024):
        if kind == 0:
            yield str(year)
        elif kind == 1:
            yield f"{year}/{(year + 1) % 100:02d}" + (" [Note 5]" if year == 2020 else "")
        elif kind == 2:
            yield f"{year - 2}-{year % 100:02d}"
        elif kind == 3:
            yield f"{year} H1"
            yield f"{year} H2"
        else:
            yield f"{year}.0"


def data_file(random, number, rows):
    """The text of one file with about so many rows."""
    units = ["Percentage (%)"] if number % 3 else ["Percentage (%)", "Number of persons"]
    series = [""] if number % 4 else ["Employed", "Seeking work"]
    parts = [("", "", "")] + [("", "", sex) for sex in SEXES] + [(region, "", "") for region in REGIONS]
    parts += [("", age, "") for age in AGES] + [(region, age, "") for region in REGIONS for age in AGES]
    parts += [(region, age, sex) for region in REGIONS for age in AGES for sex in SEXES]
    years = list(periods(number % 5, 8 + number % 9))
    groups = max(1, rows // (len(units) * len(series) * len(years)))
    lines = ["Year,Series,Units,Region,GeoCode,Age,Sex,Observation status,Unit multiplier,Remarks,Value"]
    for unit in units:
        for name in series:
            for region, age, sex in parts[:groups]:
                code = f"X{REGIONS.index(region) + 10:02d}0000{number % 10}" if region else ""
                for year in years:
                    value = random.uniform(5, 95) if unit.startswith("P") else random.randint(1000, 90000)
                    text = f"{value:.1f}" if unit.startswith("P") else str(value)
                    status = STATUSES[2 if year.startswith("2023") else 0]
                    remark = REMARK if random.random() < 0.6 else ""
                    lines.append(f"{year},{name},{unit},{region},{code},{age},{sex},{status},Units,{remark},{text}")
    return "\n".join(lines) + "\n", len(lines) - 1


def generate(folder, seed, rows, files):
    """Writes the site and returns the number of rows and of bytes of its data."""
    source = random.Random(seed)
    content = folder / "Content"
    (content / "indicators").mkdir(parents=True)
    (content / "site.yaml").write_text(
        "title: An invented office\nlanguages: [en]\nfiscal-year: {starts: 4, named: end}\n"
        "columns: {attributes: [Unit multiplier], note: Remarks}\n")
    (content / "index.md").write_text(
        "---\ntype: plan\ntitle: An invented plan\nperiod: {start: 2015, end: 2030}\n---\nAll figures are invented.\n")
    register, total, size = [], 0, 0
    for number in range(files):
        text, count = data_file(source, number, rows // files + (number % 7 - 3) * 20)
        (content / "indicators" / f"{number // 20 + 1}-{number % 20 + 1}.csv").write_text(text)
        total, size = total + count, size + len(text)
        lead = ", headline: {Series: Employed}" if number % 4 == 0 else ""
        register.append(
            f"- {{id: {number // 20 + 1}-{number % 20 + 1}, name: Invented indicator {number + 1}, unit: \"%\", "
            f"headline: {{Units: Percentage (%)}}}}".replace("headline: {Units", f"headline: {{{'Series: Employed, ' if lead else ''}Units"))
    (content / "indicators.yaml").write_text("\n".join(register) + "\n")
    return total, size


def measure(program, folder):
    begin = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([program, "build", str(folder), "--quiet"], capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    wall = time.monotonic() - begin
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, processor, after.ru_maxrss / 1024, done


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=str(HERE.parent / ".build/release/planpress"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=int, default=170_000)
    parser.add_argument("--files", type=int, default=264)
    parser.add_argument("--keep", help="a folder for the site, which is kept")
    options = parser.parse_args()
    folder = pathlib.Path(options.keep or tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
    try:
        rows, size = generate(folder, options.seed, options.rows, options.files)
        wall, processor, peak, done = measure(options.program, folder)
        print(f"{options.files} files, {rows:,} rows, {size / 1e6:.1f} MB")
        print(f"built in {wall:.2f} s ({processor:.2f} s of processor time), peak {peak:.0f} MB, exit code {done.returncode}")
        if done.stderr:
            print(f"{len(done.stderr.splitlines())} lines of findings, the first:\n{done.stderr[:600]}")
        output = [path for path in (folder / "Output").rglob("*") if path.is_file()]
        counted = [path for path in output if not path.name.endswith((".source.csv", ".xlsx"))]
        written = sum(path.stat().st_size for path in counted)
        print(f"output {written / 1e6:.1f} MB without the author's files and workbooks, {written / size:.2f} × the input")
        by_kind = {}
        for path in counted:
            by_kind[path.suffix] = by_kind.get(path.suffix, 0) + path.stat().st_size
        for suffix, total in sorted(by_kind.items(), key=lambda entry: -entry[1])[:4]:
            print(f"  {suffix or 'others'}: {total / 1e6:.1f} MB")
        heaviest = max((path for path in counted if path.suffix == ".html"), key=lambda path: path.stat().st_size, default=None)
        if heaviest:
            print(f"heaviest page {heaviest.stat().st_size / 1000:.0f} KB: {heaviest.relative_to(folder)}")
    finally:
        if not options.keep:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
