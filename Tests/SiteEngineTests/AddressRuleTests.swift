import SiteEngine
import TestSupport
import Testing

/// One rule for every address in content.
struct AddressRuleTests {
  private func findings(url: String) async throws -> String {
    try await SiteEngineTests.findings(changing: [
      "Content/departments.yaml": "- name: Works\n  id: works\n  url: \(url)\n",
      "Content/more/index.md": "---\ntitle: More\ntype: page\n---\n## Here\n\nText.\n", "Content/files/a.pdf": "a",
    ])
  }

  @Test(
    "A department's website that a browser might run, or cannot open, is an error",
    arguments: [
      ("javascript:alert(1)", "begins with 'javascript:'"), ("'JAVASCRIPT:alert(1)'", "begins with 'javascript:'"),
      ("data:text/html,x", "begins with 'data:'"), ("vbscript:x", "begins with 'vbscript:'"),
      ("\"java\\tscript:alert(1)\"", "contains a control character"),
      ("\"java\\nscript:alert(1)\"", "contains a control character"), ("ftp://a.org/", "begins with 'ftp:'"),
      ("//a.org/", "begins with '//'"), ("https:a.org", "names no host"),
    ])
  func refused(url: String, reason: String) async throws {
    let found = try await findings(url: url)
    #expect(found.contains("Content/departments.yaml:3:8: error: 'url' cannot be "), "\(found)")
    #expect(found.contains("': it \(reason) [field.invalid-value]\n"), "\(found)")
  }

  @Test("The message says what to type")
  func message() async throws {
    #expect(
      try await findings(url: "javascript:alert(1)") == """
        Content/departments.yaml:3:8: error: 'url' cannot be 'javascript:alert(1)': it begins with 'javascript:' \
        [field.invalid-value]
            3 |   url: javascript:alert(1)
              |        ^~~~~~~~~~~~~~~~~~~
        hint: begin it with https://, http://, mailto: or tel:, or write a path of this site, such as /plan/

        """)
  }

  @Test(
    "A website that the site does not have is an error",
    arguments: [
      ("example.org", "'example.org' leads to Content/example.org, which does not exist [link.missing-file]"),
      ("/moer/", "'/moer/' leads to Content/moer, which does not exist [link.missing-page]"),
      ("../secret/", "'../secret/' leads outside Content/ [link.outside-site]"),
      ("/more/#there", "that page has no heading '#there' [link.missing-anchor]"),
      ("java&#115;cript:alert(1)", "leads to Content/java&, which does not exist [link.missing-file]"),
      ("java%0ascript:alert(1)", "which does not exist [link.missing-file]"),
    ])
  func missing(url: String, message: String) async throws {
    let found = try await findings(url: url)
    #expect(found.contains("Content/departments.yaml:3:8: error: "), "\(found)")
    #expect(found.contains(message), "\(found)")
  }

  @Test(
    "An allowed website is a link on the department's page",
    arguments: [
      ("https://example.org/a?b", "https://example.org/a?b"), ("mailto:a@example.org", "mailto:a@example.org"),
      ("tel:+86-10-1234", "tel:+86-10-1234"), ("/more/", "../../more/index.html"),
      ("more/index.md#here", "../../more/index.html#here"), ("/files/a.pdf", "../../files/a.pdf"),
      ("/glossary/", "../../glossary/index.html"),
    ])
  func allowed(url: String, link: String) async throws {
    let folder = TemporaryFolder(
      smallSite.merging([
        "Content/departments.yaml": "- name: Works\n  id: works\n  url: \(url)\n",
        "Content/glossary.yaml": "- {term: road, definition: A road.}\n",
        "Content/more/index.md": "---\ntitle: More\ntype: page\n---\n## Here\n\nText.\n", "Content/files/a.pdf": "a",
      ]) { _, new in new })
    #expect(try await build(folder).findings == "")
    #expect(folder.text("Output/departments/works/index.html")?.contains("<a href=\"\(link)\">") == true)
  }
}
