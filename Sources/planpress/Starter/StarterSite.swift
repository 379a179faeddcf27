import ArgumentParser

/// The example that `planpress init` writes: one small plan, in Chinese, in English, or in both. Its figures are made
/// up, and its pages say so.
enum StarterSite {
  enum Language: String, CaseIterable, ExpressibleByArgument {
    case both
    case chinese = "zh-CN"
    case english = "en"
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
      case .both: "规划示例 · A plan as an example"
      case .chinese: "规划示例"
      case .english: "A plan as an example"
      }
    let languages = language == .both ? "zh-CN, en" : language.rawValue
    return (
      "Content/site.yaml",
      """
      title: \(title)
      languages: [\(languages)]
      # Where the site will stand; without it the pages also open from a disk.
      # base-url: https://example.org/plan/

      """
    )
  }

  private static func frontPage(_ language: Language) -> File {
    let text =
      language == .english
      ? """
      ---
      title: A plan as an example
      ---
      This site shows what planpress makes of a plan: sections, targets, and how far each target has come. **Every figure and every name in it is made up.** Replace the files in `Content/` with your own.

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
      `Content/` holds the plan: pages in Markdown, targets in `indicators.yaml`, values in `indicators/`.

          planpress serve --open    look at it while you write
          planpress check           what is wrong, with file and line
          planpress build           make the website in Output/

      """
    let chinese = """
      `Content/` 里是规划本身：页面用 Markdown，指标在 `indicators.yaml`，历年数值在 `indicators/`。

          planpress serve --open    边写边看
          planpress check           检查错误，指出文件和行
          planpress build           在 Output/ 生成网站

      """
    switch language {
    case .both: return ("README.md", "# 规划示例 · A plan as an example\n\n\(chinese)\n\(english)")
    case .chinese: return ("README.md", "# 规划示例\n\n\(chinese)")
    case .english: return ("README.md", "# A plan as an example\n\n\(english)")
    }
  }

  private static let ignored: File = (".gitignore", "/Output/\n/.planpress/\n")
}
