import Diagnostics
import Foundation
import TestSupport
import Testing

/// Holds the Chinese messages complete.
struct CatalogueTests {
  private static let sources = filesBelow("\(packageRoot)/Sources").filter { $0.key.hasSuffix(".swift") }
    .sorted { $0.key < $1.key }

  /// Folders and files without messages to authors.
  private static let silent = [
    "Bytes/", "Files/", "Figures/", "SearchIndex/", "SiteData/", "SitePages/", "Diagnostics/Chinese/",
    "Diagnostics/DiagnosticPrinter", "Indicators/Words/", "Indicators/Model/", "Indicators/Assessment/",
    "Indicators/Quotations/", "Indicators/Numbers/", "Indicators/Formatting/", "Markdown/Rendering/", "Markdown/CMark/",
    "Markdown/MarkdownRendering", "Markdown/Extensions/FootnoteHTML", "Markdown/Extensions/TablePieces",
    "SiteEngine/LastBuild/", "SiteEngine/Extracting/", "Indicators/Extraction/", "SiteModel/Facts/", "Templates/Views/",
    "Workbooks/Writing/", "planpress/Starter/", "Actions/ActionWords", "Actions/ActionColumn",
    "Actions/ActionTableWords", "Actions/ActionDate+Languages", "SiteEngine/Importing/Tables/ImportedNumber+Bounds",
    "Indicators/Reading/Periods/PeriodCell",
    "SiteEngine/Schema/", "SiteEngine/Reporting/ReportText", "SiteSources/Schema/",
    "SiteEngine/MediaType", "planpress/Preview/LiveReload", "planpress/Preview/PreviewResponder",
    "planpress/External/LinkProbe", "planpress/ProgressLine",
  ]

  /// Literals that look like messages and are not: texts of libyaml, texts that planpress writes into files, and
  /// reasons of a `MachineError`. Write a new message into the catalogue, not here.
  private static let others: Set<String> = [
    "grand total", "higher is better", "lower is better", "per cent",
    "mapping values are not allowed in this context", "could not find expected ':'", "did not find expected key",
    "did not find expected '-' indicator", "block sequence entries are not allowed in this context",
    "did not find expected ',' or ']'", "did not find expected ',' or '}'", "did not find expected node content",
    "found unexpected end of stream", "found unexpected document indicator",
    "found character that cannot start any token", "found a tab character", "found unknown escape character",
    "did not find expected hexdecimal number", "found invalid Unicode character escape code",
    "did not find expected alphabetic or numeric character", "did not find expected <document start>",
    "control characters are not allowed", "mapping keys are not allowed in this context", "block scalar",
    "YAML document", "- id: %1", "  name: %1", "  unit: %1", "  kind: %1", "  measure: %1",
    "  department: {lead: %1, support: [%2]}", "  baseline: {%1value: %2}", "  target: %1", "  targets: [%1]",
    "value: %1", "change: %1", "change: \"%1%\"", "change: \"%1%2%\"", "Baseline %1: %2", "between: [%1, %2]",
    "every: %1", "text: %1", "year: %1, ",
    "year: %1",
    "comparator: \"%1\"", "approx: true", "approx: false", "%1: none", "until: %1", "earlier: [%1]", "why: …",
    "planpress collect", "Reported by", "Reported on", "the content changed in the meantime", "publish from",
    "another planpress build has changed it; try again", "it is not the file that planpress wrote; build again",
    "the file disappeared meanwhile", "the file disappeared during the build", "standard input", "the output",
    "planpress publish", "Publish the site", "worktree ", "protect *", "risk /%1", "risk /%1/", "it exited with %1",
    "git did not take all files; try again", "this port and the next %1 are in use (%2)",
    "the system does not report changes", "--filter=merge -", " of %1",
    "targets: [%1]", "{value: %1}", " --site %1",
    "numbering: %1", "    + numbering: %1", "aliases: [%1]", "target: {%1}", "target: %1",
    "target: {between: [%1, %2]}",
    "comparator: \">=\"", "comparator: \"<=\"", "'periods: %1'",
    "  section: %1", "  programme: %1", "  department: %1", "  due: %1", "  done: %1", "  state: started",
    "  indicators: [%1]", "  code: %1", "  state: %1", "type: page", "title: %1", "snapshot: %1", "  \"indicators\": [",
    "  progress: %1", "  place: %1", "  note: %1", "  note: [%1]", "  summary: %1", "      \"values\": {",
    ", annual growth", "not available", "not applicable", "no data",
    "retired: {on: 2026-03, why: …}", "accept: {markdown.list: …}", "more: {key: value}",
    "earlier: [{value: 300, until: 2023-06, why: …}]", "fiscal-year: {starts: 7}", "theme: {accent: \"#1d3f75\"}",
    "trend: {little-change: 0.5}", "baseline: {year: 2020, value: 270}", "updates: [{date: 2026-03-15, text: …}]",
    "steps: [{name: …}]", "columns: [name, unit]", "name (", "[{title: …, url: %1}]", "[{title: %1}]", "in progress",
    "planpress %1 %2%3", "%1 --site %2", "planpress import %1 --into %2",
  ]

  @Test("Every message has its Chinese")
  func complete() {
    var missing: [String] = []
    for (path, data) in CatalogueTests.sources where !CatalogueTests.silent.contains(where: path.hasPrefix) {
      for literal in SwiftLiterals(String(decoding: data, as: UTF8.self)).literals
      where !literal.isPrecondition && Catalogue.chinese[literal.template] == nil
        && !CatalogueTests.others.contains(literal.template) && reads(literal.template)
      {
        missing.append("Sources/\(path):\(literal.line): \(literal.template)")
      }
    }
    #expect(
      missing == [],
      "write each into Sources/Diagnostics/Chinese, with its Chinese on the line below, indented by two spaces")
  }

  /// Whether a literal reads like a message: two words, and no HTML.
  private func reads(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: " ")), !text.utf8.contains(UInt8(ascii: "\n")) else { return false }
    guard text.contains(/[a-z]{2}/), text.contains(/[A-Za-z0-9}'".,:;)\]\/*] [A-Za-z0-9'"%{(\[\\-]/) else {
      return false
    }
    guard text.utf8.contains(UInt8(ascii: "<")) else { return true }
    return !text.contains(/<[a-z\/?!]+[^>]*(="|\/>|>)/) || text.contains("write")
  }

  @Test("The catalogue has no message that planpress does not say")
  func stale() {
    var said: Set<String> = []
    for (_, data) in CatalogueTests.sources {
      said.formUnion(SwiftLiterals(String(decoding: data, as: UTF8.self)).literals.map(\.template))
    }
    #expect(Catalogue.chinese.templates.filter { !said.contains($0) }.sorted() == [])
  }

  @Test("Chinese messages have the holes of the English ones")
  func holes() {
    func holes(_ text: String) -> Set<Substring> { Set(text.matches(of: /%[1-9]/).map(\.output)) }
    let wrong = Catalogue.chinese.templates.filter { holes($0) != holes(Catalogue.chinese[$0] ?? "") }
    #expect(wrong.sorted() == [])
  }

  @Test("Chinese messages are Chinese, in Chinese quotation marks, without a full stop of their own")
  func style() {
    let wrong = Catalogue.chinese.templates.filter { english in
      let chinese = Catalogue.chinese[english] ?? ""
      return chinese.contains("'") || chinese.hasSuffix("。") && !english.hasSuffix(".") || chinese.hasSuffix(" ")
    }
    #expect(wrong.sorted() == [])
  }

  @Test("Keys and commands in an English message are also in the Chinese one")
  func code() {
    // `'key: value'` is an example in words; all other texts with a colon are to be typed literally.
    let wrong = Catalogue.chinese.templates.filter { english in
      let chinese = Catalogue.chinese[english] ?? ""
      return english.matches(of: /'([a-z-]+: [^'\s][^']*)'/).contains { match in
        !match.output.1.contains("key: value") && !chinese.contains(match.output.1)
      }
    }
    #expect(wrong.sorted() == [])
  }

  @Test("A message is printed in Chinese with its values, and in English if the catalogue lacks it")
  func chinese() {
    let (key, keys) = ("tilte", ["title", "summary"])
    let subject: Message = "a page"
    #expect(("unknown key '\(key)' in \(subject)" as Message).text(in: .chinese) == "页面中没有“tilte”这个键")
    #expect(("the keys of \(subject) are \(list: keys)" as Message).text(in: .chinese) == "页面可以用的键有：title、summary")
    #expect(("a brown fox saw \(key)" as Message).text(in: .chinese) == "a brown fox saw tilte")
    #expect(("a brown fox saw \(subject)" as Message).untranslated(in: .chinese) == ["a brown fox saw %1"])
  }
}
