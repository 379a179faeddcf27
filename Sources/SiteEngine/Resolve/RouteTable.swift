import Diagnostics

/// Who stands at which URL. Two at one is an error that names both.
struct RouteTable {
  /// What they are called is worked out where two meet.
  private struct Owner {
    let description: () -> String
    let location: () -> SourceLocation
  }

  private var owners: [Route: Owner] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// `description` names the owner in a message: `the page 'Platforms'`.
  mutating func claim(
    _ route: Route, by description: @escaping @autoclosure () -> String, at location: @escaping @autoclosure () -> SourceLocation
  ) {
    let newcomer = Owner(description: description, location: location)
    guard let owner = owners.updateValue(newcomer, forKey: route) else { return }
    owners[route] = owner
    diagnostics.append(
      Diagnostic(
        .error, .duplicateURL, "\(description()) and \(owner.description()) both stand at '\(route.path)'",
        hint: "give one of them another name or another 'slug'", at: location(),
        related: [Diagnostic.Related("the other one", at: owner.location())]))
  }

  func isTaken(_ route: Route) -> Bool { owners[route] != nil }
}
