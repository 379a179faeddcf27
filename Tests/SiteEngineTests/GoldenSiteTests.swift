import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// Whole sites with their expected output. `PLANPRESS_UPDATE_GOLDEN=1` rewrites what is expected; read the diff.
struct GoldenSiteTests {
  static let folder = "\(packageRoot)/Tests/GoldenSites"
  static let names = try! FileManager.default.contentsOfDirectory(atPath: folder)
    .filter { !$0.hasPrefix(".") }.sorted()
  static let isUpdate = ProcessInfo.processInfo.environment["PLANPRESS_UPDATE_GOLDEN"] != nil

  @Test("A golden site gives the expected findings and files", arguments: names)
  func site(name: String) async throws {
    let site = "\(GoldenSiteTests.folder)/\(name)"
    let output = TemporaryFolder()
    let options = BuildOptions(siteDirectory: site, outputDirectory: "\(output.path)/Output", jobs: 2)
    let result = try await SiteBuild(options).build()
    let findings = DiagnosticPrinter(format: .text).print(result.diagnostics)
    var files = output.files(in: "Output").mapValues { stable(String(decoding: $0, as: UTF8.self)) }
    for file in files.keys where file.hasPrefix("assets/") { files[file] = nil }
    files[".planpress-manifest"] = nil

    if GoldenSiteTests.isUpdate {
      try update(site, findings: findings, files: files)
      return
    }
    let expectedFindings = FileManager.default.contents(atPath: "\(site)/findings.txt") ?? Data()
    #expect(findings == String(decoding: expectedFindings, as: UTF8.self))
    let expected = filesBelow("\(site)/expected").mapValues { String(decoding: $0, as: UTF8.self) }
    #expect(files.keys.sorted() == expected.keys.sorted())
    for (path, text) in files.sorted(by: { $0.key < $1.key }) where expected[path] != nil {
      #expect(text == expected[path], "\(path) differs")
    }
  }

  /// Without what changes with every style sheet and every version.
  private func stable(_ text: String) -> String {
    text.replacing(/\.[0-9a-f]{16}\./, with: ".FINGERPRINT.")
      .replacing("planpress \(version)", with: "planpress VERSION")
  }

  private func update(_ site: String, findings: String, files: [String: String]) throws {
    let expected = "\(site)/expected"
    try? FileManager.default.removeItem(atPath: expected)
    for (path, text) in files {
      let url = URL(fileURLWithPath: expected).appendingPathComponent(path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    let record = URL(fileURLWithPath: "\(site)/findings.txt")
    if findings.isEmpty {
      try? FileManager.default.removeItem(at: record)
    } else {
      try Data(findings.utf8).write(to: record)
    }
  }
}
