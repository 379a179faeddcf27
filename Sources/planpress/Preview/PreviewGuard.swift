/// Refuses requests that did not come to the preview's own address. Otherwise a page of another site could read the
/// preview through the user's browser, with a script or with a host name that resolves to this machine (DNS rebinding).
struct PreviewGuard: Sendable {
  /// The value of `--host`.
  let host: String
  let port: Int

  enum Refusal: Equatable {
    case badRequest, forbidden
  }

  /// Nil if the request is allowed.
  func refusal(host: String?, origin: String?, site: String?) -> Refusal? {
    guard let host, let given = Authority(host) else { return .badRequest }
    guard isOwn(given) else { return .forbidden }
    if let origin, origin != "http://\(host)" { return .forbidden }
    // Browsers set `Sec-Fetch-Site`; scripts cannot. A link from another site sends no Origin and is allowed.
    if let site, site == "cross-site" || site == "same-site", origin != nil { return .forbidden }
    return nil
  }

  private func isOwn(_ given: Authority) -> Bool {
    guard given.port == port else { return false }
    let name = given.host
    if name == host.lowercased() || ["localhost", "127.0.0.1", "[::1]"].contains(name) { return true }
    // When listening on the whole network, the machine's IP addresses are valid hosts: a name server cannot forge them.
    return isOpenToNetwork && PreviewGuard.isAddress(name)
  }

  /// Whether machines other than this one can reach the preview.
  var isOpenToNetwork: Bool { !["localhost", "127.0.0.1", "::1", "[::1]"].contains(host.lowercased()) }

  private static func isAddress(_ name: String) -> Bool {
    if name.hasPrefix("["), name.hasSuffix("]") {
      return name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}
