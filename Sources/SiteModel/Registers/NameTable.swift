import Diagnostics

/// The result of looking up a name that an author wrote.
enum Lookup<Found: Sendable>: Sendable {
  case found(Found)
  /// Not found; the near miss is a similar name, if there is one.
  case unknown(NearMiss?)

  var found: Found? {
    if case .found(let found) = self { found } else { nil }
  }
}

/// The rows of one table, by the names that authors use for them.
struct NameTable<Tag>: Sendable {
  private let refs: [String: Ref<Tag>]
  private let near: NearNames

  fileprivate init(_ refs: [String: Ref<Tag>]) {
    self.refs = refs
    near = NearNames { Array(refs.keys) }
  }

  subscript(name: String) -> Ref<Tag>? { refs[name] }

  /// The most similar id.
  func nearMiss(_ id: String) -> NearMiss? { near.nearMiss(id) }

  func lookUp(id: String) -> Lookup<Ref<Tag>> {
    if let ref = refs[id] { return .found(ref) }
    return .unknown(near.nearMiss(id))
  }

  /// Looks up a word. Similar words, unlike similar ids, may mean different things, so a near miss is never safe to
  /// apply.
  func lookUp(word: String) -> Lookup<Ref<Tag>> {
    if let ref = refs[word] { return .found(ref) }
    return .unknown(near.nearest(to: word).map { NearMiss($0, isUnambiguous: false) })
  }
}

/// Collects the names of a table and reports each name that two rows share.
struct NameTableBuilder<Tag> {
  /// The word for a row in messages: `indicator`, `programme` …
  private let subject: Message
  private var refs: [String: Ref<Tag>] = [:]
  private var firstLocations: [String: () -> SourceLocation] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(of subject: Message) {
    self.subject = subject
  }

  /// The names that were added until now.
  var table: NameTable<Tag> { NameTable(refs) }

  subscript(name: String) -> Ref<Tag>? { refs[name] }

  /// The first row with a name keeps it; a second row is reported as `register.duplicate-id`.
  mutating func add(
    _ name: String, for ref: Ref<Tag>, at location: @escaping @autoclosure () -> SourceLocation
  ) {
    guard let owner = refs[name] else {
      refs[name] = ref
      firstLocations[name] = location
      return
    }
    guard owner != ref else { return }
    diagnostics.append(
      Diagnostic(
        .error, .duplicateID, "\(subject) '\(name)' is listed twice",
        hint: "remove one of them, or give it another name",
        at: location(), related: firstLocations[name].map { [.init("the other one", at: $0())] } ?? []))
  }
}
