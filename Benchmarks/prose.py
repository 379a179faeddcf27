#!/usr/bin/env python3
"""Makes a site of prose for measuring the search, the same bytes for the same numbers.

    prose.py --pages 10000 --out /dev/shm/prose [--words 24000] [--search false] [--seed 1]

Plans of forty sections, each with some 4.5 KB of text. Unlike corpus.py it does not repeat sentences: every sentence is
drawn from --words different words, three Chinese ones to one in Latin letters, whose frequencies follow Zipf's law. The
words are made up, and stand for nothing.
"""

import argparse
import bisect
import itertools
import pathlib
import random

SECTIONS_A_PLAN = 40
# What Chinese texts use most lies early in this range of made-up frequencies, too.
CHARACTERS = 3500
SYLLABLES = ["ba", "cen", "di", "for", "gra", "hel", "in", "jo", "ka", "lu", "men", "no", "or", "pra", "qui", "ro", "sta",
             "ten", "ul", "ver", "wa", "xi", "yo", "zen", "tion", "ment", "able", "ity"]


def vocabulary(count, draw):
    """Words by frequency; three of four are Chinese."""
    characters = [chr(0x4E00 + number) for number in draw.sample(range(0x9FA5 - 0x4E00), CHARACTERS)]
    # A character is the more frequent the earlier it comes.
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(CHARACTERS)))

    def character():
        return characters[bisect.bisect(weights, draw.random() * weights[-1])]

    words, seen = [], set()
    while len(words) < count:
        if len(words) % 4 == 3:
            word = "".join(draw.choice(SYLLABLES) for _ in range(draw.choice([1, 2, 2, 3, 3, 4])))
        else:
            word = "".join(character() for _ in range(draw.choice([1, 2, 2, 2, 2, 3, 4])))
        if word not in seen:
            seen.add(word)
            words.append(word)
    return words


class Prose:
    def __init__(self, words):
        self.words = words
        self.weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))

    def word(self, draw):
        return self.words[bisect.bisect(self.weights, draw.random() * self.weights[-1])]

    def phrase(self, draw, count):
        text = ""
        for _ in range(count):
            word = self.word(draw)
            text += f" {word} " if word.isascii() else word
        return " ".join(text.split())

    def sentence(self, draw):
        clauses = [self.phrase(draw, draw.randint(4, 9)) for _ in range(draw.randint(1, 3))]
        return "，".join(clauses) + "。"

    def paragraph(self, draw):
        return "".join(self.sentence(draw) for _ in range(draw.randint(3, 6)))

    def section(self, draw):
        parts = [self.paragraph(draw)]
        while sum(len(part.encode()) for part in parts) < 4300:
            parts += [f"## {self.phrase(draw, 3)}", self.paragraph(draw), self.paragraph(draw)]
        return "\n\n".join(parts)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pages", type=int, required=True, help="sections, in plans of forty")
    options.add_argument("--out", type=pathlib.Path, required=True, help="a folder; Content/ is made in it")
    options.add_argument("--words", type=int, default=24000, help="different words")
    options.add_argument("--search", choices=["true", "false"], default="true")
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    content = options.out / "Content"
    content.mkdir(parents=True, exist_ok=True)
    (content / "site.yaml").write_text(
        f"title: 规模测试\nbase-url: https://plan.example.org/\nlanguages: [zh-CN]\nsearch: {options.search}\n", encoding="utf-8")
    (content / "index.md").write_text("---\ntitle: 规模测试\n---\n\n随机文字，不代表任何事实。\n", encoding="utf-8")
    prose = Prose(vocabulary(options.words, random.Random(f"{options.seed} words")))
    for plan in range((options.pages + SECTIONS_A_PLAN - 1) // SECTIONS_A_PLAN):
        folder = content / f"plan-{plan + 1:04}"
        folder.mkdir(exist_ok=True)
        (folder / "index.md").write_text(
            f"---\ntype: plan\ntitle: 规划 {plan + 1:04}\norder: {plan + 1}\nperiod: 2021-2025\n---\n\n随机文字。\n", encoding="utf-8")
        for number in range(1, min(SECTIONS_A_PLAN, options.pages - plan * SECTIONS_A_PLAN) + 1):
            draw = random.Random(f"{options.seed} {plan} {number}")
            head = ["---", f'title: "{prose.phrase(draw, 3)}"', f"order: {number}", "indicators:",
                    f'  - {{id: i-{plan + 1}-{number}, name: "{prose.phrase(draw, 2)}", unit: 项, baseline: 10, target: 20, values: [12, 14]}}',
                    "---", ""]
            text = "\n".join(head) + "\n" + prose.section(draw) + "\n"
            (folder / f"sec-{number:03}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
