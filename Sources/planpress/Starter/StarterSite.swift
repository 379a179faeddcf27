import ArgumentParser
import Diagnostics

/// The example that `planpress init` writes: a small plan in Chinese, in English, or in an edition of each. Its figures
/// are invented, and its pages say so.
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

  /// `both` begins with the language that is spoken to the person who runs planpress.
  static func files(_ language: Language, spoken: MessageLanguage) -> [File] {
    let first: StarterText.Tongue = spoken == .chinese ? .chinese : .english
    let text =
      switch language {
      case .both: StarterText(tongues: [first, first == .chinese ? .english : .chinese])
      case .chinese: StarterText(tongues: [.chinese])
      case .english: StarterText(tongues: [.english])
      }
    return [settings(text), readMe(language), ignored, workflow] + pages(text) + registers(text)
  }

  private static func settings(_ text: StarterText) -> File {
    (
      "Content/site.yaml",
      """
      title: \(text("Example plan", "规划示例"))
      languages: [\(text.tongues.map(\.rawValue).joined(separator: ", "))]
      # The address where the site will be published. Without it, the pages also open from disk.
      # base-url: https://example.org/plan/

      """
    )
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
