import Markup
import Testing

@Suite("Percent encoding")
struct PercentEncodingTests {
  @Test("The host of a URL to request is encoded as a host, its path byte by byte")
  func host() {
    #expect(
      percentEncoded(url: "https://例子.中国:80/路?a=路#b") == "https://xn--fsqu00a.xn--fiqs8s:80/%E8%B7%AF?a=%E8%B7%AF#b")
    #expect(percentEncoded(url: "HTTP://例子.中国") == "HTTP://xn--fsqu00a.xn--fiqs8s")
    #expect(percentEncoded(url: "https://a.org/路") == "https://a.org/%E8%B7%AF")
  }

  @Test(
    "A path keeps the characters that RFC 3986 allows",
    arguments: [
      ("/a/b-c_d.html", "/a/b-c_d.html"), ("/第三章/", "/%E7%AC%AC%E4%B8%89%E7%AB%A0/"), ("a b", "a%20b"),
      ("50%", "50%25"),
      ("%41", "%2541"), ("a?b#c", "a%3Fb%23c"), ("it's", "it%27s"), ("a(1)!$*+,;=:@~", "a(1)!$*+,;=:@~"), ("", ""),
      ("🎓", "%F0%9F%8E%93"), ("a\"<>", "a%22%3C%3E"),
    ])
  func encodes(_ path: String, _ expected: String) {
    #expect(percentEncoded(path: path) == expected)
    #expect(percentDecoded(expected) == path)
  }

  @Test(
    "A '%' without two digits stays; invalid UTF-8 gives nil",
    arguments: [
      ("100%", "100%"), ("%4", "%4"), ("%zz", "%zz"), ("%e4%ba%ba", "人"), ("%E4%BA", nil), ("%FF", nil), ("a+b", "a+b"),
      ("%%41", "%A"), ("%00", "\0"),
    ] as [(String, String?)])
  func decodes(_ text: String, _ expected: String?) {
    #expect(percentDecoded(text) == expected)
  }
}
