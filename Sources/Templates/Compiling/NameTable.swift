/// Gives every different name a number.
struct NameTable: Sendable {
  private(set) var count = 0
  private var ids: [String: NameID] = [:]

  mutating func id(of name: String) -> NameID {
    if let id = ids[name] { return id }
    let id = NameID(count)
    ids[name] = id
    count += 1
    return id
  }

  /// The number of a name that some template uses.
  func existingID(of name: String) -> NameID? {
    ids[name]
  }
}
