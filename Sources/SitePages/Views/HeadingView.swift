import Bytes
import Templates

/// One heading in the text of the page.
struct HeadingView: TemplateView {
  let title: ByteSlice
  let url: ByteSlice
  let children: [HeadingView]

  static let fields: ViewFields<Self> = ViewFields(
    "Heading",
    [
      .htmlSlice("title", "the heading's text, with its emphasis") { $0.title },
      .textSlice("url", "its link on the page, such as #heading") { $0.url },
      .list("children", "the headings below it") { $0.children },
    ])
}
