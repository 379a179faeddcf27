import Manuscripts
import TestSupport
import Testing

/// Texts that were copied out of a PDF: broken lines, divided words, page numbers, and tables that are set with spaces.
@Suite struct CopiedPageTests {
  @Test("A word that is divided at the end of a line is whole again, with its hyphen where it has one")
  func dividedWords() {
    let read = outline(
      "Noise\nNight noise will not exceed 55 deci-\nbels. We will work with opera-\ntors of low-\ncarbon buses, and for well-being.\nOur well-\nbeing counts, for opera-\ntors too.\n"
    )
    #expect(
      read.lines.joined(separator: "\n").contains(
        "55 decibels. We will work with operators of low-carbon buses, and for well-being."), "\(read.lines)")
    #expect(
      read.findings.contains(
        "note: 'decibels' was divided at the end of a line, and is one word now [import.broken-sentence]"))
  }

  @Test(
    "Lines of Chinese that are broken at a width are joined, also over the end of a page; page numbers are left out")
  func chineseLines() {
    let read = outline(
      """
      第一章 发展环境
      “十四五”时期，全市地区生产总值年均增长5.8%，常住
      人口城镇化率达到67.5%。
      — 1 —
      第一节 主要目标
      到2030年，森林覆盖率不低于42.3%，单位地区生产总值能
      — 2 —
      耗降低13.5%。
      第二章 重点任务
      到2028年完成技改项目1200项，规模以上工业企业数字
      化改造覆盖率达到85%。
      建设园区。

      """)
    #expect(
      read.lines == [
        "# 第一章 发展环境", "“十四五”时期，全市地区生产总值年均增长5.8%，常住人口城镇化率达到67.5%。", "## 第一节 主要目标",
        "到2030年，森林覆盖率不低于42.3%，单位地区生产总值能耗降低13.5%。", "# 第二章 重点任务", "到2028年完成技改项目1200项，规模以上工业企业数字化改造覆盖率达到85%。",
        "建设园区。",
      ])
    #expect(
      read.findings.contains("the numbers and running heads of 2 pages are left out, such as '— 1 —' [import.left-out]")
    )
  }

  @Test("Running heads with the number of the page are left out; a single line of that form stays")
  func runningHeads() {
    let text =
      "1 Travel\n1.1 Buses\nBuses run late.\n\nLakeside Town Plan 2025-2030      3\n\n1.2 Cycling\nWe build paths.\n"
    let read = outline(text + "\nLakeside Town Plan 2025-2030      4\n")
    #expect(!read.lines.contains { $0.contains("Lakeside") }, "\(read.lines)")
    #expect(outline(text).lines.contains { $0.contains("Lakeside") })
  }

  @Test("Rows that are set with spaces are a table, and no headings")
  func tables() {
    let read = outline(
      "1 Travel\nBuses run late.\nIndicator          2024      2030\nBus punctuality    81%       92%\nCycle paths (km)   12        52\nThe end.\n"
    )
    #expect(
      read.lines.suffix(4) == [
        "| Indicator | 2024 | 2030", "| Bus punctuality | 81% | 92%", "| Cycle paths (km) | 12 | 52", "The end.",
      ], "\(read.lines)")
  }
}
