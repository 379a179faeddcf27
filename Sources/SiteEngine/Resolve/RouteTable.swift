/// Who stands at which URL.
struct RouteTable<Owner> {
  /// A URL that two stand at.
  struct Clash {
    let route: Route
    let first: Owner
    let second: Owner
  }

  private var owners: [Route: Owner] = [:]
  private(set) var clashes: [Clash] = []

  init(capacity: Int) {
    owners.reserveCapacity(capacity)
  }

  func isClaimed(_ route: Route) -> Bool { owners[route] != nil }

  mutating func claim(_ route: Route, by owner: Owner) {
    guard let first = owners.updateValue(owner, forKey: route) else { return }
    owners[route] = first
    clashes.append(Clash(route: route, first: first, second: owner))
  }
}
