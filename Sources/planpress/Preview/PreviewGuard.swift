/// Lets in who came to this preview by its own address. A page of another site could otherwise read it through the
/// browser of whoever has the preview open: by a name that it lets lead here, or by a request of its own script.
struct PreviewGuard: Sendable {
  /// As `--host` says it.
  let host: String
  let port: Int

  enum Refusal: Equatable {
    case badRequest, forbidden
  }

  /// Nil where the request may pass.
  func refusal(host: String?, origin: String?, site: String?) -> Refusal? {
    guard let host else { return .badRequest }
    guard isOwn(host) else { return .forbidden }
    if let origin, origin != "http://\(host)" { return .forbidden }
    // `Sec-Fetch-Site`, which no script can set: a link from elsewhere is a navigation and says so.
    if let site, site == "cross-site" || site == "same-site", origin != nil { return .forbidden }
    return nil
  }

  private func isOwn(_ given: String) -> Bool {
    guard let (name, port) = PreviewGuard.parts(of: given), port == self.port else { return false }
    if name == host.lowercased() || ["localhost", "127.0.0.1", "[::1]"].contains(name) { return true }
    // Whoever listens to the whole network is called by the machine's addresses, which no name server can forge.
    return isOpenToNetwork && PreviewGuard.isAddress(name)
  }

  /// Whether machines other than this one can reach the preview.
  var isOpenToNetwork: Bool { !["localhost", "127.0.0.1", "::1", "[::1]"].contains(host.lowercased()) }

  private static func parts(of host: String) -> (name: String, port: Int)? {
    let lowered = host.lowercased()
    guard let colon = lowered.lastIndex(of: ":"), !lowered[colon...].contains("]") else { return (lowered, 80) }
    guard let port = Int(lowered[lowered.index(after: colon)...]) else { return nil }
    return (String(lowered[..<colon]), port)
  }

  private static func isAddress(_ name: String) -> Bool {
    if name.hasPrefix("["), name.hasSuffix("]") {
      return name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}
