import BuiltInTheme
import Testing

@testable import SitePages

@Suite struct CompactScriptTests {
  @Test("A script is published without indentation and lines of comments")
  func compact() {
    let script = "// Says hello.\nif (a) {\n  // Twice.\n\n  say(\"a // b\"); // Kept.\n}\n"
    #expect(
      String(decoding: compactScript(Array(script.utf8)), as: UTF8.self) == "if (a) {\nsay(\"a // b\"); // Kept.\n}\n")
  }

  @Test("A style sheet is published without comments, and with the spaces that count")
  func style() {
    let style = """
      /* Colours * / and more */
      a :hover > b, :root { color : #fff; margin: 0 1px }
      @media (min-width: 40em) {
        p::before { content: "/*  a;  b  */"; width: calc(1em + 2px); }  /* Last. */
      }

      """
    #expect(
      String(decoding: compactStyle(Array(style.utf8)), as: UTF8.self) == """
        a :hover > b,:root{color :#fff;margin:0 1px}
        @media (min-width:40em){p::before{content:"/*  a;  b  */";width:calc(1em + 2px);}
        }

        """)
  }

  @Test(
    "No text in a script of the theme spans several lines",
    arguments: builtInTheme.filter { $0.name.hasSuffix(".js") }.map(\.name))
  func texts(name: String) throws {
    let script = try #require(builtInTheme.first { $0.name == name })
    for line in script.bytes.split(separator: UInt8(ascii: "\n")) {
      let marks = line.count { $0 == UInt8(ascii: "`") }
      #expect(marks.isMultiple(of: 2) || line.starts(with: "  //".utf8), "\(String(decoding: line, as: UTF8.self))")
    }
    #expect(!String(decoding: script.bytes, as: UTF8.self).contains("/*"))
  }
}
