#!/usr/bin/env python3
"""Measures how the cost of planpress grows with the size of hostile or broken sites: nothing may be quadratic.

    growth.py [--program .build/release/planpress] [--only WORD] [--keep FOLDER]

Each input is made twice, the second time eight times as large, and checked (or built). Printed are processor time, the
ratio of the two, and peak memory. Exits with 1 if an input grows beyond a wide bound: more than 20 times the time
(16 would be n to the 4/3), more than a second and a half per MB that is read or written, more than 300 MB, or if the
program crashes.
"""

import argparse
import os
import pathlib
import platform
import resource
import shutil
import signal
import subprocess
import sys
import tempfile


HERE = pathlib.Path(__file__).resolve().parent
FACTOR = 8
# Beyond a bound that a busy machine could reach by itself.
RATIO, SECONDS_A_MB, MEGABYTES = 20, 1.5, 300
# Times below this are start-up and noise; their ratio says nothing.
NOISE = 0.15
# A run is stopped after so many processor seconds.
PATIENCE = 60

SETTINGS = "title: Site\nlanguages: [en]\nbase-url: https://example.org/\n"
PLAN = "---\ntype: plan\ntitle: Plan\nperiod: {start: 2021, end: 2030}\n---\nText.\n"
INPUTS = {}


def growing(base, command="check"):
    """Declares an input; `base` is the size `n` at 1 ×."""

    def declare(function):
        INPUTS[function.__name__.replace("_", " ")] = (function, base, command)
        return function

    return declare


def page(body, front="title: Page"):
    return {"plan/page.md": f"---\n{front}\n---\n{body}"}


def lines(n, line):
    return "".join(line(i) if callable(line) else line for i in range(n))


def indicators(n):
    return lines(n, lambda i: f"- {{id: i{i}, name: Name {i}, unit: km, target: {{year: 2030, value: 9}}, values: {{2021: {i % 9}}}}}\n")


def with_data(rows):
    return {"plan/indicators.yaml": "- {id: i0, name: Name, unit: km, target: {year: 2030, value: 9}}\n",
            "plan/indicators/i0.csv": "Year,Value\n" + rows}


# Many findings in one file

@growing(2048)
def html_in_lines(n):
    return page(lines(n, "<b>x\n"))


@growing(2048)
def html_in_one_line(n):
    return page(lines(n, "<b>x"))


@growing(2048)
def html_in_items(n):
    return page(lines(n, "- <b>x</b>\n"))


@growing(1024)
def html_in_table_cells(n):
    return page("| a |\n|---|\n" + lines(n, "| <b>x</b> |\n"))


@growing(4096)
def closing_colons(n):
    return page(lines(n, ":::\n"))


@growing(4096)
def opening_boxes(n):
    return page(lines(n, ":::box\n\n"))


@growing(1024)
def unknown_directives(n):
    return page(lines(n, lambda i: f"::word{i}{{a=b}}\n\n"))


@growing(1024)
def unknown_attributes(n):
    return page("::indicators{" + " ".join(f"key{i}=x" for i in range(n)) + "}\n")


@growing(2048)
def bad_rows(n):
    return with_data(lines(n, lambda i: f"{i},12x\n"))


@growing(2048)
def ragged_rows(n):
    return with_data(lines(n, "2020,1,2,3\n"))


@growing(2048)
def equal_observations(n):
    return with_data(lines(n, "2020,1\n"))


@growing(2048)
def equal_aliases(n):
    return page("Text.\n", "title: Page\naliases: [" + ", ".join(["/old/"] * n) + "]")


@growing(2048)
def equal_aliases_in_lines(n):
    return page("Text.\n", "title: Page\naliases:\n" + lines(n, "  - /old/\n"))


@growing(2048)
def bad_aliases(n):
    return page("Text.\n", "title: Page\naliases:\n" + lines(n, lambda i: f"  - https://e.org/{i}\n"))


@growing(2048)
def equal_keys(n):
    return page("Text.\n", "title: Page\n" + lines(n, "title: Page\n"))


@growing(1024)
def unknown_keys(n):
    return page("Text.\n", "title: Page\n" + lines(n, lambda i: f"titel{i}: x\n"))


@growing(1024)
def unknown_keys_of_an_indicator(n):
    return {"plan/indicators.yaml": indicators(1) + "- id: x\n  name: X\n" + lines(n, lambda i: f"  titel{i}: x\n")}


@growing(1024)
def wrong_values(n):
    return {"plan/indicators.yaml": "- id: x\n  name: X\n  values:\n" + lines(n, lambda i: f"    {1000 + i}: high\n")}


@growing(512)
def equal_indicators(n):
    return {"plan/indicators.yaml": lines(n, "- {id: a, name: Name, unit: km}\n")}


@growing(1024)
def unused_footnotes(n):
    return page(lines(n, lambda i: f"[^n{i}]: Note.\n\n"))


@growing(1024)
def unknown_footnotes(n):
    return page(lines(n, lambda i: f"Text[^n{i}].\n\n"))


@growing(512)
def misspelt_footnotes(n):
    return page(lines(n, lambda i: f"Text[^nto{i}].\n\n[^not{i}]: Note.\n\n"))


@growing(1024)
def equal_footnotes(n):
    return page("Text[^1].\n\n" + lines(n, "[^1]: Note.\n\n"))


@growing(1024)
def equal_headings(n):
    return page(lines(n, "## Goals {#goals}\n\n"))


@growing(2048)
def equal_headings_without_ids(n):
    return page(lines(n, "## Goals\n\n"))


@growing(2048)
def unsafe_links(n):
    return page(lines(n, "[a](javascript:x)\n"))


@growing(1024)
def long_rows(n):
    return page("| a |\n|---|\n" + lines(n, "| b | c | d |\n"))


@growing(4096)
def trailing_spaces(n):
    return with_data(lines(n, lambda i: f"{1000 + i % 8000},{i}  \n"))


# Names that are looked up

@growing(2048)
def equal_terms(n):
    return {"glossary.yaml": lines(n, "- {term: green belt, definition: Land}\n")}


@growing(1024)
def unknown_terms(n):
    terms = lines(n, lambda i: f"- {{term: term {i * 7919 % 100003}, definition: Word}}\n")
    return {"glossary.yaml": terms, **page(lines(n, lambda i: f":term[woord {i * 7919 % 100019}]\n\n"))}


@growing(1024)
def misspelt_terms(n):
    terms = lines(n, lambda i: f"- {{term: term {i}, definition: Word}}\n")
    return {"glossary.yaml": terms, **page(lines(n, lambda i: f":term[trem {i}]\n\n"))}


@growing(16)
def long_unknown_terms(n):
    terms = lines(n, lambda i: f"- {{term: {'ab' * 500}{i}, definition: Word}}\n")
    return {"glossary.yaml": terms, **page(lines(n, lambda i: f":term[{'ba' * 500}{i}]\n\n"))}


@growing(4096)
def one_long_unknown_term(n):
    return {"glossary.yaml": f"- {{term: {'a' * n * 8}, definition: Word}}\n", **page(f":term[{'ab' * n * 4}]\n\n")}


@growing(512)
def unknown_indicators(n):
    return {"plan/indicators.yaml": indicators(n), **page(lines(n, lambda i: f":value[k{i}]\n\n"))}


@growing(512)
def unknown_indicators_in_a_list(n):
    return {"plan/indicators.yaml": indicators(n), **page("::indicators{ids=\"" + ", ".join(f"k{i}" for i in range(n)) + "\"}\n")}


@growing(512)
def unknown_sections(n):
    return {**{f"plan/s{i}.md": f"---\ntitle: S{i}\n---\nText.\n" for i in range(n // 8)},
            **page(lines(n, lambda i: f":ref[plan/x/q{i}]\n\n"))}


@growing(512)
def unknown_departments(n):
    rows = lines(n, lambda i: f"- {{id: i{i}, name: Name {i}, department: Offise {i}}}\n")
    return {"departments.yaml": lines(n, lambda i: f"- {{id: d{i}, name: Office {i}}}\n"), "plan/indicators.yaml": rows}


@growing(512)
def unknown_programmes(n):
    rows = lines(n, lambda i: f"- {{id: i{i}, name: Name {i}, programme: parc{i}}}\n")
    return {"programmes.yaml": lines(n, lambda i: f"- {{id: park{i}, name: Park {i}}}\n"), "plan/indicators.yaml": rows}


@growing(512)
def unknown_data_files(n):
    return {"plan/indicators.yaml": indicators(n), **{f"plan/indicators/k{i}.csv": "Year,Value\n2020,1\n" for i in range(n // 4)}}


@growing(512)
def unknown_categories(n):
    rows = lines(n, lambda i: f"- {{id: i{i}, name: Name {i}, category: Cat {i}}}\n")
    return {"plan/indicators.yaml": rows, **page(lines(n // 8, lambda i: f"::indicators{{category=\"kat {i}\"}}\n\n"))}


@growing(1024)
def unknown_names_in_a_template(n):
    return {"../Templates/article.mustache": lines(n, lambda i: f"{{{{tilte{i}}}}}\n")}


@growing(1024)
def unknown_templates(n):
    return {"../Templates/article.mustache": lines(n, lambda i: f"{{{{>tilte{i}}}}}\n")}


@growing(512)
def nested_programmes(n):
    rows = lines(n, lambda i: f"- {{id: p{i}, name: P{i}" + (f", parent: p{i - 1}}}\n" if i else "}\n"))
    return {"programmes.yaml": rows, **page("::indicators{programme=p0}\n")}


# Links

@growing(100)
def broken_links_between_pages(n):
    text = lines(8, lambda i: f"[a](../air/page{i}.md)\n\n")
    return {f"plan/water/page{i}.md": f"---\ntitle: Page {i}\n---\n{text}" for i in range(n)}


@growing(100)
def misspelt_links_between_pages(n):
    return {f"plan/water/page-{i}.md": f"---\ntitle: Page {i}\n---\n" + lines(8, lambda k: f"[a](pgae-{(i + k) % n}.md)\n\n")
            for i in range(n)}


@growing(512)
def broken_anchors_and_headings(n):
    return page(lines(n, lambda i: f"## Heading {i}\n\n[x](#haeding-{i})\n\n"))


@growing(1024)
def broken_links_of_one_page(n):
    return page(lines(n, lambda i: f"[x](none{i}.md)\n"))


@growing(1024)
def missing_images(n):
    return page(lines(n, lambda i: f"![x](none{i}.png)\n"))


@growing(2048)
def good_anchors_and_headings(n):
    return page(lines(n, lambda i: f"## Heading {i}\n\n[x](#heading-{i})\n\n"))


@growing(4096)
def reference_definitions(n):
    return page(lines(n, lambda i: f"[r{i}]: /x{i}\n\n[r{i}] [q{i}]\n\n"))


# Texts

@growing(256)
def quotations(n):
    text = lines(n, lambda i: f"The city builds {i} kilometres of paths.\n\n")
    rows = lines(n, lambda i: f"- {{id: i{i}, name: Name {i}, from: {{section: page, quote: builds {i} miles of paths}}}}\n")
    return {"plan/indicators.yaml": rows, **page(text)}


@growing(256)
def right_quotations(n):
    text = lines(n, lambda i: f"The city builds {i} kilometres of paths.\n\n")
    rows = lines(n, lambda i: f"- {{id: i{i}, name: Name {i}, from: {{section: page, quote: builds {i} kilometres of paths}}}}\n")
    return {"plan/indicators.yaml": rows, **page(text)}


@growing(256)
def near_quotations(n):
    rows = lines(n, lambda i: f"- {{id: i{i}, name: Name {i}, from: {{section: page, quote: {'a' * 90}b}}}}\n")
    return {"plan/indicators.yaml": rows, **page("a" * n * 90 + "\n")}


@growing(2048)
def brackets(n):
    return page("[" * n * 8 + "\n")


@growing(2048)
def stars(n):
    return page("*a **a " * n + "\n")


@growing(2048)
def strikes(n):
    return page("~~a " * n + "\n\n" + "a ~~b~~ " * n + "\n")


@growing(4096)
def ticks(n):
    return page(lines(n // 16, lambda i: "`" * (i % 300 + 1) + " a "))


@growing(4096)
def open_directives(n):
    return page(":value[" * n + "\n")


@growing(4096)
def open_attributes(n):
    return page("::indicators{" * n + "\n\n" + lines(n, "## A {#\n\n"))


@growing(4096)
def bare_links(n):
    return page("www.a.b " * n + "http://a" * n + "a@b" * n + "\n")


@growing(4096)
def entities(n):
    return page("&a" * n * 4 + "\n")


@growing(4096)
def comments(n):
    return page("<!-- a " * n + "\n\n" + "a <!-- " * n + "<? " * n + "\n")


@growing(2048)
def wide_table(n):
    return page("|" + "a|" * 64 + "\n|" + "-|" * 64 + "\n" + lines(n // 4, "|" + "b|" * 64 + "\n"))


@growing(2048)
def footnotes_in_footnotes(n):
    return page("Text[^0].\n\n" + lines(n, lambda i: f"[^{i}]: Note[^{i + 1}].\n\n") + f"[^{n}]: End.\n")


@growing(2048)
def notes_used_often(n):
    return page(lines(n, "Text[^1].\n\n") + "[^1]: Note.\n")


@growing(50)
def quotations_in_quotations(n):
    return page(lines(n * 20, lambda i: "> " * min(i % n + 1, 300) + "a\n"))


@growing(4096)
def items_with_blank_lines(n):
    return page(lines(n, "- a\n\n  b\n\n"))


@growing(4096)
def one_long_paragraph(n):
    return page(lines(n, "a word, and another one\n"))


@growing(4096)
def chinese_lines(n):
    return page(lines(n, "城市建设\n"))


# Folders and files

@growing(8)
def nested_folders(n):
    parts = ["f" * 3] * n * 4
    return {"plan/" + "/".join(parts[:i] + ["index.md"]): f"---\ntitle: Level {i}\n---\nText.\n" for i in range(1, len(parts) + 1)}


@growing(32)
def nested_folders_without_pages(n):
    # Level n has a page; the folders between have none.
    return {"plan/" + "f/" * n * 2 + "page.md": "---\ntitle: Deep\n---\nText.\n"}


# Not built: each page lists all sections of its plan.
@growing(200)
def pages_of_one_plan(n):
    return {f"plan/page{i}.md": f"---\ntitle: Page {i}\n---\nText.\n" for i in range(n)}


@growing(500)
def pages_with_one_address(n):
    return {f"plan/page{i}.md": f"---\ntitle: Page {i}\nslug: same\n---\nText.\n" for i in range(n)}


@growing(500)
def pages_with_one_title(n):
    return {f"plan/page{i}.md": "---\ntitle: Page\n---\nText.\n" for i in range(n)}


# Output and memory

@growing(75, "build")
def tables_of_all_indicators(n):
    return {"plan/indicators.yaml": indicators(n), **page("::indicators\n\n" * n)}


@growing(75, "build")
def charts_of_one_indicator(n):
    return {"plan/indicators.yaml": indicators(1), **page("::chart{id=i0}\n\n" * n)}


@growing(75, "build")
def charts_with_long_lists(n):
    return {"plan/indicators.yaml": indicators(n), **page(("::chart{ids=\"" + ", ".join(f"i{k}" for k in range(n)) + "\"}\n\n") * (n // 8))}


@growing(400, "build")
def indicators_of_one_plan(n):
    return {"plan/indicators.yaml": indicators(n)}


@growing(400, "build")
def categories_of_one_plan(n):
    return {"plan/indicators.yaml": lines(n, lambda i: f"- {{id: i{i}, name: Name {i}, category: C{i}, values: {{2021: {i % 9}}}}}\n")}


@growing(500, "build")
def observations_of_one_indicator(n):
    return with_data(lines(n, lambda i: f"{1000 + i // 12}-{i % 12 + 1:02},{i % 7}\n"))


@growing(4096)
def unclosed_template_tags(n):
    return {"../Templates/article.mustache": "{{#title}}\n" * n}


@growing(8192)
def unclosed_braces(n):
    return {"../Templates/article.mustache": "{{" * n}


@growing(8192)
def closing_template_tags(n):
    return {"../Templates/article.mustache": "{{/title}}\n" * n}


@growing(8192)
def delimiters(n):
    return {"../Templates/article.mustache": "{{=<% %>=}}<%={{ }}=%>\n" * n}


@growing(3)
def doubling_partials(n):
    files = {f"../Templates/p{i}.mustache": "{{>p%d}}{{>p%d}}" % (i + 1, i + 1) for i in range(n * 3)}
    return {**files, f"../Templates/p{n * 3}.mustache": "x", "../Templates/article.mustache": "{{>p0}}"}


@growing(200)
def chain_of_partials(n):
    files = {f"../Templates/p{i}.mustache": "{{>p%d}}" % (i + 1) for i in range(n)}
    return {**files, f"../Templates/p{n}.mustache": "x", "../Templates/article.mustache": "{{>p0}}"}


@growing(200)
def chain_of_blocks(n):
    files = {f"../Templates/p{i}.mustache": "{{<p%d}}{{$c%d}}x{{/c%d}}{{/p%d}}{{$b%d}}x{{/b%d}}" % (i + 1, i, i, i + 1, i, i)
             for i in range(n)}
    return {**files, f"../Templates/p{n}.mustache": "x", "../Templates/article.mustache": "{{>p0}}"}


@growing(200)
def values_of_many_indicators(n):
    return {"plan/indicators.yaml": indicators(n), "values.csv": "id,Year,Value\n" + lines(n * 8, lambda i: f"i{i // 8},{2022 + i % 8},{i % 7}\n")}


@growing(512)
def nested_lists(n):
    return {"plan/indicators.yaml": "[" * n * 8}


@growing(2048)
def equal_anchors(n):
    return {"plan/indicators.yaml": lines(n, lambda i: f"- &a{i} {{id: x{i}, name: N}}\n") + lines(n, lambda i: f"- *a{i}\n")}


class Run:
    """Processor seconds, peak megabytes and exit status of one command."""

    def __init__(self, command):
        def limit():
            resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
            resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))

        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=limit)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.seconds = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / (1 << 20 if platform.system() == "Darwin" else 1 << 10)
        self.signal = signal.Signals(-process.returncode).name if process.returncode < 0 else None


def measure(program, folder, name, size):
    make, base, command = INPUTS[name]
    site = folder / f"{name.replace(' ', '-')}-{size}"
    files = {"site.yaml": SETTINGS, "index.md": "---\ntitle: Start\n---\nText.\n", "plan/index.md": PLAN}
    files.update(make(base * size))
    for path, text in files.items():
        path = site / "Content" / path
        path = pathlib.Path(os.path.normpath(path))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    written = sum(len(text.encode()) for text in files.values()) / (1 << 20)
    run = Run([program, command, str(site)] + (["-o", str(site / "Output")] if command == "build" else []))
    return run, written, sum(path.stat().st_size for path in (site / "Output").rglob("*") if path.is_file()) / (1 << 20)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--program", default=str(HERE.parent / ".build/release/planpress"))
    options.add_argument("--only", default="", help="inputs whose name contains this")
    options.add_argument("--keep", type=pathlib.Path, help="leaves the sites in this folder")
    options = options.parse_args()
    folder = options.keep or pathlib.Path(tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
    failed = 0
    print(f"{'input':34} {'MB':>5} {'1 x':>7} {'8 x':>8} {'ratio':>6} {'peak MB':>8}")
    for name in INPUTS:
        if options.only not in name:
            continue
        small, _, _ = measure(options.program, folder, name, 1)
        large, written, made = measure(options.program, folder, name, FACTOR)
        ratio = large.seconds / max(small.seconds, 0.001)
        wrong = []
        if large.signal or small.signal:
            wrong.append(large.signal or small.signal)
        if large.seconds > NOISE and ratio > RATIO:
            wrong.append("grows too fast")
        if large.seconds > SECONDS_A_MB * max(written + made, 0.25):
            wrong.append("takes too long")
        if large.peak > MEGABYTES and written < 1:
            wrong.append("takes too much memory")
        failed += bool(wrong)
        print(f"{name:34} {written:5.2f} {small.seconds:6.2f}s {large.seconds:7.2f}s {ratio:6.1f} {large.peak:8.0f}"
              + (f"  {', '.join(wrong)}" if wrong else ""), flush=True)
        if not options.keep:
            shutil.rmtree(folder)
            folder.mkdir()
    if not options.keep:
        shutil.rmtree(folder)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
