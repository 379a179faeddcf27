import Testing

@testable import SiteModel
@testable import SiteSources

struct RouteTests {
  @Test(
    "A page's file is the index file of its folder; any other file keeps its path",
    arguments: [
      (Route.root, "index.html", 0), (Route(page: "a/b"), "a/b/index.html", 2),
      (Route(page: "a", part: "b"), "a/b/index.html", 2),
      (Route(file: "data/indicators.csv"), "data/indicators.csv", 1),
    ])
  func outputPath(route: Route, path: String, depth: Int) {
    #expect(route.outputPath == path)
    #expect(route.depth == depth)
  }

  @Test("A file conflicts with a page if it has the path of the page's index file or folder")
  func pageInItsPlace() {
    #expect(Route(file: "a/index.html").pageInItsPlace == Route(page: "a"))
    #expect(Route(file: "a").pageInItsPlace == Route(page: "a"))
    #expect(Route(page: "a").pageInItsPlace == nil)
  }

  @Test("Without a base URL, links are relative and name the index file; with one, they start with its path")
  func links() {
    let (from, to) = (Route(page: "a/b"), Route(page: "规划/c"))
    let local = LinkStyle(base: nil)
    #expect(local.link(from: from, to: to) == "../../%E8%A7%84%E5%88%92/c/index.html")
    #expect(local.link(from: .root, to: .root) == "index.html")
    #expect(local.absolute(to) == nil)
    let hosted = LinkStyle(base: BaseURL("https://example.org/plans"))
    #expect(hosted.link(from: from, to: to) == "/plans/%E8%A7%84%E5%88%92/c/")
    #expect(hosted.absolute(to) == "https://example.org/plans/%E8%A7%84%E5%88%92/c/")
  }
}
