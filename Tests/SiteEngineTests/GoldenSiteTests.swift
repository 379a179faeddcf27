import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// Whole sites with their expected output. `PLANPRESS_UPDATE_GOLDEN=1` rewrites the expected files; review the diff.
///
/// Besides `Content/` and `Templates/`, a site's folder holds:
/// - `findings.txt`: the findings of the build, if any;
/// - `expected/`: the files of the output, as `readable(_:of:)` formats them;
/// - `compared.txt`, if `expected/` holds only some files: their paths, one per line, with `*` as wildcard;
/// - `paths.txt`, if there is a `compared.txt`: the paths of all output files.
struct GoldenSiteTests {
  static let folder = "\(packageRoot)/Tests/GoldenSites"
  static let names = try! FileManager.default.contentsOfDirectory(atPath: folder)
    .filter { !$0.hasPrefix(".") }.sorted()
  static let isUpdate = ProcessInfo.processInfo.environment["PLANPRESS_UPDATE_GOLDEN"] != nil

  /// The only site whose expected files include drawings; elsewhere they would clutter the diff.
  static let siteWithDrawings = "indicator-pages"

  @Test("A golden site gives the expected findings and files", arguments: names)
  func site(name: String) async throws {
    let site = "\(GoldenSiteTests.folder)/\(name)"
    let output = TemporaryFolder()
    let options = BuildOptions(
      siteDirectory: site, outputDirectory: "\(output.path)/Output", jobs: 2, usesMemory: false)
    let result = try await SiteBuild(options).build()
    let findings = DiagnosticPrinter(format: .text).print(result.diagnostics)
    var files = output.files(in: "Output").filter {
      !"/\($0.key)".contains("/assets/") && $0.key != ".planpress-manifest"
    }.mapValues { readable(String(decoding: $0, as: UTF8.self), of: name) }
    var texts = ["findings.txt": findings]
    if let patterns = text("\(site)/compared.txt") {
      texts["paths.txt"] = files.keys.sorted().map { "\($0)\n" }.joined()
      let patterns = patterns.split(separator: "\n")
      // A workbook is no text: `DataFileTests` reads it.
      files = files.filter { file in !file.key.hasSuffix(".xlsx") && patterns.contains { matches(file.key, $0) } }
      #expect(!files.isEmpty, "no file is of a path in compared.txt")
    }
    for (path, text) in files { texts["expected/\(path)"] = text }

    if GoldenSiteTests.isUpdate {
      try update(site, texts)
      return
    }
    let expected = filesBelow("\(site)/expected").keys.sorted()
    #expect(files.keys.sorted() == expected)
    for (path, found) in texts.sorted(by: { $0.key < $1.key }) {
      #expect(found == text("\(site)/\(path)") ?? "", "\(path) differs")
    }
  }

  /// Removes what changes with every style sheet and version. Except for one site, also removes the contents of
  /// drawings and puts each table cell and list item on its own line.
  private func readable(_ text: String, of site: String) -> String {
    let stable = text.replacing(/\.[0-9a-f]{16}\./, with: ".FINGERPRINT.")
      .replacing("planpress \(version)", with: "planpress VERSION")
    if site == GoldenSiteTests.siteWithDrawings { return stable }
    return stable.replacing(/<svg class="([^"]*)"[^>]*>.*?<\/svg>/.dotMatchesNewlines()) {
      "<svg class=\"\($0.output.1)\"/>"
    }.replacing(/<\/(td|th|li)></) { "</\($0.output.1)>\n<" }
  }

  /// Whether a path matches a pattern in which `*` matches any characters, slashes included.
  private func matches(_ path: String, _ pattern: Substring) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return path == pattern }
    return path.hasPrefix(first) && path.dropFirst(first.count).hasSuffix(last)
  }

  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  private func update(_ site: String, _ texts: [String: String]) throws {
    try? FileManager.default.removeItem(atPath: "\(site)/expected")
    for (path, text) in texts {
      let url = URL(fileURLWithPath: site).appendingPathComponent(path)
      if text.isEmpty, path == "findings.txt" {
        try? FileManager.default.removeItem(at: url)
        continue
      }
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }
}
