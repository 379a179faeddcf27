import Markup
import Testing

struct HostNameTests {
  @Test(
    "Each label in another script is encoded; a host of ASCII characters is unchanged",
    arguments: [
      ("例子.中国", "xn--fsqu00a.xn--fiqs8s"), ("例子。中国:8080", "xn--fsqu00a.xn--fiqs8s:8080"),
      ("www.例子.Example.ORG", "www.xn--fsqu00a.example.org"), ("bücher.example", "xn--bcher-kva.example"),
      ("BÜCHER.example", "xn--bcher-kva.example"), ("bu\u{308}cher.example", "xn--bcher-kva.example"),
      ("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f"), ("日本語.jp", "xn--wgv71a119e.jp"),
      ("ไทย.com", "xn--o3cw4h.com"), ("faß.de", "xn--fa-hia.de"), ("ＡＢＣ.ｃｎ", "abc.cn"),
      ("Example.ORG:80", "Example.ORG:80"), ("a.org.", "a.org."), ("[::1]:8080", "[::1]:8080"),
      // RFC 3492 §7.1, (B) and (L).
      ("他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"), ("3年b組金八先生", "xn--3b-ww4c5e180e575a65lsy2b"),
    ])
  func encoded(host: String, expected: String) {
    #expect(asciiHost(host) == expected)
  }

  @Test(
    "A text that cannot be a host has no encoding",
    arguments: [
      "", "a b", "user@a.org", "a..b", "..", "a<b", "a%41", "a:b", "a:", "a:123456", "[::1", "[x]", "😀.org",
      "a\u{200B}b.org",
      "a|b", String(repeating: "例", count: 64), String(repeating: "a", count: 64),
      Array(repeating: "abcdefg", count: 40).joined(separator: "."),
    ])
  func refused(host: String) {
    #expect(asciiHost(host) == nil)
  }
}
