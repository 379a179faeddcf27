import BuiltInTheme
import Foundation
import TestSupport
import Testing

@testable import SiteEngine

struct ThemeTests {
  @Test("The program holds every file of Templates/, byte for byte, and Package.swift names each")
  func embedded() throws {
    let folder = filesBelow("\(packageRoot)/Templates").filter { !$0.key.hasSuffix(".swift") }
    let embedded = Dictionary(uniqueKeysWithValues: builtInTheme.map { ($0.name, Data($0.bytes)) })
    #expect(embedded.keys.sorted() == folder.keys.sorted())
    for (name, bytes) in folder { #expect(embedded[name] == bytes, "\(name) differs") }
    let package = String(decoding: FileManager.default.contents(atPath: "\(packageRoot)/Package.swift")!, as: UTF8.self)
    for name in folder.keys { #expect(package.contains("\"\(name)\"")) }
  }

  @Test("A site's own template replaces the built-in one of its name, and its own assets are published")
  func replaced() async throws {
    let folder = TemporaryFolder(smallSite)
    folder.write("<p>{{title}}</p>\n", to: "Templates/section.mustache")
    folder.write("body {}\n", to: "Templates/extra.css")
    #expect(try await build(folder).findings == "")
    #expect(folder.text("Output/first/index.html") == "<p>第一部分</p>\n")
    #expect(folder.files(in: "Output/assets").keys.contains { $0.hasPrefix("extra.") })
  }

  @Test("No page has an inline script or style, or asks another host")
  func strictPolicy() async throws {
    let folder = TemporaryFolder(smallSite)
    _ = try await build(folder)
    for (path, data) in folder.files(in: "Output") where path.hasSuffix(".html") {
      let page = String(decoding: data, as: UTF8.self)
      for forbidden in ["<script>", "javascript:", " style=\"", "<style", "src=\"http", "href=\"http", "onclick"] {
        #expect(!page.contains(forbidden), "\(path) has \(forbidden)")
      }
    }
  }
}
