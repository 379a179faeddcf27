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
  /// Those that no file can be named after, with the number of bytes that their longest part has.
  private(set) var tooLong: [(owner: Owner, length: Int)] = []

  /// In bytes: 255 are what nearly every file system allows, less what stands behind a name while it is written.
  static var longestPart: Int { 240 }

  init(capacity: Int) {
    owners.reserveCapacity(capacity)
  }

  func isClaimed(_ route: Route) -> Bool { owners[route] != nil }

  mutating func claim(_ route: Route, by owner: Owner) {
    if route.path.utf8.count > Self.longestPart,
      let length = route.path.utf8.split(separator: UInt8(ascii: "/")).map(\.count).max(), length > Self.longestPart
    {
      tooLong.append((owner, length))
    }
    guard let first = owners.updateValue(owner, forKey: route) else { return }
    owners[route] = first
    clashes.append(Clash(route: route, first: first, second: owner))
  }
}
