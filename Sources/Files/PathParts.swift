extension String {
  /// The part before the last `/`; empty without one.
  package var folderPart: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(self[..<slash])
  }

  /// The part after the last `/`; the whole string without one.
  package var lastPart: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return self }
    return String(self[utf8.index(after: slash)...])
  }

  /// `folder/name`, or just `name` if the folder is empty.
  package func appending(part: String) -> String {
    if isEmpty { return part }
    var path = self
    path.reserveCapacity(utf8.count + 1 + part.utf8.count)
    path += "/"
    path += part
    return path
  }

  /// The part of the name after its last `.`, in lower case; empty if there is none, or if it starts the name.
  package var pathExtension: String {
    let name = lastPart
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
    return name[name.utf8.index(after: dot)...].lowercased()
  }

  /// The path without the last `.` of its name and the extension after it.
  package var withoutPathExtension: String {
    let kept = pathExtension.utf8.count
    return kept == 0 ? self : String(decoding: utf8.dropLast(kept + 1), as: UTF8.self)
  }
}
