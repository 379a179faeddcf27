import Diagnostics
import Testing

@testable import Markdown

@Suite("Markup of other programs")
struct ForeignMarkTests {
  @Test(
    "Each kind says where it is and what to type",
    arguments: [
      (
        "[toc]\n",
        """
        page.md:1:1: warning: '[toc]' is printed as text: a page lists its headings by itself [markdown.contents-mark]
            1 | [toc]
              | ^~~~~
        hint: delete the line

        """
      ),
      (
        "》引用\n",
        """
        page.md:1:1: warning: '》' is full-width, so '引用' is shown as text, not as a quotation [markdown.full-width]
            1 | 》引用
              | ^~
        hint: write '> 引用'

        """
      ),
      (
        "···\nlet a\n···\n",
        """
        page.md:1:1: warning: '···' is text, and begins no code [markdown.full-width]
            1 | ···
              | ^~~
        hint: write '```' on a line before the code and on a line after it; for a rule, write '---'

        """
      ),
      (
        "> [!NOTE]\n> 文字\n",
        """
        page.md:1:3: warning: '[!NOTE]' is printed as text: other programs make a frame of it [markdown.remark]
            1 | > [!NOTE]
              |   ^~~~~~~
        hint: write ':::box{title="…"}' before the text and ':::' after it, for a frame

        """
      ),
      (
        "见[[目标|指标]]。\n",
        """
        page.md:1:2: warning: '[[目标|指标]]' is shown as text, not as a link [markdown.wiki-link]
            1 | 见[[目标|指标]]。
              |   ^~~~~~~~~~~~~
        hint: write '[指标](….md)' with the path of the other page's file

        """
      ),
      (
        "![[a b.png]]\n",
        """
        page.md:1:1: warning: '![[a b.png]]' is shown as text, not as a picture [markdown.wiki-link]
            1 | ![[a b.png]]
              | ^~~~~~~~~~~~
        hint: write '![a b.png](a b.png)', with the path from this file

        """
      ),
      (
        "这是==重点==工程\n",
        """
        page.md:1:3: warning: '==重点==' is printed as text: there is no mark for highlights [markdown.highlight]
            1 | 这是==重点==工程
              |     ^~~~~~~~
        hint: write '**重点**' for bold

        """
      ),
      (
        "能量 $E=mc^2$ 与 $$\\frac{a}{b}$$\n",
        """
        page.md:1:4: warning: '$E=mc^2$' and 1 more are formulas of LaTeX, and are printed as written [markdown.formula]
            1 | 能量 $E=mc^2$ 与 $$\\frac{a}{b}$$
              |      ^~~~~~~~
        hint: write it in characters, such as x², or show a picture of it; for the signs themselves, write '\\$'

        """
      ),
      (
        "- [] 种树\n",
        """
        page.md:1:3: warning: '[] 种树' is shown as text, not as a task with a box [markdown.task]
            1 | - [] 种树
              |   ^~~
        hint: write '- [ ] 种树'

        """
      ),
      (
        "空气好转[1]。\n\n## 文献\n\n[1] 年报\n\n[2] 公报\n",
        """
        page.md:1:5: warning: '[1]' leads nowhere: it is not a link to the line that begins with '[1]' [markdown.references]
            1 | 空气好转[1]。
              |         ^~~
          page.md:5:1: the line that is meant
        hint: write '[^1]' here, and '[^1]: …' in place of '[1] …' there

        """
      ),
      (
        "[1] 年报\n[2] 公报\n",
        """
        page.md:1:1: warning: 2 lines look like a list, but run together into one paragraph [markdown.list]
            1 | [1] 年报
              | ^~~~~~~~
        hint: put an empty line before each of them

        """
      ),
    ])
  func whole(markdown: String, report: String) {
    #expect(Page(markdown).report == report)
  }

  @Test(
    "One finding of each, wherever it stands",
    arguments: [
      ("[TOC]", "contents-mark"), ("文字\n\n[[_TOC_]]\n", "contents-mark"), ("{:toc}", "contents-mark"),
      ("@[TOC](目录)", "contents-mark"), ("[目录]", "contents-mark"), ("- 甲\n\n  [toc]", "contents-mark"),
      ("＞ 引用", "full-width"), ("｀｀｀\na\n｀｀｀", "full-width"), ("···", "full-width"),
      ("···python\nprint(1)\n···", "full-width"), ("> [!warning] 注意\n> 文字", "remark"),
      ("!!! note \"甲\"\n    文字", "remark"),
      ("甲[[乙]]丙", "wiki-link"), ("- [[a/b#c]]", "wiki-link"), ("| a |\n|---|\n| [[b]] |", "wiki-link"),
      ("==甲==", "highlight"), ("（==甲==）", "highlight"), ("==two words==.", "highlight"), ("# ==题==\n\n文", "highlight"),
      ("$x$", "formula"), ("面积$S_1$", "formula"), ("$$\nx = 1\n$$", "formula"), ("$$x+y$$ 与 $$a^2$$", "formula"),
      ("$\\alpha$", "formula"), ("若 $n<N$ 则", "formula"), ("价 $5，量 $q_1$。", "formula"),
      ("1. [] 甲", "task"), ("- [ ]甲", "task"), ("* [x]甲", "task"), ("- 【】甲", "task"), ("- 【 】甲", "task"),
      ("- [√] 甲", "task"),
      ("- 【√】甲", "task"), ("- [　] 甲", "task"), ("-[ ] 甲\n-[x] 乙", "list"),
      ("甲[2]乙[1]。\n\n[1] a\n\n[2] b", "references"), ("甲[1]。\n\n- [1] a\n- [2] b", "references"),
      ("甲[1]。\n\n[1] a\n[2] b", "references"),
    ])
  func kinds(markdown: String, code: String) {
    #expect(Page(markdown + "\n").diagnostics.map(\.code.rawValue) == ["markdown." + code], "\(Page(markdown).report)")
  }

  @Test(
    "Money, comparisons, code, links and sentences are no finding",
    arguments: [
      "$5 and $6", "it costs $5, not $10.", "US$5至US$6", "$5-$6", "$1,000 = €900, so $2,000 = €1,800",
      "$A and $B are names",
      "$5/t and $7/t", "A$5 or NZ$6", "$HOME/$USER", "共$300（约合¥2000）", "\\$x^2\\$", "`$x^2$`", "```\n$$\nx^2\n$$\n```",
      "a $ b_c $ d",
      "between $3m and $4m_", "$ 5 = a $", "100$ = b, 200$ = c", "$$", "$5=$6", "$10 (x = $12)", "(US$1=¥7)", "价格$5<$6",
      "a == b == c", "a==b==c", "x==1 and y==2", "=====", "题\n==\n\n文", "`==甲==`", "a=== b ===", "== 甲 ==",
      "[[1]](https://a.cn)", "见[[1]]。", "[[ -f x ]]", "[[1,2],[3,4]]", "\\[[甲]]", "`[[甲]]`", "```\n[[甲]]\n```",
      "[[甲](a.cn)]",
      "[toc]: https://a.cn\n\n[目录](https://a.cn)", "`[TOC]`", "见[TOC]。", "见《总体规划\n》的附件。", "[!](https://a.cn)",
      "!!! 好", "??? 何", "甲···乙", "···等等", "[目录](#a)\n\n## 附 {#a}\n\n文字",
      "$Id$", "- \\[ ] 甲", "use '**' instead", "recursive (**) wildcards",
      "- [ ] 甲", "- [x] 甲", "- [x](https://a.cn)", "- 【重点】甲", "- []", "甲 [] 乙", "- `[]` 甲",
      "- [ ](https://a.cn)",
      "见[1]。", "[1] 甲", "数组 a[1] 与 a[2]", "甲[1]。\n\n[1]: https://a.cn", "甲[3]。\n\n[1] a\n\n[2] b", "[2021] 1号\n\n[1]甲",
      "甲[1](https://a.cn)。\n\n[1] a\n\n[2] b", "国发〔2021〕1号\n\n〔1〕甲", "[1] 甲\n\n[2] 乙", "甲[^1]。\n\n[^1]: 乙",
    ])
  func nothing(markdown: String) {
    #expect(Page(markdown + "\n").report == "")
  }
}
