import Diagnostics
import Testing

@testable import Markdown

@Suite("Markdown: emphasis beside Chinese punctuation")
struct ChineseEmphasisTests {
  /// Read by `PlainInlineReader`, and by libcmark, for which `&amp;` follows.
  @Test(
    "The words between the stars are emphasized, whatever is beside them",
    arguments: [
      ("这是**“重点”**工程。", "这是<strong>“重点”</strong>工程。"),
      ("实施**“5111人才工程”。**力争", "实施<strong>“5111人才工程”。</strong>力争"),
      ("实现**目标（一）**的任务", "实现<strong>目标（一）</strong>的任务"),
      (
        "这是**“重点”**工程。实施**“5111人才工程”。**力争实现**目标（一）**的任务。",
        "这是<strong>“重点”</strong>工程。实施<strong>“5111人才工程”。</strong>力争实现<strong>目标（一）</strong>的任务。"
      ),
      ("增长**50%**以上", "增长<strong>50%</strong>以上"),
      ("*《规划》*提出", "<em>《规划》</em>提出"),
      ("***《规划》***提出", "<em><strong>《规划》</strong></em>提出"),
      ("见**[附件](a.md)**第三条", "见<strong><a href=\"a.md\">附件</a></strong>第三条"),
      ("运行**`a`**即可", "运行<strong><code>a</code></strong>即可"),
      ("これは**「重要」**です", "これは<strong>「重要」</strong>です"),
      ("패키지를 발행하려면 **`npm publish`**를 실행", "패키지를 발행하려면 <strong><code>npm publish</code></strong>를 실행"),
      ("葛\u{E0100}**（a）**b", "葛\u{E0100}<strong>（a）</strong>b"),
      ("“a\u{FE01}**b**", "“a\u{FE01}<strong>b</strong>"),
      // As in CommonMark: a space, or Latin letters only.
      ("是** “a”**的", "是** “a”**的"),
      ("a**\u{201C}b\u{201D}**c", "a**“b”**c"),
      ("是_“a”_的", "是_“a”_的"),
      ("`是**“a”**的`", "<code>是**“a”**的</code>"),
    ])
  func emphasis(_ markdown: String, _ html: String) {
    #expect(Page(markdown).html() == "<p>\(html)</p>\n")
    #expect(Page(markdown + " &amp;").html() == "<p>\(html) &amp;</p>\n")
  }

  @Test(
    "A space behind emphasis that ends with a full-width mark renders as nothing before Chinese text",
    arguments: [
      ("**坚持以人民为中心。** 规划期内", "<strong>坚持以人民为中心。</strong>规划期内"),
      ("*目标：*  “两个”", "<em>目标：</em>“两个”"), ("**《规划》** GDP", "<strong>《规划》</strong> GDP"),
      ("**重点** 工程", "<strong>重点</strong> 工程"), ("**Aim.** 工程", "<strong>Aim.</strong> 工程"),
    ])
  func spaceBehindMark(_ markdown: String, _ html: String) {
    #expect(Page(markdown).html() == "<p>\(html)</p>\n")
  }

  @Test("Pure CommonMark knows nothing of it")
  func plain() {
    let html = MarkdownDocument.renderPlain(Array("这是**“重点”**工程".utf8), unsafe: false)
    #expect(String(decoding: html, as: UTF8.self) == "<p>这是**“重点”**工程</p>\n")
  }

  @Test("The marks for libcmark never appear in the output, and move no finding")
  func separators() {
    let page = Page(
      """
      见[丙**“丁”**戊](f**“g”**h.md "是**“i”**的") &amp;

      | 甲**“乙”**丙 | 是**“丁”**的 |
      | --- | --- |
      | `是**“戊”**的` | 是**“己”**的 | 多 |

      ~~~ 是**“庚”**的
      是**“辛”**的
      ~~~
      """)
    let html = page.html()
    for part in [
      "<a href=\"f**%E2%80%9Cg%E2%80%9D**h.md\" title=\"是**“i”**的\">丙<strong>“丁”</strong>戊</a> &amp;",
      "甲<strong>“乙”</strong>丙</th>", "是<strong>“丁”</strong>的</th>", "<code>是**“戊”**的</code>",
      "是<strong>“己”</strong>的</td>", "是**“辛”**的\n</code>",
    ] {
      #expect(html.contains(part), "\(html)")
    }
    #expect(!html.unicodeScalars.contains { (0x700...0x70D).contains($0.value) })
    #expect(page.report.contains("page.md:5:29: warning: this row has 3 cells"), "\(page.report)")
  }
}
