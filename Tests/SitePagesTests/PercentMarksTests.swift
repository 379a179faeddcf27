import Bytes
import Testing

@testable import SitePages

struct PercentMarksTests {
  private func marked(_ page: String) -> String {
    ByteBuffer.text { bytes in
      bytes.append(text: "%5%")
      let start = bytes.count
      bytes.append(text: page)
      PercentMarks.add(to: &bytes, from: start)
    }.replacing("\u{200E}", with: "|")
  }

  @Test(
    "A sign of per cent stays behind its number, in text and not in code",
    arguments: [
      ("<p>نسبة 12%</p>", "<p>نسبة 12|%|</p>"), ("<p>5% أو 6.5%</p>", "<p>5|%| أو 6.5|%|</p>"),
      ("<svg width=\"100%\"><text>7%</text></svg>", "<svg width=\"100%\"><text>7|%|</text></svg>"),
      ("<p>12|%|</p>", "<p>12|%|</p>"), ("<p>%</p><p>12 %</p>", "<p>%</p><p>12 %</p>"),
      ("<pre><code>5%</code> 5%</pre><p>5%</p>", "<pre><code>5%</code> 5%</pre><p>5|%|</p>"),
      ("<script>a=5%2</script><textarea>5%</textarea>", "<script>a=5%2</script><textarea>5%</textarea>"),
    ])
  func marks(page: String, expected: String) {
    #expect(marked(page.replacing("|", with: "\u{200E}")) == "%5%" + expected)
  }
}
