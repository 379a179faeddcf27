import Diagnostics
import Testing

@testable import Markdown

@Suite("Markup that is printed as text")
struct SlipTests {
  @Test(
    "Code, and text that only looks like markup, is no finding",
    arguments: [
      "`##目标` `：：：box` `** a **` `[x]（https://a.cn）` `:target【x】`",
      "```\n##目标\n：：：box\n1、甲\n2、乙\na\tb\nc\td\n｜a｜\n```",
      "    let a = 1\n    if (a) { print(a) }", "    # 安装，配置\n    $ make", "    Usage: foo [options]",
      "见#12和#目标", "#12 is mended", "#标签# 文字", "#!/bin/sh", "## 目标\n\n文字。",
      "2**10 和 src/**/a.md 和 x ** y", "\\*\\*a 和 a\\*\\*", "**重点** *强调* ***两者***",
      "1、只有一条", "（一）只有一条", "-5 到 -3\n-2 到 0", "1.5万\n2.5万", "3.14 和 2.7", "- 甲\n- 乙", "1. 甲\n2. 乙",
      "注（见附件）和[注]（见附件）", "[注](见 附件)", "![图](<我的 图.png>)", "[图](a.png \"标题 二\")",
      "| a | b |", "a | b\nc | d", "| a |\n|---|\n| b |", "指标\t数", "甲｜乙",
      "标准：A[1]", "时间：10:30", "见《规划》：目标", "【注】说明", "使用GPT、BERT", "参见：http://a.cn",
      "第一章规定了目标。", "一、坚持党的领导。", "一、甲；\n\n二、乙。", "一是甲，二是乙", "e.g. a\nA. Smith\nB. Jones", "见：`:target(d)`", "value: (a)",
      "a__b__c", "____",
      "[a]: https://a.cn", "注[1] (见附件)",
      "短句。\n短句。\n短句。", "👨\u{200D}👩\u{200D}👧", "ภาษา\u{200B}ไทย", "a\u{AD}b",
      "## 甲\n\n### 乙\n\n文字。", "# 题\n\n## 甲\n\n文字。", "## 甲\n\n::indicators", "> ##引用里的`x`\n> 文字".replacingHash,
    ])
  func nothing(_ markdown: String) {
    #expect(Page(markdown).report == "")
  }

  @Test("A directive for a block inside a paragraph, but not two colons of other kinds")
  func blockDirectives() {
    #expect(
      Page("::indicators\n\nText. ::actions{when=late}\n").report == """
        page.md:3:7: warning: '::actions{when=late}' is inside a paragraph, so it is printed as text [directive.syntax]
            3 | Text. ::actions{when=late}
              |       ^~~~~~~~~~~~~~~~~~~~
        hint: put it on a line of its own, with an empty line before it

        """)
    #expect(Page("std::vector{1} and a :: b and `::actions{}` and ::x\n").report == "")
    #expect(
      Page("见：：任务{部门=交通局}，以及 ::指标。\n").report == """
        page.md:1:2: warning: '：：任务{部门=交通局}' is inside a paragraph, so it is printed as text [directive.syntax]
            1 | 见：：任务{部门=交通局}，以及 ::指标。
              |   ^~~~~~~~~~~~~~~~~~~~~
        hint: put it on a line of its own, with an empty line before it
        page.md:1:18: warning: '::指标' is inside a paragraph, so it is printed as text [directive.syntax]
            1 | 见：：任务{部门=交通局}，以及 ::指标。
              |                               ^~~~~~
        hint: put it on a line of its own, with an empty line before it

        """)
  }

  @Test("The whole finding")
  func whole() {
    #expect(
      Page("## 概述\n\n文字：：：\n：：indicators{ids=pm25}\n").report == """
        page.md:4:1: warning: '：：indicators{ids=pm25}' has full-width colons, so the line is printed as text [markdown.full-width]
            4 | ：：indicators{ids=pm25}
              | ^~~~
        hint: write '::indicators{ids=pm25}'

        """)
    #expect(
      Page("这是** 重点 **工程\n").report == """
        page.md:1:3: warning: '** 重点 **' is not bold: there is a space inside the stars [markdown.stars]
            1 | 这是** 重点 **工程
              |     ^~~~~~~~~~
        hint: write '**重点**'

        """)
  }

  @Test("Each kind is found in lists, quotations, boxes and notes too")
  func nested() {
    let codes = Page("- 甲\n\n  ##乙\n\n> 丙：target[x]\n\n:::box\n1、丁\n2、戊\n:::\n\n己[^1]\n\n[^1]: 庚**辛\n").diagnostics.map(
      \.code)
    #expect(Set(codes) == [.headingMark, .fullWidthMark, .typedList, .leftoverStars])
  }

  @Test(
    "Each kind says where it is and what to type",
    arguments: [
      (
        "##甲\n",
        """
        page.md:1:1: warning: '##甲' is shown as text, not as a heading: there is no space after '##' [markdown.heading-mark]
            1 | ##甲
              | ^~
        hint: write '## 甲'

        """
      ),
      (
        "1、甲\n2、乙\n",
        """
        page.md:1:1: warning: 2 lines look like a list, but run together into one paragraph [markdown.list]
            1 | 1、甲
              | ^~~~~
        hint: write '1. 甲', with a space after the mark

        """
      ),
      (
        "a\tb\nc\td\n",
        """
        page.md:1:1: warning: these 2 lines have tabs between their cells, so they are shown as text, not as a table [markdown.table]
            1 | a b
              | ^~~
        hint: write '| a | b |', below it '| --- | --- |', and the other lines likewise

        """
      ),
      (
        "[a](b c.md)\n",
        """
        page.md:1:1: warning: the address 'b c.md' has a space, so this is shown as text, not as a link [markdown.link-spaces]
            1 | [a](b c.md)
              | ^~~~~~~~~~~
        hint: write '[a](<b c.md>)'

        """
      ),
      (
        "    全市，情况。\n",
        """
        page.md:1:5: warning: the text is indented by four spaces or a tab, so the page shows it as code [markdown.indented-text]
            1 |     全市，情况。
              |     ^~~~~~~~~~~~
        hint: delete the spaces before '全市，情况。'; for code, put it between lines '```'

        """
      ),
      (
        "甲\u{200B}乙\n",
        """
        page.md:1:2: warning: an invisible character (U+200B) is here [file.invisible-character]
            1 | 甲\u{200B}乙
              |   ^
        hint: delete it: 'planpress check --fix' does it

        """
      ),
      (
        "第二章\n\n文字。\n",
        """
        page.md:1:1: warning: '第二章' looks like a heading, but is a paragraph [markdown.typed-heading]
            1 | 第二章
              | ^~~~~~
        hint: write '## 第二章', with an empty line around it

        """
      ),
      (
        "一、总体要求\n\n文字。\n",
        """
        page.md:1:1: warning: '一、总体要求' looks like a heading, but is a paragraph [markdown.typed-heading]
            1 | 一、总体要求
              | ^~~~~~~~~~~~
        hint: write '## 一、总体要求', with an empty line around it

        """
      ),
      (
        "# 一\n\n文字\n\n# 二\n\n文字\n",
        """
        page.md:5:1: warning: '# 二' is a second title: this file holds 2 pages [markdown.second-title]
            5 | # 二
              | ^~~~
        hint: move the text from here on into a file of its own, or write '## 二'

        """
      ),
      (
        "　　甲\n",
        """
        page.md:1:1: warning: the paragraph begins with full-width spaces [markdown.full-width-indent]
            1 | 　　甲
              | ^~~~
        hint: delete them: the page indents paragraphs by itself

        """
      ),
    ])
  func message(_ text: String, _ report: String) {
    #expect(Page(text).report == report)
  }

  @Test("Sections without text, and paragraphs that run together")
  func outline() {
    #expect(Page("## 甲\n\n## 乙\n\n文字\n").diagnostics.map(\.code) == [.emptySection])
    let line = String(repeating: "甲", count: 40) + "。\n"
    #expect(Page(line + line + line).diagnostics.map(\.code) == [.runOnParagraphs])
    #expect(Page(line + line).diagnostics.map(\.code) == [])
  }
}

extension String {
  fileprivate var replacingHash: String { split(separator: "##").joined() }
}
