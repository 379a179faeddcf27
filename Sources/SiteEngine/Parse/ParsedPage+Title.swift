import Diagnostics

extension ParsedPage {
  /// The page's own title, the first-level heading that its text begins with, or what its file is called.
  var title: String {
    if let title = fields.title?.value, !title.isEmpty { return title }
    if let title = document.leadingTitle, !title.isEmpty { return title }
    let name = isIndex && !file.folder.isEmpty ? file.folder.lastPart : file.name.withoutPathExtension
    return OrderedName(name).name
  }

  /// Where findings about the page as a whole point: its title, or its first line.
  var start: SourceLocation {
    if let title = fields.title { return source.location(of: title.range) }
    return source.location(line: 1)
  }
}
