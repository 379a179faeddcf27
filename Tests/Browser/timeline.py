"""Looks at the plan in time in a real Chromium: the time line of the example strategy as a drawing, as a list and on paper, and
its feeds.

usage: timeline.py PROGRAM CHROMIUM
"""
import functools
import http.server
import pathlib
import subprocess
import sys
import tempfile
import threading
import urllib.parse
import urllib.request
import xml.etree.ElementTree

from playwright.sync_api import sync_playwright

program, chromium = sys.argv[1:3]
problems = []
ATOM = "{http://www.w3.org/2005/Atom}"

# What is drawn: bars that are visible and lie inside the drawing, and texts that are cut off.
MEASURE = """[...document.querySelectorAll('.action-timeline')].map((figure) => {
  const box = figure.getBoundingClientRect();
  const seen = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
  const bars = [...figure.querySelectorAll('.timeline-bar')].filter(seen);
  return {
    width: box.width, items: [...figure.querySelectorAll('li:not(.group)')].filter(seen).length, bars: bars.length,
    outside: bars.filter((bar) => {
      const own = bar.getBoundingClientRect();
      return own.left < box.left - 1 || own.right > box.right + 1;
    }).length,
    below: bars.every((bar) => bar.getBoundingClientRect().top >= bar.previousElementSibling.getBoundingClientRect().bottom),
    dates: [...figure.querySelectorAll('li .date')].filter(seen).length,
    links: [...figure.querySelectorAll('li a')].filter(seen).length,
  };
})"""


def step(words):
    print(f"  {words}", flush=True)


def check(holds, problem):
    if not holds:
        problems.append(problem)
        print(f"    WRONG: {problem}", flush=True)


def serve(folder):
    class Strict(http.server.SimpleHTTPRequestHandler):
        def end_headers(self):
            self.send_header("Content-Security-Policy", "default-src 'self'")
            super().end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Strict, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def timeline(browser, address, path):
    step(f"the time line of {path}: bars beside names, below them at 320 pixels, printed")
    for width in [1200, 320]:
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(address + path)
        figures = page.evaluate(MEASURE)
        check(figures, f"{path} has no time line at {width} pixels")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        check(wide <= 0, f"{path} is {wide} pixels wider than {width}")
        for figure in figures:
            check(figure["items"] > 0 and figure["links"] == figure["items"], f"{path} at {width}: not every item has a link: {figure}")
            check(figure["dates"] == figure["items"], f"{path} at {width}: an item says no date: {figure}")
            check(figure["outside"] == 0, f"{path} at {width}: bars lie outside: {figure}")
            check(figure["bars"] == figure["items"], f"{path} at {width}: {figure['bars']} bars")
            check(figure["below"] == (width == 320), f"{path} at {width}: bars stand {'below' if figure['below'] else 'beside'} names")
        if width == 1200:
            page.emulate_media(forced_colors="active", color_scheme="dark")
            filled = page.evaluate("[...document.querySelectorAll('.action-fill')].map((bar) => getComputedStyle(bar).fill)")
            check(set(filled) == {"rgb(255, 255, 255)"}, f"{path} in forced colours has bars of {set(filled)}")
            page.emulate_media(forced_colors="none", color_scheme="light", media="print")
            head = page.evaluate("getComputedStyle(document.querySelector('.timeline-head')).display")
            check(head == "table-header-group", f"{path} has its years on the first sheet only: {head}")
            printed = page.evaluate(MEASURE)
            check([figure["items"] for figure in printed] == [figure["items"] for figure in figures], f"{path} loses items on paper: {printed}")
        page.close()


def reports(browser, address, output):
    step("tables of text in reports on a phone: rows, which say of each cell whose column it is")
    page = browser.new_page(viewport={"width": 390, "height": 844})
    for path in sorted(output.glob("reports/*/actions/index.html")):
        page.goto(address + str(path.relative_to(output)))
        check(page.locator(".by-row").count(), f"{path.name} has no rows")
        wide = page.evaluate("[...document.querySelectorAll('.table-scroll:has(.by-row)')].filter((frame) => frame.scrollWidth > frame.clientWidth).length")
        check(not wide, f"{wide} tables of {path.parent} scroll sideways")
        labels = page.evaluate("[...document.querySelectorAll('.by-row tbody tr:first-child td')].map((cell) => getComputedStyle(cell, '::before').content)")
        check('"Lead department "' in labels, f"{path.parent} shows {labels}")
    page.close()


def feeds(browser, address, output):
    step("the page of all that is new, and every feed that it names: well-formed, in order, with links that lead somewhere")
    page = browser.new_page()
    page.goto(address + "feed/")
    entries = page.locator(".update-list li")
    check(entries.count() > 10, f"/feed/ has {entries.count()} entries")
    dates = page.evaluate("[...document.querySelectorAll('.update-list time')].map((time) => time.dateTime)")
    check(dates == sorted(dates, reverse=True), f"/feed/ is not in order: {dates}")
    check("→" in page.locator(".update-list").inner_text(), "/feed/ has no status that changed")
    for link in page.evaluate("[...document.querySelectorAll('.update-list .update-title a')].map((link) => link.href)"):
        target = browser.new_page()
        answer = target.goto(link)
        anchor = urllib.parse.unquote(urllib.parse.urlsplit(link).fragment)
        check(answer is None or answer.ok, f"{link} is {answer and answer.status}")
        check(not anchor or target.locator(f"[id='{anchor}']").count() == 1, f"{link} leads to no place on its page")
        target.close()
    names = [urllib.parse.urljoin(page.url, link) for link in page.evaluate("[...document.querySelectorAll('.downloads a')].map((link) => link.href)")]
    names += [address + str(path.relative_to(output)) for path in output.rglob("feed.xml")]
    check(len(set(names)) > 3, f"there are {names}")
    for name in sorted(set(names)):
        if not name.endswith("feed.xml"):
            continue
        feed = xml.etree.ElementTree.fromstring(urllib.request.urlopen(name).read())
        entries = feed.findall(f"{ATOM}entry")
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        updated = [entry.findtext(f"{ATOM}updated") for entry in entries]
        check(entries and len(set(ids)) == len(ids), f"{name} has {len(ids)} ids, {len(set(ids))} different ones")
        check(updated == sorted(updated, reverse=True), f"{name} is not in order: {updated}")
        check(feed.findtext(f"{ATOM}updated") == updated[0], f"{name} was updated at another time than its newest entry")
    page.close()


def main():
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = pathlib.Path(folder) / "agency"
        subprocess.run([program, "init", "--example", "strategy", str(site)], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([program, "build", str(site)], check=True, stdout=subprocess.DEVNULL)
        address = serve(site / "Output")
        browser = playwright.chromium.launch(executable_path=chromium)
        for path in ["actions/"]:
            timeline(browser, address, path)
        reports(browser, address, site / "Output")
        feeds(browser, address, site / "Output")
        browser.close()
    if problems:
        sys.exit(f"{len(problems)} problems")


main()
