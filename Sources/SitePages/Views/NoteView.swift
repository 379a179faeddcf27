import Templates

/// A remark, a tag, or another item of a text list.
struct NoteView: TemplateView {
  let text: String

  static let fields = ViewFields<Self>("Note", [.text("text", "the remark") { $0.text }])
}
