import Markup
import NIOHTTP1
import SiteEngine

/// Answers requests as a web host would, from the site in memory.
struct PreviewResponder: Sendable {
  let preview: Preview
  let access: PreviewGuard

  struct Answer: Sendable {
    var status: HTTPResponseStatus
    var headers: HTTPHeaders = [:]
    var body: [UInt8] = []
  }

  /// What becomes of a request.
  enum Outcome: Sendable {
    case answer(Answer)
    /// The channel that tells a page of changes.
    case events
  }

  /// Below this name stands what belongs to the preview and not to the site.
  static let ownFolder = "-planpress"

  func outcome(of request: HTTPRequestHead) async -> Outcome {
    let headers = request.headers
    guard headers["host"].count == 1 else { return .answer(plain(.badRequest, "A request needs one Host header.")) }
    switch access.refusal(
      host: headers.first(name: "host"), origin: headers.first(name: "origin"),
      site: headers.first(name: "sec-fetch-site"))
    {
    case .badRequest: return .answer(plain(.badRequest, "A request needs a Host header."))
    case .forbidden: return .answer(plain(.forbidden, "This preview answers only to its own address."))
    case nil: break
    }
    guard request.method == .GET || request.method == .HEAD else {
      var answer = plain(.methodNotAllowed, "A preview only shows: GET and HEAD.")
      answer.headers.add(name: "allow", value: "GET, HEAD")
      return .answer(answer)
    }
    guard let path = path(of: request.uri) else { return .answer(plain(.badRequest, "The address cannot be read.")) }
    let snapshot = await preview.snapshot
    if path == "\(Self.ownFolder)/events" { return .events }
    if let own = own(path, snapshot) { return .answer(own) }
    return .answer(conditional(answer(to: path, snapshot), request))
  }

  /// The decoded path without its first `/`; nil for what is none. Only looked up among the site's files, so that no
  /// path leads anywhere else.
  private func path(of uri: String) -> String? {
    var target = uri.prefix { $0 != "?" && $0 != "#" }
    if !target.hasPrefix("/"), let scheme = target.firstRange(of: "://") {
      let rest = target[scheme.upperBound...]
      target = rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
    }
    guard target.hasPrefix("/"), let decoded = percentDecoded(String(target.dropFirst())) else { return nil }
    return decoded.utf8.contains(0) ? nil : decoded
  }

  // MARK: The preview's own files

  private func own(_ path: String, _ snapshot: Preview.Snapshot) -> Answer? {
    switch path {
    case "\(Self.ownFolder)/preview.js": file(PackageResources.preview_js, of: path)
    case "\(Self.ownFolder)/preview.css": file(PackageResources.preview_css, of: path)
    case "\(Self.ownFolder)/findings": findings(snapshot, status: .ok)
    default: nil
    }
  }

  private func findings(_ snapshot: Preview.Snapshot, status: HTTPResponseStatus) -> Answer {
    var answer = Answer(status: status, body: FindingsPage.html(snapshot).bytes)
    answer.headers.add(name: "content-type", value: "text/html; charset=utf-8")
    return finished(answer)
  }

  // MARK: The site

  private func answer(to path: String, _ snapshot: Preview.Snapshot) -> Answer {
    guard let site = snapshot.site else { return findings(snapshot, status: .serviceUnavailable) }
    let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    do {
      if let bytes = try site.contents(of: name) { return page(bytes, at: name, snapshot) }
      if site.has("\(name)/index.html") {
        var answer = plain(.permanentRedirect, "This page's address ends in '/'.")
        answer.headers.add(name: "location", value: "/\(percentEncoded(path: name))/")
        return answer
      }
      guard let bytes = try site.contents(of: "404.html") else { return plain(.notFound, "There is no such page.") }
      var answer = page(bytes, at: "404.html", snapshot)
      answer.status = .notFound
      return answer
    } catch {
      return plain(.internalServerError, "\(error)")
    }
  }

  /// A page of the site, with the script that reloads it; the entity tag is that of the page without.
  private func page(_ bytes: [UInt8], at name: String, _ snapshot: Preview.Snapshot) -> Answer {
    var answer = file(bytes, of: name)
    guard name.hasSuffix(".html") else { return answer }
    let tag = Fingerprint(bytes).text
    let script = Array(
      "<script src=\"/\(Self.ownFolder)/preview.js\" data-generation=\"\(snapshot.generation)\" data-page=\"\(tag)\" defer></script>\n"
        .utf8)
    let end = Array("</body>".utf8)
    let place = bytes.lastRange(of: end) ?? bytes.count
    answer.body = Array(bytes[..<place]) + script + bytes[place...]
    return answer
  }

  private func file(_ bytes: [UInt8], of name: String) -> Answer {
    var answer = Answer(status: .ok, body: bytes)
    answer.headers.add(name: "content-type", value: MediaType.of(name))
    answer.headers.add(name: "etag", value: "\"\(Fingerprint(bytes).text)\"")
    answer.headers.add(name: "accept-ranges", value: "bytes")
    return finished(answer)
  }

  private func plain(_ status: HTTPResponseStatus, _ text: String) -> Answer {
    var answer = Answer(status: status, body: Array((text + "\n").utf8))
    answer.headers.add(name: "content-type", value: "text/plain; charset=utf-8")
    return finished(answer)
  }

  /// What every answer says: nothing is kept without asking, guessed at, or shown inside another site's page.
  private func finished(_ answer: Answer) -> Answer {
    var answer = answer
    answer.headers.add(name: "cache-control", value: "no-cache")
    answer.headers.add(name: "x-content-type-options", value: "nosniff")
    answer.headers.add(name: "x-frame-options", value: "SAMEORIGIN")
    answer.headers.add(name: "cross-origin-resource-policy", value: "same-origin")
    return answer
  }

  // MARK: Conditions and ranges

  private func conditional(_ answer: Answer, _ request: HTTPRequestHead) -> Answer {
    guard answer.status == .ok, let tag = answer.headers.first(name: "etag") else { return answer }
    var answer = answer
    let known = request.headers[canonicalForm: "if-none-match"].map(String.init)
    if known.contains(where: { $0 == "*" || $0 == tag || $0 == "W/\(tag)" }) {
      answer.status = .notModified
      answer.body = []
      return answer
    }
    if let wanted = request.headers.first(name: "if-range"), wanted != tag { return answer }
    let length = answer.body.count
    switch ByteRange(request.headers.first(name: "range"), of: length) {
    case .whole: break
    case .part(let range):
      answer.status = .partialContent
      answer.headers.add(name: "content-range", value: "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(length)")
      answer.body = Array(answer.body[range])
    case .unsatisfiable:
      answer.status = .rangeNotSatisfiable
      answer.headers.add(name: "content-range", value: "bytes */\(length)")
      answer.body = []
    }
    return answer
  }
}

extension [UInt8] {
  /// Where the last occurrence of a text begins.
  fileprivate func lastRange(of text: [UInt8]) -> Int? {
    guard count >= text.count else { return nil }
    return stride(from: count - text.count, through: 0, by: -1).first { self[$0..<$0 + text.count].elementsEqual(text) }
  }
}
