import Bytes
import DataFormats
import Diagnostics
import Indicators

/// Every `accept` of a site, found by the place of a finding: an indicator's entry and its data file, a page or the
/// folder of a plan or section, or the whole site. The narrowest one counts.
package struct Acceptances: Sendable {
  private struct Entry: Sendable {
    let acceptance: Acceptance
    let source: SourceText
  }

  /// The codes that are accepted in one place, with their positions in `entries`.
  private typealias Codes = [DiagnosticCode: Int]

  private var entries: [Entry] = []
  /// By path of a file or folder; the empty path is the site.
  private var places: [String: Codes] = [:]
  /// By path of a file: the lines of each indicator's entry, in order.
  private var lines: [String: [(first: Int, last: Int, codes: Codes)]] = [:]

  package init(_ parsed: ParsedSite) {
    add(parsed.settings.acceptances, in: parsed.settings.source, to: "")
    let tables = Dictionary(
      parsed.observations.map { ($0.file.name.withoutPathExtension, $0.file.contentPath) },
      uniquingKeysWith: { a, _ in a })
    for index in parsed.headers.indices where parsed.headers[index].hasAcceptances {
      let page = parsed.pages[index]
      let file = page.file.contentPath
      // An index page speaks for its folder.
      add(page.fields.acceptances, in: page.source, to: page.isIndex ? file.folderPart : file)
      add(page.fields.indicators, in: page.source, file, tables)
    }
    for register in parsed.indicators { add(register.entries, in: register.source, register.file.contentPath, tables) }
  }

  package var isEmpty: Bool { entries.isEmpty }

  private mutating func add(_ acceptances: [Acceptance], in source: SourceText, to place: String) {
    guard !acceptances.isEmpty else { return }
    places[place, default: [:]].merge(append(acceptances, source)) { $1 }
  }

  private mutating func add(
    _ declarations: [IndicatorDeclaration], in source: SourceText, _ file: String, _ tables: [String: String]
  ) {
    guard declarations.contains(where: { !$0.acceptances.isEmpty }) else { return }
    for declaration in declarations {
      let codes = append(declaration.acceptances, source)
      let end = SourceRange(start: max(0, Int(declaration.range.end) - 1), end: Int(declaration.range.end))
      lines[file, default: []].append(
        (source.location(of: declaration.range).line, source.location(of: end).line, codes))
      if !codes.isEmpty, let table = declaration.id.flatMap({ tables[$0.value] }) {
        places[table, default: [:]].merge(codes) { $1 }
      }
    }
  }

  private mutating func append(_ acceptances: [Acceptance], _ source: SourceText) -> Codes {
    var codes: Codes = [:]
    // A sentence that is accepted on its own is put aside by what reads the sentences.
    for acceptance in acceptances where acceptance.quotation == nil {
      codes[acceptance.code] = entries.count
      entries.append(Entry(acceptance: acceptance, source: source))
    }
    return codes
  }

  /// The position in `entries` of what accepts a finding.
  private func entry(for finding: Diagnostic) -> Int? {
    let (path, code) = (finding.location.path, finding.code)
    if let entries = lines[path], let index = lastIndex(in: entries, before: finding.location.line),
      finding.location.line <= entries[index].last, let entry = entries[index].codes[code]
    {
      return entry
    }
    var place = path
    while true {
      if let entry = places[place]?[code] { return entry }
      if place.isEmpty { return nil }
      place = place.folderPart
    }
  }

  private func lastIndex(in entries: [(first: Int, last: Int, codes: Codes)], before line: Int) -> Int? {
    let next = entries.partitioningIndex { $0.first > line }
    return next == 0 ? nil : next - 1
  }

  /// Whether any error is not accepted.
  package func leaveErrors(in findings: [Diagnostic]) -> Bool {
    findings.contains { $0.severity == .error && !(Acceptance.errors.contains($0.code) && entry(for: $0) != nil) }
  }
}

/// The findings of a site, divided into reported and accepted ones.
package struct SortedFindings: Sendable {
  /// A finding that is not reported.
  package struct Accepted: Sendable {
    package let finding: Diagnostic
    package let reason: String
  }

  /// The findings that are reported.
  package private(set) var findings: [Diagnostic] = []
  package private(set) var accepted: [Accepted] = []
  private let acceptances: Acceptances
  /// By position of the acceptance: whether it was needed.
  private var isUsed: [Bool]

  package init(_ findings: [Diagnostic], by acceptances: Acceptances) {
    self.acceptances = acceptances
    isUsed = acceptances.areUnused
    add(findings)
  }

  package mutating func add(_ found: [Diagnostic]) {
    guard !acceptances.isEmpty else {
      findings += found
      return
    }
    for finding in found {
      guard let (index, acceptance, location) = acceptances.acceptance(of: finding) else {
        findings.append(finding)
        continue
      }
      if finding.severity == .error, !Acceptance.errors.contains(finding.code) {
        findings.append(finding)
        if !isUsed[index] {
          findings.append(
            Diagnostic(
              .error, .acceptedError, "'\(finding.code.rawValue)' is an error here, and errors cannot be accepted",
              hint: "correct what it reports, and remove this line", at: location,
              related: [.init("the error is here", at: finding.location)]))
        }
      } else {
        accepted.append(Accepted(finding: finding, reason: acceptance.reason))
      }
      isUsed[index] = true
    }
  }

  /// Adds a finding that an author accepts in another way than by its code.
  package mutating func accept(_ finding: Diagnostic, because reason: String) {
    accepted.append(Accepted(finding: finding, reason: reason))
  }

  /// Warnings of accepted findings that do not occur. Complete after everything that `check` looks for was added. `others`
  /// are codes that it did not look for.
  package func unused(besides others: Set<DiagnosticCode> = []) -> [Diagnostic] {
    isUsed.indices.filter { !isUsed[$0] }.compactMap { index in
      let (acceptance, location) = acceptances[index]
      return others.contains(acceptance.code)
        ? nil
        : Diagnostic(
          .warning, .unusedAcceptance, "'\(acceptance.code.rawValue)' is accepted here, but no longer occurs",
          hint: "remove this line", at: location)
    }
  }
}

extension Acceptances {
  fileprivate var areUnused: [Bool] { entries.map { _ in false } }

  fileprivate subscript(index: Int) -> (acceptance: Acceptance, location: SourceLocation) {
    let entry = entries[index]
    return (entry.acceptance, entry.source.location(of: entry.acceptance.range))
  }

  fileprivate func acceptance(
    of finding: Diagnostic
  ) -> (index: Int, acceptance: Acceptance, location: SourceLocation)? {
    entry(for: finding).map { ($0, self[$0].acceptance, self[$0].location) }
  }
}
