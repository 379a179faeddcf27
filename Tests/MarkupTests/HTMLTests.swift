import Bytes
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

  @Test(
    "A character is escaped at any position, also in text that was appended before", arguments: "&<>\"'")
  func places(_ character: Character) {
    for length in 1...40 {
      for place in 0..<length {
        var text = Array("0 9%ab;=?@人Z/!#$()*+,-.:".unicodeScalars.prefix(length).map(Character.init))
        while text.count < length { text.append("7") }
        text[place] = character
        let expected = text.map { each in
          switch each {
          case "&": "&amp;"
          case "<": "&lt;"
          case ">": "&gt;"
          case "\"": "&quot;"
          case "'": "&#39;"
          default: String(each)
          }
        }.joined()
        #expect(string(HTML(text: String(text)).bytes) == expected)
        var bytes = ByteBuffer()
        bytes.append(text: "<&" + String(text))
        bytes.escape(from: 2)
        #expect(string(bytes.array) == "<&" + expected)
      }
    }
  }

  @Test("Markup is unchanged, values are escaped")
  func building() {
    var bytes = ByteBuffer()
    bytes.append(markup: "<a")
    bytes.append(attribute: "href", "/?a=1&b=\"2\"")
    bytes.append(markup: ">")
    bytes.appendEscaped("<目录>")
    bytes.append(HTML("<br>"))
    bytes.append(verbatim: "&nbsp;")
    bytes.append(markup: "</a>")
    #expect(string(bytes.array) == "<a href=\"/?a=1&amp;b=&quot;2&quot;\">&lt;目录&gt;<br>&nbsp;</a>")
    #expect(HTML().isEmpty)
    #expect(!HTML("<br>").isEmpty)
  }

  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
