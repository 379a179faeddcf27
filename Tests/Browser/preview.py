"""Drives `planpress serve` in a real Chromium: edit, refresh, break, read the findings, mend.

usage: preview.py PROGRAM CHROMIUM [ROUNDS]

PROGRAM is planpress; ROUNDS is how often a page is saved, broken and mended in a row, 15 by default.
"""
import contextlib
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

program, chromium = sys.argv[1:3]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 15
root = pathlib.Path(__file__).resolve().parents[2]
# No wait is endless.
signal.alarm(240 + rounds)


def step(words):
    print(f"  {words}", flush=True)


@contextlib.contextmanager
def preview(site, log):
    process = subprocess.Popen([program, "serve", site, "--port", "0"], stdout=subprocess.PIPE, stderr=log, text=True,
                               env=os.environ | {"LC_ALL": "", "LANG": "en"})
    try:
        for line in process.stdout:
            if found := re.search(r"http://\S+/", line):
                yield found.group()
                break
        else:
            sys.exit("the preview ended before it said its address")
    finally:
        process.send_signal(signal.SIGINT)
        if process.wait(10) not in (0, -signal.SIGINT, 130):
            sys.exit(f"Ctrl-C ended the preview with {process.returncode}")


def run(site, log):
    section = site / "Content/green/2-river.md"
    good = section.read_text()
    broken = good.replace("programme=river-path", "programme=rivr-path")
    assert broken != good

    def says(text):
        return text in pathlib.Path(log.name).read_text()

    with preview(site, log) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 900, "height": 500})
        troubles = []
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(address + "green/river/")

        def shows(text, seconds=10):
            page.wait_for_function("text => document.body && document.body.innerText.includes(text)", arg=text, timeout=seconds * 1000)

        def findings():
            page.wait_for_selector("dialog[open] iframe", timeout=10_000)
            return page.frame_locator("dialog[open] iframe").locator("body")

        step("an edit appears by itself, and the reader stays at the same place")
        section.write_text(good + "\nA paragraph.\n" * 60)
        shows("A paragraph.")
        page.evaluate("window.scrollTo(0, 700)")
        place = page.evaluate("window.scrollY")
        section.write_text(good + "\nA paragraph.\n" * 60 + "\nThe last words.\n")
        start = time.monotonic()
        shows("The last words.")
        print(f"    {round((time.monotonic() - start) * 1000)} ms from save to page")
        page.wait_for_function("place => Math.abs(window.scrollY - place) < 2", arg=place, timeout=5000)

        step("a style sheet is swapped without loading the page again")
        page.evaluate("window.marker = 1")
        style = (root / "Templates/site.css").read_text() + "\nbody { outline: 3px solid rgb(1, 2, 3) }\n"
        (site / "Templates").mkdir(exist_ok=True)
        (site / "Templates/site.css").write_text(style)
        # The first own template is more than a change of style.
        page.wait_for_function("getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)'", timeout=10_000)
        page.evaluate("window.marker = 2")
        (site / "Templates/site.css").write_text(style.replace("1, 2, 3", "4, 5, 6"))
        page.wait_for_function("getComputedStyle(document.body).outlineColor === 'rgb(4, 5, 6)'", timeout=10_000)
        assert page.evaluate("window.marker") == 2, "the page was loaded again"

        step("a mistake is shown over the page, with file, line and caret; Escape shows the page")
        section.write_text(broken)
        body = findings()
        body.get_by_text("programme 'rivr-path' does not exist").first.wait_for(timeout=5000)
        assert "Content/green/2-river.md:10:" in body.inner_text() and "^~" in body.inner_text(), body.inner_text()
        assert says("did you mean 'river-path'?")
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog", state="hidden", timeout=5000)
        shows("The last words.")

        step("another mistake is shown again, as text")
        section.write_text(broken + "\n:target[<img src=x onerror=alert(1)>]\n")
        findings().get_by_text("<img src=x onerror=alert(1)>").first.wait_for(timeout=5000)

        step("mended, the page comes back by itself")
        section.write_text(good + "\nMended.\n")
        shows("Mended.")
        assert page.locator("dialog").count() == 0

        step("a broken template and a broken site.yaml are findings like any other")
        for file, text in [("Templates/section.mustache", "{{#nothing}}"), ("Content/site.yaml", "titel: x\n")]:
            before = (site / file).read_text() if (site / file).exists() else None
            (site / file).write_text(text)
            findings().get_by_text(file).first.wait_for(timeout=5000)
            if before is None:
                (site / file).unlink()
            else:
                (site / file).write_text(before)
            page.wait_for_selector("dialog", state="detached", timeout=10_000)

        step("the page of findings reloads when the state changes, and at no other time")
        for text in [good, broken]:
            section.write_text(text)
            page.goto(address + "-planpress/findings")
            shows("programme 'rivr-path' does not exist" if text == broken else "no findings")
            loads = []
            page.on("load", lambda _: loads.append(1))
            page.wait_for_timeout(1000)
            # One may still be on its way from the save.
            assert len(loads) <= 1, f"{len(loads)} loads of an unchanged page"
        section.write_text(good)
        shows("no findings")

        step("a new page is there, and gone when its file is")
        new = site / "Content/green/4-new.md"
        new.write_text("---\ntitle: A new one\n---\nFresh.\n")
        page.goto(address + "green/new/", wait_until="load")
        shows("Fresh.")
        new.unlink()
        page.wait_for_function("document.title.includes('not found')", timeout=10_000)

        step(f"saved, broken and mended {rounds} times")
        page.goto(address + "green/river/")
        times = []
        for number in range(rounds):
            section.write_text(broken)
            findings()
            # As editors save: a new file that takes the old one's name.
            other = section.with_name(".river.new")
            other.write_text(good + f"\nRound {number}.\n")
            start = time.monotonic()
            os.replace(other, section)
            shows(f"Round {number}.")
            times.append(time.monotonic() - start)
            assert page.locator("dialog").count() == 0
        print(f"    {round(sorted(times)[len(times) // 2] * 1000)} ms from mend to page, the median")
        assert not troubles, troubles
        browser.close()
    assert not (site / "Output").exists(), "the preview wrote to Output/"


with tempfile.TemporaryDirectory() as folder:
    site = pathlib.Path(folder) / "site"
    subprocess.run([program, "init", site, "--language", "en"], check=True, stdout=subprocess.DEVNULL)
    with open(pathlib.Path(folder) / "log", "w") as log:
        try:
            run(site, log)
        except BaseException:
            print(pathlib.Path(log.name).read_text()[-4000:], file=sys.stderr)
            raise
print("The preview works in a browser.")
