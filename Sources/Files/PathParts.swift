extension String {
  /// All before the last `/`; empty where there is none.
  package var folderPart: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(self[..<slash])
  }

  /// All after the last `/`.
  package var lastPart: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return self }
    return String(self[utf8.index(after: slash)...])
  }

  /// `folder/name`, or the name alone at the top.
  package func appending(part: String) -> String {
    if isEmpty { return part }
    var path = self
    path.reserveCapacity(utf8.count + 1 + part.utf8.count)
    path += "/"
    path += part
    return path
  }

  /// The part behind the last `.` of the name, lowered; empty where there is none or the name starts with it.
  package var pathExtension: String {
    let name = lastPart
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
    return name[name.utf8.index(after: dot)...].lowercased()
  }

  /// Without the last `.` of the name and what is behind it.
  package var withoutPathExtension: String {
    let kept = pathExtension.utf8.count
    return kept == 0 ? self : String(decoding: utf8.dropLast(kept + 1), as: UTF8.self)
  }
}
