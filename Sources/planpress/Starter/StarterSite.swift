import ArgumentParser

/// The example that `planpress init` writes: a small plan in Chinese, in English, or both. Its figures are invented, and
/// its pages say so.
enum StarterSite {
  enum Language: String, CaseIterable, ExpressibleByArgument {
    case both
    case chinese = "zh-CN"
    case english = "en"
  }

  enum Example: String, CaseIterable, ExpressibleByArgument {
    case plan
    /// An agency's strategic plan, with its reports; see `strategy()`.
    case strategy
  }

  typealias File = (path: String, text: String)

  static func files(_ language: Language) -> [File] {
    let plans =
      switch language {
      case .both: chinesePlan + englishPlan
      case .chinese: chinesePlan
      case .english: englishPlan
      }
    return [settings(language), frontPage(language), readMe(language), ignored, workflow] + plans
  }

  private static func settings(_ language: Language) -> File {
    let title =
      switch language {
      case .both: "规划示例 · Example plan"
      case .chinese: "规划示例"
      case .english: "Example plan"
      }
    // Two plans, each in its own language, are one edition.
    let languages = language == .both ? "zh-CN" : language.rawValue
    return (
      "Content/site.yaml",
      """
      title: \(title)
      languages: [\(languages)]
      # The address where the site will be published. Without it, the pages also open from disk.
      # base-url: https://example.org/plan/

      """
    )
  }

  private static func frontPage(_ language: Language) -> File {
    let text =
      language == .english
      ? """
      ---
      title: Example plan
      ---
      This site shows how planpress presents a plan: its sections, its targets, and the progress towards each of them. **All figures and names are made up.** Replace the files in `Content/` with your own.

      """
      : """
      ---
      title: 规划示例
      ---
      这个网站展示 planpress 如何呈现一部规划：章节、目标，以及每项目标的进展。**其中所有数字和名称都是虚构的。** 请把 `Content/` 里的文件换成自己的内容。

      """
    return ("Content/index.md", text)
  }

  private static func readMe(_ language: Language) -> File {
    let english = """
      `Content/` contains the plan: pages in Markdown, targets in `indicators.yaml`, values in `indicators/`.

          planpress serve --open    preview the site while you write
          planpress check           find errors, with file and line
          planpress build           build the website in Output/

      """
    let chinese = """
      `Content/` 里是规划本身：页面用 Markdown，指标在 `indicators.yaml`，历年数值在 `indicators/`。

          planpress serve --open    边写边看
          planpress check           检查错误，指出文件和行
          planpress build           在 Output/ 生成网站

      """
    switch language {
    case .both: return ("README.md", "# 规划示例 · Example plan\n\n\(chinese)\n\(english)")
    case .chinese: return ("README.md", "# 规划示例\n\n\(chinese)")
    case .english: return ("README.md", "# Example plan\n\n\(english)")
    }
  }

  static let ignored: File = (".gitignore", "/Output/\n/.planpress/\n")
}
