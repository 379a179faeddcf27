"""Looks at the default theme in a real Chromium: widths, light and dark, paper, the keyboard, and the filter.

usage: theme.py PROGRAM CHROMIUM [all]

Builds the site of Content/ and looks at one page of each kind; with `all`, at every page and at more widths.
"""
import functools
import http.server
import pathlib
import subprocess
import sys
import tempfile
import threading

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

program, chromium = sys.argv[1:3]
is_all = "all" in sys.argv[3:]
root = pathlib.Path(__file__).resolve().parents[2]
widths = [320, 390, 768, 1024, 1280, 1920] if is_all else [390, 1280]
problems = []


def step(words):
    print(f"  {words}", flush=True)


def check(holds, problem):
    if not holds:
        problems.append(problem)
        print(f"    WRONG: {problem}", flush=True)


def serve(folder):
    """Serves a folder on a free port of this machine and returns its address."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def pages_of(output, folder=""):
    """The pages to look at below a folder: one of each kind, by the class of their body, or all."""
    kinds = {}
    for path in sorted(output.rglob("*.html")):
        if not path.relative_to(output).as_posix().startswith(folder):
            continue
        text = path.read_text()
        if "http-equiv=\"refresh\"" in text:
            continue
        kind = text.split("<body class=\"", 1)[1].split("\"", 1)[0]
        kinds.setdefault(kind, []).append(path.relative_to(output).as_posix())
    # The longest page of a kind has most that can go wrong.
    longest = {kind: max(paths, key=lambda path: (output / path).stat().st_size) for kind, paths in kinds.items()}
    return [path for paths in kinds.values() for path in paths] if is_all else sorted(longest.values())


# The texts whose contrast with their background is too low (WCAG 2.1, 1.4.3). Text over an image is not judged.
CONTRAST = """() => {
  const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d', {willReadFrequently: true});
  const parse = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, bottom) => [0, 1, 2].map((i) => top[i] * top[3] + bottom[i] * (1 - top[3])).concat(1);
  const luminance = (color) => {
    const [r, g, b] = color.map((part) => part / 255).map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const background = (element) => {
    const layers = [];
    for (let node = element; node; node = node.parentElement) {
      const color = parse(getComputedStyle(node).backgroundColor);
      if (color[3] > 0) layers.push(color);
      if (color[3] === 1) break;
    }
    const paper = matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18, 1] : [255, 255, 255, 1];
    return layers.reverse().reduce((bottom, top) => over(top, bottom), paper);
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    const style = getComputedStyle(element);
    const isDrawn = element instanceof SVGElement;
    const behind = background(element);
    const color = over(parse(isDrawn ? style.fill : style.color), behind);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || size >= 18.66 && style.fontWeight >= 700 ? 3 : 4.5;
    const value = ratio(color, behind);
    if (value < least) found.add(`${element.tagName.toLowerCase()}.${element.getAttribute('class') || ''} ${value.toFixed(2)}`);
  }
  return [...found];
}"""

# What the Tab key must reach, in the order of the page.
TABBABLE = """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
  .filter((element) => element.checkVisibility({visibilityProperty: true}) && !element.disabled && element.tabIndex >= 0)
  .map((element, number) => { element.dataset.tab = number; return element.outerHTML.slice(0, 80); })"""

FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  return {
    tab: element.dataset.tab ?? element.outerHTML.slice(0, 80),
    isShown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none',
  };
}"""

# Of what an accessibility checker asks, that which needs no network: names, alternatives, unique ids, one heading.
STRUCTURE = """() => {
  const problems = [];
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  for (const id of new Set(ids.filter((id, number) => ids.indexOf(id) !== number))) problems.push(`the id '${id}' is there twice`);
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'for', 'headers'])
    for (const element of document.querySelectorAll(`[${attribute}]`))
      for (const id of element.getAttribute(attribute).split(/\\s+/))
        if (!document.getElementById(id)) problems.push(`${attribute} names '${id}', which is not there`);
  for (const element of document.querySelectorAll('a[href], button, summary'))
    if (!(element.textContent.trim() || element.getAttribute('aria-label') || element.querySelector('[alt]:not([alt=""]), title')))
      problems.push(`no name: ${element.outerHTML.slice(0, 80)}`);
  for (const element of document.querySelectorAll('input, select, textarea'))
    if (!element.labels.length && !element.getAttribute('aria-label')) problems.push(`no label: ${element.outerHTML.slice(0, 80)}`);
  for (const element of document.querySelectorAll('img:not([alt])')) problems.push(`no alternative: ${element.outerHTML.slice(0, 80)}`);
  for (const element of document.querySelectorAll('svg:not([aria-hidden], svg svg)'))
    if (!element.getAttribute('aria-labelledby') && !element.getAttribute('aria-label') && !element.closest('[aria-hidden=true]'))
      problems.push(`no name: ${element.outerHTML.slice(0, 80)}`);
  for (const element of document.querySelectorAll('nav')) if (document.querySelectorAll('nav').length > 1 && !element.getAttribute('aria-label') && !element.getAttribute('aria-labelledby'))
    problems.push('a nav of several has no label');
  if (document.querySelectorAll('h1').length !== 1) problems.push(`${document.querySelectorAll('h1').length} headings of the first level`);
  if (document.querySelectorAll('main').length !== 1) problems.push('not one main');
  if (!document.documentElement.lang) problems.push('no language');
  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const next = Number(heading.tagName[1]);
    if (level && next > level + 1) problems.push(`a heading of level ${next} follows one of level ${level}: ${heading.textContent.trim().slice(0, 30)}`);
    level = next;
  }
  return problems;
}"""


def overflow(page):
    """By how many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def screens(browser, address, pages):
    for width in widths:
        step(f"{width} pixels wide: no page scrolls sideways; light and dark: every text has contrast enough")
        page = browser.new_page(viewport={"width": width, "height": 900})
        for path in pages:
            page.goto(address + path)
            check(overflow(page) <= 0, f"{path} is {overflow(page)} pixels wider than {width}")
            for scheme in ["light", "dark"]:
                page.emulate_media(color_scheme=scheme)
                # Colours may be animated; what counts is where they end.
                page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")
                for text in page.evaluate(CONTRAST):
                    check(False, f"{path}, {scheme}, {width} pixels: too little contrast: {text}")
            paper = page.evaluate("getComputedStyle(document.documentElement).colorScheme")
            check("dark" in paper or page.evaluate("!!document.querySelector('meta[name=color-scheme]')"), f"{path} has no dark scheme")
        page.close()


def accessible(browser, address, pages, width=1280):
    """With axe, whose rules are those of WCAG 2.1 and its authors' own of good practice."""
    step(f"axe finds nothing on {len(pages)} pages, {width} pixels wide, light and dark")
    page = browser.new_page(viewport={"width": width, "height": 900})
    for path in pages:
        page.goto(address + path)
        for scheme in ["light", "dark"]:
            page.emulate_media(color_scheme=scheme)
            page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")
            for violation in Axe().run(page).response["violations"]:
                where = violation["nodes"][0]["html"][:120]
                check(False, f"{path}, {scheme}: {violation['id']}: {violation['help']}: {where}")
    page.close()


def language_site(folder):
    """The site with what is hard for tables in a second language, from right to left, with a translation of one page."""
    stress_site(folder)
    (folder / "Content" / "site.yaml").write_text(
        "title: {zh-CN: 表格, ar: جداول}\nlanguages: [zh-CN, ar]\nchoose-language: true\n")
    (folder / "Content" / "plan" / "b.md").write_text("---\ntitle: 二章\n---\n正文。\n\n## 一节\n\n## 二节\n\n## 三节\n")
    (folder / "Content" / "plan" / "b.ar.md").write_text(
        "---\ntitle: الفصل الثاني\n---\nنص.\n\n## أولاً\n\n## ثانيًا\n\n## ثالثًا\n")
    (folder / "Content" / "plan" / "actions.yaml").write_text(
        "- {id: a, name: {zh-CN: 种树, ar: غرس الأشجار}, start: 2021, due: 2023-06, department: d1}\n"
        "- {id: b, name: 修路, start: 2022, due: 2024, state: started, progress: 40%, department: d2}\n")
    (folder / "Content" / "glossary.yaml").write_text(
        "- {term: {zh-CN: 碳汇, ar: بالوعة الكربون}, definition: {zh-CN: 吸收二氧化碳。, ar: ما يمتص ثاني أكسيد الكربون.}}\n")


def right_to_left(browser, address, output):
    pages = [path for path in pages_of(output, "ar/")]
    step(f"from right to left: {len(pages)} pages of an edition in Arabic")
    for width in [320, 1280]:
        page = browser.new_page(viewport={"width": width, "height": 900})
        for path in pages:
            page.goto(address + path)
            check(overflow(page) <= 0, f"{path} is {overflow(page)} pixels wider than {width}")
            check(page.evaluate("getComputedStyle(document.body).direction") == "rtl", f"{path} runs from left to right")
        page.close()
    accessible(browser, address, pages)
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + "ar/plan/b/index.html")
    menu = page.locator(".site-name").bounding_box()
    check(menu["x"] > 640, "in Arabic the name of the site is not on the right")
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


def answers(browser, address, pages):
    step("the answer, its date, its bar and what is most at risk are on the first screen of a computer and of a phone")
    for width, height in [(1280, 800), (390, 844)]:
        page = browser.new_page(viewport={"width": width, "height": height})
        for path in pages:
            page.goto(address + path)
            if not page.locator(".class-bar").count():
                continue
            for part in [".answer-sentence", ".answer-dates", ".class-key", ".at-risk-name >> nth=0"]:
                if page.locator(part).count():
                    box = page.locator(part).bounding_box()
                    bottom = box["y"] + box["height"]
                    check(bottom <= height, f"{path} at {width} pixels: {part} ends {bottom - height:.0f} pixels below the first screen")
        page.close()


def stress_site(folder):
    """A site, invented, with what is hard for tables: long names, units, words and departments, every kind, empty columns."""
    content = folder / "Content"
    (content / "plan").mkdir(parents=True)
    name = "每万名就业人员中研发人员（Full-time Equivalent, FTE）全时当量与规模以上高新技术制造业增加值占比综合"
    unit = "吨二氧化碳当量/万元地区生产总值（2020年价）"
    rows = []
    for number, (kind, fields) in enumerate([
        ("level", "baseline: 10, target: 20, values: {2021: 11, 2022: 12.75}"),
        ("level", "baseline: 123456789.5, target: 987654321.25, values: {2021: 223456789, 2022: 1234567890}"),
        ("increase", "measure: annual, target: 120000, values: {2021: 15651.05, 2022: 40000}"),
        ("rate", "target: 6.5, values: {2021: 2, 2022: 3}"),
        ("floor", "target: 0.85, values: {2021: 0.8, 2022: 0.9}"),
        ("ceiling", "target: 0.85, values: {2021: 0.8, 2022: 0.98}"),
        ("milestone", "due: 2023"),
        ("level", "target: {text: 保持在合理区间、各年度视情提出，并与国内生产总值增长和物价水平相协调}, values: {2022: 5}"),
        ("level", "target: 5"),
    ]):
        given = f"unit: '{unit}', " if kind not in ("rate", "milestone") else "unit: '%', " if kind == "rate" else ""
        rows.append(f"- {{id: i{number}, name: '{name} {number}', kind: {kind}, {given}{fields}, nature: binding, department: d{number % 3}, category: 类别{number % 2}}}\n")
    (content / "site.yaml").write_text("title: 表格\nlanguages: [zh-CN]\n")
    (content / "departments.yaml").write_text("".join(f"- {{id: d{n}, name: 市发展和改革委员会经济运行与规划实施监测评估处（第{n}处）}}\n" for n in range(3)))
    (content / "index.md").write_text("---\ntitle: 表格\n---\n")
    (content / "plan" / "index.md").write_text("---\ntype: plan\ntitle: 规划\nperiod: 2021-2025\n---\n")
    (content / "plan" / "a.md").write_text("---\ntitle: 一章\n---\n::indicators{}\n")
    (content / "plan" / "indicators.yaml").write_text("".join(rows))


def statuses(browser, address, output):
    step("the status of every row is in view at six widths, whatever its names and units")
    for width in [320, 390, 768, 1024, 1280, 1440]:
        page = browser.new_page(viewport={"width": width, "height": 900})
        for path in sorted(output.rglob("*.html")):
            if "indicator-table" not in path.read_text():
                continue
            page.goto(address + path.relative_to(output).as_posix())
            cut = page.evaluate("""() => [...document.querySelectorAll('.indicator-table td.col-status')].filter((cell) => {
              const range = document.createRange();
              range.selectNodeContents(cell);
              const box = range.getBoundingClientRect();
              return box.right > innerWidth || box.left < 0;
            }).length""")
            check(not cut, f"{path.relative_to(output)} at {width} pixels: the status of {cut} rows is cut off")
            check(overflow(page) <= 0, f"{path.relative_to(output)} is {overflow(page)} pixels wider than {width}")
        page.close()
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.goto(address + "plan/index.html")
    tree = page.locator(".indicator-table").first.aria_snapshot()
    for part in ["table", "columnheader", "rowgroup", "rowheader", "cell"]:
        check(f"- {part}" in tree, f"on a phone screen readers find no {part} in a table")
    page.close()


def paper(browser, address, pages):
    step("on paper: no navigation, no wider than the sheet, black on white")
    # A4 without its margins, at 96 pixels an inch.
    page = browser.new_page(viewport={"width": 680, "height": 1000})
    page.emulate_media(media="print", color_scheme="dark")
    for path in pages:
        page.goto(address + path)
        shown = page.evaluate("""() => [...document.querySelectorAll('nav, form, .skip, .footer-links')]
          .filter((element) => element.checkVisibility() && !element.matches('.toc, .toc *'))
          .map((element) => element.outerHTML.slice(0, 60))""")
        check(not shown, f"{path} prints {shown}")
        check(page.locator("h1").first.is_visible(), f"{path} prints no title")
        check(overflow(page) <= 0, f"{path} is {overflow(page)} pixels wider than a sheet")
        color = page.evaluate("getComputedStyle(document.body).color")
        check(color == "rgb(0, 0, 0)", f"{path} prints its text in {color}")
        for text in page.evaluate(CONTRAST):
            check(False, f"{path} on paper: too little contrast: {text}")
    page.close()


def keyboard(browser, address, pages):
    step("by keyboard: Tab reaches every link and field, in their order, and each shows that it has the focus")
    for width in [390, 1280]:
        page = browser.new_page(viewport={"width": width, "height": 900})
        for path in pages:
            page.goto(address + path)
            targets = page.evaluate(TABBABLE)
            # Enough of a long page: what comes later is of the same kinds.
            for number in range(min(len(targets), 10_000 if is_all else 120)):
                page.keyboard.press("Tab")
                focused = page.evaluate(FOCUSED)
                if not focused or focused["tab"] != str(number):
                    check(False, f"{path}, {width} pixels: Tab leads to {focused}, not to {targets[number]}")
                    break
                if not focused["isShown"]:
                    check(False, f"{path}: nothing shows the focus on {targets[number]}")
        page.goto(address + pages[0])
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        check(page.evaluate("document.activeElement.id") == "-main", "the first link of a page does not lead to its text")
        page.close()


def display(browser, address, pages):
    step("large type and high contrast: by a button, on every page from then on, and readable; without scripts no button")
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
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + pages[0])
    check(not page.locator(".display-switch").is_visible(), "without scripts there are buttons that do nothing")
    context.close()


def structure(browser, address, pages):
    step("names, labels, alternatives, ids and headings are as screen readers need them")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for path in pages:
        page.goto(address + path)
        for problem in page.evaluate(STRUCTURE):
            check(False, f"{path}: {problem}")
    page.close()


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
    page.wait_for_function("count => [...document.querySelectorAll('tr[data-status]')].filter((row) => !row.hidden).length === count", arg=count)
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

    # The order: the worst first, then that of the classes, then the plan's again. The address holds it.
    order = "[...document.querySelectorAll('[data-plan] table')].map((table) => [...table.querySelectorAll('tr[data-status]')].map((row) => row.dataset.class))"
    names = "[...document.querySelectorAll('tr[data-status] th')].map((cell) => cell.textContent)"
    page.goto(address + "indicators/index.html")
    plan = page.evaluate(names)
    worst = ["at-risk", "cannot-say", "on-course", "met"]
    for value, classes in [("worst", worst), ("class", ["met", "on-course", "at-risk", "cannot-say"])]:
        page.locator("form.filters select[name=sort]").select_option(value)
        for found in page.evaluate(order):
            check(found == sorted(found, key=classes.index), f"'{value}' sorts {found}")
        check(page.evaluate(names) != plan and sorted(page.evaluate(names)) == sorted(plan), f"'{value}' changes no order, or loses rows")
        check(f"sort={value}" in page.evaluate("location.search"), "the order is not in the address")
    check(page.locator("tr.group:visible").count() == 0, "headings of groups stand over sorted rows")
    page.locator("form.filters select[name=sort]").select_option("")
    check(page.evaluate(names) == plan and page.locator("tr.group:visible").count() > 0, "the plan's order does not come back")

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


with tempfile.TemporaryDirectory() as folder:
    output = pathlib.Path(folder) / "Output"
    subprocess.run([program, "build", root, "--output", output, "--quiet"], check=True)
    address = serve(output)
    pages = pages_of(output)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        screens(browser, address, pages)
        accessible(browser, address, pages)
        if is_all:
            accessible(browser, address, pages, width=390)
        answers(browser, address, pages)
        with tempfile.TemporaryDirectory() as stress:
            stress_site(pathlib.Path(stress))
            tables = pathlib.Path(stress) / "Output"
            subprocess.run([program, "build", stress, "--output", tables, "--quiet"], check=True, stderr=subprocess.DEVNULL)
            statuses(browser, serve(tables), tables)
        with tempfile.TemporaryDirectory() as arabic:
            language_site(pathlib.Path(arabic))
            editions = pathlib.Path(arabic) / "Output"
            subprocess.run([program, "build", arabic, "--output", editions, "--quiet"], check=True, stderr=subprocess.DEVNULL)
            right_to_left(browser, serve(editions), editions)
        paper(browser, address, pages)
        keyboard(browser, address, pages)
        display(browser, address, pages)
        structure(browser, address, pages)
        filters(browser, address)
        browser.close()
if problems:
    sys.exit(f"{len(problems)} things are wrong with the theme in a browser.")
print(f"The theme works in a browser: {len(pages)} pages.")
