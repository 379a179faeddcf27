import Files
import Markup
import NIOHTTP1
import SiteEngine

/// Answers requests as a web server would, from the site in memory.
struct PreviewResponder: Sendable {
  let state: PreviewState
  let access: PreviewGuard
  /// Nil for a preview that other machines can reach.
  let tools: PreviewTools?

  struct Answer: Sendable {
    var status: HTTPResponseStatus
    var headers: HTTPHeaders = [:]
    var body: [UInt8] = []
  }

  enum Outcome: Sendable {
    case answer(Answer)
    /// The connection stays open and gets the events of `LiveReload`.
    case events
  }

  func outcome(of request: HTTPRequestHead) async -> Outcome {
    let headers = request.headers
    // Spaces around a value are not part of it (RFC 9112 §5.1).
    let host = headers.first(name: "host").map { $0.split { $0 == " " || $0 == "\t" }.joined(separator: " ") }
    guard headers["host"].count == 1, let header = host, Authority(header) != nil else {
      return .answer(plain(.badRequest, "A request needs one Host header."))
    }
    guard let target = RequestTarget(request.uri) else {
      return .answer(plain(.badRequest, "The address is malformed."))
    }
    // The host of an absolute address replaces that of the header (RFC 9112 §3.2.2).
    switch access.refusal(
      host: target.authority ?? header, origin: headers.first(name: "origin"),
      site: headers.first(name: "sec-fetch-site"))
    {
    case .badRequest: return .answer(plain(.badRequest, "The address is malformed."))
    case .forbidden: return .answer(plain(.forbidden, "This preview answers only to its own address."))
    case nil: break
    }
    if request.method == .POST, target.path == PreviewTools.fixPath { return .answer(await fix(request)) }
    guard request.method == .GET || request.method == .HEAD else {
      var answer = plain(.methodNotAllowed, "The preview accepts only GET and HEAD.")
      answer.headers.add(name: "allow", value: "GET, HEAD")
      return .answer(answer)
    }
    if let expected = headers.first(name: "expect"), expected.lowercased() != "100-continue" {
      return .answer(plain(.expectationFailed, "The preview knows no expectation but 100-continue."))
    }
    guard let path = target.path else { return .answer(plain(.badRequest, "The address is malformed.")) }
    let snapshot = await state.snapshot
    if path == LiveReload.eventsPath { return .events }
    if let own = own(path, snapshot) { return .answer(own) }
    return .answer(conditional(answer(to: path, snapshot), request))
  }

  // MARK: The preview's own files

  private func own(_ path: String, _ snapshot: PreviewState.Snapshot) -> Answer? {
    switch path {
    case "\(LiveReload.folder)/preview.js": file(PackageResources.preview_js, of: path)
    case "\(LiveReload.folder)/preview.css": file(PackageResources.preview_css, of: path)
    case "\(LiveReload.folder)/findings": findings(snapshot, status: .ok)
    default: nil
    }
  }

  private func findings(_ snapshot: PreviewState.Snapshot, status: HTTPResponseStatus) -> Answer {
    var answer = Answer(status: status, body: FindingsPage.html(snapshot, tools: tools).bytes)
    answer.headers.add(name: "content-type", value: "text/html; charset=utf-8")
    return withCommonHeaders(answer)
  }

  /// Applies the safe fixes, and shows the findings again. The preview builds the site when it sees the files
  /// change.
  private func fix(_ request: HTTPRequestHead) async -> Answer {
    guard let tools, tools.allows(request) else {
      return plain(.forbidden, "Only the preview's own page can ask for that.")
    }
    do {
      _ = try FixApplier(siteDirectory: tools.siteDirectory).apply(await state.snapshot.findings)
    } catch {
      return plain(.internalServerError, "\(error)")
    }
    var answer = plain(.seeOther, "Fixed.")
    answer.headers.add(name: "location", value: "/\(LiveReload.folder)/findings")
    return answer
  }

  // MARK: The site

  private func answer(to path: String, _ snapshot: PreviewState.Snapshot) -> Answer {
    guard let site = snapshot.site else { return findings(snapshot, status: .serviceUnavailable) }
    let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    do {
      if let bytes = try site.contents(of: name) { return page(bytes, at: name, snapshot) }
      if site.has("\(name)/index.html") {
        var answer = plain(.permanentRedirect, "This page's address ends in '/'.")
        answer.headers.add(name: "location", value: "/\(percentEncoded(path: name))/")
        return answer
      }
      // The page of the language, as hosts serve that look for the nearest one.
      let folder = name.prefix { $0 != "/" }
      guard let bytes = try site.contents(of: "\(folder)/404.html") ?? site.contents(of: "404.html") else {
        return plain(.notFound, "Page not found.")
      }
      var answer = page(bytes, at: "404.html", snapshot)
      answer.status = .notFound
      return answer
    } catch {
      return plain(.internalServerError, "\(error)")
    }
  }

  /// A file of the site; an HTML page gets the live-reload script. The entity tag is that of the page without the
  /// script.
  private func page(_ bytes: [UInt8], at name: String, _ snapshot: PreviewState.Snapshot) -> Answer {
    var answer = file(bytes, of: name)
    guard name.hasSuffix(".html") else { return answer }
    let tag = Fingerprint(bytes).text
    let script = LiveReload.script(snapshot, page: tag)
    let index = bytes.lastIndex(of: Array("</body>".utf8)) ?? bytes.count
    answer.body = Array(bytes[..<index]) + Array(script.utf8) + bytes[index...]
    return answer
  }

  private func file(_ bytes: [UInt8], of name: String) -> Answer {
    var answer = Answer(status: .ok, body: bytes)
    answer.headers.add(name: "content-type", value: MediaType.of(name))
    answer.headers.add(name: "etag", value: "\"\(Fingerprint(bytes).text)\"")
    answer.headers.add(name: "accept-ranges", value: "bytes")
    return withCommonHeaders(answer)
  }

  private func plain(_ status: HTTPResponseStatus, _ text: String) -> Answer {
    var answer = Answer(status: status, body: Array((text + "\n").utf8))
    answer.headers.add(name: "content-type", value: "text/plain; charset=utf-8")
    return withCommonHeaders(answer)
  }

  /// Adds the headers of every answer: browsers revalidate, do not guess the type, and do not show the answer inside
  /// another site's page.
  private func withCommonHeaders(_ answer: Answer) -> Answer {
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
  /// Index of the last occurrence of a text.
  fileprivate func lastIndex(of text: [UInt8]) -> Int? {
    guard count >= text.count else { return nil }
    return stride(from: count - text.count, through: 0, by: -1).first { self[$0..<$0 + text.count].elementsEqual(text) }
  }
}
