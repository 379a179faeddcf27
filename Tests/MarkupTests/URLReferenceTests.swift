import Markup
import Testing

struct URLReferenceTests {
  @Test(
    "http, https, mailto, tel and paths of the site are allowed",
    arguments: [
      ("https://example.org/", URLReference.web), ("HTTP://example.org", .web), ("https://例子.中国/路?a=b#c", .web),
      ("http://[::1]:8080/", .web), ("mailto:a@example.org", .contact), ("TEL:+86-10-1234", .contact),
      ("/plan/", .path), ("a.md", .path), ("../a.md#b:c", .path), ("?a=b:c", .path), ("#a:b", .path), ("", .path),
      ("a/b:c.md", .path), ("1:2.md", .path), ("备注:x.md", .path), ("java%73cript:x", .path),
      ("java&#115;cript:x", .path), (" https://a.org/", .web),
    ])
  func allowed(text: String, reference: URLReference) {
    #expect(URLReference(text) == reference)
  }

  @Test(
    "Every other address is refused, whatever browsers skip or fold in it",
    arguments: [
      ("javascript:alert(1)", URLReference.Fault.scheme("javascript")), ("JaVaScRiPt:x", .scheme("javascript")),
      ("data:text/html,x", .scheme("data")), ("vbscript:x", .scheme("vbscript")), ("ftp://a.org/", .scheme("ftp")),
      ("C:\\files\\a.pdf", .scheme("c")), ("a.md:3", .scheme("a.md")), ("blob:https://a.org/x", .scheme("blob")),
      ("java\tscript:x", .controlCharacter), ("java\nscript:x", .controlCharacter),
      ("\u{1}javascript:x", .controlCharacter), ("  javascript:x", .scheme("javascript")), (" //a.org/", .noScheme),
      ("https://a.org/\r\nb", .controlCharacter), ("/a\u{7F}", .controlCharacter), ("/a\u{0}", .controlCharacter),
      ("//a.org/", .noScheme), ("/\\a.org/", .noScheme), ("\\\\server\\a", .noScheme),
      ("https:a.org", .noHost), ("https:/a.org", .noHost), ("http://", .noHost), ("http:///a", .noHost),
      ("https://user@", .noHost), ("https://user@/a", .noHost), ("https://a:b@:80/", .noHost),
      ("https://?a", .noHost), ("https://:80/", .noHost), ("https:\\\\a.org", .noHost),
    ])
  func refused(text: String, fault: URLReference.Fault) {
    #expect(URLReference(text) == .refused(fault))
  }
}
