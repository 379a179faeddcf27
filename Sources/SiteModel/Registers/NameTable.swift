import Diagnostics

/// What a name that an author wrote stands for.
enum Lookup<Found: Sendable>: Sendable {
  case found(Found)
  /// With the name that may be meant.
  case unknown(NearMiss?)

  var found: Found? {
    if case .found(let found) = self { found } else { nil }
  }
}

/// The rows of one table by the names that authors use for them.
struct NameTable<Tag>: Sendable {
  fileprivate var refs: [String: Ref<Tag>] = [:]

  subscript(name: String) -> Ref<Tag>? { refs[name] }

  /// In no order.
  var names: some Collection<String> { refs.keys }

  func lookUp(id: String) -> Lookup<Ref<Tag>> {
    if let ref = refs[id] { return .found(ref) }
    return .unknown(nearMiss(id, among: refs.keys.sorted()))
  }

  /// A word, unlike an id, may be near to others that mean something else: its near miss is never safe to apply.
  func lookUp(word: String) -> Lookup<Ref<Tag>> {
    if let ref = refs[word] { return .found(ref) }
    return .unknown(nearestMatch(to: word, in: refs.keys.sorted()).map { NearMiss($0, isUnambiguous: false) })
  }
}

/// Collects the names of a table and reports each that two rows have.
struct NameTableBuilder<Tag> {
  /// What messages call a row: `indicator`, `programme` …
  private let subject: String
  private(set) var table = NameTable<Tag>()
  private var firstLocations: [String: () -> SourceLocation] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(of subject: String) {
    self.subject = subject
  }

  /// The first row that takes a name keeps it; a second is `register.duplicate-id`.
  mutating func add(
    _ name: String, for ref: Ref<Tag>, at location: @escaping @autoclosure () -> SourceLocation
  ) {
    guard let owner = table.refs[name] else {
      table.refs[name] = ref
      firstLocations[name] = location
      return
    }
    guard owner != ref else { return }
    diagnostics.append(
      Diagnostic(
        .error, .duplicateID, "the \(subject) '\(name)' is there twice",
        hint: "remove one of them, or give it another name",
        at: location(), related: firstLocations[name].map { [.init("the other one", at: $0())] } ?? []))
  }
}
