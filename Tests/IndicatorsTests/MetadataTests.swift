import DataFormats
import Diagnostics
import Indicators
import Testing

@Suite("An author's texts about an indicator")
struct MetadataTests {
  @Test("Texts are in order, those of 'more' under their own headings")
  func texts() throws {
    let read = try indicator(
      "code: 1.a.2, purpose: A, method: \"*B*\", limitations: C, coverage: D, context: E, contact: F, "
        + "links: [{title: G, url: \"https://example.org\"}], tags: [h, i], more: {Two: 2, One: 1}, "
        + "sources: [{organisation: J, title: K, url: \"https://example.org/k\", date: 2023, contact: L, next-update: 2024-05-01}, {title: M}]"
    )
    let metadata = try #require(read.metadata)
    #expect(metadata.code == "1.a.2")
    #expect(metadata.entries.map(\.text) == ["A", "*B*", "C", "D", "E", "F", "2", "1"])
    #expect(metadata.ownTexts.map(\.name) == ["Two", "One"])
    #expect(metadata.tags == ["h", "i"])
    #expect(metadata.sources.map(\.text) == ["J, K, https://example.org/k, 2023, L, 2024-05-01", "M"])
    #expect(metadata.addresses.map(\.value) == ["https://example.org/k", "https://example.org"])
    #expect(
      metadata.entries.map { IndicatorWords.heading($0.heading, .english) }
        == ["Why it counts", "Method", "Limitations", "Coverage", "Context", "Contact", "Two", "One"])
  }

  @Test("An indicator has either a source or sources, and a link needs an address")
  func findings() throws {
    #expect(
      try resolved("- name: n\n  source: A\n  sources: [{title: B}]\n  links: [{title: C}]\n").findings == """
        a.yaml:3:12: error: an indicator has either 'source' or 'sources' [field.conflicting-keys]
            3 |   sources: [{title: B}]
              |            ^~~~~~~~~~~~
        hint: write the text of 'source' as a source of the list: '- {title: …}'
        a.yaml:4:11: error: a link needs 'url' [field.missing-key]
            4 |   links: [{title: C}]
              |           ^~~~~~~~~~
        hint: add its address

        """)
  }

  @Test(
    "What is not reported has no verdict and is not counted",
    arguments: [
      ("reporting: complete, target: 5", false, false, "reported"),
      ("reporting: not-applicable, target: 5", true, true, "not applicable"),
      ("reporting: not-started", true, true, "not reported yet"),
      ("reporting: not-started, target: 5", false, false, "not reported yet"),
      ("reporting: in-progress, values: {2021: 5}", false, false, "reporting in progress"),
      ("non-statistical: true", true, true, "not a statistical indicator"),
      ("non-statistical: true, reporting: complete", true, true, "reported"),
    ] as [(String, Bool, Bool, String)])
  func reporting(_ fields: String, _ hasNoVerdict: Bool, _ isUncounted: Bool, _ words: String) throws {
    let read = try indicator(fields)
    #expect(read.hasNoVerdict == hasNoVerdict)
    #expect(read.isUncounted == isUncounted)
    #expect(IndicatorWords.reporting(of: read, .english) == words)
  }
}
