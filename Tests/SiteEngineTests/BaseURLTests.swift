import SiteEngine
import TestSupport
import Testing

struct BaseURLTests {
  @Test("The address of the site is an http address without users, steps upwards or encoded separators")
  func baseURL() async throws {
    for address in [
      "javascript:alert(1)", "//a.org/", "ftp://a.org/", "https://user:secret@a.org/", "https://a.org/%2e%2e/",
      "https://a.org/%2E./b/", "https://a.org/../", "https://a.org/./b/", "https://a.org/a%2Fb/",
      "https://a.org/a%5cb/",
      "https://a.org/%0a/", "https://a.org/%ff/", "https://a b/", "https://a.org/?x", "https:a.org", "https://a<b/",
      "https://a.org:99999/",
      "https://a.org:0/",
    ] {
      let found = try await findings(changing: [
        "Content/site.yaml": "title: T\nbase-url: '\(address)'\n"
      ])
      #expect(found.contains("'\(address)' is not the address of a site [field.invalid-value]"), "\(address): \(found)")
    }
  }

  @Test("A host in another script is encoded wherever it is written")
  func host() async throws {
    let folder = TemporaryFolder(
      smallSite.merging(["Content/site.yaml": "title: T\nlanguages: [en]\nbase-url: https://例子.中国:8080/规划/\n"]) {
        $1
      })
    #expect(try await build(folder).findings == "")
    let origin = "https://xn--fsqu00a.xn--fiqs8s:8080/%E8%A7%84%E5%88%92/"
    #expect(folder.text("Output/sitemap.xml")?.contains("<loc>\(origin)first/</loc>") == true)
    #expect(folder.text("Output/robots.txt")?.contains("Sitemap: \(origin)sitemap.xml") == true)
    #expect(
      folder.text("Output/first/index.html")?.contains("<link rel=\"canonical\" href=\"\(origin)first/\">") == true)
    #expect(folder.text("Output/feed.xml")?.contains(origin) == true)
    for (path, data) in folder.files(in: "Output") {
      #expect(!String(decoding: data, as: UTF8.self).contains("例子"), "\(path)")
    }
  }
}
