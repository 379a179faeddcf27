/// Numbers the names that templates use, from 0.
struct TemplateNames: Sendable {
  private var names: [String] = []
  private var ids: [String: NameID] = [:]

  var count: Int { names.count }

  /// The id of a name, new if need be.
  mutating func id(of name: String) -> NameID {
    if let id = ids[name] { return id }
    let id = NameID(names.count)
    ids[name] = id
    names.append(name)
    return id
  }

  /// The id of a name; nil if no template uses it.
  func existingID(of name: String) -> NameID? { ids[name] }

  func name(of id: NameID) -> String { names[Int(id)] }
}
