import TestSupport
import Testing

/// Addresses in what authors say about indicators follow the rule of every other address.
@Suite("Addresses in sources, links and texts of indicators")
struct IndicatorAddressTests {
  private func site(_ fields: String) -> TemporaryFolder {
    TemporaryFolder(
      smallSite.merging([
        "Content/indicators.yaml": "- id: a\n  name: 甲\n  target: 5\n  values: {2021: 1}\n  from: first\n  \(fields)\n",
        "Content/report.pdf": "%PDF",
      ]) { $1 })
  }

  @Test(
    "What a browser would run, and what leads nowhere, is an error at its place",
    arguments: [
      ("links: [{title: t, url: \" javascript:alert(1)\"}]", "begins with 'javascript:' [field.invalid-value]"),
      ("sources: [{title: t, url: \" data:text/html,x\"}]", "begins with 'data:' [field.invalid-value]"),
      ("links: [{title: t, url: nowhere.md}]", "[link.missing-page]"),
      ("sources: [{title: t, url: ../../etc/passwd}]", "[link.outside-site]"),
      (
        "purpose: \"[x](javascript:alert(1))\"",
        "cannot be a destination: it begins with 'javascript:' [markdown.unsafe-link]"
      ),
      ("definition: \"a <vbscript:x>\"", "it begins with 'vbscript:' [markdown.unsafe-link]"),
      ("more: {甲: \"![x](//a.org/b.png)\"}", "it begins with '//' [markdown.unsafe-link]"),
      ("method: \"[x](nowhere.md)\"", "[link.missing-page]"),
    ])
  func refused(fields: String, end: String) async throws {
    let result = try await build(site(fields))
    #expect(!result.built)
    #expect(result.findings.hasPrefix("Content/indicators.yaml:6:"))
    #expect(result.findings.split(separator: "\n").first?.hasSuffix(end) == true, "\(result.findings)")
  }

  @Test(
    "Paths begin at Content/ and lead to the page from wherever the text stands; a document that is linked is published"
  )
  func resolved() async throws {
    let folder = site(
      "definition: \"[一](1-first.md#小标题)\"\n  purpose: \"<https://a.org/>\"\n  links: [{title: 三, url: report.pdf}]"
    )
    let result = try await build(folder)
    #expect(result.findings == "")
    let page = try #require(folder.text("Output/indicators/a/index.html"))
    for link in [
      "<a href=\"../../first/index.html#%E5%B0%8F%E6%A0%87%E9%A2%98\">一</a>",
      "<a href=\"https://a.org/\">https://a.org/</a>", "<a href=\"../../report.pdf\">三</a>",
    ] {
      #expect(page.contains(link), "\(link)")
    }
    #expect(folder.text("Output/report.pdf") == "%PDF")
  }
}
