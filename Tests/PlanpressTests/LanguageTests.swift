import Foundation
import TestSupport
import Testing

/// The language in which planpress speaks.
struct LanguageTests {
  private let site = TemporaryFolder([
    "Content/site.yaml": "title: 规划\nlanguages: [zh-CN]\n", "Content/index.md": "---\ntilte: 首页\n---\n",
  ])

  @Test(
    "The option decides, then the locale if it is Chinese or English, then the site",
    arguments: [
      (["--lang", "en"], ["LC_ALL": "zh_CN.UTF-8"], false), (["--lang=zh-CN"], ["LC_ALL": "en_GB.UTF-8"], true),
      ([], ["LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_US.UTF-8"], false),
      ([], ["LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN.UTF-8"], true),
      ([], ["LC_ALL": "", "LC_MESSAGES": "", "LANG": "C.UTF-8"], true),
      ([], ["LC_ALL": "de_DE.UTF-8"], true),
    ] as [([String], [String: String], Bool)])
  func choice(_ options: [String], _ environment: [String: String], _ isChinese: Bool) throws {
    let run = try planpress(["check", site.path] + options, environment: environment)
    #expect(run.status == 1)
    let chinese = """
      Content/index.md:2:1: 错误: 页面中没有“tilte”这个键 [field.unknown-key]
          2 | tilte: 首页
            | ^~~~~
      建议: 是不是想写“title”？
      """
    let english = """
      Content/index.md:2:1: error: unknown key 'tilte' in a page [field.unknown-key]
          2 | tilte: 首页
            | ^~~~~
      hint: did you mean 'title'?
      """
    #expect(run.errors.contains(isChinese ? chinese : english), "\(run.errors)")
    #expect(run.output.contains(isChinese ? "个错误" : "errors") || run.output.contains("1 error"), "\(run.output)")
  }

  @Test("Programs read English", arguments: ["json", "github", "sarif"])
  func programs(_ format: String) throws {
    let run = try planpress(["check", site.path, "--lang", "zh-CN", "--format", format])
    #expect(run.errors.contains("unknown key 'tilte' in a page"))
    #expect(!run.errors.contains("没有"))
  }

  @Test("The help and ArgumentParser's own messages are Chinese")
  func help() throws {
    let help = try planpress(["check", "--help", "--lang", "zh-CN"]).output
    #expect(help.contains("概述：报告错误、警告和疏漏"), "\(help)")
    #expect(help.contains("用法：planpress check"), "\(help)")
    #expect(help.contains("选项："), "\(help)")
    #expect(help.contains("把警告当作错误。"), "\(help)")
    #expect(help.contains("显示帮助。"), "\(help)")
    for word in ["OVERVIEW", "USAGE", "OPTIONS", "Show ", "default:", "values:"] { #expect(!help.contains(word)) }
    let wrong = try planpress(["check", "--strcit", "--lang", "zh-CN"])
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("错误：没有选项“--strcit”。是不是想写“--strict”？"), "\(wrong.errors)")
    let unknown = try planpress(["check", "--lang", "fr"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("The value 'fr' is invalid for '--lang <language>'"), "\(unknown.errors)")
  }

  @Test(
    "Every line of the help is Chinese", arguments: ["build", "check", "serve", "init", "publish", "import", "collect"])
  func wholeHelp(_ command: String) throws {
    let help = try planpress(["help", command], environment: ["LC_ALL": "zh_CN.UTF-8"]).output
    // Three English words in a row are a sentence that was forgotten.
    for line in help.split(separator: "\n") where !line.contains("planpress \(command)") && !line.hasPrefix("  --") {
      #expect(!line.contains(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/), "\(line)")
    }
  }

  @Test("explain prints the guide's entry, and near codes for an unknown one")
  func explain() throws {
    let english = try planpress(["explain", "[file.no-settings]"])
    #expect(english.status == 0)
    #expect(english.output.hasPrefix("file.no-settings\n`Content/site.yaml` is missing."))
    let chinese = try planpress(["explain", "file.no-settings", "--lang", "zh-CN"])
    #expect(chinese.output.hasPrefix("file.no-settings\n缺少 `Content/site.yaml`。"))
    let unknown = try planpress(["explain", "page.emtpy"])
    #expect(unknown.status == 64)
    #expect(
      unknown.errors == """
        planpress: there is no message with the code 'page.emtpy'
        hint: the nearest codes are page.empty

        """)
  }
}
