import Diagnostics
import Manuscripts
import Testing

/// The text that an import writes: numbering, Markdown, merged changes.
@Suite struct SectionTextTests {
  private func numbering(_ text: String, levels: Int = 2) -> (yaml: String?, findings: String) {
    let found = FoundNumbering(outline(text).outline.sections, levels: levels)
    return (found.yaml, DiagnosticPrinter(format: .text).print(found.findings))
  }

  @Test(
    "Regular numbers become the plan's numbering",
    arguments: [
      ("第一章 甲\n第一节 乙\n文。\n第二节 丙\n文。\n第二章 丁\n文。\n", #"["第{一}章", "第{一}节"]"#),
      ("甲的建设\n引言段落。\n一、乙\n文。\n二、丙\n文。\n丁的建设\n引言段落。\n一、戊\n文。\n", #"["", "{一}、"]"#),
      ("1 甲\n文。\n1.1 乙\n文。\n2 丙\n文。\n", "decimal"),
      ("Chapter 1 Aims\nText.\nChapter 2 Means\nText.\n", #"["Chapter {1}"]"#),
    ])
  func regular(text: String, yaml: String) {
    #expect(numbering(text).yaml == yaml)
    #expect(numbering(text).findings == "")
  }

  @Test("A gap in the numbers keeps them in the titles, and is reported with its line")
  func irregular() {
    let found = numbering("第一章 甲\n文。\n第三章 乙\n文。\n")
    #expect(found.yaml == nil)
    #expect(
      found.findings == """
        plan.txt:3:1: warning: '第三章' is where number 2 is expected, so the numbers of this level stay in the titles [import.numbering]
            3 | 第三章 乙
              | ^~~~~~~~~
        hint: correct the numbers in the source, or take them out of the titles and set 'numbering' in the plan

        """)
  }

  @Test(
    "Marks of Markdown in a text are escaped, and nothing else is",
    arguments: [
      ("# 一号", "\\# 一号"), ("5*3*2", #"5\*3\*2"#), ("a_b_c", "a_b_c"), ("_线_", #"\_线\_"#), ("[50]", #"\[50]"#),
      ("x [y](z)", #"x \[y](z)"#),
      ("1. 甲", #"1\. 甲"#), ("1.甲", "1.甲"), (":target[x]", #":target\[x]"#), (":::box", #"\:::box"#), ("<b>", #"\<b>"#),
      ("a < b", "a < b"),
      ("A&B &amp;", #"A&B \&amp;"#), ("- 项", #"\- 项"#), ("-5%", "-5%"), ("1~2", "1~2"), ("{#x}", #"\{#x}"#),
      ("> 引", #"\> 引"#), ("｜", "｜"),
    ])
  func escapes(text: String, markdown: String) {
    #expect(MarkdownEscaping.escape(text, atStart: true) == markdown)
  }

  @Test("Deeper sections, boxes and tables of a page")
  func page() {
    let read = outline(
      "第一章 总则\n第一节 基础\n一、甲\n文。\n专栏1 “重点”工程\n甲\t乙\n1|2\t3\n第二节 目标\n文。\n")
    let section = read.outline.sections[0].children[0]
    #expect(
      SectionText.markdown(section.blocks, subsections: section.children, footnotes: []) == """
        ## 一、甲

        文。

        :::box{title="专栏1 “重点”工程"}

        | 甲 | 乙 |
        |---|---|
        | 1\\|2 | 3 |

        :::

        """)
  }

  @Test("A Markdown text is divided at its headings; its text is kept as written")
  func markdown() {
    let read = outline(
      """
      ---
      title: 城市规划
      ---
      # 绿色 {#green}
      文*强调*[^a]。

      ```
      # 不是标题
      ```

      ## 目标
      - 一
      - 二

        续
      [^a]: 注。
      """, path: "plan.md")
    #expect(read.lines == ["title: 城市规划", "# 绿色", "文强调[^a]。", "# 不是标题", "## 目标", "- 一\n- 二\n\n  续"])
    #expect(
      SectionText.markdown(read.outline.sections[0].blocks, footnotes: ["注。"])
        == "文*强调*[^1]。\n\n```\n# 不是标题\n```\n\n[^1]: 注。\n")
  }

  @Test("An author's edits and changes of the source are joined; of the same lines the author's stay")
  func merge() {
    let base = ["甲", "", "乙", "", "丙", "", "丁"]
    let merge = LineMerge(
      base: base, mine: ["甲", "", "乙改", "", "丙", "", "丁", "", "我加"],
      theirs: ["新", "", "甲", "", "乙变", "", "丙", "", "丁变"])
    #expect(merge.lines == ["新", "", "甲", "", "乙改", "", "丙", "", "丁", "", "我加"])
    #expect(merge.conflicts.map(\.line) == [5, 9])
    #expect(merge.conflicts.map(\.source) == [["乙变"], ["丁变"]])
  }

  @Test("A note in its place is a footnote")
  func inlineNote() {
    let read = MarkdownReader.read(Array("# A\n\nIt is 72.5%^[4.3 more than in 2025.]; and more.\n".utf8), path: "a.md")
    #expect(read.footnotes == ["4.3 more than in 2025."])
    #expect(read.blocks.last?.markdown == "It is 72.5%[^1]; and more.")
  }
}
