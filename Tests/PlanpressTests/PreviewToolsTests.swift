import Foundation
import TestSupport
import Testing

/// The tools of the preview's page of findings: links that open a line in an editor, and a button for the safe
/// fixes.
struct PreviewToolsTests {
  private let site = TemporaryFolder([
    "Content/site.yaml": "title: Plans\nlanguages: [en]\n",
    "Content/index.md": "---\ntitle: Plans\n---\n\nSee :term[Ai].\n\n:nope[x]\n",
    "Content/glossary.yaml": "- term: Air\n  definition: What we breathe\n",
    "Content/departments.yaml": "- id: environment\n  name: Environment\n",
    "Content/plan/index.md":
      "---\ntype: plan\ntitle: A plan\nperiod: {start: 2021, end: 2025}\ndepartment: enviroment\n---\n",
  ])

  private func token(_ page: String) throws -> String {
    String(try #require(page.firstMatch(of: /\/-planpress\/fix\?token=([a-z0-9]+)"/)).output.1)
  }

  @Test("A finding links to its line in the editor, inside of the site")
  func editorLink() throws {
    let preview = try #require(try PreviewProcess(site))
    let page = try preview.get("/-planpress/findings").body
    let folder = try #require(realPath(site.path))
    #expect(page.contains("href=\"vscode://file\(folder)/Content/index.md:7:"), "\(page)")
    #expect(page.contains(">Open this line</a>"))
    let without = try #require(try PreviewProcess(site, ["--port", "0", "--editor", "none"]))
    #expect(!(try without.get("/-planpress/findings").body.contains("Open this line")))
  }

  @Test("A fix is made only for the preview's own page")
  func fix() throws {
    site.write("---\ntitle: A\n---\n\nText\u{8} here\n", to: "Content/a.md")
    let preview = try #require(try PreviewProcess(site))
    let page = try preview.get("/-planpress/findings").body
    let path = "/-planpress/fix?token=\(try token(page))"
    let origin = "Origin: http://127.0.0.1:\(preview.port)"
    #expect(page.contains("safe fix</button>") || page.contains("safe fixes</button>"))
    let before = site.text("Content/a.md")
    // Another method, no origin, another origin, no token, a wrong token, another site's frame.
    #expect(try preview.get(path, [origin]).status != 303)
    #expect(try preview.get(path, [], method: "POST").status == 403)
    #expect(try preview.get(path, ["Origin: http://example.org"], method: "POST").status == 403)
    #expect(try preview.get("/-planpress/fix", [origin], method: "POST").status == 403)
    #expect(try preview.get("/-planpress/fix?token=x", [origin], method: "POST").status == 403)
    #expect(try preview.get(path, [origin, "Sec-Fetch-Site: same-site"], method: "POST").status == 403)
    #expect(site.text("Content/a.md") == before)
    let answer = try preview.get(path, [origin, "Sec-Fetch-Site: same-origin", "Content-Length: 0"], method: "POST")
    #expect(answer.status == 303)
    #expect(answer.headers["location"] == "/-planpress/findings")
    #expect(site.text("Content/a.md") == "---\ntitle: A\n---\n\nText here\n")
  }

  private func realPath(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
