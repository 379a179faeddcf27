import SiteModel
import Templates
import Words

/// A data file.
struct DownloadView: TemplateView {
  let title: String
  let url: String
  let address: DataAddress
  let renderer: SiteRenderer

  static let fields = ViewFields<Self>(
    "Download",
    [
      .text("title", "what it is") { $0.title },
      .text("url", "its address") { $0.url },
      .optionalText("size", "how large it is, such as 12 KB; nothing if that is not known") { view in
        view.renderer.sizes[view.address].map { FileSize.text($0, view.renderer.site.settings.language.words) }
      },
    ])
}

/// How large a file is, in words.
enum FileSize {
  /// `1 KB`, `12 KB`, `1.3 MB`: of 1,024 bytes, rounded, and never 0.
  static func text(_ bytes: Int, _ language: WordLanguage) -> String {
    let kilobytes = (bytes + 512) / 1024
    if kilobytes < 1000 { return language.text(.sizeKilobytes, [.number: String(max(1, kilobytes))]) }
    let tenths = (bytes * 10 + 512 * 1024) / (1024 * 1024)
    let fraction = tenths < 100 && tenths % 10 != 0 ? "\(language.numbers.decimal)\(tenths % 10)" : ""
    return language.text(.sizeMegabytes, [.number: String(tenths < 100 ? tenths / 10 : (tenths + 5) / 10) + fraction])
  }
}
