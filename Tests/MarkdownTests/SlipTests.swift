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
      "第一章规定了目标。", "一、坚持党的领导。", "一、甲；\n\n二、乙。", "一是甲\n二是乙",
      "短句。\n短句。\n短句。", "👨\u{200D}👩\u{200D}👧", "ภาษา\u{200B}ไทย", "a\u{AD}b",
      "## 甲\n\n### 乙\n\n文字。", "# 题\n\n## 甲\n\n文字。", "## 甲\n\n::indicators", "> ##引用里的`x`\n> 文字".replacingHash,
    ])
  func nothing(_ markdown: String) {
    #expect(Page(markdown).report == "")
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

  @Test("Each code of the kind")
  func codes() {
    let codes: [DiagnosticCode] = Page(
      "##甲\n\n见：target[x]\n\n1、甲\n2、乙\n\na\tb\nc\td\n\n[a](b c.md)\n\n    全市，情况。\n\n甲\u{200B}乙\n\n一、总体要求\n\n# 一\n\n文字\n\n# 二\n\n## 三\n\n　　甲\n"
    ).diagnostics.map(\.code)
    #expect(
      Set(codes) == [
        .headingMark, .fullWidthMark, .typedList, .typedTable, .linkSpaces, .indentedText, .invisibleCharacter,
        .typedHeading,
        .secondTitle, .fullWidthIndent,
      ])
    #expect(Page("## 甲\n\n## 乙\n\n文字\n").diagnostics.map(\.code) == [.emptySection])
    let line = String(repeating: "甲", count: 40) + "。\n"
    #expect(Page(line + line + line).diagnostics.map(\.code) == [.runOnParagraphs])
    #expect(Page(line + line).diagnostics.map(\.code) == [])
  }
}

extension String {
  fileprivate var replacingHash: String { split(separator: "##").joined() }
}
