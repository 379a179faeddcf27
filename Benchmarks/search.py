#!/usr/bin/env python3
"""Measures the search on a site of prose (prose.py): the size of the index, what it adds to a build, and what queries cost
a reader.

    search.py --program .build/release/planpress --pages 10000 [--chromium /usr/bin/chromium] [--runs 5]

The queries need Playwright (`.build/browser/bin/python`); without --chromium they are left out. Bytes are counted as a host
sends them without compression, which is the worst case.
"""

import argparse
import functools
import http.server
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

here = pathlib.Path(__file__).resolve().parent
ROOM = pathlib.Path("/dev/shm") if pathlib.Path("/dev/shm").is_dir() else None


def build(program, site, output, search):
    """The seconds of a full build, those of the processor, and the most memory in MB."""
    settings = site / "Content/site.yaml"
    settings.write_text(re.sub(r"search: \w+", f"search: {search}", settings.read_text()))
    for folder in [output, site / ".planpress"]:
        shutil.rmtree(folder, ignore_errors=True)
    start = time.monotonic()
    process = subprocess.Popen([program, "build", site, "--output", output], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if status:
        sys.exit(f"{program} fails")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def queries(site, draw):
    """Words and phrases out of the texts."""
    texts = sorted(site.glob("Content/*/sec-*.md"))
    for length in [2, 3, 4, 6, 9]:
        for _ in range(6):
            text = draw.choice(texts).read_text().split("---", 2)[2]
            runs = [run for run in re.findall(r"[\u4e00-\u9fff]+", text) if len(run) >= length]
            run = draw.choice(runs)
            start = draw.randint(0, len(run) - length)
            yield run[start:start + length]
    for _ in range(6):
        yield draw.choice(re.findall(r"[a-z]{4,}", draw.choice(texts).read_text().split("---", 2)[2]))


def measure_queries(site, output, chromium):
    from playwright.sync_api import sync_playwright

    class Counting(http.server.SimpleHTTPRequestHandler):
        # Keeps connections and sends each answer at once, as hosts do.
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def copyfile(self, source, target):
            data = source.read()
            sent.append(len(data))
            target.write(data)

        def log_message(self, *_):
            pass

    sent = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Counting, directory=output))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/search/"
    cold, warm, empty = [], [], 0
    done = "document.querySelector('#-results').getAttribute('aria-busy') === 'false'"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        for query in queries(site, random.Random(3)):
            page = browser.new_context().new_page()
            sent.clear()
            page.goto(f"{address}?q={query}")
            page.wait_for_function(done)
            cold.append(sum(sent))
            page.close()
        page = browser.new_context().new_page()
        page.goto(f"{address}?q=first")
        page.wait_for_function(done)
        for query in queries(site, random.Random(4)):
            # To the first results; sentences of the texts come after them.
            warm.append(page.evaluate("""async (query) => {
              const field = document.querySelector('#-query');
              const message = document.querySelector('.search-form [role=status]');
              field.value = '';
              field.dispatchEvent(new InputEvent('input', {bubbles: true}));
              while (message.textContent) await new Promise((resolve) => setTimeout(resolve, 1));
              // The list of everything has come back; nobody types before it is drawn.
              await new Promise((resolve) => setTimeout(resolve, 300));
              const start = performance.now();
              field.value = query;
              field.dispatchEvent(new InputEvent('input', {bubbles: true}));
              while (!message.textContent) await new Promise((resolve) => setTimeout(resolve, 0));
              return performance.now() - start;
            }""", query))
            page.wait_for_function(done)
            empty += page.locator("#-results > li").count() == 0
        browser.close()
    print(f"  one query, with the search page: {statistics.median(cold) / 1000:.0f} KB (most {max(cold) / 1000:.0f}) uncompressed")
    print(f"  a later query: {statistics.median(warm):.0f} ms to its results (most {max(warm):.0f}); without a result: {empty}")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--program", required=True)
    options.add_argument("--pages", type=int, default=1000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--chromium")
    options = options.parse_args()
    with tempfile.TemporaryDirectory(dir=ROOM) as folder:
        site, output = pathlib.Path(folder) / "site", pathlib.Path(folder) / "output"
        subprocess.run([sys.executable, here / "prose.py", "--pages", str(options.pages), "--out", site], check=True)
        with_search, without = [], []
        for _ in range(options.runs):
            without.append(build(options.program, site, output, "false"))
            with_search.append(build(options.program, site, output, "true"))
        text = sum(path.stat().st_size for path in site.glob("Content/**/*.md"))
        index = [path.stat().st_size for path in output.glob("assets/search/**/*.js")]
        before, after = ([statistics.median(column) for column in zip(*runs)] for runs in (without, with_search))
        print(f"{options.pages} pages, {text / 1e6:.1f} MB of text, planpress on {subprocess.getoutput('nproc')} cores")
        print(f"  the index: {sum(index) / 1e6:.2f} MB in {len(index)} files, {100 * sum(index) / text:.1f} % of the text")
        print(f"  a build: {1000 * before[0]:.0f} ms without it, {1000 * after[0]:.0f} ms with it: + {100 * (after[0] / before[0] - 1):.0f} %")
        print(f"  of the processor: {1000 * before[1]:.0f} and {1000 * after[1]:.0f} ms: + {100 * (after[1] / before[1] - 1):.0f} %")
        print(f"  memory: {before[2]:.0f} and {after[2]:.0f} MB")
        if options.chromium:
            measure_queries(site, output, options.chromium)


if __name__ == "__main__":
    main()
