import SiteEngine
import TestSupport
import Testing

/// The owner of a site on its pages, and the site's own colour and fonts.
struct OwnerTests {
  private func site(_ settings: String, base: String = "") -> [String: String] {
    [
      "Content/site.yaml": "title: Site\nlanguages: [en]\n\(base)\(settings)",
      "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
      "Content/accessibility.md": "---\ntype: page\ntitle: Accessibility\n---\nText.\n",
      "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n",
      "Content/p/indicators.yaml": "- {id: a, name: Cars & more, target: 5, values: {2022: 5}}\n",
    ]
  }

  private let owner = """
    owner:
      operated-by: Department of Information
      email: plan@example.org
      phone: +1 555 0100
      address: 1 Example Street
      identification-code: "0000000000"
      icp: 示ICP备00000000号
      police: 示公网安备 00000000000001号
      accessibility: accessibility.md
      licence: {title: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
      report-errors: errors@example.org

    """

  @Test("Every page ends with the owner's lines and a link to report an error on it")
  func footer() async throws {
    let folder = TemporaryFolder(site(owner))
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/indicators/a/index.html"))
    for line in [
      "<dt>Operated by</dt><dd>Department of Information</dd>",
      "<a href=\"mailto:plan@example.org\">plan@example.org</a>",
      "<a href=\"tel:+15550100\">+1 555 0100</a>",
      "<a href=\"https://beian.miit.gov.cn/\">示ICP备00000000号</a>",
      "<a href=\"https://beian.mps.gov.cn/#/query/webSearch?code=00000000000001\">",
      "<a href=\"../../accessibility/index.html\">Accessibility statement</a>",
      "<a href=\"https://creativecommons.org/licenses/by/4.0/\">CC BY 4.0</a>",
      "<a href=\"mailto:errors@example.org?subject=Cars%20%26%20more&amp;body=%2Findicators%2Fa%2F\">",
    ] { #expect(page.contains(line), "\(line)") }
    #expect(folder.text("Output/p/index.html")?.contains("href=\"../accessibility/index.html\"") == true)
  }

  @Test("A form gets the title and the whole address of the page")
  func form() async throws {
    let form = "owner: {report-errors: \"https://example.org/form?about={title}&page={url}\"}\n"
    let folder = TemporaryFolder(site(form, base: "base-url: https://example.net/x/\n"))
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/p/index.html"))
    #expect(page.contains("https://example.org/form?about=Plan&amp;page=https:%2F%2Fexample.net%2Fx%2Fp%2F"))
  }

  @Test("Without an owner nothing of it is on a page")
  func none() async throws {
    let folder = TemporaryFolder(site(""))
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/index.html"))
    #expect(!page.contains("class=\"owner\"") && !page.contains("Report an error"))
  }

  @Test("Addresses, colours and fonts that cannot be used are errors that say what to write")
  func refused() async throws {
    let folder = TemporaryFolder(
      site(
        """
        owner: {email: plan at example, accessibility: acessibility.md, report-errors: "javascript:alert(1)", fax: 1}
        theme: {accent: "#ff9900", fonts: {text: ["Arial\\"; x", Georgia]}}

        """))
    let (built, findings) = try await build(folder)
    #expect(!built)
    for line in [
      "'plan at example' is not an e-mail address", "write it like 'email: plan@example.org'",
      "'report-errors' cannot be 'javascript:alert(1)'", "'fax'",
      "'#ff9900' is too light to be read on white: its contrast is 2.1:1, and text needs 4.5:1",
      "'Arial\"; x' is not the name of a font",
    ] { #expect(findings.contains(line), "\(line)\n\(findings)") }
    let missing = TemporaryFolder(site("owner: {accessibility: acessibility.md}\n"))
    #expect(try await build(missing).findings.contains("did you mean 'accessibility.md'?"))
  }

  @Test("The style sheet ends with the site's colour and fonts, and has another address then")
  func looks() async throws {
    let plain = TemporaryFolder(site(""))
    let own = TemporaryFolder(
      site("theme: {accent: \"#7a1f2b\", fonts: {text: [Source Sans 3], headings: [Georgia]}}\n"))
    for folder in [plain, own] { #expect(try await build(folder).findings == "") }
    func address(_ folder: TemporaryFolder) throws -> Substring {
      try #require(folder.text("Output/index.html")?.firstMatch(of: /assets\/site\.[^"]*css/)?.output)
    }
    #expect(try address(plain) != address(own))
    let styles = try #require(folder(own, try address(own)))
    #expect(styles.contains(":root { --accent: #7a1f2b;"))
    #expect(styles.contains("--sans: \"Source Sans 3\", sans-serif;"))
  }

  private func folder(_ folder: TemporaryFolder, _ path: Substring) -> String? { folder.text("Output/\(path)") }
}
