import DataFormats
import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// Whatever a site contains, a build ends, reports the faults, and publishes files that other programs can read.
struct RandomSiteTests {
  /// The problems of the published files, each with its path.
  private func problems(of folder: TemporaryFolder, allowsRawHTML: Bool) -> [String] {
    folder.files(in: "Output").sorted { $0.key < $1.key }.compactMap { path, data in
      let problem: String? =
        switch (path as NSString).pathExtension {
        case "xml", "svg": WellFormed.problem(inXML: data)
        case "html": allowsRawHTML ? nil : WellFormed.problem(inHTML: data)
        case "json": WellFormed.problem(inJSON: data)
        case "csv": problem(inCSV: data)
        default: nil
        }
      return problem.map { "\(path): \($0)" }
    }
  }

  private func problem(inCSV data: Data) -> String? {
    let table = CSVTable.parse(SourceText(path: "a", bytes: Array(data)))
    guard let value = table.value, table.diagnostics.isEmpty else { return "no CSV" }
    return value.rows.allSatisfy { $0.cells.count == value.header.count } ? nil : "rows of different lengths"
  }

  /// Whether the site was built. Checks it first, because both must agree.
  private func build(_ files: [String: String]) async throws -> Bool {
    let folder = TemporaryFolder(files)
    let site = SiteBuild(BuildOptions(siteDirectory: folder.path, jobs: 2))
    let checked = try await site.check()
    let built = try await site.build()
    let listing = files.sorted { $0.key < $1.key }.map { "--- \($0)\n\($1)" }.joined(separator: "\n")
    #expect((built.report == nil) == built.diagnostics.hasErrors, "\(listing)")
    #expect(checked.diagnostics.hasErrors == built.diagnostics.hasErrors, "\(listing)")
    for format in DiagnosticPrinter.Format.allCases {
      #expect(
        DiagnosticPrinter(format: format).print(checked.diagnostics).utf8.allSatisfy { $0 >= 0x20 || $0 == 0xA },
        "\(listing)")
    }
    let rawHTML = files["Content/site.yaml"]?.contains("raw-html: true") == true
    let problems = problems(of: folder, allowsRawHTML: rawHTML)
    #expect(problems.isEmpty, "\(problems)\n\(listing)")
    return built.report != nil
  }

  @Test("A random site is built or refused, and all published files are well-formed", .randomInput)
  func randomSites() async throws {
    let input = RandomInput(seed: 29, rounds: 20, cost: 50)
    var sites = RandomSite(input)
    var built = 0
    for _ in 0..<input.rounds where try await build(sites.next()) { built += 1 }
    if input.isLong { #expect(built > input.rounds / 5) }
  }

  /// `Tests/Corpus` holds inputs that once failed. The name of a folder says which file of a site its files replace.
  @Test("Inputs that once crashed, hung or were published wrong are built or refused", arguments: Corpus.files)
  func corpus(_ file: Corpus.File) async throws {
    _ = try await build(smallSite.merging([file.place: file.text]) { _, new in new })
  }

  @Test("The corpus has a folder for each kind of file")
  func folders() {
    #expect(Set(Corpus.files.map(\.place)).count == Corpus.places.count)
  }
}

/// The files of `Tests/Corpus`.
enum Corpus {
  struct File: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let place: String
    let text: String
  }

  /// For each folder, the file of a small site that its files replace.
  static let places = [
    "csv": "Content/indicators/a.csv", "indicators": "Content/indicators.yaml", "pages": "Content/1-first.md",
    "settings": "Content/site.yaml", "templates": "Templates/section.mustache",
  ]

  static let files = filesBelow("\(packageRoot)/Tests/Corpus").sorted { $0.key < $1.key }.compactMap {
    path, data -> File? in
    guard let place = places[(path as NSString).deletingLastPathComponent] else { return nil }
    return File(testDescription: path, place: place, text: String(decoding: data, as: UTF8.self))
  }
}
