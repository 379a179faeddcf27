#!/usr/bin/env python3
"""Makes a site of any size for measuring, the same bytes for the same numbers.

    corpus.py --pages 10000 --out /dev/shm/corpus [--seed 1]

A folder Content/ with plans of forty sections. Each section has front matter with three to six indicators and some
5 KB of Chinese and English Markdown: headings, lists, emphasis, code, a quotation, a table, three links to other
sections. The figures are drawn at random and stand for nothing. Hugo reads the same files.
"""

import argparse
import pathlib
import random

SECTIONS_A_PLAN = 40
OFFICES = ["规划处", "统计处", "财务处", "建设处", "环保处", "教育处", "卫生处", "信息处"]
THEMES = ["公共交通", "绿地建设", "饮用水安全", "社区养老", "数据开放", "垃圾分类", "职业培训", "河道治理"]
TASKS = ["摸清现状", "排出时间表", "落实责任", "公布进展", "评估成效", "补齐短板"]
MEASURES = [
    ("公交分担率", "%", 31.0, 45.0), ("人均绿地面积", "平方米", 9.8, 14.5), ("水质达标率", "%", 88.0, 97.0),
    ("养老床位", "张", 1200.0, 2600.0), ("开放数据集", "个", 120.0, 800.0), ("分类覆盖率", "%", 40.0, 95.0),
    ("培训人次", "万人次", 2.1, 6.0), ("岸线整治长度", "公里", 12.0, 60.0),
]
SUBJECTS = ["各区", "主管部门", "街道和社区", "项目单位", "the programme office", "第三方机构"]
VERBS = ["逐项核对", "按季度更新", "公开说明", "统一登记", "*定期*复核", "会同专家研究"]
OBJECTS = ["目标清单", "`open data` 目录", "年度预算", "**责任分工**", "service standards", "现场记录"]
ENDS = ["，结果向社会公布。", "，并说明口径变化。", ", and reports once a quarter.", "，作为下一年安排的依据。"]


def sentence(draw):
    return draw.choice(SUBJECTS) + draw.choice(VERBS) + draw.choice(OBJECTS) + draw.choice(ENDS)


def paragraph(draw):
    return "".join(sentence(draw) for _ in range(draw.randint(2, 4)))


def indicators(draw):
    rows = ["indicators:"]
    for name, unit, start, goal in draw.sample(MEASURES, draw.randint(3, 6)):
        start = round(start * draw.uniform(0.9, 1.1), 2)
        goal = round(goal * draw.uniform(0.95, 1.05), 2)
        steps = draw.randint(3, 5)
        values = [round(start + (goal - start) * (i + draw.uniform(0.3, 1.3)) / 6, 2) for i in range(steps)]
        rows += [f"  - name: {name}", f'    unit: "{unit}"', f"    baseline: {start}", f"    target: {goal}"]
        rows.append(f"    values: [{', '.join(map(str, values))}]")
    return rows


def body(draw, plan, number, counts):
    parts = [paragraph(draw)]
    for _ in range(draw.randint(5, 7)):
        parts.append(f"## {draw.choice(TASKS)}：{draw.choice(THEMES)}")
        parts.append(paragraph(draw))
        kind = draw.randint(0, 4)
        if kind == 0:
            parts.append("\n".join(f"- {sentence(draw)}" for _ in range(draw.randint(3, 5))))
        elif kind == 1:
            rows = [f"| {draw.choice(TASKS)} | {draw.choice(OFFICES)} | {draw.randint(2022, 2026)} | {draw.randint(5, 100)}% |"
                    for _ in range(4)]
            parts.append("\n".join(["| 事项 | 牵头 | 年份 | 进展 |", "| :--- | --- | :---: | ---: |"] + rows))
        elif kind == 2:
            parts.append(f"> {sentence(draw)}")
        else:
            parts.append(f"### {draw.choice(THEMES)}")
        parts.append(paragraph(draw))
    for _ in range(3):
        other = draw.randint(1, counts[plan - 1])
        parts.append(f"{sentence(draw)}另见[第{other}节](sec-{other:03}.md)。")
    return "\n\n".join(parts)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pages", type=int, required=True, help="sections, in plans of forty")
    options.add_argument("--out", type=pathlib.Path, required=True, help="a folder; Content/ is made in it")
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    content = options.out / "Content"
    content.mkdir(parents=True)
    (content / "site.yaml").write_text(
        "title: 规模测试\nbase-url: https://plan.example.org/\nlanguages: [zh-CN]\nsearch: false\n", encoding="utf-8")
    (content / "_index.md").write_text("---\ntitle: 规模测试\n---\n\n随机数据，不代表任何事实。\n", encoding="utf-8")
    counts = [SECTIONS_A_PLAN] * (options.pages // SECTIONS_A_PLAN)
    if options.pages % SECTIONS_A_PLAN:
        counts.append(options.pages % SECTIONS_A_PLAN)
    for plan, count in enumerate(counts, 1):
        folder = content / f"plan-{plan:04}"
        folder.mkdir()
        (folder / "_index.md").write_text(
            f"---\ntype: plan\ntitle: 规划 {plan:04}\nweight: {plan}\nperiod: {{start: 2021, end: 2026}}\n---\n\n随机数据。\n",
            encoding="utf-8")
        for number in range(1, count + 1):
            draw = random.Random(f"{options.seed} {plan} {number}")
            head = ["---", f'title: "第{number}节 {draw.choice(THEMES)}"', f"weight: {number}",
                    f"date: 2024-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
                    f"tags: [{', '.join(draw.sample(THEMES, 3))}]", f"department: {draw.choice(OFFICES)}"]
            text = "\n".join(head + indicators(draw) + ["---", ""]) + "\n" + body(draw, plan, number, counts) + "\n"
            (folder / f"sec-{number:03}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
