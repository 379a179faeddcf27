import Manuscripts
import TestSupport
import Testing

/// Paragraphs, boxes, tables and left-overs of plain texts.
@Suite struct PlainTextTests {
  @Test("Two full-width spaces begin a paragraph, and lines broken at a width are joined")
  func indentedParagraphs() {
    let wide = String(repeating: "建设科技强市和人才强市", count: 4)
    let read = outline("　　\(wide)\n\(wide)\n完成任务。\n　　\(wide)\n\(wide)\n\(wide)\n到期评估。\n")
    #expect(read.lines == ["\(wide)\(wide)完成任务。", "\(wide)\(wide)\(wide)到期评估。"])
  }

  @Test("A flattened table of one column is a box; the title that its heading repeats is left out and reported")
  func flattenedBox() {
    let read = outline(
      "一、人才\n引进人才。\n二、环境\n优化环境。\n实施育人工程\n实施育人工程 |\n“引才工程”。引进5名左右。 “育才工程”。培育100名。 |\n资料来源:某市人民政府\n")
    #expect(
      read.lines == [
        "# 一、人才", "引进人才。", "# 二、环境", "优化环境。", "= 实施育人工程", "  “引才工程”。引进5名左右。", "  “育才工程”。培育100名。", "资料来源:某市人民政府",
      ])
    #expect(
      read.findings == """
        plan.txt:6:1: note: this repeats the title of the box, and is left out [import.left-out]
            6 | 实施育人工程 |
              | ^~~~~~~~~~~~~~
        plan.txt:8:1: warning: this looks left over from the page the text was copied from; it is kept [import.left-over]
            8 | 资料来源:某市人民政府
              | ^~~~~~~~~~~~~~~~~~~~~
        hint: delete it from the section if it is not part of the plan

        """)
  }

  @Test("A box begins with its title; a box without a visible end is reported")
  func boxes() {
    let read = outline("第一章 总则\n正文。\n专栏1 重点工程\n1. 河道整治。\n2. 公园建设。\n第二章 任务\n正文。\n")
    #expect(read.lines == ["# 第一章 总则", "正文。", "= 专栏1 重点工程", "  1. 河道整治。", "  2. 公园建设。", "# 第二章 任务", "正文。"])
    #expect(
      read.findings == """
        plan.txt:3:1: warning: nothing shows where the box '专栏1 重点工程' ends; it is taken to end with line 5 [import.box-end]
            3 | 专栏1 重点工程
              | ^~~~~~~~~~~~~~
        hint: move the closing ':::' in the section if it ends elsewhere

        """)
  }

  @Test("A row of a table may begin with empty cells, and tabs before all rows only indent it")
  func emptyFirstCells() {
    #expect(
      outline("第一章 总则\n类别\t指标\t2025年\n经济\t总值\t220\n\t效率\t17\n\t\t2\n结束。\n").lines == [
        "# 第一章 总则", "| 类别 | 指标 | 2025年", "| 经济 | 总值 | 220", "|  | 效率 | 17", "|  |  | 2", "结束。",
      ])
    #expect(outline("第一章 总则\n\t甲\t1\n\t乙\t2\n\t\t缩进的段落。\n").lines == ["# 第一章 总则", "| 甲 | 1", "| 乙 | 2", "缩进的段落。"])
  }

  @Test("A zero byte in a text makes it no UTF-16")
  func zeroByte() throws {
    let read = try #require(ManuscriptEncoding.decode([0x78, 0x00, 0x79, 0x0A]))
    #expect(read.other == nil)
  }

  @Test("The last lines of an official document are reported, and the remains of a list are not a heading")
  func official() {
    let read = outline(
      """
      第三章 创新
      第一节 平台
      1.实验室。建设2家。
      2.中试基地
      到2025年建成5个。
      第二节 人才
      引进人才。
      第4章 结尾
      正文。
      （此件公开发布）
      某县人民政府办公室 2021年3月1日印发
      抄送：县委各部门。

      """)
    #expect(
      read.lines == [
        "# 第三章 创新", "## 第一节 平台", "1.实验室。建设2家。", "2.中试基地", "到2025年建成5个。", "## 第二节 人才", "引进人才。", "# 第4章 结尾", "正文。",
        "（此件公开发布）", "某县人民政府办公室 2021年3月1日印发", "抄送：县委各部门。",
      ])
    #expect(read.findings.split(separator: "[import.left-over]").count == 4, "\(read.findings)")
  }

  @Test("A broken sentence and a heading without text are reported")
  func broken() {
    let read = outline("一、平台\n建设平台。\n二、孵化体系\n根据某报告网发布的报告显示,\n三、企业\n四、人才\n引进人才。\n")
    #expect(
      read.findings == """
        plan.txt:3:1: warning: '孵化体系' has no text [import.empty-section]
            3 | 二、孵化体系
              | ^~~~~~~~~~~~
        hint: find it in the original, or delete the heading
        plan.txt:4:1: warning: the paragraph ends within a sentence [import.broken-sentence]
            4 | 根据某报告网发布的报告显示,
              | ^~~~~~~~~~~~~~~~~~~~~~~~~~~
        hint: find the rest of it in the original, or delete it
        plan.txt:5:1: warning: '企业' has no text [import.empty-section]
            5 | 三、企业
              | ^~~~~~~~
        hint: find it in the original, or delete the heading

        """)
  }

  @Test(
    "UTF-8, UTF-16 and GB18030 are told apart",
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0xE5, 0xB8, 0x82], nil), ([0xE5, 0xB8, 0x82], nil), ([0xFF, 0xFE, 0x02, 0x5E], "UTF-16"),
      ([0xFE, 0xFF, 0x5E, 0x02], "UTF-16"), ([0xCA, 0xD0], "GB18030"),
      ([0x02, 0x5E, 0x0A, 0x00, 0x02, 0x5E], "UTF-16"), ([0x02, 0x5E, 0x00, 0x4E, 0x0A, 0x00], "UTF-16"),
      ([0x5E, 0x02, 0x4E, 0x00, 0x30, 0x02], "UTF-16"),
    ] as [([UInt8], String?)])
  func encodings(bytes: [UInt8], other: String?) throws {
    let read = try #require(ManuscriptEncoding.decode(bytes))
    #expect(String(decoding: read.text, as: UTF8.self).first == "市")
    #expect(read.other == other)
  }

  @Test("Every character of a text is in the outline, in its order", arguments: PlainTextTests.texts)
  func nothingIsLost(text: String) {
    // The mark of a list becomes Markdown's.
    #expect(outline(text).outline.letters == letters(text.replacing("\n- ", with: "\n")))
  }

  static let texts = [
    "标题\n\n　　第一段，半角,和全角，混用。\n　　第二段。\n", "1. 甲\n2. 乙\n\n3. 丙\n正文。\n", "第一章 总则\n第一节 基础\n\n（一）甲。乙。\n① 丙\n② 丁\n",
    "专栏1：工程\n内容\n\n第二章 *星* _线_ `码` [链接](x) <a> &amp; # 号\n正文:target[x]和{#y}。\n", "甲\t乙\n1\t2\n丙\n",
    "a line\nanother line\nthird\n",
    "第三章 跳号\n正文。\n第五章 又跳\n正文。", "来源：某网\n\n\n", "文。\n- 一项\n- 二项\n", "\u{3000}\u{3000}一\u{3000}\u{3000}\n",
  ]

  @Test("Lines of random pieces lose no character", .randomInput)
  func randomTexts() {
    let pieces = [
      "第一章 总则", "第二节 目标", "一、", "（二）任务", "1. 项", "1.1 ", "专栏2 工程", "正文到2025年达到92%。", "短行", "\t", "｜", "表1 指标", "目录",
      "……3",
      "。", "，", " ", "　　", "资料来源:网", "Chapter 1", "The plan says so.", "*", "#", "\n", "\n", "\n\n",
    ]
    let input = RandomInput(seed: 24, rounds: 300)
    var random = input.generator
    for _ in 0..<input.rounds {
      let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      let read = outline(text)
      // Contents lists and repeated titles are left out, and borders of tables are no text; each is named.
      guard !read.findings.contains("left out") else { continue }
      // A star at the start of a line is the mark of a list.
      func bare(_ text: String) -> String { text.filter { !"|｜*".contains($0) } }
      #expect(bare(read.outline.letters) == bare(letters(text)), "\(text.debugDescription)")
    }
  }
}
