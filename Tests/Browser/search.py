"""Searches a site in a real Chromium: in Chinese, English and mixed, over http: and file:, by keyboard, without script, and
under the policy default-src 'self'.

usage: search.py PROGRAM CHROMIUM [all]

With `all`, every query also from a disk, and more titles.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

from common import check, problems, serve, step

program, chromium = sys.argv[1:3]
is_all = "all" in sys.argv[3:]

SITE = {
    "site.yaml": "title: 测试规划\nlanguages: [zh-CN]\n",
    "index.md": "---\ntitle: 测试规划\n---\n\n一座城市的两份规划。\n",
    "about.md": "---\ntitle: 关于本站\ntype: page\n---\n\n数据来自统计年鉴，联系 office@example.org。\n",
    "city/index.md": "---\ntype: plan\ntitle: 城市发展规划\nperiod: 2021-2025\n---\n\n总则。\n",
    "city/1-air.md": """---
title: 改善空气质量
department: 生态环境局
---

细颗粒物（PM2.5）浓度持续下降，PM2.5浓度年均值不高于30微克每立方米。

## 治理扬尘

工地道路定期洒水，渣土车密闭运输。

## 机动车排放

推广新能源汽车，公交车全部换成电动车。培育花卉。卉木成荫。

- 外层的文字
  - 内层的文字
""",
    "city/2-water.md": """---
title: 保护水环境
department: 水务局
---

## 河道治理

河湖水质优良比例达到85%。雨污分流改造覆盖所有老旧小区，黑臭水体基本消除。

## 饮用水安全

水源地一级保护区全面封闭，水质达到Ⅲ类。
""",
    "city/3-digital.md": """---
title: 建设数字城市
department: 大数据局
---

## 信息基础设施

建成5G基站1.2万个，千兆光网覆盖全部城区。推动IPv6规模部署。

:::box{title="专栏1 智慧应用" id=smart}
智慧医疗、智慧交通和一网通办。
:::
""",
    "city/4-talent.md": """---
title: 集聚高技能人才
department: 人力资源和社会保障局
---

实施:term[技能提升行动]，新增高技能人才五万人。办好职业院校，健全终身职业技能培训制度。

## 青年科学家

设立青年科学家基金，支持原始创新。
""",
    "city/5-care.md": """---
title: 完善养老服务
department: 民政局
---

社区养老床位增加。人才引进与养老护理结合，技能型护理员能够上门。

## 医养结合

医疗机构与养老机构签约合作。
""",
    "city/indicators.yaml": """
- {id: pm25, name: PM2.5年均浓度, unit: 微克/立方米, direction: down, kind: ceiling, baseline: 38, target: 30, values: [36, 34, 33], from: {section: air}}
- {id: river, name: 河湖水质优良比例, unit: "%", baseline: 78, target: 85, values: [80, 82], from: {section: water}}
- {id: base-stations, name: 5G基站数, unit: 个, baseline: 4000, target: 12000, values: [6000, 9000], from: {section: digital}}
- {id: skilled, name: 新增高技能人才, unit: 万人, kind: increase, measure: annual, target: 5, values: [1, 2.2], from: {section: talent}}
- {id: beds, name: 养老床位数, unit: 张, baseline: 21000, target: 30000, values: [22000], from: {section: care}}
- {id: buses, name: 新能源公交车比例, unit: "%", baseline: 60, target: 100, from: {section: air}}
""",
    "rural/index.md": "---\ntype: plan\ntitle: Rural Strategy\nperiod: 2021-2030\nlanguage: en\n---\n\nA strategy for the villages.\n",
    "rural/1-transport.md": """---
title: Public transport
---

Every village has a bus stop within 800 metres. The café at the station opens daily and has Wi-Fi.

## Night buses

Buses run until midnight on Fridays and Saturdays.
""",
    "rural/2-broadband.md": """---
title: Broadband for all
---

Gigabit connections reach 95 % of households. Naïve forecasts underestimate demand.

## Satellite links

Remote farms are connected by satellite.
""",
    "rural/3-nature.md": """---
title: Forests and wetlands
---

Restoring peatlands stores carbon. Emissions of CO₂ fall by 1,200 tonnes a year.
""",
    "rural/indicators.yaml": """
- {id: broadband, name: Households with gigabit broadband, unit: "%", baseline: 40, target: 95, values: [45, 60], from: {section: broadband}}
- {id: woodland, name: Woodland cover, unit: "%", baseline: 20, target: 25, values: [20.5], from: {section: nature}}
- {id: stops, name: Villages with a bus stop, unit: "%", baseline: 70, target: 100, values: [80], from: {section: transport}}
""",
    "programmes.yaml": """
- {id: skills, name: 技能中国行动, summary: 培训一百万人次}
- {id: clean-river, name: 清水绿岸工程, summary: 整治河道六十公里}
""",
    "departments.yaml": """
- {id: eco, name: 生态环境局}
- {id: water, name: 水务局}
- {id: data, name: 大数据局}
- {id: hr, name: 人力资源和社会保障局, short-name: 人社局}
- {id: civil, name: 民政局}
""",
    "glossary.yaml": """
- {term: 技能提升行动, definition: 面向在岗职工的培训, aliases: [技能行动]}
- {term: 雨污分流, definition: 雨水和污水分开排放, english: Separate sewers}
""",
}

# A query, and the title (a part of it) that must come first.
QUERIES = [
    # Titles of indicators and sections, whole and in part.
    ("PM2.5年均浓度", "PM2.5年均浓度"), ("pm2.5", "PM2.5年均浓度"), ("PM2.5浓度", "PM2.5年均浓度"),
    ("年均浓度", "PM2.5年均浓度"), ("浓度", "PM2.5年均浓度"), ("2.5", "PM2.5年均浓度"), ("pm", "PM2.5年均浓度"),
    ("河湖水质优良比例", "河湖水质优良比例"), ("水质", "河湖水质优良比例"), ("优良比例", "河湖水质优良比例"),
    ("5G基站", "5G基站数"), ("5g", "5G基站数"), ("基站", "5G基站数"), ("5G基站数", "5G基站数"), ("５Ｇ基站", "5G基站数"),
    ("高技能人才", "高技能人才"), ("新增高技能人才", "新增高技能人才"), ("集聚高技能人才", "集聚高技能人才"), ("技能人才", "高技能人才"),
    ("养老床位", "养老床位数"), ("床位", "养老床位数"), ("养老服务", "完善养老服务"), ("养老", "养老床位数"),
    ("新能源公交", "新能源公交车比例"), ("公交车", "新能源公交车比例"), ("空气质量", "改善空气质量"), ("改善空气", "改善空气质量"),
    ("保护水环境", "保护水环境"), ("数字城市", "建设数字城市"), ("水", "河湖水质优良比例"), ("城市发展规划", "城市发展规划"),
    # Headings and boxes.
    ("治理扬尘", "改善空气质量"), ("扬尘", "改善空气质量"), ("河道治理", "保护水环境"), ("饮用水安全", "保护水环境"),
    ("青年科学家", "集聚高技能人才"), ("医养结合", "完善养老服务"), ("智慧应用", "建设数字城市"), ("机动车排放", "改善空气质量"),
    # Words of a text.
    ("渣土车", "改善空气质量"), ("黑臭水体", "保护水环境"), ("IPv6", "建设数字城市"), ("ipv", "建设数字城市"), ("千兆光网", "建设数字城市"),
    ("一网通办", "建设数字城市"), ("护理员", "完善养老服务"), ("统计年鉴", "关于本站"), ("雨污分流改造", "保护水环境"),
    # Programmes, departments, terms.
    ("技能中国行动", "技能中国行动"), ("清水绿岸", "清水绿岸工程"), ("人社局", "人力资源和社会保障局"), ("水务局", "水务局"),
    ("大数据局", "大数据局"), ("雨污分流", "雨污分流"), ("技能行动", "技能提升行动"), ("Separate sewers", "雨污分流"),
    # A term in a text is part of its sentence.
    ("实施技能提升行动", "集聚高技能人才"),
    # English: words, prefixes, case, accents, numbers.
    ("broadband", "Households with gigabit broadband"), ("Broadband for all", "Broadband for all"), ("gigabit", "Households with gigabit"),
    ("giga", "Households with gigabit"), ("WOODLAND", "Woodland cover"), ("bus stop", "Villages with a bus stop"), ("villages", "Villages with a bus stop"),
    ("night buses", "Public transport"), ("midnight", "Public transport"), ("cafe", "Public transport"), ("café", "Public transport"), ("naive", "Broadband for all"),
    ("satellite", "Broadband for all"), ("peatlands", "Forests and wetlands"), ("CO2", "Forests and wetlands"), ("co₂", "Forests and wetlands"), ("1200", "Forests and wetlands"),
    ("1,200 tonnes", "Forests and wetlands"), ("public trans", "Public transport"), ("transport public", "Public transport"), ("forest", "Forests and wetlands"),
    # Mixed, and several words.
    ("5G 光网", "建设数字城市"), ("水质 85", "河湖水质优良比例"), ("12000个", "5G基站数"), ("30000张", "养老床位数"), ("８５", "河湖水质优良比例"), ("PM2.5 洒水", "改善空气质量"), ("office@example.org", "关于本站"),
    # Near misses.
    ("PM25", "PM2.5年均浓度"),     ("brodband", "Households with gigabit broadband"), ("satelite", "Broadband for all"), ("woodlnad", "Woodland cover"), ("高技能人材", "高技能人才"),
    ("空气质亮", "改善空气质量"),
    # Nothing.
    ("绝无此词", None), ("zzzzzz", None),
    # Parts of a long query, and of several words.
    ("保护水环境的政策", "保护水环境"), ("midnight buses tomorrow", "Public transport"),
    # Where no text holds all pairs side by side, those with some of them.
    ("花卉木工程", "改善空气质量"), ("城区有多少5G基站?", "建设数字城市"), ("清水绿岸研究院所", "清水绿岸工程"),
    # A correction is no half word.
    ("医养结合城", "完善养老服务"),
    # Questions: a rare word says more than those that every text has.
    ("who pays for the peatlands", "Forests and wetlands"),
    # The words of a question are not sought.
    ("how many villages have a bus stop", "Villages with a bus stop"), ("what is the woodland cover?", "Woodland cover"),
    ("when do the night buses run", "Public transport"), ("where are the satellite links", "Broadband for all"),
    ("which households will have gigabit broadband", "Households with gigabit"), ("who is responsible for forests", "Forests and wetlands"),
    ("谁负责治理扬尘", "改善空气质量"), ("什么时候建成5G基站", "建设数字城市"), ("养老床位有多少？", "养老床位数"), ("5G基站的目标是多少", "5G基站数"),
    ("河湖水质怎么样", "河湖水质优良比例"), ("如何保护水环境", "保护水环境"), ("哪个部门管饮用水安全", "保护水环境"), ("新能源公交车比例是多少", "新能源公交车比例"),
    ("请问渣土车由谁负责？", "改善空气质量"), ("what is PM2.5", "PM2.5年均浓度"),
    # Spellings: hyphens, Roman numerals, plurals.
    ("wifi", "Public transport"), ("Wi-Fi", "Public transport"), ("III类", "保护水环境"), ("Ⅲ类", "保护水环境"),
    ("forests", "Forests and wetlands"), ("woodlands", "Woodland cover"), ("strategies", "Rural Strategy"),
]

# As people ask, of the two plans of this repository (in Chinese and in English) and of the example of a strategy; None where
# the answer says that there is nothing.
BEHIND = "每千人口拥有3岁以下婴幼儿托位数"
NATIONAL = [
    ("什么没有完成", BEHIND), ("哪些指标没有完成", BEHIND), ("哪些指标落后", BEHIND), ("哪些滞后", BEHIND), ("有风险的指标", BEHIND), ("落后", BEHIND),
    ("哪些已经完成", "全社会研发经费投入增长"), ("提前实现", "每千人口拥有执业"), ("进展正常", "数字经济核心产业"), ("哪些没有数据", "引进国家级高层次人才"),
    ("谁来管住房", "完善人才发展环境"), ("人才住房由谁负责", "完善人才发展环境"), ("谁负责人才安居", "人才安居工程"), ("谁管空气质量", "空气质量优良"),
    ("引进人才", "引进国家级高层次人才"), ("引进高层次人才", "引进国家级高层次人才"), ("人均寿命", "人均预期寿命"), ("森林有多少", "森林覆盖率"),
    ("森林覆盖率的目标", "森林覆盖率"), ("城镇化率目标", "常住人口城镇化率"), ("失业率", "城镇调查失业率"), ("研发投入", "全社会研发经费"), ("养老保险", "基本养老保险"),
    ("碳排放", "二氧化碳排放"), ("gdp", "国内生产总值（GDP）"), ("改期", None),
]
NURSERY = "Nursery places"
NATIONAL_IN_ENGLISH = [
    ("what is late", NURSERY), ("late", NURSERY), ("at risk", NURSERY), ("which targets are at risk", NURSERY), ("what is behind schedule", NURSERY),
    ("which targets have been met", "Growth of spending on research"), ("on track", "carbon dioxide"), ("missing figures", "High-level talent"),
    ("what has no data", "High-level talent"), ("who answers for housing", "Housing for Talent"), ("who is responsible for talent", "High-level talent"),
    ("forest target", "Forest coverage"), ("how much forest is there", "Forest coverage"), ("life expectancy", "Average life expectancy"),
    ("how long do people live", "Average life expectancy"), ("jobless rate", "unemployment"), ("gdp growth", "GDP growth"), ("r&d spending", "research and development"),
    ("clean air", "good air quality"), ("air qualty", "good air quality"), ("co2 emissions", "carbon dioxide"), ("pensions", "well-being"),
]
STRATEGY = [
    ("what is late", "Replace the last lead pipes"), ("who is late", "Replace the last lead pipes"), ("which actions are overdue", "Replace the last lead pipes"),
    ("late", "Replace the last lead pipes"), ("which targets are behind", "Water lost"), ("which indicators are late", "Water lost"), ("lead pipes late", "Replace the last lead pipes"),
    ("delayed", "Build the third stage"), ("stopped", "Less salt"), ("what has been done", "Sample every district"), ("planned", "Model the supply"),
    ("moved", "Water lost"), ("which actions were moved", "Build the third stage"), ("moved deadlines", "Water lost"), ("what was postponed", "Water lost"),
    ("on course", "Calls answered"), ("who answers for leaks", "finds leaks"), ("how much water is lost", "Water lost"), ("phosphorous", "Phosphorus"),
    ("how fast are calls answered", "Calls answered"), ("road salt", "Less salt"), ("flood plan", "A flood plan"), ("vacancies", "Vacant posts"),
]

HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"高技能人才\"", "“养老”", "高技能人才" * 30, "bus " * 60, "constructor", "__proto__",
    "!p0", "=0", "~", "|", "\t1", "\\", "..", "%E5", "%", "水" * 3, "𠀀𠀁", "e\u0301", "1.", ".5", "1,2", "a|b", "{query}", "$&", "臺灣",
]

PARITY = ["Émissions", "Straße", "Łódź", "ＰＭ１０", "CO₂", "m²", "Việt Nam", "Ελλάδα", "Москва", "naïve", "ﬁne", "İstanbul", "e\u0301", "กรุงเทพมหานครอมรรัตนโกสินทร์", "internationalisierungsbestrebungsabsichtserklaerung"]


def titles(page):
    return [text.strip() for text in page.locator("#-results > li .result-title").all_inner_texts()]


def until(page, holds, what):
    """Waits until an expression holds. Playwright's own way is an eval, which the policy forbids."""
    deadline = time.monotonic() + 20
    while not page.evaluate(holds):
        if time.monotonic() > deadline:
            sys.exit(f"after 20 seconds: {what}")
        time.sleep(0.01)


def search(page, query):
    """Types a query and waits for the whole answer to it."""
    page.locator("#-query").fill("")
    until(page, "!document.querySelector('.search-form [role=status]').textContent", "the answer is still there")
    page.locator("#-query").fill(query)
    until(page, "document.querySelector('.search-form [role=status]').textContent"
          " && document.querySelector('#-results').getAttribute('aria-busy') === 'false'", f"no answer to '{query}'")
    return titles(page)


def queries(page, address, chosen):
    page.goto(address + "search/index.html")
    for query, expected in chosen:
        found = search(page, query)
        if expected is None:
            check(not found, f"'{query}' finds {found[:3]}")
        else:
            check(found and expected in found[0], f"'{query}' finds {found[:3]}, not '{expected}' first")


def questions(browser, address, chosen):
    page = browser.new_page()
    queries(page, address, chosen)
    page.close()


def statuses(browser, address):
    step("the four classes filter indicators and actions; an action whose due date was changed says so")
    page = browser.new_page()
    for status, expected in [("at-risk", ["Replace the last lead pipes", "Water lost"]), ("met", ["Sample every district", "Water samples"]),
                             ("on-course", ["Calls answered", "Drill a second well"]), ("stopped", ["Less salt"])]:
        page.goto(f"{address}search/index.html?status={status}")
        page.wait_for_selector("#-results > li")
        while page.locator("#-more").is_visible():
            shown = len(titles(page))
            page.locator("#-more").click()
            until(page, f"document.querySelectorAll('#-results > li').length > {shown}", "there are no more results")
        for title in expected:
            check(any(title in found for found in titles(page)), f"'{status}' does not find '{title}'")
    page.goto(f"{address}search/index.html?q=third stage of the works")
    page.wait_for_selector("#-results > li")
    check("was due" in page.locator("#-results > li").first.inner_text(), f"a moved action says {page.locator('#-results > li').first.inner_text()}")
    page.close()


def details(page, address):
    step("an indicator's result has its status, latest and target; a place inside a page has its own link")
    page.goto(address + "search/index.html?q=PM2.5年均浓度")
    page.wait_for_selector("#-results > li")
    first = page.locator("#-results > li").first
    text = first.inner_text()
    check(first.locator(".status").count() == 1 and "33" in text and "30" in text, f"an indicator's result says '{text}'")
    check(first.locator("mark").count() > 0, "nothing is highlighted")
    check(first.locator("a").first.get_attribute("href").endswith("indicators/pm25/index.html"), "the link leads elsewhere")
    check(search(page, "治理扬尘") and page.locator("#-results a").first.get_attribute("href").endswith("air/index.html#治理扬尘")
          or "#" in page.locator("#-results a").first.get_attribute("href"), "a heading has no link")
    page.locator("#-results a").first.click()
    page.wait_for_load_state()
    check("扬尘" in page.evaluate("decodeURIComponent(location.hash)"), f"the link leads to {page.url}")
    check(page.evaluate("!!document.getElementById(decodeURIComponent(location.hash.slice(1)))"), "the link leads to no heading")
    step("a query is compared with the text: its pairs may stand in a page without standing side by side")
    page.goto(address + "search/index.html")
    check(search(page, "卉木成荫") == ["改善空气质量"], "a sentence is not found")
    check("卉木成荫" in page.locator(".result-text").first.inner_text(), "a sentence is not shown")
    check("部分词语" in page.locator(".search-form [role=status]").inner_text() if search(page, "花卉木") else False,
          f"'花卉木' finds {titles(page)}, where it does not stand")
    check(search(page, "外层的文字") == ["改善空气质量"], "the text of an item of a list that holds a list is not found")
    step("where a text cannot be read, the result says so")
    page.route("**/city/air/index.html", lambda route: route.abort())
    page.goto(address + "search/index.html")
    check(search(page, "花卉木") == ["改善空气质量"], "a result that cannot be compared is missing")
    check("不相连" in page.locator("#-results").inner_text() and "约" in page.locator(".search-form [role=status]").inner_text(),
          f"a result that was not compared claims to be one: {page.locator('main').inner_text()[:200]}")
    page.unroute("**/city/air/index.html")
    step("queries as people type and paste them")
    page.goto(address + "search/index.html")
    for query in HOSTILE:
        found = search(page, query)
        check(len(found) <= 15, f"'{query}' finds {found}")
        check(page.locator("#-results script, #-results img, .search-form [role=status] *").count() == 0, f"'{query}' becomes markup")
    for query in ["😀", "！？", "…"]:
        check(search(page, query) == [] and query in page.locator(".search-form [role=status]").inner_text(), f"'{query}' has no answer")
    step("a title that holds the words needs no comparison; what was compared is counted")
    check(search(page, "技能人才") and "约" not in page.locator(".search-form [role=status]").inner_text(),
          page.locator(".search-form [role=status]").inner_text())
    check(search(page, "医养结合城") and "“医养结合”" in page.locator(".search-form [role=status]").inner_text(),
          f"corrected to {page.locator('.search-form [role=status]').inner_text()}")
    step("the filters: kind, plan, status, department; the address holds them")
    page.goto(address + "search/index.html?q=养老")
    page.wait_for_selector("#-results > li")
    everything = len(titles(page))
    page.locator("select[name=kind]").select_option("section")
    until(page, f"document.querySelectorAll('#-results > li').length < {everything}", "the filter filters nothing")
    check(titles(page)[0] == "完善养老服务", f"the filter leaves {titles(page)}")
    check("kind=section" in page.evaluate("location.search") or address.startswith("file:"), "the filter is not in the address")
    for name in ["plan", "status", "department"]:
        check(page.locator(f"select[name={name}] option").count() > 2, f"the filter '{name}' has no options")
    page.goto(address + "search/index.html")
    page.locator("select[name=department]").select_option(label="水务局")
    page.wait_for_selector("#-results > li")
    check(any("保护水环境" in title for title in titles(page)), f"a department has {titles(page)}")
    for filters, found in [("department=water", "保护水环境"), ("plan=rural", "Woodland cover"), ("status=no-data", "新能源公交车比例")]:
        page.goto(f"{address}search/index.html?{filters}")
        page.wait_for_selector("#-results > li")
        check(any(found in title for title in titles(page)), f"'{filters}' finds {titles(page)}")
    page.goto(f"{address}search/index.html?q=养老&department=nobody")
    page.wait_for_selector("#-results > li")
    check("department=nobody" in page.locator(".search-form [role=status]").inner_text(), "an unknown filter is not named")


def titles_find_themselves(browser, folder, most):
    """Builds a site, and looks up the titles that its search page lists: whole, in part, and with a word of the plan."""
    subprocess.run([program, "build", str(folder)], check=True, stdout=subprocess.DEVNULL)
    address = serve(folder / "Output")
    page = browser.new_page()
    page.goto(address + "search/")
    listed = page.evaluate("""[...document.querySelectorAll('.everything li a')].map((link) => {
      const copy = link.cloneNode(true);
      copy.querySelector('.number')?.remove();
      return copy.textContent.trim();
    })""")
    check(len(listed) >= most, f"{folder.name} lists {len(listed)} titles")
    listed = sorted(set(listed))
    for title in listed[::max(1, len(listed) // most)]:
        found = search(page, title)
        check(found and found[0].endswith(title), f"'{title}' finds {found[:3]}")
        # From its second to its last character but one: an entry with that in its title comes first.
        part = title[1:-1]
        if len(part) > 3 and not any(character.isascii() for character in part):
            found = search(page, part)
            check(found and part in found[0], f"'{part}' finds {found[:3]}")
    page.close()


def keyboard(page, address):
    step("by keyboard: / leads to the field, arrows choose, Enter opens, Esc clears")
    page.goto(address + "city/air/index.html")
    page.keyboard.press("/")
    check(page.evaluate("document.activeElement.name") == "q", "/ does not lead to the field")
    page.keyboard.type("水环境")
    page.keyboard.press("Enter")
    page.wait_for_selector("#-results > li")
    check("q=" in page.url, f"the query is not in the address: {page.url}")
    # At once, without a word about where the cursor is.
    page.keyboard.press("ArrowDown")
    check(page.evaluate("document.activeElement.closest('#-results > li') !== null"), "the arrow leads to no result")
    page.keyboard.press("ArrowUp")
    check(page.evaluate("document.activeElement.id") == "-query", "the arrow does not lead back")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    check(page.evaluate("document.activeElement.id") == "-query", "Esc does not lead back to the field")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/water/**")
    page.go_back()
    page.wait_for_selector("#-results > li")
    page.locator("#-query").focus()
    page.keyboard.press("Escape")
    page.wait_for_selector("#-results", state="hidden")
    check(page.locator("#-query").input_value() == "", "Esc does not clear the field")
    check(page.locator(".everything").is_visible(), "the list of everything does not come back")
    page.locator("#-query").blur()
    page.keyboard.press("/")
    check(page.evaluate("document.activeElement.id") == "-query", "/ does not lead to the field of the search page")


def without_script(browser, address):
    step("without script: the page lists every section, indicator, programme, department and term")
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address + "search/index.html?q=水")
    text = page.locator(".everything").inner_text()
    for word in ["保护水环境", "5G基站数", "技能中国行动", "民政局", "雨污分流", "关于本站", "Public transport"]:
        check(word in text, f"the list has no '{word}'")
    check(not page.locator(".search-form").is_visible(), "a form is shown that does nothing")
    page.close()


def widths(browser, address):
    step("the field in the head of a page at 320 to 1440 pixels")
    for width in [320, 390, 768, 1440]:
        page = browser.new_page(viewport={"width": width, "height": 800})
        for path in ["city/air/index.html", "search/index.html?q=养老"]:
            page.goto(address + path)
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            check(wide <= 0, f"{path} is {wide} pixels wider than {width}")
        page.goto(address + "city/air/index.html")
        check(page.locator(".site-search input").is_visible(), f"no field at {width} pixels")
        page.close()


def main():
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        folder = pathlib.Path(folder)
        site = dict(SITE)
        site["words.md"] = "---\ntitle: Letters\ntype: page\n---\n\n" + "\n\n".join(f"x{number} {word}" for number, word in enumerate(PARITY)) + "\n"
        for name, text in site.items():
            path = folder / "Content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.lstrip("\n"), encoding="utf-8")
        subprocess.run([program, "build", str(folder)], check=True, stdout=subprocess.DEVNULL)
        output = folder / "Output"
        browser = playwright.chromium.launch(executable_path=chromium)
        errors = []
        for address in [serve(output), f"{output.as_uri()}/"]:
            # From a disk only the loading differs.
            chosen = QUERIES if is_all or address.startswith("http") else QUERIES[::4]
            step(f"{len(chosen)} queries over {address.split(':')[0]}:")
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("console", lambda entry: errors.append(entry.text) if entry.type == "error" and "Content" in entry.text else None)
            queries(page, address, chosen)
            step("letters of other scripts are folded as the index folds them")
            for word in PARITY if len(chosen) == len(QUERIES) else PARITY[::4]:
                found = search(page, word)
                check("Letters" in found, f"'{word}' finds {found}")
            details(page, address)
            keyboard(page, address)
            page.close()
            without_script(browser, address)
            widths(browser, address)
        step("the titles of this repository's site, and of a generated one, find themselves")
        here = pathlib.Path(__file__).resolve().parents[2]
        shutil.copytree(here / "Content", folder / "own/Content")
        titles_find_themselves(browser, folder / "own", 60 if is_all else 20)
        subprocess.run([sys.executable, here / "Benchmarks/prose.py", "--pages", "200", "--out", folder / "prose"], check=True)
        titles_find_themselves(browser, folder / "prose", 60 if is_all else 20)
        step(f"{len(NATIONAL) + len(NATIONAL_IN_ENGLISH) + len(STRATEGY)} questions")
        own = serve(folder / "own/Output")
        questions(browser, own, NATIONAL)
        questions(browser, own + "en/", NATIONAL_IN_ENGLISH)
        subprocess.run([program, "init", "--example", "strategy", str(folder / "strategy")], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([program, "build", str(folder / "strategy")], check=True, stdout=subprocess.DEVNULL)
        strategy = serve(folder / "strategy/Output")
        questions(browser, strategy, STRATEGY)
        statuses(browser, strategy)
        for error in errors:
            check(False, f"the browser reports: {error}")
        browser.close()
    if problems:
        sys.exit(f"{len(problems)} problems")


main()
