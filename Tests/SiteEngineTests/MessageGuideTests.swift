import Diagnostics
import Foundation
import SiteEngine
import TestSupport
import Testing

/// The output of `planpress explain`.
struct MessageGuideTests {
  @Test("The guide explains each code in English and in Chinese")
  func languages() throws {
    let guide = try MessageGuide(
      page: String(contentsOfFile: "\(packageRoot)/Documentation/Content/11-diagnostics.md", encoding: .utf8))
    for code in DiagnosticCode.allCases {
      let english = guide.text(on: code, in: .english) ?? ""
      let chinese = guide.text(on: code, in: .chinese) ?? ""
      #expect(english.contains(/[a-z]{2} [a-z]/), "no English for \(code.rawValue)")
      #expect(!english.contains(/\p{Han}{8}/), "Chinese before '中文：' of \(code.rawValue)")
      #expect(chinese.contains(/\p{Han}/), "write '中文：…' below the English of \(code.rawValue)")
    }
  }

  @Test("The program explains with the words of the guide")
  func explanations() throws {
    let guide = MessageGuide.builtIn
    #expect(
      guide.text(on: .noSettings, in: .english)
        == "`Content/site.yaml` is missing. Create it with at least a line `title: …`.")
    #expect(guide.text(on: .noSettings, in: .chinese) == "缺少 `Content/site.yaml`。新建它，至少写一行 `title: …`。")
    #expect(guide.text(on: .unusedAcceptance, in: .english)?.contains("##") == false)
    let linked = try #require(guide.text(on: .templateUnknownName, in: .english))
    #expect(linked.contains("Templates lists them all"))
  }

  @Test("Near codes are those that are alike, and those that contain the word")
  func nearCodes() {
    #expect(MessageGuide.codes(near: "page.emtpy") == ["page.empty"])
    #expect(MessageGuide.codes(near: "snapshot").count == 6)
    #expect(MessageGuide.codes(near: "unknown-section").first == "reference.unknown-section")
    #expect(MessageGuide.codes(near: "x") == [])
  }
}
