import Templates

/// A chart as a file or a page.
struct ChartDownloadView: TemplateView {
  let title: String
  let url: String
  /// The name of the PNG file that the script makes of the SVG file at `url`.
  var png: String?
  var isPage = false

  static let fields = ViewFields<Self>(
    "ChartDownload",
    [
      .text("title", "what it is") { $0.title },
      .text("url", "its address") { $0.url },
      .optionalText("png", "the name of the PNG file that the script makes of it") { $0.png },
      .flag("is-page", "whether it is a page and not a file") { $0.isPage },
    ])
}
