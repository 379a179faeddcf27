import SiteEngine
import TestSupport
import Testing

struct AliasTests {
  private func site(_ alias: String, base: String = "https://例子.中国/plans/") -> [String: String] {
    smallSite.merging([
      "Content/site.yaml": "title: T\nlanguages: [en]\nbase-url: \(base)\n",
      "Content/1-first.md": "---\ntitle: 第一部分\naliases: [\"\(alias)\"]\n---\n## 小标题\n\n文字。\n",
    ]) { $1 }
  }

  @Test(
    "An alias is a path of the site, or a whole address below the base URL, percent-encoded or not",
    arguments: [
      ("/old/", "old/index.html"), ("old", "old/index.html"), ("/a//b/", "a/b/index.html"),
      ("https://例子.中国/plans/old/", "old/index.html"),
      ("HTTPS://xn--fsqu00a.XN--FIQS8S:443/plans/old/", "old/index.html"),
      ("https://例子.中国/pl%61ns/old.html", "old.html"), ("/%E6%97%A7/", "旧/index.html"),
      ("https://例子.中国/plans/%E6%97%A7/b%20c/", "旧/b c/index.html"), ("/100%/", "100%/index.html"),
      // The address before the site moved to https; and the file of a page.
      ("HTTP://例子.中国/plans/old/", "old/index.html"), ("http://例子.中国:80/plans/old/", "old/index.html"),
      ("/old/index.html", "old/index.html"),
    ])
  func understood(alias: String, path: String) async throws {
    let folder = TemporaryFolder(site(alias))
    #expect(try await build(folder).findings == "")
    #expect(folder.text("Output/\(path)")?.contains("/plans/first/") == true)
    #expect(!folder.exists("Output/https:"))
  }

  @Test(
    "An alias cannot stand where planpress writes a file of its own, nor in a folder of git",
    arguments: [
      "/sitemap.xml", "/feed.xml/", "/robots.txt/", "/sitemap.xml/old/", "/data/indicators.json/", "/index.html",
      "/.git/x/",
    ])
  func ownFiles(alias: String) async throws {
    let folder = TemporaryFolder(
      site(alias).merging(["Content/indicators.yaml": "- {name: N, id: x, target: 5, baseline: 1}\n"]) { $1 })
    let found = try await build(folder).findings
    #expect(found.contains("Content/1-first.md:3:11: error:"), "\(found)")
    #expect(!folder.exists("Output"))
  }

  @Test(
    "An address of another site is refused",
    arguments: [
      "https://example.org/old/", "https://例子.中国:8080/plans/old/",
      "https://例子.中国/old/", "https://例子.中国.example.org/plans/old/", "//例子.中国/plans/old/", "mailto:x",
      "javascript:x", "C:/old/",
    ])
  func elsewhere(alias: String) async throws {
    let found = try await build(TemporaryFolder(site(alias))).findings
    #expect(found.contains("alias '\(alias)' is not an address of this site [page.invalid-slug]"), "\(found)")
    #expect(found.contains("hint: write the old address, such as /plan/old-name/"))
  }

  @Test("Without a base URL no whole address is the site's own")
  func withoutBase() async throws {
    var files = site("https://example.org/old/")
    files["Content/site.yaml"] = "title: T\nlanguages: [en]\n"
    let found = try await build(TemporaryFolder(files)).findings
    #expect(found.contains("alias 'https://example.org/old/' is not an address of this site"))
  }

  @Test(
    "An address that cannot be a file's is refused",
    arguments: [
      "/", "/../old/", "/a/%2e%2e/b/", "/%2E/", "/a%2Fb/", "/a%5Cb/", "/a%0Ab/", "/%00/", "/%FF/", "/a%E2%80%A8b/",
      "/a%C2%85b/", "/a?b", "/a#b",
      "/a%3Fb/",
      "https://例子.中国/plans/old/?a", "https://例子.中国/plans/%2e%2e/old/",
    ])
  func invalid(alias: String) async throws {
    let result = try await build(TemporaryFolder(site(alias)))
    #expect(!result.built)
    #expect(result.findings.contains("[page.invalid-slug]"), "\(result.findings)")
  }
}
