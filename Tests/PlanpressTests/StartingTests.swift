import Foundation
import TestSupport
import Testing

@Suite("planpress init and new")
struct StartingTests {
  private func run(_ arguments: String..., in folder: TemporaryFolder) throws -> Run {
    try planpress(arguments + ["--site", folder.path])
  }

  /// Expects an error, and that no file changed.
  private func expectRefusal(_ run: Run, _ folder: TemporaryFolder, before: [String: Data], _ reason: String) {
    #expect(run.status == 1 && run.errors.contains(reason), "\(run.errors)")
    #expect(folder.files() == before)
  }

  @Test("The example builds and checks without findings, in each language", arguments: ["both", "zh-CN", "en"])
  func example(_ language: String) throws {
    let folder = TemporaryFolder()
    let made = try planpress(["init", folder.path, "--language", language])
    #expect(made.status == 0 && made.errors == "")
    let check = try planpress(["check", folder.path, "--strict"])
    #expect(check.status == 0 && check.output.hasPrefix("planpress: no findings (") && check.errors == "")
    #expect(try planpress(["build", folder.path, "--strict"]).status == 0)
    // One of each kind, in each language.
    let data = try #require(folder.text("Output/data/indicators.csv"))
    for kind in ["level", "increase", "floor", "ceiling", "rate", "milestone"] { #expect(data.contains(",\(kind),")) }
    let home = try #require(folder.text("Output/index.html"))
    #expect(home.contains(language == "zh-CN" ? "虚构" : "made up"))
    #expect(home.contains("lang=\"\(language == "zh-CN" ? "zh-CN" : "en")\""))
  }

  @Test("Without a language the example is in the one that is spoken; both are editions of one plan")
  func languages() throws {
    let english = TemporaryFolder()
    #expect(try planpress(["init", english.path]).status == 0)
    #expect(english.text("Content/site.yaml")?.contains("languages: [en]") == true)
    let chinese = TemporaryFolder()
    #expect(try planpress(["init", chinese.path, "--lang", "zh-CN"]).status == 0)
    #expect(chinese.text("Content/site.yaml")?.contains("languages: [zh-CN]") == true)
    for (spoken, tags) in [("en", ["en", "zh-CN"]), ("zh-CN", ["zh-CN", "en"])] {
      let folder = TemporaryFolder()
      #expect(try planpress(["init", folder.path, "--language", "both", "--lang", spoken]).status == 0)
      #expect(folder.text("Content/site.yaml")?.contains("languages: [\(tags[0]), \(tags[1])]") == true)
      #expect(folder.exists("Content/green/1-streets.\(tags[1]).md"))
      let check = try planpress(["check", folder.path, "--translations", "--lang", "en"])
      #expect(check.status == 0 && check.errors == "", "\(check.errors)")
      #expect(try planpress(["build", folder.path]).status == 0)
      // The plan is counted once in each edition.
      let other = try #require(folder.text("Output/\(tags[1])/index.html"))
      let home = try #require(folder.text("Output/index.html"))
      let counts = ["en": "6 targets", "zh-CN": "6项指标"]
      #expect(home.contains(counts[tags[0]] ?? "") && other.contains(counts[tags[1]] ?? ""))
    }
  }

  @Test("A folder with a site is not changed")
  func occupied() throws {
    let folder = TemporaryFolder(["Content/site.yaml": "title: Mine\n"])
    let before = folder.files()
    expectRefusal(
      try planpress(["init", folder.path]), folder, before: before, "already exists; nothing was written")
    // The hint names a folder that can be made.
    #expect(
      try planpress(["init", folder.path]).errors.contains("hint: name a new folder: 'planpress init \(folder.path)-2'")
    )
    let other = TemporaryFolder(["README.md": "Mine"])
    let kept = other.files()
    expectRefusal(try planpress(["init", other.path]), other, before: kept, "README.md already exists")
    #expect(try planpress(["init", ""]).status == 64)
  }

  @Test("Sections get the next number and the right front matter; their paths are printed")
  func sections() throws {
    let folder = TemporaryFolder()
    _ = try planpress(["init", folder.path, "--language", "en"])
    let first = try run("new", "section", "What we learned: 2024?", in: folder)
    #expect(first.output == "\(folder.path)/Content/green/4-what-we-learned-2024.md\n")
    #expect(folder.text("Content/green/4-what-we-learned-2024.md") == "---\ntitle: \"What we learned: 2024?\"\n---\n\n")
    folder.write("---\ntitle: Parts\n---\n", to: "Content/green/5-parts/index.md")
    #expect(
      try run("new", "section", "一小节", "--in", "green/parts", in: folder).output.hasSuffix(
        "Content/green/5-parts/1-一小节.md\n"))
    #expect(
      try run("new", "section", "Another", "--in", "Content/green/5-parts", in: folder).output.hasSuffix(
        "5-parts/2-another.md\n"))
    #expect(try run("new", "section", "Last", in: folder).output.hasSuffix("Content/green/6-last.md\n"))
    // The only finding is that they have no text yet.
    let codes = try planpress(["check", folder.path]).errors.matches(of: /\[([a-z.-]+)\]\n/).map(\.output.1)
    #expect(Set(codes) == ["page.empty"] && codes.count == 4)
    let before = folder.files()
    expectRefusal(
      try run("new", "section", "x", "--in", "green/rivr", in: folder), folder, before: before,
      "there is no section or plan 'green/rivr'")
    expectRefusal(
      try run("new", "section", "x", "--in", "green/river", in: folder), folder, before: before,
      "is a single file and cannot have subsections")
    expectRefusal(try run("new", "section", "?!", in: folder), folder, before: before, "has no letter or digit")
  }

  @Test("Indicators and programmes are added at the end of their registers; an invalid register is not changed")
  func registers() throws {
    let folder = TemporaryFolder()
    _ = try planpress(["init", folder.path, "--language", "zh-CN"])
    let old = try #require(folder.text("Content/green/indicators.yaml"))
    let added = try run(
      "new", "indicator", "公园数量", "--name", "公园: 新建", "--unit", "个", "--kind", "increase", "--target", "12", in: folder)
    #expect(added.status == 0 && added.output.hasPrefix("\(folder.path)/Content/green/indicators.yaml:"))
    let new = try #require(folder.text("Content/green/indicators.yaml"))
    #expect(
      new == old
        + "\n- id: 公园数量\n  name: \"公园: 新建\"\n  unit: 个\n  kind: increase\n  measure: cumulative\n  target: 12\n")
    #expect(try run("new", "programme", "parks", "--name", "公园工程", in: folder).status == 0)
    #expect(try planpress(["check", folder.path]).status == 0)

    folder.write("parks: 5", to: "Content/green/programmes.yaml")
    let before = folder.files()
    expectRefusal(
      try run("new", "programme", "p", "--name", "x", in: folder), folder, before: before,
      "is not a valid list")
    expectRefusal(
      try run("new", "indicator", "公园数量", "--name", "x", in: folder), folder, before: before,
      "indicator '公园数量' already exists")
    expectRefusal(
      try run("new", "indicator", "a b", "--name", "x", in: folder), folder, before: before, "'a b' is not a valid id")
    expectRefusal(
      try run("new", "indicator", "x", "--name", "x", "--target", "many", in: folder), folder, before: before,
      "the target must be a number")
    expectRefusal(
      try run("new", "indicator", "x", "--name", "x", "--plan", "gren", in: folder), folder, before: before,
      "plan 'gren' does not exist")
  }

  @Test("A plan gets its own folder, next to the others and inside Content/")
  func plans() throws {
    let folder = TemporaryFolder()
    _ = try planpress(["init", folder.path, "--language", "en"])
    #expect(
      try run("new", "plan", "第二部规划", "--start", "2026", "--end", "2030", in: folder).output.hasSuffix(
        "Content/第二部规划/index.md\n"))
    #expect(try planpress(["check", folder.path, "--strict"]).status == 0)
    let before = folder.files()
    expectRefusal(try run("new", "section", "x", in: folder), folder, before: before, "the site has several plans")
    expectRefusal(
      try run("new", "plan", "第二部规划", "--start", "2026", "--end", "2030", in: folder), folder, before: before,
      "already exists")
    expectRefusal(
      try run("new", "plan", "x", "--start", "2026", "--end", "2030", "--folder", "../x", in: folder), folder,
      before: before, "would not be a page")
    expectRefusal(
      try run("new", "plan", "x", "--start", "2026", "--end", "2030", "--folder", "green/x", in: folder), folder,
      before: before, "is inside plan 'green'")
    #expect(try run("new", "plan", "x", "--start", "2030", "--end", "2026", in: folder).status == 64)
  }
}
