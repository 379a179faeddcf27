"""The site that the tests of the theme make for themselves."""


def stress_site(folder):
    """A site, invented, with what is hard for tables: long names, units, words and departments, every kind, empty columns;
    and in a second language, from right to left, with a translation of one page."""
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
    (content / "departments.yaml").write_text("".join(f"- {{id: d{n}, name: 市发展和改革委员会经济运行与规划实施监测评估处（第{n}处）}}\n" for n in range(3)))
    (content / "index.md").write_text("---\ntitle: 表格\n---\n")
    (content / "plan" / "index.md").write_text("---\ntype: plan\ntitle: 规划\nperiod: 2021-2025\n---\n")
    (content / "plan" / "a.md").write_text("---\ntitle: 一章\n---\n::indicators{caption=\"本章指标完成情况\"}\n\n::actions{plan=plan caption=\"本章任务进展情况\"}\n")
    (content / "plan" / "indicators.yaml").write_text("".join(rows))
    # A table of the text with more columns than a sheet has room for.
    columns = range(15)
    row = "|" + "|".join(f" {1000 + column}.{column} " for column in columns) + "|\n"
    (content / "plan" / "c.md").write_text(
        "---\ntitle: 宽表\n---\n|" + "|".join(f" 第{column}列 " for column in columns) + "|\n"
        + "|" + "---|" * len(columns) + "\n" + row * 12)
    (content / "site.yaml").write_text(
        "title: {zh-CN: 表格, ar: جداول}\nlanguages: [zh-CN, ar]\nchoose-language: true\n")
    (content / "plan" / "b.md").write_text("---\ntitle: 二章\n---\n正文。\n\n## 一节\n\n## 二节\n\n## 三节\n")
    (content / "plan" / "b.ar.md").write_text(
        "---\ntitle: الفصل الثاني\n---\nنص.\n\n## أولاً\n\n## ثانيًا\n\n## ثالثًا\n")
    (content / "plan" / "actions.yaml").write_text(
        "- {id: a, name: {zh-CN: 种树, ar: غرس الأشجار}, start: 2021, due: 2023-06, department: d1}\n"
        "- {id: b, name: 修路, start: 2022, due: 2024, state: started, progress: 40%, department: d2}\n")
    # Pages of parts, of targets beside those of an upper plan, and of what is reported.
    rows.append(f"- {{id: parts, name: '{name}（按区县）', unit: '{unit}', baseline: 1, target: 9, headline: {{Series: A}}}}\n")
    rows.append(f"- {{id: soon, name: '{name}（正在准备）', reporting: in-progress, from: {{section: a}}}}\n")
    rows.append(f"- {{id: lower, name: '{name}（承接上级规划）', unit: '{unit}', baseline: 1, target: 9, aligns-with: {{indicator: upper}}}}\n")
    (content / "plan" / "indicators.yaml").write_text("".join(rows))
    (content / "plan" / "indicators").mkdir()
    parts = [f"{year},A,第{number}县级行政区（含经济技术开发区）,{number}.{year % 10}" for number in range(2500) for year in (2021, 2022)]
    (content / "plan" / "indicators" / "parts.csv").write_text("\n".join(["Year,Series,区县,Value", "2021,A,,2", *parts]) + "\n")
    for number in range(3):
        (content / f"upper{number}").mkdir()
        (content / f"upper{number}" / "index.md").write_text(
            f"---\ntype: plan\ntitle: 国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要（第{number}份）\nperiod: 2021-2025\n"
            + ("aligns-with: upper0\n" if number else "") + "---\n")
    (content / "upper0" / "indicators.yaml").write_text(
        f"- {{id: upper, name: '{name}', unit: '{unit}', baseline: 1, target: 8, values: {{2022: 2}}}}\n")
    (content / "glossary.yaml").write_text(
        "- {term: {zh-CN: 碳汇, ar: بالوعة الكربون}, definition: {zh-CN: 吸收二氧化碳。, ar: ما يمتص ثاني أكسيد الكربون.}}\n")
