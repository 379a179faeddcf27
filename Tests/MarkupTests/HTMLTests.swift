import Markup
import Testing

@Suite("HTML bytes")
struct HTMLTests {
  @Test(
    "Text is escaped for elements and quoted attributes alike",
    arguments: [
      ("", ""), ("人才 & <b>", "人才 &amp; &lt;b&gt;"), ("\"it's\"", "&quot;it&#39;s&quot;"), ("&amp;", "&amp;amp;"),
      ("plain", "plain"), ("<", "&lt;"), ("a>", "a&gt;"), ("]]>", "]]&gt;"),
    ])
  func escaping(_ text: String, _ expected: String) {
    #expect(string(HTML(text: text).bytes) == expected)
  }

  @Test("Markup stands as it is, values are escaped")
  func building() {
    var bytes: [UInt8] = []
    bytes.append(markup: "<a")
    bytes.append(attribute: "href", "/?a=1&b=\"2\"")
    bytes.append(markup: ">")
    bytes.appendEscaped("<目录>")
    bytes.append(HTML("<br>"))
    bytes.append(verbatim: "&nbsp;")
    bytes.append(markup: "</a>")
    #expect(string(bytes) == "<a href=\"/?a=1&amp;b=&quot;2&quot;\">&lt;目录&gt;<br>&nbsp;</a>")
    #expect(HTML().isEmpty)
    #expect(!HTML("<br>").isEmpty)
  }

  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
