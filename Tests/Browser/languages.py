"""Looks at pages from right to left, and at paper, in a real Chromium: on which side a sign of per cent stands, where time
begins in a time line, and what stands on the first sheet.

usage: languages.py PROGRAM CHROMIUM
"""
import pathlib
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

from common import build, check, problems, serve, step

program, chromium = sys.argv[1:3]
# A4 without its margins, at 96 pixels an inch.
SHEET = {"width": 643, "height": 971}

# The texts with a number and its sign of per cent in which the sign is not at the right of the number.
PERCENT = """() => {
  const wrong = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  for (let node; (node = walker.nextNode());) {
    const place = (index) => {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      return range.getBoundingClientRect();
    };
    for (const found of node.data.matchAll(/[0-9]\\u200E?%/g)) {
      const [digit, sign] = [place(found.index), place(found.index + found[0].length - 1)];
      if (!sign.width) continue;
      seen += 1;
      if (digit.left >= sign.left) wrong.push(node.data.trim());
    }
  }
  return [seen, wrong];
}"""
# The ranges of years of which the first is not at the right.
RANGES = """() => {
  const wrong = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  for (let node; (node = walker.nextNode());) {
    const found = node.data.indexOf('2021–2030');
    if (found < 0) continue;
    const [first, last] = [found, found + 5].map((index) => {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + 4);
      return range.getBoundingClientRect();
    });
    if (!first.width) continue;
    seen += 1;
    if (first.left <= last.left) wrong.push(node.data.trim());
  }
  return [seen, wrong];
}"""
YEARS = """() => [...document.querySelectorAll('.timeline-years text')].map((text) => {
  const box = text.getBoundingClientRect();
  return [Number(text.textContent), (box.left + box.right) / 2];
})"""
BARS = """() => [...document.querySelectorAll('.action-timeline li:not(.group)')].map((item) => {
  const [bar, all] = [item.querySelector('.action-span').getBoundingClientRect(), item.querySelector('svg.timeline-bar').getBoundingClientRect()];
  return [(bar.left - all.left) / all.width, (all.right - bar.right) / all.width];
})"""
# The marks in tables of actions that break, and the dates that do.
BROKEN = """() => [...document.querySelectorAll('.actions .status-word')].filter((mark) => mark.getClientRects().length > 1)
  .map((mark) => mark.textContent)"""


def site_in(folder):
    content = folder / "Content"
    (content / "plan").mkdir(parents=True)
    (content / "site.yaml").write_text("title: {en: Town, ar: المدينة}\nlanguages: [en, ar]\nas-of: 2025-12\n")
    for language, title in [("", "Town"), (".ar", "المدينة")]:
        (content / f"index{language}.md").write_text(f"---\ntitle: {title}\n---\n")
    (content / "plan" / "index.md").write_text("---\ntype: plan\ntitle: Plan\nperiod: 2021-2030\n---\n")
    (content / "plan" / "index.ar.md").write_text("---\ntitle: خطة المدينة 2021–2030\nsummary: نخفض النسبة إلى 12% من المجموع\n---\n")
    (content / "plan" / "1-homes.md").write_text("---\ntitle: Homes\n---\nFewer than 5%.\n\n::indicators{}\n")
    (content / "plan" / "1-homes.ar.md").write_text("---\ntitle: المساكن\n---\nأقل من 5% في عام 2030.\n\n::indicators{}\n")
    (content / "plan" / "2-roads.md").write_text("---\ntitle: Roads\n---\nA line.\n")
    rows = [
        "- {id: rent, name: {en: Rent, ar: الإيجار}, unit: £, baseline: 812, values: {2022: 790, 2025: 712},\n"
        "   target: {year: 2030, value: 650, earlier: [{value: 600, until: 2024-05, by: the council, why: prices rose}]}}\n"
    ]
    rows += [
        f"- {{id: i{number}, name: {{en: Share {number}, ar: النسبة {number}}}, unit: '%', baseline: 20, target: 60, values: {{2025: 21}}}}\n"
        for number in range(9)
    ]
    (content / "plan" / "indicators.yaml").write_text("".join(rows))
    (content / "plan" / "actions.yaml").write_text(
        "- {id: early, name: {en: Renew the water pipes of the whole of the old town, ar: تجديد الأنابيب}, start: 2021-03-31, due: 2022-09-30, department: a}\n"
        "- {id: late, name: {en: Plant trees along all the roads of the new town, ar: غرس الأشجار}, start: 2025-09-30, due: 2029-12-31, department: a}\n")
    (content / "departments.yaml").write_text("- {id: a, name: {en: Department of public works and transport, ar: إدارة الأشغال}}\n")
    subprocess.run([program, "report", folder, "--period", "2025", "--quiet"], check=True, stderr=subprocess.DEVNULL)


def right_to_left(browser, address):
    step("from right to left: a sign of per cent at the right of its number, time from left to right in time lines, as in charts")
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    for path in ["ar/", "ar/plan/", "ar/plan/homes/", "ar/indicators/i1/"]:
        page.goto(address + path)
        seen, wrong = page.evaluate(PERCENT)
        check(seen and not wrong, f"{path} has {seen} signs, and on another side those of {wrong[:3]}")
        seen, wrong = page.evaluate(RANGES)
        check(seen > 1 or path != "ar/plan/", f"{path} has {seen} ranges of years")
        check(not wrong, f"{path} has ranges from left to right: {wrong}")
    for path in ["actions/", "ar/actions/"]:
        page.goto(address + path)
        years = page.evaluate(YEARS)
        ordered = sorted(years, key=lambda year: year[1])
        check(len(years) > 2 and [year[0] for year in ordered] == sorted(year[0] for year in years), f"{path} has the years {years}")
        early, late = page.evaluate(BARS)
        check(early[0] < late[0], f"{path} has bars at {early} and {late}")
    page.close()


def paper(browser, address):
    step("on paper: no sheet for a title alone, marks and dates in one line, how many are shown of how many")
    page = browser.new_page(viewport=SHEET)
    page.emulate_media(media="print")
    for path in ["reports/2025/", "plan/full/"]:
        page.goto(address + path)
        breaks = page.evaluate(
            "[...document.querySelectorAll('.title-page, .introduction, .toc, .full-section')].filter((part) => {"
            " const style = getComputedStyle(part); return style.breakAfter === 'page' || style.breakBefore === 'page' }).length")
        check(breaks == 0, f"{path} begins {breaks} parts on a new sheet")
    page.goto(address + "reports/2025/")
    top = page.evaluate("document.querySelector('.full-section').getBoundingClientRect().top")
    check(top < SHEET["height"], f"the first section of a report begins {top} pixels below its top")
    page.goto(address + "plan/homes/")
    width = page.evaluate("document.querySelector('.col-target:has(> .reason)').getBoundingClientRect().width")
    check(width > 90, f"a target with its first value has {width} pixels")
    page.goto(address)
    check(page.locator(".answer .on-paper").inner_text().startswith("4 of 9 "), page.locator(".answer .on-paper").inner_text())
    check(not page.locator(".at-risk-more:has(a)").first.is_visible(), "a link to all that are at risk is printed")
    for width in [SHEET["width"], 1200, 700]:
        page.emulate_media(media="print" if width == SHEET["width"] else "screen")
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address + "actions/")
        check(page.locator(".actions .status-word").count() > 1, "there are no marks")
        broken = page.evaluate(BROKEN)
        check(not broken, f"marks break at {width} pixels: {broken}")
        dates = page.evaluate("[...document.querySelectorAll('.actions .col-dates')].map((cell) => cell.innerText.split(' – '))")
        check(all(" " not in date for cell in dates for date in cell), f"dates may break: {dates}")
    page.close()


with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
    site = pathlib.Path(folder) / "site"
    site_in(site)
    address = serve(build(program, site, pathlib.Path(folder) / "output"))
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    right_to_left(browser, address)
    paper(browser, address)
    browser.close()
if problems:
    sys.exit(f"{len(problems)} problems")
