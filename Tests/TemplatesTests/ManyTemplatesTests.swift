import Diagnostics
import Templates
import Testing

/// Large and broken themes.
@Suite("Many templates")
struct ManyTemplatesTests {
  private func found(_ sources: [String: String]) -> [Diagnostic] {
    TemplateSet.compile(
      sources.mapValues { SourceText(path: "p", text: $0) }, roots: [.init(name: "page", shape: PageView.shape)]
    ).diagnostics
  }

  /// A thousand templates: each fills a block of the next one and has one of its own, so that the first has a thousand.
  private func chain(filling: String) -> [String: String] {
    var sources = ["page": "{{<p0}}{{$\(filling)}}x{{/\(filling)}}{{/p0}}", "p1000": "{{$last}}{{/last}}"]
    for index in 0..<1000 { sources["p\(index)"] = "{{>p\(index + 1)}}{{$b\(index)}}{{/b\(index)}}" }
    return sources
  }

  @Test("The blocks of a chain are known at its start", arguments: ["b0", "b999", "last"])
  func chain(_ block: String) {
    #expect(found(chain(filling: block)).isEmpty)
  }

  @Test("An unknown block of a chain is reported, with some of the existing ones")
  func unknown() {
    let found = found(chain(filling: "nothing"))
    #expect(found.map(\.message) == ["'p0' has no block 'nothing'"])
    #expect(found.first?.hint?.hasPrefix("'p0' has b0, b1, b10, b100, ") == true)
    #expect(found.first?.hint?.hasSuffix(" …") == true)
  }

  @Test("Templates that include each other know the blocks of both")
  func cycle() {
    let sources = [
      "page": "{{<a}}{{$x}}1{{/x}}{{$y}}1{{/y}}{{$z}}1{{/z}}{{/a}}", "a": "{{$x}}{{/x}}{{#nav}}{{>b}}{{/nav}}",
      "b": "{{$y}}{{/y}}{{#children}}{{>a}}{{/children}}",
    ]
    #expect(
      found(sources).filter { $0.code == .templateUnknownName && $0.message.contains("block") }.map(\.message) == [
        "'a' has no block 'z'"
      ])
  }

  @Test("Of one template a thousand errors are reported")
  func limit() {
    let source = (0..<3000).map { "{{tilte\($0)}}" }.joined()
    #expect(found(["page": source]).count == FindingList.limit)
  }
}
