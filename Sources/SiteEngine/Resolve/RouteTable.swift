import Diagnostics

/// Who stands at which URL. Two at one is an error that names both.
struct RouteTable {
  private var owners: [Route: (description: String, location: SourceLocation)] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// `description` names the owner in a message: `the page 'Platforms'`.
  mutating func claim(_ route: Route, by description: String, at location: SourceLocation) {
    if let owner = owners[route] {
      diagnostics.append(
        Diagnostic(
          .error, .duplicateURL, "\(description) and \(owner.description) both stand at '\(route.path)'",
          hint: "give one of them another name or another 'slug'", at: location,
          related: [Diagnostic.Related("the other one", at: owner.location)]))
    } else {
      owners[route] = (description, location)
    }
  }

  func isTaken(_ route: Route) -> Bool { owners[route] != nil }
}
